package cli

import (
	"context"

	"github.com/spf13/cobra"
)

// newRootCommand makes the whole tree of commands.
func newRootCommand(p *program) *cobra.Command {
	root := newMenuCommand(p)
	p.flags.register(root.PersistentFlags(), func(name string) string { return p.text("flag." + name) })
	root.PersistentFlags().SortFlags = false
	root.AddCommand(
		newScreenCommand(p),
		newResumeCommand(p),
		newAssessCommand(p),
		newRightsCommand(p),
		newContactsCommand(p),
		p.group("print", newBoardCommand(p), newSilentCardCommand(p), newConsentCommand(p), newQuestionnaireCommand(p), newPosterCommand(p), newReflectionCommand(p)),
		p.group("indicators", newIndicatorsListCommand(p), newIndicatorsShowCommand(p), newIndicatorsExplainCommand(p), newIndicatorsCheckCommand(p),
			newIndicatorsPrintCommand(p), newIndicatorsSchemaCommand(p), newIndicatorsCopyCommand(p)),
		p.group("languages", newLanguagesListCommand(p), newLanguagesCheckCommand(p), newLanguagesNewCommand(p),
			newLanguagesExportCommand(p), newLanguagesImportCommand(p), newLanguagesStampCommand(p)),
		p.group("records", newRecordsSetupCommand(p), newRecordsListCommand(p), newRecordsShowCommand(p), newRecordsSealCommand(p),
			newRecordsRemoveCommand(p), newRecordsCheckCommand(p), newRecordsExportCommand(p), newRecordsWithdrawCommand(p)),
		newReferCommand(p),
		newDoctorCommand(p),
		newVersionCommand(p),
		newCompletionCommand(p),
	)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(newHelpCommand(p))
	root.SetHelpFunc(p.help)
	root.SetFlagErrorFunc(p.flagFailure)
	return root
}

// run makes a cobra command out of one that asks nobody anything: Ctrl+C ends it.
func (p *program) run(f func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if err := p.unusable(); err != nil {
			return err
		}
		formatByName(cmd.Flags())
		ctx, cancel := p.untilInterrupt(cmd.Context())
		defer cancel()
		return f(ctx, args)
	}
}

// talk makes a cobra command out of one that talks with the user, and so
// answers Ctrl+C itself.
func (p *program) talk(f func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if err := p.unusable(); err != nil {
			return err
		}
		return f(cmd.Context(), args)
	}
}

// untilInterrupt ends the context at the first Ctrl+C and lets a second one end
// the program.
func (p *program) untilInterrupt(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		select {
		case <-p.interrupt:
			p.release()
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, cancel
}
