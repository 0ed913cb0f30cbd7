package country

import (
	"slices"

	"cesta/internal/strict"
)

// The levels, marks and situations that a duty may name, and the phases it may
// belong to. A pack that names another is refused.
var (
	Levels     = []string{"strong-indications", "indications", "nothing-reported", "not-assessed"}
	Marks      = []string{"danger", "needs", "child", "labour-rights", "other-crime", "fear-of-return"}
	Situations = []string{"eu-citizen", "detained", "suspected", "asked-for-asylum", "diplomat-employer"}
	Phases     = []string{Now, Then, Never}
)

// The phases of duties, in the order they are shown.
const (
	Now   = "now"
	Then  = "then"
	Never = "never"
)

// StationLines are the lines of a station file that a duty may point to.
var StationLines = []string{"specialist", "child-protection", "interpreter"}

// Duty is one thing the officer is obliged to do, or never to do.
type Duty struct {
	Pos strict.Pos
	Review
	ID    string
	When  When
	Phase string
	// Station is the line of the station file that names whom to call, or empty.
	Station string
	// Contacts are the ids of contacts the duty speaks of.
	Contacts []string
	Basis    []Basis
}

// When says when a duty applies. The zero When is always. Of Level, Mark and
// Situation each that is not empty must have a word that fits; of the others
// none may have one.
type When struct {
	Level, Mark, Situation []string
	NotMark, NotSituation  []string
}

// DutiesFor returns the duties at a level with marks in a situation, by phase
// and then as the pack orders them. A situation that is not known is no reason
// to leave a duty out.
func (p *Pack) DutiesFor(level string, marks []string, situation map[string]string) []Duty {
	var duties []Duty
	for _, d := range p.Duties {
		if d.When.fits(level, marks, situation) {
			duties = append(duties, d)
		}
	}
	slices.SortStableFunc(duties, func(a, b Duty) int {
		return slices.Index(Phases, a.Phase) - slices.Index(Phases, b.Phase)
	})
	return duties
}

func (w When) fits(level string, marks []string, situation map[string]string) bool {
	isLevel := func(l string) bool { return l == level }
	isMark := func(m string) bool { return slices.Contains(marks, m) }
	isSo := func(s string) bool { return situation[s] == "yes" }
	return some(w.Level, isLevel) && some(w.Mark, isMark) && some(w.Situation, isSo) &&
		!slices.ContainsFunc(w.NotMark, isMark) && !slices.ContainsFunc(w.NotSituation, isSo)
}

// some reports whether one of the words fits, or there are none to fit.
func some(words []string, fits func(string) bool) bool {
	return len(words) == 0 || slices.ContainsFunc(words, fits)
}
