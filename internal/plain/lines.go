package plain

import (
	"bufio"
	"context"
	"io"
	"strings"
)

// maxLine is how long a line may be. Nothing that is asked for needs more; the
// rest of a longer line is dropped and the line is wrong input.
const maxLine = 200

// lines reads lines for the whole run from one reader: a second reader would
// lose what the first has read ahead, and with it answers.
type lines struct {
	next chan string
}

// readLines starts reading. The goroutine ends with the input or with ctx; it
// may wait in a read of a terminal until the program ends.
func readLines(ctx context.Context, in io.Reader) *lines {
	l := &lines{next: make(chan string)}
	go func() {
		defer close(l.next)
		for r := bufio.NewReader(in); ; {
			line, err := readLine(r)
			if err != nil {
				return
			}
			select {
			case l.next <- line:
			case <-ctx.Done():
				return
			}
		}
	}()
	return l
}

// readLine reads up to a line feed. What stands before the end of the input
// without one is an error: a line cut off by a broken connection is no answer.
func readLine(r *bufio.Reader) (string, error) {
	var line strings.Builder
	for {
		b, err := r.ReadByte()
		switch {
		case err != nil:
			return "", err
		case b == '\n':
			return strings.TrimSuffix(strings.TrimPrefix(line.String(), "\ufeff"), "\r"), nil
		case line.Len() <= maxLine:
			line.WriteByte(b)
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
	case line, open := <-c.in.next:
		if !open {
			return "", errAbort
		}
		return line, nil
	case <-c.opts.Interrupt:
		return "", errInterrupt
	case <-c.ctx.Done():
		return "", errAbort
	}
}
