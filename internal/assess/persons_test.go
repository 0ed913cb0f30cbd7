package assess_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cesta/indicators"
	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// TestPersonTypes answers the real questions as each of testdata/persons would
// and wants the level, and at least the marks, that stand in the head of the
// file. The types are the project's own judgement, for review; they are no
// evidence that the rules are right.
func TestPersonTypes(t *testing.T) {
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	assessor, err := assess.Compile(set)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/persons/*.yaml")
	if err != nil || len(files) < 27 {
		t.Fatalf("%d person types, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) { checkPerson(t, assessor, file) })
	}
}

func checkPerson(t *testing.T, assessor *assess.Assessor, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := answers.Decode(file, 1, data)
	if err != nil {
		t.Fatal(err)
	}
	got, err := assessor.Assess(sheet)
	if err != nil {
		t.Fatal(err)
	}
	level, marks := head(string(data), "# level: "), strings.Fields(head(string(data), "# marks: "))
	if got.Level != level {
		t.Errorf("level %s, want %s; reasons %+v; open %v", got.Level, level, got.Reasons, got.Core.Open)
	}
	for _, m := range marks {
		if m != "none" && !slices.Contains(got.Marks, m) {
			t.Errorf("marks %v lack %s", got.Marks, m)
		}
	}
	if slices.Contains(marks, "none") && level == indicator.LevelNothing && len(got.Marks) > 0 {
		t.Errorf("marks %v, want none", got.Marks)
	}
}

func head(text, key string) string {
	_, after, _ := strings.Cut(text, key)
	line, _, _ := strings.Cut(after, "\n")
	return line
}
