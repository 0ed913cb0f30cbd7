package report

import (
	"io"
	"slices"

	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// Board is for two people who share no language while no interpreter can be
// had: questions and answers in large type, numbered alike in both languages,
// to be pointed at. It asks what an interview asks before consent, so danger
// and needs come first; whatever comes after waits for an interpreter. It is
// the same for everybody and holds no answer.
type Board struct {
	Set             *indicator.Set
	Pack            *country.Pack
	Interview       *indicator.Interview
	Person, Officer *locale.Words
}

// languageKeys ask whether the board is in the right language at all.
var languageKeys = []string{
	"person.step.language.confirm.title", "person.option.language.confirm.yes", "person.option.language.confirm.again",
}

// Keys are the words the board needs in the language of the person.
func (d Board) Keys() []string {
	keys := slices.Concat([]string{"paper.point", "rights.draft", "contacts.title"}, languageKeys)
	for _, kind := range helperKinds {
		keys = append(keys, country.Contact{Kind: kind}.KindKey())
	}
	for _, q := range d.questions() {
		keys = append(keys, questionKeys(q)...)
	}
	return keys
}

// Write writes the board as text in two columns or as HTML.
func (d Board) Write(w io.Writer, f Format, width int) error {
	return d.page().writeBoth(w, f, width)
}

func (d Board) page() page {
	b := both{d.Person, d.Officer}
	p := b.page("paper.point", "board")
	p.Paper = A4
	p.add(b.head(1, "paper.point"))
	p.add(drafted(b, d.Pack.Draft(), d.Keys()...)...)
	p.add(d.language(b))
	for _, q := range d.questions() {
		p.add(d.question(b, q))
	}
	p.add(d.help(b), forOfficer(b, head(2, d.Officer.Text("officer.paper.board.title")), para(d.Officer.Text("officer.paper.board.about"))))
	return p
}

// questions are those the person is asked before consent.
func (d Board) questions() []*indicator.Question {
	early := *d.Interview
	early.Sections = slices.DeleteFunc(slices.Clone(early.Sections), func(s indicator.Section) bool { return s.Stage != indicator.StageTriage })
	return asked(d.Set, &early, indicator.Person)
}

func (d Board) language(b both) block {
	list := block{Kind: itemList, Style: "answers"}
	for i, key := range languageKeys[1:] {
		line := b.of(answer, key)
		line.Value = []string{"1", "2"}[i]
		list.Blocks = append(list.Blocks, line)
	}
	return group("", b.head(2, languageKeys[0]), list)
}

// question is one question on a page of its own, so that a finger cannot point
// at the answer to another.
func (d Board) question(b both, q *indicator.Question) block {
	blocks := []block{b.head(2, q.Key()+".ask")}
	if q.Caution != "" {
		blocks = append(blocks, b.of(paragraph, cautionKey(q)))
	}
	if q.Kind == indicator.List {
		how := b.of(paragraph, "person.list.how")
		how.Style = "note"
		blocks = append(blocks, how)
	}
	return group("page", append(blocks, answerList(b, q))...)
}

// helperKinds are whom the person can call without anybody's help.
var helperKinds = []string{"emergency", "exploitation-help"}

// helpers are the first contact of each of these kinds.
func (d Board) helpers() []country.Contact {
	list := d.Pack.ContactsFor(d.Person.Language().Tag, "")
	var found []country.Contact
	for _, kind := range helperKinds {
		if c, ok := firstOf(d.Pack, list, kind); ok {
			found = append(found, c)
		}
	}
	return found
}

func (d Board) help(b both) block {
	blocks := []block{b.head(2, "contacts.title")}
	for _, c := range d.helpers() {
		blocks = append(blocks, callable(b, c, 3, group("codes", phoneCode(c))))
	}
	return group("page", blocks...)
}

// helpLine is whom somebody who was exploited can call or read about, for papers
// that stay with the person or lie before them.
func helpLine(b both, p *country.Pack) []block {
	c, ok := hotline(p, p.ContactsFor(b.person.Language().Tag, ""))
	if !ok {
		return nil
	}
	return []block{callable(b, c, 2, codes(c))}
}

// helpLineKey is the word that papers with a help line need.
func helpLineKey() string { return country.Contact{Kind: "exploitation-help"}.KindKey() }

// callable is one contact with its first number, and codes to be read by a phone.
func callable(b both, c country.Contact, level int, codes block) block {
	title := b.of(heading, c.KindKey())
	title.Level = level
	blocks := []block{title}
	if digits(c.Name) == "" { // 112 is its own name
		blocks = append(blocks, block{Kind: name, Level: level + 1, Main: c.Name})
	}
	return group("question", append(blocks, block{Kind: number, Value: written(c.Phones[0])}, codes)...)
}
