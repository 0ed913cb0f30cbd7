package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOutputKeepsTheOrderOfTheInput(t *testing.T) {
	t.Parallel()
	const sheets = 1000
	var in, want strings.Builder
	var bad []int
	for i := 1; i <= sheets; i++ {
		fmt.Fprintf(&in, "{%d}\n", i)
		fmt.Fprintf(&want, "%d {%d}\n", i, i)
		if i%7 == 0 {
			bad = append(bad, i)
		}
	}
	r, err := newSheetReader("x.ndjson", strings.NewReader(in.String()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	p := pool{out: &out, work: func(s rawSheet, b *bytes.Buffer) bool {
		fmt.Fprintf(b, "%d %s\n", s.line, s.data)
		return s.line%7 != 0
	}}
	if err := p.run(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), out.String()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(bad, p.bad); diff != "" || p.good != sheets-len(bad) {
		t.Errorf("%d good, bad: %s", p.good, diff)
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAPoolStopsWhenNothingMoreCanBeWritten(t *testing.T) {
	t.Parallel()
	r, err := newSheetReader("x.ndjson", strings.NewReader(strings.Repeat("{}\n", 10_000)))
	if err != nil {
		t.Fatal(err)
	}
	p := pool{out: full{}, work: func(rawSheet, *bytes.Buffer) bool { return true }}
	if err := p.run(context.Background(), r); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
