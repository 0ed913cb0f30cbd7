package assess

// Schema names the version of the contract that an [Assessment] follows.
const Schema = "cesta.assessment/1"

// Finding is what an instrument says about one dimension or result. There is
// no fourth word.
type Finding string

// The findings.
const (
	Positive         Finding = "positive"           // holds whatever the unknown is
	CannotBeExcluded Finding = "cannot-be-excluded" // holds if the unknown is yes
	NotShown         Finding = "not-shown"          // does not hold on these answers
)

// Rules that stand in reasons beside the ids of instruments.
const (
	// RuleGate marks what keeps nothing-reported from being said.
	RuleGate = "gate"
	// RuleUndecided marks a result that fails only because the published source
	// leaves a weight in doubt. No answer would decide it.
	RuleUndecided = "source-undecided"
)

// sameFact stands in the place of a weight where another indicator of the
// dimension rests on the same fact and is counted already.
const sameFact = "same-fact"

// Assessment is the contract of `assess --format json`, one object a sheet.
type Assessment struct {
	Schema      string              `json:"schema"`
	Case        string              `json:"case"`
	Level       string              `json:"level"`
	Marks       []string            `json:"marks"`
	Core        Core                `json:"core"`
	Instruments []InstrumentFinding `json:"instruments"`
	Reasons     []Reason            `json:"reasons"`
	Missing     []Missing           `json:"missing"`
	Set         SetRef              `json:"set"`
}

// Core says how far the core questions of the interview are answered. Questions
// that an answer closed are not among Of. Open names them by reference, as From
// does.
type Core struct {
	Answered int      `json:"answered"`
	Of       int      `json:"of"`
	Open     []string `json:"open"`
}

// InstrumentFinding is what one instrument says.
type InstrumentFinding struct {
	ID         string             `json:"id"`
	Results    []ResultFinding    `json:"results"`
	Dimensions []DimensionFinding `json:"dimensions"`
}

// ResultFinding is the finding of one result.
type ResultFinding struct {
	ID      string  `json:"id"`
	Finding Finding `json:"finding"`
}

// DimensionFinding is the finding of one dimension with all it rests on. Clause
// is the clause that holds, as it stands in the set; or source-undecided where
// only a doubtful weight decides; or empty.
type DimensionFinding struct {
	ID string `json:"id"`
	// Episode is the place of work in which it was counted, from 1; it is left
	// out where the sheet tells of one only.
	Episode  int        `json:"episode,omitempty"`
	Finding  Finding    `json:"finding"`
	Clause   string     `json:"clause"`
	Asked    int        `json:"asked"`
	Of       int        `json:"of"`
	Evidence []Evidence `json:"evidence"`
}

// Evidence is one indicator that is shown, with its weight in the dimension and
// the answers it comes from.
type Evidence struct {
	Indicator string `json:"indicator"`
	Weight    string `json:"weight"`
	From      []From `json:"from"`
}

// From is one answer. A fact that was coded without a question has neither
// Question nor Source. Question is a reference: work.pay@2 is the question as it
// was answered about the second place of work.
type From struct {
	Question string `json:"question"`
	Value    string `json:"value"`
	Source   string `json:"source"`
}

// Reason is one result that reaches a level or sets a mark, with the dimensions
// it rests on. Rule is the instrument, or [RuleGate] or [RuleUndecided].
type Reason struct {
	Rule       string   `json:"rule"`
	Result     string   `json:"result"`
	Dimensions []string `json:"dimensions"`
}

// Missing is one answer not yet given that alone would raise the level. Question
// is a reference, as in From; so is the one indicator where there is no question.
type Missing struct {
	Question   string   `json:"question"`
	Indicators []string `json:"indicators"`
	WouldReach string   `json:"wouldReach"`
}

// SetRef says by which set a sheet was assessed.
type SetRef struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Hash    string `json:"hash"`
}
