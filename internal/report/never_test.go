package report

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// forbidden are phrases that no document may hold, in English and Czech: a
// person is never cleared, measured or disbelieved, and nothing is promised.
var forbidden = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`not (been )?(a |an )?(victims?|trafficked)\b`, `\bno victim`, `\bnon-victim`, `\b(no|low|high|zero|without) risk\b`, `\brisk (level|score)`,
	`probabilit`, `likelihood`, `\bpercent`, `%`, `\bscore`, `credib`, `trustworth`, `\bliar`, `\bis lying`, `not telling the truth`, `\bcleared\b`, `no indications? (found|of)`,
	`\bwe (promise|guarantee)`, `\bguaranteed\b`, `you (can|may|will) stay in`, `you will (get|receive) (a permit|money)`, `you will not be punished`, `stays secret`,
	`(není|nejsou|nejde o) (žádn\S+ )?oběť?`, `neoběť`, `(žádné|nízké|vysoké|nulové) riziko`, `bez rizika`, `pravděpodobnost`, `procent`, `skóre`, `věrohodn`, `důvěryhodn`,
	`\blže\b`, `nemluví pravdu`, `\bslibujeme`, `zaručujeme`, `zaručen`, `nebudete potrestán`, `můžete zůstat v`,
}, "|"))

func TestForbiddenListCatchesWhatItIsFor(t *testing.T) {
	for _, bad := range []string{"The person is not a victim.", "No risk", "risk score 7", "85 %", "The story is not credible", "Osoba není obětí.", "Žádné riziko", "nevěrohodná výpověď", "we promise"} {
		if !forbidden.MatchString(bad) {
			t.Errorf("%q is not caught", bad)
		}
	}
}

// officerLanguages are the shipped languages of officers that are complete.
func (s shipped) officerLanguages(t *testing.T) []*locale.Words {
	t.Helper()
	var all []*locale.Words
	for _, l := range s.library.Languages() {
		if w := s.in(t, l.Tag); l.ForOfficer() && len(w.Missing(slices.Concat(s.set.Keys(), s.pack.Keys()))) == 0 {
			all = append(all, w)
		}
	}
	if len(all) == 0 {
		t.Fatal("no language of officers is complete")
	}
	return all
}

// each calls f with the text and the HTML of a document.
func each(t *testing.T, d document, f func(text string)) {
	t.Helper()
	for _, format := range []Format{Text, HTML} {
		if _, screen := d.(shown); screen && format == HTML {
			continue
		}
		var b bytes.Buffer
		if err := d.Write(&b, format, 80); err != nil {
			t.Fatal(err)
		}
		f(b.String())
	}
}

// visible takes style sheet and tags out of HTML.
func visible(text string) string {
	if at := strings.Index(text, "</style>"); at >= 0 {
		text = text[at:]
	}
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, " ")
}

func TestNoReportSaysWhatMustNeverBeSaid(t *testing.T) {
	s := load(t)
	for _, w := range s.officerLanguages(t) {
		levels := map[string]bool{}
		for name, c := range s.persons(t) {
			c.Words = w
			levels[c.Assessment.Level] = true
			n := Note{Words: w, Pack: s.pack, Began: now, Language: w.Language(), Conditions: c.Sheet.Conditions, Outcome: "completed", SecondTalk: "yes", Carry: "no", Short: true}
			script := Script{Words: w, Pack: s.pack, Language: w.Language(), Allowed: []string{"exists", "needs"}}
			for _, d := range []document{c, shown{n}, shown{script}} {
				each(t, d, func(text string) {
					if found := forbidden.FindString(visible(text)); found != "" {
						t.Errorf("%s, %T in %s says %q", name, d, w.Language().Tag, found)
					}
					if at := strings.Index(text, "⟦"); at >= 0 {
						t.Errorf("%s, %T in %s lacks a word: %.60s", name, d, w.Language().Tag, text[at:])
					}
				})
			}
		}
		if len(levels) != len(indicator.Levels) {
			t.Errorf("only the levels %v were tried", levels)
		}
	}
}

