// Package interview is the engine of a talk: which step comes next, what may be
// done at it, and what counts as answered. Both conductors, full screen and
// plain, run it, so that neither knows the order.
//
// It is pure: it takes no clock, no randomness, no file and holds no words. It
// must never preselect an answer, never count a step that was not completed,
// never turn a closed or missing answer into a "no", and never drop an answer
// because of what was said later. It judges nothing; a [Judge] is asked only
// whether more questions could still change the result.
//
// The order is one list, made anew from what is known ([Engine.path]); going
// back, branching and stopping are moves on that list.
package interview

import (
	"fmt"
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Judge says whether anything that is still open could change the result.
type Judge interface {
	// Settled reports whether no answers to the open questions, by id, could
	// change level or marks.
	Settled(sheet answers.Sheet, open []string) bool
	// Highest reports whether the level is the highest there is, so that a
	// longer talk is not needed for it.
	Highest(sheet answers.Sheet) bool
}

// Part is one part of what the person is told or asked for before the first
// question.
type Part struct {
	ID      string
	Consent bool
}

// Plan is what an interview is made of.
type Plan struct {
	Set       *indicator.Set
	Interview string // id in Set
	Languages []string
	// Language is the tag the officer proposes, or "". The person confirms it.
	Language string
	// Parts come before the questions, in order. The consent part "interview"
	// decides whether questions are asked at all.
	Parts []Part
	// ReferralItems are what an organisation may be told, each asked by itself.
	ReferralItems []string
	// Judge may be nil; then stopping early is never offered.
	Judge Judge
}

// Outcome says how an interview ended.
type Outcome string

// The outcomes. None of them says anything about the person.
const (
	Running    Outcome = "running"
	Completed  Outcome = "completed"
	Refused    Outcome = "refused"    // consent to the questions was not given
	Stopped    Outcome = "stopped"    // ended early by wish or for safety
	Unfinished Outcome = "unfinished" // cut off: signal, end of input, closed terminal
)

// Engine runs one interview. It is not safe for concurrent use.
type Engine struct {
	plan  Plan
	at    string // position in the path
	store answers.Sheet
	// choices are what was chosen at steps that are no questions.
	choices  map[string]string
	pending  *correction
	returnTo string          // position to go back to after a jump, or ""
	done     map[string]bool // positions of the steps that were completed
	held     string          // id of the interview held at the last step
	catchUp  bool            // steps that are done are passed over
	stoppedA string          // position at which the talk was stopped, or ""
	offerAt  string          // position after which stopping was offered, or ""
	leads    bool            // the longer interview is offered
	outcome  Outcome
	trace    []Event
}

// New begins an interview. It fails when the plan does not hold together.
func New(p Plan) (*Engine, error) {
	if p.Set == nil || p.Set.Interview(p.Interview) == nil {
		return nil, fmt.Errorf("unknown interview %q", p.Interview)
	}
	if p.Language != "" && !slices.Contains(p.Languages, p.Language) {
		return nil, fmt.Errorf("unknown language %q", p.Language)
	}
	if id := p.forbidden(); id != "" {
		return nil, fmt.Errorf("the interview %q reads out %q, which must not be read to a person", p.Interview, id)
	}
	if !p.consents() {
		return nil, fmt.Errorf("the interview %q asks questions and the plan has no consent part %q", p.Interview, PartInterview)
	}
	e := &Engine{plan: p, choices: map[string]string{}, done: map[string]bool{}, held: p.Interview, outcome: Running}
	if p.Language != "" {
		e.choices[StepLanguage] = p.Language
	}
	e.enter(e.path()[0])
	return e, nil
}

// forbidden names an instrument that the interview would read out although its
// mode forbids it, or "".
func (p Plan) forbidden() string {
	for _, id := range p.Set.Interview(p.Interview).Reads {
		if ins := p.Set.Instrument(id); ins == nil || !ins.MayBeRead() {
			return id
		}
	}
	return ""
}

// consents reports whether consent is asked for before questions that need it.
func (p Plan) consents() bool {
	return !asks(p.Set.Interview(p.Interview)) || slices.Contains(p.Parts, Part{PartInterview, true})
}

// Outcome says whether the interview runs or how it ended.
func (e *Engine) Outcome() Outcome { return e.outcome }

// Ending says how the interview will have ended when its last page is left, as
// things stand now.
func (e *Engine) Ending() Outcome {
	switch {
	case e.refused():
		return Refused
	case e.stoppedA != "" || e.silentNo() || e.noLanguage():
		return Stopped
	}
	return Completed
}

// Choices returns what was chosen at steps that are no questions: consents,
// the wish for a second talk, what may be passed on. Keys are step ids.
func (e *Engine) Choices() map[string]string {
	c := make(map[string]string, len(e.choices))
	for k, v := range e.choices {
		c[k] = v
	}
	return c
}

// Step is the step on the screen. After the end it is the last one.
func (e *Engine) Step() Step {
	if e.pending != nil {
		return e.pending.step()
	}
	return e.describe(e.path())
}

// interview is the one that is held now: for a person who is or may be a child
// the child's, if the set has one and the person is asked at all.
func (e *Engine) interview() *indicator.Interview {
	if e.child() {
		return e.plan.Set.Interview(indicator.ChildInterview)
	}
	return e.planned()
}

func (e *Engine) child() bool {
	return e.planned().Mode == indicator.Ask && e.plan.Set.Interview(indicator.ChildInterview) != nil && e.ages().MaybeChild()
}
