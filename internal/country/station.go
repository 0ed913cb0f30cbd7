package country

import (
	"fmt"
	"regexp"
	"strings"

	"cesta/internal/strict"
)

// Station is what only the police station knows. It is shown as local: nobody
// who made the pack has checked it. The zero Station says nothing.
type Station struct {
	// Authority is the name of the authority, for forms.
	Authority string
	// Specialist is the trafficking specialist, ChildProtection the one on
	// duty, Interpreter the interpreter line.
	Specialist, ChildProtection, Interpreter Line
}

// Line is one line of a station file: whom to call.
type Line struct {
	Name, Phone, Note string
}

// Empty reports whether the line says nothing.
func (l Line) Empty() bool { return l == Line{} }

// Line returns the line that a duty names, such as child-protection.
func (s Station) Line(name string) Line {
	return map[string]Line{"specialist": s.Specialist, "child-protection": s.ChildProtection, "interpreter": s.Interpreter}[name]
}

// LoadStation decodes a station file. The error is of type [strict.Problems].
func LoadStation(file string, data []byte) (Station, error) {
	var s Station
	if err := strict.YAML(file, data, s.table()); err != nil {
		return Station{}, err
	}
	return s, nil
}

func (s *Station) table() strict.Value {
	return strict.Object(nil,
		strict.Opt("authority", short(&s.Authority), "the name of the authority"),
		strict.Opt("specialist", s.Specialist.table(), "the trafficking specialist"),
		strict.Opt("child-protection", s.ChildProtection.table(), "child protection on duty"),
		strict.Opt("interpreter", s.Interpreter.table(), "the interpreter line"),
	)
}

func (l *Line) table() strict.Value {
	return strict.Object(nil,
		strict.Opt("name", short(&l.Name), "whom one reaches"),
		strict.Req("phone", stationPhone(&l.Phone), "the number, in quotes"),
		strict.Opt("note", short(&l.Note), "when, and what to say"),
	)
}

// maxLine keeps a line of the station file on one or two lines of a screen.
const maxLine = 200

func short(dst *string) strict.Value {
	return strict.Checked(strict.Line(dst), func(n strict.Node) {
		if len([]rune(*dst)) > maxLine {
			n.Fail(fmt.Sprintf("the text has more than %d letters", maxLine), "shorten it")
		}
	})
}

var stationPattern = regexp.MustCompile(`^\+?[0-9]+( [0-9]+)*$`)

// stationPhone takes the grouping that people write, within the same bounds
// as the numbers of a pack: an extension or an inner line is short.
func stationPhone(dst *string) strict.Value {
	return strict.Checked(strict.Line(dst), func(n strict.Node) {
		digits := strings.ReplaceAll(*dst, " ", "")
		if !stationPattern.MatchString(*dst) || !phonePattern.MatchString(digits) {
			n.Fail(fmt.Sprintf("%q is not a telephone number", *dst), "write digits and spaces only, with + in front of an international number")
		}
	})
}
