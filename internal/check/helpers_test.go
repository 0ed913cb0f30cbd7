package check_test

import (
	"errors"
	"io/fs"
	"maps"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"cesta/indicators"
	"cesta/internal/check"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/strict"
	"cesta/locales"
)

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// files are the shipped set and its English words, read once.
var files = sync.OnceValues(func() (fstest.MapFS, error) {
	all := fstest.MapFS{}
	err := fs.WalkDir(indicators.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(indicators.Files, name)
		all[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		return nil, err
	}
	data, err := fs.ReadFile(locales.FS, "sets/cesta/en.yaml")
	all["locales/en.yaml"] = &fstest.MapFile{Data: data}
	return all, err
})

// copySet is the shipped set, with its English words if wanted, as files that
// may be exchanged.
func copySet(tb testing.TB, words bool) fstest.MapFS {
	tb.Helper()
	all, err := files()
	if err != nil {
		tb.Fatal(err)
	}
	all = maps.Clone(all)
	if !words {
		delete(all, "locales/en.yaml")
	}
	return all
}

// heads are languages with only the words of the interface that a check looks at.
var heads = map[string]string{
	"en": "name: English\nenglish-name: English\nczech-name: angličtina\nscript: Latn\ndirection: ltr\nplurals: [one, other]\n",
	"cs": "name: Čeština\nenglish-name: Czech\nczech-name: čeština\nscript: Latn\ndirection: ltr\nplurals: [one, few, other]\n",
	"uk": "name: Українська\nenglish-name: Ukrainian\nczech-name: ukrajinština\nscript: Cyrl\ndirection: ltr\nplurals: [one, few, many, other]\n",
	"vi": "name: Tiếng Việt\nenglish-name: Vietnamese\nczech-name: vietnamština\nscript: Latn\ndirection: ltr\nplurals: [other]\n",
}

// library has the languages and no words of a set.
func library(tb testing.TB) *locale.Library {
	tb.Helper()
	files := fstest.MapFS{}
	for tag, head := range heads {
		roles := "[person]"
		words := ""
		if tag == "en" {
			roles = "[person, officer]"
			words = "  person.answer.none: None of these\n  person.caution.silence-and-lawyer: You may be silent.\n  person.caution.return: You need not answer.\n"
		}
		files["languages/"+tag+".yaml"] = &fstest.MapFile{Data: []byte("language: " + tag + "\nbundle: interface\n" + head +
			"roles: " + roles + "\nstate: draft\nreview-by: nobody yet\nwords:\n  person.answer.unknown: \"" + unknown[tag] + "\"\n" + words)}
	}
	l, err := locale.Load(files)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

var unknown = map[string]string{"en": "I do not know", "cs": "Nevím", "uk": "Не знаю", "vi": "Tôi không biết"}

// checked is all that is wrong with the set in fsys, whoever finds it. The words
// are checked where the set brings any.
func checked(tb testing.TB, fsys fs.FS) strict.Problems {
	tb.Helper()
	set, err := indicator.Load(fsys)
	if err != nil {
		return problems(tb, err)
	}
	cases, err := check.LoadCases(fsys)
	if err != nil {
		return problems(tb, err)
	}
	in := check.Input{Set: set, Cases: cases, Today: today}
	if _, err := fs.Stat(fsys, "locales"); err == nil {
		in.Words = library(tb)
		if err := in.Words.AddSet("set "+set.ID, fsys, ""); err != nil {
			return problems(tb, err)
		}
	}
	return check.Run(in).Problems
}

func problems(tb testing.TB, err error) strict.Problems {
	tb.Helper()
	var ps strict.Problems
	if !errors.As(err, &ps) {
		tb.Fatalf("%v are no problems", err)
	}
	return ps
}
