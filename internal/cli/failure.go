package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cesta/internal/strict"
)

// The exit statuses. A level never sets one, and a refused consent is done.
const (
	exitDone        = 0
	exitError       = 1
	exitUsage       = 2
	exitUnfinished  = 3
	exitProblems    = 4
	exitInterrupted = 130
)

// failure is an end of a command that is not success. Text and hint are from
// the catalogue, in the officer's language. Without a text the command has
// said already what there is to say.
type failure struct {
	status     int
	text, hint string
	cause      error
}

// Error gives the text.
func (f *failure) Error() string { return f.text }

// Unwrap gives the cause.
func (f *failure) Unwrap() error { return f.cause }

// fail makes a failure out of officer.cli.error.<id> and, where there is one,
// officer.cli.hint.<id>. What a user typed must come in through [quote].
func (p *program) fail(status int, id string, args ...string) error {
	f := &failure{status: status, text: p.text("error."+id, args...)}
	if hint := "officer.cli.hint." + id; p.words.Has(hint) {
		f.hint = p.words.Text(hint, args...)
	}
	return f
}

// because is fail with a cause, for errors.Is.
func (p *program) because(cause error, status int, id string, args ...string) error {
	err := p.fail(status, id, args...)
	if f := new(failure); errors.As(err, &f) {
		f.cause = cause
	}
	return err
}

// quote makes text from outside safe to print: control characters and those
// that turn the direction of text become escapes.
func quote(text string) string { return fmt.Sprintf("%q", text) }

// visible makes every character seen that could drive a terminal or turn text:
// names of files come from outside too. Line feeds stay.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strict.Clean(string(r)) {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(fmt.Sprintf("%+q", r), "'"))
		}
	}
	return b.String()
}

// fileFailure says in the officer's language why a file cannot be used.
func (p *program) fileFailure(name string, err error) error {
	for cause, id := range map[error]string{
		fs.ErrNotExist: "no-file", fs.ErrPermission: "no-permission", fs.ErrExist: "file-exists", errIsDir: "is-folder",
	} {
		if errors.Is(err, cause) {
			return p.because(err, exitError, id, "file", p.inputName(name))
		}
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return p.because(err, exitError, "file", "file", p.inputName(name), "reason", err.Error())
}

// folderFailure says why a folder cannot be used.
func (p *program) folderFailure(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return p.because(err, exitError, "no-folder", "folder", quote(name))
	}
	return p.fileFailure(name, err)
}

// contentFailure is for files with problems: those name file, line and column,
// in English, since they speak to authors.
func (p *program) contentFailure(id string, err error, args ...string) error {
	f := &failure{status: exitError, text: p.text("error."+id, args...) + "\n" + err.Error(), cause: err}
	var problems strict.Problems
	if !errors.As(err, &problems) {
		f.text = p.text("error."+id, args...) + ": " + err.Error()
	}
	return f
}

// report prints a failure and gives the exit status.
func (p *program) report(err error) int {
	var f *failure
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		f = &failure{status: exitInterrupted, text: p.text("error.interrupted")}
	case !errors.As(err, &f):
		f = &failure{status: exitError, text: err.Error()}
	}
	if f.text != "" {
		fmt.Fprintln(p.env.Err, "cesta: "+visible(f.text))
	}
	if f.hint != "" {
		fmt.Fprintln(p.env.Err, "cesta: "+p.text("hint", "hint", f.hint))
	}
	return f.status
}

// flagFailure translates what pflag says about flags.
func (p *program) flagFailure(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	see := []string{"command", cmd.CommandPath()}
	switch {
	case errors.As(err, &unknown):
		return p.fail(exitUsage, "unknown-flag", append(see, "flag", quote(flagName(unknown.GetSpecifiedName())))...)
	case errors.As(err, &empty):
		return p.fail(exitUsage, "flag-needs-value", append(see, "flag", flagName(empty.GetSpecifiedName()))...)
	case errors.As(err, &invalid):
		return p.flagValueFailure(cmd, invalid)
	}
	return p.fail(exitUsage, "bad-flags", see...)
}

// flagValueFailure says what a flag takes, where the flag knows.
func (p *program) flagValueFailure(cmd *cobra.Command, e *pflag.InvalidValueError) error {
	args := []string{"command", cmd.CommandPath(), "flag", flagName(e.GetFlag().Name), "value", quote(e.GetValue())}
	if w, ok := e.GetFlag().Value.(*wordValue); ok {
		return p.fail(exitUsage, "flag-words", append(args, "words", strings.Join(w.allowed, ", "))...)
	}
	return p.fail(exitUsage, "flag-value", args...)
}

func flagName(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// withHint gives a failure another hint.
func (p *program) withHint(err error, id string, args ...string) error {
	if f := new(failure); errors.As(err, &f) {
		f.hint = p.words.Text("officer.cli.hint."+id, args...)
	}
	return err
}
