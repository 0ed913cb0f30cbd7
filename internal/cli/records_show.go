package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/assess"
	"cesta/internal/report"
	"cesta/internal/vault"
)

type recordsShowOptions struct {
	keys, format string
	recovery     bool
}

func newRecordsShowCommand(p *program) *cobra.Command {
	var o recordsShowOptions
	c := p.command("records-show", "show")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.JSON)
	p.keyFlags(c, &o.keys, &o.recovery)
	c.RunE = p.run(func(ctx context.Context, _ []string) error { return p.showRecord(ctx, o) })
	return c
}

// keyFlags are where a key is, and whether it is the recovery key.
func (p *program) keyFlags(c *cobra.Command, keys *string, recovery *bool) {
	c.Flags().StringVar(keys, "keys", "", p.text("flag.keys"))
	c.Flags().BoolVar(recovery, "recovery", false, p.text("flag.recovery"))
}

func roleOf(recovery bool) vault.Role {
	if recovery {
		return vault.RoleRecovery
	}
	return vault.RoleStation
}

func (p *program) showRecord(ctx context.Context, o recordsShowOptions) error {
	_, r, _, err := p.consult(ctx, o.keys, o.recovery)
	if err != nil {
		return err
	}
	return p.output("", func(w io.Writer) error {
		if o.format == string(report.JSON) {
			return json.NewEncoder(w).Encode(r)
		}
		return p.printRecord(r, w)
	})
}

// consult asks for a record and a passphrase, logs that it is opened, and opens it.
func (p *program) consult(ctx context.Context, keys string, recovery bool) (*vault.Store, *vault.Record, vault.Info, error) {
	store, err := p.openRecords()
	if err != nil {
		return nil, nil, vault.Info{}, err
	}
	a := p.asker()
	info, err := a.record(ctx, store)
	if err != nil {
		return nil, nil, info, err
	}
	key, err := a.key(ctx, store, roleOf(recovery), info.Period, keys)
	if err != nil {
		return nil, nil, info, err
	}
	r, err := store.Show(info.ID, key)
	if err != nil {
		return nil, nil, info, p.vaultFailure(err)
	}
	return store, r, info, nil
}

// printRecord writes what the record says of itself, and the report that its
// answers give with the set that this program has now.
func (p *program) printRecord(r *vault.Record, w io.Writer) error {
	e := r.Envelope
	h := helpPage{program: p, w: w, width: helpWidth}
	h.rows([]row{
		{p.text("record.id"), vault.Short(r.ID)},
		{p.text("record.category"), p.text("record.category." + category)},
		{p.text("record.sealed"), p.moment(e.Sealed)},
		{p.text("record.review"), e.Review},
		{p.text("record.basis"), strings.Join(e.Basis, "; ")},
		{p.text("record.set"), e.Set.ID + " " + e.Set.Version + " " + e.Set.Hash},
		{p.text("record.language"), e.Language},
	})
	for _, s := range e.Shown {
		fmt.Fprintf(w, "%s%s  %s  %s  %s\n", helpIndent, p.text("record.shown"), p.moment(s.At), s.Language, s.Text)
	}
	for _, c := range e.Consents {
		fmt.Fprintf(w, "%s%s  %s  %s  %s\n", helpIndent, p.text("record.asked"), p.moment(c.At), c.To, c.Given)
	}
	fmt.Fprintln(w)
	return p.printReport(r, w)
}

func (p *program) printReport(r *vault.Record, w io.Writer) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	sheet, err := sheetOf(r)
	if err != nil {
		return p.vaultFailure(fmt.Errorf("%w: %w", vault.ErrDamaged, err))
	}
	assessor, err := assess.Compile(c.set)
	if err != nil {
		return err
	}
	if pin := r.Envelope.Set; pin.ID != c.set.ID || pin.Hash != c.set.Hash {
		fmt.Fprintln(w, p.text("record.other-set", "was", pin.ID+" "+pin.Version, "is", c.set.ID+" "+c.set.Version)+"\n")
	}
	a, err := assessor.Assess(sheet)
	if err != nil { // the set has changed so much that it knows the answers no more
		return p.printValues(r, w)
	}
	out := report.Case{Assessment: a, Sheet: sheet, Situation: sheet.Situation, Set: c.set, Pack: c.pack, Station: c.station, Words: c.officer, Now: p.env.Now()}
	return out.Write(w, report.Text, p.outWidth())
}

// printValues writes the answers as they were kept.
func (p *program) printValues(r *vault.Record, w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(r.Parts)
}

type recordsExportOptions struct {
	keys, to, output string
	recovery         bool
}

func newRecordsExportCommand(p *program) *cobra.Command {
	var o recordsExportOptions
	c := p.command("records-export", "export")
	c.Flags().StringVar(&o.to, "to", "", p.text("flag.to"))
	c.Flags().StringVar(&o.output, "output", "", p.text("flag.output.sealed"))
	p.keyFlags(c, &o.keys, &o.recovery)
	c.RunE = p.run(func(ctx context.Context, _ []string) error { return p.exportRecord(ctx, o) })
	return c
}

// exportRecord seals a record to another key. There is no export in plain text:
// it would lie on the disk.
func (p *program) exportRecord(ctx context.Context, o recordsExportOptions) error {
	if o.to == "" || o.output == "" {
		return p.fail(exitUsage, "export-needs")
	}
	to, err := p.readRecipient(o.to)
	if err != nil {
		return err
	}
	store, r, info, err := p.consult(ctx, o.keys, o.recovery)
	if err != nil {
		return err
	}
	ok, err := p.asker().yes(ctx, "export", "fingerprint", vault.Fingerprint(to))
	if err != nil {
		return err
	}
	if !ok {
		return p.fail(exitError, "not-confirmed")
	}
	return p.handOver(store, info.ID, vault.WhatExport, o.output, to, vault.Copy{Envelope: r.Envelope, Parts: r.Parts})
}

// handOver logs a disclosure, and then writes the sealed file.
func (p *program) handOver(store *vault.Store, id, what, file, to string, c vault.Copy) error {
	if err := p.mustBeNew(file); err != nil {
		return err
	}
	data, own, err := store.SealFor(to, c)
	if err != nil {
		return p.vaultFailure(err)
	}
	if err := store.Disclose(id, what); err != nil {
		return p.vaultFailure(err)
	}
	if err := p.env.WriteFile(file, data); err != nil {
		return p.fileFailure(file, err)
	}
	p.tell("records.handed-over", "file", quote(file), "record", vault.Short(own))
	p.tell("records.information")
	return nil
}

// mustBeNew refuses to replace a file.
func (p *program) mustBeNew(file string) error {
	f, err := p.env.Open(file)
	if err != nil {
		return nil
	}
	_ = f.Close()
	return p.fail(exitError, "file-exists", "file", quote(file))
}
