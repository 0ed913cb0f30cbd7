package assess

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// world is one way things may be: what the rules look at. No rule has a
// negation, so whatever holds in a world also holds in one with more in it.
type world struct {
	shown, possible []bool // by indicator: yes; anything but a plain no
	open            []bool // by question: neither answered nor closed
	iv              *interview
	child           bool // by statement or impression a child, or perhaps one
	ageSaid         bool // somebody has said something about age
	doubt           bool
}

// look is what a sheet's answers come to. While some questions are still free
// to be answered in any way, low and high are the least and the most that can
// come of it; otherwise they are the same.
type look struct {
	*Assessor
	in        *input
	told      [][]given // by question: all answers, those to closed questions too
	place     int       // of work
	free      []bool    // by question, or nil: may still get any answer
	status    []truths  // by question: the truth of its condition
	states    []state   // by indicator: merged from the answers that count for certain
	low, high world
}

// look works out which questions the answers close and merges the answers of
// the others. An answer to a closed question counts for nothing and is dropped.
func (a *Assessor) look(in *input, free []bool) *look {
	l := &look{Assessor: a, in: in, told: in.given, free: free, status: make([]truths, len(a.questions)), states: make([]state, len(a.set.Indicators))}
	for _, q := range a.order {
		l.status[q] = isTrue
		if t := a.questions[q].when; t != nil {
			l.status[q] = l.truth(t)
		}
	}
	for _, e := range in.coded {
		l.merge(e)
	}
	in.given = slices.Clone(in.given)
	for q := range a.questions {
		if l.certain(q) {
			l.eachEffect(q, l.merge)
		} else if !l.status[q].mayAsk() {
			in.given[q] = nil
		}
	}
	l.low = l.least()
	l.high = l.low
	if free != nil {
		l.high = l.most()
	}
	return l
}

func (l *look) merge(e effect) { l.states[e.indicator] = max(l.states[e.indicator], e.state) }

// isFree reports whether the question may still be answered in any way.
func (l *look) isFree(q int) bool { return l.free != nil && l.free[q] }

// certain reports whether the answers to q count whatever else is answered.
func (l *look) certain(q int) bool { return !l.isFree(q) && !l.status[q].mayClose() }

// eachEffect calls f for everything that the entries of q say.
func (l *look) eachEffect(q int, f func(effect)) {
	for _, g := range l.in.given[q] {
		for o, w := range g.words {
			for _, e := range l.questions[q].options[o].effects[w] {
				if e.state == denied && !l.agreed(q, e.indicator) {
					e.state = raised
				}
				f(e)
			}
		}
	}
}

// agreed reports whether no entry of q speaks against a denial. A denial that
// another answer to the same question contradicts denies nothing, so that who
// says otherwise later never lowers a result.
func (l *look) agreed(q, fact int) bool {
	for _, g := range l.in.given[q] {
		if len(l.in.given[q]) > 1 && !l.questions[q].agrees(g, fact) {
			return false
		}
	}
	return true
}

// agrees reports whether the entry denies the indicator, or leaves out the items
// of a list that could.
func (q *question) agrees(g given, fact int) bool {
	denies := func(effects []effect) bool { return slices.Contains(effects, effect{indicator: fact, state: denied}) }
	leftOut := q.Kind == indicator.List
	for o, w := range g.words {
		if denies(q.options[o].effects[w]) {
			return true
		}
		if w != silent && denies(q.options[o].effects[saysNo]) {
			leftOut = false
		}
	}
	return leftOut
}

// eachPossible calls f for everything that q may come to say: any answer if it
// is free, and its given answers if they may still be closed.
func (l *look) eachPossible(q int, f func(effect)) {
	switch {
	case l.certain(q) || !l.status[q].mayAsk():
	case !l.isFree(q):
		l.eachEffect(q, f)
	default:
		for o := range l.questions[q].options {
			for _, effects := range l.questions[q].options[o].effects {
				for _, e := range effects {
					f(e)
				}
			}
		}
	}
}

