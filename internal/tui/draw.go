package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"cesta/internal/locale"
	"cesta/internal/screen"
)

// draw gives the page as the lines of the window, never more and never wider.
func (p *panel) draw() string {
	var lines []string
	if p.page.head != "" {
		lines = append(lines, p.look.quiet.Render(p.page.head))
	}
	lines = append(lines, p.page.text[p.scroll:min(p.scroll+p.textHeight(), len(p.page.text))]...)
	lines = append(lines, p.rule()...)
	lines = append(lines, p.menuLines()...)
	for len(lines) < p.height-len(p.page.foot) {
		lines = append(lines, "")
	}
	lines = append(lines, p.page.foot...)
	return strings.Join(cut(lines, p.width, p.height), "\n")
}

// cut takes away what would break the frame. The layout keeps to the window;
// this holds for windows that nothing fits.
func cut(lines []string, width, height int) []string {
	lines = lines[:min(len(lines), height)]
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
		if lipgloss.Width(lines[i]) > width {
			lines[i] = lipgloss.NewStyle().MaxWidth(width).Render(line)
		}
	}
	return lines
}

// room is how many lines there are for text and rows.
func (p *panel) room() int {
	room := p.height - max(1, len(p.noteLines())) - len(p.page.foot)
	if p.page.head != "" {
		room--
	}
	return max(room, 2)
}

// menuHeight is room for all rows if enough of the text stays, else for what a
// third of the room leaves: a question nobody can read must not be answered.
func (p *panel) menuHeight() int {
	room := p.room()
	if room-p.page.height >= p.least() {
		return p.page.height
	}
	return min(p.page.height, room-min(len(p.page.text), max(1, room/3)))
}

func (p *panel) textHeight() int { return min(len(p.page.text), p.room()-p.menuHeight()) }

// below is how many lines of the text are still to come, lastScroll how far
// the text can go up.
func (p *panel) below() int      { return max(0, len(p.page.text)-p.scroll-p.textHeight()) }
func (p *panel) lastScroll() int { return max(0, len(p.page.text)-p.textHeight()) }

// menuLines are the rows that fit, always with the one under the cursor. Where
// not all do, Ready stands last and stays, so that the tick that brings it can
// be seen.
func (p *panel) menuLines() []string {
	if p.menu == nil {
		return nil
	}
	lines, height := p.menu.lines(), p.menuHeight()
	at := p.menu.at()
	from, to := p.menu.span(at)
	var pinned []string
	if first, end := p.menu.span(readyID); first < end && height < len(lines) && height > end-first {
		pinned = slices.Clone(lines[first:end])
		lines = slices.Delete(lines, first, end)
		height -= len(pinned)
		if at == readyID {
			from, to = p.menu.span(p.touched)
		}
		if from >= end {
			from, to = from-len(pinned), to-len(pinned)
		}
	}
	if from == to { // no row that must be seen
		from = len(lines)
	}
	p.menuTop = max(0, min(max(p.menuTop, to-height), from, len(lines)-height))
	p.see(p.menuTop+height, len(lines))
	return append(slices.Clone(lines[p.menuTop:min(p.menuTop+height, len(lines))]), pinned...)
}

// see remembers that the rows were shown from menuTop to a line. What was jumped
// over was not.
func (p *panel) see(to, all int) {
	if p.menuTop <= p.seen {
		p.seen = max(p.seen, to)
	}
	p.read = p.read || p.seen >= all
}

// rule stands between text and rows. It says what was wrong with the last key,
// or else what cannot be seen now.
func (p *panel) rule() []string {
	if lines := p.noteLines(); len(lines) > 0 {
		return lines
	}
	width := columns(p.width)
	lines := fill(p.unseen(true), "   ", width)
	if len(lines) > 1 {
		lines = fill(p.unseen(false), "  ", width)
	}
	return []string{p.look.quiet.Render(lines[0])}
}

func (p *panel) noteLines() []string {
	note := p.small(p.note)
	if note == "" {
		return nil
	}
	lines := locale.Wrap(note, columns(p.width-2))
	for i := range lines {
		if i == 0 {
			lines[i] = "! " + lines[i]
		} else {
			// Not at the edge, where some terminals lose the mark that turns the text.
			lines[i] = "  " + lines[i]
		}
	}
	return lines[:min(len(lines), max(1, p.height/6))]
}

// small gives the words of the small print: the officer's if that language is
// shown, or those of the other side while this one has no language.
func (p *panel) small(words screen.Pair) string {
	last := p.page.sides[len(p.page.sides)-1]
	return p.spoken(words, last)
}

// unseen names the keys that show more, with or without words.
func (p *panel) unseen(words bool) []string {
	var more []string
	add := func(key, id string) {
		if words {
			key += " " + p.small(p.say(id))
		}
		more = append(more, key)
	}
	if p.typing() {
		more = append(more, p.searched(words))
	}
	switch {
	case p.below() > 0 && p.scroll > 0:
		add("↑ PgUp ↓ PgDn", "more-text")
	case p.below() > 0:
		add("↓ PgDn End", "more-text")
	case p.scroll > 0:
		add("↑ PgUp", "more-text")
	}
	switch {
	case p.long != nil && !p.long.whole():
		add(p.long.place()+" ↓ ↑", "more-options")
	case p.menuHeight() < p.page.height:
		add("↓ ↑", "more-options")
	}
	return more
}

// searched is what has been typed, or that something can be.
func (p *panel) searched(words bool) string {
	if p.long.query == "" && words {
		return p.small(p.say("search"))
	}
	return "/" + p.long.query + "_"
}
