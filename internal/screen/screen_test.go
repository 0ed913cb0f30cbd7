package screen_test

import (
	"slices"
	"strings"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/screen"

	"github.com/google/go-cmp/cmp"
)

// fresh begins a full interview with made-up words.
func fresh(t *testing.T) talk {
	set := shippedSet(t)
	return begin(t, plan(set, "full"), pseudo{english(t), "en"})
}

func TestTheSameKeyMeansTheSameOnEveryScreen(t *testing.T) {
	fixed := map[string]string{
		"unknown": "8", "refused": "9", "none": "0", "other": "0", "next": screen.KeyNext,
		"later": "3", "myself": "3", "go-on": "1", "stop": "2",
	}
	k := fresh(t)
	for _, s := range k.to("never", map[string]string{"danger.now": "1", "result.hidden": "1"}) {
		used := map[string]bool{}
		for _, o := range s.Options {
			want, is := fixed[o.ID]
			if is && (o.Special || s.Step.Question == nil) && o.Key != want {
				t.Errorf("%s: %s stands under %s, not %s", s.Step.ID, o.ID, o.Key, want)
			}
			if s.Step.Question == nil && (o.ID == "yes" && o.Key != "1" || o.ID == "no" && o.Key != "2") {
				t.Errorf("%s: %s stands under %s", s.Step.ID, o.ID, o.Key)
			}
			if used[o.Key] {
				t.Errorf("%s: two options under %s", s.Step.ID, o.Key)
			}
			used[o.Key] = true
		}
	}
}

func TestEnterNeverAnswers(t *testing.T) {
	k := fresh(t)
	for _, s := range k.to("never", nil) {
		action, ok := s.Act(screen.KeyNext)
		if ok && action.Verb != interview.Next {
			t.Errorf("%s: Enter does %+v", s.Step.ID, action)
		}
	}
}

func TestAListTakesSeveralKeys(t *testing.T) {
	k := fresh(t)
	k.to("danger.now", nil)
	s := k.here()
	for _, c := range []struct {
		says string
		keys []string
		want answers.Value
		ok   bool
	}{
		{"two items leave the others not asked", []string{"1", "3"}, answers.Value{Items: map[string]string{"medical": "yes", "relatives": "yes"}}, true},
		{"none says no to the others", []string{"1", "0"}, answers.Value{Items: map[string]string{"medical": "yes", "none": "yes"}}, true},
		{"none alone", []string{"0"}, answers.Value{Items: map[string]string{"none": "yes"}}, true},
		{"unknown is for the whole list", []string{"8"}, answers.Value{Option: "unknown"}, true},
		{"refused is for the whole list", []string{"9"}, answers.Value{Option: "refused"}, true},
		{"unknown does not stand beside items", []string{"1", "8"}, answers.Value{}, false},
		{"the same item twice is a slip", []string{"1", "1"}, answers.Value{}, false},
		{"a number that is not there", []string{"1", "7"}, answers.Value{}, false},
		{"nothing", nil, answers.Value{}, false},
	} {
		action, ok := s.ActList(c.keys)
		if ok != c.ok || cmp.Diff(c.want, action.Value) != "" {
			t.Errorf("%s: %v %+v", c.says, ok, action.Value)
		}
	}
}

func TestTheOfficerCannotBeRefusedAnObservation(t *testing.T) {
	k := fresh(t)
	k.to("ready.alone", nil)
	var ids []string
	for _, o := range k.here().Options {
		ids = append(ids, o.ID+" "+o.Officer)
	}
	want := []string{"yes en<person.answer.yes>", "no en<person.answer.no>", "unknown en<officer.answer.unknown>"}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Error(diff)
	}
}

func TestPagesOfTheOfficerHaveNothingForThePerson(t *testing.T) {
	k := fresh(t)
	for _, s := range k.to("never", map[string]string{"result.hidden": "1"}) {
		if !s.OfficerOnly {
			continue
		}
		for _, p := range append(s.Body, s.Title) {
			if p.Person != "" {
				t.Errorf("%s says to the person %q", s.Step.ID, p.Person)
			}
		}
	}
}

