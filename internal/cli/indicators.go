package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cesta/indicators"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/report"
	"cesta/locales"
)

type indicatorsOptions struct{ format string }

func newIndicatorsListCommand(p *program) *cobra.Command {
	var o indicatorsOptions
	c := p.command("indicators-list", "list")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.JSON)
	c.RunE = p.run(func(context.Context, []string) error { return p.listIndicators(o) })
	return c
}

// setSummary is what a set holds.
type setSummary struct {
	Set         setVersion          `json:"set"`
	Indicators  int                 `json:"indicators"`
	Questions   int                 `json:"questions"`
	Interviews  []interviewSummary  `json:"interviews"`
	Instruments []instrumentSummary `json:"instruments"`
}

type interviewSummary struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Mode      string `json:"mode"`
	Minutes   int    `json:"minutes"`
	Questions int    `json:"questions"`
}

type instrumentSummary struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	State    string `json:"state"`
	Fidelity string `json:"fidelity"`
	Checked  string `json:"checked"`
}

func (p *program) listIndicators(o indicatorsOptions) error {
	set, err := p.loadSet()
	if err != nil {
		return err
	}
	w, err := p.library.Words(p.words.Language().Tag, setBundle(set))
	if err != nil {
		return p.contentFailure("words", err)
	}
	s := summarise(set, w)
	if o.format == string(report.JSON) {
		return json.NewEncoder(p.env.Out).Encode(s)
	}
	p.printSet(s)
	return nil
}

func summarise(set *indicator.Set, w *locale.Words) setSummary {
	s := setSummary{
		Set:        setVersion{set.ID, set.Version, set.Hash},
		Indicators: len(set.Indicators), Questions: len(set.Questions),
	}
	for _, iv := range set.Interviews {
		title := w.Text("officer.interview." + iv.ID + ".title")
		s.Interviews = append(s.Interviews, interviewSummary{iv.ID, title, string(iv.Mode), iv.Minutes, len(iv.Questions())})
	}
	for _, i := range set.Instruments {
		title := w.Text("officer.instrument." + i.ID + ".title")
		s.Instruments = append(s.Instruments, instrumentSummary{i.ID, title, string(i.State), string(i.Fidelity), i.Source.Checked})
	}
	return s
}

func (p *program) printSet(s setSummary) {
	h := helpPage{program: p, w: p.env.Out, width: helpWidth}
	fmt.Fprintln(h.w, p.text("set.title", "id", s.Set.ID, "version", s.Set.Version, "hash", s.Set.Hash))
	fmt.Fprintln(h.w, p.text("set.counts", "indicators", strconv.Itoa(s.Indicators), "questions", strconv.Itoa(s.Questions)))
	h.title("set.interviews")
	var rows []row
	for _, iv := range s.Interviews {
		rows = append(rows, row{iv.ID, p.text("set.interview", "title", iv.Title, "minutes", strconv.Itoa(iv.Minutes), "questions", strconv.Itoa(iv.Questions))})
	}
	h.rows(rows)
	h.title("set.instruments")
	rows = nil
	for _, i := range s.Instruments {
		rows = append(rows, row{i.ID, i.Title + " (" + p.text("state."+i.State) + ", " + p.text("fidelity."+i.Fidelity) + ", " + p.checked(i.Checked) + ")"})
	}
	h.rows(rows)
}

// checked says when somebody compared an instrument with its source.
func (p *program) checked(date string) string {
	if date == "never" || date == "" {
		return p.text("set.never-checked")
	}
	return p.text("set.checked", "date", date)
}

func newIndicatorsCopyCommand(p *program) *cobra.Command {
	c := p.command("indicators-copy", "copy DIR")
	c.Args = p.exactlyOne("DIR")
	c.RunE = p.run(func(_ context.Context, args []string) error { return p.copyIndicators(args[0]) })
	return c
}

// copyIndicators writes the shipped set with its words into a folder that is
// empty or not there, so that nothing of an author is ever overwritten.
func (p *program) copyIndicators(dir string) error {
	if err := p.mustBeEmpty(dir); err != nil {
		return err
	}
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		return err
	}
	if err := p.copyTree(indicators.Files, ".", dir); err != nil {
		return err
	}
	if err := p.copyTree(locales.FS, path.Join("sets", set.ID), filepath.Join(dir, "locales")); err != nil {
		return err
	}
	fmt.Fprintln(p.env.Out, p.text("copy.done", "folder", quote(dir)))
	return nil
}

func (p *program) mustBeEmpty(name string) error {
	dir, err := p.env.Dir(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return p.folderFailure(name, err)
	}
	entries, err := fs.ReadDir(dir, ".")
	switch {
	case err != nil:
		return p.folderFailure(name, err)
	case len(entries) > 0:
		return p.fail(exitError, "not-empty", "folder", quote(name))
	}
	return nil
}

// copyTree writes every file below root into dir.
func (p *program) copyTree(from fs.FS, root, dir string) error {
	return fs.WalkDir(from, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rest := strings.TrimPrefix(strings.TrimPrefix(name, root), "/")
		target := filepath.Join(dir, filepath.FromSlash(rest))
		if d.IsDir() {
			if err := p.env.MakeDir(target); err != nil {
				return p.folderFailure(target, err)
			}
			return nil
		}
		data, err := fs.ReadFile(from, name)
		if err == nil {
			err = p.env.WriteFile(target, data)
		}
		if err != nil {
			return p.fileFailure(target, err)
		}
		return nil
	})
}
