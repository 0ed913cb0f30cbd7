package vault

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"
)

// Verb says what was done. Source of the six: Directive (EU) 2016/680 art. 25(1).
type Verb string

// The verbs of the log.
const (
	Collected Verb = "collected"
	Consulted Verb = "consulted"
	Changed   Verb = "changed"
	Disclosed Verb = "disclosed"
	Combined  Verb = "combined"
	Erased    Verb = "erased"
)

// WhatKeys is what was changed when keys were made.
const WhatKeys = "keys"

// FileSum is a stored file as it was written.
type FileSum struct {
	Name string `json:"name"`
	Size int    `json:"size"`
	Sum  string `json:"sum"` // SHA-256
}

// Entry is one line of the log. It holds no name, no answer, no level, and of
// the time of a talk only the month: a talk at a known hour is a known talk. When
// records were opened or handed over it holds to the minute, as the law wants.
type Entry struct {
	N    int    `json:"n"`
	At   string `json:"at"`
	Verb Verb   `json:"verb"`
	// What is a fixed word for the kind of change or disclosure.
	What   string    `json:"what,omitempty"`
	Record string    `json:"record,omitempty"`
	Period string    `json:"period,omitempty"`
	Files  []FileSum `json:"files,omitempty"`
	// Draft is the draft that became the record.
	Draft string `json:"draft,omitempty"`
	// Sum is the hash of the pinned keys after a change of them.
	Sum string `json:"sum,omitempty"`
	// Prev is the SHA-256 of the line before.
	Prev string `json:"prev"`
	Sig  []byte `json:"sig,omitempty"`
}

// Head is the end of the log: how many lines, and the hash of the last. It holds
// the whole log fast, so it is what is printed and kept elsewhere.
type Head struct {
	N   int
	sum [sha256.Size]byte
}

// String gives the head as it is printed: "17 12345 67890 ...".
func (h Head) String() string { return strconv.Itoa(h.N) + " " + digits(h.sum) }

// matches reports whether a printed head is this one.
func (h Head) matches(printed string) bool { return h.String() == printed }

// readHead reads a printed head; spaces do not matter.
func readHead(text string) (n int, printed string, ok bool) {
	fields := strings.Fields(text)
	if len(fields) != 7 {
		return 0, "", false
	}
	n, err := strconv.Atoi(fields[0])
	return n, strings.Join(fields, " "), err == nil && n >= 0
}

// start is what the first line of every log follows.
var start = Head{0, sha256.Sum256([]byte("cesta log 1"))}

// line is one line of the log as it was read.
type line struct {
	Entry
	raw []byte
	bad error
}

// readLog cuts the log into lines. A line that cannot be read is kept as such:
// the others count all the same. A last line without its end was never written.
func readLog(data []byte) (lines []line, whole int) {
	whole = bytes.LastIndexByte(data, '\n') + 1
	for raw := range bytes.Lines(data[:whole]) {
		l := line{raw: raw}
		l.Entry, l.bad = readEntry(raw)
		lines = append(lines, l)
	}
	return lines, whole
}

func readEntry(raw []byte) (Entry, error) {
	var e Entry
	if err := json.Unmarshal(raw, &e); err != nil {
		return Entry{}, damaged("a line of the log cannot be read")
	}
	return e, nil
}

// exact reports whether the line is written in the one way in which lines are.
func (l line) exact() bool {
	again, err := l.encode()
	return err == nil && bytes.Equal(again, l.raw)
}

func (e Entry) encode() ([]byte, error) {
	text, err := json.Marshal(e)
	return append(text, '\n'), err
}

// signed is what the signature of a line is over.
func (e Entry) signed() ([]byte, error) {
	e.Sig = nil
	return e.encode()
}

func (l line) head(n int) Head { return Head{n, sha256.Sum256(l.raw)} }

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// log is the log as this process knows it.
type log struct {
	data  []byte // the whole lines, as they are on the disk
	lines []line
	head  Head
	torn  bool // something stands behind the last whole line
}

