package tui

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

// talk is an interview of fixed screens: both the engine and the maker.
type talk struct {
	screens []screen.Screen
	at      int
	sheet   map[string]answers.Value
	chosen  []string
	traced  []interview.Verb
	outcome interview.Outcome
	person  locale.Language
}

func (t *talk) Step() interview.Step {
	step := t.screens[t.at].Step
	if v, ok := t.sheet[step.ID]; ok {
		step.Given = []answers.Entry{{Value: v, Source: answers.Said}}
	}
	return step
}

func (t *talk) Outcome() interview.Outcome { return t.outcome }

func (t *talk) Do(a interview.Action) error {
	if t.outcome != interview.Running {
		return errors.New("over")
	}
	step := t.screens[t.at].Step
	switch a.Verb {
	case interview.Answer:
		t.sheet[step.ID] = a.Value
	case interview.Choose:
		t.chosen = append(t.chosen, a.Option)
	case interview.Jump:
		t.chosen = append(t.chosen, a.Target)
	case interview.Next, interview.Skip:
	case interview.Back:
		t.at--
		return nil
	case interview.Abort:
		t.outcome = interview.Unfinished
		return nil
	case interview.Stop:
		t.outcome = "stopped"
		return nil
	default:
		t.traced = append(t.traced, a.Verb)
		return nil
	}
	if t.at++; t.at == len(t.screens) {
		t.at--
		t.outcome = interview.Completed
	}
	return nil
}

func (t *talk) Screen(step interview.Step) screen.Screen {
	s := t.screens[t.at]
	s.Step = step
	return s
}

func (t *talk) Help(s screen.Screen) screen.Page {
	return screen.Page{Title: both("Keys"), Body: []screen.Pair{{Officer: "Why: " + s.Why}, {Officer: "How: " + s.How}}}
}

func (t *talk) Pause() screen.Page {
	return screen.Page{Title: both("A break"), Body: []screen.Pair{both("Take your time.")}, Options: []screen.Option{
		{ID: screen.PauseGoOn, Key: "1", Pair: both("Go on")}, {ID: screen.PauseStop, Key: "2", Pair: both("Stop here")},
	}}
}

func (t *talk) Say(id string) screen.Pair { return both(id) }

func (t *talk) PersonLanguage() (locale.Language, bool) { return t.person, true }

func (t *talk) OfficerLanguage() locale.Language {
	return locale.Language{Tag: "cs", Name: "Čeština"}
}

// both gives a text in two languages that a test can tell apart.
func both(text string) screen.Pair { return screen.Pair{Person: "⟦" + text + "⟧", Officer: text} }

func option(id, key, text string) screen.Option {
	return screen.Option{ID: id, Key: key, Pair: both(text), Special: key >= "8" || key == "0"}
}

var specials = []screen.Option{option(answers.Unknown, "8", "I do not know"), option(answers.Refused, "9", "I do not want to say")}

func hints(s screen.Screen) []screen.Option {
	all := []screen.Option{option("pause", "p", "pause"), option("blank", "x", "clear the screen"), option("help", "?", "help")}
	if s.Step.CanBack {
		all = append(all, option("back", "b", "back"))
	}
	if s.Step.CanSkip {
		all = append(all, option("skip", "s", "skip"))
	}
	return all
}

func question(id string, kind indicator.QuestionKind, options ...screen.Option) screen.Screen {
	s := screen.Screen{
		Step: interview.Step{
			Kind: interview.KindQuestion, ID: id, Audience: indicator.Person, CanBack: true, CanSkip: true,
			Question: &indicator.Question{ID: id, Kind: kind},
		},
		Title: both("May you leave your work " + id + "?"), Options: append(options, specials...),
		Why: "a reason", How: "a way", Progress: "3/20",
	}
	s.Keys = hints(s)
	return s
}

func yesNo(id string) screen.Screen {
	return question(id, indicator.YesNo, option("yes", "1", "Yes"), option("no", "2", "No"))
}

