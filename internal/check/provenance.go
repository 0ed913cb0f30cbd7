package check

import (
	"time"

	"cesta/internal/country"
	"cesta/internal/indicator"
)

// staleDays is how long a check of content is good for.
const staleDays = 180

// provenance reports instruments that do not say enough of where they come from.
func (c *checker) provenance() {
	for i := range c.Set.Instruments {
		ins := &c.Set.Instruments[i]
		c.source(ins)
		c.validation(ins)
	}
}

func (c *checker) source(ins *indicator.Instrument) {
	s := ins.Source
	checked := s.Checked != "never"
	if ins.Fidelity != indicator.Project {
		if s.Year == "" && s.Ref == "" {
			c.fail(s.Pos, "add year or ref, so that the source can be found", "the source of %s has neither year nor ref", ins.ID)
		}
		if s.Publisher == "project" {
			c.fail(s.Pos, "name the publisher, or write fidelity: project", "the source of %s is the project, its fidelity is %s", ins.ID, ins.Fidelity)
		}
	}
	if checked && s.CheckedBy == "" {
		c.fail(s.Pos, "add checked-by: who compared it", "the source of %s was checked by nobody in particular", ins.ID)
	}
	if ins.State == indicator.Approved && !checked {
		c.fail(s.Pos, "write the date of the comparison, or state: reviewed", "%s is approved, and nobody has compared it with its source", ins.ID)
	}
	if at, ok := day(s.Checked); ok && at.After(c.Today) {
		c.fail(s.Pos, "mend the date", "the source of %s was checked on %s, which is not yet", ins.ID, s.Checked)
	}
}

func (c *checker) validation(ins *indicator.Instrument) {
	v := ins.Validated
	switch {
	case v.Population == "none" && v.Counts != "":
		c.fail(v.Pos, "name the people it was tried on, or remove counts", "%s has published counts and no population", ins.ID)
	case v.Population == "none" && v.Note == "":
		c.fail(v.Pos, "add note: why there is no study, and what it rests on", "%s was tried on nobody and says nothing about it", ins.ID)
	case v.Population != "none" && v.Counts == "" && v.Note == "":
		c.fail(v.Pos, "add counts: the published result as counts, or note", "%s was tried on people and does not say what came out", ins.ID)
	}
}

// day reads the latest day that a date may mean: 2026 is the last of December.
func day(date string) (time.Time, bool) {
	for _, layout := range []struct {
		form                string
		years, months, days int
	}{{"2006-01-02", 0, 0, 0}, {"2006-01", 0, 1, -1}, {"2006", 1, 0, -1}} {
		if at, err := time.Parse(layout.form, date); err == nil {
			return at.AddDate(layout.years, layout.months, layout.days), true
		}
	}
	return time.Time{}, false
}

// Summary counts what is no fault and what a reader must know: how much has not
// been reviewed, and how much was not looked at for long.
type Summary struct {
	// Cases is the number of test cases; all hold if there is no problem.
	Cases int
	// Instruments, Languages (files of the set's words) and Law (what the
	// country pack holds).
	Instruments, Languages, Law Standing
}

// Standing counts things by how far they can be relied on.
type Standing struct {
	Total int
	// Draft are those nobody has approved, Stale those last looked at more than
	// 180 days ago, or never.
	Draft, Stale int
}

func (s *Standing) add(state, checked string, today time.Time) {
	s.Total++
	if state != string(indicator.Approved) {
		s.Draft++
	}
	if at, ok := day(checked); !ok || at.AddDate(0, 0, staleDays).Before(today) {
		s.Stale++
	}
}

func (c *checker) count() Summary {
	s := Summary{Cases: len(c.Cases)}
	for _, ins := range c.Set.Instruments {
		s.Instruments.add(string(ins.State), ins.Source.Checked, c.Today)
	}
	for _, f := range c.files {
		s.Languages.Total++
		if f.State != string(indicator.Approved) {
			s.Languages.Draft++
		}
	}
	if c.Pack != nil {
		c.countLaw(&s.Law, c.Pack)
	}
	return s
}

func (c *checker) countLaw(s *Standing, p *country.Pack) {
	review := func(r country.Review) { s.add(r.State, r.Checked, c.Today) }
	for _, l := range p.Lists {
		for _, r := range l.Rights {
			review(r.Review)
		}
	}
	for _, part := range p.Parts {
		review(part.Review)
	}
	for _, d := range p.Duties {
		review(d.Review)
	}
	for _, promise := range p.Promises {
		review(promise.Review)
	}
	for _, contact := range p.Contacts {
		s.add(contact.State, contact.Verified, c.Today)
	}
}
