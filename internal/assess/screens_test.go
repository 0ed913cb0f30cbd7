package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// screen is a short screen: so many yes among its items make it positive.
type screen struct {
	set                   *indicator.Set
	a                     *assess.Assessor
	instrument, dimension string
	items                 []string // one indicator for each item that something carries
	age                   answers.Age
}

// synthetic is a screen of its own: the items of the published one are not ours.
func synthetic(t *testing.T, items, yes int) screen {
	t.Helper()
	s := screen{instrument: "screen", dimension: "items", age: answers.Adult}
	d := indicator.Dimension{ID: s.dimension, PositiveWhen: []indicator.Clause{{Items: yes}}}
	s.set = &indicator.Set{}
	for i := range items {
		id := fmt.Sprint("exploitation.item-", i+1)
		s.items = append(s.items, id)
		s.set.Indicators = append(s.set.Indicators, indicator.Indicator{ID: id})
		d.Weights = append(d.Weights, strict.Entry[indicator.Weight]{Key: id})
	}
	s.set.Instruments = []indicator.Instrument{{ID: s.instrument, Age: "adult", Dimensions: []indicator.Dimension{d}}}
	s.a = compiled(t, s.set.Index())
	return s
}

// shippedScreen is a screen of the shipped set.
func shippedScreen(t *testing.T, id string) screen {
	t.Helper()
	s := screen{instrument: id, age: answers.AgeUnsure}
	s.set, s.a = shipped(t)
	s.dimension = s.set.Instrument(id).Dimensions[0].ID
	for _, item := range s.set.Instrument(id).Items {
		if len(item.Indicators) > 0 {
			s.items = append(s.items, item.Indicators[0])
		}
	}
	return s
}

// finding reads a sheet with n items of the screen present, beginning with any
// one; what else the screen weighs is denied, or left unknown.
func (s screen) finding(t *testing.T, first, n int, denied bool) assess.Finding {
	t.Helper()
	var present, absent []string
	for i := range n {
		present = append(present, s.items[(first+i)%len(s.items)])
	}
	if denied {
		absent = weighed(s.set.Instrument(s.instrument), "")
	}
	return dimensionOf(t, assessed(t, s.a, coded(s.set, s.age, present, absent)), s.instrument, s.dimension).Finding
}

type screenRow struct {
	id, instrument                     string
	items, yes, tp, fn, fp, tn         int
	sensitivity, specificity, ppv, npv string
}

func screenFields(r *screenRow) strict.Value {
	count := func(n *int) strict.Value { return strict.Int(n, 0, 999) }
	return strict.Object(nil,
		strict.Req("id", strict.ID(&r.id), ""), strict.Opt("instrument", strict.ID(&r.instrument), ""),
		strict.Req("items", count(&r.items), ""), strict.Req("yes-at-least", count(&r.yes), ""),
		strict.Opt("tp", count(&r.tp), ""), strict.Opt("fn", count(&r.fn), ""), strict.Opt("fp", count(&r.fp), ""), strict.Opt("tn", count(&r.tn), ""),
		strict.Opt("sensitivity", strict.Line(&r.sensitivity), ""), strict.Opt("specificity", strict.Line(&r.specificity), ""),
		strict.Opt("ppv", strict.Line(&r.ppv), ""), strict.Opt("npv", strict.Line(&r.npv), ""))
}

// screen is the screen of the row, which must have as many items as the row
// says.
func (r screenRow) screen(t *testing.T) screen {
	t.Helper()
	if r.instrument == "" {
		return synthetic(t, r.items, r.yes)
	}
	s := shippedScreen(t, r.instrument)
	if len(s.items) != r.items {
		t.Fatalf("%s carries %d items, the row has %d", r.instrument, len(s.items), r.items)
	}
	return s
}

// positives counts the sheets that the screen calls positive, of some people
// with enough items and some with too few.
func (r screenRow) positives(t *testing.T, s screen, enough, few int) int {
	t.Helper()
	n := 0
	for i := range enough + few {
		yes := r.yes + i%(r.items-r.yes+1)
		if i >= enough {
			yes = i % r.yes
		}
		if s.finding(t, i, yes, true) == assess.Positive {
			n++
		}
	}
	return n
}

func TestPublishedTablesComeOutOfTheCutOff(t *testing.T) {
	for _, r := range table(t, "published-counts.yaml", screenFields) {
		t.Run(r.id, func(t *testing.T) {
			s := r.screen(t)
			tp, fp := r.positives(t, s, r.tp, r.fn), r.positives(t, s, r.fp, r.tn)
			fn, tn := r.tp+r.fn-tp, r.fp+r.tn-fp
			if got, want := []int{tp, fn, fp, tn}, []int{r.tp, r.fn, r.fp, r.tn}; !slices.Equal(got, want) {
				t.Errorf("found, missed, others positive, others negative: %v, want %v", got, want)
			}
			checkRate(t, "sensitivity", tp, fn, r.sensitivity)
			checkRate(t, "specificity", tn, fp, r.specificity)
			checkRate(t, "ppv", tp, fp, r.ppv)
			checkRate(t, "npv", tn, fn, r.npv)
		})
	}
}

// checkRate compares a rate with the one in print, to as many places as printed.
func checkRate(t *testing.T, name string, part, rest int, printed string) {
	t.Helper()
	if printed == "" {
		return
	}
	_, places, _ := strings.Cut(printed, ".")
	rate := 100 * float64(part) / float64(part+rest)
	if got := fmt.Sprintf("%.*f", len(places), rate); got != printed {
		t.Errorf("%s is %s, printed %s", name, got, printed)
	}
}

func TestPublishedCutOffsCountYes(t *testing.T) {
	for _, r := range table(t, "published-cutoffs.yaml", screenFields) {
		s := synthetic(t, r.items, r.yes)
		for n := range r.items + 1 {
			if f := s.finding(t, n, n, true); (f == assess.Positive) != (n >= r.yes) {
				t.Errorf("%s with %d yes and the rest no: %s", r.id, n, f)
			}
			if f := s.finding(t, n, n, false); (f == assess.Positive) != (n >= r.yes) || f == assess.NotShown {
				t.Errorf("%s with %d yes and the rest unknown: %s", r.id, n, f)
			}
		}
	}
}

func TestTwoFactsOfOneItemOfAScreenAreOneYes(t *testing.T) {
	set, a := shipped(t)
	present := []string{"recruitment.coerced.violence", "destination.coerced.violence"}
	got := assessed(t, a, coded(set, answers.Child, present, []string{"recruitment.*", "destination.*"}))
	if f := resultOf(t, got, "six-item-child-screen", "follow-up"); f != assess.NotShown {
		t.Errorf("one item counts as two: %s", f)
	}
}
