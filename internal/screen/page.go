package screen

import (
	"slices"
	"strings"
)

// Options of the pause.
const (
	PauseGoOn = "go-on"
	PauseStop = "stop"
)

// Pause is shown instead of the step while everybody rests. It shows nothing
// of the question, so that it can be left on the screen.
func (m *Maker) Pause() Page {
	p := Page{Title: m.both("person.pause.title"), Body: m.paragraphs("person.pause.body")}
	p.Body = append(p.Body, pairs(m.alone("officer.pause.body"))...)
	for i, id := range []string{PauseGoOn, PauseStop} {
		p.Options = append(p.Options, Option{ID: id, Key: optionKey(id, i), Pair: m.both("person.option.pause." + id)})
	}
	return p
}

// Help explains a screen: for the officer why and how it is asked, for both
// what each key does.
func (m *Maker) Help(s Screen) Page {
	p := Page{Title: m.side(&s, "person.help.title")}
	for _, h := range []struct{ key, text string }{{"why", s.Why}, {"how", s.How}, {"follow-up", s.FollowUp}} {
		if h.text != "" && !ofTheCard(s) {
			p.Body = append(p.Body, Pair{Officer: m.officer.Text("officer.help."+h.key) + " " + h.text})
		}
	}
	for _, id := range m.helpKeys(s) {
		p.Body = append(p.Body, m.side(&s, "person.help."+id))
	}
	return p
}

// ofTheCard reports whether the screen is part of the silent card and not for
// the officer alone. Its help is for whoever stands by, and tells nothing.
func ofTheCard(s Screen) bool {
	return s.Silent || !s.OfficerOnly && strings.HasPrefix(s.Step.ID, "card.")
}

// helpKeys are the keys that do something on this screen.
func (m *Maker) helpKeys(s Screen) []string {
	var ids []string
	if slices.ContainsFunc(s.Options, func(o Option) bool { return !o.Special && o.Key != KeyNext }) {
		ids = append(ids, "numbers")
	}
	for _, o := range s.Options {
		if o.Special {
			ids = append(ids, o.ID)
		}
	}
	for _, k := range s.Keys {
		ids = append(ids, k.ID)
	}
	if _, found := s.option(KeyNext); found {
		ids = append(ids, nextID)
	}
	return ids
}

// paragraphs splits a text of several paragraphs, side by side. A side with
// fewer paragraphs ends earlier; a translator who joins two loses nothing.
func (m *Maker) paragraphs(key string, args ...string) []Pair {
	return pairs(m.both(key, args...))
}

func pairs(text Pair) []Pair {
	person, officer := split(text.Person), split(text.Officer)
	var all []Pair
	for i := range max(len(person), len(officer)) {
		all = append(all, Pair{at(person, i), at(officer, i)})
	}
	return all
}

func split(text string) []string {
	var parts []string
	for _, p := range strings.Split(text, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

func at(parts []string, i int) string {
	if i < len(parts) {
		return parts[i]
	}
	return ""
}
