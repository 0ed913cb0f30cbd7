package report

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// Contacts is the list of who helps. Language and need change its order only.
type Contacts struct {
	Pack            *country.Pack
	Person, Officer *locale.Words
	Languages       []locale.Language
	// Language is the tag of the language that contacts should speak; empty for
	// that of Person.
	Language, Need string
	At             time.Time
	// Inside puts those first, among the contacts of the country, who come to
	// people in detention or take their calls.
	Inside bool
	// ForOfficer adds the contacts and remarks that are not for the person.
	ForOfficer bool
	// Paper is what it is set for, in HTML: A4 if empty, or A6.
	Paper Paper
	// Spoken leaves out contacts in other countries that do not speak the
	// language of Person: a paper that nobody can carry helps nobody.
	Spoken bool
}

// Write writes the list in the given format.
func (c Contacts) Write(w io.Writer, f Format, width int) error {
	if f == JSON {
		return writeJSON(w, c.json())
	}
	return c.page().write(w, f, width)
}

func (c Contacts) page() page {
	p := both{c.Person, c.Officer}.page("contacts.title", "leaflet")
	p.Paper = cmp.Or(c.Paper, A4)
	p.add(c.blocks(1)...)
	if c.Paper == A6 {
		headingsOnly(p.Blocks)
	}
	return p
}

// hotline is the contact whose telephone and page stand as codes: the first of
// the list that helps people who were exploited, and has a number.
func hotline(p *country.Pack, list []country.Contact) (country.Contact, bool) {
	return firstOf(p, list, "exploitation-help")
}

// firstOf is the first contact of a kind in this country that has a number.
func firstOf(p *country.Pack, list []country.Contact, kind string) (country.Contact, bool) {
	at := slices.IndexFunc(list, func(c country.Contact) bool {
		return c.Kind == kind && here(p, c) && len(c.Phones) > 0
	})
	if at < 0 {
		return country.Contact{}, false
	}
	return list[at], true
}

// phoneCode is a code that dials the first number of a contact (RFC 3966).
func phoneCode(c country.Contact) block {
	return code("tel:"+c.Phones[0].Number, written(c.Phones[0]))
}

// codes are the codes of the hotline: its telephone, and its page where it has one.
func codes(c country.Contact) block {
	list := []block{phoneCode(c)}
	if len(c.Web) > 0 {
		list = append(list, code(c.Web[0], bare(c.Web[0])))
	}
	return group("codes", list...)
}

// bare is an address as people write it, without its scheme.
func bare(address string) string {
	if _, after, ok := strings.Cut(address, "://"); ok {
		return after
	}
	return address
}

func (c Contacts) list() []country.Contact {
	language := c.Language
	if language == "" {
		language = c.Person.Language().Tag
	}
	list := c.Pack.ContactsFor(language, c.Need)
	if c.Inside {
		slices.SortStableFunc(list, func(a, b country.Contact) int { return c.outside(a) - c.outside(b) })
	}
	if !c.Spoken {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(contact country.Contact) bool {
		return !c.near(contact) && !slices.Contains(contact.Languages, c.Person.Language().Tag)
	})
}

// outside is 0 for who can be reached from detention, 1 for others in the
// country and 2 for the rest.
func (c Contacts) outside(contact country.Contact) int {
	switch {
	case !c.near(contact):
		return 2
	case contact.ReachableFromDetention:
		return 0
	}
	return 1
}

// near reports whether the contact is in this country and no office of another.
func (c Contacts) near(contact country.Contact) bool {
	return here(c.Pack, contact) && !contact.HomeAuthority
}

