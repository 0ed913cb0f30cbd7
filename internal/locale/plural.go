package locale

import (
	"slices"
	"strconv"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// formNames are CLDR's names of plural forms, in the order they are written.
var formNames = []string{"zero", "one", "two", "few", "many", "other"}

// nameOf gives the name of a form; plural numbers them otherwise.
var nameOf = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two",
	plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// formOf names the form a whole number takes.
func formOf(tag language.Tag, n int) string {
	return nameOf[plural.Cardinal.MatchPlural(tag, max(n, -n), 0, 0, 0, 0)]
}

// forms tells which plural forms a language uses for whole numbers, and how
// many of the numbers that were tried take each. "other" is always among them,
// as CLDR wants, even where only fractions take it (uk, pl). A form that is
// for fractions only (cs many) is not: we count questions and days, and nobody
// would ever read it.
type forms struct {
	names []string
	taken map[string]int
}

// formsOf tries all numbers up to 200, since no rule of CLDR looks beyond the
// last two digits, and the few round numbers that have rules of their own.
func formsOf(tag language.Tag) forms {
	f := forms{taken: map[string]int{"other": 0}}
	for n := range 201 {
		f.taken[formOf(tag, n)]++
	}
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		f.taken[formOf(tag, n)]++
	}
	for _, name := range formNames {
		if _, ok := f.taken[name]; ok {
			f.names = append(f.names, name)
		}
	}
	return f
}

// single reports whether just one number takes the form, so that its text may
// leave the number out ("one question"). The Slavic "one" is also 21.
func (f forms) single(name string) bool { return f.taken[name] == 1 }

// fits reports whether got names exactly the language's forms, in any order.
func (f forms) fits(got []string) bool {
	sorted := slices.Clone(got)
	slices.SortFunc(sorted, func(a, b string) int { return slices.Index(formNames, a) - slices.Index(formNames, b) })
	return slices.Equal(sorted, f.names)
}

func digits(n int) string { return strconv.Itoa(n) }
