package report

import (
	"sync"
	"testing"

	"cesta/indicators"
	"cesta/internal/assess"
	"cesta/internal/check"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/locales"
)

// shipped is content to report with: by load what the program ships with.
type shipped struct {
	set     *indicator.Set
	pack    *country.Pack
	library *locale.Library
	bundles []string
}

// loadOnce reads the shipped content once for all tests; nothing changes it.
var loadOnce = sync.OnceValues(func() (shipped, error) {
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		return shipped{}, err
	}
	pack, err := country.Load(locales.FS, "cz")
	if err != nil {
		return shipped{}, err
	}
	library, err := locale.Load(locales.FS)
	return shipped{set, pack, library, []string{"set cesta", "country cz"}}, err
})

func load(t *testing.T) shipped {
	t.Helper()
	s, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// in gives all words of a language.
func (s shipped) in(t *testing.T, tag string) *locale.Words {
	t.Helper()
	w, err := s.library.Words(tag, s.bundles...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// persons assesses the person types, the test cases of the shipped set.
func (s shipped) persons(t *testing.T) map[string]Case {
	t.Helper()
	a, err := assess.Compile(s.set)
	if err != nil {
		t.Fatal(err)
	}
	types, err := check.LoadCases(indicators.Files)
	if err != nil || len(types) == 0 {
		t.Fatalf("no persons: %v", err)
	}
	cases := map[string]Case{}
	for _, person := range types {
		assessment, err := a.Assess(person.Sheet)
		if err != nil {
			t.Fatal(err)
		}
		cases[person.Sheet.Case] = Case{Assessment: assessment, Sheet: person.Sheet, Set: s.set, Pack: s.pack, Words: s.in(t, "en"), Now: now}
	}
	return cases
}
