package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// stage adds the questions of one stage that are not closed, with what belongs
// before and behind them.
func (m *pathMaker) stage(z zone, stage indicator.Stage) {
	caution, danger := "", false
	for _, id := range m.order(stage) {
		q := m.e.plan.Set.Question(id)
		if m.e.closedBy(q) != "" {
			continue
		}
		if q.Caution != "" && q.Caution != caution {
			m.steps = append(m.steps, planned{Step{Kind: KindCaution, ID: "caution." + q.Caution, Audience: indicator.Person}, "caution." + q.Caution + "@" + id, z})
		}
		caution = q.Caution
		m.steps = append(m.steps, planned{Step{Kind: KindQuestion, ID: id, Audience: q.Audience, Question: q, Options: optionIDs(q)}, id, z})
		if !danger && stage != indicator.StageObservations && m.e.showsDanger(q) {
			danger = true
			m.add(z, KindInfo, indicator.Officer, StepDanger, OptGoOn, OptStop)
		}
		if id == m.turned(stage) {
			m.add(z, KindInfo, indicator.Officer, "info.child")
		}
		if id == m.e.offerAt {
			m.add(z, KindOffer, indicator.Person, StepOffer, OptGoOn, OptStop)
		}
	}
}

// order lists the questions of a stage. When the person turns out to be, or
// perhaps to be, a child, what was asked before stays where it was and the rest
// comes from the child's interview; nothing is asked twice.
func (m *pathMaker) order(stage indicator.Stage) []string {
	before := questionsOf(m.e.planned(), stage)
	if !m.e.child() || m.e.plan.Interview == childInterview {
		return before
	}
	var ids []string
	for _, id := range before {
		if len(m.e.store.Answers[id]) > 0 {
			ids = append(ids, id)
		}
	}
	for _, id := range questionsOf(m.e.interview(), stage) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func questionsOf(iv *indicator.Interview, stage indicator.Stage) []string {
	var ids []string
	for _, s := range iv.Sections {
		if s.Stage == stage {
			ids = append(ids, s.Questions...)
		}
	}
	return ids
}

// turned is the question of the stage whose answer first says that the person
// is or may be a child, or "". In the child's own interview nothing turns.
func (m *pathMaker) turned(stage indicator.Stage) string {
	if !m.e.child() || m.e.plan.Interview == childInterview {
		return ""
	}
	for _, id := range m.order(stage) {
		for _, entry := range m.e.store.Answers[id] {
			o := m.e.plan.Set.Question(id).Option(entry.Option)
			if o != nil && (o.Age == string(answers.Child) || o.Age == string(answers.AgeUnsure)) {
				return id
			}
		}
	}
	return ""
}

func (e *Engine) showsDanger(q *indicator.Question) bool {
	for _, entry := range e.store.Answers[q.ID] {
		for _, o := range q.Options {
			for _, id := range o.Shows {
				if indicator.KindOf(id) == indicator.Danger && chosen(entry.Value, o.ID) {
					return true
				}
			}
		}
	}
	return false
}

func optionIDs(q *indicator.Question) []string {
	ids := make([]string, len(q.Options))
	for i, o := range q.Options {
		ids[i] = o.ID
	}
	return ids
}

// describe completes the step at the current position.
func (e *Engine) describe(path []planned) Step {
	i := e.index(path)
	s := path[i].Step
	s.Sign = e.silentNo() && s.ID == StepCardThanks
	s.CanBack = e.returnTo != "" || (i > 0 && path[i-1].zone == path[i].zone && path[i].zone != zoneCard)
	switch s.Kind {
	case KindQuestion:
		s.CanSkip = true
		s.Given = e.store.Clone().Answers[s.ID]
		s.Number, s.AtMost = count(path, i)
	case KindReview:
		s.Options = e.answered(path)
	}
	return s
}

// count numbers the questions of the person's part of the talk.
func count(path []planned, at int) (number, atMost int) {
	for i, p := range path {
		if p.Kind == KindQuestion && p.zone == path[at].zone {
			atMost++
			if i <= at {
				number++
			}
		}
	}
	return number, atMost
}

// answered lists the person's questions that have an answer, for the review.
func (e *Engine) answered(path []planned) []string {
	var ids []string
	for _, p := range path {
		if p.Kind == KindQuestion && p.Audience == indicator.Person && len(e.store.Answers[p.ID]) > 0 {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// index finds the current position in the path. A position that left the path
// cannot happen: every action that takes its step away moves on first.
func (e *Engine) index(path []planned) int {
	for i, p := range path {
		if p.pos == e.at {
			return i
		}
	}
	return len(path) - 1
}
