package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows are the packages that each package of the house may import. Content
// is below everything: indicators and locales hold only files.
var arrows = map[string][]string{
	"cmd/cesta":            {"internal/cli"},
	"internal/cli":         {"indicators", "locales", "internal/answers", "internal/assess", "internal/check", "internal/country", "internal/indicator", "internal/interview", "internal/locale", "internal/plain", "internal/report", "internal/screen", "internal/strict", "internal/translation", "internal/tui", "internal/vault"},
	"internal/vault":       {},
	"internal/tui":         {"internal/tui/dark", "internal/answers", "internal/indicator", "internal/interview", "internal/locale", "internal/screen"},
	"internal/tui/dark":    {},
	"internal/plain":       {"internal/indicator", "internal/interview", "internal/locale", "internal/screen"},
	"internal/report":      {"internal/answers", "internal/assess", "internal/country", "internal/indicator", "internal/locale"},
	"internal/check":       {"internal/answers", "internal/assess", "internal/country", "internal/indicator", "internal/interview", "internal/locale", "internal/strict", "internal/translation"},
	"internal/translation": {"internal/locale", "internal/strict"},
	"internal/screen":      {"internal/answers", "internal/country", "internal/indicator", "internal/interview", "internal/locale"},
	"internal/interview":   {"internal/answers", "internal/indicator", "internal/strict"},
	"internal/assess":      {"internal/answers", "internal/indicator", "internal/strict"},
	"internal/answers":     {"internal/strict"},
	"internal/indicator":   {"internal/strict"},
	"internal/locale":      {"internal/strict"},
	"internal/country":     {"internal/strict"},
	"internal/strict":      {},
	"indicators":           {},
	"locales":              {},
}

// only are the packages that alone may import a module.
var only = map[string][]string{
	"internal/strict":      {"gopkg.in/yaml.v3"},
	"internal/tui":         {"github.com/charmbracelet/huh", "github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles/key", "github.com/charmbracelet/lipgloss", "github.com/muesli/termenv", "golang.org/x/text/unicode/norm"},
	"internal/tui/dark":    {"github.com/charmbracelet/lipgloss"},
	"internal/report":      {"rsc.io/qr"},
	"internal/cli":         {"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term", "golang.org/x/sys/unix", "golang.org/x/sys/windows"},
	"internal/locale":      {"github.com/rivo/uniseg", "golang.org/x/text/language", "golang.org/x/text/language/display", "golang.org/x/text/feature/plural", "golang.org/x/text/unicode/norm", "golang.org/x/text/unicode/rangetable"},
	"internal/translation": {"golang.org/x/text/unicode/norm"},
	"internal/vault":       {"filippo.io/age"},
}

// impure are the packages that a pure package must not import: they are the
// clock's surroundings, files, chance and the outside.
var (
	pure   = []string{"internal/answers", "internal/assess", "internal/interview", "internal/strict", "internal/indicator", "internal/locale", "internal/country", "internal/screen", "internal/translation"}
	impure = []string{"os", "os/exec", "os/signal", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "net"}
)

// offline are packages that nothing in the program may link.
var offline = []string{"net/http", "crypto/tls", "net/smtp", "net/rpc", "net/textproto", "crypto/x509"}

// dialling are the packages that may import package net, by system: flags are
// read from addresses too, and on Windows all that draws on a terminal rests on
// a package that knows them. The standard library imports it nowhere else.
var dialling = map[string][]string{
	"linux":   {"github.com/spf13/pflag"},
	"darwin":  {"github.com/spf13/pflag"},
	"windows": {"github.com/spf13/pflag", "golang.org/x/sys/windows"},
}

// starting are the packages that may import os/exec: the libraries of the screen
// could start an editor or a program for the clipboard. Nothing here lets them;
// what runs of it is seen in TestOfflineScripts and TestOfflineFullScreen.
var starting = []string{"github.com/atotto/clipboard", "github.com/charmbracelet/bubbletea", "github.com/charmbracelet/colorprofile", "github.com/charmbracelet/huh"}

// listed is what go list tells of a package.
type listed struct {
	ImportPath string
	Imports    []string
	Standard   bool
	GoFiles    []string
	Dir        string
}

func list(t *testing.T, goos string) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Standard,GoFiles,Dir", "cesta/...")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH=amd64", "CGO_ENABLED=0")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestHouse(t *testing.T) {
	if testing.Short() {
		t.Skip("asks the go command about three systems")
	}
	for _, goos := range []string{"linux", "windows", "darwin"} {
		t.Run(goos, func(t *testing.T) {
			t.Parallel()
			for _, p := range list(t, goos) {
				checkOffline(t, goos, p)
				if name, ours := strings.CutPrefix(p.ImportPath, "cesta/"); ours {
					checkArrows(t, name, p)
					checkPure(t, name, p)
				}
			}
		})
	}
}

// checkOffline keeps everything that could open a connection out of the binary.
func checkOffline(t *testing.T, goos string, p listed) {
	t.Helper()
	if slices.Contains(offline, p.ImportPath) {
		t.Errorf("the program links %s", p.ImportPath)
	}
	if slices.Contains(p.Imports, "net") && !slices.Contains(dialling[goos], p.ImportPath) {
		t.Errorf("%s imports net", p.ImportPath)
	}
	if slices.Contains(p.Imports, "os/exec") && !slices.Contains(starting, p.ImportPath) {
		t.Errorf("%s imports os/exec", p.ImportPath)
	}
}

// checkArrows keeps imports running one way, and each outside module in the one
// package that is there for it.
func checkArrows(t *testing.T, name string, p listed) {
	t.Helper()
	may, known := arrows[name]
	if !known {
		t.Errorf("the package %s is not in the plan of the house", name)
	}
	for _, i := range p.Imports {
		inside, ours := strings.CutPrefix(i, "cesta/")
		outside := !ours && strings.Contains(strings.Split(i, "/")[0], ".")
		if ours && !slices.Contains(may, inside) || outside && !slices.Contains(only[name], i) {
			t.Errorf("%s imports %s", name, i)
		}
	}
}

func checkPure(t *testing.T, name string, p listed) {
	t.Helper()
	if !slices.Contains(pure, name) {
		return
	}
	for _, i := range p.Imports {
		if slices.Contains(impure, i) {
			t.Errorf("%s imports %s", name, i)
		}
	}
	for _, file := range p.GoFiles {
		text, err := os.ReadFile(p.Dir + "/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(text, []byte("time.Now")) || bytes.Contains(text, []byte("time.Since")) {
			t.Errorf("%s/%s reads the clock", name, file)
		}
	}
}

// TestOutsideIsOnePlace keeps package os, and with it files, arguments and the
// environment, out of everything but System and what belongs to a terminal.
func TestOutsideIsOnePlace(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == "system.go" || strings.HasPrefix(name, "echo_") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(text, []byte("\t\"os\"\n")) {
			t.Errorf("%s imports os", name)
		}
	}
}

// TestModulePathSortsFirst keeps the cure for a question that bubbletea asks
// the terminal at the start: Go initialises packages in the order of their paths.
func TestModulePathSortsFirst(t *testing.T) {
	t.Parallel()
	if first, query := "cesta/internal/tui/dark", "github.com/charmbracelet/bubbletea"; first > query {
		t.Errorf("%s does not sort before %s", first, query)
	}
}
