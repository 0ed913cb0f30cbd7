package country

import "time"

// Reflection is the form that starts the legal period in which a person may
// rest and think. It is the instruction itself, not part of the leaflet, and
// can always be printed.
type Reflection struct {
	Review
	// Months is the length of the period.
	Months int
	// NotFor are situations in which the period does not exist.
	NotFor []string
	// Text are the ids of the paragraphs for the person, Fields of the lines
	// to fill in, Officer of the remarks for the officer.
	Text, Fields, Officer []string
	Basis                 []Basis
}

// Applies reports whether the period exists in the situation. What is not
// known does not exclude anybody.
func (r Reflection) Applies(situation map[string]string) bool {
	for _, s := range r.NotFor {
		if situation[s] == "yes" {
			return false
		}
	}
	return true
}

// End returns the last day of a period that starts with an instruction on the
// given day.
func (r Reflection) End(day time.Time) time.Time { return ReflectionEnd(day, r.Months) }

// ReflectionEnd returns the day a period of months ends that was set off by an
// event on the given day: the day with the same number, or the last of a month
// that has no such day. Source: how Czech law counts months, 500/2004 Sb. § 40
// (from memory). That a last day on a Saturday, Sunday or holiday moves on is
// not counted here; the form says so.
func ReflectionEnd(day time.Time, months int) time.Time {
	year, month, number := day.Date()
	last := time.Date(year, month+time.Month(months)+1, 0, 0, 0, 0, 0, day.Location())
	return time.Date(last.Year(), last.Month(), min(number, last.Day()), 0, 0, 0, 0, day.Location())
}
