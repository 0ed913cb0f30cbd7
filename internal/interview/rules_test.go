package interview_test

import (
	"slices"
	"strings"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"

	"github.com/google/go-cmp/cmp"
)

// yesNo makes a question whose yes shows the indicators.
func yesNo(id string, when *indicator.Condition, shows ...string) indicator.Question {
	return indicator.Question{
		ID: id, Kind: indicator.YesNo, Audience: indicator.Person, AskWhen: when,
		Options: []indicator.Option{{ID: answers.Yes, Shows: shows}, {ID: answers.No, Denies: shows}},
	}
}

func said(question string, options ...string) indicator.Condition {
	return indicator.Condition{Answer: &indicator.AnswerTest{Question: question, Options: options}}
}

// small is a plan for an interview with the given questions after consent.
func small(questions ...indicator.Question) interview.Plan {
	set := &indicator.Set{ID: "small", Questions: questions}
	var ids []string
	for _, q := range questions {
		ids = append(ids, q.ID)
		for _, o := range q.Options {
			for _, shown := range o.Shows {
				set.Indicators = append(set.Indicators, indicator.Indicator{ID: shown})
			}
		}
	}
	set.Interviews = []indicator.Interview{{ID: "small", Mode: indicator.Ask, Sections: []indicator.Section{{ID: "all", Stage: indicator.StageQuestions, Questions: ids}}}}
	return interview.Plan{
		Set: set.Index(), Interview: "small", Languages: []string{"uk"},
		Parts: []interview.Part{{ID: interview.PartInterview, Consent: true}},
	}
}

func TestClosedQuestions(t *testing.T) {
	a, b := said("a", "yes"), said("b", "yes")
	for _, c := range []struct {
		name      string
		questions []indicator.Question
		words     map[string]string
		closed    map[string]string
	}{
		{
			"a question that waits for a closed one is closed by the same answer",
			[]indicator.Question{yesNo("a", nil), yesNo("b", &a), yesNo("c", &b)},
			map[string]string{"a": "no"},
			map[string]string{"b": "a", "c": "a"},
		},
		{
			"of two answers that must both be yes the no is named",
			[]indicator.Question{yesNo("a", nil), yesNo("b", nil), yesNo("c", &indicator.Condition{All: []indicator.Condition{a, b}})},
			map[string]string{"a": "yes", "b": "no"},
			map[string]string{"c": "b"},
		},
		{
			"a negation names the yes",
			[]indicator.Question{yesNo("a", nil), yesNo("b", &indicator.Condition{Not: &a})},
			map[string]string{"a": "yes"},
			map[string]string{"b": "a"},
		},
		{
			"a fact that is denied closes what waits for it",
			[]indicator.Question{yesNo("a", nil, "danger.x"), yesNo("b", &indicator.Condition{Shown: "danger.x"})},
			map[string]string{"a": "no"},
			map[string]string{"b": "a"},
		},
		{
			"a fact nobody wants to speak of closes nothing",
			[]indicator.Question{yesNo("a", nil, "danger.x"), yesNo("b", &indicator.Condition{Shown: "danger.*"})},
			map[string]string{"a": "refused"},
			map[string]string{},
		},
		{
			"a fact that a later question could show is still open",
			[]indicator.Question{yesNo("a", nil, "need.x"), yesNo("b", &indicator.Condition{Shown: "need.x"}), yesNo("c", nil, "need.x")},
			map[string]string{"a": "no", "b": "skip", "c": "skip"},
			map[string]string{},
		},
		{
			"a question that could itself show what it waits for does not keep itself open",
			[]indicator.Question{yesNo("a", nil, "need.x"), yesNo("b", &indicator.Condition{Shown: "need.x"}, "need.x")},
			map[string]string{"a": "no"},
			map[string]string{"b": "a"},
		},
		{
			"a skipped question closes nothing",
			[]indicator.Question{yesNo("a", nil), yesNo("b", &a), yesNo("c", &indicator.Condition{Not: &a}), yesNo("d", &indicator.Condition{Answered: "a"})},
			map[string]string{"a": "skip"},
			map[string]string{},
		},
		{
			"one branch of several is enough",
			[]indicator.Question{yesNo("a", nil), yesNo("b", nil), yesNo("c", &indicator.Condition{Any: []indicator.Condition{a, b}})},
			map[string]string{"a": "no", "b": "unknown"},
			map[string]string{},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := begin(t, small(c.questions...))
			k.to(interview.StepCheck, c.words)
			if diff := cmp.Diff(c.closed, k.Closed()); diff != "" {
				t.Error(diff)
			}
			for _, q := range c.questions {
				if _, closed := c.closed[q.ID]; closed == slices.Contains(k.shown(), q.ID) {
					t.Errorf("%s: closed %v, asked %v", q.ID, closed, !closed)
				}
			}
		})
	}
}

