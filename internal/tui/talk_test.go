package tui

import (
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
	"cesta/internal/strict"
	"cesta/locales"
)

// smallSet is a set in which one talk visits every kind of step.
func smallSet() *indicator.Set {
	yesNo := []indicator.Option{{ID: "yes"}, {ID: "no"}}
	ask := func(who indicator.Audience, id string, kind indicator.QuestionKind, options ...indicator.Option) indicator.Question {
		return indicator.Question{ID: id, Kind: kind, Audience: who, Options: options}
	}
	forms := ask(indicator.Person, "forms.any", indicator.List, indicator.Option{ID: "beg"}, indicator.Option{ID: "steal"}, indicator.Option{ID: "carry"})
	forms.Caution = "silence-and-lawyer"
	independent := []strict.Entry[string]{{Key: "interpreter", Val: "independent"}}
	set := &indicator.Set{
		ID: "small",
		Questions: []indicator.Question{
			ask(indicator.Officer, "ready.interpreter", indicator.Choice, indicator.Option{ID: "professional", Conditions: independent}, indicator.Option{ID: "none"}),
			ask(indicator.Person, "needs.now", indicator.List, indicator.Option{ID: "food"}, indicator.Option{ID: "rest"}),
			ask(indicator.Person, "work.began", indicator.YesNo, yesNo...),
			forms,
			ask(indicator.Officer, "observe.control", indicator.YesNo, yesNo...),
		},
		Interviews: []indicator.Interview{{ID: "full", Mode: indicator.Ask, Sections: []indicator.Section{
			{ID: "ready", Stage: indicator.StageReady, Questions: []string{"ready.interpreter"}},
			{ID: "triage", Stage: indicator.StageTriage, Questions: []string{"needs.now"}},
			{ID: "work", Stage: indicator.StageQuestions, Questions: []string{"work.began", "forms.any"}},
			{ID: "seen", Stage: indicator.StageObservations, Questions: []string{"observe.control"}},
		}}},
	}
	return set.Index()
}

var english = sync.OnceValues(func() (screen.Words, error) {
	library, err := locale.Load(locales.FS)
	if err != nil {
		return nil, err
	}
	return library.Words("en", "country cz")
})

// foreign says everything in letters that are not ASCII, so that a word that
// comes from no catalogue can be seen. The person's letters are not the
// officer's.
type foreign struct {
	screen.Words
	language locale.Language
	alphabet string
}

func (f foreign) Language() locale.Language { return f.language }

func (f foreign) Has(key string) bool { return f.Words.Has(key) }

func (f foreign) Text(key string, args ...string) string {
	text := f.Words.Text(key)
	for i := 0; i+1 < len(args); i += 2 {
		text = strings.ReplaceAll(text, "{"+args[i]+"}", args[i+1])
	}
	letters := []rune(f.alphabet)
	return strings.Map(func(r rune) rune {
		if r < 'A' || r > 'z' {
			return r
		}
		return letters[int(r)%len(letters)]
	}, text)
}

// papers hold what must be seen at its own step only.
type papers struct{}

func (papers) Leaflet() []screen.Pair {
	return []screen.Pair{{Person: "ПАМ’ЯТКА", Officer: "ΦΥΛΛΑΔΙΟ"}, {Person: "112", Officer: "112"}}
}
func (papers) Numbers() []string       { return []string{"112"} }
func (papers) Organisations() []string { return []string{"⟦La Strada⟧"} }
func (papers) Result() []string        { return []string{"ΑΠΟΤΕΛΕΣΜΑ"} }
func (papers) Note() []string          { return []string{"ΣΗΜΕΙΩΣΗ"} }
func (papers) Script() []string        { return []string{"ΚΕΙΜΕΝΟ"} }

