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
	tag              string
	lists            []string // come first
	format, output   string
	card, reflection bool
}

// rightsLists are the words of --for, and rightsSituations what moves a list to
// the front. Nobody is sorted by what was done to them, so two have nothing.
var (
	rightsLists      = []string{"everyone", "presumed-victim", "child", "detention", "asylum"}
	rightsSituations = map[string]string{"child": "child", "detention": "detained", "asylum": "asked-for-asylum"}
)

func newRightsCommand(p *program) *cobra.Command {
	var o rightsOptions
	c := p.command("rights", "rights LANGUAGE")
	flags := c.Flags()
	flags.Var(&wordValue{list: &o.lists, allowed: rightsLists}, "for", p.text("flag.for"))
	p.formatFlag(flags, &o.format, report.Text, report.HTML, report.JSON)
	flags.StringVar(&o.output, "output", "", p.text("flag.output"))
	flags.BoolVar(&o.card, "card", false, p.text("flag.card"))
	flags.BoolVar(&o.reflection, "reflection", false, p.text("flag.reflection"))
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
	if err := p.checkRights(o); err != nil {
		return err
	}
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	w, err := p.leafletWords(o.tag, c.pack)
	if err != nil {
		return err
	}
	if o.format == string(report.Text) && o.output == "" && p.env.terminal(p.env.Out) {
		p.warnDrawing(w.Language())
	}
	if o.reflection {
		return p.reflection(o, c, w)
	}
	leaflet := c.leaflet(p, w)
	leaflet.For = o.situations()
	write := leaflet.Write
	if o.card {
		write = leaflet.Card
	}
	return p.output(o.output, func(out io.Writer) error { return write(out, report.Format(o.format), p.outWidth()) })
}

// checkRights refuses flags that do not go together.
func (p *program) checkRights(o rightsOptions) error {
	switch {
	case o.card && o.reflection:
		return p.fail(exitUsage, "flags-apart", "one", "--card", "other", "--reflection")
	case o.format == string(report.JSON) && (o.card || o.reflection):
		return p.fail(exitUsage, "flags-apart", "one", "--format json", "other", "--card, --reflection")
	}
	return nil
}

func (o rightsOptions) situations() []string {
	var situations []string
	for _, l := range o.lists {
		if s := rightsSituations[l]; s != "" {
			situations = append(situations, s)
		}
	}
	return situations
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
		return l, p.fail(exitUsage, "unknown-language", "language", quote(tag), "languages", strings.Join(p.library.Tags(locale.Interface), ", "))
	}
	return l, nil
}

// missingForLeaflet lists the words that a leaflet lacks. The words of the
// interview need not be there for it.
func missingForLeaflet(w *locale.Words, packKeys []string) []string {
	return slices.DeleteFunc(slices.Concat(packKeys, report.LeafletKeys()), func(key string) bool {
		return strings.HasPrefix(key, "officer.") || w.Has(key)
	})
}

// reflection writes the form that starts the reflection period, to be filled in
// by pen: a day and an hour of one person's instruction do not belong into a
// file or into the history of a shell.
func (p *program) reflection(o rightsOptions, c content, w *locale.Words) error {
	f := report.Form{Pack: c.pack, Person: w, Officer: c.officer, Authority: c.station.Authority}
	return p.output(o.output, func(out io.Writer) error { return f.Write(out, report.Format(o.format), p.outWidth()) })
}