// An answer that has left the path must not hold another question open.
func TestAnAnswerOffThePathShowsNothing(t *testing.T) {
	a := said("a", "yes")
	k := begin(t, small(yesNo("a", nil), yesNo("b", &a, "need.x"), yesNo("c", &indicator.Condition{Shown: "need.x"})))
	k.to("c", map[string]string{"a": "yes", "b": "yes"})
	k.do("back")
	k.do("back")
	k.do("no")
	k.do("typing")
	if k.Step().ID != interview.StepCheck || k.Closed()["c"] != "a" {
		t.Errorf("at %s, closed %v", k.Step().ID, k.Closed())
	}
}

func TestDangerIsMetFirstAtEachQuestionThatShowsIt(t *testing.T) {
	k := begin(t, small(yesNo("a", nil, "danger.x"), yesNo("b", nil, "danger.y"), yesNo("c", nil)))
	k.to(interview.StepCheck, map[string]string{"a": "yes", "b": "yes", "info.danger": "go-on"})
	want := []string{"interview", "a", "info.danger", "b", "info.danger", "c", "check.offer"}
	got := k.shown()
	if diff := cmp.Diff(want, got[slices.Index(got, "interview"):]); diff != "" {
		t.Error(diff)
	}
}

func TestAJumpLeavesOutNoCautionAndNoHelp(t *testing.T) {
	a := said("a", "yes")
	warned := yesNo("b", &a)
	warned.Caution = "silence-and-lawyer"
	k := begin(t, small(yesNo("a", nil, "danger.x"), warned))
	k.to(interview.StepReview, map[string]string{"a": "no", "check.offer": "yes"})
	k.do("jump:a")
	k.do("yes")
	k.do("otherwise")
	var got []string
	for k.Step().ID != interview.StepReview {
		got = append(got, k.Step().ID)
		word := usual(k.Step())
		k.do(word)
	}
	if diff := cmp.Diff([]string{"info.danger", "caution.silence-and-lawyer", "b"}, got); diff != "" {
		t.Error(diff)
	}
}

// A person who says in the review that they are under 18 gets the officer's
// page on children, the rights and the contacts, and is asked nothing again.
func TestAChildFoundInTheReview(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to(interview.StepReview, map[string]string{"check.offer": "yes", "work.began": "yes", "work.pay": "late"})
	before := k.Sheet().Answers
	asked := len(k.shown())
	k.do("jump:age.said")
	k.do("under-18")
	k.do("typing")
	if k.Step().ID != "info.child" {
		t.Fatalf("at %s, want info.child", k.Step().ID)
	}
	k.to("never", nil)
	for _, id := range k.shown()[asked+1:] {
		if q := shippedSet(t).Question(id); q != nil && slices.Contains(k.shown()[:asked], id) && id != "age.said" {
			t.Errorf("%s was asked again", id)
		}
	}
	if !slices.Contains(k.shown(), interview.StepLeaflet) || k.Outcome() != interview.Completed {
		t.Errorf("outcome %s, shown %v", k.Outcome(), k.shown()[asked:])
	}
	for id := range before {
		if _, kept := k.Sheet().Answers[id]; !kept {
			t.Errorf("the answer to %s was dropped", id)
		}
	}
}

func TestAChildFoundOnTheWayBack(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("journey.arranged", map[string]string{"danger.now": "skip"})
	for k.Step().ID != "age.said" {
		k.do("back")
	}
	asked := len(k.shown())
	k.do("under-18")
	k.do("otherwise")
	k.to("never", nil)
	for _, id := range []string{"danger.now", "age.looks", "danger.seen"} {
		if slices.Contains(k.shown()[asked:], id) {
			t.Errorf("%s was asked again", id)
		}
	}
	if n := occurrences(k.shown(), "info.child"); n != 1 {
		t.Errorf("info.child shown %d times", n)
	}
}

