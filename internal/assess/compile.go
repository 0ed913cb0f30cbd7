package assess

import (
	"fmt"
	"slices"

	"cesta/internal/indicator"
)

// state is what the answers say about one indicator. Merging takes the higher:
// any yes is yes, else any unknown is unknown, else any denial is no.
type state uint8

const (
	notAsked state = iota
	raised         // asked or looked for, and nothing came of it
	denied
	unknown
	shown
)

// word is what one entry says about one option or item.
type word uint8

const (
	silent word = iota
	saysNo
	unsure // unknown or refused
	saysYes
	words
)

// effect is what an answer says about one indicator. local marks a coded fact
// that belongs to one place of work.
type effect struct {
	indicator int
	state     state
	local     bool
}

// question is a question with ids turned into numbers.
type question struct {
	*indicator.Question
	options []option
	could   []int // the indicators that some option shows
	when    *test // nil: always asked
	asksAge bool  // some option says something about age
}

// option is an answer or item with all it says, by word.
type option struct {
	*indicator.Option
	effects [words][]effect
}

// interview is an interview with ids turned into numbers.
type interview struct {
	*indicator.Interview
	questions []int
	asks      []bool  // by question
	core      []int   // questions
	isCore    []bool  // by question
	byPlace   []int   // the questions that are asked once for each place of work
	feeds     [][]int // by dimension: the core questions that could show one of its indicators
	later     []bool  // by question: asked after the close, whatever was answered before
}

// compiler holds the assessor while it is built, and the first error.
type compiler struct {
	*Assessor
	facts   []int             // by indicator: the number of its fact
	showers [][]int           // by indicator: the questions that could show it
	wanted  map[string][]bool // by indicator or family: its members, by indicator
	err     error
}

// Compile prepares a set. It fails on ids that lead nowhere and on conditions
// that wait for each other; a set that indicator.Load returned has neither.
func Compile(set *indicator.Set) (*Assessor, error) {
	c := compiler{Assessor: &Assessor{set: set, index: map[string]int{}, byID: map[string]int{}, interviews: map[string]*interview{}, doubts: map[string]bool{}}}
	c.vocabulary()
	for q := range set.Questions {
		c.byID[set.Questions[q].ID] = q
	}
	c.decisive, c.dependents = make([][]place, len(set.Indicators)), make([][]int, len(set.Questions))
	c.allQuestions()
	for i := range set.Instruments {
		c.instrument(&set.Instruments[i])
	}
	for i := range set.Interviews {
		c.interview(&set.Interviews[i])
	}
	return c.Assessor, c.err
}

// vocabulary numbers indicators and facts. An indicator that names no fact is
// its own.
func (c *compiler) vocabulary() {
	facts := map[string]int{}
	for i, ind := range c.set.Indicators {
		c.index[ind.ID] = i
		fact := ind.Fact
		if fact == "" {
			fact = ind.ID
		}
		if _, ok := facts[fact]; !ok {
			facts[fact] = len(facts)
		}
		c.facts = append(c.facts, facts[fact])
		kind := ind.Kind()
		c.local = append(c.local, kind == indicator.Exploitation || kind == indicator.Destination)
	}
}

func (c *compiler) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

// numbers looks up indicators and families.
func (c *compiler) numbers(ids []string, where string) []int {
	var list []int
	seen := map[int]bool{}
	for _, id := range ids {
		for _, member := range c.set.Expand(id) {
			n, ok := c.index[member]
			if !ok {
				c.fail("%s names the indicator %s, which the set does not have", where, member)
				continue
			}
			if !seen[n] {
				seen[n] = true
				list = append(list, n)
			}
		}
	}
	return list
}

