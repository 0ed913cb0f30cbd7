package cli

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/country"
	"cesta/internal/locale"
	"cesta/internal/report"
)

type rightsOptions struct {
	tag           string
	first         []string // lists that come first
	need          string
	format, paper string
	to            destination
}

// rightsLists are the words of --for: the ids of the lists that may come first.
var rightsLists = []string{"everyone", "presumed-victim", "child", "detention", "asylum"}

func newRightsCommand(p *program) *cobra.Command {
	var o rightsOptions
	c := p.command("rights", "rights LANGUAGE")
	flags := c.Flags()
	flags.Var(&wordValue{list: &o.first, allowed: rightsLists}, "for", p.text("flag.for"))
	words(flags, &o.need, "need", p.text("flag.need"), country.Needs...)
	p.formatFlag(flags, &o.format, report.Text, report.HTML, report.JSON)
	o.paper = string(report.A4)
	words(flags, &o.paper, "paper", p.text("flag.paper"), string(report.A4), string(report.A6), string(report.Card))
	p.destinationFlags(flags, &o.to)
	c.Args = p.exactlyOne("LANGUAGE")
	c.ValidArgsFunction = p.completeLanguage
	c.RunE = p.run(func(_ context.Context, args []string) error {
		o.tag = args[0]
		return p.rights(o)
	})
	return c
}

// completeLanguage completes the tag of a language.
func (p *program) completeLanguage(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return p.library.Tags(locale.Interface), cobra.ShellCompDirectiveNoFileComp
}

func (p *program) rights(o rightsOptions) error {
	card := report.Paper(o.paper) == report.Card
	if card && o.format == string(report.JSON) {
		return p.fail(exitUsage, "flags-apart", "one", "--format json", "other", "--paper card")
	}
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	w, err := p.leafletWords(o.tag, c.pack)
	if err != nil {
		return err
	}
	if o.format == string(report.Text) && o.to.file == "" && p.env.terminal(p.env.Out) {
		p.warnDrawing(w.Language())
	}
	leaflet := c.leaflet(p, w)
	leaflet.First, leaflet.Need, leaflet.Paper = o.first, o.need, report.Paper(o.paper)
	write := leaflet.Write
	if card {
		write = leaflet.Card
	}
	return p.writeTo(o.to, func(out io.Writer) error { return write(out, report.Format(o.format), p.outWidth()) })
}

// leaflet is the leaflet that anybody gets.
func (c content) leaflet(p *program, w *locale.Words) report.Leaflet {
	return report.Leaflet{Pack: c.pack, Person: w, Officer: c.officer, Languages: p.library.Languages()}
}

// leafletWords gives the words of a leaflet in exactly the language that was
// named. There is no other language to fall back to.
func (p *program) leafletWords(tag string, pack *country.Pack) (*locale.Words, error) {
	l, err := p.language(tag)
	if err != nil {
		return nil, err
	}
	w, err := p.library.Words(tag, countryBundle(pack))
	if err != nil {
		return nil, p.contentFailure("words", err)
	}
	if missing := missingForLeaflet(w, pack.Keys()); len(missing) > 0 {
		return nil, p.incomplete("leaflet-incomplete", l, missing)
	}
	return w, nil
}

// language finds a language by its exact tag.
func (p *program) language(tag string) (locale.Language, error) {
	l, ok := p.library.Language(tag)
	if !ok {
		return l, p.fail(exitUsage, "unknown-language", "language", quote(tag), "languages", p.known(tag))
	}
	return l, nil
}

// known lists the tags of the languages that have such a name, or else of all:
// whoever writes ukrainian is looking for uk. It looks at names alone and never
// takes the code of a country for a language.
func (p *program) known(piece string) string {
	var named []string
	for _, l := range p.library.Languages() {
		is := func(name string) bool { return strings.HasPrefix(locale.Fold(name), locale.Fold(piece)) }
		if strings.EqualFold(piece, l.Tag) || len(piece) > 2 && slices.ContainsFunc([]string{l.Name, l.EnglishName, l.CzechName, p.nameOf(l)}, is) {
			named = append(named, l.Tag+" ("+p.nameOf(l)+")")
		}
	}
	if len(named) == 0 {
		named = p.library.Tags(locale.Interface)
	}
	return strings.Join(named, ", ")
}

// missingForLeaflet lists the words that a leaflet lacks. The words of the
// interview need not be there for it.
func missingForLeaflet(w *locale.Words, packKeys []string) []string {
	return slices.DeleteFunc(slices.Concat(packKeys, report.LeafletKeys()), func(key string) bool {
		return strings.HasPrefix(key, "officer.") || w.Has(key)
	})
}
