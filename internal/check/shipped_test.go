package check_test

import (
	"testing"

	"cesta/indicators"
	"cesta/internal/check"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/locales"
)

func shipped(tb testing.TB) check.Input {
	tb.Helper()
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		tb.Fatal(err)
	}
	words, err := locale.Load(locales.FS)
	if err != nil {
		tb.Fatal(err)
	}
	pack, err := country.Load(locales.FS, "cz")
	if err != nil {
		tb.Fatal(err)
	}
	cases, err := check.LoadCases(indicators.Files)
	if err != nil {
		tb.Fatal(err)
	}
	return check.Input{Set: set, Words: words, Pack: pack, Cases: cases, Today: today}
}

func TestTheShippedSetHasNoProblem(t *testing.T) {
	for _, p := range check.Run(shipped(t)).Problems {
		t.Error(p)
	}
}

// Drafts and dates are counted and never called a fault.
func TestDraftsAndDatesAreCounted(t *testing.T) {
	in := shipped(t)
	s := check.Run(in).Summary
	if s.Cases != len(in.Cases) || s.Cases < 27 {
		t.Errorf("%d cases", s.Cases)
	}
	if n := len(in.Set.Instruments); s.Instruments != (check.Standing{Total: n, Draft: n, Stale: n}) {
		t.Errorf("instruments %+v", s.Instruments)
	}
	if s.Languages.Total < 4 || s.Languages.Draft != s.Languages.Total {
		t.Errorf("languages %+v", s.Languages)
	}
	if s.Law.Total < 100 || s.Law.Draft != s.Law.Total || s.Law.Stale == 0 || s.Law.Stale == s.Law.Total {
		t.Errorf("law %+v", s.Law)
	}
}

func TestACheckIsStaleAfterHalfAYear(t *testing.T) {
	for date, stale := range map[string]int{"never": 1, "2026-05-26": 1, "2026-05-27": 0, "2026-11-23": 0, "2026-05": 0, "2026-04": 1, "2025": 1} {
		in := shipped(t)
		in.Words, in.Pack, in.Cases = nil, nil, nil
		in.Set.Instruments = in.Set.Instruments[:1]
		in.Set.Instruments[0].Source.Checked = date
		if got := check.Run(in).Summary.Instruments.Stale; got != stale {
			t.Errorf("checked %s: %d stale, want %d", date, got, stale)
		}
	}
}

func BenchmarkShipped(b *testing.B) {
	in := shipped(b)
	for b.Loop() {
		check.Run(in)
	}
}
