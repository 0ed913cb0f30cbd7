package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// stage adds the questions of one stage that are not closed, with what belongs
// before and behind them.
func (m *pathMaker) stage(z zone, stage indicator.Stage) {
	ids := m.e.order(stage)
	if stage != indicator.StageQuestions || !m.e.leads || m.e.turned() {
		m.each(z, stage, ids)
		return
	}
	n := len(questionsOf(m.e.first(), stage))
	m.each(z, stage, ids[:n])
	m.add(z, KindInfo, indicator.Person, StepMore, OptGoOn, answers.No)
	m.each(z, stage, ids[n:])
}

func (m *pathMaker) each(z zone, stage indicator.Stage, ids []string) {
	caution := ""
	for _, id := range ids {
		q := m.e.plan.Set.Question(id)
		if m.e.in(m.place).closedBy(q) != "" || m.silenced(z, q) {
			continue
		}
		if q.Caution != "" && q.Caution != caution {
			m.at(id).add(z, KindCaution, indicator.Person, "caution."+q.Caution)
		}
		caution = q.Caution
		m.takeOver(z, q)
		m.ask(z, q, answers.Ref(id, m.place))
		m.behind(z, stage, q)
	}
}

func (m *pathMaker) ask(z zone, q *indicator.Question, pos string) {
	m.steps = append(m.steps, planned{Step{Kind: KindQuestion, ID: q.ID, Audience: q.Audience, Question: q, Options: optionIDs(q), Place: m.place}, pos, z})
}

// silenced reports whether a child that has begun to tell would be asked.
func (m *pathMaker) silenced(z zone, q *indicator.Question) bool {
	return z == zoneTalk && q.Audience == indicator.Person && len(m.e.store.Answers[q.ID]) == 0 && m.e.discloses()
}

// discloses reports whether the officer has noted that the person began to tell.
func (e *Engine) discloses() bool {
	for id, entries := range e.store.Answers {
		for _, o := range e.plan.Set.Question(id).Options {
			if o.Discloses && slices.ContainsFunc(entries, func(entry answers.Entry) bool { return chosen(entry.Value, o.ID) }) {
				return true
			}
		}
	}
	return false
}

// takeOver adds the page that parts the person's questions from those of the
// officer: who presses alone must not answer for the officer.
func (m *pathMaker) takeOver(z zone, q *indicator.Question) {
	if z != zoneTalk || q.Audience != indicator.Officer {
		return
	}
	for _, p := range slices.Backward(m.steps) {
		switch {
		case p.zone != z || p.forOfficer():
			return
		case p.Audience == indicator.Person:
			m.at(q.ID).add(z, KindInfo, indicator.Officer, StepYours)
			return
		}
	}
}

// behind adds what an answer to a question calls for before the next one.
func (m *pathMaker) behind(z zone, stage indicator.Stage, q *indicator.Question) {
	switch {
	case m.e.observes():
		m.behindObserved(z, q)
		return
	case stage != indicator.StageObservations && m.e.shows(indicator.Danger, q, m.place):
		m.at(q.ID).add(z, KindInfo, indicator.Officer, StepDanger, OptGoOn, OptStop)
	case stage == indicator.StageTriage && m.e.shows(indicator.Need, q, m.place):
		m.at(q.ID).add(z, KindInfo, indicator.Officer, StepNeeds)
	}
	if q.ID == m.turn && !m.e.isLate(q) {
		m.add(z, KindInfo, indicator.Officer, StepChild)
	}
	if answers.Ref(q.ID, m.place) == m.e.offerAt {
		m.add(z, KindOffer, indicator.Person, StepOffer, OptGoOn, OptStop)
	}
}

// behindObserved is for a talk in which nobody is asked: there is nothing to
// stop, and what must be done at once must be said at once.
func (m *pathMaker) behindObserved(z zone, q *indicator.Question) {
	if m.e.shows(indicator.Danger, q, m.place) {
		m.at(q.ID).add(z, KindInfo, indicator.Officer, StepDanger)
	}
	if asksAge(q) && m.e.ages().MaybeChild() {
		m.at(q.ID).add(z, KindInfo, indicator.Officer, StepChild)
	}
}

// order lists the questions of a stage: those of the first interview and, where
// it has led on to a longer one, what that asks besides. When the person turns
// out to be, or perhaps to be, a child, what was asked before stays where it was
// and the rest comes from the child's interview. Nothing is asked twice.
func (e *Engine) order(stage indicator.Stage) []string {
	ids := join(questionsOf(e.first(), stage), questionsOf(e.planned(), stage))
	if !e.turned() {
		return ids
	}
	ids = slices.DeleteFunc(ids, func(id string) bool {
		return !e.done[id] && len(e.store.Answers[id]) == 0 && id != e.stoppedA
	})
	return join(ids, questionsOf(e.interview(), stage))
}

// join adds the ids that are not there yet.
func join(ids, more []string) []string {
	for _, id := range more {
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

// turned reports whether another interview than the planned one is held,
// because the person is or may be a child.
func (e *Engine) turned() bool { return e.interview() != e.planned() }

// turn is the question whose answer first says that the person is or may be a
// child, or "". In the child's own interview nothing turns.
func (e *Engine) turn() string {
	if !e.turned() {
		return ""
	}
	for _, stage := range indicator.Stages {
		for _, id := range e.order(stage) {
			q := e.plan.Set.Question(id)
			doubt := func(entry answers.Entry) bool { return answers.Ages{Said: ageIn(q, entry.Value)}.MaybeChild() }
			if slices.ContainsFunc(e.store.Answers[id], doubt) {
				return id
			}
		}
	}
	return ""
}

// shows reports whether an answer to a question shows a fact of a kind.
func (e *Engine) shows(kind indicator.Kind, q *indicator.Question, place int) bool {
	for _, entry := range e.in(place).given(q.ID) {
		for _, o := range q.Options {
			for _, id := range o.Shows {
				if indicator.KindOf(id) == kind && chosen(entry.Value, o.ID) {
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
	s.CanBack = e.returnTo != "" || i > 0 && wayBack(path[i-1].zone, path[i].zone)
	switch s.Kind {
	case KindQuestion:
		s.CanSkip = true
		s.Given = slices.Clone(e.in(s.Place).given(s.ID))
		s.Number, s.AtMost = count(path, i)
	case KindReview:
		s.Options = e.answered(path)
	}
	return s
}

// wayBack reports whether one may go back between two steps. What the officer
// reads first leads back to the language: a wrong one may have been pressed.
func wayBack(to, from zone) bool {
	return to == from && from != zoneCard || to == zoneLanguage && from == zoneReady
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

// answered lists the person's questions that have an answer, by position, for
// the review.
func (e *Engine) answered(path []planned) []string {
	var ids []string
	for _, p := range path {
		if p.Kind == KindQuestion && p.Audience == indicator.Person && len(e.in(p.Place).given(p.ID)) > 0 {
			ids = append(ids, p.pos)
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
