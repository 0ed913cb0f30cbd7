package check

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// Bounds on the search for answers that make a condition true. Conditions of
// authors take a few hundred steps; beyond the bounds a condition counts as
// sound.
const (
	maxVariables = 12
	maxSteps     = 200_000    // for one condition
	maxAllSteps  = 20_000_000 // for all
)

// conditions reports conditions that contradict themselves, or what their
// questions wait for, and those that never close anything.
func (c *checker) conditions() {
	left := maxAllSteps
	for i := range c.Set.Questions {
		q := &c.Set.Questions[i]
		if q.AskWhen == nil || left <= 0 {
			continue
		}
		s := c.newSolver(q.AskWhen)
		if s == nil {
			continue
		}
		switch {
		case !s.can(yes):
			c.fail(q.AskWhen.Pos, "name answers that can be given together", "ask-when of %s can never be true", q.ID)
		case !s.can(no):
			c.fail(q.AskWhen.Pos, "remove it, or name the answers that open the question", "ask-when of %s never closes the question", q.ID)
		}
		left -= s.steps
	}
}

// solver looks for answers under which a condition has a value. Its questions
// are those the condition names and those they wait for, each after what it
// waits for, so that a closed question is known to be closed.
type solver struct {
	target    *indicator.Condition
	questions []variable
	shown     []string
	world     world
	steps     int
}

// variable is a question with the answers that make a difference.
type variable struct {
	question *indicator.Question
	answers  []about
}

// newSolver gives nil where there are too many questions to look at.
func (c *checker) newSolver(target *indicator.Condition) *solver {
	s := &solver{target: target}
	s.world = world{map[string]about{}, map[string]truth{}, &s.steps}
	g := gatherer{checker: c, seen: map[string]bool{}}
	if !g.condition(target) {
		return nil
	}
	for _, q := range g.order {
		s.questions = append(s.questions, variable{q, possible(q, g.named(q.ID))})
	}
	s.shown = g.shown
	if len(s.questions)+len(s.shown) > maxVariables {
		return nil
	}
	return s
}

// gatherer collects what a condition looks at, directly or not.
type gatherer struct {
	*checker
	order      []*indicator.Question
	seen       map[string]bool
	shown      []string
	conditions []*indicator.Condition
}

// condition reports whether there is little enough to look at.
func (g *gatherer) condition(cond *indicator.Condition) bool {
	g.conditions = append(g.conditions, cond)
	eachShown(cond, func(id string, _ strict.Pos) {
		if !slices.Contains(g.shown, id) {
			g.shown = append(g.shown, id)
		}
	})
	ok := true
	cond.Questions(func(id string, _ strict.Pos) {
		if !ok || g.seen[id] {
			return
		}
		g.seen[id] = true
		q := g.Set.Question(id)
		if ok = len(g.seen) <= maxVariables && (q.AskWhen == nil || g.condition(q.AskWhen)); ok {
			g.order = append(g.order, q)
		}
	})
	return ok
}

// named lists the options of a question that some condition names.
func (g *gatherer) named(question string) []string {
	var list []string
	for _, cond := range g.conditions {
		eachAnswer(cond, func(t *indicator.AnswerTest, _ strict.Pos) {
			if t.Question == question {
				list = append(list, t.Options...)
			}
		})
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// eachAnswer calls f for each test of an answer in a condition.
func eachAnswer(cond *indicator.Condition, f func(*indicator.AnswerTest, strict.Pos)) {
	if cond == nil {
		return
	}
	if cond.Answer != nil {
		f(cond.Answer, cond.Pos)
	}
	eachAnswer(cond.Not, f)
	for i := range cond.All {
		eachAnswer(&cond.All[i], f)
	}
	for i := range cond.Any {
		eachAnswer(&cond.Any[i], f)
	}
}

// possible lists the answers to a question that tests of the named options can
// tell apart.
func possible(q *indicator.Question, named []string) []about {
	var list []about
	if q.Kind != indicator.List {
		for _, o := range q.Options {
			list = append(list, chosen(o.ID))
		}
		return list
	}
	named = slices.DeleteFunc(named, func(o string) bool { return o == answers.None })
	rests := []truth{no}
	if len(named) < len(q.Options) {
		rests = append(rests, yes)
	}
	for bits := range 1 << len(named) {
		said := map[string]truth{}
		for i, o := range named {
			said[o] = truth(bits>>i&1) * yes
		}
		for _, rest := range rests {
			list = append(list, items(said, rest))
		}
	}
	return list
}

// can reports whether the condition can have the value, or the search was given
// up.
func (s *solver) can(want truth) bool {
	clear(s.world.answers)
	clear(s.world.shown)
	return s.assign(0, want)
}

func (s *solver) assign(at int, want truth) bool {
	if s.steps > maxSteps {
		return true
	}
	switch got := s.world.eval(s.target); {
	case got == want:
		return true
	case got != open:
		return false
	case at < len(s.questions):
		return s.answer(at, want)
	case at < len(s.questions)+len(s.shown):
		return s.show(at, want)
	}
	return false
}

func (s *solver) answer(at int, want truth) bool {
	v := s.questions[at]
	defer delete(s.world.answers, v.question.ID)
	if s.world.eval(v.question.AskWhen) == no {
		s.world.answers[v.question.ID] = closedAnswer
		return s.assign(at+1, want)
	}
	for _, a := range v.answers {
		s.world.answers[v.question.ID] = a
		if s.assign(at+1, want) {
			return true
		}
	}
	delete(s.world.answers, v.question.ID) // not answered
	return s.assign(at+1, want)
}

func (s *solver) show(at int, want truth) bool {
	id := s.shown[at-len(s.questions)]
	defer delete(s.world.shown, id)
	for _, t := range []truth{yes, no} {
		s.world.shown[id] = t
		if s.assign(at+1, want) {
			return true
		}
	}
	return false
}