func TestEveryReportSaysThatItIsDecisionSupport(t *testing.T) {
	s := load(t)
	for name, c := range s.persons(t) {
		each(t, c, func(text string) {
			if !strings.Contains(strings.Join(strings.Fields(text), " "), "This is decision support, not evidence. No decision against the person may rest on it.") {
				t.Errorf("%s does not say it", name)
			}
		})
	}
}

// TestLevelIsInWordsOnly holds the level's own words free of any number.
func TestLevelIsInWordsOnly(t *testing.T) {
	s := load(t)
	for name, c := range s.persons(t) {
		for _, b := range c.level().Blocks {
			if strings.ContainsAny(b.Main, "0123456789") {
				t.Errorf("%s: the level has a number: %s", name, b.Main)
			}
		}
	}
}

func TestNothingReportedHasItsOwnWords(t *testing.T) {
	s := small(t)
	for name, want := range map[string]string{
		"nothing-reported":        "Nothing was reported in this talk; that excludes nothing.",
		"nothing-reported-marked": "No sign of control by others was reported; see the marks.",
	} {
		if got := s.assessed(t, sheets[name]).level().Blocks[0].Main; got != want {
			t.Errorf("%s reads %q", name, got)
		}
	}
}

// TestOwnersNameStandsOnlyInASourceLine looks at every paragraph of every
// report: an owner whose list nobody compared with the source is named only as
// what the transcription is after.
func TestOwnersNameStandsOnlyInASourceLine(t *testing.T) {
	s := load(t)
	var owners []string
	for i := range s.set.Instruments {
		if ins := &s.set.Instruments[i]; ins.Fidelity != indicator.Project && !ins.MayBeNamed() {
			owners = append(owners, strings.Split(ins.Source.Publisher, " and ")...)
		}
	}
	if len(owners) == 0 {
		t.Skip("no instrument has an owner")
	}
	named := regexp.MustCompile(`\b(` + strings.Join(owners, "|") + `)\b`)
	for name, c := range s.persons(t) {
		for _, p := range c.Paragraphs() {
			if named.MatchString(p) && !strings.Contains(p, "unchecked transcription") && !strings.Contains(p, "ILO C29") {
				t.Errorf("%s names an owner: %s", name, p)
			}
		}
	}
}

func TestNoIDCarriesAnOwner(t *testing.T) {
	for _, ins := range load(t).set.Instruments {
		for _, owner := range strings.Fields(strings.ToLower(ins.Source.Publisher)) {
			if owner != "project" && owner != "and" && slices.Contains(strings.Split(ins.ID, "-"), owner) {
				t.Errorf("the id %s carries %s", ins.ID, owner)
			}
		}
	}
}

// TestOnlyTheReportCanKnowACase walks the types of all other documents: a leaflet
// that cannot hold a result or an answer cannot depend on one.
func TestOnlyTheReportCanKnowACase(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(path string, typ reflect.Type)
	walk = func(path string, typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		for _, pkg := range []string{"assess", "answers", "interview", "indicator"} {
			if typ.PkgPath() == "cesta/internal/"+pkg {
				t.Errorf("%s is %s", path, typ)
			}
		}
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(path, typ.Elem())
		case reflect.Map:
			walk(path, typ.Key())
			walk(path, typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				walk(path+"."+typ.Field(i).Name, typ.Field(i).Type)
			}
		}
	}
	walk("Leaflet", reflect.TypeFor[Leaflet]())
	walk("Contacts", reflect.TypeFor[Contacts]())
	walk("Form", reflect.TypeFor[Form]())
	walk("Poster", reflect.TypeFor[Poster]())
	walk("SilentCard", reflect.TypeFor[SilentCard]())
	walk("Consents", reflect.TypeFor[Consents]())
	walk("Note", reflect.TypeFor[Note]())
	walk("Script", reflect.TypeFor[Script]())
}

