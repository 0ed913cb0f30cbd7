// Package check finds what an author of an indicator set can get wrong and no
// table of fields can see: questions nobody asks, facts nothing establishes,
// rules that can never hold, answers that close a question and say nothing of
// what it would have shown, texts that are missing, too long, alike or not to be
// said, sources and dates that are missing, and test cases that do not come out.
//
// It works on what package indicator has loaded, and so on a set whose ids and
// order are sound already. Every finding is a [strict.Problem]: where, what is
// wrong, what to do. Its messages are English: they speak to authors.
//
// The package takes no clock and touches no file but those of the file system
// it is given. It must never change a set, never call a draft a fault (drafts
// and dates are counted, see [Summary]), and never take long: a set of ten
// thousand questions is checked in a few seconds, and a set made to be hard to
// check is not checked to the last depth.
package check

import (
	"fmt"
	"path"
	"time"

	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/strict"
)

// Input is what is checked.
type Input struct {
	Set *indicator.Set
	// Folder stands before the set's own files in messages; empty for the
	// shipped set.
	Folder string
	// Words are those of the set and of the interface; without them no text is
	// checked.
	Words *locale.Library
	// Pack is the country pack whose dates are counted, or nil.
	Pack *country.Pack
	// Cases are the set's test cases.
	Cases []Case
	// Today is the day of the check.
	Today time.Time
}

// Report is what was found.
type Report struct {
	// Problems are sorted by place.
	Problems strict.Problems
	Summary  Summary
}

// Run checks everything.
func Run(in Input) Report {
	c := &checker{Input: in, uses: in.Set.Uses(), told: map[strict.Problem]bool{}}
	c.reach()
	c.options()
	c.rules()
	c.conditions()
	c.closings()
	c.provenance()
	c.cases()
	if in.Words != nil {
		c.words()
	}
	_ = c.problems.Err() // sorts
	return Report{c.problems, c.count()}
}

// checker collects what is found.
type checker struct {
	Input
	uses     *indicator.Uses
	problems strict.Problems
	told     map[strict.Problem]bool // the problems again, to tell each once
	files    []locale.Bundle         // the set's words, by language
}

// fail records a problem at a place inside the set.
func (c *checker) fail(at strict.Pos, hint, format string, args ...any) {
	if c.Folder != "" {
		at.File = path.Join(c.Folder, at.File)
	}
	c.add(at, hint, format, args...)
}

// add records a problem at a place whose file has its full name already.
func (c *checker) add(at strict.Pos, hint, format string, args ...any) {
	p := strict.Problem{Pos: at, Wrong: fmt.Sprintf(format, args...), Hint: hint}
	if !c.told[p] {
		c.told[p] = true
		c.problems = append(c.problems, p)
	}
}
