package assess_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/assess"
)

// elsewhere adds a further place of work with answers by option.
func elsewhere(s answers.Sheet, given map[string]string) answers.Sheet {
	e := answers.Episode{Answers: map[string][]answers.Entry{}}
	for q, o := range given {
		e.Answers[q] = []answers.Entry{option(o, "")}
	}
	s.Episodes = append(s.Episodes, e)
	return s
}

func TestTwoHalfFilledPlacesMakeNoFullOne(t *testing.T) {
	_, a := trial(t)
	base := talked("talk", map[string]string{"began": "yes"})
	// One strong item is not enough for the dimension; one in each place neither.
	base.Answers["papers-now"] = []answers.Entry{option("kept", "")}
	two := elsewhere(base.Clone(), nil)
	two.Episodes[0].Indicators = map[string]string{"destination.coerced.debt": answers.Yes}
	for _, c := range []struct {
		name  string
		sheet answers.Sheet
		want  assess.Finding
	}{
		{"one place with one item", base, assess.CannotBeExcluded},
		{"two places with one item each", two, assess.CannotBeExcluded},
		{"a place with both", elsewhere(base.Clone(), map[string]string{"papers-now": "kept", "papers-where": "yes"}), assess.Positive},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := assessed(t, a, c.sheet)
			if f := bestOfPlaces(t, got, "levels", "after"); f != c.want {
				t.Errorf("%s; %+v", f, got.Instruments)
			}
		})
	}
}

// bestOfPlaces is the finding of a dimension in the place that shows most.
func bestOfPlaces(t *testing.T, got assess.Assessment, instrument, dimension string) assess.Finding {
	t.Helper()
	order := map[assess.Finding]int{assess.NotShown: 1, assess.CannotBeExcluded: 2, assess.Positive: 3}
	var best assess.Finding
	for _, i := range got.Instruments {
		for _, d := range i.Dimensions {
			if i.ID == instrument && d.ID == dimension && order[d.Finding] > order[best] {
				best = d.Finding
			}
		}
	}
	return best
}

// The elements of forced labour must be elements of one and the same work.
func TestForcedLabourIsFoundInsideOnePlace(t *testing.T) {
	set, a := shipped(t)
	both := coded(set, answers.Adult, []string{"exploitation.cannot-end", "destination.coerced.violence"}, nil)
	if !holds(t, a, both, "s3") {
		t.Error("not found in one place")
	}
	apart := coded(set, answers.Adult, []string{"exploitation.cannot-end"}, nil)
	apart.Episodes = []answers.Episode{{Indicators: map[string]string{"destination.coerced.violence": "yes"}}}
	if holds(t, a, apart, "s3") {
		t.Error("found out of two places")
	}
	apart.Episodes[0].Indicators["exploitation.cannot-end"] = "yes"
	if !holds(t, a, apart, "s3") {
		t.Error("not found in the second place")
	}
}

func holds(t *testing.T, a *assess.Assessor, s answers.Sheet, result string) bool {
	t.Helper()
	for _, r := range assessed(t, a, s).Reasons {
		if r.Rule == "reasonable-grounds" && r.Result == result {
			return true
		}
	}
	return false
}

// The level ranges over all: exploitation in one place and force in another.
func TestTheLevelRangesOverAllPlaces(t *testing.T) {
	set, a := shipped(t)
	s := coded(set, answers.Adult, []string{"exploitation.hours", "exploitation.pay"}, nil)
	s.Episodes = []answers.Episode{{Indicators: map[string]string{"destination.coerced.documents": "yes", "destination.coerced.confinement": "yes"}}}
	if !holds(t, a, s, "s4") || assessed(t, a, s).Level != "strong-indications" {
		t.Errorf("%s", assessed(t, a, s).Level)
	}
}

func TestAPlaceTakesOnlyQuestionsOfAPlace(t *testing.T) {
	_, a := trial(t)
	_, err := a.Assess(elsewhere(talked("talk", nil), map[string]string{"papers": "kept"}))
	var refused *answers.Refusal
	if !errors.As(err, &refused) || refused.Code != "not-of-an-episode" || refused.Field != "episodes.2.answers.papers" {
		t.Errorf("%v", err)
	}
}

// What is asked about the first place is asked about the second too before
// anything may reassure.
func TestEveryPlaceHasItsCoreQuestions(t *testing.T) {
	_, a := trial(t)
	s := with(quiet(), func(s *answers.Sheet) {
		s.Answers["began"] = []answers.Entry{option("yes", "")}
		s.Answers["papers-now"] = []answers.Entry{option("mine", "")}
		s.Answers["work"] = []answers.Entry{items("none", "yes")}
		delete(s.Answers, "debt")
	})
	if got := assessed(t, a, s); got.Level != "nothing-reported" {
		t.Fatalf("%s: %+v", got.Level, got.Core)
	}
	got := assessed(t, a, elsewhere(s, map[string]string{"papers-now": "mine"}))
	if got.Level != "not-assessed" || !cmp.Equal(got.Core.Open, []string{"work@2"}) {
		t.Errorf("%s: %+v", got.Level, got.Core)
	}
}

// One more place of work never lowers the level, whatever is told of it.
func TestOneMorePlaceLowersNothing(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		before := g.assess(r, sheet)
		more := sheet.Clone()
		more.Episodes = append(more.Episodes, g.episode(r, 5))
		after := g.assess(r, more)
		if rank(after.Level) < rank(before.Level) {
			r.Errorf("from %s to %s", before.Level, after.Level)
		}
		for _, m := range before.Marks {
			if !contains(after.Marks, m) {
				r.Errorf("the mark %s is gone", m)
			}
		}
	})
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
