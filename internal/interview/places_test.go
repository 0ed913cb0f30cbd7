package interview_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"
)

// worked is a talk with somebody whose work has begun.
var worked = map[string]string{"work.began": "yes"}

func TestAnotherPlaceOfWorkIsAskedAboutByItself(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to(interview.StepAnother, map[string]string{"work.began": "yes", "work.hours": "long-days", "living.place": "bad"})
	k.do("yes")
	var asked []string
	for k.Step().Place == 2 && k.Step().ID != interview.StepAnother {
		asked = append(asked, k.Step().ID)
		if len(k.Step().Given) > 0 {
			t.Errorf("%s shows what was said of the first place", k.Step().ID)
		}
		word := usual(k.Step())
		if k.Step().ID == "work.hours" {
			word = "usual"
		}
		k.do(word)
	}
	want := []string{}
	for _, q := range shippedSet(t).Questions {
		if q.Episode && q.ID != "home.more" { // closed by "not in a home"
			want = append(want, q.ID)
		}
	}
	slices.Sort(asked)
	slices.Sort(want)
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Error(diff)
	}
	s := k.Sheet()
	if len(s.Episodes) != 1 || s.Answers["work.hours"][0].Option != "long-days" || s.Episodes[0].Answers["work.hours"][0].Option != "usual" {
		t.Errorf("%+v", s)
	}
	if k.Step().ID != interview.StepAnother || k.Step().Place != 3 {
		t.Errorf("at %s about %d, want the question for a third place", k.Step().ID, k.Step().Place)
	}
}

func TestWhoHasNotWorkedIsNotAskedForAnotherPlace(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("never", nil)
	if slices.Contains(k.shown(), interview.StepAnother) {
		t.Error("asked for another place without a first")
	}
}

func TestAPlaceOnceToldOfIsKept(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to(interview.StepAnother, worked)
	k.do("yes")
	k.do(usual(k.Step()))
	k.do("back")
	k.do("back")
	k.do("no") // a second thought drops nothing that was said
	if n := len(k.Sheet().Episodes); n != 1 {
		t.Errorf("%d further places", n)
	}
}

func TestTheNumberOfPlacesHasAnEnd(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to(interview.StepCheck, map[string]string{"work.began": "yes", interview.StepAnother: "yes"})
	if k.Step().ID != interview.StepCheck || k.Sheet().Places() != 5 {
		t.Errorf("at %s after %d places", k.Step().ID, k.Sheet().Places())
	}
}

func TestTheReviewLeadsToAnAnswerOfTheSecondPlace(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to(interview.StepAnother, worked)
	k.do("yes")
	for k.Step().ID != interview.StepAnother {
		k.do(usual(k.Step()))
	}
	k.do("no")
	k.to(interview.StepReview, map[string]string{interview.StepCheck: "yes"})
	k.do("jump:" + answers.Ref("work.hours", 2))
	if k.Step().ID != "work.hours" || k.Step().Place != 2 {
		t.Fatalf("at %s about %d", k.Step().ID, k.Step().Place)
	}
	k.do("long-days")
	k.do("otherwise")
	if got := k.Sheet().Given("work.hours@2"); len(got) != 2 || len(k.Sheet().Answers["work.hours"]) != 1 {
		t.Errorf("%+v", k.Sheet())
	}
}

func TestAQuickTalkThatSettlesNothingLeadsOn(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to(interview.StepMore, nil)
	k.do("go-on")
	k.to("never", nil)
	shown := k.shown()
	for _, q := range shippedSet(t).Questions {
		if n := occurrences(shown, q.ID); n > 1 {
			t.Errorf("%s was asked %d times", q.ID, n)
		}
	}
	for _, must := range []string{"promise.life", "used.at-start", "oath.sworn", "fear.return"} {
		if !slices.Contains(shown, must) {
			t.Errorf("%s was not asked", must)
		}
	}
	if k.Sheet().Interview != "full" {
		t.Errorf("held as %s", k.Sheet().Interview)
	}
}

func TestTheLongerTalkIsTheOfficersOfferAndThePersonsChoice(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to(interview.StepMore, nil)
	if k.Step().Audience != indicator.Person {
		t.Error("the person is not asked")
	}
	k.do("no")
	if k.Step().ID != interview.StepCheck || k.Sheet().Interview != "quick" {
		t.Errorf("at %s in %s", k.Step().ID, k.Sheet().Interview)
	}
	k.do("back")
	k.do("go-on")
	if k.Sheet().Interview != "full" {
		t.Error("there is no way back to yes")
	}
}

