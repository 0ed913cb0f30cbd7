package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cesta/internal/locale"
	"cesta/internal/translation"
)

type stampOptions struct{ state, by, backs, pairs string }

// newLanguagesStampCommand makes the command by which people tell the program
// what they have done: translated, looked through, translated back. It stands
// among the languages and not with the checks, because it is the one place
// where a state is given, and no check may ever give one.
func newLanguagesStampCommand(p *program) *cobra.Command {
	o := stampOptions{state: string(locale.Draft)}
	c := p.command("languages-stamp", "stamp TAG [KEY ...]")
	words(c.Flags(), &o.state, "state", p.text("flag.stamp.state"), string(locale.Draft), string(locale.Reviewed), string(locale.Approved))
	c.Flags().StringVar(&o.by, "by", "", p.text("flag.stamp.by"))
	c.Flags().StringVar(&o.backs, "back-translations", "", p.text("flag.stamp.back-translations"))
	c.Flags().StringVar(&o.pairs, "pairs", "", p.text("flag.stamp.pairs"))
	c.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.fail(exitUsage, "argument-missing", "command", cmd.CommandPath(), "argument", "TAG")
		}
		return nil
	}
	c.ValidArgsFunction = p.completeLanguage
	c.RunE = p.author(writesFolder, func(a *authors, args []string) error { return a.stamp(o, args[0], args[1:]) })
	return c
}

func (a *authors) stamp(o stampOptions, tag string, keys []string) error {
	l, err := a.language(tag)
	if err != nil {
		return err
	}
	o.by = strings.Join(strings.Fields(o.by), " ")
	signed := o.state != string(locale.Draft)
	switch {
	case tag == locale.English:
		return a.fail(exitUsage, "stamp-source")
	case signed && o.by == "":
		return a.fail(exitUsage, "flag-needs-flag", "flag", "--state "+o.state, "other", "--by")
	case !signed && o.by != "":
		return a.fail(exitUsage, "flag-needs-flag", "flag", "--by", "other", "--state")
	}
	stamp := translation.Stamp{State: locale.Standing(o.state), Keys: keys}
	if signed {
		stamp.By, stamp.On = o.by, a.env.Now().Format(time.DateOnly)
	}
	if err := a.readMarks(o, &stamp); err != nil {
		return err
	}
	count, err := a.record(l, stamp)
	if err != nil {
		return err
	}
	return a.sayStamped(l, count)
}

// readMarks reads the back-translations and the pairs.
func (a *authors) readMarks(o stampOptions, stamp *translation.Stamp) error {
	if o.backs != "" {
		data, err := a.input(o.backs)
		if err != nil {
			return err
		}
		if stamp.Backs, err = translation.ReadBacks(o.backs, data); err != nil {
			return a.contentFailure("stamp", err)
		}
	}
	if o.pairs != "" {
		data, err := a.input(o.pairs)
		if err != nil {
			return err
		}
		if stamp.Pairs, err = translation.ReadPairs(o.pairs, data); err != nil {
			return a.contentFailure("stamp", err)
		}
	}
	return nil
}

// sayStamped says how many texts have a record, and how many of them are stale
// still: those must be named.
func (a *authors) sayStamped(l locale.Language, count int) error {
	surveys, err := a.surveys(l)
	if err != nil {
		return err
	}
	stale := 0
	for _, s := range surveys {
		stale += s.Counts()[locale.Stale]
	}
	fmt.Fprintln(a.env.Out, a.text("languages.stamped", "tag", l.Tag, "texts", strconv.Itoa(count), "stale", strconv.Itoa(stale)))
	return nil
}
