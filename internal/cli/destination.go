package cli

import (
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"cesta/internal/report"
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

// formatByName takes the format from the ending of the file that is to be
// written, where none is named: sheet.html is a page, not a text.
func formatByName(flags *pflag.FlagSet) {
	output, format := flags.Lookup("output"), flags.Lookup("format")
	if output == nil || format == nil || format.Changed {
		return
	}
	byEnding := map[string]report.Format{".html": report.HTML, ".htm": report.HTML, ".json": report.JSON}
	if f, ok := byEnding[strings.ToLower(filepath.Ext(output.Value.String()))]; ok {
		_ = format.Value.Set(string(f)) // a command without that format keeps its own
	}
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
