package country

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const cz = "countries/cz"

func locales() fs.FS { return os.DirFS("../../locales") }

// shipped loads the pack that ships.
func shipped(t *testing.T) *Pack {
	t.Helper()
	p, err := Load(locales(), "cz")
	if err != nil {
		t.Fatalf("the shipped pack does not load:\n%v", err)
	}
	return p
}

// edited returns the shipped pack with one text exchanged in one file.
func edited(t *testing.T, file, before, after string) fs.FS {
	t.Helper()
	m := fstest.MapFS{}
	for _, f := range new(Pack).files() {
		data, err := fs.ReadFile(locales(), path.Join(cz, f.name))
		if err != nil {
			t.Fatal(err)
		}
		m[path.Join(cz, f.name)] = &fstest.MapFile{Data: data}
	}
	name := path.Join(cz, file)
	text := string(m[name].Data)
	if !strings.Contains(text, before) {
		t.Fatalf("%s does not hold %q", file, before)
	}
	m[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, before, after, 1))}
	return m
}

// withoutPlaces leaves the file's name and the message of each problem: lines
// and columns change with every edit of the pack. TestPlacesAreLinesAndColumns
// holds them.
func withoutPlaces(err error) string {
	if err == nil {
		return ""
	}
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		file, rest, _ := strings.Cut(line, ".yaml")
		if at, message, ok := strings.Cut(rest, ": "); ok && strings.HasPrefix(at, ":") {
			rest = ": " + message
		}
		lines[i] = path.Base(file) + rest
	}
	return strings.Join(lines, "\n")
}

