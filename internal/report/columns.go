package report

import (
	"io"
	"strings"

	"cesta/internal/locale"
)

// gutter stands between two columns of text.
const gutter = " | "

// writeColumns sets a page as plain text with the second language in a column of
// its own, line by line beside the first. What has only one language takes the
// whole width.
func writeColumns(w io.Writer, p page, width int) error {
	if width < 2*minWidth+len(gutter) {
		width = Width
	}
	s := columns{main: p.Main, beside: p.Beside, width: width}
	s.blocks(p.Blocks, "")
	_, err := io.WriteString(w, strings.TrimLeft(s.out.String(), "\n"))
	return err
}

type columns struct {
	main, beside side
	width        int
	out          strings.Builder
}

func (s *columns) blocks(blocks []block, indent string) {
	for _, b := range blocks {
		s.block(b, indent)
	}
}

func (s *columns) block(b block, indent string) {
	below := indent
	switch b.Kind {
	case section:
		main := s.main
		defer func() { s.main = main }()
		if b.Lang.Tag != "" {
			s.main = b.Lang
		}
		if b.Style == "frame" || b.Style == "question" {
			s.out.WriteByte('\n')
		}
	case heading:
		if b.Level <= 3 {
			s.out.WriteByte('\n')
		}
		s.pair(b, indent, indent)
		if b.Level <= 2 {
			s.out.WriteString(strings.Repeat(map[int]string{1: "=", 2: "-"}[b.Level], s.width) + "\n")
		}
	case item:
		s.pair(b, indent+"- ", indent+"  ")
		below += "  "
	case qrCode: // only a camera reads it
	case answer:
		s.pair(b, indent+b.Value+"  ", indent+"   ")
	case choice:
		s.pair(b, indent+"[ ] ", indent+"    ")
	case number, address: // from left to right in every language
		s.out.WriteString(indent + "  " + b.labelled(b.Value) + "\n")
	case field:
		s.pair(block{Main: b.labelled(b.shown())}, indent, indent)
	default:
		s.pair(b, indent, indent)
	}
	s.blocks(b.Blocks, below)
}

// pair sets one text, or two beside each other.
func (s *columns) pair(b block, first, rest string) {
	switch {
	case b.Main == "":
	case b.Beside == "":
		s.lines(s.cell(b.Main, first, rest, s.width, s.main), nil, 0)
	default:
		half := (s.width - len(gutter)) / 2
		s.lines(s.cell(b.Main, first, rest, half, s.main), s.cell(b.Beside, first, rest, half, s.beside), half)
	}
}

// cell wraps a text to a column. A line that runs from right to left is marked,
// since what stands beside it does not.
func (s *columns) cell(text, first, rest string, width int, language side) []string {
	if language.Dir == "rtl" {
		text = isolated(text)
	}
	lines := locale.Wrap(text, max(width-len(first), minWidth/2))
	for i := range lines {
		lines[i] = locale.Language{Direction: language.Dir}.Isolate(lines[i])
		lines[i], first = first+lines[i], rest
	}
	return lines
}

func (s *columns) lines(left, right []string, width int) {
	for i := range max(len(left), len(right)) {
		line := at(left, i)
		if right != nil {
			line += strings.Repeat(" ", max(width-locale.Width(line), 0)) + gutter + at(right, i)
		}
		s.out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
