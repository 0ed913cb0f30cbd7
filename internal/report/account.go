package report

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"cesta/internal/answers"
	"cesta/internal/assess"
)

// Account explains to an author how an assessment came about: what each answer
// says about each fact, what that makes of the fact, and how each dimension is
// counted, so that every finding can be worked out by hand. Its words are those
// of the files.
type Account struct {
	Anatomy
	Sheet      answers.Sheet
	Assessment assess.Assessment
	// Accounts are one for each place of work.
	Accounts []assess.Account
}

// Write writes the account. The sentence that no decision may rest on it is part
// of it, as of every printed assessment.
func (a Account) Write(w io.Writer, f Format, width int) error {
	p := page{Title: a.name(), Main: sideOf(a.Words), Style: "report"}
	p.add(head(1, a.name()), para(a.Words.Text("officer.report.support")))
	p.add(a.outcome()...)
	for _, acc := range a.Accounts {
		if len(a.Accounts) > 1 {
			p.add(head(2, a.text("explain.place", "number", strconv.Itoa(acc.Place))))
		}
		p.add(placeAccount{a, acc}.blocks()...)
	}
	return p.write(w, f, width)
}

// placeAccount is the account of one place of work.
type placeAccount struct {
	Account
	of assess.Account
}

func (a placeAccount) blocks() []block {
	blocks := append(a.facts(), a.closed()...)
	blocks = append(blocks, head(2, a.text("explain.counted")), note(a.text("explain.how")))
	var untouched []string
	for _, ins := range a.Assessment.Instruments {
		if a.speaks(ins) {
			blocks = append(blocks, a.counted(ins)...)
		} else {
			untouched = append(untouched, ins.ID)
		}
	}
	return append(blocks, a.labelled("explain.untouched", strings.Join(untouched, ", "))...)
}

func (a Account) name() string {
	if a.Sheet.Case == "" {
		return a.text("explain.title-bare")
	}
	return a.text("explain.title", "case", a.Sheet.Case)
}

func (a Account) outcome() []block {
	marks := a.text("explain.no-marks")
	if len(a.Assessment.Marks) > 0 {
		marks = strings.Join(a.Assessment.Marks, ", ")
	}
	blocks := []block{
		para(a.text("explain.level", "value", a.Assessment.Level)),
		para(a.text("explain.marks", "value", marks)),
	}
	var reasons []block
	for _, r := range a.Assessment.Reasons {
		text := r.Rule + ": " + r.Result
		if len(r.Dimensions) > 0 {
			text += " (" + strings.Join(r.Dimensions, ", ") + ")"
		}
		reasons = append(reasons, point(text))
	}
	if len(reasons) > 0 {
		blocks = append(blocks, para(a.text("explain.because")), points(reasons...))
	}
	return blocks
}

// facts tells what became of each fact, and through which answers.
func (a placeAccount) facts() []block {
	blocks := []block{head(2, a.text("explain.facts"))}
	if len(a.of.Facts) == 0 {
		return append(blocks, para(a.text("explain.no-facts")))
	}
	var list []block
	for _, f := range a.of.Facts {
		var said []block
		for _, s := range f.Said {
			said = append(said, point(a.said(s)))
		}
		list = append(list, point(f.Indicator+": "+string(f.State)+" ("+a.factName(f.Indicator)+")", points(said...)))
	}
	return append(blocks, points(list...))
}

func (a Account) said(s assess.Said) string {
	if s.Question == "" {
		return a.text("explain.coded", "answer", s.Answer)
	}
	return a.text("explain.said", "question", s.Question, "option", s.Option, "answer", s.Answer, "source", s.Source, "state", string(s.State))
}

// closed lists the questions that were not asked because of an answer.
func (a placeAccount) closed() []block {
	var list []block
	for _, q := range a.Set.Questions {
		if by, ok := a.of.Closed[q.ID]; ok {
			list = append(list, point(a.text("explain.closed-by", "question", q.ID, "by", by)))
		}
	}
	if len(list) == 0 {
		return nil
	}
	blocks := []block{head(2, a.text("explain.closed")), points(list...)}
	return append(blocks, a.labelled("explain.dropped", strings.Join(a.of.Dropped, ", "))...)
}

