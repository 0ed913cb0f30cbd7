package country

import (
	"slices"
	"strconv"
	"time"
)

// fixedKeys are the words every pack needs, whatever it holds.
var fixedKeys = slices.Concat(
	[]string{
		"rights.title", "rights.header", "rights.draft", "rights.term",
		"contacts.title", "contacts.here", "contacts.abroad", "contacts.not-dialled", "contacts.not-checked",
		"contacts.not-checked-since", "contacts.uncertain", "contacts.languages", "contacts.home-authority",
		"contacts.reachable-from-detention", "contacts.open-now", "contacts.closed-until", "contacts.by-appointment",
		"hours.always", "hours.unknown", "phone.free", "phone.from-abroad", "phone.inside",
		"paper.point", "paper.silent-card", "paper.ask-for-all",
		"reflection.title", "officer.reflection.title", "officer.promises.title",
		"officer.duties.title",
		"officer.station.title", "officer.station.local", "officer.station.authority",
	},
	prefixed("day.", days),
	prefixed("need.", Needs),
	prefixed("officer.duties.", Phases),
	prefixed("officer.station.", StationLines),
	prefixed("officer.basis.", Confidences),
)

func prefixed(prefix string, ids []string) []string {
	keys := make([]string, len(ids))
	for i, id := range ids {
		keys[i] = prefix + id
	}
	return keys
}

// Keys lists every word the pack needs, for person and officer.
func (p *Pack) Keys() []string {
	keys := slices.Concat(fixedKeys, p.informationKeys(), p.rightsKeys(), p.contactKeys(), p.Reflection.keys())
	for _, s := range p.Switches {
		keys = append(keys, "officer.switch."+s.ID+".off", "officer.switch."+s.ID+".on")
	}
	for _, m := range p.Promises {
		keys = append(keys, m.Key())
	}
	for _, d := range p.Duties {
		keys = append(keys, d.Key())
	}
	keys = slices.DeleteFunc(keys, func(k string) bool { return k == "" })
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (p *Pack) informationKeys() []string {
	keys := []string{p.Referral.Key()}
	for _, part := range p.Parts {
		keys = append(keys, part.Key())
	}
	for _, item := range p.Referral.Items {
		keys = append(keys, p.Referral.ItemKey(item))
	}
	return keys
}

func (p *Pack) rightsKeys() []string {
	var keys []string
	for _, l := range p.Lists {
		keys = append(keys, l.Key())
		for _, r := range l.Rights {
			keys = append(keys, r.Key(), r.NoteKey())
		}
	}
	return keys
}

func (p *Pack) contactKeys() []string {
	var keys []string
	for _, c := range p.Contacts {
		keys = append(keys, c.ServesKey(), c.NoteKey(), c.KindKey(), c.CountryKey(), c.Hours.Key())
		for _, phone := range c.Phones {
			keys = append(keys, phone.LabelKey())
			for _, code := range phone.FreeFrom {
				keys = append(keys, CountryKey(code))
			}
		}
	}
	return keys
}

func (r Reflection) keys() []string {
	return slices.Concat(r.TextKeys(), r.FieldKeys(), r.OfficerKeys())
}

// Key is the key of the list's title.
func (l RightsList) Key() string { return "rights." + l.ID + ".title" }

// Key is the key of the right's text.
func (r Right) Key() string { return "right." + r.ID }

// NoteKey is the key of the remark for the officer, or empty.
func (r Right) NoteKey() string { return keyIf(r.Note, "officer.right."+r.ID+".note") }

// Key is the key of the part's text.
func (p Part) Key() string { return "consent." + p.ID + ".text" }

// Kept is the key of what is told about keeping where nothing is kept, and
// KeptLocked where answers are kept, encrypted. A language may lack the second:
// then nothing is kept of a talk in it.
const (
	Kept       = "consent.kept.text"
	KeptLocked = "consent.kept-locked.text"
)

// Key is the key of the question whether anything may be told.
func (r Referral) Key() string { return "consent.referral.text" }

// ItemKey is the key of the question about one item.
func (r Referral) ItemKey(item string) string { return "consent.referral." + item + ".text" }

// Key is the key of what must not be promised.
func (p Promise) Key() string { return "officer.promise." + strconv.Itoa(p.Number) }

// Key is the key of the duty's text.
func (d Duty) Key() string { return "officer.duty." + d.ID }

// Key is the key of what the switch means as it stands; its text has {date}.
func (s Switch) Key() string {
	if s.InForce {
		return "officer.switch." + s.ID + ".on"
	}
	return "officer.switch." + s.ID + ".off"
}

// Key is the key of how the basis is known.
func (b Basis) Key() string { return "officer.basis." + b.Confidence }

// ServesKey is the key of whom the contact serves.
func (c Contact) ServesKey() string {
	if c.ShowToPerson {
		return "contact." + c.ID + ".serves"
	}
	return "officer.contact." + c.ID + ".serves"
}

// NoteKey is the key of the remark for the officer, or empty.
func (c Contact) NoteKey() string { return keyIf(c.Note, "officer.contact."+c.ID+".note") }

// KindKey is the key of the kind of contact.
func (c Contact) KindKey() string { return "contact-kind." + c.Kind }

// CountryKey is the key of the name of the contact's country.
func (c Contact) CountryKey() string { return CountryKey(c.Country) }

// CountryKey is the key of the name of a country, by its code.
func CountryKey(code string) string { return "contact-country." + code }

// LabelKey is the key of what tells the number from others, or empty.
func (p Phone) LabelKey() string { return keyIf(p.Label != "", "phone-label."+p.Label) }

// Key is the key of the hours as a text, or empty where they are days and
// times.
func (h Hours) Key() string {
	switch {
	case h.Always:
		return "hours.always"
	case h.Text != "":
		return "hours." + h.Text
	case len(h.Week) > 0:
		return ""
	}
	return "hours.unknown"
}

// DayKey is the key of a weekday's name.
func DayKey(day time.Weekday) string { return "day." + days[day] }

// TextKeys are the keys of the paragraphs for the person, in order. The text
// of "month" has {date}, {time} and {end}.
func (r Reflection) TextKeys() []string { return prefixed("reflection.", r.Text) }

// FieldKeys are the keys of the lines to fill in, in order.
func (r Reflection) FieldKeys() []string { return prefixed("reflection.field.", r.Fields) }

// OfficerKeys are the keys of the remarks for the officer, in order.
func (r Reflection) OfficerKeys() []string { return prefixed("officer.reflection.", r.Officer) }

func keyIf(is bool, key string) string {
	if is {
		return key
	}
	return ""
}
