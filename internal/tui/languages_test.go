package tui

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cesta/indicators"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
	"cesta/locales"
)

// This file walks the real talk in every language that ships, and in a toy one
// that runs from right to left.

const toy = "ar-x-toy"

// toyLetters stand for the letters of Ukrainian.
var toyLetters = []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")

func toyText(text string) string {
	var b strings.Builder
	inside := false
	for _, r := range text {
		switch {
		case r == '{' || r == '}':
			inside = r == '{'
		case !inside && r >= 'А' && r <= 'ҿ':
			r = toyLetters[int(r)%len(toyLetters)]
		}
		b.WriteRune(r)
	}
	return b.String()
}

// withToy is the shipped words and the toy language, made from the Ukrainian.
func withToy(t *testing.T) *locale.Library {
	t.Helper()
	shipped, err := locale.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	err = fs.WalkDir(locales.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(locales.FS, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, bundle := range shipped.Bundles() {
		words, err := shipped.Bundle(bundle, "uk")
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		fmt.Fprintf(&b, "language: %s\nbundle: %s\nstate: draft\nreview-by: nobody, this is a test\n", toy, bundle)
		if bundle == locale.Interface {
			b.WriteString("name: لغة\nenglish-name: Toy\nczech-name: hračka\nscript: Arab\ndirection: rtl\nplurals: [zero, one, two, few, many, other]\nroles: [person]\n")
		}
		b.WriteString("words:\n")
		for _, e := range words.Entries {
			fmt.Fprintf(&b, "  %s: %s\n", e.Key, locale.Quoted(toyText(e.Text())))
		}
		files[locale.PathOf(bundle, toy)] = &fstest.MapFile{Data: []byte(b.String())}
	}
	library, err := locale.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return library
}

// spoken is a talk in a language, with the shipped set and the full interview.
func spoken(t *testing.T, library *locale.Library, set *indicator.Set, tag string) (*interview.Engine, *model) {
	t.Helper()
	words := map[string]screen.Words{}
	for _, tag := range []string{"en", tag} {
		w, err := library.Words(tag, "set cesta", "country cz")
		if err != nil {
			t.Fatal(err)
		}
		words[tag] = w
	}
	engine, err := interview.New(interview.Plan{
		Set: set, Interview: "full", Language: tag, Languages: []string{"en", tag},
		ReferralItems: []string{"need-help", "nickname", "language", "safe-call", "needs"},
		Parts:         []interview.Part{{ID: "who"}, {ID: "police-duty"}, {ID: "kept"}, {ID: "interview", Consent: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	maker, err := screen.New(screen.Config{Set: set, Officer: "en", Talk: engine, Pages: papers{}, Words: words, Unreviewed: true})
	if err != nil {
		t.Fatal(err)
	}
	var all []locale.Language
	for _, w := range words {
		all = append(all, w.Language())
	}
	return engine, newModel(Config{Engine: engine, Maker: maker, Out: io.Discard, NoColor: true, Languages: all, Idle: -1, Settle: -1}.withDefaults())
}

// goOn is the key of somebody who agrees and has nothing to report.
func goOn(s screen.Screen) string {
	switch {
	case slices.ContainsFunc(s.Options, func(o screen.Option) bool { return o.Key == screen.KeyNext }):
		return screen.KeyNext
	case s.List:
		return screen.KeyNone
	case s.Step.ID == interview.StepCheck:
		return "2"
	}
	return "1"
}

// hard are the languages that are looked at where tests are to be short: their
// letters run from right to left, join, are wide, or need many cells.
var hard = []string{"ar", "hi", "zh-Hans", "ka"}

// TestATalkInEveryLanguageFitsItsWindow: in 80 and in 40 columns no line of any
// page in any language is wider than the window, none is higher, every mark of
// direction is closed on its line, and nothing is drawn at the right edge.
func TestATalkInEveryLanguageFitsItsWindow(t *testing.T) {
	library := withToy(t)
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range library.Languages() {
		if !language.ForPerson() || testing.Short() && !slices.Contains(hard, language.Tag) {
			continue
		}
		t.Run(language.Tag, func(t *testing.T) {
			t.Parallel()
			engine, m := spoken(t, library, set, language.Tag)
			steps := 0
			for ; engine.Outcome() == interview.Running && steps < 300; steps++ {
				m.open("")
				for _, size := range [][2]int{{80, 24}, {40, 14}} {
					m.resize(size[0], size[1])
					readThrough(t, m, size, language)
				}
				s := m.step.scr
				action, ok := s.Act(goOn(s))
				if !ok {
					t.Fatalf("no way on from %s", s.Step.ID)
				}
				if err := engine.Do(action); err != nil {
					t.Fatalf("%s: %v", s.Step.ID, err)
				}
			}
			if steps < 40 || engine.Outcome() != interview.Completed {
				t.Errorf("the talk ended after %d steps: %s", steps, engine.Outcome())
			}
		})
	}
}

// readThrough turns all pages of a text and looks at each.
func readThrough(t *testing.T, m *model, size [2]int, language locale.Language) {
	t.Helper()
	for range 40 {
		checkFrame(t, m, size[0], size[1])
		for line := range strings.SplitSeq(m.View(), "\n") {
			if opened := strings.Count(line, "\u2066") + strings.Count(line, "\u2067") + strings.Count(line, "\u2068"); opened != strings.Count(line, "\u2069") {
				t.Errorf("%s at %s: marks of direction stay open: %q", language.Tag, m.step.scr.Step.ID, line)
			}
			if strings.HasSuffix(line, "│") && line != "│" || strings.HasSuffix(line, "┃") && line != "┃" {
				t.Errorf("%s: a border at the right: %q", language.Tag, line)
			}
		}
		if m.step.below() == 0 {
			return
		}
		m.step.turn(keyPageDown)
	}
	t.Errorf("%s at %s: the text has no end", language.Tag, m.step.scr.Step.ID)
}
