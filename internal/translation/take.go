package translation

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cesta/internal/locale"
	"cesta/internal/strict"
)

// Taken is what a table brings to one bundle: texts that are new or have
// changed, and back-translations.
type Taken struct {
	Texts []locale.Entry
	Backs []Back
}

// Take reads a table back. It takes from it what differs from the surveys and
// refuses the whole table, with every reason, where a source has changed since
// it was written, a key is unknown, a text is broken, or somebody else has
// changed the text meanwhile. An empty cell takes nothing away.
func Take(l *locale.Library, surveys []Survey, file string, data []byte) ([]Taken, error) {
	t := taking{library: l, surveys: surveys, file: file, seen: map[string]int{}, taken: make([]Taken, len(surveys)), forms: make([]map[string]locale.Entry, len(surveys))}
	if err := t.read(data); err != nil {
		return nil, err
	}
	for i := range surveys {
		t.collect(i)
	}
	return t.taken, t.first().Err()
}

// most is how many reasons are told at once. More have one cause, such as
// another separator, that the first of them show.
const most = 20

func (t *taking) first() strict.Problems {
	if len(t.problems) <= most {
		return t.problems
	}
	rest := strict.Problem{Pos: strict.Pos{File: t.file}, Wrong: fmt.Sprintf("%d more rows cannot be taken", len(t.problems)-most), Hint: "mend the first ones, or export the table again"}
	return append(t.problems[:most:most], rest)
}

type taking struct {
	library  *locale.Library
	surveys  []Survey
	file     string
	seen     map[string]int // the number of each row
	rows     int            // read so far, as a spreadsheet counts them
	forms    []map[string]locale.Entry
	taken    []Taken
	problems strict.Problems
}

// fail refuses the row that is being read. A spreadsheet shows its number, an
// editor its line, which differs where a cell has several.
func (t *taking) fail(line, column int, wrong, hint string) {
	if t.rows > 1 {
		wrong = inRow(t.rows, wrong)
	}
	t.problems.Add(strict.Pos{File: t.file, Line: line, Col: column}, wrong, hint)
}

func inRow(row int, wrong string) string { return fmt.Sprintf("row %d: %s", row, wrong) }

func (t *taking) read(data []byte) error {
	text := strings.TrimPrefix(string(data), bom)
	if !utf8.ValidString(text) {
		t.fail(1, 1, "the table is not UTF-8", `save it as "CSV UTF-8", or in LibreOffice with the character set Unicode (UTF-8)`)
		return t.problems.Err()
	}
	first, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(bytes.NewReader([]byte(text)))
	r.Comma, r.FieldsPerRecord = separator(first), -1
	head, err := r.Read()
	if err != nil || !t.head(trimmed(head)) {
		t.fail(1, 1, "this is not the head of a table for translators", "keep the first row as it is: "+strings.Join(columns, "; ")+`; and save the table as "CSV UTF-8"`)
	}
	if len(t.problems) > 0 {
		return t.problems.Err()
	}
	for t.rows = 2; ; t.rows++ {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if bad := new(csv.ParseError); errors.As(err, &bad) {
			t.fail(bad.Line, bad.Column, "the table cannot be read: "+bad.Err.Error(), "check the quotes in this row, or export the table again")
			return t.problems.Err()
		}
		t.row(r, row)
	}
}

// head reports whether a row is the head of a table, and refuses the table of
// another language.
func (t *taking) head(row []string) bool {
	if len(row) != len(columns) {
		return false
	}
	what, tag, _ := strings.Cut(row[columnTranslation], " (")
	row = slices.Clone(row)
	row[columnTranslation] = what
	if !slices.Equal(row, columns) {
		return false
	}
	if tag = strings.TrimSuffix(tag, ")"); tag != "" && len(t.surveys) > 0 && tag != t.surveys[0].Language.Tag {
		t.fail(1, 1, "this is the table of "+tag+", not of "+t.surveys[0].Language.Tag, "run cesta languages import "+tag+" with it")
	}
	return true
}

// separator is what stands between the columns; spreadsheets choose it by the
// country they are set to.
func separator(head string) rune {
	for _, r := range []rune{';', '\t'} {
		if strings.ContainsRune(head, r) {
			return r
		}
	}
	return ','
}

func trimmed(cells []string) []string {
	all := make([]string, len(cells))
	for i, cell := range cells {
		all[i] = strings.TrimSpace(cell)
	}
	return all
}

// row takes one row.
func (t *taking) row(r *csv.Reader, row []string) {
	line, _ := r.FieldPos(0)
	if strings.Join(trimmed(row), "") == "" {
		return
	}
	if len(row) != len(columns) {
		t.fail(line, 1, fmt.Sprintf("the row has %d cells, not %d", len(row), len(columns)), "give back every column, also those you do not need")
		return
	}
	for i := range row {
		row[i] = norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(row[i], "\r\n", "\n")))
	}
	if before, twice := t.seen[row[columnKey]]; twice {
		t.fail(line, 1, fmt.Sprintf("the key %q is also in row %d", row[columnKey], before), "keep one of the rows")
		return
	}
	t.seen[row[columnKey]] = t.rows
	key, form := splitRowKey(row[columnKey])
	for i := range t.surveys {
		if text, ok := t.surveys[i].find(key); ok {
			column := func(c int) int { _, at := r.FieldPos(c); return at }
			t.cell(i, text, form, row, line, column)
			return
		}
	}
	t.fail(line, 1, fmt.Sprintf("there is no text %q", row[columnKey]), "remove the row; keys are never changed in a table")
}

