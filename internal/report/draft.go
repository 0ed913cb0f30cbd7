package report

import (
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// unreviewed is the line, in both languages, that nobody competent has reviewed
// the list of contacts, as long as the words of either language are a draft.
// Beside rights it stands above them already.
func (c Contacts) unreviewed(b both) []block {
	for _, w := range []*locale.Words{b.person, b.officer} {
		if w != nil && w.State("contacts.title") != string(indicator.Approved) {
			return []block{b.small("rights.draft")}
		}
	}
	return nil
}
