package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"cesta/internal/indicator"
	"cesta/internal/interview"
)

// testNow is the variable by which a script sets the clock.
const testNow = "CESTA_TEST_NOW"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cesta": func() {
		env := System()
		env.Work = 4 // or scrypt would be most of what the scripts do
		if at, err := time.Parse(time.RFC3339, os.Getenv(testNow)); err == nil {
			env.Now = func() time.Time { return at }
		}
		os.Exit(Main(os.Args[1:], env))
	}})
}

// TestScripts runs the scripts, which are the specification of the command line.
func TestScripts(t *testing.T) {
	params := scripts()
	if testing.Short() {
		params.Dir, params.Files = "", talkScripts(t, params.Dir)
	}
	testscript.Run(t, params)
}

// talkScripts are the scripts that hold and keep a talk. Where tests are to be
// short, as under the race detector, they stand for all: no other command does
// two things at once.
func talkScripts(t *testing.T, dir string) []string {
	var talks []string
	for _, pattern := range []string{"screen-*", "records-*", "resume*"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("no script %s: %v", pattern, err)
		}
		talks = append(talks, found...)
	}
	return talks
}

func scripts() testscript.Params {
	return testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setUpScript,
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"talk":   writeTalk,
			"bytes":  writeBytes,
			"flip":   flipBit,
			"record": writeRecord,
			"status": checkStatus,
		},
	}
}

// setUpScript gives each script a home of its own and an officer who reads English.
func setUpScript(e *testscript.Env) error {
	home := filepath.Join(e.WorkDir, ".home")
	config := filepath.Join(home, ".config")
	e.Setenv("HOME", home)
	e.Setenv("XDG_CONFIG_HOME", config)
	e.Setenv("APPDATA", config)
	e.Setenv("LOCALAPPDATA", filepath.Join(home, ".local", "share"))
	e.Setenv("RECORDS", filepath.Join(home, ".local", "share", "cesta", "records"))
	e.Setenv("CONFIG", filepath.Join(config, "cesta"))
	e.Setenv("LANG", "en_GB.UTF-8")
	e.Setenv("TERM", "dumb")
	e.Setenv(testNow, "2026-11-23T13:00:00Z")
	return os.MkdirAll(filepath.Join(config, "cesta"), 0o700)
}

// checkStatus is "status N command ...": the command must end with N.
func checkStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [argument ...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// writeBytes is "bytes FILE TEXT": TEXT with its Go escapes goes into FILE.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE TEXT")
	}
	var text string
	_, err := fmt.Sscanf(`"`+args[1]+`"`, "%q", &text)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// writeTalk is "talk INTERVIEW FILE OUT": it goes through the interview and
// writes to OUT what somebody types in line mode. FILE names the keys at some
// steps, one "step key ..." a line, by number or by the id of the option; "step end" ends the input there.
// Without the step "language" the talk is one that was begun in English. At the
// others the harmless key is taken: no, none of these, next. So a script holds
// the answers that it is about, and does not break with every new question.
func writeTalk(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: talk INTERVIEW FILE OUT")
	}
	keys := map[string]string{}
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		step, key, _ := strings.Cut(strings.TrimSpace(line), " ")
		keys[step] = key
	}
	typed, err := typeTalk(args[0], keys)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(typed), 0o666))
}

func typeTalk(id string, keys map[string]string) (string, error) {
	env, _, _ := testEnv("")
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		return "", err
	}
	o := screenOptions{interview: id, language: "en"}
	if keys[interview.StepLanguage] != "" {
		o.language = "" // the person chooses
	}
	t, err := p.prepare(o)
	if err != nil {
		return "", err
	}
	var typed strings.Builder
	for used := map[string]bool{}; t.engine.Outcome() == interview.Running; {
		step := t.engine.Step()
		key, chosen := keys[step.ID]
		if !chosen || used[step.ID] {
			key = harmless(step)
		}
		if used[step.ID] = true; key == "end" {
			break
		}
		pressed, err := press(t, key)
		if err != nil {
			return "", fmt.Errorf("step %s does not take %q: %v", step.ID, key, err)
		}
		typed.WriteString(pressed + "\n")
	}
	return typed.String(), nil
}

// press does at the engine what the keys, or the ids of options, mean, and gives
// the keys.
func press(t *talk, key string) (string, error) {
	s := t.maker.Screen(t.engine.Step())
	keys := strings.Fields(key)
	for i, k := range keys {
		for _, o := range s.Options {
			if o.ID == k {
				keys[i] = o.Key
			}
		}
	}
	pressed := strings.Join(keys, " ")
	action, ok := s.Act(enter(pressed))
	if len(keys) > 1 {
		action, ok = s.ActList(keys)
	}
	if !ok {
		return pressed, errors.New("not a key here")
	}
	return pressed, t.engine.Do(action)
}

func enter(key string) string {
	if key == "" {
		return "enter"
	}
	return key
}

// harmless is the key at a step that a script says nothing about.
func harmless(step interview.Step) string {
	q := step.Question
	switch {
	case q != nil && q.Kind == indicator.List:
		return "0"
	case q != nil && q.Kind == indicator.YesNo:
		return "2"
	case q != nil:
		return denial(q)
	case len(step.Options) == 0 || step.Kind == interview.KindReview:
		return ""
	case slices.Contains([]string{
		interview.StepCheck, interview.StepSecondTalk, interview.StepReferral, interview.StepMore, interview.StepAnother, interview.StepEnd,
	}, step.ID):
		return "2"
	}
	return "1"
}

// denial is the key of the first option that only denies, or else of the first
// that says nothing at all, or of "unknown".
func denial(q *indicator.Question) string {
	for _, harmless := range []func(indicator.Option) bool{
		func(o indicator.Option) bool { return len(o.Denies) > 0 && len(o.Shows) == 0 },
		func(o indicator.Option) bool {
			return len(o.Shows) == 0 && len(o.Conditions) == 0 && o.Age == "" && !o.LeavesOpen && !o.LeavesUnknown
		},
	} {
		if i := slices.IndexFunc(q.Options, harmless); i >= 0 {
			return strconv.Itoa(i + 1)
		}
	}
	return "8"
}

// testEnv is an Env without a file system, a terminal or a home.
func testEnv(in string) (env Env, out, err *bytes.Buffer) {
	env = System()
	out, err = &bytes.Buffer{}, &bytes.Buffer{}
	env.In, env.Out, env.Err = bufio.NewReader(strings.NewReader(in)), out, err
	env.Getenv = func(name string) string { return map[string]string{"LANG": "en"}[name] }
	env.ConfigDir = func() (string, error) { return "", os.ErrNotExist }
	env.DataDir = func() (string, error) { return filepath.Join(os.TempDir(), "nobody-keeps-records-here"), nil }
	env.Now = func() time.Time { return time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC) }
	return env, out, err
}