func TestPagesOfThePersonHaveNoWordsOfTheOfficer(t *testing.T) {
	k := fresh(t)
	for _, s := range k.to("never", map[string]string{"result.hidden": "1"}) {
		if s.OfficerOnly || s.Step.ID == interview.StepLanguage {
			continue
		}
		for _, o := range s.Options {
			s.Body = append(s.Body, o.Pair)
		}
		for _, p := range append(s.Body, s.Title) {
			if strings.Contains(p.Officer, "officer.") || strings.Contains(p.Person, "officer.") {
				t.Errorf("%s says %v", s.Step.ID, p)
			}
		}
	}
}

func TestTheSilentCardIsInThePersonsLanguageOnly(t *testing.T) {
	k := fresh(t)
	k.to("card.hand-over", map[string]string{"ready.interpreter": "2"})
	k.press(screen.KeyNext)
	for _, id := range []string{"card.interpreter", "card.go-on", "card.thanks"} {
		s := k.here()
		if s.Step.ID != id || !s.Silent {
			t.Fatalf("at %s, silent %v", s.Step.ID, s.Silent)
		}
		for _, text := range texts(k.Maker, s) {
			if strings.Contains(text, "en<") {
				t.Errorf("%s says %q", id, text)
			}
		}
		k.press(usual(s))
	}
}

// after goes through the silent card with two keys and returns the thanks.
func after(t *testing.T, first, second string) screen.Screen {
	k := fresh(t)
	k.to(interview.StepCardThanks, map[string]string{"card.interpreter": first, "card.go-on": second, "ready.interpreter": "2"})
	return k.here()
}

func TestOnlyTheOrderOfTheKeysTellsASilentNo(t *testing.T) {
	yes := after(t, "1", "1")
	if yes.Keys[0].Key != screen.KeyPause {
		t.Errorf("after yes the line of keys begins with %s", yes.Keys[0].Key)
	}
	for _, no := range []screen.Screen{after(t, "2", "1"), after(t, "1", "2"), after(t, "2", "2")} {
		if no.Keys[0].Key != screen.KeyBlank {
			t.Errorf("after no the line of keys begins with %s", no.Keys[0].Key)
		}
		no.Keys[0], no.Keys[1] = no.Keys[1], no.Keys[0]
		no.Sign, no.Step.Sign = false, false
		if diff := cmp.Diff(yes, no); diff != "" {
			t.Errorf("something else differs: %s", diff)
		}
	}
}

func TestTheKeysBeginWithPauseEverywhereElse(t *testing.T) {
	k := fresh(t)
	for _, s := range k.to("never", map[string]string{"card.go-on": "2"}) {
		if (s.Keys[0].Key == screen.KeyBlank) != (s.Step.ID == interview.StepCardThanks) {
			t.Errorf("%s begins with %s", s.Step.ID, s.Keys[0].Key)
		}
	}
}

func TestTheSignIsExplainedForTheCardThatComes(t *testing.T) {
	for key, want := range map[string]string{"1": "en<officer.step.info.sign.without-interpreter>", "2": "en<officer.step.info.sign.with-interpreter>"} {
		k := fresh(t)
		k.to("info.sign", map[string]string{"ready.interpreter": key})
		if got := k.here().Body[0].Officer; got != want {
			t.Errorf("key %s: %s", key, got)
		}
	}
}

func TestWhoReadsNoLanguageIsNotAnsweredInAnotherOne(t *testing.T) {
	k := fresh(t)
	k.press("0")
	for _, s := range k.to("never", map[string]string{interview.StepLanguageOther: "1"}) {
		for _, text := range texts(k.Maker, s) {
			if strings.Contains(text, "uk<") || strings.Contains(text, "vi<") {
				t.Fatalf("%s says %q", s.Step.ID, text)
			}
		}
	}
	if l, ok := k.PersonLanguage(); ok {
		t.Errorf("the person's language is %v", l)
	}
}

func TestACardThatCannotBeReadIsNotReadOutByTheInterpreter(t *testing.T) {
	k := fresh(t)
	k.to("card.hand-over", map[string]string{"language": "0"})
	want := []screen.Pair{{Officer: "en<officer.step.card.hand-over.unread>"}}
	if diff := cmp.Diff(want, k.here().Body); diff != "" {
		t.Error(diff)
	}
}