func TestARefusedAgeTellsTheOfficer(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("never", map[string]string{"age.said": "refused"})
	if n := occurrences(k.shown(), "info.child"); n != 1 {
		t.Errorf("info.child shown %d times", n)
	}
}

// The gates fail closed.
func TestConditionsOfTheTalk(t *testing.T) {
	preset := plan(t, "full")
	preset.Language = "vi"
	for _, c := range []struct {
		name  string
		plan  interview.Plan
		until string
		words map[string]string
		want  map[string]string
	}{
		{"nothing done is nothing met", plan(t, "full"), "language", nil, map[string]string{}},
		{"a proposed language counts when the person has confirmed it", preset, "language.confirm", nil, map[string]string{}},
		{"a confirmed language", preset, "info.ready", nil, map[string]string{"language": "own"}},
		{"skipped gates are not met", plan(t, "full"), "info.promises", map[string]string{"ready.alone": "skip", "ready.interpreter": "skip"}, map[string]string{"language": "own", "needs": "met"}},
		{"what the officer cannot tell is not met", plan(t, "full"), "info.promises", map[string]string{"ready.alone": "unknown", "ready.interpreter": "unknown"}, map[string]string{"language": "own", "needs": "met"}},
		{"not alone", plan(t, "full"), "info.promises", map[string]string{"ready.alone": "no"}, map[string]string{"language": "own", "needs": "met", "alone": "no", "interpreter": "independent"}},
		{"a first silent no counts at once", plan(t, "full"), "card.go-on", map[string]string{"card.interpreter": "no"}, map[string]string{"language": "own", "needs": "met", "alone": "yes", "interpreter": "independent", "silent-card": "no"}},
		{"a first silent yes is not yet a yes", plan(t, "full"), "card.go-on", nil, map[string]string{"language": "own", "needs": "met", "alone": "yes", "interpreter": "independent"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := begin(t, c.plan)
			k.to(c.until, c.words)
			if diff := cmp.Diff(c.want, k.Sheet().Conditions); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestConditionsThatContradictEachOtherAreUnknown(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("ready.restraint", map[string]string{"ready.alone": "no"})
	k.do("back")
	k.do("yes")
	k.do("otherwise")
	if got := k.Sheet().Conditions["alone"]; got != answers.Unknown {
		t.Errorf("alone: %q", got)
	}
}

func TestSituationAgeAndDoubtComeFromTheAnswers(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("never", map[string]string{"ready.situation": "detained+suspected", "age.looks": "adult", "doubt.reason": "rehearsed-story"})
	s := k.Sheet()
	if diff := cmp.Diff(map[string]string{"detained": "yes", "suspected": "yes"}, s.Situation); diff != "" {
		t.Error(diff)
	}
	if s.Doubt != "rehearsed-story" || s.Age != (answers.Ages{Said: answers.Adult, Officer: answers.Adult}) || s.Interview != "full" {
		t.Errorf("doubt %q, age %v, interview %q", s.Doubt, s.Age, s.Interview)
	}
}

func TestThePersonCanStopAtAnyStepBeforeTheClose(t *testing.T) {
	for _, at := range []string{"language", "info.ready", "ready.alone", "card.go-on", "danger.now", "interview", "journey.arranged", "check.offer"} {
		k := begin(t, plan(t, "full"))
		k.to(at, nil)
		k.do("stop")
		if k.Step().ID != "close.thanks" {
			t.Errorf("stop at %s leads to %s", at, k.Step().ID)
		}
		k.to("never", nil)
		if k.Outcome() != interview.Stopped || !slices.Contains(k.shown(), interview.StepLeaflet) {
			t.Errorf("stop at %s: %s, shown %v", at, k.Outcome(), k.shown())
		}
	}
}

func TestStopAtACorrectionKeepsWhatWasConfirmed(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("debt.owed", nil)
	k.do("no-debt")
	k.do("back")
	before := k.Sheet()
	k.do("works-it-off-now")
	k.do("stop")
	if diff := cmp.Diff(before.Answers, k.Sheet().Answers); diff != "" || k.Step().ID != "close.thanks" {
		t.Errorf("at %s: %s", k.Step().ID, diff)
	}
}

func TestAConsentTakenBackTakesItsPartsWithIt(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("close.referral.language", map[string]string{"close.referral": "yes"})
	k.do("back")
	k.do("back")
	k.do("no")
	for id := range k.Choices() {
		if id == "close.referral.need-help" {
			t.Errorf("%s is still allowed", id)
		}
	}
	k.to("never", map[string]string{"result.hidden": "show"})
	if slices.Contains(k.shown(), interview.StepScript) {
		t.Error("a script without referral")
	}
}

func TestTheTraceShowsCorrections(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("debt.owed", nil)
	k.do("no-debt")
	k.do("back")
	k.do("works-it-off-now")
	k.do("back")
	got := k.shown()
	if diff := cmp.Diff([]string{"debt.owed", interview.StepCorrection, "debt.owed"}, got[len(got)-3:]); diff != "" {
		t.Error(diff)
	}
}

func TestAnInstrumentThatMustNotBeReadOutIsRefused(t *testing.T) {
	set := &indicator.Set{
		Interviews:  []indicator.Interview{{ID: "aloud", Mode: indicator.Observe, Reads: []string{"tool"}}},
		Instruments: []indicator.Instrument{{ID: "tool", Mode: indicator.Ask}},
	}
	p := interview.Plan{Set: set.Index(), Interview: "aloud", Languages: []string{"uk"}}
	if _, err := interview.New(p); err != nil {
		t.Errorf("one that may be read: %v", err)
	}
	for _, mode := range []indicator.Mode{indicator.Observe, indicator.Integrate} {
		set.Instruments[0].Mode = mode
		if _, err := interview.New(p); err == nil || !strings.Contains(err.Error(), "must not be read") {
			t.Errorf("mode %s: %v", mode, err)
		}
	}
}

func TestQuestionsNeedAConsentStep(t *testing.T) {
	p := plan(t, "full")
	p.Parts = p.Parts[:2]
	if _, err := interview.New(p); err == nil {
		t.Error("a plan asks questions without asking for consent")
	}
	p.Interview = "triage"
	if _, err := interview.New(p); err != nil {
		t.Errorf("triage needs no consent: %v", err)
	}
}

func TestProgressCountsTheQuestionsOnThePath(t *testing.T) {
	a := said("a", "yes")
	p := small(yesNo("a", nil), yesNo("b", &a), yesNo("c", nil))
	for word, want := range map[string][][2]int{"yes": {{1, 3}, {2, 3}, {3, 3}}, "no": {{1, 3}, {2, 2}}} {
		k := begin(t, p)
		var got [][2]int
		for k.Step().ID != interview.StepCheck {
			if k.Step().Kind == interview.KindQuestion {
				got = append(got, [2]int{k.Step().Number, k.Step().AtMost})
				k.do(word)
				continue
			}
			k.do(usual(k.Step()))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", word, diff)
		}
	}
}

// Whoever is still in the room must not see the rights; but the rights are
// never lost for it.
func TestRightsWaitUntilThePersonIsAlone(t *testing.T) {
	for name, words := range map[string]map[string]string{
		"a silent no":              {"card.interpreter": "no"},
		"a companion who stays":    {"ready.alone": "no", "info.separate": "stop"},
		"an interpreter they know": {"ready.interpreter": "acquaintance", "info.separate": "stop"},
	} {
		k := begin(t, plan(t, "quick"))
		k.to("info.leaflet-alone", words)
		k.do("later")
		k.to("never", words)
		shown := k.shown()
		if occurrences(shown, "close.leaflet") != 1 || slices.Index(shown, "close.leaflet") < slices.Index(shown, "info.alone") {
			t.Errorf("%s: the leaflet stands wrongly in %v", name, shown)
		}
		k = begin(t, plan(t, "quick"))
		k.to("never", words)
		if occurrences(k.shown(), "close.leaflet") != 1 {
			t.Errorf("%s: no leaflet although they are alone now: %v", name, k.shown())
		}
	}
}

func TestAnObservedDangerIsSaidAtOnce(t *testing.T) {
	k := begin(t, plan(t, "observe"))
	k.to("never", map[string]string{"danger.seen": "violence", "age.looks": "under-18"})
	shown := k.shown()
	if slices.Index(shown, "info.danger") != slices.Index(shown, "danger.seen")+1 || slices.Index(shown, "info.child") != slices.Index(shown, "age.looks")+1 {
		t.Errorf("danger and child are not said at once: %v", shown)
	}
	if slices.Index(shown, "close.leaflet") < slices.Index(shown, "result.hidden") {
		t.Errorf("the leaflet comes before what must be done: %v", shown)
	}
}
