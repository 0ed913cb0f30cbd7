package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"cesta/internal/answers"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/vault"
)

// This file saves a talk while it is held. What is saved are the engine's own
// actions, in order: a new engine to which they are done again stands exactly
// where the old one stood. Each is on the disk before the next step is drawn,
// because the conductors get the engine only through [keptEngine].
//
// A save that fails never stops a talk. It is shown at once, and every further
// action tries to save everything anew.

// keeping is the saving of one talk. The zero keeping keeps nothing.
type keeping struct {
	*program
	talk    *talk // nil if nothing is kept
	store   *vault.Store
	journal *vault.Journal
	first   []byte   // what the draft begins with
	actions [][]byte // all that was done, saved or not
	saved   int      // how many of them are in the journal
	old     []string // drafts that the journal takes the place of
	trouble error    // why the last save failed
	untold  bool     // the person's language lacks the text about keeping
	shown   []vault.Shown
	asked   []vault.Consent
}

// keep makes the talk be kept, if records were set up on this machine. What is
// wrong with the store is shown, and the talk goes on without it.
func (t *talk) keep(practice bool) error {
	if practice {
		return nil
	}
	store, err := t.openStore()
	switch {
	case errors.Is(err, vault.ErrNotSetUp):
		return nil
	case err != nil:
		*t.keeping = keeping{program: t.program, trouble: err}
		t.report(t.vaultFailure(err))
		return nil
	}
	t.purge(store)
	if store.Station.Over(t.env.Now()) {
		t.tell("records.period-over", "period", store.Station.Current().Period)
	}
	first, err := t.firstFrame()
	if err != nil {
		return err
	}
	*t.keeping = keeping{program: t.program, talk: t, store: store, first: first}
	return nil
}

// talker is the engine as the conductors get it.
func (t *talk) talker() interface {
	Step() interview.Step
	Do(interview.Action) error
	Outcome() interview.Outcome
} {
	return keptEngine{t.engine, t.keeping}
}

// keptEngine saves what was done before anybody sees the next step.
type keptEngine struct {
	*interview.Engine
	keeping *keeping
}

// Do does an action and saves it.
func (e keptEngine) Do(a interview.Action) error {
	step := e.Engine.Step()
	key := e.keeping.textOf(step)
	if err := e.Engine.Do(a); err != nil {
		return err
	}
	e.keeping.did(step, key, a)
	return nil
}

// passing are the verbs that change nothing, and the end of a talk that is to
// be gone on with.
var passing = map[interview.Verb]bool{
	interview.Blank: true, interview.Unblank: true, interview.Pause: true, interview.Resume: true, interview.Help: true, interview.Abort: true,
}

// did saves an action, with all before it that are not saved yet.
func (k *keeping) did(step interview.Step, key string, a interview.Action) {
	if k.talk == nil || passing[a.Verb] {
		return
	}
	now := k.talk.env.Now().UTC().Truncate(time.Minute)
	k.note(step, key, a, now)
	record, err := json.Marshal(action{string(a.Verb), a.Value, a.Option, a.Target, now})
	if err != nil {
		k.trouble = err
		return
	}
	k.actions = append(k.actions, record)
	if !k.may() {
		k.forget()
		return
	}
	k.trouble = k.save()
}

// action is one thing done, as it stands in a draft.
type action struct {
	Verb   string        `json:"verb"`
	Value  answers.Value `json:"value,omitzero"`
	Option string        `json:"option,omitempty"`
	Target string        `json:"target,omitempty"`
	At     time.Time     `json:"at"`
}

// note remembers which text the person was shown, and what they said to it.
func (k *keeping) note(step interview.Step, key string, a interview.Action, at time.Time) {
	if key == "" || a.Verb != interview.Next && a.Verb != interview.Choose {
		return
	}
	tag := k.talk.engine.Choices()[interview.StepLanguage]
	k.shown = append(k.shown, vault.Shown{Text: key, Hash: k.talk.hashOf(tag, key), Language: tag, At: at})
	if step.Kind == interview.KindConsent {
		k.asked = append(k.asked, vault.Consent{To: step.ID, Given: a.Option, Language: tag, At: at})
	}
}

// textOf is the key of what a step tells the person or asks consent for.
func (k *keeping) textOf(step interview.Step) string {
	if k.talk == nil || step.Kind != interview.KindInformation && step.Kind != interview.KindConsent {
		return ""
	}
	return k.variant("consent." + strings.TrimPrefix(step.ID, "close.") + ".text")
}

// hashOf names the wording that was shown.
func (t *talk) hashOf(tag, key string) string {
	w := t.person[tag]
	if w == nil {
		return ""
	}
	sum := sha256.Sum256([]byte(w.Text(key, t.consentArgs()...)))
	return hex.EncodeToString(sum[:6])
}

// may reports whether the person can be told what is kept. Before a language is
// chosen there is nothing to keep; where nobody is asked, nobody is told here.
func (k *keeping) may() bool {
	if k.talk.observed() {
		return true
	}
	tag := k.talk.engine.Choices()[interview.StepLanguage]
	k.untold = tag != "" && !k.told(tag)
	return tag != "" && !k.untold
}

// told reports whether a language has the words about what is kept.
func (k *keeping) told(tag string) bool {
	w := k.talk.person[tag]
	return w != nil && w.Has(country.KeptLocked)
}

// observed reports whether nobody is asked anything.
func (t *talk) observed() bool {
	return t.set.Interview(t.plan.Interview).Mode == indicator.Observe
}

func (k *keeping) save() error {
	if k.journal != nil {
		if err := k.append(); err == nil || !errors.Is(err, vault.ErrClosed) {
			return err
		}
	}
	return k.anew()
}

func (k *keeping) append() error {
	for k.saved < len(k.actions) {
		if err := k.journal.Append(k.actions[k.saved]); err != nil {
			return err
		}
		k.saved++
	}
	return nil
}

// anew begins another draft with everything, and only then removes the one that
// could not be written any more.
func (k *keeping) anew() error {
	j, err := k.store.Begin(k.first)
	if err != nil {
		return err
	}
	if k.journal != nil {
		_ = k.journal.Close() // it has failed before
		k.old = append(k.old, k.journal.ID)
	}
	k.journal, k.saved = j, 0
	if err := k.append(); err != nil {
		return err
	}
	for _, id := range k.old {
		if err := k.store.RemoveDraft(id); err != nil {
			return err
		}
	}
	k.old = nil
	return nil
}

// forget deletes the draft: it may not be kept.
func (k *keeping) forget() {
	k.saved, k.trouble = 0, nil
	if k.journal == nil {
		return
	}
	k.trouble = k.journal.Discard()
	k.journal = nil
}

// variant chooses the text about what is kept.
func (k *keeping) variant(key string) string {
	if key != country.Kept || k.talk == nil || !k.may() {
		return key
	}
	return country.KeptLocked
}

// notice is the line that tells the officer that the talk is not being saved.
func (k *keeping) notice() string {
	switch {
	case k.talk == nil && k.trouble == nil:
		return ""
	case k.trouble != nil:
		return k.program.text("keep.failed")
	case k.untold:
		return k.program.text("keep.untold")
	}
	return ""
}

// consentArgs fill the texts about what is kept: who keeps it, and until when
// somebody looks whether it is still needed.
func (t *talk) consentArgs() []string {
	authority := t.station.Authority
	if authority == "" {
		authority = policeName
	}
	return []string{"authority", authority, "review", t.review().Format("2.\u00a01.\u00a02006")}
}

// policeName stands where the station file names no authority.
const policeName = "Policie České republiky"
