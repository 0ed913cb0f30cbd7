package plain_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/plain"

	"github.com/google/go-cmp/cmp"
)

// done lists what was answered and chosen, in order.
func (k *talk) done() []string {
	var all []string
	for _, ev := range k.Trace() {
		if ev.Verb == interview.Answer || ev.Verb == interview.Choose {
			all = append(all, ev.String())
		}
	}
	return all
}

func (k *talk) unfinished() bool {
	return errors.Is(k.err, plain.ErrUnfinished) && k.Outcome() == interview.Unfinished
}

func TestAWholeTalkOverAPipe(t *testing.T) {
	k := run(t, typed("never"))
	if k.err != nil || k.Outcome() != interview.Completed {
		t.Fatalf("%v, %s at %s", k.err, k.Outcome(), k.Step().ID)
	}
	want := map[string][]answers.Entry{
		"ready.interpreter": {{Value: answers.Value{Option: "professional"}, Source: answers.Observed}},
		"danger.now":        {{Value: answers.Value{Items: map[string]string{"relatives": "yes", "none": "yes"}}, Source: answers.Said}},
		"work.began":        {{Value: answers.Value{Option: "yes"}, Source: answers.Said}},
		"work.hours":        {{Value: answers.Value{Option: "refused"}, Source: answers.Said}},
		"forms.any":         {{Value: answers.Value{Items: map[string]string{"beg": "yes", "carry": "yes"}}, Source: answers.Said}},
		"observe.control":   {{Value: answers.Value{Option: "unknown"}, Source: answers.Observed}},
	}
	if diff := cmp.Diff(want, k.Sheet().Answers); diff != "" {
		t.Error(diff)
	}
}

func TestTheLeafletSaysItsTitleOnce(t *testing.T) {
	k := run(t, typed("close.carry"))
	for _, title := range []string{"uk<person.step.close.leaflet.title>", "en<person.step.close.leaflet.title>", "LEAFLET"} {
		if n := strings.Count(k.out.String(), title); n != 1 {
			t.Errorf("%s stands %d times", title, n)
		}
	}
}

func TestTheTalkGoesTheWayItIsWrittenDown(t *testing.T) {
	for _, l := range whole {
		if got := run(t, typed(l.step)).Step().ID; got != l.step {
			t.Fatalf("at %s, not at %s", got, l.step)
		}
	}
}

func TestTheEndOfTheInputIsNeverAnAnswer(t *testing.T) {
	for _, l := range whole {
		if l.step == "end" {
			continue // nothing is left to be answered there
		}
		before := run(t, typed(l.step))
		for _, half := range []string{"", "1", "\x00"} {
			k := run(t, typed(l.step)+half)
			if !k.unfinished() {
				t.Errorf("%s, then %q: %v, %s", l.step, half, k.err, k.Outcome())
			}
			if diff := cmp.Diff(before.done(), k.done()); diff != "" {
				t.Errorf("%s, then %q: %s", l.step, half, diff)
			}
			if got := k.Step().ID; got != l.step {
				t.Errorf("it ended at %s, not at %s", got, l.step)
			}
		}
	}
}

func TestOnTheLastPageNothingIsLeftUndone(t *testing.T) {
	k := run(t, typed("end"))
	if k.err != nil || k.Outcome() != interview.Completed {
		t.Errorf("%v, %s", k.err, k.Outcome())
	}
}

func TestWrongInputIsSaidAndChangesNothing(t *testing.T) {
	for _, c := range []struct{ step, typed, says string }{
		{"language", "7", "wrong-key"},
		{"language", "", "wrong-key"},
		{"info.ready", "1", "wrong-key"},
		{"ready.interpreter", "9", "wrong-key"},
		{"ready.interpreter", "", "wrong-key"},
		{"card.interpreter", "", "wrong-key"},
		{"card.interpreter", "8", "wrong-key"},
		{"card.go-on", "b", "no-back"},
		{"danger.now", "", "wrong-list"},
		{"danger.now", "1 7", "wrong-list"},
		{"danger.now", "1 8", "wrong-list"},
		{"danger.now", "12", "wrong-list"},
		{"interview", "s", "no-skip"},
		{"work.began", "", "wrong-key"},
		{"work.began", "yes", "wrong-key"},
		{"work.began", "1 2", "wrong-key"},
		{"work.began", "0", "wrong-key"},
		{"work.began", "-1", "wrong-key"},
		{"work.began", strings.Repeat("1", 100_000), "wrong-key"},
		{"result.hidden", "", "wrong-key"},
	} {
		k := run(t, typed(c.step)+c.typed+"\n")
		said := strings.LastIndex(k.out.String(), "person.message."+c.says+">")
		if asked := strings.LastIndex(k.out.String(), "> "); said < 0 || asked < said {
			t.Errorf("%s, %.20q: not told %s and asked again", c.step, c.typed, c.says)
		}
		if k.Step().ID != c.step || !k.unfinished() {
			t.Errorf("%s, %.20q: now at %s", c.step, c.typed, k.Step().ID)
		}
	}
}

