package locale

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"cesta/internal/strict"
)

// place is where the words of one bundle in one language are.
type place struct {
	fsys        fs.FS
	path, shown string // shown is the name in messages
	bundle, tag string
	reading     *reading
}

// reading is a file that is read once, whoever asks first; nobody changes it
// afterwards.
type reading struct {
	once sync.Once
	done atomic.Bool
	file *file
	err  error
}

// file is one file of words, read.
type file struct {
	Language // only the tag and the state are set where bundle is not the interface
	place    place
	bundle   string
	at       map[string]strict.Pos // of the keys in the head
	words    []strict.Entry[word]
	// blank are the keys that stand in the file with "": nobody has translated
	// them yet, and to everybody else they are not there.
	blank []strict.Entry[word]
}

// word is one text, or one text for each plural form.
type word struct {
	text  string
	forms []strict.Entry[string]
}

func (w word) form(name string) (string, bool) {
	i := slices.IndexFunc(w.forms, func(e strict.Entry[string]) bool { return e.Key == name })
	if i < 0 {
		return "", false
	}
	return w.forms[i].Val, true
}

// String is the text, or the form "other" of several.
func (w word) String() string {
	if other, ok := w.form("other"); ok {
		return other
	}
	return w.text
}

// keyPattern is the form of a key; capitals occur in the ids of rights.
var keyPattern = regexp.MustCompile(`^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$`)

// table is the one description of all three kinds of files. Language fields
// stand only in the interface's; a head is a file read up to its words.
func (f *file) table(language, head bool) strict.Value {
	fields := []strict.Field{
		strict.Req("language", f.mark("language", strict.Line(&f.Tag)), "the BCP 47 tag, the same as in the file's name"),
		strict.Req("bundle", f.mark("bundle", strict.Line(&f.bundle)), "interface, set <id> or country <code>"),
		strict.Req("state", strict.Enum(&f.State, "draft", "reviewed", "approved"), "draft, reviewed or approved"),
		strict.Req("review-by", strict.Line(&f.ReviewBy), "who must review the words, or has"),
	}
	if language {
		fields = append(fields, f.languageTable()...)
	}
	words := strict.Req("words", strict.Map(&f.words, key, wordValue), "the words: key, colon, text")
	words.Need = !head
	return strict.Object(nil, append(fields, words)...)
}

func (f *file) languageTable() []strict.Field {
	return []strict.Field{
		strict.Req("name", f.mark("name", strict.Line(&f.Name)), "what the language calls itself"),
		strict.Req("english-name", f.mark("english-name", strict.Line(&f.EnglishName)), "its name in English"),
		strict.Req("czech-name", f.mark("czech-name", strict.Line(&f.CzechName)), "its name in Czech"),
		strict.Req("script", f.mark("script", strict.Enum(&f.Script, scriptCodes()...)), "its script by ISO 15924, such as Latn"),
		strict.Req("direction", f.mark("direction", strict.Enum(&f.Direction, "ltr", "rtl")), "ltr or rtl"),
		strict.Req("plurals", f.mark("plurals", strict.List(&f.Plurals, formName)), "its plural forms for whole numbers, and other"),
		strict.Req("roles", strict.List(&f.Roles, role), "person, officer or both"),
		strict.Opt("offers", f.mark("offers", strict.List(&f.Offers, strict.Line)), "languages that may be offered, never taken, while this one is incomplete"),
	}
}

func role(dst *string) strict.Value { return strict.Enum(dst, "person", "officer") }

func formName(dst *string) strict.Value { return strict.Enum(dst, formNames...) }

func key(dst *string) strict.Value {
	return strict.Checked(strict.Line(dst), func(n strict.Node) {
		if !keyPattern.MatchString(*dst) {
			n.Fail(fmt.Sprintf("%q is not a key", *dst), "use letters, digits, dots and hyphens")
		}
	})
}

func wordValue(w *word) strict.Value {
	forms := strict.Checked(strict.Map(&w.forms, formName, strict.Blank), func(n strict.Node) {
		switch blank := w.blanks(); {
		case len(w.forms) == 0:
			n.Fail("there are no plural forms", "write a text, or a text for each form")
		case blank > 0 && blank < len(w.forms):
			n.Fail("some plural forms are empty", "write a text for each form, or none")
		}
	})
	return strict.Either(strict.Blank(&w.text), nil, forms)
}

// blanks counts the plural forms that have no text.
func (w word) blanks() (n int) {
	for _, form := range w.forms {
		if form.Val == "" {
			n++
		}
	}
	return n
}

// empty reports whether nobody has written the word yet.
func (w word) empty() bool { return w.text == "" && w.blanks() == len(w.forms) }

// mark reads v and remembers where it stands.
func (f *file) mark(name string, v strict.Value) strict.Value {
	return strict.Checked(v, func(n strict.Node) { f.at[name] = n.Pos() })
}

// Schemas describes the kinds of files for editors, by name: "language" is
// the interface's words with the language's head, "words" those of a set or a
// country, "status" what the program keeps beside either.
func Schemas() map[string]strict.Schema {
	return map[string]strict.Schema{
		"language": strict.JSONSchema("a language and the interface's words in it", new(file).table(true, false)),
		"words":    strict.JSONSchema("the words of a set or a country in one language", new(file).table(false, false)),
		"status":   strict.JSONSchema("the status of the words beside it, kept by the program", new(Status).table(new([]strict.Entry[Record]))),
	}
}

// read reads the whole file. The error is of type [strict.Problems].
func (p place) read() (*file, error) {
	r := p.reading
	r.once.Do(func() {
		defer r.done.Store(true)
		var data []byte
		if data, r.err = p.bytes(); r.err == nil {
			r.file, r.err = p.decode(data, false)
		}
	})
	return r.file, r.err
}