func TestNothingIsOfferedThatCouldChangeNothing(t *testing.T) {
	p := plan(t, "quick")
	p.Judge = settledAfter{"forms.any"}
	k := begin(t, p)
	k.to(interview.StepCheck, nil)
	if slices.Contains(k.shown(), interview.StepMore) {
		t.Error("more questions were offered although none could change the result")
	}
}

func TestAChildIsNotLedOn(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("never", map[string]string{"age.said": "not-sure"})
	if slices.Contains(k.shown(), interview.StepMore) {
		t.Error("a child was offered more questions")
	}
}

func TestADisclosureStopsTheTalkWithAChild(t *testing.T) {
	k := begin(t, plan(t, "child"))
	k.to("never", map[string]string{"child.told": "began-to-tell"})
	shown := k.shown()
	at := slices.Index(shown, interview.StepTold)
	if at < 0 {
		t.Fatal("nobody said to stop")
	}
	for _, id := range shown[slices.Index(shown, "child.told")+1:] {
		if q := shippedSet(t).Question(id); q != nil && q.Audience == indicator.Person {
			t.Errorf("the child was still asked %s", id)
		}
	}
	for _, not := range []string{interview.StepSecondTalk, interview.StepReferral} {
		if slices.Contains(shown, not) {
			t.Errorf("%s was shown to a child", not)
		}
	}
	if !slices.Contains(shown, interview.StepLeaflet) || !slices.Contains(shown, "observe.child") {
		t.Error("rights or observations are left out")
	}
}

// A child may begin to tell at any step; the officer stops there.
func TestAStopWithAChildSaysWhomToCall(t *testing.T) {
	for _, at := range []string{"danger.now", "needs.now"} {
		k := begin(t, plan(t, "child"))
		k.to(at, nil)
		k.do("stop")
		if k.Step().ID != interview.StepTold {
			t.Errorf("stopped at %s, then at %s", at, k.Step().ID)
		}
	}
	k := begin(t, plan(t, "full"))
	k.to("needs.now", nil)
	k.do("stop")
	if k.Step().ID == interview.StepTold {
		t.Error("an adult is treated as a child")
	}
}

func TestAfterAChangeThePersonIsAskedWhatChanged(t *testing.T) {
	for word, asked := range map[string]bool{"first-talk": false, "after-change": true, "second-talk": true, "asked-for-it": true} {
		k := begin(t, plan(t, "detention"))
		k.to("never", map[string]string{"ready.reason": word})
		if slices.Contains(k.shown(), "centre.changed") != asked {
			t.Errorf("%s: asked %v", word, !asked)
		}
	}
}

func TestInDetentionTheWarningComesBeforeFearOfReturn(t *testing.T) {
	k := begin(t, plan(t, "detention"))
	k.to("never", nil)
	shown := k.shown()
	at := slices.Index(shown, "fear.return")
	if at < 1 || shown[at-1] != "caution.return" {
		t.Errorf("%v", shown[max(0, at-2):at+1])
	}
	if at > slices.Index(shown, "journey.arranged") {
		t.Error("fear of return comes late")
	}
	if slices.Index(shown, "centre.afraid") > slices.Index(shown, "interview") {
		t.Error("who is feared in the centre is asked after consent")
	}
}

func TestDetentionIsASituationByItself(t *testing.T) {
	k := begin(t, plan(t, "detention"))
	if k.Sheet().Situation["detained"] != answers.Yes {
		t.Errorf("%v", k.Sheet().Situation)
	}
}

func TestTheNextPersonFollowsInDetention(t *testing.T) {
	k := begin(t, plan(t, "detention"))
	k.to(interview.StepEnd, nil)
	k.do(interview.OptNext)
	if k.Outcome() != interview.Completed || k.Choices()[interview.StepEnd] != interview.OptNext {
		t.Errorf("outcome %s, choices %v", k.Outcome(), k.Choices())
	}
	k = begin(t, plan(t, "full"))
	k.to(interview.StepEnd, nil)
	if len(k.Step().Options) > 0 {
		t.Errorf("%v", k.Step().Options)
	}
}

func TestAGroupIsLookedAtAsAGroup(t *testing.T) {
	for word, asked := range map[string]bool{"one-person": false, "several": true} {
		k := begin(t, plan(t, "observe"))
		k.to("never", map[string]string{"ready.group": word})
		if slices.Contains(k.shown(), "observe.group") != asked {
			t.Errorf("%s: asked %v", word, !asked)
		}
	}
}
