package indicator

import "cesta/internal/strict"

// Schemas describes the files of a set for editors, by kind of file.
func Schemas() map[string]strict.Schema {
	return map[string]strict.Schema{
		"set":        strict.JSONSchema("set.yaml, the head of an indicator set", headerFields(&header{})),
		"vocabulary": strict.JSONSchema("a file of facts, vocabulary/*.yaml", vocabularyFields(new([]Indicator))),
		"questions":  strict.JSONSchema("a file of questions, questions/*.yaml", questionFields(new([]rawQuestion))),
		"instrument": strict.JSONSchema("an instrument, instruments/*.yaml", instrumentFields(&Instrument{})),
		"interview":  strict.JSONSchema("an interview, interviews/*.yaml", interviewFields(&Interview{})),
	}
}
