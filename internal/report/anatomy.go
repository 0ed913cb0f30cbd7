package report

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// Anatomy shows a set to those who write and review it: where an instrument
// comes from and what is known of its accuracy, what a question can say, and
// what becomes of a fact. Ids, weights and rules stand as in the files. It is
// the one place where a published accuracy is printed, as counts.
type Anatomy struct {
	Set   *indicator.Set
	Words *locale.Words
}

func (a Anatomy) text(key string, args ...string) string {
	return a.Words.Text("officer.cli.indicators."+key, args...)
}

// labelled gives a line "label: value", or nothing where there is no value.
func (a Anatomy) labelled(key, value string) []block {
	if value == "" {
		return nil
	}
	return []block{para(a.text(key, "value", value))}
}

// Show writes everything of the set that has the id: an instrument, a question,
// a fact, an interview. It reports whether there is anything.
func (a Anatomy) Show(w io.Writer, id string, f Format, width int) (bool, error) {
	p := page{Title: id, Main: sideOf(a.Words), Style: "report"}
	uses := a.Set.Uses()
	if i := a.Set.Instrument(id); i != nil {
		p.add(a.instrument(i, uses)...)
	}
	if q := a.Set.Question(id); q != nil {
		p.add(a.question(q, uses)...)
	}
	if i := a.Set.Indicator(id); i != nil {
		p.add(a.indicator(i, uses)...)
	}
	if i := a.Set.Interview(id); i != nil {
		p.add(a.interview(i)...)
	}
	if len(p.Blocks) == 0 {
		return false, nil
	}
	return true, p.write(w, f, width)
}

// title is the heading of one thing: its kind, its id and its name.
func (a Anatomy) title(kind, id, name string) block {
	return head(1, a.text("kind."+kind, "id", id)+": "+name)
}

func (a Anatomy) instrument(ins *indicator.Instrument, uses *indicator.Uses) []block {
	base := "officer.instrument." + ins.ID
	blocks := []block{a.title("instrument", ins.ID, a.Words.Text(base+".title")), lined(append(a.origin(ins), a.accuracy(ins)...)), head(2, a.text("dimensions"))}
	for _, d := range ins.Dimensions {
		blocks = append(blocks, a.dimension(base, d, uses)...)
	}
	if len(ins.Results) > 0 {
		blocks = append(blocks, head(2, a.text("results")))
	}
	for _, r := range ins.Results {
		blocks = append(blocks, head(3, r.ID+": "+a.Words.Text(base+".result."+r.ID)), para(a.text("when", "value", r.When.Text())))
		blocks = append(blocks, a.labelled("reaches", r.Reaches)...)
		blocks = append(blocks, a.labelled("marks", strings.Join(r.Marks, ", "))...)
	}
	return append(blocks, a.items(ins)...)
}

// origin says where an instrument comes from and how it is used.
func (a Anatomy) origin(ins *indicator.Instrument) []string {
	source := ins.Source
	checked := a.Words.Text("officer.cli.set.never-checked")
	if source.Checked != "never" {
		checked = strings.TrimSpace(a.Words.Text("officer.cli.set.checked", "date", source.Checked) + " " + source.CheckedBy)
	}
	return a.lines(
		entry{"source", joinTexts("; ", source.Title, source.Publisher, source.Year, source.Ref)},
		entry{"checked", checked},
		entry{"state", a.Words.Text("officer.cli.state." + string(ins.State))},
		entry{"fidelity", a.Words.Text("officer.cli.fidelity." + string(ins.Fidelity))},
		entry{"mode", a.text("mode." + string(ins.Mode))},
		entry{"applies", a.text("age." + ins.Age)}, entry{"forms", strings.Join(ins.Forms, ", ")},
	)
}

// accuracy says what was published of an instrument's accuracy, as counts. Only
// [Anatomy.Show] may print it: beside questions or a result it would be read as
// the chance that it is right about this person.
func (a Anatomy) accuracy(ins *indicator.Instrument) []string {
	v := ins.Validated
	return a.lines(entry{"tried-on", v.Population}, entry{"counts", v.Counts}, entry{"note", v.Note})
}

// entry is a label with its value.
type entry struct{ key, value string }

