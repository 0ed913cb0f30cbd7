package assess_test

import (
	"os"
	"slices"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

const testdata = "../../testdata/assess/"

// trial is the small set in testdata, compiled.
func trial(tb testing.TB) (*indicator.Set, *assess.Assessor) {
	tb.Helper()
	set, err := indicator.Load(os.DirFS(testdata + "set"))
	if err != nil {
		tb.Fatal(err)
	}
	return set, compiled(tb, set)
}

// table reads a list of rows from testdata.
func table[T any](tb testing.TB, file string, row func(*T) strict.Value) []T {
	tb.Helper()
	data, err := os.ReadFile(testdata + file)
	if err != nil {
		tb.Fatal(err)
	}
	var rows []T
	if err := strict.YAML(file, data, strict.List(&rows, row)); err != nil {
		tb.Fatal(err)
	}
	return rows
}

func assessed(tb testing.TB, a *assess.Assessor, sheet answers.Sheet) assess.Assessment {
	tb.Helper()
	got, err := a.Assess(sheet)
	if err != nil {
		tb.Fatal(err)
	}
	return got
}

// coded is a sheet of bare indicators; families are expanded, and what is
// present is not absent.
func coded(set *indicator.Set, age answers.Age, present, absent []string) answers.Sheet {
	sheet := answers.Sheet{Age: answers.Ages{Said: age, Officer: age}, Indicators: map[string]string{}}
	for _, family := range absent {
		for _, id := range set.Expand(family) {
			sheet.Indicators[id] = answers.No
		}
	}
	for _, id := range present {
		sheet.Indicators[id] = answers.Yes
	}
	return sheet
}

// talked is a sheet of an interview with an adult: each question with its only
// answer.
func talked(interview string, options map[string]string) answers.Sheet {
	sheet := answers.Sheet{Interview: interview, Age: answers.Ages{Said: answers.Adult}, Answers: map[string][]answers.Entry{}}
	for q, o := range options {
		sheet.Answers[q] = []answers.Entry{option(o, "")}
	}
	return sheet
}

func items(pairs ...string) answers.Entry {
	m := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return answers.Entry{Value: answers.Value{Items: m}}
}

func option(o string, source answers.Source) answers.Entry {
	return answers.Entry{Value: answers.Value{Option: o}, Source: source}
}

func instrumentOf(tb testing.TB, got assess.Assessment, id string) assess.InstrumentFinding {
	tb.Helper()
	at := slices.IndexFunc(got.Instruments, func(i assess.InstrumentFinding) bool { return i.ID == id })
	if at < 0 {
		tb.Fatalf("no instrument %s among the findings", id)
	}
	return got.Instruments[at]
}

func dimensionOf(tb testing.TB, got assess.Assessment, instrument, id string) assess.DimensionFinding {
	tb.Helper()
	for _, d := range instrumentOf(tb, got, instrument).Dimensions {
		if d.ID == id {
			return d
		}
	}
	tb.Fatalf("no dimension %s of %s", id, instrument)
	return assess.DimensionFinding{}
}

// resultOf is the finding of a result, or empty where the instrument has none
// of that name.
func resultOf(tb testing.TB, got assess.Assessment, instrument, id string) assess.Finding {
	tb.Helper()
	for _, r := range instrumentOf(tb, got, instrument).Results {
		if r.ID == id {
			return r.Finding
		}
	}
	return ""
}

func rank(level string) int { return slices.Index(indicator.Levels, level) }
