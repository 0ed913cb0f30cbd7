package plain_test

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"

	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/plain"
	"cesta/internal/screen"
	"cesta/internal/strict"
	"cesta/locales"
)

// miniSet is a set small enough to write whole talks by hand.
func miniSet() *indicator.Set {
	yesNo := []indicator.Option{{ID: "yes"}, {ID: "no"}}
	condition := func(key, val string) []strict.Entry[string] { return []strict.Entry[string]{{Key: key, Val: val}} }
	person := func(id string, kind indicator.QuestionKind, options ...indicator.Option) indicator.Question {
		return indicator.Question{ID: id, Kind: kind, Audience: indicator.Person, Options: options}
	}
	officer := func(id string, kind indicator.QuestionKind, options ...indicator.Option) indicator.Question {
		return indicator.Question{ID: id, Kind: kind, Audience: indicator.Officer, Options: options}
	}
	hours := person("work.hours", indicator.YesNo, yesNo...)
	hours.AskWhen = &indicator.Condition{Answer: &indicator.AnswerTest{Question: "work.began", Options: []string{"yes"}}}
	forms := person("forms.any", indicator.List, indicator.Option{ID: "beg"}, indicator.Option{ID: "steal"}, indicator.Option{ID: "carry"})
	forms.Caution = "silence-and-lawyer"
	set := &indicator.Set{
		ID:         "mini",
		Indicators: []indicator.Indicator{{ID: "danger.medical", Fact: "medical"}},
		Questions: []indicator.Question{
			officer("ready.interpreter", indicator.Choice,
				indicator.Option{ID: "none-needed", Conditions: condition("interpreter", "none")},
				indicator.Option{ID: "professional", Conditions: condition("interpreter", "independent")}),
			person("danger.now", indicator.List, indicator.Option{ID: "medical", Shows: []string{"danger.medical"}}, indicator.Option{ID: "relatives"}),
			person("work.began", indicator.YesNo, yesNo...),
			hours,
			forms,
			officer("observe.control", indicator.YesNo, yesNo...),
		},
		Interviews: []indicator.Interview{{ID: "full", Mode: indicator.Ask, Sections: []indicator.Section{
			{ID: "ready", Stage: indicator.StageReady, Questions: []string{"ready.interpreter"}},
			{ID: "triage", Stage: indicator.StageTriage, Questions: []string{"danger.now"}},
			{ID: "work", Stage: indicator.StageQuestions, Questions: []string{"work.began", "work.hours", "forms.any"}},
			{ID: "seen", Stage: indicator.StageObservations, Questions: []string{"observe.control"}},
		}}},
	}
	return set.Index()
}

// whole is a talk from the first step to the last: what is typed, and what it
// is typed for.
var whole = []struct{ typed, step string }{
	{"1", "language"}, {"", "info.ready"}, {"2", "ready.interpreter"}, {"1", "info.separate"}, {"", "info.promises"}, {"", "info.numbers"}, {"", "info.sign"},
	{"", "card.hand-over"}, {"1", "card.interpreter"}, {"1", "card.go-on"}, {"", "card.thanks"}, {"", "card.hand-back"},
	{"2 0", "danger.now"}, {"", "who"}, {"1", "interview"},
	{"1", "work.began"}, {"9", "work.hours"}, {"", "caution.silence-and-lawyer"}, {"1 3", "forms.any"}, {"2", "check.offer"},
	{"", "close.thanks"}, {"", "close.next"}, {"", "close.leaflet"}, {"2", "close.carry"}, {"1", "close.second-talk"}, {"1", "close.referral"}, {"1", "close.referral.language"},
	{"", "info.alone"}, {"8", "observe.control"}, {"1", "result.hidden"}, {"", "result"}, {"", "note"}, {"", "script"}, {"", "end"},
}

// typed gives the lines of the whole talk up to a step, the step left out.
func typed(until string) string {
	var lines strings.Builder
	for _, l := range whole {
		if l.step == until {
			break
		}
		lines.WriteString(l.typed + "\n")
	}
	return lines.String()
}

// pseudo is a language that says for every key which key it is. Which keys
// there are it knows from English.
type pseudo struct {
	english  screen.Words
	language locale.Language
}

func (p pseudo) Language() locale.Language { return p.language }

func (p pseudo) Has(key string) bool {
	return p.english.Has(key) || strings.HasPrefix(key, "officer.question.")
}

func (p pseudo) State(string) string { return "draft" }

func (p pseudo) Text(key string, args ...string) string {
	return p.language.Tag + "<" + strings.Join(append([]string{key}, args...), " ") + ">"
}

// english reads the words once for all tests.
var english = sync.OnceValues(func() (screen.Words, error) {
	library, err := locale.Load(locales.FS)
	if err != nil {
		return nil, err
	}
	return library.Words("en")
})

func pseudoWords(t testing.TB, l locale.Language) screen.Words {
	t.Helper()
	words, err := english()
	if err != nil {
		t.Fatal(err)
	}
	return pseudo{words, l}
}

// pages holds what must be seen at its own step only.
type pages struct{}

// Leaflet begins with the title that its screen has, as the real one does.
func (pages) Leaflet() []screen.Pair {
	title := screen.Pair{Person: "uk<person.step.close.leaflet.title>", Officer: "en<person.step.close.leaflet.title>"}
	return []screen.Pair{title, {Person: "LEAFLET", Officer: "LEAFLET"}}
}
func (pages) Numbers() []string       { return []string{"NUMBERS"} }
func (pages) Result() []string        { return []string{"RESULT"} }
func (pages) Note() []string          { return []string{"NOTE"} }
func (pages) Organisations() []string { return []string{"ORGANISATION"} }
func (pages) Script() []string        { return []string{"SCRIPT"} }

// talk is one run of the conductor.
type talk struct {
	*interview.Engine
	maker *screen.Maker
	out   bytes.Buffer
	err   error
}

func prepare(t testing.TB, person locale.Language) *talk {
	t.Helper()
	p := interview.Plan{
		Set: miniSet(), Interview: "full", Languages: []string{person.Tag},
		Parts:         []interview.Part{{ID: "who"}, {ID: "interview", Consent: true}},
		ReferralItems: []string{"language"},
	}
	engine, err := interview.New(p)
	if err != nil {
		t.Fatal(err)
	}
	maker, err := screen.New(screen.Config{
		Set: p.Set, Officer: "en", Talk: engine, Pages: pages{}, Promises: []string{"officer.promise.1"},
		Words: map[string]screen.Words{"en": pseudoWords(t, locale.Language{Tag: "en"}), person.Tag: pseudoWords(t, person)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return &talk{Engine: engine, maker: maker}
}

var ukrainian = locale.Language{Tag: "uk", Name: "self-uk", Direction: "ltr"}

// run conducts a talk over a pipe.
func run(t testing.TB, input string, opts ...plain.Options) *talk {
	t.Helper()
	k := prepare(t, ukrainian)
	opts = append(opts, plain.Options{})
	k.err = plain.Run(context.Background(), k.Engine, k.maker, strings.NewReader(input), &k.out, opts[0])
	return k
}