// loadLog reads the log. Where it only grew since the last time, what is known
// already is not taken apart again.
func (s *Store) loadLog() error {
	data, err := s.files.Read(s.path(logFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	rest, grew := bytes.CutPrefix(data, s.log.data)
	if !grew || len(s.log.lines) == 0 {
		s.log, rest = log{head: start}, data
	}
	lines, whole := readLog(rest)
	s.log.lines, s.log.torn = append(s.log.lines, lines...), whole < len(rest)
	s.log.data = data[:len(s.log.data)+whole]
	if n := len(s.log.lines); n > 0 {
		s.log.head = s.log.lines[n-1].head(lastNumber(s.log.lines))
	}
	return nil
}

// lastNumber is the number that the last line has, or should have.
func lastNumber(lines []line) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i].bad == nil {
			return lines[i].N + len(lines) - 1 - i
		}
	}
	return len(lines)
}

// recoverLog reads the log and takes off a last line that was cut off while it
// was written: what it would have told was not done.
func (s *Store) recoverLog() error {
	if err := s.loadLog(); err != nil {
		return err
	}
	if !s.log.torn {
		return nil
	}
	s.log.torn = false
	return s.files.Truncate(s.path(logFile), int64(len(s.log.data)))
}

// write adds a line, signed, and returns when it is on the disk. The store must
// be locked and its log fresh.
func (s *Store) write(e Entry) error {
	l, err := s.next(e)
	if err != nil {
		return err
	}
	if err := s.appendLog(l.raw); err != nil {
		return fmt.Errorf("the log cannot be written: %w", err)
	}
	s.log.add(l)
	s.remember()
	return nil
}

// next makes the line that would follow.
func (s *Store) next(e Entry) (line, error) {
	e.N, e.Prev, e.At = s.log.head.N+1, hex.EncodeToString(s.log.head.sum[:]), s.stamp(e.Verb)
	text, err := e.signed()
	if err != nil {
		return line{}, err
	}
	e.Sig = ed25519.Sign(s.device, text)
	raw, err := e.encode()
	return line{Entry: e, raw: raw}, err
}

func (g *log) add(l line) {
	g.lines, g.head, g.data = append(g.lines, l), l.head(l.N), append(g.data, l.raw...)
}

// stamp is the time of a line: the month for what a talk has left.
func (s *Store) stamp(v Verb) string {
	if v == Collected {
		return s.now().UTC().Format("2006-01")
	}
	return s.now().UTC().Format("2006-01-02T15:04Z")
}

func (s *Store) appendLog(raw []byte) error {
	name := s.path(logFile)
	f, err := s.files.Append(name)
	if missing(err) {
		if f, err = s.files.Create(name); err == nil {
			err = s.files.SyncDir(s.places.Root)
		}
	}
	if err != nil {
		return err
	}
	_, err = f.Write(raw)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err != nil {
		_ = s.files.Truncate(name, int64(len(s.log.data))) // else the next run does it
		return err
	}
	_ = s.files.Coarsen(name, month(s.now()))
	return nil
}

// remember notes the head in a second place, so that a log which was put back to
// an earlier state is found even where nobody printed its head. It is a help and
// not a lock, so it may fail.
func (s *Store) remember() {
	if s.places.Head == "" {
		return
	}
	_ = replace(s.files, s.places.Head, []byte(s.log.head.String()+"\n"), s.now())
}

// remembered is the head in the second place.
func (s *Store) remembered() string {
	if s.places.Head == "" {
		return ""
	}
	text, err := s.files.Read(s.places.Head)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

// Head is the end of the log, to be printed.
func (s *Store) Head() Head { return s.log.head }

// month of an entry, for a list.
func (e Entry) month() string {
	if len(e.At) < len("2006-01") {
		return ""
	}
	if _, err := time.Parse("2006-01", e.At[:7]); err != nil {
		return ""
	}
	return e.At[:7]
}
