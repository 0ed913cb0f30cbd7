// Package tui is the full-screen conductor of an interview. It is the only
// package that imports huh and bubbletea.
//
// The contract of the screen:
//   - It shows one step at a time and knows no order: the engine says what
//     comes, package screen what it says, and only confirmed answers go back.
//   - Nothing is preselected and Enter alone answers nothing. A key that is
//     held or hit twice does not run through pages that nobody has read.
//   - x, Esc, a window that loses the focus, and minutes without a key empty
//     the screen; it comes back only with a key.
//   - Every other end than the engine's own leaves the talk unfinished: a
//     signal, a closed terminal, the end of the input. Nothing is answered by it.
//   - The person's language stands first on what the person reads. In a window
//     that is too small for both the officer's is one key away.
//   - Meaning is never in colour alone, and nothing is drawn at the right edge.
//   - It must never write a file, use the clipboard or open an editor, and must
//     leave nothing of the talk on the terminal.
package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
	_ "cesta/internal/tui/dark" // before bubbletea asks the terminal for its colours
)

// ErrUnfinished means that the talk ended before its end was reached.
var ErrUnfinished = errors.New("the talk ended before it was finished")

// Engine is the interview; *interview.Engine is one.
type Engine interface {
	Step() interview.Step
	Do(interview.Action) error
	Outcome() interview.Outcome
}

// Maker puts words to steps; *screen.Maker is one.
type Maker interface {
	Screen(interview.Step) screen.Screen
	Help(screen.Screen) screen.Page
	Pause() screen.Page
	Say(id string) screen.Pair
	PersonLanguage() (locale.Language, bool)
	OfficerLanguage() locale.Language
}

// Config is what a full-screen talk needs.
type Config struct {
	Engine Engine
	Maker  Maker
	// In and Out must be a terminal; the caller has made sure of it.
	In  io.Reader
	Out io.Writer
	// NoColor draws without colour and weight.
	NoColor bool
	// Languages are the languages the person can choose, for the search by name.
	Languages []locale.Language
	// Idle is how long nobody may press a key until the screen goes blank:
	// three minutes if zero, never if negative.
	Idle time.Duration
	// Settle is how long a new page takes no answer, so that a held key cannot
	// answer it: 350 ms if zero, not at all if negative. The key that brought
	// the page waits twice as long.
	Settle time.Duration
	// Now is the clock for Settle, time.Now if nil.
	Now func() time.Time
}

func (c Config) withDefaults() Config {
	if c.Idle == 0 {
		c.Idle = 3 * time.Minute
	}
	if c.Settle == 0 {
		c.Settle = 350 * time.Millisecond
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return c
}

// wipe clears the screen and what scrolled off it, as far as the terminal allows.
const wipe = "\x1b[2J\x1b[3J\x1b[H"

// Run holds the talk until the engine has ended it. Every other end, such as a
// signal, a closed terminal or a cancelled context, is ErrUnfinished.
func Run(ctx context.Context, c Config) error {
	m := newModel(c.withDefaults())
	in := &input{Reader: c.In}
	p := tea.NewProgram(m, tea.WithInput(in.reader()), tea.WithOutput(c.Out),
		tea.WithAltScreen(), tea.WithReportFocus(), tea.WithoutSignalHandler())
	in.gone = func() { p.Send(goneMsg{}) }
	defer context.AfterFunc(ctx, in.gone)()
	defer listen(p)()
	_, err := p.Run()
	_, _ = io.WriteString(c.Out, wipe) // best effort: the terminal may be gone
	return outcome(c.Engine, err)
}

// outcome ends a talk that is still running. Whatever has stopped the program
// has answered nothing.
func outcome(e Engine, err error) error {
	if e.Outcome() == interview.Running {
		_ = e.Do(interview.Action{Verb: interview.Abort})
	}
	switch unfinished := e.Outcome() == interview.Unfinished; {
	case unfinished && err != nil:
		return fmt.Errorf("%w: %w", ErrUnfinished, err)
	case unfinished:
		return ErrUnfinished
	case err != nil:
		return fmt.Errorf("the screen: %w", err)
	}
	return nil
}

func newModel(c Config) *model {
	m := &model{
		engine: c.Engine, maker: c.Maker, look: newLook(c.Out, c.NoColor),
		languages: languages{}, guard: guard{now: c.Now, settle: c.Settle},
		width: 80, height: 24, idle: c.Idle,
	}
	for _, l := range c.Languages {
		m.languages[l.Tag] = l
	}
	m.open("")
	return m
}
