package cli

import (
	"slices"
	"time"

	"cesta/internal/answers"
	"cesta/internal/interview"
)

// reviewMonths is how long a record is kept until somebody decides whether it is
// still needed. Source: privacy threat model, section 5; a proposal that counsel
// has to confirm.
const reviewMonths = 6

// end finishes the saving of a talk, however it ended: a draft stays for another
// time, a talk that may be kept becomes a record, and of every other nothing
// stays.
func (k *keeping) end() error {
	switch {
	case k.talk == nil:
		return nil
	case k.talk.engine.Outcome() == interview.Unfinished:
		return k.leave()
	case !k.may() || !k.keeps():
		k.forget()
		if k.trouble != nil {
			return k.talk.vaultFailure(k.trouble)
		}
		k.talk.tell("keep.nothing")
		return nil
	}
	return k.seal()
}

// leave closes the draft of an unfinished talk.
func (k *keeping) leave() error {
	if k.journal == nil {
		return nil
	}
	err := k.journal.Close()
	if k.trouble == nil {
		k.trouble = err
	}
	if k.trouble != nil {
		return k.talk.fail(exitError, "keep-behind", "missing", k.talk.words.Count("officer.cli.steps", len(k.actions)-k.saved))
	}
	return nil
}

// unfinished is the id of the text about a talk that was cut off.
func (k *keeping) unfinished() string {
	if k.talk != nil && k.journal != nil && k.saved > 0 {
		return "unfinished-kept"
	}
	return "unfinished"
}

// keeps reports whether a finished talk becomes a record: the person was told so
// and has agreed to be asked. Where nobody is told anything, because only the
// officer observes or a child is not questioned, the law alone decides.
func (k *keeping) keeps() bool {
	if k.talk.refusedTalk() {
		return false
	}
	sheet := k.talk.engine.Sheet()
	if k.talk.observed() || sheet.Age.MaybeChild() {
		return sheet.Conditions["silent-card"] != answers.No
	}
	return k.talk.wasTold()
}

func (t *talk) refusedTalk() bool {
	c := t.engine.Choices()[interview.PartInterview]
	return c == answers.No || c == interview.OptLater
}

// wasTold reports whether the page about what is kept was read to its end.
func (t *talk) wasTold() bool {
	return slices.ContainsFunc(t.engine.Trace(), func(e interview.Event) bool {
		return e.Step == partKept && e.Verb == interview.Next
	})
}

// partKept is the part of the country pack that tells what is kept.
const partKept = "kept"

// seal makes the record. If that fails the draft stays.
func (k *keeping) seal() error {
	draft := ""
	if k.journal != nil {
		draft = k.journal.ID
		_ = k.journal.Close() // what is sealed comes from memory
	}
	k.talk.details = k.talk.askDetails()
	id, err := k.store.Seal(k.talk.sealing(draft))
	if err != nil {
		return k.talk.sealFailure(err, draft != "")
	}
	for _, old := range k.old {
		_ = k.store.RemoveDraft(old) // else it goes when its time is over
	}
	k.talk.tellSealed(id)
	return nil
}

// review is the day by which it must be decided whether a record stays.
func (t *talk) review() time.Time { return t.env.Now().AddDate(0, reviewMonths, 0) }
