package check

import (
	"maps"
	"regexp"
	"strings"
	"sync"

	"cesta/internal/locale"
)

// wording is a list of things that may not be said to a person in one language.
type wording struct {
	// any finds whether a text holds one at all: most do not.
	any  *regexp.Regexp
	each []forbidden
}

type forbidden struct {
	form *regexp.Regexp
	why  reason
}

// wordings are the lists by language. A list is compiled when it is first asked
// for: all of them together would take half a second at every start.
var wordings = prepareWordings()

func prepareWordings() map[string]func() wording {
	all := map[string]func() wording{}
	for tag, list := range lists() {
		all[tag] = sync.OnceValue(func() wording { return compileWording(list) })
	}
	return all
}

// wordingOf is the list of a language: empty if it has none.
func wordingOf(tag string) wording {
	if compiled, ok := wordings[tag]; ok {
		return compiled()
	}
	return wording{}
}

func compileWording(list []forbiddenForms) wording {
	w := wording{}
	var forms []string
	for _, f := range list {
		for _, text := range f.forms {
			form := wordForm(text)
			forms = append(forms, form)
			w.each = append(w.each, forbidden{regexp.MustCompile(form), f.why})
		}
	}
	w.any = regexp.MustCompile(strings.Join(forms, "|"))
	return w
}

// lists are the lists of the tables.
func lists() map[string][]forbiddenForms {
	all := maps.Clone(forbiddenWordings)
	maps.Copy(all, wordingsEurope)
	maps.Copy(all, wordingsAsia)
	return all
}

// wordForm turns a form of the table into a regular expression: it begins at the
// beginning of a word, and a space stands for any.
func wordForm(form string) string {
	return `(?:^|[^\p{L}\p{M}])(?i:` + strings.ReplaceAll(form, " ", `\s+`) + `)`
}

// wording reports what may not be said.
func (t *texts) wording(w wording, e locale.Entry, text string) {
	if w.any == nil || !w.any.MatchString(text) {
		return
	}
	for _, f := range w.each {
		if at := f.form.FindString(text); at != "" {
			t.add(e.Pos, f.why.instead, "%s says %q: %s", e.Key, strings.Trim(at, " .,;:!?\"'()"), f.why.reason)
		}
	}
}
