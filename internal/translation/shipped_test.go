package translation

import (
	"slices"
	"strings"
	"testing"

	"cesta/internal/locale"
	"cesta/locales"
)

// TestEveryShippedLanguageIsWhole holds every language that ships against its
// source, as cesta languages check does: the same numbers, no text missing,
// stale or unrecorded, each marked pair in both texts, a pair for every
// sentence with a negation or a limit and a back-translation where one lost
// word does harm. A language that nobody has yet translated back is told and no
// failure here: cesta languages check does not let it pass.
func TestEveryShippedLanguageIsWhole(t *testing.T) {
	t.Parallel()
	l, err := locale.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Check(); err != nil { // placeholders, plural forms, letters, NFC
		t.Error(err)
	}
	weighty := 0
	for _, language := range l.Languages() {
		for _, bundle := range l.Bundles() {
			s, err := Read(l, bundle, language)
			if err != nil {
				t.Error(err)
				continue
			}
			backless := !slices.ContainsFunc(s.Texts, func(text Text) bool { return text.Record.Back != "" })
			for _, problem := range s.Problems() {
				if backless && strings.Contains(problem.Wrong, "has no back-translation") {
					t.Log(problem)
					continue
				}
				t.Error(problem)
			}
			for _, text := range s.Texts {
				if !s.IsSource && Weighty(text.Key()) && len(text.Record.Pairs) > 0 {
					weighty++
				}
			}
		}
	}
	if languages := len(l.Languages()) - 1; weighty < 50*languages {
		t.Errorf("only %d texts in %d languages have pairs: this test looks at nothing", weighty, languages)
	}
}
