package locale

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"cesta/internal/strict"
)

const ukStatus = "language: uk\nbundle: interface\ntexts:\n"

// status reads the status of the Ukrainian interface.
func status(t *testing.T, text string) (Status, error) {
	t.Helper()
	l := mustLoad(t, "languages/uk.yaml", ukHead+ukYes, "languages/uk.status.yaml", text)
	return l.Status(Interface, "uk")
}

func TestAStatusFileIsNotTakenForWords(t *testing.T) {
	l := mustLoad(t, "languages/uk.yaml", ukHead+ukYes, "languages/uk.status.yaml", ukStatus+"  person.yes: 01234567/89abcdef\n")
	if diff := cmp.Diff([]string{"en", "uk"}, tags(l)); diff != "" {
		t.Error(diff)
	}
	without, _ := mustLoad(t, "languages/uk.yaml", ukHead+ukYes).Hash("uk")
	if with, _ := l.Hash("uk"); with != without {
		t.Error("the status changes the hash of the words")
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab\"\\: #'{}\n-čж\u200b"))).Filter(func(s string) bool { return strings.TrimSpace(s) == s && s != "" })
		line := text.Filter(func(s string) bool { return !strings.Contains(s, "\n") })
		want := Status{Tag: "uk", Bundle: Interface}
		for i := range rapid.IntRange(0, 4).Draw(rt, "records") {
			r := Record{Key: "a.b" + digits(i), Of: rapid.StringMatching(`[0-9a-f]{8}/[0-9a-f]{8}`).Draw(rt, "of"), State: Draft}
			if rapid.Bool().Draw(rt, "signed") {
				r.State, r.By, r.On = Approved, line.Draw(rt, "by"), "2026-12-01"
			}
			if rapid.Bool().Draw(rt, "back") {
				r.Back = text.Draw(rt, "back")
			}
			if rapid.Bool().Draw(rt, "pair") {
				r.Pairs = []Pair{{Source: line.Draw(rt, "source"), Is: line.Draw(rt, "is")}}
			}
			want.Records = append(want.Records, r)
		}
		got := Status{Tag: "uk", Bundle: Interface}
		if err := got.decode(want.YAML()); err != nil {
			rt.Fatalf("%v in\n%s", err, want.YAML())
		}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(strict.Pos{})); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestABrokenStatusFileIsRefusedWithPlaceAndHint(t *testing.T) {
	for name, tc := range map[string]struct{ text, want string }{
		"no digests":               {ukStatus + "  person.yes: now\n", `locales/languages/uk.status.yaml:4:15: "now" is not two digests; run cesta languages stamp; it writes 8 digits, a slash and 8 digits`},
		"a number":                 {ukStatus + "  person.yes: 12345678\n", `locales/languages/uk.status.yaml:4:15: "12345678" is read as a number; write a line of text, in quotes`},
		"a review by nobody":       {ukStatus + "  person.yes: {of: 01234567/89abcdef, state: approved}\n", `locales/languages/uk.status.yaml:4:15: the state is approved and by and on do not fit it; a draft has neither; reviewed and approved have both`},
		"a draft with a reviewer":  {ukStatus + "  person.yes: {of: 01234567/89abcdef, by: me, on: 2026-12-01}\n", `locales/languages/uk.status.yaml:4:15: the state is draft and by and on do not fit it; a draft has neither; reviewed and approved have both`},
		"an unknown state":         {ukStatus + "  person.yes: {of: 01234567/89abcdef, state: fine}\n", `locales/languages/uk.status.yaml:4:46: "fine" is not known here; write one of draft, reviewed, approved`},
		"an unknown key":           {ukStatus + "  person.yes: {of: 01234567/89abcdef, bakc: x}\n", `locales/languages/uk.status.yaml:4:39: the key "bakc" is not known here; did you mean back?`},
		"a status of another file": {strings.Replace(ukStatus, ": uk", ": ru", 1) + "  person.yes: 01234567/89abcdef\n", `locales/languages/uk.status.yaml:1:1: this is the status of ru for the interface; run cesta languages stamp uk, or move the file`},
	} {
		_, err := status(t, tc.text)
		if diff := cmp.Diff([]string{tc.want}, lines(err)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// claimed is a set whose Ukrainian words say that they are approved, with what
// is recorded of the one text.
func claimed(t *testing.T, english, record string) string {
	t.Helper()
	l, err := Load(fstest.MapFS{
		"languages/en.yaml":         {Data: []byte(enHead + enWords)},
		"languages/uk.yaml":         {Data: []byte(ukHead + ukYes)},
		"sets/cesta/en.yaml":        {Data: []byte("language: en\n" + setHead + "  question.a.ask: " + english + "\n")},
		"sets/cesta/uk.yaml":        {Data: []byte("language: uk\n" + setHead + "  question.a.ask: Це так?\n")},
		"sets/cesta/uk.status.yaml": {Data: []byte("language: uk\nbundle: set cesta\ntexts:\n" + record)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return mustWords(t, l, "uk", "set cesta").State("question.a.ask")
}

func TestAClaimIsHeldAgainstTheRecord(t *testing.T) {
	of := Of(Entry{Texts: []string{"Is that so?"}}, Entry{Texts: []string{"Це так?"}})
	other := Of(Entry{Texts: []string{"Is that so?"}}, Entry{Texts: []string{"Це не так?"}})
	for name, tc := range map[string]struct {
		english, record string
		want            string
	}{
		"approved":              {"Is that so?", "  question.a.ask: {of: " + of + ", state: approved, by: x, on: 2026-12-01}\n", "approved"},
		"only reviewed":         {"Is that so?", "  question.a.ask: {of: " + of + ", state: reviewed, by: x, on: 2026-12-01}\n", "reviewed"},
		"a draft":               {"Is that so?", "  question.a.ask: " + of + "\n", "draft"},
		"another source":        {"Is it so?", "  question.a.ask: {of: " + of + ", state: approved, by: x, on: 2026-12-01}\n", "draft"},
		"another translation":   {"Is that so?", "  question.a.ask: {of: " + other + ", state: approved, by: x, on: 2026-12-01}\n", "draft"},
		"no record":             {"Is that so?", "  {}\n", "draft"},
		"a record nobody reads": {"Is that so?", "  question.a.ask: fine\n", "draft"},
	} {
		if got := claimed(t, tc.english, tc.record); got != tc.want {
			t.Errorf("%s: %s, want %s", name, got, tc.want)
		}
	}
}

func TestADraftIsADraftWithoutReadingMore(t *testing.T) {
	l := mustLoad(t, "languages/uk.yaml", strings.Replace(ukHead, "reviewed", "draft", 1)+ukYes, "languages/uk.status.yaml", "broken: [")
	if got := mustWords(t, l, "uk").State("person.yes"); got != "draft" {
		t.Errorf("the text is %s", got)
	}
	if got := mustWords(t, l, "en").State("person.yes"); got != "draft" {
		t.Errorf("the source is %s", got)
	}
}

func TestAnEmptyTextIsOneThatIsMissing(t *testing.T) {
	l := mustLoad(t, "languages/uk.yaml", ukHead+"  person.yes: \"\"\n  officer.asked: {one: \"\", few: \"\", many: \"\", other: \"\"}\n")
	if err := l.Check(); err != nil {
		t.Error(err)
	}
	if w := mustWords(t, l, "uk"); w.Has("person.yes") || len(w.Missing(nil)) != 2 {
		t.Error("a text that nobody has written is there")
	}
	if b, err := l.Bundle(Interface, "uk"); err != nil || len(b.Entries) > 0 || len(b.Blank) != 2 || b.Blank[0].Pos.Line != 13 {
		t.Errorf("%+v, %v", b, err)
	}
	half := mustLoad(t, "languages/uk.yaml", ukHead+"  officer.asked: {one: \"\", few: \"{count}\", many: \"{count}\", other: \"{count}\"}\n")
	if got := lines(half.Check()); len(got) != 1 || !strings.Contains(got[0], "uk.yaml:13:18: some plural forms are empty; write a text for each form, or none") {
		t.Errorf("%q", got)
	}
	_, err := Load(fstest.MapFS{"languages/en.yaml": {Data: []byte(enHead + "  person.yes: \"\"\n")}})
	if err != nil {
		t.Fatal(err)
	}
	source, _ := Load(fstest.MapFS{"languages/en.yaml": {Data: []byte(enHead + "  person.yes: \"\"\n")}})
	if got := lines(source.Check()); len(got) != 1 || !strings.Contains(got[0], "en.yaml:13:3: the text is empty; write it") {
		t.Errorf("%q", got)
	}
}

func TestAuthorsSeeTheirFilesInPlaceOfTheBuiltInOnes(t *testing.T) {
	base := folder("languages/uk.yaml", ukHead+ukYes)
	l, err := Overlay(base, fstest.MapFS{"languages/uk.yaml": {Data: []byte(ukHead + "  person.yes: Авжеж\n")}}, "mine")
	if err != nil {
		t.Fatal(err)
	}
	if got := mustWords(t, l, "uk").Text("person.yes"); got != "Авжеж" {
		t.Errorf("got %q", got)
	}
	if b, _ := l.Bundle(Interface, "uk"); b.File != "mine/languages/uk.yaml" {
		t.Errorf("the file is called %q", b.File)
	}
	if got := mustWords(t, l, "en").Text("person.yes"); got != "Yes" {
		t.Errorf("got %q", got)
	}
}

func TestATagTellsHowALanguageIsSet(t *testing.T) {
	for tag, want := range map[string]Language{
		"ar":      {Tag: "ar", Script: "Arab", Direction: "rtl", Plurals: []string{"zero", "one", "two", "few", "many", "other"}, State: "draft"},
		"sr-Latn": {Tag: "sr-Latn", Script: "Latn", Direction: "ltr", Plurals: []string{"one", "few", "other"}, State: "draft"},
		"ka":      {Tag: "ka", Script: "Geor", Direction: "ltr", Plurals: []string{"one", "other"}, State: "draft"},
	} {
		got, err := Describe(tag)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", tag, err, diff)
		}
	}
	for _, tag := range []string{"xx", "tl", "", "UK", "und"} {
		if l, err := Describe(tag); err == nil {
			t.Errorf("%q gives %+v", tag, l)
		}
	}
}
