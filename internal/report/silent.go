package report

import (
	"io"
	"slices"

	"cesta/internal/locale"
)

// SilentCard is the silent card on paper: whether the person feels safe with the
// interpreter, and whether to go on. It is in the person's language only, since
// the interpreter it asks about must not read along; the officer finds the same
// on another sheet. On a screen "no" looks like "yes" to whoever stands by; on
// paper a cross under a fold does.
type SilentCard struct {
	Person, Officer *locale.Words
	// Draft says that the pack awaits review.
	Draft bool
}

// slips are the two cards, by the steps of the talk they stand for.
var slips = []string{"person.step.card.interpreter.title", "person.step.card.go-on.title"}

// Keys are the words the card needs in the language of the person.
func (c SilentCard) Keys() []string {
	return slices.Concat(slips, []string{"paper.silent-card", "person.answer.yes", "person.answer.no", "rights.draft"})
}

// Write writes the card as text or as HTML.
func (c SilentCard) Write(w io.Writer, f Format, width int) error {
	return c.page().write(w, f, width)
}

func (c SilentCard) page() page {
	b := both{c.Person, c.Officer}
	alone := both{person: c.Person}
	p := b.page(slips[0], "silent")
	p.Paper = A4
	p.add(drafted(b, c.Draft, c.Keys()...)...)
	for i, title := range slips {
		h := alone.head(i+1, title)
		p.add(group("slip", h, alone.of(paragraph, "paper.silent-card"), alone.of(choice, "person.answer.yes"), alone.of(choice, "person.answer.no")))
	}
	p.add(c.sheet(b))
	return p
}

// sheet says to the officer, away from the card, what it asks and how it is used.
func (c SilentCard) sheet(b both) block {
	own := both{person: c.Officer}
	blocks := []block{own.head(2, "officer.paper.silent.title"), own.of(paragraph, "officer.paper.silent.about")}
	var items []block
	for _, key := range c.Keys() {
		if key == "rights.draft" {
			continue
		}
		items = append(items, own.of(item, key))
	}
	return forOfficer(b, append(blocks, points(items...), own.of(paragraph, "officer.paper.silent.after"))...)
}
