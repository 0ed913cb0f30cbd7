package indicator

import (
	"fmt"
	"slices"
	"strings"

	"cesta/internal/strict"
)

// maxOptions is how many options or items a screen can number: the keys 8, 9
// and 0 have fixed meanings.
const maxOptions = 7

// check finds what no table of fields can see: ids that lead nowhere, order,
// and rules that must not be.
func (s *Set) check() error {
	c := checker{set: s, told: map[strict.Problem]bool{}}
	c.vocabulary()
	c.allQuestions()
	c.cycles()
	c.spread()
	c.instruments()
	c.interviews()
	return c.problems.Err()
}

type checker struct {
	set       *Set
	problems  strict.Problems
	told      map[strict.Problem]bool // the problems again, to tell each once
	byEpisode map[string]string       // indicator to a question of a place of work that shows it
	last      map[string]string       // last segment of an id to the first indicator that has it
}

func (c *checker) fail(at strict.Pos, hint, format string, args ...any) {
	p := strict.Problem{Pos: at, Wrong: fmt.Sprintf(format, args...), Hint: hint}
	if !c.told[p] {
		c.told[p] = true
		c.problems = append(c.problems, p)
	}
}

// unique reports ids that stand twice and ids that name what a person is.
func (c *checker) unique(what string, seen map[string]strict.Pos, id string, at strict.Pos) {
	if first, twice := seen[id]; twice {
		c.fail(at, "give one of them another id", "the %s %s stands twice (first in %s)", what, id, first)
	}
	seen[id] = at
	for _, part := range strings.FieldsFunc(id, func(r rune) bool { return r == '.' || r == '-' }) {
		if forbiddenWords[part] && id != "eu-citizen" {
			c.fail(at, "rules look at what was done to a person; rename or remove it", "the id %s refers to what a person is (%s)", id, part)
		}
	}
}

func (c *checker) vocabulary() {
	seen := map[string]strict.Pos{}
	for _, i := range c.set.Indicators {
		c.unique("indicator", seen, i.ID, i.Pos)
		c.unique("fact", map[string]strict.Pos{}, i.Fact, i.Pos)
		if !slices.Contains(Kinds, i.Kind()) {
			c.fail(i.Pos, "begin it with one of "+join(Kinds), "the indicator %s is of no known kind", i.ID)
		}
		if i.Kind() == Form && !strings.HasSuffix(i.ID, ".expected") && !strings.HasSuffix(i.ID, ".occurred") {
			c.fail(i.Pos, "end it in .expected or .occurred", "the form %s does not say whether it is expected or has occurred", i.ID)
		}
	}
}

func join[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w)
	}
	return strings.Join(texts, ", ")
}

func (c *checker) allQuestions() {
	if len(c.set.Questions) > maxQuestions {
		c.fail(strict.Pos{File: "questions"}, "split it into several sets", "the set has more than %d questions", maxQuestions)
		return
	}
	seen := map[string]strict.Pos{}
	for i := range c.set.Questions {
		q := &c.set.Questions[i]
		c.unique("question", seen, q.ID, q.Pos)
		c.question(q)
		c.condition(q, q.AskWhen)
	}
}

func (c *checker) question(q *Question) {
	if len(q.Options) > maxOptions {
		c.fail(q.Pos, "split the question", "the question %s has %d options; a screen numbers %d", q.ID, len(q.Options), maxOptions)
	}
	if q.Noted && (q.Audience != Officer || slices.ContainsFunc(q.Options, Option.tells)) {
		c.fail(q.Pos, "remove noted: the note holds no answer of the person and nothing that a rule reads", "the question %s stands in the note", q.ID)
	}
	if q.Episode && q.Audience != Person {
		c.fail(q.Pos, "remove episode", "the question %s belongs to a place of work and is not asked of the person", q.ID)
	}
	options := map[string]strict.Pos{}
	for _, o := range q.Options {
		if slices.Contains([]string{"unknown", "refused", "none"}, o.ID) {
			c.fail(o.Pos, "every question takes it by itself; remove the option", "the option %s of %s is a fixed answer", o.ID, q.ID)
		}
		c.unique("option", options, o.ID, o.Pos)
		c.option(q, o)
	}
}

