package vault

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"slices"
	"time"
)

// Code says what is wrong. It is a fixed word, for the catalogue.
type Code string

// What [Examine] can find.
const (
	BadStation   Code = "station-unreadable" // the pinned keys cannot be read
	OtherKeys    Code = "keys-changed"       // they are not those that the log tells of
	BadDevice    Code = "device-key"         // the signing key is not the machine's
	LogTorn      Code = "log-torn"           // something stands behind the last whole line
	LogLine      Code = "log-line"           // a line cannot be read
	LogGap       Code = "log-gap"            // a number is missing, or comes twice
	LogChain     Code = "log-chain"          // a line does not follow the one before it
	LogSignature Code = "log-signature"      // a line was not signed by this machine
	LogTwice     Code = "log-twice"          // a record was collected twice
	RolledBack   Code = "rolled-back"        // the log is shorter than it was
	OtherLog     Code = "other-log"          // the log is not the one whose head was noted
	NoHead       Code = "no-head"            // the noted head cannot be read
	FileMissing  Code = "file-missing"
	FileCut      Code = "file-cut"
	FileChanged  Code = "file-changed"
	FileSwapped  Code = "file-swapped" // it holds another file of the store
	FileBack     Code = "file-back"    // it was erased and is there again
	FileUnknown  Code = "file-unknown" // nothing tells of it
	FileFailed   Code = "file-failed"  // it cannot be read from the disk
	BadDraft     Code = "draft-unreadable"
)

// Problem is one thing that is wrong.
type Problem struct {
	Code Code
	// File is a name in the store, N the number of a line of the log.
	File string
	N    int
}

// Examine compares everything in the store with what the log tells, and the log
// with the noted head and with a printed one, if given. It needs no key and
// changes nothing, and whatever it meets, it goes on to the end. It fails only
// if there is no store at all.
func Examine(files Files, p Places, now func() time.Time, printed string) ([]Problem, error) {
	x := &examiner{Store: &Store{files: files, places: p, now: now}}
	err := x.loadStation()
	if err != nil {
		names, _ := files.List(p.Root)
		if len(names) == 0 {
			return nil, ErrNotSetUp
		}
		x.found(BadStation, stationFile, 0)
	}
	if err := x.loadLog(); err != nil {
		x.found(FileFailed, logFile, 0)
	}
	x.keys(err == nil)
	x.chain(err == nil)
	x.heads(printed)
	x.sealedFiles()
	x.strangers()
	x.draftHeads()
	return x.problems, nil
}

type examiner struct {
	*Store
	problems []Problem
}

func (x *examiner) found(c Code, file string, n int) {
	x.problems = append(x.problems, Problem{c, file, n})
}

// keys compares the pinned keys with the log, and the signing key with them.
func (x *examiner) keys(pinned bool) {
	logged := ""
	for _, l := range x.log.lines {
		if l.Verb == Changed && l.What == WhatKeys {
			logged = l.Sum
		}
	}
	if pinned && logged != x.pinned {
		x.found(OtherKeys, stationFile, 0)
	}
	if err := x.loadDevice(); err != nil || pinned && !bytes.Equal(x.device.Public().(ed25519.PublicKey), x.Station.Device) {
		x.found(BadDevice, deviceFile, 0)
	}
}

func (x *examiner) chain(pinned bool) {
	if x.log.torn {
		x.found(LogTorn, logFile, 0)
	}
	before, seen := start.sum, map[string]bool{}
	for i, l := range x.log.lines {
		n := i + 1
		switch {
		case l.bad != nil || !l.exact():
			x.found(LogLine, logFile, n)
		case l.N != n:
			x.found(LogGap, logFile, n)
		case l.Prev != hex.EncodeToString(before[:]):
			x.found(LogChain, logFile, n)
		case pinned && !x.signedHere(l.Entry):
			x.found(LogSignature, logFile, n)
		case l.Verb == Collected && seen[l.Record]:
			x.found(LogTwice, logFile, n)
		}
		before = l.head(n).sum
		seen[l.Record] = seen[l.Record] || l.Verb == Collected
	}
}

