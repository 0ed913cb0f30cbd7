package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cesta/internal/strict"
)

// plant is one fault in a copy of the shipped set: in file, old is replaced by
// new (without old, new is the whole file or stands at its end), and a problem
// that says want must stand in the line that holds at, or where new begins.
type plant struct {
	name, file, old, new string
	at, want             string
	in                   string // the file of the problem, if it is another
	texts                bool   // the words must be checked though none is changed
}

func (p plant) words() bool { return p.texts || strings.HasPrefix(p.file, "locales/") }

func (p plant) apply(t *testing.T, files fstest.MapFS) {
	t.Helper()
	text := ""
	if f := files[p.file]; f != nil {
		text = string(f.Data)
	}
	switch {
	case p.old == "" && text != "":
		text += p.new
	case p.old == "":
		text = p.new
	case strings.Count(text, p.old) != 1:
		t.Fatalf("%s holds %q %d times; the plant needs it once", p.file, p.old, strings.Count(text, p.old))
	default:
		text = strings.Replace(text, p.old, p.new, 1)
	}
	files[p.file] = &fstest.MapFile{Data: []byte(text)}
}

// line is where the problem must be: 0 for the file as a whole.
func (p plant) line(t *testing.T, files fstest.MapFS) (file string, line int) {
	t.Helper()
	file, at := p.file, p.at
	if p.in != "" {
		file = p.in
	}
	if at == "-" {
		return file, 0
	}
	if at == "" {
		at = strings.TrimLeft(p.new, "\n")
	}
	before, _, ok := strings.Cut(string(files[file].Data), at)
	if !ok {
		t.Fatalf("%s does not hold %q", file, at)
	}
	return file, 1 + strings.Count(before, "\n")
}

func TestPlantedFaultsAreFoundInTheirLine(t *testing.T) {
	if testing.Short() {
		t.Skip("the same code, over and over")
	}
	all := slices.Concat(plantedForms, plantedQuestions, plantedInstruments, plantedInterviews, plantedWords, plantedCases)
	if len(all) < 60 {
		t.Fatalf("%d plants, want 60", len(all))
	}
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			files := copySet(t, p.words())
			p.apply(t, files)
			file, line := p.line(t, files)
			found := checked(t, files)
			if !slices.ContainsFunc(found, func(got strict.Problem) bool {
				return got.File == file && got.Line == line && strings.Contains(got.Wrong, p.want) && got.Hint != ""
			}) {
				t.Errorf("not found: %s:%d: %s\ngot:\n%s", file, line, p.want, first(found))
			}
		})
	}
}

func first(ps strict.Problems) string {
	text := ""
	for i, p := range ps {
		if i == 12 {
			return text + fmt.Sprintf("and %d more", len(ps)-i)
		}
		text += p.Error() + "\n"
	}
	return text
}

const hours = "- id: work.hours\n  kind: choice\n"

