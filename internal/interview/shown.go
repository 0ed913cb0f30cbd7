package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// evalShown is true when an answer on the path shows the indicator or one of
// the family, unknown while a question that could show it is open, else false.
// Nobody asking is unknown.
func (v view) evalShown(q *indicator.Question, family string) truth {
	wanted := v.plan.Set.Expand(family)
	showers := v.showers(q, wanted)
	if len(showers) == 0 {
		return isUnknown
	}
	result := isFalse
	for _, s := range showers {
		result = max(result, v.shows(s, wanted))
	}
	return result
}

// showers are the questions of this talk that could show one of the indicators
// and do not themselves wait for q: those come too late for it.
func (e *Engine) showers(q *indicator.Question, wanted []string) []*indicator.Question {
	var list []*indicator.Question
	for _, id := range e.known() {
		s := e.plan.Set.Question(id)
		if couldShow(s, wanted) && !e.waits(s, q, map[string]bool{}) {
			list = append(list, s)
		}
	}
	return list
}

// known lists the questions of the interview that is held, and those of the one
// that was planned as far as they have answers.
func (e *Engine) known() []string {
	ids := e.interview().Questions()
	for _, id := range join(e.first().Questions(), e.planned().Questions()) {
		if len(e.store.Answers[id]) > 0 && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// waits reports whether from is target or waits for it, directly or not.
func (e *Engine) waits(from, target *indicator.Question, seen map[string]bool) bool {
	if from.ID == target.ID {
		return true
	}
	if seen[from.ID] || from.AskWhen == nil {
		return false
	}
	seen[from.ID] = true
	found := false
	e.eachNamed(*from.AskWhen, func(next *indicator.Question) {
		found = found || e.waits(next, target, seen)
	})
	return found
}

// eachNamed calls f for the questions that a condition looks at.
func (e *Engine) eachNamed(c indicator.Condition, f func(*indicator.Question)) {
	c.Questions(func(id string, _ strict.Pos) { f(e.plan.Set.Question(id)) })
	eachShown(c, func(family string) {
		wanted := e.plan.Set.Expand(family)
		for _, id := range e.known() {
			if s := e.plan.Set.Question(id); couldShow(s, wanted) {
				f(s)
			}
		}
	})
}

// eachShown calls f for the indicators and families that a condition names.
func eachShown(c indicator.Condition, f func(family string)) {
	if c.Shown != "" {
		f(c.Shown)
	}
	if c.Not != nil {
		eachShown(*c.Not, f)
	}
	for _, sub := range slices.Concat(c.All, c.Any) {
		eachShown(sub, f)
	}
}

// shows says whether the answers to one question show one of the indicators.
// Answers that contradict each other leave it unknown.
func (v view) shows(q *indicator.Question, wanted []string) truth {
	entries := v.given(q.ID)
	switch {
	case !v.onPath(q.ID):
		return isFalse
	case len(entries) == 0:
		return isUnknown
	}
	result := showsOne(q, entries[0].Value, wanted)
	for _, entry := range entries[1:] {
		if showsOne(q, entry.Value, wanted) != result {
			return isUnknown
		}
	}
	return result
}

func showsOne(q *indicator.Question, v answers.Value, wanted []string) truth {
	result := isFalse
	for _, o := range q.Options {
		switch {
		case !overlaps(o.Shows, wanted):
		case chosen(v, o.ID):
			return isTrue
		case open(v.Option), open(v.Items[o.ID]):
			result = isUnknown
		}
	}
	return result
}

// blameShown finds an answer that does not show it, or else a closed question
// that could have.
func (v view) blameShown(q *indicator.Question, family string) string {
	cause := ""
	for _, s := range v.showers(q, v.plan.Set.Expand(family)) {
		if cause == "" || v.onPath(s.ID) {
			cause = s.ID
		}
	}
	return cause
}

func couldShow(q *indicator.Question, wanted []string) bool {
	return slices.ContainsFunc(q.Options, func(o indicator.Option) bool { return overlaps(o.Shows, wanted) })
}

func overlaps(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
