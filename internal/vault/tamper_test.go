package vault

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// damagedStore is a store with a history, and how many mutations to try on it.
func damagedStore(t testing.TB, records int) (d *faulty, printed string) {
	d = newFaulty()
	s, _ := withNGO(t, d)
	var ids []string
	for range records {
		ids = append(ids, mustSeal(t, s, forNGO("said")))
	}
	key := unlock(t, d, RoleStation)
	if _, err := s.Show(ids[0], key); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{s.Disclose(ids[1], WhatReferral), s.Withdraw(ids[2]), s.Remove(ids[3])} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return d, s.Head().String()
}

// stored lists the files of the store, without locks and drafts.
func stored(d *faulty) []string {
	names, _ := d.List(testRoot + "/" + sealedDir)
	for i, name := range names {
		names[i] = testRoot + "/" + sealedDir + "/" + name
	}
	return append(names, testRoot+"/"+logFile, testRoot+"/"+stationFile, testRoot+"/"+deviceFile, places.Head)
}

// mutations are what may happen to stored files, by accident or by somebody.
// Each says which files it has touched, none if it changed nothing.
var mutations = map[string]func(*rand.Rand, *faulty, []string) []string{
	"a bit is flipped": func(r *rand.Rand, d *faulty, names []string) []string {
		name := names[r.IntN(len(names))]
		data := d.names[name].data
		data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		return []string{name}
	},
	"a file is cut": func(r *rand.Rand, d *faulty, names []string) []string {
		name := names[r.IntN(len(names))]
		data := d.names[name].data
		d.names[name].data = data[:r.IntN(len(data))]
		return []string{name}
	},
	"a file grows": func(r *rand.Rand, d *faulty, names []string) []string {
		name := names[r.IntN(len(names))]
		d.names[name].data = append(d.names[name].data, byte(r.IntN(256)))
		return []string{name}
	},
	"a file is gone": func(r *rand.Rand, d *faulty, names []string) []string {
		name := names[r.IntN(len(names))]
		delete(d.names, name)
		return []string{name}
	},
	"two files change places": func(r *rand.Rand, d *faulty, names []string) []string {
		a, b := names[r.IntN(len(names))], names[r.IntN(len(names))]
		if a == b {
			return nil
		}
		d.names[a], d.names[b] = d.names[b], d.names[a]
		return []string{a, b}
	},
	"a file is put in twice": func(r *rand.Rand, d *faulty, names []string) []string {
		name := testRoot + "/" + sealedDir + "/" + newID() + ends[r.IntN(2)]
		d.names[name] = d.names[names[r.IntN(len(names))]]
		return []string{name}
	},
	"a piece of a file is moved": func(r *rand.Rand, d *faulty, names []string) []string {
		name := names[r.IntN(len(names))]
		data := d.names[name].data
		before := slices.Clone(data)
		copy(data[r.IntN(len(data)):], before[r.IntN(len(data)):])
		if slices.Equal(before, data) {
			return nil
		}
		return []string{name}
	},
	"a line of the log is gone": lines(func(r *rand.Rand, all []string) []string {
		i := r.IntN(len(all))
		return slices.Delete(all, i, i+1)
	}),
	"the end of the log is gone": lines(func(r *rand.Rand, all []string) []string { return all[:r.IntN(len(all))] }),
	"two lines of the log change places": lines(func(r *rand.Rand, all []string) []string {
		i, j := r.IntN(len(all)), r.IntN(len(all))
		all[i], all[j] = all[j], all[i]
		return all
	}),
	"a line of the log comes twice": lines(func(r *rand.Rand, all []string) []string {
		return slices.Insert(all, r.IntN(len(all)+1), all[r.IntN(len(all))])
	}),
	"a line of the log is rewritten": lines(func(r *rand.Rand, all []string) []string {
		i := r.IntN(len(all))
		var e Entry
		_ = json.Unmarshal([]byte(all[i]), &e)
		e.Verb = Combined
		raw, _ := e.encode()
		all[i] = string(raw)
		return all
	}),
}

func lines(change func(*rand.Rand, []string) []string) func(*rand.Rand, *faulty, []string) []string {
	return func(r *rand.Rand, d *faulty, _ []string) []string {
		name := testRoot + "/" + logFile
		before := string(d.names[name].data)
		all := slices.Collect(strings.Lines(before))
		after := strings.Join(change(r, all), "")
		d.names[name] = &node{data: []byte(after)}
		if after == before {
			return nil
		}
		return []string{name}
	}
}

