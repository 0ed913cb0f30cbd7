package assess

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Gates: what keeps nothing-reported from being said. The four conditions of
// the talk have their own names in reasons.
const (
	gateNoInterview  = "no-interview"
	gateReassurance  = "interview-does-not-reassure"
	gateChild        = "child"
	gateAge          = "age-unknown"
	gateCore         = "core-open"
	conditionOfSafe  = "silent-card"
	conditionAlone   = "alone"
	conditionTongue  = "language"
	conditionThrough = "interpreter"
)

// talk says which words about the conditions of a talk meet them. What is not
// said does not, except that an interview may have no silent card.
var talk = []struct {
	name  string
	met   []string
	needs bool
}{
	{conditionAlone, []string{answers.Yes}, true},
	{conditionThrough, []string{"independent", "none"}, true},
	{conditionTongue, []string{"own"}, true},
	{conditionOfSafe, []string{answers.Yes}, false},
}

// rank orders levels by duty.
func rank(level string) int { return slices.Index(indicator.Levels, level) }

// level decides the level: the highest that a result reaches; else what the
// gates leave. The reasons are the gates in the way, or, where a level was
// reached without them, the conditions that were not met.
func (p places) level(list []judged) (string, []Reason) {
	var gates []string
	for _, l := range p {
		for _, name := range l.gates() {
			if !slices.Contains(gates, name) {
				gates = append(gates, name)
			}
		}
	}
	if reached := highest(list); reached > 0 {
		return indicator.Levels[reached], gateReasons(p[0].failed())
	}
	if len(gates) > 0 {
		return indicator.LevelNotAssessed, gateReasons(gates)
	}
	return indicator.LevelNothing, nil
}

// highest is the rank of the highest level that any result reaches, or 0.
func highest(list []judged) int {
	best := 0
	for i := range list {
		best = max(best, list[i].highest(best))
	}
	return best
}

// highest looks only for results above the rank.
func (j *judged) highest(above int) int {
	for i := range j.results {
		r := &j.results[i]
		if r.rank > above && j.holds(&r.rule, lower) {
			above = r.rank
		}
	}
	return above
}

// gates lists what keeps nothing-reported from being said.
func (l *look) gates() []string {
	iv := l.in.iv
	if iv == nil {
		return []string{gateNoInterview}
	}
	var names []string
	add := func(name string, stands bool) {
		if stands {
			names = append(names, name)
		}
	}
	add(gateReassurance, !iv.Reassures || iv.Mode == indicator.Observe)
	add(gateChild, l.low.child)
	add(gateAge, !l.low.ageSaid)
	add(gateCore, slices.ContainsFunc(iv.core, func(q int) bool { return l.low.open[q] }))
	for _, c := range talk {
		words := l.said(c.name)
		add(c.name, !allIn(words, c.met) || c.needs && len(words) == 0)
	}
	return names
}

// failed lists the conditions of the talk that were said not to be met.
func (l *look) failed() []string {
	var names []string
	for _, c := range talk {
		if !allIn(l.said(c.name), c.met) {
			names = append(names, c.name)
		}
	}
	return names
}

// said collects the words about a condition: that of the sheet, and those of
// chosen options. If they differ the worse one counts.
func (l *look) said(name string) []string {
	var list []string
	if word, ok := l.in.conditions[name]; ok {
		list = append(list, word)
	}
	for _, q := range l.conditional {
		if !l.certain(q) {
			continue
		}
		l.eachChosen(q, func(o *option) {
			for _, e := range o.Conditions {
				if e.Key == name {
					list = append(list, e.Val)
				}
			}
		})
	}
	return list
}

func allIn(words, allowed []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(allowed, w) })
}

func gateReasons(names []string) []Reason {
	list := make([]Reason, len(names))
	for i, name := range names {
		list[i] = Reason{Rule: RuleGate, Result: name, Dimensions: []string{}}
	}
	return list
}
