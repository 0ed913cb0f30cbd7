package report

import (
	"io"
	"slices"
	"strings"

	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// SideBySide prints a whole set for a reviewer: every question with its answers,
// what each of them says, and every instrument, in one language or in two beside
// each other. Ids, conditions and rules stand between the texts, so that a
// reviewer who knows no file sees all that is in it.
type SideBySide struct {
	Anatomy // its words are the reviewer's
	// Left and Right are the languages compared; Right may be nil.
	Left, Right *locale.Words
}

// Write writes the print as text of the given width or as HTML.
func (s SideBySide) Write(w io.Writer, f Format, width int) error {
	p := page{Title: s.title(), Main: sideOf(s.Left), Style: "report"}
	if s.Right != nil {
		p.Beside = sideOf(s.Right)
	}
	p.add(s.label(head(1, s.title())), s.label(para(s.text("print.about"))), s.label(para(s.languages())))
	s.interviews(&p)
	s.questions(&p)
	s.instruments(&p)
	if f == Text {
		return writeColumns(w, p, width)
	}
	return p.write(w, f, width)
}

func (s SideBySide) title() string {
	return s.Words.Text("officer.cli.set.title", "id", s.Set.ID, "version", s.Set.Version, "hash", s.Set.Hash)
}

// languages names the languages with the state of their texts.
func (s SideBySide) languages() string {
	var names []string
	for _, w := range []*locale.Words{s.Left, s.Right} {
		if w == nil {
			continue
		}
		state := w.State(s.anyKey())
		if state == "" {
			state = string(indicator.Draft)
		}
		names = append(names, w.Language().Name+" ("+s.Words.Text("officer.cli.state."+state)+")")
	}
	return strings.Join(names, " | ")
}

// anyKey is a key of the set's texts that every language has, to ask for their
// state.
func (s SideBySide) anyKey() string {
	for _, q := range s.Set.Questions {
		if q.Audience == indicator.Person {
			return q.Key() + ".ask"
		}
	}
	return ""
}

// label puts a block of the reviewer's own words into a section of its language,
// which need not be one of those compared.
func (s SideBySide) label(b block) block {
	if sideOf(s.Words) == sideOf(s.Left) {
		return b
	}
	return block{Kind: section, Lang: sideOf(s.Words), Blocks: []block{b}}
}

// pair makes a block of one text in both languages, or in one where the other
// does not need it, as a person's language needs no text for officers.
func (s SideBySide) pair(k kind, prefix, key string) block {
	left, right := s.in(s.Left, key), ""
	if s.Right != nil {
		right = s.in(s.Right, key)
	}
	switch {
	case right == "":
		return block{Kind: k, Main: prefix + left}
	case left == "":
		left = "-"
	}
	return block{Kind: k, Main: prefix + left, Beside: prefix + right}
}

// in is a text in a language; one that is needed and missing shows as missing.
func (s SideBySide) in(w *locale.Words, key string) string {
	if !w.Has(key) && strings.HasPrefix(key, "officer.") && !w.Language().ForOfficer() {
		return ""
	}
	return w.Text(key)
}

func (s SideBySide) heading(level int, prefix, key string) block {
	b := s.pair(heading, prefix, key)
	b.Level = level
	return b
}

func (s SideBySide) interviews(p *page) {
	p.add(s.label(head(2, s.text("print.interviews"))))
	for _, iv := range s.Set.Interviews {
		base := "officer.interview." + iv.ID
		p.add(s.heading(3, iv.ID+": ", base+".title"), s.pair(paragraph, "", base+".about"))
		var list []block
		for _, sec := range iv.Sections {
			list = append(list, s.pair(item, sec.ID+": ", "officer.section."+sec.ID), point(strings.Join(s.marked(iv, sec.Questions), ", ")))
		}
		p.add(points(list...))
	}
}

// marked marks core questions with a star, as the print explains.
func (s SideBySide) marked(iv indicator.Interview, questions []string) []string {
	list := slices.Clone(questions)
	for i, id := range list {
		if slices.Contains(iv.Core, id) {
			list[i] = id + "*"
		}
	}
	return list
}

func (s SideBySide) questions(p *page) {
	p.add(s.label(head(2, s.text("print.questions"))))
	for i := range s.Set.Questions {
		q := &s.Set.Questions[i]
		p.add(s.heading(3, q.ID+": ", q.Key()+".ask"))
		p.add(s.remark(s.text("question", "kind", string(q.Kind), "audience", string(q.Audience), "sensitivity", string(q.Sensitivity))))
		if q.AskWhen != nil {
			p.add(s.remark(s.text("ask-when", "value", q.AskWhen.Text())))
		}
		if q.Caution != "" {
			p.add(s.pair(paragraph, "! ", "person.caution."+q.Caution))
		}
		p.add(points(s.options(q)...))
		for _, part := range []string{"why", "how", "follow-up"} {
			if key := "officer.question." + q.ID + "." + part; s.Words.Has(key) || s.Left.Has(key) {
				p.add(s.pair(paragraph, part+": ", key))
			}
		}
		p.add(s.remark(s.text("source", "value", q.Source)))
	}
}

func (s SideBySide) remark(text string) block { return s.label(note(text)) }

func (s SideBySide) options(q *indicator.Question) []block {
	var list []block
	for i := range q.Options {
		o := &q.Options[i]
		b := block{Kind: item, Main: o.ID + ": " + optionText(s.Left, q, o.ID)}
		if s.Right != nil {
			b.Beside = o.ID + ": " + optionText(s.Right, q, o.ID)
		}
		if says := s.says(q, o); len(says) > 0 {
			b.Blocks = []block{s.remark(strings.Join(says, "; "))}
		}
		list = append(list, b)
	}
	return list
}

func (s SideBySide) instruments(p *page) {
	p.add(s.label(head(2, s.text("print.instruments"))))
	for i := range s.Set.Instruments {
		ins := &s.Set.Instruments[i]
		base := "officer.instrument." + ins.ID
		p.add(s.heading(3, ins.ID+": ", base+".title"))
		for _, line := range s.origin(ins) {
			p.add(s.remark(line))
		}
		for _, d := range ins.Dimensions {
			p.add(s.heading(4, d.ID+" ("+string(d.Element)+"): ", base+".dimension."+d.ID), s.remark(clauseList(d)))
			var cells []block
			for _, w := range d.Weights {
				cells = append(cells, s.pair(item, w.Key+", "+w.Val.Text()+": ", "officer.indicator."+w.Key))
			}
			p.add(points(cells...))
		}
		for _, r := range ins.Results {
			p.add(s.pair(paragraph, r.ID+": ", base+".result."+r.ID), s.remark(r.When.Text()))
		}
		p.add(s.published(ins)...)
	}
}

// published are the published items with this project's reading of them.
func (s SideBySide) published(ins *indicator.Instrument) []block {
	var blocks []block
	for _, b := range s.items(ins) {
		for _, i := range b.Blocks {
			blocks = append(blocks, s.remark(i.Main))
		}
	}
	return blocks
}
