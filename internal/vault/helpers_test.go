package vault

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
	"time"
)

var testTime = time.Date(2026, 11, 23, 13, 5, 0, 0, time.UTC)

func clock() time.Time { return testTime }

const (
	testRoot = "/data/records"
	keysDir  = "/stick"
	safeDir  = "/safe"
)

var places = Places{Root: testRoot, Head: "/config/head"}

// passphrases are those of tests; work is small, or scrypt would be all they do.
var passphrases = map[Role]string{RoleStation: "station passphrase", RoleDraft: "draft passphrase", RoleRecovery: "recovery passphrase"}

func setup(kind Kind) Setup {
	return Setup{Kind: kind, Keys: keysDir, Recovery: safeDir, Passphrases: passphrases, Work: 4}
}

// newStore sets a store up on a disk.
func newStore(t testing.TB, files Files, c Setup) *Store {
	t.Helper()
	s, err := SetUp(files, places, clock, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func reopen(t testing.TB, files Files) *Store {
	t.Helper()
	s, err := Open(files, places, clock)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func unlock(t testing.TB, files Files, role Role) *Identity {
	t.Helper()
	dir := keysDir
	if role == RoleRecovery {
		dir = safeDir
	}
	data, err := files.Read(filepath.Join(dir, KeyFile(role, PeriodOf(testTime))))
	if err != nil {
		t.Fatal(err)
	}
	id, err := Unlock(data, passphrases[role])
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func answer(i int) []byte { return fmt.Appendf(nil, `{"verb":"answer","step":%d}`, i) }

// sealing is a record about nobody.
func sealing(text, draft string) Sealing {
	part := func(v string) json.RawMessage { return json.RawMessage(`{"said":"` + v + `"}`) }
	return Sealing{
		Station: Copy{
			Envelope: Envelope{Category: "possible-victim", Basis: []string{"273/2008 Sb. § 60"}, Review: "2027-05-23", Sealed: testTime, Language: "uk"},
			Parts:    map[string]json.RawMessage{PartFacts: part(text), PartObservations: part("seen"), PartView: part("thought")},
		},
		Draft: draft,
	}
}

func mustSeal(t testing.TB, s *Store, x Sealing) string {
	t.Helper()
	id, err := s.Seal(x)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// examined fails the test if anything is found.
func examined(t testing.TB, files Files, printed string) {
	t.Helper()
	problems, err := Examine(files, places, clock, printed)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v, %+v", err, problems)
	}
}

// logged makes a line of the log that is not on the disk yet.
func (s *Store) logged(t testing.TB, e Entry) []byte {
	t.Helper()
	l, err := s.next(e)
	if err != nil {
		t.Fatal(err)
	}
	s.log.add(l)
	return l.raw
}
