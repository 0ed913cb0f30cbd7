package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

func (s shipped) anatomy(t *testing.T, tag string) Anatomy {
	t.Helper()
	return Anatomy{Set: s.set, Words: s.in(t, tag)}
}

func show(t *testing.T, a Anatomy, id string, f Format) string {
	t.Helper()
	var b bytes.Buffer
	found, err := a.Show(&b, id, f, Width)
	if err != nil || !found {
		t.Fatalf("%s: found %v, %v", id, found, err)
	}
	return b.String()
}

// isOurs checks that a page has only our elements, fetches nothing and lacks no
// word.
func isOurs(t *testing.T, page string) {
	t.Helper()
	eachElement(t, page, func(e xml.StartElement, _ []string) {
		attributes, ok := allowed[e.Name.Local]
		if !ok {
			t.Errorf("the element %s is not one of ours", e.Name.Local)
		}
		for _, a := range e.Attr {
			if !strings.Contains(" "+attributes+" ", " "+a.Name.Local+" ") {
				t.Errorf("%s has the attribute %s", e.Name.Local, a.Name.Local)
			}
		}
	})
	for _, word := range []string{"⟦", "http:", "https:", "//", "url(", "@import", "src=", "<script"} {
		if strings.Contains(page, word) {
			t.Errorf("the page holds %q", word)
		}
	}
	if !strings.Contains(page, "default-src &#39;none&#39;") {
		t.Error("the page has no policy")
	}
}

func TestEverythingOfASetCanBeShown(t *testing.T) {
	s := load(t)
	var ids []string
	for _, i := range s.set.Instruments {
		ids = append(ids, i.ID)
	}
	for _, i := range s.set.Interviews {
		ids = append(ids, i.ID)
	}
	for _, q := range s.set.Questions {
		ids = append(ids, q.ID)
	}
	for _, i := range s.set.Indicators {
		ids = append(ids, i.ID)
	}
	for _, tag := range []string{"en", "cs"} {
		a := s.anatomy(t, tag)
		for _, id := range ids {
			if text := show(t, a, id, Text); strings.Contains(text, "⟦") || !strings.Contains(text, id) {
				t.Errorf("%s in %s: %.300s", id, tag, text)
			}
		}
	}
	isOurs(t, show(t, s.anatomy(t, "en"), "reasonable-grounds", HTML))
}

func TestNothingIsShownOfAnUnknownID(t *testing.T) {
	var b bytes.Buffer
	if found, err := load(t).anatomy(t, "en").Show(&b, "nobody", Text, Width); found || err != nil || b.Len() > 0 {
		t.Errorf("found %v, %v: %s", found, err, &b)
	}
}

func TestAnInstrumentShowsItsSourceAndItsAccuracyAsCounts(t *testing.T) {
	s := load(t)
	set := *s.set
	set.Instruments = slices.Clone(s.set.Instruments)
	ins := &set.Instruments[slices.IndexFunc(set.Instruments, func(i indicator.Instrument) bool { return i.ID == "labour-adult" })]
	ins.Validated = indicator.Validation{Population: "40 workers", Counts: "missed 3 of 13", Note: "small"}
	text := show(t, Anatomy{Set: set.Index(), Words: s.in(t, "en")}, "labour-adult", Text)
	for _, want := range []string{"ILO and European", "never compared with the source", "unchecked transcription", "Tried on: 40 workers", "Published result, as counts: missed 3 of 13",
		"exploitation.hours: ", "strong, fact hours", "Shown by work.hours: long-days", "{strong: 1, items: 2}", "means-and-purpose", "{all: [{any: [deceptive-recruitment,"} {
		if !strings.Contains(flatten(text), want) {
			t.Errorf("%q is missing in\n%.2000s", want, text)
		}
	}
	if regexp.MustCompile(`\d ?%|percent`).MatchString(text) {
		t.Error("an accuracy is shown as a percentage")
	}
}