func (c *checker) option(q *Question, o Option) {
	for _, id := range o.Shows {
		c.indicator(o.Pos, id)
	}
	for _, id := range o.Denies {
		c.family(o.Pos, id)
		if q.Audience == Officer {
			c.fail(o.Pos, "remove denies: what was not observed is not thereby absent", "the observation %s denies %s", q.ID, id)
		}
	}
	switch {
	case o.Situation == "":
	case !slices.Contains(Situations, o.Situation):
		c.fail(o.Pos, "known are "+join(Situations), "the situation %s is not known", o.Situation)
	case o.tells():
		c.fail(o.Pos, "put the situation into an option of its own; rules must not be able to read it", "the option %s of %s sets a situation and something that rules read", o.ID, q.ID)
	}
	for _, e := range o.Conditions {
		words, known := ConditionWords[e.Key]
		if !known || !slices.Contains(words, e.Val) {
			c.fail(e.Pos, "write for example alone: \"yes\" or interpreter: independent", "the condition %s: %s is not known", e.Key, e.Val)
		}
	}
	if o.Discloses && q.Audience != Officer {
		c.fail(o.Pos, "write audience: officer", "the disclosure %s of %s is not noted by the officer", o.ID, q.ID)
	}
	if o.Doubt && q.Audience != Officer {
		c.fail(o.Pos, "write audience: officer", "the doubt %s of %s is not the officer's", o.ID, q.ID)
	}
}

// tells reports whether the option says anything that a rule or a gate reads.
func (o Option) tells() bool {
	return len(o.Shows)+len(o.Denies)+len(o.Conditions) > 0 || o.Age != "" || o.Doubt
}

// statesSituation reports whether any option of the question sets a situation.
func (q *Question) statesSituation() bool {
	return slices.ContainsFunc(q.Options, func(o Option) bool { return o.Situation != "" })
}

func (c *checker) indicator(at strict.Pos, id string) {
	if c.set.Indicator(id) == nil {
		c.fail(at, "add it to vocabulary/ or correct the id"+c.similar(id), "the indicator %s is not known", id)
	}
}

func (c *checker) family(at strict.Pos, id string) {
	for _, member := range c.set.Expand(id) {
		c.indicator(at, member)
	}
	if len(c.set.Expand(id)) == 0 {
		c.fail(at, "correct it or remove it", "the family %s has no indicator", id)
	}
}

// similar proposes an id with the same last segment.
func (c *checker) similar(id string) string {
	last := func(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }
	if c.last == nil {
		c.last = map[string]string{}
		for _, i := range c.set.Indicators {
			if _, ok := c.last[last(i.ID)]; !ok {
				c.last[last(i.ID)] = i.ID
			}
		}
	}
	if near, ok := c.last[last(id)]; ok {
		return " (did you mean " + near + "?)"
	}
	return ""
}

// condition checks one ask-when: what it names exists, and a situation or an
// age cannot stand in it because it names only questions and indicators.
func (c *checker) condition(q *Question, cond *Condition) {
	if cond == nil {
		return
	}
	cond.Questions(func(id string, at strict.Pos) {
		switch named := c.set.Question(id); {
		case named == nil:
			c.fail(at, "correct the id", "the question %s, named in ask-when of %s, is not known", id, q.ID)
		case named.statesSituation():
			c.fail(at, "ask it always, or wait for another question; only duties may read a situation", "the question %s waits for %s, which states a situation", q.ID, id)
		case id == q.ID:
			c.fail(at, "name an earlier question", "the question %s waits for itself", q.ID)
		case named.Episode && !q.Episode:
			c.fail(at, "write episode: true here too, or wait for another question", "the question %s waits for %s, which is asked once for each place of work", q.ID, id)
		}
	})
	if !q.Episode {
		cond.Shows(func(family string) { c.shownOnce(q, cond.Pos, family) })
	}
	c.answers(q, *cond)
}

// shownOnce: a question that is asked once cannot wait for what is shown for
// each place of work.
func (c *checker) shownOnce(q *Question, at strict.Pos, family string) {
	if c.byEpisode == nil {
		c.byEpisode = map[string]string{}
		for _, named := range c.set.Questions {
			for _, o := range named.Options {
				for _, id := range o.Shows {
					if named.Episode {
						c.byEpisode[id] = named.ID
					}
				}
			}
		}
	}
	for _, id := range c.set.Expand(family) {
		if shower := c.byEpisode[id]; shower != "" {
			c.fail(at, "write episode: true here too, or name other facts", "the question %s looks for %s, which %s shows for each place of work", q.ID, id, shower)
			return
		}
	}
}

