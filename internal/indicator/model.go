// Package indicator is the content model of an indicator set: the vocabulary
// of facts, the questions that can establish them, the instruments that weigh
// them and the interviews that order the questions. [Load] reads a set from a
// file system, strictly.
//
// A set has structure and no words; its words are in package locale. The
// package must never hold a rule about people in Go: what counts, and how
// much, stands in the YAML. It refuses sets in which a rule or condition
// refers to what a person is (nationality, ethnicity, religion, sex, sexual
// orientation, sex work as such) instead of what was done to them.
package indicator

import (
	"strings"

	"cesta/internal/strict"
)

// Set is one indicator set, loaded and checked.
type Set struct {
	ID, Version string
	// Hash is the SHA-256 over all files of the set, as 12 hexadecimal digits.
	Hash        string
	Indicators  []Indicator
	Questions   []Question
	Instruments []Instrument
	Interviews  []Interview

	indicators map[string]*Indicator
	questions  map[string]*Question
	families   map[string][]string
}

// Indicator is one canonical fact, such as exploitation.hours. Its first
// segment is its Kind.
type Indicator struct {
	Pos strict.Pos
	ID  string
	// Fact names what happened in the world (passport, debt, pay ...): two
	// indicators with one fact are two readings of it and count once.
	Fact string
}

// Kind is the first segment of an indicator's id.
type Kind string

// The kinds of facts. The first four may be weighed in rules of means and
// purpose; context is noted and never counts; act decides nothing.
const (
	Recruitment  Kind = "recruitment"
	Destination  Kind = "destination"
	Exploitation Kind = "exploitation"
	Form         Kind = "form"
	Act          Kind = "act"
	Control      Kind = "control"
	Danger       Kind = "danger"
	Need         Kind = "need"
	Violence     Kind = "violence"
	Fear         Kind = "fear"
	Context      Kind = "context"
)

// Kinds lists every kind of fact.
var Kinds = []Kind{Recruitment, Destination, Exploitation, Form, Act, Control, Danger, Need, Violence, Fear, Context}

// Kind returns the first segment of the id.
func (i Indicator) Kind() Kind { return KindOf(i.ID) }

// KindOf returns the first segment of an indicator id.
func KindOf(id string) Kind {
	first, _, _ := strings.Cut(id, ".")
	return Kind(first)
}

// QuestionKind says what an answer to a question looks like.
type QuestionKind string

// The kinds of questions.
const (
	YesNo  QuestionKind = "yes-no"
	Choice QuestionKind = "choice"
	List   QuestionKind = "list" // one stem, several items, each yes or no
)

// Audience says whom a question addresses.
type Audience string

// The audiences. What an officer observes is never read aloud.
const (
	Person  Audience = "person"
	Officer Audience = "officer"
)

// Sensitivity orders questions inside a section, low first.
type Sensitivity string

// The sensitivities.
const (
	Low    Sensitivity = "low"
	Medium Sensitivity = "medium"
	High   Sensitivity = "high"
)

// Question is one thing asked of the person or observed by the officer.
type Question struct {
	Pos         strict.Pos
	ID          string
	Kind        QuestionKind
	Audience    Audience
	Sensitivity Sensitivity
	// Caution names a text that must be shown before the question is asked,
	// such as silence-and-lawyer.
	Caution string
	// AskWhen is nil for a question that is always asked.
	AskWhen *Condition
	// Episode marks a question that belongs to one place of work and is asked
	// again for each further one.
	Episode bool
	// Options are the answers of a choice, or the items of a list. A yes-no
	// question has the two options yes and no, made from its own keys.
	Options []Option
	// Source says where the question comes from.
	Source string
	// Noted says that the officer's own answer stands in the note on the talk.
	Noted bool
}

// Option is one possible answer and what it tells.
type Option struct {
	Pos strict.Pos
	ID  string
	// Shows and Denies name indicators; Denies may name a family (form.*).
	Shows, Denies []string
	// LeavesUnknown says on purpose that the option neither shows nor denies
	// what the questions it closes would have shown.
	LeavesUnknown bool
	// LeavesOpen says that the answer does not settle its question: where the
	// question is a core one, it stays open.
	LeavesOpen bool
	// Age is what the option says about the person's age, or empty.
	Age string
	// Situation names a fact that the option makes true for duties, or empty.
	Situation string
	// Conditions are the conditions of the talk that the option sets.
	Conditions []strict.Entry[string]
	// Doubt makes the option's id the coded reason of an officer's doubt.
	Doubt bool
	// Discloses says that the person has begun to tell what was done to them. A
	// child is then asked nothing more by this officer.
	Discloses bool
}

