package report

import (
	"slices"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// lines are what a script can say beside that there is a person at all, in this
// order. Deadlines are told together with the needs.
var lines = []string{"name", "language", "place", "call", "time", "needs"}

// allows says which lines the consent to an item opens. Packs and interviews
// cut the items differently; an item that is not here opens nothing.
var allows = map[string][]string{
	"exists": {"exists"}, "need-help": {"exists"},
	"name": {"name"}, "nickname": {"name"},
	"language": {"language"}, "place": {"place"}, "call": {"call"}, "time": {"time"},
	"safe-call": {"call", "time"}, "needs": {"needs"},
}

// Script is what the officer may say on the telephone to an organisation that
// helps: what the person allowed, item by item, and nothing else. It can hold
// no level and no answer; what it does not know is a line to write on.
type Script struct {
	Words    *locale.Words
	Pack     *country.Pack
	Language locale.Language // the person's
	// Allowed are the ids of the items to which the person said yes.
	Allowed []string
	Mock    bool
}

// Paragraphs is the script for a screen.
func (s Script) Paragraphs() []string { return officerSide(s.page()) }

func (s Script) text(key string, args ...string) string {
	return s.Words.Text("officer.report.script."+key, args...)
}

func (s Script) page() page {
	p := page{Title: s.text("title"), Main: sideOf(s.Words), Style: "report"}
	if s.Mock {
		p.add(note(s.Words.Text("person.mock")))
	}
	p.add(head(1, p.Title))
	if !s.allowed("exists") {
		p.add(para(s.text("no-call")))
		return p
	}
	p.add(para(s.text("only-this")), head(2, s.text("say")), group("frame", s.say()...))
	p.add(s.silent()...)
	p.add(head(2, s.text("ask")), points(point(s.text("ask.when")), point(s.text("ask.interpreter")), point(s.text("ask.person"))))
	p.add(s.whom()...)
	return p
}

// allowed reports whether the person allowed what a line says.
func (s Script) allowed(line string) bool {
	return slices.ContainsFunc(s.Allowed, func(item string) bool { return slices.Contains(allows[item], line) })
}

// say is one line for each thing allowed.
func (s Script) say() []block {
	blocks := []block{para(s.text("exists"))}
	for _, line := range lines {
		if !s.allowed(line) {
			continue
		}
		value := ""
		if line == "language" {
			value = s.Language.NameIn(s.Words.Language())
		}
		blocks = append(blocks, block{Kind: field, Main: s.text("item." + line), Value: value})
		if line == "needs" {
			blocks = append(blocks, s.needs()...)
		}
	}
	return blocks
}

// needs are boxes to tick: what was said in the talk is an answer, and answers
// do not go into a script. Deadlines come with the needs.
func (s Script) needs() []block {
	var blocks []block
	for _, n := range country.Needs {
		blocks = append(blocks, block{Kind: choice, Main: s.Words.Text("need." + n)})
	}
	return append(blocks, block{Kind: field, Main: s.text("item.deadlines")})
}

// silent lists what was not allowed, and what is never said.
func (s Script) silent() []block {
	var items []block
	for _, line := range lines {
		if !s.allowed(line) {
			items = append(items, point(s.text("item."+line)))
		}
	}
	items = append(items, point(s.text("never.answers")), point(s.text("never.result")))
	return []block{head(2, s.text("never")), points(items...)}
}

// whom lists the organisations for people who were exploited, with numbers.
func (s Script) whom() []block {
	var blocks []block
	for _, c := range organisations(s.Pack, s.Language.Tag) {
		contact := []block{{Kind: name, Main: c.Name}}
		for _, p := range c.Phones {
			contact = append(contact, block{Kind: number, Value: written(p)})
		}
		if !c.Dialled() {
			contact = append(contact, note(s.Words.Text("contacts.not-dialled")))
		}
		blocks = append(blocks, group("contact", contact...))
	}
	return append([]block{head(2, s.text("whom"))}, blocks...)
}

// organisations are those that can be called about somebody who was exploited.
func organisations(p *country.Pack, tag string) []country.Contact {
	return slices.DeleteFunc(p.ContactsFor(tag, ""), func(c country.Contact) bool {
		return c.Kind != "exploitation-help" || !here(p, c) || len(c.Phones) == 0
	})
}

// Organisations names those that a referral may go to, for whoever is asked
// whether it may; tag is the language the person speaks.
func Organisations(p *country.Pack, tag string) []string {
	var names []string
	for _, c := range organisations(p, tag) {
		names = append(names, c.Name)
	}
	return names
}
