package report

import (
	"cmp"
	"slices"
	"time"

	"cesta/internal/answers"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// Note is what an officer writes down of a talk: when, in which language, how,
// and what is due to everybody. It holds no answer to a question, no level and
// no name. What the person said on the silent card is a secret, and duties that
// hang on a level or a mark would tell it: neither is in the note.
type Note struct {
	Words        *locale.Words
	Began, Ended time.Time
	// Language is that of the person, as locale knows it; zero if none fitted.
	Language locale.Language
	// Conditions are those of the sheet.
	Conditions map[string]string
	// Outcome is completed, refused, stopped or unfinished.
	Outcome string
	// SecondTalk says whether the person would like to talk again, and Carry
	// whether it is safe for them to carry the paper: yes, no or, when they were
	// not asked, empty.
	SecondTalk, Carry string
	// Short says that this kind of talk is never all, whatever was answered.
	Short bool
	// Noted are the officer's own answers about the talk, each a line.
	Noted []string
	// Slip is for the second talk; the zero Slip is none.
	Slip Slip
	// Station is shown as local.
	Pack    *country.Pack
	Station country.Station
	Mock    bool
}

// Slip is what is written down for a second talk. It says nothing of who or why.
type Slip struct {
	Code string
	Due  time.Time
}

// Paragraphs is the note for a screen.
func (n Note) Paragraphs() []string { return officerSide(n.page()) }

// conditionNames is the order in which conditions are noted.
var conditionNames = []string{"alone", "interpreter", "language"}

func (n Note) page() page {
	text := func(key string) string { return n.Words.Text("officer.report." + key) }
	p := page{Title: text("note"), Main: sideOf(n.Words), Style: "report"}
	if n.Mock {
		p.add(note(n.Words.Text("person.mock")))
	}
	p.add(head(1, p.Title), para(text("note.about")), group("frame", n.facts(text)...))
	p.add(n.again(text)...)
	p.add(n.carry(text)...)
	p.add(duties{n.Words, n.Pack, n.Station, n.Pack.DutiesFor("", nil, nil)}.blocks()...)
	p.add(para(text("note.duties")))
	p.add(head(2, n.Words.Text("officer.reflection.title")), para(text("note.clock")), para(n.Words.Text("officer.reflection.end")))
	p.add(para(text("support")))
	return p
}

func (n Note) facts(text func(string) string) []block {
	value := func(key, v string) block { return block{Kind: field, Main: text(key), Value: v} }
	blocks := []block{
		value("note.date", date(n.Began)), value("note.began", clock(n.Began)), value("note.ended", clock(n.Ended)),
		value("note.language", n.Language.NameIn(n.Words.Language())),
	}
	for _, c := range conditionNames {
		word := n.Conditions[c]
		if !known(c, word) {
			word = "not-noted"
		}
		blocks = append(blocks, value("condition."+c, text("condition."+c+"."+word)))
	}
	blocks = append(blocks, value("note.outcome", text("outcome."+n.Outcome)))
	for _, line := range n.Noted {
		blocks = append(blocks, para(line))
	}
	return blocks
}

func known(condition, word string) bool {
	return slices.Contains(indicator.ConditionWords[condition], word)
}

// wish is a field with yes, no or not asked.
func wish(text func(string) string, key, answer string) block {
	return block{Kind: field, Main: text(key), Value: text("note.asked." + cmp.Or(answer, "not-asked"))}
}

// again says whether there is to be another talk, and what to arrange for it.
func (n Note) again(text func(string) string) []block {
	blocks := []block{head(2, text("note.second-talk.title")), wish(text, "note.second-talk", n.SecondTalk)}
	if n.SecondTalk == answers.Yes {
		blocks = append(blocks, para(text("note.second-talk.arrange")))
	}
	if n.Slip.Code != "" {
		blocks = append(blocks, para(n.Words.Text("officer.report.note.slip", "code", n.Slip.Code, "date", date(n.Slip.Due))), para(text("note.slip.how")))
	}
	if n.Short {
		blocks = append(blocks, para(text("note.second-talk.short")))
	}
	return blocks
}

// carry says whether the person may be given the paper.
func (n Note) carry(text func(string) string) []block {
	blocks := []block{head(2, text("note.carry.title")), wish(text, "note.carry", n.Carry)}
	if n.Carry == answers.No {
		tag := cmp.Or(n.Language.Tag, n.Words.Language().Tag) // the card has no word in any language
		blocks = append(blocks, para(n.Words.Text("officer.report.note.carry.unsafe", "command", "cesta rights "+tag+" --paper card")))
	}
	return blocks
}
