//go:build offline && linux

package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"cesta/internal/interview"
	"cesta/internal/screen"
)

// These tests show what the README says about the network: nothing that could
// open a connection is linked, and none is opened. TestHouse looks at the
// dependencies.

var symbolLine = regexp.MustCompile(`(?m)^ *[0-9a-f]* +[A-Za-z?] (.*)$`)

// symbols are the names of all functions and variables in a binary.
func symbols(t *testing.T, file string) []string {
	t.Helper()
	out, err := exec.Command("go", "tool", "nm", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range symbolLine.FindAllSubmatch(out, -1) {
		all = append(all, string(m[1]))
	}
	return all
}

const systemCalls = `^(syscall|golang\.org/x/sys/\w+|internal/poll|internal/syscall/\w+)\.`

var (
	// connecting are the parts of the standard library that make connections.
	// Package net itself is linked: flags read addresses as text.
	connecting = regexp.MustCompile(`^(net/(http|smtp|rpc|textproto)|crypto/(tls|x509)|golang\.org/x/net)\b|` +
		`^net\.(\(\*?(\w*Dialer|Resolver|ListenConfig|netFD|\w*[cC]onn|\w*Listener)\)|[dD]ial|[lL]isten|lookup[A-Z]\w*IP|Lookup|(inter)?[sS]ocket|File[A-Z]|(\(\*Resolver\)\.)?goLookup|cgo)`)
	// calling are the system's calls about sockets, under all of their names.
	calling = regexp.MustCompile(systemCalls + `.*([sS]ock|[cC]onnect|[bB]ind|[lL]isten|[aA]ccept|[sS]end|[rR]ecv|WSA)`)
	// creating are those of them without which there is no connection. On Windows
	// every program that writes a page of HTML holds some.
	creating = regexp.MustCompile(systemCalls + `(libc_)?([sS]ocket|[sS]ocketpair|[cC]onnect|[bB]ind|[lL]isten)(_trampoline)?(\.abi0)?$`)
	// unused is a name of a library of Windows that is loaded by the first call.
	unused = "golang.org/x/sys/windows.modmswsock"
)

// reach gives the symbols that could open a connection: those that do, and calls
// about sockets that are not in every program.
func reach(linked, bare []string, goos string) []string {
	inEvery := map[string]bool{unused: true}
	for _, s := range bare {
		inEvery[s] = true
	}
	var all []string
	for _, s := range linked {
		makes := connecting.MatchString(s) || goos != "windows" && creating.MatchString(s)
		if makes || calling.MatchString(s) && !inEvery[s] {
			all = append(all, s)
		}
	}
	return all
}

func TestOfflineNoNetworkCodeIsLinked(t *testing.T) {
	for _, system := range [][2]string{{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "arm64"}, {"windows", "amd64"}} {
		t.Run(strings.Join(system[:], "/"), func(t *testing.T) {
			bare := symbols(t, buildFor(t, system[0], system[1], "./testdata/bare"))
			linked := symbols(t, buildFor(t, system[0], system[1], "cesta/cmd/cesta"))
			if len(linked) < len(bare) {
				t.Fatalf("%d symbols: this binary is stripped, and shows nothing", len(linked))
			}
			for _, s := range reach(linked, bare, system[0]) {
				t.Errorf("%s is linked", s)
			}
			dials := reach(symbols(t, buildFor(t, system[0], system[1], "./testdata/dials")), bare, system[0])
			if !slices.Contains(dials, "net.(*Dialer).DialContext") || len(dials) < 100 {
				t.Errorf("a program that connects is not found out: %v", dials)
			}
		})
	}
}

// traced lets every command of the scripts run under strace. It is told to look
// at the calls about sockets of every kind, those inside this machine too, and
// at the start of other programs, and follows all threads and children.
type traced struct{ dir, bin string }

func newTraced(t *testing.T) traced {
	t.Helper()
	tool, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	x := traced{dir: t.TempDir(), bin: t.TempDir()}
	x.wrap(t, "cesta", tool, buildFor(t, "linux", runtime.GOARCH, "./testdata/scripted"))
	return x
}

// wrap puts a command into the folder of commands that starts a program through strace.
func (x traced) wrap(t *testing.T, name, tool, program string) {
	t.Helper()
	script := fmt.Sprintf("#!/bin/sh\nexec %s -f --seccomp-bpf -e trace=network,execve,execveat -e signal=none -o %s/$$ %s \"$@\"\n", tool, x.dir, program)
	if err := os.WriteFile(filepath.Join(x.bin, name), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
}

// unreadable is how strace writes a call of which it can read nothing any more.
var unreadable = regexp.MustCompile(`^\?\?\?\(( <unfinished.*|\) += \?)$`)

// take reads the traces there are, and gives how many they are and the lines
// that must not be in them: everything but the start and the end of the command.
func (x traced) take(t *testing.T) (runs int, calls []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(x.dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		first, ended := true, false
		for line := range strings.Lines(string(text)) {
			switch _, what, _ := strings.Cut(strings.TrimSpace(line), " "); {
			case first && strings.HasPrefix(strings.TrimSpace(what), "execve("):
				first = false
			case strings.HasPrefix(strings.TrimSpace(what), "+++ "):
				ended = true
			case unreadable.MatchString(strings.TrimSpace(what)):
				// A thread that the end of the program has cut off at the entrance of a
				// call, so that strace cannot read which. The kernel does not go on with it.
			default:
				calls = append(calls, strings.TrimSpace(line))
			}
		}
		if first || !ended {
			t.Errorf("%s is no whole trace:\n%s", file, text)
		}
	}
	return len(files), calls
}

// TestOfflineScripts runs every script as TestScripts does, each command of the
// program under strace. Nothing is allowed: no socket, not even a local one, and
// no other program.
func TestOfflineScripts(t *testing.T) {
	x := newTraced(t)
	var commands atomic.Int32
	t.Run("scripts", func(t *testing.T) {
		p := scripts()
		setup := p.Setup
		p.Setup = func(e *testscript.Env) error {
			e.Setenv("PATH", x.bin+string(os.PathListSeparator)+e.Getenv("PATH"))
			commands.Add(1)
			return setup(e)
		}
		testscript.Run(t, p)
	})
	runs, calls := x.take(t)
	for _, call := range calls {
		t.Error(call)
	}
	if runs < int(commands.Load()) {
		t.Errorf("%d scripts and only %d runs of the program", commands.Load(), runs)
	}
	t.Logf("%d scripts, %d runs of the program, %d calls", commands.Load(), runs, len(calls))
}

// TestOfflineTraceSees shows that such a call is seen, and such a start.
func TestOfflineTraceSees(t *testing.T) {
	x := traced{dir: t.TempDir(), bin: t.TempDir()}
	tool, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	x.wrap(t, "dials", tool, buildFor(t, "linux", runtime.GOARCH, "./testdata/dials"))
	if out, err := exec.Command(filepath.Join(x.bin, "dials")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	_, calls := x.take(t)
	all := strings.Join(calls, "\n")
	for _, call := range []string{"socket(AF_UNIX", "connect(", "execve("} {
		if !strings.Contains(all, call) {
			t.Errorf("%s...) is not seen in\n%s", call, all)
		}
	}
}

// TestOfflineFullScreen holds a talk in full screen under strace, on what says to
// be tmux, with the keys that libraries of the screen take for the clipboard and
// the editor.
func TestOfflineFullScreen(t *testing.T) {
	x := newTraced(t)
	for _, there := range []string{"xclip", "tmux"} {
		if err := os.WriteFile(filepath.Join(x.bin, there), []byte("#!/bin/sh\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(filepath.Join(x.bin, "cesta"), "screen", "--interview", "triage", "--language", "en")
	home := t.TempDir()
	cmd.Env = []string{"HOME=" + home, "LANG=en_GB.UTF-8", "TERM=tmux-256color", "TMUX=socket,1,0", "DISPLAY=:0", "EDITOR=true", "PATH=" + x.bin + ":" + os.Getenv("PATH")}
	term := onTerminal(t, cmd)
	k, err := prepared(t).prepare(screenOptions{interview: "triage", language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for before := ""; k.engine.Outcome() == interview.Running; {
		s := k.maker.Screen(k.engine.Step())
		title := plainWords(s.Title.Officer)
		term.wait(title, func(text string) bool { return text != before && strings.Contains(text, title) })
		for _, key := range []string{"\x16", "\x05"} {
			term.write(key)
		}
		time.Sleep(800 * time.Millisecond)
		keys := keysFor(t, s, "")
		a, ok := s.Act(keys[0])
		if !ok {
			t.Fatalf("%v does nothing at %s", keys, s.Step.ID)
		}
		term.press("\x1b[F")
		before = term.screen()
		term.write(strings.Replace(keys[0], screen.KeyNext, "\r", 1))
		k.do(t, a)
	}
	if status := term.end(); status != 0 {
		t.Errorf("exit status %d:\n%s", status, term.screen())
	}
	runs, calls := x.take(t)
	if runs != 1 || len(calls) > 0 {
		t.Errorf("%d runs, and these calls:\n%s", runs, strings.Join(calls, "\n"))
	}
}
