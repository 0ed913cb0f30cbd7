package report

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cesta/internal/assess"
	"cesta/internal/indicator"
)

// staleAfter is how long a check of content is good for. Law and telephone
// numbers change within a year.
const staleAfter = 180 * 24 * time.Hour

// stale reports whether a date of a check (2026-11-23, or never) is too long
// before now. A date that cannot be read was never checked.
func stale(checked string, now time.Time) bool {
	at, err := time.Parse(time.DateOnly, checked)
	return err != nil || now.Sub(at) > staleAfter
}

// sourceLine says where the rules and weights of an instrument come from.
func (c Case) sourceLine(ins *indicator.Instrument) string {
	s := ins.Source
	switch {
	case ins.Fidelity == indicator.Project:
		return c.text("source-line.project", "title", s.Title)
	case ins.MayBeNamed():
		return c.text("source-line.official", "owner", s.Publisher, "year", s.Year, "title", s.Title, "date", dateOf(s.Checked))
	}
	if s.Year == "" {
		return c.text("source-line.undated", "owner", s.Publisher)
	}
	return c.text("source-line.secondary", "owner", s.Publisher, "year", s.Year)
}

// conditions lists what about the talk keeps it from saying more.
func (c Case) conditions() []block {
	var items []block
	for _, r := range c.Assessment.Reasons {
		if r.Rule == assess.RuleGate && r.Result != coreOpen {
			items = append(items, point(c.text("gate."+r.Result)))
		}
	}
	blocks, open := []block{head(2, c.text("conditions"))}, c.open()
	if len(items)+len(open) == 0 {
		return append(blocks, para(c.text("conditions.met")))
	}
	return append(append(blocks, points(items...)), open...)
}

// coreOpen is the gate whose questions are listed by themselves.
const coreOpen = "core-open"

// open lists the core questions that were not answered with yes or no.
func (c Case) open() []block {
	core := c.Assessment.Core
	if len(core.Open) == 0 {
		return nil
	}
	var items []block
	for _, q := range core.Open {
		items = append(items, point(c.question(q)))
	}
	return []block{para(c.text("core-open", "open", strconv.Itoa(len(core.Open)), "of", strconv.Itoa(core.Of))), points(items...)}
}

// origin names the set, the source of every rule and weight, and what of all
// this nobody has reviewed or what is too old.
func (c Case) origin() []block {
	ref := c.Assessment.Set
	blocks := []block{
		head(2, c.text("origin")),
		para(c.text("origin.set", "id", ref.ID, "version", ref.Version, "hash", ref.Hash)),
	}
	var items []block
	for _, f := range c.Assessment.Instruments {
		if ins := c.Set.Instrument(f.ID); ins != nil {
			items = append(items, point(ins.ID+": "+c.sourceLine(ins)))
		}
	}
	blocks = append(blocks, points(items...))
	if d := c.drafts(); len(d) > 0 {
		blocks = append(blocks, para(c.text("origin.draft", "list", strings.Join(d, "; "))))
	}
	for _, s := range c.Pack.Switches {
		blocks = append(blocks, para(c.Words.Text(s.Key(), "date", dateOf(s.AsOf))))
	}
	if stale(c.Pack.Checked, c.Now) {
		blocks = append(blocks, para(c.text("origin.stale", "date", dateOf(c.Pack.Checked))))
	}
	return blocks
}

// drafts names content that nobody has approved.
func (c Case) drafts() []string {
	var list []string
	for _, f := range c.Assessment.Instruments {
		if ins := c.Set.Instrument(f.ID); ins != nil && ins.State != indicator.Approved {
			list = append(list, c.text("origin.rules", "id", ins.ID))
		}
	}
	if c.Pack.Draft() {
		list = append(list, c.text("origin.country"))
	}
	for _, b := range [][2]string{{"interface", "officer.report.title"}, {"set", c.setKey()}, {"country", "officer.duties.title"}} {
		if state := c.Words.State(b[1]); state != "" && state != string(indicator.Approved) {
			list = append(list, c.text("origin.words."+b[0], "language", c.Words.Language().Name))
		}
	}
	return list
}

// setKey is a key of the set's words, to ask for their state.
func (c Case) setKey() string {
	keys := c.Set.Keys()
	if i := slices.IndexFunc(keys, c.Words.Has); i >= 0 {
		return keys[i]
	}
	return ""
}
