package tui

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/lipgloss"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

// windows are the sizes that must work: usual, an enlarged font, a corner.
var windows = [][2]int{{80, 24}, {40, 14}, {24, 8}}

// worded is a question with seven options in the words of one language.
func worded(ask string, options [7]string, unknown, refused string) screen.Screen {
	s := question("long", indicator.Choice)
	s.Title = screen.Pair{Person: ask, Officer: "Could you leave this work, if you wanted to, without anything bad happening to you or to your family?"}
	s.Options = nil
	for i, text := range options {
		s.Options = append(s.Options, screen.Option{
			ID: fmt.Sprintf("o%d", i+1), Key: fmt.Sprint(i + 1), Pair: screen.Pair{Person: text, Officer: fmt.Sprintf("Officer's words for the answer %d", i+1)},
		})
	}
	s.Options = append(s.Options,
		screen.Option{ID: "unknown", Key: "8", Special: true, Pair: screen.Pair{Person: unknown, Officer: "I do not know"}},
		screen.Option{ID: "refused", Key: "9", Special: true, Pair: screen.Pair{Person: refused, Officer: "I do not want to say"}})
	return s
}

var long7 = map[string]screen.Screen{
	"Ukrainian": worded("Якби ви захотіли, чи могли б ви піти з цієї роботи так, щоб нічого поганого не сталося ні з вами, ні з вашою родиною, ні з вашими документами?",
		[7]string{"Так, у будь-який час", "Так, але тільки після того, як я поверну весь борг", "Ні, мені погрожували", "Ні, вони тримають мій паспорт", "Ні, я не маю куди йти", "Я ніколи про це не думав або не думала", "Роботи ще не було"},
		"Я не знаю", "Я не хочу відповідати"),
	"Vietnamese": worded("Nếu muốn, bạn có thể nghỉ việc này mà không có chuyện gì xấu xảy ra với bạn, với gia đình bạn hoặc với giấy tờ của bạn không?",
		[7]string{"Có, bất cứ lúc nào", "Có, nhưng chỉ sau khi tôi trả hết nợ", "Không, tôi bị đe dọa", "Không, họ giữ hộ chiếu của tôi", "Không, tôi không có nơi nào để đi", "Tôi chưa bao giờ nghĩ về điều đó", "Công việc chưa bắt đầu"},
		"Tôi không biết", "Tôi không muốn nói"),
	"Thai": worded("ถ้าคุณ\u200bต้องการ\u200bคุณ\u200bสามารถ\u200bออกจาก\u200bงาน\u200bนี้\u200bได้\u200bโดย\u200bไม่มี\u200bสิ่ง\u200bเลวร้าย\u200bเกิดขึ้น\u200bกับ\u200bคุณ\u200bหรือ\u200bครอบครัว\u200bของคุณ\u200bหรือไม่",
		[7]string{"ได้\u200bทุก\u200bเวลา", "ได้\u200bหลังจาก\u200bใช้หนี้", "ไม่ได้", "ไม่ได้\u200bเขา\u200bเก็บ\u200bหนังสือเดินทาง", "ไม่มี\u200bที่ไป", "ไม่เคย\u200bคิด", "ยังไม่\u200bเริ่ม"},
		"ไม่\u200bทราบ", "ไม่\u200bอยาก\u200bบอก"),
	"Arabic": worded("هل تستطيع أن تترك هذا العمل إذا أردت من دون أن يحدث شيء سيئ لك أو لعائلتك؟",
		[7]string{"نعم، في أي وقت", "نعم، بعد أن أسدد الدين", "لا، هددوني", "لا، جواز سفري عندهم", "لا، ليس لدي مكان أذهب إليه", "لم أفكر في ذلك", "لم يبدأ العمل بعد"},
		"لا أعرف", "لا أريد أن أقول"),
	"pseudo":   worded("⟦"+strings.Repeat("ask ", 60)+"⟧", [7]string{"⟦" + strings.Repeat("answer ", 12) + "⟧", "⟦b⟧", "⟦c⟧", "⟦d⟧", "⟦e⟧", "⟦f⟧", "⟦g⟧"}, "⟦unknown⟧", "⟦refused⟧"),
	"one word": worded(strings.Repeat("a", 300), [7]string{strings.Repeat("b", 90), "c", "d", "e", "f", "g", "h"}, "u", "r"),
}

