package locale

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cesta/internal/strict"
)

// statusExt ends the name of the file that stands beside a file of words and
// says how far each of them can be relied on. Programs keep it, so that a
// translator sees only words.
const statusExt = ".status.yaml"

// Standing is how far one translated text can be relied on.
type Standing string

// The standings, from worst to best.
const (
	Missing   Standing = "missing"
	Unstamped Standing = "unstamped" // nobody has recorded what it was translated from
	Stale     Standing = "stale"     // the source has changed since
	Changed   Standing = "changed"   // the translation has changed since
	Draft     Standing = "draft"
	Reviewed  Standing = "reviewed"
	Approved  Standing = "approved"
)

var standings = []Standing{Missing, Unstamped, Stale, Changed, Draft, Reviewed, Approved}

// Below reports whether less can be relied on s than on t.
func (s Standing) Below(t Standing) bool {
	return slices.Index(standings, s) < slices.Index(standings, t)
}

// Status is the record of the texts of one bundle in one language.
type Status struct {
	Tag, Bundle string
	// File is its name in messages.
	File    string
	Records []Record
}

// Record is what is known of one text.
type Record struct {
	Key string
	Pos strict.Pos
	// Of is what the text was when it was recorded: the digest of its source, a
	// slash, and its own. Both are kept: a changed source makes a translation
	// stale, and a changed translation is no longer the one that was reviewed.
	Of    string
	State Standing // Draft, Reviewed or Approved
	By    string   // who reviewed or approved it
	On    string   // the day of it
	// Back is the translation back into the source's language, made from this
	// text alone.
	Back string
	// Pairs mark where the translation carries what must not get lost.
	Pairs []Pair
}

// Pair is a piece of the source that carries a negation, a duty or a limit, and
// the piece of the translation that carries the same.
type Pair struct {
	Source, Is string
	Pos        strict.Pos
}

// Digest is the short SHA-256 of a text, or of all its plural forms, in the
// form NFC: long enough to see a change, short enough to read beside a key.
func (e Entry) Digest() string {
	h := sha256.New()
	for i, text := range e.Texts {
		if e.Plural() {
			fmt.Fprintf(h, "%s\x00", e.Forms[i])
		}
		fmt.Fprintf(h, "%s\x00", norm.NFC.String(text))
	}
	return fmt.Sprintf("%x", h.Sum(nil))[:8]
}

// Of is what a record of a translation says about where it came from.
func Of(source, translation Entry) string { return source.Digest() + "/" + translation.Digest() }

// Standing is how far the translation can be relied on today.
func (r Record) Standing(source, translation Entry) Standing {
	was, is, _ := strings.Cut(r.Of, "/")
	switch {
	case len(translation.Texts) == 0:
		return Missing
	case r.Of == "":
		return Unstamped
	case is != translation.Digest():
		return Changed
	case was != source.Digest():
		return Stale
	}
	return r.State
}

// Record finds the record of a key; the zero Record where there is none.
func (s Status) Record(key string) Record {
	if i := slices.IndexFunc(s.Records, func(r Record) bool { return r.Key == key }); i >= 0 {
		return s.Records[i]
	}
	return Record{}
}

// table describes the file; see [Status.YAML] for how it is written.
func (s *Status) table(records *[]strict.Entry[Record]) strict.Value {
	return strict.Object(nil,
		strict.Req("language", strict.Line(&s.Tag), "the language, as in the file of words"),
		strict.Req("bundle", strict.Line(&s.Bundle), "the bundle, as in the file of words"),
		strict.Req("texts", strict.Map(records, key, recordValue), "for each key what it was translated from, or a mapping"),
	)
}

func recordValue(r *Record) strict.Value {
	r.State = Draft
	object := strict.Checked(strict.Object(&r.Pos,
		strict.Req("of", digests(&r.Of), "digest of the source, a slash, digest of the translation"),
		strict.Opt("state", strict.Enum(&r.State, Draft, Reviewed, Approved), "draft, reviewed or approved"),
		strict.Opt("by", strict.Line(&r.By), "who reviewed or approved it"),
		strict.Opt("on", strict.Date(&r.On), "the day on which it was"),
		strict.Opt("back", strict.Text(&r.Back), "the translation back, made from the translation alone"),
		strict.Opt("pairs", strict.List(&r.Pairs, PairValue), "pieces that carry a negation, a duty or a limit"),
	), func(n strict.Node) {
		if signed := r.By != "" && r.On != ""; signed != (r.State != Draft) {
			n.Fail("the state is "+string(r.State)+" and by and on do not fit it", "a draft has neither; reviewed and approved have both")
		}
	})
	return strict.Either(digests(&r.Of), nil, object)
}

func digests(dst *string) strict.Value {
	return strict.Checked(strict.Line(dst), func(n strict.Node) {
		was, is, ok := strings.Cut(*dst, "/")
		if !ok || !isDigest(was) || !isDigest(is) {
			n.Fail(fmt.Sprintf("%q is not two digests", *dst), "run cesta languages stamp; it writes 8 digits, a slash and 8 digits")
		}
	})
}

