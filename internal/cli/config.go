package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path/filepath"

	"cesta/internal/strict"
)

// config are the settings of this machine. Nothing in them is about a person.
type config struct {
	file                         string // where they are, or would be
	country, officer             string
	indicators, locales, station string // absolute, or from the folder of the file
	countryAt, officerAt         strict.Pos
}

// fields is the table of config.yaml.
func (c *config) fields() strict.Value {
	path := func(dst *string) strict.Value {
		return strict.Checked(strict.Line(dst), func(strict.Node) { *dst = c.fromHere(*dst) })
	}
	return strict.Object(nil,
		strict.Opt("country", at(&c.countryAt, strict.ID(&c.country)), "the country pack, such as cz"),
		strict.Opt("officer-language", at(&c.officerAt, strict.Line(&c.officer)), "the language of menus and help, such as cs"),
		strict.Opt("indicators", path(&c.indicators), "the folder of an indicator set that replaces the built-in one"),
		strict.Opt("locales", path(&c.locales), "a folder that adds whole languages"),
		strict.Opt("station", path(&c.station), "the file with what only this station knows"),
	)
}

// at remembers where a value stands.
func at(pos *strict.Pos, v strict.Value) strict.Value {
	return strict.Checked(v, func(n strict.Node) { *pos = n.Pos() })
}

// fromHere makes a path mean the same from every working folder.
func (c *config) fromHere(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(c.file), path)
}

// readConfig reads the settings. No file means that nothing is set.
func (p *program) readConfig() error {
	dir, err := p.env.ConfigDir()
	if err != nil {
		return nil // without a home there are no settings
	}
	c := config{file: filepath.Join(dir, "cesta", "config.yaml")}
	p.config.file = c.file
	data, err := p.readFile(c.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return p.fileFailure(c.file, err)
	case onlyComments(data):
		return nil
	}
	if err := strict.YAML(c.file, data, c.fields()); err != nil {
		return p.contentFailure("config", err)
	}
	p.config = c
	if c.officer == "" {
		return nil
	}
	return p.configOfficer()
}

// configOfficer takes the officer's language of the settings.
func (p *program) configOfficer() error {
	if !p.isOfficer(p.config.officer) {
		problem := strict.Problem{Pos: p.config.officerAt, Wrong: "no officer works in the language " + quote(p.config.officer), Hint: "see cesta languages list"}
		return p.contentFailure("config", strict.Problems{problem})
	}
	return p.speak(p.config.officer)
}

// onlyComments reports whether nothing in a file is set: somebody may have
// commented out every line.
func onlyComments(data []byte) bool {
	for line := range bytes.Lines(data) {
		if text := bytes.TrimSpace(line); len(text) > 0 && text[0] != '#' {
			return false
		}
	}
	return true
}

// readFile reads a small file; one that is too large is cut one byte behind the
// limit, where package strict refuses it.
func (p *program) readFile(name string) ([]byte, error) {
	f, err := p.env.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errIsDir}
	}
	return io.ReadAll(io.LimitReader(f, strict.MaxFile+1))
}