// blocks are the contacts under a heading of the given level: this country's,
// those elsewhere, and where wanted those for officers.
func (c Contacts) blocks(level int) []block {
	b := both{c.Person, c.Officer}
	blocks := []block{b.head(level, "contacts.title")}
	if level == 1 {
		blocks = append(blocks, c.unreviewed(b)...)
	}
	if c.undialled() {
		blocks = append(blocks, b.small("person.leaflet.not-dialled"))
	}
	var near, far []block
	for _, contact := range c.list() {
		if c.near(contact) {
			near = append(near, c.contact(b, contact, level+2))
		} else {
			far = append(far, c.contact(b, contact, level+2))
		}
	}
	blocks = append(blocks, b.head(level+1, "contacts.here"), group("columns", near...))
	if len(far) > 0 {
		blocks = append(blocks, b.head(level+1, "contacts.abroad"), group("columns", far...))
	}
	if c.ForOfficer && c.Officer != nil {
		blocks = append(blocks, c.forOfficers(level+1))
	}
	return blocks
}

func (c Contacts) forOfficers(level int) block {
	b := both{person: c.Officer}
	var list []block
	for _, contact := range c.Pack.ForOfficers() {
		list = append(list, c.contact(b, contact, level+1))
	}
	s := group("", head(level, c.Officer.Text("officer.report.contacts.officers")), group("columns", list...))
	s.Lang = sideOf(c.Officer)
	return s
}

// here reports whether the contact is in the pack's country.
func here(p *country.Pack, c country.Contact) bool {
	return c.Country == strings.ToUpper(p.Code) || c.Country == "EU"
}

// contact sets one contact, its name a heading of the given level. Numbers and
// addresses stand on lines of their own, and the numbers first: they must not
// be parted from the name by the end of a column.
func (c Contacts) contact(b both, contact country.Contact, level int) block {
	blocks := []block{{Kind: name, Level: level, Main: contact.Name}}
	for _, p := range contact.Phones {
		blocks = append(blocks, block{Kind: number, Main: c.phoneLabel(b.person, contact, p), Value: written(p)})
	}
	if contact.HomeAuthority {
		blocks = append(blocks, b.of(paragraph, "contacts.home-authority"))
	}
	if c.Paper != A6 { // whom they serve tells enough
		blocks = append(blocks, b.of(paragraph, contact.KindKey()))
	}
	blocks = append(blocks, b.of(paragraph, contact.ServesKey()))
	for _, a := range slices.Concat(contact.Email, contact.Web) {
		blocks = append(blocks, block{Kind: address, Value: bare(a)})
	}
	if first, ok := hotline(c.Pack, c.list()); ok && first.ID == contact.ID {
		blocks = append(blocks, codes(contact))
	}
	if contact.Address != "" {
		blocks = append(blocks, block{Kind: address, Value: contact.Address})
	}
	blocks = append(blocks, c.remarks(b.person, contact)...)
	if key := contact.NoteKey(); c.ForOfficer && c.Officer != nil && key != "" {
		blocks = append(blocks, note(c.Officer.Text(key)))
	}
	return group("contact", blocks...)
}

// remarks are languages, hours, how to reach them and how far all this can be
// relied on; in one paragraph where the paper is small.
func (c Contacts) remarks(w *locale.Words, contact country.Contact) []block {
	var texts []string
	for _, text := range []string{c.languages(w, contact), c.reachedAt(w, contact), c.access(w, contact), c.reliance(w, contact)} {
		if text != "" {
			texts = append(texts, text)
		}
	}
	if c.Paper == A6 {
		texts = []string{strings.Join(texts, between)}
	}
	var blocks []block
	for _, text := range texts {
		blocks = append(blocks, note(text))
	}
	return blocks
}

// selfNames are languages that contacts speak and in which the program has no
// words, or not yet, by their own names.
var selfNames = map[string]string{
	"ar": "العربية", "az": "azərbaycanca", "bg": "български", "cs": "čeština", "de": "Deutsch", "es": "español", "fa": "فارسی",
	"fil": "Filipino", "fr": "français", "hu": "magyar", "hy": "հայերեն", "ka": "ქართული", "mn": "монгол", "pl": "polski",
	"ro": "română", "ru": "русский", "sk": "slovenčina", "sr": "srpski", "tr": "Türkçe", "uk": "українська", "vi": "Tiếng Việt",
}

