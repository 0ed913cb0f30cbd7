package assess

import "cesta/internal/answers"

// places is what a sheet comes to, once for each place of work: the answers
// about that place together with those that belong to no place. A dimension is
// counted inside one of them, so that two half-filled places never make a full
// one; the rules of a result range over all.
type places []*look

func (a *Assessor) places(ins []*input) places {
	all := make(places, len(ins))
	for i, in := range ins {
		all[i] = a.look(in, nil)
		all[i].place = answers.First + i
	}
	return all
}

// low are the worlds in which everything open turns out no, by place.
func (p places) low() []*world { return p.worlds(func(l *look) *world { return &l.low }) }

// high are the worlds in which everything open turns out yes, by place.
func (p places) high() []*world { return p.worlds(func(l *look) *world { return &l.high }) }

func (p places) worlds(of func(*look) *world) []*world {
	all := make([]*world, len(p))
	for i, l := range p {
		all[i] = of(l)
	}
	return all
}

// ref names a question as asked about this place.
func (l *look) ref(q int) string {
	if !l.questions[q].Episode {
		return l.questions[q].ID
	}
	return answers.Ref(l.questions[q].ID, l.place)
}

// own reports whether the question is told of with this place: what belongs to
// no place is told with the first.
func (l *look) own(q int) bool { return l.place == answers.First || l.questions[q].Episode }