// what is wrong with the form of a file
var plantedForms = []plant{
	{name: "a misspelt key", file: "questions/work.yaml", old: hours, new: "- id: work.hours\n  kidn: choice\n", at: "kidn", want: `the key "kidn" is not known here`},
	{name: "a key that is missing", file: "questions/work.yaml", old: hours, new: "- id: work.hours\n", want: `the key "kind" is missing`},
	{name: "a key that stands twice", file: "questions/work.yaml", old: hours, new: hours + "  kind: list\n", at: "  kind: list\n  audience: person\n  sensitivity: low\n  source: operational indicators 2009, exploitation\n", want: `the key "kind" stands twice`},
	{name: "a value that is missing", file: "set.yaml", old: "id: cesta", new: "id:", want: "a value is missing"},
	{name: "an alias", file: "set.yaml", old: "id: cesta", new: "id: *cesta", at: "id:", want: "unknown anchor"},
	{name: "an anchor", file: "set.yaml", old: "id: cesta", new: "id: &here cesta", want: "an anchor (&here)"},
	{name: "a tag", file: "set.yaml", old: "id: cesta", new: "id: !mine cesta", want: "a tag (!mine)"},
	{name: "a second document", file: "set.yaml", old: "id: cesta", new: "id: cesta\nversion: 1.0.0\n---", at: "---", want: "second document"},
	{name: "a control character", file: "set.yaml", old: "id: cesta", new: "id: \"ces\\ata\"", want: "a control character"},
	{name: "turned text", file: "vocabulary/other.yaml", old: "fact: fearful", new: "fact: \"\\u202efearful\"", want: "a direction override"},
	{name: "tabs for indentation", file: "questions/return.yaml", old: "  kind: yes-no", new: "\tkind: yes-no", want: "not readable as YAML"},
	{name: "a word that is not known", file: "questions/work.yaml", old: hours, new: "- id: work.hours\n  kind: choices\n", at: "choices", want: `"choices" is not known here`},
	{name: "an id with a capital", file: "questions/work.yaml", old: "- id: work.hours\n", new: "- id: Work.hours\n", want: `"Work.hours" is not an id`},
	{name: "a list where one word is wanted", file: "questions/work.yaml", old: hours, new: "- id: work.hours\n  kind: [choice]\n", at: "kind: [choice]", want: "here stands a list"},
	{name: "a text where a number is wanted", file: "interviews/quick.yaml", old: "minutes: 15", new: "minutes: soon", want: "is read as text"},
	{name: "an empty file", file: "vocabulary/empty.yaml", new: "# nothing\n", want: "the file is empty"},
	{name: "a file that nobody reads", file: "questions/more.yml", new: "- {}\n", at: "-", want: "does not end in .yaml"},
	{name: "a range from high to low", file: "instruments/labour-adult.yaml", old: "recruitment.vulnerability.past: [weak, medium]", new: "recruitment.vulnerability.past: [medium, weak]", want: "not a pair from low to high"},
	{name: "a weight that is not known", file: "instruments/labour-adult.yaml", old: "exploitation.hours: strong", new: "exploitation.hours: heavy", want: `"heavy" is not known here`},
	{name: "a clause that counts nothing", file: "instruments/danger.yaml", old: "      need.dependants: item\n    positive-when: [{items: 1}]", new: "      need.dependants: item\n    positive-when: [{}]", at: "[{}]", want: "would always hold"},
	{name: "a negation in a rule", file: "instruments/danger.yaml", old: "when: needs-now", new: "when: {not: needs-now}", want: `the key "not" is not known here`},
	{name: "two parts in one rule", file: "instruments/danger.yaml", old: "when: needs-now", new: "when: {present: needs-now, doubt: true}", want: "here stand 2 keys"},
	{name: "a date that is none", file: "instruments/danger.yaml", old: "checked: never", new: "checked: soon", want: "neither a date nor never"},
}

