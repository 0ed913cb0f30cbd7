package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// setup writes settings for a machine that has none. What somebody has written
// is shown and never changed: a program would lose the comments in it.
func (m *menu) setup(ctx context.Context) error {
	if m.config.file == "" {
		return m.fail(exitError, "no-config-folder")
	}
	switch _, err := m.readFile(m.config.file); {
	case err == nil:
		m.showConfig()
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return m.fileFailure(m.config.file, err)
	}
	var options []string
	tags := m.officerTags()
	for _, tag := range tags {
		l, _ := m.library.Language(tag)
		options = append(options, l.Name)
	}
	i, err := m.choose(ctx, "setup.language", options, m.text("menu.back"))
	if err != nil {
		return err
	}
	return m.writeConfig(tags[i])
}

func (p *program) writeConfig(officer string) error {
	text := fmt.Sprintf("# %s\nofficer-language: %s\ncountry: %s\n", p.text("setup.comment"), officer, defaultCountry)
	folder := filepath.Dir(p.config.file)
	if err := p.env.MakeDir(folder); err != nil {
		return p.folderFailure(folder, err)
	}
	if err := p.env.WriteFile(p.config.file, []byte(text)); err != nil {
		return p.fileFailure(p.config.file, err)
	}
	if err := p.speak(officer); err != nil {
		return err
	}
	fmt.Fprintln(p.env.Err, "\n"+p.text("setup.written", "file", quote(p.config.file)))
	return nil
}

// showConfig says what is set, and where.
func (p *program) showConfig() {
	fmt.Fprintln(p.env.Err, "\n"+p.text("setup.there", "file", quote(p.config.file))+"\n")
	h := helpPage{program: p, w: p.env.Err, width: helpWidth}
	h.rows([]row{
		{"officer-language", p.words.Language().Tag},
		{"country", cmp.Or(p.config.country, defaultCountry)},
		{"indicators", cmp.Or(p.config.indicators, p.text("setup.built-in"))},
		{"locales", cmp.Or(p.config.locales, p.text("setup.built-in"))},
		{"station", cmp.Or(p.config.station, p.text("setup.none"))},
	})
}
