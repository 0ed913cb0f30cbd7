package answers

import (
	"slices"
	"strconv"
	"strings"
)

// Episode is one further place of work: the answers to the questions that are
// asked once for each place, and facts of that place coded without a question.
// What was done in one place never fills a gap in what is known of another.
type Episode struct {
	Answers    map[string][]Entry
	Indicators map[string]string
}

// First is the number of the place of work whose answers stand in the sheet
// itself; the further ones count on from it.
const First = 1

// Ref names a question as it was asked about one place of work: the question's
// id for the first, id@2 for the second.
func Ref(question string, place int) string {
	if place <= First {
		return question
	}
	return question + "@" + strconv.Itoa(place)
}

// SplitRef is the opposite of [Ref]. What is no reference is a question's id.
func SplitRef(ref string) (question string, place int) {
	id, number, ok := strings.Cut(ref, "@")
	if n, err := strconv.Atoi(number); ok && err == nil && n > First {
		return id, n
	}
	return ref, First
}

// Places is how many places of work the sheet tells of, at least one.
func (s Sheet) Places() int { return First + len(s.Episodes) }

// At returns what was answered about one place of work; the first also holds
// all that belongs to no place. A place that is not there has no answers.
func (s Sheet) At(place int) map[string][]Entry {
	switch {
	case place <= First:
		return s.Answers
	case place <= s.Places():
		return s.Episodes[place-First-1].Answers
	}
	return nil
}

// Given returns the answers to a question, by [Ref].
func (s Sheet) Given(ref string) []Entry {
	question, place := SplitRef(ref)
	return s.At(place)[question]
}

// Add keeps a further answer beside those already there ("now says
// otherwise"). The same answer from the same source is kept once.
func (s *Sheet) Add(ref string, e Entry) {
	question, place := SplitRef(ref)
	all := s.hold(place)
	for _, old := range all[question] {
		if old.Source == e.Source && old.Equal(e.Value) {
			return
		}
	}
	all[question] = append(all[question], e)
}

// Replace puts e in the place of the latest answer with the same source, as
// after a typing error. Without one it adds.
func (s *Sheet) Replace(ref string, e Entry) {
	question, place := SplitRef(ref)
	all := s.hold(place)
	entries := all[question]
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].Source == e.Source {
			all[question] = slices.Concat(entries[:i], entries[i+1:])
			break
		}
	}
	s.Add(ref, e)
}

// hold returns the answers of a place to write to, and makes the place first
// where it is not there.
func (s *Sheet) hold(place int) map[string][]Entry {
	for place > s.Places() {
		s.Episodes = append(s.Episodes, Episode{})
	}
	all := &s.Answers
	if place > First {
		all = &s.Episodes[place-First-1].Answers
	}
	if *all == nil {
		*all = map[string][]Entry{}
	}
	return *all
}
