package interview

import (
	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// correction is an answer that differs from an earlier one by the same source,
// while it is asked which of the two kinds of change it is.
type correction struct {
	ref      string // the question, as asked about one place of work
	audience indicator.Audience
	entry    answers.Entry
}

func (c *correction) step() Step {
	return Step{Kind: KindCorrection, ID: StepCorrection, Audience: c.audience, Options: []string{OptTyping, OptOtherwise}, CanBack: true}
}

// differs reports whether the same source has said something else before.
func (e *Engine) differs(ref string, entry answers.Entry) bool {
	other := false
	for _, old := range e.store.Given(ref) {
		if old.Source != entry.Source {
			continue
		}
		if old.Equal(entry.Value) {
			return false
		}
		other = true
	}
	return other
}

// correct settles the pending correction: a typing error replaces, "now says
// otherwise" keeps both, and going back leaves everything as it was.
func (e *Engine) correct(step Step, a Action) error {
	c := e.pending
	switch {
	case a.Verb == Back:
		e.note(step, a)
		e.pending = nil
		e.show()
		return nil
	case a.Verb == Stop:
		return e.stop(step, a)
	case a.Verb == Choose && a.Option == OptTyping:
		e.store.Replace(c.ref, c.entry)
	case a.Verb == Choose && a.Option == OptOtherwise:
		e.store.Add(c.ref, c.entry)
	default:
		return ErrNotHere
	}
	e.note(step, a)
	e.pending = nil
	e.answeredAt(c.ref)
	return nil
}
