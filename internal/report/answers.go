package report

import (
	"strconv"

	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// The numbers of answers that every question takes beside its own; they are the
// keys of the screen, so that paper and screen are answered alike.
const (
	keyNone    = "0"
	keyUnknown = "8"
	keyRefused = "9"
)

// offered is one answer of a question: its number and the key of its words.
type offered struct{ number, key string }

// offers lists the answers of a question in the order of their numbers. The
// officer can be unable to tell, but nobody has refused an observation.
func offers(q *indicator.Question) []offered {
	var all []offered
	for i, o := range q.Options {
		key := q.Key() + ".option." + o.ID
		if q.Kind == indicator.YesNo {
			key = "person.answer." + o.ID
		}
		all = append(all, offered{strconv.Itoa(i + 1), key})
	}
	if q.Kind == indicator.List {
		all = append(all, offered{keyNone, "person.answer." + answers.None})
	}
	if q.Audience == indicator.Officer {
		return append(all, offered{keyUnknown, "officer.answer.unknown"})
	}
	return append(all, offered{keyUnknown, "person.answer." + answers.Unknown}, offered{keyRefused, "person.answer." + answers.Refused})
}

// questionKeys are the words that a question and its answers need on paper.
func questionKeys(q *indicator.Question) []string {
	keys := []string{q.Key() + ".ask"}
	if q.Kind == indicator.List {
		keys = append(keys, "person.list.how")
	}
	if q.Caution != "" {
		keys = append(keys, cautionKey(q))
	}
	for _, o := range offers(q) {
		keys = append(keys, o.key)
	}
	return keys
}

func cautionKey(q *indicator.Question) string { return "person.caution." + q.Caution }

// answerList sets the answers of a question under their numbers.
func answerList(b both, q *indicator.Question) block {
	list := block{Kind: itemList, Style: "answers"}
	for _, o := range offers(q) {
		line := b.of(answer, o.key)
		line.Value = o.number
		list.Blocks = append(list.Blocks, line)
	}
	return list
}

// asked are the questions of an interview for one audience, in order.
func asked(set *indicator.Set, iv *indicator.Interview, audience indicator.Audience) []*indicator.Question {
	var all []*indicator.Question
	for _, id := range iv.Questions() {
		if q := set.Question(id); q != nil && q.Audience == audience {
			all = append(all, q)
		}
	}
	return all
}

// drafted is the line, in both languages, that a text awaits review: where the
// pack or the words of one of the keys in the person's language do.
func drafted(b both, draft bool, keys ...string) []block {
	for _, key := range keys {
		draft = draft || b.person.State(key) != string(indicator.Approved)
	}
	if !draft {
		return nil
	}
	return []block{b.small("rights.draft")}
}

// forOfficer is a section for the officer alone, on a sheet of its own.
func forOfficer(b both, blocks ...block) block {
	s := group("sheet", blocks...)
	s.Lang = sideOf(b.officer)
	return s
}
