package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"cesta/internal/locale"
	"cesta/internal/strict"
	"cesta/internal/translation"
)

func newLanguagesCheckCommand(p *program) *cobra.Command {
	c := p.command("languages-check", "check [TAG ...]", exitProblems)
	c.Args = cobra.ArbitraryArgs
	c.ValidArgsFunction = p.completeLanguage
	c.RunE = func(cmd *cobra.Command, args []string) error {
		if p.broken != nil {
			return p.broken
		}
		a := &authors{program: p, folder: p.localesFolder()}
		return a.check(args)
	}
	return c
}

// check reports every gap of the languages, and sets the exit status to 4 if
// there is one.
func (a *authors) check(tags []string) error {
	err := a.load()
	var problems strict.Problems
	if errors.As(err, &problems) {
		return a.gaps(problems, nil)
	}
	if err != nil {
		return err
	}
	if err := a.holdsWords(); err != nil {
		return err
	}
	languages := a.mine()
	if len(tags) > 0 {
		if languages, err = a.named(tags); err != nil {
			return err
		}
	}
	problems.Merge(a.folder, a.library.Check())
	counts, reader := map[locale.Standing]int{}, a.reader()
	for _, l := range languages {
		for _, bundle := range a.library.Bundles() {
			s, err := reader.Read(bundle, l)
			problems.Merge(a.folder, err)
			if err == nil {
				problems = append(problems, s.Problems()...)
				add(counts, s)
			}
		}
	}
	return a.gaps(a.about(problems, tags), counts)
}

// holdsWords refuses a folder in which there is nothing to check: it is the
// wrong one, or its parts are misnamed.
func (a *authors) holdsWords() error {
	if a.folder == "" {
		return nil
	}
	dir, err := a.dir(a.folder)
	if err != nil {
		return err
	}
	if err := locale.Holds(dir, filepath.ToSlash(a.folder)); err != nil {
		return a.contentFailure("locales", err, "folder", quote(a.folder))
	}
	return nil
}

func (a *authors) named(tags []string) ([]locale.Language, error) {
	var languages []locale.Language
	for _, tag := range tags {
		l, err := a.language(tag)
		if err != nil {
			return nil, err
		}
		languages = append(languages, l)
	}
	return languages, nil
}

// add counts the translated texts of a survey.
func add(counts map[locale.Standing]int, s translation.Survey) {
	for standing, n := range s.Counts() {
		if !s.IsSource {
			counts[standing] += n
		}
	}
}

// mine are the languages that the folder holds, or all where it holds the
// source itself: then a change of it reaches every language.
func (a *authors) mine() []locale.Language {
	all := a.library.Languages()
	dir, err := a.env.Dir(a.folder)
	if a.folder == "" || err != nil {
		return all
	}
	has := func(tag string) bool {
		return slices.ContainsFunc(a.library.Bundles(), func(bundle string) bool {
			_, err := fs.Stat(dir, locale.PathOf(bundle, tag))
			return err == nil
		})
	}
	if has(locale.English) {
		return all
	}
	return slices.DeleteFunc(all, func(l locale.Language) bool { return !has(l.Tag) })
}

// about keeps the problems of the files of the languages that were named.
func (a *authors) about(problems strict.Problems, tags []string) strict.Problems {
	if len(tags) == 0 {
		return problems
	}
	return slices.DeleteFunc(problems, func(p strict.Problem) bool {
		return !slices.ContainsFunc(tags, func(tag string) bool { return locale.FileOf(p.File, tag) })
	})
}

func (a *authors) gaps(problems strict.Problems, counts map[locale.Standing]int) error {
	if err := problems.Err(); err != nil { // sorted: what two checks say of one place stands together
		problems = slices.Compact(problems)
		fmt.Fprintln(a.env.Out, visible(problems.Error()))
		return &failure{status: exitProblems, text: a.words.Count("officer.cli.check.bad", len(problems)), cause: err}
	}
	args := []string{}
	for _, s := range []locale.Standing{locale.Draft, locale.Reviewed, locale.Approved} {
		args = append(args, string(s), strconv.Itoa(counts[s]))
	}
	fmt.Fprintln(a.env.Out, a.text("languages.good", args...))
	return nil
}
