package screen_test

import (
	"slices"
	"testing"

	"cesta/indicators"
	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
	"cesta/locales"
)

func shippedSet(t testing.TB) *indicator.Set {
	t.Helper()
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func english(t testing.TB) screen.Words {
	t.Helper()
	library, err := locale.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	words, err := library.Words("en", "set cesta", "country cz")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// pseudo is a language that says for every key which key it is.
type pseudo struct {
	screen.Words
	tag string
}

func (p pseudo) Language() locale.Language {
	return locale.Language{Tag: p.tag, Name: "self-" + p.tag, EnglishName: "english-" + p.tag, CzechName: "czech-" + p.tag, Direction: "ltr"}
}
func (p pseudo) Text(key string, args ...string) string {
	text := p.tag + "<" + key
	for i := 1; i < len(args); i += 2 {
		text += " " + args[i]
	}
	return text + ">"
}

// pages says which page was asked for.
type pages struct{}

func (pages) Leaflet() []screen.Pair  { return []screen.Pair{{Person: "LEAFLET", Officer: "LEAFLET"}} }
func (pages) Numbers() []string       { return []string{"NUMBERS"} }
func (pages) Result() []string        { return []string{"RESULT"} }
func (pages) Note() []string          { return []string{"NOTE"} }
func (pages) Organisations() []string { return []string{"ORGANISATION"} }
func (pages) Script() []string        { return []string{"SCRIPT"} }

// settled says after every question that nothing can change any more.
type settled struct{}

func (settled) Settled(answers.Sheet, []string) bool { return true }

func plan(set *indicator.Set, id string) interview.Plan {
	return interview.Plan{
		Set: set, Interview: id, Languages: []string{"uk", "vi"},
		Parts:         []interview.Part{{ID: "who"}, {ID: "police-duty"}, {ID: "kept"}, {ID: "interview", Consent: true}},
		ReferralItems: []string{"need-help", "nickname", "language", "safe-call", "needs"},
	}
}

// talk is an interview with the maker of its screens.
type talk struct {
	t testing.TB
	*interview.Engine
	*screen.Maker
}

// begin starts a talk. officer are the officer's words; the person's are pseudo.
func begin(t testing.TB, p interview.Plan, officer screen.Words, change ...func(*screen.Config)) talk {
	t.Helper()
	engine, err := interview.New(p)
	if err != nil {
		t.Fatal(err)
	}
	config := screen.Config{
		Set: p.Set, Officer: "en", Talk: engine, Pages: pages{},
		Words:    map[string]screen.Words{"en": officer, "uk": pseudo{officer, "uk"}, "vi": pseudo{officer, "vi"}},
		Promises: []string{"officer.promise.1", "officer.promise.2"},
	}
	for _, f := range change {
		f(&config)
	}
	maker, err := screen.New(config)
	if err != nil {
		t.Fatal(err)
	}
	return talk{t, engine, maker}
}

func (k talk) here() screen.Screen { return k.Screen(k.Step()) }

// press does what the key does on the screen.
func (k talk) press(key string) {
	k.t.Helper()
	action, ok := k.here().Act(key)
	if !ok {
		k.t.Fatalf("key %q means nothing at %s", key, k.Step().ID)
	}
	if err := k.Do(action); err != nil {
		k.t.Fatalf("key %q at %s: %v", key, k.Step().ID, err)
	}
}

// usual is the key of somebody who has nothing to report and goes on.
func usual(s screen.Screen) string {
	switch {
	case slices.ContainsFunc(s.Options, func(o screen.Option) bool { return o.Key == screen.KeyNext }):
		return screen.KeyNext
	case s.List:
		return screen.KeyNone
	case s.Step.ID == interview.StepCheck, s.Step.ID == interview.StepReferral:
		return "2"
	}
	return "1"
}

// to goes the usual way, with the given keys at the named steps, until a step
// or the end, and returns every screen on the way and the last.
func (k talk) to(step string, keys map[string]string) []screen.Screen {
	k.t.Helper()
	var seen []screen.Screen
	for range 300 {
		s := k.here()
		seen = append(seen, s)
		if s.Step.ID == step || k.Outcome() != interview.Running {
			return seen
		}
		key, named := keys[s.Step.ID]
		if !named {
			key = usual(s)
		}
		k.press(key)
	}
	k.t.Fatalf("never came to %s; at %s", step, k.Step().ID)
	return nil
}

func (settled) Highest(answers.Sheet) bool { return false }
