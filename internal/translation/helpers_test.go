package translation

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"cesta/internal/locale"
	"cesta/internal/strict"
)

const (
	enHead = `language: en
bundle: interface
name: English
english-name: English
czech-name: angličtina
script: Latn
direction: ltr
plurals: [one, other]
roles: [person, officer]
state: draft
review-by: an editor
words:
`
	enWords = `  person.answer.yes: "Yes"
  officer.cli.words: {one: "{count} word", other: "{count} words"}
  rights.header: This is not advice. Ask a lawyer.
  right.ALL-05: You do not have to speak. You may ask.
  contact.phone: "+420 116 111"
`
	csHead = `language: cs
bundle: interface
name: Čeština
english-name: Czech
czech-name: čeština
script: Latn
direction: ltr
plurals: [one, few, other]
roles: [person, officer]
state: draft
review-by: an editor
words:
`
	csWords = `  person.answer.yes: "Ano"
  # headings stay
  officer.cli.words: {one: "{count} slovo", few: "{count} slova", other: "{count} slov"}
  rights.header: Toto není rada. Zeptejte se právníka.
  right.ALL-05: |
    Nemusíte mluvit.
    Můžete se zeptat.
  contact.phone: "+420 116 111"
`
)

// library is English and Czech; more files, or the same anew, follow by name.
func library(t *testing.T, files ...string) *locale.Library {
	t.Helper()
	fsys := fstest.MapFS{
		"languages/en.yaml": {Data: []byte(enHead + enWords)},
		"languages/cs.yaml": {Data: []byte(csHead + csWords)},
	}
	for i := 0; i+1 < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	l, err := locale.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func survey(t *testing.T, l *locale.Library, tag string) Survey {
	t.Helper()
	language, ok := l.Language(tag)
	if !ok {
		t.Fatalf("no language %s", tag)
	}
	s, err := Read(l, locale.Interface, language)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// stamped is the status file after a stamp.
func stamped(t *testing.T, s Survey, stamp Stamp) string {
	t.Helper()
	if stamp.State == "" {
		stamp.State = locale.Draft
	}
	status, err := s.Apply(stamp)
	if err != nil {
		t.Fatal(err)
	}
	return string(status.YAML())
}

func lines(err error) []string {
	var ps strict.Problems
	if errors.As(err, &ps) && len(ps) > 0 {
		return strings.Split(ps.Error(), "\n")
	}
	return nil
}

func standing(t *testing.T, s Survey, key string) locale.Standing {
	t.Helper()
	text, ok := s.find(key)
	if !ok {
		t.Fatalf("no text %s", key)
	}
	return text.Standing
}

const statusFile = "languages/cs.status.yaml"
