package cli

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/locale"
	"cesta/internal/report"
)

const esperanto = `language: eo
bundle: interface
name: Esperanto
english-name: Esperanto
czech-name: esperanto
script: Latn
direction: ltr
plurals: [one, other]
roles: [person]
state: draft
review-by: nobody yet
words:
  person.answer.yes: Jes
`

func TestALeafletNeedsAllItsWordsOfTheInterface(t *testing.T) {
	t.Parallel()
	english, err := os.ReadFile("../../locales/languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	library, err := locale.Load(fstest.MapFS{"languages/en.yaml": {Data: english}, "languages/eo.yaml": {Data: []byte(esperanto)}})
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string][]string{"en": {}, "eo": report.LeafletKeys()} {
		w, err := library.Words(tag)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, missingForLeaflet(w, []string{"officer.duty.x"})); diff != "" {
			t.Errorf("%s: %s", tag, diff)
		}
	}
}
