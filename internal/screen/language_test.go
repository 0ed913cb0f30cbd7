package screen_test

import (
	"slices"
	"strings"
	"testing"

	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

var dari = locale.Language{Tag: "prs", Name: "دری", EnglishName: "Dari", CzechName: "daríjština", Direction: "rtl"}

// atLanguages is the list of languages, with Dari offered beside Ukrainian.
func atLanguages(t *testing.T) screen.Screen {
	t.Helper()
	k := begin(t, plan(shippedSet(t), "full"), english(t), func(c *screen.Config) {
		c.Offers = map[string][]locale.Language{"uk": {dari}}
	})
	s := k.here()
	if s.Step.ID != interview.StepLanguage {
		t.Fatalf("the talk begins with %s", s.Step.ID)
	}
	return s
}

func TestAnOfferStandsBesideTheLanguageAndIsAQuestion(t *testing.T) {
	s := atLanguages(t)
	at := slices.IndexFunc(s.Options, func(o screen.Option) bool { return o.ID == "uk" })
	if at < 0 {
		t.Fatal("Ukrainian is not offered")
	}
	o := s.Options[at]
	if want := "self-uk (دری?)"; o.Person != want {
		t.Errorf("the person reads %q, want %q", o.Person, want)
	}
	if !strings.Contains(o.Officer, "Dari") || !strings.Contains(o.Officer, "english-uk") {
		t.Errorf("the officer reads %q", o.Officer)
	}
	if slices.ContainsFunc(s.Options, func(o screen.Option) bool { return o.ID == "prs" }) {
		t.Error("a language that is not whole can be chosen")
	}
	for _, o := range s.Options {
		if o.ID != "uk" && strings.Contains(o.Person+o.Officer, "Dari") {
			t.Errorf("Dari stands beside %s", o.ID)
		}
	}
}

func TestALanguageIsFoundByEveryOneOfItsNames(t *testing.T) {
	s := atLanguages(t)
	for _, text := range []string{"self-uk", "ENGLISH-UK", "czech-uk", "uk", "دري", "dari", "darijstina"} {
		found := s.Search(text)
		if !slices.ContainsFunc(found, func(o screen.Option) bool { return o.ID == "uk" }) {
			t.Errorf("%q finds %v", text, found)
		}
	}
	for _, text := range []string{"", "?", "nobody speaks this"} {
		if found := s.Search(text); len(found) > 0 {
			t.Errorf("%q finds %v", text, found)
		}
	}
	other := s
	other.Step.ID = interview.StepReview
	if len(other.Search("uk")) > 0 {
		t.Error("another step can be searched")
	}
}

// consents walks to every step that shows a consent and gives the text of each.
func consents(t *testing.T, configure func(*screen.Config)) map[string]string {
	t.Helper()
	k := begin(t, plan(shippedSet(t), "full"), english(t), configure)
	texts := map[string]string{}
	for _, s := range k.to("never", map[string]string{"language": "1", "interview": "1"}) {
		var all []string
		for _, p := range s.Body {
			all = append(all, p.Person, p.Officer)
		}
		texts[s.Step.ID] = strings.Join(all, "\n")
	}
	return texts
}

// approved are words that somebody has signed.
type approved struct{ screen.Words }

func (approved) State(string) string { return "approved" }

func TestAConsentSaysInBothLanguagesThatItIsADraft(t *testing.T) {
	texts := consents(t, func(*screen.Config) {})
	for _, step := range []string{"interview", "close.referral"} {
		if n := strings.Count(texts[step], "rights.draft") + strings.Count(texts[step], "A lawyer has not checked it yet"); n != 2 {
			t.Errorf("%s says %d times that it is a draft:\n%s", step, n, texts[step])
		}
	}
	if strings.Contains(texts["who"], "rights.draft") {
		t.Error("what asks for nothing has the line too")
	}
	sign := func(c *screen.Config) {
		for tag, w := range c.Words {
			c.Words[tag] = approved{w}
		}
	}
	if texts := consents(t, sign); strings.Contains(texts["interview"], "draft") {
		t.Errorf("a text that is approved in both languages says that it is a draft:\n%s", texts["interview"])
	}
	law := func(c *screen.Config) { sign(c); c.Unreviewed = true }
	if texts := consents(t, law); !strings.Contains(texts["interview"], "rights.draft") {
		t.Error("a draft of the law is not told where its words are approved")
	}
}

func TestTheNoticeOnDrawingIsForTheOfficerAndComesOnce(t *testing.T) {
	chosen, proposed := plan(shippedSet(t), "full"), plan(shippedSet(t), "full")
	proposed.Language = "uk"
	for want, p := range map[string]interview.Plan{"info.ready": chosen, interview.StepLanguageConfirm: proposed} {
		k := begin(t, p, english(t), func(c *screen.Config) { c.Drawing = map[string]string{"uk": "NOTICE"} })
		var seen []string
		for _, s := range k.to("never", nil) {
			for _, p := range s.Body {
				if p.Officer == "NOTICE" {
					seen = append(seen, s.Step.ID)
				}
				if strings.Contains(p.Person, "NOTICE") {
					t.Errorf("the person reads it at %s", s.Step.ID)
				}
			}
		}
		if !slices.Equal(seen, []string{want}) {
			t.Errorf("the officer reads it at %v, not at %s", seen, want)
		}
	}
}
