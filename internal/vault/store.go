package vault

import (
	"crypto/ed25519"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

var errExists = fs.ErrExist

// Names in the store. Nothing else belongs there.
const (
	stationFile = "station.json"
	deviceFile  = "device.key"
	logFile     = "log"
	lockFile    = "lock"
	draftsDir   = "drafts"
	sealedDir   = "sealed"
)

// Places say where the store is.
type Places struct {
	// Root is the folder of the store. Nothing else is in it.
	Root string
	// Head is a file outside Root in which the end of the log is noted, or empty.
	Head string
}

// Store is the store of one machine. It is not safe for concurrent use; other
// processes may use the same one.
type Store struct {
	files   Files
	places  Places
	now     func() time.Time
	Station Station
	pinned  string // the hash of the pinned keys as they are on the disk
	device  ed25519.PrivateKey
	log     log
}

// Open opens the store, and finishes what a run that was cut off has begun.
// [ErrNotSetUp] means that there is none.
func Open(files Files, p Places, now func() time.Time) (*Store, error) {
	s := &Store{files: files, places: p, now: now}
	if err := s.loadStation(); err != nil {
		return nil, err
	}
	if err := s.loadDevice(); err != nil {
		return nil, err
	}
	return s, s.locked(s.sweepStaged)
}

// sweepStaged removes files of records that were never logged: their talk is
// still a draft. What the log tells of is left alone.
func (s *Store) sweepStaged() error {
	names, err := s.files.List(s.path(sealedDir))
	if err != nil {
		return err
	}
	logged := map[string]bool{}
	for _, l := range s.log.lines {
		for _, f := range l.Files {
			logged[f.Name] = true
		}
	}
	for _, name := range names {
		if final, staged := strings.CutSuffix(name, temporary); staged && !logged[final] {
			if err := s.files.Remove(s.path(sealedDir, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Store) path(names ...string) string {
	return filepath.Join(append([]string{s.places.Root}, names...)...)
}

// patience is how long to wait for another window that writes the log: it holds
// the lock for a few writes only.
const patience = 3 * time.Second

func (s *Store) lock() (func(), error) {
	const pause = 20 * time.Millisecond
	for waited := time.Duration(0); ; waited += pause {
		unlock, err := s.files.Lock(s.path(lockFile))
		if !errors.Is(err, ErrLocked) || waited >= patience {
			return unlock, err
		}
		time.Sleep(pause)
	}
}

// locked does f with the store locked, its log fresh, and the last thing that
// was begun finished.
func (s *Store) locked(f func() error) error {
	unlock, err := s.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := s.recoverLog(); err != nil {
		return err
	}
	if err := s.finish(); err != nil {
		return err
	}
	return f()
}

// finish carries the last line of the log through. Every change is logged first
// and done afterwards, so whatever was cut off is told by that line.
func (s *Store) finish() error {
	n := len(s.log.lines)
	if n == 0 || s.log.lines[n-1].bad != nil {
		return nil
	}
	switch e := s.log.lines[n-1].Entry; {
	case e.Verb == Collected:
		return s.finishSeal(e)
	case e.Verb == Erased:
		return s.removeFiles(e.Record, ends...)
	case e.Verb == Changed && e.What == WhatWithdrawn:
		return s.removeFiles(e.Record, ngoEnd)
	}
	return nil
}

// finishSeal gives staged files their names and removes the draft that they came
// from. A file that is neither here nor there is left for [Examine] to report.
func (s *Store) finishSeal(e Entry) error {
	for _, f := range e.Files {
		name := s.path(sealedDir, f.Name)
		staged, err := s.files.Read(name + temporary)
		if err == nil && sum(staged) == f.Sum {
			err = settle(s.files, name)
		}
		if err != nil && !missing(err) {
			return err
		}
	}
	if e.Draft == "" {
		return nil
	}
	if err := s.RemoveDraft(e.Draft); err != nil && !errors.Is(err, ErrLocked) && !missing(err) {
		return err
	}
	return nil
}

// Endings of the two files of a record: for station and recovery, and for the
// organisation.
const (
	stationEnd = ".station.age"
	ngoEnd     = ".ngo.age"
)

var ends = []string{stationEnd, ngoEnd}

func (s *Store) removeFiles(id string, endings ...string) error {
	for _, end := range endings {
		if err := erase(s.files, s.path(sealedDir, id+end)); err != nil {
			return err
		}
	}
	return nil
}

// Info is what can be said of a record without a key: a random id and the month.
type Info struct {
	ID string
	// Month is that of the talk, as 2026-11; empty if the log does not tell.
	Month, Period string
	// Missing says that the log tells of a record whose file is not there,
	// Unlogged that there is a file of which the log tells nothing.
	Missing, Unlogged bool
	// Withdrawn says that the organisation must get nothing any more.
	Withdrawn bool
	// Disclosed counts how often it was handed over.
	Disclosed int
}

// List lists the records, the newest last. It opens none of them.
func (s *Store) List() ([]Info, error) {
	if err := s.loadLog(); err != nil {
		return nil, err
	}
	names, err := s.files.List(s.path(sealedDir))
	if err != nil {
		return nil, err
	}
	there := map[string]bool{}
	for _, name := range names {
		if id, ok := strings.CutSuffix(name, stationEnd); ok {
			there[id] = true
		}
	}
	return listed(s.log.lines, there), nil
}

func listed(lines []line, there map[string]bool) []Info {
	at := map[string]int{}
	var all []Info
	for _, l := range lines {
		i, known := at[l.Record]
		switch {
		case l.Verb == Collected && !known:
			at[l.Record] = len(all)
			all = append(all, Info{ID: l.Record, Month: l.month(), Period: l.Period, Missing: !there[l.Record]})
		case !known:
		case l.Verb == Erased:
			all[i].ID = ""
		case l.Verb == Changed && l.What == WhatWithdrawn:
			all[i].Withdrawn = true
		case l.Verb == Disclosed:
			all[i].Disclosed++
		}
	}
	var unlogged []Info
	for id := range there {
		if _, known := at[id]; !known {
			unlogged = append(unlogged, Info{ID: id, Unlogged: true})
		}
	}
	slices.SortFunc(unlogged, func(a, b Info) int { return strings.Compare(a.ID, b.ID) })
	all = slices.DeleteFunc(all, func(i Info) bool { return i.ID == "" })
	return append(all, unlogged...)
}

// Find finds the one record that an id means, whole or as [Short] writes it.
func (s *Store) Find(typed string) (Info, error) {
	prefix, err := readShort(typed)
	if err != nil {
		return Info{}, err
	}
	all, err := s.List()
	if err != nil {
		return Info{}, err
	}
	all = slices.DeleteFunc(all, func(i Info) bool { return !strings.HasPrefix(i.ID, prefix) })
	switch len(all) {
	case 0:
		return Info{}, ErrNoRecord
	case 1:
		return all[0], nil
	}
	return Info{}, ErrAmbiguous
}
