package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// truth is three-valued. Only isFalse closes a question: unknown means ask.
type truth int

const (
	isFalse truth = iota
	isUnknown
	isTrue
)

// closedBy returns the id of a question whose answer closes q, or "" while q
// may be asked.
func (e *Engine) closedBy(q *indicator.Question) string {
	if q.AskWhen == nil || e.eval(*q.AskWhen) != isFalse {
		return ""
	}
	by := ""
	q.AskWhen.Questions(func(id string, _ strict.Pos) {
		if by == "" && e.onPath(id) && len(e.store.Answers[id]) > 0 {
			by = id
		}
	})
	if by == "" {
		by = q.ID // closed by what no answer shows
	}
	return by
}

func (e *Engine) eval(c indicator.Condition) truth {
	switch {
	case c.Answer != nil:
		return e.evalAnswer(*c.Answer)
	case c.Answered != "":
		return e.evalAnswered(c.Answered)
	case c.Shown != "":
		return e.evalShown(c.Shown)
	case c.Not != nil:
		return isTrue - e.eval(*c.Not)
	case len(c.All) > 0:
		t := isTrue
		for _, sub := range c.All {
			t = min(t, e.eval(sub))
		}
		return t
	}
	t := isFalse
	for _, sub := range c.Any {
		t = max(t, e.eval(sub))
	}
	return t
}

// evalAnswer tests the answers kept for one question. Answers that contradict
// each other make it unknown: a contradiction must never close a question and
// take its answers off the path.
func (e *Engine) evalAnswer(t indicator.AnswerTest) truth {
	entries := e.store.Answers[t.Question]
	if len(entries) == 0 || !e.onPath(t.Question) {
		return isUnknown
	}
	list := e.plan.Set.Question(t.Question).Kind == indicator.List
	result := says(entries[0].Value, t.Options, list)
	for _, entry := range entries[1:] {
		if says(entry.Value, t.Options, list) != result {
			return isUnknown
		}
	}
	return result
}

// says tests one answer. "Does not know" and "does not want to say" leave it
// unknown, and unknown means ask; but an item of a list that was not ticked
// opens nothing: whoever ticked one thing, or declined the whole list, is not
// asked for details of the others.
func says(v answers.Value, options []string, list bool) truth {
	switch {
	case slices.ContainsFunc(options, func(o string) bool { return chosen(v, o) }):
		return isTrue
	case !list && open(v.Option):
		return isUnknown
	}
	return isFalse
}

func (e *Engine) evalAnswered(question string) truth {
	if e.onPath(question) && len(e.store.Answers[question]) > 0 {
		return isTrue
	}
	return isUnknown
}

// evalShown is true when an answer on the path shows the indicator or one of
// the family, unknown while a question that could show it is open, else false.
func (e *Engine) evalShown(family string) truth {
	wanted := e.plan.Set.Expand(family)
	result := isFalse
	for i := range e.plan.Set.Questions {
		q := &e.plan.Set.Questions[i]
		if !couldShow(q, wanted) || !slices.Contains(e.planned().Questions(), q.ID) {
			continue
		}
		switch e.shows(q, wanted) {
		case isTrue:
			return isTrue
		case isUnknown:
			result = isUnknown
		}
	}
	return result
}

func (e *Engine) shows(q *indicator.Question, wanted []string) truth {
	entries := e.store.Answers[q.ID]
	if len(entries) == 0 {
		return isUnknown
	}
	result := isFalse
	for _, entry := range entries {
		if open(entry.Option) {
			result = isUnknown
		}
		for _, o := range q.Options {
			if chosen(entry.Value, o.ID) && overlaps(o.Shows, wanted) {
				return isTrue
			}
		}
	}
	return result
}

func couldShow(q *indicator.Question, wanted []string) bool {
	for _, o := range q.Options {
		if overlaps(o.Shows, wanted) {
			return true
		}
	}
	return false
}

func overlaps(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// onPath reports whether the question is open, given what is known.
func (e *Engine) onPath(id string) bool {
	q := e.plan.Set.Question(id)
	return q != nil && e.closedBy(q) == ""
}

// chosen reports whether the value says yes to the option or item.
func chosen(v answers.Value, option string) bool {
	return v.Option == option || v.Items[option] == answers.Yes
}

// open reports whether an answer leaves the matter open.
func open(option string) bool { return option == answers.Unknown || option == answers.Refused }
