package tui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/screen"
)

func one(option string) answers.Value { return answers.Value{Option: option} }

func items(yes ...string) answers.Value {
	v := answers.Value{Items: map[string]string{}}
	for _, id := range yes {
		v.Items[id] = answers.Yes
	}
	return v
}

func TestKeysOnAQuestion(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys []string
		want map[string]answers.Value
		at   int // the step that stands on the screen afterwards
	}{
		{"a digit answers at once", []string{"1"}, map[string]answers.Value{"a": one("yes")}, 1},
		{"eight is unknown", []string{"8"}, map[string]answers.Value{"a": one("unknown")}, 1},
		{"nine is refused", []string{"9"}, map[string]answers.Value{"a": one("refused")}, 1},
		{"an arrow and Enter answer", []string{"down", "down", "enter"}, map[string]answers.Value{"a": one("no")}, 1},
		{"End and Enter answer", []string{"end", "enter"}, map[string]answers.Value{"a": one("refused")}, 1},
		{"Home and Enter answer", []string{"end", "home", "enter"}, map[string]answers.Value{"a": one("yes")}, 1},
		{"up from nothing is the last option", []string{"up", "enter"}, map[string]answers.Value{"a": one("refused")}, 1},
		{"Enter alone answers nothing", []string{"enter", "enter", "enter"}, nil, 0},
		{"the space bar answers nothing", []string{"down", "space"}, nil, 0},
		{"Enter after the cursor was taken back answers nothing", []string{"down", "up", "enter"}, nil, 0},
		{"Enter twice answers one question", []string{"down", "enter", "enter", "enter"}, map[string]answers.Value{"a": one("yes")}, 1},
		{"moving the cursor answers nothing", []string{"down", "up", "end", "home"}, nil, 0},
		{"a digit without an option does nothing", []string{"3", "0", "7"}, nil, 0},
		{"letters of other programs do nothing", []string{"j", "k", "h", "l", "g", "/", "q", "tab", "ctrl+e", "right", "delete"}, nil, 0},
		{"skip leaves the question not asked", []string{"s"}, nil, 1},
		{"back goes back from an unanswered question", []string{"1", "b"}, map[string]answers.Value{"a": one("yes")}, 0},
		{"left goes back too", []string{"1", "left"}, map[string]answers.Value{"a": one("yes")}, 0},
		{"what was answered is not chosen again by Enter", []string{"1", "b", "enter"}, map[string]answers.Value{"a": one("yes")}, 0},
		{"another answer replaces what was there", []string{"1", "b", "2"}, map[string]answers.Value{"a": one("no")}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(yesNo("a"), yesNo("b"))
			press(t, m, tt.keys...)
			if tt.want == nil {
				tt.want = map[string]answers.Value{}
			}
			if diff := cmp.Diff(tt.want, talk.sheet); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
			if talk.at != tt.at {
				t.Errorf("the screen stands at step %d, want %d", talk.at, tt.at)
			}
		})
	}
}

