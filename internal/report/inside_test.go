package report

import (
	"slices"
	"testing"

	"cesta/internal/country"
)

// Nobody is left out for somebody in detention; who can be reached from there
// comes first.
func TestInDetentionThoseComeFirstWhoCanBeReachedFromThere(t *testing.T) {
	pack := &country.Pack{Code: "cz", Contacts: []country.Contact{
		{ID: "abroad", Country: "SK", ShowToPerson: true, ReachableFromDetention: true},
		{ID: "outside", Country: "CZ", ShowToPerson: true},
		{ID: "inside", Country: "CZ", ShowToPerson: true, ReachableFromDetention: true},
	}}
	ids := func(c Contacts) []string {
		var all []string
		for _, contact := range c.list() {
			all = append(all, contact.ID)
		}
		return all
	}
	for _, c := range []struct {
		leaflet Leaflet
		want    []string
	}{
		{Leaflet{}, []string{"outside", "inside", "abroad"}},
		{Leaflet{First: []string{"detention"}}, []string{"inside", "outside", "abroad"}},
		{Leaflet{For: []string{"detained"}}, []string{"inside", "outside", "abroad"}},
	} {
		if got := ids(Contacts{Pack: pack, Language: "en", Inside: c.leaflet.inside()}); !slices.Equal(got, c.want) {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
}
