package locale_test

import (
	"testing"
	"testing/fstest"

	"cesta/internal/locale"
)

func TestABundleIsReadWithThePlacesOfItsWords(t *testing.T) {
	head := "language: en\nbundle: interface\nname: English\nenglish-name: English\nczech-name: angličtina\nscript: Latn\ndirection: ltr\nplurals: [one, other]\nroles: [officer]\nstate: reviewed\nreview-by: somebody\nwords:\n"
	l, err := locale.Load(fstest.MapFS{"languages/en.yaml": {Data: []byte(head + "  a.b: One text\n  c.d: {one: \"{count} day\", other: \"{count} days\"}\n")}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := l.Bundle(locale.Interface, "en")
	if err != nil || b.State != "reviewed" || b.ReviewBy != "somebody" || b.File != "locales/languages/en.yaml" || len(b.Entries) != 2 {
		t.Fatalf("%+v, %v", b, err)
	}
	if e := b.Entries[0]; e.Key != "a.b" || e.Pos.Line != 13 || len(e.Texts) != 1 || e.Texts[0] != "One text" {
		t.Errorf("%+v", e)
	}
	if e := b.Entries[1]; e.Key != "c.d" || len(e.Texts) != 2 || e.Texts[1] != "{count} days" {
		t.Errorf("%+v", e)
	}
	if b, err := l.Bundle(locale.Interface, "cs"); err != nil || len(b.Entries) > 0 {
		t.Errorf("a language without words has %+v, %v", b, err)
	}
}
