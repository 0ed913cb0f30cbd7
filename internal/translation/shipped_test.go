package translation

import (
	"testing"

	"cesta/internal/locale"
	"cesta/locales"
)

// TestEveryShippedLanguageIsWhole holds every language that ships against its
// source, as cesta languages check does: the same numbers, no text missing,
// stale or unrecorded, each marked pair in both texts, a pair for every
// sentence with a negation or a limit and a back-translation where one lost
// word does harm.
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
			for _, problem := range s.Problems() {
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