// counted shows one instrument: the dimensions of which something is known, the
// others by name, and the results.
func (a placeAccount) counted(found assess.InstrumentFinding) []block {
	findings := map[string]assess.Finding{}
	for _, d := range found.Dimensions {
		if d.Episode == 0 || d.Episode == a.of.Place {
			findings[d.ID] = d.Finding
		}
	}
	blocks := []block{head(3, found.ID)}
	var untouched []string
	for _, d := range a.of.Dimensions {
		switch {
		case d.Instrument != found.ID:
		case touched(d):
			blocks = append(blocks, a.dimension(d, findings[d.Dimension])...)
		default:
			untouched = append(untouched, d.Dimension+" ("+string(findings[d.Dimension])+")")
		}
	}
	blocks = append(blocks, a.labelled("explain.untouched", strings.Join(untouched, ", "))...)
	return append(blocks, a.results(found)...)
}

// speaks reports whether an instrument has anything to say: something is known of
// a dimension, or a result holds without one.
func (a placeAccount) speaks(found assess.InstrumentFinding) bool {
	return slices.ContainsFunc(a.of.Dimensions, func(d assess.DimensionAccount) bool { return d.Instrument == found.ID && touched(d) }) ||
		slices.ContainsFunc(found.Results, func(r assess.ResultFinding) bool { return r.Finding == assess.Positive })
}

// touched reports whether anything is known of a dimension.
func touched(d assess.DimensionAccount) bool {
	for _, i := range d.Items {
		if i.State != assess.FactNotAsked {
			return true
		}
	}
	return false
}

func (a Account) dimension(d assess.DimensionAccount, finding assess.Finding) []block {
	byState := map[assess.FactState][]string{}
	for _, i := range d.Items {
		text := i.Indicator + " (" + i.Weight + ", " + i.Fact + ")"
		if i.State == assess.FactYes && !i.Counts {
			text = a.text("explain.counted-already", "item", text)
		}
		byState[i.State] = append(byState[i.State], text)
	}
	var list []block
	for _, s := range []assess.FactState{assess.FactYes, assess.FactUnknown, assess.FactContradicted, assess.FactLookedFor, assess.FactNo, assess.FactNotAsked} {
		if items := byState[s]; len(items) > 0 {
			list = append(list, point(string(s)+": "+strings.Join(items, ", ")))
		}
	}
	list = append(list, point(a.sum("explain.least", d.Least)), point(a.sum("explain.most", d.Most)))
	for _, c := range d.Clauses {
		list = append(list, point("{"+c.Clause+"}: "+a.holds(c)))
	}
	return []block{head(4, d.Dimension+": "+string(finding)), points(list...)}
}

func (a Account) sum(key string, n assess.FactCount) string {
	return a.text(key, "strong", strconv.Itoa(n.Strong), "medium", strconv.Itoa(n.Medium), "weak", strconv.Itoa(n.Weak), "all", strconv.Itoa(n.All))
}

func (a Account) holds(c assess.ClauseAccount) string {
	switch {
	case c.Least:
		return a.text("explain.holds")
	case c.Doubtful:
		return a.text("explain.holds-in-doubt")
	case c.Could:
		return a.text("explain.could-hold")
	}
	return a.text("explain.holds-not")
}

func (a Account) results(found assess.InstrumentFinding) []block {
	rules := map[string]string{}
	for _, r := range a.Set.Instrument(found.ID).Results {
		rules[r.ID] = r.When.Text()
	}
	var list []block
	for _, r := range found.Results {
		list = append(list, point(r.ID+": "+string(r.Finding)+". "+a.text("when", "value", rules[r.ID])))
	}
	if len(list) == 0 {
		return nil
	}
	return []block{head(4, a.text("results")), points(list...)}
}
