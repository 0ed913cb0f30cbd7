package screen

import (
	"errors"
	"fmt"

	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
)

// OtherLanguage is the choice of somebody who reads none of the languages.
const OtherLanguage = interview.OtherLanguage

// Config is what a Maker needs.
type Config struct {
	Set *indicator.Set
	// Words has the words of every language that may be chosen and of the
	// officer's, each with the bundles of the set and of the country.
	Words map[string]Words
	// Officer is the tag of the officer's language. The person's is read from the Talk.
	Officer string
	Talk    Talk
	Pages   Pages
	// Promises are the keys of what must not be promised, in the order of the
	// country pack (officer.promise.1 ...).
	Promises []string
	// Args are names and values for the texts of the country pack.
	Args []string
	// Variant gives the key of the text that stands for another, as things are;
	// nil where there is one text only. The person is told what is really kept.
	Variant func(key string) string
	// Notice is a line for the officer above every screen that they see, such as
	// that a save has failed; nil or empty without one.
	Notice func() string
	// Mock marks every screen as practice.
	Mock bool
	// Unreviewed says that what the country pack says of consent is a draft.
	Unreviewed bool
	// Offers are for each language those that are not whole here and for which
	// it may be offered: see the head of their files.
	Offers map[string][]locale.Language
	// Drawing tells the officer, for each language that the terminal may not
	// draw as it should, what to do.
	Drawing map[string]string
}

// Maker makes screens for the steps of one interview.
type Maker struct {
	Config
	officer Words
}

// New returns a Maker. It fails if the words of the officer's language or of
// the person's as proposed are missing: a screen must not find out later.
func New(c Config) (*Maker, error) {
	if c.Set == nil || c.Talk == nil || c.Pages == nil {
		return nil, errors.New("screens need a set, a talk and pages")
	}
	m := &Maker{Config: c, officer: c.Words[c.Officer]}
	if m.officer == nil {
		return nil, fmt.Errorf("no words for the officer's language %q", c.Officer)
	}
	if tag := c.Talk.Choices()[interview.StepLanguage]; tag != "" && tag != OtherLanguage && m.person() == nil {
		return nil, fmt.Errorf("no words for the language %q", tag)
	}
	return m, nil
}

// PersonLanguage is the language of the person's side as chosen so far; false
// if none is chosen or none fits.
func (m *Maker) PersonLanguage() (locale.Language, bool) {
	if w := m.person(); w != nil {
		return w.Language(), true
	}
	return locale.Language{}, false
}

// OfficerLanguage is the language the officer reads.
func (m *Maker) OfficerLanguage() locale.Language { return m.officer.Language() }

// person gives the words the person chose, or nil. There is no fallback: a
// person who chose "other" reads none of the languages.
func (m *Maker) person() Words {
	return m.Words[m.Talk.Choices()[interview.StepLanguage]]
}

// both gives one text in both languages. The officer sees on the officer's
// side exactly what the person reads.
func (m *Maker) both(key string, args ...string) Pair {
	p := Pair{Officer: m.officer.Text(key, args...)}
	if w := m.person(); w != nil {
		p.Person = w.Text(key, args...)
	}
	return p
}

// alone gives a text for the officer.
func (m *Maker) alone(key string, args ...string) Pair {
	return Pair{Officer: m.officer.Text(key, args...)}
}

// Say gives the message with the id, such as wrong-key, in both languages.
func (m *Maker) Say(id string) Pair { return m.both("person.message." + id) }

// SayOn gives the message to whoever the screen is for.
func (m *Maker) SayOn(s Screen, id string) Pair { return m.side(&s, "person.message."+id) }

// Screen makes the screen of a step. It reads the chosen language from the
// talk, so the conductors need not follow it.
func (m *Maker) Screen(step interview.Step) Screen {
	s := Screen{
		Step: step, Sign: step.Sign, Mock: m.Mock,
		OfficerOnly: step.Audience == indicator.Officer, Silent: step.Kind == interview.KindCard,
	}
	if m.Mock {
		s.Banner = m.both("person.mock")
	}
	if m.Notice != nil && !s.Silent {
		if text := m.Notice(); text != "" {
			s.Banner = Pair{Officer: text}
		}
	}
	if step.Number > 0 {
		s.Progress = fmt.Sprintf("%d/%d", step.Number, max(step.Number, step.AtMost))
	}
	if step.Question != nil && step.Kind == interview.KindQuestion {
		m.question(&s, step.Question)
	} else {
		m.step(&s)
	}
	m.hints(&s)
	return s
}

// hints lists the keys at the foot. Their order carries the discreet sign:
// pause stands first, and only with the sign blank stands before it. The order
// can be seen in 40 columns, heard from a screen reader and is the same in
// every language; a changed word or full stop would not be.
func (m *Maker) hints(s *Screen) {
	keys := []string{"pause", "blank", "help"}
	if s.Sign {
		keys = []string{"blank", "pause", "help"}
	}
	if s.Step.CanBack {
		keys = append(keys, "back")
	}
	if s.Step.CanSkip {
		keys = append(keys, "skip")
	}
	for _, id := range keys {
		s.Keys = append(s.Keys, Option{ID: id, Key: letters[id], Pair: m.side(s, "person.key."+id)})
	}
}

// side gives a text for whoever the screen is for. The silent card is in the
// person's language only, so that nobody beside them can read along.
func (m *Maker) side(s *Screen, key string, args ...string) Pair {
	switch {
	case s.OfficerOnly:
		return m.alone(key, args...)
	case s.Silent:
		return m.both(key, args...).unseen()
	}
	return m.both(key, args...)
}

// unseen leaves out the officer's side, unless there is no other.
func (p Pair) unseen() Pair {
	if p.Person == "" {
		return p
	}
	return Pair{Person: p.Person}
}

// letters are the keys that work everywhere, by the id of their words.
var letters = map[string]string{
	"back": KeyBack, "skip": KeySkip, "pause": KeyPause, "blank": KeyBlank, "help": KeyHelp,
}
