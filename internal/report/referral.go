package report

import (
	"io"

	"cesta/internal/country"
	"cesta/internal/locale"
)

// Referral is what one organisation is told about one person, on paper: what the
// person allowed, item by item. Like [Script] it can hold no level and no
// answer; what was typed for it stands in Details, by the line of the script.
type Referral struct {
	Words     *locale.Words
	Pack      *country.Pack
	To        string // the organisation's name
	Authority string // who refers, if the station has told it
	Language  locale.Language
	Allowed   []string
	Details   map[string]string
	// Override is the reason for which no consent was needed, or empty.
	Override string
}

// Write writes the referral as text or HTML.
func (r Referral) Write(w io.Writer, f Format, width int) error { return r.page().write(w, f, width) }

func (r Referral) text(key string, args ...string) string {
	return r.Words.Text("officer.report.referral."+key, args...)
}

func (r Referral) page() page {
	p := page{Title: r.text("title"), Main: sideOf(r.Words), Style: "report"}
	p.add(head(1, p.Title), block{Kind: field, Main: r.text("to"), Value: r.To}, block{Kind: field, Main: r.text("from"), Value: r.Authority})
	if r.Override != "" {
		p.add(para(r.text("override." + r.Override)))
	} else {
		p.add(para(r.text("allowed")))
	}
	p.add(group("frame", r.lines()...), para(r.text("careful")))
	return p
}

// lines are what the organisation is told, one line for each thing allowed.
func (r Referral) lines() []block {
	s := Script{Words: r.Words, Pack: r.Pack, Language: r.Language, Allowed: r.Allowed}
	blocks := []block{para(r.text("exists"))}
	for _, line := range lines {
		if !s.allowed(line) {
			continue
		}
		value := r.Details[line]
		if line == "language" {
			value = r.Language.NameIn(r.Words.Language())
		}
		blocks = append(blocks, block{Kind: field, Main: s.text("item." + line), Value: value})
	}
	return blocks
}
