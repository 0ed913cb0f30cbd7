package assess_test

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// generator draws sheets for a set.
type generator struct {
	set *indicator.Set
	a   *assess.Assessor
}

// generators are both the shipped set and the trial set.
func generators(tb testing.TB) map[string]generator {
	realSet, realAssessor := shipped(tb)
	trialSet, trialAssessor := trial(tb)
	return map[string]generator{"shipped": {realSet, realAssessor}, "trial": {trialSet, trialAssessor}}
}

// property checks a property on random sheets of both sets.
func property(t *testing.T, check func(*rapid.T, generator)) {
	t.Helper()
	all := generators(t)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) { rapid.Check(t, func(r *rapid.T) { check(r, all[name]) }) })
	}
}

func (g generator) assess(r *rapid.T, s answers.Sheet) assess.Assessment {
	got, err := g.a.Assess(s)
	if err != nil {
		r.Fatal(err)
	}
	return got
}

var ages = []answers.Age{answers.AgeNone, answers.Adult, answers.Adult, answers.AgeUnsure, answers.Child}

// sheet draws a sheet: with or without an interview, with a few or many
// answers, contradictions and coded facts among them.
func (g generator) sheet(r *rapid.T) answers.Sheet {
	s := answers.Sheet{
		Age:        answers.Ages{Said: rapid.SampledFrom(ages).Draw(r, "said"), Officer: rapid.SampledFrom(ages).Draw(r, "officer")},
		Interview:  rapid.SampledFrom(g.interviews()).Draw(r, "interview"),
		Answers:    map[string][]answers.Entry{},
		Indicators: map[string]string{},
		Conditions: map[string]string{},
	}
	many := rapid.IntRange(0, 10).Draw(r, "many")
	for i := range g.set.Questions {
		q := &g.set.Questions[i]
		if rapid.IntRange(1, 10).Draw(r, "asked") > many {
			continue
		}
		for range rapid.SampledFrom([]int{1, 1, 1, 1, 2}).Draw(r, "entries") {
			s.Add(q.ID, g.entry(r, q))
		}
	}
	for range rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(r, "further places") {
		s.Episodes = append(s.Episodes, g.episode(r, many))
	}
	for range rapid.IntRange(0, 4).Draw(r, "coded") {
		s.Indicators[g.indicator(r)] = rapid.SampledFrom(truths).Draw(r, "truth")
	}
	for name, words := range indicator.ConditionWords {
		if rapid.IntRange(0, 3).Draw(r, name) > 0 {
			s.Conditions[name] = words[rapid.IntRange(0, len(words)-1).Draw(r, "word")]
		}
	}
	return s
}

// episode draws a further place of work.
func (g generator) episode(r *rapid.T, many int) answers.Episode {
	e := answers.Episode{Answers: map[string][]answers.Entry{}, Indicators: map[string]string{}}
	for i := range g.set.Questions {
		if q := &g.set.Questions[i]; q.Episode && rapid.IntRange(1, 10).Draw(r, "asked") <= many {
			e.Answers[q.ID] = append(e.Answers[q.ID], g.entry(r, q))
		}
	}
	if rapid.Bool().Draw(r, "coded there") {
		e.Indicators[g.indicator(r)] = rapid.SampledFrom(truths).Draw(r, "truth")
	}
	return e
}

func (g generator) interviews() []string {
	ids := []string{""}
	for _, iv := range g.set.Interviews {
		ids = append(ids, iv.ID)
	}
	return ids
}

var truths = []string{answers.Yes, answers.No, answers.No, answers.Unknown, answers.Refused}

func (g generator) indicator(r *rapid.T) string {
	return rapid.SampledFrom(g.set.Indicators).Draw(r, "indicator").ID
}

func (g generator) question(r *rapid.T) *indicator.Question {
	return &g.set.Questions[rapid.IntRange(0, len(g.set.Questions)-1).Draw(r, "question")]
}

func (g generator) entry(r *rapid.T, q *indicator.Question) answers.Entry {
	e := answers.Entry{Source: rapid.SampledFrom(answers.Sources).Draw(r, "source")}
	switch kind := rapid.IntRange(0, 9).Draw(r, "special"); {
	case kind == 0:
		e.Option = answers.Unknown
	case kind == 1:
		e.Option = answers.Refused
	case q.Kind == indicator.List:
		e.Items = g.items(r, q)
	default:
		e.Option = q.Options[rapid.IntRange(0, len(q.Options)-1).Draw(r, "option")].ID
	}
	return e
}

func (g generator) items(r *rapid.T, q *indicator.Question) map[string]string {
	m := map[string]string{}
	for _, o := range q.Options {
		if rapid.IntRange(0, 2).Draw(r, "named") == 0 {
			m[o.ID] = rapid.SampledFrom(truths).Draw(r, "truth")
		}
	}
	if rapid.Bool().Draw(r, "none") {
		m[answers.None] = rapid.SampledFrom([]string{answers.Yes, answers.Yes, answers.No, answers.Unknown}).Draw(r, "none word")
	}
	return m
}