func checkFrame(t *testing.T, m *model, width, height int) {
	t.Helper()
	view := m.View()
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		t.Errorf("%dx%d: %d lines:\n%s", width, height, len(lines), view)
	}
	for _, line := range lines {
		if w := lipgloss.Width(line); w > width {
			t.Errorf("%dx%d: a line of %d cells: %q", width, height, w, line)
		}
	}
}

func TestNoFrameIsWiderOrHigherThanTheWindow(t *testing.T) {
	sizes := append([][2]int{{1, 1}, {10, 4}, {30, 6}, {200, 60}}, windows...)
	for name, s := range long7 {
		for _, size := range sizes {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				_, m := start(s)
				m.resize(size[0], size[1])
				for _, key := range []string{"down", "down", "end", "pgdown", "0", "o", "?", "pgdown", "b", "p", "ctrl+c"} {
					press(t, m, key)
					checkFrame(t, m, size[0], size[1])
				}
			})
		}
	}
}

// shown reports whether the row of a key is on the screen.
func shown(view, key string) bool {
	for _, line := range strings.Split(view, "\n") {
		if strings.HasPrefix(line, "  "+key+"  ") || strings.HasPrefix(line, "> "+key+"  ") {
			return true
		}
	}
	return false
}

func TestOptionsAreNeverHidden(t *testing.T) {
	for name, s := range long7 {
		for _, size := range windows {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				_, m := start(s)
				m.resize(size[0], size[1])
				if !shown(m.View(), "1") {
					t.Errorf("the first option is hidden:\n%s", m.View())
				}
				for _, o := range s.Options {
					press(t, m, "down")
					if at := m.step.cursor(); at != o.ID {
						t.Fatalf("the cursor is on %q, want %q", at, o.ID)
					}
					if !strings.Contains(m.View(), "\n> "+o.Key+"  ") {
						t.Errorf("the option under the cursor is hidden:\n%s", m.View())
					}
				}
			})
		}
	}
}

func TestTheWholeQuestionCanBeRead(t *testing.T) {
	for name, s := range long7 {
		for _, size := range windows {
			_, m := start(s)
			m.resize(size[0], size[1])
			seen := map[string]bool{}
			for range 60 {
				for _, line := range strings.Split(m.View(), "\n") {
					seen[line] = true
				}
				press(t, m, "pgdown")
			}
			for _, line := range m.step.page.text {
				if !seen[strings.TrimRight(line, " ")] {
					t.Errorf("%s %v: never seen: %q", name, size, line)
				}
			}
		}
	}
}

func TestLanguagesOnTheScreen(t *testing.T) {
	for _, tt := range []struct {
		name            string
		size            [2]int
		keys            []string
		person, officer bool
	}{
		{"both in a usual window", windows[0], nil, true, true},
		{"both with an enlarged font", windows[1], nil, true, true},
		{"the person's first in a corner", windows[2], nil, true, false},
		{"the officer's is one key away", windows[2], []string{"o"}, false, true},
		{"and the person's again", windows[2], []string{"o", "o"}, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, m := start(yesNo("a"))
			m.resize(tt.size[0], tt.size[1])
			press(t, m, tt.keys...)
			view := m.View()
			if got := strings.Contains(view, "⟦Yes⟧"); got != tt.person {
				t.Errorf("person's language %v:\n%s", got, view)
			}
			if got := strings.Contains(strings.ReplaceAll(view, "⟦Yes⟧", ""), "Yes"); got != tt.officer {
				t.Errorf("officer's language %v:\n%s", got, view)
			}
			if hint := strings.Contains(view, "\u2000") || strings.Contains(view, " o"); !tt.person && !hint {
				t.Errorf("no hint at the other language:\n%s", view)
			}
		})
	}
}

