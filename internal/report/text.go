package report

import (
	"io"
	"strings"

	"cesta/internal/locale"
)

// minWidth is the narrowest column that text is wrapped to: below it a wrapped
// line helps nobody.
const minWidth = 20

// writeText sets a page as plain text: no colours, no boxes, nothing that a
// screen reader would have to spell out. The second language has no room in it.
func writeText(w io.Writer, p page, width int) error {
	if width < minWidth {
		width = Width
	}
	s := setter{width: width, rtl: p.Main.Dir == "rtl"}
	s.blocks(p.Blocks, "")
	_, err := io.WriteString(w, strings.TrimLeft(s.out.String(), "\n"))
	return err
}

type setter struct {
	out   strings.Builder
	width int
	rtl   bool
	tight bool // the last block was a line of a list, so that no empty line is due
	dense bool // paragraphs belong together, as those of one contact
}

func (s *setter) blocks(blocks []block, indent string) {
	for _, b := range blocks {
		s.block(b, indent)
	}
}

func (s *setter) block(b block, indent string) {
	switch b.Kind {
	case heading:
		s.heading(b, indent)
	case name:
		s.gap(false)
		s.wrap(b.Main, indent, indent)
		s.tight = true
	case section:
		dense, rtl := s.dense, s.rtl
		s.dense = b.Style == "contact" || s.dense
		if b.Lang.Tag != "" {
			s.rtl = b.Lang.Dir == "rtl"
		}
		defer func() { s.dense, s.rtl = dense, rtl }()
	case paragraph:
		s.gap(s.dense)
		s.wrap(b.Main, indent, indent)
		if b.Both && b.Beside != "" {
			s.wrap(b.Beside, indent, indent)
		}
		s.tight = s.dense
	case itemList:
		s.list(b, indent)
		return
	case item:
		s.gap(true)
		s.wrap(b.Main, indent+"- ", indent+"  ")
		s.tight = true
		indent += "  "
	case number, address:
		s.contact(b, indent)
	case qrCode: // only a camera reads it
	case field:
		s.gap(b.Value != "") // a line to write on needs room
		s.wrap(b.labelled(b.shown()), indent, indent+"  ")
		s.tight = true
	case choice:
		s.gap(true)
		s.wrap(b.Main, indent+"[ ] ", indent+"    ")
		s.tight = true
	case answer:
		s.gap(true)
		s.wrap(b.Main, indent+b.Value+"  ", indent+"   ")
		s.tight = true
	}
	s.blocks(b.Blocks, indent)
}

// heading underlines the first two levels, as a reader without colours needs it.
func (s *setter) heading(b block, indent string) {
	s.gap(false)
	start := s.out.Len()
	s.wrap(b.Main, indent, indent)
	if b.Level <= 2 {
		under := "-"
		if b.Level == 1 {
			under = "="
		}
		written := strings.TrimRight(s.out.String()[start:], "\n")
		longest := 0
		for l := range strings.SplitSeq(written, "\n") {
			longest = max(longest, locale.Width(l)-len(indent))
		}
		s.line(indent + strings.Repeat(under, longest))
	}
	s.tight = true
}

// list ends in an empty line; an item inside another item does not.
func (s *setter) list(b block, indent string) {
	s.blocks(b.Blocks, indent)
	s.tight = indent != ""
}

// ltr makes a telephone number or an address run from left to right (UAX 9)
// in a text from right to left, where its groups would else change places.
func ltr(value string) string { return "\u2066" + value + "\u2069" }

// contact puts a number or an address on a line of its own, so that it is never
// broken.
func (s *setter) contact(b block, indent string) {
	s.gap(true)
	value := b.Value
	if s.rtl {
		value = ltr(value)
	}
	s.line(indent + "  " + value)
	if b.Main != "" {
		s.wrap(b.Main, indent+"    ", indent+"    ")
	}
	s.tight = true
}

// gap leaves an empty line before the next block, unless it continues a list.
func (s *setter) gap(listed bool) {
	if !listed || !s.tight {
		s.out.WriteByte('\n')
	}
	s.tight = false
}

func (s *setter) line(text string) {
	s.out.WriteString(strings.TrimRight(text, " "))
	s.out.WriteByte('\n')
}

// wrap sets text, which may have several lines, with one indent for its first
// line and one for the others.
func (s *setter) wrap(text, first, rest string) {
	if s.rtl {
		text = isolated(text)
	}
	for _, l := range locale.Wrap(strings.TrimSpace(text), max(s.width-len(first), minWidth)) {
		s.line(first + l)
		first = rest
	}
}
