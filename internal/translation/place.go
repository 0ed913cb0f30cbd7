package translation

import "strings"

// spot says of the keys with a beginning and an end where their texts appear
// and how long they may be, in characters; 0 is as long as it must be. A screen
// of 80 columns shows two languages beside each other, and a person reads in fear.
type spot struct {
	begin, end string
	what       string // in messages
	where      string // for translators
	limit      int
}

var spots = []spot{
	{"officer.question.", ".option", "answer", "an answer of the officer", 120},
	{"question.", ".option", "answer", "an answer to a question, read and pressed by the person", 120},
	{"officer.question.", ".ask", "question", "a question to the officer, never read aloud", 160},
	{"question.", ".ask", "question", "a question to the person, read or read aloud", 160},
	{"officer.question.", "", "explanation", "help for the officer on a question", 300},
	{"person.step.card.", "", "", "the silent card, read alone by the person", 0},
	{"person.key.", "", "", "the foot of every screen, behind a key", 0},
	{"person.help.", "", "", "the help on keys", 0},
	{"person.answer.", "", "", "an answer under the same key on every screen", 0},
	{"person.option.", "", "", "a choice on a screen of the talk", 0},
	{"person.caution.", "", "", "read before a question on crime or return", 0},
	{"person.message.", "", "", "a message after a key that did nothing", 0},
	{"person.leaflet.", "", "", "the leaflet", 0},
	{"person.", "", "", "a screen of the talk, read by the person", 0},
	{"consent.", "", "", "information and consent before the questions, read or read aloud", 0},
	{"rights.", "", "", "the leaflet: headings and what stands above", 0},
	{"right.", "", "", "the leaflet: one right", 0},
	{"reflection.", "", "", "the form that starts the month to rest and think, signed by the person", 0},
	{"contact", "", "", "the leaflet: who helps", 0},
	{"hours.", "", "", "the leaflet: when somebody can be reached", 0},
	{"day.", "", "", "the leaflet: when somebody can be reached", 0},
	{"phone", "", "", "the leaflet: what a number is for", 0},
	{"need.", "", "", "the leaflet: what help is for", 0},
	{"officer.cli.", "", "", "the command line, to officers and authors", 0},
	{"officer.report.", "", "", "the officer's report", 0},
	{"officer.duty.", "", "", "what the officer must do", 0},
	{"officer.", "", "", "a screen of the officer", 0},
}

// What else an indicator set says to officers.
var (
	title = spot{what: "title", where: "a title in lists and reports, to the officer", limit: 120}
	about = spot{what: "explanation", where: "what something is for, to the officer", limit: 300}
)

func spotOf(bundle, key string) spot {
	for _, s := range spots {
		if strings.HasPrefix(key, s.begin) && strings.Contains(key[len(s.begin):], s.end) {
			return s.within(bundle, key)
		}
	}
	return spot{where: "a text of the " + bundle}
}

// within tells the officer's texts of an indicator set from those of screens.
func (s spot) within(bundle, key string) spot {
	switch {
	case s.limit > 0 || !strings.HasPrefix(bundle, "set ") || !strings.HasPrefix(key, "officer."):
		return s
	case strings.HasSuffix(key, ".about"):
		return about
	}
	return title
}

// Limit is how many characters a text of a bundle may have, and what it is in a
// message; 0 is no limit.
func Limit(bundle, key string) (limit int, what string) {
	s := spotOf(bundle, key)
	return s.limit, s.what
}

// Where tells a translator where a text appears.
func Where(bundle, key string) string { return spotOf(bundle, key).where }
