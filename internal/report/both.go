package report

import (
	"time"

	"cesta/internal/locale"
)

// both makes blocks in two languages: the person's, and the officer's small
// beside it. Where the two are one language, nothing stands beside.
type both struct{ person, officer *locale.Words }

// page starts a page in both languages.
func (b both) page(title, style string) page {
	p := page{Title: b.person.Text(title), Main: sideOf(b.person), Style: style}
	if b.two() {
		p.Beside = sideOf(b.officer)
	}
	return p
}

func (b both) two() bool {
	return b.officer != nil && b.officer.Language().Tag != b.person.Language().Tag
}

// beside is the officer's text, or nothing.
func (b both) beside(key string, args ...string) string {
	if !b.two() {
		return ""
	}
	return b.officer.Text(key, args...)
}

// of makes a block of the given kind with one text.
func (b both) of(k kind, key string, args ...string) block {
	return block{Kind: k, Main: b.person.Text(key, args...), Beside: b.beside(key, args...)}
}

func (b both) head(level int, key string) block {
	h := b.of(heading, key)
	h.Level = level
	return h
}

// small is a remark that is printed in both languages in text too: the officer
// must see it even where the officer's language has no room.
func (b both) small(key string, args ...string) block {
	n := b.of(paragraph, key, args...)
	n.Style, n.Both = "note", true
	return n
}

// field is a label in both languages with a value, or with a line to write on.
func (b both) field(key, value string) block {
	f := b.of(field, key)
	f.Value = value
	return f
}

// date writes a day as it stands on Czech papers: 23. 11. 2026, never broken at
// the end of a line. The zero time is a day not given.
func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2.\u00a01.\u00a02006")
}

// dateOf writes a date of the content (2026-11-23) in the same way; a word such
// as never stays as it is.
func dateOf(checked string) string {
	if t, err := time.Parse(time.DateOnly, checked); err == nil {
		return date(t)
	}
	return checked
}

func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("15:04")
}
