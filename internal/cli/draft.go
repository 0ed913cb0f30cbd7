package cli

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"cesta/indicators"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/vault"
	"cesta/locales"
)

const draftSchema = "cesta.draft/1"

// draftHead is what a draft begins with: everything that a talk needs to be gone
// on with, also by a later version of the program.
type draftHead struct {
	Schema        string           `json:"schema"`
	Interview     string           `json:"interview"`
	Language      string           `json:"language,omitempty"`
	Languages     []string         `json:"languages"`
	Parts         []interview.Part `json:"parts"`
	ReferralItems []string         `json:"referralItems"`
	Country       string           `json:"country"`
	Began         time.Time        `json:"began"`
	Hash          string           `json:"hash"` // of the set
	Set           []byte           `json:"set"`  // a zip archive of the set and its words
}

// firstFrame packs what the talk is made of.
func (t *talk) firstFrame() ([]byte, error) {
	set, err := t.packSet()
	if err != nil {
		return nil, err
	}
	return json.Marshal(draftHead{
		Schema: draftSchema, Interview: t.plan.Interview, Language: t.plan.Language, Languages: t.plan.Languages,
		Parts: t.plan.Parts, ReferralItems: t.plan.ReferralItems, Country: t.pack.Code, Began: t.papers.began.UTC(),
		Hash: t.set.Hash, Set: set,
	})
}

// packSet archives the set with its words, laid out as an outside set is.
func (t *talk) packSet() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	files, words, err := t.setFiles()
	if err == nil {
		err = addAll(z, files, "")
	}
	if err == nil && words != nil {
		err = addAll(z, words, "locales/")
	}
	if err == nil {
		err = z.Close()
	}
	return b.Bytes(), err
}

// setFiles gives the files of the set and, if they are elsewhere, of its words.
func (t *talk) setFiles() (files, words fs.FS, err error) {
	if name := t.setDir(); name != "" {
		files, err = t.dir(name)
		return files, nil, err
	}
	words, err = fs.Sub(locales.FS, "sets/"+t.set.ID)
	return indicators.Files, words, err
}

// addAll adds the YAML files of a folder.
func addAll(z *zip.Writer, fsys fs.FS, prefix string) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		w, err := z.Create(path.Join(prefix, name))
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
}

// readHead takes a first frame apart.
func readHead(first []byte) (draftHead, error) {
	var h draftHead
	if err := json.Unmarshal(first, &h); err != nil {
		return h, fmt.Errorf("%w: %w", vault.ErrDamaged, err)
	}
	if h.Schema != draftSchema {
		return h, fmt.Errorf("%w: the draft is of the version %q", vault.ErrDamaged, h.Schema)
	}
	return h, nil
}

// prepareDraft makes the talk of a draft, with the set that it began with.
func (p *program) prepareDraft(h draftHead) (*talk, error) {
	z, err := zip.NewReader(bytes.NewReader(h.Set), int64(len(h.Set)))
	if err != nil {
		return nil, err
	}
	set, err := indicator.Load(z)
	if err != nil {
		return nil, err
	}
	if set.Hash != h.Hash {
		return nil, fmt.Errorf("%w: the set in the draft is another than it says", vault.ErrDamaged)
	}
	if err := p.library.AddSet(setBundle(set), z, "draft"); err != nil {
		return nil, err
	}
	p.flags.country = h.Country
	c := content{set: set}
	if c.pack, c.station, err = p.loadLocal(); err != nil {
		return nil, err
	}
	if c.officer, err = p.completeOfficer(c.bundles(), c.keys()); err != nil {
		return nil, err
	}
	t := &talk{program: p, content: c, keeping: &keeping{}}
	if t.person, err = t.loadPersons(); err != nil {
		return nil, err
	}
	for _, tag := range h.Languages {
		if t.person[tag] == nil {
			return nil, fmt.Errorf("the language %s of the draft is not complete any more", tag)
		}
	}
	t.plan = interview.Plan{Set: set, Interview: h.Interview, Language: h.Language, Languages: h.Languages, Parts: h.Parts, ReferralItems: h.ReferralItems}
	if err := t.build(screenOptions{interview: h.Interview, language: h.Language}); err != nil {
		return nil, err
	}
	t.papers.began = h.Began.In(t.papers.zone)
	return t, nil
}

// replay does again what was done. It stops at what the engine does not take,
// which means that the draft or the program is not the one it was.
func (t *talk) replay(records [][]byte) (done int, err error) {
	for i, record := range records {
		var a action
		if err := json.Unmarshal(record, &a); err != nil {
			return i, err
		}
		do := interview.Action{Verb: interview.Verb(a.Verb), Value: a.Value, Option: a.Option, Target: a.Target}
		step := t.engine.Step()
		key := t.keeping.textOf(step)
		if err := t.engine.Do(do); err != nil {
			return i, err
		}
		t.keeping.note(step, key, do, a.At)
	}
	return len(records), nil
}
