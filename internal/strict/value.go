package strict

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// Schema is a JSON Schema (draft 2020-12) as nested maps.
type Schema = map[string]any

// Value reads one node into a Go variable and can describe itself as a schema.
// Only this package makes Values.
type Value interface {
	decode(n Node)
	schema(defs Schema) Schema
}

// scalar is a Value made of one text.
type scalar struct {
	want string // "a word", for messages
	take func(n Node, text string)
	form Schema
	tags []string // yaml tags that are taken; empty: text only
}

func (s scalar) decode(n Node) {
	if n.y.Kind != yaml.ScalarNode {
		n.Fail("here stands "+n.kind(), "write "+s.want)
		return
	}
	tags := s.tags
	if tags == nil {
		tags = []string{"!!str"}
	}
	if !slices.Contains(tags, n.y.Tag) {
		n.Fail(fmt.Sprintf("%q is read as %s", n.y.Value, tagWord(n.y.Tag)), "write "+s.want+quoteHint(tags))
		return
	}
	s.take(n, n.y.Value)
}

func (s scalar) schema(Schema) Schema { return s.form }

func quoteHint(tags []string) string {
	if slices.Contains(tags, "!!str") {
		return ", in quotes"
	}
	return ""
}

func tagWord(tag string) string {
	switch tag {
	case "!!int", "!!float":
		return "a number"
	case "!!bool":
		return "true or false"
	case "!!timestamp":
		return "a date"
	}
	return "text"
}

// Line reads one non-empty line of text.
func Line(dst *string) Value {
	return scalar{want: "a line of text", form: Schema{"type": "string", "minLength": 1}, take: func(n Node, text string) {
		switch {
		case strings.TrimSpace(text) == "":
			n.Fail("the text is empty", "write a line of text or remove the key")
		case strings.Contains(strings.TrimRight(text, "\n"), "\n"):
			n.Fail("the text has several lines", "write it on one line")
		default:
			*dst = strings.TrimSpace(text)
		}
	}}
}

// Text reads non-empty text of one or more lines.
func Text(dst *string) Value {
	return scalar{want: "text", form: Schema{"type": "string", "minLength": 1}, take: func(n Node, text string) {
		if *dst = strings.TrimSpace(text); *dst == "" {
			n.Fail("the text is empty", "write a text or remove the key")
		}
	}}
}

// Blank reads text that may be "": a text that nobody has written yet.
func Blank(dst *string) Value {
	return scalar{want: "text", form: Schema{"type": "string"}, take: func(_ Node, text string) {
		*dst = strings.TrimSpace(text)
	}}
}

// idPattern is the form of every id: lower-case words, joined by dots and hyphens.
var idPattern = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)

// IsID reports whether text has the form of an id.
func IsID(text string) bool { return idPattern.MatchString(text) }

// ID reads an id: lower-case letters and digits, joined by dots and hyphens.
func ID(dst *string) Value {
	return scalar{want: "an id", form: Schema{"type": "string", "pattern": idPattern.String()}, take: func(n Node, text string) {
		if !IsID(text) {
			n.Fail(fmt.Sprintf("%q is not an id", text), "use lower-case letters, digits, dots and hyphens")
			return
		}
		*dst = text
	}}
}

// Family reads an id or a family of ids that ends in ".*".
func Family(dst *string) Value {
	return scalar{want: "an id or a family such as exploitation.*", form: Schema{"type": "string", "pattern": `^[a-z0-9]+([.-][a-z0-9]+)*(\.\*)?$`}, take: func(n Node, text string) {
		if !IsID(strings.TrimSuffix(text, ".*")) {
			n.Fail(fmt.Sprintf("%q is not an id or a family of ids", text), "write for example exploitation.pay or exploitation.*")
			return
		}
		*dst = text
	}}
}

// Enum reads one of the allowed words.
func Enum[T ~string](dst *T, allowed ...T) Value {
	words := make([]string, len(allowed))
	for i, a := range allowed {
		words[i] = string(a)
	}
	list := strings.Join(words, ", ")
	return scalar{want: "one of " + list, form: Schema{"enum": words}, take: func(n Node, text string) {
		if !slices.Contains(words, text) {
			n.Fail(fmt.Sprintf("%q is not known here", text), "write one of "+list)
			return
		}
		*dst = T(text)
	}}
}

// Bool reads true or false.
func Bool(dst *bool) Value {
	return scalar{want: "true or false", tags: []string{"!!bool"}, form: Schema{"type": "boolean"}, take: func(_ Node, text string) {
		*dst = strings.EqualFold(text, "true")
	}}
}

