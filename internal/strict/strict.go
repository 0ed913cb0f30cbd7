// Package strict reads YAML and JSON content so that nothing an author wrote is
// silently lost or guessed.
//
// One table of fields per kind of file ([Object], [List], [Map] ...) drives the
// decoder, its messages and the JSON Schema for editors, so the three cannot
// drift apart. Every refusal is a [Problem]: file, line, column, what is wrong
// and what to do.
//
// It refuses unknown and duplicate keys, nulls, aliases, second documents,
// control characters and characters that reverse the direction of text. It
// must never coerce a value of one type into another, never stop at the first
// problem of a file, and it is the only package that imports yaml.v3.
package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// MaxFile is the size in bytes above which a content file is refused unread.
// The largest shipped file is about 100 kB.
const MaxFile = 4 << 20

// Pos is a place in a file; Line and Col count from 1. The zero Pos means
// "the file as a whole" or, without File, "nowhere".
type Pos struct {
	File      string
	Line, Col int
}

// String gives file:line:col, shorter where parts are unknown.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Problem is one refusal: where, what is wrong, what to do.
type Problem struct {
	Pos
	Wrong, Hint string
}

// Error gives "file:line:col: what is wrong; what to do"; without a place only
// the rest.
func (p Problem) Error() string {
	if p.Pos == (Pos{}) { // of an argument
		return p.Wrong + "; " + p.Hint
	}
	return p.Pos.String() + ": " + p.Wrong + "; " + p.Hint
}

// Problems is every refusal of one reading, in the order of the files.
type Problems []Problem

// Error gives one problem a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Err returns ps as an error, sorted by place, or nil when there is none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	return ps
}

// Add appends one problem.
func (ps *Problems) Add(at Pos, wrong, hint string) {
	*ps = append(*ps, Problem{at, wrong, hint})
}

// Merge appends the problems inside err; an error of another kind becomes a
// problem of file as a whole.
func (ps *Problems) Merge(file string, err error) {
	var more Problems
	switch {
	case err == nil:
	case errors.As(err, &more):
		*ps = append(*ps, more...)
	default:
		ps.Add(Pos{File: file}, err.Error(), "mend the file and try again")
	}
}

// YAML decodes the one document in data into v. The error is of type [Problems].
func YAML(file string, data []byte, v Value) error {
	var ps Problems
	if len(data) > MaxFile {
		ps.Add(Pos{File: file}, fmt.Sprintf("the file is larger than %d MiB", MaxFile>>20), "split it into several files")
		return ps.Err()
	}
	if !utf8.Valid(data) {
		line, col := placeOfInvalid(data)
		ps.Add(Pos{file, line, col}, "the text is not valid UTF-8", "save the file as UTF-8")
		return ps.Err()
	}
	root, problem := parse(file, data)
	if problem != nil {
		return Problems{*problem}
	}
	n := Node{root, &reading{file: file, problems: &ps}}
	if n.plain() {
		v.decode(n)
	}
	return ps.Err()
}

func parse(file string, data []byte) (*yaml.Node, *Problem) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	err := dec.Decode(&doc)
	if errors.Is(err, io.EOF) || (err == nil && len(doc.Content) == 0) {
		return nil, &Problem{Pos{file, 1, 1}, "the file is empty", "write its content or remove the file"}
	}
	if err != nil {
		return nil, yamlProblem(file, err)
	}
	var second yaml.Node
	switch err := dec.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, yamlProblem(file, err)
	default:
		return nil, &Problem{Pos{file, second.Line, 1}, "the file holds a second document", "remove the line --- or make it a file of its own"}
	}
	return doc.Content[0], nil
}

// yamlProblem turns yaml.v3's "yaml: line 3: did not find ..." into a Problem.
func yamlProblem(file string, err error) *Problem {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if _, scan := fmt.Sscanf(text, "line %d:", &line); scan == nil {
		text = strings.TrimSpace(text[strings.Index(text, ":")+1:])
	}
	hint := "check indentation, quotes and colons near this line"
	switch {
	case strings.Contains(text, "control characters"):
		hint = "remove the invisible character"
	case strings.Contains(text, "anchor"):
		hint = "write the content out; anchors and aliases are not allowed"
	}
	return &Problem{Pos{file, max(line, 1), 1}, "not readable as YAML: " + text, hint}
}

