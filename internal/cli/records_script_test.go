package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
)

// flipBit is "flip FOLDER": one bit of the first file in it changes, back again
// the next time.
func flipBit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: flip FOLDER")
	}
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*"))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
	data, err := os.ReadFile(files[0])
	ts.Check(err)
	data[len(data)/2] ^= 1
	ts.Check(os.WriteFile(files[0], data, 0o600))
}

var sealedAs = regexp.MustCompile(`sealed as the record (\S+)`)

// writeRecord is "record FILE [N]": the id that the last command gave to a record,
// to the first or to the Nth, goes into FILE, as a line to be typed.
func writeRecord(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: record FILE [N]")
	}
	n := 1
	if len(args) == 2 {
		var err error
		n, err = strconv.Atoi(args[1])
		ts.Check(err)
	}
	found := sealedAs.FindAllStringSubmatch(ts.ReadFile("stderr"), -1)
	if len(found) < n {
		ts.Fatalf("%d records were sealed", len(found))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(found[n-1][1]+"\n"), 0o600))
}