// what is wrong with questions and facts
var plantedQuestions = []plant{
	{name: "a fact that is not known", file: "questions/work.yaml", old: "{id: long-days, shows: [exploitation.hours]}", new: "{id: long-days, shows: [labour.hours]}", want: "the indicator labour.hours is not known"},
	{name: "a family that has nobody", file: "questions/begun.yaml", old: "no-denies: [exploitation.*,", new: "no-denies: [exploited.*,", at: "- id: work.began", want: "the family exploited.* has no indicator"},
	{name: "a question that is not known in a condition", file: "questions/begun.yaml", old: `{not: {answer: {work.began: ["yes"]}}}`, new: `{not: {answer: {work.begun: ["yes"]}}}`, want: "the question work.begun, named in ask-when of work.waiting, is not known"},
	{name: "an option that is not known in a condition", file: "questions/begun.yaml", old: `{not: {answer: {work.began: ["yes"]}}}`, new: `{not: {answer: {work.began: [often]}}}`, want: "work.began has no option often"},
	{name: "a question that waits for itself", file: "questions/begun.yaml", old: `{not: {answer: {work.began: ["yes"]}}}`, new: `{answered: work.waiting}`, want: "work.waiting waits for itself"},
	{name: "questions that wait for each other", file: "questions/begun.yaml", old: "  no-denies:", new: "  ask-when: {answer: {work.waiting: [must]}}\n  no-denies:", at: `ask-when: {not: {answer: {work.began: ["yes"]}}}`, want: "work.began, work.waiting wait for each other"},
	{name: "an id in two files", file: "questions/return.yaml", old: "- id: fear.return", new: "- {id: work.hours, kind: yes-no, audience: officer, sensitivity: low, source: project}\n- id: fear.return", in: "questions/work.yaml", at: "- id: work.hours", want: "the question work.hours stands twice (first in questions/return.yaml:1:3)"},
	{name: "an option that stands twice", file: "questions/work.yaml", old: "{id: no-day-off,", new: "{id: long-days,", at: "{id: long-days, shows: [exploitation.hours]}\n    - {id: on-call", want: "the option long-days stands twice"},
	{name: "an option that every question has", file: "questions/work.yaml", old: "{id: no-day-off,", new: "{id: unknown,", want: "the option unknown of work.hours is a fixed answer"},
	{name: "more options than keys", file: "questions/work.yaml", old: "    - {id: no-day-off, shows: [exploitation.hours]}\n", new: "    - {id: no-day-off, shows: [exploitation.hours]}\n    - {id: e}\n    - {id: f}\n    - {id: g}\n    - {id: h}\n", at: "- id: work.hours", want: "work.hours has 8 options"},
	{name: "an observation that denies", file: "questions/observations.yaml", old: "{id: watches, shows: [control.watches]}", new: "{id: watches, shows: [control.watches], denies: [form.*]}", want: "the observation observe.control denies form.*"},
	{name: "a situation that is not known", file: "questions/ready.yaml", old: "situation: diplomat-employer", new: "situation: rich-employer", want: "the situation rich-employer is not known"},
	{name: "a condition of the talk that is not known", file: "questions/ready.yaml", old: "condition: {interpreter: none}", new: "condition: {interpreter: friend}", want: "the condition interpreter: friend is not known"},
	{name: "an observation of a place of work", file: "questions/observations.yaml", old: "- id: observe.place\n  kind: list\n", new: "- id: observe.place\n  kind: list\n  episode: true\n", at: "- id: observe.place", want: "the question observe.place belongs to a place of work and is not asked of the person"},
	{name: "a question asked once that waits for one of a place", file: "questions/return.yaml", old: "  caution: return\n", new: "  caution: return\n  ask-when: {answer: {work.hours: [usual]}}\n", at: "  ask-when:", want: "the question fear.return waits for work.hours, which is asked once for each place of work"},
	{name: "a question asked once that looks for a fact of a place", file: "questions/return.yaml", old: "  caution: return\n", new: "  caution: return\n  ask-when: {shown: exploitation.hours}\n", at: "  ask-when:", want: "the question fear.return looks for exploitation.hours, which"},
	{name: "an answer of the person in the note", file: "questions/return.yaml", old: "  caution: return\n", new: "  caution: return\n  noted: true\n", at: "- id: fear.return", want: "the question fear.return stands in the note"},
	{name: "a sign in the note", file: "questions/observations.yaml", old: "- id: observe.place\n  kind: list\n", new: "- id: observe.place\n  kind: list\n  noted: true\n", at: "- id: observe.place", want: "the question observe.place stands in the note"},
	{name: "a disclosure that is the person's", file: "questions/work.yaml", old: "{id: usual, denies: [exploitation.hours]}", new: "{id: usual, denies: [exploitation.hours], discloses: true}", want: "the disclosure usual of work.hours is not noted by the officer"},
	{name: "a doubt that is the person's", file: "questions/work.yaml", old: "{id: usual, denies: [exploitation.hours]}", new: "{id: usual, denies: [exploitation.hours], doubt: true}", want: "the doubt usual of work.hours is not the officer's"},
	{name: "a question about what a person is", file: "questions/return.yaml", old: "- id: fear.return", new: "- id: fear.nationality", want: "refers to what a person is (nationality)"},
	{name: "a fact about what a person is", file: "vocabulary/other.yaml", old: "context.fearful", new: "context.religion", want: "refers to what a person is (religion)"},
	{name: "a form that says not when", file: "vocabulary/forms.yaml", old: "form.begging.expected", new: "form.begging.planned", want: "does not say whether it is expected or has occurred"},
	{name: "a fact of no kind", file: "vocabulary/other.yaml", old: "context.fearful", new: "mood.fearful", want: "mood.fearful is of no known kind"},
	{name: "a fact that stands twice", file: "vocabulary/other.yaml", old: "context.fearful", new: "context.injuries", at: "context.injuries, fact: fearful", want: "the indicator context.injuries stands twice"},
	{name: "a yes-no question with options", file: "questions/return.yaml", old: "  shows: [fear.return]", new: "  options: [{id: a}, {id: b}]", at: "- id: fear.return", want: "a yes-no question has options"},
	{name: "a condition without end", file: "questions/begun.yaml", old: `{not: {answer: {work.began: ["yes"]}}}`, new: "{any: [" + strings.Repeat(`{answer: {work.began: ["no"]}}, `, 200) + `{answered: work.began}]}`, at: "ask-when: {any:", want: "ask-when of work.waiting has 202 parts; 200 are allowed"},
	{name: "a question that no interview asks", file: "questions/return.yaml", new: "- {id: fear.other, kind: yes-no, audience: person, sensitivity: low, source: project}\n", want: "no interview asks the question fear.other"},
	{name: "a fact that counts and that no answer shows", file: "questions/work.yaml", old: "{id: no-insurance, shows: [exploitation.no-social]}", new: "{id: no-insurance}", in: "vocabulary/exploitation.yaml", at: "exploitation.no-social", want: "no answer shows exploitation.no-social, which counts in"},
	{name: "a fact that nobody needs", file: "vocabulary/other.yaml", new: "- {id: context.cold, fact: cold}\n", want: "no answer shows context.cold"},
	{name: "an answer that fills two items", file: "questions/work.yaml", old: "{id: dangerous, shows: [exploitation.hazardous]}", new: "{id: dangerous, shows: [exploitation.hazardous, exploitation.living]}", want: "shows two items of labour-adult.exploitation: exploitation.hazardous and exploitation.living"},
	{name: "an option that closes and says nothing", file: "questions/work.yaml", old: "  kind: choice\n  audience: person\n  sensitivity: low\n  source: project; domestic servitude\n  ask-when: {answer: {work.began: [\"yes\"]}}\n", new: "  kind: choice\n  audience: person\n  sensitivity: low\n  source: project; domestic servitude\n  ask-when: {answer: {work.hours: [long-days, on-call]}}\n", at: "{id: usual,", want: "the answer usual to work.hours closes home.rules, which could show form.domestic.occurred"},
	{name: "a yes that closes and says nothing", file: "questions/begun.yaml", old: "  yes-leaves: unknown", new: "  # yes-leaves", at: "- id: work.began", want: "the answer yes to work.began closes work.waiting, which could show form.labour.expected"},
	{name: "a no that closes and says nothing", file: "questions/begun.yaml", old: "  no-leaves: unknown", new: "  # no-leaves", at: "- id: work.began", want: "the answer no to work.began closes"},
	{name: "the absence of an item that closes and says nothing", file: "questions/forms.yaml", old: "denies: [form.begging.*], leaves: unknown}", new: "denies: [form.begging.*]}", at: "{id: begging,", want: "nothing of begging is true closes begging.more, which could show destination.coerced.threat-worse"},
	{name: "an observation that closes", file: "questions/observations.yaml", old: "- id: observe.place\n  kind: list\n", new: "- id: observe.place\n  kind: list\n  ask-when: {answer: {observe.control: [watches]}}\n", at: "{id: watches,", want: "nothing of watches is true closes observe.place"},
	{name: "an answer that closes what waits for a closed question", file: "questions/forms.yaml", old: "destination.coerced.illicit], leaves: unknown}", new: "destination.coerced.illicit]}", at: "{id: unlawful,", want: "closes unlawful.place, which could show destination.coerced.confinement"},
	{name: "a condition that contradicts itself", file: "questions/forms.yaml", old: "{answer: {forms.any: [body-part]}}\n  options:", new: "{all: [{answer: {begging.more: [planned]}}, {answer: {begging.more: [done-punished]}}]}\n  options:", want: "ask-when of body.more can never be true"},
	{name: "a condition that contradicts what it waits for", file: "questions/forms.yaml", old: "{answer: {forms.any: [body-part]}}\n  options:", new: "{all: [{answer: {begging.more: [planned]}}, {not: {answer: {forms.any: [begging]}}}]}\n  options:", want: "ask-when of body.more can never be true"},
	{name: "a condition on none of a list and one of it", file: "questions/forms.yaml", old: "{answer: {forms.any: [body-part]}}\n  options:", new: "{all: [{answer: {forms.any: [none]}}, {answer: {forms.any: [body-part]}}]}\n  options:", want: "ask-when of body.more can never be true"},
	{name: "a condition that never closes", file: "questions/begun.yaml", old: `{not: {answer: {work.began: ["yes"]}}}`, new: `{answer: {work.began: ["yes", "no"]}}`, want: "ask-when of work.waiting never closes the question"},
	{name: "a question that waits for what nothing before it shows", file: "questions/forms.yaml", old: "{answer: {forms.any: [body-part]}}\n  options:", new: "{shown: control.watches}\n  options:", want: "body.more waits for control.watches, which nothing before it in the interview full can show"},
	{name: "a caution without a text", file: "questions/return.yaml", old: "caution: return", new: "caution: returning", at: "- id: fear.return", want: "the caution returning of fear.return has no text", texts: true},
}

