package cli

import (
	"io"
	"io/fs"
	"path/filepath"

	"github.com/spf13/pflag"
)

// destination is where a paper goes: to standard output, or into a new file.
type destination struct {
	file  string
	force bool // replace a file that is there
}

func (p *program) destinationFlags(flags *pflag.FlagSet, d *destination) {
	flags.StringVar(&d.file, "output", "", p.text("flag.output"))
	flags.BoolVar(&d.force, "force", false, p.text("flag.force"))
}

// writeTo writes what render makes. A file that is there is somebody's.
func (p *program) writeTo(d destination, render func(io.Writer) error) error {
	if !d.force {
		if err := p.checkNew(d.file, "file-there"); err != nil {
			return err
		}
	}
	return p.output(d.file, render)
}

// checkNew refuses a file that is already there, with the error of that id. A
// device or a pipe takes what is written to it; everything else would be
// replaced.
func (p *program) checkNew(file, id string) error {
	if file == "" || file == stdStream {
		return nil
	}
	folder, name := filepath.Split(file)
	folder = filepath.Clean(folder)
	dir, err := p.env.Dir(folder)
	if err != nil {
		return p.folderFailure(folder, err)
	}
	info, err := fs.Lstat(dir, name)
	if err == nil && (info.Mode().IsRegular() || info.Mode().Type()&(fs.ModeDir|fs.ModeSymlink) != 0) {
		return p.fail(exitError, id, "file", quote(file))
	}
	return nil
}
