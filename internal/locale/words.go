package locale

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"cesta/internal/strict"
)

// The marks that keep a piece of text from disturbing the direction of what
// stands around it (UAX 9). Only this package may make them; content with one
// is refused.
const (
	lri = "\u2066" // left-to-right isolate
	rli = "\u2067" // right-to-left isolate
	fsi = "\u2068" // first strong isolate
	pdi = "\u2069" // pop directional isolate
)

// Words are the words of one language out of several bundles. They do not
// change.
type Words struct {
	library  *Library
	language Language
	tag      language.Tag
	bundles  []string
	// read reads the words once.
	read func() (map[string]owned, error)
}

// owned is a word with the file it came from.
type owned struct {
	word
	file  *file
	state func() Standing // of the file, found out once
}

func newWords(l *Library, lang Language, bundles []string) *Words {
	w := &Words{library: l, language: lang, tag: language.Make(lang.Tag), bundles: bundles}
	w.read = sync.OnceValues(w.gather)
	return w
}

// gather reads the words of all bundles. A bundle that lacks the language adds
// nothing.
func (w *Words) gather() (map[string]owned, error) {
	words := map[string]owned{}
	for _, bundle := range w.bundles {
		f, err := w.library.file(bundle, w.language.Tag)
		if err == nil && f != nil {
			err = w.add(words, f)
		}
		if err != nil {
			return nil, err
		}
	}
	return words, nil
}

func (w *Words) add(words map[string]owned, f *file) error {
	var ps strict.Problems
	state := sync.OnceValue(func() Standing { return w.library.borne(f) })
	for _, e := range f.words {
		if before, twice := words[e.Key]; twice {
			ps.Add(e.Pos, fmt.Sprintf("the key %q is also in %s", e.Key, before.file.place.shown), "rename it here; the bundles share one space of keys")
		}
		words[e.Key] = owned{e.Val, f, state}
	}
	return ps.Err()
}

// word finds a word.
func (w *Words) word(key string) (owned, bool) {
	words, _ := w.read()
	o, ok := words[key]
	return o, ok
}

// Language returns the language of the words.
func (w *Words) Language() Language { return w.language }

// Has reports whether there is a word with the key.
func (w *Words) Has(key string) bool {
	_, ok := w.word(key)
	return ok
}

// State is the state of review of the file a word came from: draft, reviewed
// or approved; empty for an unknown key. It is a draft too if the source of any
// text in the file has changed since it was translated, or the text since it
// was reviewed.
func (w *Words) State(key string) string {
	if o, ok := w.word(key); ok {
		return string(o.state())
	}
	return ""
}

// Text returns the word with each {name} replaced by the value that follows
// that name in args. An unknown key, or one that must be counted, gives the
// key in ⟦ ⟧: never a word of another language.
func (w *Words) Text(key string, args ...string) string {
	o, ok := w.word(key)
	if !ok || o.forms != nil {
		return unknown(key)
	}
	return w.fill(o.text, args)
}

// Count returns the form of the word that goes with the whole number n, which
// stands for {count} in it.
func (w *Words) Count(key string, n int, args ...string) string {
	o, _ := w.word(key)
	text, ok := o.form(formOf(w.tag, n))
	if !ok {
		return unknown(key)
	}
	return w.fill(text, append([]string{"count", digits(n)}, args...))
}

func unknown(key string) string { return "⟦" + key + "⟧" }

// fill puts values in. Among right-to-left words each value is isolated: a
// telephone number would else be torn apart.
func (w *Words) fill(text string, args []string) string {
	return placeholder.ReplaceAllStringFunc(text, func(hole string) string {
		for i := 0; i+1 < len(args); i += 2 {
			if hole != "{"+args[i]+"}" {
				continue
			}
			if w.language.RTL() {
				return fsi + args[i+1] + pdi
			}
			return args[i+1]
		}
		return hole
	})
}

// placeholder is where a value goes.
var placeholder = regexp.MustCompile(`\{[a-z][a-z0-9]*(-[a-z0-9]+)*\}`)