// what is wrong with instruments
var plantedInstruments = []plant{
	{name: "an item that is not known", file: "instruments/labour-adult.yaml", old: "exploitation.hours: strong", new: "exploitation.overtime: strong", want: "the indicator exploitation.overtime is not known"},
	{name: "context that counts", file: "instruments/labour-adult.yaml", old: "exploitation.hours: strong", new: "context.injuries: strong", want: "context.injuries stands in the dimension exploitation"},
	{name: "violence of others as a means", file: "instruments/labour-adult.yaml", old: "recruitment.coerced.violence: strong", new: "violence.journey: strong", want: "violence.journey stands in the dimension coercive-recruitment"},
	{name: "a dimension that is not known", file: "instruments/danger.yaml", old: "when: needs-now", new: "when: needs-later", want: "the rule names needs-later"},
	{name: "a published list that reaches a level", file: "instruments/forced-labour-icls.yaml", old: "  - id: forced-labour\n", new: "  - id: forced-labour\n    reaches: indications\n", at: "  - id: forced-labour\n", want: "reaches a level although its fidelity is secondary"},
	{name: "a need that nobody is told of", file: "instruments/danger.yaml", old: "      need.warmth: item\n", in: "vocabulary/danger.yaml", at: "need.warmth", want: "need.warmth is shown and counts nowhere"},
	{name: "a rule that reaches nothing-reported", file: "instruments/danger.yaml", old: "marks: [needs]", new: "reaches: nothing-reported", want: "reaches nothing-reported"},
	{name: "a mark that is not known", file: "instruments/danger.yaml", old: "marks: [needs]", new: "marks: [hungry]", want: `"hungry" is not known here`},
	{name: "a dimension without clauses in a rule", file: "instruments/reasonable-grounds.yaml", old: "  - id: i-form\n    when: forms\n", new: "  - id: i-form\n    when: act\n", at: "when: act", want: "the dimension act can never be positive"},
	{name: "more strong wanted than there are", file: "instruments/labour-adult.yaml", old: "      exploitation.no-education: weak\n    positive-when: [{strong: 1, items: 2}", new: "      exploitation.no-education: weak\n    positive-when: [{strong: 2}", at: "positive-when: [{strong: 2}, {medium: 3}", want: "the clause can never hold: exploitation has 1 strong, 7 medium and 1 weak items at most, 9 in all"},
	{name: "more items wanted than there are", file: "instruments/danger.yaml", old: "      need.dependants: item\n    positive-when: [{items: 1}]", new: "      need.dependants: item\n    positive-when: [{items: 7}]", at: "{items: 7}", want: "the clause can never hold: needs-now has"},
	{name: "two items of one fact counted as two", file: "instruments/reasonable-grounds.yaml", old: "    weights: {fear.return: item}\n    positive-when: [{items: 1}]", new: "    weights: {destination.coerced.wages-withheld: item, exploitation.pay: item}\n    positive-when: [{items: 2}]", at: "positive-when: [{items: 2}]\nresults:", want: "the clause can never hold: fear has"},
	{name: "a clause that another covers", file: "instruments/danger.yaml", old: "      need.dependants: item\n    positive-when: [{items: 1}]", new: "      need.dependants: item\n    positive-when: [{items: 1}, {items: 2}]", at: "{items: 1}, {items: 2}", want: "the clause adds nothing: whenever it holds in needs-now, one before it holds already"},
	{name: "a result over a dead dimension", file: "instruments/danger.yaml", old: "      need.dependants: item\n    positive-when: [{items: 1}]", new: "      need.dependants: item\n    positive-when: [{strong: 1}]", at: "id: meet-needs", want: "the result meet-needs can never hold: needs-now can never be positive"},
	{name: "a result over dead alternatives", file: "instruments/danger.yaml", old: "      need.dependants: item\n    positive-when: [{items: 1}]\nresults:\n", new: "      need.dependants: item\n    positive-when: [{strong: 1}]\nresults:\n  - {id: both, when: {all: [danger-now, {any: [{possible: needs-now}]}]}}\n", at: "id: both", want: "the result both can never hold: needs-now can never be positive"},
	{name: "more facts than dimensions", file: "instruments/reasonable-grounds.yaml", old: "{facts: 2, of: [involuntary-work, menace]}", new: "{facts: 3, of: [involuntary-work, menace]}", want: "the result s3 can never hold: it takes one fact of each dimension"},
	{name: "more facts than there are", file: "instruments/reasonable-grounds.yaml", old: "{facts: 2, of: [involuntary-work, menace]}", new: "{facts: 2, of: [child-unlawful, child-unlawful]}", want: "the result s3 can never hold: its dimensions have fewer different facts"},
	{name: "a rule of doubt without a doubt", file: "questions/observations.yaml", old: "    - {id: rehearsed-story, doubt: true}\n    - {id: fear-of-someone, doubt: true}\n    - {id: story-does-not-fit-means, doubt: true}\n    - {id: someone-is-calling, doubt: true}\n    - {id: could-not-talk-alone, doubt: true}\n    - {id: other-officer-or-ngo, doubt: true}\n", new: "    - {id: rehearsed-story}\n", in: "instruments/reasonable-grounds.yaml", at: "when: {doubt: true}", want: "the result i-doubt can never hold: no option is a reason of doubt"},
	{name: "a source that cannot be found", file: "instruments/labour-adult.yaml", old: "  year: 2009\n  ref: WCMS_105023\n", new: "", at: "  title: Operational", want: "the source of labour-adult has neither year nor ref"},
	{name: "a published list of ours", file: "instruments/labour-adult.yaml", old: "publisher: ILO and European Commission", new: "publisher: project", at: "  title: Operational", want: "the source of labour-adult is the project, its fidelity is secondary"},
	{name: "a check by nobody", file: "instruments/labour-adult.yaml", old: "checked: never", new: "checked: \"2026-11-01\"", at: "  title: Operational", want: "was checked by nobody in particular"},
	{name: "a check that is yet to come", file: "instruments/labour-adult.yaml", old: "checked: never", new: "checked: \"2027-01-01\"\n  checked-by: a reader", at: "  title: Operational", want: "was checked on 2027-01-01, which is not yet"},
	{name: "approved and never compared", file: "instruments/labour-adult.yaml", old: "state: draft", new: "state: approved", at: "  title: Operational", want: "labour-adult is approved, and nobody has compared it"},
	{name: "tried on nobody and silent about it", file: "instruments/labour-adult.yaml", old: `validated: {population: none, note: "expert consensus of two rounds; no accuracy study"}`, new: "validated: {population: none}", want: "labour-adult was tried on nobody and says nothing about it"},
	{name: "counts of nobody", file: "instruments/labour-adult.yaml", old: `validated: {population: none, note: "expert consensus of two rounds; no accuracy study"}`, new: `validated: {population: none, counts: "missed 3 of 13"}`, want: "labour-adult has published counts and no population"},
	{name: "people without an outcome", file: "instruments/labour-adult.yaml", old: `validated: {population: none, note: "expert consensus of two rounds; no accuracy study"}`, new: `validated: {population: 40 workers}`, want: "labour-adult was tried on people and does not say what came out"},
	{name: "two instruments of one id", file: "instruments/labour-adult.yaml", old: "id: labour-adult", new: "id: labour-child", in: "instruments/labour-child.yaml", at: "id: labour-child", want: "the instrument labour-child stands twice"},
}

