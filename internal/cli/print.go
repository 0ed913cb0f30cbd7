package cli

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/report"
)

// The papers of cesta print hold questions and what is said before them; the
// rights of the leaflet stand apart from them, under a command of their own,
// because nobody should need an interview to find them.

type paperOptions struct {
	tags              []string
	interview, format string
	to                destination
}

// document is what a paper is made of.
type document interface {
	Write(w io.Writer, f report.Format, width int) error
}

// newPaperCommand makes a command that prints a paper in one language.
func newPaperCommand(p *program, name string, print func(paperOptions) error) (*cobra.Command, *paperOptions) {
	o := new(paperOptions)
	c := p.command("print-"+name, name+" LANGUAGE")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.HTML)
	p.destinationFlags(c.Flags(), &o.to)
	c.Args = p.exactlyOne("LANGUAGE")
	c.ValidArgsFunction = p.completeLanguage
	c.RunE = p.run(func(_ context.Context, args []string) error {
		o.tags = args
		return print(*o)
	})
	return c, o
}

func newBoardCommand(p *program) *cobra.Command {
	c, _ := newPaperCommand(p, "board", p.board)
	return c
}

func newSilentCardCommand(p *program) *cobra.Command {
	c, _ := newPaperCommand(p, "silent-card", p.silentCard)
	return c
}

func newConsentCommand(p *program) *cobra.Command {
	c, _ := newPaperCommand(p, "consent", p.consent)
	return c
}

func newQuestionnaireCommand(p *program) *cobra.Command {
	c, o := newPaperCommand(p, "questionnaire", p.questionnaire)
	c.Flags().StringVar(&o.interview, "interview", defaultInterview, p.text("flag.print.interview"))
	return c
}

func newReflectionCommand(p *program) *cobra.Command {
	c, _ := newPaperCommand(p, "reflection", p.reflection)
	return c
}

// newPosterCommand takes its languages with commas or one by one.
func newPosterCommand(p *program) *cobra.Command {
	c, o := newPaperCommand(p, "poster", p.poster)
	c.Use = "poster LANGUAGE,..."
	c.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.fail(exitUsage, "argument-missing", "command", cmd.CommandPath(), "argument", "LANGUAGE")
		}
		return nil
	}
	c.RunE = p.run(func(_ context.Context, args []string) error {
		o.tags = strings.Split(strings.Join(args, ","), ",")
		return p.poster(*o)
	})
	return c
}

// personWords gives the words of exactly the language that was named, if all
// that a paper needs is there. There is no other language to fall back to.
func (p *program) personWords(tag string, bundles, keys []string) (*locale.Words, error) {
	l, err := p.language(tag)
	if err != nil {
		return nil, err
	}
	w, err := p.library.Words(tag, bundles...)
	if err != nil {
		return nil, p.contentFailure("words", err)
	}
	if missing := slices.DeleteFunc(slices.Clone(keys), w.Has); len(missing) > 0 {
		return nil, p.incomplete("paper-incomplete", l, missing)
	}
	return w, nil
}

// printPaper writes a paper.
func (p *program) printPaper(o paperOptions, d document) error {
	return p.writeTo(o.to, func(w io.Writer) error { return d.Write(w, report.Format(o.format), p.outWidth()) })
}

// board prints what a full talk asks before consent, or where a set from outside
// has none, what its first one does.
func (p *program) board(o paperOptions) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	iv := c.set.Interview(defaultInterview)
	if iv == nil {
		iv = &c.set.Interviews[0]
	}
	d := report.Board{Set: c.set, Pack: c.pack, Interview: iv, Officer: c.officer}
	if d.Person, err = p.personWords(o.tags[0], c.bundles(), d.Keys()); err != nil {
		return err
	}
	return p.printPaper(o, d)
}

func (p *program) silentCard(o paperOptions) error {
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	d := report.SilentCard{Officer: c.officer, Draft: c.pack.Draft()}
	if d.Person, err = p.personWords(o.tags[0], []string{countryBundle(c.pack)}, d.Keys()); err != nil {
		return err
	}
	return p.printPaper(o, d)
}

func (p *program) consent(o paperOptions) error {
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	d := report.Consents{Pack: c.pack, Officer: c.officer}
	if d.Person, err = p.personWords(o.tags[0], []string{countryBundle(c.pack)}, d.Keys()); err != nil {
		return err
	}
	return p.printPaper(o, d)
}

func (p *program) questionnaire(o paperOptions) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	iv := c.set.Interview(o.interview)
	if iv == nil {
		return p.fail(exitUsage, "unknown-interview", "interview", quote(o.interview), "interviews", strings.Join(interviewIDs(c.set), ", "))
	}
	d := report.Questionnaire{Set: c.set, Pack: c.pack, Interview: iv, Officer: c.officer}
	if d.Person, err = p.personWords(o.tags[0], c.bundles(), d.Keys()); err != nil {
		return err
	}
	return p.printPaper(o, d)
}

func interviewIDs(set *indicator.Set) []string {
	var ids []string
	for _, iv := range set.Interviews {
		ids = append(ids, iv.ID)
	}
	return ids
}

// poster prints several languages on one sheet.
func (p *program) poster(o paperOptions) error {
	if !report.FitsPoster(o.tags) {
		return p.fail(exitUsage, "poster-languages", "most", strconv.Itoa(report.MostOnPoster))
	}
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	d := report.Poster{Pack: c.pack, Officer: c.officer}
	for _, tag := range o.tags {
		w, err := p.personWords(tag, []string{countryBundle(c.pack)}, d.Keys())
		if err != nil {
			return err
		}
		d.Persons = append(d.Persons, w)
	}
	return p.printPaper(o, d)
}

// reflection writes the form that starts the reflection period, to be filled in
// by pen: a day and an hour of one person's instruction do not belong into a
// file or into the history of a shell.
func (p *program) reflection(o paperOptions) error {
	c, err := p.loadCountry()
	if err != nil {
		return err
	}
	d := report.Form{Pack: c.pack, Officer: c.officer, Authority: c.station.Authority}
	if d.Person, err = p.leafletWords(o.tags[0], c.pack); err != nil {
		return err
	}
	return p.printPaper(o, d)
}
