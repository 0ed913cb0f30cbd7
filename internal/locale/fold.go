package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// alike are letters that somebody types in another way than they are written,
// and that Unicode does not take apart: whoever looks for a language has the
// keyboard of another one.
var alike = map[rune]string{
	'đ': "d", 'ı': "i", 'ł': "l", 'ø': "o", 'ə': "e", 'ß': "ss", 'æ': "ae",
	'ي': "ی", 'ى': "ی", 'ك': "ک", 'ة': "ه", 'ە': "ه", // Arabic and Persian keyboards
}

// Fold makes a text comparable in a search: no capitals, no marks on letters,
// nothing but letters, figures and single spaces.
func Fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch near := alike[r]; {
		case near != "":
			b.WriteString(near)
		case unicode.Is(unicode.Mn, r), r == '\u0640': // accents, vowel points, kashida
		case unicode.In(r, unicode.Lm) || r == '\'' || r == '’' || r == '‘' || r == '`': // o'zbekcha, oʻzbekcha
		case unicode.In(r, unicode.L, unicode.N, unicode.Mc):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