// Isolate marks one line to be shown as running in the language's direction,
// whatever stands beside it, and each number in it that has several groups. It
// changes nothing for left-to-right languages.
func (l Language) Isolate(line string) string {
	if !l.RTL() {
		return line
	}
	return rli + isolateNumbers(line) + pdi
}

// IsolateName marks a name that runs from right to left inside a line that does
// not, such as a language's own name in a list of languages.
func IsolateName(name string) string {
	for _, r := range name {
		for _, s := range scripts {
			if s.rtl && s.has(r) {
				return fsi + name + pdi
			}
		}
	}
	return name
}

// grouped is a number whose groups change places in a line from right to left
// (UAX 9, N1), so that somebody would dial 111 116; or one with a plus, which
// would go to its other end. Marks around it say that this has been done.
var grouped = regexp.MustCompile(`[\x{2066}\x{2068}]?(?:\+[0-9]+|[0-9]+[ \x{a0}]?[./:–-]?[ \x{a0}]?[0-9]+)(?:[ \x{a0}]?[./:–-]?[ \x{a0}]?[0-9]+)*`)

func isolateNumbers(line string) string {
	return grouped.ReplaceAllStringFunc(line, func(number string) string {
		if strings.HasPrefix(number, lri) || strings.HasPrefix(number, fsi) || strings.Trim(number, "0123456789") == "" {
			return number
		}
		return lri + number + pdi
	})
}

// Bare takes the marks of direction out of text that a machine will read.
func Bare(text string) string {
	return strings.NewReplacer(lri, "", rli, "", fsi, "", pdi, "").Replace(text)
}

// Missing returns those keys of the interface, and of keys, that a language of
// its role needs and that have no word: every key for an officer's language,
// for others every key that does not start with "officer.".
func (w *Words) Missing(keys []string) []string {
	var missing []string
	has, seen := w.keys(), map[string]bool{}
	for _, key := range slices.Concat(w.library.english.keys(), keys) {
		if !seen[key] && w.needs(key) && !has[key] {
			missing = append(missing, key)
		}
		seen[key] = true
	}
	return missing
}

// keys is the set of all keys there are words for. Files that cannot be read
// have none.
func (w *Words) keys() map[string]bool {
	has := map[string]bool{}
	for _, bundle := range w.bundles {
		p, ok := w.library.files[bundle][w.language.Tag]
		if !ok {
			continue
		}
		keys, _ := p.keys()
		for _, key := range keys {
			has[key] = true
		}
	}
	return has
}

func (w *Words) needs(key string) bool {
	return w.language.ForOfficer() || !strings.HasPrefix(key, "officer.")
}

// Complete is nil if nothing is [Words.Missing]; else it says for each key in
// which file which text is to be translated.
func (w *Words) Complete(keys []string) error {
	var ps strict.Problems
	missing := w.Missing(keys)
	for i := 0; len(missing) > 0 && i < len(w.bundles); i++ {
		src, err := w.library.source(w.bundles[i])
		if err != nil {
			return err
		}
		missing = w.report(w.bundles[i], src, missing, &ps)
	}
	for _, key := range missing {
		ps.Add(strict.Pos{File: w.language.Tag + ".yaml"}, fmt.Sprintf("the word %q is missing", key), "write it in the file of its bundle; no language has it yet")
	}
	return ps.Err()
}

// report adds a problem for those missing keys that src has and returns the rest.
func (w *Words) report(bundle string, src *file, missing []string, ps *strict.Problems) (rest []string) {
	if src == nil {
		return missing
	}
	texts, at := src.index(), strict.Pos{File: w.library.shown(bundle, w.language.Tag, src)}
	for _, key := range missing {
		text, ok := texts[key]
		if !ok {
			rest = append(rest, key)
			continue
		}
		ps.Add(at, fmt.Sprintf("the word %q is missing", key), fmt.Sprintf("translate %q", text))
	}
	return rest
}

// shown names the file a bundle's words in a language are, or should be, in.
func (l *Library) shown(bundle, tag string, src *file) string {
	if p, ok := l.files[bundle][tag]; ok {
		return p.shown
	}
	return path.Join(path.Dir(src.place.shown), tag+".yaml")
}