func TestWhatIsTypedCountsAsMeant(t *testing.T) {
	for _, c := range []struct{ says, step, typed, want string }{
		{"a number", "work.began", "1", "work.began answer yes"},
		{"spaces around it", "work.began", "  2 ", "work.began answer no"},
		{"the end of a line on Windows", "work.began", "1\r", "work.began answer yes"},
		{"unknown", "work.began", "8", "work.began answer unknown"},
		{"a Czech keyboard", "work.began", "+", "work.began answer yes"},
		{"Arabic digits", "work.began", "٢", "work.began answer no"},
		{"several items", "danger.now", "2 1", "danger.now answer medical=yes relatives=yes"},
		{"commas between them", "danger.now", "1, 2", "danger.now answer medical=yes relatives=yes"},
		{"one item", "danger.now", "1", "danger.now answer medical=yes"},
		{"none", "danger.now", "0", "danger.now answer none=yes"},
		{"nobody knows", "danger.now", "8", "danger.now answer unknown"},
	} {
		done := run(t, typed(c.step)+c.typed+"\n").done()
		if got := done[len(done)-1]; got != c.want {
			t.Errorf("%s: %q", c.says, got)
		}
	}
}

func TestAByteOrderMarkBeforeTheFirstLine(t *testing.T) {
	if got := run(t, "\ufeff1\n").Step().ID; got != "info.ready" {
		t.Errorf("at %s", got)
	}
}

