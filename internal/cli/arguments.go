package cli

import (
	"github.com/spf13/cobra"
)

// exactlyOne refuses anything but one argument, which is called name in help.
func (p *program) exactlyOne(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.fail(exitUsage, "argument-missing", "command", cmd.CommandPath(), "argument", name)
		}
		return p.atMostOne(cmd, args)
	}
}

// atMostOne refuses a second argument.
func (p *program) atMostOne(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return p.fail(exitUsage, "too-many-arguments", "command", cmd.CommandPath(), "argument", quote(args[1]))
	}
	return nil
}

// atMostTwo refuses a third argument.
func (p *program) atMostTwo(cmd *cobra.Command, args []string) error {
	if len(args) > 2 {
		return p.fail(exitUsage, "surplus-argument", "command", cmd.CommandPath(), "argument", quote(args[2]))
	}
	return nil
}