// languages lists the languages by their own names; tags whose name nobody gave
// stay tags.
func (c Contacts) languages(w *locale.Words, contact country.Contact) string {
	if len(contact.Languages) == 0 {
		return ""
	}
	names := make([]string, len(contact.Languages))
	for i, tag := range contact.Languages {
		names[i] = tag
		if at := slices.IndexFunc(c.Languages, func(l locale.Language) bool { return l.Tag == tag }); at >= 0 {
			names[i] = c.Languages[at].Name
		} else if name, ok := selfNames[tag]; ok {
			names[i] = name
		}
	}
	return w.Text("contacts.languages") + ": " + strings.Join(names, between)
}

// access says how to reach them: by appointment, from detention.
func (c Contacts) access(w *locale.Words, contact country.Contact) string {
	var parts []string
	if contact.Hours.ByAppointment {
		parts = append(parts, w.Text("contacts.by-appointment"))
	}
	if contact.ReachableFromDetention {
		parts = append(parts, w.Text("contacts.reachable-from-detention"))
	}
	return strings.Join(parts, " ")
}

// phoneLabel says what a number is for, whether it costs, and from where it works.
func (c Contacts) phoneLabel(w *locale.Words, contact country.Contact, p country.Phone) string {
	var parts []string
	if key := p.LabelKey(); key != "" {
		parts = append(parts, w.Text(key))
	}
	if p.Free {
		parts = append(parts, c.free(w, p))
	}
	switch {
	case !p.FromAbroad:
		parts = append(parts, w.Text("phone.inside", "country", w.Text(contact.CountryKey())))
	case here(c.Pack, contact):
		parts = append(parts, w.Text("phone.from-abroad"))
	}
	return strings.Join(parts, between)
}

// free says from where the call costs nothing. A number that works in this
// country only, and is free there, needs no country; any other does, since it
// may cost money where the person is.
func (c Contacts) free(w *locale.Words, p country.Phone) string {
	text := w.Text("phone.free")
	if !p.FromAbroad && slices.Contains(p.FreeFrom, strings.ToUpper(c.Pack.Code)) {
		return text
	}
	var names []string
	for _, code := range p.FreeFrom {
		names = append(names, w.Text(country.CountryKey(code)))
	}
	return text + ": " + strings.Join(names, between)
}

// between stands between parts of a line in every language: commas and semicolons
// differ from script to script.
const between = " · "

// hours gives opening hours; with a time also whether somebody is there now.
func (c Contacts) hours(w *locale.Words, h country.Hours) string {
	var parts []string
	if now := openNow(w, h, c.At); now != "" {
		parts = append(parts, now)
	}
	if key := h.Key(); key != "" {
		parts = append(parts, w.Text(key))
	}
	for _, s := range h.Week {
		parts = append(parts, days(w, s.Days)+" "+minutes(s.From)+"–"+minutes(s.To))
	}
	if len(h.UnknownDays) > 0 {
		parts = append(parts, days(w, h.UnknownDays)+": "+w.Text("hours.unknown"))
	}
	text := strings.Join(parts, between)
	if h.Uncertain {
		text += " (" + w.Text("contacts.uncertain") + ")"
	}
	return text
}

// reachedAt are the hours of a contact. That they are not known is worth a line
// only where there is a number to call.
func (c Contacts) reachedAt(w *locale.Words, contact country.Contact) string {
	if contact.Hours.Key() == "hours.unknown" && len(contact.Phones) == 0 {
		return ""
	}
	return c.hours(w, contact.Hours)
}

func openNow(w *locale.Words, h country.Hours, at time.Time) string {
	open, next, known := h.Open(at)
	switch {
	case at.IsZero():
	case known && open:
		return w.Text("contacts.open-now")
	case known && !next.IsZero():
		return w.Text("contacts.closed-until", "day", w.Text(country.DayKey(next.Weekday())), "time", clock(next))
	}
	return ""
}

