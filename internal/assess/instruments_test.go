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

// further are the instruments that are shown beside the level and decide
// nothing, with the number of published items that each of them lists.
var further = map[string]int{
	"act-means-purpose": 0, "begging-list": 16, "children-list": 16, "domestic-list": 9, "eight-item-screen": 8,
	"eleven-indicators": 0, "forced-criminality": 13, "forced-labour-2012": 32, "four-item-screen": 4, "labour-list": 23,
	"public-list-cz": 7, "sexual-adult": 0, "sexual-child": 0, "sexual-list": 18, "six-item-child-screen": 6,
}

// eachFurther calls f for every further instrument of the shipped set.
func eachFurther(t *testing.T, f func(*indicator.Set, *indicator.Instrument)) {
	t.Helper()
	set, _ := shipped(t)
	for id := range further {
		ins := set.Instrument(id)
		if ins == nil {
			t.Fatalf("the set has no instrument %s", id)
		}
		f(set, ins)
	}
}

func TestFurtherInstrumentsReachNothing(t *testing.T) {
	eachFurther(t, func(_ *indicator.Set, ins *indicator.Instrument) {
		for _, r := range ins.Results {
			if r.Reaches != "" || len(r.Marks) > 0 {
				t.Errorf("%s of %s reaches %q and sets %v", r.ID, ins.ID, r.Reaches, r.Marks)
			}
		}
	})
}

func TestFurtherInstrumentsWeighOnlyWhatAQuestionShows(t *testing.T) {
	eachFurther(t, func(set *indicator.Set, ins *indicator.Instrument) {
		for _, id := range weighed(ins, "") {
			if !slices.ContainsFunc(set.Questions, func(q indicator.Question) bool {
				return slices.ContainsFunc(q.Options, func(o indicator.Option) bool { return slices.Contains(o.Shows, id) })
			}) {
				t.Errorf("%s weighs %s, which no question shows", ins.ID, id)
			}
		}
	})
}

// weighed lists what the dimensions of an instrument weigh, but for one of them.
func weighed(ins *indicator.Instrument, without string) []string {
	var ids []string
	for _, d := range ins.Dimensions {
		for _, w := range d.Weights {
			if d.ID != without {
				ids = append(ids, w.Key)
			}
		}
	}
	return ids
}

// What counts stands under items with its published number, and what an item
// says counts, unless its class is context. The dimension form is this
// project's own: it says which way a list looks.
func TestPublishedItemsAndWeightsAgree(t *testing.T) {
	eachFurther(t, func(_ *indicator.Set, ins *indicator.Instrument) {
		if further[ins.ID] == 0 {
			return
		}
		if len(ins.Items) != further[ins.ID] {
			t.Errorf("%s lists %d items, want %d", ins.ID, len(ins.Items), further[ins.ID])
		}
		var named []string
		for _, item := range ins.Items {
			for _, id := range item.Indicators {
				if (item.Class == "context") != (indicator.KindOf(id) == indicator.Context) {
					t.Errorf("%s: the item %s of class %s names %s", ins.ID, item.Ref, item.Class, id)
				}
				if item.Class != "context" && !slices.Contains(weighed(ins, ""), id) {
					t.Errorf("%s: the item %s names %s, which is not weighed", ins.ID, item.Ref, id)
				}
			}
			named = append(named, item.Indicators...)
		}
		for _, id := range weighed(ins, "form") {
			if !slices.Contains(named, id) {
				t.Errorf("%s weighs %s, which no item names", ins.ID, id)
			}
		}
	})
}

// The four cells that are known of the sexual lists, and no other weight.
func TestSexualSetsWeighOnlyTheKnownCells(t *testing.T) {
	set, _ := shipped(t)
	known := map[string][]string{
		"sexual-adult": {"destination.coerced.tasks-clients"},
		"sexual-child": {"exploitation.hazardous", "destination.coerced.tasks-clients"},
	}
	for id, want := range known {
		var got []string
		ins := set.Instrument(id)
		for _, d := range ins.Dimensions {
			for _, w := range d.Weights {
				switch w.Val {
				case indicator.Weight{Low: indicator.StrongWeight, High: indicator.StrongWeight}:
					got = append(got, w.Key)
				case indicator.Weight{}:
				default:
					t.Errorf("%s: %s has the weight %v", id, w.Key, w.Val)
				}
			}
		}
		if !slices.Equal(got, want) || ins.Fidelity != indicator.Project {
			t.Errorf("%s: strong are %v, want %v; fidelity %s", id, got, want, ins.Fidelity)
		}
	}
}