func isDigest(text string) bool {
	return len(text) == 8 && strings.Trim(text, "0123456789abcdef") == ""
}

// PairValue reads one pair, in a status file or in one that a translator fills.
func PairValue(p *Pair) strict.Value {
	return strict.Object(&p.Pos,
		strict.Req("en", strict.Line(&p.Source), "the piece of the source"),
		strict.Req("is", strict.Line(&p.Is), "the piece of the translation, letter for letter"),
	)
}

// Status reads the record of a bundle in one language. Where there is none yet
// it is empty. The error is of type [strict.Problems].
func (l *Library) Status(bundle, tag string) (Status, error) {
	p, ok := l.files[bundle][tag]
	s := Status{Tag: tag, Bundle: bundle, File: statusName(PathOf(bundle, tag))}
	if !ok {
		return s, nil
	}
	s.File = statusName(p.shown)
	data, err := fs.ReadFile(p.fsys, statusName(p.path))
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, strict.Problems{{Pos: strict.Pos{File: s.File}, Wrong: "the file cannot be read: " + err.Error(), Hint: "check that it is a file and may be read"}}
	}
	return s, s.decode(data)
}

func statusName(words string) string { return strings.TrimSuffix(words, ".yaml") + statusExt }

// StatusPathOf is where the status of a bundle's words stands in a locales folder.
func StatusPathOf(bundle, tag string) string { return statusName(PathOf(bundle, tag)) }

func (s *Status) decode(data []byte) error {
	tag, bundle := s.Tag, s.Bundle
	var records []strict.Entry[Record]
	var ps strict.Problems
	ps.Merge(s.File, strict.YAML(s.File, data, s.table(&records)))
	if len(ps) == 0 && (s.Tag != tag || s.Bundle != bundle) {
		ps.Add(strict.Pos{File: s.File, Line: 1, Col: 1}, fmt.Sprintf("this is the status of %s for the %s", s.Tag, s.Bundle), "run cesta languages stamp "+tag+", or move the file")
	}
	for _, e := range records {
		e.Val.Key, e.Val.Pos = e.Key, e.Pos
		s.Records = append(s.Records, e.Val)
	}
	return ps.Err()
}

// YAML writes the record as its reader takes it: one short line for a draft, in
// the order of the source, so that a change touches few lines.
func (s Status) YAML() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Kept by cesta languages stamp and import. Do not write in here by hand.\nlanguage: %s\nbundle: %s\ntexts:\n", s.Tag, s.Bundle)
	for _, r := range s.Records {
		r.write(&b)
	}
	if len(s.Records) == 0 {
		b.WriteString("  {}\n")
	}
	return []byte(b.String())
}

func (r Record) write(b *strings.Builder) {
	if r.State == Draft && r.Back == "" && len(r.Pairs) == 0 {
		fmt.Fprintf(b, "  %s: %s\n", r.Key, r.Of)
		return
	}
	fmt.Fprintf(b, "  %s:\n    of: %s\n", r.Key, r.Of)
	if r.State != Draft {
		fmt.Fprintf(b, "    state: %s\n    by: %s\n    on: %q\n", r.State, Quoted(r.By), r.On)
	}
	if r.Back != "" {
		fmt.Fprintf(b, "    back: %s\n", Quoted(r.Back))
	}
	if len(r.Pairs) > 0 {
		b.WriteString("    pairs:\n")
	}
	for _, p := range r.Pairs {
		fmt.Fprintf(b, "      - {en: %s, is: %s}\n", Quoted(p.Source), Quoted(p.Is))
	}
}

// Quoted writes a text as YAML reads it back, on one line.
func Quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(text) + `"`
}

// borne is the state that a file of words says it has, as far as the records
// of all its texts bear that out. Only a file that claims that somebody has
// looked is held against them, so that a draft costs nothing more to read. A
// claim without a record, or with one that cannot be read, is none.
func (l *Library) borne(f *file) Standing {
	said := Standing(f.State)
	if said == Draft || f.place.tag == l.SourceTag(f.place.bundle) {
		return said
	}
	status, err := l.Status(f.place.bundle, f.place.tag)
	src, sourceErr := l.source(f.place.bundle)
	if err != nil || sourceErr != nil || src == nil {
		return Draft
	}
	records, source := map[string]Record{}, src.index()
	for _, r := range status.Records {
		records[r.Key] = r
	}
	for _, e := range f.words {
		from := entryOf(strict.Entry[word]{Key: e.Key, Val: source[e.Key]})
		if is := records[e.Key].Standing(from, entryOf(e)); is.Below(said) {
			said = is
		}
	}
	if said.Below(Draft) {
		return Draft
	}
	return said
}

// FileOf reports whether a file of words or of their status is in a language.
func FileOf(file, tag string) bool {
	base := path.Base(file)
	return base == tag+".yaml" || base == tag+statusExt
}
