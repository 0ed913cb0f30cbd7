package interview_test

import (
	"fmt"
	"slices"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawAction draws an action for the step: mostly one that fits, sometimes any.
func drawAction(t *rapid.T, s interview.Step) interview.Action {
	verbs := []interview.Verb{interview.Answer, interview.Choose, interview.Next, interview.Skip, interview.Back, interview.Jump, interview.Stop, interview.Blank, interview.Pause}
	fitting := []interview.Verb{interview.Next}
	switch {
	case s.Kind == interview.KindQuestion:
		fitting = []interview.Verb{interview.Answer, interview.Answer, interview.Answer, interview.Skip, interview.Back}
	case s.Kind == interview.KindReview:
		fitting = []interview.Verb{interview.Jump, interview.Next}
	case len(s.Options) > 0:
		fitting = []interview.Verb{interview.Choose}
	}
	if !rapid.Bool().Draw(t, "any") {
		verbs = fitting
	}
	a := interview.Action{Verb: rapid.SampledFrom(verbs).Draw(t, "verb")}
	options := append(slices.Clone(s.Options), "unknown", "refused", "nonsense")
	option := rapid.SampledFrom(options).Draw(t, "option")
	switch a.Verb {
	case interview.Answer:
		a.Value = answers.Value{Option: option}
		if s.Question != nil && s.Question.Kind == indicator.List && option != "unknown" && option != "refused" {
			items := map[string]string{}
			for _, item := range rapid.SliceOfNDistinct(rapid.SampledFrom(append(slices.Clone(s.Options), "none")), 1, 3, rapid.ID[string]).Draw(t, "items") {
				items[item] = "yes"
			}
			a.Value = answers.Value{Items: items}
		}
	case interview.Choose:
		a.Option = option
	case interview.Jump:
		a.Target = option
	}
	return a
}

// TestRandomTalks: whatever is pressed, nothing breaks, only questions that
// were on the screen have answers, the store holds exactly what was confirmed,
// and closed questions are neither asked nor counted.
func TestRandomTalks(t *testing.T) {
	p := plan(t, "full")
	rapid.Check(t, func(t *rapid.T) {
		p := p
		p.Interview = rapid.SampledFrom([]string{"full", "quick", "triage", "child", "observe"}).Draw(t, "interview")
		e, err := interview.New(p)
		if err != nil {
			t.Fatal(err)
		}
		asked := map[string]bool{}
		for range rapid.IntRange(1, 500).Draw(t, "steps") {
			step := e.Step()
			if step.Kind == interview.KindQuestion {
				asked[step.ID] = true
				if by, isClosed := e.Closed()[step.ID]; isClosed {
					t.Fatalf("asks %s, which %s has closed", step.ID, by)
				}
			}
			before := e.Sheet()
			a := drawAction(t, step)
			if err := e.Do(a); err != nil {
				if diff := cmp.Diff(before, e.Sheet()); diff != "" {
					t.Fatalf("a refused %s changed the sheet: %s", a.Verb, diff)
				}
				continue
			}
			checkConfirmed(t, step, a, e)
			checkPath(t, e)
		}
		for id := range e.Sheet().Answers {
			if !asked[id] {
				t.Fatalf("%s has an answer and was never on the screen", id)
			}
		}
		before := e.Sheet()
		if e.Outcome() == interview.Running {
			if err := e.Do(interview.Action{Verb: interview.Abort}); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, e.Sheet()); diff != "" {
				t.Fatalf("ending completed something: %s", diff)
			}
		}
	})
}

// checkPath: no position stands twice on the path, and the current one is on it.
func checkPath(t *rapid.T, e *interview.Engine) {
	path, at := e.Positions()
	if !slices.Contains(path, at) {
		t.Fatalf("%s is not on the path %v", at, path)
	}
	slices.Sort(path)
	if once := slices.Compact(slices.Clone(path)); len(once) != len(path) {
		t.Fatalf("a position stands twice: %v", path)
	}
}

func checkConfirmed(t *rapid.T, step interview.Step, a interview.Action, e *interview.Engine) {
	if a.Verb != interview.Answer || e.Step().Kind == interview.KindCorrection {
		return
	}
	for _, entry := range e.Sheet().Answers[step.ID] {
		if entry.Equal(a.Value) {
			return
		}
	}
	t.Fatalf("the answer %v to %s was confirmed and is not there: %v", a.Value, step.ID, e.Sheet().Answers[step.ID])
}

// replay runs actions on a new interview, up to the first that is refused.
func replay(p interview.Plan, actions []interview.Action) (*interview.Engine, error) {
	e, err := interview.New(p)
	if err != nil {
		return nil, err
	}
	for i, a := range actions {
		if err := e.Do(a); err != nil {
			return e, fmt.Errorf("action %d at %s: %w", i, e.Step().ID, err)
		}
	}
	return e, nil
}

// TestTheSameActionsGiveTheSameTrace is what lets two conductors be compared.
func TestTheSameActionsGiveTheSameTrace(t *testing.T) {
	p := plan(t, "full")
	rapid.Check(t, func(t *rapid.T) {
		first, err := interview.New(p)
		if err != nil {
			t.Fatal(err)
		}
		var done []interview.Action
		for range rapid.IntRange(1, 120).Draw(t, "steps") {
			a := drawAction(t, first.Step())
			if first.Do(a) == nil {
				done = append(done, a)
			}
		}
		second, err := replay(p, done)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first.Trace(), second.Trace()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestBackAndForwardChangesNothing goes back some steps and answers again what
// was answered before.
func TestBackAndForwardChangesNothing(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("promise.life", map[string]string{"work.began": "yes", "forms.any": "begging", "work.pay": "late"})
	before, at := k.Sheet(), k.Step().ID
	for range 12 {
		k.do("back")
	}
	for k.Step().ID != at {
		if s := k.Step(); s.Kind == interview.KindQuestion {
			if err := k.Do(interview.Action{Verb: interview.Answer, Value: s.Given[0].Value}); err != nil {
				t.Fatal(err)
			}
			continue
		}
		k.do("next")
	}
	if diff := cmp.Diff(before, k.Sheet()); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkTalk(b *testing.B) {
	p := plan(b, "full")
	for b.Loop() {
		e, err := interview.New(p)
		if err != nil {
			b.Fatal(err)
		}
		for e.Outcome() == interview.Running {
			if err := e.Do(action(e.Step(), usual(e.Step()))); err != nil {
				b.Fatal(err)
			}
		}
	}
}
