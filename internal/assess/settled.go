package assess

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// Settled reports whether no answers to the open questions can change the level
// or the marks any more, whatever the observations that follow the talk add. It
// may say no where a closer look would say yes, and never the other way round.
//
// Every rule is monotone in what it looks at, so it is enough to compare the
// world in which the open questions bring the least with the one in which they
// bring the most. Questions of the observation stage that are not yet answered
// will be asked in either case: a rule that differs between the two worlds only
// through them does not stand in the way.
//
// The open questions are references ([answers.Ref]): those about a place of work
// that the sheet does not hold yet stand for the place that may still come.
func (a *Assessor) Settled(sheet answers.Sheet, open []string) bool {
	for _, ref := range open {
		for _, place := answers.SplitRef(ref); place > sheet.Places(); {
			sheet.Episodes = append(slices.Clip(sheet.Episodes), answers.Episode{})
		}
	}
	ins, err := a.read(sheet)
	if err != nil || ins[0].iv == nil {
		return false
	}
	all := make(settling, len(ins))
	for i, in := range ins {
		if all[i] = a.settle(in, answers.First+i, open); all[i] == nil {
			return false
		}
	}
	return all.level() && all.marks()
}

// Highest reports whether the answers reach the highest level there is. A sheet
// that cannot be read reaches none.
func (a *Assessor) Highest(sheet answers.Sheet) bool {
	ins, err := a.read(sheet)
	if err != nil {
		return false
	}
	return highest(a.judge(a.places(ins).low())) == len(indicator.Levels)-1
}

// settle looks at one place of work; nil where a question is not known.
func (a *Assessor) settle(in *input, place int, open []string) *settled {
	s := &settled{opens: make([]bool, len(a.questions))}
	free := make([]bool, len(a.questions))
	for _, ref := range open {
		id, of := answers.SplitRef(ref)
		q, ok := a.byID[id]
		if !ok {
			return nil
		}
		if of == place || !a.questions[q].Episode {
			s.opens[q], free[q] = true, true
		}
	}
	for q := range a.questions {
		free[q] = free[q] || in.iv.later[q] && len(in.given[q]) == 0
	}
	s.look = a.look(in, free)
	s.place = place
	s.note()
	return s
}

// settling are the looks at a talk that is not at its end, by place of work.
type settling []*settled

func (s settling) places() places {
	all := make(places, len(s))
	for i, at := range s {
		all[i] = at.look
	}
	return all
}

// settled is the look at one place of work.
type settled struct {
	*look
	opens   []bool // by question: still to be asked
	moved   []bool // by question: open, or still to be asked or closed
	touched []bool // by indicator: moved questions may say something about it
	tells   world  // what moved questions may say about age and doubt
}

// note works out what the open questions can move at all.
func (s *settled) note() {
	s.moved, s.touched = make([]bool, len(s.questions)), make([]bool, len(s.states))
	for q := range s.questions {
		if s.moved[q] = s.status[q].mayAsk() && (s.opens[q] || s.status[q].mayClose()); !s.moved[q] {
			continue
		}
		s.eachPossible(q, func(e effect) { s.touched[e.indicator] = true })
		s.tells.add(s.mayTell(q))
	}
}

// level reports whether the level stands: no result above those that hold
// already can still come to hold or not, and if none holds, neither can the
// gates open or close.
func (s settling) level() bool {
	held := highest(s[0].judge(s.places().low()))
	return s.results(func(r *result) bool { return r.rank > held }) && (held > 0 || s.gates())
}

// marks reports whether no mark can still come or not.
func (s settling) marks() bool {
	held := marks(s[0].judge(s.places().low()), s[0].low.child)
	if slices.ContainsFunc(s, func(at *settled) bool { return at.tells.child && !at.low.child }) {
		return false
	}
	return s.results(func(r *result) bool { return !allIn(r.Marks, held) })
}

// results reports whether every result that counts stands whatever the open
// questions bring.
func (s settling) results(counts func(*result) bool) bool {
	worlds := s.places().high()
	for i := range s[0].instruments {
		ins := &s[0].instruments[i]
		if !ins.runs(worlds) {
			continue
		}
		high := ins.judge(worlds)
		for r := range ins.results {
			res := &ins.results[r]
			moves := func(at *settled) bool { return at.moves(ins, &res.rule) }
			if counts(res) && high.holds(&res.rule, lower) && slices.ContainsFunc(s, moves) {
				return false
			}
		}
	}
	return true
}

// moves reports whether the open questions can move what the rule looks at.
func (s *settled) moves(ins *instrument, r *rule) bool {
	if ins.child() && s.tells.child && !s.low.child {
		return true
	}
	switch r.kind {
	case ruleOpen:
		return slices.ContainsFunc(r.dimensions, func(d int) bool {
			return slices.ContainsFunc(s.in.iv.feeds[ins.dimensions[d].number], func(q int) bool { return s.moved[q] })
		})
	case ruleChild:
		return s.tells.child || s.tells.ageSaid
	case ruleDoubt:
		return s.tells.doubt
	}
	for _, d := range r.dimensions {
		if slices.ContainsFunc(ins.dimensions[d].cells, func(c cell) bool { return s.touched[c.indicator] }) {
			return true
		}
	}
	return slices.ContainsFunc(r.parts, func(p rule) bool { return s.moves(ins, &p) })
}

// gates reports whether the choice between nothing-reported and not-assessed
// stands: some gate is shut for good, or the open questions move none.
func (s settling) gates() bool {
	shut, moves := false, false
	for _, at := range s {
		shutHere, movesHere := at.gates()
		shut, moves = shut || shutHere, moves || movesHere
	}
	return shut || !moves
}

func (s *settled) gates() (shut, moves bool) {
	shut, moves = s.talkGates()
	iv := s.in.iv
	shut = shut || !iv.Reassures || iv.Mode == indicator.Observe || s.low.child || !s.low.ageSaid
	moves = moves || s.tells.child || s.tells.ageSaid && !s.high.ageSaid
	for _, q := range iv.core {
		shut = shut || s.low.open[q]
		moves = moves || s.moved[q] && s.high.open[q]
	}
	return shut, moves
}

// talkGates looks at the conditions of the talk.
func (s *settled) talkGates() (shut, moves bool) {
	for _, c := range talk {
		words := s.said(c.name)
		given := false // some question may still say something about it
		for _, q := range s.conditional {
			if s.sets(q, c.name) && !s.certain(q) && s.status[q].mayAsk() {
				given, moves = true, moves || s.moved[q]
			}
		}
		shut = shut || !allIn(words, c.met) || c.needs && len(words) == 0 && !given
	}
	return shut, moves
}

// sets reports whether some option of q sets the condition.
func (s *settled) sets(q int, name string) bool {
	return slices.ContainsFunc(s.questions[q].options, func(o option) bool {
		return slices.ContainsFunc(o.Conditions, func(e strict.Entry[string]) bool { return e.Key == name })
	})
}
