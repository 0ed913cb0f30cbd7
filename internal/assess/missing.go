package assess

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// missing lists the answers not yet given of which one alone would raise the
// level. It says nothing about lower levels: no answer is asked for in order to
// be rid of a duty.
func (p places) missing(level int) []Missing {
	list := []Missing{}
	if level == len(indicator.Levels)-1 {
		return list
	}
	for at, l := range p {
		t := l.trial(level, p.low())
		if l.in.iv == nil {
			list = append(list, l.missingFacts(t)...)
			continue
		}
		for _, q := range l.in.iv.questions {
			if !l.own(q) || !l.certain(q) || l.in.decided(q) {
				continue
			}
			if m := l.missingAnswer(q, level, func(o int) int { return p.reachedBy(at, q, o, t) }); m.WouldReach != "" {
				list = append(list, m)
			}
		}
	}
	return list
}

// missingFacts looks at single facts where no interview names questions.
func (l *look) missingFacts(t *trial) []Missing {
	list := []Missing{}
	for i, s := range l.states {
		if s == shown || s == denied || len(l.decisive[i]) == 0 || l.place > answers.First && !l.local[i] {
			continue
		}
		if reached := t.with([]effect{{indicator: i, state: shown}}, -1, false); reached > t.level {
			list = append(list, Missing{Indicators: []string{answers.Ref(l.set.Indicators[i].ID, l.place)}, WouldReach: indicator.Levels[reached]})
		}
	}
	return list
}

// missingAnswer tries every option of one question and keeps those that reach
// highest.
func (l *look) missingAnswer(q, level int, reachedBy func(o int) int) Missing {
	best, found := level, []int{}
	for o := range l.questions[q].options {
		if !l.adds(q, o) {
			continue
		}
		reached := reachedBy(o)
		if reached > best {
			best, found = reached, nil
		}
		if reached == best && best > level {
			found = append(found, o)
		}
	}
	if best == level {
		return Missing{}
	}
	return Missing{Question: l.ref(q), Indicators: l.shownBy(q, found), WouldReach: indicator.Levels[best]}
}

// adds reports whether choosing the option would say anything new that a rule
// of a level looks at.
func (l *look) adds(q, o int) bool {
	chosen := &l.questions[q].options[o]
	var more world
	more.tell(chosen)
	if more.child && !l.low.child || more.doubt && !l.low.doubt {
		return true
	}
	return slices.ContainsFunc(chosen.effects[saysYes], func(e effect) bool {
		return e.state == shown && !l.low.shown[e.indicator] && len(l.decisive[e.indicator]) > 0
	})
}

// reachedBy is the rank of the level with the option chosen beside everything
// else as it is. Nearly always nothing but a few facts changes; a question that
// steers others, that tells age or that has a doubtful answer already is looked
// at from the start, and so is one that several places of work look at.
func (p places) reachedBy(at, q, o int, t *trial) int {
	l := p[at]
	question := &l.questions[q]
	everywhere := len(p) > 1 && !question.Episode
	chosen := &question.options[o]
	if !everywhere && !l.steers(q) && len(l.in.given[q]) == 0 && chosen.Age == "" {
		decided := -1
		if question.Kind != indicator.List {
			decided = q
		}
		return t.with(chosen.effects[saysYes], decided, chosen.Doubt)
	}
	worlds := p.low()
	for i, other := range p {
		if i == at || everywhere {
			in := *other.in
			in.given = slices.Clone(other.told) // what is closed now may count then
			in.given[q] = other.withChosen(q, o)
			worlds[i] = &other.look(&in, nil).low
		}
	}
	return l.reached(worlds, t.level)
}

// steers reports whether an answer to q could count or discount answers already
// given, or close a core question.
func (l *look) steers(q int) bool { return l.steersPast(q, map[int]bool{}) }

// steersPast is steers without the questions that were looked at already: many
// ways may lead to one.
func (l *look) steersPast(q int, seen map[int]bool) bool {
	for _, d := range l.dependents[q] {
		if seen[d] {
			continue
		}
		seen[d] = true
		if len(l.told[d]) > 0 || l.in.iv.isCore[d] || l.steersPast(d, seen) {
			return true
		}
	}
	return false
}

// reached is the rank of the level in the worlds, at least the given one.
func (a *Assessor) reached(worlds []*world, level int) int {
	for i := range a.instruments {
		if ins := &a.instruments[i]; ins.reaching && ins.runs(worlds) {
			j := ins.judge(worlds)
			level = max(level, j.highest(level))
		}
	}
	return level
}

// withChosen is the entries of q with the option chosen: instead of a doubtful
// answer to a choice, or beside what was said about the items of a list.
func (l *look) withChosen(q, o int) []given {
	g := given{words: make([]word, len(l.questions[q].options))}
	g.words[o] = saysYes
	if l.questions[q].Kind == indicator.List {
		return append(slices.Clone(l.in.given[q]), g)
	}
	fill(g.words, saysNo)
	return []given{g}
}

// shownBy lists what the options show that is not shown yet.
func (l *look) shownBy(q int, options []int) []string {
	ids := []string{}
	for _, o := range options {
		for _, e := range l.questions[q].options[o].effects[saysYes] {
			id := l.set.Indicators[e.indicator].ID
			if e.state == shown && !l.low.shown[e.indicator] && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
