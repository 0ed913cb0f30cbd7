package translation

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cesta/internal/locale"
)

// rows makes a table with other cells: column and text by the beginning of the
// row.
func change(t *testing.T, table []byte, key string, column int, cell string) []byte {
	t.Helper()
	rows := strings.Split(string(table), "\r\n")
	for i, row := range rows {
		if strings.HasPrefix(row, key+";") {
			cells := strings.Split(row, ";")
			cells[column] = cell
			rows[i] = strings.Join(cells, ";")
			return []byte(strings.Join(rows, "\r\n"))
		}
	}
	t.Fatalf("no row %s", key)
	return nil
}

// separated is the table as a spreadsheet of another country writes it.
func separated(t *testing.T, table []byte, by rune) []byte {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(table, []byte(bom))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = by
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func czechTable(t *testing.T, l *locale.Library) ([]Survey, []byte) {
	t.Helper()
	all := []Survey{survey(t, l, "cs")}
	return all, Table(all)
}

func TestATableIsWhatACzechSpreadsheetOpens(t *testing.T) {
	status := stamped(t, survey(t, library(t), "cs"), whole(t))
	_, table := czechTable(t, library(t, statusFile, status))
	text := string(table)
	for _, want := range []string{
		"\ufeffkey;where the text appears;limit in characters;source;translation (cs);back-translation;state (do not change)\r\n",
		"person.answer.yes;an answer under the same key on every screen;;Yes;Ano;;draft ",
		"officer.cli.words [one];the command line, to officers and authors;;{count} word;{count} slovo;;draft ",
		"officer.cli.words [few];the command line, to officers and authors;;{count} words;{count} slova;;draft ",
		"contact.phone;the leaflet: who helps;;'+420 116 111;'+420 116 111;;draft ",
		"\"Nemusíte mluvit.\r\nMůžete se zeptat.\";\"You need not speak.\r\nYou can ask.\";draft ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the table lacks %q:\n%s", want, text)
		}
	}
}

func TestATableThatComesBackAsItWentBringsNothing(t *testing.T) {
	l := library(t)
	surveys, table := czechTable(t, l)
	for name, data := range map[string][]byte{
		"as it went":            table,
		"with commas":           separated(t, table, ','),
		"with tabs":             separated(t, table, '\t'),
		"with line feeds alone": []byte(strings.ReplaceAll(string(table), "\r\n", "\n")),
		"without a mark":        []byte(strings.TrimPrefix(string(table), bom)),
		"with rows left out":    table[:strings.Index(string(table), "rights.header")],
	} {
		taken, err := Take(l, surveys, "t.csv", data)
		if err != nil || len(taken[0].Texts)+len(taken[0].Backs) > 0 {
			t.Errorf("%s: %+v, %v", name, taken, err)
		}
	}
}

func TestATableBringsWhatDiffers(t *testing.T) {
	l := library(t)
	surveys, table := czechTable(t, l)
	table = change(t, table, "person.answer.yes", columnTranslation, "Jo")
	table = change(t, table, "officer.cli.words [few]", columnTranslation, "{count} sloůva")
	table = change(t, table, "contact.phone", columnTranslation, "")
	table = change(t, table, "rights.header", columnBack, "'=This is no advice")
	taken, err := Take(l, surveys, "t.csv", table)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range taken[0].Texts {
		got = append(got, fmt.Sprintf("%s %v %v", e.Key, e.Forms, e.Texts))
	}
	want := []string{"person.answer.yes [] [Jo]", "officer.cli.words [one few other] [{count} slovo {count} sloůva {count} slov]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if b := taken[0].Backs; len(b) != 1 || b[0].Val != "=This is no advice" {
		t.Errorf("%+v", b)
	}
}