func (c *checker) answers(q *Question, cond Condition) {
	switch {
	case cond.Answer != nil:
		c.answerTest(cond)
	case cond.Shown != "":
		c.family(cond.Pos, cond.Shown)
	case cond.Not != nil:
		c.answers(q, *cond.Not)
	}
	for _, sub := range slices.Concat(cond.All, cond.Any) {
		c.answers(q, sub)
	}
}

func (c *checker) answerTest(cond Condition) {
	named := c.set.Question(cond.Answer.Question)
	if named == nil {
		return
	}
	for _, o := range cond.Answer.Options {
		fixed := o == "none" && named.Kind == List
		if named.Option(o) == nil && !fixed {
			c.fail(cond.Pos, "correct the option", "the question %s has no option %s", named.ID, o)
		}
	}
}

func (c *checker) instruments() {
	seen := map[string]strict.Pos{}
	for i := range c.set.Instruments {
		ins := &c.set.Instruments[i]
		c.unique("instrument", seen, ins.ID, ins.Pos)
		c.instrument(ins)
	}
}

func (c *checker) instrument(ins *Instrument) {
	dimensions, places := map[string]*Dimension{}, map[string]strict.Pos{}
	for i := range ins.Dimensions {
		d := &ins.Dimensions[i]
		c.unique("dimension", places, d.ID, d.Pos)
		c.weights(*d)
		dimensions[d.ID] = d
	}
	results := map[string]strict.Pos{}
	for _, r := range ins.Results {
		c.unique("result", results, r.ID, r.Pos)
		if ins.Fidelity != Project && (r.Reaches != "" || len(r.Marks) > 0) {
			c.fail(r.Pos, "remove reaches and marks, or state the rule in a project instrument", "the result %s of %s reaches a level although its fidelity is %s", r.ID, ins.ID, ins.Fidelity)
		}
		if r.Reaches == LevelNotAssessed || r.Reaches == LevelNothing {
			c.fail(r.Pos, "only indications and strong-indications can be reached by a rule", "the result %s reaches %s", r.ID, r.Reaches)
		}
		c.expr(ins, dimensions, r.When)
	}
	for _, item := range ins.Items {
		for _, id := range item.Indicators {
			c.indicator(item.Pos, id)
		}
	}
}

func (c *checker) weights(d Dimension) {
	seen := map[string]bool{}
	for _, w := range d.Weights {
		c.indicator(w.Pos, w.Key)
		kind := KindOf(w.Key)
		if kind == Context || (kind == Violence && d.Element == ElementMeans) {
			c.fail(w.Pos, "remove it: context never counts, and violence outside the means of trafficking is no means", "%s stands in the dimension %s", w.Key, d.ID)
		}
		if seen[w.Key] {
			c.fail(w.Pos, "keep one", "the indicator %s stands twice in %s", w.Key, d.ID)
		}
		seen[w.Key] = true
	}
}

func (c *checker) expr(ins *Instrument, known map[string]*Dimension, e Expr) {
	for _, id := range e.dimensions() {
		if known[id] == nil {
			c.fail(e.Pos, "name a dimension of this instrument", "the rule names %s, which is no dimension of %s", id, ins.ID)
		}
	}
	if d := known[e.Dimension]; d != nil && len(d.PositiveWhen) == 0 {
		c.fail(e.Pos, "give the dimension positive-when, or write {present: "+e.Dimension+"}", "the dimension %s can never be positive", e.Dimension)
	}
	if e.Age == "" && !e.Doubt && e.empty() {
		c.fail(e.Pos, "write a rule", "the rule is empty")
	}
	for _, sub := range e.subs() {
		c.expr(ins, known, sub)
	}
}

