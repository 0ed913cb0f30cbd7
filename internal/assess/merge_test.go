package assess_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
	"cesta/internal/assess"
)

// The dimension "before" of the trial set needs two items. With the other one
// coded yes, it tells the state of recruitment.coerced.papers.
func TestAnswersMergeIntoOneState(t *testing.T) {
	mine, kept, back := option("mine", ""), option("kept", ""), option("kept-but-back", "")
	cases := []struct {
		name    string
		papers  []answers.Entry
		seen    []answers.Entry
		coded   string
		want    string // yes, no, unknown, not-asked
		sources int
	}{
		{name: "nothing said is not asked", want: "not-asked"},
		{name: "an option that denies is no", papers: []answers.Entry{mine}, want: "no"},
		{name: "an option that shows is yes", papers: []answers.Entry{kept}, want: "yes", sources: 1},
		{name: "an option that does neither is unknown", papers: []answers.Entry{back}, want: "unknown"},
		{name: "refused is unknown", papers: []answers.Entry{option("refused", "")}, want: "unknown"},
		{name: "does not know is unknown", papers: []answers.Entry{option("unknown", "")}, want: "unknown"},
		{name: "yes stands beside a later no", papers: []answers.Entry{kept, mine}, want: "yes", sources: 1},
		{name: "no gives way to a later yes", papers: []answers.Entry{mine, kept}, want: "yes", sources: 1},
		{name: "unknown outweighs no", papers: []answers.Entry{mine, option("refused", "")}, want: "unknown"},
		{name: "two sources of one yes are both named", papers: []answers.Entry{kept, option("kept", answers.Document)}, want: "yes", sources: 2},
		{name: "the same answer twice is named once", papers: []answers.Entry{kept, kept}, want: "yes", sources: 1},
		{name: "what was observed counts", seen: []answers.Entry{items("papers", "yes")}, want: "yes", sources: 1},
		{name: "what was not observed is asked and denies nothing", seen: []answers.Entry{items("none", "yes")}, want: "unknown"},
		{name: "what was not observed leaves the person's no", papers: []answers.Entry{mine}, seen: []answers.Entry{items("papers", "no")}, want: "no"},
		{name: "an officer who cannot tell leaves it unknown", papers: []answers.Entry{mine}, seen: []answers.Entry{option("unknown", "")}, want: "unknown"},
		{name: "a coded yes counts", coded: "yes", want: "yes", sources: 1},
		{name: "a coded no denies", coded: "no", want: "no"},
		{name: "a coded refusal is unknown", coded: "refused", papers: []answers.Entry{mine}, want: "unknown"},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := answers.Sheet{Answers: map[string][]answers.Entry{"papers": c.papers, "seen": c.seen}, Indicators: map[string]string{}}
			if c.coded != "" {
				sheet.Indicators["recruitment.coerced.papers"] = c.coded
			}
			sheet.Indicators["recruitment.coerced.debt"] = answers.Yes
			got := dimensionOf(t, assessed(t, a, sheet), "levels", "before")
			if state := stateOf(got); state != c.want {
				t.Errorf("%s, want %s", state, c.want)
			}
			if c.sources > 0 && len(got.Evidence[0].From) != c.sources {
				t.Errorf("from %+v, want %d answers", got.Evidence[0].From, c.sources)
			}
		})
	}
}

func stateOf(d assess.DimensionFinding) string {
	switch {
	case d.Finding == assess.Positive:
		return "yes"
	case d.Finding == assess.NotShown:
		return "no"
	case d.Asked == 2:
		return "unknown"
	}
	return "not-asked"
}

