package tui

import (
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
)

// input tells when nothing more can be read. Bubbletea itself would wait for
// ever for a terminal that is gone.
type input struct {
	io.Reader
	gone func()
}

// Read reads, and reports the end.
func (i *input) Read(b []byte) (int, error) {
	n, err := i.Reader.Read(b)
	if err != nil {
		i.gone()
	}
	return n, err
}

// terminal is an input that is still seen to be a terminal, for raw mode.
type terminal struct {
	*os.File
	input *input
}

// Read reads, and reports the end.
func (t terminal) Read(b []byte) (int, error) { return t.input.Read(b) }

func (i *input) reader() io.Reader {
	if f, ok := i.Reader.(*os.File); ok {
		return terminal{f, i}
	}
	return i
}

// listen passes signals on. Bubbletea would take a termination for a success.
func listen(p *tea.Program) (stop func()) {
	signals, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		for {
			select {
			case <-done:
				return
			case s := <-signals:
				p.Send(message(s))
			}
		}
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}

func message(s os.Signal) tea.Msg {
	if s == os.Interrupt {
		return interruptMsg{}
	}
	return goneMsg{}
}