// what is wrong with interviews
var plantedInterviews = []plant{
	{name: "an interview that leads nowhere", file: "interviews/quick.yaml", old: "leads-to: full", new: "leads-to: fuller", at: "id: quick", want: "the interview quick leads to fuller, which is not there or itself"},
	{name: "an interview that leads to one that asks nobody", file: "interviews/quick.yaml", old: "leads-to: full", new: "leads-to: observe", at: "id: quick", want: "one of them asks nobody"},
	{name: "an interview with a situation that is not known", file: "interviews/detention.yaml", old: "situation: [detained]", new: "situation: [rich]", at: "id: detention", want: "the situation rich is not known"},
	{name: "an interview that reads out what must not be read", file: "interviews/child.yaml", old: "reassures: false", new: "reassures: false\nreads: [six-item-child-screen]", at: "id: child", want: "the interview child reads out six-item-child-screen, whose mode is integrate"},
	{name: "an interview that reads out what is not there", file: "interviews/child.yaml", old: "reassures: false", new: "reassures: false\nreads: [seven-items]", at: "id: child", want: "the interview child reads out seven-items, which is no instrument"},
	{name: "a question of a place of work in the triage", file: "interviews/triage.yaml", old: "danger.seen]", new: "danger.seen, used.now]", at: "- {id: triage, stage: triage", want: "the question used.now belongs to a place of work and stands in the stage triage"},
	{name: "an age that is found after the consent", file: "interviews/full.yaml", old: "{id: triage, stage: triage", new: "{id: triage, stage: questions", want: "the question age.said tells the age and stands after the consent"},
	{name: "a question that is not known in an interview", file: "interviews/full.yaml", old: "[fear.return]", new: "[fear.returning]", want: "the question fear.returning, named in the interview full, is not known"},
	{name: "a question asked twice", file: "interviews/full.yaml", old: "[fear.return]", new: "[fear.return, work.hours]", want: "the interview full asks work.hours twice"},
	{name: "a core question that is not asked", file: "interviews/quick.yaml", old: "core: [", new: "core: [work.conditions, ", want: "the core question work.conditions is not asked in the interview quick"},
	{name: "a section that comes too late", file: "interviews/triage.yaml", old: "id: observations, stage: observations", new: "id: observations, stage: ready", want: "the section observations of stage ready comes too late"},
	{name: "a question to the person on the checklist", file: "interviews/triage.yaml", old: "[ready.alone, ready.interpreter]", new: "[ready.alone, fear.return]", want: "the question fear.return is asked of the person but stands in the stage ready"},
	{name: "an observation that asks the person", file: "interviews/observe.yaml", old: "stage: observations, questions: [", new: "stage: triage, questions: [fear.return, ", want: "the observation interview observe asks the person fear.return"},
	{name: "a talk without end", file: "interviews/triage.yaml", old: "minutes: 3", new: "minutes: 9999", want: "9999 is out of range"},
	{name: "a question before what it waits for", file: "interviews/full.yaml", old: "[work.began, work.waiting]", new: "[work.waiting, work.began]", in: "questions/begun.yaml", at: "ask-when:", want: "the question work.waiting waits for work.began, which the interview full has not asked by then"},
	{name: "two interviews of one id", file: "interviews/quick.yaml", old: "id: quick\nmode", new: "id: full\nmode", want: "the interview full stands twice"},
}

