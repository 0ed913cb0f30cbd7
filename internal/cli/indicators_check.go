package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"

	"github.com/spf13/cobra"

	"cesta/indicators"
	"cesta/internal/check"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

func newIndicatorsCheckCommand(p *program) *cobra.Command {
	c := p.command("indicators-check", "check [DIR ...]", exitProblems)
	c.Args = cobra.ArbitraryArgs
	c.RunE = p.run(func(_ context.Context, args []string) error { return p.checkIndicators(args) })
	return c
}

// checkIndicators checks each set with its words and test cases and prints every
// problem, or one line a set if there is none.
func (p *program) checkIndicators(dirs []string) error {
	if len(dirs) == 0 {
		dirs = []string{p.setDir()}
	}
	var problems strict.Problems
	var good []string
	first := map[string]string{} // where the set of an id was found
	for _, dir := range dirs {
		set, report, err := p.checkSet(dir)
		var bad strict.Problems
		switch {
		case errors.As(err, &bad):
			problems = append(problems, bad...)
			continue
		case err != nil:
			return err
		}
		if before, twice := first[set.ID]; twice {
			problems.Add(strict.Pos{File: path.Join(dir, "set.yaml")}, fmt.Sprintf("the id %s is also that of %s", set.ID, before), "give one of the sets another id")
		}
		first[set.ID] = cmp.Or(dir, "the built-in set")
		problems = append(problems, report.Problems...)
		good = append(good, p.goodSet(set, report.Summary))
	}
	return p.checkOutcome(good, problems)
}

// checkSet checks one set; an empty folder is the built-in one. Words that
// cannot be used keep nothing else from being checked.
func (p *program) checkSet(dir string) (*indicator.Set, check.Report, error) {
	files := fs.FS(indicators.Files)
	var err error
	if dir != "" {
		if files, err = p.dir(dir); err != nil {
			return nil, check.Report{}, err
		}
	}
	set, err := indicator.Load(files)
	if err != nil {
		return nil, check.Report{}, inside(dir, err)
	}
	in := check.Input{Set: set, Folder: dir, Words: p.library, Today: p.env.Now()}
	if in.Pack, err = p.loadPack(); err != nil {
		return nil, check.Report{}, err
	}
	var badWords, badCases error
	if dir != "" {
		badWords = p.library.AddSet(setBundle(set), files, dir)
	}
	if badWords != nil {
		in.Words = nil
	}
	in.Cases, badCases = check.LoadCases(files)
	report := check.Run(in)
	report.Problems.Merge(dir, badWords)
	report.Problems.Merge(dir, inside(dir, badCases))
	return set, report, nil
}

// goodSet is the one line about a set without problems: what it is, and how much
// of it nobody has approved or looked at for long.
func (p *program) goodSet(set *indicator.Set, s check.Summary) string {
	args := []string{"cases", p.words.Count("officer.cli.indicators.cases", s.Cases)}
	for _, c := range []struct {
		name string
		n    int
	}{
		{"instruments", s.Instruments.Draft}, {"all-instruments", s.Instruments.Total}, {"stale-instruments", s.Instruments.Stale},
		{"languages", s.Languages.Draft}, {"all-languages", s.Languages.Total},
		{"law", s.Law.Draft}, {"all-law", s.Law.Total}, {"stale-law", s.Law.Stale},
	} {
		args = append(args, c.name, strconv.Itoa(c.n))
	}
	return p.text("check.good", "id", set.ID, "version", set.Version, "hash", set.Hash) + "; " + p.text("indicators.summary", args...)
}

// checkOutcome prints what was found and sets the exit status.
func (p *program) checkOutcome(good []string, problems strict.Problems) error {
	if len(problems) == 0 {
		for _, line := range good {
			fmt.Fprintln(p.env.Out, line)
		}
		return nil
	}
	err := problems.Err() // sorts
	fmt.Fprintln(p.env.Out, visible(err.Error()))
	return &failure{status: exitProblems, text: p.words.Count("officer.cli.check.bad", len(problems)), cause: err}
}
