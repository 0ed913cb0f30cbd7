package assess

import (
	"fmt"
	"maps"
	"slices"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Codes of refusals, for programs.
const (
	codeSet       = "other-set"
	codeInterview = "unknown-interview"
	codeQuestion  = "unknown-question"
	codeOption    = "unknown-option"
	codeIndicator = "unknown-indicator"
	codeKey       = "unknown-key"
	codeValue     = "unknown-value"
)

// codeEpisode is the code of an answer about a further place of work to a
// question that is asked only once.
const codeEpisode = "not-of-an-episode"

// input is a sheet with ids turned into numbers, as far as it is about one
// place of work, and nothing in it that the set does not know.
type input struct {
	iv         *interview // nil where there was none
	given      [][]given  // by question
	coded      []effect   // facts coded without a question
	age        answers.Ages
	doubt      bool
	conditions map[string]string
}

// given is one answer to one question.
type given struct {
	words  []word // by option or item
	source answers.Source
	open   bool // an option was chosen that does not settle the question
}

// decided reports whether every option or item has a yes or a no, and the
// answer settles the question.
func (g given) decided() bool {
	return !g.open && !slices.Contains(g.words, silent) && !slices.Contains(g.words, unsure)
}

// decided reports whether the question has answers and none is doubtful: an
// answer taken back to "does not want to say" leaves the question open.
func (in *input) decided(q int) bool {
	for _, g := range in.given[q] {
		if !g.decided() {
			return false
		}
	}
	return len(in.given[q]) > 0
}

// reader checks one sheet and keeps the first refusal.
type reader struct {
	*Assessor
	in      *input
	place   int // of work, the one that is read
	refusal *answers.Refusal
}

// read gives one input for each place of work.
func (a *Assessor) read(s answers.Sheet) ([]*input, error) {
	first := &input{given: make([][]given, len(a.questions)), age: s.Age, doubt: s.Doubt != "", conditions: s.Conditions}
	r := reader{Assessor: a, in: first, place: answers.First}
	r.head(s)
	r.answers(s.Answers)
	r.indicators(s.Indicators)
	r.talk(s)
	all := []*input{first}
	for _, e := range s.Episodes {
		r.place++
		r.in = first.elsewhere(a.questions)
		r.answers(e.Answers)
		r.indicators(e.Indicators)
		all = append(all, r.in)
	}
	if r.refusal != nil {
		return nil, r.refusal
	}
	return all, nil
}

// elsewhere is what the input says of every place of work, so also of another.
func (in *input) elsewhere(questions []question) *input {
	other := *in
	other.given = slices.Clone(in.given)
	for q := range questions {
		if questions[q].Episode {
			other.given[q] = nil
		}
	}
	other.coded = slices.DeleteFunc(slices.Clone(in.coded), func(e effect) bool { return e.local })
	return &other
}

func (r *reader) refuse(code, field, format string, args ...any) {
	if r.refusal == nil {
		r.refusal = &answers.Refusal{Code: code, Field: answers.EpisodeField(r.place) + field, Message: fmt.Sprintf(format, args...)}
	}
}

func (r *reader) head(s answers.Sheet) {
	if pin := r.set.ID + "@" + r.set.Hash; s.Set != "" && s.Set != pin {
		r.refuse(codeSet, "set", "the sheet asks for the set %s, this one is %s", s.Set, pin)
	}
	if s.Interview == "" {
		return
	}
	if r.in.iv = r.interviews[s.Interview]; r.in.iv == nil {
		r.refuse(codeInterview, "interview", "the set has no interview %q", s.Interview)
	}
}

// sorted makes the first refusal the same on every run.
func sorted[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// answers reads in sorted order only where something is wrong, since the order
// of a map decides nothing but which refusal comes first.
func (r *reader) answers(all map[string][]answers.Entry) {
	for id := range all {
		if _, ok := r.byID[id]; !ok {
			r.unknownQuestion(all)
			return
		}
	}
	for q := range r.questions {
		question := &r.questions[q]
		if r.place > answers.First && len(all[question.ID]) > 0 && !question.Episode {
			r.refuse(codeEpisode, "answers."+question.ID, "the question is asked once and not for each place of work; write its answer into the sheet's own answers")
			return
		}
		for _, e := range all[question.ID] {
			words := r.words(question, e.Value)
			r.in.given[q] = append(r.in.given[q], given{words, r.source(question, e.Source), question.leavesOpen(words)})
		}
	}
}

// leavesOpen reports whether an option was chosen that settles nothing.
func (q *question) leavesOpen(words []word) bool {
	for i, w := range words {
		if w == saysYes && q.options[i].LeavesOpen {
			return true
		}
	}
	return false
}

func (r *reader) unknownQuestion(all map[string][]answers.Entry) {
	for _, id := range sorted(all) {
		if _, ok := r.byID[id]; !ok {
			r.refuse(codeQuestion, "answers."+id, "the set has no question %q", id)
		}
	}
}

// source fills in the usual source of an answer that names none.
func (r *reader) source(q *question, s answers.Source) answers.Source {
	switch {
	case s == "" && q.Audience == indicator.Officer:
		return answers.Observed
	case s == "":
		return answers.Said
	case !slices.Contains(answers.Sources, s):
		r.refuse(codeValue, "answers."+q.ID, "%q is no source; write one of %v", s, answers.Sources)
	}
	return s
}

// words turns a value into one word for each option or item.
func (r *reader) words(q *question, v answers.Value) []word {
	w := make([]word, len(q.options))
	switch {
	case v.Option == answers.Unknown || v.Option == answers.Refused:
		fill(w, unsure)
	case q.Kind == indicator.List:
		r.items(q, v, w)
	default:
		r.chosen(q, v, w)
	}
	if v.Option != "" && len(v.Items) > 0 {
		r.refuse(codeValue, "answers."+q.ID, "the answer has both an option and items")
	}
	return w
}

// fill gives every option that has no word yet the word to.
func fill(w []word, to word) {
	for i := range w {
		if w[i] == silent {
			w[i] = to
		}
	}
}

func (r *reader) chosen(q *question, v answers.Value, w []word) {
	at := slices.IndexFunc(q.options, func(o option) bool { return o.ID == v.Option })
	switch {
	case at < 0 && len(v.Items) > 0:
		r.refuse(codeOption, "answers."+q.ID, "the question takes one option, not items")
		return
	case at < 0:
		r.refuse(codeOption, "answers."+q.ID, "the question has no option %q", v.Option)
		return
	}
	w[at] = saysYes
	fill(w, saysNo)
}

var itemWords = map[string]word{answers.Yes: saysYes, answers.No: saysNo, answers.Unknown: unsure, answers.Refused: unsure}

func (r *reader) items(q *question, v answers.Value, w []word) {
	if v.Option != "" {
		r.refuse(codeOption, "answers."+q.ID, "%q is no answer to a list; answer its items", v.Option)
	}
	known := 0
	for i := range q.options {
		if text, ok := v.Items[q.options[i].ID]; ok {
			w[i] = r.itemWord(q, q.options[i].ID, text)
			known++
		}
	}
	if text, ok := v.Items[answers.None]; ok {
		known++
		// Yes to "none of these" is a no to each item that was not named.
		if word := r.itemWord(q, answers.None, text); word == saysYes {
			fill(w, saysNo)
		} else if word == unsure {
			fill(w, unsure)
		}
	}
	if known < len(v.Items) {
		r.unknownItem(q, v.Items)
	}
}

func (r *reader) itemWord(q *question, item, text string) word {
	w, ok := itemWords[text]
	if !ok {
		r.refuse(codeValue, "answers."+q.ID+"."+item, "%q is not one of yes, no, unknown, refused", text)
	}
	return w
}

func (r *reader) unknownItem(q *question, items map[string]string) {
	for _, id := range sorted(items) {
		if id != answers.None && q.Option(id) == nil {
			r.refuse(codeOption, "answers."+q.ID+"."+id, "the question has no item %q", id)
		}
	}
}

var truthWords = map[string]state{answers.Yes: shown, answers.No: denied, answers.Unknown: unknown, answers.Refused: unknown}

func (r *reader) indicators(coded map[string]string) {
	for _, id := range sorted(coded) {
		i, ok := r.index[id]
		if !ok {
			r.refuse(codeIndicator, "indicators."+id, "the set has no indicator %q", id)
			continue
		}
		state, ok := truthWords[coded[id]]
		if !ok {
			r.refuse(codeValue, "indicators."+id, "%q is not one of yes, no, unknown, refused", coded[id])
		}
		r.in.coded = append(r.in.coded, effect{indicator: i, state: state, local: r.local[i]})
	}
}

// talk checks age, situation, conditions and doubt.
func (r *reader) talk(s answers.Sheet) {
	for _, age := range []answers.Age{s.Age.Said, s.Age.Officer} {
		if !slices.Contains([]answers.Age{answers.AgeNone, answers.Adult, answers.Child, answers.AgeUnsure}, age) {
			r.refuse(codeValue, "age", "%q is not one of adult, child, unsure", age)
		}
	}
	for _, name := range sorted(s.Situation) {
		if !slices.Contains(indicator.Situations, name) {
			r.refuse(codeKey, "situation."+name, "known are %v", indicator.Situations)
		}
		if _, ok := truthWords[s.Situation[name]]; !ok {
			r.refuse(codeValue, "situation."+name, "%q is not one of yes, no, unknown, refused", s.Situation[name])
		}
	}
	for _, name := range sorted(s.Conditions) {
		r.condition(name, s.Conditions[name])
	}
	if s.Doubt != "" && len(r.doubts) > 0 && !r.doubts[s.Doubt] {
		r.refuse(codeValue, "doubt", "%q is no coded reason; known are %v", s.Doubt, sorted(r.doubts))
	}
}

func (r *reader) condition(name, value string) {
	known, ok := indicator.ConditionWords[name]
	switch {
	case !ok:
		r.refuse(codeKey, "conditions."+name, "known are %v", sorted(indicator.ConditionWords))
	case value != answers.Unknown && value != answers.Refused && !slices.Contains(known, value):
		r.refuse(codeValue, "conditions."+name, "%q is not one of %v", value, known)
	}
}
