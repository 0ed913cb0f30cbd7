package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"cesta/internal/locale"
	"cesta/internal/report"
	"cesta/internal/translation"
)

type languagesOptions struct{ format string }

func newLanguagesListCommand(p *program) *cobra.Command {
	var o languagesOptions
	c := p.command("languages-list", "list")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.JSON)
	c.RunE = p.run(func(context.Context, []string) error { return p.listLanguages(o) })
	return c
}

// languageLine is one language as it can be used here.
type languageLine struct {
	locale.Language `json:"-"`

	Tag         string   `json:"tag"`
	Name        string   `json:"name"`
	EnglishName string   `json:"englishName"`
	CzechName   string   `json:"czechName"`
	Direction   string   `json:"direction"`
	Roles       []string `json:"roles"`
	State       string   `json:"state"`
	// Interview and Leaflet say whether all words for them are there.
	Interview bool `json:"interview"`
	Leaflet   bool `json:"leaflet"`
	// Bundles say how far each of the three parts is translated.
	Bundles []bundleLine `json:"bundles"`
}

// bundleLine is how many texts of a bundle a language needs, and how many of
// them have each standing; English is the source and has no record.
type bundleLine struct {
	Bundle string                  `json:"bundle"`
	Needed int                     `json:"needed"`
	Source bool                    `json:"source,omitempty"`
	Texts  map[locale.Standing]int `json:"texts"`
}

func (p *program) listLanguages(o languagesOptions) error {
	lines, err := p.languageLines()
	if err != nil {
		return err
	}
	return p.output("", func(w io.Writer) error {
		if o.format == string(report.JSON) {
			return json.NewEncoder(w).Encode(lines)
		}
		p.printLanguages(lines, w)
		return nil
	})
}

func (p *program) languageLines() ([]languageLine, error) {
	set, err := p.loadSet()
	if err != nil {
		return nil, err
	}
	pack, err := p.loadPack()
	if err != nil {
		return nil, err
	}
	c := content{set: set, pack: pack}
	var lines []languageLine
	reader := translation.NewReader(p.library)
	for _, l := range p.library.Languages() {
		bundles, err := p.bundleLines(reader, l, append([]string{locale.Interface}, c.bundles()...))
		if err != nil {
			return nil, err
		}
		w, err := p.library.Words(l.Tag, c.bundles()...)
		if err != nil {
			return nil, p.contentFailure("words", err)
		}
		lines = append(lines, languageLine{
			Language: l, Tag: l.Tag, Name: l.Name, EnglishName: l.EnglishName, CzechName: l.CzechName,
			Direction: l.Direction, Roles: l.Roles, State: l.State,
			Interview: len(w.Missing(c.keys())) == 0,
			Leaflet:   len(missingForLeaflet(w, pack.Keys())) == 0,
			Bundles:   bundles,
		})
	}
	return lines, nil
}

func (p *program) bundleLines(reader *translation.Reader, l locale.Language, bundles []string) ([]bundleLine, error) {
	var lines []bundleLine
	for _, bundle := range bundles {
		s, err := reader.Read(bundle, l)
		if err != nil {
			return nil, p.contentFailure("words", err)
		}
		lines = append(lines, bundleLine{bundle, len(s.Texts), s.IsSource, s.Counts()})
	}
	return lines, nil
}

// printLanguages puts the self-name last on the line: its width is not known
// for sure in every script.
func (p *program) printLanguages(lines []languageLine, w io.Writer) {
	width, names := 0, 0
	for _, l := range lines {
		width = max(width, len(l.Tag))
		names = max(names, locale.Width(p.nameOf(l.Language)))
	}
	for _, l := range lines {
		name := p.nameOf(l.Language)
		fmt.Fprintf(w, "%-*s  %s%*s  %s: %s\n", width, l.Tag, name, names-locale.Width(name), "", p.languageUse(l), l.Name)
		for _, b := range l.Bundles {
			fmt.Fprintf(w, "%*s  %s\n", width, "", p.bundleText(b))
		}
	}
}

// shownStandings are told in this order, where there are any.
var shownStandings = []locale.Standing{locale.Stale, locale.Changed, locale.Unstamped, locale.Draft, locale.Reviewed, locale.Approved}

// bundleText is "set cesta: 206 of 206 texts; draft 206".
func (p *program) bundleText(b bundleLine) string {
	text := p.text("languages.bundle", "bundle", b.Bundle, "have", strconv.Itoa(b.Needed-b.Texts[locale.Missing]), "needed", strconv.Itoa(b.Needed))
	if b.Source {
		text += "; " + p.text("languages.source")
	}
	for _, s := range shownStandings {
		if n := b.Texts[s]; n > 0 {
			text += "; " + p.text("state."+string(s)) + " " + strconv.Itoa(n)
		}
	}
	return text
}

func (p *program) languageUse(l languageLine) string {
	use := "none"
	switch {
	case l.Interview:
		use = "interview"
	case l.Leaflet:
		use = "leaflet"
	}
	return p.text("language."+use) + ", " + p.text("state."+l.State)
}
