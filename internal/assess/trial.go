package assess

import "cesta/internal/answers"

// trial is the world of one place of work in which a few facts are changed for a
// moment, to see which level they would reach. Only the dimensions that hold a changed fact, and the
// results that look at those, are worked out again.
type trial struct {
	*look
	level     int // rank of the level without any change
	world     world
	at        int      // the place of work in worlds
	worlds    []*world // of all places, the changed one among them
	base, now []judged // by instrument; empty where it runs not or reaches nothing
	changed   []bool   // by dimension
	places    []place  // the changed dimensions
}

// place is a dimension inside an instrument.
type place struct{ instrument, dimension int }

// trial begins with the worlds of all places of work, of which the look is one.
func (l *look) trial(level int, worlds []*world) *trial {
	t := &trial{look: l, level: level, world: l.low.copy(), at: l.place - answers.First, worlds: worlds, changed: make([]bool, l.dimensions)}
	t.worlds[t.at] = &t.world
	t.base, t.now = make([]judged, len(l.instruments)), make([]judged, len(l.instruments))
	for i := range l.instruments {
		if ins := &l.instruments[i]; ins.reaching && ins.runs(t.worlds) {
			t.base[i], t.now[i] = ins.judge(t.worlds), ins.judge(t.worlds)
		}
	}
	return t
}

// with is the rank of the level if the effects came to what is known, the
// question (or -1) were decided, and a doubt were stated or not.
func (t *trial) with(effects []effect, decided int, doubt bool) int {
	for _, e := range effects {
		t.set(e.indicator, max(t.states[e.indicator], e.state))
	}
	t.aside(decided, false, doubt)
	t.recount(effects)
	best := t.highest()
	for _, e := range effects {
		t.set(e.indicator, t.states[e.indicator])
	}
	t.aside(decided, true, false)
	t.restore()
	return best
}

func (t *trial) set(i int, s state) {
	t.world.shown[i], t.world.possible[i] = s == shown, s != denied
}

func (t *trial) aside(question int, open, doubt bool) {
	if question >= 0 {
		t.world.open[question] = open
	}
	t.world.doubt = t.low.doubt || doubt
}

// recount works out the dimensions that hold one of the changed facts.
func (t *trial) recount(effects []effect) {
	for _, e := range effects {
		for _, p := range t.decisive[e.indicator] {
			j := &t.now[p.instrument]
			if j.instrument == nil || t.changed[j.dimensions[p.dimension].number] {
				continue
			}
			t.changed[j.dimensions[p.dimension].number] = true
			t.places = append(t.places, p)
			j.tallies[t.at][p.dimension] = j.dimensions[p.dimension].tally(&t.world)
		}
	}
}

func (t *trial) restore() {
	for _, p := range t.places {
		t.now[p.instrument].tallies[t.at][p.dimension] = t.base[p.instrument].tallies[t.at][p.dimension]
		t.changed[t.instruments[p.instrument].dimensions[p.dimension].number] = false
	}
	t.places = t.places[:0]
}

// highest looks at the results that a change may have made hold.
func (t *trial) highest() int {
	best := t.level
	for i := range t.now {
		j := &t.now[i]
		if j.instrument == nil {
			continue
		}
		for r := range j.results {
			if res := &j.results[r]; res.rank > best && t.concerns(res) && j.holds(&res.rule, lower) {
				best = res.rank
			}
		}
	}
	return best
}

// concerns reports whether the result looks at anything that was changed.
func (t *trial) concerns(r *result) bool {
	for _, d := range r.reads {
		if t.changed[d] {
			return true
		}
	}
	return r.aside
}
