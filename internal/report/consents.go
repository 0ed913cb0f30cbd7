package report

import (
	"io"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// Consents are what is told and asked before the first question, and what an
// organisation may be told, each with boxes to tick. It can be printed blank for
// anybody; what is ticked on it is the officer's to keep or not.
type Consents struct {
	Pack            *country.Pack
	Person, Officer *locale.Words
}

// consentTitle is the title of the paper, as on the screen.
const consentTitle = "person.step.part.title"

// Keys are the words the paper needs in the language of the person.
func (c Consents) Keys() []string {
	keys := []string{consentTitle, "rights.draft", "person.answer.yes", "person.answer.no", "person.option.later", c.Pack.Referral.Key(), helpLineKey()}
	for _, part := range c.Pack.Parts {
		keys = append(keys, part.Key())
	}
	for _, i := range c.Pack.Referral.Items {
		keys = append(keys, c.Pack.Referral.ItemKey(i))
	}
	return keys
}

// Write writes the paper as text in two columns or as HTML.
func (c Consents) Write(w io.Writer, f Format, width int) error {
	return c.page().writeBoth(w, f, width)
}

func (c Consents) page() page {
	b := both{c.Person, c.Officer}
	p := b.page(consentTitle, "form")
	p.Paper = A4
	p.add(b.head(1, consentTitle))
	p.add(drafted(b, c.Pack.Draft(), c.Keys()...)...)
	for _, part := range c.Pack.Parts {
		blocks := []block{b.of(paragraph, part.Key())}
		if part.Kind == country.Consent {
			blocks = append(blocks, ticks(b, "person.answer.yes", "person.answer.no", "person.option.later"))
		}
		p.add(group("frame", blocks...))
	}
	referral := []block{b.of(paragraph, c.Pack.Referral.Key())}
	for _, i := range c.Pack.Referral.Items {
		referral = append(referral, group("question", b.of(paragraph, c.Pack.Referral.ItemKey(i)), ticks(b, "person.answer.yes", "person.answer.no")))
	}
	p.add(group("", referral...))
	p.add(helpLine(b, c.Pack)...)
	p.add(filledIn(b))
	return p
}

// ticks are boxes in one line.
func ticks(b both, keys ...string) block {
	var list []block
	for _, key := range keys {
		list = append(list, b.of(choice, key))
	}
	return group("choices", list...)
}

// filledIn says to the officer that a paper with answers on it is a record.
func filledIn(b both) block {
	s := forOfficer(b, head(2, b.officer.Text("officer.paper.filled-in.title")), para(b.officer.Text("officer.paper.filled-in")))
	s.Style = "frame"
	return s
}
