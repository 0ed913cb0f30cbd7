package interview

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// first is the interview with which the talk began.
func (e *Engine) first() *indicator.Interview { return e.plan.Set.Interview(e.plan.Interview) }

// planned is the interview that is held unless the person is a child: the
// first, or the one it leads to once the person wants to go on.
func (e *Engine) planned() *indicator.Interview {
	iv := e.first()
	if e.choices[StepMore] == OptGoOn {
		return e.plan.Set.Interview(iv.LeadsTo)
	}
	return iv
}

// lead finds out, when the last question of the first interview is through,
// whether the longer one could still change the level. Only then it is offered:
// who is to be referred already is spared the rest.
func (e *Engine) lead() {
	next := e.plan.Set.Interview(e.first().LeadsTo)
	if next == nil || e.choices[StepMore] == OptGoOn || e.turned() || e.refused() || !e.lastQuestion() {
		return
	}
	e.leads = true
	if e.plan.Judge == nil {
		return
	}
	sheet := e.Sheet()
	if e.plan.Judge.Highest(sheet) {
		e.leads = false
		return
	}
	sheet.Interview = next.ID
	var open []string
	for _, id := range questionsOf(next, indicator.StageQuestions) {
		if len(e.store.Answers[id]) == 0 {
			open = append(open, id)
		}
	}
	if next.Episodes {
		for _, id := range slices.Clone(open) {
			if e.plan.Set.Question(id).Episode {
				open = append(open, answers.Ref(id, e.places()+1))
			}
		}
	}
	e.leads = !e.plan.Judge.Settled(sheet, open)
}

// lastQuestion reports whether the step on the screen is the last question of
// the person's part of the talk.
func (e *Engine) lastQuestion() bool {
	path := e.path()
	i := e.index(path)
	if !slices.Contains(questionsOf(e.first(), indicator.StageQuestions), path[i].ID) {
		return false
	}
	return !slices.ContainsFunc(path[i+1:], func(p planned) bool { return p.Kind == KindQuestion && p.zone == zoneTalk })
}