// keys lists the keys of the words. A file that nobody has read yet is only
// looked through: reading all words of all languages was two thirds of the start
// of a talk. That finds the keys of every file that ships, which a test holds;
// files from outside are read when they are added.
func (p place) keys() ([]string, error) {
	if p.reading.done.Load() {
		f, err := p.read()
		if err != nil {
			return nil, err
		}
		return f.keys(), nil
	}
	data, err := p.bytes()
	if err != nil {
		return nil, err
	}
	return glance(data), nil
}

// glance finds the keys that stand under "words:" with two spaces before them
// and have something behind their colon, or below it. Whatever belongs to a
// text stands further in.
func glance(data []byte) []string {
	var keys []string
	_, words, _ := bytes.Cut(data, []byte("\nwords:"))
	for line := range bytes.Lines(words) {
		if len(line) < 3 || line[0] != ' ' || line[1] != ' ' || line[2] == ' ' || line[2] == '#' {
			continue
		}
		key, text, ok := bytes.Cut(line[2:], []byte(":"))
		if ok && !bytes.Equal(bytes.TrimSpace(text), []byte(`""`)) {
			keys = append(keys, string(key))
		}
	}
	return keys
}

// readHead reads a file up to its words, which are most of it. It never
// returns a nil file.
func (p place) readHead() (*file, error) {
	data, err := p.bytes()
	if err != nil {
		return &file{place: p}, err
	}
	head, _, cut := bytes.Cut(data, []byte("\nwords:"))
	f, err := p.decode(head, true)
	if err == nil || !cut {
		return f, err
	}
	if _, whole := p.decode(data, false); whole != nil {
		return f, whole
	}
	return f, strict.Problems{{Pos: strict.Pos{File: p.shown}, Wrong: "something follows the words", Hint: "move \"words:\" and all words to the end of the file"}}
}

func (p place) bytes() ([]byte, error) {
	data, err := fs.ReadFile(p.fsys, p.path)
	if err != nil {
		return nil, strict.Problems{{Pos: strict.Pos{File: p.shown}, Wrong: "the file cannot be read: " + err.Error(), Hint: "check that it is a file and may be read"}}
	}
	return data, nil
}

func (p place) decode(data []byte, head bool) (*file, error) {
	f := &file{place: p, at: map[string]strict.Pos{}}
	var ps strict.Problems
	ps.Merge(p.shown, strict.YAML(p.shown, data, f.table(p.bundle == Interface, head)))
	if f.Tag != "" && f.Tag != p.tag {
		ps.Add(f.at["language"], fmt.Sprintf("the language is %q, the file is named for %q", f.Tag, p.tag), "make both the same")
	}
	if f.bundle != "" && f.bundle != p.bundle {
		ps.Add(f.at["bundle"], fmt.Sprintf("the bundle is %q", f.bundle), "write bundle: "+p.bundle+", or move the file")
	}
	f.split()
	return f, ps.Err()
}

// split parts the words from the keys that wait for theirs.
func (f *file) split() {
	all := f.words
	f.words = nil
	for _, e := range all {
		if e.Val.empty() {
			f.blank = append(f.blank, e)
		} else {
			f.words = append(f.words, e)
		}
	}
}

func (f *file) keys() []string {
	keys := make([]string, len(f.words))
	for i, e := range f.words {
		keys[i] = e.Key
	}
	return keys
}

// index gives the words by key.
func (f *file) index() map[string]word {
	m := make(map[string]word, len(f.words))
	for _, e := range f.words {
		m[e.Key] = e.Val
	}
	return m
}

// find lists the files of words in a locales folder.
func find(fsys fs.FS, prefix string) ([]place, error) {
	all, err := findBundle(fsys, prefix, "languages", Interface)
	var ps strict.Problems
	ps.Merge(prefix, err)
	for _, kind := range []struct{ pattern, bundle, below string }{{"sets/*", "set ", ""}, {"countries/*", "country ", "languages"}} {
		folders, err := fs.Glob(fsys, kind.pattern)
		ps.Merge(prefix, err)
		for _, folder := range folders {
			more, err := findBundle(fsys, prefix, path.Join(folder, kind.below), kind.bundle+path.Base(folder))
			ps.Merge(prefix, err)
			all = append(all, more...)
		}
	}
	return all, ps.Err()
}

// findBundle lists the files <tag>.yaml of one folder. Files that are hidden
// or no YAML at all are left alone, as go:embed does.
func findBundle(fsys fs.FS, prefix, folder, bundle string) ([]place, error) {
	names, err := fs.Glob(fsys, path.Join(folder, "*"))
	if err != nil {
		return nil, err
	}
	var ps strict.Problems
	var places []place
	for _, name := range names {
		base, shown := path.Base(name), join(prefix, name)
		tag, isYAML := strings.CutSuffix(base, ".yaml")
		switch {
		case strings.ContainsAny(base[:1], "._"), strings.HasSuffix(base, statusExt):
		case isYAML:
			places = append(places, place{fsys, name, shown, bundle, tag, new(reading)})
		case strings.EqualFold(path.Ext(base), ".yml"), strings.EqualFold(path.Ext(base), ".yaml"):
			ps.Add(strict.Pos{File: shown}, "the file's name does not end in .yaml", "rename it to <tag>.yaml; otherwise nobody reads it")
		}
	}
	return places, ps.Err()
}

// join puts the folder's name before a path, unlike path.Join without
// changing it: on Windows it holds backslashes.
func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return strings.TrimRight(prefix, `/\`) + "/" + name
}
