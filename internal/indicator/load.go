package indicator

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"cesta/internal/strict"
)

// maxQuestions bounds a set; the shipped one has under a hundred.
const maxQuestions = 20_000

// Load reads the set in fsys: set.yaml and the folders vocabulary, questions,
// instruments and interviews. Every problem of every file is reported at once,
// as [strict.Problems]. The questions of each section come back in the order in
// which they are asked; see arrange.
func Load(fsys fs.FS) (*Set, error) {
	l := loader{fsys: fsys, hash: sha256.New()}
	l.header()
	l.folder("vocabulary", func(file string, data []byte) {
		l.keep(strict.YAML(file, data, vocabularyFields(&l.set.Indicators)), file)
	})
	l.folder("questions", func(file string, data []byte) {
		var raw []rawQuestion
		l.keep(strict.YAML(file, data, questionFields(&raw)), file)
		for _, q := range raw {
			l.set.Questions = append(l.set.Questions, q.Question)
		}
	})
	l.folder("instruments", func(file string, data []byte) {
		var i Instrument
		l.keep(strict.YAML(file, data, instrumentFields(&i)), file)
		l.set.Instruments = append(l.set.Instruments, i)
	})
	l.folder("interviews", func(file string, data []byte) {
		var iv Interview
		l.keep(strict.YAML(file, data, interviewFields(&iv)), file)
		l.set.Interviews = append(l.set.Interviews, iv)
	})
	if len(l.problems) > 0 {
		return nil, l.problems.Err()
	}
	l.set.Hash = hex.EncodeToString(l.hash.Sum(nil))[:12]
	l.set.Index()
	if err := l.set.check(); err != nil {
		return nil, err
	}
	l.set.arrange()
	return &l.set, nil
}

type loader struct {
	fsys fs.FS
	set  Set
	hash interface {
		Write([]byte) (int, error)
		Sum([]byte) []byte
	}
	problems strict.Problems
}

func (l *loader) keep(err error, file string) { l.problems.Merge(file, err) }

func (l *loader) header() {
	data, err := l.read("set.yaml")
	if err != nil {
		return
	}
	var h header
	l.keep(strict.YAML("set.yaml", data, headerFields(&h)), "set.yaml")
	l.set.ID, l.set.Version = h.id, h.version
}

// folder calls f for each YAML file of the folder, in the order of names, so
// that the set and its hash are the same on every machine.
func (l *loader) folder(name string, f func(file string, data []byte)) {
	entries, err := fs.ReadDir(l.fsys, name)
	if err != nil {
		l.problems.Add(strict.Pos{File: name}, "the folder cannot be read: "+reason(err), "a set needs the folders vocabulary, questions, instruments and interviews")
		return
	}
	found := false
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".yaml" {
			l.misnamed(name, e)
			continue
		}
		found = true
		file := path.Join(name, e.Name())
		if data, err := l.read(file); err == nil {
			f(file, data)
		}
	}
	if !found {
		l.problems.Add(strict.Pos{File: name}, "the folder holds no .yaml file", "add one")
	}
}

// misnamed reports a file that its author takes for a part of the set, and that
// nobody would read.
func (l *loader) misnamed(folder string, e fs.DirEntry) {
	ext := strings.ToLower(path.Ext(e.Name()))
	if !e.IsDir() && (ext == ".yml" || ext == ".yaml") {
		l.problems.Add(strict.Pos{File: path.Join(folder, e.Name())}, "the file's name does not end in .yaml", "rename it; otherwise nobody reads it")
	}
}

func (l *loader) read(file string) ([]byte, error) {
	info, err := fs.Stat(l.fsys, file)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = errors.New("it is no ordinary file")
	case info.Size() > strict.MaxFile:
		l.problems.Add(strict.Pos{File: file}, "the file is larger than 4 MiB", "split it into several files")
		return nil, fs.ErrInvalid
	}
	var data []byte
	if err == nil {
		data, err = fs.ReadFile(l.fsys, file)
	}
	if err != nil {
		l.problems.Add(strict.Pos{File: file}, "the file cannot be read: "+reason(err), "check that it is there and may be read")
		return nil, err
	}
	fmt.Fprintf(l.hash, "%s %d\n", file, len(data))
	l.hash.Write(data)
	return data, nil
}

func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

// Index builds the look-up tables. [Load] calls it; who makes a Set by hand, as
// tests do, calls it once before use.
func (s *Set) Index() *Set {
	s.indicators, s.questions = map[string]*Indicator{}, map[string]*Question{}
	s.families = map[string][]string{}
	for i := range s.Indicators {
		id := s.Indicators[i].ID
		s.indicators[id] = &s.Indicators[i]
		for at := strings.LastIndexByte(id, '.'); at > 0; at = strings.LastIndexByte(id[:at], '.') {
			s.families[id[:at]] = append(s.families[id[:at]], id)
		}
	}
	for i := range s.Questions {
		s.questions[s.Questions[i].ID] = &s.Questions[i]
	}
	return s
}

// Keys lists every key of words that the set needs, in order.
func (s *Set) Keys() []string {
	var keys []string
	for _, q := range s.Questions {
		keys = append(keys, q.keys()...)
	}
	for _, i := range s.Indicators {
		keys = append(keys, "officer.indicator."+i.ID)
	}
	for _, i := range s.Instruments {
		base := "officer.instrument." + i.ID
		keys = append(keys, base+".title")
		for _, d := range i.Dimensions {
			keys = append(keys, base+".dimension."+d.ID)
		}
		for _, r := range i.Results {
			keys = append(keys, base+".result."+r.ID)
		}
	}
	for _, iv := range s.Interviews {
		keys = append(keys, "officer.interview."+iv.ID+".title", "officer.interview."+iv.ID+".about")
		for _, sec := range iv.Sections {
			keys = append(keys, "officer.section."+sec.ID)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Key is the root of the question's words.
func (q *Question) Key() string {
	if q.Audience == Officer {
		return "officer.question." + q.ID
	}
	return "question." + q.ID
}

func (q *Question) keys() []string {
	keys := []string{q.Key() + ".ask", "officer.question." + q.ID + ".why"}
	if q.Audience == Person {
		keys = append(keys, "officer.question."+q.ID+".how")
	}
	if q.Kind != YesNo {
		for _, o := range q.Options {
			keys = append(keys, q.Key()+".option."+o.ID)
		}
	}
	return keys
}
