package assess

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Account says, for authors, how an assessment came about: what each answer
// says about each fact, what that makes of the fact, and how the facts of each
// dimension are counted. With it every finding can be worked out by hand.
type Account struct {
	// Place is the place of work that the account is about, from 1.
	Place int
	// Facts are those about which some answer says something, in the order of
	// the set.
	Facts []FactAccount
	// Closed names, by question, the question whose answer closed it; Dropped
	// lists those of them that have answers, which count for nothing.
	Closed  map[string]string
	Dropped []string
	// Dimensions are those of every instrument that is read.
	Dimensions []DimensionAccount
}

// FactAccount is what became of one indicator.
type FactAccount struct {
	Indicator string
	State     FactState
	Said      []Said
}

// FactState is what is known of a fact.
type FactState string

// The states of a fact. Merging takes the first of these that some answer gives.
const (
	FactYes          FactState = "yes"
	FactUnknown      FactState = "unknown"      // asked, and left open
	FactNo           FactState = "no"           // denied
	FactContradicted FactState = "contradicted" // a denial that another answer takes back
	FactLookedFor    FactState = "looked-for"   // not observed; that denies nothing
	FactNotAsked     FactState = "not-asked"
)

// Said is one thing that one answer says about one indicator. A fact that was
// coded without a question has neither Question nor Option nor Source.
type Said struct {
	Question, Option string
	Answer           string // yes, no or unknown, to the option
	Source           string
	State            FactState
}

// DimensionAccount is how one dimension is counted.
type DimensionAccount struct {
	Instrument, Dimension string
	Items                 []ItemAccount
	// Least counts what is yes; Most counts whatever is not no, with the higher
	// of two doubtful weights.
	Least, Most FactCount
	Clauses     []ClauseAccount
}

// ItemAccount is one item of a dimension.
type ItemAccount struct {
	Indicator, Fact, Weight string
	State                   FactState
	// Counts is false for a yes that rests on the same fact as a heavier one.
	Counts bool
}

// FactCount counts facts by the weight of their heaviest item. All counts them
// all, those of lists without weights included.
type FactCount struct{ Strong, Medium, Weak, All int }

// ClauseAccount is one clause: whether it holds on what is yes, on the same
// with the higher of two doubtful weights, and if everything open were yes.
type ClauseAccount struct {
	Clause                 string
	Least, Doubtful, Could bool
}

// Account explains one sheet, each place of work by itself. It fails where
// [Assessor.Assess] does.
func (a *Assessor) Account(sheet answers.Sheet) ([]Account, error) {
	ins, err := a.read(sheet)
	if err != nil {
		return nil, err
	}
	answered := make([][][]given, len(ins))
	for i, in := range ins {
		answered[i] = slices.Clone(in.given)
	}
	var all []Account
	places := a.places(ins)
	for i, l := range places {
		all = append(all, l.account(answered[i], places.low()))
	}
	return all, nil
}

func (l *look) account(answered [][]given, worlds []*world) Account {
	acc := Account{Place: l.place, Closed: map[string]string{}}
	states := l.facts(&acc)
	for q := range l.questions {
		if l.status[q].mayAsk() {
			continue
		}
		acc.Closed[l.questions[q].ID] = l.questions[l.closer(q)].ID
		if len(answered[q]) > 0 {
			acc.Dropped = append(acc.Dropped, l.questions[q].ID)
		}
	}
	for i := range l.instruments {
		if ins := &l.instruments[i]; ins.runs(worlds) {
			for d := range ins.dimensions {
				acc.Dimensions = append(acc.Dimensions, l.count(ins, &ins.dimensions[d], states))
			}
		}
	}
	return acc
}

var factStates = map[state]FactState{notAsked: FactNotAsked, raised: FactLookedFor, denied: FactNo, unknown: FactUnknown, shown: FactYes}

// facts collects what is said about each indicator, and gives what became of
// all of them.
func (l *look) facts(acc *Account) []FactState {
	said := make([][]Said, len(l.states))
	for _, e := range l.in.coded {
		said[e.indicator] = append(said[e.indicator], Said{Answer: codedWords[e.state], State: factStates[e.state]})
	}
	for q := range l.questions {
		if l.certain(q) {
			l.saidBy(q, said)
		}
	}
	states := make([]FactState, len(said))
	for i, list := range said {
		if states[i] = l.fact(i, list); len(list) > 0 {
			acc.Facts = append(acc.Facts, FactAccount{l.set.Indicators[i].ID, states[i], list})
		}
	}
	return states
}

// fact is the state of an indicator. One that nobody spoke of but to take a
// denial back is contradicted.
func (l *look) fact(i int, said []Said) FactState {
	if l.states[i] == raised && slices.ContainsFunc(said, func(s Said) bool { return s.State == FactContradicted }) {
		return FactContradicted
	}
	return factStates[l.states[i]]
}

var codedWords = map[state]string{shown: answers.Yes, denied: answers.No, unknown: answers.Unknown}

var wordNames = map[word]string{saysYes: answers.Yes, saysNo: answers.No, unsure: answers.Unknown}

func (l *look) saidBy(q int, said [][]Said) {
	question := &l.questions[q]
	for _, g := range l.in.given[q] {
		for o, w := range g.words {
			for _, e := range question.options[o].effects[w] {
				state := factStates[e.state]
				if e.state == denied && !l.agreed(q, e.indicator) {
					state = FactContradicted
				}
				said[e.indicator] = append(said[e.indicator], Said{question.ID, question.options[o].ID, wordNames[w], string(g.source), state})
			}
		}
	}
}

// count counts one dimension.
func (l *look) count(ins *instrument, d *dimension, states []FactState) DimensionAccount {
	least, most := d.count(l.low.shown, false), d.count(l.low.possible, true)
	doubtfully := d.count(l.low.shown, true)
	acc := DimensionAccount{Instrument: ins.ID, Dimension: d.ID, Least: least.facts(), Most: most.facts()}
	for at, c := range d.cells {
		acc.Items = append(acc.Items, ItemAccount{
			Indicator: d.Weights[at].Key, Fact: l.set.Indicators[c.indicator].Fact, Weight: c.weight.Text(),
			State: states[c.indicator], Counts: l.low.shown[c.indicator] && d.counted(at, l.low.shown),
		})
	}
	for _, c := range d.PositiveWhen {
		acc.Clauses = append(acc.Clauses, ClauseAccount{clauseText(c), least.reach(c), doubtfully.reach(c), most.reach(c)})
	}
	return acc
}

// facts turns counts of "at least this weight" into counts of each weight.
func (n counts) facts() FactCount {
	return FactCount{
		Strong: n[indicator.StrongWeight],
		Medium: n[indicator.MediumWeight] - n[indicator.StrongWeight],
		Weak:   n[indicator.WeakWeight] - n[indicator.MediumWeight],
		All:    n[indicator.ItemWeight],
	}
}
