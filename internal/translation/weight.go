package translation

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cesta/internal/locale"
)

// weighty are the beginnings of the keys of texts in which one lost "not" does
// harm: rights, consent, danger and needs, the silent card, the form of the
// reflection period, and what is read before a question on crime or return.
var weighty = []string{
	"right.", "rights.", "consent.", "question.danger.", "question.needs.", "person.step.card.", "reflection.", "person.caution.",
}

// Weighty reports whether a text needs a back-translation, and a marked pair
// for every sentence that carries a negation, a duty or a limit.
func Weighty(key string) bool {
	return slices.ContainsFunc(weighty, func(w string) bool { return strings.HasPrefix(key, w) })
}

// carries finds, in English, what turns the meaning of a sentence round when it
// gets lost: negations, and limits of time and age.
var carries = regexp.MustCompile(`(?i)\b(?:not|no|never|nobody|nothing|without|none|neither|nor|unless|cannot|` +
	`one month|time limit|last day|day and night|under 18|18 or older|at once|without delay|today|early)\b`)

// number is the abbreviation, which negates nothing.
var number = regexp.MustCompile(`\bNo\. ?\d`)

var sentenceEnd = regexp.MustCompile(`[.!?]["”)]*(?:\s+|$)`)

// sentences gives the beginnings and ends of the sentences of an English text.
func sentences(text string) [][2]int {
	text = number.ReplaceAllStringFunc(text, func(s string) string { return strings.Replace(s, ".", ",", 1) })
	var all [][2]int
	from := 0
	for _, end := range sentenceEnd.FindAllStringIndex(text, -1) {
		all = append(all, [2]int{from, end[1]})
		from = end[1]
	}
	if from < len(text) {
		all = append(all, [2]int{from, len(text)})
	}
	return all
}

// unpaired gives the sentences of the source that carry something and that no
// pair marks.
func unpaired(source string, pairs []locale.Pair) []string {
	text := number.ReplaceAllStringFunc(source, func(s string) string { return "Nr" + s[2:] })
	marked := places(text, pairs)
	var open []string
	for _, s := range sentences(text) {
		in := func(at int) bool { return s[0] <= at && at < s[1] }
		if carries.MatchString(text[s[0]:s[1]]) && !slices.ContainsFunc(marked, in) {
			open = append(open, strings.TrimSpace(text[s[0]:s[1]]))
		}
	}
	return open
}

// places finds each pair in the source, one behind the other as they are
// marked, and for those out of order anywhere.
func places(text string, pairs []locale.Pair) []int {
	var all []int
	from := 0
	for _, p := range pairs {
		piece := piecePattern(p.Source)
		at := piece.FindStringIndex(text[from:])
		if at != nil {
			all, from = append(all, from+at[0]), from+at[1]
		} else if at = piece.FindStringIndex(text); at != nil {
			all = append(all, at[0])
		}
	}
	return all
}

func piecePattern(piece string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(piece) + `\b`)
}

// lost gives the pairs of which a piece is not in its text. The same piece
// marked twice must be there twice.
func lost(source, translation string, pairs []locale.Pair) (lost []locale.Pair) {
	text := plain(translation)
	used := map[string]int{}
	for _, p := range pairs {
		is := plain(p.Is)
		used[is]++
		if !piecePattern(p.Source).MatchString(source) || strings.Count(text, is) < used[is] {
			lost = append(lost, p)
		}
	}
	return lost
}

// plain makes a text findable: no capitals, no marks for breaking a line.
func plain(text string) string {
	return strings.ToLower(norm.NFC.String(strings.ReplaceAll(text, "\u200b", "")))
}

// digits is a number, or groups of figures that are read one behind the other:
// 116 111 is not 111 116.
var digits = regexp.MustCompile(`\+?[0-9]+(?:[ \x{a0}][0-9]+)*`)

// numbers are the numbers in a text, sorted, with those that a placeholder
// brings left out.
func numbers(text string) []string {
	all := digits.FindAllString(placeholder.ReplaceAllString(text, " "), -1)
	slices.Sort(all)
	return all
}

var placeholder = regexp.MustCompile(`\{[a-z0-9-]+\}`)
