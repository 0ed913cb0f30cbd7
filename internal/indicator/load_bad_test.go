package indicator_test

import (
	"errors"
	"maps"
	"testing"
	"testing/fstest"

	"cesta/internal/indicator"
	"cesta/internal/strict"

	"github.com/google/go-cmp/cmp"
)

// good is the smallest set that loads; each case changes one file of it.
func good() fstest.MapFS {
	files := map[string]string{
		"set.yaml":             "id: small\nversion: 0.1.0\n",
		"vocabulary/v.yaml":    "- {id: exploitation.pay, fact: pay}\n- {id: context.poverty, fact: poverty}\n",
		"questions/a.yaml":     "- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n",
		"questions/seen.yaml":  "- {id: seen, kind: yes-no, audience: officer, sensitivity: low, source: project}\n",
		"instruments/i.yaml":   "id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"interviews/full.yaml": "id: full\nmode: ask\nminutes: 10\nreassures: true\nsections:\n  - {id: work, stage: questions, questions: [pay.kept]}\ncore: [pay.kept]\n",
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestTheSmallestSetLoads(t *testing.T) {
	if _, err := indicator.Load(good()); err != nil {
		t.Fatal(err)
	}
}

// TestBadFiles holds one planted fault a case and the exact message, because
// the message is what an author who knows no Go works with.
func TestBadFiles(t *testing.T) {
	for _, c := range badFiles {
		t.Run(c.name, func(t *testing.T) {
			fsys := maps.Clone(good())
			fsys[c.file] = &fstest.MapFile{Data: []byte(c.text)}
			_, err := indicator.Load(fsys)
			var problems strict.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("Load gave %v, not problems", err)
			}
			if diff := cmp.Diff(c.want, problems[0].Error()); diff != "" {
				t.Errorf("message (-want +got):\n%s", diff)
			}
		})
	}
}

var badFiles = []struct{ name, file, text, want string }{
	{
		"an unknown key is named with the likely one",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audence: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:3:3: the key \"audence\" is not known here; did you mean audience?",
	},
	{
		"an unknown key without a likely one lists the known ones",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay, colour: red}\n",
		"vocabulary/v.yaml:1:37: the key \"colour\" is not known here; known keys: id, fact",
	},
	{
		"a key that stands twice is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  kind: list\n",
		"questions/a.yaml:7:3: the key \"kind\" stands twice (first in line 2); keep one of them",
	},
	{
		"a missing key is named with its meaning",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  source: project\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:1:3: the key \"sensitivity\" is missing; add it: low, medium or high",
	},
	{
		"a null is a missing value",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source:\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:10: a value is missing; write one or remove the key",
	},
	{
		"an alias is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: *other\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:1:1: not readable as YAML: unknown anchor 'other' referenced; write the content out; anchors and aliases are not allowed",
	},
	{
		"an anchor is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: &here project\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:11: an anchor (&here) stands here; remove it; anchors and aliases are not allowed",
	},
	{
		"a tag is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: !!str project\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:11: a tag (!!str) stands here; remove it; write a plain value",
	},
	{
		"a second document is refused",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay}\n---\n- {id: exploitation.hours, fact: hours}\n",
		"vocabulary/v.yaml:2:1: the file holds a second document; remove the line --- or make it a file of its own",
	},
	{
		"an empty file is refused",
		"vocabulary/v.yaml",
		"# nothing\n",
		"vocabulary/v.yaml:1:1: the file is empty; write its content or remove the file",
	},
	{
		"an escape character is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: \"\\e[2Jproject\"\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:11: the text holds a control character (U+001B); remove it; the program sets direction and layout itself",
	},
	{
		"a direction override is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: \"pro\\u202eject\"\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:11: the text holds a direction override (U+202E); remove it; the program sets direction and layout itself",
	},
	{
		"a direction isolate is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: \"pro\\u2066ject\"\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:11: the text holds a direction isolate (U+2066); remove it; the program sets direction and layout itself",
	},
	{
		"invalid UTF-8 is refused with its place",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: pro\xffject\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:14: the text is not valid UTF-8; save the file as UTF-8",
	},
	{
		"broken YAML says where",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: [yes-no\n  audience: person\n",
		"questions/a.yaml:1:1: not readable as YAML: did not find expected ',' or ']'; check indentation, quotes and colons near this line",
	},
	{
		"a number where text is wanted is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: 2009\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:11: \"2009\" is read as a number; write a line of text, in quotes",
	},
	{
		"true where text is wanted is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: true\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:5:11: \"true\" is read as true or false; write a line of text, in quotes",
	},
	{
		"a list where a mapping is wanted is refused",
		"questions/a.yaml",
		"- [pay.kept]\n",
		"questions/a.yaml:1:3: here stands a list; write a mapping with id, kind, audience, sensitivity, source, caution, ask-when, episode, noted, shows, no-denies, yes-leaves, no-leaves, situation, yes-condition, no-condition, options, items",
	},
	{
		"a mapping where a list is wanted is refused",
		"vocabulary/v.yaml",
		"id: exploitation.pay\n",
		"vocabulary/v.yaml:1:1: here stands a mapping; write a list: each element behind a hyphen, or in [ ]",
	},
	{
		"an empty list is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: []\n",
		"questions/a.yaml:6:10: the list is empty; write at least one element or remove the key",
	},
	{
		"an id with a capital is refused",
		"questions/a.yaml",
		"- id: Pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:1:7: \"Pay.kept\" is not an id; use lower-case letters, digits, dots and hyphens",
	},
	{
		"an unknown word lists the known ones",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yesno\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n",
		"questions/a.yaml:2:9: \"yesno\" is not known here; write one of yes-no, choice, list",
	},
	{
		"a yes-no question with options is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  options: [{id: a}, {id: b}]\n",
		"questions/a.yaml:1:3: a yes-no question has options; remove them or write kind: choice",
	},
	{
		"a choice with one option is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: choice\n  audience: person\n  sensitivity: low\n  source: project\n  options: [{id: only}]\n",
		"questions/a.yaml:1:3: a choice needs at least two options and no items, shows or no-denies; write them under options",
	},
	{
		"a list without items is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: list\n  audience: person\n  sensitivity: low\n  source: project\n",
		"questions/a.yaml:1:3: a list needs at least two items and no options, shows or no-denies; write them under items",
	},
	{
		"an unknown indicator is named with the likely one",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [destination.pay]\n",
		"questions/a.yaml:1:3: the indicator destination.pay is not known; add it to vocabulary/ or correct the id (did you mean exploitation.pay?)",
	},
	{
		"an unknown family is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  no-denies: [sorrow.*]\n",
		"questions/a.yaml:1:3: the family sorrow.* has no indicator; correct it or remove it",
	},
	{
		"an indicator of no known kind is refused",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay}\n- {id: sorrow.deep, fact: sorrow}\n",
		"vocabulary/v.yaml:2:3: the indicator sorrow.deep is of no known kind; begin it with one of recruitment, destination, exploitation, form, act, control, danger, need, violence, fear, context",
	},
	{
		"an indicator that stands twice names the first place",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay}\n- {id: exploitation.pay, fact: wages}\n",
		"vocabulary/v.yaml:2:3: the indicator exploitation.pay stands twice (first in vocabulary/v.yaml:1:3); give one of them another id",
	},
	{
		"a form without its phase is refused",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay}\n- {id: form.begging, fact: begging}\n",
		"vocabulary/v.yaml:2:3: the form form.begging does not say whether it is expected or has occurred; end it in .expected or .occurred",
	},
	{
		"nationality is refused",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay}\n- {id: context.nationality, fact: passport}\n",
		"vocabulary/v.yaml:2:3: the id context.nationality refers to what a person is (nationality); rules look at what was done to a person; rename or remove it",
	},
	{
		"religion is refused",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay}\n- {id: recruitment.vulnerability.religion, fact: beliefs}\n",
		"vocabulary/v.yaml:2:3: the id recruitment.vulnerability.religion refers to what a person is (religion); rules look at what was done to a person; rename or remove it",
	},
	{
		"a fact that is nationality is refused",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: nationality}\n",
		"vocabulary/v.yaml:1:3: the id nationality refers to what a person is (nationality); rules look at what was done to a person; rename or remove it",
	},
	{
		"selling sex as such is refused",
		"vocabulary/v.yaml",
		"- {id: exploitation.pay, fact: pay}\n- {id: context.sells-sex, fact: selling}\n",
		"vocabulary/v.yaml:2:3: the id context.sells-sex refers to what a person is (sex); rules look at what was done to a person; rename or remove it",
	},
	{
		"an observation that denies is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: choice\n  audience: officer\n  sensitivity: low\n  source: project\n  options:\n    - {id: seen, shows: [exploitation.pay]}\n    - {id: not-seen, denies: [exploitation.pay]}\n",
		"questions/a.yaml:8:7: the observation pay.kept denies exploitation.pay; remove denies: what was not observed is not thereby absent",
	},
	{
		"an option may not take the name of a fixed answer",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: choice\n  audience: person\n  sensitivity: low\n  source: project\n  options:\n    - {id: taken, shows: [exploitation.pay]}\n    - {id: unknown}\n",
		"questions/a.yaml:8:7: the option unknown of pay.kept is a fixed answer; every question takes it by itself; remove the option",
	},
	{
		"more options than keys are refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: choice\n  audience: person\n  sensitivity: low\n  source: project\n  options: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}]\n",
		"questions/a.yaml:1:3: the question pay.kept has 8 options; a screen numbers 7; split the question",
	},
	{
		"an unknown situation is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  situation: tired\n",
		"questions/a.yaml:1:3: the situation tired is not known; known are eu-citizen, detained, suspected, asked-for-asylum, diplomat-employer",
	},
	{
		"an unknown condition of the talk is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  yes-condition: {room: warm}\n",
		"questions/a.yaml:7:19: the condition room: warm is not known; write for example alone: \"yes\" or interpreter: independent",
	},
	{
		"a doubt that is not the officer's is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: choice\n  audience: person\n  sensitivity: low\n  source: project\n  options: [{id: a, doubt: true}, {id: b}]\n",
		"questions/a.yaml:6:13: the doubt a of pay.kept is not the officer's; write audience: officer",
	},
	{
		"a condition with two tests is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  ask-when: {answered: pay.kept, shown: exploitation.pay}\n",
		"questions/a.yaml:7:13: here stand 2 keys; write exactly one of answer, answered, shown, all, any, not",
	},
	{
		"a condition on an unknown question is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  ask-when: {answered: pay.lost}\n",
		"questions/a.yaml:7:13: the question pay.lost, named in ask-when of pay.kept, is not known; correct the id",
	},
	{
		"a condition on an unknown option is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n- id: pay.more\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  ask-when: {answer: {pay.kept: [perhaps]}}\n",
		"questions/a.yaml:12:13: the question pay.kept has no option perhaps; correct the option",
	},
	{
		"a question that waits for itself is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  ask-when: {answered: pay.kept}\n",
		"questions/a.yaml:7:13: the question pay.kept waits for itself; name an earlier question",
	},
	{
		"a question that waits for a later one is refused",
		"questions/a.yaml",
		"- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n  ask-when: {answered: pay.late}\n- id: pay.late\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n",
		"questions/a.yaml:7:13: the question pay.kept waits for pay.late, which the interview full has not asked by then; ask pay.late before it in interviews/full.yaml",
	},
	{
		"a question that may find a child, and no interview for one",
		"questions/seen.yaml",
		"- {id: seen, kind: choice, audience: officer, sensitivity: low, source: project, options: [{id: young, age: child}, {id: old, age: adult}]}\n",
		"questions/seen.yaml:1:3: the question seen can tell that the person may be a child, and no interview is there for a child; add an interview with the id child and mode: ask, which asks only what keeps a child safe",
	},
	{
		"a secondary instrument that reaches a level is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: secondary\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"instruments/i.yaml:11:5: the result found of grounds reaches a level although its fidelity is secondary; remove reaches and marks, or state the rule in a project instrument",
	},
	{
		"a rule that reaches nothing-reported is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: exploitation, reaches: nothing-reported}\n",
		"instruments/i.yaml:11:5: the result found reaches nothing-reported; only indications and strong-indications can be reached by a rule",
	},
	{
		"an unknown weight is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: heavy}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"instruments/i.yaml:9:70: \"heavy\" is not known here; write one of item, weak, medium, strong",
	},
	{
		"a range from high to low is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: [medium, weak]}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"instruments/i.yaml:9:70: a doubtful weight is not a pair from low to high; write for example [weak, medium]",
	},
	{
		"a clause that always holds is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}, positive-when: [{}]}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"instruments/i.yaml:9:95: the clause counts nothing and would always hold; write for example {strong: 1, items: 2}",
	},
	{
		"negation does not exist in rules",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: {not: exploitation}, reaches: indications}\n",
		"instruments/i.yaml:11:24: the key \"not\" is not known here; known keys: present, all, any, possible, open, distinct, age, doubt",
	},
	{
		"a rule over an unknown dimension is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: {all: [coercion]}, reaches: indications}\n",
		"instruments/i.yaml:11:30: the rule names coercion, which is no dimension of grounds; name a dimension of this instrument",
	},
	{
		"a rule over a dimension that can never be positive is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"instruments/i.yaml:11:23: the dimension exploitation can never be positive; give the dimension positive-when, or write {present: exploitation}",
	},
	{
		"context in a dimension is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium, context.poverty: weak}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"instruments/i.yaml:9:78: context.poverty stands in the dimension exploitation; remove it: context never counts, and violence outside the means of trafficking is no means",
	},
	{
		"a checked date that is no date is refused",
		"instruments/i.yaml",
		"id: grounds\nsource: {title: Rules, publisher: project, checked: soon}\nstate: draft\nfidelity: project\nvalidated: {population: none}\nmode: integrate\napplies: {age: adult}\ndimensions:\n  - {id: exploitation, element: purpose, weights: {exploitation.pay: medium}, positive-when: [{items: 1}]}\nresults:\n  - {id: found, when: exploitation, reaches: indications}\n",
		"instruments/i.yaml:2:53: \"soon\" is neither a date nor never; write a date in quotes such as \"2026-11-23\", or never",
	},
	{
		"an interview that asks an unknown question is refused",
		"interviews/full.yaml",
		"id: full\nmode: ask\nminutes: 10\nreassures: true\nsections:\n  - {id: work, stage: questions, questions: [pay.kept, pay.lost]}\ncore: [pay.kept]\n",
		"interviews/full.yaml:6:5: the question pay.lost, named in the interview full, is not known; correct the id",
	},
	{
		"an interview that asks twice is refused",
		"interviews/full.yaml",
		"id: full\nmode: ask\nminutes: 10\nreassures: true\nsections:\n  - {id: work, stage: questions, questions: [pay.kept, pay.kept]}\ncore: [pay.kept]\n",
		"interviews/full.yaml:6:5: the interview full asks pay.kept twice; keep one",
	},
	{
		"a core question that is not asked is refused",
		"interviews/full.yaml",
		"id: full\nmode: ask\nminutes: 10\nreassures: true\nsections:\n  - {id: work, stage: questions, questions: [pay.kept]}\ncore: [pay.kept, pay.lost]\n",
		"interviews/full.yaml:7:7: the core question pay.lost is not asked in the interview full; add it to a section or remove it from core",
	},
	{
		"a stage out of order is refused",
		"interviews/full.yaml",
		"id: full\nmode: ask\nminutes: 10\nreassures: true\nsections:\n  - {id: work, stage: questions, questions: [pay.kept]}\n  - {id: first, stage: ready, questions: [seen]}\ncore: [pay.kept]\n",
		"interviews/full.yaml:7:5: the section first of stage ready comes too late; order the sections: ready, triage, questions, observations",
	},
	{
		"an observation interview that asks the person is refused",
		"interviews/full.yaml",
		"id: full\nmode: observe\nminutes: 10\nreassures: true\nsections:\n  - {id: work, stage: questions, questions: [pay.kept]}\ncore: [pay.kept]\n",
		"interviews/full.yaml:6:5: the observation interview full asks the person pay.kept; remove it or write mode: ask",
	},
	{
		"minutes out of range are refused",
		"interviews/full.yaml",
		"id: full\nmode: ask\nminutes: 0\nreassures: true\nsections:\n  - {id: work, stage: questions, questions: [pay.kept]}\ncore: [pay.kept]\n",
		"interviews/full.yaml:3:10: 0 is out of range; write a whole number from 1 to 600",
	},
}
