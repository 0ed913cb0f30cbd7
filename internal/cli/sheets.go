package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// maxSheet is how many bytes one answer sheet may have. A real one has a few
// thousand; a longer one is a bad line, and is never held in memory.
const maxSheet = 1 << 20

const bufferSize = 1 << 16

// rawSheet is one sheet as it stands in the input, from the given line on.
type rawSheet struct {
	line    int
	data    []byte
	tooLong bool
	number  int  // counts the sheets of the input
	only    bool // known to have no other beside it; see lookAhead
}

// sheetReader cuts an input into sheets.
type sheetReader struct {
	in   *bufio.Reader
	cut  cutter
	line int       // lines read so far
	held *rawSheet // a line that was read too early
	// ahead are results of next that were read too early, and number how many
	// sheets were cut.
	ahead  []cutting
	number int
}

// cutting is what one cut gave.
type cutting struct {
	sheet rawSheet
	err   error
}

// cutter gives the next sheet, and io.EOF after the last.
type cutter func(*sheetReader) (rawSheet, error)

var (
	errNotSheets = errors.New("neither YAML nor JSON")
	errUTF16     = errors.New("written as UTF-16")
)

// newSheetReader finds out by the file's name, and else by how it begins, how
// the sheets are parted: one a line, YAML documents, or one JSON value.
func newSheetReader(name string, in io.Reader) (*sheetReader, error) {
	r := &sheetReader{in: bufio.NewReaderSize(in, bufferSize)}
	if err := r.skipMark(); err != nil {
		return nil, err
	}
	var err error
	switch strings.ToLower(filepath.Ext(name)) {
	case ".ndjson", ".jsonl":
		r.cut = (*sheetReader).nextLine
	case ".yaml", ".yml":
		r.cut = (*sheetReader).nextDocument
	default:
		r.cut, err = r.guess()
	}
	return r, err
}

// next gives the next sheet, or io.EOF.
func (r *sheetReader) next() (rawSheet, error) {
	if len(r.ahead) > 0 {
		first := r.ahead[0]
		r.ahead = r.ahead[1:]
		return first.sheet, first.err
	}
	s, err := r.cut(r)
	r.number++
	s.number = r.number
	return s, err
}

// lookAhead finds out whether there is only one sheet. It waits for a second.
func (r *sheetReader) lookAhead() {
	first, err := r.next()
	if err != nil {
		r.ahead = []cutting{{first, err}}
		return
	}
	second, err := r.next()
	first.only = errors.Is(err, io.EOF)
	r.ahead = []cutting{{first, nil}, {second, err}}
}

// pending reports whether more can be had without waiting for the input.
func (r *sheetReader) pending() bool { return len(r.ahead) > 0 || r.in.Buffered() > 0 }

// skipMark skips a byte order mark in UTF-8, which some editors write, and
// tells UTF-16, which some shells make of any output, from damage.
func (r *sheetReader) skipMark() error {
	start, _ := r.in.Peek(3)
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff")):
		return errUTF16
	case bytes.Equal(start, []byte("\xef\xbb\xbf")):
		_, err := r.in.Discard(3)
		return err
	}
	return nil
}

// yamlStart is how a sheet in YAML may begin.
var yamlStart = regexp.MustCompile(`^(---|#|%YAML|"?[a-z]+"?:)`)

// guess looks at the first line. An input without one is empty, which is found
// out later.
func (r *sheetReader) guess() (cutter, error) {
	first, err := r.nextLine()
	if err != nil {
		return end, ignoreEOF(err)
	}
	r.held = &first
	switch text := bytes.TrimSpace(first.data); {
	case bytes.HasPrefix(text, []byte("{")) && (first.tooLong || json.Valid(text)):
		return (*sheetReader).nextLine, nil
	case bytes.HasPrefix(text, []byte("{")):
		return r.guessJSON()
	case yamlStart.Match(text):
		return (*sheetReader).nextDocument, nil
	}
	return nil, errNotSheets
}

