package assess_test

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"cesta/indicators"
	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// exchanged is the shipped set with another file in the place of
// instruments/reasonable-grounds.yaml.
func exchanged(t *testing.T, file string) (*indicator.Set, *assess.Assessor) {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(indicators.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := indicators.Files.ReadFile(path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(testdata + file)
	if err != nil {
		t.Fatal(err)
	}
	const place = "instruments/reasonable-grounds.yaml"
	if files[place] == nil {
		t.Fatal("the shipped set has no " + place)
	}
	files[place] = &fstest.MapFile{Data: data}
	set, err := indicator.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return set, compiled(t, set)
}

func TestAnotherRuleFileChangesLevelsWithoutAnEditInGo(t *testing.T) {
	usualSet, usual := shipped(t)
	otherSet, other := exchanged(t, "other-grounds.yaml")
	if usualSet.Hash == otherSet.Hash {
		t.Error("the two sets have one hash")
	}
	for _, c := range []struct {
		present      []string
		usual, other string
		marks        []string
	}{
		{[]string{"exploitation.hours", "exploitation.pay", "destination.coerced.documents"}, indicator.LevelStrong, indicator.LevelNotAssessed, []string{}},
		{[]string{"destination.coerced.threat-violence"}, indicator.LevelIndications, indicator.LevelStrong, []string{"danger"}},
		{[]string{"recruitment.coerced.threat-violence"}, indicator.LevelIndications, indicator.LevelNotAssessed, []string{}},
	} {
		sheet := coded(usualSet, answers.Adult, c.present, nil)
		if got := assessed(t, usual, sheet).Level; got != c.usual {
			t.Errorf("%v by the shipped rules: %s, want %s", c.present, got, c.usual)
		}
		got := assessed(t, other, sheet)
		if got.Level != c.other {
			t.Errorf("%v by the other rules: %s, want %s", c.present, got.Level, c.other)
		}
		if diff := cmp.Diff(c.marks, got.Marks); diff != "" {
			t.Errorf("%v: marks %s", c.present, diff)
		}
	}
}
