package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
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
func (v view) closedBy(q *indicator.Question) string {
	if q.AskWhen == nil || v.eval(q, *q.AskWhen) != isFalse {
		return ""
	}
	cause := v.blame(q, *q.AskWhen, isFalse)
	if first := v.closedBy(v.plan.Set.Question(cause)); first != "" {
		return first
	}
	return cause
}

// eval evaluates a condition of q.
func (v view) eval(q *indicator.Question, c indicator.Condition) truth {
	switch {
	case c.Answer != nil:
		return v.evalAnswer(*c.Answer)
	case c.Answered != "":
		return v.evalAnswered(c.Answered)
	case c.Shown != "":
		return v.evalShown(q, c.Shown)
	case c.Not != nil:
		return isTrue - v.eval(q, *c.Not)
	case len(c.All) > 0:
		t := isTrue
		for _, sub := range c.All {
			t = min(t, v.eval(q, sub))
		}
		return t
	}
	t := isFalse
	for _, sub := range c.Any {
		t = max(t, v.eval(q, sub))
	}
	return t
}

// blame finds a question because of which a condition of q has the value want.
func (v view) blame(q *indicator.Question, c indicator.Condition, want truth) string {
	switch {
	case c.Answer != nil:
		return c.Answer.Question
	case c.Answered != "":
		return c.Answered
	case c.Shown != "":
		return v.blameShown(q, c.Shown)
	case c.Not != nil:
		return v.blame(q, *c.Not, isTrue-want)
	}
	parts := slices.Concat(c.All, c.Any)
	at := slices.IndexFunc(parts, func(sub indicator.Condition) bool { return v.eval(q, sub) == want })
	return v.blame(q, parts[max(at, 0)], want)
}

// evalAnswer tests the answers kept for one question. A closed question will
// never say it. Answers that contradict
// each other make it unknown: a contradiction must never close a question and
// take its answers off the path.
func (v view) evalAnswer(t indicator.AnswerTest) truth {
	entries := v.given(t.Question)
	switch {
	case !v.onPath(t.Question):
		return isFalse
	case len(entries) == 0:
		return isUnknown
	}
	list := v.plan.Set.Question(t.Question).Kind == indicator.List
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

func (v view) evalAnswered(question string) truth {
	switch {
	case !v.onPath(question):
		return isFalse
	case len(v.given(question)) == 0:
		return isUnknown
	}
	return isTrue
}

// onPath reports whether the question is open, given what is known.
func (v view) onPath(id string) bool {
	q := v.plan.Set.Question(id)
	return q != nil && v.closedBy(q) == ""
}

// chosen reports whether the value says yes to the option or item.
func chosen(v answers.Value, option string) bool {
	return v.Option == option || v.Items[option] == answers.Yes
}

// open reports whether an answer leaves the matter open.
func open(option string) bool { return option == answers.Unknown || option == answers.Refused }
