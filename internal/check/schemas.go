package check

import (
	"maps"

	"cesta/internal/answers"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/strict"
)

// Schemas describes every kind of content file for editors, from the tables that
// read them: those of a set and its test cases, of words, of a country pack and
// the station, and the answer sheet.
func Schemas() map[string]strict.Schema {
	all := map[string]strict.Schema{"case": CaseSchema(), "answers": answers.SheetJSONSchema()}
	maps.Copy(all, indicator.Schemas())
	maps.Copy(all, locale.Schemas())
	maps.Copy(all, country.Schemas())
	return all
}
