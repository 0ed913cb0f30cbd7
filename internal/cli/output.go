package cli

import (
	"bytes"
	"io"
)

// stdStream is the name for standard input and standard output.
const stdStream = "-"

// output writes what render makes to a file or to standard output. A file is
// made only when there is something to put into it.
func (p *program) output(file string, render func(io.Writer) error) error {
	var b bytes.Buffer
	if err := render(&b); err != nil {
		return err
	}
	if file == "" || file == stdStream {
		_, err := p.env.Out.Write(b.Bytes())
		return err
	}
	if err := p.env.WriteFile(file, b.Bytes()); err != nil {
		return p.fileFailure(file, err)
	}
	return nil
}

// outWidth is how wide text on standard output may be; 0 where that is no
// terminal, for the width that paper takes.
func (p *program) outWidth() int {
	if !p.env.IsTerminal(p.env.Out) {
		return 0
	}
	width, _ := p.env.Size()
	return width
}