func TestSituationChangesOnlyTheOrderOfALeaflet(t *testing.T) {
	s := load(t)
	en := s.in(t, "en")
	sorted := func(situations []string, need string) []string {
		var lines []string
		for _, p := range (Leaflet{Pack: s.pack, Person: en, Officer: en, For: situations, First: situations, Need: need}).Pages() {
			lines = append(lines, p.Person)
		}
		slices.Sort(lines)
		return lines
	}
	want := sorted(nil, "")
	for _, situation := range append([]string{"child", "presumed-victim"}, indicator.Situations...) {
		for _, need := range []string{"", "shelter", "child"} {
			if got := sorted([]string{situation}, need); !slices.Equal(got, want) {
				t.Errorf("for %s, need %q, the leaflet holds something else", situation, need)
			}
		}
	}
}

// Contacts in other countries are on the paper where they speak the language it
// is written in; those of this country always are.
func TestLeafletHoldsEveryRightAndEveryContactOfUse(t *testing.T) {
	s := load(t)
	en := s.in(t, "en")
	text := fmt.Sprint((Leaflet{Pack: s.pack, Person: en}).Pages())
	for _, list := range s.pack.Order(nil) {
		for _, r := range list.Rights {
			if !strings.Contains(text, en.Text(r.Key())) {
				t.Errorf("the right %s is missing", r.ID)
			}
		}
	}
	for _, c := range s.pack.Contacts {
		want := c.ShowToPerson && (here(s.pack, c) && !c.HomeAuthority || slices.Contains(c.Languages, "en"))
		if want != strings.Contains(text, en.Text(c.ServesKey())) {
			t.Errorf("the contact %s: shown is not %v", c.ID, want)
		}
	}
	if found := forbidden.FindString(strings.ReplaceAll(text, "ROZKOŠ bez RIZIKA", "")); found != "" {
		t.Errorf("the leaflet says %q", found)
	}
}

func TestPaperSaysNothingAboutNow(t *testing.T) {
	s := load(t)
	en := s.in(t, "en")
	each(t, Leaflet{Pack: s.pack, Person: en}, func(text string) {
		for _, word := range []string{en.Text("contacts.open-now"), "Closed now"} {
			if strings.Contains(text, word) {
				t.Errorf("a leaflet without a time says %q", word)
			}
		}
	})
}

// TestListsThatAreNamedComeFirst holds --for to its word, and every list to the
// leaflet.
func TestListsThatAreNamedComeFirst(t *testing.T) {
	s := load(t)
	ids := func(first ...string) []string {
		var all []string
		for _, list := range (Leaflet{Pack: s.pack, For: []string{"child"}, First: first}).lists() {
			all = append(all, list.ID)
		}
		return all
	}
	if got := ids("asylum", "presumed-victim"); !slices.Equal(got, []string{"asylum", "presumed-victim", "child", "everyone", "detention"}) {
		t.Errorf("the order is %v", got)
	}
	if got := ids(); got[0] != "child" || len(got) != 5 {
		t.Errorf("for a child the order is %v", got)
	}
}

// papers are the blank papers in two languages.
func (s shipped) papers(person, officer *locale.Words) map[string]document {
	full := s.set.Interview("full")
	return map[string]document{
		"board":         Board{Set: s.set, Pack: s.pack, Interview: full, Person: person, Officer: officer},
		"silent card":   SilentCard{Person: person, Officer: officer, Draft: true},
		"consent":       Consents{Pack: s.pack, Person: person, Officer: officer},
		"questionnaire": Questionnaire{Set: s.set, Pack: s.pack, Interview: full, Person: person, Officer: officer},
		"poster":        Poster{Pack: s.pack, Persons: []*locale.Words{person}, Officer: officer},
		"form":          Form{Pack: s.pack, Person: person, Officer: officer},
		"leaflet":       Leaflet{Pack: s.pack, Person: person, Officer: officer},
		"contacts":      Contacts{Pack: s.pack, Person: person, Officer: officer},
	}
}

