package assess

import (
	"slices"

	"cesta/internal/indicator"
)

// bound says how the unknown is read.
type bound uint8

const (
	lower    bound = iota // unknown is no, a doubtful weight is the lower
	doubtful              // unknown is no, a doubtful weight is the higher
	upper                 // unknown is yes, a doubtful weight is the higher
	bounds
)

// tally is what one dimension comes to in one world, by bound.
type tally struct {
	clause  [bounds]int // the first clause that holds, or -1
	present [bounds]bool
}

// judged is what one instrument comes to in the worlds of all places of work.
type judged struct {
	*instrument
	worlds  []*world
	tallies [][]tally // by place, then dimension
}

// runs reports whether the instrument is read in the worlds: those for adults at
// every age, those for children for a child or perhaps a child.
func (i *instrument) runs(worlds []*world) bool {
	return !i.child() || slices.ContainsFunc(worlds, func(w *world) bool { return w.child })
}

// judge reads every instrument in the worlds.
func (a *Assessor) judge(worlds []*world) []judged {
	var list []judged
	for i := range a.instruments {
		if ins := &a.instruments[i]; ins.runs(worlds) {
			list = append(list, ins.judge(worlds))
		}
	}
	return list
}

func (i *instrument) judge(worlds []*world) judged {
	j := judged{instrument: i, worlds: worlds, tallies: make([][]tally, len(worlds))}
	all := make([]tally, len(worlds)*len(i.dimensions))
	for p, w := range worlds {
		j.tallies[p], all = all[:len(i.dimensions)], all[len(i.dimensions):]
		for d := range i.dimensions {
			j.tallies[p][d] = i.dimensions[d].tally(w)
		}
	}
	return j
}

// somewhere reports whether it holds of some place of work.
func (j *judged) somewhere(holds func(place int) bool) bool {
	for p := range j.worlds {
		if holds(p) {
			return true
		}
	}
	return false
}

func (d *dimension) tally(w *world) tally {
	var t tally
	counts := d.count(w.shown, false)
	t.clause[lower], t.present[lower] = d.first(counts), counts[indicator.ItemWeight] > 0
	t.clause[doubtful], t.present[doubtful] = t.clause[lower], t.present[lower]
	if d.doubtful {
		t.clause[doubtful] = d.first(d.count(w.shown, true))
	}
	counts = d.count(w.possible, true)
	t.clause[upper], t.present[upper] = d.first(counts), counts[indicator.ItemWeight] > 0
	return t
}

// counts holds how many facts have at least a weight.
type counts [indicator.StrongWeight + 1]int

// count counts the facts for which an item is in, each once and at the heaviest
// weight of its items.
func (d *dimension) count(in []bool, high bool) counts {
	var n counts
	for _, items := range d.facts {
		heaviest := indicator.Level(-1)
		for i := range items {
			if c := &items[i]; in[c.indicator] {
				weight := c.weight.Low
				if high {
					weight = c.weight.High
				}
				heaviest = max(heaviest, weight)
			}
		}
		if heaviest >= 0 {
			n[heaviest]++
		}
	}
	for level := indicator.StrongWeight; level > indicator.ItemWeight; level-- {
		n[level-1] += n[level]
	}
	return n
}

// first returns the first clause that the counts reach, or -1. A strong counts
// as medium where mediums are counted, and so down, so that a heavier item
// never makes a clause fail.
func (d *dimension) first(n counts) int { return slices.IndexFunc(d.PositiveWhen, n.reach) }

// reach reports whether the counts are at least those of the clause.
func (n counts) reach(c indicator.Clause) bool {
	return n[indicator.StrongWeight] >= c.Strong && n[indicator.MediumWeight] >= c.Medium &&
		n[indicator.WeakWeight] >= c.Weak && n[indicator.ItemWeight] >= c.Items
}

