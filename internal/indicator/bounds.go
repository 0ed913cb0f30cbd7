package indicator

import (
	"strings"

	"cesta/internal/strict"
)

// Bounds on what a set may spell out. No author reaches them; without them a
// small file could ask for more work than a machine has time for.
const (
	// maxParts is how many parts one condition may have.
	maxParts = 200
	// maxSpread is how many facts all families of a set may stand for, and how
	// many questions all conditions on facts may look at, together.
	maxSpread = 1_000_000
)

// parts counts the tests in a condition.
func (c *Condition) parts() int {
	if c == nil {
		return 0
	}
	n := 1 + c.Not.parts()
	for i := range c.All {
		n += c.All[i].parts()
	}
	for i := range c.Any {
		n += c.Any[i].parts()
	}
	return n
}

// spread reports conditions and families that stand for too much.
func (c *checker) spread() {
	showers := map[string]int{}
	total := 0
	for _, q := range c.set.Questions {
		for _, o := range q.Options {
			for _, id := range o.Shows {
				showers[id]++
			}
			for _, id := range o.Denies {
				total += len(c.set.Expand(id))
			}
		}
	}
	for _, q := range c.set.Questions {
		if n := q.AskWhen.parts(); n > maxParts {
			c.fail(q.AskWhen.Pos, "split the question, or ask one question that gathers the others", "ask-when of %s has %d parts; %d are allowed", q.ID, n, maxParts)
			continue
		}
		q.AskWhen.Shows(func(id string) {
			for _, member := range c.set.Expand(id) {
				total += 1 + showers[member]
			}
		})
	}
	if total > maxSpread {
		c.fail(strict.Pos{File: "questions"}, "name single facts instead of families, or split the set", "the families in denies and ask-when stand for %d facts; %d are allowed", total, maxSpread)
	}
}

// Shows calls f for each indicator or family that the condition wants shown.
func (c *Condition) Shows(f func(id string)) {
	if c == nil {
		return
	}
	if c.Shown != "" {
		f(c.Shown)
	}
	c.Not.Shows(f)
	for i := range c.All {
		c.All[i].Shows(f)
	}
	for i := range c.Any {
		c.Any[i].Shows(f)
	}
}

// cycles reports questions that wait for each other. A question that waits for
// itself is reported where it is read; one that waits for a fact waits for no
// question: those that come too late for it are left out when it is evaluated.
func (c *checker) cycles() {
	s := search{checker: c, marks: map[string]int{}}
	for i := range c.set.Questions {
		s.visit(&c.set.Questions[i])
	}
}

// search goes through the questions along what they wait for.
type search struct {
	*checker
	marks map[string]int // by id: 0 not seen, -1 done, else the place on the path plus one
	path  []string
}

func (s *search) visit(q *Question) {
	if s.marks[q.ID] != 0 {
		return
	}
	s.path = append(s.path, q.ID)
	s.marks[q.ID] = len(s.path)
	q.AskWhen.Questions(func(id string, _ strict.Pos) {
		next := s.set.Question(id)
		switch {
		case next == nil || id == q.ID:
		case s.marks[id] > 0:
			s.report(q, s.path[s.marks[id]-1:])
		default:
			s.visit(next)
		}
	})
	s.path = s.path[:len(s.path)-1]
	s.marks[q.ID] = -1
}

// maxShown keeps a message readable.
const maxShown = 6

func (s *search) report(q *Question, cycle []string) {
	names := strings.Join(cycle[:min(len(cycle), maxShown)], ", ")
	if len(cycle) > maxShown {
		names += ", ..."
	}
	s.fail(q.AskWhen.Pos, "let one of them wait for something earlier", "the questions %s wait for each other", names)
}
