package vault

import (
	"errors"
	"fmt"
	"testing"
)

// run is a talk of 40 answers that is sealed at its end.
type run struct {
	begun, sealed bool
	confirmed     int
}

const answersOfRun = 40

func (r *run) hold(s *Store) error {
	j, err := s.Begin([]byte("the set"))
	if err != nil {
		return err
	}
	r.begun = true
	for i := range answersOfRun {
		if err := j.Append(answer(i)); err != nil {
			return err
		}
		r.confirmed++
	}
	if err := j.Close(); err != nil {
		return err
	}
	if _, err := s.Seal(sealing("everything", j.ID)); err != nil {
		return err
	}
	r.sealed = true
	return nil
}

// TestThePowerGoesAtEveryCall stops the machine at every single write, sync,
// rename and removal of a talk, brings the disk back in every way that a disk
// may come back, and looks whether all that was confirmed is there.
func TestThePowerGoesAtEveryCall(t *testing.T) {
	t.Parallel()
	sound := newFaulty()
	newStore(t, sound, setup(Hybrid))
	key := unlock(t, sound, RoleDraft)
	total := 0
	for stopAt := 1; ; stopAt++ {
		d := sound.clone()
		s := reopen(t, d)
		d.stopAt = d.calls + stopAt
		var r run
		err := r.hold(s)
		if !d.dead {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		total++
		for name, survive := range survivals {
			after := restarted(survive(d))
			if err := r.holds(t, after, key); err != nil {
				t.Errorf("stopped at call %d of %+v, %s: %v", stopAt, r, name, err)
			}
		}
	}
	if total < 2*answersOfRun+10 {
		t.Errorf("only %d calls were stopped at", total)
	}
	t.Logf("stopped at %d calls, %d ways back each", total, len(survivals))
}

// holds reports what was lost.
func (r run) holds(t *testing.T, d *faulty, key *Identity) error {
	s := reopen(t, d)
	if problems, err := Examine(d, places, clock, ""); err != nil || len(problems) > 0 {
		return fmt.Errorf("check: %v, %+v", err, problems)
	}
	if _, err := s.Purge(); err != nil {
		return err
	}
	records, err := s.List()
	if err != nil {
		return err
	}
	drafts, err := s.Drafts()
	if err != nil {
		return err
	}
	switch {
	case len(records)+len(drafts) > 1:
		return fmt.Errorf("the talk is there twice: %+v %+v", records, drafts)
	case r.sealed && len(records) != 1:
		return errors.New("the record is lost")
	case len(records) == 1:
		return nil
	case len(drafts) == 0 && r.begun:
		return errors.New("the draft is lost")
	case len(drafts) == 0:
		return nil
	}
	return r.resumes(s, drafts[0].ID, key)
}

func (r run) resumes(s *Store, id string, key *Identity) error {
	got, err := s.Resume(id, key)
	if err != nil {
		return err
	}
	if got.Damage != nil || string(got.First) != "the set" {
		return fmt.Errorf("the draft is damaged: %v", got.Damage)
	}
	if n := len(got.Records); n < r.confirmed || n > r.confirmed+1 {
		return fmt.Errorf("%d answers are there, %d were confirmed", n, r.confirmed)
	}
	for i, record := range got.Records {
		if string(record) != string(answer(i)) {
			return fmt.Errorf("answer %d is another", i)
		}
	}
	return r.goesOn(s, got, key)
}

// goesOn adds one more answer, and finds it again.
func (r run) goesOn(s *Store, got *Resumed, key *Identity) error {
	n := len(got.Records)
	if err := got.Journal.Append(answer(n)); err != nil {
		return err
	}
	if err := got.Journal.Close(); err != nil {
		return err
	}
	again, err := s.Resume(got.Journal.ID, key)
	if err != nil {
		return err
	}
	if len(again.Records) != n+1 || again.Torn || again.Damage != nil {
		return fmt.Errorf("after going on: %d answers, want %d", len(again.Records), n+1)
	}
	return again.Journal.Discard()
}

// TestThePowerGoesWhileKeysAreMade: afterwards there is a store or there is none.
func TestThePowerGoesWhileKeysAreMade(t *testing.T) {
	t.Parallel()
	for stopAt := 1; ; stopAt++ {
		d := newFaulty()
		d.stopAt = stopAt
		_, err := SetUp(d, places, clock, setup(X25519))
		if !d.dead {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		for name, survive := range survivals {
			after := restarted(survive(d))
			_, err := Open(after, places, clock)
			if errors.Is(err, ErrNotSetUp) {
				c := setup(X25519)
				c.Keys, c.Recovery = "/other", "/other"
				_, err = SetUp(after, places, clock, c)
			}
			if err != nil {
				t.Errorf("stopped at call %d, %s: %v", stopAt, name, err)
				continue
			}
			examined(t, after, "")
		}
	}
}

// TestThePowerGoesWhileARecordIsRemoved: it is there or it is not, and the log
// tells which.
func TestThePowerGoesWhileARecordIsRemoved(t *testing.T) {
	t.Parallel()
	for name, remove := range map[string]func(*Store, string) error{
		"removed": (*Store).Remove, "withdrawn": (*Store).Withdraw,
		"disclosed": func(s *Store, id string) error { return s.Disclose(id, WhatReferral) },
	} {
		sound := newFaulty()
		c := setup(X25519)
		c.NGO = partner(t).recipient
		s := newStore(t, sound, c)
		id := mustSeal(t, s, sealing("one", ""))
		mustSeal(t, s, sealing("two", ""))
		for stopAt := 1; ; stopAt++ {
			d := sound.clone()
			s := reopen(t, d)
			d.stopAt = d.calls + stopAt
			err := remove(s, id)
			if !d.dead {
				if err != nil {
					t.Fatal(err)
				}
				break
			}
			for how, survive := range survivals {
				after := restarted(survive(d))
				s := reopen(t, after)
				examined(t, after, "")
				if all, err := s.List(); err != nil || len(all) > 2 || len(all) == 0 {
					t.Errorf("%s, stopped at call %d, %s: %v %+v", name, stopAt, how, err, all)
				}
			}
		}
	}
}

func partner(t testing.TB) identity {
	t.Helper()
	id, err := generate(X25519)
	if err != nil {
		t.Fatal(err)
	}
	return id
}
