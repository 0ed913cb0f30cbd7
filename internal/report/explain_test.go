package report

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/assess"
	"cesta/internal/country"
)

func TestExplanationNamesEverythingTheLevelRestsOn(t *testing.T) {
	c := small(t).assessed(t, sheets["strong-indications"])
	text := strings.Join(c.Paragraphs(), "\n")
	for what, want := range map[string]string{
		"level":                "Strong indications",
		"rule":                 "Forced, and exploited (rule rules r1)",
		"what it leads to":     "leads to: Strong indications",
		"its dimensions":       "rests on: Forced (coerced)",
		"act":                  "Act: what was done",
		"means":                "Means: how it was done",
		"purpose":              "Purpose: what for",
		"clause":               "at least 1 strong item and 1 more item.",
		"indicator and weight": "papers kept (strong)",
		"answer and source":    "Who has your papers? Answer: They keep them from me (the person said it)",
		"item of a list":       "What is true about your work? Answer: Very long days (the person said it)",
		"source of the weight": "rules: Rules and weights are this project's own (Rules of a test).",
		"doubtful weight":      "the past is used (weak or medium; the published source leaves it in doubt)",
		"other list":           "Rules and weights after Some Owner 2009, unchecked transcription.",
		"set":                  "set small, version 1.0.0, hash " + c.Set.Hash,
		"draft":                "Draft, not yet reviewed by those who must:",
		"station":              "974 123 456",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: %q is missing in\n%s", what, want, text)
		}
	}
}

func TestReportSaysWhatIsMissing(t *testing.T) {
	text := strings.Join(small(t).assessed(t, sheets["not-assessed"]).Paragraphs(), "\n")
	for _, want := range []string{
		"A child is not asked again.",
		"The person is or may be a child.",
		"Of the 3 questions that matter most in this talk, 3 were not answered",
		"For a child no means is needed.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	adult := strings.Join(small(t).assessed(t, sheets["nothing-reported-marked"]).Paragraphs(), "\n")
	if !strings.Contains(adult, "alone could lead to") {
		t.Errorf("what is missing is not told:\n%s", adult)
	}
}

func TestObservationIsToldAsOne(t *testing.T) {
	text := strings.Join(small(t).assessed(t, sheets["indications"]).Paragraphs(), "\n")
	for _, want := range []string{
		"Does somebody answer for the person? Answer: Yes (the officer observed it)",
		"The person was not alone with you", "The interpreter was not independent",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestJSONIsTheAssessment(t *testing.T) {
	c := small(t).assessed(t, sheets["strong-indications"])
	var b bytes.Buffer
	if err := c.Write(&b, JSON, 0); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "\n") != 1 {
		t.Error("the assessment is not one line")
	}
	var back assess.Assessment
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c.Assessment, back); diff != "" {
		t.Error(diff)
	}
}

func TestClauseInWords(t *testing.T) {
	c := small(t).assessed(t, sheets["indications"])
	for clause, want := range map[string]string{
		"strong: 1, items: 2":  "What holds: at least 1 strong item and 1 more item.",
		"strong: 2":            "What holds: at least 2 strong items.",
		"medium: 2, items: 3":  "What holds: at least 2 medium or strong items and 1 more item.",
		"items: 1":             "What holds: at least 1 item.",
		"strong: 1, medium: 2": "What holds: at least 1 strong item and 2 medium or strong items.",
		assess.RuleUndecided:   "The published source leaves a weight in doubt, and only with the higher one would it hold. No answer can decide this.",
		"something new":        "something new",
	} {
		if got := c.clause(clause); got != want {
			t.Errorf("clause %q reads %q, want %q", clause, got, want)
		}
	}
}

// TestNoRawIDStandsForAWord finds ids that nobody put into words.
func TestNoRawIDStandsForAWord(t *testing.T) {
	id := regexp.MustCompile(`\b(recruitment|destination|exploitation|form|danger|need|control|violence)\.[a-z-]+`)
	s := load(t)
	for name, c := range s.persons(t) {
		for _, p := range c.Paragraphs() {
			if found := id.FindString(p); found != "" {
				t.Errorf("%s shows %s in %q", name, found, p)
			}
		}
	}
}

func TestContentIsStaleAfterHalfAYear(t *testing.T) {
	for checked, want := range map[string]bool{"2026-11-23": false, "2026-05-01": true, "never": true} {
		if got := stale(checked, now); got != want {
			t.Errorf("stale(%s) is %v", checked, got)
		}
	}
	c := small(t).assessed(t, sheets["indications"])
	c.Now = now.AddDate(1, 0, 0)
	if !strings.Contains(strings.Join(c.Paragraphs(), "\n"), "last checked on 23.\u00a011.\u00a02026. That is too long ago") {
		t.Error("a report a year later does not say that the law was checked long ago")
	}
}

func TestNumbersAreGroupedAsTheirOwnersDo(t *testing.T) {
	for _, test := range []struct{ number, written, want string }{
		{"+420222717171", "222 71 71 71", "+420 222 71 71 71"},
		{"+420730158781", "", "+420 730 158 781"},
		{"800077777", "", "800 077 777"},
		{"116006", "", "116 006"},
		{"+420116006", "", "+420 116 006"},
		{"112", "", "112"},
		{"1343", "", "1343"},
		{"+381112785000", "", "+381112785000"},
	} {
		if got := written(country.Phone{Number: test.number, Written: test.written}); got != test.want {
			t.Errorf("%s is written %q, want %q", test.number, got, test.want)
		}
	}
}

func TestOpenIsSaidOnlyWhenKnown(t *testing.T) {
	en := small(t).in(t, "en")
	week := country.Hours{Week: []country.Span{{Days: []time.Weekday{time.Tuesday}, From: 9 * 60, To: 17 * 60}}, UnknownDays: []time.Weekday{time.Friday}}
	for _, test := range []struct {
		hours country.Hours
		at    time.Time
		want  string
	}{
		{week, now, "Open now"},
		{week, now.Add(5 * time.Hour), "Closed now. Opens: Tuesday 09:00"},
		{week, now.AddDate(0, 0, 3), ""}, // a Friday, about which nothing is known
		{country.Hours{}, now, ""},
		{country.Hours{Always: true}, now, "Open now"},
		{week, time.Time{}, ""},
	} {
		if got := openNow(en, test.hours, test.at); got != test.want {
			t.Errorf("at %v: %q, want %q", test.at, got, test.want)
		}
	}
}

func TestNumbersForTheOfficer(t *testing.T) {
	s := small(t)
	got := Numbers(s.in(t, "en"), s.pack, station)
	want := []string{
		"Specialist: Regional specialist: 974 123 456 (Entered by the station. The program has not checked it.)",
		"112 (emergency)", "Pomoc, o.p.s.: +420 222 71 71 71, 800 077 777", "Specialista: 158",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
