package assess_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// strength orders findings.
func strength(f assess.Finding) int {
	return slices.Index([]assess.Finding{assess.NotShown, assess.CannotBeExcluded, assess.Positive}, f)
}

// lowered says what became lower from before to after: a finding, the level
// or a mark. Instruments that ran only after are ignored.
func lowered(before, after assess.Assessment) []string {
	var list []string
	if rank(after.Level) < rank(before.Level) {
		list = append(list, "level "+before.Level+" to "+after.Level)
	}
	for _, m := range before.Marks {
		if !slices.Contains(after.Marks, m) {
			list = append(list, "mark "+m)
		}
	}
	for _, i := range before.Instruments {
		at := slices.IndexFunc(after.Instruments, func(j assess.InstrumentFinding) bool { return j.ID == i.ID })
		if at < 0 {
			list = append(list, "instrument "+i.ID)
			continue
		}
		list = append(list, loweredFindings(i, after.Instruments[at])...)
	}
	return list
}

func loweredFindings(before, after assess.InstrumentFinding) []string {
	var list []string
	for d := range before.Dimensions {
		if strength(after.Dimensions[d].Finding) < strength(before.Dimensions[d].Finding) {
			list = append(list, before.ID+" dimension "+before.Dimensions[d].ID)
		}
	}
	for r := range before.Results {
		if strength(after.Results[r].Finding) < strength(before.Results[r].Finding) {
			list = append(list, before.ID+" result "+before.Results[r].ID)
		}
	}
	return list
}

// m1. A rule that asks whether something is open is no finding about the person;
// it may stop holding when what it waited for is answered, but the level may not
// fall by it.
func TestOneMorePresentIndicatorLowersNothing(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		before := g.assess(r, sheet)
		more := sheet.Clone()
		more.Indicators[g.indicator(r)] = answers.Yes
		for _, what := range lowered(before, g.assess(r, more)) {
			if !restsOnOpen(g, what) {
				r.Errorf("%s", what)
			}
		}
	})
}

// restsOnOpen reports whether the result that became lower looks at open
// questions.
func restsOnOpen(g generator, what string) bool {
	for _, i := range g.set.Instruments {
		for _, res := range i.Results {
			if what == i.ID+" result "+res.ID && looksAtOpen(res.When) {
				return true
			}
		}
	}
	return false
}

// m2.
func TestYesTurnedUnknownIsNeverNotShown(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		sheet.Answers = nil
		id := g.indicator(r)
		sheet.Indicators[id] = answers.Yes
		before := g.assess(r, sheet)
		sheet.Indicators[id] = rapid.SampledFrom([]string{answers.Unknown, answers.Refused}).Draw(r, "turned")
		after := g.assess(r, sheet)
		for i := range before.Instruments {
			for d, was := range before.Instruments[i].Dimensions {
				if now := after.Instruments[i].Dimensions[d]; was.Finding != assess.NotShown && now.Finding == assess.NotShown {
					r.Errorf("%s of %s is not shown any more", now.ID, before.Instruments[i].ID)
				}
			}
		}
	})
}

// m3.
func TestTheOrderOfAnswersIsIrrelevant(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		turned := sheet.Clone()
		for q := range turned.Answers {
			slices.Reverse(turned.Answers[q])
		}
		if diff := cmp.Diff(g.assess(r, sheet), g.assess(r, turned)); diff != "" {
			r.Error(diff)
		}
	})
}

func TestTheSameSheetGivesTheSameBytes(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		first, _ := json.Marshal(g.assess(r, sheet))
		second, _ := json.Marshal(g.assess(r, sheet.Clone()))
		if string(first) != string(second) {
			r.Errorf("%s\n%s", first, second)
		}
	})
}

// m4 and m6: there is no field in which nationality, ethnicity, gender, work
// history or consent could stand, so none can change anything.
func TestASheetHasNoFieldForWhatAPersonIsOrAgreedTo(t *testing.T) {
	want := []string{"Case", "Interview", "Set", "Age", "Answers", "Indicators", "Episodes", "Situation", "Conditions", "Doubt"}
	var got []string
	for i := range reflect.TypeFor[answers.Sheet]().NumField() {
		got = append(got, reflect.TypeFor[answers.Sheet]().Field(i).Name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the fields of a sheet changed: may the new one change a level? %s", diff)
	}
	for _, key := range []string{"nationality", "ethnicity", "religion", "gender", "sex", "sex-work", "orientation", "consent", "consented"} {
		if _, err := answers.Decode("sheet", 1, []byte(`{"schema":"cesta.answers/1","`+key+`":"yes"}`)); err == nil {
			t.Errorf("a sheet takes the key %s", key)
		}
	}
}

// The case reference and the situation, in which EU citizenship stands for
// duties, are read by no rule.
func TestSituationAndCaseChangeNothing(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		before := g.assess(r, sheet)
		sheet.Situation = map[string]string{"eu-citizen": rapid.SampledFrom(truths).Draw(r, "eu"), "detained": answers.Yes, "suspected": answers.Yes}
		if diff := cmp.Diff(before, g.assess(r, sheet)); diff != "" {
			r.Error(diff)
		}
	})
}

// m5.
func TestAChildIsNeverLowerThanAnAdult(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		sheet.Age = answers.Ages{Said: answers.Adult, Officer: answers.Adult}
		before := g.assess(r, sheet)
		sheet.Age = answers.Ages{Said: rapid.SampledFrom(ages).Draw(r, "said now"), Officer: rapid.SampledFrom(ages[3:]).Draw(r, "officer now")}
		for _, what := range lowered(before, g.assess(r, sheet)) {
			r.Errorf("%s", what)
		}
	})
}

