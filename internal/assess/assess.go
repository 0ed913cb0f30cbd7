// Package assess turns the answers of one interview into findings, a level of
// duty, marks and the reasons for each, by the instruments of an indicator set.
//
// A set is compiled once ([Compile]) and then read by every [Assessor.Assess].
// Everything is computed twice, with what is unknown taken as no and as yes:
// what holds both times is positive, what holds only the second time cannot be
// excluded. No instrument is known by name here; which result reaches which
// level stands in the set.
//
// The package must never lower a result because of consent, a contradiction, a
// correction or late disclosure, never read a missing answer as no, never
// compute a probability and never conclude that somebody is not a victim. It is
// pure: no clock, no files, no randomness; the same sheet gives the same bytes.
package assess

import (
	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Assessor is a compiled indicator set. It never changes after [Compile] and
// may be used by several goroutines at once.
type Assessor struct {
	set         *indicator.Set
	index       map[string]int // indicator id to its number
	questions   []question     // in the order of the set
	byID        map[string]int // question id to its number
	order       []int          // all questions, each after those its condition names
	instruments []instrument
	dimensions  int // over all instruments
	interviews  map[string]*interview
	doubts      map[string]bool // coded reasons of doubt that the set knows
	decisive    [][]place       // by indicator: the dimensions through which it may change a level
	dependents  [][]int         // by question: those whose condition looks at it
	local       []bool          // by indicator: a fact of one place of work
	conditional []int           // questions of which an option sets a condition of the talk
}

// Assess computes the assessment of one sheet. The error is an
// *[answers.Refusal]: the sheet names something that the set does not have.
func (a *Assessor) Assess(sheet answers.Sheet) (Assessment, error) {
	got, places, err := a.outcome(sheet)
	if err == nil {
		got.Missing = places.missing(rank(got.Level))
	}
	return got, err
}

// Outcome is Assess without what is missing, which takes most of the time. It
// serves those who only compare what came out.
func (a *Assessor) Outcome(sheet answers.Sheet) (Assessment, error) {
	got, _, err := a.outcome(sheet)
	return got, err
}

func (a *Assessor) outcome(sheet answers.Sheet) (Assessment, places, error) {
	ins, err := a.read(sheet)
	if err != nil {
		return Assessment{}, nil, err
	}
	all := a.places(ins)
	list := a.judge(all.low())
	level, gates := all.level(list)
	return Assessment{
		Schema:      Schema,
		Case:        sheet.Case,
		Level:       level,
		Marks:       marks(list, all[0].low.child),
		Core:        all.core(),
		Instruments: all.findings(list),
		Reasons:     append(reasons(list), gates...),
		Missing:     []Missing{},
		Set:         SetRef{ID: a.set.ID, Version: a.set.Version, Hash: a.set.Hash},
	}, all, nil
}

// Closed says which questions the answers of the sheet close, and by the answer
// to which question, each by [answers.Ref].
func (a *Assessor) Closed(sheet answers.Sheet) (map[string]string, error) {
	ins, err := a.read(sheet)
	if err != nil {
		return nil, err
	}
	closed := map[string]string{}
	for _, l := range a.places(ins) {
		for q := range a.questions {
			if !l.status[q].mayAsk() {
				closed[l.ref(q)] = l.ref(l.closer(q))
			}
		}
	}
	return closed, nil
}
