package translation

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"cesta/internal/locale"
)

// The columns of the table that a translator opens in a spreadsheet.
var columns = []string{"key", "where the text appears", "limit in characters", "source", "translation", "back-translation", "state (do not change)"}

const (
	columnKey = iota
	columnWhere
	columnLimit
	columnSource
	columnTranslation
	columnBack
	columnState
)

// bom tells a spreadsheet that the table is UTF-8.
const bom = "\ufeff"

// Table writes the texts of the surveys as CSV for a Czech spreadsheet:
// semicolons, a byte order mark, CRLF. A word with plural forms has a row for
// each form of the language, with the form's name behind the key.
func Table(surveys []Survey) []byte {
	var b bytes.Buffer
	b.WriteString(bom)
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	_ = w.Write(headOf(surveys)) // a buffer takes everything
	for _, s := range surveys {
		for _, t := range s.Texts {
			for _, row := range s.rows(t) {
				_ = w.Write(row)
			}
		}
	}
	w.Flush()
	return b.Bytes()
}

// headOf is the first row, which says what language the table is of.
func headOf(surveys []Survey) []string {
	head := slices.Clone(columns)
	if len(surveys) > 0 {
		head[columnTranslation] += " (" + surveys[0].Language.Tag + ")"
	}
	return head
}

// rows are the rows of one text.
func (s *Survey) rows(t Text) [][]string {
	forms := []string{""}
	if t.Source.Plural() {
		forms = s.Language.Plurals
	}
	var rows [][]string
	for _, form := range forms {
		limit, _ := Limit(s.Bundle, t.Key())
		row := make([]string, len(columns))
		row[columnKey], row[columnWhere] = rowKey(t.Key(), form), Where(s.Bundle, t.Key())
		if limit > 0 {
			row[columnLimit] = strconv.Itoa(limit)
		}
		row[columnSource] = guard(sourceOf(t.Source, form))
		translation, _ := t.Translation.Form(form)
		row[columnTranslation], row[columnState] = guard(translation), stateOf(t)
		if form == forms[0] {
			row[columnBack] = guard(t.Record.Back)
		}
		rows = append(rows, row)
	}
	return rows
}

// sourceOf is the form of the source that a form of another language is
// translated from: the one of that name, else "other".
func sourceOf(e locale.Entry, form string) string {
	if text, ok := e.Form(form); ok {
		return text
	}
	return e.Text()
}

// stateOf is the standing of a text and the digest by which the table's return
// shows whether somebody has changed the text meanwhile.
func stateOf(t Text) string {
	if t.Standing == locale.Missing {
		return string(t.Standing)
	}
	return string(t.Standing) + " " + t.Translation.Digest()
}

// rowKey is the key of a row: of a text, or of a form of it.
func rowKey(key, form string) string {
	if form == "" {
		return key
	}
	return key + " [" + form + "]"
}

func splitRowKey(row string) (key, form string) {
	key, form, ok := strings.Cut(row, " [")
	if !ok {
		return row, ""
	}
	return key, strings.TrimSuffix(form, "]")
}

// guard puts an apostrophe before a text that a spreadsheet would take for a
// formula, a number or a date: a leading plus is a telephone number here, and
// what begins with = could be made to do harm. A text that looks guarded gets
// one more, so that nothing is lost on the way back.
func guard(text string) string {
	if rest := strings.TrimLeft(text, "'"); guarded(rest) {
		return "'" + text
	}
	return text
}

func unguard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != cell && guarded(rest) {
		return cell[1:]
	}
	return cell
}

func guarded(text string) bool {
	if text == "" {
		return false
	}
	return slices.Contains([]byte("=+-@\t\r"), text[0]) || !strings.ContainsFunc(text, isWordLetter)
}

func isWordLetter(r rune) bool { return r == '{' || r > 0x7f || 'a' <= r|0x20 && r|0x20 <= 'z' }
