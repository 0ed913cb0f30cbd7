package report

import (
	"io"
	"time"

	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// Note is what an officer writes down of a talk: when, in which language, how,
// and what is to be done. It holds no answer, no level and no name.
type Note struct {
	Words        *locale.Words
	Began, Ended time.Time
	// Language is that of the person, as locale knows it; zero if none fitted.
	Language locale.Language
	// Conditions are those of the sheet.
	Conditions map[string]string
	// Outcome is completed, refused, stopped or unfinished.
	Outcome string
	// Duties come from the country pack; Station is shown as local.
	Pack    *country.Pack
	Duties  []country.Duty
	Station country.Station
	Mock    bool
}

// Write writes the note as text or HTML.
func (n Note) Write(w io.Writer, f Format, width int) error { return n.page().write(w, f, width) }

// Paragraphs is the note for a screen.
func (n Note) Paragraphs() []string { return officerSide(n.page()) }

// conditionNames is the order in which conditions are noted.
var conditionNames = []string{"alone", "interpreter", "language", "silent-card"}

func (n Note) page() page {
	text := func(key string) string { return n.Words.Text("officer.report." + key) }
	p := page{Title: text("note"), Main: sideOf(n.Words), Style: "report"}
	if n.Mock {
		p.add(note(n.Words.Text("person.mock")))
	}
	p.add(head(1, p.Title), para(text("note.about")), group("frame", n.facts(text)...))
	p.add(duties{n.Words, n.Pack, n.Station, n.Duties}.blocks()...)
	p.add(head(2, n.Words.Text("officer.reflection.title")), para(text("note.clock")), para(n.Words.Text("officer.reflection.end")))
	p.add(para(text("support")))
	return p
}

func (n Note) facts(text func(string) string) []block {
	value := func(key, v string) block { return block{Kind: field, Main: text(key), Value: v} }
	blocks := []block{
		value("note.date", date(n.Began)), value("note.began", clock(n.Began)), value("note.ended", clock(n.Ended)),
		value("note.language", languageName(n.Words, n.Language)),
	}
	for _, c := range conditionNames {
		word := n.Conditions[c]
		if !known(c, word) {
			word = "not-noted"
		}
		blocks = append(blocks, value("condition."+c, text("condition."+c+"."+word)))
	}
	return append(blocks, value("note.outcome", text("outcome."+n.Outcome)))
}

func known(condition, word string) bool {
	for _, w := range indicator.ConditionWords[condition] {
		if w == word {
			return true
		}
	}
	return false
}

// languageName names a language for the officer: by the Czech name for one who
// works in Czech, else by the English one.
func languageName(officer *locale.Words, l locale.Language) string {
	if officer.Language().Tag == "cs" {
		return l.CzechName
	}
	return l.EnglishName
}
