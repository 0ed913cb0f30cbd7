package check

import (
	"slices"
	"strings"

	"cesta/internal/indicator"
)

// options reports an answer that fills two items of one dimension: said once,
// it would count twice.
//
// Two things are no fault, as a principle. In an unweighted list of which one
// item is enough, a second changes nothing. And a dimension that gathers several
// families, such as every means of every phase, may get one item from each of
// two families: those are two different things done to a person, even if one
// answer tells of both. Two items that rest on one fact count once anyway.
func (c *checker) options() {
	for i := range c.Set.Questions {
		q := &c.Set.Questions[i]
		for o := range q.Options {
			c.twice(q, &q.Options[o])
		}
	}
}

func (c *checker) twice(q *indicator.Question, o *indicator.Option) {
	if len(o.Shows) < 2 {
		return
	}
	type dimension struct{ instrument, id string }
	first := map[dimension][]string{}
	for _, id := range o.Shows {
		for _, w := range c.uses.WeighedIn(id) {
			at := dimension{w.Instrument.ID, w.Dimension.ID}
			if before := slices.IndexFunc(first[at], func(other string) bool { return c.countTwice(other, id) }); before >= 0 && !oneIsEnough(w.Dimension) {
				c.fail(o.Pos, "show one of them, or make two options", "the option %s of %s shows two items of %s.%s: %s and %s", o.ID, q.ID, at.instrument, at.id, first[at][before], id)
			}
			first[at] = append(first[at], id)
		}
	}
}

// countTwice reports whether two indicators are of one family and rest on two
// facts.
func (c *checker) countTwice(a, b string) bool {
	return family(a) == family(b) && c.Set.Indicator(a).Fact != c.Set.Indicator(b).Fact
}

// family is an indicator's id without its last segment.
func family(id string) string {
	if at := strings.LastIndexByte(id, '.'); at > 0 {
		return id[:at]
	}
	return id
}

// oneIsEnough reports whether no clause of an unweighted dimension asks for more
// than one item.
func oneIsEnough(d *indicator.Dimension) bool {
	for _, w := range d.Weights {
		if w.Val != (indicator.Weight{}) {
			return false
		}
	}
	return !slices.ContainsFunc(d.PositiveWhen, func(c indicator.Clause) bool {
		return max(c.Strong, c.Medium, c.Weak, c.Items) > 1
	})
}
