package cli

import (
	"context"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"cesta/internal/country"
	"cesta/internal/report"
)

type contactsOptions struct{ language, need, format string }

func newContactsCommand(p *program) *cobra.Command {
	var o contactsOptions
	c := p.command("contacts", "contacts")
	c.Flags().StringVar(&o.language, "language", "", p.text("flag.contacts.language"))
	words(c.Flags(), &o.need, "need", p.text("flag.need"), country.Needs...)
	p.formatFlag(c.Flags(), &o.format, report.Text, report.HTML, report.JSON)
	c.RunE = p.run(func(context.Context, []string) error { return p.contacts(o) })
	return c
}

// contacts prints who helps, in the officer's language. The person's language
// and need change the order and leave nobody out.
func (p *program) contacts(o contactsOptions) error {
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	if err := p.checkSpoken(o.language, c.pack); err != nil {
		return err
	}
	var now time.Time // none on paper
	if o.format == string(report.Text) {
		if now, err = p.now(c.pack); err != nil {
			return err
		}
	}
	list := report.Contacts{
		Pack: c.pack, Person: c.officer, Officer: c.officer, Languages: p.library.Languages(),
		Language: o.language, Need: o.need, At: now, ForOfficer: true,
	}
	return p.output("", func(w io.Writer) error { return list.Write(w, report.Format(o.format), p.outWidth()) })
}

// checkSpoken refuses a language that nobody here speaks and the program does
// not know either: it would change no order.
func (p *program) checkSpoken(tag string, pack *country.Pack) error {
	if tag == "" || slices.ContainsFunc(pack.Contacts, func(c country.Contact) bool { return c.Speaks(tag) }) {
		return nil
	}
	_, err := p.language(tag)
	return err
}

// now is the time in the country, for opening hours.
func (p *program) now(pack *country.Pack) (time.Time, error) {
	zone, err := time.LoadLocation(pack.TimeZone)
	if err != nil {
		return time.Time{}, err
	}
	return p.env.Now().In(zone), nil
}
