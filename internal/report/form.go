package report

import (
	"io"
	"slices"
	"strings"
	"time"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// Form is the instruction that starts the reflection period. It is not the
// leaflet: it is filled in by hand or by the caller, read aloud, signed and
// kept. It can be printed for anybody at any time; no result is needed.
type Form struct {
	Pack            *country.Pack
	Person, Officer *locale.Words
	// What is known beforehand; everything else is a line to write on. Only the
	// caller knows the last day: this package computes no legal dates.
	At, End                       time.Time
	Interpreter, Place, Authority string
	// Blank leaves every line to the pen, the language too.
	Blank bool
}

// Write writes the form as text or HTML.
func (f Form) Write(w io.Writer, format Format, width int) error {
	return f.page().write(w, format, width)
}

// Pages is the form for a screen, paragraph by paragraph.
func (f Form) Pages() []Pair { return f.page().paragraphs() }

// line is a short line to write on inside a sentence.
const line = "____________"

func orLine(value string) string {
	if value == "" {
		return line
	}
	return value
}

func (f Form) page() page {
	b := both{f.Person, f.Officer}
	p := b.page("reflection.title", "form")
	p.add(b.head(1, "reflection.title"))
	if f.Pack.Reflection.Draft() || f.Person.State("reflection.title") != "approved" {
		p.add(b.small("rights.draft"))
	}
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
			text = b.of(paragraph, key, "date", orLine(date(f.At)), "time", orLine(clock(f.At)), "end", orLine(date(f.End)))
			before = append(before, text)
		case id == "signature" || len(after) > 0:
			after = append(after, text)
		default:
			before = append(before, text)
		}
	}
	return before, after
}

// fields are the lines to fill in, with what is known, and the signatures.
func (f Form) fields(b both) (fields, signatures []block) {
	known := map[string]string{
		"date": date(f.At), "time": clock(f.At), "end": date(f.End),
		"place": f.Place, "authority": f.Authority, "interpreter": f.Interpreter, "language": f.Person.Language().Name,
	}
	if f.Blank {
		known = nil
	}
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
