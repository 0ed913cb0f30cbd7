package assess_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

func TestMissingNamesAnswersThatWouldRaiseTheLevel(t *testing.T) {
	const some, strong = indicator.LevelIndications, indicator.LevelStrong
	cases := []struct {
		name   string
		change func(*answers.Sheet)
		want   []assess.Missing
	}{
		{"a quiet talk lacks only what the officer may add", func(*answers.Sheet) {}, []assess.Missing{
			{Question: "seen", Indicators: []string{"recruitment.coerced.papers"}, WouldReach: some},
			{Question: "doubt.reason", Indicators: []string{}, WouldReach: some},
		}},
		{"a refused question", func(s *answers.Sheet) {
			s.Answers["papers"] = []answers.Entry{option("refused", "")}
			s.Answers["seen"] = []answers.Entry{items("none", "yes")}
			s.Answers["doubt.reason"] = []answers.Entry{option("no-doubt", "")}
		}, []assess.Missing{{Question: "papers", Indicators: []string{"recruitment.coerced.papers"}, WouldReach: some}}},
		{"only what goes beyond the level reached", func(s *answers.Sheet) {
			s.Answers["papers"] = []answers.Entry{option("kept", "")}
			delete(s.Answers, "debt")
			s.Indicators = map[string]string{"destination.coerced.papers": "yes"}
		}, []assess.Missing{{Question: "debt", Indicators: []string{"recruitment.coerced.debt"}, WouldReach: strong}}},
		{"nothing goes beyond the highest", func(s *answers.Sheet) {
			s.Indicators = map[string]string{"recruitment.coerced.debt": "yes", "destination.coerced.papers": "yes"}
			delete(s.Answers, "papers")
		}, []assess.Missing{}},
		{"a closed question is never named", func(s *answers.Sheet) {
			s.Answers["seen"] = []answers.Entry{items("none", "yes")}
			s.Answers["doubt.reason"] = []answers.Entry{option("no-doubt", "")}
		}, []assess.Missing{}},
		{"an age that would make a child", func(s *answers.Sheet) {
			s.Answers["seen"] = []answers.Entry{items("none", "yes")}
			s.Answers["doubt.reason"] = []answers.Entry{option("no-doubt", "")}
			s.Answers["forms"] = []answers.Entry{items("begging", "yes", "none", "yes")}
			s.Answers["begging.more"] = []answers.Entry{option("planned", "")}
		}, []assess.Missing{{Question: "age.said", Indicators: []string{}, WouldReach: strong}}},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := quiet()
			c.change(&sheet)
			if diff := cmp.Diff(c.want, assessed(t, a, sheet).Missing); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMissingNamesSingleFactsWithoutAnInterview(t *testing.T) {
	set, a := trial(t)
	sheet := coded(set, answers.Adult, []string{"recruitment.coerced.papers"}, []string{"exploitation.*", "form.*", "control.*"})
	want := []assess.Missing{{Indicators: []string{"destination.coerced.debt"}, WouldReach: indicator.LevelStrong}}
	if diff := cmp.Diff(want, assessed(t, a, sheet).Missing); diff != "" {
		t.Error(diff)
	}
}
