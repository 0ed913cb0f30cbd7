package check

import (
	"slices"

	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// reach reports what stands in the set and is never come to.
func (c *checker) reach() {
	for i := range c.Set.Questions {
		if q := &c.Set.Questions[i]; len(c.uses.AskedIn(q.ID)) == 0 {
			c.fail(q.Pos, "add it to a section in interviews/ or remove it", "no interview asks the question %s", q.ID)
		}
	}
	for _, i := range c.Set.Indicators {
		c.established(i)
	}
	for i := range c.Set.Interviews {
		c.shownEarlier(&c.Set.Interviews[i])
	}
}

// established reports an indicator that no answer can show, and a danger or a
// need that is shown and changes nothing: nobody would be warned of it.
func (c *checker) established(i indicator.Indicator) {
	if len(c.uses.ShownBy(i.ID)) > 0 {
		if urgent := i.Kind() == indicator.Danger || i.Kind() == indicator.Need; urgent && len(c.uses.WeighedIn(i.ID)) == 0 {
			c.fail(i.Pos, "weigh it in a dimension whose result marks danger or needs", "%s is shown and counts nowhere: nobody would be told to act", i.ID)
		}
		return
	}
	if cells := c.uses.WeighedIn(i.ID); len(cells) > 0 {
		c.fail(i.Pos, "let an option or item show it, or take it out of the dimension", "no answer shows %s, which counts in %s.%s", i.ID, cells[0].Instrument.ID, cells[0].Dimension.ID)
		return
	}
	c.fail(i.Pos, "let an option or item show it, or remove it", "no answer shows %s", i.ID)
}

// shownEarlier reports a question that waits for a fact which nothing asked
// before it in the interview can show: it would always be asked.
func (c *checker) shownEarlier(iv *indicator.Interview) {
	earlier := map[string]bool{}
	for _, id := range iv.Questions() {
		q := c.Set.Question(id)
		eachShown(q.AskWhen, func(family string, at strict.Pos) {
			if !slices.ContainsFunc(c.Set.Expand(family), func(i string) bool { return earlier[i] }) {
				c.fail(at, "ask before it what shows "+family, "the question %s waits for %s, which nothing before it in the interview %s can show", q.ID, family, iv.ID)
			}
		})
		for _, o := range q.Options {
			for _, i := range o.Shows {
				earlier[i] = true
			}
		}
	}
}

// eachShown calls f for each indicator or family that a condition wants shown.
func eachShown(cond *indicator.Condition, f func(family string, at strict.Pos)) {
	if cond == nil {
		return
	}
	if cond.Shown != "" {
		f(cond.Shown, cond.Pos)
	}
	eachShown(cond.Not, f)
	for i := range cond.All {
		eachShown(&cond.All[i], f)
	}
	for i := range cond.Any {
		eachShown(&cond.Any[i], f)
	}
}
