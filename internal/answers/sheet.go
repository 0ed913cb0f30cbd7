package answers

import (
	"bytes"
	"strconv"

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
	var sheet Sheet
	var err error
	fields := strict.Object(nil, Table(&sheet, nil)...)
	if text := bytes.TrimSpace(data); len(text) > 0 && text[0] == '{' {
		err = strict.JSON(file, firstLine, data, fields)
	} else {
		// Empty lines in front keep the places right: YAML ignores them.
		before := bytes.Repeat([]byte("\n"), max(firstLine-1, 0))
		err = strict.YAML(file, append(before, data...), fields)
	}
	if err != nil {
		return Sheet{}, &Refusal{Code: Malformed, Message: err.Error()}
	}
	return sheet, nil
}

// SheetJSONSchema describes a sheet as a JSON Schema, from the same table that
// reads it.
func SheetJSONSchema() strict.Schema {
	return strict.JSONSchema("Answer sheet, "+SheetSchema, strict.Object(nil, Table(&Sheet{}, nil)...))
}

// Table is the table of fields that reads a sheet into s. It is exported for
// files that hold more beside a sheet. Where places is not nil it receives the
// places of what was read.
func Table(s *Sheet, places Places) []strict.Field {
	schema := ""
	return []strict.Field{
		strict.Req("schema", strict.Enum(&schema, SheetSchema), "the version of this contract"),
		strict.Opt("case", strict.Line(&s.Case), "a reference of your own; it must identify no person"),
		strict.Opt("interview", places.mark("interview", strict.ID(&s.Interview)), "the interview that was held; without it nothing-reported cannot be reached"),
		strict.Opt("set", places.mark("set", strict.Line(&s.Set)), "id@hash of the indicator set; another set refuses the sheet"),
		strict.Opt("age", places.mark("age", ageFields(&s.Age)), "one word for both, or what the person says and what the officer thinks"),
		strict.Opt("answers", answerEntries(places, "", &s.Answers), "answers by question; what is not listed was not asked"),
		strict.Opt("indicators", entries(places, "indicators.", &s.Indicators, truthWord), "facts coded without a question"),
		strict.Opt("episodes", episodeFields(places, &s.Episodes), "further places of work; the first stands in answers with all that belongs to no place"),
		strict.Opt("situation", entries(places, "situation.", &s.Situation, truthWord), "facts that only duties read"),
		strict.Opt("conditions", entries(places, "conditions.", &s.Conditions, strict.ID), "how the talk was held; an omitted condition counts as not met"),
		strict.Opt("doubt", places.mark("doubt", strict.ID(&s.Doubt)), "the coded reason of an officer's reasoned doubt"),
	}
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

// episodeFields reads the further places of work. Their places in the file are
// named episodes.2.answers.work.pay, as the places of work are counted.
func episodeFields(places Places, list *[]Episode) strict.Value {
	n := First
	return strict.List(list, func(e *Episode) strict.Value {
		n++
		prefix := EpisodeField(n)
		return strict.Object(nil,
			strict.Opt("answers", answerEntries(places, prefix, &e.Answers), "answers to the questions that are asked once for each place of work"),
			strict.Opt("indicators", entries(places, prefix+"indicators.", &e.Indicators, truthWord), "facts of this place coded without a question"),
		)
	})
}

// EpisodeField is how the fields of one place of work begin in messages: empty
// for the first.
func EpisodeField(place int) string {
	if place <= First {
		return ""
	}
	return "episodes." + strconv.Itoa(place) + "."
}

// entryFields reads the three forms of an answer: a word, a map of items, or a
// list in which each answer has its source.
func entryFields(list *[]Entry, places Places) strict.Value {
	var one Value
	single := func(v strict.Value) strict.Value {
		return strict.Checked(v, func(strict.Node) { *list = []Entry{{Value: one}} })
	}
	return strict.Either(
		single(strict.ID(&one.Option)),
		strict.List(list, func(e *Entry) strict.Value {
			return strict.Object(nil,
				strict.Req("value", strict.Either(strict.ID(&e.Option), nil, itemFields(&e.Items, places)), "an option, yes, no, unknown or refused; or a map of items"),
				strict.Req("source", strict.Enum(&e.Source, Sources...), "how the answer is known"),
			)
		}),
		single(itemFields(&one.Items, places)),
	)
}

func itemFields(items *map[string]string, places Places) strict.Value {
	return entries(places, "", items, truthWord)
}

func truthWord(dst *string) strict.Value {
	return strict.Enum(dst, Yes, No, Unknown, Refused)
}
