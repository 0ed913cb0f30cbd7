package country

import (
	"slices"
	"strings"

	"cesta/internal/strict"
)

// Contact is somebody who helps, or whom an officer must reach.
type Contact struct {
	Pos strict.Pos
	Review
	ID string
	// Country is an ISO 3166 code in capitals, or EU, or INT for several.
	Country string
	// Name is what they call themselves; it is not translated.
	Name string
	// Kind is one of [ContactKinds].
	Kind string
	// Languages are the tags of languages spoken there, as far as is known.
	Languages []string
	Phones    []Phone
	Email     []string
	Web       []string
	Address   string
	Hours     Hours
	// Needs are those of [Needs] that the contact answers.
	Needs []string
	// Source says where all this comes from. AsOf is the latest day there is
	// evidence for, or empty. Confidence is high, medium or low.
	Source, AsOf, Confidence string
	// Verified is the day somebody dialled the numbers, or "never".
	Verified string
	// ShowToPerson is false for contacts that are for officers only.
	ShowToPerson bool
	// HomeAuthority marks an office of a State that the person may fear.
	HomeAuthority bool
	// ReachableFromDetention says that they come to, or take calls from,
	// people in detention.
	ReachableFromDetention bool
	// Note says that there is a remark for the officer.
	Note bool
}

// Phone is one number.
type Phone struct {
	Pos strict.Pos
	// Number is digits, with + in front of an international one. Written is
	// the grouping its owner uses, such as "222 71 71 71", or empty.
	Number, Written string
	// Label is the id of a text that tells several numbers apart, or empty.
	Label string
	// FromAbroad says that the number works outside the contact's country.
	FromAbroad bool
	// Free says that a source calls it free of charge, from FreeFrom.
	Free       bool
	FreeFrom   []string
	Confidence string
}

// ContactKinds are the kinds of contacts.
var ContactKinds = []string{
	"emergency", "police", "exploitation-help", "helpline", "state-helpline", "child-helpline", "legal-help",
	"migrant-help", "women-help", "health-advice", "international", "state-office", "complaints",
	"labour-inspection", "child-protection", "detention-centre", "network",
}

// Needs are what a person may look for.
var Needs = []string{"shelter", "legal", "medical", "child", "labour", "return", "danger"}

// Speaks reports whether they are known to speak the language.
func (c Contact) Speaks(tag string) bool { return slices.Contains(c.Languages, tag) }

// Dialled reports whether anybody has ever tried the contact.
func (c Contact) Dialled() bool { return c.Verified != "never" }

// ContactsFor returns every contact that may be shown to the person. Language
// and need, either of which may be empty, change only the order: first this
// country, then others, last offices of other States, which a person may
// fear; and inside each the ones that answer the need, then those that speak
// the language and those that anybody may call first.
func (p *Pack) ContactsFor(language, need string) []Contact {
	shown := slices.DeleteFunc(slices.Clone(p.Contacts), func(c Contact) bool { return !c.ShowToPerson })
	slices.SortStableFunc(shown, func(a, b Contact) int {
		if near := p.distance(a) - p.distance(b); near != 0 {
			return near
		}
		return p.fit(b, language, need) - p.fit(a, language, need)
	})
	return shown
}

func (p *Pack) distance(c Contact) int {
	switch {
	case c.HomeAuthority:
		return 2
	case p.here(c):
		return 0
	}
	return 1
}

func (p *Pack) here(c Contact) bool {
	return c.Country == strings.ToUpper(p.Code) || c.Country == "EU"
}

func (p *Pack) fit(c Contact, language, need string) int {
	score := 0
	if need != "" && slices.Contains(c.Needs, need) {
		score += 2
	}
	if c.Speaks(language) {
		score++
	}
	if p.here(c) && (c.Kind == "emergency" || c.Kind == "exploitation-help") {
		score++
	}
	return score
}

// ForOfficers returns the contacts that are not for the person.
func (p *Pack) ForOfficers() []Contact {
	return slices.DeleteFunc(slices.Clone(p.Contacts), func(c Contact) bool { return c.ShowToPerson })
}