func days(w *locale.Words, list []time.Weekday) string {
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = w.Text(country.DayKey(d))
	}
	return strings.Join(names, " / ")
}

func minutes(n int) string {
	return time.Date(2000, 1, 1, 0, n, 0, 0, time.UTC).Format("15:04")
}

// undialled reports whether nobody has tried any number of the list. Then it is
// said once above it, not forty times.
func (c Contacts) undialled() bool {
	return !slices.ContainsFunc(c.list(), country.Contact.Dialled)
}

// reliance says how far a contact can be relied on: whether anybody has tried
// it, how old it is, how sure.
func (c Contacts) reliance(w *locale.Words, contact country.Contact) string {
	var parts []string
	since := contact.AsOf
	switch {
	case contact.Dialled():
		since = contact.Verified
	case len(contact.Phones) > 0 && !c.undialled():
		parts = append(parts, w.Text("contacts.not-dialled"))
	}
	if since == "" {
		parts = append(parts, w.Text("contacts.not-checked"))
	} else {
		parts = append(parts, w.Text("contacts.not-checked-since", "date", dateOf(since)))
	}
	if contact.Confidence == "low" {
		parts = append(parts, w.Text("contacts.uncertain"))
	}
	return strings.Join(parts, " ")
}

// written groups the digits of a number as its owner does, or in threes where a
// number of Czech or European form has no grouping of its own.
func written(p country.Phone) string {
	if p.Written != "" {
		if front, ok := strings.CutSuffix(p.Number, digits(p.Written)); ok && front != "" {
			return front + " " + p.Written
		}
		return p.Written
	}
	front, rest := "", p.Number
	if after, ok := strings.CutPrefix(rest, "+420"); ok {
		front, rest = "+420 ", after
	}
	if strings.HasPrefix(rest, "+") || len(rest)%3 != 0 {
		return front + rest
	}
	var groups []string
	for ; rest != ""; rest = rest[3:] {
		groups = append(groups, rest[:3])
	}
	return front + strings.Join(groups, " ")
}

// digits are the digits of a number, and its plus sign.
func digits(number string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || ('0' <= r && r <= '9') {
			return r
		}
		return -1
	}, number)
}

// atOnce are whom an officer needs ready before a talk.
var atOnce = []string{"emergency", "police", "child-protection", "exploitation-help"}

// stationLines are the lines of a station file, in the order of their use.
var stationLines = []string{"interpreter", "specialist", "child-protection"}

// Numbers are the numbers an officer needs ready, one a line: first those that
// only the station knows.
func Numbers(w *locale.Words, p *country.Pack, station country.Station) []string {
	var out []string
	for _, name := range stationLines {
		if blocks := stationBlocks(w, station, name); len(blocks) > 0 {
			out = append(out, blocks[0].labelled(blocks[0].Value)+" ("+w.Text("officer.station.local")+")")
		}
	}
	for _, c := range p.Contacts {
		if !slices.Contains(atOnce, c.Kind) || len(c.Phones) == 0 || !here(p, c) {
			continue
		}
		out = append(out, numbersOf(w, c))
	}
	return out
}

// numbersOf is a contact with those of its numbers that its name does not say.
func numbersOf(w *locale.Words, c country.Contact) string {
	var numbers []string
	for _, n := range c.Phones {
		if number := written(n); c.Name == number {
			return number + " (" + w.Text(c.KindKey()) + ")"
		} else if !slices.Contains(strings.FieldsFunc(c.Name, notDigit), number) {
			numbers = append(numbers, number)
		}
	}
	if len(numbers) == 0 {
		return c.Name
	}
	return c.Name + ": " + strings.Join(numbers, ", ")
}

func notDigit(r rune) bool { return r < '0' || r > '9' }
