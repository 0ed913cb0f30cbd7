package interview

import (
	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// view looks at the talk as far as it is about one place of work: the answers
// about that place, and those that belong to no place. What was said of one
// place closes and opens nothing in another.
type view struct {
	*Engine
	place int
}

// in is the view of one place of work.
func (e *Engine) in(place int) view { return view{e, place} }

// given are the answers kept for a question.
func (v view) given(id string) []answers.Entry {
	if q := v.plan.Set.Question(id); q == nil || !q.Episode {
		return v.store.Answers[id]
	}
	return v.store.At(v.place)[id]
}

// ref names a question as asked about the place.
func (v view) ref(id string) string {
	if q := v.plan.Set.Question(id); q == nil || !q.Episode {
		return id
	}
	return answers.Ref(id, v.place)
}

// maxPlaces keeps a talk from going on for ever: nobody is asked about more
// places of work in one talk.
const maxPlaces = 5

// places is how many places of work the talk is about: the first, and one more
// for each "yes, another". A place of which something was told stays, also when
// the way back leads past it.
func (e *Engine) places() int {
	n := answers.First
	for n < maxPlaces && (e.choices[answers.Ref(StepAnother, n+1)] == answers.Yes || len(e.store.At(n+1)) > 0) {
		n++
	}
	return n
}

// further adds the other places of work, each with the question whether there
// was one, and with the questions that are asked once for each.
func (m *pathMaker) further() {
	if !m.e.interview().Episodes {
		return
	}
	for place := answers.First + 1; place <= maxPlaces && m.e.worked(place-1); place++ {
		m.place = place
		m.add(zoneTalk, KindInfo, indicator.Person, StepAnother, answers.Yes, answers.No)
		if place > m.e.places() {
			break
		}
		m.each(zoneTalk, indicator.StageQuestions, m.e.byPlace())
	}
	m.place = answers.First
}

// byPlace lists the questions that are asked once for each place of work.
func (e *Engine) byPlace() []string {
	var ids []string
	for _, id := range e.order(indicator.StageQuestions) {
		if e.plan.Set.Question(id).Episode {
			ids = append(ids, id)
		}
	}
	return ids
}

// worked reports whether something was answered about the place, so that it
// makes sense to ask for another.
func (e *Engine) worked(place int) bool {
	for _, id := range e.byPlace() {
		if q := e.plan.Set.Question(id); len(e.in(place).given(id)) > 0 && e.in(place).closedBy(q) == "" {
			return true
		}
	}
	return false
}

// unasked names the questions about a place of which the talk does not know yet
// whether there was one.
func (e *Engine) unasked() []string {
	next := e.places() + 1
	if !e.interview().Episodes || next > maxPlaces || e.choices[answers.Ref(StepAnother, next)] == answers.No {
		return nil
	}
	var refs []string
	for _, id := range e.byPlace() {
		refs = append(refs, answers.Ref(id, next))
	}
	return refs
}
