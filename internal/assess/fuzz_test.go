package assess_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// FuzzSheet gives any text as an answer sheet: it is refused, with a code, or
// assessed by the contract, twice the same, and can then be worked out by hand.
func FuzzSheet(f *testing.F) {
	for _, seed := range []string{
		`{"schema":"cesta.answers/1"}`,
		`{"schema":"cesta.answers/1","interview":"full","age":"adult","answers":{"work.began":"yes","work.pay":{"late":"yes","none":"no"},"work.hours":[{"value":"usual","source":"said"},{"value":"on-call","source":"document"}]}}`,
		`{"schema":"cesta.answers/1","age":{"said":"adult","officer":"unsure"},"indicators":{"exploitation.hours":"unknown"},"conditions":{"alone":"no"},"situation":{"detained":"yes"},"doubt":"rehearsed-story"}`,
		"schema: cesta.answers/1\ninterview: quick\nage: child\nanswers:\n  threat.now: refused\n  forms.any: {begging: yes, none: no}\n",
		`{"schema":"cesta.answers/1","answers":{"work.pay":{"late":"yes","late":"no"}}}`,
		"schema: cesta.answers/1\nanswers: {work.began: *a}\n",
	} {
		f.Add([]byte(seed))
	}
	_, a := shipped(f)
	_, schema := resolved(f, assess.AssessmentSchema())
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, err := answers.Decode("sheet", 1, data)
		var refused *answers.Refusal
		if err != nil {
			if !errors.As(err, &refused) || refused.Code != answers.Malformed {
				t.Errorf("refused with %v", err)
			}
			return
		}
		got, err := a.Assess(sheet)
		if err != nil {
			if !errors.As(err, &refused) || refused.Code == "" || refused.Message == "" {
				t.Errorf("refused with %v", err)
			}
			return
		}
		if err := valid(schema, got); err != nil || !slices.Contains(indicator.Levels, got.Level) {
			t.Errorf("%v: %+v", err, got)
		}
		again, _ := a.Assess(sheet.Clone())
		one, _ := json.Marshal(got)
		two, _ := json.Marshal(again)
		if string(one) != string(two) {
			t.Errorf("one sheet, two assessments:\n%s\n%s", one, two)
		}
		acc, err := a.Account(sheet)
		if err != nil {
			t.Fatal(err)
		}
		checkAccount(t.Errorf, acc, got)
	})
}
