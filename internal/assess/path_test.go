package assess_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

func TestAnswersCloseQuestions(t *testing.T) {
	cases := []struct {
		name   string
		given  map[string][]answers.Entry
		closed map[string]string
	}{
		{"nothing answered closes nothing", nil, map[string]string{}},
		{"a condition that is false closes", map[string][]answers.Entry{"began": {option("no", "")}},
			map[string]string{"papers-now": "began", "papers-where": "began", "work": "began"}},
		{"a negated condition that is false closes", map[string][]answers.Entry{"began": {option("yes", "")}},
			map[string]string{"debt": "began"}},
		{"unknown asks", map[string][]answers.Entry{"began": {option("refused", "")}}, map[string]string{}},
		{"another option closes what waits for it", map[string][]answers.Entry{"began": {option("yes", "")}, "papers-now": {option("mine", "")}},
			map[string]string{"debt": "began", "papers-where": "papers-now"}},
		{"answers that contradict each other close nothing", map[string][]answers.Entry{"began": {option("yes", ""), option("no", "")}}, map[string]string{}},
		{"an item denied closes what waits for anything it shows", map[string][]answers.Entry{"forms": {items("none", "yes")}},
			map[string]string{"begging.more": "forms"}},
		{"an item not named leaves it open", map[string][]answers.Entry{"forms": {items("poor", "yes")}}, map[string]string{}},
		{"an item shown asks", map[string][]answers.Entry{"forms": {items("begging", "yes", "none", "yes")}}, map[string]string{}},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := a.Closed(answers.Sheet{Interview: "talk", Answers: c.given})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.closed, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnswersToClosedQuestionsCountForNothing(t *testing.T) {
	_, a := trial(t)
	on := talked("talk", map[string]string{"began": "no"})
	off := on.Clone()
	off.Answers["papers-now"] = []answers.Entry{option("kept", "")}
	off.Answers["papers-where"] = []answers.Entry{option("yes", "")}
	off.Answers["work"] = []answers.Entry{items("long", "yes")}
	if diff := cmp.Diff(assessed(t, a, on), assessed(t, a, off)); diff != "" {
		t.Error(diff)
	}
}

func TestAClosedQuestionIsNotANo(t *testing.T) {
	_, a := trial(t)
	got := dimensionOf(t, assessed(t, a, talked("talk", map[string]string{"began": "yes"})), "levels", "before")
	if got.Asked != 0 || got.Finding != assess.CannotBeExcluded {
		t.Errorf("debt is closed, yet %+v", got)
	}
}

func TestCoreCountsWhatWasToBeAsked(t *testing.T) {
	_, a := trial(t)
	sheet := talked("talk", map[string]string{"began": "no", "papers": "kept-but-back", "debt": "refused"})
	want := assess.Core{Answered: 2, Of: 4, Open: []string{"debt", "forms"}}
	if diff := cmp.Diff(want, assessed(t, a, sheet).Core); diff != "" {
		t.Error(diff)
	}
	sheet.Interview = ""
	if diff := cmp.Diff(assess.Core{Open: []string{}}, assessed(t, a, sheet).Core); diff != "" {
		t.Errorf("without an interview: %s", diff)
	}
}

func TestConditionsThatWaitForEachOtherAreRefused(t *testing.T) {
	wait := func(id, other string) indicator.Question {
		return indicator.Question{ID: id, Kind: indicator.YesNo, AskWhen: &indicator.Condition{Answered: other}}
	}
	set := (&indicator.Set{Questions: []indicator.Question{wait("a", "b"), wait("b", "a")}}).Index()
	if _, err := assess.Compile(set); err == nil || !strings.Contains(err.Error(), "waits for itself") {
		t.Errorf("%v", err)
	}
}

func TestAQuestionLooksForWhatIsShownOnlyBeforeIt(t *testing.T) {
	// "more" itself can show the form it waits for, and "last" waits for it.
	shows := func(id string, when *indicator.Condition) indicator.Question {
		return indicator.Question{ID: id, Kind: indicator.YesNo, AskWhen: when, Options: []indicator.Option{
			{ID: "yes", Shows: []string{"form.begging.expected"}}, {ID: "no", Denies: []string{"form.begging.expected"}}}}
	}
	set := (&indicator.Set{
		Indicators: []indicator.Indicator{{ID: "form.begging.expected"}},
		Questions: []indicator.Question{
			shows("first", nil),
			shows("more", &indicator.Condition{Shown: "form.*"}),
			shows("last", &indicator.Condition{Answered: "more"}),
		},
	}).Index()
	a := compiled(t, set)
	// The closed "more" will never be answered, so "last" is closed with it.
	got, err := a.Closed(answers.Sheet{Answers: map[string][]answers.Entry{"first": {option("no", "")}}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"more": "first", "last": "first"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCompileNamesWhatLeadsNowhere(t *testing.T) {
	question := indicator.Question{ID: "q", Kind: indicator.Choice, Options: []indicator.Option{{ID: "a"}, {ID: "b"}}}
	rule := func(e indicator.Expr, reaches string) []indicator.Instrument {
		return []indicator.Instrument{{ID: "x", Results: []indicator.Result{{ID: "r", When: e, Reaches: reaches}}}}
	}
	cases := []struct {
		name, want string
		set        indicator.Set
	}{
		{"an option", "form.fun", indicator.Set{Questions: []indicator.Question{{ID: "q", Options: []indicator.Option{{ID: "a", Shows: []string{"form.fun"}}}}}}},
		{"a condition", "gone", indicator.Set{Questions: []indicator.Question{{ID: "q", AskWhen: &indicator.Condition{Answered: "gone"}}}}},
		{"the option of a condition", "gone", indicator.Set{Questions: []indicator.Question{question, {ID: "r", AskWhen: &indicator.Condition{Answer: &indicator.AnswerTest{Question: "q", Options: []string{"gone"}}}}}}},
		{"a section", "gone", indicator.Set{Interviews: []indicator.Interview{{ID: "i", Sections: []indicator.Section{{Questions: []string{"gone"}}}}}}},
		{"a core question", "q", indicator.Set{Questions: []indicator.Question{question}, Interviews: []indicator.Interview{{ID: "i", Core: []string{"q"}}}}},
		{"a rule", "gone", indicator.Set{Instruments: rule(indicator.Expr{Dimension: "gone"}, "")}},
		{"an empty rule", "empty", indicator.Set{Instruments: rule(indicator.Expr{}, "")}},
		{"a level", "nothing-reported", indicator.Set{Instruments: rule(indicator.Expr{Doubt: true}, "nothing-reported")}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := assess.Compile(c.set.Index()); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want it to name %s", err, c.want)
			}
		})
	}
}

// A child interview may be joined in the middle of another: what was answered
// there still counts.
func TestAnswersFromOutsideTheInterviewCount(t *testing.T) {
	_, a := trial(t)
	sheet := talked("watch", map[string]string{"papers": "kept"})
	got := assessed(t, a, sheet)
	if got.Level != indicator.LevelIndications || !slices.ContainsFunc(got.Reasons, func(r assess.Reason) bool { return r.Result == "some-means" }) {
		t.Errorf("%s %+v", got.Level, got.Reasons)
	}
}
