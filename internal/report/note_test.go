package report

import (
	"slices"
	"strings"
	"testing"

	"cesta/internal/country"
)

// TestNoteTellsNoResult holds out of the note every duty from which a reader
// could tell a level or a mark, and the person's answer on the silent card.
func TestNoteTellsNoResult(t *testing.T) {
	s := load(t)
	general := s.pack.DutiesFor("", nil, nil)
	for _, w := range s.officerLanguages(t) {
		note := func(card string) string {
			return strings.Join(Note{Words: w, Pack: s.pack, Began: now, Language: w.Language(), Conditions: map[string]string{"alone": "yes", "silent-card": card}, Outcome: "unfinished"}.Paragraphs(), "\n")
		}
		text := note("yes")
		if text != note("no") {
			t.Errorf("the note in %s tells what was pressed on the silent card", w.Language().Tag)
		}
		for _, d := range s.pack.Duties {
			due := slices.ContainsFunc(general, func(g country.Duty) bool { return g.ID == d.ID })
			if due != strings.Contains(text, w.Text(d.Key())) {
				t.Errorf("the duty %s in %s: in the note is not %v", d.ID, w.Language().Tag, due)
			}
		}
	}
}

func TestNoteSaysWhatToArrange(t *testing.T) {
	s := small(t)
	for _, c := range []struct {
		name         string
		note         Note
		wanted, gone string
	}{
		{"who wants another talk gets one arranged", Note{SecondTalk: "yes"}, "talk again: yes\nArrange it", "excludes nothing"},
		{"who wants none is left in peace", Note{SecondTalk: "no"}, "talk again: no", "Arrange it"},
		{"not asked is not no", Note{}, "talk again: not asked", "Arrange it"},
		{"a short talk asks for a full one", Note{SecondTalk: "no", Short: true}, "Offer a full talk on another day", "Arrange it"},
		{"a paper that is safe may be given", Note{Carry: "yes"}, "carry the paper: yes", "--paper card"},
		{"a paper that is not safe is not given", Note{Carry: "no", Language: s.in(t, "ar").Language()}, "cesta rights ar --paper card prints only numbers", "carry the paper: yes"},
		{"without a language the card is any card", Note{Carry: "no"}, "cesta rights en --paper card", "rights  --paper card"},
	} {
		c.note.Words, c.note.Pack, c.note.Outcome = s.in(t, "en"), s.pack, "completed"
		text := strings.Join(c.note.Paragraphs(), "\n")
		if !strings.Contains(text, c.wanted) || strings.Contains(text, c.gone) {
			t.Errorf("%s: want %q and not %q in\n%s", c.name, c.wanted, c.gone, text)
		}
	}
}

func TestSituationOfACaseComesBeforeThatOfItsSheet(t *testing.T) {
	s := load(t)
	has := func(c Case) bool {
		return slices.ContainsFunc(c.duties().list, func(d country.Duty) bool { return d.ID == "suspected-silence" })
	}
	c := Case{Pack: s.pack}
	c.Sheet.Situation = map[string]string{"suspected": "yes"}
	if !has(c) {
		t.Error("the situation of the sheet is not read")
	}
	c.Situation = map[string]string{}
	if has(c) {
		t.Error("the situation of the sheet is read though the case has its own")
	}
}
