package interview_test

import (
	"slices"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/interview"

	"github.com/google/go-cmp/cmp"
)

// behind gives what was shown from the step on, but for the page that only says
// that a silent "no" was one.
func (k talk) behind(step string) []string {
	shown := k.shown()
	shown = shown[max(slices.Index(shown, step), 0):]
	return slices.DeleteFunc(slices.Clone(shown), func(id string) bool { return id == "info.after-no" })
}

func TestTheOfficerIsAskedLateWhatTheTriageLeftOpen(t *testing.T) {
	for _, c := range []struct {
		name, interview string
		until           string // where the word is said
		word            string
		words           map[string]string
		want            []string // the steps from info.alone on
	}{
		{"after a silent no", "full", "card.go-on", "no", nil, []string{"age.looks", "danger.seen", "observe.control"}},
		{"of the interview that is held", "quick", "card.go-on", "no", nil, []string{"age.looks", "observe.control"}},
		{"in the child's own interview", "child", "card.go-on", "no", nil, []string{"age.looks", "danger.seen", "observe.control"}},
		{"where no language fits", "full", "language.other", "stop", map[string]string{"language": "other"}, []string{"age.looks", "danger.seen", "observe.control"}},
		{"where the person cannot be alone", "full", "info.separate", "stop", map[string]string{"ready.alone": "no"}, []string{"age.looks", "danger.seen", "observe.control"}},
		{"after a stop for danger", "full", "info.danger", "stop", map[string]string{"danger.now": "medical"}, []string{"age.looks", "danger.seen", "observe.control"}},
		{"after the person's stop", "full", "age.said", "stop", nil, []string{"age.looks", "danger.seen", "observe.control"}},
		{"after a stop at the very question", "full", "age.looks", "stop", nil, []string{"age.looks", "danger.seen", "observe.control"}},
		{"after a stop between two of them", "full", "danger.seen", "stop", nil, []string{"danger.seen", "observe.control"}},
		{"after refused consent what was left out", "full", "interview", "no", map[string]string{"danger.seen": "skip"}, []string{"danger.seen", "observe.control"}},
		{"nothing twice", "full", "interview", "no", nil, []string{"observe.control", "observe.made-to"}},
		{"nothing twice after a whole talk", "full", "info.alone", "next", nil, []string{"observe.control", "observe.made-to"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := begin(t, plan(t, c.interview))
			k.to(c.until, c.words)
			k.do(c.word)
			k.to("result.hidden", nil)
			got := k.behind("info.alone")
			if diff := cmp.Diff(c.want, got[1:1+len(c.want)]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAChildIsSeenHoweverTheTalkEnded(t *testing.T) {
	for name, end := range map[string]struct{ step, word string }{
		"silent no":           {"card.go-on", "no"},
		"stop before the age": {"age.said", "stop"},
		"stop at the age":     {"age.looks", "stop"},
		"age left out":        {"close.thanks", "next"},
	} {
		for _, id := range []string{"full", "quick", "triage"} {
			k := begin(t, plan(t, id))
			k.to(end.step, map[string]string{"age.looks": "skip", "danger.seen": "skip"})
			k.do(end.word)
			k.to("info.alone", nil)
			k.to("never", map[string]string{"age.looks": "not-sure", "danger.seen": "wants-to-die"})
			after := k.behind("info.alone")
			if diff := cmp.Diff([]string{"info.alone", "age.looks", "info.child", "danger.seen"}, after[:4]); diff != "" {
				t.Errorf("%s, %s: %s", name, id, diff)
			}
			if n := occurrences(k.shown(), interview.StepChild); n != 1 {
				t.Errorf("%s, %s: info.child shown %d times", name, id, n)
			}
			s := k.Sheet()
			if s.Age.Officer != answers.AgeUnsure || s.Interview != "child" || s.Answers["danger.seen"][0].Items["wants-to-die"] != answers.Yes {
				t.Errorf("%s, %s: sheet %+v", name, id, s)
			}
		}
	}
}

func TestAChildKnownBeforeIsNotToldTwice(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to(interview.StepChild, map[string]string{"age.said": "under-18"})
	k.do("next")
	k.do("stop")
	k.to("never", map[string]string{"age.looks": "under-18"})
	if n := occurrences(k.shown(), interview.StepChild); n != 1 {
		t.Errorf("info.child shown %d times", n)
	}
}

// What the person has allowed stays allowed when the officer notes a doubt.
func TestALateDoubtTakesNoReferralBack(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("age.said", nil)
	k.do("stop")
	k.to("never", map[string]string{"close.referral": "yes", "age.looks": "under-18", "result.hidden": "show"})
	if !slices.Contains(k.shown(), interview.StepScript) {
		t.Error("no script although the person wants an organisation to be told")
	}
}

func TestALateAnswerCanBeGoneBackToAndCorrected(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("age.looks", map[string]string{"card.go-on": "no"})
	k.do("under-18")
	k.do("next") // the page about children
	if k.Step().ID != "danger.seen" {
		t.Fatalf("at %s", k.Step().ID)
	}
	k.do("back")
	k.do("back")
	if k.Step().ID != "age.looks" || len(k.Step().Given) != 1 {
		t.Fatalf("at %s with %v", k.Step().ID, k.Step().Given)
	}
	k.do("adult")
	k.do("typing")
	if k.Step().ID != "observe.control" || k.Sheet().Interview != "quick" {
		t.Errorf("at %s in %s", k.Step().ID, k.Sheet().Interview)
	}
}
