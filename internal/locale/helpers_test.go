package locale

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"cesta/internal/strict"
)

// enHead and ukHead are sound heads; words follow them.
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
	enWords = `  person.yes: "Yes"
  person.hello: "{greeting}, may I help you?"
  officer.asked: {one: one question, other: "{count} questions"}
`
	ukHead = `language: uk
bundle: interface
name: Українська
english-name: Ukrainian
czech-name: ukrajinština
script: Cyrl
direction: ltr
plurals: [one, few, many, other]
roles: [person]
state: reviewed
review-by: a native speaker
words:
`
	arHead = `language: ar
bundle: interface
name: العربية
english-name: Arabic
czech-name: arabština
script: Arab
direction: rtl
plurals: [zero, one, two, few, many, other]
roles: [person]
state: draft
review-by: a native speaker
words:
`
	setHead = `bundle: set cesta
state: approved
review-by: an editor
words:
`
)

// folder is a locales folder with English and the given files, by name.
func folder(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{"languages/en.yaml": {Data: []byte(enHead + enWords)}}
	for i := 0; i+1 < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func mustLoad(t *testing.T, files ...string) *Library {
	t.Helper()
	l, err := Load(folder(files...))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func mustWords(t *testing.T, l *Library, tag string, bundles ...string) *Words {
	t.Helper()
	w, err := l.Words(tag, bundles...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// loadAll loads and checks as `languages check` does.
func loadAll(fsys fstest.MapFS) error {
	l, err := Load(fsys)
	if err != nil {
		return err
	}
	return l.Check()
}

func lines(err error) []string {
	var ps strict.Problems
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ps):
		return strings.Split(ps.Error(), "\n")
	}
	return []string{err.Error()}
}
