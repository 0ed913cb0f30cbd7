package report

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/locale"
)

var update = flag.Bool("update", false, "write the golden files anew")

// document is anything that can be written.
type document interface {
	Write(w io.Writer, f Format, width int) error
}

var extensions = map[Format]string{Text: ".txt", HTML: ".html", JSON: ".json"}

func TestGolden(t *testing.T) {
	s := small(t)
	en, ar := s.in(t, "en"), s.in(t, "ar")
	leaflet := Leaflet{Pack: s.pack, Person: ar, Officer: en, Languages: s.library.Languages()}
	inRoom, child, plain := leaflet, leaflet, leaflet
	inRoom.At, child.For, plain.Person = now, []string{"child"}, en
	folded, talk := leaflet, s.set.Interview("talk")
	folded.Paper = A6
	documents := map[string]document{
		"leaflet": leaflet, "leaflet-in-the-room": inRoom, "leaflet-for-a-child": child, "leaflet-one-language": plain,
		"contacts":      Contacts{Pack: s.pack, Person: en, Officer: en, Languages: s.library.Languages(), Language: "ar", Need: "shelter", ForOfficer: true},
		"card":          cards{leaflet},
		"form":          Form{Pack: s.pack, Person: ar, Officer: en, Authority: "Authority of XX"},
		"leaflet-a6":    folded,
		"board":         Board{Set: s.set, Pack: s.pack, Interview: talk, Person: ar, Officer: en},
		"silent-card":   SilentCard{Person: ar, Officer: en, Draft: true},
		"consent":       Consents{Pack: s.pack, Person: ar, Officer: en},
		"questionnaire": Questionnaire{Set: s.set, Pack: s.pack, Interview: talk, Person: ar, Officer: en},
		"poster":        Poster{Pack: s.pack, Persons: []*locale.Words{ar, en}, Officer: en},
		"note": shown{Note{
			Words: en, Began: now, Ended: now.Add(40 * time.Minute), Language: ar.Language(), Outcome: "stopped", Conditions: map[string]string{"alone": "yes", "interpreter": "independent"},
			Pack: s.pack, SecondTalk: "yes", Carry: "no", Short: true, Station: station,
		}},
		"script":            shown{Script{Words: en, Pack: s.pack, Language: ar.Language(), Allowed: []string{"exists", "language", "call", "needs"}}},
		"script-not-wanted": shown{Script{Words: en, Pack: s.pack, Language: ar.Language()}},
	}
	for name, sheet := range sheets {
		documents["report-"+name] = s.assessed(t, sheet)
	}
	for name, d := range documents {
		for _, f := range []Format{Text, HTML, JSON} {
			t.Run(name+"/"+string(f), func(t *testing.T) { golden(t, name, d, f) })
		}
	}
}

// shown writes what only a screen shows.
type shown struct{ screened }

type screened interface{ Paragraphs() []string }

func (s shown) Write(w io.Writer, f Format, _ int) error {
	if f != Text {
		return errors.New("for a screen only")
	}
	_, err := io.WriteString(w, strings.Join(s.Paragraphs(), "\n")+"\n")
	return err
}

// cards writes the card of a leaflet.
type cards struct{ Leaflet }

func (c cards) Write(w io.Writer, f Format, width int) error { return c.Card(w, f, width) }

// golden compares a document with its file. A format that a document does not
// have is an error and has no file.
func golden(t *testing.T, name string, d document, f Format) {
	t.Helper()
	var got bytes.Buffer
	file := filepath.Join("testdata", "golden", name+extensions[f])
	if err := d.Write(&got, f, 60); err != nil {
		if _, missing := os.Stat(file); missing == nil {
			t.Fatal(err)
		}
		return
	}
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("differs from %s (-want +got):\n%s", file, diff)
	}
}
