package report

import (
	"os"
	"testing"
	"testing/fstest"
	"time"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// small is a set, a country and words of their own, so that golden files change
// when reports do and not whenever somebody mends a question. Only the words of
// the reports themselves are the shipped ones.
func small(t *testing.T) shipped {
	t.Helper()
	set, err := indicator.Load(os.DirFS("testdata/set"))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for name, from := range map[string]string{
		"languages/en.yaml":              "../../locales/languages/en.yaml",
		"languages/ar.yaml":              "testdata/words/ar.yaml",
		"sets/small/en.yaml":             "testdata/words/set-en.yaml",
		"sets/small/ar.yaml":             "testdata/words/set-ar.yaml",
		"countries/xx/languages/en.yaml": "testdata/words/country-en.yaml",
		"countries/xx/languages/ar.yaml": "testdata/words/country-ar.yaml",
	} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	library, err := locale.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return shipped{set: set, pack: smallPack(), library: library, bundles: []string{"set small", "country xx"}}
}

var unreviewed = country.Review{State: "draft", Checked: "2026-11-23"}

func smallPack() *country.Pack {
	week := []country.Span{{Days: []time.Weekday{time.Monday, time.Tuesday}, From: 10 * 60, To: 16 * 60}}
	right := func(id string) country.Right { return country.Right{ID: id, Review: unreviewed} }
	return &country.Pack{
		Code: "xx", Name: "XX", Review: unreviewed,
		Switches: []country.Switch{{ID: "bill", State: "bill", AsOf: "2026-02-15"}},
		Lists: []country.RightsList{
			{ID: "everyone", Rights: []country.Right{right("ALL-01"), right("ALL-02")}},
			{ID: "presumed-victim", Rights: []country.Right{right("VIC-01")}},
			{ID: "child", FirstFor: []string{"child"}, Rights: []country.Right{right("CHI-01")}},
		},
		Parts: []country.Part{
			{ID: "who", Kind: country.Information, For: "police", Review: unreviewed},
			{ID: "interview", Kind: country.Consent, For: "police", Review: unreviewed},
		},
		Referral: country.Referral{Items: []string{"language"}},
		Duties: []country.Duty{
			{ID: "protect", When: country.When{Mark: []string{"danger"}}, Phase: country.Now, Contacts: []string{"one"}, Basis: []country.Basis{{Text: "1/2000 § 2", Confidence: "memory-low"}}},
			{ID: "refer", When: country.When{Level: []string{"strong-indications"}}, Phase: country.Now, Station: "specialist"},
			{ID: "follow-up", When: country.When{Level: []string{"indications", "not-assessed"}}, Phase: country.Then},
			{ID: "leaflet", Phase: country.Now},
			{ID: "never-promise", Phase: country.Never},
		},
		Contacts: []country.Contact{
			{ID: "one", Country: "EU", Name: "112", Kind: "emergency", Languages: []string{"en"}, Hours: country.Hours{Always: true}, Needs: []string{"danger"}, AsOf: "2026-10-01", Confidence: "high", Verified: "never", ShowToPerson: true,
				Phones: []country.Phone{{Number: "112", FromAbroad: true, Free: true, FreeFrom: []string{"EU"}}}},
			{ID: "two", Country: "XX", Name: "Pomoc, o.p.s.", Kind: "exploitation-help", Languages: []string{"ar", "fr"}, Confidence: "low", Verified: "never", ShowToPerson: true, ReachableFromDetention: true, Email: []string{"pomoc@example.org"}, Web: []string{"https://www.example.org"}, Needs: []string{"shelter"},
				Hours:  country.Hours{Week: week, UnknownDays: []time.Weekday{time.Friday}, ByAppointment: true, Uncertain: true},
				Phones: []country.Phone{{Number: "+420222717171", Written: "222 71 71 71", FromAbroad: true}, {Number: "800077777", Free: true, FreeFrom: []string{"XX"}}}},
			{ID: "three", Country: "YY", Name: "Úřad YY", Kind: "state-office", Confidence: "high", Verified: "never", ShowToPerson: true, HomeAuthority: true, Phones: []country.Phone{{Number: "+381112785000", FromAbroad: true}}},
			{ID: "four", Country: "XX", Name: "Specialista", Kind: "police", Confidence: "high", Verified: "never", Phones: []country.Phone{{Number: "158"}}},
		},
		Reflection: country.Reflection{
			Review: unreviewed, Months: 1, Text: []string{"month", "decide", "signature", "copy"},
			Fields:  []string{"date", "language", "interpreter", "end", "person-signature", "officer-signature"},
			Officer: []string{"form", "end"},
		},
	}
}

// now is when the tests happen: a Tuesday.
var now = time.Date(2026, 11, 24, 14, 5, 0, 0, time.UTC)

var station = country.Station{Specialist: country.Line{Name: "Regional specialist", Phone: "974 123 456", Note: "day and night"}}

// assessed assesses a sheet by the set.
func (s shipped) assessed(t *testing.T, sheet answers.Sheet) Case {
	t.Helper()
	a, err := assess.Compile(s.set)
	if err != nil {
		t.Fatal(err)
	}
	assessment, err := a.Assess(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return Case{Assessment: assessment, Sheet: sheet, Set: s.set, Pack: s.pack, Words: s.in(t, "en"), Now: now, Station: station}
}

var met = map[string]string{"alone": "yes", "interpreter": "independent", "language": "own", "silent-card": "yes"}

func said(option string) []answers.Entry {
	return []answers.Entry{{Value: answers.Value{Option: option}, Source: answers.Said}}
}

func items(yes ...string) []answers.Entry {
	v := answers.Value{Items: map[string]string{}}
	for _, i := range yes {
		v.Items[i] = answers.Yes
	}
	return []answers.Entry{{Value: v, Source: answers.Said}}
}

// sheets lead to each level of the small set.
var sheets = map[string]answers.Sheet{
	"strong-indications": {
		Interview: "talk", Age: answers.Ages{Said: answers.Adult}, Conditions: met,
		Answers: map[string][]answers.Entry{
			"papers.kept": said("kept-from-me"), "debt.owed": said("yes"), "danger.now": said("yes"),
			"work.like": items("long-days", "no-pay", "must-live-there", "past-used", "none"),
		},
	},
	"indications": {
		Interview: "talk", Conditions: map[string]string{"alone": "no", "interpreter": "not-independent"},
		Answers: map[string][]answers.Entry{"observe.control": {{Value: answers.Value{Option: "yes"}, Source: answers.Observed}}},
	},
	"nothing-reported": {
		Interview: "talk", Age: answers.Ages{Said: answers.Adult}, Conditions: met,
		Answers: map[string][]answers.Entry{"papers.kept": said("mine"), "debt.owed": said("no"), "danger.now": said("no"), "work.like": items("none")},
	},
	"nothing-reported-marked": {
		Interview: "talk", Age: answers.Ages{Said: answers.Adult}, Conditions: met,
		Answers: map[string][]answers.Entry{"papers.kept": said("mine"), "debt.owed": said("no"), "danger.now": said("yes"), "work.like": items("none")},
	},
	"not-assessed": {
		Interview: "talk", Age: answers.Ages{Said: answers.Adult, Officer: answers.AgeUnsure}, Conditions: met,
		Answers: map[string][]answers.Entry{"papers.kept": said("refused")},
	},
}