func TestATableIsRefusedWithLineAndHint(t *testing.T) {
	l := library(t)
	surveys, table := czechTable(t, l)
	for name, tc := range map[string]struct {
		data []byte
		want string
	}{
		"a changed source":        {change(t, table, "rights.header", columnSource, "This is advice."), `t.csv:6:60: row 6: the source of rights.header is no longer the one in the table; it is now "This is not advice. Ask a lawyer."; export the table again`},
		"an unknown key":          {change(t, table, "rights.header", columnKey, "rights.hedaer"), `t.csv:6:1: row 6: there is no text "rights.hedaer"; remove the row`},
		"a broken hole":           {change(t, table, "officer.cli.words [one]", columnTranslation, "{pocet} slovo"), `t.csv:3:81: row 3: officer.cli.words: the placeholders here are {pocet}, those of the form other are {count}`},
		"another script":          {change(t, table, "person.answer.yes", columnTranslation, "Так"), `t.csv:2:69: row 2: person.answer.yes: the letter 'Т' is Cyrillic; cs is written in Latin`},
		"a bidi override":         {change(t, table, "person.answer.yes", columnTranslation, "Ano\u202e"), `t.csv:2:69: row 2: person.answer.yes: the text holds a character that drives terminals`},
		"a state by hand":         {change(t, table, "person.answer.yes", columnState, "fine"), `t.csv:2:74: row 2: the state "fine" was not written by the program`},
		"another's change":        {change(t, change(t, table, "person.answer.yes", columnState, "draft 00000000"), "person.answer.yes", columnTranslation, "Jo"), `t.csv:2:69: row 2: person.answer.yes has been changed here since the table was made; here stands "Ano"`},
		"a column less":           {[]byte(strings.Replace(string(table), ";Yes;Ano;", ";Ano;", 1)), `t.csv:2:1: row 2: the row has 6 cells, not 7`},
		"a row twice":             {append(append([]byte{}, table...), []byte("person.answer.yes;;;Yes;Ne;;draft\r\n")...), `t.csv:10:1: row 9: the key "person.answer.yes" is also in row 2`},
		"a spreadsheet's error":   {change(t, table, "person.answer.yes", columnTranslation, "#NÁZEV?"), `row 2: person.answer.yes: the text is an error of a spreadsheet, #NÁZEV?`},
		"letters that are lost":   {change(t, table, "person.answer.yes", columnTranslation, "??o"), `row 2: person.answer.yes: question marks stand where letters have been`},
		"nothing but a full stop": {change(t, table, "person.answer.yes", columnTranslation, "."), `row 2: person.answer.yes: the text has no letters`},
		"a paragraph more":        {change(t, table, "rights.header", columnTranslation, "\"Toto není rada.\nZeptejte se.\""), `row 6: rights.header: the text has a line break, in English it has none`},
		"the source itself":       {change(t, table, "rights.header", columnTranslation, "This is not advice. Ask a lawyer."), `row 6: rights.header: the text is still the one in English`},
		"the table of another":    {[]byte(strings.Replace(string(table), "translation (cs)", "translation (ro)", 1)), `t.csv:1:1: this is the table of ro, not of cs; run cesta languages import ro with it`},
		"no table":                {[]byte("key;translation\r\n"), `t.csv:1:1: this is not the head of a table`},
		"another character set":   {[]byte("key;\xe8"), `t.csv:1:1: the table is not UTF-8; save it as "CSV UTF-8"`},
		"an open quote":           {append(append([]byte{}, table...), []byte("a;\"b\r\n")...), `the table cannot be read`},
	} {
		taken, err := Take(l, surveys, "t.csv", tc.data)
		if got := strings.Join(lines(err), "\n"); !strings.Contains(got, tc.want) {
			t.Errorf("%s: got %q, want %q", name, got, tc.want)
		}
		if name == "no table" && taken != nil {
			t.Error("something was taken from what is no table")
		}
	}
}

// TestABackTranslationIsOfTheTextBesideIt: a table from before a change brings
// back no back-translation of what stood there then.
func TestABackTranslationIsOfTheTextBesideIt(t *testing.T) {
	before := library(t)
	_, table := czechTable(t, before)
	table = change(t, table, "rights.header", columnBack, "This is no advice.")
	after := library(t, "languages/cs.yaml", csHead+strings.Replace(csWords, "Toto není rada", "Toto je rada", 1))
	table = change(t, table, "rights.header", columnTranslation, "Toto je rada. Zeptejte se právníka.")
	_, err := Take(after, []Survey{survey(t, after, "cs")}, "t.csv", table)
	if got := strings.Join(lines(err), "\n"); !strings.Contains(got, "row 6: the back-translation of rights.header is of an older text") {
		t.Errorf("got %q", got)
	}
}

