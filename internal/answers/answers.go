// Package answers holds what was answered in one interview, by whom it is
// known, and under which conditions it was asked.
//
// It stores; it must never interpret. It knows no question texts, no rules and
// no order, takes no clock and touches no file. A missing answer is never "no":
// what is not in a [Sheet] was not asked.
package answers

// Special values that every question takes beside its own options.
const (
	Yes     = "yes"
	No      = "no"
	Unknown = "unknown" // the person does not know, or the officer cannot tell
	Refused = "refused" // the person does not want to say
	None    = "none"    // in a list: "none of the others"
)

// Source says how an answer is known.
type Source string

// The four sources of an answer.
const (
	Said       Source = "said"
	Observed   Source = "observed"
	Document   Source = "document"
	ThirdParty Source = "third-party"
)

// Sources lists all sources.
var Sources = []Source{Said, Observed, Document, ThirdParty}

// Value is one answer to one question. A yes-no or choice question has Option
// (yes, no, the id of an option, unknown or refused). A list question has
// Items (item id, or [None], to yes, no, unknown or refused), or Option unknown
// or refused for the whole list.
type Value struct {
	Option string            `json:"option,omitempty"`
	Items  map[string]string `json:"items,omitempty"`
}

// Entry is a value with its source.
type Entry struct {
	Value
	Source Source `json:"source"`
}

// Age is a statement about the person's age.
type Age string

// The words for age. AgeNone means that nobody has said anything.
const (
	AgeNone   Age = ""
	Adult     Age = "adult"
	Child     Age = "child"
	AgeUnsure Age = "unsure"
)

// Ages is the age as the person says it and as the officer judges it.
type Ages struct {
	Said    Age `json:"said,omitempty"`
	Officer Age `json:"officer,omitempty"`
}

// MaybeChild reports whether the person must be treated as a child: either
// statement says child or unsure. Nothing said at all is not doubt.
// Source: Directive 2011/36/EU art. 13(2), presumption of childhood.
func (a Ages) MaybeChild() bool {
	return a.Said == Child || a.Said == AgeUnsure || a.Officer == Child || a.Officer == AgeUnsure
}

// Known reports whether anybody has said anything about age.
func (a Ages) Known() bool { return a.Said != AgeNone || a.Officer != AgeNone }

// Sheet is everything answered in one interview. The zero Sheet is an
// interview in which nothing was asked.
type Sheet struct {
	// Case is a reference chosen by the caller; it identifies no person.
	Case string
	// Interview is the id of the interview that was held; empty for answers
	// that came from no interview.
	Interview string
	// Set is the pin "id@hash" of the indicator set; empty for any.
	Set string
	Age Ages
	// Answers holds every answer kept, by question. A correction of the kind
	// "now says otherwise" adds an entry, a typing error replaces one.
	Answers map[string][]Entry
	// Indicators holds facts coded directly, without a question: yes, no,
	// unknown or refused.
	Indicators map[string]string
	// Episodes are the places of work after the first, whose answers stand in
	// Answers with everything that belongs to no one place.
	Episodes []Episode
	// Situation holds facts that only duties read: yes, no, unknown or refused.
	Situation map[string]string
	// Conditions says how the talk was held, by name of the condition.
	Conditions map[string]string
	// Doubt is the coded reason of an officer's reasoned doubt, or empty.
	Doubt string
}

// Clone returns a deep copy.
func (s Sheet) Clone() Sheet {
	c := s
	c.Answers = cloneEntries(s.Answers)
	c.Indicators, c.Situation, c.Conditions = copyMap(s.Indicators), copyMap(s.Situation), copyMap(s.Conditions)
	c.Episodes = make([]Episode, len(s.Episodes))
	for i, e := range s.Episodes {
		c.Episodes[i] = Episode{cloneEntries(e.Answers), copyMap(e.Indicators)}
	}
	return c
}

func cloneEntries(all map[string][]Entry) map[string][]Entry {
	c := make(map[string][]Entry, len(all))
	for q, entries := range all {
		copied := make([]Entry, len(entries))
		for i, e := range entries {
			copied[i] = Entry{e.Value.Clone(), e.Source}
		}
		c[q] = copied
	}
	return c
}

// Clone returns a deep copy.
func (v Value) Clone() Value { return Value{v.Option, copyMap(v.Items)} }

func copyMap(m map[string]string) map[string]string {
	if m == nil {
		return nil
	}
	c := make(map[string]string, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}

// Equal reports whether two values say the same.
func (v Value) Equal(w Value) bool {
	if v.Option != w.Option || len(v.Items) != len(w.Items) {
		return false
	}
	for k, x := range v.Items {
		if y, ok := w.Items[k]; !ok || x != y {
			return false
		}
	}
	return true
}
