package country

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLoadStation(t *testing.T) {
	got, err := LoadStation("station.yaml", []byte(`authority: Krajské ředitelství policie, odbor cizinecké policie
specialist: {name: on duty, phone: "+420 974 000 000", note: day and night}
child-protection: {phone: "158"}
`))
	want := Station{
		Authority:       "Krajské ředitelství policie, odbor cizinecké policie",
		Specialist:      Line{"on duty", "+420 974 000 000", "day and night"},
		ChildProtection: Line{Phone: "158"},
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got.Line("child-protection").Phone != "158" || !got.Line("interpreter").Empty() || !got.Line("nobody").Empty() {
		t.Error("a line is not where duties look for it")
	}
}

func TestBadStationFilesAreRefused(t *testing.T) {
	for _, tt := range []struct{ sentence, data, want string }{
		{"an unknown key", "specialists: {phone: \"158\"}\n", `s.yaml:1:1: the key "specialists" is not known here; did you mean specialist?`},
		{"a line without a number", "interpreter: {name: Line}\n", `s.yaml:1:14: the key "phone" is missing; add it: the number, in quotes`},
		{"words in a number", "interpreter: {phone: \"158, ask\"}\n", `s.yaml:1:22: "158, ask" is not a telephone number; write digits and spaces only, with + in front of an international number`},
		{"a number of a thousand digits", "interpreter: {phone: \"" + strings.Repeat("1", 1000) + "\"}\n", "is not a telephone number"},
		{"a text of a thousand letters", "authority: " + strings.Repeat("č", 1000) + "\n", "s.yaml:1:12: the text has more than 200 letters; shorten it"},
		{"an escape sequence", "authority: \"\\e[31mPolice\"\n", "s.yaml:1:12: the text holds a control character (U+001B); remove it; the program sets direction and layout itself"},
		{"nothing", "", "s.yaml:1:1: the file is empty; write its content or remove the file"},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			s, err := LoadStation("s.yaml", []byte(tt.data))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if s != (Station{}) {
				t.Errorf("half a station: %+v", s)
			}
		})
	}
}
