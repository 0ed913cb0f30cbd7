package cli

import (
	"slices"
	"time"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/report"
	"cesta/internal/screen"
)

// papers makes what the steps of a talk show beside questions. Each is made
// when its step is shown, from what is known then, and kept nowhere.
type papers struct {
	*talk
	mock  bool
	zone  *time.Location
	began time.Time
	slip  report.Slip // drawn once, so that each look at the note shows the same
}

func newPapers(t *talk, mock bool) (*papers, error) {
	now, err := t.now(t.pack)
	if err != nil {
		return nil, err
	}
	p := &papers{talk: t, mock: mock, zone: now.Location(), began: now}
	if days := t.set.Interview(t.plan.Interview).SecondTalk; days > 0 {
		p.slip, err = newSlip(t.env.Random, now, days)
	}
	return p, err
}

// person gives the words of the language the person chose, or nil.
func (p *papers) person() *locale.Words {
	return p.talk.person[p.engine.Choices()[interview.StepLanguage]]
}

// language is the language the person chose, or zero.
func (p *papers) language() locale.Language {
	if w := p.person(); w != nil {
		return w.Language()
	}
	return locale.Language{}
}

func (p *papers) clock() time.Time { return p.env.Now().In(p.zone) }

// Leaflet gives rights and contacts. Every list is in it; the situation changes
// only their order.
func (p *papers) Leaflet() []screen.Pair {
	leaflet := p.leaflet(p.program, p.person())
	alone := leaflet.Person == nil // no language fits: only the officer can read it, aloud
	if alone {
		leaflet.Person = p.officer
	}
	leaflet.For, leaflet.At = p.situations(), p.clock()
	var pairs []screen.Pair
	for _, pair := range leaflet.Pages() {
		if alone {
			pair = report.Pair{Officer: pair.Person}
		} else if p.language().Tag == p.officer.Language().Tag {
			pair.Officer = pair.Person
		}
		pairs = append(pairs, screen.Pair(pair))
	}
	return pairs
}

// situations are what may put a list of rights first.
func (p *papers) situations() []string {
	sheet := p.engine.Sheet()
	var all []string
	if sheet.Age.MaybeChild() {
		all = append(all, "child")
	}
	for _, s := range country.Situations {
		if sheet.Situation[s] == answers.Yes {
			all = append(all, s)
		}
	}
	return all
}

// Numbers gives the numbers an officer needs ready.
func (p *papers) Numbers() []string { return report.Numbers(p.officer, p.pack, p.station) }

// Organisations are those that can be asked for help for the person.
func (p *papers) Organisations() []string { return report.Organisations(p.pack, p.language().Tag) }

// assessment is what the answers say so far.
func (p *papers) assessment() (assess.Assessment, answers.Sheet, error) {
	sheet := p.engine.Sheet()
	a, err := p.assessor.Assess(sheet)
	return a, sheet, err
}

// Result is the officer's report.
func (p *papers) Result() []string {
	a, sheet, err := p.assessment()
	if err != nil {
		return p.broken(err)
	}
	c := report.Case{Assessment: a, Sheet: sheet, Situation: sheet.Situation, Set: p.set, Pack: p.pack, Station: p.station, Words: p.officer, Now: p.env.Now(), Mock: p.mock}
	return c.Paragraphs()
}

// broken says that there is no result: that is a fault of the set and never
// the end of a talk.
func (p *papers) broken(err error) []string {
	return []string{p.text("error.no-result", "reason", err.Error())}
}

// Note is the officer's note, without answers.
func (p *papers) Note() []string {
	sheet, choices := p.engine.Sheet(), p.engine.Choices()
	n := report.Note{
		Words: p.officer, Began: p.began, Ended: p.clock(), Language: p.language(), Conditions: sheet.Conditions,
		Outcome: p.outcome(sheet), SecondTalk: choices[interview.StepSecondTalk], Carry: choices[interview.StepCarry],
		Short: p.short(), Noted: p.noted(sheet), Slip: p.secondTalk(sheet), Pack: p.pack, Station: p.station, Mock: p.mock,
	}
	return n.Paragraphs()
}

// noted are the officer's own answers that the set wants in the note.
func (p *papers) noted(sheet answers.Sheet) []string {
	var lines []string
	for _, q := range p.set.Questions {
		for _, e := range sheet.Answers[q.ID] {
			if q.Noted && q.Option(e.Option) != nil {
				lines = append(lines, p.officer.Text(q.Key()+".ask")+" "+p.officer.Text(q.Key()+".option."+e.Option))
			}
		}
	}
	return lines
}

// secondTalk is the slip, for everybody but a child: a trained person talks with
// a child, and once.
func (p *papers) secondTalk(sheet answers.Sheet) report.Slip {
	if sheet.Age.MaybeChild() {
		return report.Slip{}
	}
	return p.slip
}

// short reports whether the interview is of a kind that can never say that
// nothing was reported, so that a full one is due on another day.
func (p *papers) short() bool {
	iv := p.set.Interview(p.plan.Interview)
	return iv.Mode == indicator.Ask && !iv.Reassures
}

// outcome is how the talk will have ended when its last page is left. After a
// silent "no" it was broken off, by a pretext: by whom is the person's secret.
func (p *papers) outcome(sheet answers.Sheet) string {
	choices := p.engine.Choices()
	consent := choices[interview.PartInterview]
	switch {
	case consent == answers.No || consent == interview.OptLater:
		return string(interview.Refused)
	case sheet.Conditions["silent-card"] == answers.No:
		return string(interview.Unfinished)
	case p.stopped() || choices[interview.StepLanguageOther] == interview.OptStop:
		return string(interview.Stopped)
	}
	return string(interview.Completed)
}

// stopped reports whether the person stopped. Going back from the page behind
// the stop takes it back.
func (p *papers) stopped() bool {
	stopped := false
	for _, event := range p.engine.Trace() {
		switch {
		case event.Verb == interview.Stop, event.Verb == interview.Choose && event.Did == interview.OptStop:
			stopped = true
		case event.Verb == interview.Back && event.Step == "close.thanks":
			stopped = false
		}
	}
	return stopped
}

// Script is what the officer may say to an organisation on the telephone.
func (p *papers) Script() []string {
	s := report.Script{Words: p.officer, Pack: p.pack, Language: p.language(), Allowed: p.allowed(), Mock: p.mock}
	return s.Paragraphs()
}

// allowed lists what the person allowed to be told.
func (p *papers) allowed() []string {
	choices := p.engine.Choices()
	return slices.DeleteFunc(slices.Clone(p.plan.ReferralItems), func(item string) bool {
		return choices[interview.StepReferral+"."+item] != answers.Yes
	})
}
