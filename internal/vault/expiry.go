package vault

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"
)

// Life is how long a draft is kept: until the end of the next day's talk with
// the same person. Source: privacy threat model, section 5.
const Life = 24 * time.Hour

// coarse is the step of the time at which a draft is to be deleted: it can be
// read without a key and must not tell when the talk was.
const coarse = 6 * time.Hour

// Times that a doubtful clock gets before a draft is deleted. A clock that
// jumps forward makes a fresh draft look old, one that jumps back makes an old
// one look as if it came from the future; nobody can tell which. So the first
// sight is remembered, and the draft goes at a later one.
const (
	graceOld    = time.Hour
	graceFuture = Life
)

func expiry(now time.Time) time.Time {
	return now.UTC().Add(Life).Truncate(coarse).Add(coarse)
}

// Endings of what stands in the folder of drafts.
const (
	draftEnding = ".draft"
	doubtEnding = ".doubt"
	lockEnding  = ".lock"
)

// DraftInfo is what can be said of a draft without its key.
type DraftInfo struct {
	ID      string
	Expires time.Time
	Period  string
	// InUse says that a window is writing it.
	InUse bool
	// Overdue says that it should have been deleted, and will be at the next
	// start if the clock is right. Future says that it expires later than any
	// draft of this clock could.
	Overdue, Future bool
	// Damage says why its head cannot be read.
	Damage error
}

// Drafts lists the drafts, the one that lives longest first.
func (s *Store) Drafts() ([]DraftInfo, error) {
	names, err := s.files.List(s.drafts())
	if err != nil {
		return nil, err
	}
	var all []DraftInfo
	for _, name := range names {
		if id, ok := strings.CutSuffix(name, draftEnding); ok && isID(id) {
			all = append(all, s.inspect(id))
		}
	}
	slices.SortStableFunc(all, func(a, b DraftInfo) int { return b.Expires.Compare(a.Expires) })
	return all, nil
}

func (s *Store) inspect(id string) DraftInfo {
	d := DraftInfo{ID: id}
	data, err := s.files.Read(s.draft(id))
	if err == nil {
		var h header
		h, _, err = readHeader(data)
		d.Expires, d.Period = h.Expires, h.Period
	}
	d.Damage = err
	now := s.now()
	d.Overdue = !now.Before(d.Expires)
	d.Future = d.Expires.Sub(now) > Life+coarse
	unlock, err := s.lockDraft(id)
	if d.InUse = err != nil; !d.InUse {
		unlock()
	}
	return d
}

// Purge deletes the drafts whose time is over, and what runs that were cut off
// have left. It returns the ids of the deleted ones. One that cannot be deleted
// does not keep the others.
func (s *Store) Purge() (deleted []string, err error) {
	drafts, err := s.Drafts()
	if err != nil {
		return nil, err
	}
	for _, d := range drafts {
		if d.InUse || !s.due(d) {
			continue
		}
		switch e := s.RemoveDraft(d.ID); {
		case e == nil:
			deleted = append(deleted, d.ID)
		case !errors.Is(e, ErrLocked):
			err = e
		}
	}
	s.sweep()
	return deleted, err
}

// RemoveDraft deletes a draft that nobody is writing.
func (s *Store) RemoveDraft(id string) error {
	unlock, err := s.lockDraft(id)
	if err != nil {
		return err
	}
	defer unlock()
	return removeDraft(s.files, s.draft(id))
}

// due decides whether a draft goes now, and remembers the first doubt.
func (s *Store) due(d DraftInfo) bool {
	name := s.beside(d.ID, doubtEnding)
	if !d.Overdue && !d.Future {
		_ = s.files.Remove(name) // the clock is right again
		return false
	}
	grace := graceOld
	if d.Future {
		grace = graceFuture
	}
	before, known := s.doubt(name)
	now := s.now().UTC()
	if known && before.Future == d.Future && !now.Before(before.Since) {
		return now.Sub(before.Since) >= grace+time.Hour // since was cut to the hour
	}
	data, err := json.Marshal(doubt{now.Truncate(time.Hour), d.Future})
	if err == nil {
		_ = replace(s.files, name, data, now) // if not, the doubt begins at the next start
	}
	return false
}

// doubt is when a draft was first seen at a time that it should not see, and
// whether that was too early. A doubt of the other kind says that the clock has
// jumped since, and begins anew.
type doubt struct {
	Since  time.Time `json:"since"`
	Future bool      `json:"future"`
}

func (s *Store) doubt(name string) (d doubt, known bool) {
	data, err := s.files.Read(name)
	if err != nil {
		return d, false
	}
	return d, json.Unmarshal(data, &d) == nil
}

// sweep removes, as far as it can, what belongs to no draft: beginnings that
// never got their name, and marks of drafts that are gone.
func (s *Store) sweep() {
	names, _ := s.files.List(s.drafts())
	for _, name := range names {
		id, ending, _ := strings.Cut(name, ".")
		if "."+ending == draftEnding || slices.Contains(names, id+draftEnding) && ending != draftEnding[1:]+temporary {
			continue
		}
		unlock, err := s.lockDraft(id)
		if err != nil {
			continue // somebody is just beginning it
		}
		for _, gone := range []string{draftEnding + temporary, doubtEnding, doubtEnding + temporary} {
			_ = s.files.Remove(s.beside(id, gone))
		}
		_ = s.files.Remove(s.draftLock(id)) // while it is held: later it may be another's
		unlock()
	}
}

func (s *Store) drafts() string               { return s.path("drafts") }
func (s *Store) draft(id string) string       { return s.beside(id, draftEnding) }
func (s *Store) draftLock(id string) string   { return s.beside(id, lockEnding) }
func (s *Store) beside(id, end string) string { return s.path("drafts", id+end) }

func (s *Store) lockDraft(id string) (func(), error) { return s.files.Lock(s.draftLock(id)) }
