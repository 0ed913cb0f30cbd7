package locale

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"cesta/internal/strict"
)

// Entry is one word of a file with its place, for those who check what it says.
type Entry struct {
	Key string
	Pos strict.Pos
	// Texts is the text, or that of every plural form; Forms are then the names
	// of the forms, in the same order.
	Texts, Forms []string
}

// Plural reports whether the word has plural forms.
func (e Entry) Plural() bool { return len(e.Forms) > 0 }

// Text is the text, or the form "other" of several.
func (e Entry) Text() string {
	if i := slices.Index(e.Forms, "other"); i >= 0 {
		return e.Texts[i]
	}
	if len(e.Texts) == 0 {
		return ""
	}
	return e.Texts[0]
}

// Form is the text of a plural form, the text itself for the empty name.
func (e Entry) Form(name string) (string, bool) {
	if i := slices.Index(e.Forms, name); i >= 0 {
		return e.Texts[i], true
	}
	return e.Text(), name == "" && !e.Plural() && len(e.Texts) > 0
}

// Bundle is the file of one bundle in one language.
type Bundle struct {
	State, ReviewBy string
	// File is its name in messages.
	File    string
	Entries []Entry
	// Blank are the keys that stand in the file without a text.
	Blank []Entry
}

// Bundle reads the words of a bundle in one language, in the order of the file.
// A bundle that has none in it is empty.
func (l *Library) Bundle(bundle, tag string) (Bundle, error) {
	f, err := l.file(bundle, tag)
	if f == nil || err != nil {
		return Bundle{}, err
	}
	return bundleOf(f), nil
}

func bundleOf(f *file) Bundle {
	b := Bundle{State: f.State, ReviewBy: f.ReviewBy, File: f.place.shown}
	for _, w := range f.words {
		b.Entries = append(b.Entries, entryOf(w))
	}
	for _, w := range f.blank {
		b.Blank = append(b.Blank, Entry{Key: w.Key, Pos: w.Pos})
	}
	return b
}

func entryOf(w strict.Entry[word]) Entry {
	e := Entry{Key: w.Key, Pos: w.Pos}
	if w.Val.forms == nil {
		e.Texts = []string{w.Val.text}
	}
	for _, form := range w.Val.forms {
		e.Texts, e.Forms = append(e.Texts, form.Val), append(e.Forms, form.Key)
	}
	return e
}

// Bundles lists the bundles that have words, the interface first.
func (l *Library) Bundles() []string {
	return slices.SortedFunc(maps.Keys(l.files), interfaceFirst)
}

// SourceTag is the language in which the texts of a bundle were written first:
// English, or where a set from outside has none, the first in rank.
func (l *Library) SourceTag(bundle string) string {
	tags := l.Tags(bundle)
	if len(tags) == 0 || slices.Contains(tags, English) {
		return English
	}
	return tags[0]
}

// PathOf is where a bundle's words in a language stand in a locales folder.
func PathOf(bundle, tag string) string {
	kind, id, _ := strings.Cut(bundle, " ")
	switch kind {
	case "set":
		return path.Join("sets", id, tag+".yaml")
	case "country":
		return path.Join("countries", id, "languages", tag+".yaml")
	}
	return path.Join("languages", tag+".yaml")
}

// FormsOf are the plural forms that a language has for whole numbers.
func FormsOf(tag string) []string { return formsOf(language.Make(tag)).names }

// CheckEntry reports all that is wrong with one text as a translation of the
// bundle's source; it stands where e.Pos says, in whatever kind of file.
func (l *Library) CheckEntry(bundle, tag string, e Entry) error {
	src, err := l.source(bundle)
	if err != nil || src == nil {
		return err
	}
	c := &checker{library: l}
	v := comparison{checker: c, script: scripts[l.languages[tag].Script], forms: formsOf(language.Make(tag)), tag: tag, source: src, words: src.index()}
	w := strict.Entry[word]{Key: e.Key, Pos: e.Pos, Val: word{text: e.Text()}}
	for i, form := range e.Forms {
		w.Val.text = ""
		w.Val.forms = append(w.Val.forms, strict.Entry[string]{Key: form, Pos: e.Pos, Val: e.Texts[i]})
	}
	v.entry(w)
	for _, text := range e.Texts {
		if !strict.Clean(text) {
			c.problems.Add(e.Pos, "the text holds a character that drives terminals or turns text", "remove it; the program sets direction and layout itself")
		}
	}
	return c.problems.Err()
}

// ReadBundle reads a file of words that is not in a library, such as one that
// is about to be written. What the head says of the language is checked too.
func ReadBundle(bundle, tag, shown string, data []byte) (Bundle, error) {
	f, err := place{shown: shown, bundle: bundle, tag: tag}.decode(data, false)
	if err != nil {
		return Bundle{}, err
	}
	var ps strict.Problems
	if bundle == Interface {
		checkLanguage(f, &ps)
	}
	return bundleOf(f), ps.Err()
}

// Describe says how a language is set, as far as its tag tells: its script,
// direction and plural forms. It fails for a tag that is not registered, is
// known by another name today, or leaves the script open.
func Describe(tag string) (Language, error) {
	parsed, err := language.Parse(tag)
	if err != nil || parsed.String() != tag {
		return Language{}, fmt.Errorf("%w %q: write its BCP 47 tag as it is registered today, such as uk, fil, zh-Hans or sr-Latn", ErrUnknownLanguage, tag)
	}
	code, sure := parsed.Script()
	s, known := scripts[code.String()]
	if !known || sure < language.High {
		return Language{}, fmt.Errorf("%w %q: its script is not clear; add it to the tag, such as uz-Latn or sr-Cyrl", ErrUnknownLanguage, tag)
	}
	l := Language{Tag: tag, Script: code.String(), Direction: "ltr", Plurals: FormsOf(tag), State: string(Draft)}
	if s.rtl {
		l.Direction = "rtl"
	}
	return l, nil
}
