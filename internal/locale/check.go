package locale

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"cesta/internal/strict"
)

// Check reads every word there is and reports all that is wrong with them. It
// says nothing of words that are missing; see [Words.Complete].
func (l *Library) Check() error {
	var all []place
	for _, files := range l.files {
		all = slices.AppendSeq(all, maps.Values(files))
	}
	return l.check(all)
}

func (l *Library) check(places []place) error {
	c := checker{library: l, sources: map[string]*file{}}
	for bundle := range l.files {
		// A source that cannot be read is reported when its own turn comes.
		c.sources[bundle], _ = l.source(bundle)
	}
	for _, p := range places {
		c.place(p)
	}
	c.overlap()
	return c.problems.Err()
}

// checkLanguage checks what the head of a language says about it.
func checkLanguage(f *file, ps *strict.Problems) {
	tag, err := language.Parse(f.Tag)
	switch {
	case err != nil:
		ps.Add(f.at["language"], fmt.Sprintf("the language %q is not known", f.Tag), "write its BCP 47 tag, such as uk, zh-Hans or sr-Latn")
		return
	case tag.String() != f.Tag:
		ps.Add(f.at["language"], fmt.Sprintf("the language %q has another name today", f.Tag), "write "+tag.String()+", here and in the file's name")
	}
	checkScript(f, tag, ps)
	if forms := formsOf(tag); !forms.fits(f.Plurals) {
		ps.Add(f.at["plurals"], fmt.Sprintf("%s are not the plural forms of %s", list(f.Plurals), f.Tag), "write plurals: ["+list(forms.names)+"]; forms for fractions are not needed")
	}
}

func checkScript(f *file, tag language.Tag, ps *strict.Problems) {
	usual, sure := tag.Script()
	if sure >= language.High && usual.String() != f.Script {
		base, _ := tag.Base()
		ps.Add(f.at["script"], fmt.Sprintf("%s is written in %s, not %s", f.Tag, usual, f.Script), fmt.Sprintf("write script: %s, or name the language %s-%s", usual, base, f.Script))
	}
	script := scripts[f.Script]
	if script.rtl != f.RTL() {
		ps.Add(f.at["direction"], fmt.Sprintf("the script %s does not run %s", f.Script, f.Direction), "write direction: "+map[bool]string{true: "rtl", false: "ltr"}[script.rtl])
	}
	if !strings.ContainsFunc(f.Name, script.has) {
		ps.Add(f.at["name"], fmt.Sprintf("the name %q is not written in %s", f.Name, f.Script), "write the language's own name for itself")
	}
	for field, name := range map[string]string{"name": f.Name, "english-name": f.EnglishName, "czech-name": f.CzechName} {
		if !norm.NFC.IsNormalString(name) {
			ps.Add(f.at[field], wrongNFC, hintNFC)
		}
	}
}

const (
	wrongNFC = "the text is not in Unicode form NFC (an accent stands apart from its letter)"
	hintNFC  = "convert the file to NFC"
)

// checker checks the words of files against those of their sources.
type checker struct {
	library  *Library
	sources  map[string]*file
	problems strict.Problems
}

// place reads and checks one file. Words in a language without a file of its
// own are no danger, since nobody can choose it, and no use.
func (c *checker) place(p place) {
	lang, ok := c.library.languages[p.tag]
	if !ok {
		c.problems.Add(strict.Pos{File: p.shown}, fmt.Sprintf("there is no language %q", p.tag), "write languages/"+p.tag+".yaml first, or mend the file's name")
		return
	}
	f, err := p.read()
	c.problems.Merge(p.shown, err)
	if err == nil {
		c.file(f, lang)
	}
}

func (c *checker) file(f *file, lang Language) {
	tag := language.Make(lang.Tag)
	src := c.sources[f.place.bundle]
	v := comparison{checker: c, script: scripts[lang.Script], forms: formsOf(tag), tag: lang.Tag}
	if src != nil && src.place.shown != f.place.shown {
		v.source, v.words = src, src.index()
	} else {
		for _, e := range f.blank {
			c.problems.Add(e.Pos, "the text is empty", "write it: every language is translated from this one")
		}
	}
	for _, e := range f.words {
		v.entry(e)
	}
}

// overlap refuses a key that is in bundles of two kinds: they are used
// together, and one would hide the other.
func (c *checker) overlap() {
	kindOf, of := map[string]string{}, map[string]*file{}
	for _, bundle := range slices.SortedFunc(maps.Keys(c.sources), interfaceFirst) {
		src := c.sources[bundle]
		if src == nil {
			continue
		}
		kind, _, _ := strings.Cut(bundle, " ")
		for _, e := range src.words {
			if other, ok := kindOf[e.Key]; ok && other != kind {
				c.problems.Add(e.Pos, fmt.Sprintf("the key %q is also in %s", e.Key, of[e.Key].place.shown), "rename it here; the bundles share one space of keys")
				continue
			}
			kindOf[e.Key], of[e.Key] = kind, src
		}
	}
}

func interfaceFirst(a, b string) int {
	if a == b {
		return 0
	}
	switch Interface {
	case a:
		return -1
	case b:
		return 1
	}
	return strings.Compare(a, b)
}

// comparison holds what the words of one file are checked with. source is nil
// where the file is the source itself.
type comparison struct {
	*checker
	script script
	forms  forms
	tag    string
	source *file
	words  map[string]word
}

