package strict_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"gopkg.in/yaml.v3"

	"cesta/indicators"
	"cesta/internal/check"
	"cesta/locales"
)

// This file holds the schemas that editors use against every shipped file. It
// is here because only this package reads YAML by itself.

// kindOf is the kind of a shipped file, as `indicators schema` names it.
func kindOf(name string) string {
	folder, base := path.Split(name)
	switch {
	case strings.HasSuffix(base, ".status.yaml"):
		return "status"
	case strings.HasPrefix(folder, "languages/"):
		return "language"
	case strings.HasPrefix(folder, "sets/"), strings.HasSuffix(folder, "/languages/"):
		return "words"
	}
	return map[string]string{"vocabulary/": "vocabulary", "questions/": "questions", "instruments/": "instrument", "interviews/": "interview", "cases/": "case"}[folder] +
		map[bool]string{true: strings.TrimSuffix(base, ".yaml")}[folder == "" || strings.HasPrefix(folder, "countries/")]
}

// station is what no shipped file shows.
const station = "authority: Cizinecká policie\nspecialist: {name: Specialist, phone: \"+420 974 000 000\", note: by day}\n"

func resolved(t *testing.T) map[string]*jsonschema.Resolved {
	t.Helper()
	all := map[string]*jsonschema.Resolved{}
	for kind, schema := range check.Schemas() {
		text, err := json.Marshal(schema)
		if err != nil {
			t.Fatal(err)
		}
		var s jsonschema.Schema
		if err := json.Unmarshal(text, &s); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if all[kind], err = s.Resolve(nil); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
	}
	return all
}

// instance is a document as an editor sees it: YAML 1.2, in which a date is a text.
func instance(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.DocumentNode:
		return instance(t, n.Content[0])
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, instance(t, c))
		}
		return list
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = instance(t, n.Content[i+1])
		}
		return m
	}
	switch n.Tag {
	case "!!int":
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			t.Fatal(err)
		}
		return float64(i)
	case "!!bool":
		return n.Value == "true"
	}
	return n.Value
}

func document(t *testing.T, text string) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(text), &n); err != nil {
		t.Fatal(err)
	}
	return instance(t, &n)
}

func TestEveryShippedFileFollowsTheSchemaOfItsKind(t *testing.T) {
	schemas, seen := resolved(t), map[string]bool{}
	validate := func(name, kind, text string) {
		seen[kind] = true
		doc := document(t, text)
		if schemas[kind] == nil {
			t.Fatalf("%s: no schema of the kind %q", name, kind)
		}
		if err := schemas[kind].Validate(doc); err != nil {
			t.Errorf("%s is no %s: %v", name, kind, err)
		}
		// A key that nobody reads is refused in every kind of file.
		if list, ok := doc.([]any); ok {
			doc = list[0]
		}
		doc.(map[string]any)["colour"] = "red"
		if list, ok := document(t, text).([]any); ok {
			list[0] = doc
			doc = list
		}
		if err := schemas[kind].Validate(doc); err == nil {
			t.Errorf("%s: the schema of a %s takes any key", name, kind)
		}
	}
	for _, fsys := range []fs.FS{indicators.Files, locales.FS} {
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".yaml" {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			validate(name, kindOf(name), string(data))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	validate("a station file", "station", station)
	validate("a sheet", "answers", "schema: cesta.answers/1\n")
	for kind := range schemas {
		if !seen[kind] {
			t.Errorf("no file is held against the schema of a %s", kind)
		}
	}
}
