package vault

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// begun is a draft with some answers on a disk.
func begun(t testing.TB, d *faulty, n int) (*Store, *Journal) {
	t.Helper()
	s := newStore(t, d, setup(X25519))
	j, err := s.Begin([]byte("the set"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := j.Append(answer(i)); err != nil {
			t.Fatal(err)
		}
	}
	return s, j
}

func TestAFullDiskIsToldAtOnceAndLosesNothingBefore(t *testing.T) {
	t.Parallel()
	for _, failSync := range []bool{false, true} {
		d := newFaulty()
		s, j := begun(t, d, 5)
		d.failSync = failSync
		if failSync {
			d.failFrom = d.calls + 2
		} else {
			d.failFrom = d.calls + 1
		}
		if err := j.Append(answer(5)); err == nil {
			t.Fatal("the failed save was not told")
		}
		d.failFrom = 0
		if err := j.Append(answer(6)); !errors.Is(err, ErrClosed) {
			t.Fatalf("a journal that has failed takes more: %v", err)
		}
		_ = j.Close()
		got, err := s.Resume(j.ID, unlock(t, d, RoleDraft))
		if err != nil || len(got.Records) < 5 || got.Damage != nil {
			t.Fatalf("%v, %+v", err, got)
		}
	}
}

func TestTwoWindowsCannotWriteOneDraft(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, j := begun(t, d, 1)
	key := unlock(t, d, RoleDraft)
	if _, err := s.Resume(j.ID, key); !errors.Is(err, ErrLocked) {
		t.Fatalf("the second window got %v", err)
	}
	if err := s.RemoveDraft(j.ID); !errors.Is(err, ErrLocked) {
		t.Fatalf("a draft in use was removed: %v", err)
	}
	if drafts, err := s.Drafts(); err != nil || len(drafts) != 1 || !drafts[0].InUse {
		t.Fatalf("%v, %+v", err, drafts)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Resume(j.ID, key); err != nil {
		t.Fatal(err)
	}
}

func TestADraftOpensWithTheDraftKeyOnly(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, j := begun(t, d, 1)
	_ = j.Close()
	for _, role := range []Role{RoleStation, RoleRecovery} {
		if _, err := s.Resume(j.ID, unlock(t, d, role)); !errors.Is(err, ErrWrongKey) {
			t.Errorf("the key of %s opens a draft: %v", role, err)
		}
	}
	file, err := d.Read(keysDir + "/" + KeyFile(RoleDraft, PeriodOf(testTime)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Unlock(file, "another passphrase"); !errors.Is(err, ErrPassphrase) {
		t.Errorf("another passphrase: %v", err)
	}
}

// TestNothingIsInPlainText looks for the answers in every file of the disk.
func TestNothingIsInPlainText(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(Hybrid))
	j, err := s.Begin([]byte("canary-set"))
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Append([]byte("canary-answer")); err != nil {
		t.Fatal(err)
	}
	_ = j.Close()
	mustSeal(t, s, sealing("canary-sealed", ""))
	for name, n := range d.names {
		if bytes.Contains(n.data, []byte("canary")) || bytes.Contains(n.data, []byte("AGE-SECRET-KEY")) {
			t.Errorf("%s holds plain text", name)
		}
		if strings.HasPrefix(name, testRoot) && strings.HasSuffix(name, ".key") && name != testRoot+"/device.key" {
			t.Errorf("%s lies beside the records", name)
		}
	}
}

func TestLengthsTellNothing(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	_, j := begun(t, d, 0)
	for _, record := range [][]byte{{}, []byte("no"), bytes.Repeat([]byte("x"), room)} {
		before := len(d.names[j.name].data)
		if err := j.Append(record); err != nil {
			t.Fatal(err)
		}
		if grown := len(d.names[j.name].data) - before; grown != block {
			t.Errorf("a record of %d bytes takes %d", len(record), grown)
		}
	}
}

func TestRecordsOfEverySizeComeBack(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, j := begun(t, d, 0)
	var want [][]byte
	for _, n := range []int{0, 1, room - 1, room, room + 1, 3*room + 17} {
		want = append(want, bytes.Repeat([]byte{byte(n)}, n))
		if err := j.Append(want[len(want)-1]); err != nil {
			t.Fatal(err)
		}
	}
	_ = j.Close()
	got, err := s.Resume(j.ID, unlock(t, d, RoleDraft))
	if err != nil || !slices.EqualFunc(got.Records, want, bytes.Equal) || got.Torn || got.Damage != nil {
		t.Fatalf("%v, %d records of %d", err, len(got.Records), len(want))
	}
}

// TestDamageIsToldAndWhatStandsBeforeItIsKept changes every part of a draft.
func TestDamageIsToldAndWhatStandsBeforeItIsKept(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, j := begun(t, d, 10)
	_ = j.Close()
	key, whole := unlock(t, d, RoleDraft), slices.Clone(d.names[j.name].data)
	_, head, _ := readHeader(whole)
	r := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		data := slices.Clone(whole)
		at := r.IntN(len(data))
		data[at] ^= 1 << r.IntN(8)
		d.names[j.name].data = data
		got, err := s.Resume(j.ID, key)
		good := (at-head)/block - 1 // records before the damage
		switch {
		case at < head+block: // head or first record
			if err == nil {
				t.Fatalf("byte %d: damage at the start was not told", at)
			}
		case err != nil || got.Damage == nil || got.Journal != nil || len(got.Records) != good:
			t.Fatalf("byte %d: %v, %+v", at, err, got)
		}
	}
}

func TestACutEndLosesAtMostTheLastRecord(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, j := begun(t, d, 3)
	_ = j.Close()
	key, whole := unlock(t, d, RoleDraft), slices.Clone(d.names[j.name].data)
	for cut := 1; cut < block; cut += 97 {
		d.names[j.name].data = slices.Clone(whole[:len(whole)-cut])
		got, err := s.Resume(j.ID, key)
		if err != nil || !got.Torn || got.Damage != nil || len(got.Records) != 2 {
			t.Fatalf("cut %d: %v, %+v", cut, err, got)
		}
		_ = got.Journal.Close()
	}
}

func TestBlocksCountInTheirPlaceAndDraftOnly(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, a := begun(t, d, 4)
	b, err := s.Begin([]byte("the set"))
	if err != nil {
		t.Fatal(err)
	}
	_ = b.Append(answer(0))
	_, _ = a.Close(), b.Close()
	whole := slices.Clone(d.names[a.name].data)
	_, head, _ := readHeader(whole)
	at := func(i int) []byte { return whole[head+i*block : head+(i+1)*block] }
	for what, change := range map[string]func([]byte){
		"swapped":       func(data []byte) { copy(data[head+block:], at(2)); copy(data[head+2*block:], at(1)) },
		"repeated":      func(data []byte) { copy(data[head+2*block:], at(1)) },
		"of another":    func(data []byte) { copy(data[head+block:], d.names[b.name].data[head+block:head+2*block]) },
		"first is gone": func(data []byte) { copy(data[head:], at(1)) },
	} {
		data := slices.Clone(whole)
		change(data)
		d.names[a.name].data = data
		got, err := s.Resume(a.ID, unlock(t, d, RoleDraft))
		if err == nil && got.Damage == nil {
			t.Errorf("a block that is %s was taken", what)
		}
	}
}

// at sets the clock of a store.
func at(s *Store, after time.Duration) { s.now = func() time.Time { return testTime.Add(after) } }

func (s *Store) purges(t *testing.T, after time.Duration) int {
	t.Helper()
	at(s, after)
	deleted, err := s.Purge()
	if err != nil {
		t.Fatal(err)
	}
	return len(deleted)
}

func TestADraftLivesADayAndIsThenDeleted(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, j := begun(t, d, 1)
	_ = j.Close()
	if h := j.Expires.Sub(testTime); h < Life || h > Life+coarse || j.Expires.Minute() != 0 || j.Expires.Hour()%6 != 0 {
		t.Errorf("expires %v", j.Expires)
	}
	for _, c := range []struct {
		after   time.Duration
		deleted int
	}{{time.Hour, 0}, {Life - time.Minute, 0}, {32 * time.Hour, 0}, {33 * time.Hour, 0}, {35 * time.Hour, 1}, {36 * time.Hour, 0}} {
		if got := s.purges(t, c.after); got != c.deleted {
			t.Errorf("after %v: %d deleted, want %d", c.after, got, c.deleted)
		}
	}
	for name := range d.names {
		if strings.HasPrefix(name, s.drafts()) {
			t.Errorf("%s is left", name)
		}
	}
}

func TestAClockThatJumpsDeletesNoFreshDraft(t *testing.T) {
	t.Parallel()
	for what, c := range map[string]struct {
		jumps   []time.Duration // where the clock stands at each start
		deleted int
	}{
		"forward by years and back":         {[]time.Duration{5 * 365 * 24 * time.Hour, time.Hour, 2 * time.Hour}, 0},
		"forward by two days and back":      {[]time.Duration{48 * time.Hour, time.Hour}, 0},
		"forward, and two starts at once":   {[]time.Duration{48 * time.Hour, 48*time.Hour + time.Minute}, 0},
		"back by years":                     {[]time.Duration{-5 * 365 * 24 * time.Hour, -5*365*24*time.Hour + time.Hour}, 0},
		"back by years, and stays there":    {[]time.Duration{-50000 * time.Hour, -50000*time.Hour + 26*time.Hour}, 1},
		"back, then forward of the truth":   {[]time.Duration{-48 * time.Hour, 72 * time.Hour, 72*time.Hour + time.Minute}, 0},
		"back between two doubts":           {[]time.Duration{72 * time.Hour, 60 * time.Hour, 60*time.Hour + time.Minute}, 0},
		"the draft of a clock that ran off": {[]time.Duration{-26 * time.Hour, -26*time.Hour + 25*time.Hour}, 0},
	} {
		d := newFaulty()
		s, j := begun(t, d, 1)
		_ = j.Close()
		deleted := 0
		for _, jump := range c.jumps {
			deleted += s.purges(t, jump)
		}
		if deleted != c.deleted {
			t.Errorf("%s: %d deleted, want %d", what, deleted, c.deleted)
		}
	}
}

func TestAClockThatJumpsWhileWritingStopsNothing(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s, j := begun(t, d, 1)
	for i, jump := range []time.Duration{-1e6 * time.Hour, 1e6 * time.Hour, 0} {
		at(s, jump)
		if n := s.purges(t, jump); n != 0 {
			t.Errorf("a draft in use was deleted")
		}
		if err := j.Append(answer(i)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSweepLeavesNothingOfADraftThatNeverBegan(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	d.names[s.beside(newID(), draftEnding+temporary)] = &node{data: []byte("half")}
	d.names[s.beside(newID(), doubtEnding)] = &node{data: []byte("x")}
	s.purges(t, 0)
	for name := range d.names {
		if strings.HasPrefix(name, s.drafts()) {
			t.Errorf("%s is left", name)
		}
	}
}

// FuzzRead feeds the reader of frames what nobody wrote: it must not fall over,
// and never give anything that was not sealed.
func FuzzRead(f *testing.F) {
	s, err := newSealer(bytes.Repeat([]byte{7}, keySize), []byte("head"))
	if err != nil {
		f.Fatal(err)
	}
	var whole []byte
	var want [][]byte
	for i := range 6 {
		want = append(want, bytes.Repeat([]byte(fmt.Sprint(i)), i*1500))
		whole = append(whole, s.seal(want[i], len(whole)/block)...)
	}
	f.Add(whole, 0, byte(0))
	f.Add(whole[:block], 100, byte(1))
	f.Add(append(slices.Clone(whole), make([]byte, block)...), 5, byte(0))
	f.Fuzz(func(t *testing.T, data []byte, at int, flip byte) {
		if len(data) > 0 && at >= 0 {
			data = slices.Clone(data)
			data[at%len(data)] ^= flip
		}
		got := s.read(data)
		if len(got.records) > len(want) || got.blocks*block > len(data) || got.torn && got.damage != nil {
			t.Fatalf("%d records in %d blocks of %d bytes", len(got.records), got.blocks, len(data))
		}
		for i, record := range got.records {
			if !bytes.Equal(record, want[i]) {
				t.Fatalf("record %d was never sealed", i)
			}
		}
		if !got.torn && got.damage == nil && got.blocks*block != len(data) {
			t.Fatal("something was passed over in silence")
		}
	})
}
