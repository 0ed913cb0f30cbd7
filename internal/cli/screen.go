package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/assess"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/plain"
	"cesta/internal/report"
	"cesta/internal/screen"
	"cesta/internal/tui"
)

// defaultInterview is held when none is named.
const defaultInterview = "full"

type screenOptions struct {
	interview, language string
	practice            bool
	leaflet             string
}

func newScreenCommand(p *program) *cobra.Command {
	var o screenOptions
	c := p.command("screen", "screen", exitUnfinished)
	c.Flags().StringVar(&o.interview, "interview", "", p.text("flag.interview"))
	c.Flags().StringVar(&o.language, "language", "", p.text("flag.screen.language"))
	c.Flags().BoolVar(&o.practice, "practice", false, p.text("flag.practice"))
	c.Flags().StringVar(&o.leaflet, "leaflet", "", p.text("flag.leaflet"))
	c.RunE = p.talk(func(ctx context.Context, _ []string) error { return p.screen(ctx, o) })
	return c
}

// screen holds one interview and, where the officer goes on with the next person
// at once, further ones. Nothing of them is kept unless records were set up.
func (p *program) screen(ctx context.Context, o screenOptions) error {
	for {
		next, err := p.oneTalk(ctx, o)
		if err != nil || !next {
			return err
		}
		// Nothing of one person is carried over to another.
		o.language, o.leaflet = "", ""
	}
}

// oneTalk holds one interview and reports whether another person follows.
func (p *program) oneTalk(ctx context.Context, o screenOptions) (next bool, err error) {
	t, err := p.prepare(o)
	if err != nil {
		return false, err
	}
	if err := t.keep(o.practice); err != nil {
		return false, err
	}
	return t.hold(ctx, o)
}

// hold conducts a talk that is prepared, ends it, and reports whether another
// person follows.
func (t *talk) hold(ctx context.Context, o screenOptions) (next bool, err error) {
	if t.flags.debug {
		t.printFrame()
	}
	if t.engine.Outcome() == interview.Running { // the draft of a talk that only was not sealed yet is at its end
		err = t.conduct(ctx)
	}
	kept := t.keeping.end()
	leaflet := t.writeLeaflet(o.leaflet)
	if err := t.ending(err); err != nil {
		t.report(kept)
		t.report(leaflet)
		return false, err
	}
	if kept != nil {
		t.report(leaflet)
		return false, kept
	}
	return t.engine.Choices()[interview.StepEnd] == interview.OptNext, leaflet
}

// talk is one interview with everything it needs.
type talk struct {
	*program
	content
	plan     interview.Plan
	engine   *interview.Engine
	maker    *screen.Maker
	assessor *assess.Assessor
	person   map[string]*locale.Words // by tag, those that may be chosen
	papers   *papers
	details  map[string]string // for the organisation alone, by line; typed at the end
	keeping  *keeping
}

// prepare refuses whatever would fail in front of the person.
func (p *program) prepare(o screenOptions) (*talk, error) {
	c, err := p.load()
	if err != nil {
		return nil, err
	}
	t := &talk{program: p, content: c, keeping: &keeping{}}
	if err := t.checkOptions(o); err != nil {
		return nil, err
	}
	if t.person, err = t.loadPersons(); err != nil {
		return nil, err
	}
	if err := t.checkLanguage(o.language); err != nil {
		return nil, err
	}
	return t, t.build(o)
}

func (t *talk) checkOptions(o screenOptions) error {
	if o.practice && o.leaflet != "" { // it would be the real one, without MOCK on it
		return t.fail(exitUsage, "flags-apart", "one", "--practice", "other", "--leaflet")
	}
	t.plan = interview.Plan{Set: t.set, Interview: o.interview, Language: o.language, ReferralItems: t.pack.Referral.Items}
	if o.interview == "" {
		t.plan.Interview = t.standardInterview()
	}
	if t.set.Interview(t.plan.Interview) == nil {
		return t.fail(exitUsage, "unknown-interview", "interview", quote(t.plan.Interview), "interviews", strings.Join(interviewIDs(t.set), ", "))
	}
	for _, part := range t.pack.Parts {
		t.plan.Parts = append(t.plan.Parts, interview.Part{ID: part.ID, Consent: part.Kind == country.Consent})
	}
	return t.checkLeaflet(o)
}

// checkLeaflet finds out before the talk what would keep the leaflet from being
// written: nobody to ask for the language, no folder, or a file that is there.
func (t *talk) checkLeaflet(o screenOptions) error {
	switch {
	case o.leaflet == "":
		return nil
	case o.language == "" && t.set.Interview(t.plan.Interview).Mode == indicator.Observe:
		return t.fail(exitUsage, "leaflet-language")
	}
	return t.checkNew(o.leaflet, "leaflet-exists")
}

// standardInterview is the one held when none is named: the full one, or the
// only one that a talk can begin with. Among several the officer chooses.
func (t *talk) standardInterview() string {
	var begin []string
	for _, iv := range t.set.Interviews {
		if iv.Mode == indicator.Ask && iv.ID != indicator.ChildInterview {
			begin = append(begin, iv.ID)
		}
	}
	if len(begin) == 1 {
		return begin[0]
	}
	return defaultInterview
}

// loadPersons finds the languages in which a person can be asked everything.
// Their words are read when the person has chosen one.
func (t *talk) loadPersons() (map[string]*locale.Words, error) {
	keys, complete := t.keys(), map[string]*locale.Words{}
	for _, l := range t.library.Languages() {
		if !l.ForPerson() {
			continue
		}
		words, err := t.library.Later(l.Tag, t.bundles()...)
		if err != nil {
			return nil, err
		}
		if len(words.Missing(keys)) == 0 {
			complete[l.Tag] = words
			t.plan.Languages = append(t.plan.Languages, l.Tag)
		}
	}
	return complete, nil
}

