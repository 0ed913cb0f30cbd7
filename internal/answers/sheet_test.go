package answers_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
)

// example is the sheet of the contract, once as JSON and once as YAML.
var examples = map[string]string{
	"JSON": `{"schema":"cesta.answers/1","case":"a1","age":{"said":"adult","officer":"unsure"},"interview":"full","set":"cesta@0123456789ab",
"answers":{"documents.kept-at-work":"kept-from-me","work.hours":[{"value":"yes","source":"observed"},{"value":{"long":"no"},"source":"said"}],"threats.which":{"family":"yes","police":"no","none":"no"}},
"indicators":{"exploitation.hours":"yes"},"situation":{"detained":"yes"},"conditions":{"alone":"yes","interpreter":"independent","language":"own"},"doubt":"rehearsed-story"}`,
	"YAML": `
schema: cesta.answers/1
case: a1
age: {said: adult, officer: unsure}
interview: full
set: cesta@0123456789ab
answers:
  documents.kept-at-work: kept-from-me
  work.hours:
    - {value: yes, source: observed}
    - {value: {long: no}, source: said}
  threats.which: {family: yes, police: no, none: no}
indicators:
  exploitation.hours: yes
situation: {detained: yes}
conditions: {alone: yes, interpreter: independent, language: own}
doubt: rehearsed-story
`,
}

func TestASheetIsReadFromJSONAndYAML(t *testing.T) {
	want := answers.Sheet{
		Case: "a1", Interview: "full", Set: "cesta@0123456789ab",
		Age: answers.Ages{Said: answers.Adult, Officer: answers.AgeUnsure},
		Answers: map[string][]answers.Entry{
			"documents.kept-at-work": {{Value: answers.Value{Option: "kept-from-me"}}},
			"work.hours": {
				{Value: answers.Value{Option: "yes"}, Source: answers.Observed},
				{Value: answers.Value{Items: map[string]string{"long": "no"}}, Source: answers.Said},
			},
			"threats.which": {{Value: answers.Value{Items: map[string]string{"family": "yes", "police": "no", "none": "no"}}}},
		},
		Indicators: map[string]string{"exploitation.hours": "yes"},
		Situation:  map[string]string{"detained": "yes"},
		Conditions: map[string]string{"alone": "yes", "interpreter": "independent", "language": "own"},
		Doubt:      "rehearsed-story",
	}
	for name, text := range examples {
		got, err := answers.Decode("sheet", 1, []byte(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestOneWordForAgeStandsForBoth(t *testing.T) {
	got, err := answers.Decode("sheet", 1, []byte("schema: cesta.answers/1\nage: child\n"))
	if want := (answers.Ages{Said: answers.Child, Officer: answers.Child}); err != nil || got.Age != want {
		t.Errorf("%+v, %v", got.Age, err)
	}
}

func TestMalformedSheetsAreRefusedWithTheirPlace(t *testing.T) {
	const head = "schema: cesta.answers/1\n"
	cases := []struct {
		name, text string
		line       int
		want       string
	}{
		{"an unknown key in YAML", head + "nationality: x\n", 1, "sheet:2:1: the key \"nationality\" is not known"},
		{"a duplicate key in YAML", head + "case: a\ncase: b\n", 1, "sheet:3:1: the key \"case\" stands twice"},
		{"a duplicate answer in JSON", `{"schema":"cesta.answers/1","answers":{"q":"yes","q":"no"}}`, 17, "sheet:17:"},
		{"an unknown key in JSON", `{"schema":"cesta.answers/1","consent":"yes"}`, 17, "the key \"consent\" is not known"},
		{"a line that is cut off", `{"schema":"cesta.answers/1","case":"a`, 17, "sheet:17:"},
		{"a document further down", "schema: cesta.answers/1\ncase: [a]\n", 40, "sheet:41:"},
		{"no schema", "case: a\n", 1, "the key \"schema\" is missing"},
		{"another version", "schema: cesta.answers/2\n", 1, "not known here"},
		{"nothing", "", 3, "empty"},
		{"a word for an item that is none", head + "answers: {q: {a: often}}\n", 1, "sheet:2:18"},
		{"true for yes", head + "indicators: {a: true}\n", 1, "true or false"},
		{"free text as a doubt", head + "doubt: I do not believe him\n", 1, "is not an id"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := answers.Decode("sheet", c.line, []byte(c.text))
			var r *answers.Refusal
			if !errors.As(err, &r) || r.Code != answers.Malformed || !strings.Contains(r.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

func TestARefusalNamesItsField(t *testing.T) {
	r := &answers.Refusal{Code: "unknown-question", Field: "answers.shoes", Message: "the set has no such question"}
	if r.Error() != "answers.shoes: the set has no such question" {
		t.Error(r)
	}
}

func FuzzDecode(f *testing.F) {
	for _, text := range examples {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, err := answers.Decode("sheet", 1, data)
		var r *answers.Refusal
		if err != nil && !errors.As(err, &r) {
			t.Fatalf("%v is no refusal", err)
		}
		if err == nil && !sheet.Clone().Age.Known() != (sheet.Age == answers.Ages{}) {
			t.Fatal("an age appeared out of nothing")
		}
	})
}
