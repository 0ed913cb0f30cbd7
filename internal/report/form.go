package report

import (
	"io"
	"slices"
	"strings"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// Form is the instruction that starts the reflection period. It is not the
// leaflet: it is filled in by hand, read aloud, signed and kept. It can be
// printed for anybody at any time; no result is needed. What is said of one
// person (a day, an hour, a place) has no field here: it is written by pen, so
// that a file with the form is the same for everybody.
type Form struct {
	Pack            *country.Pack
	Person, Officer *locale.Words
	// Authority is the name of the authority, if the station has told it.
	Authority string
}

// Write writes the form as text or HTML.
func (f Form) Write(w io.Writer, format Format, width int) error {
	return f.page().write(w, format, width)
}

// line is a short line to write on inside a sentence.
const line = "____________"

func (f Form) page() page {
	b := both{f.Person, f.Officer}
	p := b.page("reflection.title", "form")
	p.add(b.head(1, "reflection.title"))
	if f.Pack.Reflection.Draft() || f.Person.State("reflection.title") != "approved" {
		p.add(b.small("rights.draft"))
	}
	p.Paper = A4
	before, after := f.texts(b)
	fields, signatures := f.fields(b)
	p.add(before...)
	p.add(group("frame", fields...))
	p.add(group("signatures", slices.Concat(after[:min(1, len(after))], signatures, after[min(1, len(after)):])...))
	p.add(f.sheet())
	return p
}

// texts are the paragraphs of the form: those above the lines to fill in, and,
// from the one about the signature on, those below.
func (f Form) texts(b both) (before, after []block) {
	for i, key := range f.Pack.Reflection.TextKeys() {
		text := b.of(paragraph, key)
		switch id := f.Pack.Reflection.Text[i]; {
		case id == "month":
			text = b.of(paragraph, key, "date", line, "time", line, "end", line)
			before = append(before, text)
		case id == "signature" || len(after) > 0:
			after = append(after, text)
		default:
			before = append(before, text)
		}
	}
	return before, after
}

// fields are the lines to fill in and the signatures. The same for everybody
// are the language of the form and the authority.
func (f Form) fields(b both) (fields, signatures []block) {
	known := map[string]string{"authority": f.Authority, "language": f.Person.Language().Name}
	for i, key := range f.Pack.Reflection.FieldKeys() {
		id := f.Pack.Reflection.Fields[i]
		if line := b.field(key, known[id]); strings.HasSuffix(id, "-signature") {
			signatures = append(signatures, line)
		} else {
			fields = append(fields, line)
		}
	}
	return fields, signatures
}

// sheet is for the officer alone, on a page of its own.
func (f Form) sheet() block {
	blocks := []block{head(2, f.Officer.Text("officer.reflection.title"))}
	for _, key := range f.Pack.Reflection.OfficerKeys() {
		blocks = append(blocks, para(f.Officer.Text(key)))
	}
	s := group("sheet", blocks...)
	s.Lang = sideOf(f.Officer)
	return s
}