// lines writes "label: value" for each field that has a value.
func (a Anatomy) lines(fields ...entry) []string {
	var lines []string
	for _, f := range fields {
		if f.value != "" {
			lines = append(lines, a.text(f.key, "value", f.value))
		}
	}
	return lines
}

// joinTexts joins those texts that are not empty.
func joinTexts(between string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), between)
}

// lined makes a list of lines.
func lined(lines []string) block {
	items := make([]block, len(lines))
	for i, l := range lines {
		items[i] = point(l)
	}
	return points(items...)
}

func (a Anatomy) dimension(base string, d indicator.Dimension, uses *indicator.Uses) []block {
	clauses := a.text("never-positive")
	if len(d.PositiveWhen) > 0 {
		clauses = a.text("positive-when", "value", clauseList(d))
	}
	var cells []block
	for _, w := range d.Weights {
		text := a.text("cell", "id", w.Key, "text", a.factName(w.Key), "weight", w.Val.Text(), "fact", a.Set.Indicator(w.Key).Fact)
		cells = append(cells, point(text, points(point(a.shownBy(w.Key, uses)))))
	}
	return []block{
		head(3, a.text("dimension", "id", d.ID, "element", string(d.Element), "text", a.Words.Text(base+".dimension."+d.ID))),
		para(clauses), points(cells...),
	}
}

