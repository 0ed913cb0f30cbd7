package screen

import (
	"strings"
	"unicode"
)

// neighbours are what keyboards give where somebody presses the key that the
// screen names: the unshifted upper row of Czech and Slovak keyboards, the
// Cyrillic letters on the same key as a Latin one or looking like it, and
// question marks of other scripts. Nobody should fail to clear the screen
// because another layout is switched on.
var neighbours = map[rune]string{
	'+': "1", 'ě': "2", 'ľ': "2", 'š': "3", 'č': "4", 'ř': "5", 'ť': "5", 'ž': "6", 'ý': "7", 'á': "8", 'í': "9", 'é': "0",
	'х': KeyBlank, 'ч': KeyBlank, 'р': KeyPause, 'з': KeyPause, 'и': KeyBack, 'і': KeySkip, 'ы': KeySkip,
	'ხ': KeyBlank, 'პ': KeyPause, 'ბ': KeyBack, 'ს': KeySkip,
	'؟': KeyHelp, '？': KeyHelp, '՞': KeyHelp,
}

// Key gives the key that was meant by what was typed: letters in lower case,
// digits of every script as 0 to 9, and the neighbours of the keys. Text that
// is no key is returned as it is.
func Key(typed string) string {
	var key strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(typed)) {
		switch near, is := neighbours[r]; {
		case is:
			key.WriteString(near)
		case unicode.IsDigit(r):
			key.WriteByte('0' + byte(digit(r)))
		default:
			key.WriteRune(r)
		}
	}
	return key.String()
}

// digit gives the value of a decimal digit: its distance from the zero of its row.
func digit(r rune) rune {
	zero := r
	for r-zero < 9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return r - zero
}
