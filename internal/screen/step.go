package screen

import (
	"slices"
	"strconv"
	"strings"

	"cesta/internal/answers"
	"cesta/internal/interview"
)

// step puts words to everything that is no question of the set.
func (m *Maker) step(s *Screen) {
	name := wordsOf(s.Step)
	s.Title = m.stepText(s, name, "title")
	s.Body = pairs(m.stepText(s, name, "body"))
	if key := "officer.step." + name + ".how"; m.officer.Has(key) {
		s.How = m.officer.Text(key)
	}
	for i, id := range s.Step.Options {
		s.Options = append(s.Options, Option{ID: id, Key: optionKey(id, i), Pair: m.stepOption(s, name, id)})
	}
	if len(s.Options) == 0 || s.Step.Kind == interview.KindReview {
		s.Options = append(s.Options, Option{ID: nextID, Key: KeyNext, Pair: m.stepOption(s, name, nextID)})
	}
	if add := extras[name]; add != nil {
		add(m, s)
	}
}

// nextID is the option of a page that asks nothing.
const nextID = "next"

// optionKey gives the number of an option, or Enter where there is nothing to
// answer. "Other" stands under 0, as "none of these" does.
func optionKey(id string, i int) string {
	switch id {
	case nextID:
		return KeyNext
	case OtherLanguage:
		return KeyNone
	}
	return strconv.Itoa(i + 1)
}

// wordsOf gives the name under which the words of a step are kept: the step's
// id, or one name for all steps whose text comes from the country pack.
func wordsOf(step interview.Step) string {
	switch {
	case strings.HasPrefix(step.ID, interview.StepReferral+"."):
		return "close.referral.item"
	case step.ID == interview.StepReferral:
		return step.ID
	case step.Kind == interview.KindInformation, step.Kind == interview.KindConsent:
		return "part"
	case step.Kind == interview.KindCaution:
		return "caution"
	}
	return step.ID
}

// stepText gives the title or body of a step to whoever it is for. A step may
// have none; a page of the officer may have words of its own.
func (m *Maker) stepText(s *Screen, name, part string) Pair {
	person, officer := "person.step."+name+"."+part, "officer.step."+name+"."+part
	switch {
	case m.officer.Has(officer) && (s.OfficerOnly || !m.officer.Has(person)):
		return m.alone(officer)
	case m.officer.Has(person):
		return m.side(s, person)
	}
	return Pair{}
}

// stepOption gives the words of an option: those for this step, or those that
// are the same everywhere.
func (m *Maker) stepOption(s *Screen, name, id string) Pair {
	for _, key := range []string{name + "." + id, id} {
		person, officer := "person.option."+key, "officer.option."+key
		switch {
		case m.officer.Has(officer) && (s.OfficerOnly || !m.officer.Has(person)):
			return m.alone(officer)
		case m.officer.Has(person):
			return m.side(s, person)
		}
	}
	return m.side(s, "person.answer."+id)
}

// extras complete the steps whose text does not stand in the interface's words.
var extras = map[string]func(*Maker, *Screen){
	"part":                        (*Maker).part,
	"caution":                     (*Maker).caution,
	"info.ready":                  (*Maker).drawing,
	"info.promises":               (*Maker).promises,
	"info.sign":                   (*Maker).explainSign,
	"card.hand-over":              (*Maker).handOver,
	"info.numbers":                (*Maker).numbers,
	"close.referral.item":         (*Maker).referralItem,
	interview.StepReferral:        (*Maker).referral,
	interview.StepDanger:          (*Maker).numbersFirst,
	interview.StepTold:            (*Maker).numbersFirst,
	interview.StepLanguage:        (*Maker).languages,
	interview.StepLanguageOther:   (*Maker).otherLanguage,
	interview.StepLanguageConfirm: (*Maker).drawing,
	interview.StepReview:          (*Maker).review,
	interview.StepLeaflet:         (*Maker).leaflet,
	interview.StepResult:          func(m *Maker, s *Screen) { s.paper(m.Pages.Result()) },
	interview.StepNote:            func(m *Maker, s *Screen) { s.paper(m.Pages.Note()) },
	interview.StepScript:          func(m *Maker, s *Screen) { s.paper(m.Pages.Script()) },
}

// consent is a text of the country pack: what is said and asked for, worded for
// what is really kept.
func (m *Maker) consent(id string) Pair {
	key := "consent." + id + ".text"
	if m.Variant != nil {
		key = m.Variant(key)
	}
	return m.both(key, m.Args...)
}

func (m *Maker) part(s *Screen) {
	s.add(pairs(m.consent(s.Step.ID)))
	m.unreviewed(s, "consent."+s.Step.ID+".text")
}

// referral names the organisation first: nobody can agree to be told of to
// somebody unknown.
func (m *Maker) referral(s *Screen) {
	for _, name := range m.Pages.Organisations() {
		s.add([]Pair{{Person: name, Officer: name}})
	}
	s.add(pairs(m.consent("referral")))
	m.unreviewed(s, "consent.referral.text")
}

