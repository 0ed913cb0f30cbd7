package interview_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"cesta/indicators"
	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"

	"github.com/google/go-cmp/cmp"
)

// loadShipped reads the shipped set once; the engine never changes it.
var loadShipped = sync.OnceValues(func() (*indicator.Set, error) { return indicator.Load(indicators.Files) })

func shippedSet(t testing.TB) *indicator.Set {
	t.Helper()
	set, err := loadShipped()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func plan(t testing.TB, id string) interview.Plan {
	return interview.Plan{
		Set: shippedSet(t), Interview: id, Languages: []string{"cs", "en", "uk", "vi"},
		Parts:         []interview.Part{{ID: "who"}, {ID: "kept"}, {ID: "interview", Consent: true}},
		ReferralItems: []string{"need-help", "language"},
	}
}

// talk drives an engine in tests by words: "3" is not an answer here but
// "uk", "next", "yes", "skip", "back", "stop" and option ids are.
type talk struct {
	t *testing.T
	*interview.Engine
}

func begin(t *testing.T, p interview.Plan) talk {
	t.Helper()
	e, err := interview.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return talk{t, e}
}

// do carries out one word at the current step.
func (k talk) do(word string) {
	k.t.Helper()
	if err := k.Do(action(k.Step(), word)); err != nil {
		k.t.Fatalf("%s at %s: %v", word, k.Step().ID, err)
	}
}

func action(s interview.Step, word string) interview.Action {
	if s.Kind != interview.KindQuestion && slices.Contains(s.Options, word) {
		return interview.Action{Verb: interview.Choose, Option: word}
	}
	switch word {
	case "next", "skip", "back", "stop", "abort", "blank", "unblank", "pause", "resume":
		return interview.Action{Verb: interview.Verb(word)}
	}
	if target, ok := strings.CutPrefix(word, "jump:"); ok {
		return interview.Action{Verb: interview.Jump, Target: target}
	}
	return interview.Action{Verb: interview.Answer, Value: value(s.Question, word)}
}

func value(q *indicator.Question, word string) answers.Value {
	if q.Kind != indicator.List || word == "unknown" || word == "refused" {
		return answers.Value{Option: word}
	}
	items := map[string]string{}
	for _, item := range strings.Split(word, "+") {
		items[item] = "yes"
	}
	return answers.Value{Items: items}
}

// usual is what a person would do who has nothing to report: the way through
// any step that a test does not name.
func usual(s interview.Step) string {
	switch {
	case len(s.Options) == 0 || s.Kind == interview.KindReview:
		return "next"
	case s.Kind == interview.KindQuestion && s.Question.Kind == indicator.List:
		return "none"
	}
	if s.ID == interview.StepAnother || s.ID == interview.StepMore {
		return "no"
	}
	for _, quiet := range []string{"first-talk", "one-person", "nothing", "uk", "go-on", "finish", "adult", "professional", "nobody", "always-had-it", "no-debt", "free", "none-or-freely", "no-doubt", "usual", "can-go", "not-in-a-home", "planned"} {
		if slices.Contains(s.Options, quiet) {
			return quiet
		}
	}
	quiet := s.ID == interview.StepCheck || s.ID == interview.StepReferral || (s.Kind == interview.KindQuestion && s.Audience == indicator.Person)
	return map[bool]string{true: "no", false: "yes"}[quiet]
}

// to walks the usual way, with given words at named steps, until the step.
func (k talk) to(step string, words map[string]string) {
	k.t.Helper()
	for range 300 {
		if k.Step().ID == step || k.Outcome() != interview.Running {
			return
		}
		word := usual(k.Step())
		if w, ok := words[k.Step().ID]; ok {
			word = w
		}
		k.do(word)
	}
	k.t.Fatalf("never came to %s; at %s", step, k.Step().ID)
}

func (k talk) shown() []string {
	var ids []string
	for _, ev := range k.Trace() {
		if ev.Verb == "" {
			ids = append(ids, ev.Step)
		}
	}
	return ids
}

func TestTheOrderOfTheTalk(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("never", nil)
	if k.Outcome() != interview.Completed {
		t.Fatalf("outcome %s at %s", k.Outcome(), k.Step().ID)
	}
	want := []string{"language", "info.ready", "ready.alone", "info.promises", "info.sign", "card.hand-over", "card.interpreter", "card.go-on", "card.thanks", "card.hand-back",
		"danger.now", "age.said", "age.looks", "who", "kept", "interview", "journey.arranged", "work.began", "caution.return", "fear.return", "caution.silence-and-lawyer", "forms.any",
		"check.offer", "close.thanks", "close.next", "close.leaflet", "close.carry", "close.second-talk", "close.referral", "info.alone", "observe.control", "doubt.reason", "result.hidden", "end"}
	var got []string
	for _, id := range k.shown() {
		if slices.Contains(want, id) {
			got = append(got, id)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestClosedQuestionsAreNotAskedAndNeverBecomeNo(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("check.offer", map[string]string{"work.began": "no"})
	for _, id := range []string{"work.pay", "documents.kept-at-work", "threat.now"} {
		if slices.Contains(k.shown(), id) {
			t.Errorf("%s was asked although no work has begun", id)
		}
		if _, answered := k.Sheet().Answers[id]; answered {
			t.Errorf("%s has an answer nobody gave", id)
		}
		if k.Closed()[id] != "work.began" {
			t.Errorf("%s is closed by %q, want work.began", id, k.Closed()[id])
		}
	}
}

func TestUnknownMeansAsk(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("check.offer", map[string]string{"work.began": "refused"})
	for _, id := range []string{"work.pay", "threat.now", "threat.before"} {
		if !slices.Contains(k.shown(), id) {
			t.Errorf("%s was not asked although the answer that decides it was refused", id)
		}
	}
}

func TestAnItemThatWasNotTickedOpensNothing(t *testing.T) {
	for _, word := range []string{"begging", "refused"} {
		k := begin(t, plan(t, "full"))
		k.to("check.offer", map[string]string{"forms.any": word})
		if slices.Contains(k.shown(), "intimate.more") {
			t.Errorf("forms.any %s opened intimate.more", word)
		}
	}
}

func TestBackOverABranchKeepsAnswersAndTakesThemOffThePath(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("work.pay", map[string]string{"work.began": "yes", "documents.kept-at-work": "kept-from-me"})
	for k.Step().ID != "work.began" {
		k.do("back")
	}
	k.do("no")
	k.do("typing")
	if _, on := k.Sheet().Answers["documents.kept-at-work"]; on {
		t.Error("an answer off the path counts")
	}
	k.do("back")
	if k.Step().ID != "work.began" {
		t.Fatalf("at %s", k.Step().ID)
	}
	k.do("yes")
	k.do("otherwise")
	if got := k.Sheet().Answers["documents.kept-at-work"]; len(got) != 1 || got[0].Option != "kept-from-me" {
		t.Errorf("the answer did not come back with its branch: %v", got)
	}
}

// Never 3: whoever says "no" and later "yes" keeps everything told before.
func TestAContradictionTakesNoAnswerOffThePath(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("forms.any", map[string]string{"work.began": "no", "threat.before": "hurt-me"})
	for k.Step().ID != "work.began" {
		k.do("back")
	}
	k.do("yes")
	k.do("otherwise")
	if _, on := k.Sheet().Answers["threat.before"]; !on {
		t.Error("saying otherwise took an answer off the path")
	}
}

func TestBackFromAnUnansweredQuestion(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("work.began", nil)
	k.do("back")
	if k.Step().ID != "promise.work" || len(k.Step().Given) != 1 {
		t.Errorf("at %s with %v", k.Step().ID, k.Step().Given)
	}
}

func TestCorrections(t *testing.T) {
	for _, c := range []struct {
		kind string
		want []string
	}{{"typing", []string{"must-work-it-off-later"}}, {"otherwise", []string{"no-debt", "must-work-it-off-later"}}} {
		k := begin(t, plan(t, "quick"))
		k.to("debt.owed", nil)
		k.do("no-debt")
		k.do("back")
		k.do("must-work-it-off-later")
		if k.Step().Kind != interview.KindCorrection {
			t.Fatalf("at %s, want the correction", k.Step().ID)
		}
		k.do(c.kind)
		var got []string
		for _, e := range k.Sheet().Answers["debt.owed"] {
			got = append(got, e.Option)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.kind, diff)
		}
	}
}

func TestTheSameAnswerAgainIsNoCorrection(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("debt.owed", nil)
	k.do("no-debt")
	k.do("back")
	k.do("no-debt")
	if k.Step().Kind == interview.KindCorrection {
		t.Error("the same answer asks for a correction")
	}
}

func TestBackFromACorrectionLeavesEverything(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("debt.owed", nil)
	k.do("no-debt")
	k.do("back")
	before := k.Sheet()
	k.do("works-it-off-now")
	k.do("back")
	if diff := cmp.Diff(before, k.Sheet()); diff != "" || k.Step().ID != "debt.owed" {
		t.Errorf("at %s: %s", k.Step().ID, diff)
	}
}

func TestRefusedConsentLeadsToRightsAndKeepsTriage(t *testing.T) {
	for _, word := range []string{"no", "later"} {
		k := begin(t, plan(t, "full"))
		k.to("interview", map[string]string{"danger.now": "medical"})
		k.do(word)
		k.to("close.leaflet", nil)
		if slices.Contains(k.shown(), "journey.arranged") {
			t.Error("a question was asked without consent")
		}
		if !slices.Contains(k.shown(), "close.leaflet") {
			t.Error("no rights after refused consent")
		}
		if k.Sheet().Answers["danger.now"][0].Items["medical"] != "yes" {
			t.Error("the triage answer was lost")
		}
		k.to("never", nil)
		if k.Outcome() != interview.Refused {
			t.Errorf("outcome %s", k.Outcome())
		}
	}
}

func TestStopLeadsToRightsAndContacts(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("work.began", nil)
	k.do("stop")
	if k.Step().ID != "close.thanks" {
		t.Fatalf("at %s", k.Step().ID)
	}
	k.do("back")
	if k.Step().ID != "work.began" {
		t.Fatalf("back from the close leads to %s, want the question", k.Step().ID)
	}
	k.do("no")
	if k.Step().ID != "work.waiting" {
		t.Errorf("the talk does not go on after the stop was taken back: %s", k.Step().ID)
	}
	k.do("stop")
	k.to("never", nil)
	if k.Outcome() != interview.Stopped || !slices.Contains(k.shown(), "close.leaflet") {
		t.Errorf("outcome %s", k.Outcome())
	}
}

func TestAbortEndsAtOnceAndCompletesNothing(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("work.began", nil)
	before := k.Sheet()
	k.do("abort")
	if k.Outcome() != interview.Unfinished {
		t.Errorf("outcome %s", k.Outcome())
	}
	if diff := cmp.Diff(before, k.Sheet()); diff != "" {
		t.Error(diff)
	}
	if err := k.Do(interview.Action{Verb: interview.Next}); !errors.Is(err, interview.ErrOver) {
		t.Errorf("after the end: %v", err)
	}
}

// A bystander must not be able to tell a silent "no" from a "yes".
func TestTheSilentNoLooksLikeAYes(t *testing.T) {
	way := func(interpreter, goOn string) ([]string, talk) {
		k := begin(t, plan(t, "full"))
		k.to("card.thanks", map[string]string{"card.interpreter": interpreter, "card.go-on": goOn})
		return k.shown(), k
	}
	yes, k := way("yes", "yes")
	if k.Step().Sign {
		t.Error("the sign is shown after yes and yes")
	}
	for _, c := range [][2]string{{"no", "yes"}, {"yes", "no"}, {"no", "no"}} {
		no, k := way(c[0], c[1])
		if diff := cmp.Diff(yes, no); diff != "" {
			t.Errorf("%v: other steps: %s", c, diff)
		}
		if !k.Step().Sign {
			t.Errorf("%v: no sign for the officer", c)
		}
		k.do("next")
		if k.Step().ID != "card.pause" || k.Sheet().Conditions["silent-card"] != "no" {
			t.Errorf("%v: at %s, conditions %v", c, k.Step().ID, k.Sheet().Conditions)
		}
		k.to("never", nil)
		if slices.Contains(k.shown(), "danger.now") || slices.Contains(k.shown(), "close.referral") || !slices.Contains(k.shown(), "close.leaflet") {
			t.Errorf("%v: wrong way after the pause: %v", c, k.shown())
		}
	}
}

func TestWithoutInterpreterOnlyOneSilentQuestion(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("danger.now", map[string]string{"ready.interpreter": "none-needed"})
	if slices.Contains(k.shown(), "card.interpreter") || k.Sheet().Conditions["interpreter"] != "none" {
		t.Errorf("shown %v", k.shown())
	}
}

func TestDoubtAboutAgeLeadsToTheChildInterview(t *testing.T) {
	for id, word := range map[string]string{"age.said": "under-18", "age.looks": "not-sure"} {
		k := begin(t, plan(t, "full"))
		k.to("never", map[string]string{id: word, "danger.now": "others-held"})
		shown := k.shown()
		for _, not := range []string{"journey.arranged", "interview", "close.second-talk", "close.referral"} {
			if slices.Contains(shown, not) {
				t.Errorf("%s %s: %s was shown to a child", id, word, not)
			}
		}
		for _, must := range []string{"info.child", "observe.made-to", "close.leaflet"} {
			if n := occurrences(shown, must); n != 1 {
				t.Errorf("%s %s: %s shown %d times", id, word, must, n)
			}
		}
		for _, q := range []string{"danger.now", "needs.now", "age.said", "age.looks", "ready.alone"} {
			if n := occurrences(shown, q); n != 1 {
				t.Errorf("%s %s: %s asked %d times", id, word, q, n)
			}
		}
		s := k.Sheet()
		if s.Interview != "child" || !s.Age.MaybeChild() || s.Answers["danger.now"] == nil {
			t.Errorf("%s %s: sheet %+v", id, word, s)
		}
	}
}

func occurrences(list []string, s string) (n int) {
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

func TestUnknownAgeIsDoubt(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("age.looks", map[string]string{"age.said": "refused"})
	if !k.Sheet().Age.MaybeChild() {
		t.Error("a refused age counts as adult")
	}
}

func TestDangerComesFirst(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("info.danger", map[string]string{"danger.now": "captor-near"})
	k.do("stop")
	if k.Step().ID != "close.thanks" {
		t.Errorf("at %s", k.Step().ID)
	}
}

func TestReviewJumpsAndComesBackOverNewQuestions(t *testing.T) {
	k := begin(t, plan(t, "quick"))
	k.to("check.review", map[string]string{"check.offer": "yes"})
	k.do("jump:work.began")
	k.do("yes")
	k.do("otherwise")
	if k.Step().ID != "documents.kept-at-work" {
		t.Fatalf("at %s, want the question that the new answer opened", k.Step().ID)
	}
	for k.Step().ID != "check.review" {
		k.do(usual(k.Step()))
	}
	if err := k.Do(interview.Action{Verb: interview.Jump, Target: "fear.return"}); !errors.Is(err, interview.ErrNoSuchStep) {
		t.Errorf("jump to a question that was not asked: %v", err)
	}
}

func TestReviewShowsThePersonOnlyTheirOwnAnswers(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("check.review", map[string]string{"check.offer": "yes"})
	for _, ref := range k.Step().Options {
		id, _ := answers.SplitRef(ref)
		if shippedSet(t).Question(id).Audience == indicator.Officer {
			t.Errorf("the review shows the officer's %s", id)
		}
	}
}

func TestObserveAsksThePersonNothing(t *testing.T) {
	k := begin(t, plan(t, "observe"))
	k.to("never", nil)
	for _, ev := range k.Trace() {
		if q := shippedSet(t).Question(ev.Step); q != nil && q.Audience == indicator.Person {
			t.Errorf("observe asked %s", ev.Step)
		}
	}
	if !slices.Contains(k.shown(), "close.leaflet") || k.Outcome() != interview.Completed {
		t.Errorf("outcome %s", k.Outcome())
	}
}

func TestLanguageThatIsNotThere(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.do("other")
	k.to("danger.now", nil)
	if k.Sheet().Conditions["language"] != "other" {
		t.Errorf("conditions %v", k.Sheet().Conditions)
	}
	k = begin(t, plan(t, "full"))
	k.do("other")
	k.do("stop")
	k.to("never", nil)
	if k.Outcome() != interview.Stopped || !slices.Contains(k.shown(), "close.leaflet") {
		t.Errorf("outcome %s", k.Outcome())
	}
}

func TestProposedLanguageIsConfirmedByThePerson(t *testing.T) {
	p := plan(t, "full")
	p.Language = "vi"
	k := begin(t, p)
	k.do("again")
	if k.Step().ID != "language" {
		t.Fatalf("at %s", k.Step().ID)
	}
	k.do("uk")
	if k.Choices()["language"] != "uk" {
		t.Errorf("choices %v", k.Choices())
	}
}

func TestAWrongLanguageCanBeTakenBackUntilTheOfficerHasRead(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.do("vi")
	k.do("back")
	if got := k.Step().ID; got != "language" {
		t.Fatalf("back leads to %q", got)
	}
	k.do("uk")
	if got := k.Choices()["language"]; got != "uk" || k.Step().ID != "info.ready" {
		t.Errorf("the language is %q at %s", got, k.Step().ID)
	}
	k.to("card.interpreter", nil)
	if k.Step().CanBack {
		t.Error("the silent card leads back to pages of the officer")
	}
}

type settledAfter struct{ question string }

func (j settledAfter) Settled(s answers.Sheet, _ []string) bool {
	return len(s.Answers[j.question]) > 0
}

func TestStopIsOfferedOnceWhenNothingCanChange(t *testing.T) {
	p := plan(t, "quick")
	p.Judge = settledAfter{"documents.kept-on-the-way"}
	k := begin(t, p)
	k.to("offer.stop", nil)
	k.do("go-on")
	k.to("never", nil)
	if n := occurrences(k.shown(), "offer.stop"); n != 1 {
		t.Errorf("offered %d times", n)
	}
	k = begin(t, p)
	k.to("offer.stop", nil)
	k.do("stop")
	if k.Step().ID != "close.thanks" {
		t.Errorf("at %s", k.Step().ID)
	}
}

func TestReferralItemByItemAndOnlyThenTheScript(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("never", map[string]string{"close.referral": "yes", "close.referral.language": "no", "result.hidden": "show"})
	if k.Choices()["close.referral.language"] != "no" || k.Choices()["close.referral.need-help"] != "yes" || !slices.Contains(k.shown(), "script") {
		t.Errorf("choices %v", k.Choices())
	}
	k = begin(t, plan(t, "full"))
	k.to("never", map[string]string{"close.referral": "myself", "result.hidden": "show"})
	if slices.Contains(k.shown(), "script") {
		t.Error("a script although the person calls themselves")
	}
}

func TestNotesEnterOnlyTheTrace(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("work.began", nil)
	for _, word := range []string{"blank", "unblank", "pause", "resume"} {
		k.do(word)
	}
	if k.Step().ID != "work.began" || len(k.Step().Given) != 0 {
		t.Errorf("at %s", k.Step().ID)
	}
}

func TestQuickIsShort(t *testing.T) {
	for name, words := range map[string]map[string]string{
		"labour":        {"work.began": "yes", "work.pay": "less-than-promised+held-back", "documents.kept-at-work": "kept-from-me"},
		"sexual":        {"work.began": "yes", "forms.any": "intimate", "freedom.now": "only-with-them"},
		"smuggled only": {"work.began": "no", "debt.owed": "to-guide-freely"},
	} {
		k := begin(t, plan(t, "quick"))
		k.to("check.offer", words)
		after, n := false, 0
		for _, id := range k.shown() {
			if after && id != "check.offer" && id != interview.StepMore {
				n++
			}
			after = after || id == "interview"
		}
		if n > 12 {
			t.Errorf("%s: %d screens after consent, want at most 12", name, n)
		}
	}
}

func TestInvalidActionsChangeNothing(t *testing.T) {
	k := begin(t, plan(t, "full"))
	k.to("debt.owed", nil)
	before := k.Trace()
	for _, a := range []interview.Action{
		{Verb: interview.Answer, Value: answers.Value{Option: "maybe"}},
		{Verb: interview.Answer},
		{Verb: interview.Answer, Value: answers.Value{Items: map[string]string{"none": "yes"}}},
		{Verb: interview.Choose, Option: "no-debt"},
		{Verb: interview.Next}, {Verb: interview.Jump, Target: "work.began"}, {Verb: "dance"},
	} {
		if err := k.Do(a); err == nil {
			t.Errorf("%+v was taken", a)
		}
	}
	if diff := cmp.Diff(before, k.Trace()); diff != "" {
		t.Error(diff)
	}
}

func (settledAfter) Highest(answers.Sheet) bool { return false }
