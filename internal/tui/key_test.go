package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestKeyName(t *testing.T) {
	for _, tt := range []struct {
		name string
		msg  tea.KeyMsg
		want string
	}{
		{"a digit is itself", msg("1"), "1"},
		{"the upper row of a Czech keyboard gives digits", msg("ě"), "2"},
		{"the same with Caps Lock", msg("Š"), "3"},
		{"the upper row of a Slovak keyboard gives digits", msg("ľ"), "2"},
		{"a Devanagari digit is a digit", msg("३"), "3"},
		{"a capital is its small letter", msg("B"), "b"},
		{"x on a Ukrainian keyboard", msg("ч"), "x"},
		{"o on a Russian keyboard", msg("щ"), "o"},
		{"x hit twice in fright is x", msg("xx"), "x"},
		{"two digits in one read are no key", msg("11"), ""},
		{"a paste is no key", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("1"), Paste: true}, ""},
		{"Esc and another key in one read is Esc", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("1"), Alt: true}, "esc"},
		{"Esc twice in one read is Esc", tea.KeyMsg{Type: tea.KeyEsc, Alt: true}, "esc"},
		{"a line feed is Enter", msg("ctrl+j"), "enter"},
		{"F1 is help", msg("f1"), "?"},
		{"an empty key is no key", tea.KeyMsg{Type: tea.KeyRunes}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := keyName(tt.msg); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
