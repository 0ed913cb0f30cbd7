package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"cesta/internal/vault"
)

type recordsRemoveOptions struct{ draft bool }

func newRecordsRemoveCommand(p *program) *cobra.Command {
	var o recordsRemoveOptions
	c := p.command("records-remove", "remove")
	c.Flags().BoolVar(&o.draft, "draft", false, p.text("flag.draft"))
	c.RunE = p.run(func(ctx context.Context, _ []string) error {
		if o.draft {
			return p.removeDraft(ctx)
		}
		return p.removeRecord(ctx)
	})
	return c
}

// removeRecord deletes one record from this store, and says what that does not do.
func (p *program) removeRecord(ctx context.Context) error {
	store, err := p.openRecords()
	if err != nil {
		return err
	}
	a := p.asker()
	info, err := a.record(ctx, store)
	if err != nil {
		return err
	}
	fmt.Fprintln(p.env.Err, p.text("records.remove-means", "period", info.Period))
	if err := a.confirmed(ctx, "remove", "record", vault.Short(info.ID)); err != nil {
		return err
	}
	if err := store.Remove(info.ID); err != nil {
		return p.vaultFailure(err)
	}
	p.tell("records.removed", "period", info.Period)
	return nil
}

// confirmed asks twice: what was deleted by mistake hurts a person a second time.
func (a asker) confirmed(ctx context.Context, id string, args ...string) error {
	for _, ask := range []string{id, "sure"} {
		ok, err := a.yes(ctx, ask, args...)
		if err != nil {
			return err
		}
		if !ok {
			return a.fail(exitError, "not-confirmed")
		}
	}
	return nil
}

func (p *program) removeDraft(ctx context.Context) error {
	store, err := p.openRecords()
	if err != nil {
		return err
	}
	drafts, err := store.Drafts()
	if err != nil {
		return p.vaultFailure(err)
	}
	if len(drafts) == 0 {
		return p.fail(exitError, "no-draft")
	}
	a := p.asker()
	d, err := a.whichDraft(ctx, drafts)
	if err != nil {
		return err
	}
	if err := a.confirmed(ctx, "remove-draft", "expires", p.moment(d.Expires)); err != nil {
		return err
	}
	if err := store.RemoveDraft(d.ID); err != nil {
		return p.vaultFailure(err)
	}
	p.tell("records.draft-removed")
	return nil
}

func newRecordsWithdrawCommand(p *program) *cobra.Command {
	c := p.command("records-withdraw", "withdraw")
	c.RunE = p.run(func(ctx context.Context, _ []string) error { return p.withdraw(ctx) })
	return c
}

// withdraw notes that the person has taken back their consent. It asks for no
// key and no reason: it must be as easy as giving it.
func (p *program) withdraw(ctx context.Context) error {
	store, err := p.openRecords()
	if err != nil {
		return err
	}
	info, err := p.asker().record(ctx, store)
	if err != nil {
		return err
	}
	if err := store.Withdraw(info.ID); err != nil {
		return p.vaultFailure(err)
	}
	p.tell("records.withdrawn-now")
	if info.Disclosed > 0 {
		p.tell("records.ask-back")
	}
	return nil
}

func newRecordsSealCommand(p *program) *cobra.Command {
	var o resumeOptions
	c := p.command("records-seal", "seal")
	c.Flags().StringVar(&o.keys, "keys", "", p.text("flag.keys"))
	c.RunE = p.run(func(ctx context.Context, _ []string) error { return p.sealDraft(ctx, o) })
	return c
}

// sealDraft makes a record of a talk that nobody will go on with. Whoever was
// not told what is kept, or did not agree to be asked, gets no record.
func (p *program) sealDraft(ctx context.Context, o resumeOptions) error {
	store, err := p.openRecords()
	if err != nil {
		return err
	}
	t, err := p.openDraft(ctx, store, o.keys)
	if err != nil {
		return err
	}
	if !t.keeping.may() || !t.keeping.keeps() {
		_ = t.keeping.leave() // it goes when its time is over
		return p.fail(exitError, "seal-untold")
	}
	return t.keeping.seal()
}
