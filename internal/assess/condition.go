package assess

import (
	"slices"

	"cesta/internal/indicator"
)

// truths is the set of truth values that a condition may come to have. With
// all answers given it holds exactly one of them.
type truths uint8

const (
	isFalse truths = 1 << iota
	isUnknown
	isTrue
	anyTruth = isFalse | isUnknown | isTrue
)

// mayAsk reports whether a question under this condition may be asked: true and
// unknown ask, so that nothing is skipped by mistake.
func (t truths) mayAsk() bool { return t&(isUnknown|isTrue) != 0 }

// mayClose reports whether a question under this condition may be closed.
func (t truths) mayClose() bool { return t&isFalse != 0 }

func (t truths) not() truths {
	return t&isUnknown | t&isFalse<<2 | t&isTrue>>2
}

// and joins two sets of values that are independent of each other.
func (t truths) and(u truths) truths {
	joined := (t | u) & isFalse
	if t.mayAsk() && u.mayAsk() {
		joined |= (t|u)&isUnknown | t&u&isTrue
	}
	return joined
}

func (t truths) or(u truths) truths { return t.not().and(u.not()).not() }

// test is a condition with ids turned into numbers.
type test struct {
	question int    // of options and answered; -1 for other forms
	options  []int  // true when one of these is chosen; -1 is "none"
	shown    []bool // by indicator: true when an answer shows one of these
	showers  []int  // the questions that could
	all, any []*test
	not      *test
}

// none stands among the options of a test for "none of these".
const none = -1

func (c *compiler) test(cond *indicator.Condition, where string) *test {
	if cond == nil {
		return nil
	}
	t := &test{question: -1}
	switch {
	case cond.Answer != nil:
		t.question = c.find(cond.Answer.Question, where)
		for _, id := range cond.Answer.Options {
			t.options = append(t.options, c.findOption(t.question, id, where))
		}
	case cond.Answered != "":
		t.question = c.find(cond.Answered, where)
	case cond.Shown != "":
		c.shownTest(t, cond.Shown, where)
	case cond.Not != nil:
		t.not = c.test(cond.Not, where)
	}
	for i := range cond.All {
		t.all = append(t.all, c.test(&cond.All[i], where))
	}
	for i := range cond.Any {
		t.any = append(t.any, c.test(&cond.Any[i], where))
	}
	return t
}

func (c *compiler) find(id, where string) int {
	q, ok := c.byID[id]
	if !ok {
		c.fail("ask-when of %s names the question %s, which the set does not have", where, id)
	}
	return q
}

func (c *compiler) findOption(q int, id, where string) int {
	at := slices.IndexFunc(c.questions[q].options, func(o option) bool { return o.ID == id })
	if at < 0 && id != "none" {
		c.fail("ask-when of %s names the option %s, which %s does not have", where, id, c.questions[q].ID)
	}
	return at
}

func (c *compiler) shownTest(t *test, id, where string) {
	members := c.numbers([]string{id}, where)
	if c.wanted[id] == nil {
		c.wanted[id] = make([]bool, len(c.set.Indicators))
		for _, i := range members {
			c.wanted[id][i] = true
		}
	}
	t.shown = c.wanted[id]
	for _, i := range members {
		t.showers = append(t.showers, c.showers[i]...)
	}
	slices.Sort(t.showers)
	t.showers = slices.Compact(t.showers)
}

// each calls f for the questions that the test looks at.
func (t *test) each(f func(q int)) {
	t.walk(func(t *test) {
		if t.question >= 0 {
			f(t.question)
		}
	})
	t.eachShower(f)
}

// eachShower calls f for the questions in which the test looks for an indicator.
func (t *test) eachShower(f func(q int)) {
	t.walk(func(t *test) {
		for _, q := range t.showers {
			f(q)
		}
	})
}

// walk calls f for t and all its parts.
func (t *test) walk(f func(*test)) {
	if t == nil {
		return
	}
	f(t)
	t.not.walk(f)
	for _, sub := range slices.Concat(t.all, t.any) {
		sub.walk(f)
	}
}

// forget takes questions out of those in which the test looks.
func (t *test) forget(drop func(q int) bool) {
	t.walk(func(t *test) { t.showers = slices.DeleteFunc(t.showers, drop) })
}

// loosen makes a question that is asked when something is shown look only at
// questions that do not wait for it: those come too late for it. A question
// waits for one it looks at, so these are the ones that wait for each other.
func (c *compiler) loosen() {
	t := c.tangles()
	for q := range c.questions {
		c.questions[q].when.forget(func(s int) bool { return t[s] == t[q] })
	}
}

// tangles numbers the questions so that those have one number that wait for
// each other, directly or not. Source: R. Tarjan, Depth-first search and linear
// graph algorithms, 1972.
func (c *compiler) tangles() []int {
	n := len(c.questions)
	s := tangling{compiler: c, number: make([]int, n), low: make([]int, n), seen: make([]int, n)}
	for q := range c.questions {
		if s.seen[q] == 0 {
			s.visit(q)
		}
	}
	return s.number
}

// tangling is the state of that search.
type tangling struct {
	*compiler
	number    []int // of the tangle, from 1; 0 while the question is on the stack
	seen, low []int // when the question was found, and the earliest it leads back to
	found     int
	tangles   int
	stack     []int
}

func (s *tangling) visit(q int) {
	s.found++
	s.seen[q], s.low[q] = s.found, s.found
	s.stack = append(s.stack, q)
	s.questions[q].when.each(func(next int) {
		switch {
		case s.seen[next] == 0:
			s.visit(next)
			s.low[q] = min(s.low[q], s.low[next])
		case s.number[next] == 0:
			s.low[q] = min(s.low[q], s.seen[next])
		}
	})
	if s.low[q] != s.seen[q] {
		return
	}
	s.tangles++
	for last := -1; last != q; {
		last = s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		s.number[last] = s.tangles
	}
}

// sort orders the questions so that each comes after those it waits for.
func (c *compiler) sort() {
	const visiting, done = 1, 2
	marks := make([]int, len(c.questions))
	var visit func(q int)
	visit = func(q int) {
		switch marks[q] {
		case done:
			return
		case visiting:
			c.fail("the question %s waits for itself", c.questions[q].ID)
			return
		}
		marks[q] = visiting
		c.questions[q].when.each(visit)
		marks[q] = done
		c.order = append(c.order, q)
	}
	for q := range c.questions {
		visit(q)
	}
}