// m7: a further answer beside those given, whatever it says, lowers no level and
// takes no mark away. Findings may move between not-shown and
// cannot-be-excluded; what is positive stays so.
func TestContradictionsLowerNothing(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		q := g.question(r)
		if len(sheet.Answers[q.ID]) == 0 {
			sheet.Add(q.ID, g.entry(r, q))
		}
		before := g.assess(r, sheet)
		sheet = sheet.Clone()
		sheet.Add(q.ID, g.entry(r, q))
		after := g.assess(r, sheet)
		for _, what := range lowered(onlyPositive(before), onlyPositive(after)) {
			if !restsOnOpen(g, what) {
				r.Errorf("%s after another answer to %s: %v", what, q.ID, sheet.Answers[q.ID])
			}
		}
	})
}

// onlyPositive leaves out the difference between the two lower findings.
func onlyPositive(a assess.Assessment) assess.Assessment {
	low := func(f assess.Finding) assess.Finding {
		if f == assess.Positive {
			return f
		}
		return assess.NotShown
	}
	instruments := slices.Clone(a.Instruments)
	for i := range instruments {
		instruments[i].Dimensions = slices.Clone(instruments[i].Dimensions)
		instruments[i].Results = slices.Clone(instruments[i].Results)
		for d := range instruments[i].Dimensions {
			instruments[i].Dimensions[d].Finding = low(instruments[i].Dimensions[d].Finding)
		}
		for r := range instruments[i].Results {
			instruments[i].Results[r].Finding = low(instruments[i].Results[r].Finding)
		}
	}
	a.Instruments = instruments
	return a
}

// m7: something disclosed where a question was left out until then.
func TestLateDisclosureLowersNothing(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet, q := g.sheet(r), g.question(r)
		delete(sheet.Answers, q.ID)
		o := rapid.SampledFrom(q.Options).Draw(r, "disclosed")
		if len(o.Shows) == 0 || indicator.KindOf(o.Shows[0]) == indicator.Context {
			return
		}
		before := g.assess(r, sheet)
		late := option(o.ID, answers.Said)
		if q.Kind == indicator.List {
			late = items(o.ID, answers.Yes)
		}
		sheet = sheet.Clone()
		sheet.Add(q.ID, late)
		if after := g.assess(r, sheet); rank(after.Level) < rank(before.Level) {
			r.Errorf("%s to %s by %s of %s", before.Level, after.Level, o.ID, q.ID)
		}
	})
}

// m8.
func TestFailedConditionsPreventNothingReportedOnly(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		sheet.Answers = without(sheet.Answers, func(q string) bool { return setsCondition(g, q) })
		sheet.Conditions = map[string]string{"alone": "yes", "interpreter": "independent", "language": "own"}
		before := g.assess(r, sheet)
		sheet.Conditions = rapid.SampledFrom([]map[string]string{
			{"alone": "no", "interpreter": "independent", "language": "own"},
			{"alone": "yes", "interpreter": "not-independent", "language": "own"},
			{"alone": "yes", "interpreter": "independent", "language": "own", "silent-card": "no"},
		}).Draw(r, "conditions")
		after := g.assess(r, sheet)
		if after.Level == "nothing-reported" {
			r.Error("nothing reported in an unsafe talk")
		}
		if !slices.ContainsFunc(after.Reasons, func(x assess.Reason) bool { return x.Rule == assess.RuleGate }) {
			r.Error("the gate is not named")
		}
		if what := lowered(before, after); len(what) > 0 {
			r.Errorf("%v", what)
		}
	})
}

func without(m map[string][]answers.Entry, drop func(string) bool) map[string][]answers.Entry {
	kept := map[string][]answers.Entry{}
	for q, e := range m {
		if !drop(q) {
			kept[q] = e
		}
	}
	return kept
}

func setsCondition(g generator, q string) bool {
	for _, o := range g.set.Question(q).Options {
		if len(o.Conditions) > 0 {
			return true
		}
	}
	return false
}

func TestOffPathAnswersNeverCount(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		closed, err := g.a.Closed(sheet)
		if err != nil {
			r.Fatal(err)
		}
		before := g.assess(r, sheet)
		sheet.Answers = without(sheet.Answers, func(q string) bool { return closed[q] != "" })
		if diff := cmp.Diff(before, g.assess(r, sheet)); diff != "" {
			r.Error(diff)
		}
	})
}

func TestEveryClosedQuestionNamesAnAnsweredOne(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		closed, err := g.a.Closed(sheet)
		if err != nil {
			r.Fatal(err)
		}
		for q, by := range closed {
			if len(sheet.Given(by)) == 0 || closed[by] != "" {
				r.Errorf("%s is closed by %s, which was not answered", q, by)
			}
		}
	})
}

// One assessor serves many workers.
func TestAnAssessorMayBeSharedAndNeverChangesASheet(t *testing.T) {
	_, a := shipped(t)
	sheets := personSheets(t)
	before := make([]answers.Sheet, len(sheets))
	for i := range sheets {
		before[i] = sheets[i].Clone()
	}
	var workers sync.WaitGroup
	for range 4 {
		workers.Go(func() {
			for _, s := range sheets {
				if _, err := a.Assess(s); err != nil {
					t.Error(err)
				}
				a.Settled(s, []string{"fear.return"})
			}
		})
	}
	workers.Wait()
	if diff := cmp.Diff(before, sheets, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}
