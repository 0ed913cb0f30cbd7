package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// goldCell is one row of labour-weights.yaml.
type goldCell struct{ instrument, dimension, indicator, weight string }

func goldCells(t *testing.T) []goldCell {
	t.Helper()
	rows := table(t, "labour-weights.yaml", func(c *goldCell) strict.Value {
		return strict.Object(nil,
			strict.Req("instrument", strict.ID(&c.instrument), ""), strict.Req("dimension", strict.ID(&c.dimension), ""),
			strict.Req("indicator", strict.ID(&c.indicator), ""), strict.Req("weight", strict.Line(&c.weight), ""))
	})
	if len(rows) != 67+65 {
		t.Fatalf("%d cells, want the published 67 and 65", len(rows))
	}
	return rows
}

// goldRule is dimension-rule.yaml: whether so many strong, medium and weak items
// make a dimension positive.
func goldRule(t *testing.T) map[[3]int]bool {
	t.Helper()
	rule := map[[3]int]bool{}
	for _, r := range table(t, "dimension-rule.yaml", func(r *dimensionRow) strict.Value {
		return strict.Object(nil,
			strict.Req("strong", strict.Int(&r.strong, 0, 9), ""), strict.Req("medium", strict.Int(&r.medium, 0, 9), ""),
			strict.Req("weak", strict.Int(&r.weak, 0, 9), ""), strict.Req("positive", strict.Bool(&r.positive), ""))
	}) {
		rule[[3]int{r.strong, r.medium, r.weak}] = r.positive
	}
	return rule
}

// published are the alternatives of the rule in the order of the publication, as
// an assessment prints them.
var published = []struct {
	clause string
	holds  func(n [3]int) bool
}{
	{"strong: 2", func(n [3]int) bool { return n[0] >= 2 }},
	{"strong: 1, items: 2", func(n [3]int) bool { return n[0] >= 1 && n[0]+n[1]+n[2] >= 2 }},
	{"medium: 3", func(n [3]int) bool { return n[0]+n[1] >= 3 }},
	{"medium: 2, items: 3", func(n [3]int) bool { return n[0]+n[1] >= 2 && n[0]+n[1]+n[2] >= 3 }},
}

// gold is what the tables say of one dimension.
type gold struct {
	instrument, dimension string
	cells                 []goldCell
	rule                  map[[3]int]bool
}

// trials are the choices of items that are tried, as places of cells: each item
// alone, with one and with two others of every weight.
func (g gold) trials() [][]int {
	byWeight := map[string][]int{}
	for i, c := range g.cells {
		byWeight[c.weight] = append(byWeight[c.weight], i)
	}
	words := []string{"strong", "medium", "weak", "weak-medium"}
	var all [][]int
	for x := range g.cells {
		all = append(all, []int{x})
		for i, one := range words {
			if a, ok := other(byWeight[one], x); ok {
				all = append(all, []int{x, a})
				for _, two := range words[i:] {
					if b, ok := other(byWeight[two], x, a); ok {
						all = append(all, []int{x, a, b})
					}
				}
			}
		}
	}
	return all
}

func other(cells []int, but ...int) (int, bool) {
	at := slices.IndexFunc(cells, func(c int) bool { return !slices.Contains(but, c) })
	if at < 0 {
		return 0, false
	}
	return cells[at], true
}

// expected is the finding and the clause that the tables give when the chosen
// items are yes and all others no.
func (g gold) expected(chosen []int) (assess.Finding, string) {
	low, high := g.count(chosen, false), g.count(chosen, true)
	switch {
	case g.positive(low):
		at := slices.IndexFunc(published, func(p struct {
			clause string
			holds  func([3]int) bool
		}) bool {
			return p.holds(low)
		})
		return assess.Positive, published[at].clause
	case g.positive(high):
		return assess.CannotBeExcluded, assess.RuleUndecided
	}
	return assess.NotShown, ""
}

// positive looks a combination up. The table ends at two strong and three of the
// others; more cannot make less.
func (g gold) positive(n [3]int) bool {
	return g.rule[[3]int{min(n[0], 2), min(n[1], 3), min(n[2], 3)}]
}

func (g gold) count(chosen []int, high bool) (n [3]int) {
	for _, i := range chosen {
		n[3-weigh(g.cells[i].weight, high)]++
	}
	return n
}

// differs says where the set gives another finding, clause or weight than the
// tables, or nothing.
func (g gold) differs(t *testing.T, set *indicator.Set) string {
	t.Helper()
	a, err := assess.Compile(set)
	if err != nil {
		t.Fatal(err)
	}
	for _, chosen := range g.trials() {
		d, ok := g.assessed(t, a, chosen)
		finding, clause := g.expected(chosen)
		switch {
		case !ok:
			return "there is no such dimension"
		case d.Finding != finding || d.Clause != clause:
			return fmt.Sprintf("%s: %s by %q, want %s by %q", g.names(chosen), d.Finding, d.Clause, finding, clause)
		case g.weights(d) != g.weightsOf(chosen):
			return fmt.Sprintf("%s: weights %s", g.names(chosen), g.weights(d))
		}
	}
	return ""
}