// Option returns the option with the given id, or nil.
func (q *Question) Option(id string) *Option {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return &q.Options[i]
		}
	}
	return nil
}

// Condition is a three-valued test over earlier answers. Exactly one field is
// set. Unknown means: ask.
type Condition struct {
	Pos      strict.Pos
	Answer   *AnswerTest
	Answered string // id of a question
	Shown    string // id of an indicator or a family
	All, Any []Condition
	Not      *Condition
}

// AnswerTest is true when the question was answered with one of the options.
type AnswerTest struct {
	Question string
	Options  []string
}

// Questions calls f for each question the condition names.
func (c *Condition) Questions(f func(id string, at strict.Pos)) {
	switch {
	case c == nil:
	case c.Answer != nil:
		f(c.Answer.Question, c.Pos)
	case c.Answered != "":
		f(c.Answered, c.Pos)
	case c.Not != nil:
		c.Not.Questions(f)
	}
	if c == nil {
		return
	}
	for i := range c.All {
		c.All[i].Questions(f)
	}
	for i := range c.Any {
		c.Any[i].Questions(f)
	}
}

// State of review of a piece of content.
type State string

// The states of review.
const (
	Draft    State = "draft"
	Reviewed State = "reviewed"
	Approved State = "approved"
)

// Fidelity says how near an instrument is to what its owner published.
type Fidelity string

// The fidelities.
const (
	Official  Fidelity = "official"
	Secondary Fidelity = "secondary"
	Project   Fidelity = "project"
)

// Mode says how an instrument may be used.
type Mode string

// The modes: asked, observed, or filled in from everything known.
const (
	Ask       Mode = "ask"
	Observe   Mode = "observe"
	Integrate Mode = "integrate"
)

// Provenance says where an instrument comes from.
type Provenance struct {
	Pos                         strict.Pos
	Title, Publisher, Ref, Year string
	// Checked is the date on which a person compared it with the source, or "never".
	Checked, CheckedBy string
}

// Validation says what is known about an instrument's accuracy.
type Validation struct {
	Pos              strict.Pos
	Population, Note string
	// Counts as published, such as "missed 3 of 13"; for display in
	// `indicators show` only.
	Counts string
}

// Instrument is a method, published or ours.
type Instrument struct {
	Pos        strict.Pos
	ID         string
	Source     Provenance
	State      State
	Fidelity   Fidelity
	Validated  Validation
	Mode       Mode
	Age        string   // adult or child; child sets run for a child or unsure
	Forms      []string // a label; switches nothing off
	Dimensions []Dimension
	Results    []Result
	// Items maps the published item numbers to our reading of them.
	Items []Item
}

// MayBeNamed reports whether the owner's name may stand over a result.
func (i *Instrument) MayBeNamed() bool {
	return i.Fidelity == Official && i.Source.Checked != "never"
}

// MayBeRead reports whether the instrument may be read out to a person. One
// that is observed or filled in from what is known, such as an information tool
// about a child, must not be.
func (i *Instrument) MayBeRead() bool { return i.Mode == Ask }

// Item is one published item of a list and what this project makes of it.
type Item struct {
	Pos        strict.Pos
	Ref        string
	Class      string // control, condition or context; this project's class
	Indicators []string
	Note       string
}

// Element is the part of the definition of trafficking a dimension belongs to.
type Element string

// The elements: the three of the Palermo Protocol, and the rest.
const (
	ElementAct     Element = "act"
	ElementMeans   Element = "means"
	ElementPurpose Element = "purpose"
	ElementOther   Element = "other"
)

// Dimension groups indicators and says when the group is positive.
type Dimension struct {
	Pos     strict.Pos
	ID      string
	Element Element
	Weights []strict.Entry[Weight]
	// PositiveWhen lists alternatives; without any the dimension is shown and
	// never positive.
	PositiveWhen []Clause
}

// Level of a single weight.
type Level int

// The weights. Item is the weight in lists that have none.
const (
	ItemWeight Level = iota
	WeakWeight
	MediumWeight
	StrongWeight
)

var levelNames = []string{"item", "weak", "medium", "strong"}

