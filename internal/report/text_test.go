package report

import (
	"strings"
	"testing"

	"cesta/internal/locale"
)

func TestTextKeepsItsWidth(t *testing.T) {
	s := load(t)
	for _, width := range []int{40, 80} {
		for name, c := range s.persons(t) {
			var b strings.Builder
			if err := c.Write(&b, Text, width); err != nil {
				t.Fatal(err)
			}
			for l := range strings.SplitSeq(b.String(), "\n") {
				if locale.Width(l) > width {
					t.Fatalf("%s at %d: %q is too long", name, width, l)
				}
			}
		}
	}
}

func TestNumberStandsWholeOnItsLine(t *testing.T) {
	s := load(t)
	var b strings.Builder
	if err := (Contacts{Pack: s.pack, Person: s.in(t, "en")}).Write(&b, Text, 40); err != nil {
		t.Fatal(err)
	}
	lines := map[string]bool{}
	for l := range strings.SplitSeq(b.String(), "\n") {
		lines[strings.TrimSpace(l)] = true
	}
	for _, c := range s.pack.ContactsFor("en", "") {
		for _, p := range c.Phones {
			if !lines[written(p)] {
				t.Errorf("%s of %s has no line of its own", written(p), c.ID)
			}
		}
	}
}

func TestNumberRunsFromLeftToRightInArabic(t *testing.T) {
	s := small(t)
	var b strings.Builder
	if err := (Leaflet{Pack: s.pack, Person: s.in(t, "ar")}).Write(&b, Text, 60); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\u2066+420 222 71 71 71\u2069\n") {
		t.Error("the number is not isolated")
	}
}

func TestTextHasNoEmptyLinesInARow(t *testing.T) {
	s := small(t)
	for name, sheet := range sheets {
		var b strings.Builder
		if err := s.assessed(t, sheet).Write(&b, Text, 60); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "\n\n\n") || strings.HasPrefix(b.String(), "\n") {
			t.Errorf("%s has gaps:\n%s", name, b.String())
		}
	}
}

func TestNarrowWidthFallsBackToAUsualOne(t *testing.T) {
	s := small(t)
	for _, width := range []int{0, -1, 5} {
		var b, want strings.Builder
		c := s.assessed(t, sheets["indications"])
		if err := c.Write(&b, Text, width); err != nil {
			t.Fatal(err)
		}
		if err := c.Write(&want, Text, Width); err != nil {
			t.Fatal(err)
		}
		if b.String() != want.String() {
			t.Errorf("width %d is not taken as %d", width, Width)
		}
	}
}
