package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// An account is worth something only if a reader can work out every finding from
// it. These tests do what the reader does, with nothing but what the account
// says.

// stateByHand merges what is said of a fact.
func stateByHand(said []assess.Said) assess.FactState {
	for _, state := range []assess.FactState{assess.FactYes, assess.FactUnknown, assess.FactNo, assess.FactContradicted} {
		if slices.ContainsFunc(said, func(s assess.Said) bool { return s.State == state }) {
			return state
		}
	}
	return assess.FactLookedFor
}

var levels = []string{"item", "weak", "medium", "strong"}

// weigh is the place of a weight, or of the higher of two, in order.
func weigh(weight string, high bool) int {
	low, other, two := strings.Cut(weight, "-")
	if two && high {
		return slices.Index(levels, other)
	}
	return slices.Index(levels, low)
}

// countByHand counts each fact once, at its heaviest item.
func countByHand(items []assess.ItemAccount, in func(assess.FactState) bool, high bool) assess.FactCount {
	heaviest := map[string]int{}
	for _, i := range items {
		if in(i.State) {
			heaviest[i.Fact] = max(heaviest[i.Fact], weigh(i.Weight, high)+1)
		}
	}
	var n assess.FactCount
	for _, level := range heaviest {
		n.All++
		switch levels[level-1] {
		case "strong":
			n.Strong++
		case "medium":
			n.Medium++
		case "weak":
			n.Weak++
		}
	}
	return n
}

// reachByHand reads a clause as it is printed.
func reachByHand(clause string, n assess.FactCount) bool {
	have := map[string]int{"strong": n.Strong, "medium": n.Strong + n.Medium, "weak": n.Strong + n.Medium + n.Weak, "items": n.All}
	for part := range strings.SplitSeq(clause, ", ") {
		var want int
		name, number, _ := strings.Cut(part, ": ")
		if _, err := fmt.Sscan(number, &want); err != nil || have[name] < want {
			return false
		}
	}
	return true
}

func isYes(s assess.FactState) bool { return s == assess.FactYes }
func notNo(s assess.FactState) bool { return s != assess.FactNo }

// checkAccount works out every dimension of an account and compares it with the
// assessment.
func checkAccount(fail func(string, ...any), all []assess.Account, got assess.Assessment) {
	for _, acc := range all {
		checkPlace(fail, acc, got)
	}
}

func checkPlace(fail func(string, ...any), acc assess.Account, got assess.Assessment) {
	for _, f := range acc.Facts {
		if state := stateByHand(f.Said); state != f.State {
			fail("%s: by hand %s, accounted %s; %+v", f.Indicator, state, f.State, f.Said)
		}
	}
	at := 0
	for _, ins := range got.Instruments {
		for _, d := range ins.Dimensions {
			if d.Episode != 0 && d.Episode != acc.Place {
				continue
			}
			if at == len(acc.Dimensions) || acc.Dimensions[at].Instrument != ins.ID || acc.Dimensions[at].Dimension != d.ID {
				fail("no account of %s.%s", ins.ID, d.ID)
				return
			}
			checkDimension(fail, acc.Dimensions[at], d)
			at++
		}
	}
}

func checkDimension(fail func(string, ...any), acc assess.DimensionAccount, d assess.DimensionFinding) {
	least, most := countByHand(acc.Items, isYes, false), countByHand(acc.Items, notNo, true)
	if least != acc.Least || most != acc.Most {
		fail("%s: by hand %+v and %+v, accounted %+v and %+v", d.ID, least, most, acc.Least, acc.Most)
	}
	finding := assess.NotShown
	if len(acc.Clauses) == 0 && most.All > 0 {
		finding = assess.CannotBeExcluded
	}
	for _, c := range acc.Clauses {
		doubtful := countByHand(acc.Items, isYes, true)
		if c.Least != reachByHand(c.Clause, least) || c.Doubtful != reachByHand(c.Clause, doubtful) || c.Could != reachByHand(c.Clause, most) {
			fail("%s: the clause %+v does not go with %+v", d.ID, c, acc)
		}
		switch {
		case c.Least:
			finding = assess.Positive
		case c.Could && finding != assess.Positive:
			finding = assess.CannotBeExcluded
		}
	}
	if finding != d.Finding {
		fail("%s: by hand %s, found %s", d.ID, finding, d.Finding)
	}
	for _, i := range acc.Items {
		counted := slices.ContainsFunc(d.Evidence, func(e assess.Evidence) bool { return e.Indicator == i.Indicator && e.Weight == i.Weight })
		if i.Counts != counted {
			fail("%s: %s counts %v, evidence %+v", d.ID, i.Indicator, i.Counts, d.Evidence)
		}
	}
}

