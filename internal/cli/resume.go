package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"cesta/internal/vault"
)

type resumeOptions struct{ keys string }

func newResumeCommand(p *program) *cobra.Command {
	var o resumeOptions
	c := p.command("resume", "resume", exitUnfinished)
	c.Flags().StringVar(&o.keys, "keys", "", p.text("flag.keys"))
	c.RunE = p.talk(func(ctx context.Context, _ []string) error { return p.resume(ctx, o) })
	return c
}

// resume goes on with an unfinished talk, exactly where it stood.
func (p *program) resume(ctx context.Context, o resumeOptions) error {
	store, err := p.openRecords()
	if err != nil {
		return err
	}
	t, err := p.openDraft(ctx, store, o.keys)
	if err != nil {
		return err
	}
	return t.goOn(ctx)
}

// goOn holds the rest of a talk, and those with the next persons.
func (t *talk) goOn(ctx context.Context) error {
	next, err := t.hold(ctx, screenOptions{})
	if err != nil || !next {
		return err
	}
	return t.screen(ctx, screenOptions{interview: t.plan.Interview})
}

// openDraft asks for the passphrase once and makes the talk of a draft.
func (p *program) openDraft(ctx context.Context, store *vault.Store, keys string) (*talk, error) {
	drafts, err := p.freeDrafts(store)
	if err != nil {
		return nil, err
	}
	a := p.asker()
	d := drafts[0]
	if len(drafts) > 1 {
		if d, err = a.whichDraft(ctx, drafts); err != nil {
			return nil, err
		}
	}
	key, err := a.key(ctx, store, vault.RoleDraft, d.Period, keys)
	if err != nil {
		return nil, err
	}
	r, err := store.Resume(d.ID, key)
	if err != nil {
		return nil, p.vaultFailure(err)
	}
	t, err := p.reopen(store, r, d.ID)
	if err != nil && r.Journal != nil {
		_ = r.Journal.Close() // it stays as it was
	}
	return t, err
}

// freeDrafts are those that can be opened; one at least.
func (p *program) freeDrafts(store *vault.Store) ([]vault.DraftInfo, error) {
	drafts, err := store.Drafts()
	if err != nil {
		return nil, p.vaultFailure(err)
	}
	all := len(drafts)
	drafts = slices.DeleteFunc(drafts, func(d vault.DraftInfo) bool { return d.InUse || d.Damage != nil })
	switch {
	case all == 0:
		return nil, p.fail(exitError, "no-draft")
	case len(drafts) == 0:
		return nil, p.fail(exitError, "no-free-draft")
	}
	return drafts, nil
}

// whichDraft asks which of several: nothing but the time is known without a key.
func (a asker) whichDraft(ctx context.Context, drafts []vault.DraftInfo) (vault.DraftInfo, error) {
	for i, d := range drafts {
		fmt.Fprintf(a.env.Err, "%s%d  %s\n", helpIndent, i+1, a.text("records.draft", "expires", a.moment(d.Expires)))
	}
	for {
		line, err := a.line(ctx, "draft")
		if err != nil {
			return vault.DraftInfo{}, err
		}
		if n, err := strconv.Atoi(line); err == nil && 1 <= n && n <= len(drafts) {
			return drafts[n-1], nil
		}
	}
}

// moment writes a time in the zone of the machine's clock.
func (p *program) moment(t time.Time) string {
	return t.In(p.env.Now().Location()).Format("2. 1. 2006 15:04")
}

// reopen makes the talk and says what the officer must know about the draft.
func (p *program) reopen(store *vault.Store, r *vault.Resumed, id string) (*talk, error) {
	h, err := readHead(r.First)
	if err != nil {
		return nil, p.vaultFailure(err)
	}
	t, err := p.prepareDraft(h)
	if err != nil {
		return nil, p.because(err, exitError, "draft-content", "reason", err.Error())
	}
	*t.keeping = keeping{program: p, talk: t, store: store, first: r.First, journal: r.Journal}
	done, err := t.replay(r.Records)
	t.keeping.actions = r.Records[:done]
	t.keeping.saved = done
	if r.Damage != nil || err != nil { // nothing is written behind what cannot be read
		p.tell("resume.damaged", "answers", p.words.Count("officer.cli.steps", done))
		t.keeping.leaveDamaged(r)
	}
	if r.Torn {
		p.tell("resume.torn")
	}
	p.tell("resume.expires", "expires", p.moment(r.Expires))
	return t, nil
}

// leaveDamaged goes on in a draft of its own. The damaged one stays, until its
// time is over: somebody may find out what was in it.
func (k *keeping) leaveDamaged(r *vault.Resumed) {
	if r.Journal != nil {
		_ = r.Journal.Close()
	}
	k.journal, k.saved = nil, 0
}
