package cli

import (
	"io"

	"github.com/spf13/cobra"
)

// newCompletionCommand writes cobra's completion scripts.
func newCompletionCommand(p *program) *cobra.Command {
	shells := map[string]func(*cobra.Command, io.Writer) error{
		"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"zsh":        (*cobra.Command).GenZshCompletion,
		"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
		"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
	}
	c := p.command("completion", "completion bash|zsh|fish|powershell")
	c.ValidArgs = []string{"bash", "zsh", "fish", "powershell"}
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 || shells[args[0]] == nil {
			return p.fail(exitUsage, "shell", "command", cmd.CommandPath())
		}
		return shells[args[0]](cmd.Root(), p.env.Out)
	}
	return c
}
