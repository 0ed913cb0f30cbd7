package locale

import (
	"errors"
	"os"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const ukYes = "  person.yes: Так\n"

func tags(l *Library) []string {
	var got []string
	for _, lang := range l.Languages() {
		got = append(got, lang.Tag)
	}
	return got
}

func TestTheShippedFolderIsSound(t *testing.T) {
	l, err := Load(os.DirFS("../../locales"))
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Check(); err != nil {
		t.Error(err)
	}
}

func TestLanguagesComeInTheOrderOfNeed(t *testing.T) {
	l := &Library{languages: map[string]Language{}}
	for _, tag := range []string{"yo", "th", "ro-MD", "en", "cs", "uz-Cyrl", "uz-Latn", "ar", "uk", "ak", "ro"} {
		l.languages[tag] = Language{Tag: tag}
	}
	want := []string{"cs", "en", "uk", "ro", "ro-MD", "uz-Latn", "uz-Cyrl", "ar", "th", "ak", "yo"}
	if diff := cmp.Diff(want, tags(l)); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyTheExactTagIsTaken(t *testing.T) {
	l := mustLoad(t, "languages/uk.yaml", ukHead+ukYes)
	for _, tag := range []string{"ug", "be", "uk-UA", "UK", "", "ru"} {
		if _, err := l.Words(tag); !errors.Is(err, ErrUnknownLanguage) {
			t.Errorf("Words(%q) = %v, want ErrUnknownLanguage", tag, err)
		}
	}
	_, err := l.Words("be")
	if want := `unknown language "be"; known: en, uk`; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if _, err := l.Words("uk", "set nobody"); !errors.Is(err, ErrUnknownBundle) {
		t.Errorf("an unknown bundle gives %v", err)
	}
}

func TestALanguageKnowsWhatItIs(t *testing.T) {
	l := mustLoad(t, "languages/ar.yaml", arHead+"  person.yes: نعم\n")
	got, ok := l.Language("ar")
	want := Language{
		Tag: "ar", Name: "العربية", EnglishName: "Arabic", CzechName: "arabština", Script: "Arab", Direction: "rtl",
		Plurals: []string{"zero", "one", "two", "few", "many", "other"}, Roles: []string{"person"}, State: "draft", ReviewBy: "a native speaker",
	}
	if diff := cmp.Diff(want, got); !ok || diff != "" {
		t.Error(ok, diff)
	}
	if !got.RTL() || !got.ForPerson() || got.ForOfficer() {
		t.Errorf("RTL %v, for the person %v, for the officer %v", got.RTL(), got.ForPerson(), got.ForOfficer())
	}
}

func TestBrokenWordsAreAnErrorWhenAskedForAndNotBefore(t *testing.T) {
	l := mustLoad(t, "languages/uk.yaml", ukHead+"  person.yes: [Так]\n")
	if _, err := l.Words("en"); err != nil {
		t.Errorf("English suffers from Ukrainian: %v", err)
	}
	if _, err := l.Words("uk"); err == nil {
		t.Error("broken words were taken")
	}
}

func TestOutsideLanguagesAreAddedWhole(t *testing.T) {
	l := mustLoad(t, "sets/cesta/en.yaml", "language: en\n"+setHead+"  question.a.ask: Is that so?\n")
	outside := fstest.MapFS{
		"languages/uk.yaml":  {Data: []byte(ukHead + ukYes)},
		"sets/cesta/uk.yaml": {Data: []byte("language: uk\n" + setHead + "  question.a.ask: Це так?\n")},
	}
	if err := l.AddDir(outside, "/home/ngo/"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"en", "uk"}, tags(l)); diff != "" {
		t.Error(diff)
	}
	if got := mustWords(t, l, "uk", "set cesta").Text("question.a.ask"); got != "Це так?" {
		t.Errorf("got %q", got)
	}
}

func TestOutsideLanguagesThatAreNotSoundChangeNothing(t *testing.T) {
	for name, tc := range map[string]struct {
		outside fstest.MapFS
		want    []string
	}{
		"a language that is there already": {
			fstest.MapFS{"languages/en.yaml": {Data: []byte(enHead + enRest)}},
			[]string{"ngo/languages/en.yaml: the words of en for the interface are already in locales/languages/en.yaml; give the language a tag of its own, such as en-x-local"}},
		"a key that English lacks": {
			fstest.MapFS{"languages/uk.yaml": {Data: []byte(ukHead + "  person.other: Так\n")}},
			[]string{`ngo/languages/uk.yaml:13:3: the key "person.other" is not in locales/languages/en.yaml; remove it, or write it there first`}},
		"an empty folder": {
			fstest.MapFS{},
			[]string{"ngo: the folder holds no words; put them in languages/<tag>.yaml, sets/<set>/<tag>.yaml and countries/<cc>/languages/<tag>.yaml"}},
	} {
		t.Run(name, func(t *testing.T) {
			l := mustLoad(t)
			if diff := cmp.Diff(tc.want, lines(l.AddDir(tc.outside, "ngo"))); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{"en"}, tags(l)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWordsOfAnOutsideSetReplaceThoseOfTheSameName(t *testing.T) {
	l := mustLoad(t,
		"languages/uk.yaml", ukHead+ukYes,
		"sets/cesta/en.yaml", "language: en\n"+setHead+"  question.a.ask: Is that so?\n",
		"sets/cesta/uk.yaml", "language: uk\n"+setHead+"  question.a.ask: Це так?\n")
	outside := fstest.MapFS{"locales/en.yaml": {Data: []byte("language: en\n" + setHead + "  question.b.ask: Is it?\n")}}
	if err := l.AddSet("set cesta", outside, "mine"); err != nil {
		t.Fatal(err)
	}
	w := mustWords(t, l, "en", "set cesta")
	if w.Has("question.a.ask") || !w.Has("question.b.ask") {
		t.Error("the words of two versions are mixed")
	}
	if mustWords(t, l, "uk", "set cesta").Has("question.a.ask") {
		t.Error("Ukrainian words of the old version are left")
	}
}

func TestWordsOfAnOutsideSetAreChecked(t *testing.T) {
	l := mustLoad(t, "sets/cesta/en.yaml", "language: en\n"+setHead+"  question.a.ask: Is that so?\n")
	for name, tc := range map[string]struct {
		bundle  string
		outside fstest.MapFS
		want    []string
	}{
		"no words at all": {"set mine", fstest.MapFS{}, []string{
			"mine/locales: the set has no words; write locales/en.yaml in the set's folder"}},
		"an unknown language": {"set cesta", fstest.MapFS{"locales/uk.yaml": {Data: []byte("language: uk\n" + setHead + "  question.a.ask: Так?\n")}}, []string{
			`mine/locales/uk.yaml: there is no language "uk"; write languages/uk.yaml first, or mend the file's name`}},
		"a key of the interface": {"set cesta", fstest.MapFS{"locales/en.yaml": {Data: []byte("language: en\n" + setHead + enRest)}}, []string{
			`mine/locales/en.yaml:6:3: the key "person.yes" is also in locales/languages/en.yaml; rename it here; the bundles share one space of keys`}},
		"a bundle that is no set": {"interface", fstest.MapFS{}, []string{
			`unknown bundle of words "interface": a set's words are a bundle "set <id>"`}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, lines(l.AddSet(tc.bundle, tc.outside, "mine"))); diff != "" {
				t.Error(diff)
			}
			if !mustWords(t, l, "en", "set cesta").Has("question.a.ask") {
				t.Error("the old words are gone")
			}
		})
	}
}

func TestTheHashOfALanguageChangesWithAnyOfItsWords(t *testing.T) {
	seen := map[string]bool{}
	for _, text := range []string{"Is that so?", "Is that so", "Really?"} {
		l := mustLoad(t, "sets/cesta/en.yaml", "language: en\n"+setHead+"  question.a.ask: "+text+"\n")
		h, err := l.Hash("en")
		if err != nil || len(h) != 12 || seen[h] {
			t.Errorf("hash %q, %v", h, err)
		}
		seen[h] = true
	}
}
