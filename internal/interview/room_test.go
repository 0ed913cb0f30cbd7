package interview_test

import (
	"slices"
	"testing"

	"cesta/internal/indicator"
	"cesta/internal/interview"

	"github.com/google/go-cmp/cmp"
)

func TestTheOfficerTakesTheScreenBeforeTheirOwnQuestions(t *testing.T) {
	for _, c := range []struct {
		name, interview string
		words           map[string]string
		want            []string // the steps between age.said and danger.seen or "who"
	}{
		{"after the person's last question", "full", nil, []string{"age.said", "info.yours", "age.looks", "danger.seen"}},
		{"also behind a page for the officer", "full", map[string]string{"age.said": "under-18"}, []string{"age.said", "info.child", "info.yours", "child.told", "age.looks", "danger.seen"}},
		{"once for all in a row", "full", map[string]string{"age.looks": "under-18"}, []string{"age.said", "info.yours", "age.looks", "info.child", "child.told", "danger.seen"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := begin(t, plan(t, c.interview))
			k.to("danger.seen", c.words)
			if diff := cmp.Diff(c.want, k.behind("age.said")); diff != "" {
				t.Error(diff)
			}
			k.to("never", nil)
			if n := occurrences(k.shown(), interview.StepYours); n != 1 {
				t.Errorf("shown %d times", n)
			}
		})
	}
}

func TestNoPageWhereTheOfficerHasTheScreen(t *testing.T) {
	k := begin(t, plan(t, "observe"))
	k.to("never", nil)
	seen := yesNo("seen", nil)
	seen.Audience = indicator.Officer
	p := small(seen)
	p.Set.Interviews[0].Sections[0].Stage = indicator.StageTriage
	first := begin(t, p)
	first.to("never", nil)
	for _, shown := range [][]string{k.shown(), first.shown()} {
		if slices.Contains(shown, interview.StepYours) {
			t.Errorf("shown %v", shown)
		}
	}
}

// Who reads the person's page must not come to what the officer has noted.
func TestBackFromThePersonsPageStopsBeforeTheOfficersQuestions(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("who", nil)
	k.do("back")
	if k.Step().ID != interview.StepYours {
		t.Errorf("at %s", k.Step().ID)
	}
	k.to("danger.seen", nil)
	k.do("back")
	if k.Step().ID != "age.looks" {
		t.Errorf("the officer's back leads to %s", k.Step().ID)
	}
}

func TestBackTakesAStopAtTheOfficersQuestionBack(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("age.looks", nil)
	k.do("stop")
	k.do("back")
	k.do("next")
	k.do("adult")
	if k.Step().ID != "danger.seen" {
		t.Errorf("at %s", k.Step().ID)
	}
}

// The page comes again when a jump opens one more question for the officer.
func TestAJumpToAQuestionOfTheOfficerLeavesOutNoPage(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("check.review", map[string]string{"check.offer": "yes"})
	k.do("jump:age.said")
	k.do("under-18")
	k.do("otherwise")
	from := len(k.shown()) - 1
	k.to("danger.seen", nil)
	if diff := cmp.Diff([]string{"info.child", "info.yours", "child.told", "danger.seen"}, k.shown()[from:]); diff != "" {
		t.Error(diff)
	}
}

func TestACompanionIsSeparatedFirst(t *testing.T) {
	for _, c := range []struct {
		name  string
		words map[string]string
		want  []string // between the checklist and the promises
	}{
		{"all is met", nil, nil},
		{"somebody is in the room", map[string]string{"ready.alone": "no"}, []string{"info.separate"}},
		{"the officer cannot tell whether they are alone", map[string]string{"ready.alone": "unknown"}, []string{"info.separate"}},
		{"whether they are alone was left out", map[string]string{"ready.alone": "skip"}, []string{"info.separate"}},
		{"a companion interprets", map[string]string{"ready.interpreter": "acquaintance"}, []string{"info.separate"}},
		{"nobody has checked who interprets", map[string]string{"ready.interpreter": "not-checked"}, []string{"info.separate"}},
		{"no interpreter", map[string]string{"ready.interpreter": "none-needed"}, nil},
		{"needs come first", map[string]string{"ready.needs-met": "no"}, []string{"info.needs"}},
		{"both", map[string]string{"ready.needs-met": "no", "ready.alone": "no"}, []string{"info.needs", "info.separate"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := begin(t, plan(t, "full"))
			k.to("info.promises", c.words)
			if diff := cmp.Diff(c.want, between(k.shown(), "ready.situation", "info.promises")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func between(list []string, first, last string) []string {
	from, to := slices.Index(list, first)+1, slices.Index(list, last)
	return append([]string(nil), list[from:to]...)
}

func TestWhoCannotBeAloneGetsTheLeafletAndNoQuestion(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to(interview.StepSeparate, map[string]string{"ready.interpreter": "acquaintance"})
	k.do("stop")
	k.to("never", nil)
	if k.Outcome() != interview.Stopped || k.Ending() != interview.Stopped {
		t.Errorf("outcome %s", k.Outcome())
	}
	for _, id := range []string{"card.go-on", "danger.now", "interview", "close.second-talk", "close.referral"} {
		if slices.Contains(k.shown(), id) {
			t.Errorf("%s was shown beside a companion", id)
		}
	}
	for _, id := range []string{"close.leaflet", "info.alone", "age.looks", "observe.control"} {
		if occurrences(k.shown(), id) != 1 {
			t.Errorf("%s shown %d times", id, occurrences(k.shown(), id))
		}
	}
}

func TestGoingOnWithACompanionLeavesTheConditionAsItIs(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("never", map[string]string{"ready.alone": "no"})
	if k.Outcome() != interview.Completed || k.Sheet().Conditions["alone"] != "no" {
		t.Errorf("outcome %s, conditions %v", k.Outcome(), k.Sheet().Conditions)
	}
}

func TestEndingSaysBeforeTheEndHowItEnds(t *testing.T) {
	for _, words := range []map[string]string{nil, {"interview": "later"}, {"card.go-on": "no"}, {"info.danger": "stop", "danger.now": "medical"}} {
		k := begin(t, plan(t, "full"))
		k.to(interview.StepEnd, words)
		before := k.Ending()
		k.to("never", nil)
		if before != k.Outcome() {
			t.Errorf("%v: %s before the end, %s after it", words, before, k.Outcome())
		}
	}
}