// TestPapersAreCompleteDraftsAndPromiseNothing looks at every paper in every
// language of officers, beside Ukrainian.
func TestPapersAreCompleteDraftsAndPromiseNothing(t *testing.T) {
	s := load(t)
	uk := s.in(t, "uk")
	for _, officer := range s.officerLanguages(t) {
		for name, d := range s.papers(uk, officer) {
			each(t, d, func(text string) {
				shown := strings.Join(strings.Fields(strings.ReplaceAll(visible(text), " | ", " ")), " ")
				if found := forbidden.FindString(strings.ReplaceAll(shown, "ROZKOŠ bez RIZIKA", "")); found != "" {
					t.Errorf("%s in %s says %q", name, officer.Language().Tag, found)
				}
				if at := strings.Index(text, "⟦"); at >= 0 {
					t.Errorf("%s in %s lacks a word: %.60s", name, officer.Language().Tag, text[at:])
				}
				for _, w := range []*locale.Words{uk, officer} {
					if first := strings.Fields(w.Text("rights.draft"))[:2]; name != "contacts" && !strings.Contains(shown, strings.Join(first, " ")) {
						t.Errorf("%s does not say in %s that it is a draft", name, w.Language().Tag)
					}
				}
			})
		}
	}
}

// TestPapersNeedOnlyTheirKeys makes each paper of exactly the words it asks for,
// so that a language can have some papers before it has all.
func TestPapersNeedOnlyTheirKeys(t *testing.T) {
	s := small(t)
	en, ar := s.in(t, "en"), s.in(t, "ar")
	talk := s.set.Interview("talk")
	for _, d := range []document{
		Board{Set: s.set, Pack: s.pack, Interview: talk, Person: ar, Officer: en}, SilentCard{Person: ar, Officer: en},
		Consents{Pack: s.pack, Person: ar, Officer: en}, Questionnaire{Set: s.set, Pack: s.pack, Interview: talk, Person: ar, Officer: en},
		Poster{Pack: s.pack, Persons: []*locale.Words{ar}, Officer: en},
	} {
		keys := d.(interface{ Keys() []string }).Keys()
		for _, key := range keys {
			if !ar.Has(key) {
				t.Errorf("the test's Arabic lacks %s for %T", key, d)
			}
		}
		each(t, d, func(text string) {
			if at := strings.Index(text, "⟦"); at >= 0 {
				t.Errorf("%T needs %.60s, which is not among %v", d, text[at:], keys)
			}
		})
	}
}

// TestSilentCardIsInNoLanguageOfTheOfficer: whoever reads along must not find out
// what it asks. What the officer reads is on another sheet.
func TestSilentCardIsInNoLanguageOfTheOfficer(t *testing.T) {
	s := load(t)
	en := s.in(t, "en")
	for _, b := range (SilentCard{Person: s.in(t, "uk"), Officer: en}).page().Blocks {
		if b.Style != "slip" {
			continue
		}
		for _, in := range b.Blocks {
			if in.Beside != "" {
				t.Errorf("on the card stands %q", in.Beside)
			}
		}
	}
}

// TestBoardAsksOnlyWhatComesBeforeConsent: without an interpreter there is no
// informed consent, and so no question that needs it.
func TestBoardAsksOnlyWhatComesBeforeConsent(t *testing.T) {
	s := load(t)
	var ids []string
	for _, q := range (Board{Set: s.set, Interview: s.set.Interview("full")}).questions() {
		ids = append(ids, q.ID)
	}
	if want := []string{"danger.now", "needs.now", "age.said"}; !slices.Equal(ids, want) {
		t.Errorf("the board asks %v, want %v", ids, want)
	}
}