// String gives item, weak, medium or strong.
func (l Level) String() string { return levelNames[l] }

// Weight of an indicator in a dimension. A cell that the source leaves in
// doubt has Low below High.
type Weight struct{ Low, High Level }

// Clause is one way for a dimension to be positive: every count that is not
// zero must be reached ("at least"). Items counts all, and a strong counts as
// medium where mediums are counted.
type Clause struct {
	Pos                         strict.Pos
	Strong, Medium, Weak, Items int
}

// Result is a rule over dimensions.
type Result struct {
	Pos  strict.Pos
	ID   string
	When Expr
	// Reaches is the level the result reaches, and Marks the marks it sets;
	// only instruments of fidelity project may have either.
	Reaches string
	Marks   []string
}

// Expr is a rule. Exactly one field is set. There is no negation, so that one
// more present indicator can never lower a finding.
type Expr struct {
	Pos       strict.Pos
	Dimension string // positive
	Present   string // at least one item of the dimension is yes
	All, Any  []Expr
	Possible  *Expr    // holds when everything open is taken as yes
	Open      []string // a core question for one of these dimensions is open
	Distinct  *Distinct
	Age       string // child: the person is or may be a child
	Doubt     bool   // the officer has given a coded reason of doubt
}

// Distinct holds when items can be chosen, one present item of each of the
// dimensions, that rest on at least Facts different facts.
type Distinct struct {
	Facts int
	Of    []string
}

// Stage is when in an interview a section stands.
type Stage string

// The stages in their fixed order.
const (
	StageReady        Stage = "ready"        // officer's checklist
	StageTriage       Stage = "triage"       // before consent: danger, needs, age
	StageQuestions    Stage = "questions"    // after consent
	StageObservations Stage = "observations" // officer alone, after the close
)

// Stages lists the stages in order.
var Stages = []Stage{StageReady, StageTriage, StageQuestions, StageObservations}

// Interview is an order of questions.
type Interview struct {
	Pos strict.Pos
	ID  string
	// Mode is ask or observe: an observation interview asks the person nothing.
	Mode Mode
	// Minutes is the time the author expects, for the officer's choice.
	Minutes  int
	Sections []Section
	// Core names the questions without which nothing can be said; CorePos is
	// where they stand.
	Core    []string
	CorePos strict.Pos
	// Reassures says whether nothing-reported can be reached at all.
	Reassures bool
	// Episodes says whether further places of work are asked about, one by one.
	Episodes bool
	// LeadsTo is the interview that goes on where this one settles nothing, or
	// empty. What was asked is not asked again.
	LeadsTo string
	// Situation are facts for duties that hold whenever this interview is held.
	Situation []string
	// NextPerson says that another person usually follows at once.
	NextPerson bool
	// SecondTalk is after how many days a second talk is due at the latest; 0
	// where none is planned.
	SecondTalk int
	// Reads names the instruments that the interview reads out item by item.
	// Only instruments of mode ask may be read to a person.
	Reads []string
}

// Section is a run of questions about one matter.
type Section struct {
	Pos       strict.Pos
	ID        string
	Stage     Stage
	Questions []string
}

// Questions returns the ids of the interview's questions in order.
func (iv *Interview) Questions() []string {
	var ids []string
	for _, s := range iv.Sections {
		ids = append(ids, s.Questions...)
	}
	return ids
}

// Indicator returns the indicator with the id, or nil.
func (s *Set) Indicator(id string) *Indicator { return s.indicators[id] }

// Question returns the question with the id, or nil.
func (s *Set) Question(id string) *Question { return s.questions[id] }

// Interview returns the interview with the id, or nil.
func (s *Set) Interview(id string) *Interview {
	for i := range s.Interviews {
		if s.Interviews[i].ID == id {
			return &s.Interviews[i]
		}
	}
	return nil
}

// Instrument returns the instrument with the id, or nil.
func (s *Set) Instrument(id string) *Instrument {
	for i := range s.Instruments {
		if s.Instruments[i].ID == id {
			return &s.Instruments[i]
		}
	}
	return nil
}

// Expand turns an indicator id or a family (form.*) into indicator ids.
func (s *Set) Expand(idOrFamily string) []string {
	if family, ok := strings.CutSuffix(idOrFamily, ".*"); ok {
		return s.families[family]
	}
	return []string{idOrFamily}
}