// guessJSON tells one value over many lines from lines of which the first is
// cut off: then the next line begins a sheet.
func (r *sheetReader) guessJSON() (cutter, error) {
	first, _ := r.readLine()
	rest, err := io.ReadAll(io.LimitReader(r.in, maxSheet))
	if err != nil {
		return nil, err
	}
	text := slices.Concat(first.data, []byte("\n"), rest)
	r.in = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(text), r.in), bufferSize)
	r.line = first.line - 1
	if !json.Valid(text) && bytes.HasPrefix(rest, []byte("{")) {
		return (*sheetReader).nextLine, nil
	}
	return (*sheetReader).wholeInput, nil
}

// end gives no more sheets.
func end(*sheetReader) (rawSheet, error) { return rawSheet{}, io.EOF }

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// nextLine gives the next line that is not empty.
func (r *sheetReader) nextLine() (rawSheet, error) {
	for {
		s, err := r.readLine()
		if err != nil || s.tooLong || len(bytes.TrimSpace(s.data)) > 0 {
			return s, err
		}
	}
}

// readLine reads one line without its line feed. What is longer than a sheet
// may be is read and dropped, piece by piece.
func (r *sheetReader) readLine() (rawSheet, error) {
	if r.held != nil {
		s := *r.held
		r.held = nil
		return s, nil
	}
	s := rawSheet{line: r.line + 1}
	for {
		piece, err := r.in.ReadSlice('\n')
		s.keep(piece)
		switch {
		case err == nil || errors.Is(err, io.EOF) && len(s.data) > 0:
			r.line++
			s.data = bytes.TrimSuffix(s.data, []byte("\n"))
			return s, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return rawSheet{}, err
		}
	}
}

// keep appends to the sheet while it is of a possible length; of a longer one
// the first byte stays.
func (s *rawSheet) keep(piece []byte) {
	limit := maxSheet
	if bytes.HasSuffix(piece, []byte("\n")) {
		limit++
	}
	if s.tooLong = s.tooLong || len(s.data)+len(piece) > limit; s.tooLong {
		s.data = s.data[:min(len(s.data), 1)]
		return
	}
	s.data = append(s.data, piece...)
}

// wholeInput gives everything as one sheet.
func (r *sheetReader) wholeInput() (rawSheet, error) {
	r.cut = end
	s := rawSheet{line: r.line + 1}
	data, err := io.ReadAll(io.LimitReader(r.in, maxSheet+1))
	s.data, s.tooLong = data, len(data) > maxSheet
	return s, err
}

// nextDocument gives the next YAML document that holds more than comments. At
// the start of a line --- and ... part documents whatever stands around them.
// Source: YAML 1.2.2, 9.1.4.
func (r *sheetReader) nextDocument() (rawSheet, error) {
	s := rawSheet{}
	for {
		line, err := r.readLine()
		if err != nil {
			if errors.Is(err, io.EOF) && s.line > 0 {
				return s, nil
			}
			return s, err
		}
		if rest, marker := documentMarker(line.data); marker {
			if s.line > 0 {
				r.held = &line
				return s, nil
			}
			line.data = rest
		}
		s.addLine(line)
	}
}

// documentMarker reports whether a line begins or ends a document, and gives
// what stands behind the marker.
func documentMarker(line []byte) (rest []byte, marker bool) {
	if bytes.HasPrefix(line, []byte("...")) && len(bytes.TrimSpace(line[3:])) == 0 {
		return nil, true
	}
	if after, ok := bytes.CutPrefix(line, []byte("---")); ok && (len(after) == 0 || bytes.ContainsRune([]byte(" \t\r"), rune(after[0]))) {
		return after, true
	}
	return nil, false
}

// addLine begins the document with the first line that is not a comment.
func (s *rawSheet) addLine(line rawSheet) {
	text := bytes.TrimSpace(line.data)
	if s.line == 0 {
		if !line.tooLong && (len(text) == 0 || text[0] == '#') {
			return
		}
		s.line = line.line
	}
	s.tooLong = s.tooLong || line.tooLong
	s.keep(append(line.data, '\n'))
}