func TestBadPacksAreRefused(t *testing.T) {
	for _, tt := range []struct{ sentence, file, before, after, want string }{
		{"a number of low confidence", "contacts.yaml", `{number: "800077777", works-from-abroad: false, free-from: [CZ], confidence: high}`, `{number: "800077777", works-from-abroad: false, confidence: low}`,
			`contacts: the number 800077777 has confidence low; remove it; a wrong number is worse than none`},
		{"a number with spaces", "contacts.yaml", `"+420222717171"`, `"+420 222 717 171"`,
			`contacts: "+420 222 717 171" is not a telephone number; write digits only, with + in front of an international number`},
		{"a number without quotes loses its zero", "contacts.yaml", `"0800800818"`, `0800800818`,
			`contacts: "0800800818" is read as a number; write a line of text, in quotes`},
		{"a grouping of other digits", "contacts.yaml", "222 71 71 71", "222 71 71 77",
			`contacts: "222 71 71 77" is not the number +420222717171; write the same digits, grouped by spaces`},
		{"an unknown kind of contact", "contacts.yaml", "kind: helpline", "kind: hotline",
			`contacts: "hotline" is not known here; write one of emergency, police, exploitation-help, helpline, state-helpline, child-helpline, legal-help, migrant-help, women-help, health-advice, international, state-office, complaints, labour-inspection, child-protection, detention-centre, network`},
		{"a contact that cannot be reached", "contacts.yaml", `    web: ["https://www.migrace.com"]` + "\n", "",
			`contacts: the contact "cz-simi" cannot be reached: no number, no address; add one that was found, or write show-to-person: false`},
		{"hours given twice", "contacts.yaml", "hours: {always: true}", "hours: {always: true, text: office-hours}",
			`contacts: the hours are given in 2 ways; write exactly one of always, text, week`},
		{"a night in one span", "contacts.yaml", `from: "12:00", to: "20:00"`, `from: "20:00", to: "12:00"`,
			`contacts: the closing is not after the opening; part a night at midnight into two`},
		{"a day that is known and unknown", "contacts.yaml", "unknown-days: [fri]", "unknown-days: [wed]",
			`contacts: wed is both known and unknown; remove it from one of the two`},
		{"hours by another clock", "contacts.yaml", "country: SK", "country: GB",
			`contacts: the hours of "sk-line" are by another clock; write them as a text, with the time zone in the words`},
		{"a contact twice", "contacts.yaml", "id: cz-116111", "id: cz-116006",
			`contacts: the contact "cz-116006" stands twice; give it an id of its own`},
		{"a remark behind a web address", "contacts.yaml", `"https://www.iom.cz"`, `"https://www.iom.cz (newer)"`,
			`contacts: "https://www.iom.cz (newer)" is not a web address; write https:// and the address, without remarks`},
		{"a day of verification that is none", "contacts.yaml", "    verified: never", "    verified: no idea",
			`contacts: "no idea" is not a day; write never, or the day in quotes, such as "2026-11-23"`},
		{"a duty at an unknown level", "duties.yaml", "level: [not-assessed], not-mark", "level: [unclear], not-mark",
			`duties: "unclear" is not known here; write one of strong-indications, indications, nothing-reported, not-assessed`},
		{"a duty at an unknown mark", "duties.yaml", "mark: [needs]", "mark: [poor]",
			`duties: "poor" is not known here; write one of danger, needs, child, labour-rights, other-crime, fear-of-return`},
		{"a duty in an unknown situation", "duties.yaml", "situation: [suspected]", "situation: [citizen-of-x]",
			`duties: "citizen-of-x" is not known here; write one of eu-citizen, detained, suspected, asked-for-asylum, diplomat-employer`},
		{"a duty in an unknown phase", "duties.yaml", "phase: then", "phase: later",
			`duties: "later" is not known here; write one of now, then, never`},
		{"a duty about an unknown contact", "duties.yaml", "contacts: [cz-suip]", "contacts: [cz-suiip]",
			`duties: the contact "cz-suiip" is not in contacts.yaml; name one that is there`},
		{"a mark that obliges to nothing", "duties.yaml", "when: {mark: [needs]}", "when: {mark: [danger]}",
			`duties: no duty says what to do now at the mark "needs"; add one`},
		{"a right without a basis", "rights.yaml", "      - id: ALL-01\n        basis: [{text: 273/2008 Sb. § 13, confidence: memory-high}]", "      - id: ALL-01",
			`rights: the key "basis" is missing; add it: the grounds it stands on`},
		{"a basis said to be found nowhere", "rights.yaml", "{text: (EU) 2024/1356 art. 9, confidence: found, source: S24}", "{text: (EU) 2024/1356 art. 9, confidence: found}",
			`rights: "(EU) 2024/1356 art. 9" is said to be found, but not where; add its source, or write from memory: memory-high, memory-medium or memory-low`},
		{"a source that is not there", "rights.yaml", "source: S30", "source: S99",
			`rights: the source "S99" is not in country.yaml; add it under sources`},
		{"a list that hangs on a level", "rights.yaml", "first-for: [child]", "first-for: [strong-indications]",
			`rights: "strong-indications" is not known here; write one of child, eu-citizen, detained, suspected, asked-for-asylum, diplomat-employer`},
		{"a right that would be lost when a switch turns", "rights.yaml", "instead-of: VIC-18", "instead-of: VIC-17",
			`rights: the right VIC-18 would be lost when amendment-2026 turns; write the right that then holds, in the same list, with instead-of` + "\n" +
				`rights: the right VIC-21 would be lost when amendment-2026 turns; write the right that then holds, in the same list, with instead-of`},
		{"a switch that is not there", "rights.yaml", "{switch: amendment-2026, in-force: false}", "{switch: amendment-2027, in-force: false}",
			`rights: the switch "amendment-2027" is not in country.yaml; add it under switches` + "\n" +
				`rights: the right VIC-21 would be lost when amendment-2026 turns; write the right that then holds, in the same list, with instead-of`},
		{"an id of a right that is none", "rights.yaml", "id: DET-01", "id: det-01",
			`rights: "det-01" is not the id of a right; write three capitals, a hyphen and two digits, such as ALL-01`},
		{"no consent that decides", "information.yaml", "id: interview", "id: talk",
			`information: the part "interview" is missing; add the consent that decides whether questions are asked`},
		{"the consent that decides is no consent", "information.yaml", "kind: consent", "kind: information",
			`information: the part "interview" is not a consent; write kind: consent`},
		{"a gap in the promises", "promises.yaml", "number: 11", "number: 12",
			`promises: the promise 12 stands in place 11; number them from 1 without gaps`},
		{"an unknown key", "reflection.yaml", "months: 1", "month: 1",
			`reflection: the key "month" is not known here; did you mean months?`},
		{"a code that is not the folder's", "country.yaml", "code: cz", "code: sk",
			`country: the code is "sk", the folder is named for "cz"; make both the same`},
		{"a time zone that is none", "country.yaml", "Europe/Prague", "CET",
			`country: "CET" is not a time zone; write an IANA name such as Europe/Prague`},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			_, err := Load(edited(t, tt.file, tt.before, tt.after), "cz")
			if diff := cmp.Diff(tt.want, withoutPlaces(err)); diff != "" {
				t.Errorf("wrong message (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPlacesAreLinesAndColumns(t *testing.T) {
	_, err := Load(edited(t, "promises.yaml", "state: draft", "state: finished"), "cz")
	want := `locales/countries/cz/promises.yaml:2:8: "finished" is not known here; write one of draft, reviewed, approved`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestAMissingFileIsNamed(t *testing.T) {
	m := maps.Clone(edited(t, "country.yaml", "code: cz", "code: cz").(fstest.MapFS))
	delete(m, cz+"/duties.yaml")
	_, err := Load(m, "cz")
	if err == nil || !strings.HasPrefix(err.Error(), "locales/countries/cz/duties.yaml: the file cannot be read: ") {
		t.Errorf("got %v", err)
	}
}

func TestUnknownCountries(t *testing.T) {
	for _, code := range []string{"xx", "CZ", "", "..", "../countries/cz", "cz/languages"} {
		p, err := Load(locales(), code)
		if !errors.Is(err, ErrUnknownCountry) || p != nil {
			t.Errorf("Load(%q) = %v, %v", code, p, err)
		}
	}
	_, err := Load(locales(), "xx")
	if want := `unknown country "xx"; there are cz`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestItemsInheritFromTheirFile(t *testing.T) {
	p, err := Load(edited(t, "rights.yaml", "      - id: ALL-02", "      - id: ALL-02\n        state: approved\n        checked: 2027-01-31"), "cz")
	if err != nil {
		t.Fatal(err)
	}
	first, second := p.Lists[0].Rights[0], p.Lists[0].Rights[1]
	if first.State != "draft" || first.Checked != "2026-11-23" || !first.Draft() {
		t.Errorf("ALL-01 has %+v", first.Review)
	}
	if second.State != "approved" || second.Checked != "2027-01-31" || second.ReviewBy != first.ReviewBy || second.Draft() {
		t.Errorf("ALL-02 has %+v", second.Review)
	}
}

func TestEveryFileHasASchema(t *testing.T) {
	schemas := Schemas()
	for _, name := range []string{"country", "rights", "information", "promises", "duties", "contacts", "reflection", "station"} {
		if schemas[name]["type"] != "object" {
			t.Errorf("the schema of %s is %v", name, schemas[name])
		}
	}
}
