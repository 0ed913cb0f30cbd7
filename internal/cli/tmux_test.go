//go:build tmux && linux

package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

// TestAWholeTalkInTmuxBreaksNoFrame holds the full talk with somebody who has
// much to tell, from the language to the last page, in the scripts that terminals
// draw worst and in a usual and a small window. Every page is read to its end,
// and on each every line must begin as the program has drawn it: a line that the
// terminal has broken does not.
func TestAWholeTalkInTmuxBreaksNoFrame(t *testing.T) {
	binary := buildFor(t, "linux", "", "cesta/cmd/cesta")
	for _, language := range []string{"ar", "hi", "zh-Hans", "ka"} {
		for _, size := range [][2]int{{80, 24}, {40, 14}} {
			t.Run(fmt.Sprintf("%s in %dx%d", language, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				pages := newWindow(t, binary, language, size[0], size[1]).talk(language)
				if pages < 150 {
					t.Errorf("only %d pages were drawn", pages)
				}
				t.Logf("%d pages", pages)
			})
		}
	}
}

// window is a window of a tmux of its own.
type window struct {
	t             *testing.T
	socket        string
	width, height int
}

// turnPage is the key that answers nothing.
const turnPage = "PageDown"

func newWindow(t *testing.T, binary, language string, width, height int) *window {
	t.Helper()
	home := t.TempDir()
	w := &window{t, filepath.Join(home, "tmux"), width, height}
	settings := filepath.Join(home, "tmux.conf")
	if err := os.WriteFile(settings, []byte("set -g default-terminal screen-256color\nset -g status off\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	// The last line stays, so that the status of the program can be read.
	command := fmt.Sprintf("'%s' screen --interview full --language %s --officer-language en --practice; echo over: $?; sleep 1000", binary, language)
	w.tmux("-f", settings, "new-session", "-d", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height), "-e", "HOME="+home, command)
	t.Cleanup(func() { w.tmux("kill-server") })
	return w
}

func (w *window) tmux(args ...string) string {
	w.t.Helper()
	cmd := exec.Command("tmux", append([]string{"-u", "-S", w.socket}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TMUX=")
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (w *window) shown() string { return w.tmux("capture-pane", "-p") }

// until waits for a page.
func (w *window) until(what string, is func(page string) bool) string {
	w.t.Helper()
	page := ""
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if page = w.shown(); is(page) {
			return page
		}
	}
	w.t.Fatalf("%s does not come:\n%s", what, page)
	return ""
}

// press presses a key, one that answers when the page has been there long enough
// to take it, and waits for what it does.
func (w *window) press(key string) {
	w.t.Helper()
	if key != turnPage {
		time.Sleep(800 * time.Millisecond)
	}
	before := w.shown()
	w.tmux("send-keys", key)
	w.until("what "+key+" does", func(page string) bool { return page != before })
}

// talk holds the talk to its end and gives the number of pages.
func (w *window) talk(language string) (pages int) {
	env, _, _ := testEnv("")
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		w.t.Fatal(err)
	}
	talk, err := p.prepare(screenOptions{interview: "full", language: language, practice: true})
	if err != nil {
		w.t.Fatal(err)
	}
	for talk.engine.Outcome() == interview.Running {
		s := talk.maker.Screen(talk.engine.Step())
		w.until("the page of "+s.Step.ID, func(page string) bool { return begins(page, s) })
		pages += w.read(s.Step.ID)
		keys, a := confide(w.t, s)
		for _, key := range keys {
			w.press(map[string]string{screen.KeyNext: "Enter"}[key] + strings.TrimPrefix(key, screen.KeyNext))
			if s.List && key != screen.KeyNext {
				w.check(s.Step.ID, w.shown())
			}
		}
		if err := talk.engine.Do(a); err != nil {
			w.t.Fatalf("%s: %v", s.Step.ID, err)
		}
	}
	w.until("the end", func(page string) bool { return strings.Contains(page, "over: 0") })
	return pages
}

// begins reports whether the page is that of the step: it shows how the title
// begins, on one side or the other.
func begins(page string, s screen.Screen) bool {
	for _, title := range []string{s.Title.Person, s.Title.Officer} {
		if words := strings.Fields(title); len(words) > 0 && strings.Contains(page, string([]rune(words[0])[:min(8, len([]rune(words[0])))])) {
			return true
		}
	}
	return false
}

// read turns the pages of a text to the end.
func (w *window) read(step string) int {
	for pages := 1; ; pages++ {
		page := w.shown()
		w.check(step, page)
		if !strings.Contains(page, "↓ PgDn") {
			return pages
		}
		w.press(turnPage)
	}
}

// drawn is how a line of a page may begin: a bar before text, the cursor or
// room for it before a row, what cannot be seen now, or a message.
var drawn = regexp.MustCompile(`^([┃│]( |$)|> |  |! |↑|↓|[0-9]+-[0-9]+/[0-9]+ )`)

// foot is a line of keys.
var foot = regexp.MustCompile(`^([a-z?]|Enter|Esc|←)(  ?| [^ ].*)`)

// check looks at a page: practice is said on top, every line below it begins as
// it should, and the keys stand at the foot.
func (w *window) check(step, page string) {
	w.t.Helper()
	lines := strings.Split(strings.TrimRight(page, "\n"), "\n")
	last := len(lines)
	for last > 1 && !drawn.MatchString(lines[last-1]) && foot.MatchString(lines[last-1]) {
		last--
	}
	if last == len(lines) || len(lines) != w.height {
		w.t.Errorf("%s: there are no keys at the foot:\n%s", step, page)
	}
	for _, line := range lines[1:last] {
		if line != "" && !drawn.MatchString(line) {
			w.t.Errorf("%s: the line %q is broken:\n%s", step, line, page)
		}
	}
	for _, line := range lines {
		if locale.Width(line) > w.width {
			w.t.Errorf("%s: %q is wider than the window", step, line)
		}
	}
}

// confide gives the keys of somebody who has much to tell, and what they mean.
func confide(t *testing.T, s screen.Screen) ([]string, interview.Action) {
	t.Helper()
	own := slices.DeleteFunc(slices.Clone(s.Options), func(o screen.Option) bool { return o.Special || o.Key == screen.KeyNext })
	var keys []string
	switch {
	case len(own) == 0 || s.Step.Kind == interview.KindReview:
		keys = []string{screen.KeyNext}
	case s.List:
		keys = []string{own[0].Key, screen.KeyNext}
	case s.Step.ID == interview.StepAnother && s.Step.Place > 1:
		keys = []string{own[1].Key} // two places are enough
	case len(own) > 2 && s.Step.Audience == indicator.Person && s.Step.Kind == interview.KindQuestion && s.Step.ID != "age.said":
		keys = []string{own[1].Key}
	default:
		keys = []string{own[0].Key}
	}
	a, ok := s.Act(keys[0])
	if s.List {
		a, ok = s.ActList(keys[:1])
	}
	if !ok {
		t.Fatalf("%v means nothing at %s", keys, s.Step.ID)
	}
	return keys, a
}