func (x *examiner) signedHere(e Entry) bool {
	text, err := e.signed()
	return err == nil && ed25519.Verify(x.Station.Device, text, e.Sig)
}

// heads compares the log with what was noted of it.
func (x *examiner) heads(printed string) {
	if printed != "" {
		x.head(printed)
	}
	if x.places.Head != "" {
		x.head(x.remembered())
	}
}

func (x *examiner) head(text string) {
	n, noted, ok := readHead(text)
	switch {
	case !ok:
		x.found(NoHead, logFile, 0)
	case n > len(x.log.lines):
		x.found(RolledBack, logFile, n)
	case n == 0 && !start.matches(noted), n > 0 && !x.log.lines[n-1].head(n).matches(noted):
		x.found(OtherLog, logFile, n)
	}
}

// expected lists the files that must be there, and those that must not.
func (x *examiner) expected() (must map[string]FileSum, gone map[string]bool) {
	must, gone = map[string]FileSum{}, map[string]bool{}
	drop := func(record string, endings ...string) {
		for _, end := range endings {
			delete(must, record+end)
			gone[record+end] = true
		}
	}
	for _, l := range x.log.lines {
		switch {
		case l.Verb == Collected:
			for _, f := range l.Files {
				must[f.Name] = f
			}
		case l.Verb == Erased:
			drop(l.Record, ends...)
		case l.Verb == Changed && l.What == WhatWithdrawn:
			drop(l.Record, ngoEnd)
		}
	}
	return must, gone
}

func (x *examiner) sealedFiles() {
	must, gone := x.expected()
	bySum := map[string]bool{}
	for _, f := range must {
		bySum[f.Sum] = true
	}
	names, err := x.files.List(x.path(sealedDir))
	if err != nil {
		x.found(FileFailed, sealedDir, 0)
	}
	for _, name := range names {
		f, known := must[name]
		switch {
		case known:
			x.sealedFile(f, bySum)
			delete(must, name)
		case gone[name]:
			x.found(FileBack, name, 0)
		default:
			x.found(FileUnknown, name, 0)
		}
	}
	for _, f := range sorted(must) {
		x.found(FileMissing, f, 0)
	}
}

func sorted(m map[string]FileSum) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (x *examiner) sealedFile(f FileSum, bySum map[string]bool) {
	data, err := x.files.Read(x.path(sealedDir, f.Name))
	got := sum(data)
	switch {
	case err != nil:
		x.found(FileFailed, f.Name, 0)
	case got == f.Sum && len(data) == f.Size:
	case bySum[got]:
		x.found(FileSwapped, f.Name, 0)
	case len(data) < f.Size:
		x.found(FileCut, f.Name, 0)
	default:
		x.found(FileChanged, f.Name, 0)
	}
}

// strangers finds what does not belong into the store.
func (x *examiner) strangers() {
	names, err := x.files.List(x.places.Root)
	if err != nil {
		x.found(FileFailed, ".", 0)
	}
	for _, name := range names {
		if !slices.Contains([]string{stationFile, deviceFile, logFile, lockFile, draftsDir, sealedDir}, name) {
			x.found(FileUnknown, name, 0)
		}
	}
}

// draftHeads reads the heads of the drafts; their answers need the draft key.
func (x *examiner) draftHeads() {
	drafts, err := x.Drafts()
	if err != nil {
		x.found(FileFailed, draftsDir, 0)
	}
	for _, d := range drafts {
		if d.Damage != nil {
			x.found(BadDraft, d.ID+draftEnding, 0)
		}
	}
}

// CheckOpened opens every record of a period with a key of it and reports, by
// id, why one cannot be opened or is not what its name says. It is for a drill of
// the recovery key. Nothing of what it opens is given out, so it is not logged.
func (s *Store) CheckOpened(key *Identity, period string) map[string]error {
	bad := map[string]error{}
	all, err := s.List()
	if err != nil {
		return map[string]error{"": err}
	}
	for _, info := range all {
		if info.Period != period && !info.Unlogged {
			continue
		}
		data, err := s.sealed(info.ID)
		if err == nil {
			_, err = s.openAs(info.ID, data, key)
		}
		if err != nil {
			bad[info.ID] = err
		}
	}
	return bad
}
