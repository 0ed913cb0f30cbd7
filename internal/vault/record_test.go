package vault

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// withNGO is a store whose station has pinned an organisation's key.
func withNGO(t testing.TB, d *faulty) (*Store, *Identity) {
	t.Helper()
	ngo := partner(t)
	c := setup(Hybrid)
	c.NGO = ngo.recipient
	s := newStore(t, d, c)
	locked, err := lockIdentity(ngo, "ngo passphrase", 4)
	if err != nil {
		t.Fatal(err)
	}
	key, err := Unlock(locked, "ngo passphrase")
	if err != nil {
		t.Fatal(err)
	}
	return s, key
}

// forNGO is a sealing with contact details for the organisation.
func forNGO(text string) Sealing {
	x := sealing(text, "")
	x.NGO = &Copy{Envelope: Envelope{Language: "uk"}, Parts: map[string]json.RawMessage{PartContact: json.RawMessage(`"ring in the evening"`)}}
	return x
}

func TestARecordOpensForTheListedKeysOnly(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, ngo := withNGO(t, d)
	id := mustSeal(t, s, forNGO("said"))
	for _, role := range []Role{RoleStation, RoleRecovery} {
		r, err := s.Show(id, unlock(t, d, role))
		if err != nil || string(r.Parts[PartFacts]) != `{"said":"said"}` || r.For != RoleStation {
			t.Errorf("%s: %v, %+v", role, err, r)
		}
		if _, there := r.Parts[PartContact]; there {
			t.Error("the station can read what is for the organisation")
		}
	}
	for name, key := range map[string]*Identity{"draft": unlock(t, d, RoleDraft), "organisation": ngo} {
		if _, err := s.Show(id, key); !errors.Is(err, ErrWrongKey) {
			t.Errorf("the key of %s opens the station's file: %v", name, err)
		}
	}
}

func TestTheOrganisationGetsItsPartAndAnotherID(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, ngo := withNGO(t, d)
	id := mustSeal(t, s, forNGO("said"))
	data, err := d.Read(s.path(sealedDir, id+ngoEnd))
	if err != nil {
		t.Fatal(err)
	}
	r, err := openSealed(data, ngo, s.Station.Device)
	if err != nil {
		t.Fatal(err)
	}
	own, err := s.Show(id, unlock(t, d, RoleStation))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := json.Marshal(r)
	if strings.Contains(string(text), id) || r.ID != own.NGO || len(r.Parts) != 1 {
		t.Errorf("%s", text)
	}
	for _, role := range []Role{RoleStation, RoleRecovery, RoleDraft} {
		if _, err := openSealed(data, unlock(t, d, role), s.Station.Device); !errors.Is(err, ErrWrongKey) {
			t.Errorf("the key of %s opens the organisation's file: %v", role, err)
		}
	}
}

// TestNobodySeesWhoTalksWithTheOrganisation: with and without consent a record
// has the same files of the same sizes.
func TestNobodySeesWhoTalksWithTheOrganisation(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, ngo := withNGO(t, d)
	with, without := mustSeal(t, s, forNGO("said")), mustSeal(t, s, sealing("said", ""))
	for _, end := range ends {
		a, errA := d.Read(s.path(sealedDir, with+end))
		b, errB := d.Read(s.path(sealedDir, without+end))
		if errA != nil || errB != nil || len(a) != len(b) {
			t.Errorf("%s: %v %v, %d and %d bytes", end, errA, errB, len(a), len(b))
		}
		if _, err := openSealed(b, ngo, s.Station.Device); end == ngoEnd && !errors.Is(err, ErrWrongKey) {
			t.Errorf("without consent the organisation reads: %v", err)
		}
	}
}

func TestASecondHandCannotSign(t *testing.T) {
	t.Parallel()
	d, other := newFaulty(), newFaulty()
	s, forger := newStore(t, d, setup(X25519)), newStore(t, other, setup(X25519))
	forger.Station.Periods = s.Station.Periods // anybody who knows the public keys can write for them
	id := mustSeal(t, forger, sealing("forged", ""))
	data := other.names[forger.path(sealedDir, id+stationEnd)].data
	if _, err := openSealed(data, unlock(t, d, RoleStation), s.Station.Device); !errors.Is(err, ErrDamaged) {
		t.Errorf("a forged record was taken: %v", err)
	}
}

func TestOneUnreadableRecordBlocksNoOther(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	bad, good := mustSeal(t, s, sealing("bad", "")), mustSeal(t, s, sealing("good", ""))
	d.names[s.path(sealedDir, bad+stationEnd)].data[300] ^= 1
	key := unlock(t, d, RoleStation)
	if _, err := s.Show(bad, key); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
	if _, err := s.Show(good, key); err != nil {
		t.Error(err)
	}
	if all, err := s.List(); err != nil || len(all) != 2 {
		t.Errorf("%v %+v", err, all)
	}
	if found := s.CheckOpened(key, PeriodOf(testTime)); len(found) != 1 || found[bad] == nil {
		t.Errorf("%+v", found)
	}
}

