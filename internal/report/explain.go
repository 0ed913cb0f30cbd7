package report

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// elements are the blocks of the explanation: the three of the definition
// (Palermo Protocol art. 3), and what stands beside them.
var elements = []indicator.Element{indicator.ElementAct, indicator.ElementMeans, indicator.ElementPurpose, indicator.ElementOther}

// teller explains one assessment. It remembers for which indicators the answers
// have been printed, so that a fact in five dimensions is told once.
type teller struct {
	Case
	told map[string]bool // by indicator and place of work
}

// why explains the level: the rules that hold, then act, means and purpose.
func (c Case) why() []block {
	t := &teller{c, map[string]bool{}}
	blocks := []block{head(2, c.text("why"))}
	blocks = append(blocks, t.rules()...)
	for _, e := range elements {
		blocks = append(blocks, t.element(e)...)
	}
	return blocks
}

// rules lists each rule that holds, with its id and what it leads to, and those
// that only a doubtful weight of a source keeps from holding.
func (t *teller) rules() []block {
	var items []block
	for _, r := range t.Assessment.Reasons {
		switch {
		case t.Set.Instrument(r.Rule) != nil:
			items = append(items, t.rule(r))
		case r.Rule == assess.RuleUndecided:
			items = append(items, t.undecided(r.Result)...)
		}
	}
	if len(items) == 0 {
		return []block{para(t.text("why.no-rule"))}
	}
	return append([]block{para(t.text("why.rules")), points(items...)}, t.sources()...)
}

// sources says where the rules that hold, and their weights, come from.
func (t *teller) sources() []block {
	var blocks []block
	seen := map[string]bool{}
	for _, r := range t.Assessment.Reasons {
		if ins := t.Set.Instrument(r.Rule); ins != nil && !seen[ins.ID] {
			seen[ins.ID] = true
			blocks = append(blocks, note(ins.ID+": "+t.sourceLine(ins)))
		}
	}
	return blocks
}

// undecided names the results that hold only with the higher of two weights.
func (t *teller) undecided(result string) []block {
	var items []block
	for i := range t.Set.Instruments {
		ins := &t.Set.Instruments[i]
		if decides(ins) && slices.ContainsFunc(ins.Results, func(r indicator.Result) bool { return r.ID == result }) {
			items = append(items, point(t.text("why.undecided", "text", t.Words.Text("officer.instrument."+ins.ID+".result."+result), "id", ins.ID+" "+result)))
		}
	}
	return items
}

func (t *teller) rule(r assess.Reason) block {
	base := "officer.instrument." + r.Rule
	var below []block
	for _, to := range t.leadsTo(r) {
		below = append(below, point(to))
	}
	for _, d := range r.Dimensions {
		below = append(below, point(t.text("why.rests-on", "dimension", t.Words.Text(base+".dimension."+d), "id", d)))
	}
	return point(t.text("why.rule", "text", t.Words.Text(base+".result."+r.Result), "id", r.Rule+" "+r.Result), points(below...))
}

// leadsTo names the level a result reaches and the marks it sets.
func (t *teller) leadsTo(r assess.Reason) []string {
	var out []string
	for _, res := range t.Set.Instrument(r.Rule).Results {
		if res.ID != r.Result {
			continue
		}
		if res.Reaches != "" {
			out = append(out, t.text("why.leads-to-level", "level", t.text("level-name."+res.Reaches)))
		}
		for _, m := range res.Marks {
			out = append(out, t.text("why.leads-to-mark", "mark", t.text("mark-name."+m)))
		}
	}
	return out
}

// element is one block: act, means, purpose or the rest, out of the instruments
// that decide the level.
func (t *teller) element(e indicator.Element) []block {
	body := []block{head(3, t.text("element."+string(e)))}
	if e == indicator.ElementMeans && slices.Contains(t.Assessment.Marks, "child") {
		body = append(body, note(t.text("element.means.child")))
	}
	if e == indicator.ElementAct {
		body = append(body, note(t.text("element.act.decides-nothing")))
	}
	found := false
	for _, f := range t.Assessment.Instruments {
		if ins := t.Set.Instrument(f.ID); ins != nil && decides(ins) {
			more := t.dimensions(ins, f, e)
			found = found || len(more) > 0
			body = append(body, more...)
		}
	}
	switch {
	case found:
		return []block{group("element", body...)}
	case e == indicator.ElementOther:
		return nil
	}
	return []block{group("element", append(body, para(t.text("element.nothing")))...)}
}

