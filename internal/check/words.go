package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/internal/strict"
	"cesta/internal/translation"
)

// words checks the texts of the set in every language that has some. The
// language that the others are translated from must have every text, and so must
// one that somebody has signed. How far a draft is, the list of languages says.
func (c *checker) words() {
	bundle := "set " + c.Set.ID
	c.merge(bundle, c.Words.Check())
	source := c.Words.SourceTag(bundle)
	known := c.known()
	for _, tag := range c.Words.Tags(bundle) {
		file, err := c.Words.Bundle(bundle, tag)
		if err != nil {
			continue // Check has reported it
		}
		c.files = append(c.files, file)
		t := texts{checker: c, tag: tag, file: file, places: map[string]locale.Entry{}, fixed: c.fixed(tag)}
		for _, e := range file.Entries {
			t.places[e.Key] = e
			if !known[e.Key] && tag == source {
				c.add(e.Pos, "mend the key or remove the text", "nothing in the set has the text %s", e.Key)
			}
		}
		t.all()
		if tag == source || file.State != string(indicator.Draft) {
			t.missing()
		}
		if tag == source {
			t.cautions()
		}
	}
}

func (c *checker) merge(file string, err error) {
	var ps strict.Problems
	ps.Merge(file, err)
	for _, p := range ps {
		c.add(p.Pos, p.Hint, "%s", p.Wrong)
	}
}

// known are the keys that a file of the set's words may have.
func (c *checker) known() map[string]bool {
	known := map[string]bool{}
	for _, key := range c.Set.Keys() {
		known[key] = true
	}
	for _, q := range c.Set.Questions {
		known["officer.question."+q.ID+".how"] = true
		known["officer.question."+q.ID+".follow-up"] = true
		known["person.caution."+q.Caution] = true
	}
	return known
}

// missing reports the texts that a language lacks, each behind the last text of
// the same thing. A person's language needs none for officers.
func (t *texts) missing() {
	language, _ := t.Words.Language(t.tag)
	last := t.lastOf()
	for _, key := range t.Set.Keys() {
		if _, ok := t.places[key]; !ok && (language.ForOfficer() || !strings.HasPrefix(key, "officer.")) {
			t.add(t.near(last, key), "write it in "+t.tag, "the word %q is missing", key)
		}
	}
}

// lastOf gives the place of the last text of each thing: question.work.pay,
// officer.instrument.labour-adult.
func (t *texts) lastOf() map[string]strict.Pos {
	last := map[string]strict.Pos{}
	for _, e := range t.file.Entries {
		for at := strings.LastIndexByte(e.Key, '.'); at > 0; at = strings.LastIndexByte(e.Key[:at], '.') {
			last[e.Key[:at]] = e.Pos
		}
	}
	return last
}

// kinds are too much to say where a text belongs.
var kinds = map[string]bool{"question": true, "officer": true, "officer.question": true, "officer.indicator": true, "officer.instrument": true, "officer.interview": true, "officer.section": true}

func (t *texts) near(last map[string]strict.Pos, key string) strict.Pos {
	for at := strings.LastIndexByte(key, '.'); at > 0 && !kinds[key[:at]]; at = strings.LastIndexByte(key[:at], '.') {
		if pos, ok := last[key[:at]]; ok {
			return pos
		}
	}
	return strict.Pos{File: t.file.File}
}

// cautions reports a caution that no text stands for, neither of the interface
// nor of the set.
func (t *texts) cautions() {
	has := map[string]bool{}
	if file, err := t.Words.Bundle(locale.Interface, t.tag); err == nil {
		for _, e := range file.Entries {
			has[e.Key] = true
		}
	}
	for _, q := range t.Set.Questions {
		key := "person.caution." + q.Caution
		if _, own := t.places[key]; q.Caution != "" && !own && !has[key] {
			t.fail(q.Pos, "write the text "+key+", or name another caution", "the caution %s of %s has no text", q.Caution, q.ID)
		}
	}
}

// fixed are the answers that every question takes, in a language: what no option
// may be called too.
func (c *checker) fixed(tag string) map[string]string {
	file, err := c.Words.Bundle(locale.Interface, tag)
	if err != nil {
		return nil
	}
	fixed := map[string]string{}
	for _, e := range file.Entries {
		switch e.Key {
		case "person.answer.unknown", "person.answer.refused", "person.answer.none":
			fixed[fold(e.Texts[0])] = e.Key
		}
	}
	return fixed
}

// texts are the texts of one language.
type texts struct {
	*checker
	tag    string
	file   locale.Bundle
	places map[string]locale.Entry
	fixed  map[string]string
}

func (t *texts) all() {
	for i := range t.Set.Questions {
		t.alike(&t.Set.Questions[i])
	}
	words := wordingOf(t.tag)
	for _, e := range t.file.Entries {
		for _, text := range e.Texts {
			t.length(e, text)
			if asked(e.Key) {
				t.wording(words, e, text)
			}
		}
	}
}

// alike reports two answers to one question that read the same.
func (t *texts) alike(q *indicator.Question) {
	if q.Kind == indicator.YesNo {
		return
	}
	first := map[string]string{}
	for _, o := range q.Options {
		e, ok := t.places[q.Key()+".option."+o.ID]
		if !ok {
			continue
		}
		text := fold(e.Texts[0])
		switch before, twice := first[text]; {
		case twice:
			t.add(e.Pos, "tell them apart", "the answers %s and %s of %s read the same in %s", before, o.ID, q.ID, t.tag)
		case t.fixed[text] != "":
			t.add(e.Pos, "remove the option: every question takes that answer by itself", "the answer %s of %s reads like %s in %s", o.ID, q.ID, t.fixed[text], t.tag)
		}
		first[text] = o.ID
	}
}

// fold makes texts equal that a reader takes for the same.
func fold(text string) string {
	return strings.ToLower(strings.Trim(strings.Join(strings.Fields(text), " "), " .!?"))
}

func (t *texts) length(e locale.Entry, text string) {
	limit, what := translation.Limit("set "+t.Set.ID, e.Key)
	if n := utf8.RuneCountInString(text); limit > 0 && n > limit {
		t.add(e.Pos, fmt.Sprintf("shorten it to %d", limit), "the %s %s has %d letters in %s", what, e.Key, n, t.tag)
	}
}

// asked reports whether a text is said to the person: a question, an answer, or
// what an officer may ask then. What tells an officer how to ask may well name
// what not to say.
func asked(key string) bool {
	return !strings.HasPrefix(key, "officer.") || strings.HasSuffix(key, ".follow-up")
}

func join(words []string) string { return strings.Join(words, ", ") }
