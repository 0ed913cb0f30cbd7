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
	return a.loadWith(nil)
}

// loadWith loads the words as they will be when the files are written.
func (a *authors) loadWith(files []wordsFile) error {
	dir, err := a.dir(a.folder)
	if err != nil {
		return err
	}
	after := patched{dir, map[string][]byte{}}
	for _, f := range files {
		after.files[f.name] = f.data
	}
	if a.library, err = locale.Overlay(locales.FS, after, filepath.ToSlash(a.folder)); err != nil {
		return a.contentFailure("locales", err, "folder", quote(a.folder))
	}
	return nil
}

// patched is a folder in which some files, all of them there, say something else.
type patched struct {
	fs.FS
	files map[string][]byte
}

// ReadFile reads a file as it will be.
func (p patched) ReadFile(name string) ([]byte, error) {
	if data, ok := p.files[name]; ok {
		return data, nil
	}
	return fs.ReadFile(p.FS, name)
}

// commandLine is a command of a hint, with the folder if it was named.
func (a *authors) commandLine(words ...string) string {
	if folder := a.namedFolder(); folder != "" {
		words = append(words, "--locales", folder)
	}
	return strings.Join(words, " ")
}

// namedFolder is the folder that hints must name; a copy of the source is found.
func (a *authors) namedFolder() string { return cmp.Or(a.flags.locales, a.config.locales) }

// reader reads surveys whose hints name the folder.
func (a *authors) reader() *translation.Reader {
	r := translation.NewReader(a.library)
	r.Folder = a.namedFolder()
	return r
}

// beginHint says how to begin a language, or where one that comes with the
// program can be worked on.
func (a *authors) beginHint(err error, tag string) error {
	if a.ships(tag) {
		return a.withHint(err, "ships", "tag", tag)
	}
	return a.withHint(err, "new-language", "command", a.commandLine("cesta languages new", tag))
}

// ships reports whether a language comes with the program.
func (a *authors) ships(tag string) bool {
	l, err := locale.Load(locales.FS)
	if err != nil {
		return false
	}
	_, ok := l.Language(tag)
	return ok
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
		return l, a.beginHint(a.fail(exitUsage, "unknown-language", "language", quote(tag), "languages", ""), tag)
	}
	return l, nil
}

// surveys reads every bundle in a language.
func (a *authors) surveys(l locale.Language) ([]translation.Survey, error) {
	var all []translation.Survey
	reader := a.reader()
	for _, bundle := range a.bundles() {
		s, err := reader.Read(bundle, l)
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
	files, count, err := a.statuses(l, stamp)
	if err != nil {
		return 0, err
	}
	if err := a.writeAll(files); err != nil {
		return 0, err
	}
	return count, a.restate(l)
}

// statuses makes the status files after a stamp, with the number of records.
func (a *authors) statuses(l locale.Language, stamp translation.Stamp) (files []wordsFile, count int, err error) {
	surveys, err := a.own(l)
	if err != nil {
		return nil, 0, err
	}
	if err := translation.Unknown(stamp, surveys); err != nil {
		return nil, 0, a.contentFailure("stamp", err)
	}
	var problems strict.Problems
	for _, s := range surveys {
		status, err := s.Apply(stamp)
		problems.Merge(s.File, err)
		if len(status.Records) > 0 {
			files = append(files, wordsFile{locale.StatusPathOf(s.Bundle, l.Tag), status.YAML()})
			count += len(status.Records)
		}
	}
	if err := problems.Err(); err != nil {
		return nil, 0, a.contentFailure("stamp", err)
	}
	return files, count, nil
}

func (a *authors) writeAll(files []wordsFile) error {
	for _, f := range files {
		if err := a.write(f.name, f.data); err != nil {
			return err
		}
	}
	return nil
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
