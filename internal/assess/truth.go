package assess

import "slices"

// truth evaluates a condition. Answers that contradict each other make it
// unknown, so that a contradiction never closes a question.
func (l *look) truth(t *test) truths {
	switch {
	case t.question >= 0:
		return l.leaf(t.question, func(g given) truths { return t.about(g) })
	case t.shown != nil:
		return l.truthShown(t)
	case t.not != nil:
		return l.truth(t.not).not()
	}
	all := isTrue
	for _, sub := range t.all {
		all = all.and(l.truth(sub))
	}
	if len(t.any) == 0 {
		return all
	}
	some := isFalse
	for _, sub := range t.any {
		some = some.or(l.truth(sub))
	}
	return all.and(some)
}

// leaf is the truth of something that one question's entries say. A closed
// question will never say it, as in the talk.
func (l *look) leaf(q int, about func(given) truths) truths {
	switch status := l.status[q]; {
	case !status.mayAsk():
		return isFalse
	case l.isFree(q):
		return anyTruth
	case status.mayClose():
		return l.entries(q, about) | isFalse
	}
	return l.entries(q, about)
}

// entries is what all entries of a question together say.
func (l *look) entries(q int, about func(given) truths) truths {
	value := isUnknown
	for i, g := range l.in.given[q] {
		if one := about(g); i == 0 {
			value = one
		} else if one != value {
			return isUnknown
		}
	}
	return value
}

// about says whether one entry chooses one of the options.
func (t *test) about(g given) truths {
	if t.options == nil {
		return isTrue // any answer will do
	}
	value := isFalse
	for _, o := range t.options {
		var one truths
		if o == none {
			one = g.none()
		} else {
			one = g.words[o].truth()
		}
		value = value.or(one)
	}
	return value
}

func (w word) truth() truths {
	switch w {
	case saysYes:
		return isTrue
	case saysNo:
		return isFalse
	}
	return isUnknown
}

// none is true when every item is a no.
func (g given) none() truths {
	value := isTrue
	for _, w := range g.words {
		value = value.and(w.truth().not())
	}
	return value
}

// truthShown looks at the questions of the interview that could show it, or at
// all where there was no interview. Where none could it is unknown.
func (l *look) truthShown(t *test) truths {
	value, found := isFalse, false
	for _, q := range t.showers {
		if l.in.iv != nil && !l.in.iv.asks[q] && len(l.in.given[q]) == 0 {
			continue
		}
		found = true
		value = value.or(l.leaf(q, func(g given) truths { return l.shows(t, q, g) }))
	}
	if !found {
		return isUnknown
	}
	return value
}

// shows says whether one entry shows one of the indicators of the test.
func (l *look) shows(t *test, q int, g given) truths {
	value := isFalse
	for o, w := range g.words {
		for _, e := range l.questions[q].options[o].effects[saysYes] {
			if e.state == shown && t.shown[e.indicator] {
				value = value.or(w.truth())
			}
		}
	}
	return value
}

// closer finds the question whose answer closes q, perhaps by closing another
// question that q waits for.
func (l *look) closer(q int) int {
	by := l.blame(l.questions[q].when, isFalse)
	if by != q && !l.status[by].mayAsk() {
		return l.closer(by)
	}
	return by
}

// blame finds a question because of which the test has the value want.
func (l *look) blame(t *test, want truths) int {
	switch {
	case t.question >= 0:
		return t.question
	case t.shown != nil:
		return t.showers[slices.IndexFunc(t.showers, func(q int) bool { return len(l.in.given[q]) > 0 })]
	case t.not != nil:
		return l.blame(t.not, want.not())
	}
	for _, sub := range slices.Concat(t.all, t.any) {
		if l.truth(sub) == want {
			return l.blame(sub, want)
		}
	}
	return 0 // not reached: the value comes from some part
}
