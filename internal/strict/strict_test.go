package strict_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"cesta/internal/strict"
)

type pet struct {
	pos  strict.Pos
	name string
	age  int
	tame bool
	toys []string
}

func petFields(p *pet) strict.Value {
	return strict.Object(&p.pos,
		strict.Req("name", strict.Line(&p.name), "the name"),
		strict.Opt("age", strict.Int(&p.age, 0, 30), "age in years"),
		strict.Opt("tame", strict.Bool(&p.tame), "whether it is tame"),
		strict.Opt("toys", strict.IDs(&p.toys), "ids of toys"),
	)
}

func TestBothFormatsGiveTheSameValue(t *testing.T) {
	var y, j pet
	if err := strict.YAML("a", []byte("name: Rex\nage: 3\ntame: true\ntoys: [ball, red-bone]\n"), petFields(&y)); err != nil {
		t.Fatal(err)
	}
	if err := strict.JSON("a", 1, []byte(`{"name":"Rex","age":3,"tame":true,"toys":["ball","red-bone"]}`), petFields(&j)); err != nil {
		t.Fatal(err)
	}
	y.pos, j.pos = strict.Pos{}, strict.Pos{}
	if fmt.Sprint(y) != fmt.Sprint(j) {
		t.Errorf("YAML gave %v, JSON %v", y, j)
	}
}

func TestJSONRefusesWithPlaceAndHint(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a line that is cut off", `{"name":"Re`, "s:17:9: not readable as JSON: the text ends too early; check quotes, commas and brackets; the line may be cut off"},
		{"a key that stands twice", `{"name":"Rex","name":"Rex"}`, `s:17:21: the key "name" stands twice (first in line 17); keep one of them`},
		{"a null", `{"name":null}`, "s:17:13: a value is missing; write one or remove the key"},
		{"a control character", `{"name":"\u001b[2J"}`, "s:17:20: the text holds a control character (U+001B); remove it; the program sets direction and layout itself"},
		{"something behind the value", `{"name":"Rex"} {}`, "s:17:17: not readable as JSON: something follows the value; check quotes, commas and brackets; the line may be cut off"},
		{"text where a number is wanted", `{"name":"Rex","age":"3"}`, `s:17:24: "3" is read as text; write a whole number from 0 to 30`},
		{"a fraction", `{"name":"Rex","age":3.5}`, "s:17:24: 3.5 is out of range; write a whole number from 0 to 30"},
		{"too deep", strings.Repeat("[", 60) + strings.Repeat("]", 60), "s:17:52: not readable as JSON: nested deeper than 50; check quotes, commas and brackets; the line may be cut off"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := strict.JSON("s", 17, []byte(c.text), petFields(&pet{}))
			if err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestEveryProblemOfAFileIsReported(t *testing.T) {
	err := strict.YAML("pets.yaml", []byte("age: 99\nname: 3\ncolour: red\n"), petFields(&pet{}))
	var ps strict.Problems
	if !errors.As(err, &ps) || len(ps) != 3 {
		t.Fatalf("got %v, want three problems", err)
	}
}

func TestAliasBombIsRefusedQuickly(t *testing.T) {
	var b strings.Builder
	b.WriteString("a: &a [x, x]\n")
	for i := range 40 {
		fmt.Fprintf(&b, "b%d: &b%d [*a, *a]\n", i, i)
	}
	if err := strict.YAML("bomb.yaml", []byte(b.String()), petFields(&pet{})); err == nil {
		t.Error("an alias bomb was read")
	}
}

func TestLargeFileIsRefusedUnread(t *testing.T) {
	err := strict.YAML("big.yaml", make([]byte, strict.MaxFile+1), petFields(&pet{}))
	if err == nil || !strings.Contains(err.Error(), "larger than 4 MiB") {
		t.Errorf("got %v", err)
	}
}

// A line of the largest size an answer sheet may have, made of as many tokens
// as fit, must not take more than a moment.
func TestLongLineIsReadInOnePass(t *testing.T) {
	line := `{"toys":[` + strings.Repeat(`"a",`, 1<<18) + `"a"]}`
	var ps strict.Problems
	if err := strict.JSON("s", 1, []byte(line), petFields(&pet{})); !errors.As(err, &ps) || len(ps) != 1 {
		t.Errorf("got %v, want the missing name only", err)
	}
}

func TestCleanKnowsWhatATerminalMustNotGet(t *testing.T) {
	for text, want := range map[string]bool{"Tiếng Việt": true, "a\x1b[2J": false, "a\u202eb": false, "a\u2066b": false, "\xff": false, "two\nlines": true} {
		if strict.Clean(text) != want {
			t.Errorf("Clean(%q) = %v", text, !want)
		}
	}
}

func TestSchemaComesFromTheSameTable(t *testing.T) {
	data, err := json.Marshal(strict.JSONSchema("pet", petFields(&pet{})))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"required":["name"]`, `"additionalProperties":false`, `"maximum":30`, `"description":"the name"`} {
		if !strings.Contains(string(data), part) {
			t.Errorf("the schema lacks %s: %s", part, data)
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"name":"Rex","toys":["ball"]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p pet
		err := strict.JSON("f", 1, data, petFields(&p))
		if err == nil && (!json.Valid(data) || p.name == "" || !strict.Clean(p.name)) {
			t.Errorf("took %q as %+v", data, p)
		}
	})
}

func FuzzYAML(f *testing.F) {
	f.Add([]byte("name: Rex\ntoys: [ball]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p pet
		if err := strict.YAML("f", data, petFields(&p)); err == nil && (p.name == "" || !strict.Clean(p.name)) {
			t.Errorf("took %q as %+v", data, p)
		}
	})
}