func TestWithdrawnAndRemoved(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, _ := withNGO(t, d)
	id := mustSeal(t, s, forNGO("said"))
	if err := s.Withdraw(id); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Read(s.path(sealedDir, id+ngoEnd)); !missing(err) {
		t.Errorf("after withdrawal the organisation's file is there: %v", err)
	}
	if all, _ := s.List(); len(all) != 1 || !all[0].Withdrawn {
		t.Errorf("%+v", all)
	}
	if err := s.Remove(id); err != nil {
		t.Fatal(err)
	}
	if all, _ := s.List(); len(all) != 0 {
		t.Errorf("%+v", all)
	}
	examined(t, d, s.Head().String())
	var verbs []Verb
	for _, l := range s.log.lines {
		verbs = append(verbs, l.Verb)
	}
	if !slices.Equal(verbs, []Verb{Changed, Collected, Changed, Erased}) {
		t.Errorf("%v", verbs)
	}
}

// TestTheLogTellsNothingOfATalk: of its time it holds the month.
func TestTheLogTellsNothingOfATalk(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	mustSeal(t, s, sealing("canary", ""))
	line := s.log.lines[1]
	if line.At != "2026-11" || strings.Contains(string(line.raw), "canary") || strings.Contains(string(line.raw), "uk") && strings.Contains(string(line.raw), "language") {
		t.Errorf("%s", line.raw)
	}
}

func TestKeysMayNotLieBesideTheRecords(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{testRoot, testRoot + "/keys", "/data", "/"} {
		c := setup(X25519)
		c.Keys = folder
		if _, err := SetUp(newFaulty(), places, clock, c); !errors.Is(err, ErrBesideRecords) {
			t.Errorf("%s: %v", folder, err)
		}
	}
	if _, err := SetUp(newFaulty(), places, clock, setup(X25519)); err != nil {
		t.Error(err)
	}
}

func TestANewPeriodHasNewKeysAndTheOldRecordsStayReadable(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	old := mustSeal(t, s, sealing("old", ""))
	if _, err := SetUp(d, places, clock, setup(X25519)); !errors.Is(err, ErrSetUp) {
		t.Fatalf("twice in a period: %v", err)
	}
	later := func() time.Time { return testTime.AddDate(0, 3, 0) }
	if !s.Station.Over(later()) || s.Station.Over(testTime) {
		t.Error("the period's end is wrong")
	}
	next, err := SetUp(d, places, later, setup(X25519))
	if err != nil {
		t.Fatal(err)
	}
	fresh := mustSeal(t, next, sealing("fresh", ""))
	key := unlock(t, d, RoleStation)
	if _, err := next.Show(old, key); err != nil {
		t.Error(err)
	}
	if _, err := next.Show(fresh, key); !errors.Is(err, ErrWrongKey) {
		t.Errorf("the key of a period opens the next one's: %v", err)
	}
	examined(t, d, next.Head().String())
}

func TestAnIDIsCheckedWhenItIsTyped(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	id := mustSeal(t, s, sealing("x", ""))
	short := Short(id)
	for _, typed := range []string{id, short, strings.ToUpper(short), strings.ReplaceAll(short, "-", ""), " " + short + " "} {
		if found, err := s.Find(typed); err != nil || found.ID != id {
			t.Errorf("%q: %v", typed, err)
		}
	}
	plain := strings.ReplaceAll(short, "-", "")
	for i := range plain {
		for _, wrong := range alphabet {
			if byte(wrong) == plain[i] {
				continue
			}
			if _, err := s.Find(plain[:i] + string(wrong) + plain[i+1:]); !errors.Is(err, ErrID) {
				t.Fatalf("%s with %c at %d: %v", plain, wrong, i, err)
			}
		}
		if i > 0 && plain[i] != plain[i-1] {
			swapped := plain[:i-1] + string(plain[i]) + string(plain[i-1]) + plain[i+1:]
			if _, err := s.Find(swapped); !errors.Is(err, ErrID) {
				t.Fatalf("%s for %s: %v", swapped, plain, err)
			}
		}
	}
	if _, err := s.Find(Short(newID())); !errors.Is(err, ErrNoRecord) {
		t.Errorf("an id of nothing: %v", err)
	}
}

func TestFingerprintsAreSixGroupsOfFive(t *testing.T) {
	t.Parallel()
	a, b := Fingerprint("age1a"), Fingerprint("age1b")
	if a == b || len(a) != 35 || strings.Trim(a, "0123456789 ") != "" {
		t.Errorf("%s, %s", a, b)
	}
}

func TestOnlyPlainKeysOfAgeAreTaken(t *testing.T) {
	t.Parallel()
	key := partner(t).recipient
	for text, want := range map[string]bool{
		key: true, "# remark\n" + key + "\n": true, key + "\n" + key: false, "": false,
		"ssh-ed25519 AAAA": false, "age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t": false,
	} {
		if got, err := ReadRecipient([]byte(text)); (err == nil) != want || want && got != key {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

func TestManyRecordsAreListedAndFound(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	var want []string
	for i := range 30 {
		want = append(want, mustSeal(t, s, sealing(fmt.Sprint(i), "")))
	}
	all, err := reopen(t, d).List()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, i := range all {
		got = append(got, i.ID)
	}
	if !slices.Equal(got, want) || all[0].Month != "2026-11" {
		t.Errorf("%v", got)
	}
}
