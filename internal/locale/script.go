package locale

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// script says what letters a script of ISO 15924 has and how it is set.
type script struct {
	name   string
	tables []string // names in unicode.Scripts; empty: only name
	rtl    bool
	// unspaced scripts put no space between words, so that a line can only be
	// broken where the author put a ZERO WIDTH SPACE.
	unspaced bool
	// alike scripts have letters that look like Latin ones. A word that mixes
	// both reads well and is wrong: it cannot be searched or read aloud.
	alike bool
	// shaped scripts join letters or set them above, below and before each
	// other, or are in few fonts of terminals (Ethiopic), so that many draw them
	// wrong or not at all. Source: the Unicode
	// Standard, chapters on each script; ranking of languages for the tool.
	shaped bool
}

var scripts = map[string]script{
	"Adlm": {name: "Adlam", shaped: true, rtl: true},
	"Arab": {name: "Arabic", shaped: true, rtl: true},
	"Armn": {name: "Armenian", alike: true},
	"Beng": {name: "Bengali", shaped: true},
	"Cyrl": {name: "Cyrillic", alike: true},
	"Deva": {name: "Devanagari", shaped: true},
	"Ethi": {name: "Ethiopic", shaped: true},
	"Geor": {name: "Georgian"},
	"Grek": {name: "Greek", alike: true},
	"Gujr": {name: "Gujarati", shaped: true},
	"Guru": {name: "Gurmukhi", shaped: true},
	"Hans": {name: "Han"},
	"Hant": {name: "Han"},
	"Hebr": {name: "Hebrew", rtl: true},
	"Jpan": {name: "Japanese", tables: []string{"Han", "Hiragana", "Katakana"}},
	"Khmr": {name: "Khmer", shaped: true, unspaced: true},
	"Knda": {name: "Kannada", shaped: true},
	"Kore": {name: "Korean", tables: []string{"Hangul", "Han"}},
	"Laoo": {name: "Lao", shaped: true, unspaced: true},
	"Latn": {name: "Latin"},
	"Mlym": {name: "Malayalam", shaped: true},
	"Mong": {name: "Mongolian", shaped: true},
	"Mymr": {name: "Myanmar", shaped: true, unspaced: true},
	"Nkoo": {name: "Nko", shaped: true, rtl: true},
	"Olck": {name: "Ol_Chiki"},
	"Orya": {name: "Oriya", shaped: true},
	"Rohg": {name: "Hanifi_Rohingya", shaped: true, rtl: true},
	"Sinh": {name: "Sinhala", shaped: true},
	"Syrc": {name: "Syriac", shaped: true, rtl: true},
	"Taml": {name: "Tamil", shaped: true},
	"Telu": {name: "Telugu", shaped: true},
	"Tfng": {name: "Tifinagh"},
	"Thaa": {name: "Thaana", shaped: true, rtl: true},
	"Thai": {name: "Thai", shaped: true, unspaced: true},
	"Tibt": {name: "Tibetan", shaped: true},
}

func scriptCodes() []string { return slices.Sorted(maps.Keys(scripts)) }

// maxRun is how many letters of an unspaced script may follow each other
// without a place to break the line.
const maxRun = 20

// maxLatin is how many Latin letters a text may have and still be a mere name
// (WhatsApp, La Strada) in a language that is written otherwise.
const maxLatin = 12

// has reports whether the letter r belongs to the script.
func (s script) has(r rune) bool {
	if s.tables == nil {
		return unicode.Is(unicode.Scripts[s.name], r)
	}
	return slices.ContainsFunc(s.tables, func(t string) bool { return unicode.Is(unicode.Scripts[t], r) })
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// shared reports whether r belongs to no one script, as marks and many
// apostrophes do.
func shared(r rune) bool { return unicode.In(r, unicode.Common, unicode.Inherited) }

// foreign returns the first letter of text that is neither of the script nor
// Latin; Latin letters occur in every language.
func (s script) foreign(text string) (rune, bool) {
	for _, r := range text {
		if isLetter(r) && !s.has(r) && !isLatin(r) && !shared(r) {
			return r, true
		}
	}
	return 0, false
}

// untranslated reports whether text is in Latin letters only and too long to
// be a name.
func (s script) untranslated(text string) bool {
	latin := 0
	for _, r := range text {
		switch {
		case isLatin(r):
			latin++
		case s.has(r):
			return false
		}
	}
	return s.name != "Latin" && latin > maxLatin
}

// mixed returns the first word that has letters of a script and Latin ones
// that look like them.
func (s script) mixed(text string) (string, bool) {
	if !s.alike {
		return "", false
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isLetter(r) }) {
		if strings.ContainsFunc(word, isLatin) && strings.ContainsFunc(word, s.has) {
			return word, true
		}
	}
	return "", false
}

// crowded returns the start of the first run of letters that cannot be broken.
func (s script) crowded(text string) (string, bool) {
	if !s.unspaced {
		return "", false
	}
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !isLetter(r) }) {
		if letters := []rune(run); len(letters) > maxRun && strings.ContainsFunc(run, s.has) {
			return string(letters[:maxRun]), true
		}
	}
	return "", false
}

// scriptOf names the script of one letter, for messages.
func scriptOf(r rune) string {
	for name, table := range unicode.Scripts { // scripts do not overlap
		if unicode.Is(table, r) {
			return name
		}
	}
	return fmt.Sprintf("U+%04X", r)
}