func placeOfInvalid(data []byte) (line, col int) {
	line, col = 1, 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			return line, col
		}
		if col++; r == '\n' {
			line, col = line+1, 1
		}
		data = data[size:]
	}
	return line, col
}

// reading is the state shared by all nodes of one document.
type reading struct {
	file     string
	problems *Problems
}

// Node is one place in a document while it is read.
type Node struct {
	y *yaml.Node
	*reading
}

// Pos says where the node stands.
func (n Node) Pos() Pos { return Pos{n.file, n.y.Line, n.y.Column} }

// Fail records a problem at the node.
func (n Node) Fail(wrong, hint string) { n.problems.Add(n.Pos(), wrong, hint) }

// kind names the node's shape in an author's words.
func (n Node) kind() string {
	switch {
	case n.y.Kind == yaml.MappingNode:
		return "a mapping"
	case n.y.Kind == yaml.SequenceNode:
		return "a list"
	case n.y.Tag == "!!null":
		return "nothing"
	default:
		return "a single value"
	}
}

// plain refuses what no file of ours may hold, anywhere below n: aliases,
// anchors, nulls, tags of one's own, keys that are not text, forbidden
// characters. It reports whether n can be decoded.
func (n Node) plain() bool {
	before := len(*n.problems)
	n.walk(0)
	return len(*n.problems) == before
}

func (n Node) walk(depth int) {
	switch {
	case depth > maxDepth:
		n.Fail(fmt.Sprintf("the file is nested deeper than %d", maxDepth), "write it flatter")
		return
	case n.y.Kind == yaml.AliasNode:
		n.Fail("an alias (*"+n.y.Value+") stands here", "write the content out; aliases are not allowed")
		return
	case n.y.Anchor != "":
		n.Fail("an anchor (&"+n.y.Anchor+") stands here", "remove it; anchors and aliases are not allowed")
	case n.y.Style&yaml.TaggedStyle != 0:
		n.Fail("a tag ("+n.y.Tag+") stands here", "remove it; write a plain value")
	case n.y.Kind == yaml.ScalarNode && n.y.Tag == "!!null":
		n.Fail("a value is missing", "write one or remove the key")
	case n.y.Kind == yaml.ScalarNode:
		n.checkCharacters()
	case n.y.Kind == yaml.MappingNode:
		n.checkKeys()
	}
	for _, child := range n.y.Content {
		Node{child, n.reading}.walk(depth + 1)
	}
}

func (n Node) checkKeys() {
	seen := map[string]int{}
	for i := 0; i+1 < len(n.y.Content); i += 2 {
		key := Node{n.y.Content[i], n.reading}
		if key.y.Kind != yaml.ScalarNode {
			key.Fail("a key is "+key.kind(), "keys are single words")
			continue
		}
		if line, twice := seen[key.y.Value]; twice {
			key.Fail(fmt.Sprintf("the key %q stands twice (first in line %d)", key.y.Value, line), "keep one of them")
		}
		seen[key.y.Value] = key.y.Line
	}
}

func (n Node) checkCharacters() {
	for _, r := range n.y.Value {
		if name := forbidden(r); name != "" {
			n.Fail(fmt.Sprintf("the text holds %s (U+%04X)", name, r), "remove it; the program sets direction and layout itself")
			return
		}
	}
}

// forbidden names a character that may not stand in content: it could drive
// the terminal or make text read differently from what it is.
func forbidden(r rune) string {
	switch {
	case r == '\n' || r == '\t':
		return ""
	case r < 0x20 || (r >= 0x7f && r < 0xa0):
		return "a control character"
	case r >= 0x202a && r <= 0x202e:
		return "a direction override"
	case r >= 0x2066 && r <= 0x2069:
		return "a direction isolate"
	case r == 0x2028 || r == 0x2029:
		return "a line separator"
	case r == 0x200e || r == 0x200f || r == 0x61c:
		return "a direction mark"
	case r == 0xad || r == 0x2060:
		return "a character that nobody sees"
	case r == 0xfeff:
		return "a byte order mark"
	case r >= 0xe0000 && r <= 0xe007f:
		return "an invisible tag character"
	}
	return ""
}

// Clean reports whether text holds no character that content may not hold.
// Command-line text that is echoed to a terminal goes through it too.
func Clean(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return forbidden(r) != "" })
}
