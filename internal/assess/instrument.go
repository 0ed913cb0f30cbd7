package assess

import (
	"slices"
	"strings"

	"cesta/internal/indicator"
)

// instrument is an instrument with ids turned into numbers.
type instrument struct {
	*indicator.Instrument
	dimensions []dimension
	results    []result
	reaching   bool // some result reaches a level
}

// child reports whether the instrument is meant for children alone.
func (i *instrument) child() bool { return i.Age == indicatorChild }

const indicatorChild = "child"

// dimension is a dimension whose cells are grouped by fact.
type dimension struct {
	*indicator.Dimension
	number   int // over all instruments
	cells    []cell
	facts    [][]cell // the cells again, those together that rest on one fact
	doubtful bool     // some cell has two weights
}

type cell struct {
	indicator int
	fact      int // over the set
	weight    indicator.Weight
}

func (d *dimension) has(i int) bool {
	return slices.ContainsFunc(d.cells, func(c cell) bool { return c.indicator == i })
}

// result is a result with its rule compiled.
type result struct {
	*indicator.Result
	rule  rule
	rank  int   // of the level it reaches, or 0
	reads []int // the dimensions it looks at, over all instruments
	aside bool  // it looks at open questions, age or doubt
}

// rule is an expression with ids turned into numbers; dimensions count inside
// the instrument.
type rule struct {
	kind       ruleKind
	dimensions []int
	parts      []rule
	facts      int
}

type ruleKind uint8

const (
	ruleNever ruleKind = iota
	rulePositive
	rulePresent
	ruleAll
	ruleAny
	rulePossible
	ruleOpen
	ruleDistinct
	ruleChild
	ruleDoubt
)

func (c *compiler) instrument(src *indicator.Instrument) {
	ins := instrument{Instrument: src}
	for i := range src.Dimensions {
		ins.dimensions = append(ins.dimensions, c.dimension(src, &src.Dimensions[i]))
	}
	for i := range src.Results {
		r := result{Result: &src.Results[i], rank: max(0, rank(src.Results[i].Reaches))}
		if r.rank < rank(indicator.LevelIndications) && r.Reaches != "" {
			c.fail("%s.%s reaches %q, which no rule can", src.ID, r.ID, r.Reaches)
		}
		r.rule = c.rule(&ins, r.When, src.ID+"."+r.ID)
		r.note(&ins, &r.rule)
		ins.results = append(ins.results, r)
		ins.reaching = ins.reaching || r.rank > 0
	}
	if ins.reaching {
		for d := range ins.dimensions {
			for _, cell := range ins.dimensions[d].cells {
				c.decisive[cell.indicator] = append(c.decisive[cell.indicator], place{len(c.instruments), d})
			}
		}
	}
	c.instruments = append(c.instruments, ins)
}

// judging reports whether the result decides anything beyond itself.
func (r *result) judging() bool { return r.rank > 0 || len(r.Marks) > 0 }

// note collects what the rule looks at: dimensions, and things beside them.
func (r *result) note(ins *instrument, part *rule) {
	for _, d := range part.dimensions {
		r.reads = append(r.reads, ins.dimensions[d].number)
	}
	r.aside = r.aside || part.kind == ruleOpen || part.kind == ruleChild || part.kind == ruleDoubt
	for i := range part.parts {
		r.note(ins, &part.parts[i])
	}
}

func (c *compiler) dimension(ins *indicator.Instrument, src *indicator.Dimension) dimension {
	d := dimension{Dimension: src, number: c.dimensions}
	c.dimensions++
	for _, w := range src.Weights {
		for _, i := range c.numbers([]string{w.Key}, ins.ID+"."+src.ID) {
			d.add(cell{i, c.facts[i], w.Val})
		}
	}
	return d
}

func (d *dimension) add(new cell) {
	at := slices.IndexFunc(d.facts, func(items []cell) bool { return items[0].fact == new.fact })
	if at < 0 {
		at, d.facts = len(d.facts), append(d.facts, nil)
	}
	d.facts[at] = append(d.facts[at], new)
	d.cells = append(d.cells, new)
	d.doubtful = d.doubtful || new.weight.Low != new.weight.High
}

func (c *compiler) rule(ins *instrument, e indicator.Expr, where string) rule {
	find := func(ids ...string) []int { return c.findDimensions(ins, ids, where) }
	switch {
	case e.Dimension != "":
		return rule{kind: rulePositive, dimensions: find(e.Dimension)}
	case e.Present != "":
		return rule{kind: rulePresent, dimensions: find(e.Present)}
	case len(e.All) > 0:
		return rule{kind: ruleAll, parts: c.rules(ins, e.All, where)}
	case len(e.Any) > 0:
		return rule{kind: ruleAny, parts: c.rules(ins, e.Any, where)}
	case e.Possible != nil:
		return rule{kind: rulePossible, parts: c.rules(ins, []indicator.Expr{*e.Possible}, where)}
	case len(e.Open) > 0:
		return rule{kind: ruleOpen, dimensions: find(e.Open...)}
	case e.Distinct != nil:
		return rule{kind: ruleDistinct, dimensions: find(e.Distinct.Of...), facts: e.Distinct.Facts}
	case e.Age == indicatorChild:
		return rule{kind: ruleChild}
	case e.Doubt:
		return rule{kind: ruleDoubt}
	}
	c.fail("the rule of %s is empty", where)
	return rule{}
}

func (c *compiler) rules(ins *instrument, exprs []indicator.Expr, where string) []rule {
	list := make([]rule, len(exprs))
	for i, e := range exprs {
		list[i] = c.rule(ins, e, where)
	}
	return list
}

func (c *compiler) findDimensions(ins *instrument, ids []string, where string) []int {
	var list []int
	for _, id := range ids {
		at := slices.IndexFunc(ins.dimensions, func(d dimension) bool { return d.ID == id })
		if at < 0 {
			c.fail("%s names the dimension %s, which %s does not have", where, id, ins.ID)
			continue
		}
		list = append(list, at)
	}
	return list
}

// clauseText writes a clause as it stands in the set, without its braces.
func clauseText(c indicator.Clause) string { return strings.Trim(c.Text(), "{}") }
