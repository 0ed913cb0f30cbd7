// Package translation is for whoever makes and minds the translations: what is
// missing, what has gone stale, what nobody has looked at, and the table in
// which a translator works.
//
// It must never translate, never call a text reviewed by itself, and never
// change or drop a text that nobody has given it another one for. It touches no
// file: it reads what package locale has found and returns bytes to be written.
package translation

import (
	"slices"
	"strings"

	"cesta/internal/locale"
	"cesta/internal/strict"
)

// Survey is one bundle in one language, held against the bundle's source.
type Survey struct {
	Language locale.Language
	Bundle   string
	// File is the file of words as messages name it. It may not exist yet.
	File string
	// State is what the file says of itself.
	State  string
	Status locale.Status
	// Texts are those that the language needs or has, in the order of the source.
	Texts []Text
	// IsSource says that the texts are the source itself, which has no record.
	IsSource bool
	// Folder is the folder of words that hints must name; empty where the
	// commands find it by themselves.
	Folder string
	// Weighed says that the source is English, whose negations and limits this
	// package knows.
	Weighed bool
}

// Text is one text with its source. Translation has no texts where nobody has
// written it yet; its place is then where it could be written.
type Text struct {
	Source, Translation locale.Entry
	Record              locale.Record
	Standing            locale.Standing
}

// Key is the key of the text.
func (t Text) Key() string { return t.Source.Key }

// Reader surveys many languages and reads each source once.
type Reader struct {
	// Folder becomes that of every survey.
	Folder  string
	library *locale.Library
	sources map[string]locale.Bundle
}

// NewReader gives a Reader of a library.
func NewReader(l *locale.Library) *Reader {
	return &Reader{library: l, sources: map[string]locale.Bundle{}}
}

// Read surveys a bundle in one language.
func Read(l *locale.Library, bundle string, language locale.Language) (Survey, error) {
	return NewReader(l).Read(bundle, language)
}

func (r *Reader) source(bundle string) (locale.Bundle, error) {
	if b, ok := r.sources[bundle]; ok {
		return b, nil
	}
	b, err := r.library.Bundle(bundle, r.library.SourceTag(bundle))
	if err == nil {
		r.sources[bundle] = b
	}
	return b, err
}

// Read surveys a bundle in one language.
func (r *Reader) Read(bundle string, language locale.Language) (Survey, error) {
	l := r.library
	tag := l.SourceTag(bundle)
	s := Survey{Language: language, Bundle: bundle, Folder: r.Folder, IsSource: tag == language.Tag, Weighed: tag == locale.English}
	source, err := r.source(bundle)
	if err != nil {
		return s, err
	}
	words, err := l.Bundle(bundle, language.Tag)
	if err != nil {
		return s, err
	}
	if s.Status, err = l.Status(bundle, language.Tag); err != nil {
		return s, err
	}
	s.File, s.State = words.File, words.State
	if s.File == "" {
		s.File = locale.PathOf(bundle, language.Tag)
	}
	s.add(source, words)
	return s, nil
}

func (s *Survey) add(source, words locale.Bundle) {
	has, records := map[string]locale.Entry{}, map[string]locale.Record{}
	for _, e := range slices.Concat(words.Blank, words.Entries) {
		has[e.Key] = e
	}
	for _, r := range s.Status.Records {
		records[r.Key] = r
	}
	for _, e := range source.Entries {
		t := Text{Source: e, Translation: has[e.Key], Record: records[e.Key]}
		if len(t.Translation.Texts) == 0 && !s.needs(e.Key) {
			continue
		}
		if t.Standing = t.Record.Standing(t.Source, t.Translation); s.IsSource {
			t.Standing = locale.Standing(s.State)
		}
		if t.Translation.Pos == (strict.Pos{}) {
			t.Translation.Pos = strict.Pos{File: s.File}
		}
		s.Texts = append(s.Texts, t)
	}
}

// needs reports whether the language must have a word: a language for persons
// only needs none of the officer's.
func (s *Survey) needs(key string) bool {
	return s.Language.ForOfficer() || !strings.HasPrefix(key, "officer.")
}

// Counts says how many texts have each standing.
func (s *Survey) Counts() map[locale.Standing]int {
	counts := map[locale.Standing]int{}
	for _, t := range s.Texts {
		counts[t.Standing]++
	}
	return counts
}

// Lowest is what the file may say of itself: a draft as long as any text is
// one, or worse.
func (s *Survey) Lowest() locale.Standing {
	lowest := locale.Approved
	for _, t := range s.Texts {
		if t.Standing.Below(lowest) {
			lowest = t.Standing
		}
	}
	if lowest.Below(locale.Draft) {
		return locale.Draft
	}
	return lowest
}

// Keys are the keys of the texts, in the order of the source.
func (s *Survey) Keys() []string {
	keys := make([]string, len(s.Texts))
	for i, t := range s.Texts {
		keys[i] = t.Key()
	}
	return keys
}

// find gives the text of a key.
func (s *Survey) find(key string) (Text, bool) {
	i := slices.IndexFunc(s.Texts, func(t Text) bool { return t.Key() == key })
	if i < 0 {
		return Text{}, false
	}
	return s.Texts[i], true
}

// Unrecorded reports whether the text of a key is there and has no record of
// what it is now.
func (s *Survey) Unrecorded(key string) bool {
	t, ok := s.find(key)
	return ok && (t.Standing == locale.Unstamped || t.Standing == locale.Changed)
}