func TestThePersonsLanguageStandsFirst(t *testing.T) {
	_, m := start(yesNo("a"))
	view := m.View()
	if person, officer := strings.Index(view, "⟦May"), strings.LastIndex(view, "May"); person < 0 || person > officer-10 {
		t.Errorf("the order is wrong:\n%s", view)
	}
	press(t, m, "o")
	if view := m.View(); strings.Index(view, "May you") > strings.Index(view, "⟦May") {
		t.Errorf("o does not put the officer's language first:\n%s", view)
	}
}

func TestOneLanguageIsShownOnce(t *testing.T) {
	s := yesNo("a")
	same := func(p screen.Pair) screen.Pair { return screen.Pair{Person: p.Officer, Officer: p.Officer} }
	s.Title = same(s.Title)
	s.Options = nil
	for _, o := range yesNo("a").Options {
		o.Pair = same(o.Pair)
		s.Options = append(s.Options, o)
	}
	_, m := start(s)
	if n := strings.Count(m.View(), "May you leave"); n != 1 {
		t.Errorf("a person who reads the officer's language sees the question %d times", n)
	}
}

func TestTheOrderOfTheKeysIsKept(t *testing.T) {
	s := yesNo("a")
	s.Keys[0], s.Keys[1] = s.Keys[1], s.Keys[0]
	for _, size := range windows {
		for swapped, first := range map[bool]string{false: "p", true: "x"} {
			shown := yesNo("a")
			if swapped {
				shown = s
			}
			_, m := start(shown)
			m.resize(size[0], size[1])
			lines := strings.Split(m.View(), "\n")
			if foot := lines[len(m.step.page.foot)*-1+len(lines)]; !strings.HasPrefix(foot, first) {
				t.Errorf("%v: the foot begins %q, want %s", size, foot, first)
			}
		}
	}
}

func TestPracticeIsSaidInEveryWindow(t *testing.T) {
	s := yesNo("a")
	s.Mock, s.Banner = true, both("MOCK. This is practice, not a real talk.")
	for _, size := range windows {
		_, m := start(s)
		m.resize(size[0], size[1])
		for _, key := range []string{"down", "?", "enter", "p"} {
			if !strings.Contains(m.View(), "MOCK") {
				t.Errorf("%v, before %s: no word of practice:\n%s", size, key, m.View())
			}
			press(t, m, key)
		}
	}
}

func TestAShortLineSaysPracticeInAWholeSentence(t *testing.T) {
	s := yesNo("a")
	s.Mock, s.Banner, s.Progress = true, both("MOCK. This is practice, not a real talk."), "3/20"
	_, m := start(s)
	for _, tt := range []struct {
		width int
		want  string
	}{{80, "3/20  MOCK. This is practice, not a real talk."}, {40, "3/20  MOCK."}} {
		m.resize(tt.width, 24)
		if got, _, _ := strings.Cut(m.View(), "\n"); got != tt.want {
			t.Errorf("%d columns: got %q, want %q", tt.width, got, tt.want)
		}
	}
}

func TestHowToChooseGoesBeforeTheQuestionDoes(t *testing.T) {
	s := list("l")
	s.Choosing = both("Choose all that are true.")
	_, m := start(s)
	for _, tt := range []struct {
		height int
		says   bool
	}{{24, true}, {13, false}} {
		m.resize(80, tt.height)
		view := m.View()
		if strings.Contains(view, "Choose all") != tt.says || !strings.Contains(view, s.Title.Person) || !strings.Contains(view, s.Title.Officer) {
			t.Errorf("%d lines:\n%s", tt.height, view)
		}
	}
}

func TestPracticeIsSaidBeforeThereIsALanguage(t *testing.T) {
	s := languageScreen()
	s.Mock, s.Banner = true, screen.Pair{Officer: "MOCK. This is practice, not a real talk."}
	for _, size := range windows {
		_, m := start(s)
		m.resize(size[0], size[1])
		if !strings.Contains(m.View(), "MOCK") {
			t.Errorf("%v: no word of practice:\n%s", size, m.View())
		}
	}
}

