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

type contactsOptions struct {
	tag                           string // of the paper for the person; empty for the officer's list
	language, need, format, paper string
	to                            destination
}

func newContactsCommand(p *program) *cobra.Command {
	var o contactsOptions
	c := p.command("contacts", "contacts [LANGUAGE]")
	c.Flags().StringVar(&o.language, "language", "", p.text("flag.contacts.language"))
	words(c.Flags(), &o.need, "need", p.text("flag.need"), country.Needs...)
	p.formatFlag(c.Flags(), &o.format, report.Text, report.HTML, report.JSON)
	o.paper = string(report.A4)
	words(c.Flags(), &o.paper, "paper", p.text("flag.contacts.paper"), string(report.A4), string(report.A6))
	p.destinationFlags(c.Flags(), &o.to)
	c.Args = p.atMostOne
	c.ValidArgsFunction = p.completeLanguage
	c.RunE = p.run(func(_ context.Context, args []string) error {
		if len(args) > 0 {
			o.tag = args[0]
		}
		return p.contacts(o)
	})
	return c
}

// contacts prints who helps: the officer's own list, or a paper for the person
// in the language that is named. Language and need change the order and leave
// nobody out.
func (p *program) contacts(o contactsOptions) error {
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	if err := p.checkSpoken(o.language, c.pack); err != nil {
		return err
	}
	var now time.Time // none on paper, which what is for the person always is
	if o.format == string(report.Text) && o.tag == "" {
		if now, err = p.now(c.pack); err != nil {
			return err
		}
	}
	list := report.Contacts{
		Pack: c.pack, Person: c.officer, Officer: c.officer, Languages: p.library.Languages(),
		Language: o.language, Need: o.need, At: now, Paper: report.Paper(o.paper), ForOfficer: o.tag == "",
	}
	if o.tag != "" {
		if list.Person, err = p.leafletWords(o.tag, c.pack); err != nil {
			return err
		}
	}
	return p.writeTo(o.to, func(w io.Writer) error { return list.Write(w, report.Format(o.format), p.outWidth()) })
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
