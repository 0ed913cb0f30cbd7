package assess

import _ "embed" // the schemas

//go:embed schema/answers.json
var answersSchema string

//go:embed schema/assessment.json
var assessmentSchema string

// AnswersSchema is the JSON Schema of an answer sheet. It is made from the
// table that reads sheets.
func AnswersSchema() string { return answersSchema }

// AssessmentSchema is the JSON Schema of one line of `assess --format json`.
func AssessmentSchema() string { return assessmentSchema }
