package indicator

import (
	"slices"
	"strings"

	"cesta/internal/strict"
)

// Uses says where the parts of a set are used: by which answers a fact becomes
// known, where it weighs, and who waits for whom. It is built once, in one pass.
type Uses struct {
	set     *Set
	shown   map[string][]Answer
	denied  map[string][]Answer // by indicator or family, as it is written
	weighed map[string][]Weighing
	asked   map[string][]*Interview
	waiting map[string][]*Question
}

// Answer is an option of a question or, with No, the absence of an item of a
// list.
type Answer struct {
	Question *Question
	Option   *Option
	No       bool
}

// Weighing is a cell of a dimension.
type Weighing struct {
	Instrument *Instrument
	Dimension  *Dimension
	Weight     Weight
	Pos        strict.Pos
}

// Uses indexes the set.
func (s *Set) Uses() *Uses {
	u := &Uses{
		set: s, shown: map[string][]Answer{}, denied: map[string][]Answer{}, weighed: map[string][]Weighing{},
		asked: map[string][]*Interview{}, waiting: map[string][]*Question{},
	}
	for i := range s.Questions {
		u.question(&s.Questions[i])
	}
	for i := range s.Instruments {
		ins := &s.Instruments[i]
		for d := range ins.Dimensions {
			dim := &ins.Dimensions[d]
			for _, w := range dim.Weights {
				u.weighed[w.Key] = append(u.weighed[w.Key], Weighing{ins, dim, w.Val, w.Pos})
			}
		}
	}
	for i := range s.Interviews {
		for _, id := range s.Interviews[i].Questions() {
			u.asked[id] = append(u.asked[id], &s.Interviews[i])
		}
	}
	return u
}

func (u *Uses) question(q *Question) {
	for i := range q.Options {
		o := &q.Options[i]
		for _, id := range o.Shows {
			u.shown[id] = append(u.shown[id], Answer{q, o, false})
		}
		for _, id := range q.Denials(o) {
			u.denied[id] = append(u.denied[id], Answer{q, o, q.Kind == List})
		}
	}
	seen := map[string]bool{}
	q.AskWhen.Questions(func(id string, _ strict.Pos) {
		if !seen[id] {
			seen[id] = true
			u.waiting[id] = append(u.waiting[id], q)
		}
	})
}

// Denials lists what an answer denies, as indicators or families: a chosen
// option what it says, and of a list the absence of the item, which denies what
// the item shows besides. What an officer did not observe denies nothing.
func (q *Question) Denials(o *Option) []string {
	switch {
	case q.Audience == Officer:
		return nil
	case q.Kind == List:
		return slices.Concat(o.Shows, o.Denies)
	}
	return o.Denies
}

// ShownBy lists the answers that show the indicator.
func (u *Uses) ShownBy(id string) []Answer { return u.shown[id] }

// DeniedBy lists the answers that deny the indicator, by its own id or by a
// family it belongs to.
func (u *Uses) DeniedBy(id string) []Answer {
	list := slices.Clone(u.denied[id])
	for at := strings.LastIndexByte(id, '.'); at > 0; at = strings.LastIndexByte(id[:at], '.') {
		list = append(list, u.denied[id[:at]+".*"]...)
	}
	return list
}

// WeighedIn lists the dimensions in which the indicator counts.
func (u *Uses) WeighedIn(id string) []Weighing { return u.weighed[id] }

// AskedIn lists the interviews that ask the question.
func (u *Uses) AskedIn(id string) []*Interview { return u.asked[id] }

// WaitingFor lists the questions whose ask-when names the question.
func (u *Uses) WaitingFor(id string) []*Question { return u.waiting[id] }
