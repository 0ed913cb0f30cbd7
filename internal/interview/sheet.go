package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Sheet returns what counts: every answer whose question is not closed, and
// the age, conditions, situation and doubt that the answers state.
func (e *Engine) Sheet() answers.Sheet {
	s := e.store.Clone()
	s.Interview = e.interview().ID
	s.Episodes = s.Episodes[:min(len(s.Episodes), e.places()-answers.First)]
	for place := answers.First; place <= s.Places(); place++ {
		for id := range s.At(place) {
			if !e.in(place).onPath(id) {
				delete(s.At(place), id)
			}
		}
	}
	s.Age, s.Conditions = e.ages(), e.conditions()
	s.Situation, s.Doubt = e.situation(s.Answers)
	for _, fact := range e.first().Situation {
		s.Situation[fact] = answers.Yes
	}
	return s
}

// Closed says, for each closed question of the talk, to which question the
// answer was given that closed it, both by [answers.Ref].
func (e *Engine) Closed() map[string]string {
	closed := map[string]string{}
	for place := answers.First; place <= e.places(); place++ {
		for _, id := range e.known() {
			q := e.plan.Set.Question(id)
			if by := e.in(place).closedBy(q); by != "" && (q.Episode || place == answers.First) {
				closed[e.in(place).ref(id)] = e.in(place).ref(by)
			}
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
			*side = younger(*side, ageIn(q, entry.Value))
		}
	}
	return a
}

// ageIn is what an answer says about age. Who is asked and gives none may be a
// child.
func ageIn(q *indicator.Question, v answers.Value) answers.Age {
	if open(v.Option) && asksAge(q) {
		return answers.AgeUnsure
	}
	if o := q.Option(v.Option); o != nil {
		return answers.Age(o.Age)
	}
	return answers.AgeNone
}

func asksAge(q *indicator.Question) bool {
	for _, o := range q.Options {
		if o.Age != "" {
			return true
		}
	}
	return false
}

// ageRank orders statements about age by how much they protect, least first.
var ageRank = []answers.Age{answers.AgeNone, answers.Adult, answers.AgeUnsure, answers.Child}

func younger(a, b answers.Age) answers.Age {
	return ageRank[max(slices.Index(ageRank, a), slices.Index(ageRank, b))]
}

// conditions are how the talk is held. What nothing states is absent and so
// counts as not met; what is stated in two ways is unknown.
func (e *Engine) conditions() map[string]string {
	c := map[string]string{}
	for i := range e.plan.Set.Questions {
		if q := &e.plan.Set.Questions[i]; len(e.store.Answers[q.ID]) > 0 && e.in(answers.First).onPath(q.ID) {
			e.stated(q, c)
		}
	}
	if tag := e.language(); tag == OtherLanguage {
		c["language"] = "other"
	} else if tag != "" {
		c["language"] = "own"
	}
	if e.silentNo() {
		c["silent-card"] = answers.No
	} else if e.choices[StepCardGoOn] == answers.Yes {
		c["silent-card"] = answers.Yes
	}
	return c
}

// stated adds the conditions that the answers to one question set.
func (e *Engine) stated(q *indicator.Question, c map[string]string) {
	for _, entry := range e.store.Answers[q.ID] {
		for _, o := range q.Options {
			if !chosen(entry.Value, o.ID) {
				continue
			}
			for _, set := range o.Conditions {
				if old, known := c[set.Key]; known && old != set.Val {
					c[set.Key] = answers.Unknown
				} else {
					c[set.Key] = set.Val
				}
			}
		}
	}
}

// language is the language that the person has chosen or confirmed, or "".
func (e *Engine) language() string {
	if e.plan.Language != "" && e.choices[StepLanguageConfirm] == "" {
		return ""
	}
	return e.choices[StepLanguage]
}

// silentNo reports whether the person said "no" on the silent card. The first
// "no" counts at once, even if the talk is cut off before the second question.
func (e *Engine) silentNo() bool {
	return e.choices[StepCardInterpreter] == answers.No || e.choices[StepCardGoOn] == answers.No
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
