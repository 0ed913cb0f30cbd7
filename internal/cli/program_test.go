package cli

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// atTerminal makes an Env look like a terminal whose user types in.
func atTerminal(t *testing.T, in string) (env Env, out, err *bytes.Buffer) {
	t.Helper()
	env, out, err = testEnv(in)
	env.IsTerminal = func(any) bool { return true }
	env.Size = func() (int, int) { return 80, 24 }
	env.Echo = func(bool) {}
	dir := t.TempDir()
	env.ConfigDir = func() (string, error) { return dir, nil }
	return env, out, err
}

func wantStatus(t *testing.T, want, got int, err *bytes.Buffer) {
	t.Helper()
	if got != want {
		t.Errorf("status %d, want %d\n%s", got, want, err)
	}
}

func wantText(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("%q is missing in\n%s", w, text)
		}
	}
}

func TestTheMenuLeadsToEverything(t *testing.T) {
	t.Parallel()
	env, out, err := atTerminal(t, "7\nhello\n3\n2\n0\n2\n1\n0\n")
	wantStatus(t, exitDone, Main(nil, env), err)
	wantText(t, err.String(), "Talk with a person", "In which language?")
	wantText(t, out.String(), "People who can help", "La Strada")
	if n := strings.Count(err.String(), "What would you like to do?"); n != 6 {
		t.Errorf("the menu was shown %d times, want 6: twice for wrong lines, and after each choice", n)
	}
}

func TestALineOfTheMenuIsFoundByAPieceOfIt(t *testing.T) {
	t.Parallel()
	env, out, err := atTerminal(t, "2\nviet\nnobody\n0\n0\n")
	wantStatus(t, exitDone, Main(nil, env), err)
	wantText(t, err.String(), "Vietnamese: Tiếng Việt\nNumber and Enter:")
	if n := strings.Count(err.String(), "In which language?"); n != 2 || out.Len() > 0 {
		t.Errorf("the languages were shown %d times, want 2: at first, and after a name that nobody has; printed: %q", n, out)
	}
}

func TestTheMenuEndsWithTheInput(t *testing.T) {
	t.Parallel()
	env, _, err := atTerminal(t, "")
	wantStatus(t, exitDone, Main(nil, env), err)
}

func TestTheEndOfTheInputLeavesEveryMenuQuietly(t *testing.T) {
	t.Parallel()
	for name, typed := range map[string]string{"which talk": "1\n", "which language": "2\n", "which practice": "4\n", "set-up": "5\n"} {
		env, _, err := atTerminal(t, typed)
		wantStatus(t, exitDone, Main(nil, env), err)
		if strings.Contains(err.String(), "cesta:") || strings.Contains(err.String(), "EOF") {
			t.Errorf("%s: %s", name, err)
		}
	}
}

func TestTheMenuSaysTheTimeOfATalkOnce(t *testing.T) {
	t.Parallel()
	env, _, err := atTerminal(t, "1\n0\n0\n")
	wantStatus(t, exitDone, Main(nil, env), err)
	wantText(t, err.String(), "Danger, needs and age (3 min)")
}

func TestATalkFromTheMenuEndsTheProgram(t *testing.T) {
	t.Parallel()
	env, _, err := atTerminal(t, "4\n3\n")
	wantStatus(t, exitUnfinished, Main([]string{"--plain"}, env), err)
	wantText(t, err.String(), "Which talk?", " min)", "MOCK", "the talk ended before it was finished")
}

func TestSettingUpWritesSettingsOnce(t *testing.T) {
	t.Parallel()
	env, _, err := atTerminal(t, "5\n2\n5\n0\n")
	wantStatus(t, exitDone, Main(nil, env), err)
	wantText(t, err.String(), "The settings are in", "officer-language", "built in")
	dir, _ := env.ConfigDir()
	text, readErr := os.ReadFile(filepath.Join(dir, "cesta", "config.yaml"))
	if readErr != nil {
		t.Fatal(readErr)
	}
	wantText(t, string(text), "officer-language: ", "country: cz")
}

func TestCtrlCAtTheMenuEnds(t *testing.T) {
	t.Parallel()
	env, _, err := atTerminal(t, "")
	env.In, _ = io.Pipe()
	env.Signals = interrupted
	wantStatus(t, exitInterrupted, Main(nil, env), err)
	wantText(t, err.String(), "cesta: interrupted")
}

// interrupted is a Signals by which Ctrl+C comes soon.
func interrupted(ctx context.Context) (context.Context, <-chan struct{}, func()) {
	interrupt := make(chan struct{})
	go func() {
		time.Sleep(50 * time.Millisecond)
		interrupt <- struct{}{}
	}()
	return ctx, interrupt, func() {}
}

// terminated is a Signals by which the system soon tells the program to stop.
func terminated(ctx context.Context) (context.Context, <-chan struct{}, func()) {
	ctx, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	return ctx, nil, cancel
}

func TestCtrlCEndsAnAssessmentThatWaits(t *testing.T) {
	t.Parallel()
	env, _, err := testEnv("")
	env.In, _ = io.Pipe()
	env.Signals = interrupted
	wantStatus(t, exitInterrupted, Main([]string{"assess", "-", "--format", "json"}, env), err)
	if got := err.String(); got != "cesta: interrupted\n" {
		t.Errorf("got %q", got)
	}
}

