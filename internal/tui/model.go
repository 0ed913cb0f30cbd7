package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cesta/internal/interview"
	"cesta/internal/screen"
)

// cover is a page that stands over the step.
type cover int

const (
	uncovered cover = iota
	helping
	pausing
	ending
)

// model is the program's state. It holds no answer: what is confirmed goes to
// the engine at once, what is not is on the page and goes with it.
type model struct {
	engine    Engine
	maker     Maker
	look      look
	languages languages
	guard     guard

	width, height int
	step          *panel
	over          *panel // the page over the step, for cover
	cover         cover
	blank         bool

	idle  time.Duration // how long without a key until the screen goes blank
	quiet int           // ticks without a key
	ended bool
}

// ticksPerIdle is how often the quiet is looked at before the screen blanks.
const ticksPerIdle = 6

type (
	idleMsg      struct{} // some time has gone by
	goneMsg      struct{} // the terminal is gone, or we are told to stop
	interruptMsg struct{} // Ctrl+C from outside the keyboard
)

// Init starts the idle timer.
func (m *model) Init() tea.Cmd { return m.tick() }

func (m *model) tick() tea.Cmd {
	if m.idle <= 0 {
		return nil
	}
	return tea.Tick(m.idle/ticksPerIdle, func(time.Time) tea.Msg { return idleMsg{} })
}

// Update takes one message. Only keys can change the interview.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m.ended {
		return m, nil
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.KeyMsg:
		m.quiet = 0
		return m, m.key(msg)
	case tea.BlurMsg:
		return m, m.hide("")
	case interruptMsg:
		return m, m.askToEnd()
	case goneMsg:
		return m, m.end()
	case idleMsg:
		return m, m.rest()
	}
	return m, nil
}

func (m *model) resize(width, height int) {
	m.width, m.height = max(width, 1), max(height, 1)
	m.step.arrange(m.width, m.height)
	if m.over != nil {
		m.over.arrange(m.width, m.height)
	}
}

// rest counts the quiet and blanks when it has lasted.
func (m *model) rest() tea.Cmd {
	if m.quiet++; m.quiet < ticksPerIdle {
		return m.tick()
	}
	return tea.Batch(m.tick(), m.hide(""))
}

// View draws what may be seen now.
func (m *model) View() string {
	if m.blank || m.ended {
		return ""
	}
	return m.top().draw()
}

// top is the page that the keys go to.
func (m *model) top() *panel {
	if m.over != nil {
		return m.over
	}
	return m.step
}

// do gives the engine an action and shows what it wants next. What it refuses
// changes nothing.
func (m *model) do(a interview.Action, refused, key string) tea.Cmd {
	if err := m.engine.Do(a); err != nil {
		m.top().note = m.maker.Say(refused)
		return nil
	}
	if m.engine.Outcome() != interview.Running {
		return m.leave()
	}
	m.open(key)
	return nil
}

// open shows the engine's step; key is what led to it.
func (m *model) open(key string) {
	m.step = m.panel(m.maker.Screen(m.engine.Step()))
	m.uncover(key)
}

func (m *model) panel(s screen.Screen) *panel {
	p := &panel{scr: s, say: m.maker.Say, look: &m.look, ticked: ticks(s), long: newLong(s, m.languages)}
	p.person, _ = m.maker.PersonLanguage()
	p.officer = m.maker.OfficerLanguage()
	p.arrange(m.width, m.height)
	return p
}

// end leaves the talk unfinished. The step on the screen is not answered.
func (m *model) end() tea.Cmd {
	_ = m.engine.Do(interview.Action{Verb: interview.Abort}) // a talk that is over cannot be ended twice
	return m.leave()
}

func (m *model) leave() tea.Cmd {
	m.ended = true
	return tea.Quit
}
