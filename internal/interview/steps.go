package interview

import (
	"cesta/internal/answers"
	"cesta/internal/indicator"
)

// Kind says what a step is, and so how it is shown and answered.
type Kind string

// The kinds of steps.
const (
	KindLanguage    Kind = "language"
	KindInfo        Kind = "info" // to be read; sometimes with a choice
	KindQuestion    Kind = "question"
	KindCard        Kind = "card" // the silent card
	KindInformation Kind = "information"
	KindConsent     Kind = "consent"
	KindCaution     Kind = "caution"
	KindOffer       Kind = "offer"
	KindCorrection  Kind = "correction"
	KindReview      Kind = "review"
	KindClose       Kind = "close"
	KindLeaflet     Kind = "leaflet"
	KindResult      Kind = "result"
	KindNote        Kind = "note"
	KindScript      Kind = "script"
	KindEnd         Kind = "end"
)

// The ids of steps that other packages name.
const (
	StepLanguage        = "language"
	StepLanguageConfirm = "language.confirm"
	StepLanguageOther   = "language.other"
	StepCardInterpreter = "card.interpreter"
	StepCardGoOn        = "card.go-on"
	StepCardThanks      = "card.thanks"
	StepNeeds           = "info.needs"
	StepSeparate        = "info.separate"
	StepLeafletAlone    = "info.leaflet-alone"
	StepYours           = "info.yours"
	StepDanger          = "info.danger"
	StepChild           = "info.child"
	StepOffer           = "offer.stop"
	StepMore            = "offer.more"
	StepAnother         = "place.another"
	StepTold            = "info.told"
	StepCorrection      = "correction"
	StepCheck           = "check.offer"
	StepReview          = "check.review"
	StepThanks          = "close.thanks"
	StepLeaflet         = "close.leaflet"
	StepCarry           = "close.carry"
	StepSecondTalk      = "close.second-talk"
	StepReferral        = "close.referral"
	StepHidden          = "result.hidden"
	StepResult          = "result"
	StepNote            = "note"
	StepScript          = "script"
	StepEnd             = "end"

	// PartInterview is the consent that decides whether questions are asked.
	PartInterview = "interview"
	// OtherLanguage is chosen when no language of the list fits.
	OtherLanguage = "other"
)

// Words for options of steps.
const (
	OptGoOn      = "go-on"
	OptStop      = "stop"
	OptLater     = "later"
	OptAgain     = "again"
	OptMyself    = "myself"
	OptShow      = "show"
	OptFinish    = "finish"
	OptTyping    = "typing"
	OptOtherwise = "otherwise"
	OptNext      = "next-person"
)

// Step is one thing to show and, mostly, to answer.
type Step struct {
	Kind     Kind
	ID       string
	Audience indicator.Audience
	// Question is set for steps of KindQuestion only.
	Question *indicator.Question
	// Options are what may be chosen: option or item ids of a question (unknown,
	// refused and, in lists, none come besides), languages, or words. A step
	// without options is left with Next.
	Options []string
	// Given are the answers kept for the question so far.
	Given            []answers.Entry
	CanBack, CanSkip bool
	// Place is the place of work that the step is about, from 1; steps that are
	// about no one place have 1 too.
	Place int
	// Number counts the questions up to this one, AtMost those that can still
	// be asked at all; both are 0 for other steps.
	Number, AtMost int
	// Sign is set after a silent "no": the officer's discreet sign.
	Sign bool
}

// zone is a stretch of the talk within which one may go back. Going back must
// not lead the person to pages of the officer, nor the officer to the card.
type zone int

const (
	zoneLanguage zone = iota
	zoneReady
	zoneCard
	zoneTalk
	zoneOfficer
)

// planned is a step in the path. pos is unique within a path.
type planned struct {
	Step
	pos  string
	zone zone
}

// forOfficer reports whether the step is a question that the officer answers.
func (p planned) forOfficer() bool { return p.Kind == KindQuestion && p.Audience == indicator.Officer }

// pathMaker collects the path.
type pathMaker struct {
	e     *Engine
	place int    // the place of work that the next steps are about
	turn  string // the question behind which the child's interview begins, or ""
	where string // the question to which the next step belongs, or ""
	steps []planned
}

// at makes the next step one that belongs to a question. Such a step can stand
// in the path several times, so its position names the question.
func (m *pathMaker) at(question string) *pathMaker {
	m.where = "@" + question
	return m
}

func (m *pathMaker) add(z zone, kind Kind, who indicator.Audience, id string, options ...string) {
	pos := answers.Ref(id+m.where, m.place)
	m.steps = append(m.steps, planned{Step{Kind: kind, ID: id, Audience: who, Options: options, Place: m.place}, pos, z})
	m.where = ""
}

