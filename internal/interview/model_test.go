package interview_test

import (
	"slices"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// model is what must be kept, told again in the simplest way: every confirmed
// answer, corrected as the person said.
type model struct {
	kept    answers.Sheet
	id      string
	pending *answers.Entry
}

func (m *model) do(step interview.Step, a interview.Action) {
	switch {
	case step.Kind == interview.KindCorrection && a.Option == interview.OptTyping:
		m.kept.Replace(m.id, *m.pending)
		m.pending = nil
	case step.Kind == interview.KindCorrection && a.Option == interview.OptOtherwise:
		m.kept.Add(m.id, *m.pending)
		m.pending = nil
	case a.Verb == interview.Answer:
		entry := answers.Entry{Value: a.Value, Source: answers.Said}
		if step.Question.Audience == indicator.Officer {
			entry.Source = answers.Observed
		}
		same := func(old answers.Entry) bool { return old.Equal(a.Value) }
		ref := answers.Ref(step.ID, step.Place)
		if old := m.kept.Given(ref); len(old) > 0 && !slices.ContainsFunc(old, same) {
			m.id, m.pending = ref, &entry
			return
		}
		m.kept.Add(ref, entry)
	}
}

// counted are the kept answers whose questions are not closed, by reference.
func (m *model) counted(closed map[string]string) map[string][]answers.Entry {
	all := byRef(m.kept)
	for ref := range closed {
		delete(all, ref)
	}
	return all
}

// byRef lists the answers of all places of work.
func byRef(s answers.Sheet) map[string][]answers.Entry {
	all := map[string][]answers.Entry{}
	for place := answers.First; place <= s.Places(); place++ {
		for id, entries := range s.At(place) {
			all[answers.Ref(id, place)] = entries
		}
	}
	return all
}

// TestTheSheetIsWhatWasConfirmed holds the engine against the model, and then
// walks on to the end: from everywhere the way leads over the rights.
func TestTheSheetIsWhatWasConfirmed(t *testing.T) {
	p := plan(t, "full")
	rapid.Check(t, func(t *rapid.T) {
		p := p
		p.Interview = rapid.SampledFrom([]string{"full", "quick", "triage", "detention", "child", "observe"}).Draw(t, "interview")
		p.Language = rapid.SampledFrom([]string{"", "vi"}).Draw(t, "language")
		p.Judge = settledAfter{rapid.SampledFrom([]string{"debt.owed", "never"}).Draw(t, "settled after")}
		e, err := interview.New(p)
		if err != nil {
			t.Fatal(err)
		}
		var m model
		for range rapid.IntRange(0, 60).Draw(t, "quiet steps") {
			step := e.Step()
			if a := action(step, usual(step)); e.Do(a) == nil {
				m.do(step, a)
			}
		}
		for range rapid.IntRange(1, 100).Draw(t, "steps") {
			step := e.Step()
			a := drawAction(t, step)
			if e.Do(a) == nil {
				m.do(step, a)
			}
			if diff := cmp.Diff(m.counted(e.Closed()), byRef(e.Sheet())); diff != "" {
				t.Fatalf("after %s at %s: %s", a.Verb, step.ID, diff)
			}
		}
		walkOut(t, e)
	})
}

func walkOut(t *rapid.T, e *interview.Engine) {
	for range 200 {
		if e.Outcome() != interview.Running {
			break
		}
		word := usual(e.Step())
		if e.Step().Kind == interview.KindCorrection {
			word = interview.OptOtherwise
		}
		if err := e.Do(action(e.Step(), word)); err != nil {
			t.Fatalf("%s at %s: %v", word, e.Step().ID, err)
		}
	}
	rights := func(ev interview.Event) bool { return ev.Step == interview.StepLeaflet }
	if e.Outcome() == interview.Running || !slices.ContainsFunc(e.Trace(), rights) {
		last := e.Trace()
		t.Fatalf("outcome %s at %s; rights shown: %v; at last %v", e.Outcome(), e.Step().ID, slices.ContainsFunc(last, rights), last[max(0, len(last)-4):])
	}
}

func TestNoConsentRemovesNoAnswer(t *testing.T) {
	p := plan(t, "full")
	rapid.Check(t, func(t *rapid.T) {
		e, err := interview.New(p)
		if err != nil {
			t.Fatal(err)
		}
		for e.Step().ID != interview.PartInterview && e.Outcome() == interview.Running {
			a := action(e.Step(), usual(e.Step()))
			if drawn := drawAction(t, e.Step()); e.Step().Kind == interview.KindQuestion && drawn.Verb == interview.Answer {
				a = drawn
			}
			_ = e.Do(a)
		}
		if e.Outcome() != interview.Running {
			return // a child is not asked for consent
		}
		before := e.Sheet().Answers
		option := rapid.SampledFrom([]string{answers.No, interview.OptLater}).Draw(t, "consent")
		if err := e.Do(interview.Action{Verb: interview.Choose, Option: option}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(before, e.Sheet().Answers); diff != "" {
			t.Fatal(diff)
		}
	})
}
