package cli

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"cesta/internal/vault"
)

type setupOptions struct {
	keys, recovery, ngo string
	x25519              bool
}

func newRecordsSetupCommand(p *program) *cobra.Command {
	var o setupOptions
	c := p.command("records-setup", "setup")
	c.Flags().StringVar(&o.keys, "keys", "", p.text("flag.setup.keys"))
	c.Flags().StringVar(&o.recovery, "recovery", "", p.text("flag.setup.recovery"))
	c.Flags().StringVar(&o.ngo, "ngo", "", p.text("flag.setup.ngo"))
	c.Flags().BoolVar(&o.x25519, "x25519", false, p.text("flag.setup.x25519"))
	c.RunE = p.talk(func(ctx context.Context, _ []string) error { return p.setUpRecords(ctx, o) })
	return c
}

// setUpRecords makes the keys of this quarter. From then on talks are kept.
func (p *program) setUpRecords(ctx context.Context, o setupOptions) error {
	if o.keys == "" {
		return p.fail(exitUsage, "setup-keys")
	}
	at, err := p.places()
	if err != nil {
		return p.vaultFailure(err)
	}
	c, err := p.setupOf(o)
	if err != nil {
		return err
	}
	a := p.asker()
	for _, role := range []vault.Role{vault.RoleDraft, vault.RoleStation, vault.RoleRecovery} {
		if c.Passphrases[role], err = a.newPassphrase(ctx, role); err != nil {
			return err
		}
	}
	store, err := vault.SetUp(p.env.Files, at, p.env.Now, c)
	if err != nil {
		return p.vaultFailure(err)
	}
	p.printSetup(store, c)
	return nil
}

func (p *program) setupOf(o setupOptions) (c vault.Setup, err error) {
	c = vault.Setup{Kind: vault.Hybrid, Passphrases: map[vault.Role]string{}, Work: p.env.Work}
	if o.x25519 {
		c.Kind = vault.X25519
	}
	if c.Keys, err = p.folderOf(o.keys); err != nil {
		return c, err
	}
	if c.Recovery, err = p.folderOf(cmp.Or(o.recovery, o.keys)); err != nil {
		return c, err
	}
	if o.ngo == "" {
		return c, nil
	}
	c.NGO, err = p.readRecipient(o.ngo)
	return c, err
}

// readRecipient reads the public key of a partner.
func (p *program) readRecipient(name string) (string, error) {
	data, err := p.readFile(name)
	if err != nil {
		return "", p.fileFailure(name, err)
	}
	recipient, err := vault.ReadRecipient(data)
	if err != nil {
		return "", p.because(err, exitError, "recipient", "file", quote(name), "reason", err.Error())
	}
	return recipient, nil
}

// printSetup shows the fingerprints, to be compared by voice, and what to do now.
func (p *program) printSetup(store *vault.Store, c vault.Setup) {
	period := store.Station.Current()
	w := p.env.Out
	fmt.Fprintln(w, p.text("setup.done", "period", period.Period))
	fmt.Fprintln(w)
	h := helpPage{program: p, w: w, width: helpWidth}
	var rows []row
	for _, pin := range period.Pins() {
		rows = append(rows, row{p.text("role." + string(pin.Role)), vault.Fingerprint(pin.Recipient)})
	}
	rows = append(rows, row{p.text("role.device"), vault.Fingerprint(string(store.Station.Device))})
	h.rows(rows)
	fmt.Fprintln(w)
	for _, k := range []struct {
		role   vault.Role
		folder string
	}{{vault.RoleDraft, c.Keys}, {vault.RoleStation, c.Keys}, {vault.RoleRecovery, c.Recovery}} {
		fmt.Fprintln(w, helpIndent+visible(filepath.Join(k.folder, vault.KeyFile(k.role, period.Period))))
	}
	fmt.Fprintln(w)
	h.paragraphs(p.text("setup.next"))
	fmt.Fprintln(w)
	fmt.Fprintln(w, p.text("records.head", "head", store.Head().String()))
}
