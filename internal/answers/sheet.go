package answers

import (
	"bytes"

	"cesta/internal/strict"
)

// SheetSchema names the version of the contract by which answer sheets are
// read. A change of meaning gets a new name.
const SheetSchema = "cesta.answers/1"

// Refusal says why one sheet was not taken. Field names the place inside the
// sheet where that is known; Code is a fixed word for programs.
type Refusal struct {
	Code    string `json:"code"`
	Field   string `json:"field"`
	Message string `json:"message"`
}

// Error gives field and message.
func (r *Refusal) Error() string {
	if r.Field == "" {
		return r.Message
	}
	return r.Field + ": " + r.Message
}

// Malformed is the code of a sheet that does not have the form of the contract.
const Malformed = "malformed"

// Decode reads one sheet, as JSON when it begins with a brace and as YAML
// otherwise. Places in messages count from firstLine. The error is a *[Refusal].
//
// It checks the form only. Whether questions, options and indicators exist is
// known to the set, and so to package assess.
func Decode(file string, firstLine int, data []byte) (Sheet, error) {
	var f sheetForm
	var err error
	if text := bytes.TrimSpace(data); len(text) > 0 && text[0] == '{' {
		err = strict.JSON(file, firstLine, data, f.fields())
	} else {
		// Empty lines in front keep the places right: YAML ignores them.
		before := bytes.Repeat([]byte("\n"), max(firstLine-1, 0))
		err = strict.YAML(file, append(before, data...), f.fields())
	}
	if err != nil {
		return Sheet{}, &Refusal{Code: Malformed, Message: err.Error()}
	}
	return f.sheet, nil
}

// SheetJSONSchema describes a sheet as a JSON Schema, from the same table that
// reads it.
func SheetJSONSchema() strict.Schema {
	var f sheetForm
	return strict.JSONSchema("Answer sheet, "+SheetSchema, f.fields())
}

// sheetForm is a sheet while it is read.
type sheetForm struct {
	schema string
	sheet  Sheet
}

func (f *sheetForm) fields() strict.Value {
	s := &f.sheet
	return strict.Object(nil,
		strict.Req("schema", strict.Enum(&f.schema, SheetSchema), "the version of this contract"),
		strict.Opt("case", strict.Line(&s.Case), "a reference of your own; it must identify no person"),
		strict.Opt("interview", strict.ID(&s.Interview), "the interview that was held; without it nothing-reported cannot be reached"),
		strict.Opt("set", strict.Line(&s.Set), "id@hash of the indicator set; another set refuses the sheet"),
		strict.Opt("age", ageFields(&s.Age), "one word for both, or what the person says and what the officer thinks"),
		strict.Opt("answers", mapOf(&s.Answers, entryFields), "answers by question; what is not listed was not asked"),
		strict.Opt("indicators", mapOf(&s.Indicators, truthWord), "facts coded without a question"),
		strict.Opt("situation", mapOf(&s.Situation, truthWord), "facts that only duties read"),
		strict.Opt("conditions", mapOf(&s.Conditions, strict.ID), "how the talk was held; an omitted condition counts as not met"),
		strict.Opt("doubt", strict.ID(&s.Doubt), "the coded reason of an officer's reasoned doubt"),
	)
}

func ageFields(a *Ages) strict.Value {
	var both Age
	word := func(dst *Age) strict.Value { return strict.Enum(dst, Adult, Child, AgeUnsure) }
	return strict.Either(
		strict.Checked(word(&both), func(strict.Node) { *a = Ages{Said: both, Officer: both} }),
		nil,
		strict.Object(nil,
			strict.Opt("said", word(&a.Said), "the person's own statement"),
			strict.Opt("officer", word(&a.Officer), "the officer's impression"),
		),
	)
}

// entryFields reads the three forms of an answer: a word, a map of items, or a
// list in which each answer has its source.
func entryFields(entries *[]Entry) strict.Value {
	var one Value
	single := func(v strict.Value) strict.Value {
		return strict.Checked(v, func(strict.Node) { *entries = []Entry{{Value: one}} })
	}
	return strict.Either(
		single(strict.ID(&one.Option)),
		strict.List(entries, func(e *Entry) strict.Value {
			return strict.Object(nil,
				strict.Req("value", strict.Either(strict.ID(&e.Option), nil, itemFields(&e.Items)), "an option, yes, no, unknown or refused; or a map of items"),
				strict.Req("source", strict.Enum(&e.Source, Sources...), "how the answer is known"),
			)
		}),
		single(itemFields(&one.Items)),
	)
}

func itemFields(items *map[string]string) strict.Value { return mapOf(items, truthWord) }

func truthWord(dst *string) strict.Value {
	return strict.Enum(dst, Yes, No, Unknown, Refused)
}

// mapOf reads a mapping whose order means nothing.
func mapOf[T any](dst *map[string]T, elem func(*T) strict.Value) strict.Value {
	var entries []strict.Entry[T]
	return strict.Checked(strict.Map(&entries, strict.ID, elem), func(strict.Node) {
		*dst = make(map[string]T, len(entries))
		for _, e := range entries {
			(*dst)[e.Key] = e.Val
		}
	})
}
