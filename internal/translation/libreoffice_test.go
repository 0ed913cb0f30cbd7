//go:build libreoffice

package translation

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cesta/internal/locale"
	"cesta/locales"
)

// These are the ways in which a Czech LibreOffice opens a table: with numbers
// and dates found in the cells, or not. 59 is the semicolon, 34 the quote, 76
// UTF-8, 1 the first line, 1029 Czech. Source: LibreOffice Help, filter options
// for CSV.
var opened = map[string]string{
	"as it opens":             "Text - txt - csv (StarCalc):59,34,76,1,,1029,false,false",
	"finding special numbers": "Text - txt - csv (StarCalc):59,34,76,1,,1029,false,true",
}

const saved = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1029,false,true,false"

func office(t *testing.T, args ...string) {
	t.Helper()
	home := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	cmd := exec.Command("soffice", append([]string{home, "--headless"}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=cs_CZ.UTF-8", "LANG=cs_CZ.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
}

// TestALanguageComesBackFromLibreOfficeAsItWent opens the table of every
// language in LibreOffice, saves it as a spreadsheet, and saves that as a table
// again. Nothing may have changed, least of all a leading plus.
func TestALanguageComesBackFromLibreOfficeAsItWent(t *testing.T) {
	l, err := locale.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	tables, surveys := map[string][]byte{}, map[string][]Survey{}
	for _, language := range l.Languages() {
		for _, bundle := range l.Bundles() {
			s, err := Read(l, bundle, language)
			if err != nil {
				t.Fatal(err)
			}
			surveys[language.Tag] = append(surveys[language.Tag], s)
		}
		tables[language.Tag] = Table(surveys[language.Tag])
	}
	phones := library(t)
	surveys["phones"] = []Survey{survey(t, phones, "cs")}
	tables["phones"] = Table(surveys["phones"])
	for name, filter := range opened {
		t.Run(name, func(t *testing.T) {
			for tag, back := range through(t, filter, tables) {
				from := l
				if tag == "phones" {
					from = phones
				}
				taken, err := Take(from, surveys[tag], tag+".csv", back)
				if err != nil {
					t.Errorf("%s: %v", tag, err)
					continue
				}
				for i := range taken {
					if len(taken[i].Texts)+len(taken[i].Backs) > 0 {
						t.Errorf("%s: %+v", tag, taken[i])
					}
				}
				if tag == "phones" && !strings.Contains(string(back), "'+420 116 111;'+420 116 111;") {
					t.Errorf("the leading plus is gone:\n%s", back)
				}
			}
		})
	}
}

// through sends tables through LibreOffice.
func through(t *testing.T, filter string, tables map[string][]byte) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	var in, between []string
	for tag, table := range tables {
		if err := os.WriteFile(filepath.Join(dir, tag+".csv"), table, 0o600); err != nil {
			t.Fatal(err)
		}
		in, between = append(in, filepath.Join(dir, tag+".csv")), append(between, filepath.Join(dir, tag+".xlsx"))
	}
	out := filepath.Join(dir, "out")
	office(t, append([]string{"--infilter=" + filter, "--convert-to", "xlsx", "--outdir", dir}, in...)...)
	office(t, append([]string{"--convert-to", saved, "--outdir", out}, between...)...)
	back := map[string][]byte{}
	for tag := range tables {
		data, err := os.ReadFile(filepath.Join(out, tag+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		back[tag] = data
	}
	return back
}
