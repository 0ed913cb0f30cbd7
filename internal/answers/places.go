package answers

import (
	"strings"

	"cesta/internal/strict"
)

// Places says where the parts of a sheet stand, by the field that a [Refusal]
// names: "answers.work.pay", "interview", "doubt".
type Places map[string]strict.Pos

// Of is the place of a field or, where it has none, of what holds it.
func (p Places) Of(field string) strict.Pos {
	for {
		if at, ok := p[field]; ok {
			return at
		}
		dot := strings.LastIndexByte(field, '.')
		if dot < 0 {
			return strict.Pos{}
		}
		field = field[:dot]
	}
}

// mark remembers the place of a value.
func (p Places) mark(field string, v strict.Value) strict.Value {
	return strict.Checked(v, func(n strict.Node) {
		if p != nil {
			p[field] = n.Pos()
		}
	})
}

// entries reads a mapping whose order means nothing and remembers where its
// keys stand, as prefix and key.
func entries[T any](p Places, prefix string, dst *map[string]T, elem func(*T) strict.Value) strict.Value {
	var list []strict.Entry[T]
	return strict.Checked(strict.Map(&list, strict.ID, elem), func(strict.Node) {
		*dst = make(map[string]T, len(list))
		for _, e := range list {
			(*dst)[e.Key] = e.Val
			if p != nil {
				p[prefix+e.Key] = e.Pos
			}
		}
	})
}

// answerEntries reads the answers by question, whose fields begin with prefix. The items of a list do not know
// their question while they are read, so their places are named afterwards.
func answerEntries(p Places, prefix string, dst *map[string][]Entry) strict.Value {
	var list []strict.Entry[[]Entry]
	var items []Places
	return strict.Checked(strict.Map(&list, strict.ID, func(e *[]Entry) strict.Value {
		var own Places
		if p != nil {
			own = Places{}
		}
		items = append(items, own)
		return entryFields(e, own)
	}), func(strict.Node) {
		*dst = make(map[string][]Entry, len(list))
		for i, e := range list {
			(*dst)[e.Key] = e.Val
			if p != nil {
				p[prefix+"answers."+e.Key] = e.Pos
			}
			for item, at := range items[i] {
				p[prefix+"answers."+e.Key+"."+item] = at
			}
		}
	})
}