func (m *Maker) referralItem(s *Screen) { s.Title = m.consent(strings.TrimPrefix(s.Step.ID, "close.")) }
func (m *Maker) caution(s *Screen)      { s.add(m.paragraphs("person." + s.Step.ID)) }
func (m *Maker) numbers(s *Screen)      { s.add(officers(m.Pages.Numbers())) }

// numbersFirst: in danger the number to call stands above everything.
func (m *Maker) numbersFirst(s *Screen) { s.Body = append(officers(m.Pages.Numbers()), s.Body...) }

func (s *Screen) add(body []Pair) { s.Body = append(s.Body, body...) }

// paper adds a paper of the report, which has a title of its own: the screen
// says it once.
func (s *Screen) paper(paragraphs []string) {
	for _, p := range officers(paragraphs) {
		if p != s.Title {
			s.Body = append(s.Body, p)
		}
	}
}

// leaflet is a paper in both languages, with the same title.
func (m *Maker) leaflet(s *Screen) {
	pairs := m.Pages.Leaflet()
	if len(pairs) > 0 && pairs[0].alike(s.Title) {
		pairs = pairs[1:]
	}
	s.add(pairs)
}

// alike reports whether a side says the same in both.
func (p Pair) alike(q Pair) bool {
	return p.Person != "" && p.Person == q.Person || p.Officer != "" && p.Officer == q.Officer
}

func officers(lines []string) []Pair {
	var all []Pair
	for _, line := range lines {
		all = append(all, Pair{Officer: line})
	}
	return all
}

// languages shows each language by its own name for itself, and to the officer
// what that language is. One without words is not offered: what follows would
// be in another language.
func (m *Maker) languages(s *Screen) {
	var offered []Option
	for _, o := range s.Options {
		if w := m.Words[o.ID]; w != nil {
			l := w.Language()
			o.Pair = Pair{l.Name, l.NameIn(m.officer.Language())}
			o.Names = m.namesOf(l)
			o = m.offering(o)
		} else if o.ID == OtherLanguage {
			o.Person = "???"
		} else {
			continue
		}
		offered = append(offered, o)
	}
	s.Options = offered
}

// signs can be pointed at by two people who share no language. They are plain
// characters, so that they look the same on every terminal.
var signs = []struct{ sign, id string }{
	{"[+]", "doctor"}, {`\_/`, "water"}, {"(@)", "food"}, {"WC", "toilet"}, {"Zzz", "sleep"}, {"SOS", "danger"},
	{"0123456789", "phone"}, {"< 18", "age"}, {":-)", "yes"}, {":-(", "no"}, {"???", "not-understood"},
}

// otherLanguage is for somebody who reads none of the languages: signs for help
// now, and the officer's numbers. It asks nothing.
func (m *Maker) otherLanguage(s *Screen) {
	for _, sign := range signs {
		s.add(officers([]string{sign.sign + "   " + m.officer.Text("officer.sign."+sign.id)}))
	}
	m.numbers(s)
	s.add([]Pair{m.alone("officer.step.language.other.after")})
}

func (m *Maker) promises(s *Screen) {
	for i, key := range m.Promises {
		s.add(officers([]string{strconv.Itoa(i+1) + ". " + m.officer.Text(key)}))
	}
}

// explainSign says first how many questions the silent card will have.
func (m *Maker) explainSign(s *Screen) {
	card := "with-interpreter"
	if m.Talk.Sheet().Conditions["interpreter"] == "none" {
		card = "without-interpreter"
	}
	s.Body = slices.Insert(s.Body, 0, m.alone("officer.step.info.sign."+card))
}

// handOver says what to do if the person cannot read the card: the one person
// who must not read it out is the one it asks about.
func (m *Maker) handOver(s *Screen) {
	if m.person() == nil {
		s.Body = []Pair{m.alone("officer.step.card.hand-over.unread")}
	}
}

// review lists the answers given so far, so that any can be gone back to.
func (m *Maker) review(s *Screen) {
	sheet := m.Talk.Sheet()
	for i, o := range s.Options {
		id, place := answers.SplitRef(o.ID)
		q := m.Set.Question(id)
		if q == nil {
			continue
		}
		var given []Pair
		for _, e := range sheet.At(place)[q.ID] {
			given = append(given, m.given(q, e.Value)...)
		}
		asked := m.asked(q, ".ask")
		if place > answers.First {
			asked = m.side(s, "person.place", "number", strconv.Itoa(place)).with(": ", asked)
		}
		s.Options[i].Pair = asked.with(" – ", join(given))
	}
}

// with writes another text behind this one.
func (p Pair) with(between string, q Pair) Pair {
	if p.Person != "" {
		p.Person += between + q.Person
	}
	p.Officer += between + q.Officer
	return p
}
