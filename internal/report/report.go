// Package report writes what leaves the interview: the officer's report and
// note, the call script for a specialised organisation, the leaflet for the
// person, the form of the reflection period and the list of contacts, and the
// papers of a talk without a screen ([Board], [SilentCard], [Consents],
// [Questionnaire], [Poster]); as text, as one HTML file or as JSON. For authors and reviewers it writes what a set
// holds and what a sheet came to ([Anatomy], [Account], [SideBySide]).
//
// It writes to an io.Writer, opens no file and takes no clock: a time is passed
// in. What may never come out of it:
//
//   - a number for a level, a percentage, "not a victim", "no risk", a judgement
//     on anybody's credibility, a promise;
//   - the name of an instrument's owner over a result, unless the transcription
//     is official and checked ([indicator.Instrument.MayBeNamed]);
//   - an assessment without the sentence that no decision against the person
//     may rest on it;
//   - in the leaflet: an answer, a level, a name, a time. [Leaflet] therefore
//     has no field that could carry one, and every list of rights is in it.
package report

import (
	"fmt"
	"io"

	"cesta/internal/locale"
)

// Format of a document.
type Format string

// The formats.
const (
	Text Format = "text"
	HTML Format = "html"
	JSON Format = "json"
)

// Width is how wide text is set when the caller knows no better.
const Width = 80

// Pair is one paragraph in the language of the person and in that of the
// officer. A side that has nothing to say is empty.
type Pair struct{ Person, Officer string }

// write writes a page as text of the given width or as HTML.
func (p page) write(w io.Writer, f Format, width int) error {
	switch f {
	case Text:
		return writeText(w, p, width)
	case HTML:
		return writeHTML(w, p)
	}
	return fmt.Errorf("no such format for this document: %q", f)
}

// side is one language of a page: its tag, direction and script, for HTML. The
// script chooses the fonts.
type side struct{ Tag, Dir, Script string }

func sideOf(w *locale.Words) side {
	l := w.Language()
	return side{l.Tag, l.Direction, l.Script}
}

// writeBoth writes a page whose second language is needed in text too: there it
// has a column of its own.
func (p page) writeBoth(w io.Writer, f Format, width int) error {
	if f == Text && p.Beside.Tag != "" {
		return writeColumns(w, p, width)
	}
	return p.write(w, f, width)
}
