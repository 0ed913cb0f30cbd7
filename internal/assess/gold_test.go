package assess_test

import (
	"fmt"
	"slices"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// dimensionRow is one row of dimension-rule.yaml.
type dimensionRow struct {
	strong, medium, weak int
	positive             bool
}

func TestEveryCombinationOfWeightsFollowsTheDimensionRule(t *testing.T) {
	rows := table(t, "dimension-rule.yaml", func(r *dimensionRow) strict.Value {
		return strict.Object(nil,
			strict.Req("strong", strict.Int(&r.strong, 0, 9), ""),
			strict.Req("medium", strict.Int(&r.medium, 0, 9), ""),
			strict.Req("weak", strict.Int(&r.weak, 0, 9), ""),
			strict.Req("positive", strict.Bool(&r.positive), ""))
	})
	if len(rows) != 48 {
		t.Fatalf("%d rows, want 48", len(rows))
	}
	set, a := trial(t)
	for _, r := range rows {
		t.Run(fmt.Sprintf("%d strong %d medium %d weak", r.strong, r.medium, r.weak), func(t *testing.T) {
			present := numbered("exploitation.s", r.strong)
			present = append(present, numbered("exploitation.m", r.medium)...)
			present = append(present, numbered("exploitation.w", r.weak)...)
			want := assess.NotShown
			if r.positive {
				want = assess.Positive
			}
			got := dimensionOf(t, assessed(t, a, coded(set, answers.Adult, present, []string{"exploitation.*"})), "weights", "rule")
			if got.Finding != want {
				t.Errorf("everything else denied: %s, want %s", got.Finding, want)
			}
			if want == assess.NotShown {
				want = assess.CannotBeExcluded
			}
			got = dimensionOf(t, assessed(t, a, coded(set, answers.Adult, present, nil)), "weights", "rule")
			if got.Finding != want {
				t.Errorf("everything else unknown: %s, want %s", got.Finding, want)
			}
		})
	}
}

func numbered(prefix string, n int) []string {
	var ids []string
	for i := range n {
		ids = append(ids, fmt.Sprint(prefix, i+1))
	}
	return ids
}

// surveyRow is one row of person-rule.yaml.
type surveyRow struct {
	deceptive, coercive, exploitation, destination bool
	outcome                                        string
}

// surveyItems make a dimension of labour-adult positive, each pair its own.
var surveyItems = map[string][]string{
	"deceptive-recruitment": {"recruitment.deceived.job", "recruitment.deceived.wages"},
	"coercive-recruitment":  {"recruitment.coerced.violence", "recruitment.coerced.documents"},
	"exploitation":          {"exploitation.hours", "exploitation.pay"},
	"coercion-destination":  {"destination.coerced.documents", "destination.coerced.confinement"},
}

func (r surveyRow) holds() map[string]bool {
	return map[string]bool{
		"deceptive-recruitment": r.deceptive, "coercive-recruitment": r.coercive,
		"exploitation": r.exploitation, "coercion-destination": r.destination,
	}
}

func TestSurveyRowsGiveTheirDimensions(t *testing.T) {
	rows := table(t, "person-rule.yaml", func(r *surveyRow) strict.Value {
		return strict.Object(nil,
			strict.Req("deceptive-recruitment", strict.Bool(&r.deceptive), ""),
			strict.Req("coercive-recruitment", strict.Bool(&r.coercive), ""),
			strict.Req("exploitation", strict.Bool(&r.exploitation), ""),
			strict.Req("coercion-destination", strict.Bool(&r.destination), ""),
			strict.Req("outcome", strict.ID(&r.outcome), ""))
	})
	set, a := shipped(t)
	for _, r := range rows {
		var present []string
		for id, holds := range r.holds() {
			if holds {
				present = append(present, surveyItems[id]...)
			}
		}
		got := assessed(t, a, coded(set, answers.Adult, present, []string{"recruitment.*", "destination.*", "exploitation.*"}))
		for id, holds := range r.holds() {
			if f := dimensionOf(t, got, "labour-adult", id).Finding; (f == assess.Positive) != holds || f == assess.CannotBeExcluded {
				t.Errorf("%+v: %s is %s", r, id, f)
			}
		}
		strictly := resultOf(t, got, "labour-adult", "strict-survey") == assess.Positive
		if want := r.outcome == "victim-of-trafficking-for-forced-labour"; strictly != want {
			t.Errorf("%+v: the strict reading holds: %v, want %v", r, strictly, want)
		}
	}
}

// codedCase is a row that is given as indicators: the child rule, the
// narratives and the controls.
type codedCase struct {
	id, title, facts, instrument      string
	age                               answers.Age
	present, absent                   []string
	meets                             bool
	atLeast, below, mark, notRule     string
	dimensions                        []strict.Entry[assess.Finding]
	strictSurvey, means, forcedLabour assess.Finding
}

func codedFields(c *codedCase) strict.Value {
	finding := func(f *assess.Finding) strict.Value {
		return strict.Enum(f, assess.Positive, assess.CannotBeExcluded, assess.NotShown)
	}
	return strict.Object(nil,
		strict.Req("id", strict.ID(&c.id), ""),
		strict.Opt("title", strict.Line(&c.title), ""),
		strict.Opt("facts", strict.Line(&c.facts), ""),
		strict.Opt("instrument", strict.ID(&c.instrument), ""),
		strict.Opt("age", strict.Enum(&c.age, answers.Adult, answers.Child, answers.AgeUnsure), ""),
		strict.Opt("present", strict.IDs(&c.present), ""),
		strict.Opt("absent", strict.List(&c.absent, strict.Family), ""),
		strict.Opt("meets-definition", strict.Bool(&c.meets), ""),
		strict.Opt("at-least", strict.ID(&c.atLeast), ""),
		strict.Opt("below", strict.ID(&c.below), ""),
		strict.Opt("mark", strict.ID(&c.mark), ""),
		strict.Opt("not-rule", strict.ID(&c.notRule), ""),
		strict.Opt("dimensions", strict.Map(&c.dimensions, strict.ID, finding), ""),
		strict.Opt("strict-survey", finding(&c.strictSurvey), ""),
		strict.Opt("means-and-purpose", finding(&c.means), ""),
		strict.Opt("forced-labour", finding(&c.forcedLabour), ""),
	)
}

func (c *codedCase) assess(t *testing.T, set *indicator.Set, a *assess.Assessor) assess.Assessment {
	age := c.age
	if age == "" {
		age = answers.Adult
	}
	return assessed(t, a, coded(set, age, c.present, c.absent))
}

func TestChildRowsReachStrongIndicationsExactlyWhenTheyMeetTheDefinition(t *testing.T) {
	set, a := shipped(t)
	for _, c := range table(t, "child-rule.yaml", codedFields) {
		got := c.assess(t, set, a)
		if strong := got.Level == indicator.LevelStrong; strong != c.meets {
			t.Errorf("%s: %s, meets the definition: %v", c.id, got.Level, c.meets)
		}
	}
}

type forcedRow struct{ involuntary, menace, forced bool }

func TestForcedLabourNeedsBothElements(t *testing.T) {
	rows := table(t, "forced-labour-rule.yaml", func(r *forcedRow) strict.Value {
		return strict.Object(nil,
			strict.Req("involuntary", strict.Bool(&r.involuntary), ""),
			strict.Req("menace", strict.Bool(&r.menace), ""),
			strict.Req("forced-labour", strict.Bool(&r.forced), ""))
	})
	set, a := shipped(t)
	for _, r := range rows {
		var present []string
		if r.involuntary {
			present = append(present, "exploitation.cannot-end")
		}
		if r.menace {
			present = append(present, "destination.coerced.documents")
		}
		got := assessed(t, a, coded(set, answers.Adult, present, []string{"recruitment.*", "destination.*", "exploitation.*"}))
		if f := resultOf(t, got, "forced-labour-icls", "forced-labour"); (f == assess.Positive) != r.forced || f == assess.CannotBeExcluded {
			t.Errorf("%+v: %s", r, f)
		}
		if s3 := resultOf(t, got, "reasonable-grounds", "s3") == assess.Positive; s3 != r.forced {
			t.Errorf("%+v: the level rule for forced labour holds: %v", r, s3)
		}
	}
}

type editionRow struct {
	invStrong, invMedium, penStrong, penMedium int
	positive                                   bool
}

func TestForcedLabourOf2012NeedsOneStrongItem(t *testing.T) {
	count := func(n *int) strict.Value { return strict.Int(n, 0, 1) }
	rows := table(t, "forced-labour-2012.yaml", func(r *editionRow) strict.Value {
		return strict.Object(nil,
			strict.Req("inv-strong", count(&r.invStrong), ""), strict.Req("inv-medium", count(&r.invMedium), ""),
			strict.Req("pen-strong", count(&r.penStrong), ""), strict.Req("pen-medium", count(&r.penMedium), ""),
			strict.Req("positive", strict.Bool(&r.positive), ""))
	})
	set, a := trial(t)
	for _, r := range rows {
		var present []string
		for id, n := range map[string]int{"inv-strong": r.invStrong, "inv-medium": r.invMedium, "pen-strong": r.penStrong, "pen-medium": r.penMedium} {
			if n > 0 {
				present = append(present, "destination.coerced."+id)
			}
		}
		got := assessed(t, a, coded(set, answers.Adult, present, []string{"destination.*"}))
		if f := resultOf(t, got, "forced-labour-2012", "positive"); (f == assess.Positive) != r.positive {
			t.Errorf("%+v: %s", r, f)
		}
	}
}

type cutoffRow struct {
	id, dimension string
	yes           int
}

func TestCutOffsCountYes(t *testing.T) {
	rows := table(t, "cutoffs.yaml", func(r *cutoffRow) strict.Value {
		return strict.Object(nil,
			strict.Req("id", strict.ID(&r.id), ""), strict.Req("dimension", strict.ID(&r.dimension), ""),
			strict.Req("yes-at-least", strict.Int(&r.yes, 1, 99), ""))
	})
	set, a := trial(t)
	all := append(append(numbered("exploitation.s", 2), numbered("exploitation.m", 3)...), numbered("exploitation.w", 3)...)
	for _, r := range rows {
		for n := range len(all) + 1 {
			got := dimensionOf(t, assessed(t, a, coded(set, answers.Adult, all[:n], []string{"exploitation.*"})), "screens", r.dimension)
			if (got.Finding == assess.Positive) != (n >= r.yes) {
				t.Errorf("%s with %d yes: %s", r.id, n, got.Finding)
			}
		}
	}
}

func TestNarrativesReachTheirLevelAndFindings(t *testing.T) {
	set, a := shipped(t)
	for _, c := range table(t, "narratives.yaml", codedFields) {
		t.Run(c.id, func(t *testing.T) {
			got := c.assess(t, set, a)
			if rank(got.Level) < rank(c.atLeast) {
				t.Errorf("%s, want at least %s; reasons %+v", got.Level, c.atLeast, got.Reasons)
			}
			for _, d := range c.dimensions {
				if f := dimensionOf(t, got, c.instrument, d.Key).Finding; f != d.Val {
					t.Errorf("%s of %s: %s, want %s", d.Key, c.instrument, f, d.Val)
				}
			}
			checkResult(t, got, c.instrument, "strict-survey", c.strictSurvey)
			checkResult(t, got, c.instrument, "means-and-purpose", c.means)
			checkResult(t, got, "forced-labour-icls", "forced-labour", c.forcedLabour)
		})
	}
}

// checkResult passes where the instrument has no such result: a child needs no
// means.
func checkResult(t *testing.T, got assess.Assessment, instrument, id string, want assess.Finding) {
	t.Helper()
	if f := resultOf(t, got, instrument, id); want != "" && f != "" && f != want {
		t.Errorf("%s of %s: %s, want %s", id, instrument, f, want)
	}
}

func TestConstructedControls(t *testing.T) {
	set, a := shipped(t)
	for _, c := range table(t, "controls.yaml", codedFields) {
		t.Run(c.id, func(t *testing.T) {
			got := c.assess(t, set, a)
			if c.atLeast != "" && rank(got.Level) < rank(c.atLeast) || c.below != "" && rank(got.Level) >= rank(c.below) {
				t.Errorf("%s, want at least %q and below %q", got.Level, c.atLeast, c.below)
			}
			if c.mark != "" && !slices.Contains(got.Marks, c.mark) {
				t.Errorf("marks %v lack %s", got.Marks, c.mark)
			}
			if slices.ContainsFunc(got.Reasons, func(r assess.Reason) bool { return r.Result == c.notRule }) {
				t.Errorf("the rule %s holds", c.notRule)
			}
		})
	}
}
