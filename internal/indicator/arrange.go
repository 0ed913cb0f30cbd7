package indicator

import (
	"cmp"
	"container/heap"
	"slices"

	"cesta/internal/strict"
)

// arrange orders the questions inside each section of the talk once: least
// sensitive first, among those the heaviest weight first, so that a talk can
// stop early; and none before one that it waits for. What is equal stays as the
// author wrote it, and so do the sections, which follow the order of events, and
// the other stages, where the order is that of protection.
func (s *Set) arrange() {
	weights := s.heaviest()
	for i := range s.Interviews {
		for j := range s.Interviews[i].Sections {
			if sec := &s.Interviews[i].Sections[j]; sec.Stage == StageQuestions {
				sec.Questions = s.arranged(sec.Questions, weights)
			}
		}
	}
}

// heaviest gives for each indicator its heaviest weight in the instruments that
// reach a level.
func (s *Set) heaviest() map[string]Level {
	weights := map[string]Level{}
	for _, ins := range s.Instruments {
		if !slices.ContainsFunc(ins.Results, func(r Result) bool { return r.Reaches != "" }) {
			continue
		}
		for _, d := range ins.Dimensions {
			for _, w := range d.Weights {
				weights[w.Key] = max(weights[w.Key], w.Val.High)
			}
		}
	}
	return weights
}

var sensitivities = []Sensitivity{Low, Medium, High}

// turn is one question that waits for its turn in a section.
type turn struct {
	id          string
	sensitivity int
	weight      Level
	written     int // place in the section as the author wrote it
	waits       int // how many questions of the section must come first
	before      []*turn
}

func (s *Set) arranged(ids []string, weights map[string]Level) []string {
	turns := s.turns(ids, weights)
	ready := &queue{}
	for _, t := range turns {
		if t.waits == 0 {
			heap.Push(ready, t)
		}
	}
	var order []string
	for ready.Len() > 0 {
		t := heap.Pop(ready).(*turn)
		order = append(order, t.id)
		for _, later := range t.before {
			if later.waits--; later.waits == 0 {
				heap.Push(ready, later)
			}
		}
	}
	return order
}

// turns works out what each question waits for: the questions that its
// condition names, and those the author put before it that could show what it
// looks for.
func (s *Set) turns(ids []string, weights map[string]Level) []*turn {
	turns, byID, showers := make([]*turn, len(ids)), map[string]*turn{}, map[string][]*turn{}
	for i, id := range ids {
		q := s.Question(id)
		t := &turn{id: id, sensitivity: slices.Index(sensitivities, q.Sensitivity), written: i}
		first := map[*turn]bool{}
		q.AskWhen.Questions(func(named string, _ strict.Pos) { first[byID[named]] = true })
		q.AskWhen.Shows(func(family string) {
			for _, member := range s.Expand(family) {
				for _, shower := range showers[member] {
					first[shower] = true
				}
			}
		})
		delete(first, nil) // asked in an earlier section
		for f := range first {
			f.before = append(f.before, t)
		}
		t.waits = len(first)
		for _, o := range q.Options {
			for _, shown := range o.Shows {
				t.weight = max(t.weight, weights[shown])
				showers[shown] = append(showers[shown], t)
			}
		}
		turns[i], byID[id] = t, t
	}
	return turns
}

// queue gives the question whose turn it is.
type queue []*turn

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	a, b := q[i], q[j]
	return cmp.Or(cmp.Compare(a.sensitivity, b.sensitivity), cmp.Compare(b.weight, a.weight), cmp.Compare(a.written, b.written)) < 0
}
func (q *queue) Push(t any) { *q = append(*q, t.(*turn)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