// dimensions are the ids that e itself names, without its parts.
func (e Expr) dimensions() []string {
	ids := slices.Clone(e.Open)
	if e.Distinct != nil {
		ids = append(ids, e.Distinct.Of...)
	}
	for _, id := range []string{e.Dimension, e.Present} {
		if id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

func (e Expr) subs() []Expr {
	subs := slices.Concat(e.All, e.Any)
	if e.Possible != nil {
		subs = append(subs, *e.Possible)
	}
	return subs
}

func (e Expr) empty() bool { return len(e.dimensions()) == 0 && len(e.subs()) == 0 }

func (c *checker) interviews() {
	seen := map[string]strict.Pos{}
	for i := range c.set.Interviews {
		iv := &c.set.Interviews[i]
		c.unique("interview", seen, iv.ID, iv.Pos)
		c.interview(iv)
		c.frame(iv)
	}
	c.children()
}

// children checks that whoever may be a child has an interview of their own to
// go on with.
func (c *checker) children() {
	if iv := c.set.Interview(ChildInterview); iv != nil && iv.Mode == Ask {
		return
	}
	for i := range c.set.Questions {
		if q := &c.set.Questions[i]; q.tellsAge() {
			c.fail(q.Pos, "add an interview with the id "+ChildInterview+" and mode: ask, which asks only what keeps a child safe", "the question %s can tell that the person may be a child, and no interview is there for a child", q.ID)
			return
		}
	}
}

// tellsAge says whether an answer says that the person is or may be a child.
func (q *Question) tellsAge() bool {
	return slices.ContainsFunc(q.Options, func(o Option) bool { return o.Age == "child" || o.Age == "unsure" })
}

// frame checks what an interview says beside its questions.
func (c *checker) frame(iv *Interview) {
	switch next := c.set.Interview(iv.LeadsTo); {
	case iv.LeadsTo == "":
	case next == nil || next == iv:
		c.fail(iv.Pos, "name another interview", "the interview %s leads to %s, which is not there or itself", iv.ID, iv.LeadsTo)
	case iv.Mode == Observe || next.Mode == Observe:
		c.fail(iv.Pos, "remove leads-to", "the interview %s leads to %s, and one of them asks nobody", iv.ID, iv.LeadsTo)
	}
	for _, fact := range iv.Situation {
		if !slices.Contains(Situations, fact) {
			c.fail(iv.Pos, "known are "+join(Situations), "the situation %s is not known", fact)
		}
	}
	for _, id := range iv.Reads {
		switch ins := c.set.Instrument(id); {
		case ins == nil:
			c.fail(iv.Pos, "correct the id", "the interview %s reads out %s, which is no instrument", iv.ID, id)
		case !ins.MayBeRead():
			c.fail(iv.Pos, "ask about facts in words of your own, and let the instrument be filled in from the answers", "the interview %s reads out %s, whose mode is %s", iv.ID, id, ins.Mode)
		}
	}
}

func (c *checker) interview(iv *Interview) {
	earlier := map[string]bool{}
	stage := 0
	for _, sec := range iv.Sections {
		at := slices.Index(Stages, sec.Stage)
		if at < stage {
			c.fail(sec.Pos, "order the sections: ready, triage, questions, observations", "the section %s of stage %s comes too late", sec.ID, sec.Stage)
		}
		stage = max(stage, at)
		for _, id := range sec.Questions {
			c.placed(iv, sec, id, earlier)
			earlier[id] = true
		}
	}
	for _, id := range iv.Core {
		if !earlier[id] {
			c.fail(iv.CorePos, "add it to a section or remove it from core", "the core question %s is not asked in the interview %s", id, iv.ID)
		}
	}
}

func (c *checker) placed(iv *Interview, sec Section, id string, earlier map[string]bool) {
	q := c.set.Question(id)
	switch {
	case q == nil:
		c.fail(sec.Pos, "correct the id", "the question %s, named in the interview %s, is not known", id, iv.ID)
		return
	case earlier[id]:
		c.fail(sec.Pos, "keep one", "the interview %s asks %s twice", iv.ID, id)
	case q.Audience == Person && (sec.Stage == StageReady || sec.Stage == StageObservations):
		c.fail(sec.Pos, "move it to triage or questions", "the question %s is asked of the person but stands in the stage %s", id, sec.Stage)
	case q.Episode && sec.Stage != StageQuestions:
		c.fail(sec.Pos, "move it to questions", "the question %s belongs to a place of work and stands in the stage %s", id, sec.Stage)
	case q.tellsAge() && iv.Mode == Ask && sec.Stage == StageQuestions:
		c.fail(sec.Pos, "move it to ready or triage", "the question %s tells the age and stands after the consent; a child must be known before it", id)
	case q.Audience == Person && iv.Mode == Observe:
		c.fail(sec.Pos, "remove it or write mode: ask", "the observation interview %s asks the person %s", iv.ID, id)
	}
	q.AskWhen.Questions(func(named string, at strict.Pos) {
		if !earlier[named] {
			c.fail(at, "ask "+named+" before it in "+iv.Pos.File, "the question %s waits for %s, which the interview %s has not asked by then", id, named, iv.ID)
		}
	})
}
