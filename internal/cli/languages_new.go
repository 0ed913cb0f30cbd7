package cli

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/locale"
	"cesta/internal/translation"
)

type newLanguageOptions struct{ tag, name, english, czech, role string }

func newLanguagesNewCommand(p *program) *cobra.Command {
	o := newLanguageOptions{role: "person"}
	c := p.command("languages-new", "new TAG")
	c.Flags().StringVar(&o.name, "name", "", p.text("flag.new.name"))
	c.Flags().StringVar(&o.english, "english-name", "", p.text("flag.new.english-name"))
	c.Flags().StringVar(&o.czech, "czech-name", "", p.text("flag.new.czech-name"))
	words(c.Flags(), &o.role, "for", p.text("flag.new.for"), "person", "officer")
	c.Args = p.exactlyOne("TAG")
	c.RunE = p.author(makesFolder, func(a *authors, args []string) error {
		o.tag = args[0]
		return a.newLanguage(o)
	})
	return c
}

// newLanguage writes a file to be filled for every bundle. Nothing that is
// there is ever written over.
func (a *authors) newLanguage(o newLanguageOptions) error {
	l, err := locale.Describe(o.tag)
	if err != nil {
		return a.because(err, exitUsage, "new-tag", "tag", quote(o.tag), "reason", strings.TrimPrefix(err.Error(), "unknown language "))
	}
	for _, flag := range []struct{ name, value string }{{"--name", o.name}, {"--english-name", o.english}, {"--czech-name", o.czech}} {
		if flag.value == "" {
			return a.fail(exitUsage, "new-names", "flag", flag.name)
		}
	}
	if a.ships(o.tag) && a.folder != checkout {
		return a.withHint(a.fail(exitError, "language-ships", "tag", o.tag), "ships", "tag", o.tag)
	}
	l.Name, l.EnglishName, l.CzechName, l.Roles = o.name, o.english, o.czech, []string{o.role}
	if o.role == "officer" {
		l.Roles = []string{"person", "officer"}
	}
	files, err := a.fresh(l)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := a.write(f.name, f.data); err != nil {
			return err
		}
		fmt.Fprintln(a.env.Out, filepath.Join(a.folder, filepath.FromSlash(f.name)))
	}
	return nil
}

type wordsFile struct {
	name string
	data []byte
}

// fresh makes the files, and refuses a head that could not be read back and a
// language that is there already.
func (a *authors) fresh(l locale.Language) ([]wordsFile, error) {
	dir, err := a.dir(a.folder)
	if err != nil {
		return nil, err
	}
	var files []wordsFile
	for _, bundle := range a.bundles() {
		name := locale.PathOf(bundle, l.Tag)
		if _, err := fs.Stat(dir, name); err == nil {
			return nil, a.fail(exitError, "file-exists", "file", quote(filepath.Join(a.folder, filepath.FromSlash(name))))
		}
		data, err := translation.Fresh(a.library, bundle, l)
		if err != nil {
			return nil, a.contentFailure("words", err)
		}
		if _, err := locale.ReadBundle(bundle, l.Tag, name, data); err != nil {
			return nil, a.contentFailure("new", err, "tag", l.Tag)
		}
		files = append(files, wordsFile{name, data})
	}
	return files, nil
}