func TestASheetIsAnsweredBeforeTheNextComes(t *testing.T) {
	t.Parallel()
	env, _, err := testEnv("")
	in, typed := io.Pipe()
	read, out := io.Pipe()
	env.In, env.Out = in, out
	done := make(chan int)
	go func() { done <- Main([]string{"assess", "-", "--format", "json"}, env) }()
	for _, name := range []string{"one", "two"} {
		io.WriteString(typed, `{"schema":"cesta.answers/1","case":"`+name+`"}`+"\n")
		answer := make([]byte, 1<<20)
		n, _ := read.Read(answer)
		wantText(t, string(answer[:n]), `"case":"`+name+`"`)
	}
	typed.Close()
	wantStatus(t, exitDone, <-done, err)
}

func TestATalkThatTheSystemEndsIsUnfinished(t *testing.T) {
	t.Parallel()
	env, _, err := testEnv("")
	env.In, _ = io.Pipe()
	env.Signals = terminated
	wantStatus(t, exitUnfinished, Main([]string{"screen"}, env), err)
	wantText(t, err.String(), "cesta: the talk ended before it was finished; nothing of it is kept")
}

func TestCtrlCInATalkAsksAndTheSecondEnds(t *testing.T) {
	t.Parallel()
	env, _, err := testEnv("")
	env.In, _ = io.Pipe()
	env.Signals = func(ctx context.Context) (context.Context, <-chan struct{}, func()) {
		interrupt := make(chan struct{}, 2)
		interrupt <- struct{}{}
		interrupt <- struct{}{}
		return ctx, interrupt, func() {}
	}
	wantStatus(t, exitUnfinished, Main([]string{"screen"}, env), err)
	wantText(t, err.String(), "A break", "cesta: the talk ended before it was finished")
}

func TestAFileThatMayNotBeReadIsAnError(t *testing.T) {
	t.Parallel()
	env, out, err := testEnv("")
	env.Open = func(name string) (fs.File, error) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	wantStatus(t, exitError, Main([]string{"assess", "sheets.yaml"}, env), err)
	if got := err.String(); got != "cesta: \"sheets.yaml\" may not be read or written by you\n" {
		t.Errorf("got %q", got)
	}
	if out.Len() > 0 {
		t.Errorf("something was written: %s", out)
	}
}

func TestTheEnvironmentChoosesTheOfficersLanguageOnlyExactly(t *testing.T) {
	t.Parallel()
	env, _, _ := testEnv("")
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		t.Fatal(err)
	}
	p.env.Getenv = func(string) string { return "" }
	standard := p.standardLanguage()
	for _, c := range []struct {
		name string
		set  map[string]string
		want string
	}{
		{"nothing set", nil, standard},
		{"the language of a country", map[string]string{"LANG": "en_GB.UTF-8"}, "en"},
		{"the bare language", map[string]string{"LANG": "en"}, "en"},
		{"LC_ALL before LANG", map[string]string{"LANG": "xx", "LC_ALL": "en_US"}, "en"},
		{"LC_MESSAGES before LANG", map[string]string{"LANG": "xx", "LC_MESSAGES": "en_US.UTF-8"}, "en"},
		{"the first that is set decides", map[string]string{"LC_ALL": "xx", "LANG": "en"}, standard},
		{"C", map[string]string{"LANG": "C.UTF-8"}, standard},
		{"a language that only resembles", map[string]string{"LANG": "eng"}, standard},
		{"a language that is for persons only", map[string]string{"LANG": "uk_UA.UTF-8"}, standard},
	} {
		p.env.Getenv = func(name string) string { return c.set[name] }
		if got := p.standardLanguage(); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNoWordOfTheCommandLineIsMissing(t *testing.T) {
	t.Parallel()
	env, _, _ := testEnv("")
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		t.Fatal(err)
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keysIn(string(text)) {
			if !p.words.Has("officer.cli."+key) && !strings.HasSuffix(key, ".") {
				t.Errorf("%s: the word officer.cli.%s is missing", name, key)
			}
		}
	}
}

func TestEveryHelpPageIsWholeInEveryOfficersLanguage(t *testing.T) {
	t.Parallel()
	env, _, _ := testEnv("")
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		t.Fatal(err)
	}
	for _, tag := range p.officerTags() {
		for _, page := range []string{
			"", "screen", "assess", "rights", "contacts", "indicators", "indicators list", "indicators check", "indicators copy",
			"languages", "languages list", "version", "completion", "help",
		} {
			env, out, err := testEnv("")
			args := append(strings.Fields(page), "--help", "--officer-language", tag)
			wantStatus(t, exitDone, Main(args, env), err)
			if strings.Contains(out.String(), "⟦") || !strings.Contains(out.String(), "  0 ") {
				t.Errorf("%s: cesta %s --help:\n%s", tag, page, out)
			}
		}
	}
}

// keysIn finds the keys that a source names in full.
func keysIn(source string) []string {
	var keys []string
	for _, call := range []struct{ before, prefix string }{
		{`.text("`, ""}, {`fail(exitError, "`, "error."}, {`fail(exitUsage, "`, "error."}, {`fail(exitProblems, "`, "error."},
		{`exitError, "`, "error."}, {`exitUsage, "`, "error."}, {`Count("officer.cli.`, ""}, {`contentFailure("`, "error."}, {`title("`, "help."},
	} {
		for _, rest := range strings.Split(source, call.before)[1:] {
			key, _, _ := strings.Cut(rest, `"`)
			keys = append(keys, call.prefix+key)
		}
	}
	return keys
}