func TestTheListOfLanguagesHasItsTitleInEveryWindow(t *testing.T) {
	for _, size := range windows {
		_, m := start(languageScreen())
		m.resize(size[0], size[1])
		if view := m.View(); !strings.Contains(view, "Which language") || !strings.Contains(view, "1  Українська") || !strings.Contains(view, "0  ") {
			t.Errorf("%v:\n%s", size, view)
		}
	}
}

func TestTwoDirectionsNeverShareALine(t *testing.T) {
	for _, size := range windows {
		talk, m := start(long7["Arabic"])
		talk.person = locale.Language{Tag: "ar", Direction: "rtl"}
		m.open("")
		m.resize(size[0], size[1])
		for range 12 {
			for _, line := range strings.Split(m.View(), "\n") {
				if strings.Contains(line, "Officer") && strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
					t.Errorf("%v: %q", size, line)
				}
			}
			press(t, m, "down")
		}
	}
}

func TestTheMarksOfDirectionAreClosedOnEachLine(t *testing.T) {
	talk, m := start(long7["Arabic"])
	talk.person = locale.Language{Tag: "ar", Direction: "rtl"}
	m.open("")
	m.resize(40, 14)
	for _, line := range strings.Split(m.View(), "\n") {
		if strings.Count(line, "\u2067") != strings.Count(line, "\u2069") {
			t.Errorf("%q", line)
		}
	}
}

// A tick must not change what languages are shown: the page would jump under
// the finger.
func TestATickDoesNotTakeALanguageAway(t *testing.T) {
	for width := 30; width < 100; width += 14 {
		for height := 8; height < 30; height += 3 {
			_, m := start(list("l"))
			m.resize(width, height)
			before := len(m.step.page.sides)
			press(t, m, "1")
			if after := len(m.step.page.sides); after != before {
				t.Errorf("%dx%d: %d languages before the tick, %d after", width, height, before, after)
			}
		}
	}
}

var arabic = locale.Language{Tag: "ar", Name: "العربية", Direction: "rtl"}

// The row that sends the ticks must push no other row out of the window, in
// whatever number of lines it takes.
func TestATickHidesNoOption(t *testing.T) {
	for height := 12; height < 40; height++ { // below, not even one language has room
		s := list("l")
		s.Options[0].Person = "شخص قريب"
		talk, m := start(s)
		talk.person = arabic
		m.open("")
		m.resize(80, height)
		before := shown(m.View(), "9")
		press(t, m, "1")
		if before && !shown(m.View(), "9") {
			t.Errorf("%d lines: the last option is gone:\n%s", height, m.View())
		}
	}
}

// crowded is a list of which not all rows fit in a small window.
func crowded(id string) screen.Screen {
	s := list(id)
	s.Options = nil
	for i := range 7 {
		s.Options = append(s.Options, option(fmt.Sprint("item", i+1), fmt.Sprint(i+1), strings.Repeat("One of the things that may be true. ", 2)))
	}
	s.Options = append(s.Options, option(answers.None, "0", "None of these"), option("unknown", "8", "I do not know"))
	return s
}

func TestATickCanBeSeenWhereNotAllRowsFit(t *testing.T) {
	s := crowded("l")
	_, m := start(s)
	m.resize(40, 14)
	for _, key := range []string{"1", "6", "2", "7", "1"} {
		press(t, m, key)
		mark := "[x]"
		if !m.step.ticked["item"+key] {
			mark = "[ ]"
		}
		if view := m.View(); !strings.Contains(view, "\n  "+key+"  "+mark) || !strings.Contains(view, "\n> Enter") {
			t.Errorf("%s is pressed, and its mark or Ready cannot be seen:\n%s", key, view)
		}
	}
	press(t, m, "up")
	if view := m.View(); !strings.Contains(view, "\n> 7") || !strings.Contains(view, "\n  Enter") {
		t.Errorf("the cursor moved up from Ready:\n%s", view)
	}
	press(t, m, "down", "down")
	if view := m.View(); !strings.Contains(view, "\n> 0") {
		t.Errorf("the cursor moved below Ready:\n%s", view)
	}
}

