package country

import (
	"slices"
	"time"

	"cesta/internal/strict"
)

// Hours are opening hours. The zero Hours means that nothing is known.
type Hours struct {
	Pos strict.Pos
	// Always means day and night.
	Always bool
	// Text is the id of a text, for hours that are no data.
	Text string
	Week []Span
	// UnknownDays are weekdays the source says nothing about.
	UnknownDays   []time.Weekday
	ByAppointment bool
	// Uncertain marks hours from memory or from an old page.
	Uncertain bool
}

// Span is one opening on some weekdays, in minutes from midnight.
type Span struct {
	Pos      strict.Pos
	Days     []time.Weekday
	From, To int
}

// days are the weekdays as packs write them, in the order of [time.Weekday].
var days = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// Open reports whether they are open at t. The hours are wall-clock times in
// t's own location, so the caller puts t into the pack's zone first. next is
// the next opening that is known, or zero when they are open, always open or
// nothing is known. Where known is false, open says nothing. Public holidays
// are not known.
func (h Hours) Open(t time.Time) (open bool, next time.Time, known bool) {
	switch {
	case h.Always:
		return true, time.Time{}, true
	case len(h.Week) == 0:
		return false, time.Time{}, false
	case slices.Contains(h.UnknownDays, t.Weekday()):
		return false, h.next(t), false
	case h.openAt(t):
		return true, time.Time{}, true
	}
	return false, h.next(t), true
}

func (h Hours) openAt(t time.Time) bool {
	minute := t.Hour()*60 + t.Minute()
	return slices.ContainsFunc(h.Week, func(s Span) bool {
		return slices.Contains(s.Days, t.Weekday()) && s.From <= minute && minute < s.To
	})
}

// next is the first opening after t; within a week there is one.
func (h Hours) next(t time.Time) time.Time {
	var first time.Time
	year, month, day := t.Date()
	for i := range 8 {
		for _, s := range h.Week {
			start := time.Date(year, month, day+i, 0, s.From, 0, 0, t.Location())
			if slices.Contains(s.Days, start.Weekday()) && start.After(t) && (first.IsZero() || start.Before(first)) {
				first = start
			}
		}
		if !first.IsZero() {
			break
		}
	}
	return first
}
