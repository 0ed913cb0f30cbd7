package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/screen"
)

// key handles one key: what must always work first, then what belongs to a
// page over the step, then the step.
func (m *model) key(msg tea.KeyMsg) tea.Cmd {
	name := keyName(msg)
	switch {
	case name == keyInterrupt:
		return m.askToEnd()
	case m.blank:
		m.wake(name)
		return nil
	case name == keyEsc, name == screen.KeyBlank && !m.top().typing():
		return m.hide(name)
	case m.top().typing() && m.search(msg, name):
		return nil
	case acts(name) && m.guard.refuses(name):
		return nil
	case m.over != nil:
		return m.keyOver(name)
	}
	return m.keyStep(name)
}

// search reports whether the key was a letter of a search. On a Czech keyboard
// most digits are letters; one that begins no name is meant as the digit.
func (m *model) search(msg tea.KeyMsg, name string) bool {
	text := typed(msg)
	switch {
	case text == "" && name != keyDelete:
		return false
	case name >= "0" && name <= "9" && m.step.long.query == "" && !m.step.long.begins(text):
		return false
	}
	m.step.search(text)
	return true
}

func (m *model) keyStep(name string) tea.Cmd {
	switch name {
	case "":
		return nil
	case screen.KeyHelp:
		m.help(name)
		return nil
	case screen.KeyPause:
		m.pause(name)
		return nil
	case screen.KeyBack, keyLeft:
		return m.verb(screen.KeyBack, "no-back", name)
	case screen.KeySkip:
		return m.verb(screen.KeySkip, "no-skip", name)
	}
	if id := m.step.press(name); id != nothing {
		return m.choose(id, name)
	}
	return nil
}

// verb does what a letter means on this step, if it may.
func (m *model) verb(letter, refused, key string) tea.Cmd {
	a, ok := m.step.scr.Act(letter)
	if !ok {
		m.step.note = m.maker.Say(refused)
		return nil
	}
	return m.do(a, refused, key)
}

// choose hands a choice to the engine. Nobody says yes to a text whose end they
// have not had before them; a no needs no reading. But none of these is said of
// all, and all must have been seen.
func (m *model) choose(id, key string) tea.Cmd {
	if m.step.scr.List && id == answers.None && m.step.unreadRows() {
		m.step.turnRows(m.step.seen)
		m.step.note = m.maker.Say("more-options")
		return nil
	}
	if m.step.scr.Step.Kind == interview.KindConsent && id == answers.Yes && m.step.below() > 0 {
		m.step.turn(keyPageDown)
		m.step.note = m.maker.Say("more-text")
		return nil
	}
	a, ok := m.action(id)
	if !ok {
		m.step.note = m.maker.Say("ticks-first")
		return nil
	}
	return m.do(a, "wrong-key", key)
}

func (m *model) action(id string) (interview.Action, bool) {
	s := m.step.scr
	if s.List {
		keys, ok := m.step.keys(id)
		if !ok {
			return interview.Action{}, false
		}
		return s.ActList(keys)
	}
	for _, o := range s.Options {
		if o.ID == id {
			return s.Act(o.Key)
		}
	}
	return interview.Action{}, false
}
