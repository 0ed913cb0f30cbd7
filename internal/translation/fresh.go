package translation

import (
	"fmt"
	"strings"

	"cesta/internal/locale"
)

// Fresh writes a file of words to be filled: the head, and every key that the
// language needs with its source above it and "" for the text.
func Fresh(l *locale.Library, bundle string, language locale.Language) ([]byte, error) {
	s, err := Read(l, bundle, language)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	head(&b, bundle, language)
	for _, t := range s.Texts {
		for line := range strings.Lines(t.Source.Text()) {
			b.WriteString(strings.TrimRight("  # "+strings.TrimSpace(line), " ") + "\n")
		}
		empty := locale.Entry{Key: t.Key(), Texts: []string{""}}
		if t.Source.Plural() {
			empty.Forms = language.Plurals
			empty.Texts = make([]string, len(empty.Forms))
		}
		b.WriteString(lineOf(empty) + "\n")
	}
	return []byte(b.String()), nil
}

func head(b *strings.Builder, bundle string, l locale.Language) {
	fmt.Fprintf(b, "language: %s\nbundle: %s\n", l.Tag, bundle)
	if bundle == locale.Interface {
		fmt.Fprintf(b, "name: %s\nenglish-name: %s\nczech-name: %s\nscript: %s\ndirection: %s\nplurals: [%s]\nroles: [%s]\n",
			locale.Quoted(l.Name), locale.Quoted(l.EnglishName), locale.Quoted(l.CzechName), l.Script, l.Direction,
			strings.Join(l.Plurals, ", "), strings.Join(l.Roles, ", "))
	}
	b.WriteString("state: draft\nreview-by: nobody is named yet\nwords:\n")
}