func TestKeysOnAList(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys []string
		want map[string]answers.Value
	}{
		{"a digit only ticks", []string{"1"}, nil},
		{"a digit and Enter send what is ticked", []string{"1", "enter"}, map[string]answers.Value{"l": items("family")}},
		{"several digits and Enter", []string{"1", "3", "enter"}, map[string]answers.Value{"l": items("family", "debt")}},
		{"a second time takes the tick away", []string{"1", "2", "1", "enter"}, map[string]answers.Value{"l": items("police")}},
		{"without ticks there is nothing to send", []string{"1", "1", "enter"}, nil},
		{"zero is none of these", []string{"0"}, map[string]answers.Value{"l": items("none")}},
		{"zero with a tick is none of the others", []string{"2", "0"}, map[string]answers.Value{"l": items("none", "police")}},
		{"Enter on an item ticks and stays", []string{"down", "enter", "enter", "enter"}, nil},
		{"the space bar on an item ticks", []string{"down", "space", "end", "up", "up", "up", "enter"}, map[string]answers.Value{"l": items("family")}},
		{"unknown is for the whole list", []string{"8"}, map[string]answers.Value{"l": one("unknown")}},
		{"refused is for the whole list", []string{"9"}, map[string]answers.Value{"l": one("refused")}},
		{"unknown beside a tick is refused", []string{"1", "8"}, nil},
		{"Enter alone sends nothing", []string{"enter", "enter"}, nil},
		{"back to a list keeps its ticks", []string{"1", "enter", "b", "3", "enter"}, map[string]answers.Value{"l": items("family", "debt")}},
		{"back to a list keeps none of the others", []string{"1", "0", "b", "2", "enter"}, map[string]answers.Value{"l": items("family", "police", "none")}},
		{"back to a list and on with Enter leaves it as it was", []string{"1", "enter", "b", "enter", "1"}, map[string]answers.Value{"l": items("family"), "b": one("yes")}},
		{"back to none of these, Enter alone sends nothing", []string{"0", "b", "enter", "8"}, map[string]answers.Value{"l": one("unknown")}},
		{"skip sends no tick", []string{"1", "s"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(list("l"), yesNo("b"))
			press(t, m, tt.keys...)
			if tt.want == nil {
				tt.want = map[string]answers.Value{}
			}
			if diff := cmp.Diff(tt.want, talk.sheet); diff != "" {
				t.Errorf("answers (-want +got):\n%s\n%s", diff, m.View())
			}
		})
	}
}

func TestKeysOnTheLanguages(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys []string
		want []string
	}{
		{"a digit chooses from what is shown", []string{"2"}, []string{"vi"}},
		{"a digit after a page key chooses from the next part", []string{"pgdown", "2"}, []string{"ka"}},
		{"the arrow walks into the next part", []string{"down", "down", "down", "down", "down", "down", "down", "down", "enter"}, []string{"bg"}},
		{"and back", []string{"pgdown", "down", "up", "enter"}, []string{"fil"}},
		{"the self-name in its script", []string{"м", "о", "н", "1"}, []string{"mn"}},
		{"the English name", []string{"g", "e", "o", "1"}, []string{"ka"}},
		{"the Czech name without its marks", []string{"c", "e", "s", "t", "i", "1"}, []string{"cs"}},
		{"a mark of the Vietnamese name can be left out", []string{"v", "i", "e", "t", "1"}, []string{"vi"}},
		{"command letters are letters here", []string{"b", "u", "l", "1"}, []string{"bg"}},
		{"the backspace widens the search", []string{"b", "u", "x", "backspace", "1"}, []string{"bg"}},
		{"the upper row of a Czech keyboard chooses", []string{"+"}, []string{"uk"}},
		{"there a letter that begins no name chooses too", []string{"ě"}, []string{"vi"}},
		{"a letter that begins a name is typed", []string{"č", "1"}, []string{"cs"}},
		{"the Arabic digit chooses", []string{"٢"}, []string{"vi"}},
		{"zero is not here", []string{"0"}, []string{interview.OtherLanguage}},
		{"zero with a search is not here", []string{"z", "z", "0"}, []string{interview.OtherLanguage}},
		{"Enter alone chooses nothing", []string{"enter", "enter"}, nil},
		{"nothing found chooses nothing", []string{"z", "z", "1"}, nil},
		{"a search and Enter choose nothing without the cursor", []string{"u", "k", "r", "enter"}, nil},
		{"a search, the arrow and Enter", []string{"u", "k", "r", "down", "enter"}, []string{"uk"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(languageScreen(), yesNo("a"))
			press(t, m, tt.keys...)
			if diff := cmp.Diff(tt.want, talk.chosen); diff != "" {
				t.Errorf("chosen (-want +got):\n%s\n%s", diff, m.View())
			}
		})
	}
}