// dimensions are those of one element (all, without one): first those with
// something in them, then the others in one line with how many of their items
// were asked.
func (t *teller) dimensions(ins *indicator.Instrument, f assess.InstrumentFinding, e indicator.Element) []block {
	var items []block
	without := map[assess.Finding][]string{}
	for _, d := range apart(f.Dimensions) {
		model := dimensionOf(ins, d.ID)
		switch {
		case e != "" && model.Element != e:
		case len(d.Evidence) == 0 && d.Finding != assess.Positive:
			without[d.Finding] = append(without[d.Finding], t.text("dimension.asked", "dimension", t.placed(t.dimensionName(ins.ID, d.ID), d.Episode), "asked", strconv.Itoa(d.Asked), "of", strconv.Itoa(d.Of)))
		default:
			items = append(items, t.dimension(ins.ID, d, len(model.PositiveWhen) > 0))
		}
	}
	var blocks []block
	if len(items) > 0 {
		blocks = append(blocks, points(items...))
	}
	for _, finding := range []assess.Finding{assess.CannotBeExcluded, assess.NotShown} {
		if list := without[finding]; len(list) > 0 {
			blocks = append(blocks, note(t.text("dimension."+string(finding), "list", strings.Join(list, "; "))))
		}
	}
	return blocks
}

// apart leaves out the repetition of a dimension that is the same in all places
// of work: it is told once, and of no place.
func apart(all []assess.DimensionFinding) []assess.DimensionFinding {
	var list []assess.DimensionFinding
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].ID == all[0].ID {
			n++
		}
		same := slices.Clone(all[:n])
		for i := range same {
			same[i].Episode = 0
		}
		if slices.ContainsFunc(same, func(d assess.DimensionFinding) bool { return !reflect.DeepEqual(d, same[0]) }) {
			list = append(list, all[:n]...)
		} else {
			list = append(list, same[0])
		}
		all = all[n:]
	}
	return list
}

func (t *teller) dimensionName(instrument, id string) string {
	return t.Words.Text("officer.instrument." + instrument + ".dimension." + id)
}

func dimensionOf(ins *indicator.Instrument, id string) indicator.Dimension {
	for _, d := range ins.Dimensions {
		if d.ID == id {
			return d
		}
	}
	return indicator.Dimension{Element: indicator.ElementOther}
}

// dimension tells finding, clause, how much was asked, and the evidence. One
// that has no clause finds nothing; it only shows.
func (t *teller) dimension(instrument string, d assess.DimensionFinding, finds bool) block {
	name, finding := t.placed(t.dimensionName(instrument, d.ID), d.Episode), t.text("finding."+string(d.Finding))
	text := t.text("dimension.only-shown", "dimension", name, "id", d.ID)
	if finds {
		text = t.text("dimension", "dimension", name, "id", d.ID, "finding", finding)
	}
	if d.Clause != "" {
		text += " " + t.clause(d.Clause)
	}
	text += " " + t.text("asked", "asked", strconv.Itoa(d.Asked), "of", strconv.Itoa(d.Of))
	var items []block
	for _, e := range d.Evidence {
		items = append(items, t.evidence(e, d.Episode))
	}
	return point(text, points(items...))
}

// evidence is one indicator with its weight and the answers it comes from.
func (t *teller) evidence(e assess.Evidence, episode int) block {
	args := []string{"indicator", t.Words.Text("officer.indicator." + e.Indicator), "weight", t.weight(e.Weight)}
	if t.told[toldKey(e, episode)] {
		return point(t.text("evidence.above", args...))
	}
	t.told[toldKey(e, episode)] = true
	var from []block
	for _, f := range e.From {
		from = append(from, point(t.from(f)))
	}
	return point(t.text("evidence", args...), points(from...))
}

// toldKey names an indicator as it was found in one place of work.
func toldKey(e assess.Evidence, episode int) string { return answers.Ref(e.Indicator, episode) }

// placed adds the place of work where there are several.
func (c Case) placed(text string, episode int) string {
	if episode == 0 {
		return text
	}
	return c.text("placed", "text", text, "number", strconv.Itoa(episode))
}

// weight puts a weight in words. One in doubt comes as "weak-medium".
func (t *teller) weight(word string) string {
	if low, high, two := strings.Cut(word, "-"); two && !t.Words.Has("officer.report.weight."+word) {
		return t.text("weight.in-doubt", "low", t.text("weight."+low), "high", t.text("weight."+high))
	}
	return t.text("weight." + word)
}

// from is one answer: the question in the officer's language, the answer and
// how it is known.
func (c Case) from(f assess.From) string {
	if f.Question == "" {
		return c.text("from.coded")
	}
	return c.text("from", "question", c.question(f.Question), "answer", c.answer(f.Question, f.Value), "source", c.text("source."+f.Source))
}

