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

// An answer that is closed now may be what counts when another question is
// answered.
func TestMissingLooksAtAnswersThatWouldBeOpenedAgain(t *testing.T) {
	set, a := shipped(t)
	sheet := answers.Sheet{Interview: "detention", Indicators: map[string]string{}, Conditions: map[string]string{}, Answers: map[string][]answers.Entry{
		"forms.any": {items("marriage", "unknown", "none", "yes")},
		"body.how":  {items("untrue", "yes")},
	}}
	if closed, _ := a.Closed(sheet); closed["body.how"] == "" {
		t.Fatal("body.how is not closed")
	}
	more := sheet.Clone()
	more.Add("forms.any", items(set.Question("forms.any").Options[0].ID, "yes"))
	want := assessed(t, a, more).Level
	got := assessed(t, a, sheet).Missing
	i := slices.IndexFunc(got, func(m assess.Missing) bool { return m.Question == "forms.any" })
	if i < 0 || got[i].WouldReach != want {
		t.Errorf("missing %+v, want %s", got, want)
	}
}

// Each answer that missing names raises the level when it is given, and to
// exactly the level it names.
func TestMissingKeepsItsWord(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		got := g.assess(r, sheet)
		for _, m := range got.Missing {
			if rank(m.WouldReach) <= rank(got.Level) {
				r.Errorf("%+v does not raise %s", m, got.Level)
			}
			if m.Question == "" {
				more := sheet.Clone()
				code(&more, m.Indicators[0])
				if level := g.assess(r, more).Level; level != m.WouldReach {
					r.Errorf("%+v: %s", m, level)
				}
			} else if best := g.bestOf(r, sheet, m.Question); best != m.WouldReach {
				r.Errorf("%+v: the best answer reaches %s", m, best)
			}
		}
	})
}

// And no question that would raise the level is left out.
func TestMissingIsComplete(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		iv := g.set.Interview(sheet.Interview)
		if iv == nil {
			return
		}
		got := g.assess(r, sheet)
		closed, _ := g.a.Closed(sheet)
		q := rapid.SampledFrom(iv.Questions()).Draw(r, "asked question")
		if closed[q] != "" || len(sheet.Answers[q]) > 0 {
			return
		}
		named := slices.ContainsFunc(got.Missing, func(m assess.Missing) bool { return m.Question == q })
		if best := g.bestOf(r, sheet, q); (rank(best) > rank(got.Level) && rank(best) > 1) != named {
			r.Errorf("%s would reach %s from %s, named: %v", q, best, got.Level, named)
		}
	})
}

// code adds a fact, of a further place of work where the reference says so.
func code(s *answers.Sheet, ref string) {
	id, place := answers.SplitRef(ref)
	if place == answers.First {
		s.Indicators[id] = answers.Yes
		return
	}
	s.Episodes[place-answers.First-1].Indicators[id] = answers.Yes
}

// bestOf tries every option or item of a question by assessing whole sheets.
func (g generator) bestOf(r *rapid.T, sheet answers.Sheet, id string) string {
	question, place := answers.SplitRef(id)
	best, q := "not-assessed", g.set.Question(question)
	for _, o := range q.Options {
		more := sheet.Clone()
		if q.Kind == indicator.List {
			more.Add(id, items(o.ID, answers.Yes))
		} else {
			delete(more.At(place), question)
			more.Add(id, option(o.ID, ""))
		}
		if level := g.assess(r, more).Level; rank(level) > rank(best) {
			best = level
		}
	}
	return best
}