// checkLanguage refuses a talk in a language that is not complete: the person
// would be asked in words that are not there.
func (t *talk) checkLanguage(tag string) error {
	if len(t.plan.Languages) == 0 {
		return t.fail(exitError, "no-languages")
	}
	if tag == "" {
		return nil
	}
	l, err := t.language(tag)
	if err != nil || t.person[tag] != nil {
		return err
	}
	if !l.ForPerson() {
		return t.fail(exitError, "officers-only", "language", t.nameOf(l), "tag", tag)
	}
	words, err := t.library.Words(tag, t.bundles()...)
	if err != nil {
		return t.contentFailure("words", err)
	}
	err = t.incomplete("talk-incomplete", l, words.Missing(t.keys()))
	if offers := t.offers(l); offers != "" {
		return t.withHint(err, "offer", "languages", offers)
	}
	return err
}

// offers lists the languages that may be offered instead, never taken.
func (t *talk) offers(l locale.Language) string {
	var names []string
	for _, tag := range l.Offers {
		if w := t.person[tag]; w != nil {
			names = append(names, fmt.Sprintf("%s (%s)", t.nameOf(w.Language()), tag))
		}
	}
	return strings.Join(names, ", ")
}

func (t *talk) build(o screenOptions) error {
	var err error
	if t.assessor, err = assess.Compile(t.set); err != nil {
		return err
	}
	t.plan.Judge = t.assessor
	if t.engine, err = interview.New(t.plan); err != nil {
		return err
	}
	t.papers, err = newPapers(t, o.practice)
	if err != nil {
		return err
	}
	t.maker, err = screen.New(screen.Config{
		Set: t.set, Words: t.allWords(), Officer: t.officer.Language().Tag, Talk: t.engine, Pages: t.papers,
		Promises: t.promises(), Mock: o.practice,
		Unreviewed: t.unreviewed(), Offers: t.offered(), Drawing: t.drawings(),
		Variant: t.keeping.variant, Notice: t.keeping.notice, Args: t.consentArgs(),
	})
	return err
}

func (t *talk) allWords() map[string]screen.Words {
	all := map[string]screen.Words{t.officer.Language().Tag: t.officer}
	for tag, w := range t.person {
		all[tag] = w
	}
	return all
}

func (t *talk) promises() []string {
	var keys []string
	for _, promise := range t.pack.Promises {
		keys = append(keys, promise.Key())
	}
	return keys
}

// conduct lets one of the two conductors hold the talk.
func (t *talk) conduct(ctx context.Context) error {
	if t.lineMode() {
		return plain.Run(ctx, t.talker(), t.maker, t.env.In, t.lineOut(), t.lineOptions())
	}
	return tui.Run(ctx, tui.Config{
		Engine: t.talker(), Maker: t.maker, In: t.env.In, Out: t.env.Out,
		NoColor: t.env.Getenv("NO_COLOR") != "", Languages: t.languagesOf(), Now: t.env.Now,
	})
}

// lineMode reports whether the talk goes line by line: as wished, or because
// there is no terminal that could do more.
func (p *program) lineMode() bool {
	return p.flags.plain || p.dumb() || !p.env.terminal(p.env.In, p.env.Out)
}

func (p *program) dumb() bool { return p.env.Getenv("TERM") == "dumb" }

// lineOut is where questions go: to the terminal, and never into a file for
// results.
func (p *program) lineOut() io.Writer {
	if p.env.terminal(p.env.Out) && !p.env.terminal(p.env.Err) {
		return p.env.Out
	}
	return p.env.Err
}

func (p *program) lineOptions() plain.Options {
	width, _ := p.env.Size()
	o := plain.Options{Width: width, Terminal: p.env.terminal(p.lineOut()), Dumb: p.dumb(), Interrupt: p.interrupt}
	if p.env.terminal(p.env.In) {
		o.Echo = p.env.Echo
	}
	return o
}

func (t *talk) languagesOf() []locale.Language {
	var all []locale.Language
	for _, tag := range t.plan.Languages {
		all = append(all, t.person[tag].Language())
	}
	return all
}

// ending turns how the conductor ended into how the program does. A refusal is
// a good end.
func (t *talk) ending(err error) error {
	if errors.Is(err, plain.ErrUnfinished) || errors.Is(err, tui.ErrUnfinished) {
		return t.because(err, exitUnfinished, t.keeping.unfinished())
	}
	return err
}

// printFrame says what the talk is made of. It is all known before the first
// answer: which steps are shown, and even how many, depends on answers.
func (t *talk) printFrame() {
	conductor := "full screen"
	if t.lineMode() {
		conductor = "line by line"
	}
	for _, line := range []string{
		"set " + t.set.ID + "@" + t.set.Hash, "interview " + t.plan.Interview, "country " + t.pack.Code,
		"languages " + strings.Join(t.plan.Languages, " "), "conductor " + conductor,
	} {
		fmt.Fprintln(t.env.Err, "debug: "+line)
	}
}

// writeLeaflet writes the leaflet that anybody gets, in the language that was
// chosen. That it is written must tell nothing, so no answer decides it.
func (t *talk) writeLeaflet(file string) error {
	if file == "" {
		return nil
	}
	words := t.papers.person()
	if words == nil {
		return t.fail(exitError, "no-leaflet")
	}
	leaflet := t.leaflet(t.program, words)
	return t.output(file, func(w io.Writer) error { return leaflet.Write(w, report.HTML, report.Width) })
}
