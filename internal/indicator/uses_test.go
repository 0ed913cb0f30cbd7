package indicator_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"cesta/internal/indicator"
)

func TestUsesAnswersWhereAFactComesFromAndGoes(t *testing.T) {
	set := shipped(t)
	uses := set.Uses()
	const fact = "destination.coerced.documents"
	for _, q := range set.Questions {
		for i := range q.Options {
			o := &q.Options[i]
			shows := slices.ContainsFunc(uses.ShownBy(fact), func(a indicator.Answer) bool { return a.Question.ID == q.ID && a.Option.ID == o.ID })
			if shows != slices.Contains(o.Shows, fact) {
				t.Errorf("%s %s: shown %v", q.ID, o.ID, shows)
			}
		}
	}
	denies := func(question, option string) bool {
		return slices.ContainsFunc(uses.DeniedBy(fact), func(a indicator.Answer) bool { return a.Question.ID == question && a.Option.ID == option })
	}
	if !denies("work.began", "no") || !denies("documents.kept-at-work", "always-had-it") || denies("work.began", "yes") {
		t.Errorf("denied by %+v", uses.DeniedBy(fact))
	}
	if !slices.ContainsFunc(uses.WeighedIn(fact), func(w indicator.Weighing) bool {
		return w.Instrument.ID == "labour-adult" && w.Dimension.ID == "coercion-destination" && w.Weight.Text() == "strong" && w.Pos.Line > 0
	}) {
		t.Error("not weighed in labour-adult")
	}
	if len(uses.AskedIn("work.began")) < 2 || !slices.ContainsFunc(uses.WaitingFor("work.began"), func(q *indicator.Question) bool { return q.ID == "work.waiting" }) {
		t.Error("nobody asks work.began or waits for it")
	}
}

// The absence of an item denies what the item shows; what an officer did not
// observe denies nothing.
func TestAnAbsentItemIsADenialUnlessItWasOnlyLookedFor(t *testing.T) {
	set := shipped(t)
	uses := set.Uses()
	if !slices.ContainsFunc(uses.DeniedBy("recruitment.deceived.job"), func(a indicator.Answer) bool { return a.No && a.Question.ID == "promise.work" }) {
		t.Error("the absence of an item denies nothing")
	}
	for _, a := range uses.DeniedBy("control.watches") {
		t.Errorf("%s denies what an officer looked for", a.Question.ID)
	}
}

// What the program writes of conditions and rules can be read again.
func TestConditionsAreWrittenAsTheyAreRead(t *testing.T) {
	const bare = "- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n" +
		"- id: pay.late\n  kind: list\n  audience: person\n  sensitivity: low\n  source: project\n  items: [{id: a}, {id: b}]\n" +
		"- id: last\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  ask-when: "
	for _, text := range []string{
		"{answer: {pay.late: [a, none]}}", "{answered: pay.kept}", "{shown: exploitation.*}", "{not: {answered: pay.kept}}",
		"{all: [{answered: pay.kept}, {any: [{not: {answer: {pay.late: [b]}}}, {shown: exploitation.pay}]}]}",
	} {
		files := good()
		files["questions/a.yaml"] = &fstest.MapFile{Data: []byte(bare + text + "\n")}
		set, err := indicator.Load(files)
		if err != nil {
			t.Fatal(err)
		}
		if got := set.Question("last").AskWhen.Text(); got != text {
			t.Errorf("%s is written as %s", text, got)
		}
	}
	var always *indicator.Condition
	if got := always.Text(); got != "" {
		t.Errorf("no condition is written as %s", got)
	}
}

func TestRulesAreWrittenAsTheyAreRead(t *testing.T) {
	grounds := shipped(t).Instrument("reasonable-grounds")
	for id, want := range map[string]string{
		"s1":      "{all: [coerced-destination, {possible: {any: [{present: exploitation}, forms]}}]}",
		"s3":      "{all: [work-has-begun, {distinct: {facts: 2, of: [involuntary-work, menace]}}]}",
		"i-doubt": "{doubt: true}",
	} {
		at := slices.IndexFunc(grounds.Results, func(r indicator.Result) bool { return r.ID == id })
		if got := grounds.Results[at].When.Text(); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
	if got := (indicator.Clause{Strong: 1, Items: 2}).Text(); got != "{strong: 1, items: 2}" {
		t.Error(got)
	}
	if got := (indicator.Weight{Low: indicator.WeakWeight, High: indicator.MediumWeight}).Text(); got != "weak-medium" {
		t.Error(got)
	}
}