// clauseList writes the clauses of a dimension as they stand in the file.
func clauseList(d indicator.Dimension) string {
	texts := make([]string, len(d.PositiveWhen))
	for i, c := range d.PositiveWhen {
		texts[i] = c.Text()
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func (a Anatomy) factName(id string) string { return a.Words.Text("officer.indicator." + id) }

// items are the published items of a list with this project's reading of them.
func (a Anatomy) items(ins *indicator.Instrument) []block {
	if len(ins.Items) == 0 {
		return nil
	}
	var list []block
	for _, i := range ins.Items {
		text := i.Ref + ", " + i.Class
		if len(i.Indicators) > 0 {
			text += ": " + strings.Join(i.Indicators, ", ")
		}
		if i.Note != "" {
			text += " (" + i.Note + ")"
		}
		list = append(list, point(text))
	}
	return []block{head(2, a.text("items")), points(list...)}
}

// answers lists answers as question: option; the absence of an item is marked.
func (a Anatomy) answers(list []indicator.Answer) string {
	var texts []string
	for _, answer := range list {
		text := answer.Question.ID + ": " + answer.Option.ID
		if answer.No {
			text = a.text("absent", "answer", text)
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "; ")
}

func (a Anatomy) shownBy(id string, uses *indicator.Uses) string {
	if list := uses.ShownBy(id); len(list) > 0 {
		return a.text("shown-by", "value", a.answers(list))
	}
	return a.text("shown-by-nothing")
}

func (a Anatomy) question(q *indicator.Question, uses *indicator.Uses) []block {
	blocks := []block{
		a.title("question", q.ID, a.Words.Text(q.Key()+".ask")),
		para(a.text("question", "kind", string(q.Kind), "audience", string(q.Audience), "sensitivity", string(q.Sensitivity))),
		para(a.text("source", "value", q.Source)),
	}
	when := a.text("always")
	if q.AskWhen != nil {
		when = q.AskWhen.Text()
	}
	blocks = append(blocks, para(a.text("ask-when", "value", when)))
	blocks = append(blocks, a.labelled("caution", q.Caution)...)
	for _, part := range []string{"why", "how", "follow-up"} {
		if key := "officer.question." + q.ID + "." + part; a.Words.Has(key) {
			blocks = append(blocks, para(a.text(part, "value", a.Words.Text(key))))
		}
	}
	blocks = append(blocks, a.labelled("asked-in", a.askedIn(q, uses))...)
	blocks = append(blocks, a.labelled("waited-for", waiting(q, uses))...)
	return append(append(blocks, head(2, a.text("answers"))), points(a.optionList(q)...))
}

// askedIn lists the interviews of a question, with a mark where it is core.
func (a Anatomy) askedIn(q *indicator.Question, uses *indicator.Uses) string {
	var texts []string
	for _, iv := range uses.AskedIn(q.ID) {
		text := iv.ID
		if slices.Contains(iv.Core, q.ID) {
			text = a.text("core", "interview", iv.ID)
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", ")
}

func waiting(q *indicator.Question, uses *indicator.Uses) string {
	var ids []string
	for _, w := range uses.WaitingFor(q.ID) {
		ids = append(ids, w.ID)
	}
	return strings.Join(ids, ", ")
}

// optionList tells each answer with all it says.
func (a Anatomy) optionList(q *indicator.Question) []block {
	var list []block
	for i := range q.Options {
		o := &q.Options[i]
		var says []block
		for _, line := range a.says(q, o) {
			says = append(says, point(line))
		}
		list = append(list, point(o.ID+": "+optionText(a.Words, q, o.ID), points(says...)))
	}
	return list
}

// optionText is what an answer is called, in a language.
func optionText(w *locale.Words, q *indicator.Question, id string) string {
	if q.Kind == indicator.YesNo {
		return w.Text("person.answer." + id)
	}
	return w.Text(q.Key() + ".option." + id)
}

// says lists what an answer says.
func (a Anatomy) says(q *indicator.Question, o *indicator.Option) []string {
	var lines []string
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, a.text(key, "value", value))
		}
	}
	add("shows", strings.Join(o.Shows, ", "))
	if denials := strings.Join(q.Denials(o), ", "); q.Kind == indicator.List {
		add("absent-denies", denials)
	} else {
		add("denies", denials)
	}
	if o.LeavesUnknown {
		lines = append(lines, a.text("leaves"))
	}
	if o.LeavesOpen {
		lines = append(lines, a.text("leaves-open"))
	}
	add("tells-age", o.Age)
	add("situation", o.Situation)
	for _, e := range o.Conditions {
		add("condition", e.Key+": "+e.Val)
	}
	if o.Doubt {
		lines = append(lines, a.text("doubt"))
	}
	return lines
}

func (a Anatomy) indicator(i *indicator.Indicator, uses *indicator.Uses) []block {
	blocks := []block{a.title("indicator", i.ID, a.factName(i.ID)), para(a.text("fact", "value", i.Fact))}
	blocks = append(blocks, a.labelled("same-fact", a.sameFact(i))...)
	blocks = append(blocks, para(a.shownBy(i.ID, uses)))
	blocks = append(blocks, a.labelled("denied-by", a.answers(uses.DeniedBy(i.ID)))...)
	var cells []block
	for _, w := range uses.WeighedIn(i.ID) {
		cells = append(cells, point(w.Instrument.ID+"."+w.Dimension.ID+": "+w.Weight.Text()))
	}
	if len(cells) == 0 {
		return append(blocks, para(a.text("never-counts")))
	}
	return append(blocks, head(2, a.text("counts-in")), points(cells...))
}

// sameFact lists the other indicators that rest on one's fact.
func (a Anatomy) sameFact(i *indicator.Indicator) string {
	var ids []string
	for _, other := range a.Set.Indicators {
		if other.Fact == i.Fact && other.ID != i.ID {
			ids = append(ids, other.ID)
		}
	}
	return strings.Join(ids, ", ")
}

func (a Anatomy) interview(iv *indicator.Interview) []block {
	base := "officer.interview." + iv.ID
	reassures := a.text("reassures-not")
	if iv.Reassures {
		reassures = a.text("reassures")
	}
	blocks := []block{
		a.title("interview", iv.ID, a.Words.Text(base+".title")), para(a.Words.Text(base + ".about")),
		para(a.text("interview", "mode", a.text("mode."+string(iv.Mode)), "minutes", strconv.Itoa(iv.Minutes))), para(reassures),
	}
	for _, sec := range iv.Sections {
		var list []block
		for _, id := range sec.Questions {
			text := id
			if slices.Contains(iv.Core, id) {
				text = a.text("core", "interview", id)
			}
			if q := a.Set.Question(id); q.AskWhen != nil {
				text += " " + q.AskWhen.Text()
			}
			list = append(list, point(text))
		}
		blocks = append(blocks, head(2, sec.ID+" ("+string(sec.Stage)+"): "+a.Words.Text("officer.section."+sec.ID)), points(list...))
	}
	return blocks
}
