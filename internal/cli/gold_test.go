package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cesta/indicators"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// The published rule tables and the coded judgments are tested closely in
// package assess. Here the same rows go through the command itself, as anybody
// else would send them.

// throughCommand sends the sheets to `cesta assess --format json` and returns
// the assessments in order.
func throughCommand(t *testing.T, sheets []map[string]any, args ...string) []assess.Assessment {
	t.Helper()
	var in strings.Builder
	for _, s := range sheets {
		s["schema"] = "cesta.answers/1"
		line, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&in, "%s\n", line)
	}
	env, out, errs := testEnv(in.String())
	wantStatus(t, exitDone, Main(append([]string{"assess", "--format", "json", "-"}, args...), env), errs)
	var all []assess.Assessment
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a assess.Assessment
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	if len(all) != len(sheets) {
		t.Fatalf("%d assessments of %d sheets", len(all), len(sheets))
	}
	return all
}

// rows reads one of the tables of testdata/assess.
func rows[T any](t *testing.T, name string, fields func(*T) strict.Value) []T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../testdata/assess", name))
	if err != nil {
		t.Fatal(err)
	}
	var all []T
	if err := strict.YAML(name, data, strict.List(&all, fields)); err != nil {
		t.Fatal(err)
	}
	return all
}

// trialSet copies the synthetic set and gives it the words that any set given
// with --indicators must have.
func trialSet(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../testdata/assess/set")); err != nil {
		t.Fatal(err)
	}
	set, err := indicator.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	words := "language: en\nbundle: set " + set.ID + "\nstate: draft\nreview-by: nobody, a test\nwords:\n"
	for _, key := range set.Keys() {
		words += "  " + key + ": " + strings.TrimPrefix(key, "officer.") + "\n"
	}
	if err := os.MkdirAll(filepath.Join(dir, "locales"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "locales/en.yaml"), []byte(words), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTheDimensionRuleThroughTheCommand(t *testing.T) {
	type row struct {
		strong, medium, weak int
		positive             bool
	}
	all := rows(t, "dimension-rule.yaml", func(r *row) strict.Value {
		return strict.Object(nil, strict.Req("strong", strict.Int(&r.strong, 0, 9), ""), strict.Req("medium", strict.Int(&r.medium, 0, 9), ""),
			strict.Req("weak", strict.Int(&r.weak, 0, 9), ""), strict.Req("positive", strict.Bool(&r.positive), ""))
	})
	if len(all) != 48 {
		t.Fatalf("%d rows, want 48", len(all))
	}
	var sheets []map[string]any
	for _, r := range all {
		coded := map[string]string{}
		for letter, n := range map[string]int{"s": r.strong, "m": r.medium, "w": r.weak} {
			for i := range n {
				coded[fmt.Sprintf("exploitation.%s%d", letter, i+1)] = "yes"
			}
		}
		sheets = append(sheets, map[string]any{"age": "adult", "indicators": coded})
	}
	for i, a := range throughCommand(t, sheets, "--indicators", trialSet(t)) {
		if got := dimensionFound(a, "weights", "rule") == assess.Positive; got != all[i].positive {
			t.Errorf("%+v: positive is %v", all[i], got)
		}
	}
}

func dimensionFound(a assess.Assessment, instrument, id string) assess.Finding {
	for _, ins := range a.Instruments {
		for _, d := range ins.Dimensions {
			if ins.ID == instrument && d.ID == id {
				return d.Finding
			}
		}
	}
	return ""
}

// codedRow is a judgment or a control, coded as facts.
type codedRow struct {
	id, instrument, atLeast, below, mark string
	age, skip                            string
	meets                                bool
	present, absent                      []string
	dimensions                           []strict.Entry[string]
}

func codedRowFields(r *codedRow) strict.Value {
	return strict.Object(nil,
		strict.Req("id", strict.ID(&r.id), ""), strict.Opt("title", strict.Line(&r.skip), ""), strict.Opt("facts", strict.Line(&r.skip), ""),
		strict.Opt("instrument", strict.ID(&r.instrument), ""), strict.Opt("age", strict.ID(&r.age), ""),
		strict.Opt("present", strict.IDs(&r.present), ""), strict.Opt("absent", strict.List(&r.absent, strict.Family), ""),
		strict.Opt("meets-definition", strict.Bool(&r.meets), ""), strict.Opt("at-least", strict.ID(&r.atLeast), ""),
		strict.Opt("below", strict.ID(&r.below), ""), strict.Opt("mark", strict.ID(&r.mark), ""), strict.Opt("not-rule", strict.ID(&r.skip), ""),
		strict.Opt("dimensions", strict.Map(&r.dimensions, strict.ID, strict.ID), ""), strict.Opt("strict-survey", strict.ID(&r.skip), ""),
		strict.Opt("means-and-purpose", strict.ID(&r.skip), ""), strict.Opt("forced-labour", strict.ID(&r.skip), ""))
}

func (r codedRow) sheet(set *indicator.Set) map[string]any {
	coded := map[string]string{}
	for _, family := range r.absent {
		for _, id := range set.Expand(family) {
			coded[id] = "no"
		}
	}
	for _, id := range r.present {
		coded[id] = "yes"
	}
	age := r.age
	if age == "" {
		age = "adult"
	}
	return map[string]any{"case": r.id, "age": age, "indicators": coded}
}

func TestCodedCasesThroughTheCommand(t *testing.T) {
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	cases := slices.Concat(rows(t, "narratives.yaml", codedRowFields), rows(t, "controls.yaml", codedRowFields), rows(t, "child-rule.yaml", codedRowFields))
	var sheets []map[string]any
	for _, c := range cases {
		sheets = append(sheets, c.sheet(set))
	}
	rank := func(level string) int { return slices.Index(indicator.Levels, level) }
	for i, a := range throughCommand(t, sheets) {
		c := cases[i]
		if c.atLeast != "" && rank(a.Level) < rank(c.atLeast) || c.below != "" && rank(a.Level) >= rank(c.below) {
			t.Errorf("%s: %s, want at least %q and below %q", c.id, a.Level, c.atLeast, c.below)
		}
		if c.mark != "" && !slices.Contains(a.Marks, c.mark) {
			t.Errorf("%s: marks %v lack %s", c.id, a.Marks, c.mark)
		}
		if c.meets && a.Level != indicator.LevelStrong {
			t.Errorf("%s meets the definition and reaches only %s", c.id, a.Level)
		}
		for _, d := range c.dimensions {
			if got := dimensionFound(a, c.instrument, d.Key); string(got) != d.Val {
				t.Errorf("%s: %s is %s, want %s", c.id, d.Key, got, d.Val)
			}
		}
	}
}
