package report

import (
	"io"
	"slices"
	"strconv"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// MostOnPoster is how many languages stand on one poster: more would be smaller
// than 12 pt on a sheet of A3.
const MostOnPoster = 4

// tall are languages that take the room of two: the lines of Nastaliq run
// downhill and stand far apart.
var tall = map[string]bool{"ur": true}

// FitsPoster reports whether the languages fit on one poster, and none is there
// twice.
func FitsPoster(tags []string) bool {
	room := len(tags)
	for i, tag := range tags {
		if slices.Contains(tags[:i], tag) {
			return false
		}
		if tall[tag] {
			room++
		}
	}
	return room <= MostOnPoster
}

// everyone is the list of rights that a wall can hold; all others are on the
// leaflet, for which the poster says to ask.
const everyone = "everyone"

// Poster is "your rights" for the wall of a police station, in several
// languages on one sheet of A3.
type Poster struct {
	Pack *country.Pack
	// Persons are the languages, each once, in the order of the sheet.
	Persons []*locale.Words
	Officer *locale.Words
}

// Keys are the words the poster needs in each language.
func (s Poster) Keys() []string {
	keys := []string{"rights.title", "rights.draft", "rights.header", "paper.ask-for-all", "contacts.title"}
	if list, ok := s.Pack.List(everyone); ok {
		keys = append(keys, list.Key())
		for _, r := range list.Rights {
			keys = append(keys, r.Key())
		}
	}
	return keys
}

// Write writes the poster as text, one language below the other, or as HTML.
func (s Poster) Write(w io.Writer, f Format, width int) error {
	return s.page().write(w, f, width)
}

func (s Poster) page() page {
	p := page{Title: s.Officer.Text("rights.title"), Main: sideOf(s.Officer), Style: "poster of-" + strconv.Itoa(len(s.Persons)), Paper: A3}
	title := []block{head(1, s.Officer.Text("rights.title"))}
	if s.draft() {
		title = append(title, note(s.Officer.Text("rights.draft")))
	}
	top := group("whole", group("", title...))
	if c, ok := hotline(s.Pack, s.Pack.ContactsFor("", "")); ok {
		top.Blocks = append(top.Blocks, group("codes", group("", block{Kind: name, Level: 2, Main: c.Name}, block{Kind: number, Value: written(c.Phones[0])}), codes(c)))
	}
	p.add(top)
	languages := group("languages")
	for _, w := range s.Persons {
		languages.Blocks = append(languages.Blocks, s.language(both{person: w}))
	}
	p.add(languages)
	return p
}

// draft reports whether anything on the poster awaits review.
func (s Poster) draft() bool {
	return s.Pack.Draft() || slices.ContainsFunc(s.Persons, func(w *locale.Words) bool { return w.State("rights.title") != "approved" })
}

func (s Poster) language(b both) block {
	blocks := []block{b.head(2, "rights.title")}
	if s.draft() {
		blocks = append(blocks, b.small("rights.draft"))
	}
	if list, ok := s.Pack.List(everyone); ok {
		var items []block
		for _, r := range list.Rights {
			items = append(items, b.of(item, r.Key()))
		}
		blocks = append(blocks, points(items...))
	}
	blocks = append(blocks, b.of(paragraph, "paper.ask-for-all"), b.small("rights.header", "date", dateOf(s.Pack.Checked)))
	language := group("language", blocks...)
	language.Lang = sideOf(b.person)
	return language
}
