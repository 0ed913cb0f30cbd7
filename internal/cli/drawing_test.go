package cli

import (
	"strings"
	"testing"

	"cesta/internal/locale"
)

// seen is a program whose output somebody sees, on a terminal that says of
// itself what the variables hold.
func seen(t *testing.T, variables map[string]string) *program {
	t.Helper()
	env, _, _ := testEnv("")
	env.IsTerminal = func(any) bool { return true }
	env.Getenv = func(name string) string {
		if name == "LANG" {
			return "en"
		}
		return variables[name]
	}
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		t.Fatal(err)
	}
	return p
}

var (
	arabic = locale.Language{Tag: "ar", EnglishName: "Arabic", Script: "Arab", Direction: "rtl"}
	hindi  = locale.Language{Tag: "hi", EnglishName: "Hindi", Script: "Deva", Direction: "ltr"}
)

func TestNoTerminalIsBelievedToDrawADifficultScript(t *testing.T) {
	for name, tc := range map[string]struct {
		variables     map[string]string
		arabic, hindi string
	}{
		"one that says nothing":  {map[string]string{"TERM": "xterm-256color"}, "may not draw Arabic", "may not draw Hindi"},
		"one that does reorder":  {map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "7600"}, "may not draw Arabic", "may not draw Hindi"},
		"Windows Terminal":       {map[string]string{"WT_SESSION": "1"}, "does not draw Arabic", "may not draw Hindi"},
		"an editor's":            {map[string]string{"TERM_PROGRAM": "vscode"}, "does not draw Arabic", "may not draw Hindi"},
		"Ghostty":                {map[string]string{"TERM": "xterm-ghostty"}, "does not draw Arabic", "may not draw Hindi"},
		"the Linux console":      {map[string]string{"TERM": "linux"}, "does not draw Arabic", "does not draw Hindi"},
		"tmux hides what draws":  {map[string]string{"TERM": "screen-256color", "TERM_PROGRAM": "vscode"}, "may not draw Arabic", "may not draw Hindi"},
		"tmux by another sign":   {map[string]string{"TERM": "linux", "TMUX": "socket,1,0"}, "may not draw Arabic", "may not draw Hindi"},
		"one that says its name": {map[string]string{"TERM_PROGRAM": "Alacritty"}, "does not draw Arabic", "does not draw Hindi"},
	} {
		p := seen(t, tc.variables)
		for l, want := range map[string]string{p.drawing(arabic): tc.arabic, p.drawing(hindi): tc.hindi} {
			if !strings.Contains(l, want) {
				t.Errorf("%s: %q, want %q", name, l, want)
			}
		}
		if !strings.Contains(p.drawing(arabic), "cesta rights ar --format html") {
			t.Errorf("%s: the sheet is not offered: %q", name, p.drawing(arabic))
		}
	}
}

func TestNothingIsSaidOfScriptsThatEveryTerminalDrawsOrWhereNobodyLooks(t *testing.T) {
	p := seen(t, map[string]string{"TERM": "linux"})
	for _, l := range []locale.Language{{Script: "Latn"}, {Script: "Cyrl"}, {Script: "Geor"}, {Script: "Hans"}} {
		if notice := p.drawing(l); notice != "" {
			t.Errorf("%s: %q", l.Script, notice)
		}
	}
	p.env.IsTerminal = func(any) bool { return false }
	if notice := p.drawing(arabic); notice != "" {
		t.Errorf("into a file: %q", notice)
	}
}

// TestALanguageThatIsNotWholeIsOfferedBesideAnother takes words away from one
// language and looks at what a talk then offers.
func TestALanguageThatIsNotWholeIsOfferedBesideAnother(t *testing.T) {
	env, _, _ := testEnv("")
	p := &program{env: env}
	if err := p.start([]string{"--locales", "testdata/offers"}); err != nil {
		t.Fatal(err)
	}
	if err := p.unusable(); err != nil {
		t.Fatal(err)
	}
	talk, err := p.prepare(screenOptions{})
	if err != nil {
		t.Fatal(err)
	}
	offered := talk.offered()
	if len(offered["uk"]) != 1 || offered["uk"][0].Tag != "rue" || len(offered) != 1 {
		t.Errorf("offered: %+v", offered)
	}
	if talk.person["rue"] != nil {
		t.Error("a language that is not whole can be spoken")
	}
}
