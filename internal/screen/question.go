package screen

import (
	"strconv"
	"strings"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// question puts words to a question of the set.
func (m *Maker) question(s *Screen, q *indicator.Question) {
	s.Title = m.asked(q, ".ask")
	s.List = q.Kind == indicator.List
	for i, o := range q.Options {
		s.Options = append(s.Options, Option{ID: o.ID, Key: strconv.Itoa(i + 1), Pair: m.optionText(q, o.ID)})
	}
	for _, special := range specials(q) {
		s.Options = append(s.Options, Option{ID: special.id, Key: special.key, Pair: m.optionText(q, special.id), Special: true})
	}
	if s.List {
		s.Choosing = m.side(s, "person.list.how")
	}
	if s.Step.Place > answers.First {
		s.Body = []Pair{m.side(s, "person.place", "number", strconv.Itoa(s.Step.Place))}
	}
	if n := len(s.Step.Given); n > 0 {
		s.Given = m.before(m.given(q, s.Step.Given[n-1].Value))
	}
	m.helpFor(s, q)
}

// helpFor fills the officer's help on a question; an author may leave out any of it.
func (m *Maker) helpFor(s *Screen, q *indicator.Question) {
	for part, dst := range map[string]*string{".why": &s.Why, ".how": &s.How, ".follow-up": &s.FollowUp} {
		if key := "officer.question." + q.ID + part; m.officer.Has(key) {
			*dst = m.officer.Text(key)
		}
	}
}

// asked gives a text of a question to those who may see it.
func (m *Maker) asked(q *indicator.Question, part string) Pair {
	if q.Audience == indicator.Officer {
		return m.alone("officer.question." + q.ID + part)
	}
	return m.both("question." + q.ID + part)
}

type special struct{ id, key string }

// specials are the answers that a question takes beside its own. The officer
// can be unable to tell, but nobody has refused an observation.
func specials(q *indicator.Question) []special {
	var s []special
	if q.Kind == indicator.List {
		s = append(s, special{answers.None, KeyNone})
	}
	s = append(s, special{answers.Unknown, KeyUnknown})
	if q.Audience == indicator.Person {
		s = append(s, special{answers.Refused, KeyRefused})
	}
	return s
}

// optionText gives the words of an answer.
func (m *Maker) optionText(q *indicator.Question, id string) Pair {
	officer := q.Audience == indicator.Officer
	switch {
	case officer && id == answers.Unknown:
		return m.alone("officer.answer.unknown")
	case fixed(q, id) && officer:
		return m.alone("person.answer." + id)
	case fixed(q, id):
		return m.both("person.answer." + id)
	}
	return m.asked(q, ".option."+id)
}

func fixed(q *indicator.Question, id string) bool {
	switch id {
	case answers.Unknown, answers.Refused, answers.None:
		return true
	case answers.Yes, answers.No:
		return q.Kind == indicator.YesNo
	}
	return false
}

// given gives the words of an answer as it was given.
func (m *Maker) given(q *indicator.Question, v answers.Value) []Pair {
	if v.Option != "" {
		return []Pair{m.optionText(q, v.Option)}
	}
	var texts []Pair
	for _, o := range q.Options {
		if v.Items[o.ID] == answers.Yes {
			texts = append(texts, m.optionText(q, o.ID))
		}
	}
	if v.Items[answers.None] == answers.Yes {
		texts = append(texts, m.optionText(q, answers.None))
	}
	return texts
}

// before says in one sentence a side what was answered before.
func (m *Maker) before(texts []Pair) Pair {
	answer := join(texts)
	p := Pair{Officer: m.officer.Text("person.given", "answer", answer.Officer)}
	if w := m.person(); w != nil && answer.Person != "" {
		p.Person = w.Text("person.given", "answer", answer.Person)
	}
	return p
}

// join writes several texts in one line on each side.
func join(texts []Pair) Pair {
	var person, officer []string
	for _, t := range texts {
		if t.Person != "" {
			person = append(person, t.Person)
		}
		officer = append(officer, t.Officer)
	}
	return Pair{strings.Join(person, "; "), strings.Join(officer, "; ")}
}
