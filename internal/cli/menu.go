package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/report"
	"cesta/internal/vault"
)

// newMenuCommand is the program without a command. On a terminal it is a short
// menu, which is also what a double click on Windows opens; elsewhere nobody
// could choose, so it is help.
func newMenuCommand(p *program) *cobra.Command {
	c := p.command("cesta", "cesta [COMMAND]", exitUnfinished)
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		if !p.env.terminal(p.env.In, p.env.Out) {
			return p.helpOf(cmd)
		}
		return p.talk(func(ctx context.Context, _ []string) error { return p.menu(ctx) })(cmd, nil)
	}
	return c
}

// errBack leaves a list of choices without one.
var errBack = errors.New("nothing was chosen")

// entry is one line of a menu.
type entry struct {
	name string
	do   func(context.Context) error
}

// menu is plain lines on every terminal: nothing in it needs more. A talk ends
// it, so that nobody comes back to a screen that tells what was done.
func (p *program) menu(ctx context.Context) error {
	m := &menu{program: p, in: &lineInput{in: p.env.In, interrupt: p.interrupt}}
	for !m.left {
		entries := m.entries() // anew: setting up may have changed the language
		i, err := m.choose(ctx, "menu.title", names(entries), p.text("menu.quit"))
		if errors.Is(err, errBack) || errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = entries[i].do(ctx)
		}
		switch {
		case m.left || errors.Is(err, context.Canceled):
			return err
		case errors.Is(err, io.EOF): // Ctrl+D leaves, at any depth
			return nil
		case err != nil && !errors.Is(err, errBack):
			p.report(err) // and back to the menu
		}
	}
	return nil
}

type menu struct {
	*program
	in   *lineInput
	left bool // a talk was held
}

func (m *menu) entries() []entry {
	all := []entry{
		{m.text("menu.talk"), func(ctx context.Context) error { return m.talk(ctx, false) }},
		{m.text("menu.rights"), m.rights},
		{m.text("menu.contacts"), func(context.Context) error { return m.contacts(contactsOptions{format: string(report.Text)}) }},
		{m.text("menu.practise"), func(ctx context.Context) error { return m.talk(ctx, true) }},
		{m.text("menu.setup"), m.setup},
	}
	if store := m.unfinished(); store != nil { // under the talk, whose number stays
		all = slices.Insert(all, 1, entry{m.text("menu.resume"), func(ctx context.Context) error { return m.resume(ctx, store) }})
	}
	return all
}

// unfinished gives the records if there is a draft among them that can be gone
// on with.
func (m *menu) unfinished() *vault.Store {
	store, err := m.openStore()
	if err != nil { // whoever wants the records is told why
		return nil
	}
	if _, err := m.freeDrafts(store); err != nil {
		return nil
	}
	return store
}

// resume goes on with a talk. Who mistypes the passphrase is back at the menu.
func (m *menu) resume(ctx context.Context, store *vault.Store) error {
	t, err := m.openDraft(ctx, store, "")
	if err != nil {
		return err
	}
	m.left = true
	return t.goOn(ctx)
}

func names(entries []entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, e.name)
	}
	return all
}

// choose asks for one of several lines, until it gets one or 0. A piece of a
// line shows again only those that have it: a list of thirty languages runs off
// the screen.
func (m *menu) choose(ctx context.Context, title string, options []string, leave string) (int, error) {
	for {
		fmt.Fprintln(m.env.Err, "\n"+m.text(title)+"\n")
		m.list(options, "")
		fmt.Fprintf(m.env.Err, "%s0  %s\n\n%s ", helpIndent, leave, m.text("menu.prompt"))
		for narrowed := true; narrowed; {
			line, err := m.in.read(ctx)
			if err != nil {
				return 0, err
			}
			if line == "0" {
				return 0, errBack
			}
			if n, err := strconv.Atoi(line); err == nil && 1 <= n && n <= len(options) {
				return n - 1, nil
			}
			if narrowed = m.narrow(options, line); !narrowed {
				fmt.Fprintln(m.env.Err, m.words.Text("person.message.wrong-key"))
			}
		}
	}
}

// list prints the lines that have a piece, under their numbers, and says
// whether there was one.
func (m *menu) list(options []string, piece string) (found bool) {
	for i, o := range options {
		if strings.Contains(locale.Fold(o), locale.Fold(piece)) {
			found = true
			fmt.Fprintf(m.env.Err, "%s%d  %s\n", helpIndent, i+1, o)
		}
	}
	return found
}

func (m *menu) narrow(options []string, piece string) bool {
	if !strings.ContainsFunc(piece, unicode.IsLetter) || !m.list(options, piece) {
		return false
	}
	fmt.Fprint(m.env.Err, m.text("menu.prompt")+" ")
	return true
}

// talk asks which interview, by the time that it takes, and holds it.
func (m *menu) talk(ctx context.Context, practice bool) error {
	set, err := m.loadSet()
	if err != nil {
		return err
	}
	w, err := m.library.Words(m.words.Language().Tag, setBundle(set))
	if err != nil {
		return err
	}
	interviews := slices.SortedStableFunc(slices.Values(set.Interviews), byMinutes)
	var options []string
	for _, iv := range interviews {
		title := w.Text("officer.interview." + iv.ID + ".title")
		options = append(options, m.text("menu.interview", "title", title, "minutes", strconv.Itoa(iv.Minutes)))
	}
	i, err := m.choose(ctx, "menu.which-interview", options, m.text("menu.back"))
	if err != nil {
		return err
	}
	m.left = true
	return m.screen(ctx, screenOptions{interview: interviews[i].ID, practice: practice})
}

func byMinutes(a, b indicator.Interview) int { return a.Minutes - b.Minutes }

// rights asks in which language, by self-names too, and prints the leaflet.
func (m *menu) rights(ctx context.Context) error {
	c, err := m.loadCountry()
	if err != nil {
		return err
	}
	var tags, options []string
	for _, l := range m.library.Languages() {
		w, err := m.library.Words(l.Tag, countryBundle(c.pack))
		if err == nil && len(missingForLeaflet(w, c.pack.Keys())) == 0 {
			tags, options = append(tags, l.Tag), append(options, m.nameOf(l)+": "+l.Name)
		}
	}
	i, err := m.choose(ctx, "menu.which-language", options, m.text("menu.back"))
	if err != nil {
		return err
	}
	return m.program.rights(rightsOptions{tag: tags[i], format: string(report.Text)})
}

// lineInput reads lines without reading ahead: what follows belongs to the talk
// that a line may begin.
type lineInput struct {
	in        io.Reader
	interrupt <-chan struct{}
	most      int // bytes of a line, maxChoice if zero
}

// maxChoice is how long a line may be that chooses something.
const maxChoice = 100

func (l *lineInput) read(ctx context.Context) (string, error) {
	type result struct {
		line string
		err  error
	}
	got := make(chan result, 1)
	go func() {
		line, err := l.line()
		got <- result{line, err}
	}()
	select {
	case r := <-got:
		return r.line, r.err
	case <-l.interrupt:
		return "", context.Canceled
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (l *lineInput) line() (string, error) {
	var line strings.Builder
	for b := make([]byte, 1); ; {
		n, err := l.in.Read(b)
		switch {
		case n == 1 && b[0] == '\n':
			return strings.TrimSpace(line.String()), nil
		case n == 1 && line.Len() < cmp.Or(l.most, maxChoice):
			line.Write(b)
		case n == 0 && err != nil:
			return "", err
		}
	}
}
