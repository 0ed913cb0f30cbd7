package locale

import (
	"cesta/internal/strict"
)

// Entry is one word of a file with its place, for those who check what it says.
type Entry struct {
	Key string
	Pos strict.Pos
	// Texts is the text, or that of every plural form.
	Texts []string
}

// Bundle is the file of one bundle in one language.
type Bundle struct {
	State, ReviewBy string
	// File is its name in messages.
	File    string
	Entries []Entry
}

// Bundle reads the words of a bundle in one language, in the order of the file.
// A bundle that has none in it is empty.
func (l *Library) Bundle(bundle, tag string) (Bundle, error) {
	f, err := l.file(bundle, tag)
	if f == nil || err != nil {
		return Bundle{}, err
	}
	b := Bundle{State: f.State, ReviewBy: f.ReviewBy, File: f.place.shown}
	for _, w := range f.words {
		e := Entry{Key: w.Key, Pos: w.Pos, Texts: []string{w.Val.text}}
		if w.Val.forms != nil {
			e.Texts = nil
			for _, form := range w.Val.forms {
				e.Texts = append(e.Texts, form.Val)
			}
		}
		b.Entries = append(b.Entries, e)
	}
	return b, nil
}
