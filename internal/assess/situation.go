package assess

import (
	"maps"

	"cesta/internal/answers"
)

// Situation joins the facts for duties that the sheet states with those that
// its answers state; where they differ, yes wins, because a duty too many harms
// nobody. No rule ever reads them. The error is that of [Assessor.Assess].
func (a *Assessor) Situation(sheet answers.Sheet) (map[string]string, error) {
	ins, err := a.read(sheet)
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	maps.Copy(all, sheet.Situation)
	for q := range a.questions {
		for _, g := range ins[0].given[q] {
			for i, w := range g.words {
				fact := a.questions[q].options[i].Situation
				if said := situationWords[w]; fact != "" && said != "" && all[fact] != answers.Yes {
					all[fact] = said
				}
			}
		}
	}
	return all, nil
}

var situationWords = map[word]string{saysYes: answers.Yes, saysNo: answers.No, unsure: answers.Unknown}
