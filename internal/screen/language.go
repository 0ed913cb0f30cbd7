package screen

import (
	"slices"
	"strings"

	"cesta/internal/interview"
	"cesta/internal/locale"
)

// unreviewed ends a text of the country pack that the person is to agree to
// with the line that nobody competent has reviewed it yet, in both languages.
// One language may be further than the other.
func (m *Maker) unreviewed(s *Screen, key string) {
	if s.Step.Kind != interview.KindConsent && s.Step.ID != interview.StepReferral {
		return
	}
	draft := m.both("rights.draft")
	w := m.person()
	signed := m.signed(m.officer, key) && (w == nil || m.signed(w, key))
	if !m.Unreviewed && signed || !m.officer.Has("rights.draft") {
		return
	}
	s.add([]Pair{draft})
}

func (m *Maker) signed(w Words, key string) bool { return w.State(key) == string(locale.Approved) }

// drawing tells the officer that the terminal may not draw the language that
// was chosen, and what to do then: where a proposed language is confirmed, or
// else on the officer's next page. The person is not troubled with it.
func (m *Maker) drawing(s *Screen) {
	w := m.person()
	told := s.Step.ID != interview.StepLanguageConfirm && m.Talk.Choices()[interview.StepLanguageConfirm] != ""
	if w == nil || told {
		return
	}
	if notice := m.Drawing[w.Language().Tag]; notice != "" {
		s.add(officers([]string{notice}))
	}
}

// offering adds to a language those that are not whole here and for which it
// may be offered, by their own names with a question mark: it is a question to
// the person, and nothing but their choice takes it.
func (m *Maker) offering(o Option) Option {
	var own, named []string
	for _, l := range m.Offers[o.ID] {
		name := l.NameIn(m.officer.Language())
		own, named = append(own, l.Name+"?"), append(named, name)
		o.Names = append(o.Names, m.namesOf(l)...)
	}
	if len(own) > 0 {
		o.Person += " (" + strings.Join(own, " · ") + ")"
		o.Officer = m.officer.Text("officer.language.offered", "language", o.Officer, "others", strings.Join(named, ", "))
	}
	return o
}

// namesOf are what a language can be found by.
func (m *Maker) namesOf(l locale.Language) []string {
	names := []string{l.Name, l.EnglishName, l.CzechName, l.Tag}
	if name := l.NameIn(m.officer.Language()); !slices.Contains(names, name) {
		names = append(names, name)
	}
	return names
}

// Found reports whether an option can be found by a text: a piece of one of its
// names, whatever capitals and accents somebody's keyboard has.
func (o Option) Found(text string) bool {
	for _, name := range append([]string{o.Person, o.Officer}, o.Names...) {
		if strings.Contains(locale.Fold(name), locale.Fold(text)) {
			return true
		}
	}
	return false
}

// Search gives the options of a list of languages that a text finds.
func (s Screen) Search(text string) []Option {
	var found []Option
	if s.Step.ID != interview.StepLanguage || locale.Fold(text) == "" {
		return nil
	}
	for _, o := range s.Options {
		if len(o.Names) > 0 && o.Found(text) {
			found = append(found, o)
		}
	}
	return found
}
