package assess_test

import (
	"slices"
	"strings"
	"testing"

	"cesta/internal/answers"
)

// TestPersonTypes answers the real questions as each of the person types would
// and wants the level and the marks that their files name. The types are the
// project's own judgement, for review; they are no evidence that the rules are
// right. What else they want is tested by package check.
func TestPersonTypes(t *testing.T) {
	_, a := shipped(t)
	for _, c := range persons(t) {
		t.Run(strings.TrimSuffix(c.File, ".yaml"), func(t *testing.T) {
			got := assessed(t, a, c.Sheet)
			if got.Level != c.Want.Level {
				t.Errorf("level %s, want %s; reasons %+v; open %v", got.Level, c.Want.Level, got.Reasons, got.Core.Open)
			}
			if want := slices.Sorted(slices.Values(c.Want.Marks)); !slices.Equal(slices.Sorted(slices.Values(got.Marks)), want) {
				t.Errorf("marks %v, want %v", got.Marks, want)
			}
		})
	}
}

// A person type is a whole test: it wants a level and says which marks.
func TestPersonTypesWantALevelAndMarks(t *testing.T) {
	for _, c := range persons(t) {
		if c.Want.Level == "" || c.Want.MarksPos.Line == 0 || c.Sheet.Age == (answers.Ages{}) && c.Sheet.Answers == nil {
			t.Errorf("%s wants %+v", c.File, c.Want)
		}
	}
}
