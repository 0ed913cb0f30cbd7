package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"cesta/internal/interview"
	"cesta/internal/screen"
)

// Choices of the page that asks whether to end.
const (
	endGoOn = "go-on"
	endNow  = "end"
)

// trace tells the engine what it only writes down.
func (m *model) trace(v interview.Verb) { _ = m.engine.Do(interview.Action{Verb: v}) }

// hide empties the screen at once. What stood on the terminal is overwritten
// even where it drew something wider than it said.
func (m *model) hide(key string) tea.Cmd {
	if !m.blank {
		m.blank = true
		m.trace(interview.Blank)
	}
	m.guard.open(key)
	return tea.ClearScreen
}

// wake brings the page back. A hand that hits a key again and again in fright
// does not: every stroke starts the wait anew.
func (m *model) wake(key string) {
	switch key {
	case keyEsc, screen.KeyBlank, screen.KeyNext:
	default:
		return
	}
	if !m.guard.refuses(key) {
		m.blank = false
		m.trace(interview.Unblank)
	}
	m.guard.open(key)
}

// put shows a page over the step. The key that hides the screen is the only
// hint it has: every other is an option.
func (m *model) put(c cover, page screen.Page, key string) {
	s := screen.Screen{Title: page.Title, Body: page.Body, Options: page.Options}
	s.Mock, s.Banner = m.step.scr.Mock, m.step.scr.Banner
	for _, o := range m.step.scr.Keys {
		if o.Key == screen.KeyBlank {
			s.Keys = append(s.Keys, o)
		}
	}
	m.over, m.cover = m.panel(s), c
	m.guard.open(key)
}

func (m *model) uncover(key string) {
	m.over, m.cover = nil, uncovered
	m.guard.open(key)
}

// help says why this is asked and how, and what the keys do, to those for
// whom the step is.
func (m *model) help(key string) {
	step, page, back := m.step.scr, m.maker.Help(m.step.scr), m.maker.Say("return")
	if step.OfficerOnly {
		back.Person = ""
	}
	if step.Silent {
		back.Officer = ""
	}
	page.Options = []screen.Option{{ID: "return", Key: screen.KeyNext, Pair: back}}
	m.trace(interview.Help)
	m.put(helping, page, key)
}

func (m *model) pause(key string) {
	m.trace(interview.Pause)
	m.put(pausing, m.maker.Pause(), key)
}

// askToEnd shows nothing of the talk while it asks.
func (m *model) askToEnd() tea.Cmd {
	if m.cover == ending && !m.blank {
		return nil
	}
	if m.cover == pausing {
		m.trace(interview.Resume)
	}
	if !m.blank {
		m.trace(interview.Blank)
	}
	m.blank = false
	m.put(ending, screen.Page{
		Title: m.maker.Say("end.title"),
		Body:  []screen.Pair{m.maker.Say("end.body")},
		Options: []screen.Option{
			{ID: endGoOn, Key: "1", Pair: m.maker.Say("end.go-on")},
			{ID: endNow, Key: "2", Pair: m.maker.Say("end.now")},
		},
	}, keyInterrupt)
	return tea.ClearScreen
}

// keyOver handles a key on a page over the step.
func (m *model) keyOver(key string) tea.Cmd {
	if m.cover == helping && (key == screen.KeyHelp || key == screen.KeyBack || key == keyLeft) {
		m.uncover(key)
		return nil
	}
	id := m.over.press(key)
	switch {
	case id == nothing:
	case m.cover == ending && id == endNow:
		return m.end()
	case m.cover == pausing && id == screen.PauseStop:
		return m.do(interview.Action{Verb: interview.Stop}, "no-stop", key)
	default:
		m.lift(key)
	}
	return nil
}

// lift takes the page away and goes on with the step.
func (m *model) lift(key string) {
	switch m.cover {
	case pausing:
		m.trace(interview.Resume)
	case ending:
		m.trace(interview.Unblank)
	}
	m.uncover(key)
}
