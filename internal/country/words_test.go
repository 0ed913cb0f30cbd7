package country

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cesta/internal/strict"
)

// words reads the pack's words in one language.
func words(t *testing.T, tag string) map[string]string {
	t.Helper()
	name := cz + "/languages/" + tag + ".yaml"
	data, err := fs.ReadFile(locales(), name)
	if err != nil {
		t.Fatal(err)
	}
	var language, bundle, state, by string
	var entries []strict.Entry[string]
	err = strict.YAML(name, data, strict.Object(nil,
		strict.Req("language", strict.Line(&language), ""), strict.Req("bundle", strict.Line(&bundle), ""),
		strict.Req("state", strict.Line(&state), ""), strict.Req("review-by", strict.Line(&by), ""),
		strict.Req("words", strict.Map(&entries, strict.Line, strict.Text), ""),
	))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		all[e.Key] = e.Val
	}
	return all
}

func forPerson(key string) bool { return !strings.HasPrefix(key, "officer.") }

func TestEveryKeyHasWordsAndEveryWordHasAKey(t *testing.T) {
	keys := shipped(t).Keys()
	for _, tag := range []string{"en", "cs"} {
		texts := words(t, tag)
		for _, key := range keys {
			if texts[key] == "" {
				t.Errorf("%s: no words for %s", tag, key)
			}
		}
		for key := range texts {
			if !slices.Contains(keys, key) && key != KeptLocked {
				t.Errorf("%s: nothing uses %s", tag, key)
			}
		}
	}
}

// What the person reads names behaviour; the word of the law stands once, where
// it is explained. A paper may be found by somebody else.
func TestTheLawsWordStandsOnce(t *testing.T) {
	legal := regexp.MustCompile(`(?i)victim|traffick|obchodován|oběť|oběti`)
	for _, tag := range []string{"en", "cs"} {
		for key, text := range words(t, tag) {
			if forPerson(key) && key != "rights.term" && legal.MatchString(text) {
				t.Errorf("%s: %s uses the word of the law: %s", tag, key, text)
			}
		}
	}
}

func TestNoTextClearsAPerson(t *testing.T) {
	clears := regexp.MustCompile(`(?i)not a victim|no risk|není obět|bez rizika|%`)
	for _, tag := range []string{"en", "cs"} {
		for key, text := range words(t, tag) {
			if clears.MatchString(text) {
				t.Errorf("%s: %s clears a person: %s", tag, key, text)
			}
		}
	}
}

func TestThePersonIsPromisedNothing(t *testing.T) {
	promises := regexp.MustCompile(`(?i)guarante|you can stay|you will not be (punished|expelled)|you are not guilty|is secret\b|you (will )?get money|you get a (residence )?permit|zaručuj|můžete zůstat|nebudete (potrestán|vyhoštěn)`)
	for _, tag := range []string{"en", "cs"} {
		for key, text := range words(t, tag) {
			if forPerson(key) && promises.MatchString(text) {
				t.Errorf("%s: %s promises: %s", tag, key, text)
			}
		}
	}
}

// Amounts go out of date and make promises of what most people do not get.
func TestThereAreNoAmountsOfMoney(t *testing.T) {
	money := regexp.MustCompile(`(?i)(^|[^\pL])(Kč|CZK|EUR|USD|korun[ayáu]?|euros?|crowns?|крон[аиу]?|евро|євро)($|[^\pL])|[€$£¥₫₴₽]`)
	sub, err := fs.Sub(locales(), cz)
	if err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(sub, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sub, name)
		if at := money.FindIndex(data); at != nil {
			t.Errorf("%s: %q", name, data[max(0, at[0]-20):min(len(data), at[1]+20)])
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestConsentSaysWhatIsReallyKept(t *testing.T) {
	want := "This program keeps nothing: when we finish, the answers are gone from it. If the law says that I must note something, I tell you."
	if got := words(t, "en")["consent.kept.text"]; !strings.HasPrefix(got, want) {
		t.Errorf("got %q", got)
	}
}

// Where answers are kept, the person is told so, by whom, until when, and what a
// "no" does.
func TestConsentSaysWhatIsKeptWhereRecordsAreSetUp(t *testing.T) {
	for tag, wants := range map[string][]string{
		"en": {"writes down your answers", "{authority}", "{review}", "If you say no", "delete", "Office for Personal Data Protection"},
		"cs": {"zapisuje vaše odpovědi", "{authority}", "{review}", "Když řeknete ne", "smaž", "Úřad"},
	} {
		text := words(t, tag)[KeptLocked]
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q: %s", tag, want, text)
			}
		}
		if strings.Contains(text, words(t, tag)[Kept][:20]) {
			t.Errorf("%s says that nothing is kept", tag)
		}
	}
}

func TestPlaceholdersAreThoseOfTheContract(t *testing.T) {
	want := map[string][]string{
		"rights.header":                     {"{date}"},
		"contacts.not-checked-since":        {"{date}"},
		"contacts.closed-until":             {"{day}", "{time}"},
		KeptLocked:                          {"{authority}", "{review}"},
		"phone.inside":                      {"{country}"},
		"reflection.month":                  {"{date}", "{time}", "{end}"},
		"officer.switch.amendment-2026.off": {"{date}"},
		"officer.switch.amendment-2026.on":  {"{date}"},
	}
	hole := regexp.MustCompile(`\{[^}]*\}`)
	for _, tag := range []string{"en", "cs"} {
		for key, text := range words(t, tag) {
			if got := hole.FindAllString(text, -1); !slices.Equal(got, want[key]) {
				t.Errorf("%s: %s has the placeholders %v, want %v", tag, key, got, want[key])
			}
		}
	}
}
