package cli

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// goodSlip reports whether the check letter fits.
func goodSlip(code string) bool {
	letters := strings.ReplaceAll(code, "-", "")
	sum := 0
	for i, r := range letters[:slipLength] {
		sum += (i + 1) * strings.IndexRune(slipLetters, r)
	}
	return slipLetters[sum%len(slipLetters)] == letters[slipLength]
}

func TestASlipFindsAWrongLetter(t *testing.T) {
	now := time.Date(2026, 11, 30, 23, 59, 0, 0, time.UTC)
	for range 200 {
		slip, err := newSlip(rand.Reader, now, 3)
		if err != nil || !goodSlip(slip.Code) || len(slip.Code) != slipLength+2 {
			t.Fatalf("%+v, %v", slip, err)
		}
		if slip.Due.Format(time.DateOnly) != "2026-12-03" {
			t.Fatalf("due %s", slip.Due)
		}
		for i := range slip.Code {
			for _, other := range slipLetters {
				if wrong := slip.Code[:i] + string(other) + slip.Code[i+1:]; slip.Code[i] != '-' && wrong != slip.Code && goodSlip(wrong) {
					t.Errorf("%s passes for %s", wrong, slip.Code)
				}
			}
		}
	}
}

func TestASlipNeedsRandomness(t *testing.T) {
	if _, err := newSlip(bytes.NewReader(nil), time.Now(), 3); !errors.Is(err, io.EOF) {
		t.Errorf("%v", err)
	}
}
