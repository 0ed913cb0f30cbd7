package assess_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// quiet is a talk in which every core question was answered and nothing came up.
func quiet() answers.Sheet {
	s := talked("talk", map[string]string{"began": "no", "papers": "mine", "debt": "no", "near": "no"})
	s.Answers["forms"] = []answers.Entry{items("none", "yes")}
	s.Conditions = map[string]string{"alone": "yes", "interpreter": "none", "language": "own"}
	return s
}

func TestNothingReportedNeedsEverything(t *testing.T) {
	cases := []struct {
		name   string
		change func(*answers.Sheet)
		gates  []string // none: nothing-reported
	}{
		{"a quiet talk", func(*answers.Sheet) {}, nil},
		{"the silent card was yes", func(s *answers.Sheet) { s.Conditions["silent-card"] = "yes" }, nil},
		{"an item denied by name", func(s *answers.Sheet) { s.Answers["forms"] = []answers.Entry{items("begging", "no", "poor", "no")} }, nil},
		{"an option that says neither", func(s *answers.Sheet) { s.Answers["papers"] = []answers.Entry{option("kept-but-back", "")} }, nil},
		{"no interview was held", func(s *answers.Sheet) { s.Interview = "" }, []string{"no-interview"}},
		{"an observation", func(s *answers.Sheet) { s.Interview = "watch" }, []string{"interview-does-not-reassure"}},
		{"perhaps a child", func(s *answers.Sheet) { s.Age.Officer = answers.AgeUnsure }, []string{"child"}},
		{"a child by an answer", func(s *answers.Sheet) { s.Answers["age.said"] = []answers.Entry{option("not-sure", "")} }, []string{"child"}},
		{"who will not say their age is in doubt about it", func(s *answers.Sheet) { s.Answers["age.said"] = []answers.Entry{option("refused", "")} }, []string{"child"}},
		{"nobody said anything about age", func(s *answers.Sheet) { s.Age = answers.Ages{} }, []string{"age-unknown"}},
		{"age by an answer is enough", func(s *answers.Sheet) {
			s.Age = answers.Ages{}
			s.Answers["age.said"] = []answers.Entry{option("adult", "")}
		}, nil},
		{"a core question was not asked", func(s *answers.Sheet) { delete(s.Answers, "papers") }, []string{"core-open"}},
		{"a core question was refused", func(s *answers.Sheet) { s.Answers["debt"] = []answers.Entry{option("refused", "")} }, []string{"core-open"}},
		{"a core answer was taken back", func(s *answers.Sheet) {
			s.Answers["debt"] = append(s.Answers["debt"], option("refused", ""))
		}, []string{"core-open"}},
		{"an item of a core list was left out", func(s *answers.Sheet) { s.Answers["forms"] = []answers.Entry{items("begging", "no")} }, []string{"core-open"}},
		{"not alone", func(s *answers.Sheet) { s.Conditions["alone"] = "no" }, []string{"alone"}},
		{"alone is not said", func(s *answers.Sheet) { delete(s.Conditions, "alone") }, []string{"alone"}},
		{"alone by the sheet, not by the answer", func(s *answers.Sheet) { s.Answers["ready.alone"] = []answers.Entry{option("no", "")} }, []string{"alone"}},
		{"alone by the answer", func(s *answers.Sheet) {
			delete(s.Conditions, "alone")
			s.Answers["ready.alone"] = []answers.Entry{option("yes", "")}
		}, nil},
		{"the interpreter is not independent", func(s *answers.Sheet) { s.Conditions["interpreter"] = "not-independent" }, []string{"interpreter"}},
		{"another language", func(s *answers.Sheet) { s.Conditions["language"] = "other" }, []string{"language"}},
		{"the silent card was no", func(s *answers.Sheet) { s.Conditions["silent-card"] = "no" }, []string{"silent-card"}},
		{"the silent card was refused", func(s *answers.Sheet) { s.Conditions["silent-card"] = "refused" }, []string{"silent-card"}},
		{"several at once", func(s *answers.Sheet) { s.Conditions, s.Age = nil, answers.Ages{} }, []string{"age-unknown", "alone", "interpreter", "language"}},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := quiet()
			c.change(&sheet)
			got, want := assessed(t, a, sheet), indicator.LevelNothing
			reasons := []assess.Reason{}
			for _, g := range c.gates {
				want = indicator.LevelNotAssessed
				reasons = append(reasons, assess.Reason{Rule: assess.RuleGate, Result: g, Dimensions: []string{}})
			}
			if got.Level != want {
				t.Errorf("%s, want %s", got.Level, want)
			}
			if diff := cmp.Diff(reasons, got.Reasons); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLevelsAndMarks(t *testing.T) {
	cases := []struct {
		name   string
		change func(*answers.Sheet)
		level  string
		marks  []string
		rules  []string
	}{
		{"danger is a mark beside nothing-reported", func(s *answers.Sheet) { s.Answers["near"] = []answers.Entry{option("yes", "")} },
			indicator.LevelNothing, []string{"danger"}, []string{"peril"}},
		{"one means item", func(s *answers.Sheet) { s.Answers["papers"] = []answers.Entry{option("kept", "")} },
			indicator.LevelIndications, []string{}, []string{"some-means"}},
		{"two facts in two phases", func(s *answers.Sheet) {
			s.Indicators = map[string]string{"recruitment.coerced.debt": "yes", "destination.coerced.papers": "yes"}
		}, indicator.LevelStrong, []string{}, []string{"two-facts", "some-means"}},
		{"one fact in two phases is one fact", func(s *answers.Sheet) {
			s.Indicators = map[string]string{"recruitment.coerced.papers": "yes", "destination.coerced.papers": "yes"}
		}, indicator.LevelIndications, []string{}, []string{"some-means"}},
		{"what is possible is enough where the rule says so", func(s *answers.Sheet) {
			s.Answers["began"] = []answers.Entry{option("refused", "")}
			s.Indicators = map[string]string{"destination.coerced.debt": "yes", "destination.coerced.papers": "yes"}
		}, indicator.LevelStrong, []string{}, []string{"after-and-possible-purpose", "some-means"}},
		{"what is denied is not possible", func(s *answers.Sheet) {
			s.Indicators = map[string]string{"destination.coerced.debt": "yes", "destination.coerced.papers": "yes"}
		}, indicator.LevelIndications, []string{}, []string{"some-means"}},
		{"a purpose while a means question is open", func(s *answers.Sheet) {
			s.Answers["began"] = []answers.Entry{option("yes", "")}
			s.Answers["work"] = []answers.Entry{items("long", "yes", "none", "yes")}
		}, indicator.LevelIndications, []string{"labour-rights"}, []string{"purpose-while-open", "wages"}},
		{"a purpose with every means question answered", func(s *answers.Sheet) {
			s.Answers["began"] = []answers.Entry{option("yes", "")}
			s.Answers["papers-now"] = []answers.Entry{option("mine", "")}
			s.Answers["work"] = []answers.Entry{items("long", "yes", "none", "yes")}
		}, indicator.LevelNothing, []string{"labour-rights"}, []string{"wages"}},
		{"a child and a purpose", func(s *answers.Sheet) {
			s.Age.Officer = answers.Child
			s.Answers["forms"] = []answers.Entry{items("begging", "yes", "none", "yes")}
		}, indicator.LevelStrong, []string{"child", "labour-rights"}, []string{"child", "wages"}},
		{"two signs of control", func(s *answers.Sheet) {
			s.Answers["seen"] = []answers.Entry{items("answers-for", "yes", "watches", "yes")}
		},
			indicator.LevelIndications, []string{}, []string{"seen"}},
		{"one sign of control is not enough", func(s *answers.Sheet) { s.Answers["seen"] = []answers.Entry{items("watches", "yes")} },
			indicator.LevelNothing, []string{}, nil},
		{"a doubt of the sheet", func(s *answers.Sheet) { s.Doubt = "rehearsed" }, indicator.LevelIndications, []string{}, []string{"doubt"}},
		{"a doubt by an answer", func(s *answers.Sheet) { s.Answers["doubt.reason"] = []answers.Entry{option("rehearsed", "")} },
			indicator.LevelIndications, []string{}, []string{"doubt"}},
		{"the answer that there is no doubt", func(s *answers.Sheet) { s.Answers["doubt.reason"] = []answers.Entry{option("no-doubt", "")} },
			indicator.LevelNothing, []string{}, nil},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := quiet()
			c.change(&sheet)
			got := assessed(t, a, sheet)
			if got.Level != c.level {
				t.Errorf("%s, want %s", got.Level, c.level)
			}
			if diff := cmp.Diff(c.marks, got.Marks); diff != "" {
				t.Errorf("marks %s", diff)
			}
			var rules []string
			for _, r := range got.Reasons {
				if r.Rule != assess.RuleGate {
					rules = append(rules, r.Result)
				}
			}
			if diff := cmp.Diff(c.rules, rules); diff != "" {
				t.Errorf("rules %s", diff)
			}
		})
	}
}

