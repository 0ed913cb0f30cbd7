package tui

import (
	"strings"

	"cesta/internal/locale"
	"cesta/internal/screen"
)

// foot is the line with the keys, or more lines. Its order is the discreet
// sign, so it is never sorted and never cut: where there is no room for words,
// only the keys are left.
func (p *panel) foot(w way) []string {
	hints := p.hints(w.sides)
	texts, gap := p.words(hints, w.sides[len(w.sides)-1]), "   "
	if w.unworded {
		texts, gap = letters(hints), "  "
	}
	lines := fill(texts, gap, columns(p.width))
	for i, line := range lines {
		lines[i] = p.look.quiet.Render(line)
	}
	return lines
}

// hints are the keys that do something here, in the order of the screen.
func (p *panel) hints(shown []side) []screen.Option {
	var hints []screen.Option
	for _, o := range p.scr.Keys {
		if p.typing() {
			o.Key = beside[o.Key]
		}
		if o.Key != "" {
			hints = append(hints, o)
		}
	}
	if next, found := p.next(); found && p.rowless() {
		hints = append(hints, next)
	}
	if len(shown) < len(p.speaking()) {
		hints = append(hints, screen.Option{Key: keySwap, Pair: p.swapTo(shown[0].other())})
	}
	return hints
}

// swapTo names the language that is one key away by its own name, which whoever
// waits for it can read.
func (p *panel) swapTo(s side) screen.Pair {
	l := p.officer
	if s == person {
		l = p.person
	}
	if l.Name == "" {
		return p.say("other-language")
	}
	name := locale.IsolateName(l.Name)
	return screen.Pair{Person: name, Officer: name}
}

// beside are the keys that do what a letter does, where letters are typed.
var beside = map[string]string{screen.KeyBlank: "Esc", screen.KeyHelp: screen.KeyHelp, screen.KeyBack: "←"}

func (p *panel) words(hints []screen.Option, s side) []string {
	texts := make([]string, len(hints))
	for i, o := range hints {
		texts[i] = keyLabel(o.Key) + " " + p.spoken(o.Pair, s)
	}
	return texts
}

// spoken are the words of a side, or of the other where it has none. Words
// from right to left are isolated: between two of them a key such as ? would
// change places with both.
func (p *panel) spoken(words screen.Pair, s side) string {
	if s.of(words) == "" {
		s = s.other()
	}
	if s == person && words.Person != "" {
		return p.person.Isolate(words.Person)
	}
	return s.of(words)
}

func letters(hints []screen.Option) []string {
	texts := make([]string, len(hints))
	for i, o := range hints {
		texts[i] = keyLabel(o.Key)
	}
	return texts
}

// fill sets texts in lines and breaks none of them.
func fill(texts []string, gap string, width int) []string {
	var lines []string
	line := ""
	for _, t := range texts {
		switch {
		case line == "":
			line = t
		case locale.Width(line+gap+t) <= width:
			line += gap + t
		default:
			lines, line = append(lines, line), t
		}
	}
	return append(lines, strings.TrimSpace(line))
}
