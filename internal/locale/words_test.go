package locale

import (
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"cesta/locales"
)

func TestTextPutsValuesIn(t *testing.T) {
	w := mustWords(t, mustLoad(t), "en")
	for name, tc := range map[string]struct{ got, want string }{
		"a plain word":                      {w.Text("person.yes"), "Yes"},
		"a value":                           {w.Text("person.hello", "greeting", "Good day"), "Good day, may I help you?"},
		"a value that looks like a hole":    {w.Text("person.hello", "greeting", "{greeting}"), "{greeting}, may I help you?"},
		"a value nobody asked for":          {w.Text("person.yes", "greeting", "Good day"), "Yes"},
		"a value that was forgotten":        {w.Text("person.hello"), "{greeting}, may I help you?"},
		"an unknown key":                    {w.Text("person.nobody"), "⟦person.nobody⟧"},
		"a word that must be counted":       {w.Text("officer.asked"), "⟦officer.asked⟧"},
		"a count of a word without plurals": {w.Count("person.yes", 1), "⟦person.yes⟧"},
		"a count of an unknown key":         {w.Count("person.nobody", 1), "⟦person.nobody⟧"},
		"a count of one":                    {w.Count("officer.asked", 1), "one question"},
		"a count of many":                   {w.Count("officer.asked", 1200), "1200 questions"},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: got %q, want %q", name, tc.got, tc.want)
		}
	}
}

func TestAmongRightToLeftWordsEveryValueIsIsolated(t *testing.T) {
	l := mustLoad(t, "languages/ar.yaml", arHead+"  person.hello: \"{greeting}، كيف أساعدك؟\"\n")
	w := mustWords(t, l, "ar")
	got := w.Text("person.hello", "greeting", "+420 222")
	if want := "\u2068+420 222\u2069، كيف أساعدك؟"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if line := w.Language().Isolate("نعم"); line != "\u2067نعم\u2069" || Bare(line) != "نعم" {
		t.Errorf("line %q, bare %q", line, Bare(line))
	}
	if Bare(got) != "+420 222، كيف أساعدك؟" {
		t.Errorf("bare %q", Bare(got))
	}
	if en := mustWords(t, l, "en"); en.Language().Isolate("Yes") != "Yes" {
		t.Error("an English line is marked")
	}
}

func TestAWordIsNeverTakenFromAnotherLanguage(t *testing.T) {
	l := mustLoad(t, "languages/uk.yaml", ukHead+ukYes)
	w := mustWords(t, l, "uk")
	if got := w.Text("person.hello", "greeting", "x"); got != "⟦person.hello⟧" {
		t.Errorf("got %q", got)
	}
	if w.Has("person.hello") || !w.Has("person.yes") {
		t.Error("Has tells of words that are not there")
	}
}

func TestTheStateIsThatOfTheFileAWordCameFrom(t *testing.T) {
	l := mustLoad(t, "sets/cesta/en.yaml", "language: en\n"+setHead+"  question.a.ask: Is that so?\n")
	w := mustWords(t, l, "en", "set cesta")
	for key, want := range map[string]string{"person.yes": "draft", "question.a.ask": "approved", "person.nobody": ""} {
		if got := w.State(key); got != want {
			t.Errorf("State(%q) = %q, want %q", key, got, want)
		}
	}
}

func TestNumbersOfSeveralGroupsAreIsolatedInARightToLeftLine(t *testing.T) {
	ar := Language{Tag: "ar", Direction: "rtl"}
	for text, want := range map[string]string{
		"116 111 هنا":               "\u2066116 111\u2069 هنا",
		"اتصل +420 222 717 171.":    "اتصل \u2066+420 222 717 171\u2069.",
		"القانون 326/1999":          "القانون \u2066326/1999\u2069",
		"23.\u00a011.\u00a02026":    "\u206623.\u00a011.\u00a02026\u2069",
		"+420":                      "\u2066+420\u2069",
		"عمرك أقل من 18 سنة، أو 15": "عمرك أقل من 18 سنة، أو 15",
		"1109":                        "1109",
		"رقم \u2068+420 222\u2069":    "رقم \u2068+420 222\u2069",
		"رقم \u2066116 111\u2069 ليل": "رقم \u2066116 111\u2069 ليل",
	} {
		if got, want := ar.Isolate(text), "\u2067"+want+"\u2069"; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if Bare(ar.Isolate(text)) != Bare(text) {
			t.Errorf("%q is another text without its marks", text)
		}
		if twice := isolateNumbers(isolateNumbers(text)); twice != isolateNumbers(text) {
			t.Errorf("%q gets its marks twice: %q", text, twice)
		}
	}
	if got := (Language{Tag: "cs", Direction: "ltr"}).Isolate("116 111"); got != "116 111" {
		t.Errorf("a line from left to right has marks: %q", got)
	}
}

func TestWordsThatAreReadLaterLackNothingThen(t *testing.T) {
	l, err := Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for bundle, places := range l.files {
		for tag, p := range places {
			data, err := p.bytes()
			if err != nil {
				t.Fatal(err)
			}
			f, err := p.read()
			if err != nil {
				t.Fatal(err)
			}
			if got, want := glance(data), f.keys(); !slices.Equal(got, want) {
				t.Errorf("%s, %s: %d keys are seen and %d are there", bundle, tag, len(got), len(want))
			}
			files++
		}
	}
	if files < 3*26 {
		t.Errorf("looked at %d files", files)
	}
}

func TestAGlanceSeesOnlyKeysWithTexts(t *testing.T) {
	data := "language: en\nname: words\nwords:\n" +
		"  # a.note: no key\n" +
		"  a.b: \"x: y\"\n" +
		"  a.blank: \"\"\n" +
		"  a.block: |\n    a.inside: no key\n\n      deeper\n" +
		"  a.forms: {one: one, other: \"{count}\"}\n" +
		"  a.long: \"a text\n    a.wrapped: and its end\"\n" +
		"  VIC-01: text\n"
	if got, want := glance([]byte(data)), []string{"a.b", "a.block", "a.forms", "a.long", "VIC-01"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAPersonsWordsAreReadWhenTheyAreAskedFor(t *testing.T) {
	fsys := fstest.MapFS{
		"languages/en.yaml": {Data: []byte(enHead + enWords)},
		"languages/uk.yaml": {Data: []byte(ukHead + "  person.yes: \"Так\"\n  person.hello: \"{greeting}, вам допомогти?\"\n")},
	}
	l, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	w, err := l.Later("uk")
	if err != nil {
		t.Fatal(err)
	}
	if missing := w.Missing(nil); len(missing) > 0 || l.files[Interface]["uk"].reading.done.Load() {
		t.Errorf("missing %q; read already: %v", missing, l.files[Interface]["uk"].reading.done.Load())
	}
	if got := w.Text("person.yes"); got != "Так" {
		t.Errorf("got %q", got)
	}
	if _, err := l.Later("ru"); !errors.Is(err, ErrUnknownLanguage) {
		t.Errorf("got %v", err)
	}
	if _, err := l.Later("uk", "set other"); !errors.Is(err, ErrUnknownBundle) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkMissing(b *testing.B) {
	for b.Loop() {
		l, err := Load(locales.FS)
		if err != nil {
			b.Fatal(err)
		}
		for _, lang := range l.Languages() {
			w, err := l.Later(lang.Tag, "set cesta", "country cz")
			if err != nil {
				b.Fatal(err)
			}
			w.Missing(nil)
		}
	}
}
