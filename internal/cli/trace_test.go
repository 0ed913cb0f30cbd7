package cli

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/plain"
	"cesta/internal/screen"
	"cesta/internal/tui"
)

// The two conductors are told the same talk: once as lines, once as keys.
// Whatever they do with it, the engine must have seen the same steps and the
// same actions, in the same order.
func TestFullScreenAndPlainGoTheSameWay(t *testing.T) {
	for _, c := range []struct {
		name  string
		words map[string][]string // by step: what is done there, visit by visit
	}{
		{"a silent no", map[string][]string{"card.interpreter": {"no"}, "result.hidden": {"show"}}},
		{"back over a branch, blank and the end of the input", map[string][]string{
			"work.began": {"yes", "no"}, "documents.kept-at-work": {"back"}, "documents.kept-on-the-way": {"", "back"},
			"promise.work": {"job wages"}, "correction": {"typing"}, "debt.owed": {"blank", ""}, "threat.before": {"hang up"},
		}},
		{"consent refused", map[string][]string{"interview": {"no"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			told := tell(t, c.words)
			inLines, inKeys := told.asLines(t), told.asKeys(t)
			if diff := cmp.Diff(told.trace, inLines); diff != "" {
				t.Errorf("plain went another way (-told +plain):\n%s", diff)
			}
			if diff := cmp.Diff(told.trace, inKeys); diff != "" {
				t.Errorf("full screen went another way (-told +full screen):\n%s", diff)
			}
		})
	}
}

// told is one talk as it was told: what to type and press, and what the engine
// made of it.
type told struct {
	lines []string
	keys  [][]string // the keys of one action
	trace []interview.Event
}

func prepared(t *testing.T) *talk {
	t.Helper()
	env, _, _ := testEnv("")
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		t.Fatal(err)
	}
	k, err := p.prepare(screenOptions{interview: "quick"})
	if err != nil {
		t.Fatal(err)
	}
	k.plan.Judge = nil
	return k
}

func tell(t *testing.T, words map[string][]string) told {
	t.Helper()
	k, visits := prepared(t), map[string]int{}
	var all told
	for k.engine.Outcome() == interview.Running {
		step := k.engine.Step()
		word := ""
		if w, n := words[step.ID], visits[step.ID]; n < len(w) {
			word = w[n]
		}
		visits[step.ID]++
		if word == "hang up" {
			k.do(t, interview.Action{Verb: interview.Abort})
			break
		}
		all.add(t, k, k.maker.Screen(step), word)
	}
	all.trace = k.engine.Trace()
	return all
}

func (k *talk) do(t *testing.T, a interview.Action) {
	t.Helper()
	if err := k.engine.Do(a); err != nil {
		t.Fatalf("at %s: %v", k.engine.Step().ID, err)
	}
}

// add tells one thing: a word for what is done, or "" for what somebody does
// who has nothing to report.
func (d *told) add(t *testing.T, k *talk, s screen.Screen, word string) {
	t.Helper()
	if word == "blank" {
		k.do(t, interview.Action{Verb: interview.Blank})
		k.do(t, interview.Action{Verb: interview.Unblank})
		d.lines = append(d.lines, "x", "")
		d.keys = append(d.keys, []string{"x"}, []string{"x"})
		return
	}
	keys := keysFor(t, s, word)
	a, ok := s.Act(keys[0])
	if s.List {
		a, ok = s.ActList(keys)
	}
	if !ok {
		t.Fatalf("%v does nothing at %s", keys, s.Step.ID)
	}
	k.do(t, a)
	line, press := strings.Join(keys, " "), slices.Clone(keys)
	switch {
	case keys[0] == screen.KeyNext:
		line, press = "", []string{"\x1b[F", "\r"} // End: a long page is left at its end
	case s.List && !slices.Contains([]string{screen.KeyNone, screen.KeyBack}, keys[0]):
		press = append(press, "\r")
	}
	d.lines, d.keys = append(d.lines, line), append(d.keys, press)
}

func keysFor(t *testing.T, s screen.Screen, word string) []string {
	if word == "back" {
		return []string{screen.KeyBack}
	}
	if word == "" {
		word = quiet(s)
	}
	var keys []string
	for _, id := range strings.Fields(word) {
		i := slices.IndexFunc(s.Options, func(o screen.Option) bool { return o.ID == id })
		if i < 0 {
			t.Fatalf("%s has no option %s: %v", s.Step.ID, id, s.Options)
		}
		keys = append(keys, s.Options[i].Key)
	}
	return keys
}

// quiet is what somebody chooses who has nothing to report.
func quiet(s screen.Screen) string {
	for _, id := range []string{"next", "none", "uk", "professional", "adult", "nobody", "always-had-it", "no-debt", "free", "usual", "no-doubt", "finish", "go-on"} {
		if slices.ContainsFunc(s.Options, func(o screen.Option) bool { return o.ID == id }) {
			return id
		}
	}
	asked := s.Step.Kind == interview.KindQuestion && s.Step.Audience == indicator.Person
	if asked || s.Step.ID == interview.StepCheck || s.Step.ID == interview.StepReferral {
		return "no"
	}
	return "yes"
}

func (d told) asLines(t *testing.T) []interview.Event {
	t.Helper()
	k := prepared(t)
	err := plain.Run(context.Background(), k.engine, k.maker, strings.NewReader(strings.Join(d.lines, "\n")+"\n"), io.Discard, plain.Options{})
	if err != nil && !errors.Is(err, plain.ErrUnfinished) {
		t.Fatal(err)
	}
	return k.engine.Trace()
}

// watched lets a test see when the engine has been told something.
type watched struct {
	mu sync.Mutex
	*interview.Engine
	did chan struct{}
}

func (w *watched) Step() interview.Step {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.Engine.Step()
}

func (w *watched) Outcome() interview.Outcome {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.Engine.Outcome()
}

func (w *watched) Do(a interview.Action) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	err := w.Engine.Do(a)
	w.did <- struct{}{}
	return err
}

func (d told) asKeys(t *testing.T) []interview.Event {
	t.Helper()
	k := prepared(t)
	w := &watched{Engine: k.engine, did: make(chan struct{}, 100)}
	in, keys := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- tui.Run(context.Background(), tui.Config{Engine: w, Maker: k.maker, In: in, Out: io.Discard, NoColor: true, Languages: k.languagesOf(), Idle: -1, Settle: -1})
	}()
	for _, press := range d.keys {
		for i, key := range press {
			_, _ = io.WriteString(keys, key)
			if i == len(press)-1 {
				w.wait(t, press)
			} else {
				time.Sleep(20 * time.Millisecond) // keys that run together count as a paste
			}
		}
	}
	keys.Close()
	if err := <-done; err != nil && !errors.Is(err, tui.ErrUnfinished) {
		t.Fatal(err)
	}
	return k.engine.Trace()
}

func (w *watched) wait(t *testing.T, press []string) {
	t.Helper()
	select {
	case <-w.did:
	case <-time.After(10 * time.Second):
		t.Fatalf("%q at %s does nothing", press, w.Step().ID)
	}
}
