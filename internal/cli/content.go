package cli

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strings"

	"cesta/indicators"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/strict"
	"cesta/locales"
)

// defaultCountry is the shipped country pack.
const defaultCountry = "cz"

// setDir is the folder of an outside indicator set, or empty for the shipped one.
func (p *program) setDir() string { return cmp.Or(p.flags.indicators, p.config.indicators) }

// loadSet loads the indicator set, with its words if it comes from outside.
func (p *program) loadSet() (*indicator.Set, error) {
	name := p.setDir()
	if name == "" {
		return indicator.Load(indicators.Files)
	}
	dir, err := p.dir(name)
	if err != nil {
		return nil, err
	}
	set, err := indicator.Load(dir)
	if err != nil {
		return nil, p.contentFailure("indicators", inside(name, err), "folder", quote(name))
	}
	if err := p.library.AddSet(setBundle(set), dir, name); err != nil {
		return nil, p.contentFailure("indicators", err, "folder", quote(name))
	}
	return set, nil
}

// inside puts the folder's name before the files of its problems.
func inside(folder string, err error) error {
	var problems strict.Problems
	if !errors.As(err, &problems) {
		return err
	}
	problems = slices.Clone(problems)
	for i := range problems {
		problems[i].File = path.Join(folder, problems[i].File)
	}
	return problems
}

// loadPack loads the country pack.
func (p *program) loadPack() (*country.Pack, error) {
	pack, err := country.Load(locales.FS, cmp.Or(p.flags.country, p.config.country, defaultCountry))
	if errors.Is(err, country.ErrUnknownCountry) {
		return nil, p.unknownCountry()
	}
	return pack, err
}

func (p *program) unknownCountry() error {
	codes, err := country.Codes(locales.FS)
	if err != nil {
		return err
	}
	known := strings.Join(codes, ", ")
	if p.flags.country != "" {
		return p.fail(exitUsage, "country", "country", quote(p.flags.country), "countries", known)
	}
	problem := strict.Problem{Pos: p.config.countryAt, Wrong: "there is no country pack " + quote(p.config.country), Hint: "known: " + known}
	return p.contentFailure("config", strict.Problems{problem})
}

// loadStation reads the station file of the settings; without one the station
// says nothing.
func (p *program) loadStation() (country.Station, error) {
	name := p.config.station
	if name == "" {
		return country.Station{}, nil
	}
	data, err := p.readFile(name)
	if err != nil {
		return country.Station{}, p.fileFailure(name, err)
	}
	if onlyComments(data) {
		return country.Station{}, nil
	}
	station, err := country.LoadStation(name, data)
	if err != nil {
		return country.Station{}, p.contentFailure("station", err)
	}
	return station, nil
}

func setBundle(s *indicator.Set) string    { return "set " + s.ID }
func countryBundle(p *country.Pack) string { return "country " + p.Code }

// content is all that an interview or an assessment is made of.
type content struct {
	set     *indicator.Set
	pack    *country.Pack
	station country.Station
	officer *locale.Words
}

// load loads the content with the officer's words for it.
func (p *program) load() (c content, err error) {
	if c.set, err = p.loadSet(); err != nil {
		return c, err
	}
	if c.pack, c.station, err = p.loadLocal(); err != nil {
		return c, err
	}
	c.officer, err = p.completeOfficer(c.bundles(), c.keys())
	return c, err
}

// loadLocal loads the country pack and what the station adds to it.
func (p *program) loadLocal() (*country.Pack, country.Station, error) {
	pack, err := p.loadPack()
	if err != nil {
		return nil, country.Station{}, err
	}
	station, err := p.loadStation()
	return pack, station, err
}

func (c content) bundles() []string { return []string{setBundle(c.set), countryBundle(c.pack)} }
func (c content) keys() []string    { return slices.Concat(c.set.Keys(), c.pack.Keys()) }

// loadCountry loads what needs no questions: rights and contacts.
func (p *program) loadCountry() (c content, err error) {
	if c.pack, c.station, err = p.loadLocal(); err != nil {
		return c, err
	}
	c.officer, err = p.completeOfficer([]string{countryBundle(c.pack)}, c.pack.Keys())
	return c, err
}

// completeOfficer gives the officer's words, or refuses to show an officer keys
// instead of words.
func (p *program) completeOfficer(bundles, keys []string) (*locale.Words, error) {
	w, err := p.library.Words(p.words.Language().Tag, bundles...)
	if err != nil {
		return nil, p.contentFailure("words", err)
	}
	if missing := w.Missing(keys); len(missing) > 0 {
		return nil, p.incomplete("officer-incomplete", w.Language(), missing)
	}
	return w, nil
}

// incomplete says how many words a language lacks.
func (p *program) incomplete(id string, l locale.Language, missing []string) error {
	return p.fail(exitError, id, "language", p.nameOf(l), "tag", l.Tag,
		"missing", p.words.Count("officer.cli.words", len(missing)), "first", missing[0])
}

// nameOf names a language for the officer.
func (p *program) nameOf(l locale.Language) string { return l.NameIn(p.words.Language()) }
