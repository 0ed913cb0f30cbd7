package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/answers"
	"cesta/internal/country"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/report"
	"cesta/internal/vault"
)

type referOptions struct {
	keys, to, output, format, language, override string
	recovery                                     bool
}

// overrides are the reasons for which a referral needs no consent. Source:
// Czech Act 359/1999 s. 10(4) for a child; necessity for danger to life.
var overrides = []string{"child-at-risk", "danger-to-life"}

func newReferCommand(p *program) *cobra.Command {
	var o referOptions
	c := p.command("refer", "refer")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.HTML)
	c.Flags().StringVar(&o.language, "language", "", p.text("flag.refer.language"))
	c.Flags().StringVar(&o.output, "output", "", p.text("flag.output.sealed"))
	c.Flags().StringVar(&o.to, "to", "", p.text("flag.refer.to"))
	words(c.Flags(), &o.override, "override", p.text("flag.override"), overrides...)
	p.keyFlags(c, &o.keys, &o.recovery)
	c.RunE = p.run(func(ctx context.Context, _ []string) error { return p.refer(ctx, o) })
	return c
}

// refer makes what one organisation is told about one person: what they allowed,
// item by item, and nothing else. It sends nothing.
func (p *program) refer(ctx context.Context, o referOptions) error {
	w, c, err := p.referralWords(o.language)
	if err != nil {
		return err
	}
	store, record, info, err := p.consult(ctx, o.keys, o.recovery)
	if err != nil {
		return err
	}
	a := p.asker()
	what, err := a.mayRefer(ctx, record, info, o.override)
	if err != nil {
		return err
	}
	r, err := a.referral(ctx, record, c, w, o.override)
	if err != nil {
		return err
	}
	if o.output != "" {
		return p.sealReferral(ctx, store, info.ID, what, r, o)
	}
	if err := store.Disclose(info.ID, what); err != nil {
		return p.vaultFailure(err)
	}
	return p.output("", func(out io.Writer) error { return r.Write(out, report.Format(o.format), p.outWidth()) })
}

// referralWords are those of the paper: an organisation reads Czech or English.
func (p *program) referralWords(tag string) (*locale.Words, content, error) {
	c, err := p.loadCountry()
	if err != nil || tag == "" {
		return c.officer, c, err
	}
	if !p.isOfficer(tag) {
		return nil, c, p.fail(exitUsage, "officer-language", "language", quote(tag), "languages", strings.Join(p.officerTags(), ", "))
	}
	w, err := p.library.Words(tag, countryBundle(c.pack))
	return w, c, err
}

// mayRefer reports under which heading the log must tell of the referral.
// Without consent it must be a child at risk or danger to life, said by the flag
// and confirmed.
func (a asker) mayRefer(ctx context.Context, r *vault.Record, info vault.Info, override string) (what string, err error) {
	consented := consentTo(r, interview.StepReferral) == answers.Yes && !info.Withdrawn
	switch {
	case consented && override == "":
		return vault.WhatReferral, nil
	case override == "":
		return "", a.fail(exitError, "no-consent")
	}
	ok, err := a.yes(ctx, "override", "reason", a.text("override."+override))
	if err != nil {
		return "", err
	}
	if !ok {
		return "", a.fail(exitError, "not-confirmed")
	}
	return vault.WhatOverride + ":" + override, nil
}

// consentTo is the last answer to a question about consent.
func consentTo(r *vault.Record, to string) string {
	given := ""
	for _, c := range r.Envelope.Consents {
		if c.To == to {
			given = c.Given
		}
	}
	return given
}

// detailsOf are the lines that the officer fills in, by the item that allows them.
var detailsOf = map[string][]string{"nickname": {"name"}, "safe-call": {"call", "time"}, "needs": {"needs"}}

// referral asks for what the record does not hold: names and numbers stand in
// no record. What is typed goes into the referral and nowhere else.
func (a asker) referral(ctx context.Context, r *vault.Record, c content, w *locale.Words, override string) (report.Referral, error) {
	out := report.Referral{Words: w, Pack: c.pack, Details: map[string]string{}, Override: override, Authority: c.station.Authority}
	if l, ok := a.library.Language(r.Envelope.Language); ok {
		out.Language = l
	}
	contact, err := a.organisation(ctx, c.pack)
	if err != nil {
		return out, err
	}
	out.To = contact.Name
	for _, item := range c.pack.Referral.Items {
		if mayTell(r, item, override) {
			out.Allowed = append(out.Allowed, item)
		}
	}
	for _, item := range out.Allowed {
		for _, line := range detailsOf[item] {
			if out.Details[line], err = a.line(ctx, "detail", "line", w.Text("officer.report.script.item."+line)); err != nil {
				return out, err
			}
		}
	}
	return out, nil
}

// leastToTell are the items that may be told without consent: enough to come.
var leastToTell = []string{"need-help", "language"}

// mayTell reports whether an item may be told: with the person's yes or, where
// the law overrides a no, the least that helps.
func mayTell(r *vault.Record, item, override string) bool {
	if override != "" {
		return slices.Contains(leastToTell, item)
	}
	return consentTo(r, interview.StepReferral+"."+item) == answers.Yes
}

// organisation asks whom the referral is for.
func (a asker) organisation(ctx context.Context, pack *country.Pack) (country.Contact, error) {
	var all []country.Contact
	for _, c := range pack.Contacts {
		if strings.EqualFold(c.Country, pack.Code) {
			all = append(all, c)
		}
	}
	for i, c := range all {
		fmt.Fprintf(a.env.Err, "%s%d  %s\n", helpIndent, i+1, c.Name)
	}
	for {
		line, err := a.line(ctx, "organisation")
		if err != nil {
			return country.Contact{}, err
		}
		if n, err := strconv.Atoi(line); err == nil && 1 <= n && n <= len(all) {
			return all[n-1], nil
		}
	}
}

// sealReferral writes the referral sealed to the organisation's key. In plain
// text it goes to standard output only, never into a file.
func (p *program) sealReferral(ctx context.Context, store *vault.Store, id, what string, r report.Referral, o referOptions) error {
	to := store.Station.Current().NGO
	var err error
	if o.to != "" {
		if to, err = p.readRecipient(o.to); err != nil {
			return err
		}
	}
	if to == "" {
		return p.vaultFailure(vault.ErrNoNGO)
	}
	var html strings.Builder
	if err := r.Write(&html, report.HTML, 0); err != nil {
		return err
	}
	page, err := json.Marshal(html.String())
	if err != nil {
		return err
	}
	c := vault.Copy{Envelope: vault.Envelope{Category: category, Language: r.Language.Tag}, Parts: map[string]json.RawMessage{vault.PartContact: page}}
	return p.handOver(store, id, what, o.output, to, c)
}
