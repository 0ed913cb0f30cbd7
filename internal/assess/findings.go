package assess

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// core counts the core questions that were to be asked, those of a place of
// work once for each.
func (p places) core() Core {
	c := Core{Open: []string{}}
	if p[0].in.iv == nil {
		return c
	}
	for _, l := range p {
		l.addCore(&c)
	}
	return c
}

func (l *look) addCore(c *Core) {
	for _, q := range l.in.iv.core {
		switch {
		case !l.own(q) || !l.status[q].mayAsk():
			continue
		case l.low.open[q]:
			c.Open = append(c.Open, l.ref(q))
		default:
			c.Answered++
		}
		c.Of++
	}
}

// marks collects the marks of the results that hold, in their fixed order.
func marks(list []judged, child bool) []string {
	held := map[string]bool{gateChild: child}
	for i := range list {
		for r := range list[i].results {
			if res := &list[i].results[r]; len(res.Marks) > 0 && list[i].holds(&res.rule, lower) {
				for _, m := range res.Marks {
					held[m] = true
				}
			}
		}
	}
	names := []string{}
	for _, m := range indicator.Marks {
		if held[m] {
			names = append(names, m)
		}
	}
	return names
}

// reasons lists the results that decide something: those that hold, and those
// that only a doubtful weight of the source keeps from holding.
func reasons(list []judged) []Reason {
	reasons := []Reason{}
	for i := range list {
		j := &list[i]
		for r := range j.results {
			res := &j.results[r]
			switch {
			case !res.judging():
			case j.holds(&res.rule, lower):
				reasons = append(reasons, j.reason(j.ID, res, lower))
			case j.holds(&res.rule, doubtful):
				reasons = append(reasons, j.reason(RuleUndecided, res, doubtful))
			}
		}
	}
	return reasons
}

func (j *judged) reason(rule string, r *result, b bound) Reason {
	in := make([]bool, len(j.dimensions))
	j.dimensionsOf(&r.rule, b, in)
	ids := []string{}
	for d := range j.dimensions {
		if in[d] {
			ids = append(ids, j.dimensions[d].ID)
		}
	}
	return Reason{Rule: rule, Result: r.ID, Dimensions: ids}
}

// findings writes out what every instrument says. Where there are several
// places of work each dimension stands once for each of them.
func (p places) findings(list []judged) []InstrumentFinding {
	findings := make([]InstrumentFinding, len(list))
	from := make([][][]From, len(p))
	for at, l := range p {
		from[at] = l.from()
	}
	for i := range list {
		j := &list[i]
		f := InstrumentFinding{ID: j.ID, Results: make([]ResultFinding, len(j.results)), Dimensions: make([]DimensionFinding, 0, len(p)*len(j.dimensions))}
		for r := range j.results {
			rule := &j.results[r].rule
			f.Results[r] = ResultFinding{ID: j.results[r].ID, Finding: finding(j.holds(rule, lower), j.holds(rule, upper))}
		}
		for d := range j.dimensions {
			for at, l := range p {
				told := l.dimension(&j.dimensions[d], &j.tallies[at][d], from[at])
				if len(p) > 1 {
					told.Episode = l.place
				}
				f.Dimensions = append(f.Dimensions, told)
			}
		}
		findings[i] = f
	}
	return findings
}

func finding(low, high bool) Finding {
	switch {
	case low:
		return Positive
	case high:
		return CannotBeExcluded
	}
	return NotShown
}

func (l *look) dimension(d *dimension, t *tally, from [][]From) DimensionFinding {
	f := DimensionFinding{ID: d.ID, Of: len(d.cells), Evidence: d.evidence(l.low.shown, from)}
	for _, c := range d.cells {
		if l.states[c.indicator] != notAsked {
			f.Asked++
		}
	}
	// A dimension without clauses is never positive, and excluded only when
	// every item is a plain no.
	high := t.clause[upper] >= 0 || len(d.PositiveWhen) == 0 && t.present[upper]
	f.Finding = finding(t.clause[lower] >= 0, high)
	switch {
	case t.clause[lower] >= 0:
		f.Clause = clauseText(d.PositiveWhen[t.clause[lower]])
	case t.clause[doubtful] >= 0:
		f.Clause = RuleUndecided
	}
	return f
}

// evidence lists the items that are shown. Of those that rest on one fact only
// the heaviest has its weight.
func (d *dimension) evidence(shown []bool, from [][]From) []Evidence {
	list := []Evidence{}
	for at := range d.cells {
		if c := &d.cells[at]; shown[c.indicator] {
			e := Evidence{Indicator: d.Weights[at].Key, Weight: sameFact, From: from[c.indicator]}
			if d.counted(at, shown) {
				e.Weight = c.weight.Text()
			}
			list = append(list, e)
		}
	}
	return list
}

// counted reports whether the cell is the one that counts for its fact: the
// first of the heaviest.
func (d *dimension) counted(at int, shown []bool) bool {
	own := &d.cells[at]
	for other := range d.cells {
		c := &d.cells[other]
		if c.fact != own.fact || !shown[c.indicator] || other == at {
			continue
		}
		if c.weight.Low > own.weight.Low || c.weight.Low == own.weight.Low && other < at {
			return false
		}
	}
	return true
}

// from lists, by indicator, the answers that show it.
func (l *look) from() [][]From {
	list := make([][]From, len(l.states))
	for _, e := range l.in.coded {
		if e.state == shown {
			list[e.indicator] = append(list[e.indicator], From{Value: answers.Yes})
		}
	}
	for q := range l.questions {
		if !l.certain(q) || len(l.in.given[q]) == 0 {
			continue
		}
		for o := range l.questions[q].options {
			l.fromOption(q, o, list)
		}
	}
	return list
}

// fromOption takes the sources in their fixed order, so that the order in which
// answers came in cannot be seen.
func (l *look) fromOption(q, o int, list [][]From) {
	for _, source := range answers.Sources {
		if !slices.ContainsFunc(l.in.given[q], func(g given) bool { return g.source == source && g.words[o] == saysYes }) {
			continue
		}
		for _, e := range l.questions[q].options[o].effects[saysYes] {
			if e.state == shown {
				list[e.indicator] = append(list[e.indicator], From{l.ref(q), l.questions[q].options[o].ID, string(source)})
			}
		}
	}
}
