package plain_test

import (
	"context"
	"strings"
	"testing"

	"cesta/internal/interview"
	"cesta/internal/plain"

	"pgregory.net/rapid"
)

// Whatever is typed, only what was typed for a step that was shown is
// answered, nothing of a result is printed unasked, and the talk ends.
func TestAnyInput(t *testing.T) {
	line := rapid.OneOf(
		rapid.SampledFrom([]string{"", "", "1", "1", "2", "0", "8", "9", "b", "s", "p", "x", "?", "1 2", "1 0", "3", "é", "٢"}),
		rapid.StringN(0, 6, 20),
	)
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(line, 0, 120).Draw(rt, "lines")
		k := prepare(t, ukrainian)
		input := strings.Join(append(lines, ""), "\n")
		err := plain.Run(context.Background(), k.Engine, k.maker, strings.NewReader(input), &k.out, plain.Options{})
		if (err != nil) != (k.Outcome() == interview.Unfinished) || k.Outcome() == interview.Running {
			rt.Fatalf("%v, %s", err, k.Outcome())
		}
		checkTrace(rt, k, strings.Count(input, "\n"))
	})
}

func checkTrace(rt *rapid.T, k *talk, typed int) {
	shown, asked, did := map[string]bool{}, false, 0
	for _, ev := range k.Trace() {
		switch ev.Verb {
		case "":
			shown[ev.Step] = true
		case interview.Answer, interview.Choose, interview.Next, interview.Skip, interview.Back, interview.Jump:
			did++
		}
		asked = asked || ev.Step == interview.StepHidden && ev.Did == interview.OptShow
	}
	if did > typed {
		rt.Fatalf("%d things were done by %d lines", did, typed)
	}
	for id := range k.Sheet().Answers {
		if !shown[id] {
			rt.Fatalf("%s was answered and never shown", id)
		}
	}
	if !asked && strings.Contains(k.out.String(), "RESULT") {
		rt.Fatal("a result was printed that nobody asked for")
	}
}
