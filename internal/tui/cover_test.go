package tui

import (
	"strings"
	"testing"
	"time"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"cesta/internal/interview"
)

func letterless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsPrint(r) && r != ' ' })
}

func TestABlankScreenShowsNothing(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys []string
	}{
		{"x", []string{"x"}},
		{"Esc", []string{"esc"}},
		{"X with Caps Lock", []string{"X"}},
		{"x on a text", []string{"1", "x"}},
		{"Esc while a language is typed", []string{"1", "enter", "u", "esc"}},
		{"x over the help", []string{"?", "x"}},
		{"Esc over the help", []string{"?", "esc"}},
		{"x over the break", []string{"p", "x"}},
		{"x over the question whether to end", []string{"ctrl+c", "x"}},
		{"digits and letters do not bring it back", []string{"x", "1", "8", "b", "s", "p", "?", "o", "down", "space"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(yesNo("a"), reading("r", "Short."), languageScreen())
			press(t, m, tt.keys...)
			if !letterless(m.View()) {
				t.Errorf("it shows:\n%s", m.View())
			}
			at := talk.at
			press(t, m, "enter")
			if letterless(m.View()) || talk.at != at {
				t.Errorf("Enter does not bring back what stood there")
			}
		})
	}
}

func TestEveryBlankKeyBringsThePageBack(t *testing.T) {
	for _, key := range []string{"x", "esc", "enter"} {
		talk, m := start(yesNo("a"))
		press(t, m, "x", key)
		if !strings.Contains(m.View(), "May you leave") {
			t.Errorf("%s leaves the screen at:\n%s", key, m.View())
		}
		if diff := cmp.Diff([]interview.Verb{interview.Blank, interview.Unblank}, talk.traced); diff != "" {
			t.Errorf("trace (-want +got):\n%s", diff)
		}
	}
}

func TestTheScreenBlanksByItself(t *testing.T) {
	_, m := start(yesNo("a"))
	run(m, send(m, tea.BlurMsg{}))
	if !letterless(m.View()) {
		t.Error("a window without the focus shows the talk")
	}
	run(m, send(m, tea.FocusMsg{}))
	if !letterless(m.View()) {
		t.Error("the focus alone brings the talk back")
	}
	press(t, m, "enter")
	m.idle = time.Hour
	for range ticksPerIdle {
		if letterless(m.View()) {
			t.Fatal("it blanks too early")
		}
		send(m, idleMsg{})
	}
	if !letterless(m.View()) {
		t.Error("it does not blank after the quiet")
	}
}

func TestAKeyEndsTheQuiet(t *testing.T) {
	_, m := start(yesNo("a"))
	for range ticksPerIdle * 3 {
		send(m, idleMsg{})
		press(t, m, "down")
	}
	if letterless(m.View()) {
		t.Error("it blanks although somebody presses keys")
	}
}

// send gives a message and does not wait for its timers.
func send(m *model, msg tea.Msg) tea.Cmd {
	_, cmd := m.Update(msg)
	if _, tick := msg.(idleMsg); tick {
		return nil
	}
	return cmd
}

func TestCtrlCAsks(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys []string
		quit bool
		want interview.Outcome
	}{
		{"it asks first", nil, false, interview.Running},
		{"twice is no answer", []string{"ctrl+c", "ctrl+c"}, false, interview.Running},
		{"Enter is no answer", []string{"enter", "enter"}, false, interview.Running},
		{"one goes on", []string{"1"}, false, interview.Running},
		{"two ends, unfinished", []string{"2"}, true, interview.Unfinished},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(yesNo("a"), yesNo("b"))
			press(t, m, "ctrl+c")
			if strings.Contains(m.View(), "May you leave") {
				t.Error("the question stays on the screen")
			}
			if quit := press(t, m, tt.keys...); quit != tt.quit || talk.outcome != tt.want {
				t.Errorf("quit %v, outcome %s", quit, talk.outcome)
			}
			if len(talk.sheet) > 0 {
				t.Errorf("it answered: %v", talk.sheet)
			}
		})
	}
}

func TestTheBreak(t *testing.T) {
	talk, m := start(yesNo("a"), yesNo("b"))
	press(t, m, "p")
	if strings.Contains(m.View(), "May you leave") || !strings.Contains(m.View(), "A break") {
		t.Errorf("the break shows:\n%s", m.View())
	}
	press(t, m, "enter", "8", "1")
	if !strings.Contains(m.View(), "May you leave") || len(talk.sheet) > 0 {
		t.Errorf("after the break: %v\n%s", talk.sheet, m.View())
	}
	press(t, m, "p", "2")
	if talk.outcome != "stopped" {
		t.Errorf("the person cannot stop from the break: %s", talk.outcome)
	}
}

func TestHelp(t *testing.T) {
	for _, key := range []string{"?", "f1"} {
		talk, m := start(yesNo("a"))
		press(t, m, key)
		if !strings.Contains(m.View(), "a reason") || !strings.Contains(m.View(), "a way") {
			t.Errorf("the help shows:\n%s", m.View())
		}
		press(t, m, "1")
		if len(talk.sheet) > 0 {
			t.Error("a key answers under the help")
		}
		for _, away := range []string{"?", "b", "left", "enter"} {
			press(t, m, away)
			if !strings.Contains(m.View(), "May you leave") {
				t.Errorf("%s does not take the help away:\n%s", away, m.View())
			}
			press(t, m, key)
		}
	}
}

func TestAnEndFromOutsideAnswersNothing(t *testing.T) {
	talk, m := start(yesNo("a"), yesNo("b"))
	press(t, m, "down")
	if !run(m, send(m, goneMsg{})) {
		t.Error("it does not quit")
	}
	press(t, m, "1", "enter")
	if talk.outcome != interview.Unfinished || len(talk.sheet) > 0 || !letterless(m.View()) {
		t.Errorf("outcome %s, answers %v, view %q", talk.outcome, talk.sheet, m.View())
	}
}
