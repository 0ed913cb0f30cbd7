package translation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/locale"
)

const pairsFile = `rights.header:
  - {en: "not", is: "není"}
right.ALL-05:
  - {en: "do not have to", is: "Nemusíte"}
`

func pairs(t *testing.T, text string) []Marked {
	t.Helper()
	p, err := ReadPairs("pairs.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func backs(t *testing.T, text string) []Back {
	t.Helper()
	b, err := ReadBacks("back.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// whole is a stamp after which nothing is left to be said.
func whole(t *testing.T) Stamp {
	return Stamp{State: locale.Draft, Pairs: pairs(t, pairsFile), Backs: backs(t, "rights.header: This is no advice. Ask a lawyer.\nright.ALL-05: \"You need not speak.\\nYou can ask.\"\n")}
}

func TestAStampMakesEveryTextADraftOfItsSource(t *testing.T) {
	before := survey(t, library(t), "cs")
	if got := standing(t, before, "rights.header"); got != locale.Unstamped {
		t.Errorf("before the stamp: %s", got)
	}
	status := stamped(t, before, whole(t))
	after := survey(t, library(t, statusFile, status), "cs")
	if diff := cmp.Diff(map[locale.Standing]int{locale.Draft: 5}, after.Counts()); diff != "" {
		t.Error(diff)
	}
	if ps := after.Problems(); len(ps) > 0 {
		t.Errorf("left: %v", ps)
	}
	if again := stamped(t, after, Stamp{}); again != status {
		t.Errorf("a second stamp changes the file:\n%s", cmp.Diff(status, again))
	}
}

func TestAChangedSourceMakesTheTextStaleUntilItIsNamed(t *testing.T) {
	status := stamped(t, survey(t, library(t), "cs"), whole(t))
	english := enHead + strings.Replace(enWords, "Ask a lawyer", "Ask two lawyers", 1)
	stale := func(status string) Survey {
		return survey(t, library(t, "languages/en.yaml", english, statusFile, status), "cs")
	}
	if got := standing(t, stale(status), "rights.header"); got != locale.Stale {
		t.Fatalf("the text is %s", got)
	}
	s := stale(status)
	want := []string{`locales/languages/cs.yaml:16:3: the text rights.header is stale: its source has changed since it was translated; compare it with "This is not advice. Ask two lawyers.", mend it, then run cesta languages stamp cs rights.header`}
	if diff := cmp.Diff(want, lines(s.Problems())); diff != "" {
		t.Error(diff)
	}
	if got := standing(t, stale(stamped(t, s, Stamp{})), "rights.header"); got != locale.Stale {
		t.Errorf("a stamp of everything made the text %s", got)
	}
	if got := standing(t, stale(stamped(t, s, Stamp{State: locale.Approved, By: "somebody", On: "2026-12-01"})), "rights.header"); got != locale.Stale {
		t.Errorf("a review of everything made the text %s", got)
	}
	if got := standing(t, stale(stamped(t, s, Stamp{Keys: []string{"rights.*"}})), "rights.header"); got != locale.Draft {
		t.Errorf("the text that was named is %s", got)
	}
}

func TestAChangedTranslationLosesItsReviewAndItsBackTranslation(t *testing.T) {
	stamp := whole(t)
	stamp.State, stamp.By, stamp.On = locale.Approved, "Jana N., court interpreter", "2026-12-01"
	status := stamped(t, survey(t, library(t), "cs"), stamp)
	if kept := stamped(t, survey(t, library(t, statusFile, status), "cs"), Stamp{}); kept != status {
		t.Errorf("a stamp without a change took a review away:\n%s", cmp.Diff(status, kept))
	}
	czech := csHead + strings.Replace(csWords, "není rada", "není žádná rada", 1)
	changed := survey(t, library(t, "languages/cs.yaml", czech, statusFile, status), "cs")
	if got := standing(t, changed, "rights.header"); got != locale.Changed {
		t.Fatalf("the text is %s", got)
	}
	after := survey(t, library(t, "languages/cs.yaml", czech, statusFile, stamped(t, changed, Stamp{})), "cs")
	text, _ := after.find("rights.header")
	if text.Standing != locale.Draft || text.Record.Back != "" || text.Record.By != "" {
		t.Errorf("%+v", text.Record)
	}
	if len(text.Record.Pairs) != 1 {
		t.Errorf("a pair that is still in the text is gone: %+v", text.Record)
	}
	if got := standing(t, after, "right.ALL-05"); got != locale.Approved {
		t.Errorf("another text is %s", got)
	}
}

func TestALostPairGoesWithTheTextThatLostIt(t *testing.T) {
	status := stamped(t, survey(t, library(t), "cs"), whole(t))
	czech := csHead + strings.Replace(csWords, "Toto není rada", "Toto je rada", 1)
	s := survey(t, library(t, "languages/cs.yaml", czech, statusFile, status), "cs")
	if got := strings.Join(lines(s.Problems()), "\n"); !strings.Contains(got, `the pair "not", "není" of rights.header is not in both texts`) {
		t.Errorf("a lost negation is not reported:\n%s", got)
	}
	after := survey(t, library(t, "languages/cs.yaml", czech, statusFile, stamped(t, s, Stamp{})), "cs")
	if got := strings.Join(lines(after.Problems()), "\n"); !strings.Contains(got, `no pair in rights.header marks where the translation says "This is not advice."`) {
		t.Errorf("the sentence without a pair is not reported:\n%s", got)
	}
}

func TestWhatDoesNotBelongIsRefused(t *testing.T) {
	s := survey(t, library(t), "cs")
	_, err := s.Apply(Stamp{State: locale.Draft, Pairs: pairs(t, "rights.header:\n  - {en: not, is: nikdy}\n")})
	want := []string{`pairs.yaml:2:5: the piece "nikdy" is not in the text of rights.header, or not so often; copy it letter for letter out of "Toto není rada. Zeptejte se právníka."`}
	if diff := cmp.Diff(want, lines(err)); diff != "" {
		t.Error(diff)
	}
	err = Unknown(Stamp{Keys: []string{"right.NO"}, Backs: backs(t, "right.ALL-99: x\n")}, []Survey{s})
	if got := lines(err); len(got) != 2 || !strings.HasPrefix(got[0], `there is no text with the key "right.NO"; mend`) || !strings.HasPrefix(got[1], `back.yaml:1:1: there is no text with the key "right.ALL-99"`) {
		t.Errorf("%q", got)
	}
	for name, text := range map[string]string{
		"an unknown field": "a.b:\n  - {en: x, is: y, isnt: z}\n",
		"a missing piece":  "a.b:\n  - {en: x, is: \"\"}\n",
		"a key twice":      "a.b:\n  - {en: x, is: y}\na.b:\n  - {en: x, is: y}\n",
	} {
		if _, err := ReadPairs("pairs.yaml", []byte(text)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestAFileMustNotSayMoreThanItsTexts(t *testing.T) {
	czech := strings.Replace(csHead, "state: draft", "state: approved", 1) + csWords
	status := stamped(t, survey(t, library(t), "cs"), whole(t))
	s := survey(t, library(t, "languages/cs.yaml", czech, statusFile, status), "cs")
	want := []string{`locales/languages/cs.yaml: the file says that it is approved; 5 of its texts are not; write state: draft, or run cesta languages stamp cs --state approved --by NAME`}
	if diff := cmp.Diff(want, lines(s.Problems())); diff != "" {
		t.Error(diff)
	}
	if got := string(WithState([]byte(czech), s.Lowest())); got != csHead+csWords {
		t.Errorf("the head was not mended:\n%s", cmp.Diff(csHead+csWords, got))
	}
}

func TestARecordOfATextThatIsGoneIsDropped(t *testing.T) {
	status := stamped(t, survey(t, library(t), "cs"), whole(t)) + "  person.gone: 01234567/89abcdef\n"
	s := survey(t, library(t, statusFile, status), "cs")
	if got := lines(s.Problems()); len(got) != 1 || !strings.Contains(got[0], "cs.status.yaml:") || !strings.Contains(got[0], "person.gone is recorded") {
		t.Errorf("%q", got)
	}
	if strings.Contains(stamped(t, s, Stamp{}), "person.gone") {
		t.Error("the record is still there")
	}
}
