package report

import (
	"encoding/json"
	"io"

	"cesta/internal/country"
)

// writeJSON writes one object, indented for a reader.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

type leafletJSON struct {
	Schema   string        `json:"schema"`
	Country  string        `json:"country"`
	Language string        `json:"language"`
	Checked  string        `json:"checked"`
	Draft    bool          `json:"draft"`
	Header   string        `json:"header"`
	Lists    []listJSON    `json:"lists"`
	Contacts []contactJSON `json:"contacts"`
}

type listJSON struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	Rights []rightJSON `json:"rights"`
}

type rightJSON struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type contactsJSON struct {
	Schema   string        `json:"schema"`
	Country  string        `json:"country"`
	Language string        `json:"language"`
	Contacts []contactJSON `json:"contacts"`
}

type contactJSON struct {
	ID            string      `json:"id"`
	Country       string      `json:"country"`
	Name          string      `json:"name"`
	Kind          string      `json:"kind"`
	Serves        string      `json:"serves"`
	Languages     []string    `json:"languages"`
	Phones        []phoneJSON `json:"phones"`
	Email         []string    `json:"email"`
	Web           []string    `json:"web"`
	Address       string      `json:"address"`
	Hours         string      `json:"hours"`
	Needs         []string    `json:"needs"`
	Source        string      `json:"source"`
	AsOf          string      `json:"asOf"`
	Confidence    string      `json:"confidence"`
	Verified      string      `json:"verified"`
	ForPerson     bool        `json:"forPerson"`
	HomeAuthority bool        `json:"homeAuthority"`
}

type phoneJSON struct {
	Number     string   `json:"number"`
	Label      string   `json:"label"`
	FromAbroad bool     `json:"fromAbroad"`
	Free       bool     `json:"free"`
	FreeFrom   []string `json:"freeFrom"`
}

func (l Leaflet) json() leafletJSON {
	c := Contacts{Pack: l.Pack, Person: l.Person, Need: l.Need, At: l.At, Spoken: true, Inside: l.inside()}.json()
	out := leafletJSON{
		Schema: "cesta.rights/1", Country: c.Country, Language: c.Language, Checked: l.Pack.Checked, Draft: l.draft(),
		Header: l.Person.Text("rights.header", "date", dateOf(l.Pack.Checked)), Contacts: c.Contacts,
	}
	for _, list := range l.lists() {
		j := listJSON{ID: list.ID, Title: l.Person.Text(list.Key())}
		for _, r := range list.Rights {
			j.Rights = append(j.Rights, rightJSON{r.ID, l.Person.Text(r.Key())})
		}
		out.Lists = append(out.Lists, j)
	}
	return out
}

func (c Contacts) json() contactsJSON {
	out := contactsJSON{Schema: "cesta.contacts/1", Country: c.Pack.Code, Language: c.Person.Language().Tag, Contacts: []contactJSON{}}
	for _, contact := range c.list() {
		out.Contacts = append(out.Contacts, c.contactJSON(contact))
	}
	if c.ForOfficer && c.Officer != nil {
		forOfficers := c
		forOfficers.Person = c.Officer
		for _, contact := range c.Pack.ForOfficers() {
			out.Contacts = append(out.Contacts, forOfficers.contactJSON(contact))
		}
	}
	return out
}

func (c Contacts) contactJSON(k country.Contact) contactJSON {
	out := contactJSON{
		ID: k.ID, Country: k.Country, Name: k.Name, Kind: k.Kind, Serves: c.Person.Text(k.ServesKey()),
		Languages: list(k.Languages), Phones: []phoneJSON{}, Email: list(k.Email), Web: list(k.Web), Address: k.Address,
		Hours: c.hours(c.Person, k.Hours), Needs: list(k.Needs), Source: k.Source, AsOf: k.AsOf, Confidence: k.Confidence,
		Verified: k.Verified, ForPerson: k.ShowToPerson, HomeAuthority: k.HomeAuthority,
	}
	for _, p := range k.Phones {
		out.Phones = append(out.Phones, phoneJSON{p.Number, p.Label, p.FromAbroad, p.Free, list(p.FreeFrom)})
	}
	return out
}

// list makes nothing an empty list, which is easier to read than null.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
