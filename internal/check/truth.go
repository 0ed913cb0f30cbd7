package check

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// truth is three-valued, as a condition is: only no closes a question.
type truth int8

const (
	no truth = iota
	open
	yes
)

// about says what an answer to a question is to a test of its options.
type about func(options []string) truth

// closedAnswer is what a question that is closed says: a test of its answer
// fails, as it does in the interview.
func closedAnswer([]string) truth { return no }

// chosen is the answer of a choice or a yes-no question.
func chosen(option string) about {
	return func(options []string) truth {
		if options == nil || slices.Contains(options, option) {
			return yes
		}
		return no
	}
}

// items is the answer of a list: each item yes, no or not said, and everything
// not named as rest says.
func items(said map[string]truth, rest truth) about {
	item := func(id string) truth {
		if t, ok := said[id]; ok {
			return t
		}
		return rest
	}
	return func(options []string) truth {
		if options == nil {
			return yes
		}
		t := no
		for _, o := range options {
			if o == answers.None {
				t = max(t, yes-highest(said, rest))
			} else {
				t = max(t, item(o))
			}
		}
		return t
	}
}

func highest(said map[string]truth, rest truth) truth {
	for _, t := range said {
		rest = max(rest, t)
	}
	return rest
}

// world is what is taken to be known: the answers to some questions, and whether
// some facts are shown. What is not in it is open.
type world struct {
	answers map[string]about
	shown   map[string]truth
	steps   *int // parts looked at so far, to know when to give up
}

// eval evaluates a condition; nil is always true.
func (w world) eval(c *indicator.Condition) truth {
	if c == nil {
		return yes
	}
	*w.steps++
	switch {
	case c.Answer != nil:
		return w.answer(c.Answer.Question, c.Answer.Options)
	case c.Answered != "":
		return w.answer(c.Answered, nil)
	case c.Shown != "":
		if t, ok := w.shown[c.Shown]; ok {
			return t
		}
		return open
	case c.Not != nil:
		return yes - w.eval(c.Not)
	case len(c.All) > 0:
		t := yes
		for i := range c.All {
			t = min(t, w.eval(&c.All[i]))
		}
		return t
	}
	t := no
	for i := range c.Any {
		t = max(t, w.eval(&c.Any[i]))
	}
	return t
}

func (w world) answer(question string, options []string) truth {
	if about := w.answers[question]; about != nil {
		return about(options)
	}
	return open
}