// holds evaluates a rule under a bound.
func (j *judged) holds(r *rule, b bound) bool {
	switch r.kind {
	case rulePositive:
		return j.somewhere(func(p int) bool { return j.tallies[p][r.dimensions[0]].clause[b] >= 0 })
	case rulePresent:
		return j.somewhere(func(p int) bool { return j.tallies[p][r.dimensions[0]].present[b] })
	case ruleAll:
		for i := range r.parts {
			if !j.holds(&r.parts[i], b) {
				return false
			}
		}
		return true
	case ruleAny:
		for i := range r.parts {
			if j.holds(&r.parts[i], b) {
				return true
			}
		}
	case rulePossible:
		return j.holds(&r.parts[0], upper)
	case ruleOpen:
		return slices.ContainsFunc(r.dimensions, j.open)
	case ruleDistinct:
		return j.somewhere(func(p int) bool { return j.distinct(j.worlds[p], r, b) })
	case ruleChild:
		return j.somewhere(func(p int) bool { return j.worlds[p].child || b == upper && !j.worlds[p].ageSaid })
	case ruleDoubt:
		return j.somewhere(func(p int) bool { return j.worlds[p].doubt })
	}
	return false
}

// open reports whether a core question for the dimension is open. Where no
// interview was held no question is core, and any item not plainly answered
// leaves the dimension open.
func (j *judged) open(at int) bool {
	return j.somewhere(func(p int) bool { return j.dimensions[at].open(j.worlds[p]) })
}

func (d *dimension) open(w *world) bool {
	if w.iv == nil {
		return slices.ContainsFunc(d.cells, func(c cell) bool { return w.possible[c.indicator] && !w.shown[c.indicator] })
	}
	return slices.ContainsFunc(w.iv.feeds[d.number], func(q int) bool { return w.open[q] })
}

// distinct reports whether one item of each dimension can be chosen so that the
// choice rests on enough different facts. All must be facts of one place of
// work: the elements of forced labour are elements of one and the same work.
func (j *judged) distinct(w *world, r *rule, b bound) bool {
	in := w.shown
	if b == upper {
		in = w.possible
	}
	sets := make([][]int, len(r.dimensions))
	for i, at := range r.dimensions {
		for _, c := range j.dimensions[at].cells {
			if in[c.indicator] {
				sets[i] = append(sets[i], c.fact)
			}
		}
		if len(sets[i]) == 0 {
			return false
		}
	}
	return differing(sets) >= r.facts
}

// differing is the largest number of different facts in a choice of one from
// each set: a matching, found by making room along a chain of exchanges.
func differing(sets [][]int) int {
	chosen, size := make([]int, len(sets)), 0
	for i := range chosen {
		chosen[i] = -1
	}
	var place func(set int, tried []int) ([]int, bool)
	place = func(set int, tried []int) ([]int, bool) {
		for _, fact := range sets[set] {
			if slices.Contains(tried, fact) {
				continue
			}
			tried = append(tried, fact)
			holder := slices.Index(chosen, fact)
			moved := holder < 0
			if !moved {
				tried, moved = place(holder, tried)
			}
			if moved {
				chosen[set] = fact
				return tried, true
			}
		}
		return tried, false
	}
	for set := range sets {
		if _, ok := place(set, nil); ok {
			size++
		}
	}
	return size
}

// dimensionsOf adds the dimensions because of which a rule holds.
func (j *judged) dimensionsOf(r *rule, b bound, in []bool) {
	switch r.kind {
	case ruleAll, ruleAny, rulePossible:
		if r.kind == rulePossible {
			b = upper
		}
		for i := range r.parts {
			if j.holds(&r.parts[i], b) {
				j.dimensionsOf(&r.parts[i], b, in)
			}
		}
	case ruleOpen:
		for _, d := range r.dimensions {
			in[d] = in[d] || j.open(d)
		}
	default:
		for _, d := range r.dimensions {
			in[d] = true
		}
	}
}