func list(id string) screen.Screen {
	s := question(id, indicator.List, option("family", "1", "Hurt the family"), option("police", "2", "Tell the police"),
		option("debt", "3", "More debt"), option(answers.None, "0", "None of these"))
	s.List = true
	return s
}

func reading(id, text string) screen.Screen {
	s := screen.Screen{
		Step:  interview.Step{Kind: "information", ID: id, Audience: indicator.Person, CanBack: true},
		Title: both("Read this"), Options: []screen.Option{option("next", screen.KeyNext, "Next")},
	}
	for _, p := range strings.Split(text, "\n\n") {
		s.Body = append(s.Body, both(p))
	}
	s.Keys = append(hints(s), option("next", screen.KeyNext, "next"))
	return s
}

var tongues = []locale.Language{
	{Tag: "uk", Name: "Українська", EnglishName: "Ukrainian", CzechName: "ukrajinština"},
	{Tag: "vi", Name: "Tiếng Việt", EnglishName: "Vietnamese", CzechName: "vietnamština"},
	{Tag: "cs", Name: "čeština", EnglishName: "Czech", CzechName: "čeština"},
	{Tag: "en", Name: "English", EnglishName: "English", CzechName: "angličtina"},
	{Tag: "ro", Name: "Română", EnglishName: "Romanian", CzechName: "rumunština"},
	{Tag: "mn", Name: "Монгол", EnglishName: "Mongolian", CzechName: "mongolština"},
	{Tag: "fil", Name: "Filipino", EnglishName: "Filipino", CzechName: "filipínština"},
	{Tag: "bg", Name: "Български", EnglishName: "Bulgarian", CzechName: "bulharština"},
	{Tag: "ka", Name: "ქართული", EnglishName: "Georgian", CzechName: "gruzínština"},
	{Tag: "ar", Name: "العربية", EnglishName: "Arabic", CzechName: "arabština"},
}

func languageScreen() screen.Screen {
	s := screen.Screen{
		Step:  interview.Step{Kind: "language", ID: interview.StepLanguage, Audience: indicator.Person},
		Title: screen.Pair{Officer: "Which language do you read best?"},
	}
	for i, l := range tongues {
		s.Options = append(s.Options, screen.Option{ID: l.Tag, Key: fmt.Sprintf("%02d", i+1), Pair: screen.Pair{Person: l.Name, Officer: l.Name}})
	}
	s.Options = append(s.Options, screen.Option{ID: interview.OtherLanguage, Key: screen.KeyNone, Pair: screen.Pair{Officer: "My language is not here"}})
	s.Keys = hints(s)
	return s
}

func start(screens ...screen.Screen) (*talk, *model) {
	t := &talk{screens: screens, sheet: map[string]answers.Value{}, outcome: interview.Running}
	return t, newModel(Config{
		Engine: t, Maker: t, Out: io.Discard, NoColor: true, Languages: tongues, Idle: -1, Settle: -1, Now: time.Now,
	})
}

var special = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "home": tea.KeyHome,
	"end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "ctrl+c": tea.KeyCtrlC, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
	"tab": tea.KeyTab, "f1": tea.KeyF1, "ctrl+j": tea.KeyCtrlJ, "/": 0, "right": tea.KeyRight, "ctrl+e": tea.KeyCtrlE, "delete": tea.KeyDelete,
}

func msg(key string) tea.KeyMsg {
	if t := special[key]; t != 0 {
		return tea.KeyMsg{Type: t}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}
}

// press gives keys to the model as bubbletea would, and reports whether it quit.
func press(t *testing.T, m *model, keys ...string) (quit bool) {
	t.Helper()
	for _, k := range keys {
		_, cmd := m.Update(msg(k))
		quit = run(m, cmd) || quit
	}
	return quit
}

func run(m *model, cmd tea.Cmd) (quit bool) {
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		return true
	case tea.BatchMsg:
		for _, c := range msg {
			quit = run(m, c) || quit
		}
	default:
		_, next := m.Update(msg)
		return run(m, next)
	}
	return quit
}