// what is wrong with words
var plantedWords = []plant{
	{name: "a text that is missing", file: "locales/en.yaml", old: "  question.work.hours.option.long-days:", new: "  question.work.hours.option.long:", at: "question.work.hours.option.on-call", want: `the word "question.work.hours.option.long-days" is missing`},
	{name: "a text that nothing needs", file: "locales/en.yaml", old: "  question.work.hours.option.long-days:", new: "  question.work.hours.option.long:", want: "nothing in the set has the text question.work.hours.option.long"},
	{name: "an answer that is too long", file: "locales/en.yaml", old: "  question.work.hours.option.long-days:", new: "  question.work.hours.option.long-days: " + strings.Repeat("long ", 30) + "#", want: "the answer question.work.hours.option.long-days has 149 letters in en"},
	{name: "a question that is too long", file: "locales/en.yaml", old: "  question.work.hours.ask:", new: "  question.work.hours.ask: " + strings.Repeat("long ", 40) + "#", want: "the question question.work.hours.ask has 199 letters in en"},
	{name: "a title that is too long", file: "locales/en.yaml", old: "  officer.section.papers:", new: "  officer.section.papers: " + strings.Repeat("long ", 40) + "#", want: "the title officer.section.papers has 199 letters in en"},
	{name: "help that is too long", file: "locales/en.yaml", old: "  officer.question.work.hours.why:", new: "  officer.question.work.hours.why: " + strings.Repeat("long ", 80) + "#", want: "the explanation officer.question.work.hours.why has 399 letters in en"},
	{name: "two answers that read the same", file: "locales/cs.yaml", new: cs("Jste volní?") + "  question.freedom.now.option.free: Zavřeno\n  question.freedom.now.option.no-contact: \" ZAVŘENO.\"\n", at: "question.freedom.now.option.no-contact", want: "the answers free and no-contact of freedom.now read the same in cs"},
	{name: "an answer that every question has", file: "locales/en.yaml", old: "  question.freedom.now.option.free:", new: "  question.freedom.now.option.free: I do not know. #", want: "reads like person.answer.unknown in en"},
	{name: "a question that blames", file: "locales/en.yaml", old: "  question.freedom.now.ask:", new: "  question.freedom.now.ask: Why didn't you leave? #", want: "it puts the blame on the person"},
	{name: "the legal word", file: "locales/en.yaml", old: "  question.freedom.now.ask:", new: "  question.freedom.now.ask: Were you trafficked? #", want: "it is the legal word"},
	{name: "a word for what the person is", file: "locales/en.yaml", old: "  question.freedom.now.option.free:", new: "  question.freedom.now.option.free: I am a victim #", want: "it says what the person is"},
	{name: "details of sexual acts", file: "locales/en.yaml", old: "  question.freedom.now.ask:", new: "  question.freedom.now.ask: Was there intercourse? #", want: "details of sexual acts are never asked"},
	{name: "an offence of the person's own", file: "locales/en.yaml", old: "  question.freedom.now.ask:", new: "  question.freedom.now.ask: Did you ever steal anything? #", want: "an offence of the person's own"},
	{name: "a leading question", file: "locales/en.yaml", old: "  question.freedom.now.ask:", new: "  question.freedom.now.ask: They locked you in, didn't they? #", want: "it is a leading question"},
	{name: "a question that doubts", file: "locales/en.yaml", old: "  officer.question.work.waiting.follow-up:", new: "  officer.question.work.waiting.follow-up: Are you sure? #", want: "it presses or doubts the person"},
	{name: "an unlawful person", file: "locales/en.yaml", old: "  question.freedom.now.ask:", new: "  question.freedom.now.ask: Are you here illegally? #", want: "it names a person or a stay unlawful"},
	{name: "a question for willingness", file: "locales/en.yaml", old: "  question.freedom.now.ask:", new: "  question.freedom.now.ask: Did you go there of your own free will? #", want: "willingness is not asked"},
	{name: "a question that blames in Czech", file: "locales/cs.yaml", new: cs("Proč jste neodešel?"), at: "question.freedom.now.ask", want: "it puts the blame on the person"},
	{name: "the legal word in Czech", file: "locales/cs.yaml", new: cs("Jste obětí obchodování s lidmi?"), at: "question.freedom.now.ask", want: `says "obchodování s lidmi"`},
	{name: "a question that blames in Ukrainian", file: "locales/uk.yaml", new: other("uk", "Чому ви не втекли?"), at: "question.freedom.now.ask", want: "it puts the blame on the person"},
	{name: "the legal word in Ukrainian", file: "locales/uk.yaml", new: other("uk", "Ви жертва торгівлі людьми?"), at: "question.freedom.now.ask", want: `says "торгівлі людьми"`},
	{name: "a question that blames in Vietnamese", file: "locales/vi.yaml", new: other("vi", "Tại sao bạn không bỏ đi?"), at: "question.freedom.now.ask", want: "it puts the blame on the person"},
	{name: "the legal word in Vietnamese", file: "locales/vi.yaml", new: other("vi", "Bạn có phải là nạn nhân mua bán người?"), at: "question.freedom.now.ask", want: `says "mua bán người"`},
	{name: "a signed language that lacks texts", file: "locales/cs.yaml", new: strings.Replace(cs("Můžete odejít?"), "state: draft", "state: approved", 1), at: "question.freedom.now.ask", want: `the word "question.freedom.now.option.free" is missing`},
	{name: "a text in the wrong letters", file: "locales/uk.yaml", new: other("uk", "Can you leave this place today?"), at: "question.freedom.now.ask", want: "has no Cyrillic letter"},
	{name: "a placeholder that English has not", file: "locales/cs.yaml", new: cs("Můžete {kam} odejít?"), at: "question.freedom.now.ask", want: "the placeholders are {kam}"},
}