type statementRow struct {
	id, statement string
	present       []string
}

func TestEachOfTheElevenStatementsShowsItsSign(t *testing.T) {
	rows := table(t, "eleven-statements.yaml", func(r *statementRow) strict.Value {
		return strict.Object(nil, strict.Req("id", strict.ID(&r.id), ""), strict.Req("statement", strict.Line(&r.statement), ""),
			strict.Req("present", strict.IDs(&r.present), ""))
	})
	set, a := shipped(t)
	var signs []string
	for _, r := range rows {
		signs = append(signs, r.id)
		got := assessed(t, a, coded(set, answers.Adult, r.present, []string{"recruitment.*", "destination.*", "exploitation.*"}))
		if d := dimensionOf(t, got, "eleven-indicators", r.id); d.Finding != assess.Positive {
			t.Errorf("%q: %s is %s", r.statement, r.id, d.Finding)
		}
		if f := resultOf(t, got, "eleven-indicators", "indication"); f != assess.Positive {
			t.Errorf("%q: the indication is %s", r.statement, f)
		}
	}
	var dimensions []string
	for _, d := range set.Instrument("eleven-indicators").Dimensions {
		dimensions = append(dimensions, d.ID)
	}
	if !slices.Equal(signs, dimensions) || len(signs) != 11 {
		t.Errorf("the statements are for %v, the dimensions are %v", signs, dimensions)
	}
}

type countsRow struct {
	involuntary, menace int
	forced              bool
}

func TestForcedLabourByCountsOfBothElements(t *testing.T) {
	rows := table(t, "forced-labour-counts.yaml", func(r *countsRow) strict.Value {
		return strict.Object(nil, strict.Req("involuntary", strict.Int(&r.involuntary, 0, 9), ""),
			strict.Req("menace", strict.Int(&r.menace, 0, 9), ""), strict.Req("forced-labour", strict.Bool(&r.forced), ""))
	})
	involuntary := []string{"exploitation.hours", "exploitation.cannot-end", "exploitation.longer-than-agreed"}
	menace := []string{"destination.coerced.documents", "destination.coerced.violence", "destination.coerced.threat-denounce"}
	set, a := shipped(t)
	for _, r := range rows {
		present := slices.Concat(involuntary[:r.involuntary], menace[:r.menace])
		got := assessed(t, a, coded(set, answers.Adult, present, []string{"recruitment.*", "destination.*", "exploitation.*"}))
		if f := resultOf(t, got, "forced-labour-icls", "forced-labour"); (f == assess.Positive) != r.forced || f == assess.CannotBeExcluded {
			t.Errorf("%+v: %s", r, f)
		}
	}
}

type checklistRow struct {
	name    string
	present []string
	mayBe   bool
}

func TestChecklistOf2012NeedsTwoFacts(t *testing.T) {
	rows := table(t, "checklist-2012.yaml", func(r *checklistRow) strict.Value {
		return strict.Object(nil, strict.Req("name", strict.Line(&r.name), ""), strict.Opt("present", strict.IDs(&r.present), ""),
			strict.Req("may-be", strict.Bool(&r.mayBe), ""))
	})
	set, a := shipped(t)
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			got := assessed(t, a, coded(set, answers.Adult, r.present, []string{"recruitment.*", "destination.*", "exploitation.*"}))
			want := assess.NotShown
			if r.mayBe {
				want = assess.Positive
			}
			if f := resultOf(t, got, "forced-labour-2012", "may-be-forced-labour"); f != want {
				t.Errorf("everything else denied: %s, want %s", f, want)
			}
			got = assessed(t, a, coded(set, answers.Adult, r.present, nil))
			if f := resultOf(t, got, "forced-labour-2012", "may-be-forced-labour"); f == assess.NotShown || (f == assess.Positive) != r.mayBe {
				t.Errorf("everything else unknown: %s", f)
			}
		})
	}
}

