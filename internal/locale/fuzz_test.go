package locale

import (
	"errors"
	"strings"
	"testing"

	"cesta/internal/strict"
)

// FuzzLoad holds that no file of words, however broken, does more than be
// refused with its place.
func FuzzLoad(f *testing.F) {
	f.Add(ukHead + ukYes)
	f.Add(ukHead + "  officer.asked: {one: \"{count\", other: \"{count}\"}\n")
	f.Add("language: uk\nwords: {a: [b]}\n")
	f.Add("words:\n\nwords:\nlanguage: x")
	f.Fuzz(func(t *testing.T, text string) {
		err := loadAll(folder("languages/uk.yaml", text))
		var ps strict.Problems
		if err != nil && !errors.As(err, &ps) {
			t.Fatalf("not a problem with a place: %v", err)
		}
		for _, p := range ps {
			if !strings.HasPrefix(p.String(), "locales/languages/uk.yaml") || p.Wrong == "" || p.Hint == "" {
				t.Errorf("incomplete message: %v", p)
			}
		}
	})
}

func BenchmarkWords(b *testing.B) {
	var words strings.Builder
	for i := range 400 {
		words.WriteString("  question.q" + digits(i) + ".ask: Чи забирає хтось ваш паспорт або інші документи, {count}?\n")
	}
	fsys := folder("languages/uk.yaml", ukHead+ukYes, "sets/cesta/uk.yaml", "language: uk\n"+setHead+words.String())
	b.ResetTimer()
	for b.Loop() {
		l, err := Load(fsys)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := l.Words("uk", "set cesta"); err != nil {
			b.Fatal(err)
		}
	}
}