func cs(ask string) string { return other("cs", ask) }

// other is the set's words in a language, of which only one is translated.
func other(tag, ask string) string {
	return "language: " + tag + "\nbundle: set cesta\nstate: draft\nreview-by: nobody yet\nwords:\n  question.freedom.now.ask: " + ask + "\n"
}

const sheet = "schema: cesta.answers/1\nage: adult\nindicators: {exploitation.hours: \"yes\", exploitation.pay: \"yes\"}\n"

// what is wrong with test cases
var plantedCases = []plant{
	{name: "another level", file: "cases/mine.yaml", new: sheet + "want: {level: not-assessed}\n", at: "want:", want: "the level is"},
	{name: "other marks", file: "cases/mine.yaml", new: sheet + "want:\n  marks: none\n", at: "marks: none", want: "the marks are labour-rights"},
	{name: "more marks than wanted", file: "cases/mine.yaml", new: sheet + "want:\n  marks: [labour-rights, danger]\n", at: "marks:", want: "the marks are labour-rights"},
	{name: "another finding", file: "cases/mine.yaml", new: sheet + "want:\n  findings:\n    labour-adult.exploitation: not-shown\n", at: "labour-adult.exploitation", want: "labour-adult.exploitation is positive"},
	{name: "another result", file: "cases/mine.yaml", new: sheet + "want:\n  findings:\n    labour-adult.means-and-purpose: positive\n", at: "labour-adult.means", want: "labour-adult.means-and-purpose is cannot-be-excluded"},
	{name: "a finding of nobody", file: "cases/mine.yaml", new: sheet + "want:\n  findings:\n    labour-adult.exploit: positive\n", at: "labour-adult.exploit:", want: "no instrument finds labour-adult.exploit"},
	{name: "a finding that is for children only", file: "cases/mine.yaml", new: sheet + "want:\n  findings:\n    labour-child.exploitation: positive\n", at: "labour-child", want: "labour-child.exploitation is not read for this age"},
	{name: "a sheet with an unknown question", file: "cases/mine.yaml", new: sheet + "answers:\n  work.days: many\nwant: {level: indications}\n", at: "work.days", want: "the set has no question \"work.days\""},
	{name: "a sheet with an unknown item", file: "cases/mine.yaml", new: sheet + "answers:\n  work.pay:\n    late: \"yes\"\n    never: \"yes\"\nwant: {level: indications}\n", at: "never:", want: "the question has no item \"never\""},
	{name: "a sheet with an unknown fact", file: "cases/mine.yaml", new: "schema: cesta.answers/1\nindicators:\n  exploitation.hourly: \"yes\"\nwant: {level: indications}\n", at: "exploitation.hourly", want: "the set has no indicator"},
	{name: "a sheet for another set", file: "cases/mine.yaml", new: sheet + "set: cesta@000000000000\nwant: {level: indications}\n", at: "set:", want: "the sheet asks for the set"},
	{name: "a case that wants nothing known", file: "cases/mine.yaml", new: sheet + "want: {score: 7}\n", at: "want:", want: `the key "score" is not known here`},
	{name: "a sheet that is no case", file: "cases/mine.yaml", new: sheet, at: "schema:", want: `the key "want" is missing`},
	{name: "a case that nobody reads", file: "cases/mine.yml", new: sheet, at: "-", want: "does not end in .yaml"},
}
