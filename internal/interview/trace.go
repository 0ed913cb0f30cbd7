package interview

import (
	"maps"
	"slices"
	"strings"
)

// Event is one entry of the trace: a step that was shown, or what was done at
// it. Two talks with the same events went the same way; there are no times.
type Event struct {
	Step string
	// Verb is empty for "this step was shown".
	Verb Verb
	// Did is what was answered, chosen or jumped to.
	Did string
}

// String gives "step" or "step verb what".
func (ev Event) String() string {
	return strings.TrimSpace(ev.Step + " " + string(ev.Verb) + " " + ev.Did)
}

// Trace returns every step shown and everything done, in order.
func (e *Engine) Trace() []Event { return slices.Clone(e.trace) }

func (e *Engine) note(step Step, a Action) {
	e.trace = append(e.trace, Event{step.ID, a.Verb, did(a)})
}

func did(a Action) string {
	if len(a.Value.Items) > 0 {
		var items []string
		for _, k := range slices.Sorted(maps.Keys(a.Value.Items)) {
			items = append(items, k+"="+a.Value.Items[k])
		}
		return strings.Join(items, " ")
	}
	return a.Value.Option + a.Option + a.Target
}
