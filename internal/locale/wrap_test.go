package locale

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

func TestWrapBreaksWhereReadersExpectIt(t *testing.T) {
	for name, tc := range map[string]struct {
		text  string
		width int
		want  []string
	}{
		"nothing":                          {"", 10, []string{""}},
		"a text that fits":                 {"May we go on?", 13, []string{"May we go on?"}},
		"English at its spaces":            {"May we go on with this talk?", 13, []string{"May we go on", "with this", "talk?"}},
		"a space at the edge":              {"abc def", 3, []string{"abc", "def"}},
		"paragraphs and an empty line":     {"One.\n\nTwo three.", 6, []string{"One.", "", "Two", "three."}},
		"a word longer than the line":      {"go obchodování", 5, []string{"go", "obcho", "dován", "í"}},
		"a long word and a short one":      {"abcdefgh ij kl", 5, []string{"abcde", "fgh", "ij kl"}},
		"Czech no-break space":             {"v\u00a0noci spal", 7, []string{"v\u00a0noci", "spal"}},
		"Vietnamese, composed":             {"Bạn có cảm thấy an toàn không?", 12, []string{"Bạn có cảm", "thấy an toàn", "không?"}},
		"Vietnamese, accents apart":        {"khôngthể", 5, []string{"không", "thể"}},
		"Chinese without spaces":           {"你觉得这位翻译安全吗？", 8, []string{"你觉得这", "位翻译安", "全吗？"}},
		"Chinese full stop stays":          {"我们可以继续。", 12, []string{"我们可以继", "续。"}},
		"Thai at zero width spaces":        {"ไม่\u200bยอม\u200bให้\u200bหนังสือ\u200bเดินทาง", 8, []string{"ไม่ยอมให้", "หนังสือ", "เดินทาง"}},
		"Thai without: between clusters":   {"ที่นี่", 1, []string{"ที่", "นี่"}},
		"a zero width space shows nowhere": {"a\u200bb", 10, []string{"ab"}},
		"a character wider than the line":  {"中 文", 1, []string{"中", "文"}},
		"no width at all":                  {"ab", 0, []string{"a", "b"}},
		"a family stays together":          {"👨\u200d👩\u200d👧👨\u200d👩\u200d👧", 3, []string{"👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"}},
		"an isolate over two lines":        {"من \u2068La Strada\u2069 هنا", 10, []string{"من \u2068La\u2069", "\u2068Strada\u2069 هنا"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, Wrap(tc.text, tc.width)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWidthCountsCells(t *testing.T) {
	for text, want := range map[string]int{"Yes": 3, "Bạn": 3, "你好": 4, "ไม่": 2, "a\u200bb": 2, "\u2067نعم\u2069": 3, "e\u0301": 1} {
		if got := Width(text); got != want {
			t.Errorf("Width(%q) = %d, want %d", text, got, want)
		}
	}
}

// visible counts the characters that wrapping may not take away.
func visible(text string) int {
	return utf8.RuneCountInString(strings.NewReplacer(" ", "", "\n", "", zwsp, "").Replace(text))
}

// seams are the places between two grapheme clusters, counted in visible
// characters.
func seams(text string) map[int]bool {
	at, sum := map[int]bool{0: true}, 0
	for g := uniseg.NewGraphemes(text); g.Next(); {
		sum += visible(g.Str())
		at[sum] = true
	}
	return at
}

// drawn counts the grapheme clusters that take up cells.
func drawn(line string) (n int) {
	for g := uniseg.NewGraphemes(line); g.Next(); {
		if g.Width() > 0 {
			n++
		}
	}
	return n
}

func TestWrapLosesNothingAndKeepsTheWidth(t *testing.T) {
	letters := []rune("ab, .-/č中文。ไม่กี\u200bnệ\u0301й١نع 🇨🇿👩\u200d\u00a0\n")
	strip := strings.NewReplacer(" ", "", "\n", "", zwsp, "").Replace
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom(letters)).Draw(t, "text")
		width := rapid.IntRange(1, 12).Draw(t, "width")
		lines, whole, sum := Wrap(text, width), seams(text), 0
		for _, line := range lines {
			if Width(line) > width && drawn(line) > 1 {
				t.Fatalf("%q is wider than %d", line, width)
			}
			if sum += visible(line); !whole[sum] {
				t.Fatalf("%q ends inside a character", line)
			}
		}
		if got := strip(strings.Join(lines, "")); got != strip(text) {
			t.Fatalf("got %q", got)
		}
	})
}

// TestEveryShippedTextFitsItsLines: every text of every language, in 80 columns
// and in 40, has no line that is too wide, and loses no letter.
func TestEveryShippedTextFitsItsLines(t *testing.T) {
	l, err := Load(os.DirFS("../../locales"))
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, language := range l.Languages() {
		for _, bundle := range l.Bundles() {
			words, err := l.Bundle(bundle, language.Tag)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range words.Entries {
				for _, text := range e.Texts {
					looked++
					for _, width := range []int{80, 40} {
						checkWrapped(t, e, language.Isolate(text), width)
					}
				}
			}
		}
	}
	if looked < 1000 {
		t.Errorf("only %d texts were looked at", looked)
	}
}

func checkWrapped(t *testing.T, e Entry, text string, width int) {
	t.Helper()
	lines := Wrap(text, width)
	for _, line := range lines {
		if Width(line) > width {
			t.Errorf("%v %s: %d cells in %d: %q", e.Pos, e.Key, Width(line), width, line)
		}
	}
	bare := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(Bare(s), zwsp, "")), "") }
	if got, want := bare(strings.Join(lines, "")), bare(text); got != want {
		t.Errorf("%v %s: letters are lost in %d cells: %q of %q", e.Pos, e.Key, width, got, want)
	}
}

func TestTheFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"MOCK. This is practice.": "MOCK.",
		"अभ्यास। यह सिर्फ़ अभ्यास है।": "अभ्यास।",
		"练习。这只是练习。":           "练习。",
		"مشق۔ یہ صرف مشق ہے۔": "مشق۔",
		"one only":            "one only",
		"":                    "",
	} {
		if got := Sentence(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