func TestWithoutAnInterviewADimensionIsOpenUntilPlainlyAnswered(t *testing.T) {
	set, a := trial(t)
	open := coded(set, answers.Adult, []string{"exploitation.s1"}, nil)
	if got := assessed(t, a, open); got.Level != indicator.LevelIndications {
		t.Errorf("means not coded: %s", got.Level)
	}
	closed := coded(set, answers.Adult, []string{"exploitation.s1"}, []string{"recruitment.*", "destination.*"})
	if got := assessed(t, a, closed); got.Level != indicator.LevelNotAssessed {
		t.Errorf("means denied: %s", got.Level)
	}
}

func TestFailedConditionsAreNamedBesideALevel(t *testing.T) {
	_, a := trial(t)
	sheet := quiet()
	sheet.Answers["papers"] = []answers.Entry{option("kept", "")}
	sheet.Conditions = map[string]string{"alone": "no"}
	got := assessed(t, a, sheet)
	want := []assess.Reason{
		{Rule: "levels", Result: "some-means", Dimensions: []string{"before"}},
		{Rule: assess.RuleGate, Result: "alone", Dimensions: []string{}},
	}
	if diff := cmp.Diff(want, got.Reasons); got.Level != indicator.LevelIndications || diff != "" {
		t.Errorf("%s %s", got.Level, diff)
	}
}

func TestChildInstrumentsRunForAChildOrPerhapsAChild(t *testing.T) {
	_, a := trial(t)
	for age, want := range map[answers.Age]int{answers.AgeNone: 4, answers.Adult: 4, answers.AgeUnsure: 5, answers.Child: 5} {
		if got := assessed(t, a, answers.Sheet{Age: answers.Ages{Officer: age}}); len(got.Instruments) != want {
			t.Errorf("%q: %d instruments, want %d", age, len(got.Instruments), want)
		}
	}
}