// flatten undoes the wrapping of lines.
func flatten(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestAQuestionAndAFactShowWhatTheyAreUsedFor(t *testing.T) {
	a := load(t).anatomy(t, "en")
	question := flatten(show(t, a, "work.began", Text))
	for _, want := range []string{"Kind: yes-no. For: person.", "Asked when: always", "full (core)", "These wait for it: ", "denies exploitation.*", "leaves open"} {
		if !strings.Contains(question, want) {
			t.Errorf("the question lacks %q: %s", want, question)
		}
	}
	fact := flatten(show(t, a, "destination.coerced.documents", Text))
	for _, want := range []string{"Rests on the fact: passport", "recruitment.coerced.documents", "Shown by ", "documents.kept-at-work: kept-from-me", "work.began: no", "labour-adult.coercion-destination: strong"} {
		if !strings.Contains(fact, want) {
			t.Errorf("the fact lacks %q: %s", want, fact)
		}
	}
}

func (s shipped) compiled(t *testing.T) *assess.Assessor {
	t.Helper()
	a, err := assess.Compile(s.set)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// account explains one case; without a tag its words are still to be filled in.
func (s shipped) account(t *testing.T, a *assess.Assessor, c Case, tag string) Account {
	t.Helper()
	accounts, err := a.Account(c.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := Account{Sheet: c.Sheet, Assessment: c.Assessment, Accounts: accounts}
	if tag != "" {
		out.Anatomy = s.anatomy(t, tag)
	}
	return out
}

// TestFindingsCanBeWorkedOutFromThePrintedAccount reads the account as a person
// does, without the engine: the items behind "yes" and behind all that is not
// no, with weight and fact, and the clauses.
func TestFindingsCanBeWorkedOutFromThePrintedAccount(t *testing.T) {
	s := load(t)
	a, words, persons := s.compiled(t), s.anatomy(t, "en"), s.persons(t)
	for _, name := range slices.Sorted(maps.Keys(persons))[:12] { // all of them are worked out in package assess
		var b bytes.Buffer
		c := persons[name]
		account := s.account(t, a, c, "")
		account.Anatomy = words
		if err := account.Write(&b, Text, 1<<20); err != nil {
			t.Fatal(err)
		}
		_, counted, _ := strings.Cut(b.String(), "How each dimension is counted")
		seen := 0
		for _, part := range strings.Split(counted, "\n\n") {
			lines := strings.Split(part, "\n")
			id, finding, ok := strings.Cut(lines[0], ": ")
			if !ok || len(lines) < 3 || !strings.HasPrefix(lines[1], "- ") || strings.Contains(lines[1], ". When:") {
				continue
			}
			seen++
			if got := workOut(lines[1:]); string(got) != finding {
				t.Errorf("%s: %s is %s, worked out %s from\n%s", name, id, finding, got, part)
			}
		}
		if len(account.Accounts[0].Facts) > 0 && seen == 0 {
			t.Errorf("%s: no dimension was found in\n%s", name, counted)
		}
	}
}

var (
	printedItem   = regexp.MustCompile(`[a-z0-9.-]+ \(([a-z]+)(?:-([a-z]+))?, ([a-z0-9.-]+)\)`)
	printedClause = regexp.MustCompile(`^- \{([a-z]+: \d+(?:, [a-z]+: \d+)*)\}: `)
)

func workOut(lines []string) assess.Finding {
	heaviest := []map[string]int{{}, {}} // least and most, by fact
	words := []string{"item", "weak", "medium", "strong"}
	add := func(at int, fact, weight string) {
		heaviest[at][fact] = max(heaviest[at][fact], 1+slices.Index(words, weight))
	}
	finding := assess.NotShown
	clauses := 0
	for _, line := range lines {
		if m := printedClause.FindStringSubmatch(line); m != nil {
			clauses++
			switch {
			case reaches(m[1], heaviest[0]):
				return assess.Positive
			case reaches(m[1], heaviest[1]):
				finding = assess.CannotBeExcluded
			}
			continue
		}
		state, _, _ := strings.Cut(strings.TrimPrefix(line, "- "), ": ")
		for _, m := range printedItem.FindAllStringSubmatch(line, -1) {
			high := m[1]
			if m[2] != "" {
				high = m[2]
			}
			if state == "yes" {
				add(0, m[3], m[1])
			}
			if state != "no" {
				add(1, m[3], high)
			}
		}
	}
	if clauses == 0 && len(heaviest[1]) > 0 {
		return assess.CannotBeExcluded
	}
	return finding
}

func reaches(clause string, facts map[string]int) bool {
	have := map[string]int{}
	for _, level := range facts {
		for i, name := range []string{"items", "weak", "medium", "strong"} {
			if level > i {
				have[name]++
			}
		}
	}
	for part := range strings.SplitSeq(clause, ", ") {
		var n int
		name, count, _ := strings.Cut(part, ": ")
		if _, err := fmt.Sscan(count, &n); err != nil || have[name] < n {
			return false
		}
	}
	return true
}

func TestAnAccountNamesAnswersClosedQuestionsAndThatNoDecisionMayRestOnIt(t *testing.T) {
	s := load(t)
	c := s.persons(t)["waiter-papers-and-family"]
	for _, tag := range []string{"en", "cs"} {
		var text, page bytes.Buffer
		a := s.account(t, s.compiled(t), c, tag)
		if err := a.Write(&text, Text, Width); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"documents.kept-at-work: kept-from-me: yes (said)", "strong-indications", "labour-rights", "work.waiting, ", flatten(a.Words.Text("officer.report.support"))} {
			if !strings.Contains(flatten(text.String()), want) {
				t.Errorf("%s: %q is missing in\n%.3000s", tag, want, &text)
			}
		}
		if err := a.Write(&page, HTML, 0); err != nil {
			t.Fatal(err)
		}
		isOurs(t, page.String())
	}
}

func (s shipped) print(t *testing.T, f Format, width int, left, right string) string {
	t.Helper()
	p := SideBySide{Anatomy: s.anatomy(t, "en"), Left: s.in(t, left)}
	if right != "" {
		p.Right = s.in(t, right)
	}
	var b bytes.Buffer
	if err := p.Write(&b, f, width); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAPrintHasEveryTextInBothLanguagesBesideEachOther(t *testing.T) {
	s := load(t)
	text := s.print(t, Text, 200, "en", "uk")
	for _, line := range strings.Split(text, "\n") {
		if n := locale.Width(line); n > 200 {
			t.Errorf("%d cells: %s", n, line)
		}
	}
	page := flatten(s.print(t, HTML, 0, "en", "uk"))
	uk := s.in(t, "uk")
	for _, q := range s.set.Questions {
		if q.Audience != indicator.Person {
			continue
		}
		for _, key := range []string{q.Key() + ".ask", q.Key() + ".option." + q.Options[0].ID} {
			if uk.Has(key) && !strings.Contains(strings.ReplaceAll(page, "&#39;", "'"), flatten(uk.Text(key))) {
				t.Errorf("the page lacks %s", key)
			}
		}
	}
	en, other := s.in(t, "en").Text("person.answer.yes"), uk.Text("person.answer.yes")
	if !regexp.MustCompile(`- yes: ` + en + ` +\| - yes: ` + other).MatchString(text) {
		t.Error("the two languages do not stand beside each other")
	}
}

func TestAPrintIsOneFileThatFetchesNothing(t *testing.T) {
	s := load(t)
	isOurs(t, s.print(t, HTML, 0, "en", "cs"))
	isOurs(t, s.print(t, HTML, 0, "cs", ""))
	if text := s.print(t, Text, 0, "cs", ""); strings.Contains(text, " | ") || strings.Contains(text, "⟦") {
		t.Error("a print in one language has two columns, or lacks words")
	}
}

// Never 1: a published accuracy stands where an instrument is shown, and nowhere
// else.
func TestAPrintTellsNoAccuracy(t *testing.T) {
	s := load(t)
	text := flatten(s.print(t, Text, 1<<20, "en", ""))
	for _, ins := range s.set.Instruments {
		for _, secret := range []string{ins.Validated.Counts, ins.Validated.Note} {
			if secret != "" && strings.Contains(text, flatten(secret)) {
				t.Errorf("the print says of %s: %s", ins.ID, secret)
			}
		}
	}
}

func TestColumnsNeverBreakARow(t *testing.T) {
	var b bytes.Buffer
	p := page{Main: side{"en", "ltr", "Latn"}, Beside: side{"ar", "rtl", "Arab"}}
	p.add(block{Kind: paragraph, Main: strings.Repeat("one ", 30), Beside: "اثنان ثلاثة"}, para("alone"))
	if err := writeColumns(&b, p, 60); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) < 4 || !strings.Contains(lines[0], " | \u2067اثنان ثلاثة\u2069") || lines[len(lines)-1] != "alone" {
		t.Errorf("got\n%s", &b)
	}
	for _, line := range lines[:len(lines)-1] {
		if !strings.Contains(line+" ", " | ") && !strings.HasSuffix(line, " |") || locale.Width(line) > 62 {
			t.Errorf("%q", line)
		}
	}
}
