// Package locale holds the words of Cesta: for each language the interface's,
// each indicator set's and each country pack's, and what a terminal needs to
// set them: direction, plural forms, width, line breaks.
//
// A text in the wrong language can harm: a person may have fled the speakers
// of a language that software thinks is near theirs. So the package must never
// guess a language, never match one tag to another and never take a word from
// another language. A tag is there exactly or it is an error; a word is there
// or [Words.Text] shows that it is not. It touches no file but those of the
// file systems it is given.
package locale

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"cesta/internal/strict"
)

// Interface names the bundle of the program's own words. The other bundles
// are "set <id>" and "country <code>".
const Interface = "interface"

// English is the language every text is first written in. Its keys are those
// the interface needs.
const English = "en"

// The errors of [Library.Words], to be told from content that is broken.
var (
	ErrUnknownLanguage = errors.New("unknown language")
	ErrUnknownBundle   = errors.New("unknown bundle of words")
)

// Language is one language that the interface has words in.
type Language struct {
	Tag string // BCP 47, canonical: uk, zh-Hans, sr-Latn
	// Name is the language's own name for itself, by which a person chooses it.
	Name                   string
	EnglishName, CzechName string
	Script                 string // ISO 15924: Latn, Cyrl, Arab
	Direction              string // ltr or rtl
	Plurals, Roles, Offers []string
	State                  string // draft, reviewed or approved, of the interface's words
	ReviewBy               string // who must review, or has reviewed, the words
}

// ForOfficer reports whether an officer can work in the language.
func (l Language) ForOfficer() bool { return slices.Contains(l.Roles, "officer") }

// ForPerson reports whether the language is meant for the person.
func (l Language) ForPerson() bool { return slices.Contains(l.Roles, "person") }

// RTL reports whether the language runs from right to left.
func (l Language) RTL() bool { return l.Direction == "rtl" }

// Shaped reports whether the letters of the language's script join or stand
// around each other, so that a terminal may not draw them as they should be.
func (l Language) Shaped() bool { return scripts[l.Script].shaped }

// Library is every language and bundle that is known. It does not change
// after [Load], AddDir and AddSet, and may then be used concurrently.
type Library struct {
	languages map[string]Language
	// files holds by bundle, then tag, where the words are. They are read
	// when somebody asks for them: a command needs two languages, not all.
	files   map[string]map[string]place
	english *file
}

// Load reads the heads of all languages under fsys, the locales folder with
// languages/, sets/ and countries/. Broken words show when they are asked for
// by [Library.Words]; [Library.Check] finds everything at once.
func Load(fsys fs.FS) (*Library, error) {
	places, err := find(fsys, "locales")
	if err != nil {
		return nil, err
	}
	return load(places)
}

// Overlay is [Load] for authors: each file of over takes the place of the one
// of the same name in base. It must never hold a talk, for which words of two
// origins may not mix; it is for whoever is writing those words.
func Overlay(base, over fs.FS, prefix string) (*Library, error) {
	mine, err := find(over, prefix)
	if err != nil {
		return nil, err
	}
	replaced := map[string]bool{}
	for _, p := range mine {
		replaced[p.path] = true
	}
	all, err := find(base, "locales")
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(p place) bool { return replaced[p.path] })
	return load(append(all, mine...))
}

func load(places []place) (*Library, error) {
	l := &Library{languages: map[string]Language{}, files: map[string]map[string]place{}}
	if err := l.add(places); err != nil {
		return nil, err
	}
	en, ok := l.files[Interface][English]
	if !ok {
		return nil, strict.Problems{{Pos: strict.Pos{File: "locales/languages/en.yaml"}, Wrong: "the English words of the interface are missing", Hint: "write this file; every language is compared with it"}}
	}
	var err error
	l.english, err = en.read()
	return l, err
}

// AddDir adds whole languages from outside, laid out as the locales folder is.
// prefix is the folder's name in messages. A language or file that is already
// there is refused: words of two origins must never mix. All words are checked;
// after an error the library is as it was.
func (l *Library) AddDir(fsys fs.FS, prefix string) error {
	places, err := find(fsys, prefix)
	if err != nil {
		return err
	}
	if len(places) == 0 {
		return noWords(prefix)
	}
	return l.extend(l.clone(), places)
}

func noWords(prefix string) error {
	return strict.Problems{{Pos: strict.Pos{File: prefix}, Wrong: "the folder holds no words", Hint: "put them in languages/<tag>.yaml, sets/<set>/<tag>.yaml and countries/<cc>/languages/<tag>.yaml"}}
}

// Holds is nil if a folder that is laid out as the locales folder is holds any
// words. prefix is its name in messages.
func Holds(fsys fs.FS, prefix string) error {
	places, err := find(fsys, prefix)
	if err == nil && len(places) == 0 {
		err = noWords(prefix)
	}
	return err
}

// AddSet makes the words in fsys/locales/<tag>.yaml those of the bundle, such
// as "set mine", instead of any words the bundle had before: words of two
// versions of a set must never mix. fsys is the set's folder and prefix its
// name in messages. Languages that come with AddDir must be added first. All
// words are checked; after an error the library is as it was.
func (l *Library) AddSet(bundle string, fsys fs.FS, prefix string) error {
	if !strings.HasPrefix(bundle, "set ") {
		return fmt.Errorf("%w %q: a set's words are a bundle \"set <id>\"", ErrUnknownBundle, bundle)
	}
	places, err := findBundle(fsys, prefix, "locales", bundle)
	if err != nil {
		return err
	}
	if len(places) == 0 {
		return strict.Problems{{Pos: strict.Pos{File: join(prefix, "locales")}, Wrong: "the set has no words", Hint: "write locales/en.yaml in the set's folder"}}
	}
	next := l.clone()
	delete(next.files, bundle)
	return l.extend(next, places)
}