func TestEveryFindingCanBeWorkedOutFromTheAccount(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		acc, err := g.a.Account(sheet)
		if err != nil {
			r.Fatal(err)
		}
		checkAccount(r.Errorf, acc, g.assess(r, sheet))
	})
}

func TestPersonTypesCanBeWorkedOutFromTheirAccounts(t *testing.T) {
	_, a := shipped(t)
	for _, sheet := range personSheets(t) {
		acc, err := a.Account(sheet)
		if err != nil {
			t.Fatal(err)
		}
		checkAccount(t.Errorf, acc, assessed(t, a, sheet))
	}
}

func TestTheAccountNamesWhatIsClosedAndWhatIsDropped(t *testing.T) {
	_, a := shipped(t)
	all, err := a.Account(talked("full", map[string]string{"work.began": "no", "work.hours": "long-days"}))
	if err != nil {
		t.Fatal(err)
	}
	acc := all[0]
	if acc.Closed["work.hours"] != "work.began" || !slices.Equal(acc.Dropped, []string{"work.hours"}) {
		t.Errorf("closed %v, dropped %v", acc.Closed["work.hours"], acc.Dropped)
	}
}

func TestTheOutcomeIsTheAssessmentWithoutWhatIsMissing(t *testing.T) {
	property(t, func(r *rapid.T, g generator) {
		sheet := g.sheet(r)
		want := g.assess(r, sheet)
		want.Missing = []assess.Missing{}
		got, err := g.a.Outcome(sheet)
		if err != nil || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
			r.Errorf("%v: %+v, want %+v", err, got, want)
		}
	})
}

// Questions that wait for facts which wait for them would go round and round:
// those are left out, and everything else is looked at.
func TestAFactOfALaterQuestionIsNoConditionOfAnEarlier(t *testing.T) {
	yesNo := func(id string, when *indicator.Condition, shows string) indicator.Question {
		return indicator.Question{ID: id, Kind: indicator.YesNo, Audience: indicator.Person, AskWhen: when, Options: []indicator.Option{
			{ID: "yes", Shows: []string{shows}}, {ID: "no", Denies: []string{shows}}}}
	}
	set := &indicator.Set{
		ID:         "round",
		Indicators: []indicator.Indicator{{ID: "exploitation.a"}, {ID: "exploitation.b"}},
		Questions: []indicator.Question{
			yesNo("first", &indicator.Condition{Shown: "exploitation.*"}, "exploitation.a"),
			yesNo("second", &indicator.Condition{Answer: &indicator.AnswerTest{Question: "first", Options: []string{"yes"}}}, "exploitation.b"),
		},
		Interviews: []indicator.Interview{{ID: "talk", Sections: []indicator.Section{{ID: "s", Questions: []string{"first", "second"}}}}},
	}
	a, err := assess.Compile(set.Index())
	if err != nil {
		t.Fatal(err)
	}
	closed, err := a.Closed(answers.Sheet{Interview: "talk", Answers: map[string][]answers.Entry{"first": {option("no", "")}}})
	if err != nil || len(closed) != 1 || closed["second"] != "first" {
		t.Errorf("%v, %v", closed, err)
	}
}
