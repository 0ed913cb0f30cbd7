package check

import (
	"regexp"
	"strings"

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

// wordings are the lists by language, made once from the table.
var wordings = compileWordings()

func compileWordings() map[string]wording {
	all := map[string]wording{}
	for tag, list := range forbiddenWordings {
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
		all[tag] = w
	}
	return all
}

// wordForm turns a form of the table into a regular expression: it begins at the
// beginning of a word, and a space stands for any.
func wordForm(form string) string {
	return `(?i:(?:^|[^\p{L}\p{M}])(?:` + strings.ReplaceAll(form, " ", `\s+`) + `))`
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
