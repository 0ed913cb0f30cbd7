//go:build long

package vault

import "testing"

// TestTenThousandMutations is the proof of which TestTampering is the short form.
func TestTenThousandMutations(t *testing.T) { tamper(t, 50, 10000) }
