package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"cesta/internal/check"
)

func TestASetWithoutCasesHasNone(t *testing.T) {
	cases, err := check.LoadCases(fstest.MapFS{})
	if len(cases) > 0 || err != nil {
		t.Errorf("%v, %v", cases, err)
	}
}

func TestCasesThatHoldAreSilent(t *testing.T) {
	for name, want := range map[string]string{
		"a level":                "want: {level: not-assessed}",
		"no mark":                "want: {marks: none}",
		"findings":               "want: {findings: {labour-adult.exploitation: cannot-be-excluded, labour-adult.means-and-purpose: cannot-be-excluded}}",
		"nothing in particular":  "want: {}",
		"a dimension and a mark": "want: {marks: none, findings: {danger.needs-now: cannot-be-excluded}}",
	} {
		t.Run(name, func(t *testing.T) {
			files := copySet(t, false)
			files["cases/mine.yaml"] = &fstest.MapFile{Data: []byte("schema: cesta.answers/1\nage: adult\n" + want + "\n")}
			if found := checked(t, files); len(found) > 0 {
				t.Error(first(found))
			}
		})
	}
}

// A folder of the set stands before the places of its own files, and not before
// those of its words, which have their full names already.
func TestPlacesOfAnOutsideSetAreWhole(t *testing.T) {
	in := shipped(t)
	in.Folder, in.Cases = "mine", []check.Case{{File: "cases/none.yaml", Want: check.Want{Level: "indications"}}}
	in.Words = nil
	in.Cases[0].Want.LevelPos.File = "cases/none.yaml"
	found := check.Run(in).Problems
	if len(found) != 1 || !strings.HasPrefix(found[0].Error(), "mine/cases/none.yaml") {
		t.Error(first(found))
	}
}

func TestThePlaceOfAnItemInACase(t *testing.T) {
	_, err := check.DecodeCase("c.yaml", []byte("schema: cesta.answers/1\nanswers:\n  q: {a: often}\nwant: {}\n"))
	if err == nil || !strings.HasPrefix(err.Error(), `c.yaml:3:10: "often" is not known here`) {
		t.Errorf("got %v", err)
	}
}
