package indicator

// Levels are ordered by what an officer is obliged to do, least first. A talk
// that could not be assessed obliges to more (say what is missing, offer it
// again) than one in which nothing was reported, so that "a child is never
// lower than an adult with the same answers" holds as written.
var Levels = []string{LevelNothing, LevelNotAssessed, LevelIndications, LevelStrong}

// The levels of an assessment.
const (
	LevelNotAssessed = "not-assessed"
	LevelNothing     = "nothing-reported"
	LevelIndications = "indications"
	LevelStrong      = "strong-indications"
)

// Marks stand beside the level and add their duties.
var Marks = []string{"danger", "needs", "child", "labour-rights", "other-crime", "fear-of-return"}

// ChildInterview is the id of the interview in which a person who is or may be a
// child goes on.
const ChildInterview = "child"

// Situations are facts that only duties read.
var Situations = []string{"eu-citizen", "detained", "suspected", "asked-for-asylum", "diplomat-employer"}

// ConditionWords are the conditions of a talk and the words they take.
var ConditionWords = map[string][]string{
	"alone":       {"yes", "no"},
	"interpreter": {"none", "independent", "not-independent"},
	"language":    {"own", "other"},
	"silent-card": {"yes", "no"},
	"needs":       {"met", "not-met"},
}

// forbiddenWords are parts of ids that name what a person is. No indicator,
// question, dimension or result may carry one: a rule or condition must not be
// able to refer to it.
var forbiddenWords = map[string]bool{
	"nationality": true, "nation": true, "citizenship": true, "citizen": true, "country": true, "origin": true,
	"ethnicity": true, "ethnic": true, "race": true, "racial": true, "skin": true, "roma": true, "caste": true, "tribe": true,
	"religion": true, "religious": true, "faith": true, "muslim": true, "christian": true,
	"sex": true, "gender": true, "male": true, "female": true, "woman": true, "women": true, "man": true, "men": true,
	"orientation": true, "gay": true, "lesbian": true, "homosexual": true, "trans": true, "transgender": true,
	"sexwork": true, "prostitute": true, "prostitution": true,
	"jewish": true, "hindu": true, "buddhist": true, "catholic": true, "orthodox": true, "black": true, "white": true,
	"gypsy": true, "romani": true, "arab": true, "african": true, "asian": true, "european": true,
	"afghan": true, "albanian": true, "bulgarian": true, "chinese": true, "ethiopian": true, "filipino": true, "georgian": true,
	"hungarian": true, "indian": true, "iranian": true, "kurdish": true, "moldovan": true, "mongolian": true, "nepali": true,
	"nigerian": true, "pakistani": true, "polish": true, "romanian": true, "russian": true, "serbian": true, "slovak": true,
	"syrian": true, "thai": true, "turkish": true, "ukrainian": true, "uzbek": true, "vietnamese": true,
}