// eachChosen calls f for every option that the entries of q choose.
func (l *look) eachChosen(q int, f func(*option)) {
	for _, g := range l.in.given[q] {
		for o, w := range g.words {
			if w == saysYes {
				f(&l.questions[q].options[o])
			}
		}
	}
}

// least is the world in which everything open turns out no.
func (l *look) least() world {
	n := len(l.states)
	w := world{shown: make([]bool, n), possible: make([]bool, n), open: make([]bool, len(l.questions)), iv: l.in.iv}
	mayDeny := make([]bool, n)
	w.child, w.ageSaid, w.doubt = l.in.age.MaybeChild(), l.in.age.Known(), l.in.doubt
	for q := range l.questions {
		if l.certain(q) {
			w.open[q] = !l.in.decided(q)
			w.add(l.tells(q))
		}
	}
	for q := range l.free {
		l.eachPossible(q, func(e effect) { mayDeny[e.indicator] = mayDeny[e.indicator] || e.state == denied })
		w.ageSaid = w.ageSaid || l.mayTell(q).ageSaid
	}
	for i, s := range l.states {
		w.shown[i] = s == shown
		w.possible[i] = s > denied || s < denied && !mayDeny[i]
	}
	return w
}

// most is the world in which everything open turns out yes.
func (l *look) most() world {
	n := len(l.states)
	w := world{shown: make([]bool, n), possible: make([]bool, n), open: make([]bool, len(l.questions)), iv: l.in.iv}
	w.child, w.ageSaid, w.doubt = l.low.child, l.in.age.Known(), l.low.doubt
	for i, s := range l.states {
		w.shown[i], w.possible[i] = s == shown, s != denied
	}
	for q := range l.questions {
		w.open[q] = l.status[q].mayAsk() && (l.isFree(q) || !l.in.decided(q))
		if l.certain(q) {
			w.ageSaid = w.ageSaid || l.tells(q).ageSaid
			continue
		}
		more := l.mayTell(q)
		w.child, w.doubt = w.child || more.child, w.doubt || more.doubt
		l.eachPossible(q, func(e effect) {
			w.shown[e.indicator] = w.shown[e.indicator] || e.state == shown
			w.possible[e.indicator] = w.possible[e.indicator] || e.state > denied
		})
	}
	return w
}

// tell takes over what a chosen option says about age and doubt.
func (w *world) tell(o *option) {
	age := answers.Age(o.Age)
	w.ageSaid = w.ageSaid || age != answers.AgeNone
	w.child = w.child || age == answers.Child || age == answers.AgeUnsure
	w.doubt = w.doubt || o.Doubt
}

// copy returns a world that may be changed.
func (w *world) copy() world {
	c := *w
	c.shown, c.possible, c.open = slices.Clone(w.shown), slices.Clone(w.possible), slices.Clone(w.open)
	return c
}

// add takes over what another world says about age and doubt.
func (w *world) add(more world) {
	w.child, w.ageSaid, w.doubt = w.child || more.child, w.ageSaid || more.ageSaid, w.doubt || more.doubt
}

// tells is what the entries of q say about age and doubt. Who does not know
// their age, or will not say it, is in doubt about it.
func (l *look) tells(q int) (w world) {
	l.eachChosen(q, w.tell)
	for _, g := range l.in.given[q] {
		if l.questions[q].asksAge && slices.Contains(g.words, unsure) {
			w.child, w.ageSaid = true, true
		}
	}
	return w
}

// mayTell is what q may come to say about age and doubt.
func (l *look) mayTell(q int) (w world) {
	if l.certain(q) || !l.status[q].mayAsk() {
		return w
	}
	for o := range l.questions[q].options {
		w.tell(&l.questions[q].options[o])
	}
	w.child = w.child || l.questions[q].asksAge
	return w
}
