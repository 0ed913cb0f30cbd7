package assess_test

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"
	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

var update = flag.Bool("update", false, "write the generated schema")

func TestTheAnswersSchemaIsFresh(t *testing.T) {
	want, err := json.MarshalIndent(answers.SheetJSONSchema(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *update {
		if err := os.WriteFile("schema/answers.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), assess.AnswersSchema()); diff != "" {
		t.Errorf("run go test ./internal/assess -update: %s", diff)
	}
}

func resolved(tb testing.TB, text string) (*jsonschema.Schema, *jsonschema.Resolved) {
	tb.Helper()
	var s jsonschema.Schema
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		tb.Fatal(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		tb.Fatal(err)
	}
	return &s, r
}

// valid is an instance as a program that reads JSON sees it.
func valid(r *jsonschema.Resolved, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return validText(r, string(data))
}

func validText(r *jsonschema.Resolved, text string) error {
	var instance any
	if err := json.Unmarshal([]byte(text), &instance); err != nil {
		return err
	}
	return r.Validate(instance)
}

func TestEveryAssessmentFollowsItsSchema(t *testing.T) {
	_, schema := resolved(t, assess.AssessmentSchema())
	property(t, func(r *rapid.T, g generator) {
		if err := valid(schema, g.assess(r, g.sheet(r))); err != nil {
			r.Error(err)
		}
	})
}

func TestARefusedLineFollowsTheSchema(t *testing.T) {
	_, schema := resolved(t, assess.AssessmentSchema())
	line := map[string]any{"line": 17, "error": &answers.Refusal{Code: "unknown-question", Field: "answers.shoes", Message: "no"}}
	if err := valid(schema, line); err != nil {
		t.Error(err)
	}
	if err := valid(schema, map[string]any{"line": 17}); err == nil {
		t.Error("a line without an error is taken")
	}
}

// Each struct of the contract has exactly the properties of its definition, all
// of them required.
func TestTheAssessmentSchemaHasTheFieldsOfTheCode(t *testing.T) {
	schema, _ := resolved(t, assess.AssessmentSchema())
	for name, typ := range map[string]reflect.Type{
		"assessment": reflect.TypeFor[assess.Assessment](),
		"core":       reflect.TypeFor[assess.Core](),
		"instrument": reflect.TypeFor[assess.InstrumentFinding](),
		"dimension":  reflect.TypeFor[assess.DimensionFinding](),
		"evidence":   reflect.TypeFor[assess.Evidence](),
		"from":       reflect.TypeFor[assess.From](),
		"reason":     reflect.TypeFor[assess.Reason](),
		"missing":    reflect.TypeFor[assess.Missing](),
		"set":        reflect.TypeFor[assess.SetRef](),
	} {
		def := schema.Defs[name]
		want, needed := fields(typ)
		got := []string{}
		for property := range def.Properties {
			got = append(got, property)
		}
		slices.Sort(got)
		required := slices.Sorted(slices.Values(def.Required))
		if !slices.Equal(got, want) || !slices.Equal(required, needed) {
			t.Errorf("%s: schema %v, required %v, code %v", name, got, required, want)
		}
	}
}

// fields lists the names in JSON, all of them and those that always stand.
func fields(t reflect.Type) (all, required []string) {
	for i := range t.NumField() {
		name, omitted, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		all = append(all, name)
		if omitted == "" {
			required = append(required, name)
		}
	}
	slices.Sort(all)
	slices.Sort(required)
	return all, required
}

// The words of the schema are those of the code.
func TestTheAssessmentSchemaHasTheWordsOfTheCode(t *testing.T) {
	schema, _ := resolved(t, assess.AssessmentSchema())
	words := func(list []any) (texts []string) {
		for _, w := range list {
			texts = append(texts, w.(string))
		}
		return texts
	}
	properties := schema.Defs["assessment"].Properties
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"level", words(properties["level"].Enum), indicator.Levels},
		{"marks", words(properties["marks"].Items.Enum), indicator.Marks},
		{"finding", words(schema.Defs["finding"].Enum), []string{string(assess.Positive), string(assess.CannotBeExcluded), string(assess.NotShown)}},
		{"wouldReach", words(schema.Defs["missing"].Properties["wouldReach"].Enum), indicator.Levels[2:]},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// The schema of sheets and the decoder take and refuse the same.
func TestTheAnswersSchemaAndTheDecoderAgree(t *testing.T) {
	_, schema := resolved(t, assess.AnswersSchema())
	head := `{"schema":"cesta.answers/1"`
	for text, want := range map[string]bool{
		head + `}`: true,
		head + `,"case":"a1","age":{"said":"adult","officer":"unsure"},"interview":"full","answers":{"documents.kept-at-work":"kept-from-me","work.hours":[{"value":"yes","source":"observed"}],"threats.which":{"family":"yes","police":"no","none":"no"}},"indicators":{"exploitation.hours":"yes"},"situation":{"detained":"yes"},"conditions":{"alone":"yes","interpreter":"independent","language":"own"},"doubt":"rehearsed-story"}`: true,
		head + `,"age":"child"}`: true,
		head + `,"answers":{"a":[{"value":{"b":"refused"},"source":"said"}]}}`: true,
		`{}`:                                         false,
		`{"schema":"cesta.answers/2"}`:               false,
		head + `,"colour":"red"}`:                    false,
		head + `,"age":"old"}`:                       false,
		head + `,"age":{"mother":"adult"}}`:          false,
		head + `,"age":["adult"]}`:                   false,
		head + `,"answers":{"a":[]}}`:                false,
		head + `,"answers":{"a":[{"value":"yes"}]}}`: false,
		head + `,"answers":{"a":[{"value":"yes","source":"dreamt"}]}}`: false,
		head + `,"answers":{"a":{"b":"often"}}}`:                       false,
		head + `,"answers":{"a":true}}`:                                false,
		head + `,"indicators":{"a":"often"}}`:                          false,
		head + `,"indicators":{"A B":"yes"}}`:                          false,
		head + `,"situation":{"detained":true}}`:                       false,
		head + `,"doubt":"She cried, and I believe her"}`:              false,
		head + `,"case":7}`:                                            false,
		head + `,"case":null}`:                                         false,
	} {
		_, err := answers.Decode("sheet", 1, []byte(text))
		if invalid := validText(schema, text); (err == nil) != want || (invalid == nil) != want {
			t.Errorf("%s: decoder %v, schema %v, want taken: %v", text, err, invalid, want)
		}
	}
}

// A schema says nothing that Never is to be said.
func TestTheContractHasNoWordOfCredibility(t *testing.T) {
	for _, word := range []string{"victim", "probab", "percent", "score", "credib", "no risk"} {
		if strings.Contains(strings.ToLower(assess.AssessmentSchema()), word) {
			t.Errorf("the contract says %q", word)
		}
	}
}
