package translation

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cesta/internal/locale"
	"cesta/internal/strict"
)

// Problems reports every gap of the survey: what is missing, stale, unmarked or
// unseen. What a single text may not be, [locale.Library.Check] says.
func (s *Survey) Problems() strict.Problems {
	var ps strict.Problems
	if s.IsSource {
		return nil
	}
	if len(s.Status.Records) == 0 && s.has() {
		ps.Add(strict.Pos{File: s.Status.File}, "nothing is recorded of what the texts were translated from", "run "+s.stamp())
	}
	for _, t := range s.Texts {
		s.standing(t, &ps)
		if len(t.Translation.Texts) > 0 {
			s.numbers(t, &ps)
			s.length(t, &ps)
			s.weight(t, &ps)
		}
	}
	s.claim(&ps)
	s.orphans(&ps)
	return ps
}

// has reports whether anything is translated at all.
func (s *Survey) has() bool {
	return slices.ContainsFunc(s.Texts, func(t Text) bool { return len(t.Translation.Texts) > 0 })
}

func (s *Survey) stamp(keys ...string) string {
	words := append([]string{"cesta languages stamp", s.Language.Tag}, keys...)
	if s.Folder != "" {
		words = append(words, "--locales", s.Folder)
	}
	return strings.Join(words, " ")
}

func (s *Survey) standing(t Text, ps *strict.Problems) {
	at := t.Translation.Pos
	switch t.Standing {
	case locale.Missing:
		ps.Add(at, fmt.Sprintf("the word %q is missing", t.Key()), fmt.Sprintf("translate %q", t.Source.Text()))
	case locale.Stale:
		ps.Add(at, fmt.Sprintf("the text %s is stale: its source has changed since it was translated", t.Key()), fmt.Sprintf("compare it with %q, mend it, then run %s", t.Source.Text(), s.stamp(t.Key())))
	case locale.Changed:
		ps.Add(at, fmt.Sprintf("the text %s has changed since it was recorded", t.Key()), "run "+s.stamp()+"; it is a draft again")
	case locale.Unstamped:
		if len(s.Status.Records) > 0 { // else said once for the whole file
			ps.Add(at, fmt.Sprintf("nothing is recorded of what %s was translated from", t.Key()), "run "+s.stamp())
		}
	}
}

// numbers reports numbers that differ, and numbers in other figures than those
// that stand on telephones and papers here.
func (s *Survey) numbers(t Text, ps *strict.Problems) {
	text := t.Translation.Text()
	if i := strings.IndexFunc(text, func(r rune) bool { return unicode.IsDigit(r) && r > '9' }); i >= 0 {
		ps.Add(t.Translation.Pos, fmt.Sprintf("the text %s has figures other than 0 to 9", t.Key()), "write 0 to 9, as telephones and papers here have them")
		return
	}
	if got, want := numbers(text), numbers(t.Source.Text()); !slices.Equal(got, want) {
		ps.Add(t.Translation.Pos, fmt.Sprintf("the numbers in %s are %s, in the source %s", t.Key(), list(got), list(want)), "write the same numbers, in figures where the source has figures")
	}
}

// length reports a text that is longer than its place allows.
func (s *Survey) length(t Text, ps *strict.Problems) {
	limit, _ := Limit(s.Bundle, t.Key())
	for _, text := range t.Translation.Texts {
		if n := utf8.RuneCountInString(text); limit > 0 && n > limit {
			ps.Add(t.Translation.Pos, fmt.Sprintf("the text %s has %d characters, its place %d", t.Key(), n, limit), "say it in fewer words")
			return
		}
	}
}

func list(all []string) string {
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}

// weight reports broken pairs everywhere, and in weighty texts what has no
// pair or no back-translation.
func (s *Survey) weight(t Text, ps *strict.Problems) {
	at, source := t.Translation.Pos, t.Source.Text()
	for _, p := range lost(source, t.Translation.Text(), t.Record.Pairs) {
		ps.Add(p.Pos, fmt.Sprintf("the pair %q, %q of %s is not in both texts", p.Source, p.Is, t.Key()), "mend the translation so that it says this again, or mark the pair anew with "+s.stamp("--pairs FILE"))
	}
	if !Weighty(t.Key()) || !s.Weighed {
		return
	}
	for _, sentence := range unpaired(source, t.Record.Pairs) {
		ps.Add(at, fmt.Sprintf("no pair in %s marks where the translation says %q", t.Key(), sentence), "mark it with "+s.stamp("--pairs FILE"))
	}
	if t.Record.Back == "" {
		ps.Add(at, fmt.Sprintf("the text %s has no back-translation", t.Key()), "let somebody translate it back from the translation alone, then run "+s.stamp("--back-translations FILE"))
	}
}

// claim reports a file that says more of itself than is recorded of its texts.
func (s *Survey) claim(ps *strict.Problems) {
	said := locale.Standing(s.State)
	if said == locale.Draft || s.State == "" {
		return
	}
	below := 0
	for _, t := range s.Texts {
		if t.Standing.Below(said) {
			below++
		}
	}
	if below > 0 {
		ps.Add(strict.Pos{File: s.File}, fmt.Sprintf("the file says that it is %s; %d of its texts are not", s.State, below), "write state: draft, or run "+s.stamp("--state", s.State, "--by NAME"))
	}
}

// orphans reports records of texts that are no more.
func (s *Survey) orphans(ps *strict.Problems) {
	known := map[string]bool{}
	for _, t := range s.Texts {
		known[t.Key()] = true
	}
	for _, r := range s.Status.Records {
		if !known[r.Key] {
			ps.Add(r.Pos, fmt.Sprintf("%s is recorded, but there is no such text any more", r.Key), "run "+s.stamp()+"; it drops the record")
		}
	}
}
