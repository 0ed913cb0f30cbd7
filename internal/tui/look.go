package tui

import (
	"io"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// look is how things are drawn. Every difference that it makes is also there
// in signs (the two bars, '>', '[x]'), because without colour all of it is gone.
type look struct {
	plain, second, quiet lipgloss.Style
	theme                *huh.Theme
	keys                 *huh.KeyMap
}

// Two bars tell the languages apart on any terminal. There are no borders on
// the right: one letter of another width than expected would shift them.
const (
	personBar  = "┃ "
	officerBar = "│ "
	barWidth   = 2
)

func newLook(out io.Writer, noColor bool) look {
	r := lipgloss.NewRenderer(out)
	r.SetHasDarkBackground(true)
	if noColor {
		r.SetColorProfile(termenv.Ascii)
	}
	return look{
		plain:  r.NewStyle(),
		second: r.NewStyle().Foreground(lipgloss.Color("6")),
		quiet:  r.NewStyle().Foreground(lipgloss.Color("6")),
		theme:  theme(r),
		keys:   keyMap(),
	}
}

// theme leaves huh the mark of the cursor and one weight, and no frame.
func theme(r *lipgloss.Renderer) *huh.Theme {
	t := huh.ThemeBase()
	plain := r.NewStyle()
	t.Focused.Base, t.Blurred.Base = plain, plain
	t.Focused.SelectSelector = plain.SetString(cursorMark)
	t.Focused.SelectedOption = plain.Bold(true)
	t.Focused.UnselectedOption = plain
	t.Group.Base, t.Form.Base = plain, plain
	return t
}

// keyMap is every key that reaches huh. It has no filter, no letters, no
// editor and no way to quit: those would hide a question or lose an answer.
func keyMap() *huh.KeyMap {
	return &huh.KeyMap{Select: huh.SelectKeyMap{
		Up:         key.NewBinding(key.WithKeys("up")),
		Down:       key.NewBinding(key.WithKeys("down")),
		GotoTop:    key.NewBinding(key.WithKeys("home")),
		GotoBottom: key.NewBinding(key.WithKeys("end")),
		Next:       key.NewBinding(key.WithKeys("enter")),
		Submit:     key.NewBinding(key.WithKeys("enter")),
	}}
}
