package assess_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// later are the questions of the observation stage, which come after the talk
// whether it was stopped or not.
func later(iv *indicator.Interview) []string {
	var ids []string
	for _, sec := range iv.Sections {
		if sec.Stage == indicator.StageObservations {
			ids = append(ids, sec.Questions...)
		}
	}
	return ids
}

func TestSettled(t *testing.T) {
	both := map[string]string{"recruitment.coerced.debt": "yes", "destination.coerced.papers": "yes"}
	questions := []string{"near", "age.said", "began", "papers", "papers-now", "papers-where", "debt", "work", "forms", "begging.more"}
	cases := []struct {
		name  string
		sheet answers.Sheet
		open  []string
		want  bool
	}{
		{"nothing is open", talked("talk", nil), nil, true},
		{"everything is open", talked("talk", nil), questions, false},
		{"no interview", answers.Sheet{Indicators: both}, []string{"papers"}, false},
		{"a question that is not known", talked("talk", nil), []string{"shoes"}, false},
		{"a sheet that cannot be read", answers.Sheet{Interview: "tea"}, nil, false},
		{"the highest level and no mark can come", with(quiet(), func(s *answers.Sheet) {
			s.Indicators = both
			s.Answers["forms"] = []answers.Entry{items("begging", "yes")}
			delete(s.Answers, "papers")
		}), []string{"papers", "begging.more"}, true},
		{"the highest level and a mark can still come", with(quiet(), func(s *answers.Sheet) {
			s.Indicators = both
			delete(s.Answers, "forms")
		}), []string{"forms"}, false},
		{"a level can still come", with(quiet(), func(s *answers.Sheet) { delete(s.Answers, "papers") }), []string{"papers"}, false},
		{"a question that can only add what is known", with(quiet(), func(s *answers.Sheet) {
			s.Answers["forms"] = []answers.Entry{items("begging", "yes", "poor", "no")}
		}), []string{"begging.more"}, true},
		{"a core question that shows nothing decides over nothing-reported", with(quiet(), func(s *answers.Sheet) {
			s.Answers["forms"] = []answers.Entry{items("begging", "no")}
		}), []string{"forms"}, false},
		{"the same in a talk that cannot reassure any more", with(quiet(), func(s *answers.Sheet) {
			s.Answers["papers"] = []answers.Entry{option("refused", "")}
			s.Answers["began"] = []answers.Entry{option("no", "")}
		}), []string{"papers-now", "papers-where", "work"}, true},
		{"a child can still come out", with(quiet(), func(*answers.Sheet) {}), []string{"age.said"}, false},
		{"closed questions bring nothing", with(quiet(), func(*answers.Sheet) {}), []string{"papers-now", "papers-where", "work", "begging.more"}, true},
		{"an open question that closes an answered one", with(quiet(), func(s *answers.Sheet) {
			delete(s.Answers, "began")
			s.Answers["papers-now"] = []answers.Entry{option("kept", "")}
		}), []string{"began"}, false},
		{"a condition can still be set", with(quiet(), func(s *answers.Sheet) { delete(s.Conditions, "alone") }), []string{"ready.alone"}, false},
		{"a condition that is failed for good", with(quiet(), func(s *answers.Sheet) { s.Conditions["language"] = "other" }), []string{"ready.alone"}, true},
		{"a doubt can still be stated", with(quiet(), func(*answers.Sheet) {}), []string{"doubt.reason"}, false},
	}
	_, a := trial(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := a.Settled(c.sheet, c.open); got != c.want {
				t.Errorf("%v", got)
			}
		})
	}
}

func with(s answers.Sheet, change func(*answers.Sheet)) answers.Sheet {
	change(&s)
	return s
}

// Stopping when the engine says so, or asking everything, gives the same level
// and marks, whatever is observed afterwards.
func TestStoppingWhenSettledChangesNothing(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		iv := g.set.Interview(sheet.Interview)
		if iv == nil {
			return
		}
		observations := later(iv)
		var open []string
		for _, q := range iv.Questions() {
			if slices.Contains(observations, q) {
				delete(sheet.Answers, q)
			} else if rapid.IntRange(0, 3).Draw(r, "open") == 0 {
				open = append(open, q)
				if rapid.Bool().Draw(r, "forget") {
					delete(sheet.Answers, q)
				}
			}
		}
		if rapid.Bool().Draw(r, "another place may come") {
			for i := range g.set.Questions {
				if q := &g.set.Questions[i]; q.Episode {
					open = append(open, answers.Ref(q.ID, sheet.Places()+1))
				}
			}
		}
		for place := answers.First + 1; place <= sheet.Places(); place++ {
			for i := range g.set.Questions {
				if q := &g.set.Questions[i]; q.Episode && rapid.IntRange(0, 3).Draw(r, "open there") == 0 {
					open = append(open, answers.Ref(q.ID, place))
				}
			}
		}
		if !g.a.Settled(sheet, open) {
			return
		}
		for range 5 {
			stopped := g.answer(r, sheet, observations)
			asked := g.answer(r, stopped, open)
			a, b := g.assess(r, stopped), g.assess(r, asked)
			if diff := cmp.Diff(result{a.Level, a.Marks}, result{b.Level, b.Marks}); diff != "" {
				r.Errorf("open %v: %s", open, diff)
			}
		}
	})
}

// result is what an offer to stop must not change.
type result struct {
	Level string
	Marks []string
}

// answer gives some of the questions answers, or further ones.
func (g generator) answer(r *rapid.T, sheet answers.Sheet, questions []string) answers.Sheet {
	sheet = sheet.Clone()
	for _, id := range questions {
		if rapid.IntRange(0, 3).Draw(r, "answer") > 0 {
			question, _ := answers.SplitRef(id)
			sheet.Add(id, g.entry(r, g.set.Question(question)))
		}
	}
	return sheet
}

// Along each person type, the offer to stop must be right for the answers the
// person would go on to give; and some offers must come, or the property above
// holds for nothing. The question about return sets a mark that nothing else
// sets, so it is asked first here: before it no offer can come.
func TestPersonTypesAreOfferedToStopOnlyWhenSettled(t *testing.T) {
	set, a := shipped(t)
	offered := 0
	for _, sheet := range personSheets(t) {
		observations := later(set.Interview(sheet.Interview))
		order := []string{"fear.return"}
		for _, q := range set.Interview(sheet.Interview).Questions() {
			if q != order[0] && !slices.Contains(observations, q) {
				order = append(order, q)
			}
		}
		if at := firstOffer(a, sheet, order); at < len(order) {
			offered++
			part := sheet.Clone()
			for _, q := range order[at:] {
				delete(part.Answers, q)
			}
			got, whole := assessed(t, a, part), assessed(t, a, sheet)
			if diff := cmp.Diff(result{whole.Level, whole.Marks}, result{got.Level, got.Marks}); diff != "" {
				t.Errorf("%s stopped before %s: %s", sheet.Case, order[at], diff)
			}
		}
	}
	if offered == 0 {
		t.Error("nobody was offered to stop")
	}
}

// firstOffer is the place in the order before which an offer to stop comes.
func firstOffer(a *assess.Assessor, sheet answers.Sheet, order []string) int {
	part := sheet.Clone()
	part.Answers = map[string][]answers.Entry{}
	for at, q := range order {
		if a.Settled(part, order[at:]) {
			return at
		}
		part.Answers[q] = sheet.Answers[q]
	}
	return len(order)
}