// Int reads a whole number from low to high.
func Int(dst *int, low, high int) Value {
	want := fmt.Sprintf("a whole number from %d to %d", low, high)
	return scalar{want: want, tags: []string{"!!int"}, form: Schema{"type": "integer", "minimum": low, "maximum": high}, take: func(n Node, text string) {
		i, err := strconv.Atoi(text)
		if err != nil || i < low || i > high {
			n.Fail(text+" is out of range", "write "+want)
			return
		}
		*dst = i
	}}
}

// Date reads a day as 2026-11-23, quoted or not. Precision may be coarser
// (2026-11, 2026): many sources give no day.
func Date(dst *string) Value {
	return scalar{want: "a date such as 2026-11-23", tags: []string{"!!str", "!!timestamp", "!!int"}, form: Schema{"type": []string{"string", "integer"}, "pattern": `^\d{4}(-\d{2}(-\d{2})?)?$`}, take: func(n Node, text string) {
		if !IsDate(text) {
			n.Fail(fmt.Sprintf("%q is not a date", text), "write it as 2026-11-23, 2026-11 or 2026")
			return
		}
		*dst = text
	}}
}

// IsDate reports whether text is a date that [Date] takes.
func IsDate(text string) bool {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}

// Field is one key of an object.
type Field struct {
	Name string
	Need bool
	Val  Value
	Doc  string
}

// Req is a field that must be there; doc is its meaning, for schemas.
func Req(name string, v Value, doc string) Field { return Field{name, true, v, doc} }

// Opt is a field that may be absent.
func Opt(name string, v Value, doc string) Field { return Field{name, false, v, doc} }

type object struct {
	at     *Pos
	fields []Field
	one    bool // exactly one field must be there
}

// Object reads a mapping with the given fields and no others. Where at is not
// nil it receives the place.
func Object(at *Pos, fields ...Field) Value { return object{at, fields, false} }

// OneOf reads a mapping that has exactly one of the fields.
func OneOf(at *Pos, fields ...Field) Value { return object{at, fields, true} }

func (o object) decode(n Node) {
	if n.y.Kind != yaml.MappingNode {
		n.Fail("here stands "+n.kind(), "write a mapping with "+o.names())
		return
	}
	if o.at != nil {
		*o.at = n.Pos()
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.y.Content); i += 2 {
		key := Node{n.y.Content[i], n.reading}
		at := slices.IndexFunc(o.fields, func(f Field) bool { return f.Name == key.y.Value })
		if at < 0 {
			near := o.near(key.y.Value)
			seen[near] = true // a misspelt key is one fault, not also a missing one
			key.Fail(fmt.Sprintf("the key %q is not known here", key.y.Value), o.suggest(near))
			continue
		}
		seen[key.y.Value] = true
		o.fields[at].Val.decode(Node{n.y.Content[i+1], n.reading})
	}
	o.checkPresence(n, seen)
}

func (o object) checkPresence(n Node, seen map[string]bool) {
	if o.one {
		if len(n.y.Content) != 2 {
			n.Fail(fmt.Sprintf("here stand %d keys", len(seen)), "write exactly one of "+o.names())
		}
		return
	}
	for _, f := range o.fields {
		if f.Need && !seen[f.Name] {
			n.Fail(fmt.Sprintf("the key %q is missing", f.Name), "add it: "+f.Doc)
		}
	}
}

