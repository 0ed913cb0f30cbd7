package cli

import (
	"io"
	"time"

	"cesta/internal/report"
)

// slipLetters are those that are not taken for one another when written by hand
// or said aloud. Their number is prime, so that the check letter finds every
// single wrong letter and every two that changed places.
const slipLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

// slipLength is the number of letters without the check letter: over 28 million
// codes, enough for one centre and its weeks, and short enough to write down.
const slipLength = 5

// newSlip makes a slip for a second talk that is due in so many days. The code
// is drawn and derived from nothing, so it says nothing.
func newSlip(random io.Reader, now time.Time, days int) (report.Slip, error) {
	letters := make([]byte, 0, slipLength+1)
	sum := 0
	for len(letters) < slipLength {
		var b [1]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return report.Slip{}, err
		}
		if v := int(b[0]); v < 256-256%len(slipLetters) { // else some letters would come more often
			v %= len(slipLetters)
			letters = append(letters, slipLetters[v])
			sum += len(letters) * v
		}
	}
	letters = append(letters, slipLetters[sum%len(slipLetters)])
	return report.Slip{Code: string(letters[:3]) + "-" + string(letters[3:]), Due: now.AddDate(0, 0, days)}, nil
}
