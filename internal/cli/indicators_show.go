package cli

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/indicator"
	"cesta/internal/report"
)

type showOptions struct{ id, format string }

func newIndicatorsShowCommand(p *program) *cobra.Command {
	var o showOptions
	c := p.command("indicators-show", "show ID")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.HTML)
	c.Args = p.exactlyOne("ID")
	c.ValidArgsFunction = p.completeID
	c.RunE = p.run(func(_ context.Context, args []string) error {
		o.id = args[0]
		return p.showIndicators(o)
	})
	return c
}

// showIndicators shows everything of the set that has the id.
func (p *program) showIndicators(o showOptions) error {
	a, err := p.anatomy()
	if err != nil {
		return err
	}
	found := false
	err = p.output(stdStream, func(w io.Writer) (err error) {
		found, err = a.Show(w, o.id, report.Format(o.format), p.outWidth())
		return err
	})
	switch {
	case err != nil:
		return err
	case found:
		return nil
	}
	near := nearIDs(a.Set, o.id)
	if len(near) == 0 {
		return p.fail(exitUsage, "unknown-id", "id", quote(o.id))
	}
	return p.withHint(p.fail(exitUsage, "unknown-id", "id", quote(o.id)), "near-id", "near", strings.Join(near, ", "))
}

// anatomy is the set with the officer's words for it.
func (p *program) anatomy() (report.Anatomy, error) {
	set, err := p.loadSet()
	if err != nil {
		return report.Anatomy{}, err
	}
	w, err := p.completeOfficer([]string{setBundle(set)}, set.Keys())
	return report.Anatomy{Set: set, Words: w}, err
}

// maxNear is how many ids a hint proposes.
const maxNear = 5

// nearIDs lists ids that contain what was typed, or share its last part.
func nearIDs(set *indicator.Set, typed string) []string {
	last := typed[strings.LastIndexByte(typed, '.')+1:]
	var near []string
	for _, id := range allIDs(set) {
		if len(near) < maxNear && (strings.Contains(id, typed) || len(last) > 2 && strings.HasSuffix(id, last)) {
			near = append(near, id)
		}
	}
	return near
}

func allIDs(set *indicator.Set) []string {
	var ids []string
	for _, i := range set.Instruments {
		ids = append(ids, i.ID)
	}
	for _, i := range set.Interviews {
		ids = append(ids, i.ID)
	}
	for _, q := range set.Questions {
		ids = append(ids, q.ID)
	}
	for _, i := range set.Indicators {
		ids = append(ids, i.ID)
	}
	return ids
}

// completeID completes the id of a part of the set.
func (p *program) completeID(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	set, err := p.loadSet()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return allIDs(set), cobra.ShellCompDirectiveNoFileComp
}
