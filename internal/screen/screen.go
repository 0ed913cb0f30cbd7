// Package screen puts words to a step of the interview, for both conductors:
// which title, which text, which key means what, and what a key does.
//
// It draws nothing and knows no widget. It must never put a result, a weight
// or a legal label on a screen that the person can see: whatever comes from
// the report is asked for in one place, [Pages], and only by the steps of the
// officer. It must never fall back from the person's language to another one:
// without a language of the person, the person's side stays empty.
package screen

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/locale"
)

// The letters of the keys that work on every screen. They are the same in
// every language, so that people can point at them together.
const (
	KeyNext    = "enter"
	KeyBack    = "b"
	KeySkip    = "s"
	KeyPause   = "p"
	KeyBlank   = "x"
	KeyHelp    = "?"
	KeyNone    = "0" // in a list: none of the others
	KeyUnknown = "8"
	KeyRefused = "9"
)

// Pair is one text in the language of the person and in that of the officer.
// A side that has nothing to say is empty.
type Pair struct{ Person, Officer string }

// Option is one thing that can be chosen. Key is what is pressed or typed for
// it: 1 to 7 for answers, 8, 9 and 0 for those that mean the same on every
// screen. On long menus (languages, the check of the answers) keys have two digits.
type Option struct {
	ID, Key string
	Pair
	// Special marks unknown, refused and none, which stand apart.
	Special bool
	// Names are what a language is found by, beside the words shown for it.
	Names []string
}

// Screen is everything there is to show at one step.
type Screen struct {
	Step  interview.Step
	Title Pair
	// Body is the text under the title, a paragraph an element.
	Body    []Pair
	Options []Option
	// List says that several options may be chosen together, Choosing how. Where
	// there is no room, the question stays and Choosing goes.
	List     bool
	Choosing Pair
	// OfficerOnly says that the person must not see this screen.
	OfficerOnly bool
	// Why, How and FollowUp are help for the officer, shown on KeyHelp.
	Why, How, FollowUp string
	// Progress is "3/20" or empty: the number, and how many at most.
	Progress string
	// Given says what was answered before, if the step is shown again. It is to
	// be shown as text, never as a preselected option.
	Given Pair
	// Keys are the hints to show at the foot, to be drawn in this order and on
	// one line where they fit: their order is the discreet sign.
	Keys []Option
	// Silent marks the silent card: nothing of it, nor of what was pressed, may
	// stay on the screen or in its history.
	Silent bool
	// Mock says that this is practice; Banner is then the line to show on top.
	Mock   bool
	Banner Pair
	// Sign says that the discreet sign is on. Conductors need not and must not
	// draw anything for it: the order of Keys is the sign.
	Sign bool
}

// Page is a text beside the steps: help, pause, a farewell.
type Page struct {
	Title   Pair
	Body    []Pair
	Options []Option
}

// Pages makes the texts that need more than words: leaflet, result, note and
// script come from the report, the numbers from the country pack. Every method
// is called when its step is shown, never earlier.
type Pages interface {
	// Leaflet is for the person: rights and contacts. It depends on no answer.
	Leaflet() []Pair
	// Numbers are emergency and local numbers for the officer.
	Numbers() []string
	// Organisations names whom a referral may go to.
	Organisations() []string
	// Result, Note and Script are for the officer alone.
	Result() []string
	Note() []string
	Script() []string
}

// Words are the texts of one language; *locale.Words are such.
type Words interface {
	Language() locale.Language
	Has(key string) bool
	Text(key string, args ...string) string
	// State is draft, reviewed or approved.
	State(key string) string
}

// Talk is what a screen must know of the interview; *interview.Engine is one.
type Talk interface {
	Choices() map[string]string
	Sheet() answers.Sheet
}

// Lines gives what is to be shown of a pair, the person's side first: no empty
// line, and none twice where both read one language.
func (p Pair) Lines() []string {
	var lines []string
	for _, text := range []string{p.Person, p.Officer} {
		if text != "" && !slices.Contains(lines, text) {
			lines = append(lines, text)
		}
	}
	return lines
}