// path is the whole talk as it lies before and behind the current step, given
// what is known now.
func (e *Engine) path() []planned {
	m := &pathMaker{e: e, place: answers.First, turn: e.turn()}
	if e.observes() {
		m.ready()
		m.observations()
	} else {
		m.talk()
	}
	m.result()
	return m.cut()
}

// stepAlone is where the officer turns the screen away from the person, and
// stepAfterNo says only then what a silent "no" asks of them.
const (
	stepAlone   = "info.alone"
	stepAfterNo = "info.after-no"
)

// observes reports whether nobody is asked anything.
func (e *Engine) observes() bool { return e.planned().Mode == indicator.Observe }

func (m *pathMaker) talk() {
	m.language()
	if !m.e.noLanguage() {
		m.readyAndPromises()
		m.card()
		if !m.e.silentNo() {
			m.triage()
			m.parts()
			m.questions()
			m.told()
		}
	}
	m.closing()
	m.observations()
}

func (m *pathMaker) language() {
	options := append(append([]string{}, m.e.plan.Languages...), OtherLanguage)
	preset := m.e.plan.Language != "" && m.e.choices[StepLanguageConfirm] != OptAgain
	if m.e.plan.Language != "" {
		m.add(zoneLanguage, KindLanguage, indicator.Person, StepLanguageConfirm, answers.Yes, OptAgain)
	}
	if !preset {
		m.add(zoneLanguage, KindLanguage, indicator.Person, StepLanguage, options...)
	}
	if m.e.choices[StepLanguage] == OtherLanguage {
		m.add(zoneLanguage, KindInfo, indicator.Officer, StepLanguageOther, OptGoOn, OptStop)
	}
}

func (m *pathMaker) ready() {
	m.add(zoneReady, KindInfo, indicator.Officer, "info.ready")
	m.stage(zoneReady, indicator.StageReady)
}

func (m *pathMaker) readyAndPromises() {
	m.ready()
	m.amends()
	for _, id := range []string{"info.promises", "info.numbers", "info.sign"} {
		m.add(zoneReady, KindInfo, indicator.Officer, id)
	}
}

// amends says what to put right before the person is asked anything.
func (m *pathMaker) amends() {
	c := m.e.conditions()
	if c["needs"] == "not-met" {
		m.add(zoneReady, KindInfo, indicator.Officer, StepNeeds)
	}
	if c["alone"] != answers.Yes || companion(c["interpreter"]) {
		m.add(zoneReady, KindInfo, indicator.Officer, StepSeparate, OptGoOn, OptStop)
	}
}

// companion reports whether the interpreter may be one, or is once said to be.
func companion(interpreter string) bool {
	return interpreter == "not-independent" || interpreter == answers.Unknown
}

// card is the silent card. After a "no" to the first question the second is
// still asked and the thanks look the same: a bystander sees no difference.
func (m *pathMaker) card() {
	m.add(zoneCard, KindInfo, indicator.Officer, "card.hand-over")
	if m.e.conditions()["interpreter"] != "none" {
		m.add(zoneCard, KindCard, indicator.Person, StepCardInterpreter, answers.Yes, answers.No)
	}
	m.add(zoneCard, KindCard, indicator.Person, StepCardGoOn, answers.Yes, answers.No)
	m.add(zoneCard, KindCard, indicator.Person, StepCardThanks)
	if m.e.silentNo() {
		m.add(zoneCard, KindInfo, indicator.Person, "card.pause")
	} else {
		m.add(zoneCard, KindInfo, indicator.Officer, "card.hand-back")
	}
}

func (m *pathMaker) triage() {
	m.stage(zoneTalk, indicator.StageTriage)
}

func (m *pathMaker) parts() {
	if !asks(m.e.interview()) {
		return
	}
	for _, p := range m.e.plan.Parts {
		if p.Consent && p.ID == PartInterview {
			m.add(zoneTalk, KindConsent, indicator.Person, p.ID, answers.Yes, answers.No, OptLater)
		} else if p.Consent {
			m.add(zoneTalk, KindConsent, indicator.Person, p.ID, answers.Yes, answers.No)
		} else {
			m.add(zoneTalk, KindInformation, indicator.Person, p.ID)
		}
	}
}

// asks reports whether the interview has questions that need consent.
func asks(iv *indicator.Interview) bool {
	return len(questionsOf(iv, indicator.StageQuestions)) > 0
}

func (m *pathMaker) questions() {
	if !asks(m.e.interview()) || m.e.refused() {
		return
	}
	m.stage(zoneTalk, indicator.StageQuestions)
	m.further()
	m.add(zoneTalk, KindInfo, indicator.Person, StepCheck, answers.Yes, answers.No)
	if m.e.choices[StepCheck] == answers.Yes {
		m.add(zoneTalk, KindReview, indicator.Person, StepReview)
	}
}

