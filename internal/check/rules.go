package check

import (
	"slices"

	"cesta/internal/indicator"
)

// rules reports clauses and results that can never hold or never matter.
func (c *checker) rules() {
	doubts := c.anyOption(func(o *indicator.Option) bool { return o.Doubt })
	ages := c.anyOption(func(o *indicator.Option) bool { return o.Age != "" })
	for i := range c.Set.Instruments {
		r := ruling{checker: c, instrument: &c.Set.Instruments[i], dimensions: map[string]*indicator.Dimension{}, dead: map[string]bool{}, doubts: doubts, ages: ages}
		for d := range r.instrument.Dimensions {
			r.dimension(&r.instrument.Dimensions[d])
		}
		for _, res := range r.instrument.Results {
			r.result(res)
		}
	}
}

// ruling is the look at the rules of one instrument.
type ruling struct {
	*checker
	instrument *indicator.Instrument
	dimensions map[string]*indicator.Dimension
	dead       map[string]bool // dimensions that can never be positive
	// doubts and ages say that some option states a doubt, or the age.
	doubts, ages bool
}

// reach counts facts of at least a weight, as the engine does: each fact once,
// at its heaviest.
type reach [indicator.StrongWeight + 1]int

func (r *ruling) dimension(d *indicator.Dimension) {
	r.dimensions[d.ID] = d
	most, alive := r.most(d), len(d.PositiveWhen) == 0
	for i, clause := range d.PositiveWhen {
		wants := normal(clause)
		if !most.covers(wants) {
			r.fail(clause.Pos, "ask for less or remove the clause", "the clause can never hold: %s has %d strong, %d medium and %d weak items at most, %d in all", d.ID,
				most[indicator.StrongWeight], most[indicator.MediumWeight]-most[indicator.StrongWeight], most[indicator.WeakWeight]-most[indicator.MediumWeight], most[indicator.ItemWeight])
			continue
		}
		alive = true
		if i > 0 && !r.matters(d, i) {
			r.fail(clause.Pos, "remove it", "the clause adds nothing: whenever it holds in %s, one before it holds already", d.ID)
		}
	}
	r.dead[d.ID] = !alive
}

// most is what a dimension counts when every item is yes and every doubtful
// weight is the higher.
func (r *ruling) most(d *indicator.Dimension) (n reach) {
	heaviest := map[string]indicator.Level{}
	for _, w := range d.Weights {
		fact := r.Set.Indicator(w.Key).Fact
		heaviest[fact] = max(heaviest[fact], w.Val.High)
	}
	for _, level := range heaviest {
		for at := indicator.ItemWeight; at <= level; at++ {
			n[at]++
		}
	}
	return n
}

// normal is what a clause wants, with what that brings along: who has two strong
// items has two items.
func normal(c indicator.Clause) (n reach) {
	n[indicator.StrongWeight] = c.Strong
	n[indicator.MediumWeight] = max(c.Medium, c.Strong)
	n[indicator.WeakWeight] = max(c.Weak, n[indicator.MediumWeight])
	n[indicator.ItemWeight] = max(c.Items, n[indicator.WeakWeight])
	return n
}

func (n reach) covers(m reach) bool {
	for i := range n {
		if n[i] < m[i] {
			return false
		}
	}
	return true
}

// maxCombinations bounds the search of matters. A dimension of the usual kind
// takes a few hundred.
const maxCombinations = 100_000

// matters reports whether some combination of items makes the clause hold and
// none before it: with the lower weights or, where a cell is in doubt, with the
// higher.
func (r *ruling) matters(d *indicator.Dimension, at int) bool {
	for _, high := range []bool{false, true} {
		have := available(d, high)
		size := 1
		for level, n := range have {
			have[level] = min(n, enough(d, at))
			size *= have[level] + 1
		}
		if size > maxCombinations || combine(have, indicator.ItemWeight, reach{}, func(n reach) bool { return firstIs(d, at, n) }) {
			return true
		}
	}
	return false
}

