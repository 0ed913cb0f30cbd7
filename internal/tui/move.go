package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"cesta/internal/screen"
)

// move handles the arrows, Home and End: they move the cursor or, where there
// is nothing to choose, the text.
func (p *panel) move(name string) {
	if p.reading() || p.menu == nil {
		p.moveText(name)
		return
	}
	if p.long != nil && p.leavesPart(name) {
		return
	}
	switch name {
	case keyUp:
		p.menu.key(tea.KeyUp)
	case keyDown:
		p.menu.key(tea.KeyDown)
	case keyHome: // huh's first row is the one that is never drawn
		p.menu.key(tea.KeyHome)
		p.menu.key(tea.KeyDown)
	case keyEnd:
		p.menu.key(tea.KeyEnd)
	}
}

func (p *panel) moveText(name string) {
	to := map[string]int{keyUp: p.scroll - 1, keyDown: p.scroll + 1, keyHome: 0, keyEnd: p.lastScroll()}[name]
	p.scrollTo(to)
}

func (p *panel) scrollTo(line int) { p.scroll = max(0, min(line, p.lastScroll())) }

// turn handles the page keys: the text first, then the parts of a long menu.
func (p *panel) turn(name string) {
	by := max(1, p.textHeight()-1)
	switch {
	case name == keyPageDown && p.below() > 0:
		p.scrollTo(p.scroll + by)
	case name == keyPageDown:
		if !p.turnPart(+1, nothing) {
			p.turnRows(p.menuTop + p.menuHeight() - 1)
		}
	case p.long == nil && p.menuTop > 0:
		p.turnRows(p.menuTop - p.menuHeight() + 1)
	case !p.turnPart(-1, nothing):
		p.scrollTo(p.scroll - by)
	}
}

// turnRows shows the rows from a line on, where not all fit. No row holds them
// back: the cursor leaves for Ready, or for nothing.
func (p *panel) turnRows(line int) {
	if p.menu == nil || p.menuHeight() >= p.page.height {
		return
	}
	at := nothing
	if p.scr.List && len(p.ticked) > 0 {
		at = readyID
	}
	p.touched = nothing
	p.arrangeAt(at)
	p.menuTop = line
	p.menuLines() // keeps within the rows
}

// unreadRows reports whether there are rows that nobody has seen yet.
func (p *panel) unreadRows() bool {
	p.menuLines()
	return p.menu != nil && !p.read
}

// turnPart shows another part of a long menu, if there is one.
func (p *panel) turnPart(by int, at string) bool {
	if p.long == nil || !p.long.turn(by) {
		return false
	}
	p.arrangeAt(at)
	return true
}

// leavesPart moves the cursor over the edge of a part of a long menu.
func (p *panel) leavesPart(name string) bool {
	shown := p.long.part()
	if len(shown) == 0 {
		return false
	}
	switch at := p.cursor(); {
	case name == keyDown && at == shown[len(shown)-1].ID && p.turnPart(+1, nothing):
		p.menu.key(tea.KeyDown)
		return true
	case name == keyUp && at == shown[0].ID && p.turnPart(-1, nothing):
		shown = p.long.part()
		p.arrangeAt(shown[len(shown)-1].ID)
		return true
	}
	return false
}

// search changes what a long menu shows by a typed text.
func (p *panel) search(text string) {
	p.note = screen.Pair{}
	p.long.edit(text)
	p.arrangeAt(nothing)
}
