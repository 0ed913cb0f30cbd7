// Package cli is the command line of Cesta: it turns flags, settings and files
// into what the packages below it need, and their results into output and an
// exit status.
//
// The contract with whoever calls the program:
//
//   - Results go to standard output; questions, progress and errors to standard
//     error or the terminal.
//   - An error is "cesta: " and a sentence of the catalogue in the officer's
//     language, without capital and full stop, and where something can be done
//     about it a second line with a hint. Problems of content follow one a line
//     as file:line:col, in English: they speak to authors.
//   - Exit status: 0 done, 1 error, 2 usage, 3 an interview ended unfinished, 4
//     done but some input was bad or a check found problems, 130 interrupted. A
//     level never sets it, and a refused consent is 0.
//
// It must never take anything personal as an argument or from the environment,
// never write an answer to disk, never put an answer into a debug message, and
// never choose a language for the person. Only [System] touches package os.
package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cesta/internal/locale"
	"cesta/locales"
)

// defaultOfficer is the language of officers in the country of the shipped pack.
const defaultOfficer = "cs"

// program is one run: the outside, the global flags, the settings, and the
// words the officer reads.
type program struct {
	env     Env
	flags   globals
	config  config
	library *locale.Library
	words   *locale.Words // the interface in the officer's language
	// broken is why no command may run: settings or an officer's language that
	// cannot be used. Help is given all the same.
	broken error
	// badLocales is why the languages of a folder cannot be used. Only whoever
	// writes them may go on: see authors.
	badLocales error
	// unwritten is why help could not be written.
	unwritten error
	// interrupt delivers Ctrl+C until release is called.
	interrupt <-chan struct{}
	release   func()
}

// Main runs the program and returns its exit status.
func Main(args []string, env Env) int {
	env.Harden()
	ctx, interrupt, release := env.Signals(context.Background())
	defer release()
	tameCobra()
	p := &program{env: env, interrupt: interrupt, release: release}
	if err := p.start(args); err != nil {
		return p.report(err)
	}
	root := newRootCommand(p)
	root.SetArgs(args)
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	err := root.ExecuteContext(ctx)
	return p.report(cmp.Or(err, p.unwritten))
}

// tameCobra sets what cobra keeps for the whole process: a double click on
// Windows opens the menu instead of being refused in English, and commands stay
// in the order in which they are needed.
var tameCobra = sync.OnceFunc(func() {
	cobra.MousetrapHelpText = ""
	cobra.EnableCommandSorting = false
})

// start finds the officer's language before the commands are made, since their
// help is in it.
func (p *program) start(args []string) error {
	early := parseEarly(args)
	var err error
	if p.library, err = locale.Load(locales.FS); err != nil {
		return err
	}
	if err := p.speak(p.standardLanguage()); err != nil {
		return err
	}
	p.speakIfKnown(early.officer)
	p.broken = p.readConfig()
	p.speakIfKnown(early.officer)
	p.badLocales = p.addLocales(early.locales)
	if early.officer != "" {
		p.broken = cmp.Or(p.checkOfficer(early.officer, exitUsage), p.broken)
	}
	return nil
}

// speakIfKnown takes the language of the flag already for what goes wrong with
// the settings and folders. Whether it can be taken at all is said later: it may
// come from such a folder.
func (p *program) speakIfKnown(tag string) {
	if p.isOfficer(tag) {
		_ = p.speak(tag) // what ships can be read
	}
}

// unusable is why a command that is not an author's cannot run.
func (p *program) unusable() error {
	if p.broken == nil || p.badLocales == nil {
		return cmp.Or(p.broken, p.badLocales)
	}
	return errors.Join(p.broken, p.badLocales)
}

// parseEarly reads what is needed before the commands are made. Every mistake
// is left to cobra, which reads all flags again.
func parseEarly(args []string) globals {
	var g globals
	fs := pflag.NewFlagSet("cesta", pflag.ContinueOnError)
	fs.ParseErrorsAllowlist.UnknownFlags = true
	fs.Usage = func() {}
	g.register(fs, func(string) string { return "" })
	_ = fs.Parse(args)
	return g
}

// speak makes tag the language that the officer reads.
func (p *program) speak(tag string) error {
	words, err := p.library.Words(tag)
	if err == nil {
		p.words = words
	}
	return err
}

// standardLanguage is the language of the environment if officers can work in
// exactly that language, and else the country's. Source of the order: POSIX,
// Environment Variables, LC_ALL before LC_MESSAGES before LANG.
func (p *program) standardLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := p.env.Getenv(name)
		if value == "" {
			continue
		}
		base, _, _ := strings.Cut(value, ".")
		base, _, _ = strings.Cut(base, "_")
		if p.isOfficer(base) {
			return base
		}
		break
	}
	if p.isOfficer(defaultOfficer) {
		return defaultOfficer
	}
	return locale.English
}

func (p *program) isOfficer(tag string) bool {
	l, ok := p.library.Language(tag)
	return ok && l.ForOfficer()
}

// checkOfficer makes tag the officer's language, or says why it cannot be.
func (p *program) checkOfficer(tag string, status int) error {
	if !p.isOfficer(tag) {
		return p.fail(status, "officer-language", "language", quote(tag), "languages", strings.Join(p.officerTags(), ", "))
	}
	return p.speak(tag)
}

func (p *program) officerTags() []string {
	var tags []string
	for _, l := range p.library.Languages() {
		if l.ForOfficer() {
			tags = append(tags, l.Tag)
		}
	}
	return tags
}

// addLocales adds the languages of a folder: that of the flag, or else that of
// the settings.
func (p *program) addLocales(flag string) error {
	name := cmp.Or(flag, p.config.locales)
	if name == "" {
		return nil
	}
	dir, err := p.dir(name)
	if err != nil {
		return err
	}
	if err := p.library.AddDir(dir, name); err != nil {
		return p.contentFailure("locales", err, "folder", quote(name))
	}
	return p.speak(p.words.Language().Tag)
}

// dir opens a folder.
func (p *program) dir(name string) (fs.FS, error) {
	dir, err := p.env.Dir(name)
	if err != nil {
		return nil, p.folderFailure(name, err)
	}
	return dir, nil
}

// text gives officer.cli.<key>.
func (p *program) text(key string, args ...string) string {
	return p.words.Text("officer.cli."+key, args...)
}
