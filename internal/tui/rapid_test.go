package tui

import (
	"flag"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/screen"
)

// Random keys never crash, never draw outside the window, and the answers are
// those of the keys that were confirmed, computed by a model of its own.
func TestRandomKeys(t *testing.T) {
	keys := append(slices.Sorted(maps.Keys(special)), "0", "1", "2", "3", "4", "7", "8", "9", "b", "s", "p", "?", "o", "a", "ü", "я", "11")
	keys = slices.DeleteFunc(keys, func(k string) bool { return k == "/" })
	fewer(t)
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.SampledFrom(windows).Draw(r, "window")
		talk, m := manySteps(size)
		for range 500 {
			key := rapid.SampledFrom(keys).Draw(r, "key")
			want := maps.Clone(talk.sheet)
			step := talk.screens[talk.at]
			if v, ok := confirmed(step, talk.sheet[step.Step.ID], key, m.step.cursor(), m.step.ticked, m.step.unreadRows()); ok && !m.blank && m.over == nil {
				want[step.Step.ID] = v
			}
			_, cmd := m.Update(msg(key))
			if run(m, cmd) && talk.outcome == interview.Running {
				r.Fatal("it quits and the talk still runs")
			}
			if diff := cmp.Diff(want, talk.sheet); diff != "" {
				r.Fatalf("%s at %s: answers (-want +got):\n%s", key, step.Step.ID, diff)
			}
			if talk.outcome != interview.Running {
				talk, m = manySteps(size)
			}
			if key == "up" { // now and then somebody enlarges the letters
				size = rapid.SampledFrom(windows).Draw(r, "window")
				m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			}
			checkFrame(t, m, size[0], size[1])
		}
	})
}

func manySteps(size [2]int) (*talk, *model) {
	talk, m := start(languageScreen(), yesNo("a"), list("l"), reading("r", strings.Repeat("Words. ", 300)),
		yesNo("b"), long7["Ukrainian"], list("k"), yesNo("c"))
	m.resize(size[0], size[1])
	return talk, m
}

// fewer asks for fewer runs than usual, because each is long. A number given
// on the command line stays.
func fewer(t *testing.T) {
	checks := flag.Lookup("rapid.checks")
	if checks == nil || checks.Value.String() != checks.DefValue {
		return
	}
	_ = checks.Value.Set("8")
	t.Cleanup(func() { _ = checks.Value.Set(checks.DefValue) })
}

// confirmed says what a key answers, independently of the code under test.
// Where rows are unread, none of these is no answer yet.
func confirmed(s screen.Screen, before answers.Value, key, cursor string, ticked map[string]bool, unread bool) (answers.Value, bool) {
	id := cursor
	if key != "enter" && key != "ctrl+j" {
		o := slices.IndexFunc(s.Options, func(o screen.Option) bool { return o.Key == key })
		if o < 0 {
			return answers.Value{}, false
		}
		id = s.Options[o].ID
	}
	switch {
	case s.Step.Kind != interview.KindQuestion || id == nothing:
		return answers.Value{}, false
	case !s.List:
		return one(id), true
	case id == answers.None && unread:
		return answers.Value{}, false
	case id == answers.None, id == readyID && before.Items[answers.None] == answers.Yes:
		return items(append(slices.Collect(maps.Keys(ticked)), answers.None)...), true
	case id == readyID:
		return items(slices.Collect(maps.Keys(ticked))...), true
	case id == answers.Unknown || id == answers.Refused:
		return one(id), len(ticked) == 0
	}
	return answers.Value{}, false
}

// What is sent for a list is exactly what stands ticked.
func TestAListSendsWhatIsTicked(t *testing.T) {
	fewer(t)
	rapid.Check(t, func(r *rapid.T) {
		talk, m := start(list("l"), yesNo("b"))
		want := map[string]string{}
		for _, key := range rapid.SliceOfN(rapid.SampledFrom([]string{"1", "2", "3"}), 1, 12).Draw(r, "keys") {
			m.Update(msg(key))
			id := map[string]string{"1": "family", "2": "police", "3": "debt"}[key]
			if _, on := want[id]; on {
				delete(want, id)
			} else {
				want[id] = answers.Yes
			}
		}
		m.Update(msg("0"))
		want[answers.None] = answers.Yes
		if got := talk.sheet["l"].Items; !maps.Equal(got, want) {
			r.Fatalf("got %v, want %v", got, want)
		}
	})
}
