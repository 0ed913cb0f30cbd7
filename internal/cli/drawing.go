package cli

import (
	"fmt"
	"slices"
	"strings"

	"cesta/internal/locale"
)

// undrawn are terminals that are known not to draw text from right to left, by
// what they tell of themselves. WT_SESSION is Windows Terminal's, which has
// drawn it in the wrong order on purpose since 1.19; the others say their name
// in TERM_PROGRAM or TERM. Source: the projects' own issues, read 2026-11-23
// (microsoft/terminal 538, xterm.js 701); alacritty, foot, xterm and the Linux
// console reorder nothing.
var undrawn = struct{ program, term []string }{
	program: []string{"vscode", "ghostty", "alacritty"},
	term:    []string{"linux", "alacritty", "foot", "xterm-ghostty"},
}

// unshaped are those that do not shape letters at all, of any script.
var unshaped = []string{"linux", "alacritty"}

// drawing is the notice for an officer that this terminal may not draw a
// language as it should, or is known not to; empty for scripts that every
// terminal draws and where nobody looks at one.
//
// No terminal is believed to draw right-to-left or shaped scripts well: none
// says so, those that do it fail at some scripts, and tmux and screen hide the
// one behind them. What is known is only who does not.
func (p *program) drawing(l locale.Language) string {
	if !l.RTL() && !l.Shaped() || !p.env.terminal(p.lineOut()) {
		return ""
	}
	id := "maybe"
	if p.cannotDraw(l) {
		id = "cannot"
	}
	return p.words.Text("officer.language.drawing."+id, "language", p.nameOf(l), "command", sheetCommand(l))
}

func sheetCommand(l locale.Language) string {
	return fmt.Sprintf("cesta rights %s --format html --output sheet.html", l.Tag)
}

// cannotDraw reports whether the terminal is one of those known to fail.
func (p *program) cannotDraw(l locale.Language) bool {
	term, program := p.env.Getenv("TERM"), strings.ToLower(p.env.Getenv("TERM_PROGRAM"))
	if p.env.Getenv("TMUX") != "" || strings.HasPrefix(term, "screen") || strings.HasPrefix(term, "tmux") {
		return false // what draws is behind it, and not told
	}
	if slices.Contains(unshaped, term) || slices.Contains(unshaped, program) {
		return true
	}
	return l.RTL() && (p.env.Getenv("WT_SESSION") != "" || slices.Contains(undrawn.program, program) || slices.Contains(undrawn.term, term))
}

// warnDrawing tells the officer, beside a leaflet on a terminal, that it may
// not be what the paper shows.
func (p *program) warnDrawing(l locale.Language) {
	if notice := p.drawing(l); notice != "" {
		fmt.Fprintln(p.env.Err, "cesta: "+notice)
	}
}

// drawings are the notices for all languages of a talk.
func (t *talk) drawings() map[string]string {
	notices := map[string]string{}
	for tag, w := range t.person {
		if notice := t.drawing(w.Language()); notice != "" {
			notices[tag] = notice
		}
	}
	return notices
}

// offered are for each language of the talk those that are not whole here and
// name it in their heads. It is shown beside them and chosen by the person.
func (t *talk) offered() map[string][]locale.Language {
	all := map[string][]locale.Language{}
	for _, l := range t.library.Languages() {
		if !l.ForPerson() || t.person[l.Tag] != nil {
			continue
		}
		for _, tag := range l.Offers {
			if t.person[tag] != nil {
				all[tag] = append(all[tag], l)
			}
		}
	}
	return all
}

// unreviewed reports whether what the country pack says of consent is a draft.
func (c content) unreviewed() bool {
	for _, part := range c.pack.Parts {
		if part.Draft() {
			return true
		}
	}
	return c.pack.Draft()
}
