package country

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"cesta/internal/strict"
)

// checker finds what is wrong between the parts of a pack that are each
// written well.
type checker struct {
	*Pack
	dir      string
	problems strict.Problems
}

func (p *Pack) check(dir string) error {
	c := &checker{Pack: p, dir: dir}
	if p.Code != path.Base(dir) {
		c.problems.Add(c.file("country.yaml"), fmt.Sprintf("the code is %q, the folder is named for %q", p.Code, path.Base(dir)), "make both the same")
	}
	c.ids()
	c.sources()
	c.rights()
	c.parts()
	c.promises()
	c.duties()
	c.contacts()
	return c.problems.Err()
}

func (c *checker) file(name string) strict.Pos {
	return strict.Pos{File: path.Join("locales", c.dir, name)}
}

// ids refuses ids that stand twice where one of them would be lost.
func (c *checker) ids() {
	lists, rights := unique{c, "list", map[string]bool{}}, unique{c, "right", map[string]bool{}}
	for _, l := range c.Lists {
		lists.add(l.Pos, l.ID)
		for _, r := range l.Rights {
			rights.add(r.Pos, r.ID)
		}
	}
	each(c, "switch", c.Switches, func(s Switch) (strict.Pos, string) { return s.Pos, s.ID })
	each(c, "part", c.Parts, func(p Part) (strict.Pos, string) { return p.Pos, p.ID })
	each(c, "duty", c.Duties, func(d Duty) (strict.Pos, string) { return d.Pos, d.ID })
	each(c, "contact", c.Contacts, func(t Contact) (strict.Pos, string) { return t.Pos, t.ID })
}

func each[T any](c *checker, what string, all []T, id func(T) (strict.Pos, string)) {
	u := unique{c, what, map[string]bool{}}
	for _, t := range all {
		u.add(id(t))
	}
}

type unique struct {
	*checker
	what string
	seen map[string]bool
}

func (u unique) add(at strict.Pos, id string) {
	if u.seen[id] {
		u.problems.Add(at, fmt.Sprintf("the %s %q stands twice", u.what, id), "give it an id of its own")
	}
	u.seen[id] = true
}

// sources refuses a basis whose source is not there.
func (c *checker) sources() {
	bases := slices.Concat(c.Referral.Basis, c.Reflection.Basis)
	for _, l := range c.Lists {
		for _, r := range l.Rights {
			bases = append(bases, r.Basis...)
		}
	}
	for _, p := range c.Parts {
		bases = append(bases, p.Basis...)
	}
	for _, m := range c.Promises {
		bases = append(bases, m.Basis...)
	}
	for _, d := range c.Duties {
		bases = append(bases, d.Basis...)
	}
	for _, b := range bases {
		c.source(b)
	}
	for _, s := range c.Switches {
		c.known(s.Pos, s.Source)
	}
}

func (c *checker) source(b Basis) {
	switch {
	case b.Source != "":
		c.known(b.Pos, b.Source)
	case strings.HasPrefix(b.Confidence, "found"):
		c.problems.Add(b.Pos, fmt.Sprintf("%q is said to be found, but not where", b.Text), "add its source, or write from memory: memory-high, memory-medium or memory-low")
	}
}

func (c *checker) known(at strict.Pos, source string) {
	if _, ok := c.Sources[source]; !ok {
		c.problems.Add(at, fmt.Sprintf("the source %q is not in country.yaml", source), "add it under sources")
	}
}

// rights checks what hangs on switches: turning one may exchange a right for
// another, but never lose one.
func (c *checker) rights() {
	for _, l := range c.Lists {
		for _, r := range l.Rights {
			c.right(l, r)
		}
	}
}

func (c *checker) right(l RightsList, r Right) {
	switched := slices.ContainsFunc(c.Switches, func(s Switch) bool { return s.ID == r.Switch })
	switch {
	case r.Switch == "" && r.InsteadOf != "":
		c.problems.Add(r.Pos, fmt.Sprintf("the right %s stands instead of %s, but hangs on no switch", r.ID, r.InsteadOf), "add while, or remove instead-of")
	case r.Switch == "":
	case !switched:
		c.problems.Add(r.Pos, fmt.Sprintf("the switch %q is not in country.yaml", r.Switch), "add it under switches")
	case !slices.ContainsFunc(l.Rights, func(s Right) bool { return exchanged(r, s) || exchanged(s, r) }):
		c.problems.Add(r.Pos, fmt.Sprintf("the right %s would be lost when %s turns", r.ID, r.Switch), "write the right that then holds, in the same list, with instead-of")
	}
}

// exchanged reports whether turning their switch puts r in the place of s.
func exchanged(r, s Right) bool {
	return r.InsteadOf == s.ID && r.Switch == s.Switch && r.SwitchOn != s.SwitchOn
}

func (c *checker) parts() {
	decides := slices.IndexFunc(c.Parts, func(p Part) bool { return p.ID == Interview })
	switch {
	case decides < 0:
		c.problems.Add(c.file("information.yaml"), "the part \"interview\" is missing", "add the consent that decides whether questions are asked")
	case c.Parts[decides].Kind != Consent:
		c.problems.Add(c.Parts[decides].Pos, "the part \"interview\" is not a consent", "write kind: consent")
	case decides != len(c.Parts)-1:
		c.problems.Add(c.Parts[decides].Pos, "the part \"interview\" is not the last", "tell everything before you ask; move it to the end")
	}
}

func (c *checker) promises() {
	for i, m := range c.Promises {
		if m.Number != i+1 {
			c.problems.Add(m.Pos, fmt.Sprintf("the promise %d stands in place %d", m.Number, i+1), "number them from 1 without gaps")
		}
	}
}

func (c *checker) duties() {
	for _, d := range c.Duties {
		for _, id := range d.Contacts {
			if _, ok := c.Contact(id); !ok {
				c.problems.Add(d.Pos, fmt.Sprintf("the contact %q is not in contacts.yaml", id), "name one that is there")
			}
		}
	}
	for _, level := range Levels {
		c.covered("level", level, func(w When) bool { return slices.Contains(w.Level, level) })
	}
	for _, mark := range Marks {
		c.covered("mark", mark, func(w When) bool { return slices.Contains(w.Mark, mark) })
	}
}

// covered refuses a level or mark that obliges nobody to do anything now.
func (c *checker) covered(what, word string, names func(When) bool) {
	if !slices.ContainsFunc(c.Duties, func(d Duty) bool { return d.Phase == Now && names(d.When) }) {
		c.problems.Add(c.file("duties.yaml"), fmt.Sprintf("no duty says what to do now at the %s %q", what, word), "add one")
	}
}

// sameClock are the countries whose clocks show the same time as each other
// all year; hours of days and times are read by the clock of the pack.
var sameClock = []string{"CZ", "SK", "PL", "DE", "AT", "HU"}

func (c *checker) contacts() {
	here := strings.ToUpper(c.Code)
	for _, t := range c.Contacts {
		if t.ShowToPerson && len(t.Phones)+len(t.Email)+len(t.Web) == 0 && t.Address == "" {
			c.problems.Add(t.Pos, fmt.Sprintf("the contact %q cannot be reached: no number, no address", t.ID), "add one that was found, or write show-to-person: false")
		}
		local := t.Country == here || slices.Contains(sameClock, t.Country) && slices.Contains(sameClock, here)
		if len(t.Hours.Week) > 0 && !local {
			c.problems.Add(t.Hours.Pos, fmt.Sprintf("the hours of %q are by another clock", t.ID), "write them as a text, with the time zone in the words")
		}
	}
}
