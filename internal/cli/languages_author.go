package cli

import (
	"cmp"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/locale"
	"cesta/internal/strict"
	"cesta/internal/translation"
	"cesta/locales"
)

// authors is what the commands for whoever writes the words work on: the
// built-in words with those of a folder laid over them. For a talk that would
// be a danger, since words of two origins could mix; here it is the point.
type authors struct {
	*program
	library *locale.Library
	// folder is where the words are written; empty for the built-in ones, which
	// nobody can write to.
	folder string
}

// checkout is the folder of words in a copy of the source.
const checkout = "locales"

// What a command for authors does with the folder.
type folderUse int

const (
	readsFolder folderUse = iota // or, without one, the built-in words
	writesFolder
	makesFolder // where it is not there yet
)

// author makes a cobra command out of one for authors. It runs also where the
// words of the folder cannot be used for a talk: they are not yet finished.
func (p *program) author(use folderUse, f func(a *authors, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if p.broken != nil {
			return p.broken
		}
		_, cancel := p.untilInterrupt(cmd.Context())
		defer cancel()
		a := &authors{program: p, folder: p.localesFolder()}
		if use != readsFolder && a.folder == "" {
			return p.fail(exitUsage, "locales-needed", "command", cmd.CommandPath())
		}
		if use == makesFolder {
			if err := p.env.MakeDir(a.folder); err != nil {
				return p.folderFailure(a.folder, err)
			}
		}
		if err := a.load(); err != nil {
			return err
		}
		return f(a, args)
	}
}

// localesFolder is the folder that was named, or that of the copy of the
// source that the program is started in.
func (p *program) localesFolder() string {
	if named := cmp.Or(p.flags.locales, p.config.locales); named != "" {
		return named
	}
	dir, err := p.env.Dir(checkout)
	if err != nil {
		return ""
	}
	if _, err := fs.Stat(dir, locale.PathOf(locale.Interface, locale.English)); err != nil {
		return ""
	}
	return checkout
}

func (a *authors) load() error {
	if a.folder == "" {
		var err error
		a.library, err = locale.Load(locales.FS)
		return err
	}
	dir, err := a.dir(a.folder)
	if err != nil {
		return err
	}
	if a.library, err = locale.Overlay(locales.FS, dir, filepath.ToSlash(a.folder)); err != nil {
		return a.contentFailure("locales", err, "folder", quote(a.folder))
	}
	return nil
}

// bundles are those whose keys do not meet: of the countries only the one that
// is chosen.
func (a *authors) bundles() []string {
	country := "country " + cmp.Or(a.flags.country, a.config.country, defaultCountry)
	return slices.DeleteFunc(a.library.Bundles(), func(b string) bool { return strings.HasPrefix(b, "country ") && b != country })
}

// language finds a language of the authors' library.
func (a *authors) language(tag string) (locale.Language, error) {
	l, ok := a.library.Language(tag)
	if !ok {
		return l, a.withHint(a.fail(exitUsage, "unknown-language", "language", quote(tag), "languages", ""), "new-language", "tag", tag)
	}
	return l, nil
}

// surveys reads every bundle in a language.
func (a *authors) surveys(l locale.Language) ([]translation.Survey, error) {
	var all []translation.Survey
	for _, bundle := range a.bundles() {
		s, err := translation.Read(a.library, bundle, l)
		if err != nil {
			return nil, a.contentFailure("words", err)
		}
		all = append(all, s)
	}
	return all, nil
}

// write puts a file of the folder in place.
func (a *authors) write(name string, data []byte) error {
	name = filepath.Join(a.folder, filepath.FromSlash(name))
	if err := a.env.MakeDir(filepath.Dir(name)); err != nil {
		return a.folderFailure(filepath.Dir(name), err)
	}
	if err := a.env.WriteFile(name, data); err != nil {
		return a.fileFailure(name, err)
	}
	return nil
}

// read reads a file of words of the folder as it stands there.
func (a *authors) read(name string) ([]byte, error) {
	data, err := a.readFile(filepath.Join(a.folder, filepath.FromSlash(name)))
	if err != nil {
		return nil, a.fileFailure(name, err)
	}
	return data, nil
}

// own reads those bundles of a language whose words are in the folder: a record
// stands beside the words it is of, and never beside none.
func (a *authors) own(l locale.Language) ([]translation.Survey, error) {
	dir, err := a.dir(a.folder)
	if err != nil {
		return nil, err
	}
	surveys, err := a.surveys(l)
	if err != nil {
		return nil, err
	}
	surveys = slices.DeleteFunc(surveys, func(s translation.Survey) bool {
		_, err := fs.Stat(dir, locale.PathOf(s.Bundle, l.Tag))
		return err != nil
	})
	if len(surveys) == 0 {
		return nil, a.fail(exitError, "not-in-folder", "folder", quote(a.folder), "tag", l.Tag)
	}
	return surveys, nil
}

// record writes the status of what the stamp says, and what each file of words
// may say of itself.
func (a *authors) record(l locale.Language, stamp translation.Stamp) (count int, err error) {
	surveys, err := a.own(l)
	if err != nil {
		return 0, err
	}
	if err := translation.Unknown(stamp, surveys); err != nil {
		return 0, a.contentFailure("stamp", err)
	}
	var problems strict.Problems
	statuses := make([]locale.Status, len(surveys))
	for i := range surveys {
		statuses[i], err = surveys[i].Apply(stamp)
		problems.Merge(surveys[i].File, err)
	}
	if err := problems.Err(); err != nil {
		return 0, a.contentFailure("stamp", err)
	}
	for i, s := range surveys {
		if len(statuses[i].Records) == 0 {
			continue
		}
		if err := a.write(locale.StatusPathOf(s.Bundle, l.Tag), statuses[i].YAML()); err != nil {
			return 0, err
		}
		count += len(statuses[i].Records)
	}
	return count, a.restate(l)
}

// restate writes into each file of words the state that its texts bear out.
func (a *authors) restate(l locale.Language) error {
	if err := a.load(); err != nil {
		return err
	}
	surveys, err := a.own(l)
	if err != nil {
		return err
	}
	for _, s := range surveys {
		if s.State == "" || s.IsSource || s.State == string(s.Lowest()) {
			continue
		}
		name := locale.PathOf(s.Bundle, l.Tag)
		data, err := a.read(name)
		if err != nil {
			return err
		}
		if err := a.write(name, translation.WithState(data, s.Lowest())); err != nil {
			return err
		}
	}
	return nil
}

// input reads a file that was named.
func (a *authors) input(name string) ([]byte, error) {
	data, err := a.readFile(name)
	if err != nil {
		return nil, a.fileFailure(name, err)
	}
	return data, nil
}
