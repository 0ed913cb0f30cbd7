package vault

import (
	"crypto/rand"
	"strings"
)

// alphabet is Crockford's base 32: no letter in it can be heard or read as a
// digit, and none spells a word by accident. Source: crockford.com/base32.html.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// Lengths in characters. A whole id has 130 random bits; the part that is spoken
// 45, enough to tell apart the records of one station.
const (
	idLength    = 26
	shortLength = 9
)

// newID makes a random id: derived from no person, date, office or counter.
func newID() string {
	raw := make([]byte, idLength)
	_, _ = rand.Read(raw) // never fails
	for i, b := range raw {
		raw[i] = alphabet[b&31]
	}
	return string(raw)
}

// Short is what is spoken and written of an id: nine characters and one that
// checks them, as k7qm-2f9tx-c.
func Short(id string) string {
	if len(id) < shortLength {
		return id
	}
	s := id[:shortLength]
	return s[:4] + "-" + s[4:] + "-" + string(alphabet[checksum(s)])
}

// checksum is a polynomial over the field of 32 elements, so it finds every
// single wrong character and every two neighbours exchanged.
func checksum(s string) byte {
	var c byte
	for i := range len(s) {
		c = timesX(c ^ value(s[i]))
	}
	return c
}

// timesX multiplies by x in GF(2)[x]/(x^5 + x^2 + 1).
func timesX(c byte) byte {
	c <<= 1
	if c&32 != 0 {
		c ^= 32 | 5
	}
	return c
}

func value(r byte) byte { return byte(max(0, strings.IndexByte(alphabet, r))) }

// readShort reads an id as somebody typed it: capitals, spaces and letters that
// look like digits do not matter. It takes a whole id too.
func readShort(typed string) (string, error) {
	s := strings.NewReplacer("-", "", " ", "", "o", "0", "i", "1", "l", "1").Replace(strings.ToLower(strings.TrimSpace(typed)))
	if strings.Trim(s, alphabet) != "" {
		return "", ErrID
	}
	switch {
	case len(s) == idLength:
		return s, nil
	case len(s) == shortLength+1 && alphabet[checksum(s[:shortLength])] == s[shortLength]:
		return s[:shortLength], nil
	}
	return "", ErrID
}

func isID(s string) bool { return len(s) == idLength && strings.Trim(s, alphabet) == "" }