// question gives the words of a question by reference: with the place of work
// where it is a further one.
func (c Case) question(ref string) string {
	id, place := answers.SplitRef(ref)
	q := c.Set.Question(id)
	switch {
	case q == nil:
		return ref
	case place > answers.First:
		return c.placed(c.Words.Text(q.Key()+".ask"), place)
	}
	return c.Words.Text(q.Key() + ".ask")
}

// answer gives the words of an answer, as a screen shows it.
func (c Case) answer(ref, value string) string {
	id, _ := answers.SplitRef(ref)
	q := c.Set.Question(id)
	switch {
	case q == nil:
		return value
	case value == answers.Unknown && q.Audience == indicator.Officer:
		return c.Words.Text("officer.answer.unknown")
	case slices.Contains([]string{answers.Unknown, answers.Refused, answers.None}, value),
		q.Kind == indicator.YesNo:
		return c.Words.Text("person.answer." + value)
	}
	return c.Words.Text(q.Key() + ".option." + value)
}

// counted finds "strong: 1" and its like in a clause as it stands in the set.
var counted = regexp.MustCompile(`(strong|medium|weak|items): *(\d+)`)

// clause puts a clause in words: {strong: 1, items: 2} is one strong item and
// one more of any weight, since a strong counts among all.
func (c Case) clause(clause string) string {
	if clause == assess.RuleUndecided {
		return c.text("clause.source-undecided")
	}
	var parts []string
	weighed := 0
	for _, m := range counted.FindAllStringSubmatch(clause, -1) {
		n, err := strconv.Atoi(m[2])
		word := m[1]
		if err != nil {
			continue
		}
		if word == "items" && weighed > 0 {
			n, word = n-weighed, "more"
		} else {
			weighed = max(weighed, n)
		}
		if n > 0 {
			parts = append(parts, c.Words.Count("officer.report.clause."+word, n))
		}
	}
	if len(parts) == 0 {
		return clause
	}
	return c.text("clause", "clause", c.joined(parts))
}

// joined puts "and" between the parts of a clause.
func (c Case) joined(parts []string) string {
	text := parts[0]
	for _, p := range parts[1:] {
		text = c.text("clause.and", "first", text, "second", p)
	}
	return text
}

// decides reports whether any result of the instrument reaches a level or sets a
// mark. All others are lists that are shown beside it.
func decides(ins *indicator.Instrument) bool {
	return slices.ContainsFunc(ins.Results, func(r indicator.Result) bool { return r.Reaches != "" || len(r.Marks) > 0 })
}

// others are the instruments that decide nothing here: those with a result are
// told each by itself, without its owner's name over it, the rest in one line.
func (c Case) others() []block {
	t := &teller{c, map[string]bool{}}
	var lists []assess.InstrumentFinding
	for _, f := range c.Assessment.Instruments {
		switch ins := c.Set.Instrument(f.ID); {
		case ins == nil:
		case decides(ins):
			t.tellAll(f)
		default:
			lists = append(lists, f)
		}
	}
	var blocks []block
	var quiet []string
	for _, f := range lists {
		ins := c.Set.Instrument(f.ID)
		if !slices.ContainsFunc(f.Results, func(r assess.ResultFinding) bool { return r.Finding == assess.Positive }) {
			quiet = append(quiet, c.instrumentName(ins))
			continue
		}
		blocks = append(blocks, t.instrument(ins, f)...)
	}
	if len(quiet) > 0 {
		blocks = append(blocks, note(c.text("others.quiet", "list", strings.Join(quiet, "; "))))
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]block{head(2, c.text("others")), para(c.text("others.about"))}, blocks...)
}

// tellAll notes what the explanation of the level has told already.
func (t *teller) tellAll(f assess.InstrumentFinding) {
	for _, d := range f.Dimensions {
		for _, e := range d.Evidence {
			t.told[toldKey(e, d.Episode)] = true
		}
	}
}

func (t *teller) instrument(ins *indicator.Instrument, f assess.InstrumentFinding) []block {
	body := []block{head(3, t.instrumentName(ins))}
	for _, r := range f.Results {
		body = append(body, para(t.text("result", "text", t.Words.Text("officer.instrument."+ins.ID+".result."+r.ID), "id", ins.ID+" "+r.ID, "finding", t.text("finding."+string(r.Finding)))))
	}
	body = append(body, t.dimensions(ins, f, "")...)
	return []block{group("element", append(body, note(t.sourceLine(ins)))...)}
}

// instrumentName puts the owner's name over a result only where it may stand.
func (c Case) instrumentName(ins *indicator.Instrument) string {
	title := c.Words.Text("officer.instrument." + ins.ID + ".title")
	if ins.MayBeNamed() {
		return fmt.Sprintf("%s: %s", ins.Source.Publisher, title)
	}
	return title
}
