package country

import (
	"fmt"
	"regexp"

	"cesta/internal/strict"
)

// The tables below describe the files of a pack, one function a kind of
// mapping. They drive the decoder, its messages and the schemas.

// head is what stands on top of each file; its items inherit it.
func (r *Review) head() []strict.Field {
	return []strict.Field{
		strict.Req("state", state(&r.State), "draft, reviewed or approved"),
		strict.Req("checked", strict.Date(&r.Checked), "the day somebody last looked at all of it"),
		strict.Req("review-by", strict.Line(&r.ReviewBy), "who must review it, or has"),
	}
}

// own are the same keys in an item, where it differs from its file.
func (r *Review) own() []strict.Field {
	return []strict.Field{
		strict.Opt("state", state(&r.State), "draft, reviewed or approved, if not as the file"),
		strict.Opt("checked", strict.Date(&r.Checked), "the day somebody last looked at it, if not as the file"),
		strict.Opt("review-by", strict.Line(&r.ReviewBy), "who must review it, or has, if not as the file"),
	}
}

func state(dst *string) strict.Value { return strict.Enum(dst, "draft", "reviewed", "approved") }

// oneOf makes elements that are one of some words.
func oneOf(words []string) func(*string) strict.Value {
	return func(dst *string) strict.Value { return strict.Enum(dst, words...) }
}

// matching reads a line that must match, or says what it must look like.
func matching(dst *string, form *regexp.Regexp, what, hint string) strict.Value {
	return strict.Checked(strict.Line(dst), func(n strict.Node) {
		if !form.MatchString(*dst) {
			n.Fail(fmt.Sprintf("%q is not %s", *dst, what), hint)
		}
	})
}

func (p *Pack) table() strict.Value {
	fields := []strict.Field{
		strict.Req("code", strict.ID(&p.Code), "the code of the country, the same as the folder's name"),
		strict.Req("name", strict.Line(&p.Name), "the country's own name"),
		strict.Req("time-zone", timeZone(&p.TimeZone), "the zone in which hours are meant, such as Europe/Prague"),
		strict.Opt("switches", strict.List(&p.Switches, switchTable), "acts that are not finished"),
		strict.Opt("sources", p.sourceTable(), "where legal bases come from: key, colon, place"),
	}
	return strict.Object(nil, append(fields, p.Review.head()...)...)
}

var zonePattern = regexp.MustCompile(`^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_]+)+$`)

// timeZone checks the form only: whether this machine knows the zone must not
// decide whether a pack can be loaded.
func timeZone(dst *string) strict.Value {
	return matching(dst, zonePattern, "a time zone", "write an IANA name such as Europe/Prague")
}

// sourceTable reads the mapping of sources, whose keys are data.
func (p *Pack) sourceTable() strict.Value {
	var entries []strict.Entry[string]
	return strict.Checked(strict.Map(&entries, strict.Line, strict.Line), func(strict.Node) {
		p.Sources = map[string]string{}
		for _, e := range entries {
			p.Sources[e.Key] = e.Val
		}
	})
}

func switchTable(s *Switch) strict.Value {
	return strict.Object(&s.Pos,
		strict.Req("id", strict.ID(&s.ID), "the id of the switch"),
		strict.Req("state", strict.Enum(&s.State, "bill", "act"), "bill or act"),
		strict.Req("in-force", strict.Bool(&s.InForce), "true from the day it is law in force"),
		strict.Req("as-of", strict.Date(&s.AsOf), "the day of the news"),
		strict.Req("source", strict.Line(&s.Source), "where the news stood, a key of sources"),
	)
}

func basisTable(b *Basis) strict.Value {
	return strict.Object(&b.Pos,
		strict.Req("text", strict.Line(&b.Text), "the citation, such as 45/2013 Sb. § 12"),
		strict.Req("confidence", strict.Enum(&b.Confidence, Confidences...), "how it is known"),
		strict.Opt("source", strict.Line(&b.Source), "where it was found, a key of sources in country.yaml"),
	)
}

func basis(dst *[]Basis) strict.Field {
	return strict.Req("basis", strict.List(dst, basisTable), "the grounds it stands on")
}

// file is a file with a head and a body; the items of the body inherit from
// the head what they do not say themselves.
func file(head *Review, items func() []*Review, body ...strict.Field) strict.Value {
	return strict.Checked(strict.Object(nil, append(head.head(), body...)...), func(strict.Node) {
		for _, item := range items() {
			item.inherit(*head)
		}
	})
}

// reviews collects what inherits from a list of items.
func reviews[T any](items []T, of func(*T) *Review) []*Review {
	all := make([]*Review, len(items))
	for i := range items {
		all[i] = of(&items[i])
	}
	return all
}

func (p *Pack) rightsTable() strict.Value {
	return file(new(Review), func() []*Review {
		var all []*Review
		for _, l := range p.Lists {
			all = append(all, reviews(l.Rights, func(r *Right) *Review { return &r.Review })...)
		}
		return all
	}, strict.Req("lists", strict.List(&p.Lists, listTable), "the lists of the leaflet"))
}

