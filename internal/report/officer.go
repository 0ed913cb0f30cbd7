package report

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"time"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// Case is one assessed talk, for the officer alone. The person must never see
// it, and it never goes into a leaflet.
type Case struct {
	Assessment assess.Assessment
	// Sheet gives the answers and the conditions.
	Sheet answers.Sheet
	// Situation is what duties read beside level and marks; nil stands for that
	// of the sheet.
	Situation map[string]string
	Set       *indicator.Set
	Pack      *country.Pack
	// Station is what only the police station knows; it is shown as local.
	Station country.Station
	// Words are the officer's, with those of the set and of the country.
	Words *locale.Words
	// Now is the day against which content is stale.
	Now time.Time
	// Mock marks the report of a practice talk.
	Mock bool
}

// Write writes the officer's report. As JSON it is the assessment itself, one
// object on one line.
func (c Case) Write(w io.Writer, f Format, width int) error {
	if f == JSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return enc.Encode(c.Assessment)
	}
	return c.page().write(w, f, width)
}

// Paragraphs is the report for a screen, one paragraph an element.
func (c Case) Paragraphs() []string { return officerSide(c.page()) }

// officerSide is a page of one language as paragraphs.
func officerSide(p page) []string {
	var out []string
	for _, pair := range p.paragraphs() {
		out = append(out, pair.Person) // the page's only language
	}
	return out
}

// page puts what to do before why: an officer in a hurry reads the top only.
func (c Case) page() page {
	p := page{Title: c.text("title"), Main: sideOf(c.Words), Style: "report"}
	if c.Mock {
		p.add(note(c.Words.Text("person.mock")))
	}
	p.add(head(1, p.Title), c.level())
	p.add(c.marks()...)
	p.add(group("frame", para(c.text("support"))))
	p.add(c.duties().blocks()...)
	p.add(c.why()...)
	p.add(c.others()...)
	p.add(c.missing()...)
	p.add(c.conditions()...)
	p.add(c.duties().bases()...)
	p.add(c.origin()...)
	p.add(para(c.text("support")))
	return p
}

// text is a word of the report.
func (c Case) text(key string, args ...string) string {
	return c.Words.Text("officer.report."+key, args...)
}

// level is the level in words. A number, a share or a colour alone never
// stands for it.
func (c Case) level() block {
	key := "level." + c.Assessment.Level
	if c.Assessment.Level == indicator.LevelNothing && len(c.Assessment.Marks) > 0 {
		key += ".marked"
	}
	return group("important", para(c.text(key)), para(c.text(key+".about")))
}

func (c Case) marks() []block {
	if len(c.Assessment.Marks) == 0 {
		return nil
	}
	var items []block
	for _, m := range c.Assessment.Marks {
		items = append(items, point(c.text("mark."+m)))
	}
	return []block{head(2, c.text("marks")), points(items...)}
}

// duties are what the officer must do at this level, with these marks.
func (c Case) duties() duties {
	situation := c.Situation
	if situation == nil {
		situation = c.Sheet.Situation
	}
	return duties{c.Words, c.Pack, c.Station, c.Pack.DutiesFor(c.Assessment.Level, c.Assessment.Marks, situation)}
}

// missing lists the answers that would change the level, by the level they
// would change it to.
func (c Case) missing() []block {
	if slices.Contains(c.Assessment.Marks, "child") { // nobody may go and ask a child these
		return []block{head(2, c.text("missing")), para(c.text("missing.child"))}
	}
	var blocks []block
	for _, level := range slices.Backward(indicator.Levels) {
		var items []block
		for _, m := range c.Assessment.Missing {
			if m.WouldReach == level {
				items = append(items, point(c.missingText(m)))
			}
		}
		if len(items) > 0 {
			blocks = append(blocks, para(c.text("missing.would-reach", "level", c.text("level-name."+level))), points(items...))
		}
	}
	if len(blocks) == 0 {
		blocks = []block{para(c.text("missing.none"))}
	}
	return append([]block{head(2, c.text("missing"))}, blocks...)
}

// missingText is a question, or where no questions were asked a single fact.
func (c Case) missingText(m assess.Missing) string {
	if m.Question != "" {
		return c.question(m.Question)
	}
	var facts []string
	for _, i := range m.Indicators {
		facts = append(facts, c.Words.Text("officer.indicator."+i))
	}
	return strings.Join(facts, "; ")
}
