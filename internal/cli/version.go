package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"cesta/internal/report"
)

type versionOptions struct{ format string }

func newVersionCommand(p *program) *cobra.Command {
	var o versionOptions
	c := p.command("version", "version")
	p.formatFlag(c.Flags(), &o.format, report.Text, report.JSON)
	c.RunE = p.run(func(context.Context, []string) error { return p.version(o) })
	return c
}

// versions is what identifies a build and its content, so that a printed page
// can be traced.
type versions struct {
	Revision  string            `json:"revision"`
	Modified  bool              `json:"modified"`
	Go        string            `json:"go"`
	System    string            `json:"system"`
	Set       setVersion        `json:"set"`
	Country   countryVersion    `json:"country"`
	Languages []languageVersion `json:"languages"`
}

type setVersion struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

type countryVersion struct {
	Code    string `json:"code"`
	Checked string `json:"checked"`
	State   string `json:"state"`
}

type languageVersion struct {
	Tag  string `json:"tag"`
	Hash string `json:"hash"`
}

func (p *program) version(o versionOptions) error {
	v, err := p.versions()
	if err != nil {
		return err
	}
	return p.output("", func(w io.Writer) error {
		if o.format == string(report.JSON) {
			return json.NewEncoder(w).Encode(v)
		}
		p.printVersions(v, w)
		return nil
	})
}

func (p *program) versions() (versions, error) {
	set, err := p.loadSet()
	if err != nil {
		return versions{}, err
	}
	pack, err := p.loadPack()
	if err != nil {
		return versions{}, err
	}
	v := versions{
		Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
		Set:     setVersion{set.ID, set.Version, set.Hash},
		Country: countryVersion{pack.Code, pack.Checked, pack.State},
	}
	v.Revision, v.Modified = revision()
	for _, l := range p.library.Languages() {
		hash, err := p.library.Hash(l.Tag)
		if err != nil {
			return v, err
		}
		v.Languages = append(v.Languages, languageVersion{l.Tag, hash})
	}
	return v, nil
}

// revision is the commit the program was built from, empty if it is not known.
func revision() (id string, modified bool) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "", false
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			id = s.Value
		case "vcs.modified":
			modified = s.Value == "true"
		}
	}
	return id, modified
}

func (p *program) printVersions(v versions, w io.Writer) {
	revision := v.Revision
	switch {
	case revision == "":
		revision = p.text("version.unknown")
	case v.Modified:
		revision += " " + p.text("version.modified")
	}
	h := helpPage{program: p, w: w, width: helpWidth}
	h.rows([]row{
		{"cesta", revision},
		{"go", v.Go + " " + v.System},
		{p.text("version.set"), fmt.Sprintf("%s %s %s", v.Set.ID, v.Set.Version, v.Set.Hash)},
		{p.text("version.country"), p.text("version.checked", "country", v.Country.Code, "date", v.Country.Checked)},
	})
	fmt.Fprintln(h.w, helpIndent+p.text("version.languages"))
	var rows []row
	for _, l := range v.Languages {
		rows = append(rows, row{helpIndent + l.Tag, l.Hash})
	}
	h.rows(rows)
}
