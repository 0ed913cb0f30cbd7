package report

import "regexp"

// groups is a number of several groups, such as 116 111, 23. 11. 2026 or
// 45/2013, or one with a plus sign. In a sentence that runs from right to left
// its groups would change places (UAX 9, N1), so that somebody dials 111 116.
var groups = regexp.MustCompile(`\+?[0-9]+(?:[ \x{a0}]?[./:–-]?[ \x{a0}]?[0-9]+)+|\+[0-9]+`)

// piece is a stretch of a text: a number of several groups, or what is between.
type piece struct {
	Text   string
	Number bool
}

// pieces cuts a text at its numbers.
func pieces(text string) []piece {
	var all []piece
	at := 0
	for _, found := range groups.FindAllStringIndex(text, -1) {
		if number := text[found[0]:found[1]]; oneGroup(number) {
			continue
		}
		if found[0] > at {
			all = append(all, piece{text[at:found[0]], false})
		}
		all = append(all, piece{text[found[0]:found[1]], true})
		at = found[1]
	}
	if at < len(text) || len(all) == 0 {
		all = append(all, piece{text[at:], false})
	}
	return all
}

var digitsOnly = regexp.MustCompile(`^[0-9]+$`)

// oneGroup reports whether nothing in the number can change places.
func oneGroup(number string) bool { return digitsOnly.MatchString(number) }

// isolated marks the numbers of a text that runs from right to left, for text
// without markup.
func isolated(text string) string {
	marked := ""
	for _, p := range pieces(text) {
		if p.Number {
			marked += ltr(p.Text)
		} else {
			marked += p.Text
		}
	}
	return marked
}
