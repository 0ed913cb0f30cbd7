package tui

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

const (
	cursorMark  = "> "
	cursorWidth = 2
	// nothing is the value while no row is chosen. Its row comes first, is
	// never drawn and is never accepted, so Enter alone answers nothing.
	nothing = ""
)

var errNothingChosen = errors.New("nothing is chosen")

// row is one line, or several, that can be chosen.
type row struct {
	id    string
	lines []string
}

// menu is a huh form of one Select without a title, made afresh for each page.
//
// Its value belongs to the page and never to the interview: huh writes a value
// before anybody has chosen one. The commands of the form are run here and
// now, so that none of them can reach the next page's form.
type menu struct {
	rows  []row
	value string
	sel   *huh.Select[string]
	form  *huh.Form
}

// newMenu puts the cursor on the row with the id, or on nothing.
func newMenu(l *look, rows []row, at string, width int) *menu {
	m := &menu{rows: rows, value: at, sel: huh.NewSelect[string]()}
	options := []huh.Option[string]{huh.NewOption("", nothing)}
	height := 1
	for _, r := range rows {
		options = append(options, huh.NewOption(strings.Join(r.lines, "\n"), r.id))
		height += len(r.lines)
	}
	m.sel.WithTheme(l.theme)                                   // before the form: without a theme huh makes one each time it draws
	m.sel.Options(options...).Value(&m.value).Validate(chosen) // the value last: options that find one scroll to it
	m.form = huh.NewForm(huh.NewGroup(m.sel)).WithTheme(l.theme).WithKeyMap(l.keys).
		WithShowHelp(false).WithShowErrors(false).WithWidth(width).WithHeight(height)
	m.form.Init() // its command only asks for the size of the window
	m.drive(nil)  // huh lays its rows out on a message only
	return m
}

func chosen(id string) error {
	if id == nothing {
		return errNothingChosen
	}
	return nil
}

// at is the id of the row under the cursor.
func (m *menu) at() string {
	id, _ := m.sel.Hovered()
	return id
}

func (m *menu) key(t tea.KeyType) { m.drive(tea.KeyMsg{Type: t}) }

// submit reports the row that was chosen with Enter; false if the cursor
// stands on nothing.
func (m *menu) submit() (string, bool) {
	m.key(tea.KeyEnter)
	return m.value, m.form.State == huh.StateCompleted
}

// drive gives the form a message, then every message that follows from it.
func (m *menu) drive(msg tea.Msg) {
	_, cmd := m.form.Update(msg)
	m.follow(cmd)
}

func (m *menu) follow(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			m.follow(c)
		}
	default:
		m.drive(msg)
	}
}

// lines are the lines of all rows.
func (m *menu) lines() []string { return strings.Split(m.form.View(), "\n")[1:] }

// span is where the row with the id begins and ends; 0, 0 if there is none.
func (m *menu) span(id string) (from, to int) {
	for _, r := range m.rows {
		if r.id == id {
			return from, from + len(r.lines)
		}
		from += len(r.lines)
	}
	return 0, 0
}
