package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/vault"
)

// This file turns a finished talk into the parts of a record, and back.

// category is that of every person in a record. Nobody in one is a suspect.
// Source: Directive (EU) 2016/680 art. 6(c).
const category = "possible-victim"

// partOf is one part of a record: what one source of knowledge gave.
type partOf struct {
	Interview  string                     `json:"interview,omitempty"`
	Age        answers.Age                `json:"age,omitempty"`
	Answers    map[string][]answers.Entry `json:"answers,omitempty"`
	Situation  map[string]string          `json:"situation,omitempty"`
	Conditions map[string]string          `json:"conditions,omitempty"`
	Doubt      string                     `json:"doubt,omitempty"`
}

// contactPart is what the organisation may be told, as far as the talk tells it.
type contactPart struct {
	Items    []string `json:"items"`
	Language string   `json:"language,omitempty"`
	// Details are lines that the person wants the organisation to have, such as
	// a name and a safe way to call. They stand in no other part.
	Details map[string]string `json:"details,omitempty"`
}

// sealing puts together what becomes the record.
func (t *talk) sealing(draft string) vault.Sealing {
	x := vault.Sealing{Station: vault.Copy{Envelope: t.envelope(), Parts: t.parts()}, Draft: draft}
	if t.toOrganisation() {
		x.NGO = &vault.Copy{Envelope: t.ngoEnvelope(), Parts: map[string]json.RawMessage{vault.PartContact: raw(t.contact())}}
	}
	return x
}

// toOrganisation reports whether a part is sealed to the organisation: it has a
// key here, and the person has agreed.
func (t *talk) toOrganisation() bool {
	return t.engine.Choices()[interview.StepReferral] == answers.Yes && t.keeping.store.Station.Current().NGO != ""
}

// askDetails asks the officer for what the person wants the organisation alone
// to know. No step of the talk asks for it, so that no name is in a draft. What
// is left out, or broken off, keeps nothing from being sealed.
func (t *talk) askDetails() map[string]string {
	var lines []string
	for _, item := range t.papers.allowed() {
		lines = append(lines, detailsOf[item]...)
	}
	if !t.toOrganisation() || len(lines) == 0 || !t.env.terminal(t.env.In) {
		return nil
	}
	t.tell("keep.details")
	a, details := t.asker(), map[string]string{}
	for _, line := range lines {
		text, err := a.line(context.Background(), "detail", "line", t.officer.Text("officer.report.script.item."+line))
		if err != nil {
			break
		}
		if text != "" {
			details[line] = text
		}
	}
	t.wipe()
	return details
}

// wipe takes what was typed off a terminal, and out of its history.
func (p *program) wipe() {
	if p.env.terminal(p.env.Err) && !p.dumb() {
		fmt.Fprint(p.env.Err, "\x1b[H\x1b[2J\x1b[3J")
	}
}

func (t *talk) envelope() vault.Envelope {
	return vault.Envelope{
		Category: category, Basis: t.bases(), Review: t.review().Format(time.DateOnly),
		Sealed: t.env.Now().UTC().Truncate(time.Minute), Language: t.engine.Choices()[interview.StepLanguage],
		Set:   vault.SetPin{ID: t.set.ID, Version: t.set.Version, Hash: t.set.Hash},
		Shown: t.keeping.shown, Consents: t.keeping.asked,
	}
}

// bases are the legal bases of the part that tells what is kept.
func (t *talk) bases() []string {
	var all []string
	for _, part := range t.pack.Parts {
		if part.ID != partKept {
			continue
		}
		for _, b := range part.Basis {
			all = append(all, b.Text)
		}
	}
	return all
}

// ngoEnvelope tells the organisation what the person agreed to, and no more.
func (t *talk) ngoEnvelope() vault.Envelope {
	e := vault.Envelope{Category: category}
	for _, c := range t.keeping.asked {
		if c.To == interview.StepReferral || slices.Contains(t.papers.allowed(), trimItem(c.To)) {
			e.Consents = append(e.Consents, c)
		}
	}
	return e
}

// trimItem gives the item of a step about one.
func trimItem(step string) string {
	if len(step) > len(interview.StepReferral)+1 {
		return step[len(interview.StepReferral)+1:]
	}
	return ""
}

func (t *talk) contact() contactPart {
	c := contactPart{Items: t.papers.allowed(), Details: t.details}
	if slices.Contains(c.Items, "language") {
		c.Language = t.engine.Choices()[interview.StepLanguage]
	}
	return c
}

// parts keeps apart what the person said, what the officer saw and what the
// officer thinks, and adds the facts that follow, for a later set.
func (t *talk) parts() map[string]json.RawMessage {
	s := t.engine.Sheet()
	facts := partOf{Interview: s.Interview, Age: s.Age.Said, Situation: s.Situation, Answers: map[string][]answers.Entry{}}
	seen := partOf{Conditions: s.Conditions, Answers: map[string][]answers.Entry{}}
	for place := answers.First; place <= s.Places(); place++ {
		for question, entries := range s.At(place) {
			ref := answers.Ref(question, place)
			for _, e := range entries {
				part := facts
				if e.Source == answers.Observed {
					part = seen
				}
				part.Answers[ref] = append(part.Answers[ref], e)
			}
		}
	}
	return map[string]json.RawMessage{
		vault.PartFacts: raw(facts), vault.PartObservations: raw(seen),
		vault.PartView:       raw(partOf{Age: s.Age.Officer, Doubt: s.Doubt}),
		vault.PartIndicators: raw(t.indicatorValues(s)),
	}
}

// indicatorValues gives every fact about which something was said, those of a
// further place of work by reference.
func (t *talk) indicatorValues(s answers.Sheet) map[string]string {
	values := map[string]string{}
	accounts, err := t.assessor.Account(s)
	if err != nil {
		return values // a fault of the set; the answers are there all the same
	}
	for _, account := range accounts {
		for _, f := range account.Facts {
			ofPlace := slices.Contains([]indicator.Kind{indicator.Exploitation, indicator.Destination}, indicator.KindOf(f.Indicator))
			if account.Place == answers.First || ofPlace {
				values[answers.Ref(f.Indicator, account.Place)] = factValue(f.State)
			}
		}
	}
	return values
}

// factValue is the state of a fact as a coded answer. What was denied and taken
// back, or only not seen, is open.
func factValue(s assess.FactState) string {
	switch s {
	case assess.FactYes:
		return answers.Yes
	case assess.FactNo:
		return answers.No
	}
	return answers.Unknown
}

// raw encodes what always can be encoded.
func raw(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null")
	}
	return data
}

// sheetOf puts the answers of a record together again.
func sheetOf(r *vault.Record) (answers.Sheet, error) {
	var facts, seen, view partOf
	for name, part := range map[string]*partOf{vault.PartFacts: &facts, vault.PartObservations: &seen, vault.PartView: &view} {
		if err := json.Unmarshal(r.Parts[name], part); err != nil {
			return answers.Sheet{}, err
		}
	}
	s := answers.Sheet{
		Interview: facts.Interview, Age: answers.Ages{Said: facts.Age, Officer: view.Age},
		Situation: facts.Situation, Conditions: seen.Conditions, Doubt: view.Doubt,
	}
	for _, part := range []partOf{facts, seen} {
		for question, entries := range part.Answers {
			for _, e := range entries {
				s.Add(question, e)
			}
		}
	}
	return s, nil
}
