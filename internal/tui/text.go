package tui

import (
	"slices"
	"strings"

	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

// text is the title and the body, one language after the other, each behind
// a bar of its own, and how many lines the question takes in the first.
func (p *panel) text(w way) (lines []string, first int) {
	for i, s := range w.sides {
		block := p.block(s, w)
		if i > 0 && len(lines) > 0 && !w.dense {
			lines = append(lines, "")
		}
		if lines = append(lines, block...); i == 0 {
			first = len(lines)
		}
	}
	if len(lines) == 0 { // the list of languages has a title for the officer only
		lines = p.block(w.sides[0].other(), w)
	}
	if p.scr.Step.Kind == interview.KindQuestion { // its body only says of which place
		first = len(p.paragraph(p.scr.Title, w.sides[0]))
	}
	return lines, first
}

// block is the text in one language. An empty line stands round whatever is
// longer than a line, so that prose has air and a list of numbers stays whole;
// an empty paragraph asks for one.
func (p *panel) block(s side, w way) []string {
	bar, style := personBar, p.look.plain
	if s == officer {
		bar = officerBar
	}
	if s == officer && len(w.sides) > 1 {
		style = p.look.second
	}
	var lines []string
	for _, line := range p.paragraph(p.scr.Title, s) {
		lines = append(lines, style.Render(bar)+style.Bold(true).Render(line))
	}
	air := true
	body := p.scr.Body
	if !w.terse {
		body = append(slices.Clone(body), p.scr.Choosing)
	}
	for _, pair := range body {
		paragraph := p.paragraph(pair, s)
		if len(paragraph) == 0 {
			air = air || pair == screen.Pair{}
			continue
		}
		if len(lines) > 0 && !w.dense && (air || len(paragraph) > 1) {
			lines = append(lines, style.Render(strings.TrimSpace(bar)))
		}
		for _, line := range paragraph {
			lines = append(lines, style.Render(bar+line))
		}
		air = len(paragraph) > 1
	}
	return lines
}

// paragraph is one text in one language, wrapped.
func (p *panel) paragraph(pair screen.Pair, s side) []string {
	text := s.of(pair)
	if text == "" {
		return nil
	}
	if s == person {
		text = p.person.Isolate(text)
	}
	return locale.Wrap(text, max(1, columns(p.width)-barWidth))
}