func (c *compiler) allQuestions() {
	c.questions = make([]question, len(c.set.Questions))
	for i := range c.questions {
		q := question{Question: &c.set.Questions[i]}
		for o := range q.Options {
			q.could = append(q.could, c.numbers(q.Options[o].Shows, q.ID)...)
			q.asksAge = q.asksAge || q.Options[o].Age != ""
			if q.Options[o].Doubt {
				c.doubts[q.Options[o].ID] = true
			}
			if len(q.Options[o].Conditions) > 0 && !slices.Contains(c.conditional, i) {
				c.conditional = append(c.conditional, i)
			}
		}
		slices.Sort(q.could)
		q.could = slices.Compact(q.could)
		for o := range q.Options {
			q.options = append(q.options, c.option(q, &q.Options[o]))
		}
		c.questions[i] = q
	}
	c.showers, c.wanted = make([][]int, len(c.set.Indicators)), map[string][]bool{}
	for q := range c.questions {
		for _, i := range c.questions[q].could {
			c.showers[i] = append(c.showers[i], q)
		}
	}
	for i := range c.questions {
		c.questions[i].when = c.test(c.questions[i].AskWhen, c.questions[i].ID)
	}
	c.loosen()
	for i := range c.questions {
		c.questions[i].when.each(func(q int) { c.dependents[q] = append(c.dependents[q], i) })
	}
	c.sort()
}

// option works out what each word about an option says. An option of a choice
// leaves unknown what it neither shows nor denies; a no to an item denies what
// the item shows. What an officer did not observe is not thereby absent.
func (c *compiler) option(q question, src *indicator.Option) option {
	shows, denies := c.numbers(src.Shows, q.ID), c.numbers(src.Denies, q.ID)
	o := option{Option: src}
	left := unknown
	if q.Audience == indicator.Officer {
		denies, left = nil, raised
	}
	o.add(saysYes, shows, shown)
	o.add(unsure, shows, unknown)
	switch {
	case q.Kind == indicator.List && q.Audience == indicator.Officer:
		o.add(saysNo, shows, raised)
	case q.Kind == indicator.List:
		o.add(saysNo, shows, denied)
		o.add(saysNo, denies, denied)
	default:
		o.add(saysYes, denies, denied)
		o.add(saysYes, without(q.could, shows, denies), left)
	}
	return o
}

func (o *option) add(w word, indicators []int, s state) {
	for _, i := range indicators {
		o.effects[w] = append(o.effects[w], effect{indicator: i, state: s})
	}
}

func without(list, a, b []int) []int {
	return slices.DeleteFunc(slices.Clone(list), func(i int) bool {
		return slices.Contains(a, i) || slices.Contains(b, i)
	})
}

func (c *compiler) interview(src *indicator.Interview) {
	n := len(c.questions)
	iv := &interview{Interview: src, asks: make([]bool, n), later: make([]bool, n), isCore: make([]bool, n)}
	for _, sec := range src.Sections {
		for _, id := range sec.Questions {
			q, ok := c.byID[id]
			if !ok {
				c.fail("the interview %s names the question %s, which the set does not have", src.ID, id)
				return
			}
			iv.questions = append(iv.questions, q)
			iv.asks[q] = true
			if c.questions[q].Episode {
				iv.byPlace = append(iv.byPlace, q)
			}
			iv.later[q] = sec.Stage == indicator.StageObservations
		}
	}
	for _, id := range src.Core {
		q, ok := c.byID[id]
		if !ok || !iv.asks[q] {
			c.fail("the interview %s does not ask its core question %s", src.ID, id)
			return
		}
		iv.core = append(iv.core, q)
		iv.isCore[q] = true
	}
	c.feed(iv)
	c.interviews[src.ID] = iv
}

// feed notes for each dimension which core questions could show something in it.
func (c *compiler) feed(iv *interview) {
	iv.feeds = make([][]int, c.dimensions)
	for _, ins := range c.instruments {
		for _, d := range ins.dimensions {
			for _, q := range iv.core {
				if slices.ContainsFunc(c.questions[q].could, d.has) {
					iv.feeds[d.number] = append(iv.feeds[d.number], q)
				}
			}
		}
	}
}
