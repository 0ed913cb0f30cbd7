package report

import (
	"cmp"
	"io"
	"slices"
	"time"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// Leaflet is what the person takes away: all rights that could apply, and who
// helps. It is safe to be found by anybody: it has no answer, no level, no name
// and no time of a talk, and there is no field that could carry one. A
// situation only moves a list to the front; every list is always there.
type Leaflet struct {
	Pack *country.Pack
	// Person are the words it is written in; Officer stand small beside them in
	// HTML and may be nil. Both have the bundle of the country.
	Person, Officer *locale.Words
	// Languages give the names of the languages that contacts speak.
	Languages []locale.Language
	// For are situations, or child; they move lists to the front. First names
	// lists that come before those, in this order. Need puts the contacts first
	// that answer it.
	For, First []string
	Need       string
	// Paper is what it is set for, in HTML: A4 if empty, or A6.
	Paper Paper
	// At, if not zero, is the time at which contacts are open or closed. It is
	// for a screen; on paper it stays zero. It is in the time zone of the pack.
	At time.Time
}

// LeafletKeys are the words of the interface that a leaflet and a list of
// contacts need, beside those of the country pack.
func LeafletKeys() []string { return []string{"person.leaflet.title", "person.leaflet.not-dialled"} }

// exploited is the list that stands under the heading the legal term explains.
const exploited = "presumed-victim"

// Write writes the leaflet in the given format.
func (l Leaflet) Write(w io.Writer, f Format, width int) error {
	if f == JSON {
		return writeJSON(w, l.json())
	}
	return l.page().write(w, f, width)
}

// Pages is the leaflet for a screen, paragraph by paragraph.
func (l Leaflet) Pages() []Pair { return l.page().paragraphs() }

// Card writes a card with the digits of telephone lines and not one word, for
// a person on whom nothing else may be found.
func (l Leaflet) Card(w io.Writer, f Format, width int) error { return l.card().write(w, f, width) }

func (l Leaflet) page() page {
	b := both{l.Person, l.Officer}
	p := b.page("person.leaflet.title", "leaflet")
	p.Paper = cmp.Or(l.Paper, A4)
	p.add(b.head(1, "person.leaflet.title"), b.small("rights.header", "date", dateOf(l.Pack.Checked)))
	if l.draft() {
		p.add(b.small("rights.draft"))
	}
	for _, list := range l.lists() {
		p.add(group("rights", rightsBlocks(b, list)...))
	}
	c := Contacts{Pack: l.Pack, Person: l.Person, Officer: l.Officer, Languages: l.Languages, Need: l.Need, At: l.At, Paper: l.Paper, Spoken: true, Inside: l.inside()}
	p.add(c.blocks(2)...)
	if l.Paper == A6 {
		headingsOnly(p.Blocks)
	}
	return p
}

// inside reports whether the leaflet is for somebody in detention.
func (l Leaflet) inside() bool {
	return slices.Contains(l.First, "detention") || slices.Contains(l.For, "detained")
}

// lists are all lists of rights: those of First, then those of the situations,
// then the others.
func (l Leaflet) lists() []country.RightsList {
	lists := l.Pack.Order(l.For)
	place := func(list country.RightsList) int {
		if at := slices.Index(l.First, list.ID); at >= 0 {
			return at
		}
		return len(l.First)
	}
	slices.SortStableFunc(lists, func(a, b country.RightsList) int { return place(a) - place(b) })
	return lists
}

func rightsBlocks(b both, list country.RightsList) []block {
	blocks := []block{b.head(2, list.Key())}
	if list.ID == exploited {
		blocks = append(blocks, b.of(paragraph, "rights.term"))
	}
	var items []block
	for _, r := range list.Rights {
		items = append(items, b.of(item, r.Key()))
	}
	return append(blocks, points(items...))
}

// draft reports whether anything in the leaflet awaits review: the law or its
// words in the person's language.
func (l Leaflet) draft() bool {
	if l.Pack.Draft() || l.Person.State("rights.title") != "approved" {
		return true
	}
	return slices.ContainsFunc(l.Pack.Lists, func(list country.RightsList) bool {
		return slices.ContainsFunc(list.Rights, func(r country.Right) bool { return r.Draft() })
	})
}

// cardKinds are whose numbers stand on the card, and cardLines how many at most.
var cardKinds = []string{"emergency", "exploitation-help", "helpline", "child-helpline"}

const cardLines = 6

// card has digits and one code, for a telephone: a web address would say, in
// words, what the card is for.
func (l Leaflet) card() page {
	p := page{Main: side{"zxx", "ltr", ""}, Style: "card", Paper: Card} // zxx: no linguistic content
	contacts := l.Pack.ContactsFor(l.Person.Language().Tag, l.Need)
	var numbers []block
	for _, c := range contacts {
		if n := c.Phones; len(n) > 0 && here(l.Pack, c) && slices.Contains(cardKinds, c.Kind) && len(numbers) < cardLines {
			numbers = append(numbers, block{Kind: number, Value: written(n[0])})
		}
	}
	if len(numbers) > 0 {
		p.Title = numbers[0].Value
	}
	card := group("", group("numbers", numbers...))
	if c, ok := hotline(l.Pack, contacts); ok {
		card.Blocks = append(card.Blocks, phoneCode(c))
	}
	p.add(card)
	return p
}