// realTalk is the small set with the real engine and the real screens.
func realTalk(t testing.TB) (*interview.Engine, *model) {
	t.Helper()
	words, err := english()
	if err != nil {
		t.Fatal(err)
	}
	uk := locale.Language{Tag: "uk", Name: "Українська", EnglishName: "Ukrainian", CzechName: "ukrajinština", Direction: "ltr"}
	officer := foreign{words, locale.Language{Tag: "el", Name: "Ελληνικά", Direction: "ltr"}, "αβγδεζηθικλμνξοπρστυφχψω"}
	person := foreign{words, uk, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"}
	engine, err := interview.New(interview.Plan{
		Set: smallSet(), Interview: "full", Languages: []string{"uk"}, ReferralItems: []string{"language"},
		Parts: []interview.Part{{ID: "who"}, {ID: "interview", Consent: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	maker, err := screen.New(screen.Config{
		Set: smallSet(), Officer: "el", Talk: engine, Pages: papers{}, Words: map[string]screen.Words{"uk": person, "el": officer},
		Promises: []string{"officer.promise.1"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return engine, newModel(Config{
		Engine: engine, Maker: maker, Out: io.Discard, NoColor: true, Languages: []locale.Language{uk}, Idle: -1, Settle: -1,
	}.withDefaults())
}

// readOn turns the pages of a text, however small the window, and then says yes.
var readOn = append(slices.Repeat([]string{"pgdown"}, 60), "1")

// wholeTalk is a talk from the first step to the last: the step, and the keys for it.
var wholeTalk = []struct {
	step string
	keys []string
}{
	{"language", []string{"1"}}, {"info.ready", []string{"end", "enter"}}, {"ready.interpreter", []string{"1"}},
	{"info.separate", []string{"end", "1"}}, {"info.promises", []string{"end", "enter"}}, {"info.numbers", []string{"end", "enter"}}, {"info.sign", []string{"end", "enter"}},
	{"card.hand-over", []string{"end", "enter"}}, {"card.interpreter", []string{"1"}}, {"card.go-on", []string{"1"}},
	{"card.thanks", []string{"end", "enter"}}, {"card.hand-back", []string{"end", "enter"}},
	{"needs.now", []string{"2", "enter"}}, {"who", []string{"end", "enter"}}, {"interview", readOn},
	{"work.began", []string{"down", "enter"}}, {"caution.silence-and-lawyer", []string{"end", "enter"}}, {"forms.any", append(slices.Repeat([]string{"pgdown"}, 40), "1", "3", "0")},
	{"check.offer", []string{"1"}}, {"check.review", []string{"2"}}, {"work.began", []string{"2"}}, {"correction", []string{"1"}},
	{"check.review", []string{"end", "enter"}},
	{"close.thanks", []string{"end", "enter"}}, {"close.next", []string{"end", "enter"}}, {"close.leaflet", []string{"end", "enter"}},
	{"close.carry", []string{"2"}}, {"close.second-talk", []string{"1"}}, {"close.referral", readOn}, {"close.referral.language", readOn},
	{"info.alone", []string{"end", "enter"}}, {"observe.control", []string{"8"}}, {"result.hidden", []string{"1"}},
	{"result", []string{"end", "enter"}}, {"note", []string{"end", "enter"}}, {"script", []string{"end", "enter"}}, {"end", []string{"end", "enter"}},
}

func TestAWholeTalk(t *testing.T) {
	for _, size := range windows {
		engine, m := realTalk(t)
		m.resize(size[0], size[1])
		quit := false
		for _, s := range wholeTalk {
			if got := engine.Step().ID; got != s.step {
				t.Fatalf("%v: the talk is at %s, want %s:\n%s", size, got, s.step, m.View())
			}
			checkFrame(t, m, size[0], size[1])
			checkWords(t, s.step, m.View())
			checkSecrets(t, s.step, m.View())
			quit = press(t, m, s.keys...)
		}
		if !quit || engine.Outcome() != interview.Completed {
			t.Errorf("%v: quit %v, outcome %s", size, quit, engine.Outcome())
		}
		want := map[string][]answers.Entry{
			"ready.interpreter": {{Value: one("professional"), Source: answers.Observed}},
			"needs.now":         {{Value: items("rest"), Source: answers.Said}},
			"work.began":        {{Value: one("no"), Source: answers.Said}},
			"forms.any":         {{Value: items("beg", "carry", "none"), Source: answers.Said}},
			"observe.control":   {{Value: one("unknown"), Source: answers.Observed}},
		}
		if diff := cmp.Diff(want, engine.Sheet().Answers); diff != "" {
			t.Errorf("%v: answers (-want +got):\n%s", size, diff)
		}
	}
}

// keyNames are the only Latin words that need no translation.
var keyNames = []string{"Enter", "PgUp", "PgDn", "End", "Esc"}

// checkWords finds words that come from no catalogue: ASCII letters that are no
// key. Ids of questions stand where the small set has no words.
func checkWords(t *testing.T, step, view string) {
	t.Helper()
	for _, line := range strings.Split(view, "\n") {
		if strings.Contains(line, "⟦") || strings.Contains(line, "⟧") {
			continue
		}
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }) {
			if len(word) > 1 && !slices.Contains(keyNames, word) {
				t.Errorf("%s: %q comes from no catalogue: %q", step, word, line)
			}
		}
	}
}

// checkSecrets finds what may be seen at one step only.
func checkSecrets(t *testing.T, step, view string) {
	t.Helper()
	for text, at := range map[string]string{"ΑΠΟΤΕΛΕΣΜΑ": "result", "ΣΗΜΕΙΩΣΗ": "note", "ΚΕΙΜΕΝΟ": "script", "ПАМ’ЯТКА": "close.leaflet"} {
		if strings.Contains(view, text) != (step == at) {
			t.Errorf("%s on the screen at %s: %v", text, step, step != at)
		}
	}
}

// A bystander sees the same screens after a yes and a no; only the order of the
// keys at the foot differs.
func TestTheSilentCardTellsNobody(t *testing.T) {
	for _, size := range windows {
		thanks := func(first, second string) (above string, foot string) {
			engine, m := realTalk(t)
			m.resize(size[0], size[1])
			for _, s := range wholeTalk {
				if s.step == "card.interpreter" {
					break
				}
				press(t, m, s.keys...)
			}
			press(t, m, first, second)
			if engine.Step().ID != "card.thanks" {
				t.Fatalf("the talk is at %s", engine.Step().ID)
			}
			lines := strings.Split(m.View(), "\n")
			cut := len(lines) - len(m.step.page.foot)
			return strings.Join(lines[:cut], "\n"), strings.Join(lines[cut:], "\n")
		}
		above, foot := thanks("1", "1")
		for _, keys := range [][2]string{{"2", "1"}, {"1", "2"}, {"2", "2"}} {
			a, f := thanks(keys[0], keys[1])
			if a != above {
				t.Errorf("%v, %v: another screen:\n%s\nwant\n%s", size, keys, a, above)
			}
			if !strings.HasPrefix(f, "x") || !strings.HasPrefix(foot, "p") {
				t.Errorf("%v, %v: the foot is %q, after two yes %q", size, keys, f, foot)
			}
		}
	}
}

func TestRandomKeysInARealTalk(t *testing.T) {
	fewer(t)
	keys := []string{"1", "1", "2", "8", "9", "0", "enter", "enter", "end", "down", "up", "b", "s", "p", "?", "x", "o", "esc", "pgdown", "ctrl+c"}
	rapid.Check(t, func(r *rapid.T) {
		engine, m := realTalk(t)
		size := rapid.SampledFrom(windows).Draw(r, "window")
		m.resize(size[0], size[1])
		for range 300 {
			_, cmd := m.Update(msg(rapid.SampledFrom(keys).Draw(r, "key")))
			quit := run(m, cmd)
			if over := engine.Outcome() != interview.Running; over != quit {
				r.Fatalf("quit %v, outcome %s", quit, engine.Outcome())
			}
			if quit {
				engine, m = realTalk(t)
				m.resize(size[0], size[1])
			}
			checkFrame(t, m, size[0], size[1])
		}
	})
}