func (c *comparison) entry(e strict.Entry[word]) {
	if e.Val.forms == nil {
		c.text(e.Pos, e.Val.text)
	}
	for _, form := range e.Val.forms {
		c.text(form.Pos, form.Val)
	}
	if (e.Val.forms == nil || c.plural(e)) && c.source != nil {
		c.compare(e)
	}
}

// text checks the characters of one text.
func (c *comparison) text(at strict.Pos, text string) {
	if !norm.NFC.IsNormalString(text) {
		c.problems.Add(at, wrongNFC, hintNFC)
	}
	if strings.Contains(text, "\t") {
		c.problems.Add(at, "the text holds a tab", "use spaces; a tab has no width that is known")
	}
	words := placeholder.ReplaceAllString(text, " ")
	if strings.ContainsAny(words, "{}") {
		c.problems.Add(at, "a placeholder is broken", "write it as {name}: both brackets, lower-case letters, no spaces")
	}
	c.letters(at, words)
}

func (c *comparison) letters(at strict.Pos, text string) {
	if r, ok := c.script.foreign(text); ok {
		c.problems.Add(at, fmt.Sprintf("the letter %q is %s; %s is written in %s", r, scriptOf(r), c.tag, c.script.name), "write the text in the language's own letters")
	}
	if c.script.untranslated(text) {
		c.problems.Add(at, "the text has no "+c.script.name+" letter", "translate it")
	}
	if word, ok := c.script.mixed(text); ok {
		c.problems.Add(at, fmt.Sprintf("%q mixes %s and Latin letters that look alike (%s)", word, c.script.name, latinOf(word)), "retype the word, or part it with a hyphen")
	}
	if run, ok := c.script.crowded(text); ok {
		c.problems.Add(at, fmt.Sprintf("more than %d letters from %q on give no place to break the line", maxRun, run), "put a ZERO WIDTH SPACE (U+200B) between words")
	}
}

func latinOf(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Latin, r) {
			return r
		}
		return -1
	}, word)
}

// plural checks the forms of one word among themselves, and reports whether
// they are those of the language.
func (c *comparison) plural(e strict.Entry[word]) bool {
	var names []string
	for _, form := range e.Val.forms {
		names = append(names, form.Key)
	}
	if !c.forms.fits(names) {
		c.problems.Add(e.Pos, fmt.Sprintf("the plural forms here are %s", list(names)), fmt.Sprintf("%s has %s: write exactly these", c.tag, list(c.forms.names)))
		return false
	}
	want := holes(e.Val.String())
	for _, form := range e.Val.forms {
		if got := holes(form.Val); !c.sameHoles(form.Key, got, want) {
			c.problems.Add(form.Pos, fmt.Sprintf("the placeholders here are %s, those of the form other are %s", list(got), list(want)), "use the same; only a form of one single number may leave {count} out")
		}
	}
	return true
}

func (c *comparison) sameHoles(form string, got, want []string) bool {
	if c.forms.single(form) && !slices.Contains(got, "{count}") {
		want = slices.DeleteFunc(slices.Clone(want), func(hole string) bool { return hole == "{count}" })
	}
	return slices.Equal(got, want)
}

// compare checks a word against the source's.
func (c *comparison) compare(e strict.Entry[word]) {
	src, ok := c.words[e.Key]
	from := c.library.languages[c.source.place.tag].EnglishName
	switch got, want := holes(e.Val.String()), holes(src.String()); {
	case !ok:
		c.problems.Add(e.Pos, fmt.Sprintf("the key %q is not in %s", e.Key, c.source.place.shown), "remove it, or write it there first")
	case src.forms != nil && e.Val.forms == nil:
		c.problems.Add(e.Pos, "the text has no plural forms, "+from+" has", "write a text for each of "+list(c.forms.names))
	case src.forms == nil && e.Val.forms != nil:
		c.problems.Add(e.Pos, "the text has plural forms, "+from+" has none", "write one text")
	case !slices.Equal(got, want):
		c.problems.Add(e.Pos, fmt.Sprintf("the placeholders are %s, in %s %s", list(got), from, list(want)), "use exactly those of "+from)
	default:
		c.ruined(e, src, from)
	}
}

// sheetError is what a spreadsheet shows where a formula went wrong.
var sheetError = regexp.MustCompile(`^#(N/A|[\p{L}/0]+[!?])$`)

// ruined reports what no translator writes: what is left of a text that went
// through a spreadsheet or a wrong character set, and the source itself.
func (c *comparison) ruined(e strict.Entry[word], src word, from string) {
	text, source := strings.TrimSpace(e.Val.String()), strings.TrimSpace(src.String())
	switch {
	case sheetError.MatchString(text):
		c.problems.Add(e.Pos, fmt.Sprintf("the text is an error of a spreadsheet, %s", text), "write the translation; what begins with = is taken for a formula there")
	case strings.Contains(text, "??") && !strings.Contains(source, "??"):
		c.problems.Add(e.Pos, "question marks stand where letters have been", "write the text again, and save the table as UTF-8")
	case !strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsFunc(source, unicode.IsLetter):
		c.problems.Add(e.Pos, "the text has no letters", "translate it")
	case strings.Contains(text, "\n") && !strings.Contains(source, "\n"):
		c.problems.Add(e.Pos, "the text has a line break, in "+from+" it has none", "write it as one paragraph")
	case text == source && len(strings.Fields(text)) > 2 && !strings.HasPrefix(e.Key, "officer."):
		c.problems.Add(e.Pos, "the text is still the one in "+from, "translate it")
	}
}

// holes lists the placeholders in text, sorted, each once: a translation may
// have to name a thing twice.
func holes(text string) []string {
	all := placeholder.FindAllString(text, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
