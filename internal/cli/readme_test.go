package cli

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cesta/internal/country"
	"cesta/internal/locale"
	"cesta/internal/strict"
	"cesta/locales"
)

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// TestTheSettingsOfTheReadmeLoad reads the settings and the station file that a
// reader copies out of the README in the way the program does.
func TestTheSettingsOfTheReadmeLoad(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	// The files of a set are built and run in TestASetMadeByTheREADMEWorks.
	blocks := slices.DeleteFunc(yamlBlock.FindAllSubmatch(text, -1), func(b [][]byte) bool { return bytes.HasPrefix(b[1], []byte("# mine/")) })
	if len(blocks) != 2 {
		t.Fatalf("the README has %d blocks of YAML, want settings and a station file; load the others here too", len(blocks))
	}
	settings, c := blocks[0][1], config{file: "config.yaml"}
	if err := strict.YAML("settings", settings, c.fields()); err != nil {
		t.Errorf("%v in\n%s", err, settings)
	}
	if c.country == "" || c.officer == "" || c.station == "" {
		t.Errorf("the settings set too little: %+v", c)
	}
	station, err := country.LoadStation("station", blocks[1][1])
	if err != nil {
		t.Errorf("%v in\n%s", err, blocks[1][1])
	}
	if station.Authority == "" {
		t.Errorf("the station file names no authority: %+v", station)
	}
}

var drawnBlock = regexp.MustCompile("(?s)```\n([^`]*┃.*?)```")

// TestTheScreenOfTheReadmeSaysWhatTheProgramSays looks for every text of the
// question that the README shows.
func TestTheScreenOfTheReadmeSaysWhatTheProgramSays(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	block := drawnBlock.FindSubmatch(text)
	if block == nil {
		t.Fatal("the README shows no screen")
	}
	shown := strings.Join(strings.Fields(strings.NewReplacer("┃", "", "│", "").Replace(string(block[1]))), " ")
	library, err := locale.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"uk", "en"} {
		words, err := library.Words(tag, "set cesta")
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{"ask", "option.no-debt", "option.to-relatives-or-bank", "option.to-guide-freely", "option.must-work-it-off-later", "option.works-it-off-now", "option.grows-or-threats"} {
			if said := words.Text("question.debt.owed." + part); !strings.Contains(shown, said) {
				t.Errorf("the README does not say %q", said)
			}
		}
	}
}
