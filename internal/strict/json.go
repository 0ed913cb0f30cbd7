package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// maxDepth is how deep a file may nest: an answer sheet needs five, a rule a
// dozen, and what is nested deeper nobody can read.
const maxDepth = 50

// JSON decodes the one JSON value in data into v by the same tables as [YAML].
// Lines and columns count from firstLine, so that a line of a longer file can
// be placed. The error is of type [Problems].
func JSON(file string, firstLine int, data []byte, v Value) error {
	var ps Problems
	if !utf8.Valid(data) {
		ps.Add(Pos{file, firstLine, 1}, "the text is not valid UTF-8", "save it as UTF-8")
		return ps.Err()
	}
	p := jsonParser{dec: json.NewDecoder(bytes.NewReader(data)), data: data, line: firstLine, last: -1}
	p.dec.UseNumber()
	root, err := p.value(0)
	if err == nil {
		if _, more := p.dec.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("something follows the value")
		}
	}
	if err != nil {
		line, col := p.place()
		ps.Add(Pos{file, line, col}, "not readable as JSON: "+jsonReason(err), "check quotes, commas and brackets; the line may be cut off")
		return ps.Err()
	}
	n := Node{root, &reading{file: file, problems: &ps}}
	if n.plain() {
		v.decode(n)
	}
	return ps.Err()
}

func jsonReason(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "the text ends too early"
	}
	return err.Error()
}

// jsonParser builds a yaml.Node tree out of JSON tokens, so that one decoder
// with one set of messages serves both formats.
type jsonParser struct {
	dec  *json.Decoder
	data []byte
	line int // of the byte at done
	done int // bytes counted so far
	last int // offset of the latest line break, -1 before any
}

// place is where the latest token ends. It counts only what is new since the
// last call: counting from the start would make a long line take hours.
func (p *jsonParser) place() (line, col int) {
	to := min(int(p.dec.InputOffset()), len(p.data))
	for i := p.done; i < to; i++ {
		if p.data[i] == '\n' {
			p.line, p.last = p.line+1, i
		}
	}
	p.done = max(p.done, to)
	return p.line, p.done - p.last
}

func (p *jsonParser) value(depth int) (*yaml.Node, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("nested deeper than %d", maxDepth)
	}
	token, err := p.dec.Token()
	if err != nil {
		return nil, err
	}
	n := &yaml.Node{Kind: yaml.ScalarNode}
	n.Line, n.Column = p.place()
	switch t := token.(type) {
	case json.Delim:
		return n, p.compound(n, t, depth)
	case string:
		n.Tag, n.Value = "!!str", t
	case json.Number:
		n.Tag, n.Value = "!!int", t.String()
	case bool:
		n.Tag, n.Value = "!!bool", fmt.Sprint(t)
	case nil:
		n.Tag = "!!null"
	}
	return n, nil
}

func (p *jsonParser) compound(n *yaml.Node, open json.Delim, depth int) error {
	n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
	if open == '{' {
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
	}
	for p.dec.More() {
		child, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.Content = append(n.Content, child)
	}
	_, err := p.dec.Token()
	return err
}