// extend adds places to next and, if all is well, makes l what next is.
func (l *Library) extend(next *Library, places []place) error {
	if err := next.add(places); err != nil {
		return err
	}
	if err := next.check(places); err != nil {
		return err
	}
	*l = *next
	return nil
}

func (l *Library) clone() *Library {
	c := &Library{languages: maps.Clone(l.languages), files: map[string]map[string]place{}, english: l.english}
	for bundle, files := range l.files {
		c.files[bundle] = maps.Clone(files)
	}
	return c
}

// add registers places and reads the heads of those that are languages.
func (l *Library) add(places []place) error {
	var ps strict.Problems
	var heads []*file
	for _, p := range places {
		if before, twice := l.files[p.bundle][p.tag]; twice {
			ps.Add(strict.Pos{File: p.shown}, fmt.Sprintf("the words of %s for the %s are already in %s", p.tag, p.bundle, before.shown), "give the language a tag of its own, such as "+p.tag+"-x-local")
			continue
		}
		if l.files[p.bundle] == nil {
			l.files[p.bundle] = map[string]place{}
		}
		l.files[p.bundle][p.tag] = p
		if p.bundle == Interface {
			heads = append(heads, l.addLanguage(p, &ps))
		}
	}
	l.checkOffers(heads, &ps)
	return ps.Err()
}

func (l *Library) addLanguage(p place, ps *strict.Problems) *file {
	f, err := p.readHead()
	ps.Merge(p.shown, err)
	if err == nil {
		checkLanguage(f, ps)
	}
	// Known even when broken, so that one mistake is not reported twice.
	l.languages[p.tag] = f.Language
	return f
}

// checkOffers refuses offers of a language that is not there.
func (l *Library) checkOffers(heads []*file, ps *strict.Problems) {
	for _, f := range heads {
		for _, tag := range f.Offers {
			if _, ok := l.languages[tag]; !ok || tag == f.place.tag {
				ps.Add(f.at["offers"], fmt.Sprintf("the language %q cannot be offered instead", tag), "name another language that has a file here")
			}
		}
	}
}

// Languages lists all languages, those first that are needed most often.
func (l *Library) Languages() []Language {
	return slices.SortedFunc(maps.Values(l.languages), byRank)
}

// Language returns the language with exactly this tag.
func (l *Library) Language(tag string) (Language, bool) {
	lang, ok := l.languages[tag]
	return lang, ok
}

// Tags lists the languages in which the bundle has words, most needed first.
func (l *Library) Tags(bundle string) []string {
	return slices.SortedFunc(maps.Keys(l.files[bundle]), byTagRank)
}

// Words reads the words of one language: the interface's and those of the
// named bundles. A bundle that lacks the language adds nothing; see
// [Words.Missing]. An unknown tag is an [ErrUnknownLanguage].
func (l *Library) Words(tag string, bundles ...string) (*Words, error) {
	w, err := l.Later(tag, bundles...)
	if err != nil {
		return nil, err
	}
	if _, err := w.read(); err != nil {
		return nil, err
	}
	return w, nil
}

// Later is [Library.Words] for a language that may never be needed: its words
// are read when the first of them is asked for. What [Words.Missing] says is
// right before that too. Files that cannot be read after all give no word; the
// ones that ship are read by a test, and those from outside when they are added.
func (l *Library) Later(tag string, bundles ...string) (*Words, error) {
	lang, ok := l.languages[tag]
	if !ok {
		return nil, fmt.Errorf("%w %q; known: %s", ErrUnknownLanguage, tag, strings.Join(l.Tags(Interface), ", "))
	}
	bundles = append([]string{Interface}, bundles...)
	for _, bundle := range bundles {
		if l.files[bundle] == nil {
			return nil, fmt.Errorf("%w %q", ErrUnknownBundle, bundle)
		}
	}
	return newWords(l, lang, bundles), nil
}

// file reads the words of a bundle in one language; nil if it has none.
func (l *Library) file(bundle, tag string) (*file, error) {
	p, ok := l.files[bundle][tag]
	if !ok {
		return nil, nil
	}
	return p.read()
}

// source reads the words a bundle's other languages are compared with: English,
// or where a set from outside has none, the first in rank.
func (l *Library) source(bundle string) (*file, error) {
	tags := l.Tags(bundle)
	switch {
	case len(tags) == 0:
		return nil, nil
	case slices.Contains(tags, English):
		return l.file(bundle, English)
	}
	return l.file(bundle, tags[0])
}

// Hash is the SHA-256 over all files of a language, as 12 hexadecimal digits,
// so that a printed page can be traced to the words it was made of.
func (l *Library) Hash(tag string) (string, error) {
	h := sha256.New()
	for _, bundle := range slices.Sorted(maps.Keys(l.files)) {
		p, ok := l.files[bundle][tag]
		if !ok {
			continue
		}
		data, err := fs.ReadFile(p.fsys, p.path)
		if err != nil {
			return "", fmt.Errorf("%s: %w", p.shown, err)
		}
		fmt.Fprintf(h, "%s %d\n", bundle, len(data))
		h.Write(data)
	}
	return fmt.Sprintf("%x", h.Sum(nil))[:12], nil
}
