package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/assess"
)

func TestADimensionThatIsTheSameInAllPlacesIsToldOnce(t *testing.T) {
	one := assess.DimensionFinding{ID: "a", Finding: assess.NotShown, Of: 3}
	first, second := one, one
	first.Episode, second.Episode = 1, 2
	differs := second
	differs.ID, differs.Finding = "b", assess.Positive
	base := differs
	base.Episode, base.Finding = 1, assess.NotShown
	got := apart([]assess.DimensionFinding{first, second, base, differs})
	if diff := cmp.Diff([]assess.DimensionFinding{one, base, differs}, got); diff != "" {
		t.Error(diff)
	}
}