func (g gold) assessed(t *testing.T, a *assess.Assessor, chosen []int) (assess.DimensionFinding, bool) {
	sheet := answers.Sheet{Age: answers.Ages{Said: answers.Child}, Indicators: map[string]string{}}
	for i, c := range g.cells {
		sheet.Indicators[c.indicator] = answers.No
		if slices.Contains(chosen, i) {
			sheet.Indicators[c.indicator] = answers.Yes
		}
	}
	got, err := a.Outcome(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, ins := range got.Instruments {
		for _, d := range ins.Dimensions {
			if ins.ID == g.instrument && d.ID == g.dimension {
				return d, true
			}
		}
	}
	return assess.DimensionFinding{}, false
}

func (g gold) names(chosen []int) string {
	var names []string
	for _, i := range chosen {
		names = append(names, g.cells[i].indicator)
	}
	return strings.Join(names, " + ")
}

// weights lists the evidence with its weights; weightsOf what it should be.
func (g gold) weights(d assess.DimensionFinding) string {
	var list []string
	for _, e := range d.Evidence {
		list = append(list, e.Indicator+" "+e.Weight)
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

func (g gold) weightsOf(chosen []int) string {
	var list []string
	for _, i := range chosen {
		list = append(list, g.cells[i].indicator+" "+g.cells[i].weight)
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

// golds are the dimensions of an instrument in the order of the table.
func golds(t *testing.T, instrument string) []gold {
	t.Helper()
	var list []gold
	rule := goldRule(t)
	for _, c := range goldCells(t) {
		if c.instrument != instrument {
			continue
		}
		if len(list) == 0 || list[len(list)-1].dimension != c.dimension {
			list = append(list, gold{instrument: instrument, dimension: c.dimension, rule: rule})
		}
		last := &list[len(list)-1]
		last.cells = append(last.cells, c)
	}
	return list
}

// only is a set of one instrument and no questions, cheap to compile.
func only(set *indicator.Set, ins indicator.Instrument) *indicator.Set {
	return (&indicator.Set{ID: set.ID, Indicators: set.Indicators, Instruments: []indicator.Instrument{ins}}).Index()
}

func TestTheLabourSetsFollowTheGoldTables(t *testing.T) {
	set, _ := shipped(t)
	for _, id := range []string{"labour-adult", "labour-child"} {
		ins := *set.Instrument(id)
		for i, g := range golds(t, id) {
			if got := ins.Dimensions[i].ID; got != g.dimension || len(ins.Dimensions[i].Weights) != len(g.cells) {
				t.Errorf("%s: dimension %s with %d items, want %s with %d", id, got, len(ins.Dimensions[i].Weights), g.dimension, len(g.cells))
			}
			if why := g.differs(t, only(set, ins)); why != "" {
				t.Errorf("%s of %s: %s", g.dimension, id, why)
			}
		}
	}
}

// mutant is one change of one dimension.
type mutant struct {
	name   string
	change func(*indicator.Dimension)
}

// mutants change each weight to every other, leave each item out, move each
// count of each clause by one, and leave each clause out.
func mutants(d indicator.Dimension) []mutant {
	var all []mutant
	add := func(name string, change func(*indicator.Dimension)) { all = append(all, mutant{name, change}) }
	for i, w := range d.Weights {
		for _, to := range weightsBeside(w.Val) {
			add(w.Key+" weighs "+to.Text(), func(d *indicator.Dimension) { d.Weights[i].Val = to })
		}
		add(w.Key+" is left out", func(d *indicator.Dimension) { d.Weights = slices.Delete(d.Weights, i, i+1) })
	}
	for i, c := range d.PositiveWhen {
		add(c.Text()+" is left out", func(d *indicator.Dimension) { d.PositiveWhen = slices.Delete(d.PositiveWhen, i, i+1) })
		for name, count := range map[string]func(*indicator.Clause) *int{
			"strong": func(c *indicator.Clause) *int { return &c.Strong }, "medium": func(c *indicator.Clause) *int { return &c.Medium },
			"weak": func(c *indicator.Clause) *int { return &c.Weak }, "items": func(c *indicator.Clause) *int { return &c.Items },
		} {
			for _, by := range []int{-1, 1} {
				if *count(&c)+by < 0 {
					continue
				}
				add(fmt.Sprintf("%s: %s %+d", c.Text(), name, by), func(d *indicator.Dimension) { *count(&d.PositiveWhen[i]) += by })
			}
		}
	}
	return all
}

func weightsBeside(w indicator.Weight) []indicator.Weight {
	var list []indicator.Weight
	for low := indicator.ItemWeight; low <= indicator.StrongWeight; low++ {
		for high := low; high <= indicator.StrongWeight; high++ {
			if to := (indicator.Weight{Low: low, High: high}); to != w {
				list = append(list, to)
			}
		}
	}
	return list
}

// Every clause and every weight of the list is changed, one at a time, and the
// tables must tell each change from the original.
func TestEveryChangeOfTheLabourSetIsCaughtByTheGoldTables(t *testing.T) {
	if testing.Short() {
		t.Skip("the same code, over and over")
	}
	set, _ := shipped(t)
	for _, id := range []string{"labour-adult", "labour-child"} {
		ins, count := set.Instrument(id), 0
		for i, g := range golds(t, id) {
			if why := g.differs(t, only(set, *ins)); why != "" {
				t.Fatalf("%s of %s differs unchanged: %s", g.dimension, id, why)
			}
			for _, m := range mutants(ins.Dimensions[i]) {
				changed := *ins
				changed.Dimensions = slices.Clone(ins.Dimensions)
				d := &changed.Dimensions[i]
				d.Weights, d.PositiveWhen = slices.Clone(d.Weights), slices.Clone(d.PositiveWhen)
				m.change(d)
				count++
				if g.differs(t, only(set, changed)) == "" {
					t.Errorf("%s of %s: nobody notices that %s", g.dimension, id, m.name)
				}
			}
		}
		if count < 67*10 {
			t.Errorf("%s: only %d changes were tried", id, count)
		}
	}
}
