package check

import (
	"fmt"
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// maxClosings is how many conditions are looked at to find what closes only
// because something else is closed. Sets of authors need a few thousand; beyond
// it only questions that wait directly are looked at.
const maxClosings = 1_000_000

// closings reports an answer that closes another question and neither denies
// what that could show nor says that it is left open: nobody would notice that
// it was never asked. Context is no matter: it never counts.
func (c *checker) closings() {
	steps := 0
	for i := range c.Set.Questions {
		q := &c.Set.Questions[i]
		if len(c.uses.WaitingFor(q.ID)) == 0 {
			continue
		}
		for _, a := range c.closers(q) {
			c.closing(q, a, &steps)
		}
	}
}

// closer is an answer that may close something.
type closer struct {
	name   string
	about  about
	shows  []string
	denies []string
	leaves bool
	at     strict.Pos
	hint   string
}

const (
	denyHint    = "deny it in this answer, or say that it is left open: %s: unknown"
	absenceHint = "deny it in one of these items, or say that it is left open: leaves: unknown"
)

// closers lists the answers to a question. The absence of the items of a list is
// one answer for each question that waits for some of them.
func (c *checker) closers(q *indicator.Question) []closer {
	var list []closer
	for i := range q.Options {
		o := &q.Options[i]
		a := closer{name: "the answer " + o.ID + " to " + q.ID, about: chosen(o.ID), shows: o.Shows, leaves: o.LeavesUnknown || o.LeavesOpen, at: o.Pos, hint: fmt.Sprintf(denyHint, "leaves")}
		switch q.Kind {
		case indicator.YesNo:
			a.denies, a.hint = q.Denials(o), fmt.Sprintf(denyHint, o.ID+"-leaves")
		case indicator.Choice:
			a.denies = q.Denials(o)
		case indicator.List: // the item is there, and nothing is known of the others
			a.about = items(map[string]truth{o.ID: yes}, open)
		}
		list = append(list, a)
	}
	if q.Kind == indicator.List {
		list = append(list, c.absences(q)...)
	}
	return list
}

// absences gives for each different choice of items that some question waits for
// the answer in which none of them is there.
func (c *checker) absences(q *indicator.Question) []closer {
	var list []closer
	seen := map[string]bool{}
	for _, waiting := range c.uses.WaitingFor(q.ID) {
		eachAnswer(waiting.AskWhen, func(t *indicator.AnswerTest, _ strict.Pos) {
			named := slices.DeleteFunc(slices.Clone(t.Options), func(o string) bool { return o == answers.None })
			slices.Sort(named)
			if key := fmt.Sprint(named); t.Question == q.ID && len(named) > 0 && !seen[key] {
				seen[key] = true
				list = append(list, absence(q, named))
			}
		})
	}
	return list
}

func absence(q *indicator.Question, named []string) closer {
	said := map[string]truth{}
	a := closer{name: "the answer that of " + q.ID + " nothing of " + join(named) + " is true", hint: absenceHint}
	for _, id := range named {
		said[id] = no
		o := q.Option(id)
		a.denies, a.leaves = append(a.denies, q.Denials(o)...), a.leaves || o.LeavesUnknown || o.LeavesOpen
		if a.at.Line == 0 {
			a.at = o.Pos
		}
	}
	a.about = items(said, open)
	return a
}

// closing follows one answer to what it closes, and to what waits for that.
func (c *checker) closing(q *indicator.Question, a closer, steps *int) {
	if a.leaves {
		return
	}
	w := world{answers: map[string]about{q.ID: a.about}, steps: steps}
	var denied map[string]bool
	for todo := []string{q.ID}; len(todo) > 0; todo = todo[1:] {
		for _, waiting := range c.uses.WaitingFor(todo[0]) {
			if w.answers[waiting.ID] != nil || w.eval(waiting.AskWhen) != no {
				continue
			}
			w.answers[waiting.ID] = closedAnswer
			if denied == nil {
				denied = c.denied(a)
			}
			if id := undenied(waiting, denied); id != "" {
				c.fail(a.at, a.hint, "%s closes %s, which could show %s", a.name, waiting.ID, id)
				return
			}
			if *steps < maxClosings {
				todo = append(todo, waiting.ID)
			}
		}
	}
}

// denied is what is known of facts after the answer: denied, or shown already.
func (c *checker) denied(a closer) map[string]bool {
	known := map[string]bool{}
	for _, id := range slices.Concat(a.shows, a.denies) {
		for _, member := range c.Set.Expand(id) {
			known[member] = true
		}
	}
	return known
}

// undenied gives a fact that the question could show and of which nothing would
// be known.
func undenied(q *indicator.Question, known map[string]bool) string {
	for _, o := range q.Options {
		for _, id := range o.Shows {
			if !known[id] && indicator.KindOf(id) != indicator.Context {
				return id
			}
		}
	}
	return ""
}