// tamper tries n random mutations: each must be reported, none may make anything
// fall over, and every record that was not touched must still open.
func tamper(t *testing.T, records, n int) {
	sound, printed := damagedStore(t, records)
	key := unlock(t, sound, RoleStation)
	kinds := slices.Sorted(func(yield func(string) bool) {
		for name := range mutations {
			if !yield(name) {
				return
			}
		}
	})
	r := rand.New(rand.NewPCG(50, 10000))
	changed := 0
	for i := range n {
		d := sound.clone()
		kind := kinds[i%len(kinds)]
		touched := mutations[kind](r, d, stored(d))
		if len(touched) == 0 {
			continue
		}
		changed++
		problems, err := Examine(d, places, clock, printed)
		if err != nil || len(problems) == 0 {
			t.Fatalf("mutation %d: %s of %v was not reported: %v", i, kind, touched, err)
		}
		opens(t, d, key, touched, kind, r)
	}
	if changed < n*9/10 {
		t.Errorf("only %d of %d mutations changed anything", changed, n)
	}
}

// opens checks that the records that were not touched open, whatever happened to
// the others.
func opens(t *testing.T, d *faulty, key *Identity, touched []string, kind string, r *rand.Rand) {
	t.Helper()
	s, err := Open(d, places, clock)
	if slices.ContainsFunc(touched, func(name string) bool {
		return strings.HasSuffix(name, stationFile) || strings.HasSuffix(name, deviceFile)
	}) {
		return // without the machine's own keys nothing opens, and Examine has said so
	}
	if err != nil {
		t.Fatalf("%s of %v: %v", kind, touched, err)
	}
	names, _ := d.List(testRoot + "/" + sealedDir)
	for range 3 { // of all: opening is what takes the time
		id, ok := strings.CutSuffix(names[r.IntN(len(names))], stationEnd)
		if !ok || slices.ContainsFunc(touched, func(name string) bool { return strings.Contains(name, id) || strings.HasSuffix(name, logFile) }) {
			continue
		}
		data, err := s.sealed(id)
		if err == nil {
			_, err = s.openAs(id, data, key)
		}
		if err != nil {
			t.Fatalf("%s of %v keeps %s from opening: %v", kind, touched, id, err)
		}
	}
}

// TestTampering is the short form of the test of 10,000 mutations.
func TestTampering(t *testing.T) {
	t.Parallel()
	n := 600
	if testing.Short() {
		n = 120
	}
	tamper(t, 6, n)
}

// TestARollbackOfTheWholeStoreIsFound: everything is put back to an earlier day,
// and fits together.
func TestARollbackOfTheWholeStoreIsFound(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	mustSeal(t, s, sealing("one", ""))
	earlier := d.clone()
	mustSeal(t, s, sealing("two", ""))
	printed := s.Head().String()
	noted := d.names[places.Head].data

	problems, err := Examine(earlier, places, clock, printed)
	if err != nil || len(problems) != 1 || problems[0].Code != RolledBack {
		t.Errorf("against the printed head: %v, %+v", err, problems)
	}
	earlier.names[places.Head] = &node{data: noted}
	problems, err = Examine(earlier, places, clock, "")
	if err != nil || len(problems) != 1 || problems[0].Code != RolledBack {
		t.Errorf("against the noted head: %v, %+v", err, problems)
	}

	other := reopen(t, earlier) // goes on from the earlier day
	mustSeal(t, other, sealing("another", ""))
	problems, err = Examine(earlier, places, clock, printed)
	if err != nil || len(problems) != 1 || problems[0].Code != OtherLog {
		t.Errorf("another log: %v, %+v", err, problems)
	}
}

func TestAnErasedRecordThatComesBackIsFound(t *testing.T) {
	t.Parallel()
	d := newFaulty()
	s := newStore(t, d, setup(X25519))
	id := mustSeal(t, s, sealing("one", ""))
	name := s.path(sealedDir, id+stationEnd)
	kept := *d.names[name]
	if err := s.Remove(id); err != nil {
		t.Fatal(err)
	}
	d.names[name] = &kept
	problems, err := Examine(d, places, clock, "")
	if err != nil || len(problems) != 1 || problems[0].Code != FileBack {
		t.Errorf("%v, %+v", err, problems)
	}
}