// "None of these" is an answer about every row: it is not taken before each has
// been on the screen.
func TestNoneOfTheseIsNotSaidOfRowsNobodyHasSeen(t *testing.T) {
	s := crowded("l")
	talk, m := start(s, yesNo("b"))
	m.resize(40, 14)
	seen := map[string]bool{}
	for range 20 {
		for _, line := range strings.Split(m.View(), "\n") {
			if key, _, ok := strings.Cut(strings.TrimLeft(line, "> "), "  ["); ok {
				seen[key] = true
			}
		}
		if press(t, m, "0"); len(talk.sheet) > 0 {
			break
		}
		if !strings.Contains(m.View(), "! ⟦more-options⟧") {
			t.Fatalf("nothing says why 0 is not taken:\n%s", m.View())
		}
	}
	if len(talk.sheet) == 0 || len(seen) != 7 {
		t.Errorf("answered %v, seen %v", talk.sheet, seen)
	}
	talk, m = start(s, yesNo("b"))
	m.resize(80, 40)
	if press(t, m, "0"); len(talk.sheet) == 0 {
		t.Error("all is on the screen, and 0 is not taken")
	}
}

func TestTheOtherLanguageIsNamedByItself(t *testing.T) {
	talk, m := start(reading("r", strings.Repeat("Words that stand for a right of the person. ", 30)))
	talk.person = arabic
	m.open("")
	for _, want := range []string{"o \u2067Čeština\u2069", "o \u2068العربية\u2069", "o \u2067Čeština\u2069"} {
		if !strings.Contains(m.View(), want) {
			t.Errorf("not %q:\n%s", want, m.View())
		}
		press(t, m, "o")
	}
}

func TestNoMarkOfDirectionStandsAtTheEdge(t *testing.T) {
	s := reading("r", strings.Repeat("كلمات. ", 300))
	s.Mock, s.Banner = true, screen.Pair{Person: "تدريب. هذا تمرين.", Officer: "MOCK."}
	talk, m := start(s)
	talk.person = arabic
	for _, size := range windows {
		m.open("")
		m.resize(size[0], size[1])
		for _, line := range strings.Split(m.View(), "\n") {
			if strings.HasPrefix(line, "\u2067") || strings.HasPrefix(line, "\u2068") {
				t.Errorf("%v: %q", size, line)
			}
		}
	}
}

func TestAnAnswerGivenBeforeIsMarkedAndNotChosen(t *testing.T) {
	_, m := start(yesNo("a"), yesNo("b"))
	press(t, m, "2", "b")
	view := m.View()
	if !strings.Contains(view, "\n  2  (x) ⟦No⟧") || !strings.Contains(view, "\n  1  ( ) ⟦Yes⟧") || strings.Contains(view, "\n> ") {
		t.Errorf("the answer before:\n%s", view)
	}
}

func TestNothingIsHighlightedOnANewPage(t *testing.T) {
	for _, s := range []screen.Screen{yesNo("a"), list("a"), languageScreen(), reading("a", "Text.")} {
		_, m := start(s)
		if strings.Contains("\n"+m.View(), "\n>") {
			t.Errorf("something is highlighted:\n%s", m.View())
		}
	}
}

// Terminal, layout and renderer must agree on widths, or frames break.
func TestEveryWordIsAsWideForUsAsForTheRenderer(t *testing.T) {
	err := fs.WalkDir(os.DirFS("../../locales"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		data, err := os.ReadFile("../../locales/" + path)
		for i, line := range strings.Split(string(data), "\n") {
			if lipgloss.Width(line) != locale.Width(line) {
				t.Errorf("%s:%d: %d cells for the renderer, %d for us", path, i+1, lipgloss.Width(line), locale.Width(line))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func BenchmarkFrame(b *testing.B) {
	for _, name := range []string{"Ukrainian", "pseudo"} {
		b.Run(name, func(b *testing.B) {
			_, m := start(long7[name])
			for b.Loop() {
				m.Update(msg("down"))
				if m.View() == "" {
					b.Fatal("empty frame")
				}
			}
		})
	}
	b.Run("new page", func(b *testing.B) {
		_, m := start(long7["Ukrainian"])
		for b.Loop() {
			m.open("")
			if m.View() == "" {
				b.Fatal("empty frame")
			}
		}
	})
}
