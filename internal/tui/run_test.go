package tui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/screen"
)

// terminalOut is an output that can be read while it is written.
type terminalOut struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (o *terminalOut) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.Write(p)
}

func (o *terminalOut) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}

func (o *terminalOut) waitFor(t *testing.T, text string) {
	t.Helper()
	for range 200 {
		if strings.Contains(o.String(), text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%q never came on the screen", text)
}

// running starts a talk on pipes.
func running(t *testing.T, ctx context.Context) (*talk, *terminalOut, *io.PipeWriter, chan error) {
	t.Helper()
	k := &talk{screens: []screen.Screen{yesNo("a"), yesNo("b")}, sheet: map[string]answers.Value{}, outcome: interview.Running}
	out, done := &terminalOut{}, make(chan error, 1)
	in, keys := io.Pipe()
	go func() {
		done <- Run(ctx, Config{Engine: k, Maker: k, In: in, Out: out, NoColor: true, Settle: -1})
	}()
	out.waitFor(t, "May you leave your work a")
	return k, out, keys, done
}

func TestRunToTheEnd(t *testing.T) {
	k, out, keys, done := running(t, context.Background())
	_, _ = io.WriteString(keys, "1")
	out.waitFor(t, "May you leave your work b")
	_, _ = io.WriteString(keys, "2")
	if err := <-done; err != nil {
		t.Errorf("error: %v", err)
	}
	if k.outcome != interview.Completed || len(k.sheet) != 2 {
		t.Errorf("outcome %s, answers %v", k.outcome, k.sheet)
	}
	after := out.String()[strings.LastIndex(out.String(), "\x1b[?1049l"):]
	if !strings.HasSuffix(after, wipe) || strings.Contains(after, "May you") {
		t.Errorf("on the terminal stays %q", after)
	}
}

func TestEveryOtherEndIsUnfinished(t *testing.T) {
	for _, tt := range []struct {
		name string
		end  func(cancel context.CancelFunc, keys *io.PipeWriter)
	}{
		{"the end of the input", func(_ context.CancelFunc, keys *io.PipeWriter) { keys.Close() }},
		{"an input that fails", func(_ context.CancelFunc, keys *io.PipeWriter) { keys.CloseWithError(errors.New("hung up")) }},
		{"a cancelled context", func(cancel context.CancelFunc, _ *io.PipeWriter) { cancel() }},
		{"a termination", func(context.CancelFunc, *io.PipeWriter) { raise(syscall.SIGTERM) }},
		{"a closed terminal", func(context.CancelFunc, *io.PipeWriter) { raise(syscall.SIGHUP) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if runtime.GOOS == "windows" {
				t.Skip("a process cannot send itself these signals")
			}
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			k, _, keys, done := running(t, ctx)
			_, _ = io.WriteString(keys, "\x1b[B") // the cursor stands on an answer
			tt.end(cancel, keys)
			if err := <-done; !errors.Is(err, ErrUnfinished) {
				t.Errorf("error %v, want ErrUnfinished", err)
			}
			if k.outcome != interview.Unfinished || len(k.sheet) > 0 {
				t.Errorf("outcome %s, answers %v", k.outcome, k.sheet)
			}
		})
	}
}

// A file as input is what a terminal is: bubbletea must still see the file, and
// we its end.
func TestTheEndOfAFileIsUnfinished(t *testing.T) {
	k, _ := start(yesNo("a"), yesNo("b"))
	in, keys, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	_, _ = io.WriteString(keys, "1")
	keys.Close()
	if err := Run(context.Background(), Config{Engine: k, Maker: k, In: in, Out: &terminalOut{}, NoColor: true, Settle: -1}); !errors.Is(err, ErrUnfinished) {
		t.Errorf("error %v, want ErrUnfinished", err)
	}
	if k.outcome != interview.Unfinished || len(k.sheet) != 1 {
		t.Errorf("outcome %s, answers %v", k.outcome, k.sheet)
	}
}

func TestAnInterruptFromOutsideAsks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot interrupt itself")
	}
	k, out, keys, done := running(t, context.Background())
	raise(syscall.SIGINT)
	out.waitFor(t, "end.title")
	_, _ = io.WriteString(keys, "2")
	if err := <-done; !errors.Is(err, ErrUnfinished) || len(k.sheet) > 0 {
		t.Errorf("error %v, answers %v", err, k.sheet)
	}
}

func raise(s syscall.Signal) {
	if p, err := os.FindProcess(os.Getpid()); err == nil {
		_ = p.Signal(s)
	}
}

// What is known to bite in huh stays out of this package.
func TestTheTrapsOfHuhAreNotUsed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, trap := range []string{
			"WithAccessible", "NewConfirm", "NewNote", "NewText(", "NewInput(", "NewMultiSelect", "Func(func", "WithHide", "huh.Validate", "AdaptiveColor(", ".Run()\n\tform",
			"tea.ExecProcess", "RoundedBorder", "NormalBorder", "BorderRight",
		} {
			if strings.Contains(string(data), trap) {
				t.Errorf("%s uses %s", file, trap)
			}
		}
	}
}

func TestNothingAsksTheTerminalForItsColours(t *testing.T) {
	const path, bubbletea = "cesta/internal/tui/dark", "github.com/charmbracelet/bubbletea"
	if path >= bubbletea {
		t.Errorf("%s is initialised after %s", path, bubbletea)
	}
	data, err := os.ReadFile("dark/dark.go")
	if err != nil {
		t.Fatal(err)
	}
	_, code, _ := strings.Cut(string(data), "\npackage dark\n")
	if strings.Count(code, "import") != 1 || !strings.Contains(code, `import "github.com/charmbracelet/lipgloss"`) {
		t.Error("package dark imports more than lipgloss")
	}
}
