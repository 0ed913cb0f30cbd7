package plain

import (
	"context"
	"io"
	"strings"
)

// maxLine is how long a line may be. Nothing that is asked for needs more; the
// rest of a longer line is dropped and the line is wrong input.
const maxLine = 200

// lines reads lines, each when somebody asks for it and never further: what
// follows the last one belongs to whoever reads after this talk, such as the talk
// with the next person.
type lines struct {
	ask     chan struct{}
	next    chan string
	waiting bool // somebody has asked, and was interrupted
}

// readLines makes a reader. Its goroutine ends with the input or with ctx; it may
// wait in a read of a terminal until the program ends.
func readLines(ctx context.Context, in io.Reader) *lines {
	l := &lines{ask: make(chan struct{}, 1), next: make(chan string, 1)}
	go func() {
		defer close(l.next)
		for {
			select {
			case <-l.ask:
			case <-ctx.Done():
				return
			}
			line, err := readLine(in)
			if err != nil {
				return
			}
			l.next <- line
		}
	}()
	return l
}

// line asks for the next line, if that was not done before, and gives where it
// will come.
func (l *lines) line() <-chan string {
	if !l.waiting {
		l.waiting = true
		l.ask <- struct{}{}
	}
	return l.next
}

// readLine reads up to a line feed, byte by byte, so that nothing behind it is
// taken. What stands before the end of the input without one is an error: a line
// cut off by a broken connection is no answer.
func readLine(in io.Reader) (string, error) {
	var line strings.Builder
	for b := make([]byte, 1); ; {
		n, err := in.Read(b)
		switch {
		case n == 1 && b[0] == '\n':
			return strings.TrimSuffix(strings.TrimPrefix(line.String(), "\ufeff"), "\r"), nil
		case n == 1 && line.Len() <= maxLine:
			line.WriteByte(b[0])
		case n == 0 && err != nil:
			return "", err
		}
	}
}

// read waits for a line, the end of the input, an interruption or the end of ctx.
// Where nobody can read the questions any more, nobody is answering them.
func (c *conductor) read() (string, error) {
	if c.out.err != nil {
		return "", errAbort
	}
	select {
	case <-c.ctx.Done():
		return "", errAbort
	case <-c.opts.Interrupt:
		return "", errInterrupt
	default:
	}
	select {
	case line, open := <-c.in.line():
		if !open {
			return "", errAbort
		}
		c.in.waiting = false
		return line, nil
	case <-c.opts.Interrupt:
		return "", errInterrupt
	case <-c.ctx.Done():
		return "", errAbort
	}
}
