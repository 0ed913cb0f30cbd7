package translation

import (
	"fmt"
	"slices"
	"strings"

	"cesta/internal/locale"
	"cesta/internal/strict"
)

// Stamp says what is to be recorded.
type Stamp struct {
	// State is Draft for a text that has just been translated, else who has
	// looked at it says so by By and On.
	State  locale.Standing
	By, On string
	// Keys limit the stamp; right.* names a family. Without keys every text is
	// meant but stale ones: that an old translation still fits a new source must
	// be said text by text.
	Keys []string
	// Backs and Pairs are back-translations and marked pairs, by key.
	Backs []Back
	Pairs []Marked
}

// Back is a back-translation with its place in the file it came in.
type Back = strict.Entry[string]

// Marked are the pairs of one text.
type Marked = strict.Entry[[]locale.Pair]

// ReadBacks reads a file of back-translations: key, colon, text.
func ReadBacks(file string, data []byte) ([]Back, error) {
	var backs []Back
	err := strict.YAML(file, data, strict.Map(&backs, strict.Line, strict.Text))
	return backs, err
}

// ReadPairs reads a file of pairs: key, colon, list of {en, is}.
func ReadPairs(file string, data []byte) ([]Marked, error) {
	var pairs []Marked
	err := strict.YAML(file, data, strict.Map(&pairs, strict.Line, func(dst *[]locale.Pair) strict.Value {
		return strict.List(dst, locale.PairValue)
	}))
	return pairs, err
}

// Apply gives the status of the survey's texts after the stamp. Back-translations
// and pairs of other bundles are left alone; see [Unknown]. The error is of type
// [strict.Problems]; then nothing must be written.
func (s *Survey) Apply(stamp Stamp) (locale.Status, error) {
	backs, pairs := map[string]Back{}, map[string]Marked{}
	for _, b := range stamp.Backs {
		backs[b.Key] = b
	}
	for _, m := range stamp.Pairs {
		pairs[m.Key] = m
	}
	status := s.Status
	status.Records = nil
	var ps strict.Problems
	for _, t := range s.Texts {
		if len(t.Translation.Texts) == 0 || s.IsSource {
			continue
		}
		r := stamp.record(t)
		if b, ok := backs[t.Key()]; ok {
			r = s.withBack(r, b, t, &ps)
		}
		if m, ok := pairs[t.Key()]; ok {
			r.Pairs = m.Val
			s.checkPairs(t, m, &ps)
		}
		if r.Of != "" {
			status.Records = append(status.Records, r)
		}
	}
	return status, ps.Err()
}

// record is the record of a text after the stamp. What was known of another
// text is not known of this one: a translation that was changed loses its
// review, its back-translation, and those pairs that are no longer in it.
func (stamp Stamp) record(t Text) locale.Record {
	r := t.Record
	r.Key = t.Key()
	if !stamp.means(t) {
		return r
	}
	if r.Of == "" || t.Standing == locale.Changed {
		gone := lost(t.Source.Text(), t.Translation.Text(), r.Pairs)
		pairs := slices.DeleteFunc(slices.Clone(r.Pairs), func(p locale.Pair) bool { return slices.Contains(gone, p) })
		r = locale.Record{Key: r.Key, Pairs: pairs}
	}
	again := r.Of == locale.Of(t.Source, t.Translation) && stamp.State == locale.Draft && len(stamp.Keys) == 0
	if r.Of = locale.Of(t.Source, t.Translation); !again { // a draft stamp takes no review away
		r.State, r.By, r.On = stamp.State, stamp.By, stamp.On
	}
	return r
}

// means reports whether the stamp is for the text.
func (stamp Stamp) means(t Text) bool {
	if len(stamp.Keys) == 0 {
		return t.Standing != locale.Stale
	}
	return slices.ContainsFunc(stamp.Keys, func(key string) bool { return matches(key, t.Key()) })
}

func matches(pattern, key string) bool {
	if family, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(key, family)
	}
	return pattern == key
}

// withBack adds a back-translation, which is always of the text as it is now.
func (s *Survey) withBack(r locale.Record, b Back, t Text, ps *strict.Problems) locale.Record {
	if _, is, _ := strings.Cut(r.Of, "/"); is != t.Translation.Digest() {
		ps.Add(b.Pos, fmt.Sprintf("the text %s is not recorded as it is now", t.Key()), "stamp it too: without keys, or with its key")
	}
	r.Back = b.Val
	return r
}

func (s *Survey) checkPairs(t Text, m Marked, ps *strict.Problems) {
	for _, p := range lost(t.Source.Text(), t.Translation.Text(), m.Val) {
		piece, text := p.Is, t.Translation.Text()
		if !piecePattern(p.Source).MatchString(t.Source.Text()) {
			piece, text = p.Source, t.Source.Text()
		}
		ps.Add(p.Pos, fmt.Sprintf("the piece %q is not in the text of %s, or not so often", piece, t.Key()), fmt.Sprintf("copy it letter for letter out of %q", text))
	}
}

// Unknown reports keys of back-translations and pairs, and keys to be stamped,
// that are in none of the surveys.
func Unknown(stamp Stamp, surveys []Survey) error {
	var ps strict.Problems
	any := func(key string, is func(Text) bool) bool {
		return slices.ContainsFunc(surveys, func(s Survey) bool {
			return slices.ContainsFunc(s.Texts, func(t Text) bool { return matches(key, t.Key()) && is(t) })
		})
	}
	refuse := func(at strict.Pos, key string) {
		switch {
		case any(key, func(t Text) bool { return len(t.Translation.Texts) > 0 }):
		case any(key, func(Text) bool { return true }):
			ps.Add(at, fmt.Sprintf("nothing is translated yet under the key %q", key), "translate the text first")
		default:
			ps.Add(at, fmt.Sprintf("there is no text with the key %q", key), "mend the key; cesta languages export lists all")
		}
	}
	for _, key := range stamp.Keys {
		refuse(strict.Pos{}, key)
	}
	for _, b := range stamp.Backs {
		refuse(b.Pos, b.Key)
	}
	for _, m := range stamp.Pairs {
		refuse(m.Pos, m.Key)
	}
	return ps.Err()
}
