package assess_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// This file recomputes levels by hand, so to say: from the printed assessment
// and the rules as they stand in the set, without the answers and without the
// engine. A reader of a report can do no more, and must be able to do that.

// printed is the assessment as a reader sees it.
type printed struct {
	Level       string
	Marks       []string
	Core        struct{ Open []string }
	Instruments []printedInstrument
	Reasons     []struct {
		Rule, Result string
		Dimensions   []string
	}
}

type printedInstrument struct {
	ID         string
	Results    []struct{ ID, Finding string }
	Dimensions []printedDimension
}

type printedDimension struct {
	ID, Finding, Clause string
	Episode, Asked, Of  int
	Evidence            []struct{ Indicator, Weight string }
}

// verdict of a rule by hand. cannotTell is for what only the answers tell: a
// doubt, or what is still possible.
type verdict int

const (
	no verdict = iota
	cannotTell
	yes
)

// positiveByHand counts the printed weights against the clauses.
func positiveByHand(src indicator.Dimension, d printedDimension) bool {
	names := []string{"item", "weak", "medium", "strong"}
	n := make([]int, len(names))
	for _, e := range d.Evidence {
		low, _, _ := strings.Cut(e.Weight, "-")
		for at := range slices.Index(names, low) + 1 {
			n[at]++
		}
	}
	for _, c := range src.PositiveWhen {
		if n[3] >= c.Strong && n[2] >= c.Medium && n[1] >= c.Weak && n[0] >= c.Items {
			return true
		}
	}
	return false
}

// printedOf is a dimension as it is printed, once for each place of work.
func printedOf(i printedInstrument, id string) []printedDimension {
	return slices.DeleteFunc(slices.Clone(i.Dimensions), func(d printedDimension) bool { return d.ID != id })
}

// byHand evaluates a rule from the printed dimensions: a dimension holds if it
// does in any place of work.
func byHand(set *indicator.Set, p printed, i printedInstrument, e indicator.Expr) verdict {
	switch {
	case e.Dimension != "":
		src := set.Instrument(i.ID).Dimensions
		at := slices.IndexFunc(src, func(d indicator.Dimension) bool { return d.ID == e.Dimension })
		return truth(slices.ContainsFunc(printedOf(i, e.Dimension), func(d printedDimension) bool { return positiveByHand(src[at], d) }))
	case e.Present != "":
		return truth(slices.ContainsFunc(printedOf(i, e.Present), func(d printedDimension) bool { return len(d.Evidence) > 0 }))
	case len(e.All) > 0:
		v := yes
		for _, sub := range e.All {
			v = min(v, byHand(set, p, i, sub))
		}
		return v
	case len(e.Any) > 0:
		v := no
		for _, sub := range e.Any {
			v = max(v, byHand(set, p, i, sub))
		}
		return v
	case e.Possible != nil:
		return max(cannotTell, byHand(set, p, i, *e.Possible))
	case e.Distinct != nil:
		best := -1
		for place := range printedOf(i, e.Distinct.Of[0]) {
			var sets [][]string
			for _, id := range e.Distinct.Of {
				sets = append(sets, factsOf(set, printedOf(i, id)[place]))
			}
			best = max(best, choose(sets, nil))
		}
		return truth(best >= e.Distinct.Facts)
	case e.Age != "":
		return truth(slices.Contains(p.Marks, "child"))
	}
	return cannotTell // open questions and doubt
}

func truth(b bool) verdict {
	if b {
		return yes
	}
	return no
}

func factsOf(set *indicator.Set, d printedDimension) []string {
	var facts []string
	for _, e := range d.Evidence {
		facts = append(facts, set.Indicator(e.Indicator).Fact)
	}
	return facts
}

// choose tries every choice of one fact a set; -1 where a set is empty.
func choose(sets [][]string, chosen []string) int {
	if len(sets) == 0 {
		slices.Sort(chosen)
		return len(slices.Compact(chosen))
	}
	best := -1
	for _, fact := range sets[0] {
		best = max(best, choose(sets[1:], append(slices.Clone(chosen), fact)))
	}
	return best
}

// recompute checks a printed assessment against itself and returns the level
// that its reasons give.
func recompute(fail func(format string, args ...any), set *indicator.Set, p printed) string {
	level := 0
	for _, i := range p.Instruments {
		src := set.Instrument(i.ID)
		for _, model := range src.Dimensions {
			for _, d := range printedOf(i, model.ID) {
				if positive := d.Finding == "positive"; positive != positiveByHand(model, d) {
					fail("%s of %s: %+v", d.ID, i.ID, d)
				}
			}
		}
		for at, r := range src.Results {
			reason := slices.IndexFunc(p.Reasons, func(x struct {
				Rule, Result string
				Dimensions   []string
			}) bool {
				return x.Rule == i.ID && x.Result == r.ID
			})
			holds := byHand(set, p, i, r.When)
			positive := i.Results[at].Finding == "positive"
			decides := r.Reaches != "" || len(r.Marks) > 0
			if holds != cannotTell && (holds == yes) != positive || decides && positive != (reason >= 0) {
				fail("%s of %s: by hand %v, printed %s, reason %d", r.ID, i.ID, holds, i.Results[at].Finding, reason)
			}
			if reason >= 0 {
				level = max(level, rank(r.Reaches))
			}
		}
	}
	if level > 0 {
		return indicator.Levels[level]
	}
	for _, x := range p.Reasons {
		if x.Rule == "gate" {
			return indicator.LevelNotAssessed
		}
	}
	return indicator.LevelNothing
}

func readPrinted(t interface{ Fatal(...any) }, g generator, sheet answers.Sheet) printed {
	got, err := g.a.Assess(sheet)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var p printed
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEachLevelCanBeRecomputedFromThePrintedReasons(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		p := readPrinted(r, g, g.sheet(r))
		if level := recompute(r.Errorf, g.set, p); level != p.Level {
			r.Errorf("by hand %s, printed %s; %+v", level, p.Level, p.Reasons)
		}
	})
}

func TestPersonTypesCanBeRecomputed(t *testing.T) {
	g := generators(t)["shipped"]
	for _, sheet := range personSheets(t) {
		p := readPrinted(t, g, sheet)
		if level := recompute(t.Errorf, g.set, p); level != p.Level {
			t.Errorf("%s: by hand %s, printed %s", sheet.Case, level, p.Level)
		}
	}
}

// looksAtOpen reports whether a rule asks for open questions.
func looksAtOpen(e indicator.Expr) bool {
	return len(e.Open) > 0 || slices.ContainsFunc(e.All, looksAtOpen) || slices.ContainsFunc(e.Any, looksAtOpen)
}