func TestListItemsAnswerForThemselves(t *testing.T) {
	cases := []struct {
		name  string
		entry answers.Entry
		asked int
		want  assess.Finding // of s1 alone, which is strong in purpose
	}{
		{"an item that was not named is not asked", items("unpaid", "no"), 1, assess.CannotBeExcluded},
		{"no to an item denies it", items("long", "no"), 1, assess.NotShown},
		{"yes to an item shows it", items("long", "yes"), 1, assess.Positive},
		{"none of these denies what was not named", items("none", "yes"), 2, assess.NotShown},
		{"none of these leaves what was named", items("long", "yes", "none", "yes"), 2, assess.Positive},
		{"no to none of these says nothing of the items", items("none", "no"), 0, assess.CannotBeExcluded},
		{"an item refused is unknown", items("long", "refused"), 1, assess.CannotBeExcluded},
		{"the whole list refused leaves every item unknown", option("refused", ""), 2, assess.CannotBeExcluded},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := talked("talk", map[string]string{"began": "yes"})
			sheet.Answers["work"] = []answers.Entry{c.entry}
			got := dimensionOf(t, assessed(t, a, sheet), "levels", "purpose")
			if got.Finding != c.want || got.Asked != c.asked {
				t.Errorf("%s with %d asked, want %s with %d", got.Finding, got.Asked, c.want, c.asked)
			}
		})
	}
}

func TestADenialThatAnotherAnswerContradictsDeniesNothing(t *testing.T) {
	_, a := trial(t)
	sheet := talked("talk", map[string]string{"began": "no"})
	if got := dimensionOf(t, assessed(t, a, sheet), "weights", "rule"); got.Finding != assess.NotShown {
		t.Errorf("work has not begun: %s", got.Finding)
	}
	for _, otherwise := range []string{"yes", "refused"} {
		contradicted := sheet.Clone()
		contradicted.Add("began", option(otherwise, ""))
		if got := dimensionOf(t, assessed(t, a, contradicted), "weights", "rule"); got.Finding != assess.CannotBeExcluded {
			t.Errorf("no, and also %s: %s", otherwise, got.Finding)
		}
	}
}

func TestADeniedFormDeniesItsWholeFamily(t *testing.T) {
	_, a := trial(t)
	sheet := talked("talk", nil)
	sheet.Answers["forms"] = []answers.Entry{items("begging", "no")}
	if got := dimensionOf(t, assessed(t, a, sheet), "levels", "purpose"); got.Asked != 2 {
		t.Errorf("%d of the two forms asked", got.Asked)
	}
}