// available counts the items of each weight.
func available(d *indicator.Dimension, high bool) (n reach) {
	for _, w := range d.Weights {
		if high {
			n[w.Val.High]++
		} else {
			n[w.Val.Low]++
		}
	}
	return n
}

// enough is how many items of one weight can make a difference to the clauses.
func enough(d *indicator.Dimension, at int) int {
	most := 0
	for _, c := range d.PositiveWhen[:at+1] {
		most = max(most, normal(c)[indicator.ItemWeight])
	}
	return most
}

// combine tries all numbers of items of each weight up to those there are.
func combine(have reach, level indicator.Level, chosen reach, try func(reach) bool) bool {
	if level > indicator.StrongWeight {
		return try(chosen)
	}
	for chosen[level] = 0; chosen[level] <= have[level]; chosen[level]++ {
		if combine(have, level+1, chosen, try) {
			return true
		}
	}
	return false
}

// firstIs reports whether the clause is the first to hold with so many items of
// each weight.
func firstIs(d *indicator.Dimension, at int, n reach) bool {
	for level := indicator.StrongWeight; level > indicator.ItemWeight; level-- {
		n[level-1] += n[level]
	}
	return slices.IndexFunc(d.PositiveWhen, func(c indicator.Clause) bool { return n.covers(normal(c)) }) == at
}

// result reports the innermost part because of which a rule can never hold.
func (r *ruling) result(res indicator.Result) {
	if part, why := r.never(&res.When); part != nil {
		at := part.Pos
		if at.Line == 0 {
			at = res.Pos
		}
		r.fail(at, "mend the rule or remove it", "the result %s can never hold: %s", res.ID, why)
	}
}

// never finds a part that keeps the rule from ever holding, and why; nil when
// there is none. There is no negation, so a rule that can hold holds when
// everything is yes.
func (r *ruling) never(e *indicator.Expr) (*indicator.Expr, string) {
	switch {
	case e.Dimension != "" && r.dead[e.Dimension]:
		return e, e.Dimension + " can never be positive"
	case e.Distinct != nil:
		return r.neverDistinct(e)
	case e.Possible != nil:
		return r.never(e.Possible)
	case e.Doubt && !r.doubts:
		return e, "no option is a reason of doubt"
	case e.Age != "" && !r.ages:
		return e, "no question tells the age"
	}
	for i := range e.All {
		if part, why := r.never(&e.All[i]); part != nil {
			return part, why
		}
	}
	return r.neverAny(e.Any)
}

func (r *ruling) neverAny(parts []indicator.Expr) (*indicator.Expr, string) {
	var first *indicator.Expr
	reason := ""
	for i := range parts {
		part, why := r.never(&parts[i])
		if part == nil {
			return nil, ""
		}
		if first == nil {
			first, reason = part, why
		}
	}
	return first, reason
}

func (c *checker) anyOption(is func(*indicator.Option) bool) bool {
	for i := range c.Set.Questions {
		for o := range c.Set.Questions[i].Options {
			if is(&c.Set.Questions[i].Options[o]) {
				return true
			}
		}
	}
	return false
}

// neverDistinct reports a rule that wants more facts than its dimensions can
// give: one of each, and no more different ones than they have together.
func (r *ruling) neverDistinct(e *indicator.Expr) (*indicator.Expr, string) {
	facts := map[string]bool{}
	for _, id := range e.Distinct.Of {
		for _, w := range r.dimensions[id].Weights {
			facts[r.Set.Indicator(w.Key).Fact] = true
		}
	}
	if e.Distinct.Facts > len(e.Distinct.Of) {
		return e, "it takes one fact of each dimension, and names fewer dimensions than facts"
	}
	if e.Distinct.Facts > len(facts) {
		return e, "its dimensions have fewer different facts than it asks for"
	}
	return nil, ""
}
