package locale

import (
	"strings"

	"github.com/rivo/uniseg"
)

// zwsp marks where a line may break in scripts without spaces.
const zwsp = "\u200b"

// Width is how many cells of a terminal text takes.
func Width(text string) int { return uniseg.StringWidth(text) }

// Sentence is the first sentence of a text (UAX 29).
func Sentence(text string) string {
	first, _, _ := uniseg.FirstSentenceInString(text, -1)
	return strings.TrimSpace(first)
}

// Wrap breaks text into lines of at most width cells, where UAX 14 or a ZERO
// WIDTH SPACE allows it; those spaces are taken out, since old terminals show
// them. A word longer than a line is broken between two characters as the
// reader sees them (grapheme clusters), never inside one; a character wider
// than width has a line of its own. Line feeds are kept: an empty line stays.
func Wrap(text string, width int) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		p := wrapping{width: width}
		p.all(paragraph)
		lines = append(lines, isolated(p.lines)...)
	}
	return lines
}

// wrapping is one paragraph being broken into lines.
type wrapping struct {
	width int
	lines []string
	line  strings.Builder
	cells int
}

// all places the paragraph, one unbreakable piece after the other.
func (p *wrapping) all(text string) {
	var piece strings.Builder
	for state := -1; len(text) > 0; {
		var cluster string
		var boundary int
		cluster, text, boundary, state = uniseg.StepString(text, state)
		if cluster != zwsp {
			piece.WriteString(cluster)
		}
		if boundary&uniseg.MaskLine != uniseg.LineDontBreak {
			p.place(piece.String())
			piece.Reset()
		}
	}
	p.end()
}

// place puts a piece on this line, or on the next if it does not fit. Spaces
// at its end may stand beyond the width; they are cut off with the line.
func (p *wrapping) place(piece string) {
	word := strings.TrimRight(piece, " ")
	if p.cells > 0 && word != "" && p.cells+Width(word) > p.width {
		p.end()
	}
	for Width(word) > p.width {
		head, rest := cut(word, p.width)
		if rest == "" {
			break
		}
		p.put(head)
		p.end()
		piece, word = piece[len(head):], rest
	}
	p.put(piece)
}

func (p *wrapping) put(piece string) {
	p.line.WriteString(piece)
	p.cells += Width(piece)
}

func (p *wrapping) end() {
	p.lines = append(p.lines, strings.TrimRight(p.line.String(), " "))
	p.line.Reset()
	p.cells = 0
}

// cut splits text after as many grapheme clusters as fit, at least one.
func cut(text string, width int) (head, rest string) {
	rest, state := text, -1
	for cells := 0; len(rest) > 0; {
		cluster, after, w, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if cells += w; cells > width && head != "" {
			break
		}
		head, rest, state = head+cluster, after, next
	}
	return head, rest
}

// isolated closes at the end of each line the isolates that were opened on it
// and opens them again on the next: to a terminal every line is a paragraph.
func isolated(lines []string) []string {
	var open []rune
	for i, line := range lines {
		before := string(open)
		for _, r := range line {
			switch {
			case string(r) == lri || string(r) == rli || string(r) == fsi:
				open = append(open, r)
			case string(r) == pdi && len(open) > 0:
				open = open[:len(open)-1]
			}
		}
		lines[i] = before + line + strings.Repeat(pdi, len(open))
	}
	return lines
}
