package plain_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"cesta/internal/interview"
	"cesta/internal/plain"

	"github.com/google/go-cmp/cmp"
)

// silent gives what is printed from the card on, for two answers on it.
func silent(t *testing.T, first, second string) (*talk, string) {
	k := run(t, typed("card.interpreter")+first+"\n"+second+"\n")
	_, card, _ := strings.Cut(k.out.String(), "person.step.card.interpreter.title")
	return k, card
}

func TestASilentNoLooksLikeAYes(t *testing.T) {
	_, yes := silent(t, "1", "1")
	for _, c := range [][2]string{{"2", "1"}, {"1", "2"}, {"2", "2"}} {
		k, no := silent(t, c[0], c[1])
		if k.Step().ID != interview.StepCardThanks {
			t.Fatalf("at %s", k.Step().ID)
		}
		const pause, blank = "p uk<person.key.pause>, x uk<person.key.blank>", "x uk<person.key.blank>, p uk<person.key.pause>"
		at := strings.LastIndex(no, blank)
		if at < 0 || no[:at]+pause+no[at+len(blank):] != yes {
			t.Errorf("%v: something else than the order of two keys differs:\n%s\n%s", c, yes, no)
		}
	}
}

func TestASilentNoAsksNothingMore(t *testing.T) {
	k := run(t, typed("card.interpreter")+"2\n1\n\n\n\n\n\n2\n\n\n8\n2\n\n")
	if k.err != nil || k.Outcome() != interview.Stopped {
		t.Fatalf("%v, %s at %s", k.err, k.Outcome(), k.Step().ID)
	}
	if got := k.Sheet().Conditions["silent-card"]; got != "no" {
		t.Errorf("the condition is %q", got)
	}
	for _, part := range []string{"question.danger", "question.work", "consent."} {
		if strings.Contains(k.out.String(), part) {
			t.Errorf("%s was shown", part)
		}
	}
}

func TestTheCardLeavesNothingOnATerminal(t *testing.T) {
	const escape = "\x1b[2J\x1b[3J\x1b[H"
	out := run(t, typed("danger.now"), plain.Options{Terminal: true}).out.String()
	for _, step := range []string{"card.interpreter", "card.go-on", "card.thanks", "card.hand-back"} {
		at := strings.Index(out, "step."+step+".title")
		if before := out[:at]; !strings.HasSuffix(strings.TrimRight(before, "ukenoficrps.<\n"), escape) {
			t.Errorf("%s: the screen was not empty before it", step)
		}
	}
}

func TestTypedKeysAreHiddenOnTheCardOnly(t *testing.T) {
	var hidden []string
	k := prepare(t, ukrainian)
	on := true
	echo := func(next bool) {
		if on && !next {
			hidden = append(hidden, k.Step().ID)
		}
		on = next
	}
	_ = plain.Run(context.Background(), k.Engine, k.maker, strings.NewReader(typed("who")), &k.out, plain.Options{Echo: echo})
	if diff := cmp.Diff([]string{"card.interpreter", "card.go-on", "card.thanks"}, hidden); diff != "" || !on {
		t.Errorf("on %v: %s", on, diff)
	}
}

// Never 5: nothing of a result on a screen that anybody may see.
func TestNothingOfAResultBeforeItIsAskedFor(t *testing.T) {
	for _, k := range []*talk{
		run(t, typed("result.hidden")),
		run(t, typed("result.hidden")+"2\n\n"),
		run(t, typed("interview")+"2\n"),
		run(t, typed("danger.now")+"1\n"),
		run(t, typed("work.began")+"?\np\n2\n"),
	} {
		out := k.out.String()
		for _, word := range []string{"RESULT", "NOTE", "SCRIPT", "officer.report", "officer.instrument", "officer.indicator", "officer.duty", "officer.step.result.title", "level", "mark", "weight", "finding"} {
			if strings.Contains(out, word) {
				t.Errorf("at %s %q was printed", k.Step().ID, word)
			}
		}
	}
	if out := run(t, typed("never")).out.String(); !strings.Contains(out, "RESULT") || !strings.Contains(out, "SCRIPT") {
		t.Error("asked for, the result does not come")
	}
}

func TestARefusalLeadsToRightsAndContacts(t *testing.T) {
	k := run(t, typed("interview")+"2\n\n\n\n2\n2\n2\n\n8\n2\n\n")
	if k.err != nil || k.Outcome() != interview.Refused || !strings.Contains(k.out.String(), "LEAFLET") {
		t.Errorf("%v, %s at %s", k.err, k.Outcome(), k.Step().ID)
	}
}

func TestEveryTextHasItsWords(t *testing.T) {
	if out := run(t, typed("never")).out.String(); strings.Contains(out, "⟦") {
		t.Error("a word is missing")
	}
}

func TestBeingToldToStopIsUnfinished(t *testing.T) {
	k := prepare(t, ukrainian)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	k.err = plain.Run(ctx, k.Engine, k.maker, strings.NewReader(typed("never")), &k.out, plain.Options{})
	if !k.unfinished() || len(k.done()) != 0 {
		t.Errorf("%v, %s, %v", k.err, k.Outcome(), k.done())
	}
}

func TestCancellingWhileWaitingEndsTheTalk(t *testing.T) {
	k := prepare(t, ukrainian)
	ctx, cancel := context.WithCancel(context.Background())
	in, never := io.Pipe()
	defer never.Close()
	go func() {
		fmt.Fprint(never, typed("info.ready"))
		cancel()
	}()
	k.err = plain.Run(ctx, k.Engine, k.maker, in, &k.out, plain.Options{})
	if !k.unfinished() {
		t.Errorf("%v, %s", k.err, k.Outcome())
	}
}

func TestInterruptClearsAndAsksAndASecondEnds(t *testing.T) {
	for _, c := range []struct {
		says  string
		times int
		ended bool
	}{{"once", 1, false}, {"twice", 2, true}} {
		k := prepare(t, ukrainian)
		in, typing := io.Pipe()
		interrupt := make(chan struct{})
		go func() {
			for range c.times {
				interrupt <- struct{}{}
			}
			fmt.Fprint(typing, "\n1\n")
			typing.Close()
		}()
		k.err = plain.Run(context.Background(), k.Engine, k.maker, in, &k.out, plain.Options{Interrupt: interrupt})
		in.Close()
		if asked := strings.Contains(k.out.String(), "person.pause.title"); !asked || !k.unfinished() {
			t.Errorf("%s: asked %v, %v", c.says, asked, k.err)
		}
		if at := k.Step().ID; (at == "language") != c.ended {
			t.Errorf("%s: at %s", c.says, at)
		}
	}
}

// deaf is an output that breaks, like a closed terminal.
type deaf struct{ left int }

func (d *deaf) Write(p []byte) (int, error) {
	if d.left -= len(p); d.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

func TestNobodyAnswersWhatNobodyCanRead(t *testing.T) {
	k := prepare(t, ukrainian)
	k.err = plain.Run(context.Background(), k.Engine, k.maker, strings.NewReader(typed("never")), &deaf{left: 300}, plain.Options{})
	if !k.unfinished() || !errors.Is(k.err, io.ErrClosedPipe) {
		t.Errorf("%v, %s", k.err, k.Outcome())
	}
	if got := len(k.done()); got > 1 {
		t.Errorf("%v", k.done())
	}
}
