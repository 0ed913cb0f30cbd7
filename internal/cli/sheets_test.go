package cli

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// cut gives "line: text" for every sheet of an input.
func cut(t *testing.T, name, text string) []string {
	t.Helper()
	r, err := newSheetReader(name, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var sheets []string
	for {
		s, err := r.next()
		if errors.Is(err, io.EOF) {
			return sheets
		}
		if err != nil {
			t.Fatal(err)
		}
		text := strings.TrimRight(string(s.data), "\n")
		if s.tooLong {
			text = "too long"
		}
		sheets = append(sheets, string(rune('0'+s.line))+": "+text)
	}
}

func TestSheetsAreCutOutOfAnInput(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file, in string
		want           []string
	}{
		{"nothing", "", "", nil},
		{"only empty lines", "", "\n \n\n", nil},
		{"lines with empty ones between", "x.ndjson", "{}\n\n{}", []string{"1: {}", "3: {}"}},
		{"lines of an unnamed input", "", "{}\n{}\n", []string{"1: {}", "2: {}"}},
		{"lines that end in the way of Windows", "", "{}\r\n{}\r\n", []string{"1: {}\r", "2: {}\r"}},
		{"one value over many lines", "x.json", "\n{\n \"a\":1\n}\n", []string{"2: {\n \"a\":1\n}"}},
		{"a first line that is cut off", "", "{\"a\n{}\n", []string{"1: {\"a", "2: {}"}},
		{"one value that is cut off", "", "{\n \"a\"\n", []string{"1: {\n \"a\""}},
		{"one YAML document", "x.yaml", "a: 1\nb: 2\n", []string{"1: a: 1\nb: 2"}},
		{"YAML documents", "x.yml", "# head\n---\na: 1\n--- # two\nb: 2\n...\n\n---\nc: 3", []string{"3: a: 1", "5: b: 2", "9: c: 3"}},
		{"YAML found by its look", "", "schema: x\n---\nschema: y\n", []string{"1: schema: x", "3: schema: y"}},
		{"a dash that parts nothing", "x.yaml", "a: |\n  ---\nb: ---x\n", []string{"1: a: |\n  ---\nb: ---x"}},
		{"JSON in a file for YAML", "x.yaml", "{\"a\": 1}\n", []string{"1: {\"a\": 1}"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, cut(t, c.file, c.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsNoSheetIsRefusedAsAWhole(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a table": "case,age\n", "a list in JSON": "[{}]", "a picture": "\x89PNG", "prose": "Dear colleagues,\n",
	} {
		if _, err := newSheetReader("", strings.NewReader(text)); !errors.Is(err, errNotSheets) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestASheetOfExactlyTheLimitIsTaken(t *testing.T) {
	t.Parallel()
	just := "{" + strings.Repeat(" ", maxSheet-2) + "}"
	for _, c := range []struct {
		name, in string
		want     []bool
	}{
		{"a line of the limit", just + "\n{}\n", []bool{false, false}},
		{"a line one longer", just + " \n{}\n", []bool{true, false}},
		{"a last line one longer, without an end", "{}\n " + just, []bool{false, true}},
	} {
		r, err := newSheetReader("x.ndjson", strings.NewReader(c.in))
		if err != nil {
			t.Fatal(err)
		}
		var got []bool
		for s, err := r.next(); err == nil; s, err = r.next() {
			got = append(got, s.tooLong)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// repeated reads as one line of n bytes, without holding it.
type repeated struct{ n int }

func (r *repeated) Read(b []byte) (int, error) {
	if r.n <= 0 {
		return 0, io.EOF
	}
	n := min(len(b), r.n)
	for i := range b[:n] {
		b[i] = 'x'
	}
	r.n -= n
	return n, nil
}

func TestALineOfAHundredMegabytesIsNeverHeld(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a hundred megabytes, four times")
	}
	const size = 100 << 20
	for _, c := range []struct{ file, before string }{{"x.ndjson", ""}, {"x.yaml", "a: "}, {"", "{}\n{\""}, {"", "{\""}} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := newSheetReader(c.file, io.MultiReader(strings.NewReader(c.before), &repeated{size}))
		if err != nil {
			t.Fatal(err)
		}
		var last rawSheet
		for s, err := r.next(); err == nil; s, err = r.next() {
			last = s
		}
		runtime.ReadMemStats(&after)
		if !last.tooLong {
			t.Errorf("%q: the line was taken", c.before)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
			t.Errorf("%q: %d MiB were allocated", c.before, used>>20)
		}
	}
}

func FuzzCuttingEndsAndGoesForward(f *testing.F) {
	for _, seed := range []string{"", "{}\n{}", "{\n}\n", "---\na: 1\n...\n---\nb: 2", "\xef\xbb\xbf{}", "{\"a\n{}", "a:\r\n--- b\r\n"} {
		f.Add("", []byte(seed))
		f.Add("x.yaml", []byte(seed))
	}
	f.Fuzz(func(t *testing.T, name string, in []byte) {
		r, err := newSheetReader(name, bytes.NewReader(in))
		if err != nil {
			return
		}
		for line := 0; ; {
			s, err := r.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil || s.line <= line || len(s.data) == 0 {
				t.Fatalf("line %d after %d, %d bytes, %v", s.line, line, len(s.data), err)
			}
			line = s.line
		}
	})
}