// Underpaid work in the open, without control, is no result of a list that
// looks for something else.
func TestUnderpaidWorkIsNoResultOfTheOtherForms(t *testing.T) {
	set, a := shipped(t)
	present := []string{"exploitation.pay", "exploitation.law-contract", "exploitation.living", "exploitation.no-social", "recruitment.deceived.wages"}
	got := assessed(t, a, coded(set, answers.AgeUnsure, present, []string{"recruitment.*", "destination.*", "exploitation.*", "form.*", "act.*", "control.*"}))
	for _, id := range []string{"begging-list", "domestic-list", "sexual-list", "sexual-adult", "sexual-child", "forced-criminality", "forced-labour-2012", "four-item-screen", "eight-item-screen", "six-item-child-screen"} {
		for _, r := range instrumentOf(t, got, id).Results {
			if r.Finding != assess.NotShown {
				t.Errorf("%s of %s is %s", r.ID, id, r.Finding)
			}
		}
	}
}

// The blocks of the definition read the same weights as the level rules: for an
// adult they are shown exactly where rule S4 holds, and a child for whom they
// are shown has the highest level.
func TestActMeansPurposeAgreesWithTheLevelRules(t *testing.T) {
	set, a := shipped(t)
	sheets := personSheets(t)
	for _, file := range []string{"narratives.yaml", "child-rule.yaml", "controls.yaml"} {
		for _, c := range table(t, file, codedFields) {
			age := c.age
			if age == "" {
				age = answers.Adult
			}
			sheet := coded(set, age, c.present, c.absent)
			sheet.Case = c.id
			sheets = append(sheets, sheet)
		}
	}
	shownOnce := map[string]bool{}
	for _, sheet := range sheets {
		got := assessed(t, a, sheet)
		adult, child := resultOf(t, got, "act-means-purpose", "palermo-adult"), resultOf(t, got, "act-means-purpose", "palermo-child")
		if s4 := resultOf(t, got, "reasonable-grounds", "s4"); adult != s4 {
			t.Errorf("%s: the blocks are %s and rule S4 is %s", sheet.Case, adult, s4)
		}
		if child == assess.Positive && got.Level != indicator.LevelStrong {
			t.Errorf("%s: purpose is shown for a child at the level %s", sheet.Case, got.Level)
		}
		shownOnce["adult"], shownOnce["child"] = shownOnce["adult"] || adult == assess.Positive, shownOnce["child"] || child == assess.Positive
	}
	if !shownOnce["adult"] || !shownOnce["child"] {
		t.Errorf("nothing was shown at all: %v", shownOnce)
	}
}

func TestDefinitionRowsReadByTheThreeBlocks(t *testing.T) {
	set, a := shipped(t)
	for _, c := range table(t, "child-rule.yaml", codedFields) {
		got := c.assess(t, set, a)
		meets := resultOf(t, got, "act-means-purpose", "palermo-adult") == assess.Positive || resultOf(t, got, "act-means-purpose", "palermo-child") == assess.Positive
		if meets != c.meets {
			t.Errorf("%s: the blocks say %v, the definition %v", c.id, meets, c.meets)
		}
	}
}

// Owners' names stand in sources alone.
func TestFurtherInstrumentsCarryNoOwnerInTheirIDs(t *testing.T) {
	eachFurther(t, func(_ *indicator.Set, ins *indicator.Instrument) {
		for _, owner := range []string{"ilo", "unodc", "raft", "greenbaum", "nhttac", "ministry", "mvcr", "qyit", "ahtst"} {
			if strings.Contains(fmt.Sprint("-", ins.ID, "-"), "-"+owner+"-") {
				t.Errorf("the id %s carries %s", ins.ID, owner)
			}
		}
		if ins.MayBeNamed() || ins.Source.Checked != "never" || ins.Validated.Note == "" {
			t.Errorf("%s: named %v, checked %q, note %q", ins.ID, ins.MayBeNamed(), ins.Source.Checked, ins.Validated.Note)
		}
	})
}