func TestKeysOnAText(t *testing.T) {
	long := strings.Repeat("Words that the person should have read. ", 60)
	for _, tt := range []struct {
		name string
		keys []string
		want int
	}{
		{"Enter goes on from a text that is all seen", []string{"pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "enter"}, 1},
		{"Enter reads on first", []string{"enter"}, 0},
		{"End and Enter go on", []string{"end", "enter"}, 1},
		{"the space bar never goes on", []string{"end", "space", "space"}, 0},
		{"digits do nothing", []string{"1", "8"}, 0},
		{"skip does nothing where the step may not be skipped", []string{"s"}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(reading("r", long), yesNo("a"))
			press(t, m, tt.keys...)
			if talk.at != tt.want {
				t.Errorf("the screen stands at step %d, want %d", talk.at, tt.want)
			}
		})
	}
}

func TestTheTextScrolls(t *testing.T) {
	_, m := start(reading("r", strings.Repeat("Words and more words. ", 200)+"\n\nThe last words."))
	if strings.Contains(m.View(), "The last words") {
		t.Fatal("the text should not fit")
	}
	press(t, m, "down", "down", "up", "end")
	if !strings.Contains(m.View(), "The last words") {
		t.Errorf("End does not show the end:\n%s", m.View())
	}
	press(t, m, "home")
	if !strings.Contains(m.View(), "Read this") {
		t.Errorf("Home does not show the beginning:\n%s", m.View())
	}
}

func TestTextsThatDoNotFitInBothLanguagesComeOneByOne(t *testing.T) {
	for _, tt := range []struct {
		name          string
		words         int
		first, second bool // whether each language is shown
	}{
		{"a short text in both", 3, true, true},
		{"a long text in the person's alone", 30, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, m := start(reading("r", strings.Repeat("Words that stand for a right of the person. ", tt.words)))
			view := m.View()
			if strings.Contains(view, "⟦Read this⟧") != tt.first || strings.Contains(view, "│ Read this") != tt.second {
				t.Errorf("it shows:\n%s", view)
			}
			press(t, m, "o")
			if view := m.View(); !strings.Contains(view, "│ Read this") {
				t.Errorf("o does not show the officer's words:\n%s", view)
			}
		})
	}
}

func TestTheReviewJumps(t *testing.T) {
	review := screen.Screen{
		Step:  interview.Step{Kind: interview.KindReview, ID: "check.review", CanBack: true},
		Title: both("Your answers"),
	}
	for _, id := range []string{"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"} {
		review.Options = append(review.Options, option(id, "1"+id[1:], "Question "+id))
	}
	review.Options = append(review.Options, option("next", screen.KeyNext, "All is right"))
	review.Keys = hints(review)
	for _, tt := range []struct {
		name string
		keys []string
		want []string
		at   int
	}{
		{"a digit jumps to a question", []string{"2"}, []string{"q2"}, 1},
		{"a digit jumps to a question of the second part", []string{"pgdown", "2"}, []string{"q9"}, 1},
		{"Enter goes on", []string{"enter"}, nil, 1},
		{"letters are commands here", []string{"?", "b", "p", "1"}, nil, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(review, yesNo("a"))
			press(t, m, tt.keys...)
			if diff := cmp.Diff(tt.want, talk.chosen); diff != "" || talk.at != tt.at {
				t.Errorf("at step %d, chosen (-want +got):\n%s\n%s", talk.at, diff, m.View())
			}
		})
	}
}

// Consent is informed or it is none: a yes waits for the end of the text.
func TestNobodySaysYesToATextTheyHaveNotSeen(t *testing.T) {
	consent := func() screen.Screen {
		s := reading("interview", strings.Repeat("Words that the person should have read. ", 60))
		s.Step.Kind = interview.KindConsent
		s.Options = []screen.Option{option("yes", "1", "Yes"), option("no", "2", "No")}
		return s
	}
	for _, tt := range []struct {
		name string
		keys []string
		want []string
	}{
		{"yes reads on first", []string{"1"}, nil},
		{"yes at the end of the text", []string{"pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "1"}, []string{"yes"}},
		{"no needs no reading", []string{"2"}, []string{"no"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			talk, m := start(consent(), yesNo("a"))
			press(t, m, tt.keys...)
			if diff := cmp.Diff(tt.want, talk.chosen); diff != "" {
				t.Errorf("chosen (-want +got):\n%s\n%s", diff, m.View())
			}
		})
	}
}
