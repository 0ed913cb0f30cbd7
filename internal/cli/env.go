package cli

import (
	"context"
	"io"
	"io/fs"
	"time"

	"cesta/internal/vault"
)

// Env is everything outside the program that a command may touch. [System]
// builds the real one; a test builds its own. Nothing else in this package
// calls package os.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(name string) string
	Now      func() time.Time
	// Random gives bytes that nobody can foretell.
	Random io.Reader
	// IsTerminal reports whether In, Out or Err is a terminal.
	IsTerminal func(stream any) bool
	// Size is the width and height of the terminal; zero if there is none.
	Size func() (width, height int)
	// ConfigDir is the folder for the settings of this user.
	ConfigDir func() (string, error)
	// DataDir is the folder for what the program keeps for this user. It must
	// not be one that the system copies to other machines.
	DataDir func() (string, error)
	// Files is the disk under the vault.
	Files vault.Files
	// Work is the work factor of passphrases; 0 is the standard.
	Work int
	// Harden keeps memory and new files from others, as far as the system lets it.
	Harden func()
	// Abs makes the name of a file or folder absolute.
	Abs func(name string) (string, error)
	// Open opens a file for reading.
	Open func(name string) (fs.File, error)
	// Dir opens a folder that nothing inside it can lead out of.
	Dir func(name string) (fs.FS, error)
	// MakeDir makes a folder with all folders above it.
	MakeDir func(name string) error
	// WriteFile puts data into a file at once: after a failure the file is as
	// it was before, or not there.
	WriteFile func(name string, data []byte) error
	// Signals returns a context that ends when the system tells the program to
	// stop, and a channel that delivers Ctrl+C. After release a signal ends the
	// program at once.
	Signals func(context.Context) (ctx context.Context, interrupt <-chan struct{}, release func())
	// Echo switches the display of typed keys on the terminal of In.
	Echo func(on bool)
}

// terminal reports whether all of the streams are terminals.
func (e Env) terminal(streams ...any) bool {
	for _, s := range streams {
		if !e.IsTerminal(s) {
			return false
		}
	}
	return true
}
