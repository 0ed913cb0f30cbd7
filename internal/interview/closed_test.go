package interview_test

import (
	"testing"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/interview"

	"pgregory.net/rapid"
)

// TestWhatIsClosedForTheResultIsClosedInTheTalk compares the two readers of
// ask-when. What the assessment takes for closed by an answer must never have
// been asked on the path: its answer would be lost. The talk closes more, and
// only where a list has an item that was not ticked, or was declined as a whole:
// for the result that item is not known, in the talk it opens no details.
func TestWhatIsClosedForTheResultIsClosedInTheTalk(t *testing.T) {
	p := plan(t, "full")
	assessor, err := assess.Compile(p.Set)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		p := p
		p.Interview = rapid.SampledFrom([]string{"full", "quick"}).Draw(t, "interview")
		e := drawTalk(t, p)
		sheet, here := e.Sheet(), e.Closed()
		there, err := assessor.Closed(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for id, by := range there {
			if len(sheet.Answers[id]) > 0 {
				t.Fatalf("%s has an answer on the path and is closed by %s for the result", id, by)
			}
			if of := p.Set.Interview(sheet.Interview); contains(of, id) && here[id] == "" {
				t.Fatalf("%s is closed by %s for the result and open in the talk", id, by)
			}
		}
		for id, by := range here {
			if there[id] == "" && !leftOpen(p.Set.Question(by), sheet.Answers[by]) {
				t.Fatalf("%s is closed by %s in the talk only", id, by)
			}
		}
	})
}

// drawTalk goes through a talk with drawn answers and the usual way elsewhere.
func drawTalk(t *rapid.T, p interview.Plan) *interview.Engine {
	e, err := interview.New(p)
	if err != nil {
		t.Fatal(err)
	}
	for range rapid.IntRange(20, 120).Draw(t, "steps") {
		var a interview.Action
		switch step := e.Step(); step.Kind {
		case interview.KindQuestion:
			a = drawAction(t, step)
		case interview.KindCorrection:
			a = action(step, rapid.SampledFrom(step.Options).Draw(t, "correction"))
		default:
			a = action(step, usual(step))
		}
		_ = e.Do(a) // what is refused changes nothing
	}
	return e
}

func contains(iv *indicator.Interview, id string) bool {
	for _, q := range iv.Questions() {
		if q == id {
			return true
		}
	}
	return false
}

// leftOpen reports whether an answer to a list leaves some of its items unsaid.
func leftOpen(q *indicator.Question, entries []answers.Entry) bool {
	if q.Kind != indicator.List {
		return false
	}
	for _, entry := range entries {
		if entry.Option != "" || entry.Items[answers.None] != answers.Yes {
			return true
		}
	}
	return false
}