func listTable(l *RightsList) strict.Value {
	return strict.Object(&l.Pos,
		strict.Req("id", strict.ID(&l.ID), "the id of the list"),
		// Levels are not among the words: what is told never hangs on a result.
		strict.Opt("first-for", strict.List(&l.FirstFor, oneOf(append([]string{"child"}, Situations...))), "situations that move the list to the front"),
		strict.Req("rights", strict.List(&l.Rights, rightTable), "the rights"),
	)
}

var rightID = regexp.MustCompile(`^[A-Z]{3}-[0-9]{2}$`)

func rightTable(r *Right) strict.Value {
	fields := []strict.Field{
		strict.Req("id", matching(&r.ID, rightID, "the id of a right", "write three capitals, a hyphen and two digits, such as ALL-01"), "the id, such as ALL-01; it never changes"),
		strict.Opt("while", strict.Object(nil,
			strict.Req("switch", strict.ID(&r.Switch), "a switch in country.yaml"),
			strict.Req("in-force", strict.Bool(&r.SwitchOn), "how the switch must stand"),
		), "a switch on which the right hangs"),
		strict.Opt("instead-of", strict.Line(&r.InsteadOf), "the right whose place it takes when the switch turns"),
		strict.Opt("note", strict.Bool(&r.Note), "true if the words hold a remark for the officer"),
		basis(&r.Basis),
	}
	return strict.Object(&r.Pos, append(fields, r.Review.own()...)...)
}

func (p *Pack) informationTable() strict.Value {
	return file(new(Review), func() []*Review {
		return reviews(p.Parts, func(q *Part) *Review { return &q.Review })
	},
		strict.Req("parts", strict.List(&p.Parts, partTable), "what is told and asked, in order"),
		strict.Req("referral", strict.Object(nil,
			strict.Req("from", strict.Line(&p.Referral.From), "the text it was made from"),
			strict.Req("items", strict.IDs(&p.Referral.Items), "what may be told, each by its own yes"),
			basis(&p.Referral.Basis),
		), "what an organisation may be told"),
	)
}

func partTable(p *Part) strict.Value {
	fields := []strict.Field{
		strict.Req("id", strict.ID(&p.ID), "the id of the part"),
		strict.Req("kind", strict.Enum(&p.Kind, Information, Consent), "information or consent"),
		strict.Req("for", strict.Enum(&p.For, "police", "ngo"), "who asks"),
		strict.Req("from", strict.Line(&p.From), "the text it was made from"),
		basis(&p.Basis),
	}
	return strict.Object(&p.Pos, append(fields, p.Review.own()...)...)
}

func (p *Pack) promisesTable() strict.Value {
	return file(new(Review), func() []*Review {
		return reviews(p.Promises, func(m *Promise) *Review { return &m.Review })
	}, strict.Req("promises", strict.List(&p.Promises, promiseTable), "what must not be promised"))
}

func promiseTable(m *Promise) strict.Value {
	fields := []strict.Field{strict.Req("number", strict.Int(&m.Number, 1, 99), "its number, from 1"), basis(&m.Basis)}
	return strict.Object(&m.Pos, append(fields, m.Review.own()...)...)
}

func (p *Pack) dutiesTable() strict.Value {
	return file(new(Review), func() []*Review {
		return reviews(p.Duties, func(d *Duty) *Review { return &d.Review })
	}, strict.Req("duties", strict.List(&p.Duties, dutyTable), "the duties, in the order of each phase"))
}

func dutyTable(d *Duty) strict.Value {
	fields := []strict.Field{
		strict.Req("id", strict.ID(&d.ID), "the id of the duty"),
		strict.Opt("when", strict.Object(nil,
			strict.Opt("level", strict.List(&d.When.Level, oneOf(Levels)), "at one of these levels"),
			strict.Opt("mark", strict.List(&d.When.Mark, oneOf(Marks)), "with one of these marks"),
			strict.Opt("situation", strict.List(&d.When.Situation, oneOf(Situations)), "if one of these is so"),
			strict.Opt("not-mark", strict.List(&d.When.NotMark, oneOf(Marks)), "with none of these marks"),
			strict.Opt("not-situation", strict.List(&d.When.NotSituation, oneOf(Situations)), "if none of these is so"),
		), "when it applies; without it, always"),
		strict.Req("phase", strict.Enum(&d.Phase, Phases...), "now, then or never"),
		strict.Opt("station", strict.Enum(&d.Station, StationLines...), "the line of the station file that names whom to call"),
		strict.Opt("contacts", strict.IDs(&d.Contacts), "contacts it speaks of"),
		basis(&d.Basis),
	}
	return strict.Object(&d.Pos, append(fields, d.Review.own()...)...)
}

func (p *Pack) reflectionTable() strict.Value {
	r := &p.Reflection
	fields := []strict.Field{
		strict.Req("months", strict.Int(&r.Months, 1, 12), "the length of the period"),
		strict.Opt("not-for", strict.List(&r.NotFor, oneOf(Situations)), "situations in which there is no such period"),
		strict.Req("text", strict.IDs(&r.Text), "the paragraphs for the person"),
		strict.Req("fields", strict.IDs(&r.Fields), "the lines to fill in"),
		strict.Req("officer", strict.IDs(&r.Officer), "the remarks for the officer"),
		basis(&r.Basis),
	}
	return strict.Object(nil, append(fields, r.Review.head()...)...)
}