func TestALanguageIsChosenByItsOwnName(t *testing.T) {
	k := fresh(t)
	var got []screen.Option
	got = append(got, k.here().Options...)
	want := []screen.Option{
		{ID: "uk", Key: "1", Pair: screen.Pair{Person: "self-uk", Officer: "english-uk"}, Names: []string{"self-uk", "english-uk", "czech-uk", "uk"}},
		{ID: "vi", Key: "2", Pair: screen.Pair{Person: "self-vi", Officer: "english-vi"}, Names: []string{"self-vi", "english-vi", "czech-vi", "vi"}},
		{ID: "other", Key: "0", Pair: screen.Pair{Person: "???", Officer: "en<officer.option.language.other>"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestALanguageWithoutWordsIsNotOffered(t *testing.T) {
	p := plan(shippedSet(t), "full")
	p.Languages = []string{"uk", "xx", "vi"}
	var ids []string
	for _, o := range begin(t, p, english(t)).here().Options {
		ids = append(ids, o.Key+o.ID)
	}
	if diff := cmp.Diff([]string{"1uk", "3vi", "0other"}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestAProposedLanguageIsShownAtOnce(t *testing.T) {
	p := plan(shippedSet(t), "full")
	p.Language = "vi"
	k := begin(t, p, pseudo{english(t), "en"})
	if got := k.here().Title; got.Person != "vi<person.step.language.confirm.title>" {
		t.Errorf("%v", got)
	}
	k.press("2")
	if l, ok := k.PersonLanguage(); ok {
		t.Errorf("after no, the language is still %s", l.Tag)
	}
}

func TestWordsThatAreMissingShowBeforeTheTalk(t *testing.T) {
	p := plan(shippedSet(t), "full")
	p.Language = "vi"
	engine, err := interview.New(p)
	if err != nil {
		t.Fatal(err)
	}
	for says, words := range map[string]map[string]screen.Words{
		"the person's language is missing":  {"en": english(t)},
		"the officer's language is missing": {"vi": english(t)},
	} {
		if _, err := screen.New(screen.Config{Set: p.Set, Officer: "en", Words: words, Talk: engine, Pages: pages{}}); err == nil {
			t.Error(says)
		}
	}
}

func TestResultNoteAndScriptComeOnlyAtTheirSteps(t *testing.T) {
	k := fresh(t)
	at := map[string]string{"RESULT": "result", "NOTE": "note", "SCRIPT": "script", "LEAFLET": "close.leaflet"}
	for _, s := range k.to("never", map[string]string{"result.hidden": "1", "close.referral": "1"}) {
		for _, text := range texts(k.Maker, s) {
			if step, is := at[text]; is && step != s.Step.ID {
				t.Errorf("%s stands at %s", text, s.Step.ID)
			}
		}
	}
}

func TestAPaperWithATitleOfItsOwnHasOne(t *testing.T) {
	k := begin(t, plan(shippedSet(t), "triage"), english(t), func(c *screen.Config) { c.Pages = titled{} })
	k.to(interview.StepResult, map[string]string{"result.hidden": "1"})
	s := k.here()
	if diff := cmp.Diff([]screen.Pair{{Officer: "RESULT"}}, s.Body); diff != "" || s.Title.Officer != (titled{}).Result()[0] {
		t.Errorf("%v: %s", s.Title, diff)
	}
}

// titled gives the result with its title.
type titled struct{ pages }

func (titled) Result() []string { return []string{"What was reported, and what to do now", "RESULT"} }

func TestTheReviewListsWhatWasAnswered(t *testing.T) {
	k := fresh(t)
	k.to(interview.StepReview, map[string]string{"danger.now": "0", "age.said": "1", "check.offer": "1"})
	s := k.here()
	first, last := s.Options[0], s.Options[len(s.Options)-1]
	want := screen.Pair{Person: "uk<question.danger.now.ask> – uk<person.answer.none>", Officer: "en<question.danger.now.ask> – en<person.answer.none>"}
	if diff := cmp.Diff(want, first.Pair); diff != "" {
		t.Error(diff)
	}
	if last.Key != screen.KeyNext {
		t.Errorf("the last option is %v", last)
	}
	if action, ok := s.Act(first.Key); !ok || action.Verb != interview.Jump || action.Target != "danger.now" {
		t.Errorf("%v %v", action, ok)
	}
}

func TestAnAnswerGivenBeforeIsSaidAndNotPreselected(t *testing.T) {
	k := fresh(t)
	k.to("needs.now", nil)
	k.press(screen.KeyBack)
	if got := k.here().Given.Person; got != "uk<person.given uk<person.answer.none>>" {
		t.Errorf("%s", got)
	}
}

func TestProgressIsANumberOfAtMostSoMany(t *testing.T) {
	k := fresh(t)
	k.to("danger.now", nil)
	if got := k.here().Progress; !strings.HasPrefix(got, "1/") {
		t.Errorf("%q", got)
	}
}

func TestPracticeIsMarkedOnEveryScreen(t *testing.T) {
	k := begin(t, plan(shippedSet(t), "triage"), english(t), func(c *screen.Config) { c.Mock = true })
	for _, s := range k.to("never", nil) {
		if !s.Mock || s.Banner.Officer == "" {
			t.Errorf("%s is not marked", s.Step.ID)
		}
	}
}

func TestHelpNamesTheKeysThatWorkHere(t *testing.T) {
	k := fresh(t)
	k.to("danger.now", nil)
	var got []string
	for _, p := range k.Help(k.here()).Body {
		got = append(got, p.Officer)
	}
	text := strings.Join(got, "\n")
	for _, want := range []string{"officer.help.why", "officer.help.how", "help.numbers", "help.none", "help.unknown", "help.refused", "help.pause", "help.blank", "help.skip"} {
		if !strings.Contains(text, want) {
			t.Errorf("the help lacks %s", want)
		}
	}
}

// Whoever stands by may read the break after a silent "no", and its help too.
func TestHelpOnTheSilentCardNamesOnlyKeys(t *testing.T) {
	for _, id := range []string{"card.interpreter", "card.go-on", "card.thanks", "card.pause"} {
		k := begin(t, plan(shippedSet(t), "full"), english(t))
		k.to(id, map[string]string{"ready.interpreter": "2", "card.go-on": "2"})
		s := k.here()
		s.How, s.Why, s.FollowUp = "HOW", "WHY", "FOLLOW UP"
		if s.Step.ID != id || s.OfficerOnly {
			t.Fatalf("at %s", s.Step.ID)
		}
		for _, p := range k.Help(s).Body {
			for _, word := range []string{"HOW", "WHY", "FOLLOW UP", "nterpreter"} {
				if strings.Contains(p.Person+p.Officer, word) {
					t.Errorf("%s: the help says %q", id, p)
				}
			}
		}
	}
}

// What to do after a silent "no" stands where only the officer reads it.
func TestTheOfficerReadsAloneWhatToDoAfterASilentNo(t *testing.T) {
	for key, want := range map[string]bool{"1": false, "2": true} {
		k, before := fresh(t), ""
		for _, s := range k.to("never", map[string]string{"card.go-on": key}) {
			told := slices.ContainsFunc(s.Body, func(p screen.Pair) bool { return strings.Contains(p.Officer, "after-no") })
			if told != (s.Step.ID == "info.after-no") || told && (!s.OfficerOnly || !want || before != "info.alone") {
				t.Errorf("key %s, %s behind %s: told %v", key, s.Step.ID, before, told)
			}
			before = s.Step.ID
		}
	}
}

func TestThePauseShowsNothingOfTheQuestion(t *testing.T) {
	k := fresh(t)
	k.to("danger.now", nil)
	p := k.Pause()
	for _, pair := range append(p.Body, p.Title, p.Options[0].Pair, p.Options[1].Pair) {
		if strings.Contains(pair.Person+pair.Officer, "question.") {
			t.Errorf("%v", pair)
		}
	}
}

func TestKeysOfOtherKeyboards(t *testing.T) {
	for typed, want := range map[string]string{
		"1": "1", " 2 ": "2", "+": "1", "ě": "2", "é": "0", "X": "x", "х": "x", "Ч": "x", "з": "p", "٣": "3", "۹": "9", "०": "0", "৮": "8", "１": "1",
		"؟": "?", "": "", "yes": "yes", "12": "12",
	} {
		if got := screen.Key(typed); got != want {
			t.Errorf("Key(%q) = %q, not %q", typed, got, want)
		}
	}
}

// Nobody can agree to be told of to an organisation they have not heard named.
func TestTheReferralNamesTheOrganisationFirst(t *testing.T) {
	k := fresh(t)
	for _, s := range k.to("never", map[string]string{"close.referral": "1"}) {
		if s.Step.ID != interview.StepReferral {
			continue
		}
		if first := s.Body[0]; first.Person != "ORGANISATION" || first.Officer != "ORGANISATION" {
			t.Errorf("the first line is %v", first)
		}
		return
	}
	t.Error("no referral was asked for")
}
