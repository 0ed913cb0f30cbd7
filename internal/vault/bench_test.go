package vault

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// diskStore is a store on the real disk.
func diskStore(t testing.TB) *Store {
	t.Helper()
	dir := t.TempDir()
	p := Places{Root: filepath.Join(dir, "records"), Head: filepath.Join(dir, "head")}
	c := setup(Hybrid)
	c.Keys, c.Recovery = filepath.Join(dir, "stick"), filepath.Join(dir, "safe")
	s, err := SetUp(Disk{}, p, clock, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// BenchmarkAppend saves an answer and, in turn, appends and syncs as many bare
// bytes to another file of the same disk. Goal: a ratio of the medians of 1.3 at
// most (issue 5); 1.03 was reached elsewhere (performance notes, section 5).
func BenchmarkAppend(b *testing.B) {
	s := diskStore(b)
	j, err := s.Begin([]byte("the set"))
	if err != nil {
		b.Fatal(err)
	}
	bare, err := os.OpenFile(filepath.Join(s.places.Root, "bare"), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	record, bare4k := answer(1), make([]byte, block)
	var ours, theirs []time.Duration
	for b.Loop() {
		ours = append(ours, timed(b, func() error { return j.Append(record) }))
		theirs = append(theirs, timed(b, func() error {
			if _, err := bare.Write(bare4k); err != nil {
				return err
			}
			return bare.Sync()
		}))
	}
	report := func(name string, of func([]time.Duration) time.Duration) {
		b.ReportMetric(float64(of(ours).Microseconds()), name+"-µs")
		b.ReportMetric(float64(of(ours))/float64(of(theirs)), name+"-ratio")
	}
	report("median", func(d []time.Duration) time.Duration { return quantile(d, 0.5) })
	report("p99", func(d []time.Duration) time.Duration { return quantile(d, 0.99) })
}

func timed(b *testing.B, f func() error) time.Duration {
	began := time.Now()
	if err := f(); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

func quantile(all []time.Duration, q float64) time.Duration {
	all = slices.Sorted(slices.Values(all))
	return all[int(q*float64(len(all)-1))]
}

// manyRecords writes a store whose log tells of n records and whose files are
// there, without the time that sealing takes: a list opens none of them.
func manyRecords(t testing.TB, s *Store, n int) {
	t.Helper()
	if err := s.files.MakeDir(s.path(sealedDir)); err != nil {
		t.Fatal(err)
	}
	if err := s.recoverLog(); err != nil {
		t.Fatal(err)
	}
	var raws []byte
	for range n {
		id := newID()
		data := []byte(id)
		c := newContent(id+stationEnd, data)
		if err := os.WriteFile(s.path(sealedDir, c.Name), data, 0o600); err != nil {
			t.Fatal(err)
		}
		raws = append(raws, s.logged(t, Entry{Verb: Collected, Record: id, Period: "2026-Q4", Files: []FileSum{c.FileSum}})...)
	}
	f, err := s.files.Append(s.path(logFile))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(raws); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	s.remember()
}

// TestAListOfTenThousandIsThereAtOnce: opening the store and listing it takes
// less than a second, and check goes through all of it.
func TestAListOfTenThousandIsThereAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 10,000 files")
	}
	const records = 10_000
	s := diskStore(t)
	manyRecords(t, s, records)
	best, floor := time.Hour, time.Hour
	for range 5 { // the machine may be busy with something else
		floor = min(floor, bareList(t, s))
		began := time.Now()
		again, err := Open(Disk{}, s.places, clock)
		if err != nil {
			t.Fatal(err)
		}
		all, err := again.List()
		if err != nil || len(all) != records {
			t.Fatalf("%v, %d records", err, len(all))
		}
		best = min(best, time.Since(began))
	}
	t.Logf("opened and listed in %v; to read log and folder alone takes %v", best, floor)
	if best > time.Second && best > 6*floor {
		t.Errorf("it took %v", best)
	}
	if problems, err := Examine(Disk{}, s.places, clock, s.Head().String()); err != nil || len(problems) > 0 {
		t.Errorf("%v, %d problems, the first %+v", err, len(problems), problems[:min(1, len(problems))])
	}
}

// bareList is the least that any list must do: it takes the log apart and reads
// the folder. On a machine that is busy both take longer.
func bareList(t *testing.T, s *Store) time.Duration {
	t.Helper()
	began := time.Now()
	data, err := os.ReadFile(s.path(logFile))
	if err != nil {
		t.Fatal(err)
	}
	for raw := range bytes.Lines(data) {
		if err := json.Unmarshal(raw, new(Entry)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.ReadDir(s.path(sealedDir)); err != nil {
		t.Fatal(err)
	}
	return time.Since(began)
}

// BenchmarkList lists 10,000 records of a store that is open.
func BenchmarkList(b *testing.B) {
	s := diskStore(b)
	manyRecords(b, s, 10_000)
	for b.Loop() {
		if _, err := s.List(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkUnlock is the opening of a key with the standard work factor, once a
// session.
func BenchmarkUnlock(b *testing.B) {
	id, err := generate(Hybrid)
	if err != nil {
		b.Fatal(err)
	}
	file, err := lockIdentity(id, "a long passphrase", Work)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Unlock(file, "a long passphrase"); err != nil {
			b.Fatal(err)
		}
	}
}
