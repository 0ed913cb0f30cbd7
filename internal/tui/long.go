package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

// mostKeys is how many options have a digit of their own.
const mostKeys = 7

// languages are what the person can choose, by tag.
type languages map[string]locale.Language

// long is a menu with more options than digits: the languages, the check of
// the answers. It shows them in parts, each with the digits from 1; languages
// can also be found by typing a piece of a name.
type long struct {
	all       []screen.Option // without those that stand below every part
	fixed     []screen.Option
	languages languages // nil where nothing can be typed
	query     string
	from      int // the first option that is shown
	most      int // how many are shown
}

// newLong gives nil for a screen whose options all have a digit.
func newLong(s screen.Screen, known languages) *long {
	l := &long{most: mostKeys}
	for _, o := range s.Options {
		if k, ok := known[o.ID]; ok && len(o.Names) == 0 {
			o.Names = []string{k.Name, k.EnglishName, k.CzechName, k.Tag}
		}
		if o.Special || o.Key == screen.KeyNext || o.ID == interview.OtherLanguage {
			l.fixed = append(l.fixed, o)
		} else {
			l.all = append(l.all, o)
		}
	}
	if s.Step.ID == interview.StepLanguage {
		l.languages = known
		return l
	}
	if len(l.all) <= mostKeys {
		return nil
	}
	return l
}

// typing reports whether letters are a search here and no commands.
func (p *panel) typing() bool { return p.long != nil && p.long.languages != nil }

// found are the options that the search leaves.
func (l *long) found() []screen.Option {
	if l.query == "" {
		return l.all
	}
	var found []screen.Option
	for _, o := range l.all {
		if o.Found(l.query) {
			found = append(found, o)
		}
	}
	return found
}

// begins reports whether a name begins with the text as it is written.
func (l *long) begins(text string) bool {
	return slices.ContainsFunc(l.all, func(o screen.Option) bool {
		return slices.ContainsFunc(append([]string{o.Person, o.Officer}, o.Names...), func(name string) bool {
			return strings.HasPrefix(strings.ToLower(name), strings.ToLower(text))
		})
	})
}

// part is what is shown of the options that the search leaves, with digits.
func (l *long) part() []screen.Option {
	found := l.found()
	l.from = max(0, min(l.from, len(found)-1))
	shown := slices.Clone(found[l.from:min(l.from+l.most, len(found))])
	for i := range shown {
		shown[i].Key = strconv.Itoa(i + 1)
	}
	return shown
}

// turn shows the next part or the one before, and reports whether there is one.
func (l *long) turn(by int) bool {
	to := l.from + by*l.most
	if by < 0 && l.from > 0 {
		to = max(to, 0)
	}
	if to < 0 || to >= len(l.found()) {
		return false
	}
	l.from = to
	return true
}

// whole reports whether all options are shown at once.
func (l *long) whole() bool { return l.from == 0 && len(l.found()) <= l.most }

// place says which options are shown, such as 8-14/35.
func (l *long) place() string {
	found := len(l.found())
	return fmt.Sprintf("%d-%d/%d", l.from+1, min(l.from+l.most, found), found)
}

// edit changes the search by a typed text; the empty text takes a letter away.
func (l *long) edit(text string) {
	if text != "" {
		l.query = strings.TrimLeft(l.query+text, " ")
	} else if r := []rune(l.query); len(r) > 0 {
		l.query = string(r[:len(r)-1])
	}
	l.from = 0
}