func TestOneFactFillsOneItem(t *testing.T) {
	set, a := trial(t)
	got := dimensionOf(t, assessed(t, a, coded(set, answers.Adult, []string{"recruitment.coerced.papers", "recruitment.coerced.papers-again"}, []string{"recruitment.*"})), "weights", "one-fact")
	want := assess.DimensionFinding{ID: "one-fact", Finding: assess.NotShown, Asked: 3, Of: 3, Evidence: []assess.Evidence{
		{Indicator: "recruitment.coerced.papers", Weight: "same-fact", From: []assess.From{{Value: "yes"}}},
		{Indicator: "recruitment.coerced.papers-again", Weight: "strong", From: []assess.From{{Value: "yes"}}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestADoubtfulWeightNamesTheSourceAndNoQuestion(t *testing.T) {
	set, a := trial(t)
	got := assessed(t, a, coded(set, answers.Adult, []string{"recruitment.vulnerability.maybe"}, []string{"recruitment.*", "destination.*", "exploitation.*", "form.*", "control.*", "danger.*", "act.*"}))
	d := dimensionOf(t, got, "levels", "maybe")
	if d.Finding != assess.CannotBeExcluded || d.Clause != assess.RuleUndecided || d.Evidence[0].Weight != "weak-medium" {
		t.Errorf("%+v", d)
	}
	if len(got.Missing) > 0 || got.Level != "not-assessed" {
		t.Errorf("%s, missing %+v", got.Level, got.Missing)
	}
	want := []assess.Reason{{Rule: assess.RuleUndecided, Result: "maybe", Dimensions: []string{"maybe"}}, {Rule: assess.RuleGate, Result: "no-interview", Dimensions: []string{}}}
	if diff := cmp.Diff(want, got.Reasons); diff != "" {
		t.Error(diff)
	}
}

func TestADimensionWithoutClausesIsShownAndNeverPositive(t *testing.T) {
	set, a := trial(t)
	for _, c := range []struct {
		present, absent []string
		want            assess.Finding
		evidence        int
	}{
		{[]string{"act.recruited"}, nil, assess.CannotBeExcluded, 1},
		{nil, nil, assess.CannotBeExcluded, 0},
		{nil, []string{"act.*"}, assess.NotShown, 0},
	} {
		got := dimensionOf(t, assessed(t, a, coded(set, answers.Adult, c.present, c.absent)), "weights", "no-clause")
		if got.Finding != c.want || len(got.Evidence) != c.evidence {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

func TestUnknownWordsAreRefusedWithTheirPlace(t *testing.T) {
	entry := func(e answers.Entry) map[string][]answers.Entry { return map[string][]answers.Entry{"papers": {e}} }
	cases := []struct {
		name        string
		sheet       answers.Sheet
		code, field string
	}{
		{"another set", answers.Sheet{Set: "trial@000000000000"}, "other-set", "set"},
		{"an interview", answers.Sheet{Interview: "tea"}, "unknown-interview", "interview"},
		{"a question", answers.Sheet{Answers: map[string][]answers.Entry{"shoes": {option("yes", "")}}}, "unknown-question", "answers.shoes"},
		{"an option", answers.Sheet{Answers: entry(option("lost", ""))}, "unknown-option", "answers.papers"},
		{"an empty answer", answers.Sheet{Answers: entry(answers.Entry{})}, "unknown-option", "answers.papers"},
		{"items of a choice", answers.Sheet{Answers: entry(items("kept", "yes"))}, "unknown-option", "answers.papers"},
		{"a source", answers.Sheet{Answers: entry(option("kept", "dreamt"))}, "unknown-value", "answers.papers"},
		{"an item", answers.Sheet{Answers: map[string][]answers.Entry{"work": {items("fun", "yes")}}}, "unknown-option", "answers.work.fun"},
		{"the word of an item", answers.Sheet{Answers: map[string][]answers.Entry{"work": {items("long", "often")}}}, "unknown-value", "answers.work.long"},
		{"an option of a list", answers.Sheet{Answers: map[string][]answers.Entry{"work": {option("long", "")}}}, "unknown-option", "answers.work"},
		{"an indicator", answers.Sheet{Indicators: map[string]string{"exploitation.fun": "yes"}}, "unknown-indicator", "indicators.exploitation.fun"},
		{"the word of an indicator", answers.Sheet{Indicators: map[string]string{"exploitation.s1": "often"}}, "unknown-value", "indicators.exploitation.s1"},
		{"an age", answers.Sheet{Age: answers.Ages{Said: "old"}}, "unknown-value", "age"},
		{"a situation", answers.Sheet{Situation: map[string]string{"rich": "yes"}}, "unknown-key", "situation.rich"},
		{"a condition", answers.Sheet{Conditions: map[string]string{"alonne": "yes"}}, "unknown-key", "conditions.alonne"},
		{"the word of a condition", answers.Sheet{Conditions: map[string]string{"alone": "nearly"}}, "unknown-value", "conditions.alone"},
		{"a doubt", answers.Sheet{Doubt: "bad-feeling"}, "unknown-value", "doubt"},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := a.Assess(c.sheet)
			var refusal *answers.Refusal
			if !errors.As(err, &refusal) || refusal.Code != c.code || refusal.Field != c.field || refusal.Message == "" {
				t.Errorf("%#v, want %s at %s", err, c.code, c.field)
			}
		})
	}
}

func TestASheetMayNameItsSet(t *testing.T) {
	set, a := trial(t)
	if _, err := a.Assess(answers.Sheet{Set: set.ID + "@" + set.Hash}); err != nil {
		t.Error(err)
	}
}
