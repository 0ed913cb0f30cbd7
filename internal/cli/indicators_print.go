package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"cesta/internal/locale"
	"cesta/internal/report"
)

type printOptions struct {
	languages []string
	format    string
	to        destination
}

func newIndicatorsPrintCommand(p *program) *cobra.Command {
	var o printOptions
	c := p.command("indicators-print", "print")
	c.Flags().StringSliceVar(&o.languages, "language", nil, p.text("flag.print.language"))
	p.formatFlag(c.Flags(), &o.format, report.Text, report.HTML)
	p.destinationFlags(c.Flags(), &o.to)
	c.RunE = p.run(func(context.Context, []string) error { return p.printIndicators(o) })
	return c
}

// printIndicators prints the whole set in one language or in two.
func (p *program) printIndicators(o printOptions) error {
	a, err := p.anatomy()
	if err != nil {
		return err
	}
	s := report.SideBySide{Anatomy: a, Left: a.Words}
	if len(o.languages) > 2 {
		return p.fail(exitUsage, "two-languages")
	}
	for i, tag := range o.languages {
		w, err := p.languageOf(tag, setBundle(a.Set))
		switch {
		case err != nil:
			return err
		case i == 0:
			s.Left = w
		default:
			s.Right = w
		}
	}
	return p.writeTo(o.to, func(w io.Writer) error { return s.Write(w, report.Format(o.format), p.outWidth()) })
}

// languageOf gives the words of a language for the set, complete or not: a
// reviewer must see what is missing.
func (p *program) languageOf(tag, bundle string) (*locale.Words, error) {
	if _, ok := p.library.Language(tag); !ok {
		return nil, p.fail(exitUsage, "unknown-language", "language", quote(tag), "languages", p.known(tag))
	}
	w, err := p.library.Words(tag, bundle)
	if err != nil {
		return nil, p.contentFailure("words", err)
	}
	return w, nil
}
