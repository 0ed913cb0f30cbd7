package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cesta/internal/locale"
)

const (
	helpWidth  = 78
	helpIndent = "  "
	// exits is the annotation that lists a command's exit statuses.
	exits = "exit"
)

// command makes a command with its words: officer.cli.command.<id>.short,
// .about, .examples, and the exit statuses that it may end with.
func (p *program) command(id, use string, statuses ...int) *cobra.Command {
	var list []string
	for _, s := range append([]int{exitDone, exitError, exitUsage}, statuses...) {
		list = append(list, strconv.Itoa(s))
	}
	c := &cobra.Command{
		Use:           use,
		Short:         p.text("command." + id + ".short"),
		Long:          p.text("command." + id + ".about"),
		Example:       p.text("command." + id + ".examples"),
		Annotations:   map[string]string{"id": id, exits: strings.Join(list, " ")},
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          p.noArguments,
	}
	c.Flags().SortFlags = false
	c.SuggestionsMinimumDistance = 2
	return c
}

// group makes a command that only holds others.
func (p *program) group(id string, commands ...*cobra.Command) *cobra.Command {
	c := p.command(id, id)
	c.RunE = func(cmd *cobra.Command, _ []string) error { return p.helpOf(cmd) }
	c.AddCommand(commands...)
	return c
}

// noArguments refuses arguments; where a command was misspelt it says which may
// have been meant.
func (p *program) noArguments(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case !cmd.HasSubCommands():
		return p.fail(exitUsage, "no-arguments", "command", cmd.CommandPath(), "argument", quote(args[0]))
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return p.fail(exitUsage, "misspelt-command", "command", cmd.CommandPath(), "name", quote(args[0]), "near", near[0])
	}
	return p.fail(exitUsage, "unknown-command", "command", cmd.CommandPath(), "name", quote(args[0]))
}

// newHelpCommand is cobra's help command with our words.
func newHelpCommand(p *program) *cobra.Command {
	c := p.command("help", "help [COMMAND]")
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(cmd *cobra.Command, args []string) error {
		found, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return p.noArguments(cmd.Root(), args)
		}
		return p.helpOf(found)
	}
	return c
}

// help is called by cobra for --help, where no error can be returned.
func (p *program) help(cmd *cobra.Command, _ []string) { p.unwritten = p.helpOf(cmd) }

// helpOf writes the help of a command to standard output: what was asked for is
// a result.
func (p *program) helpOf(cmd *cobra.Command) error {
	return p.output("", func(w io.Writer) error {
		p.writeHelp(cmd, w)
		return nil
	})
}

func (p *program) writeHelp(cmd *cobra.Command, w io.Writer) {
	width, _ := p.env.Size()
	if width <= 0 || width > helpWidth {
		width = helpWidth
	}
	h := helpPage{program: p, w: w, width: width}
	h.paragraphs(cmd.Long)
	h.title("usage")
	fmt.Fprintln(h.w, helpIndent+useLine(cmd))
	h.commands(cmd)
	h.flags("flags", cmd.LocalNonPersistentFlags())
	h.flags("global-flags", cmd.Root().PersistentFlags())
	h.title("examples")
	h.indented(cmd.Example)
	h.exitStatus(cmd)
}

func useLine(cmd *cobra.Command) string {
	if cmd.HasAvailableSubCommands() && cmd.HasParent() {
		return cmd.CommandPath() + " COMMAND"
	}
	_, arguments, _ := strings.Cut(cmd.Use, " ")
	return strings.TrimSpace(cmd.CommandPath() + " " + arguments)
}

type helpPage struct {
	*program
	w     io.Writer
	width int
}

func (h helpPage) title(key string) { fmt.Fprintln(h.w, "\n"+h.text("help."+key)) }

func (h helpPage) paragraphs(text string) {
	for _, line := range locale.Wrap(strings.TrimSpace(text), h.width) {
		fmt.Fprintln(h.w, line)
	}
}

func (h helpPage) indented(text string) {
	for line := range strings.Lines(text) {
		fmt.Fprintln(h.w, helpIndent+strings.TrimRight(line, "\n"))
	}
}

// row is a name and what it means.
type row struct{ name, text string }

// longName is from where on a name has a line of its own.
const longName = 28

// rows sets names in one column and their texts, wrapped, in another.
func (h helpPage) rows(rows []row) {
	longest := 0
	for _, r := range rows {
		if n := locale.Width(r.name); n <= longName {
			longest = max(longest, n)
		}
	}
	indent := strings.Repeat(" ", len(helpIndent)+longest+2)
	for _, r := range rows {
		lead := helpIndent + r.name
		if gap := len(indent) - locale.Width(lead); gap > 0 {
			lead += strings.Repeat(" ", gap)
		} else {
			fmt.Fprintln(h.w, lead)
			lead = indent
		}
		for _, line := range locale.Wrap(r.text, max(h.width-len(indent), 20)) {
			fmt.Fprintln(h.w, strings.TrimRight(lead+line, " "))
			lead = indent
		}
	}
}

func (h helpPage) commands(cmd *cobra.Command) {
	var rows []row
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			rows = append(rows, row{c.Name(), c.Short})
		}
	}
	if len(rows) > 0 {
		h.title("commands")
		h.rows(rows)
	}
}

func (h helpPage) flags(title string, set *pflag.FlagSet) {
	var rows []row
	set.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			rows = append(rows, flagRow(f))
		}
	})
	if len(rows) > 0 {
		h.title(title)
		h.rows(rows)
	}
}

func flagRow(f *pflag.Flag) row {
	value, text := pflag.UnquoteUsage(f)
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if w, ok := f.Value.(*wordValue); ok {
		value = strings.Join(w.allowed, "|")
	}
	return row{strings.TrimSpace(name + " " + value), text}
}

// exitStatus lists the statuses; a command may have words of its own for one.
func (h helpPage) exitStatus(cmd *cobra.Command) {
	var rows []row
	for status := range strings.FieldsSeq(cmd.Annotations[exits]) {
		key := "exit." + status
		if own := "command." + cmd.Annotations["id"] + ".exit." + status; h.words.Has("officer.cli." + own) {
			key = own
		}
		rows = append(rows, row{status, h.text(key)})
	}
	h.title("exit")
	h.rows(rows)
}
