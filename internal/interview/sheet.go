package interview

import (
	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Sheet returns what counts: every answer whose question is not closed, and
// the age, conditions, situation and doubt that the answers state.
func (e *Engine) Sheet() answers.Sheet {
	s := e.store.Clone()
	s.Interview = e.interview().ID
	for id := range s.Answers {
		if !e.onPath(id) {
			delete(s.Answers, id)
		}
	}
	s.Age, s.Conditions = e.ages(), e.conditions()
	s.Situation, s.Doubt = e.situation(s.Answers)
	return s
}

// Closed says, for each closed question of the interview, which answer closed it.
func (e *Engine) Closed() map[string]string {
	closed := map[string]string{}
	for _, id := range e.interview().Questions() {
		if by := e.closedBy(e.plan.Set.Question(id)); by != "" {
			closed[id] = by
		}
	}
	return closed
}

// ages reads the age out of the answers. Of several statements by one side the
// one that protects more stands: child, then unsure, then adult.
func (e *Engine) ages() answers.Ages {
	var a answers.Ages
	for id, entries := range e.store.Answers {
		q := e.plan.Set.Question(id)
		side := &a.Said
		if q.Audience == indicator.Officer {
			side = &a.Officer
		}
		for _, entry := range entries {
			if o := q.Option(entry.Option); o != nil && o.Age != "" {
				*side = younger(*side, answers.Age(o.Age))
			}
			if asksAge(q) && open(entry.Option) {
				*side = younger(*side, answers.AgeUnsure)
			}
		}
	}
	return a
}

func asksAge(q *indicator.Question) bool {
	for _, o := range q.Options {
		if o.Age != "" {
			return true
		}
	}
	return false
}

func younger(a, b answers.Age) answers.Age {
	rank := map[answers.Age]int{answers.AgeNone: 0, answers.Adult: 1, answers.AgeUnsure: 2, answers.Child: 3}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// conditions are how the talk is held. What nothing states is absent and so
// counts as not met.
func (e *Engine) conditions() map[string]string {
	c := map[string]string{}
	for id, entries := range e.store.Answers {
		q := e.plan.Set.Question(id)
		for _, entry := range entries {
			for _, o := range q.Options {
				if !chosen(entry.Value, o.ID) {
					continue
				}
				for _, set := range o.Conditions {
					c[set.Key] = set.Val
				}
			}
		}
	}
	switch e.choices[StepLanguage] {
	case "":
	case OtherLanguage:
		c["language"] = "other"
	default:
		c["language"] = "own"
	}
	if e.silentNo() {
		c["silent-card"] = answers.No
	} else if e.choices[StepCardGoOn] == answers.Yes {
		c["silent-card"] = answers.Yes
	}
	return c
}

func (e *Engine) silentNo() bool {
	return e.choices[StepCardGoOn] == answers.No || (e.choices[StepCardInterpreter] == answers.No && e.choices[StepCardGoOn] != "")
}

func (e *Engine) situation(on map[string][]answers.Entry) (situation map[string]string, doubt string) {
	situation = map[string]string{}
	for _, q := range e.plan.Set.Questions {
		for _, entry := range on[q.ID] {
			for _, o := range q.Options {
				said := entry.Items[o.ID]
				if said == "" && entry.Option == o.ID {
					said = answers.Yes
				}
				if o.Situation != "" && said != "" && situation[o.Situation] != answers.Yes {
					situation[o.Situation] = said
				}
				if o.Doubt && said == answers.Yes {
					doubt = o.ID
				}
			}
		}
	}
	return situation, doubt
}
