package check_test

import (
	"testing"
	"time"

	"cesta/indicators"
	"cesta/internal/check"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/locales"
)

func TestTmp(t *testing.T) {
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := locale.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := check.LoadCases(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	r := check.Run(check.Input{Set: set, Words: lib, Cases: cases, Today: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	t.Logf("%v %+v", time.Since(start), r.Summary)
	for _, p := range r.Problems {
		t.Log(p)
	}
}
