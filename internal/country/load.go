package country

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"cesta/internal/strict"
)

// ErrUnknownCountry means that there is no pack of the name.
var ErrUnknownCountry = errors.New("unknown country")

// folder is where packs are in the locales folder.
const folder = "countries"

// Codes lists the packs in fsys, the locales folder.
func Codes(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, err
	}
	var codes []string
	for _, e := range entries {
		if e.IsDir() {
			codes = append(codes, e.Name())
		}
	}
	return codes, nil
}

// Load reads the pack of a country from fsys, the locales folder. Its words
// are not read; see [Pack.Keys]. The error is [ErrUnknownCountry] or of type
// [strict.Problems].
func Load(fsys fs.FS, code string) (*Pack, error) {
	dir := path.Join(folder, code)
	if info, err := fs.Stat(fsys, dir); !strict.IsID(code) || err != nil || !info.IsDir() {
		return nil, unknown(fsys, code)
	}
	p := &Pack{}
	var ps strict.Problems
	for _, f := range p.files() {
		shown := path.Join("locales", dir, f.name)
		data, err := fs.ReadFile(fsys, path.Join(dir, f.name))
		if err != nil {
			ps.Add(strict.Pos{File: shown}, "the file cannot be read: "+err.Error(), "write it; every pack has all seven files")
			continue
		}
		ps.Merge(shown, strict.YAML(shown, data, f.table))
	}
	if len(ps) > 0 { // what is half read would only give messages that mislead
		return nil, ps.Err()
	}
	if err := p.check(dir); err != nil {
		return nil, err
	}
	return p, nil
}

func unknown(fsys fs.FS, code string) error {
	codes, err := Codes(fsys)
	if err != nil {
		return fmt.Errorf("%w %q: %w", ErrUnknownCountry, code, err)
	}
	return fmt.Errorf("%w %q; there are %s", ErrUnknownCountry, code, strings.Join(codes, ", "))
}

type fileTable struct {
	name  string
	table strict.Value
}

// files are the files of a pack with the tables that read them into p.
func (p *Pack) files() []fileTable {
	return []fileTable{
		{"country.yaml", p.table()},
		{"rights.yaml", p.rightsTable()},
		{"information.yaml", p.informationTable()},
		{"promises.yaml", p.promisesTable()},
		{"duties.yaml", p.dutiesTable()},
		{"contacts.yaml", p.contactsTable()},
		{"reflection.yaml", p.reflectionTable()},
	}
}

// Schemas describes the files of a pack and the station file for editors, by
// name without the ending.
func Schemas() map[string]strict.Schema {
	schemas := map[string]strict.Schema{"station": strict.JSONSchema("a station file", new(Station).table())}
	for _, f := range new(Pack).files() {
		name := strings.TrimSuffix(f.name, ".yaml")
		schemas[name] = strict.JSONSchema("the "+name+" file of a country pack", f.table)
	}
	return schemas
}
