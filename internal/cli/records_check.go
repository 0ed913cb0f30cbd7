package cli

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"cesta/internal/vault"
)

type recordsCheckOptions struct {
	head, keys     string
	open, recovery bool
}

func newRecordsCheckCommand(p *program) *cobra.Command {
	var o recordsCheckOptions
	c := p.command("records-check", "check", exitProblems)
	c.Flags().StringVar(&o.head, "head", "", p.text("flag.head"))
	c.Flags().BoolVar(&o.open, "open", false, p.text("flag.open"))
	p.keyFlags(c, &o.keys, &o.recovery)
	c.RunE = p.run(func(ctx context.Context, _ []string) error { return p.checkRecords(ctx, o) })
	return c
}

// checkRecords compares everything in the store with its log. It needs no key;
// with one it also opens every record of the period, which is the drill that
// shows that the key is still good.
func (p *program) checkRecords(ctx context.Context, o recordsCheckOptions) error {
	at, err := p.places()
	if err != nil {
		return p.vaultFailure(err)
	}
	store, opening := vault.Open(p.env.Files, at, p.env.Now)
	problems, err := vault.Examine(p.env.Files, at, p.env.Now, o.head)
	if err != nil {
		return p.vaultFailure(err)
	}
	lines := p.problemLines(problems)
	if opening != nil && len(lines) == 0 {
		return p.vaultFailure(opening)
	}
	if store != nil && o.open {
		opened, err := p.openAll(ctx, store, o)
		if err != nil {
			return err
		}
		lines = append(lines, opened...)
	}
	return p.printCheck(store, lines)
}

func (p *program) problemLines(problems []vault.Problem) []string {
	var lines []string
	for _, f := range problems {
		place := f.File
		if f.N > 0 {
			place += ":" + strconv.Itoa(f.N)
		}
		lines = append(lines, visible(place)+": "+p.text("check."+string(f.Code)))
	}
	return lines
}

// openAll opens every record with one key and lists those that do not open.
func (p *program) openAll(ctx context.Context, store *vault.Store, o recordsCheckOptions) ([]string, error) {
	period := store.Station.Current().Period
	key, err := p.asker().key(ctx, store, roleOf(o.recovery), period, o.keys)
	if err != nil {
		return nil, err
	}
	bad := store.CheckOpened(key, period)
	var lines []string
	for _, id := range slices.Sorted(maps.Keys(bad)) {
		lines = append(lines, vault.Short(id)+": "+visible(bad[id].Error()))
	}
	return lines, nil
}

func (p *program) printCheck(store *vault.Store, lines []string) error {
	err := p.output("", func(w io.Writer) error {
		for _, line := range lines {
			fmt.Fprintln(w, line)
		}
		fmt.Fprintln(w, p.words.Count("officer.cli.problems", len(lines)))
		if store != nil {
			fmt.Fprintln(w, p.text("records.head", "head", store.Head().String()))
		}
		return nil
	})
	if err == nil && len(lines) > 0 {
		return &failure{status: exitProblems}
	}
	return err
}