func TestItemsNotTypedStayNotAsked(t *testing.T) {
	k := run(t, typed("danger.now")+"1\n")
	got := k.Sheet().Answers["danger.now"][0].Items
	if diff := cmp.Diff(map[string]string{"medical": "yes"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSkippingLeavesTheQuestionNotAsked(t *testing.T) {
	k := run(t, typed("work.began")+"s\n")
	if _, answered := k.Sheet().Answers["work.began"]; answered || k.Step().ID == "work.began" {
		t.Errorf("answered %v, at %s", answered, k.Step().ID)
	}
}

func TestBackOverABranch(t *testing.T) {
	k := run(t, typed("caution.silence-and-lawyer")+"b\nb\n2\n1\n")
	if _, counts := k.Sheet().Answers["work.hours"]; counts {
		t.Error("the answer to a closed question counts")
	}
	if got := k.Sheet().Answers["work.began"]; len(got) != 1 || got[0].Option != "no" {
		t.Errorf("%v", got)
	}
	if got := k.Step().ID; got != "caution.silence-and-lawyer" {
		t.Errorf("at %s", got)
	}
}

func TestBothAnswersStayIfItIsToldInAnotherWay(t *testing.T) {
	k := run(t, typed("work.hours")+"b\n2\n2\n")
	if got := k.Sheet().Answers["work.began"]; len(got) != 2 {
		t.Errorf("%v", got)
	}
}

func TestTheReviewLeadsToAnAnswerAndBack(t *testing.T) {
	k := run(t, typed("check.offer")+"1\n3\n8\n2\n")
	if got := k.Step().ID; got != interview.StepReview {
		t.Errorf("at %s", got)
	}
	if got := len(k.Sheet().Answers["work.hours"]); got != 2 {
		t.Errorf("%d answers", got)
	}
}

func TestBlankWaitsForOneLineAndDropsIt(t *testing.T) {
	k := run(t, typed("work.began")+"x\n1\n")
	if k.Step().ID != "work.began" || len(k.Sheet().Answers["work.began"]) != 0 {
		t.Errorf("what was typed blind counted; at %s", k.Step().ID)
	}
	trace := k.Trace()
	if got := []interview.Verb{trace[len(trace)-3].Verb, trace[len(trace)-2].Verb}; got[0] != interview.Blank || got[1] != interview.Unblank {
		t.Errorf("%v", got)
	}
}

func TestBlankEmptiesTheScreen(t *testing.T) {
	const escape = "\x1b[2J\x1b[3J"
	lines := strings.Repeat("\n", 40)
	for _, c := range []struct {
		says       string
		opts       plain.Options
		want, none string
	}{
		{"a terminal is cleared", plain.Options{Terminal: true}, "> " + escape, lines},
		{"a dumb terminal is pushed empty", plain.Options{Terminal: true, Dumb: true}, "> " + lines, escape},
		{"a pipe gets no control sequences", plain.Options{}, "> " + lines, escape},
	} {
		out := run(t, typed("work.began")+"x\n\n", c.opts).out.String()
		if !strings.Contains(out, c.want) || strings.Contains(out, c.none) {
			t.Errorf("%s: %q", c.says, out[len(out)-200:])
		}
	}
}

func TestNothingIsSaidWhileTheScreenIsBlank(t *testing.T) {
	before, blank := run(t, typed("work.began")), run(t, typed("work.began")+"x\n")
	rest := strings.TrimPrefix(blank.out.String(), strings.TrimSuffix(before.out.String(), "uk<person.message.unfinished>\nen<person.message.unfinished>\n"))
	if got := strings.TrimSpace(rest); got != "uk<person.message.unfinished>\nen<person.message.unfinished>" {
		t.Errorf("%q", got)
	}
}

func TestThePauseNeedsNoAnswer(t *testing.T) {
	for _, c := range []struct {
		says, step, typed, at string
	}{
		{"Enter goes on", "work.began", "p\n\n", "work.began"},
		{"1 goes on and answers nothing", "work.began", "p\n1\n", "work.began"},
		{"something else asks again", "work.began", "p\n5\n\n", "work.began"},
		{"the screen can be cleared in it", "work.began", "p\nx\n\n\n", "work.began"},
		{"2 stops, and the close comes", "work.began", "p\n2\n", "close.thanks"},
		{"2 stops before the consent", "who", "p\n2\n", "close.thanks"},
		{"2 stops before the first question", "info.ready", "p\n2\n", "close.thanks"},
		{"there is nothing to stop any more", "close.leaflet", "p\n2\n", "close.leaflet"},
	} {
		k := run(t, typed(c.step)+c.typed)
		if k.Step().ID != c.at || !k.unfinished() {
			t.Errorf("%s: at %s, %v", c.says, k.Step().ID, k.err)
		}
		if diff := cmp.Diff(run(t, typed(c.step)).done(), k.done()); diff != "" {
			t.Errorf("%s: %s", c.says, diff)
		}
	}
}

func TestHelpIsShownAndTheScreenAgain(t *testing.T) {
	k := run(t, typed("work.began")+"?\n")
	out := k.out.String()
	help, again := strings.LastIndex(out, "person.help.title"), strings.LastIndex(out, "question.work.began.ask")
	if help < 0 || again < help || k.Step().ID != "work.began" {
		t.Errorf("help at %d, question at %d, step %s", help, again, k.Step().ID)
	}
}

func TestBothLanguagesStandUnderOneKey(t *testing.T) {
	out := run(t, typed("work.hours")).out.String()
	if want := "\n1  uk<person.answer.yes> / en<person.answer.yes>\n2  uk<person.answer.no> / en<person.answer.no>\n"; !strings.Contains(out, want) {
		t.Error(out)
	}
}

func TestNoLineIsTooLong(t *testing.T) {
	for _, width := range []int{0, 40, 60, 200} {
		out := run(t, typed("never"), plain.Options{Width: width}).out.String()
		if width == 0 || width > 78 {
			width = 78
		}
		for _, line := range strings.Split(out, "\n") {
			if locale.Width(line) > width {
				t.Errorf("%d cells: %q", locale.Width(line), line)
			}
		}
	}
}

func TestTheSignIsOnTheFirstLineOfANarrowScreen(t *testing.T) {
	k := run(t, typed("card.interpreter")+"2\n1\n", plain.Options{Width: 40})
	_, thanks, _ := strings.Cut(k.out.String(), "person.step.card.thanks.body")
	lines := strings.Split(thanks, "\n")
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "x ") }) {
		t.Error(thanks)
	}
}

func TestARightToLeftLanguageHasLinesOfItsOwn(t *testing.T) {
	k := prepare(t, locale.Language{Tag: "ar", Name: "self-ar", Direction: "rtl"})
	_ = plain.Run(context.Background(), k.Engine, k.maker, strings.NewReader(typed("work.hours")), &k.out, plain.Options{})
	if want := "\n1  \u2067ar<person.answer.yes>\u2069\n   en<person.answer.yes>\n"; !strings.Contains(k.out.String(), want) {
		t.Error(k.out.String())
	}
}

// What follows the last line of a talk belongs to the next one: nothing of it is
// read ahead, and no read is left waiting that would take the next line typed.
func TestNothingIsReadBeyondTheTalk(t *testing.T) {
	in := strings.NewReader(typed("never") + "the next person's language\n")
	k := prepare(t, ukrainian)
	k.err = plain.Run(context.Background(), k.Engine, k.maker, in, &k.out, plain.Options{})
	if k.err != nil || k.Outcome() != interview.Completed {
		t.Fatalf("%v, %s at %s", k.err, k.Outcome(), k.Step().ID)
	}
	if rest, err := io.ReadAll(in); err != nil || string(rest) != "the next person's language\n" {
		t.Errorf("%v, what is left is %q", err, rest)
	}
}
