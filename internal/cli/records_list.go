package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"cesta/internal/report"
	"cesta/internal/vault"
)

type recordsListOptions struct{ format string }

func newRecordsListCommand(p *program) *cobra.Command {
	var o recordsListOptions
	c := p.command("records-list", "list")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.JSON)
	c.RunE = p.run(func(context.Context, []string) error { return p.listRecords(o) })
	return c
}

// recordLine is one record as it can be seen without a key.
type recordLine struct {
	Record    string `json:"record"`
	Month     string `json:"month,omitempty"`
	Period    string `json:"period,omitempty"`
	Missing   bool   `json:"missing,omitempty"`
	Unlogged  bool   `json:"unlogged,omitempty"`
	Withdrawn bool   `json:"withdrawn,omitempty"`
	Disclosed int    `json:"disclosed,omitempty"`
	// Due says that it must be decided whether the record stays.
	Due bool `json:"due,omitempty"`
}

// draftLine is one draft as it can be seen without a key.
type draftLine struct {
	Expires  time.Time `json:"expires"`
	InUse    bool      `json:"inUse,omitempty"`
	Overdue  bool      `json:"overdue,omitempty"`
	Clock    bool      `json:"clockDoubtful,omitempty"`
	Readable bool      `json:"readable"`
}

type recordsListing struct {
	Schema  string       `json:"schema"`
	Records []recordLine `json:"records"`
	Drafts  []draftLine  `json:"drafts"`
}

func (p *program) listRecords(o recordsListOptions) error {
	store, err := p.openRecords()
	if err != nil {
		return err
	}
	l, err := listing(store, p.env.Now())
	if err != nil {
		return p.vaultFailure(err)
	}
	return p.output("", func(w io.Writer) error {
		if o.format == string(report.JSON) {
			return json.NewEncoder(w).Encode(l)
		}
		p.printListing(l, w)
		return nil
	})
}

func listing(store *vault.Store, now time.Time) (recordsListing, error) {
	l := recordsListing{Schema: "cesta.records/1", Records: []recordLine{}, Drafts: []draftLine{}}
	records, err := store.List()
	if err != nil {
		return l, err
	}
	for _, r := range records {
		l.Records = append(l.Records, recordLine{vault.Short(r.ID), r.Month, r.Period, r.Missing, r.Unlogged, r.Withdrawn, r.Disclosed, due(r.Month, now)})
	}
	drafts, err := store.Drafts()
	for _, d := range drafts {
		l.Drafts = append(l.Drafts, draftLine{d.Expires, d.InUse, d.Overdue, d.Future, d.Damage == nil})
	}
	return l, err
}

// due reports whether the months until the review of a record are over. The day
// itself is sealed in the record.
func due(month string, now time.Time) bool {
	made, err := time.Parse("2006-01", month)
	return err == nil && !now.Before(made.AddDate(0, reviewMonths, 0))
}

func (p *program) printListing(l recordsListing, w io.Writer) {
	if len(l.Records)+len(l.Drafts) == 0 {
		fmt.Fprintln(w, p.text("records.empty"))
	}
	for _, r := range l.Records {
		fmt.Fprintf(w, "%s  %-7s  %s\n", r.Record, r.Month, p.recordState(r))
	}
	for _, d := range l.Drafts {
		fmt.Fprintln(w, p.text("records.draft", "expires", p.moment(d.Expires))+p.draftState(d))
	}
}

func (p *program) recordState(r recordLine) string {
	switch {
	case r.Missing:
		return p.text("records.missing")
	case r.Unlogged:
		return p.text("records.unlogged")
	case r.Due:
		return p.text("records.due")
	case r.Withdrawn:
		return p.text("records.withdrawn")
	case r.Disclosed > 0:
		return p.text("records.disclosed")
	}
	return p.text("records.sealed-state")
}

func (p *program) draftState(d draftLine) string {
	switch {
	case !d.Readable:
		return ", " + p.text("records.draft-unreadable")
	case d.InUse:
		return ", " + p.text("records.draft-in-use")
	case d.Overdue, d.Clock:
		return ", " + p.text("records.draft-doubt")
	}
	return ""
}