// cell takes the cells of a row of a known text.
func (t *taking) cell(i int, text Text, form string, row []string, line int, column func(int) int) {
	source, cell := unguard(row[columnSource]), unguard(row[columnTranslation])
	have, _ := text.Translation.Form(form)
	switch {
	case text.Source.Plural() != (form != "") || form != "" && !slices.Contains(t.surveys[i].Language.Plurals, form):
		t.fail(line, 1, fmt.Sprintf("%s has no row %q", t.surveys[i].Language.Tag, row[columnKey]), "export the table again")
		return
	case source != norm.NFC.String(strings.TrimSpace(sourceOf(text.Source, form))):
		t.fail(line, column(columnSource), fmt.Sprintf("the source of %s is no longer the one in the table", row[columnKey]), fmt.Sprintf("it is now %q; export the table again and compare the translation", sourceOf(text.Source, form)))
		return
	case cell != "" && cell != have && !t.untouched(text, row):
		t.fail(line, column(columnTranslation), fmt.Sprintf("%s has been changed here since the table was made", row[columnKey]), fmt.Sprintf("here stands %q; export again and decide which text is right", text.Translation.Text()))
		return
	}
	if said, _, _ := strings.Cut(row[columnState], " "); !validState(said) {
		t.fail(line, column(columnState), fmt.Sprintf("the state %q was not written by the program", row[columnState]), "put back what stood there; who has reviewed a text is recorded with cesta languages stamp")
		return
	}
	at := strict.Pos{File: t.file, Line: line, Col: column(columnTranslation)}
	t.put(i, text, form, cell, at)
	t.back(i, text, row, strict.Pos{File: t.file, Line: line, Col: column(columnBack)})
}

// back takes a back-translation, which is of the text that stands in its row.
func (t *taking) back(i int, text Text, row []string, at strict.Pos) {
	back := unguard(row[columnBack])
	switch {
	case back == "" || back == text.Record.Back:
	case row[columnTranslation] == "" && len(text.Translation.Texts) == 0:
		t.fail(at.Line, at.Col, fmt.Sprintf("%s has a back-translation and no translation", row[columnKey]), "translate the text first")
	case !t.untouched(text, row):
		t.fail(at.Line, at.Col, fmt.Sprintf("the back-translation of %s is of an older text: it has been changed here since the table was made", row[columnKey]), "export the table again and let somebody translate back what stands there now")
	default:
		t.taken[i].Backs = append(t.taken[i].Backs, Back{Key: text.Key(), Pos: at, Val: back})
	}
}

func validState(said string) bool {
	switch locale.Standing(said) {
	case locale.Missing, locale.Unstamped, locale.Stale, locale.Changed, locale.Draft, locale.Reviewed, locale.Approved:
		return true
	}
	return false
}

// untouched reports whether the text is still what it was when the table was made.
func (t *taking) untouched(text Text, row []string) bool {
	_, digest, _ := strings.Cut(row[columnState], " ")
	if text.Standing == locale.Missing {
		return true
	}
	return digest == text.Translation.Digest()
}

// put keeps a cell until all forms of its text are known.
func (t *taking) put(i int, text Text, form, cell string, at strict.Pos) {
	if t.forms[i] == nil {
		t.forms[i] = map[string]locale.Entry{}
	}
	e, ok := t.forms[i][text.Key()]
	if !ok {
		e = locale.Entry{Key: text.Key(), Pos: at}
	}
	if have, _ := text.Translation.Form(form); cell == "" {
		cell = have
	}
	e.Texts = append(e.Texts, cell)
	if form != "" {
		e.Forms = append(e.Forms, form)
	}
	t.forms[i][text.Key()] = e
}

// collect checks the texts of a bundle that differ from what is there.
func (t *taking) collect(i int) {
	s := t.surveys[i]
	for _, text := range s.Texts {
		e, ok := t.forms[i][text.Key()]
		if !ok || strings.Join(e.Texts, "") == "" || sameText(e, text.Translation) {
			continue
		}
		if slices.Contains(e.Texts, "") || text.Source.Plural() && len(e.Forms) < len(s.Language.Plurals) {
			t.problems.Add(e.Pos, fmt.Sprintf("a plural form of %s is empty or has no row", e.Key), "give a text for each of "+strings.Join(s.Language.Plurals, ", "))
			continue
		}
		t.check(s, e)
		t.taken[i].Texts = append(t.taken[i].Texts, e)
	}
}

// check checks one text, and says of which row and key it speaks.
func (t *taking) check(s Survey, e locale.Entry) {
	var ps strict.Problems
	ps.Merge(t.file, t.library.CheckEntry(s.Bundle, s.Language.Tag, e))
	form := ""
	if e.Plural() {
		form = e.Forms[0]
	}
	for _, p := range ps {
		p.Wrong = inRow(t.seen[rowKey(e.Key, form)], e.Key+": "+p.Wrong)
		t.problems = append(t.problems, p)
	}
}

func sameText(e, have locale.Entry) bool {
	for i, text := range e.Texts {
		form := ""
		if e.Plural() {
			form = e.Forms[i]
		}
		if was, ok := have.Form(form); !ok || was != text {
			return false
		}
	}
	return len(have.Texts) > 0
}