// refused reports whether the person said no, or later, to the questions.
func (e *Engine) refused() bool {
	c := e.choices[PartInterview]
	return c == answers.No || c == OptLater
}

// told says what to do when a child has begun to tell or wants to stop: it is
// asked nothing more, and somebody trained is called.
func (m *pathMaker) told() {
	if m.e.interview().ID == indicator.ChildInterview && (m.e.discloses() || m.e.stoppedA != "") {
		m.add(zoneTalk, KindInfo, indicator.Officer, StepTold)
	}
}

// closing is the same for everybody, whatever was answered. A child is not
// asked again and child protection needs no consent, so two questions fall away;
// so they do after a silent "no" or where nobody could be sent out, because the
// person is not alone.
func (m *pathMaker) closing() {
	if m.e.watched() {
		m.add(zoneTalk, KindInfo, indicator.Officer, StepLeafletAlone, OptGoOn, OptLater)
		if m.e.choices[StepLeafletAlone] == OptLater {
			return
		}
	}
	m.add(zoneTalk, KindClose, indicator.Person, StepThanks)
	m.add(zoneTalk, KindClose, indicator.Person, "close.next")
	m.add(zoneTalk, KindLeaflet, indicator.Person, StepLeaflet)
	m.add(zoneTalk, KindClose, indicator.Person, StepCarry, answers.Yes, answers.No)
	if !m.e.mayRefer() {
		return
	}
	m.add(zoneTalk, KindClose, indicator.Person, StepSecondTalk, answers.Yes, answers.No)
	m.add(zoneTalk, KindConsent, indicator.Person, StepReferral, answers.Yes, answers.No, OptMyself)
	if !m.e.refers() {
		return
	}
	for _, item := range m.e.plan.ReferralItems {
		m.add(zoneTalk, KindConsent, indicator.Person, StepReferral+"."+item, answers.Yes, answers.No)
	}
}

func (e *Engine) mayRefer() bool {
	return !e.watched() && e.interview().ID != indicator.ChildInterview && !e.noLanguage()
}

// watched reports whether somebody the person may fear is still in the room:
// then the officer decides when the rights can be shown, never whether.
func (e *Engine) watched() bool { return e.silentNo() || e.stoppedA == StepSeparate }

// refers reports whether the person wants an organisation to be told. That
// stands, even if the officer notes afterwards that this may be a child.
func (e *Engine) refers() bool { return e.choices[StepReferral] == answers.Yes }

// noLanguage reports whether the talk ended because no language fits.
func (e *Engine) noLanguage() bool {
	return e.choices[StepLanguage] == OtherLanguage && e.choices[StepLanguageOther] == OptStop
}

func (m *pathMaker) observations() {
	m.add(zoneOfficer, KindInfo, indicator.Officer, stepAlone)
	if m.e.silentNo() {
		m.add(zoneOfficer, KindInfo, indicator.Officer, stepAfterNo)
	}
	m.late()
	m.stage(zoneOfficer, indicator.StageObservations)
}

// result ends the talk. Where nobody was asked anything, or the person was not
// alone before, the leaflet comes last.
func (m *pathMaker) result() {
	m.add(zoneOfficer, KindInfo, indicator.Officer, StepHidden, OptShow, OptFinish)
	if m.e.choices[StepHidden] == OptShow {
		m.add(zoneOfficer, KindResult, indicator.Officer, StepResult)
		m.add(zoneOfficer, KindNote, indicator.Officer, StepNote)
		if m.e.refers() {
			m.add(zoneOfficer, KindScript, indicator.Officer, StepScript)
		}
	}
	if m.e.observes() || m.e.choices[StepLeafletAlone] == OptLater {
		m.add(zoneOfficer, KindLeaflet, indicator.Person, StepLeaflet)
	}
	if m.e.first().NextPerson {
		m.add(zoneOfficer, KindEnd, indicator.Officer, StepEnd, OptNext, OptFinish)
	} else {
		m.add(zoneOfficer, KindEnd, indicator.Officer, StepEnd)
	}
}

// cut takes out what a stop leaves unasked: everything of the talk between the
// step where it was stopped and the close.
func (m *pathMaker) cut() []planned {
	if m.e.stoppedA == "" {
		return m.steps
	}
	var kept []planned
	after := false
	for _, s := range m.steps {
		if s.ID == StepThanks || s.ID == StepLeafletAlone || s.ID == stepAlone || s.ID == StepTold {
			after = false
		}
		if !after {
			kept = append(kept, s)
		}
		if s.pos == m.e.stoppedA {
			after = true
		}
	}
	return kept
}