// TestQuestionnaireHoldsEveryQuestionOnce, and what the officer observes only on
// the sheets that the person does not see.
func TestQuestionnaireHoldsEveryQuestionOnce(t *testing.T) {
	s := load(t)
	en := s.in(t, "en")
	for i := range s.set.Interviews {
		iv := &s.set.Interviews[i]
		p := (Questionnaire{Set: s.set, Pack: s.pack, Interview: iv, Person: en, Officer: en}).page()
		var texts []string
		var officers bool
		var walk func(blocks []block, sheet bool)
		walk = func(blocks []block, sheet bool) {
			for _, b := range blocks {
				if b.Kind == heading {
					texts = append(texts, b.Main)
					if _, asked, ok := strings.Cut(b.Main, ". "); ok && !sheet {
						for _, q := range s.set.Questions {
							officers = officers || q.Audience == indicator.Officer && en.Text(q.Key()+".ask") == asked
						}
					}
				}
				walk(b.Blocks, sheet || b.Style == "sheet")
			}
		}
		walk(p.Blocks, false)
		for _, id := range iv.Questions() {
			n := Questionnaire{Set: s.set, Interview: iv}
			want := n.numbers()[id] + ". " + en.Text(s.set.Question(id).Key()+".ask")
			if at := slices.Index(texts, want); at < 0 || slices.Contains(texts[at+1:], want) {
				t.Errorf("%s: %q does not stand there once", iv.ID, want)
			}
		}
		if officers {
			t.Errorf("%s shows the person what only the officer answers", iv.ID)
		}
	}
}

func TestPosterTakesOnlyWhatFits(t *testing.T) {
	for tags, want := range map[string]bool{"cs en uk vi": true, "cs en uk vi ar": false, "cs cs": false, "ur en cs": true, "ur en cs uk": false} {
		if got := FitsPoster(strings.Fields(tags)); got != want {
			t.Errorf("%s on one poster: %v", tags, got)
		}
	}
}

func TestCardHasNoWord(t *testing.T) {
	s := load(t)
	each(t, cards{Leaflet{Pack: s.pack, Person: s.in(t, "en")}}, func(text string) {
		shown := strings.ReplaceAll(visible(text), "&#43;", "+")
		if word := regexp.MustCompile(`[^0-9+\s]`).FindString(shown); word != "" {
			t.Errorf("the card shows %q in %q", word, shown)
		}
		if len(strings.Fields(shown)) == 0 {
			t.Error("the card is empty")
		}
	})
}

func TestScriptSaysOnlyWhatWasAllowed(t *testing.T) {
	s := small(t)
	lines := map[string]string{"name": "First name", "language": "Arabic", "place": "Where the person", "call": "A safe way", "time": "When a call", "needs": "needs now"}
	for item, mark := range lines {
		var said []string
		for _, b := range (Script{Words: s.in(t, "en"), Pack: s.pack, Language: s.in(t, "ar").Language(), Allowed: []string{"exists", item}}).say() {
			said = append(said, b.line())
		}
		for other, text := range lines {
			if found := strings.Contains(strings.Join(said, "\n"), text); found != (other == item) {
				t.Errorf("allowed %s: %q is said: %v", item, text, found)
			}
		}
		if !strings.Contains(strings.Join(said, "\n"), mark) {
			t.Errorf("%s is not said", item)
		}
	}
}

func TestScriptWithoutConsentSaysNothingOfThePerson(t *testing.T) {
	s := small(t)
	p := strings.Join((Script{Words: s.in(t, "en"), Pack: s.pack, Language: s.in(t, "ar").Language(), Allowed: []string{"language", "needs"}}).Paragraphs(), "\n")
	if strings.Contains(p, "Arabic") || !strings.Contains(p, "has not allowed a call") {
		t.Errorf("without the consent to a call the script reads:\n%s", p)
	}
}

// TestLeafletNeedsNoOtherWords makes leaflet and form of a language that has the
// words a leaflet needs and nothing else.
func TestLeafletNeedsNoOtherWords(t *testing.T) {
	s := small(t)
	ar := s.in(t, "ar")
	for _, key := range LeafletKeys() {
		if !ar.Has(key) {
			t.Errorf("the test's Arabic lacks %s", key)
		}
	}
	for _, d := range []document{Leaflet{Pack: s.pack, Person: ar, At: now}, Contacts{Pack: s.pack, Person: ar}} {
		each(t, d, func(text string) {
			if at := strings.Index(text, "⟦"); at >= 0 {
				t.Errorf("%T needs %.60s", d, text[at:])
			}
		})
	}
}
