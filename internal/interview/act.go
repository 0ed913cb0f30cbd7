package interview

import (
	"errors"
	"fmt"
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Verb is what is done at a step.
type Verb string

// The verbs. The last five only enter the trace.
const (
	Answer Verb = "answer" // a question, with Value
	Choose Verb = "choose" // an option of another step, with Option
	Next   Verb = "next"   // leave a step that has no options, or the review
	Skip   Verb = "skip"   // leave a question not asked
	Back   Verb = "back"
	Jump   Verb = "jump" // from the review to Target
	Stop   Verb = "stop" // the person wants to stop: rights and contacts come
	Abort  Verb = "abort"

	Blank   Verb = "blank"
	Unblank Verb = "unblank"
	Pause   Verb = "pause"
	Resume  Verb = "resume"
	Help    Verb = "help"
)

// Action is one thing done.
type Action struct {
	Verb   Verb
	Value  answers.Value
	Option string
	Target string
}

// Errors of [Engine.Do]. Nothing has changed when one is returned.
var (
	ErrOver       = errors.New("the interview is over")
	ErrNotHere    = errors.New("this cannot be done at this step")
	ErrNotAnswer  = errors.New("this is no answer to the question")
	ErrNoWayBack  = errors.New("there is no way back from here")
	ErrNotToStop  = errors.New("there is nothing left to stop")
	ErrNoSuchStep = errors.New("there is no such answer to go to")
)

// Do carries out an action at the current step.
func (e *Engine) Do(a Action) error {
	if e.outcome != Running {
		return ErrOver
	}
	if err := e.do(a); err != nil {
		return fmt.Errorf("%s: %w", a.Verb, err)
	}
	return nil
}

func (e *Engine) do(a Action) error {
	step := e.Step()
	switch a.Verb {
	case Blank, Unblank, Pause, Resume, Help:
		e.note(step, a)
		return nil
	case Abort:
		e.note(step, a)
		e.abort(step)
		return nil
	}
	if e.pending != nil {
		return e.correct(step, a)
	}
	switch a.Verb {
	case Answer:
		return e.answer(step, a)
	case Choose:
		return e.choose(step, a)
	case Next:
		return e.next(step, a)
	case Skip:
		return e.skip(step, a)
	case Back:
		return e.back(step, a)
	case Jump:
		return e.jump(step, a)
	case Stop:
		return e.stop(step, a)
	}
	return ErrNotHere
}

// abort ends at once; the step on the screen is not completed. At the last
// page there is nothing left to complete.
func (e *Engine) abort(step Step) {
	e.pending = nil
	e.outcome = Unfinished
	if step.Kind == KindEnd {
		e.outcome = e.Ending()
	}
}

func (e *Engine) answer(step Step, a Action) error {
	if step.Kind != KindQuestion {
		return ErrNotHere
	}
	if !valid(step.Question, a.Value) {
		return ErrNotAnswer
	}
	entry := answers.Entry{Value: a.Value.Clone(), Source: sourceOf(step.Question)}
	e.note(step, a)
	ref := answers.Ref(step.Question.ID, step.Place)
	if e.differs(ref, entry) {
		e.pending = &correction{ref: ref, audience: step.Audience, entry: entry}
		e.show()
		return nil
	}
	e.store.Add(ref, entry)
	e.answeredAt(ref)
	return nil
}

func sourceOf(q *indicator.Question) answers.Source {
	if q.Audience == indicator.Officer {
		return answers.Observed
	}
	return answers.Said
}

// valid reports whether v is an answer that the question takes.
func valid(q *indicator.Question, v answers.Value) bool {
	if len(v.Items) == 0 {
		return open(v.Option) || (q.Kind != indicator.List && q.Option(v.Option) != nil)
	}
	if q.Kind != indicator.List || v.Option != "" {
		return false
	}
	for item, said := range v.Items {
		known := q.Option(item) != nil || item == answers.None
		if !known || !(said == answers.Yes || said == answers.No || open(said)) {
			return false
		}
	}
	return true
}

// stops are the steps at which the talk may be stopped by an option.
var stops = []string{StepSeparate, StepDanger, StepOffer}

func (e *Engine) choose(step Step, a Action) error {
	if step.Kind == KindQuestion || step.Kind == KindReview || !slices.Contains(step.Options, a.Option) {
		return ErrNotHere
	}
	e.note(step, a)
	e.choices[answers.Ref(step.ID, step.Place)] = a.Option
	switch {
	case step.ID == StepLanguageConfirm && a.Option == OptAgain:
		delete(e.choices, StepLanguage)
	case step.ID == StepLanguageConfirm:
		e.choices[StepLanguage] = e.plan.Language
	case slices.Contains(stops, step.ID) && a.Option == OptStop:
		e.stoppedA = e.at
	case step.ID == StepReferral && a.Option != answers.Yes:
		e.forgetItems()
	case step.Kind == KindEnd:
		e.outcome = e.Ending()
		return nil
	}
	e.advance()
	return nil
}

// forgetItems takes back what could be passed on: nothing may, any more.
func (e *Engine) forgetItems() {
	for _, item := range e.plan.ReferralItems {
		delete(e.choices, StepReferral+"."+item)
	}
}

func (e *Engine) next(step Step, a Action) error {
	if len(step.Options) > 0 && step.Kind != KindReview && step.Kind != KindEnd {
		return ErrNotHere
	}
	if step.Kind == KindQuestion {
		return ErrNotHere
	}
	e.note(step, a)
	if step.Kind == KindEnd {
		e.outcome = e.Ending()
		return nil
	}
	e.advance()
	return nil
}

func (e *Engine) skip(step Step, a Action) error {
	if !step.CanSkip {
		return ErrNotHere
	}
	e.note(step, a)
	e.offer(answers.Ref(step.Question.ID, step.Place))
	e.advance()
	return nil
}

func (e *Engine) back(step Step, a Action) error {
	if !step.CanBack {
		return ErrNoWayBack
	}
	e.note(step, a)
	e.catchUp = false
	if e.returnTo != "" {
		e.at, e.returnTo = e.returnTo, ""
		e.show()
		return nil
	}
	path := e.path()
	i := e.index(path) - 1
	if path[i].pos == e.stoppedA {
		e.stoppedA = "" // going back takes the stop back
	}
	e.enter(path[backFrom(step, path, i)])
	return nil
}

// backFrom is where going back to i from the step leads. From a page of the
// person it is never a question of the officer: the page before those comes first.
func backFrom(step Step, path []planned, i int) int {
	for step.Audience == indicator.Person && i > 0 && path[i].forOfficer() && path[i-1].zone == path[i].zone {
		i--
	}
	return i
}

func (e *Engine) jump(step Step, a Action) error {
	if step.Kind != KindReview {
		return ErrNotHere
	}
	if !slices.Contains(step.Options, a.Target) {
		return ErrNoSuchStep
	}
	e.note(step, a)
	e.returnTo = e.at
	e.at = a.Target
	e.show()
	return nil
}

// stop ends the talk at the person's wish, at any step before the close. A step
// on the screen is not completed by it.
func (e *Engine) stop(step Step, a Action) error {
	path := e.path()
	i := e.index(path)
	if e.observes() || e.stoppedA != "" || path[i].zone == zoneOfficer || closing(path[:i+1]) {
		return ErrNotToStop
	}
	e.note(step, a)
	e.pending, e.returnTo = nil, ""
	e.stoppedA = e.at
	e.move()
	return nil
}

func closing(path []planned) bool {
	for _, p := range path {
		if p.ID == StepThanks {
			return true
		}
	}
	return false
}

// answeredAt moves on after an answer and looks whether to offer a stop.
func (e *Engine) answeredAt(ref string) {
	e.offer(ref)
	e.advance()
}

// offer remembers once after which question, answered or skipped, nothing open
// could change the result any more.
func (e *Engine) offer(ref string) {
	id, _ := answers.SplitRef(ref)
	if e.plan.Judge == nil || e.offerAt != "" || !slices.Contains(questionsOf(e.interview(), indicator.StageQuestions), id) {
		return
	}
	var rest []string
	path := e.path()
	for _, p := range path[e.index(path)+1:] {
		if p.Kind == KindQuestion && p.zone == zoneTalk && len(e.in(p.Place).given(p.ID)) == 0 {
			rest = append(rest, answers.Ref(p.ID, p.Place))
		}
	}
	if len(rest) > 0 && e.plan.Judge.Settled(e.Sheet(), append(rest, e.unasked()...)) {
		e.offerAt = ref
	}
}

// advance completes the current step and goes on.
func (e *Engine) advance() {
	e.done[e.at] = true
	e.lead()
	e.move()
}

// move goes to the step behind the current one. After a jump it goes to what
// the new answer has opened, and then back to where the jump came from. When
// the child's interview begins, or turns out not to be needed, it goes to what
// is still to be done, so that nothing is asked twice.
func (e *Engine) move() {
	path := e.path()
	i := e.index(path) + 1
	if e.turnedNow() || e.returnTo != "" && !on(path, e.returnTo) {
		e.catchUp = true
	}
	for e.passes(path, i) {
		i++
	}
	if i >= len(path) || !on(path[i+1:], e.returnTo) {
		e.returnTo = ""
	}
	e.enter(path[min(i, len(path)-1)])
}

// passes reports whether the step at i is passed over.
func (e *Engine) passes(path []planned, i int) bool {
	return i < len(path)-1 && (e.catchUp || e.returnTo != "") && path[i].pos != e.returnTo && e.through(path[i:])
}

// through reports whether the first of the steps needs no more showing. The page
// before the officer's questions comes again if one of those is still open.
func (e *Engine) through(steps []planned) bool {
	if steps[0].ID != StepYours {
		return e.done[steps[0].pos]
	}
	for _, p := range steps[1:] {
		if !p.forOfficer() {
			break
		}
		if !e.done[p.pos] {
			return false
		}
	}
	return true
}

// turnedNow reports whether another interview is held than at the last step.
func (e *Engine) turnedNow() bool {
	before := e.held
	e.held = e.interview().ID
	return e.held != before
}

func on(path []planned, pos string) bool {
	return slices.ContainsFunc(path, func(p planned) bool { return p.pos == pos })
}

func (e *Engine) enter(p planned) {
	e.at = p.pos
	e.show()
}

// show notes that the current step is on the screen.
func (e *Engine) show() { e.note(e.Step(), Action{}) }
