package locale

import "testing"

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
