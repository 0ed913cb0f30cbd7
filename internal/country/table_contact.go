package country

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"cesta/internal/strict"
)

func (p *Pack) contactsTable() strict.Value {
	return file(new(Review), func() []*Review {
		return reviews(p.Contacts, func(c *Contact) *Review { return &c.Review })
	}, strict.Req("contacts", strict.List(&p.Contacts, contactTable), "who helps, in the order of the leaflet"))
}

var (
	countryCode  = regexp.MustCompile(`^[A-Z]{2,3}$`)
	languageTag  = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	emailAddress = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[a-z]+$`)
	webAddress   = regexp.MustCompile(`^https://[a-z0-9.-]+(/\S*)?$`)
)

func countryValue(dst *string) strict.Value {
	return matching(dst, countryCode, "the code of a country", "write it in capitals, such as CZ; EU or INT for several")
}

func tag(dst *string) strict.Value {
	return matching(dst, languageTag, "a language", "write its BCP 47 tag, such as uk")
}

func email(dst *string) strict.Value {
	return matching(dst, emailAddress, "an e-mail address", "write name@example.org and nothing else")
}

func web(dst *string) strict.Value {
	return matching(dst, webAddress, "a web address", "write https:// and the address, without remarks")
}

func contactTable(c *Contact) strict.Value {
	fields := []strict.Field{
		strict.Req("id", strict.ID(&c.ID), "the id of the contact"),
		strict.Req("country", countryValue(&c.Country), "where it is"),
		strict.Req("name", strict.Line(&c.Name), "what they call themselves"),
		strict.Req("kind", strict.Enum(&c.Kind, ContactKinds...), "what they are"),
		strict.Req("languages", strict.List(&c.Languages, tag), "the languages spoken there"),
		strict.Opt("phones", strict.List(&c.Phones, phoneTable), "the numbers"),
		strict.Opt("email", strict.List(&c.Email, email), "e-mail addresses"),
		strict.Opt("web", strict.List(&c.Web, web), "web addresses"),
		strict.Opt("address", strict.Line(&c.Address), "street and town"),
		strict.Opt("hours", hoursTable(&c.Hours), "when they are open; left out if unknown"),
		strict.Opt("needs", strict.List(&c.Needs, oneOf(Needs)), "what they can help with"),
		strict.Req("source", strict.Line(&c.Source), "where all this comes from"),
		strict.Opt("as-of", strict.Date(&c.AsOf), "the latest day there is evidence for; left out if unknown"),
		strict.Req("confidence", strict.Enum(&c.Confidence, "high", "medium", "low"), "high, medium or low"),
		strict.Req("verified", verified(&c.Verified), "the day somebody dialled it, or never"),
		strict.Req("show-to-person", strict.Bool(&c.ShowToPerson), "false: for officers only"),
		strict.Opt("home-authority", strict.Bool(&c.HomeAuthority), "true: an office of a State the person may fear"),
		strict.Opt("reachable-from-detention", strict.Bool(&c.ReachableFromDetention), "true: they help people in detention"),
		strict.Opt("note", strict.Bool(&c.Note), "true if the words hold a remark for the officer"),
	}
	return strict.Object(&c.Pos, append(fields, c.Review.own()...)...)
}

// verified takes a day or "never": an absent key could mean either.
func verified(dst *string) strict.Value {
	return strict.Checked(strict.Line(dst), func(n strict.Node) {
		if *dst != "never" && !strict.IsDate(*dst) {
			n.Fail(fmt.Sprintf("%q is not a day", *dst), "write never, or the day in quotes, such as \"2026-11-23\"")
		}
	})
}

var phonePattern = regexp.MustCompile(`^(\+[1-9][0-9]{6,14}|[0-9]{3,11})$`)

func phoneTable(p *Phone) strict.Value {
	return strict.Checked(strict.Object(&p.Pos,
		strict.Req("number", matching(&p.Number, phonePattern, "a telephone number", "write digits only, with + in front of an international number"), "digits, in quotes"),
		strict.Opt("written", strict.Line(&p.Written), "the grouping its owner uses"),
		strict.Opt("label", strict.ID(&p.Label), "what tells it from the other numbers"),
		strict.Req("works-from-abroad", strict.Bool(&p.FromAbroad), "whether it works outside the contact's country"),
		strict.Opt("free-from", strict.List(&p.FreeFrom, countryValue), "countries from which the call is free"),
		strict.Req("confidence", strict.Enum(&p.Confidence, "high", "medium", "low"), "high or medium"),
	), p.check)
}

func (p *Phone) check(n strict.Node) {
	p.Free = len(p.FreeFrom) > 0
	if p.Confidence == "low" {
		n.Fail(fmt.Sprintf("the number %s has confidence low", p.Number), "remove it; a wrong number is worse than none")
	}
	if p.Written != "" && !strings.HasSuffix(p.Number, strings.ReplaceAll(p.Written, " ", "")) {
		n.Fail(fmt.Sprintf("%q is not the number %s", p.Written, p.Number), "write the same digits, grouped by spaces")
	}
}

func hoursTable(h *Hours) strict.Value {
	return strict.Checked(strict.Object(&h.Pos,
		strict.Opt("always", strict.Bool(&h.Always), "true for day and night"),
		strict.Opt("text", strict.ID(&h.Text), "a text, if the hours are no data"),
		strict.Opt("week", strict.List(&h.Week, spanTable), "days and times"),
		strict.Opt("unknown-days", strict.List(&h.UnknownDays, day), "days the source says nothing about"),
		strict.Opt("by-appointment", strict.Bool(&h.ByAppointment), "true if one must ask for a time"),
		strict.Opt("uncertain", strict.Bool(&h.Uncertain), "true if from memory or an old page"),
	), h.check)
}

func (h *Hours) check(n strict.Node) {
	given := 0
	for _, is := range []bool{h.Always, h.Text != "", len(h.Week) > 0} {
		given += 1 - rank(is)
	}
	if given != 1 {
		n.Fail(fmt.Sprintf("the hours are given in %d ways", given), "write exactly one of always, text, week")
	}
	for _, s := range h.Week {
		for _, d := range s.Days {
			if slices.Contains(h.UnknownDays, d) {
				n.Fail(days[d]+" is both known and unknown", "remove it from one of the two")
			}
		}
	}
}

func spanTable(s *Span) strict.Value {
	return strict.Checked(strict.Object(&s.Pos,
		strict.Req("days", strict.List(&s.Days, day), "weekdays, such as mon"),
		strict.Req("from", clock(&s.From), "the opening, such as 10:00"),
		strict.Req("to", clock(&s.To), "the closing, at the latest 24:00"),
	), func(n strict.Node) {
		if s.From >= s.To {
			n.Fail("the closing is not after the opening", "part a night at midnight into two")
		}
	})
}

func day(dst *time.Weekday) strict.Value {
	var name string
	return strict.Checked(strict.Enum(&name, days...), func(strict.Node) { *dst = time.Weekday(slices.Index(days, name)) })
}

var clockPattern = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$`)

func clock(dst *int) strict.Value {
	var text string
	return strict.Checked(matching(&text, clockPattern, "a time of day", "write it as 08:30"), func(strict.Node) {
		*dst = minutes(text)
	})
}

// minutes turns 08:30, which clockPattern has passed, into minutes.
func minutes(text string) int {
	digit := func(i int) int { return int(text[i] - '0') }
	return (digit(0)*10+digit(1))*60 + digit(3)*10 + digit(4)
}