func TestABackTranslationNeedsATranslation(t *testing.T) {
	l := library(t, "languages/cs.yaml", csHead+"  person.answer.yes: Ano\n")
	s := survey(t, l, "cs")
	table := change(t, Table([]Survey{s}), "rights.header", columnBack, "This is no advice.")
	_, err := Take(l, []Survey{s}, "t.csv", table)
	if got := strings.Join(lines(err), "\n"); !strings.Contains(got, "rights.header has a back-translation and no translation; translate the text first") {
		t.Errorf("got %q", got)
	}
}

func TestOnlyTheFirstReasonsAreTold(t *testing.T) {
	l := library(t)
	surveys, table := czechTable(t, l)
	for i := range 100 {
		table = append(table, fmt.Sprintf("person.nobody.n%d;;;;;;draft\r\n", i)...)
	}
	_, err := Take(l, surveys, "t.csv", table)
	got := lines(err)
	if len(got) != most+1 || !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "80 more rows cannot be taken") }) {
		t.Errorf("%d lines:\n%s", len(got), strings.Join(got, "\n"))
	}
}

// TestNoTextIsLostInATable: whatever a text begins with, a spreadsheet reads
// text, and what comes back is the same.
func TestNoTextIsLostInATable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.TrimSpace(rapid.StringOf(rapid.RuneFrom([]rune("ab=+-@'\"; ,1.\nčж\u200b{}"))).Draw(t, "text"))
		cell := guard(text)
		if got := unguard(cell); got != text {
			t.Fatalf("%q went out as %q and came back as %q", text, cell, got)
		}
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			t.Fatalf("%q would be a formula", cell)
		}
	})
}

func TestEditKeepsWhatNobodyChanged(t *testing.T) {
	l := library(t)
	s := survey(t, l, "cs")
	words, err := l.Bundle(locale.Interface, "cs")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Edit(s, []byte(csHead+csWords), words, s.Keys(), []locale.Entry{
		{Key: "right.ALL-05", Texts: []string{"Nemusíte \"mluvit\".\n\nMůžete."}},
		{Key: "person.answer.yes", Texts: []string{"Jo"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := csHead + strings.Replace(strings.Replace(csWords, `"Ano"`, `"Jo"`, 1), "|\n    Nemusíte mluvit.\n    Můžete se zeptat.", `"Nemusíte \"mluvit\".\n\nMůžete."`, 1)
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestANewTextStandsBehindTheOneBeforeItInTheSource(t *testing.T) {
	short := csHead + "  person.answer.yes: Ano\n  # on lawyers\n  right.ALL-05: Nemusíte\n"
	l := library(t, "languages/cs.yaml", short)
	s := survey(t, l, "cs")
	words, _ := l.Bundle(locale.Interface, "cs")
	got, err := Edit(s, []byte(short), words, s.Keys(), []locale.Entry{{Key: "rights.header", Texts: []string{"Toto není rada."}}})
	if err != nil {
		t.Fatal(err)
	}
	want := csHead + "  person.answer.yes: Ano\n  rights.header: \"Toto není rada.\"\n  # on lawyers\n  right.ALL-05: Nemusíte\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestAFileToBeFilledIsReadBackAsMissing(t *testing.T) {
	l := library(t)
	german, err := locale.Describe("de")
	if err != nil {
		t.Fatal(err)
	}
	german.Name, german.EnglishName, german.CzechName, german.Roles = "Deutsch", "German", "němčina", []string{"person"}
	data, err := Fresh(l, locale.Interface, german)
	if err != nil {
		t.Fatal(err)
	}
	s := survey(t, library(t, "languages/de.yaml", string(data)), "de")
	if diff := cmp.Diff(map[locale.Standing]int{locale.Missing: 4}, s.Counts()); diff != "" {
		t.Error(diff) // four: the officer's text is not needed
	}
	filled := strings.Replace(string(data), "person.answer.yes: \"\"", "person.answer.yes: \"Ja\"", 1)
	s = survey(t, library(t, "languages/de.yaml", filled), "de")
	if diff := cmp.Diff(map[locale.Standing]int{locale.Missing: 3, locale.Unstamped: 1}, s.Counts()); diff != "" {
		t.Error(diff)
	}
}