func (o object) names() string {
	names := make([]string, len(o.fields))
	for i, f := range o.fields {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

// near finds the field that a misspelt key most likely means, or "".
func (o object) near(got string) string {
	best, least := "", 3
	for _, f := range o.fields {
		if d := distance(got, f.Name); d < least {
			best, least = f.Name, d
		}
	}
	return best
}

func (o object) suggest(near string) string {
	if near != "" {
		return "did you mean " + near + "?"
	}
	return "known keys: " + o.names()
}

// distance is the edit distance between two short words.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		previous := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := previous
			if a[i] != b[j] {
				cost++
			}
			previous = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func (o object) schema(defs Schema) Schema {
	properties, required := Schema{}, []string{}
	for _, f := range o.fields {
		s := Schema{}
		for k, v := range f.Val.schema(defs) {
			s[k] = v
		}
		if f.Doc != "" {
			s["description"] = f.Doc
		}
		properties[f.Name] = s
		if f.Need {
			required = append(required, f.Name)
		}
	}
	s := Schema{"type": "object", "properties": properties, "additionalProperties": false}
	if o.one {
		s["minProperties"], s["maxProperties"] = 1, 1
	} else if len(required) > 0 {
		s["required"] = required
	}
	return s
}

type list[T any] struct {
	dst  *[]T
	elem func(*T) Value
}

// List reads a list that has at least one element.
func List[T any](dst *[]T, elem func(*T) Value) Value { return list[T]{dst, elem} }

// IDs reads a list of ids.
func IDs(dst *[]string) Value { return List(dst, ID) }

func (l list[T]) decode(n Node) {
	if n.y.Kind != yaml.SequenceNode {
		n.Fail("here stands "+n.kind(), "write a list: each element behind a hyphen, or in [ ]")
		return
	}
	if len(n.y.Content) == 0 {
		n.Fail("the list is empty", "write at least one element or remove the key")
	}
	for _, child := range n.y.Content {
		var t T
		l.elem(&t).decode(Node{child, n.reading})
		*l.dst = append(*l.dst, t)
	}
}

func (l list[T]) schema(defs Schema) Schema {
	var t T
	return Schema{"type": "array", "minItems": 1, "items": l.elem(&t).schema(defs)}
}

// Entry is one key of an ordered mapping.
type Entry[T any] struct {
	Key string
	Pos Pos
	Val T
}

type mapping[T any] struct {
	dst  *[]Entry[T]
	key  func(*string) Value
	elem func(*T) Value
}

// Map reads a mapping whose keys are data, in the order of the file.
func Map[T any](dst *[]Entry[T], key func(*string) Value, elem func(*T) Value) Value {
	return mapping[T]{dst, key, elem}
}

func (m mapping[T]) decode(n Node) {
	if n.y.Kind != yaml.MappingNode {
		n.Fail("here stands "+n.kind(), "write a mapping: key, colon, value")
		return
	}
	for i := 0; i+1 < len(n.y.Content); i += 2 {
		key := Node{n.y.Content[i], n.reading}
		e := Entry[T]{Pos: key.Pos()}
		// A key is text whatever it looks like: 1 or yes are fine as keys.
		text := *key.y
		text.Tag = "!!str"
		m.key(&e.Key).decode(Node{&text, n.reading})
		m.elem(&e.Val).decode(Node{n.y.Content[i+1], n.reading})
		*m.dst = append(*m.dst, e)
	}
}

func (m mapping[T]) schema(defs Schema) Schema {
	var k string
	var t T
	return Schema{"type": "object", "propertyNames": m.key(&k).schema(defs), "additionalProperties": m.elem(&t).schema(defs)}
}

type either struct {
	scalar, list, object Value
}

// Either reads a value whose shape decides its meaning: a single value by
// scalar, a list by list, a mapping by object. A nil Value refuses that shape.
func Either(scalar, list, object Value) Value { return either{scalar, list, object} }

func (e either) decode(n Node) {
	v := map[yaml.Kind]Value{yaml.ScalarNode: e.scalar, yaml.SequenceNode: e.list, yaml.MappingNode: e.object}[n.y.Kind]
	if v == nil {
		n.Fail("here stands "+n.kind(), "write "+e.shapes())
		return
	}
	v.decode(n)
}

func (e either) shapes() string {
	var names []string
	for _, s := range []struct {
		v    Value
		name string
	}{{e.scalar, "a single value"}, {e.list, "a list"}, {e.object, "a mapping"}} {
		if s.v != nil {
			names = append(names, s.name)
		}
	}
	return strings.Join(names, " or ")
}

func (e either) schema(defs Schema) Schema {
	var any []Schema
	for _, v := range []Value{e.scalar, e.list, e.object} {
		if v != nil {
			any = append(any, v.schema(defs))
		}
	}
	return Schema{"anyOf": any}
}

type named struct {
	name string
	make func() Value
}

// Named gives a Value a name in schemas, so that it may contain itself.
func Named(name string, make func() Value) Value { return named{name, make} }

func (r named) decode(n Node) { r.make().decode(n) }

func (r named) schema(defs Schema) Schema {
	if _, done := defs[r.name]; !done {
		defs[r.name] = Schema{} // stands for itself while it is being made
		defs[r.name] = r.make().schema(defs)
	}
	return Schema{"$ref": "#/$defs/" + r.name}
}

type checked struct {
	Value
	after func(n Node)
}

// Checked decodes v and then calls after, which may record further problems.
func Checked(v Value, after func(n Node)) Value { return checked{v, after} }

func (c checked) decode(n Node) {
	before := len(*n.problems)
	c.Value.decode(n)
	if len(*n.problems) == before {
		c.after(n)
	}
}

// At decodes v and remembers where it stands, once it is decoded without a
// problem.
func At(at *Pos, v Value) Value { return Checked(v, func(n Node) { *at = n.Pos() }) }

// JSONSchema describes v as a complete schema document.
func JSONSchema(title string, v Value) Schema {
	defs := Schema{}
	s := v.schema(defs)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	if len(defs) > 0 {
		s["$defs"] = defs
	}
	return s
}
