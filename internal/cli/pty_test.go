//go:build (long || offline || tmux) && linux

package cli

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/creack/pty"
)

// buildFor links a command as a release is.
func buildFor(t *testing.T, goos, arch, what string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), filepath.Base(what))
	cmd := exec.Command("go", "build", "-trimpath", "-o", file, what)
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+arch, "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// terminal is a program on a terminal of its own, and somebody who reads what
// stands there and types.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	file *os.File
	over chan struct{} // closed when the program is gone

	mu    sync.Mutex
	glass glass
}

const termWidth, termHeight = 100, 60

func onTerminal(t *testing.T, cmd *exec.Cmd) *terminal {
	t.Helper()
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: termHeight, Cols: termWidth})
	if err != nil {
		t.Fatal(err)
	}
	x := &terminal{t: t, cmd: cmd, file: file, over: make(chan struct{})}
	go x.watch()
	return x
}

// watch draws what comes until the terminal is closed, which a read tells by EIO.
func (x *terminal) watch() {
	defer close(x.over)
	for b := make([]byte, 4096); ; {
		n, err := x.file.Read(b)
		x.mu.Lock()
		x.glass.draw(string(b[:n]))
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// screen is what can be read now, with one space for every gap.
func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.glass.text()
}

// patience is how long somebody waits for a screen on a busy machine.
const patience = 60 * time.Second

// wait waits until the screen is as it should be.
func (x *terminal) wait(what string, is func(screen string) bool) {
	x.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		screen := x.screen()
		if is(screen) {
			return
		}
		if time.Now().After(end) {
			x.t.Fatalf("%s never came; the screen is\n%s", what, screen)
		}
	}
}

func (x *terminal) waitFor(text string) {
	x.t.Helper()
	x.wait(text, func(screen string) bool { return strings.Contains(screen, text) })
}

func (x *terminal) write(keys string) {
	x.t.Helper()
	if _, err := io.WriteString(x.file, keys); err != nil {
		x.t.Fatalf("%v; the screen is\n%s", err, x.screen())
	}
}

// line types a line where lines are read.
func (x *terminal) line(text string) { x.write(text + "\n") }

// press types one key of a page in full screen, and lets the program draw what
// it changes: keys that run together count as a paste.
func (x *terminal) press(key string) {
	x.t.Helper()
	before := x.screen()
	x.write(key)
	for end := time.Now().Add(200 * time.Millisecond); x.screen() == before && time.Now().Before(end); {
		time.Sleep(2 * time.Millisecond)
	}
}

// end waits until the program has ended by itself, and gives its status.
func (x *terminal) end() int {
	x.t.Helper()
	select {
	case <-x.over:
	case <-time.After(patience):
		x.t.Errorf("the program does not end; the screen is\n%s", x.screen())
	}
	return x.close()
}

// kill ends the program as a fault of the machine does.
func (x *terminal) kill() {
	_ = x.cmd.Process.Kill()
	<-x.over
	x.close()
}

func (x *terminal) close() int {
	_ = x.cmd.Process.Kill()
	var exit *exec.ExitError
	if err := x.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		x.t.Error(err)
	}
	_ = x.file.Close()
	return x.cmd.ProcessState.ExitCode()
}

// glass is the little of a terminal that these programs need: lines, the cursor
// and what takes away text. Colours and modes leave no trace in it.
type glass struct {
	rows [termHeight][]rune
	x, y int
	rest string // the beginning of what is not yet whole
}

func (g *glass) draw(in string) {
	in = g.rest + in
	for g.rest = ""; in != ""; {
		switch {
		case in[0] == '\x1b':
			n := g.sequence(in)
			if n == 0 {
				g.rest = in
				return
			}
			in = in[n:]
		case !utf8.FullRuneInString(in):
			g.rest = in
			return
		default:
			r, n := utf8.DecodeRuneInString(in)
			g.put(r)
			in = in[n:]
		}
	}
}

func (g *glass) put(r rune) {
	switch {
	case r == '\n' && g.y == termHeight-1:
		copy(g.rows[:], g.rows[1:])
		g.rows[g.y] = nil
	case r == '\n':
		g.y++
	case r == '\r':
		g.x = 0
	case r == '\b':
		g.x = max(g.x-1, 0)
	case r >= ' ':
		if g.x == termWidth {
			g.put('\n')
			g.x = 0
		}
		for len(g.rows[g.y]) <= g.x {
			g.rows[g.y] = append(g.rows[g.y], ' ')
		}
		g.rows[g.y][g.x] = r
		g.x++
	}
}

// sequence does an escape sequence and gives its length, 0 while it is not whole.
func (g *glass) sequence(in string) int {
	if len(in) < 2 {
		return 0
	}
	if in[1] == ']' { // up to BEL or ST
		if end := strings.IndexAny(in, "\a\\"); end > 0 {
			return end + 1
		}
		return 0
	}
	if in[1] != '[' {
		return 2
	}
	for i := 2; i < len(in); i++ {
		if in[i] >= '@' && in[i] <= '~' {
			g.control(in[2:i], in[i])
			return i + 1
		}
	}
	return 0
}

func (g *glass) control(args string, do byte) {
	first, second, _ := strings.Cut(args, ";")
	n, _ := strconv.Atoi(first) // what is left out is 0
	m, _ := strconv.Atoi(second)
	switch do {
	case 'A':
		g.y = max(g.y-max(n, 1), 0)
	case 'B':
		g.y = min(g.y+max(n, 1), termHeight-1)
	case 'C':
		g.x = min(g.x+max(n, 1), termWidth-1)
	case 'D':
		g.x = max(g.x-max(n, 1), 0)
	case 'H':
		g.y, g.x = min(max(n, 1), termHeight)-1, min(max(m, 1), termWidth)-1
	case 'K':
		g.erase(g.y, n)
	case 'J':
		g.erase(g.y, n)
		for y := range g.rows {
			if n == 2 || n == 0 && y > g.y || n == 1 && y < g.y {
				g.rows[y] = nil
			}
		}
	}
}

// erase takes away from a row: 0 what follows the cursor, 1 what is before it, 2 all.
func (g *glass) erase(y, what int) {
	row := g.rows[y]
	switch {
	case what == 2:
		g.rows[y] = nil
	case what == 0 && g.x < len(row):
		g.rows[y] = row[:g.x]
	case what == 1:
		for x := range row[:min(g.x+1, len(row))] {
			row[x] = ' '
		}
	}
}

// text is what stands on the glass, without the frames round it.
func (g *glass) text() string {
	var all strings.Builder
	for _, row := range g.rows {
		all.WriteString(string(row) + "\n")
	}
	return plainWords(all.String())
}

func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n\t│┃\u00a0\u2068\u2069\u2067", r) }), " ")
}
