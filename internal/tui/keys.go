package tui

import (
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"cesta/internal/screen"
)

// Names of keys beside those of package screen.
const (
	keyEsc       = "esc"
	keyInterrupt = "ctrl+c"
	keyLeft      = "left"
	keyUp        = "up"
	keyDown      = "down"
	keyHome      = "home"
	keyEnd       = "end"
	keyPageUp    = "pgup"
	keyPageDown  = "pgdown"
	keySpace     = "space"
	keyDelete    = "backspace"
	keySwap      = "o"
)

// keyName gives one name to whatever means the same key. Keys that run
// together (a held key, a paste) have no name, except those that blank: the
// hand that hits Esc or x in fright hits it more than once.
func keyName(msg tea.KeyMsg) string {
	switch {
	case msg.Paste:
		return ""
	case msg.Alt: // Esc and another key in one read
		return keyEsc
	case msg.Type == tea.KeyRunes:
		return runesName(msg.Runes)
	}
	switch msg.Type {
	case tea.KeyEnter, tea.KeyCtrlJ: // some terminals send LF for Enter
		return screen.KeyNext
	case tea.KeySpace:
		return keySpace
	case tea.KeyF1:
		return screen.KeyHelp
	}
	return msg.String()
}

func runesName(runes []rune) string {
	switch key := screen.Key(string(runes)); {
	case key != "" && strings.Trim(key, screen.KeyBlank) == "":
		return screen.KeyBlank
	case key == "щ" || key == "о": // where a Cyrillic keyboard has o, and its twin
		return keySwap
	case len([]rune(key)) == 1:
		return key
	}
	return ""
}

// typed gives the text of a key for a search by name. Only letters and what
// stands between them are text: digits choose.
func typed(msg tea.KeyMsg) string {
	switch {
	case msg.Paste || msg.Alt:
		return ""
	case msg.Type == tea.KeySpace:
		return " "
	case msg.Type != tea.KeyRunes || strings.ContainsFunc(string(msg.Runes), noLetter):
		return ""
	}
	return string(msg.Runes)
}

func noLetter(r rune) bool { return !unicode.In(r, unicode.L, unicode.M) && r != '-' && r != '\'' }

// acts reports whether a key can answer, choose or leave a step. Only these
// can do harm when they come twice.
func acts(name string) bool {
	switch name {
	case keyUp, keyDown, keyHome, keyEnd, keyPageUp, keyPageDown, keyDelete, "":
		return false
	}
	return true
}
