package assess_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/interview"
)

// This file reports how many screens a person is asked when the talk stops as
// soon as the engine offers it, of how many without that offer. The table is
// kept in testdata, so that a change of the set shows what it costs people.

const screensFile = testdata + "screens-asked.md"

// never is a judge who never offers to stop.
type never struct{}

func (never) Settled(answers.Sheet, []string) bool { return false }

// asker answers the questions of a full talk as one person would.
type asker struct {
	t    *testing.T
	set  *indicator.Set
	age  answers.Age
	says func(q *indicator.Question) (answers.Value, bool) // false: the facts do not tell
}

// hold holds a full talk and gives the questions put to the person after
// consent, and what came of it.
func (k asker) hold(judge interview.Judge) (asked int, sheet answers.Sheet) {
	k.t.Helper()
	e, err := interview.New(interview.Plan{
		Set: k.set, Interview: "full", Languages: []string{"uk"},
		Parts: []interview.Part{{ID: interview.PartInterview, Consent: true}}, Judge: judge,
	})
	if err != nil {
		k.t.Fatal(err)
	}
	consented := false
	for e.Outcome() == interview.Running {
		step := e.Step()
		a := k.act(step)
		if step.Kind == interview.KindQuestion && step.Audience == indicator.Person && consented {
			asked++
		}
		consented = consented || step.ID == interview.PartInterview
		if err := e.Do(a); err != nil {
			k.t.Fatalf("%s at %s: %v", a.Verb, step.ID, err)
		}
	}
	return asked, e.Sheet()
}

func (k asker) act(step interview.Step) interview.Action {
	switch {
	case step.Kind == interview.KindQuestion && len(step.Given) == 0:
		if v, ok := k.answer(step.Question); ok {
			return interview.Action{Verb: interview.Answer, Value: v}
		}
		return interview.Action{Verb: interview.Skip}
	case step.ID == interview.StepOffer:
		return interview.Action{Verb: interview.Choose, Option: interview.OptStop}
	case len(step.Options) == 0 || step.Kind == interview.KindEnd:
		return interview.Action{Verb: interview.Next}
	}
	for _, usual := range []string{"uk", interview.OptGoOn, interview.OptFinish} {
		if slices.Contains(step.Options, usual) {
			return interview.Action{Verb: interview.Choose, Option: usual}
		}
	}
	yes := step.Kind == interview.KindCard || step.Kind == interview.KindConsent
	return interview.Action{Verb: interview.Choose, Option: map[bool]string{true: answers.Yes, false: answers.No}[yes]}
}

func (k asker) answer(q *indicator.Question) (answers.Value, bool) {
	for _, o := range q.Options {
		if o.Age == string(k.age) && o.Age != "" {
			return answers.Value{Option: o.ID}, true
		}
	}
	if strings.HasPrefix(q.ID, "ready.") { // the talk is held as it should be
		option := map[string]string{"ready.interpreter": "professional", "ready.situation": answers.Unknown}[q.ID]
		if option == "" {
			option = answers.Yes
		}
		return answers.Value{Option: option}, true
	}
	return k.says(q)
}

// ofSheet answers as the sheet does.
func ofSheet(s answers.Sheet) func(*indicator.Question) (answers.Value, bool) {
	return func(q *indicator.Question) (answers.Value, bool) {
		if len(s.Answers[q.ID]) == 0 {
			return answers.Value{}, false
		}
		return s.Answers[q.ID][0].Value, true
	}
}

// ofFacts answers with every option that shows a fact of the list.
func ofFacts(present []string) func(*indicator.Question) (answers.Value, bool) {
	told := func(kinds ...indicator.Kind) bool {
		return slices.ContainsFunc(present, func(id string) bool { return slices.Contains(kinds, indicator.KindOf(id)) })
	}
	return func(q *indicator.Question) (answers.Value, bool) {
		if q.ID == "work.began" && told(indicator.Exploitation, indicator.Destination) {
			return answers.Value{Option: answers.Yes}, true
		}
		items := map[string]string{}
		for _, o := range q.Options {
			if !slices.ContainsFunc(o.Shows, func(id string) bool { return slices.Contains(present, id) || opens(id, present) }) {
				continue
			}
			if q.Kind != indicator.List {
				return answers.Value{Option: o.ID}, true
			}
			items[o.ID] = answers.Yes
		}
		return answers.Value{Items: items}, len(items) > 0
	}
}

// opens reports whether the fact is a form that is expected where the list says
// that it has occurred: the first question on forms does not part the two.
func opens(id string, present []string) bool {
	form, ok := strings.CutSuffix(id, ".expected")
	return ok && strings.HasPrefix(id, "form.") && slices.Contains(present, form+".occurred")
}

func TestHowManyScreensArePutToPeople(t *testing.T) {
	set, a := shipped(t)
	var b strings.Builder
	b.WriteString("# Screens put to the person after consent, of those without the offer to stop\n\n")
	b.WriteString("Written by `go test ./internal/assess -run Screens -update`. The full talk; the person stops as soon as that is offered,\n")
	b.WriteString("and what the facts do not tell is left out. Level and marks are the same either way.\n")
	total, least := 0, 0
	section := func(title string) {
		fmt.Fprintf(&b, "\n## %s\n\n| who | level | asked | of |\n|---|---|--:|--:|\n", title)
	}
	row := func(name string, k asker) {
		asked, stopped := k.hold(a)
		of, whole := k.hold(never{})
		before, after := assessed(t, a, stopped), assessed(t, a, whole)
		if diff := cmp.Diff(result{after.Level, after.Marks}, result{before.Level, before.Marks}); diff != "" {
			t.Errorf("%s: stopping changes the result: %s", name, diff)
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %d |\n", name, after.Level, asked, of)
		total, least = total+of, least+asked
	}
	section("Person types")
	for _, s := range personSheets(t) {
		row(s.Case, asker{t, set, young(s.Age), ofSheet(s)})
	}
	section("Judgments and typologies, as coded")
	for _, c := range table(t, "narratives.yaml", codedFields) {
		row(c.id, asker{t, set, c.age, ofFacts(c.present)})
	}
	section("Controls")
	for _, c := range table(t, "controls.yaml", codedFields) {
		row(c.id, asker{t, set, c.age, ofFacts(c.present)})
	}
	fmt.Fprintf(&b, "\nIn all %d of %d.\n", least, total)
	if *update {
		if err := os.WriteFile(screensFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(screensFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(kept), b.String()); diff != "" {
		t.Errorf("run with -update and look at what changed for people: %s", diff)
	}
}

// young is the age that protects more.
func young(a answers.Ages) answers.Age {
	switch {
	case a.MaybeChild() && a.Said != answers.Child && a.Officer != answers.Child:
		return answers.AgeUnsure
	case a.MaybeChild():
		return answers.Child
	}
	return answers.Adult
}

var _ interview.Judge = (*assess.Assessor)(nil)

func (never) Highest(answers.Sheet) bool { return false }
