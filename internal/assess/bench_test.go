package assess_test

import (
	"testing"

	"cesta/indicators"
	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/check"
	"cesta/internal/indicator"
)

func shipped(tb testing.TB) (*indicator.Set, *assess.Assessor) {
	tb.Helper()
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		tb.Fatal(err)
	}
	return set, compiled(tb, set)
}

func compiled(tb testing.TB, set *indicator.Set) *assess.Assessor {
	tb.Helper()
	a, err := assess.Compile(set)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// persons are the person types, which are the test cases of the shipped set.
func persons(tb testing.TB) []check.Case {
	tb.Helper()
	cases, err := check.LoadCases(indicators.Files)
	if err != nil || len(cases) < 27 {
		tb.Fatalf("%d person types, %v", len(cases), err)
	}
	return cases
}

func personSheets(tb testing.TB) []answers.Sheet {
	tb.Helper()
	var sheets []answers.Sheet
	for _, c := range persons(tb) {
		sheets = append(sheets, c.Sheet)
	}
	return sheets
}

// BenchmarkAssess assesses the person types in turn, reasons and missing
// answers included.
func BenchmarkAssess(b *testing.B) {
	_, a := shipped(b)
	sheets := personSheets(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := a.Assess(sheets[i%len(sheets)]); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAssessEmpty is the dearest sheet for missing: everything is open.
func BenchmarkAssessEmpty(b *testing.B) {
	_, a := shipped(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Assess(answers.Sheet{Interview: "full"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSettled is asked after every answer.
func BenchmarkSettled(b *testing.B) {
	set, a := shipped(b)
	sheets := personSheets(b)
	open := set.Interview("full").Questions()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		a.Settled(sheets[i%len(sheets)], open[len(open)/2:])
	}
}
