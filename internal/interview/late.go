package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// late asks what the officer was to note in the triage and has not: after a
// silent "no" or an early stop there was no time for it. Whoever may be a child
// or is in danger is so however the talk ended.
func (m *pathMaker) late() {
	for _, id := range m.e.officersTriage() {
		q := m.e.plan.Set.Question(id)
		if !m.e.isLate(q) || m.e.in(answers.First).closedBy(q) != "" {
			continue
		}
		m.ask(zoneOfficer, q, latePos(q))
		if id == m.turn {
			m.add(zoneOfficer, KindInfo, indicator.Officer, StepChild)
		}
	}
}

// officersTriage lists the officer's questions of the triage, of the interview
// that was planned first, without those that are observations anyway.
func (e *Engine) officersTriage() []string {
	var ids []string
	later := e.order(indicator.StageObservations)
	for _, iv := range []*indicator.Interview{e.first(), e.planned(), e.interview()} {
		for _, id := range questionsOf(iv, indicator.StageTriage) {
			q := e.plan.Set.Question(id)
			// Whether a child has begun to tell matters while it could be asked more.
			late := q.Audience == indicator.Officer && !slices.ContainsFunc(q.Options, func(o indicator.Option) bool { return o.Discloses })
			if late && !slices.Contains(ids, id) && !slices.Contains(later, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// isLate reports whether the question is one of those that come late: it has no
// answer yet, or has been answered there.
func (e *Engine) isLate(q *indicator.Question) bool {
	pos := latePos(q)
	return len(e.store.Answers[q.ID]) == 0 || e.done[pos] || e.at == pos
}

// latePos is the position of a late question; its place in the talk may still
// be on the path, because it was shown there and not answered.
func latePos(q *indicator.Question) string { return q.ID + "@late" }
