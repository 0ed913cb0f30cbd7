package tui

import (
	"testing"
	"time"
)

// clocked gives a model whose clock is set by hand.
func clocked() (*talk, *model, func(time.Duration)) {
	talk, m := start(yesNo("a"), yesNo("b"), yesNo("c"), yesNo("d"), yesNo("e"))
	now := time.Unix(0, 0)
	m.guard = guard{now: func() time.Time { return now }, settle: 300 * time.Millisecond}
	m.guard.open("")
	return talk, m, func(d time.Duration) { now = now.Add(d) }
}

func TestAHeldKeyDoesNotAnswerPagesNobodyRead(t *testing.T) {
	talk, m, wait := clocked()
	wait(time.Second)
	press(t, m, "1")
	wait(500 * time.Millisecond) // what a keyboard waits before it repeats
	for range 200 {
		press(t, m, "1")
		wait(30 * time.Millisecond)
	}
	if len(talk.sheet) != 1 {
		t.Errorf("a held key gave %d answers", len(talk.sheet))
	}
}

func TestADoubledKeyAnswersOnce(t *testing.T) {
	talk, m, wait := clocked()
	wait(time.Second)
	press(t, m, "1")
	wait(150 * time.Millisecond)
	press(t, m, "1", "2")
	if len(talk.sheet) != 1 {
		t.Errorf("a doubled key gave %d answers", len(talk.sheet))
	}
}

func TestWhoeverReadsCanAnswer(t *testing.T) {
	talk, m, wait := clocked()
	for range 4 {
		wait(900 * time.Millisecond)
		press(t, m, "1")
	}
	if len(talk.sheet) != 4 {
		t.Errorf("four keys gave %d answers", len(talk.sheet))
	}
}

func TestBlankingDoesNotWait(t *testing.T) {
	_, m, _ := clocked()
	press(t, m, "x")
	if !letterless(m.View()) {
		t.Error("x has to wait")
	}
}

func TestHittingXAgainAndAgainStaysBlank(t *testing.T) {
	_, m, wait := clocked()
	for range 9 {
		press(t, m, "x")
		wait(200 * time.Millisecond)
	}
	if !letterless(m.View()) {
		t.Error("it came back")
	}
	wait(time.Second)
	press(t, m, "x")
	if letterless(m.View()) {
		t.Error("it does not come back after a moment")
	}
}
