package indicator

import (
	"fmt"
	"slices"

	"cesta/internal/strict"
)

// This file is the one place that says which keys the files of a set have.

// header is set.yaml.
type header struct {
	id, version string
}

func headerFields(h *header) strict.Value {
	return strict.Object(nil,
		strict.Req("id", strict.ID(&h.id), "the id of the set, such as cesta"),
		strict.Req("version", strict.Line(&h.version), "the version of the set, such as 0.1.0"),
	)
}

func vocabularyFields(list *[]Indicator) strict.Value {
	return strict.List(list, func(i *Indicator) strict.Value {
		return strict.Object(&i.Pos,
			strict.Req("id", strict.ID(&i.ID), "phase.means.fact, such as destination.coerced.documents"),
			strict.Req("fact", strict.ID(&i.Fact), "what happened in the world, such as passport; indicators with one fact count once"),
		)
	})
}

// rawQuestion is a question as it is written, before yes-no questions get
// their two options.
type rawQuestion struct {
	Question
	shows, denies []string
	situation     string
	items         []Option
	yes           []strict.Entry[string]
	no            []strict.Entry[string]
	leaves        leaves // no
	yesLeaves     leaves
}

type leaves string

func questionFields(list *[]rawQuestion) strict.Value {
	return strict.List(list, func(q *rawQuestion) strict.Value {
		return strict.Checked(strict.Object(&q.Pos,
			strict.Req("id", strict.ID(&q.ID), "the id of the question"),
			strict.Req("kind", strict.Enum(&q.Kind, YesNo, Choice, List), "yes-no, choice or list"),
			strict.Req("audience", strict.Enum(&q.Audience, Person, Officer), "person: asked; officer: observed and never read aloud"),
			strict.Req("sensitivity", strict.Enum(&q.Sensitivity, Low, Medium, High), "low, medium or high"),
			strict.Req("source", strict.Line(&q.Source), "where the question comes from, or project"),
			strict.Opt("caution", strict.ID(&q.Caution), "a text that is shown before the question is asked"),
			strict.Opt("ask-when", conditionOf(&q.AskWhen), "when the question is asked; without it always"),
			strict.Opt("episode", strict.Bool(&q.Episode), "the question belongs to one place of work and is asked again for each further one"),
			strict.Opt("noted", strict.Bool(&q.Noted), "the officer's own answer stands in the note on the talk"),
			strict.Opt("shows", strict.IDs(&q.shows), "yes-no: the indicators that yes shows and no denies"),
			strict.Opt("no-denies", strict.List(&q.denies, strict.Family), "yes-no: what no denies besides"),
			strict.Opt("yes-leaves", strict.Enum(&q.yesLeaves, "unknown"), "yes-no: yes closes questions and on purpose leaves open what they would show"),
			strict.Opt("no-leaves", strict.Enum(&q.leaves, "unknown"), "yes-no: no closes questions and on purpose leaves open what they would show"),
			strict.Opt("situation", strict.ID(&q.situation), "yes-no: a fact for duties that the answer sets"),
			strict.Opt("yes-condition", conditionsOf(&q.yes), "yes-no: conditions of the talk that yes sets"),
			strict.Opt("no-condition", conditionsOf(&q.no), "yes-no: conditions of the talk that no sets"),
			strict.Opt("options", optionFields(&q.Options), "choice: the answers"),
			strict.Opt("items", optionFields(&q.items), "list: the items under the one stem"),
		), func(n strict.Node) { q.finish(n) })
	})
}

func conditionsOf(dst *[]strict.Entry[string]) strict.Value {
	return strict.Map(dst, strict.ID, strict.ID)
}

func optionFields(list *[]Option) strict.Value {
	return strict.List(list, func(o *Option) strict.Value {
		var l leaves
		return strict.Checked(strict.Object(&o.Pos,
			strict.Req("id", strict.ID(&o.ID), "the id of the option"),
			strict.Opt("shows", strict.IDs(&o.Shows), "indicators that this answer shows"),
			strict.Opt("denies", strict.List(&o.Denies, strict.Family), "indicators or families that this answer denies"),
			strict.Opt("leaves", strict.Enum(&l, "unknown", "open"), "unknown: the answer closes questions and on purpose leaves open what they would show; open: the answer does not settle its question"),
			strict.Opt("age", strict.Enum(&o.Age, "adult", "child", "unsure"), "what the answer says about age"),
			strict.Opt("situation", strict.ID(&o.Situation), "a fact for duties that the answer makes true"),
			strict.Opt("condition", conditionsOf(&o.Conditions), "conditions of the talk that the answer sets"),
			strict.Opt("doubt", strict.Bool(&o.Doubt), "the option is a coded reason of the officer's doubt"),
			strict.Opt("discloses", strict.Bool(&o.Discloses), "the person has begun to tell what was done to them; a child is asked nothing more"),
		), func(strict.Node) { o.LeavesUnknown, o.LeavesOpen = l == "unknown", l == "open" })
	})
}

// finish moves what the author wrote into the one shape of Question.
func (q *rawQuestion) finish(n strict.Node) {
	single := len(q.shows) > 0 || len(q.denies) > 0 || q.situation != "" || len(q.yes) > 0 || len(q.no) > 0 || q.leaves != "" || q.yesLeaves != ""
	switch {
	case q.Kind == YesNo && (len(q.Options) > 0 || len(q.items) > 0):
		n.Fail("a yes-no question has options", "remove them or write kind: choice")
	case q.Kind == Choice && (len(q.Options) < 2 || len(q.items) > 0 || single):
		n.Fail("a choice needs at least two options and no items, shows or no-denies", "write them under options")
	case q.Kind == List && (len(q.items) < 2 || len(q.Options) > 0 || single):
		n.Fail("a list needs at least two items and no options, shows or no-denies", "write them under items")
	case q.Kind == List:
		q.Options = q.items
	case q.Kind == YesNo:
		q.Options = []Option{
			{Pos: q.Pos, ID: "yes", Shows: q.shows, LeavesUnknown: q.yesLeaves == "unknown", Situation: q.situation, Conditions: q.yes},
			{Pos: q.Pos, ID: "no", Denies: q.noDenies(), LeavesUnknown: q.leaves == "unknown", Conditions: q.no},
		}
	}
}

// noDenies: "no" denies what the question names; what an officer did not
// observe denies nothing.
func (q *rawQuestion) noDenies() []string {
	if q.Audience == Officer {
		return nil
	}
	return slices.Concat(q.shows, q.denies)
}

func conditionOf(dst **Condition) strict.Value {
	return strict.Named("condition", func() strict.Value {
		c := &Condition{}
		*dst = c
		return conditionFields(c)
	})
}

func conditionFields(c *Condition) strict.Value {
	var answer []strict.Entry[[]string]
	return strict.Checked(strict.OneOf(&c.Pos,
		strict.Opt("answer", strict.Map(&answer, strict.ID, func(o *[]string) strict.Value { return strict.IDs(o) }), "one question with the options that make this true"),
		strict.Opt("answered", strict.ID(&c.Answered), "a question that has any answer"),
		strict.Opt("shown", strict.Family(&c.Shown), "an indicator or family that an answer shows"),
		strict.Opt("all", strict.List(&c.All, namedCondition), "every one of these"),
		strict.Opt("any", strict.List(&c.Any, namedCondition), "at least one of these"),
		strict.Opt("not", conditionOf(&c.Not), "the opposite"),
	), func(n strict.Node) {
		switch {
		case len(answer) > 1:
			n.Fail("answer names several questions", "write one, and join several with any or all")
		case len(answer) == 1:
			c.Answer = &AnswerTest{answer[0].Key, answer[0].Val}
		case c.Text() == emptyCondition:
			n.Fail("answer names no question", "write for example {answer: {work.began: [\"yes\"]}}")
		}
	})
}

func namedCondition(c *Condition) strict.Value {
	return strict.Named("condition", func() strict.Value { return conditionFields(c) })
}

func instrumentFields(i *Instrument) strict.Value {
	return strict.Object(&i.Pos,
		strict.Req("id", strict.ID(&i.ID), "the id; it carries no owner's name"),
		strict.Req("source", provenanceFields(&i.Source), "where the instrument comes from"),
		strict.Req("state", strict.Enum(&i.State, Draft, Reviewed, Approved), "draft, reviewed or approved"),
		strict.Req("fidelity", strict.Enum(&i.Fidelity, Official, Secondary, Project), "official: compared with the owner's text; secondary: from a transcription; project: ours"),
		strict.Req("validated", validationFields(&i.Validated), "what is known of its accuracy"),
		strict.Req("mode", strict.Enum(&i.Mode, Ask, Observe, Integrate), "ask, observe or integrate"),
		strict.Req("applies", appliesFields(i), "for whom it is meant"),
		strict.Req("dimensions", strict.List(&i.Dimensions, dimensionFields), "groups of indicators"),
		strict.Opt("results", strict.List(&i.Results, resultFields), "rules over the dimensions"),
		strict.Opt("items", strict.List(&i.Items, itemFields), "the published items and our reading of them"),
	)
}

func provenanceFields(p *Provenance) strict.Value {
	return strict.Object(&p.Pos,
		strict.Req("title", strict.Line(&p.Title), "title of the source"),
		strict.Req("publisher", strict.Line(&p.Publisher), "who published it, or project"),
		strict.Opt("year", strict.Date(&p.Year), "year of publication"),
		strict.Opt("ref", strict.Line(&p.Ref), "reference or number"),
		strict.Req("checked", checkedDate(&p.Checked), "date on which a person compared it with the source, or never"),
		strict.Opt("checked-by", strict.Line(&p.CheckedBy), "who compared it"),
	)
}

func checkedDate(dst *string) strict.Value {
	return strict.Checked(strict.Line(dst), func(n strict.Node) {
		if *dst != "never" && !strict.IsDate(*dst) {
			n.Fail(fmt.Sprintf("%q is neither a date nor never", *dst), `write a date in quotes such as "2026-11-23", or never`)
		}
	})
}

func validationFields(v *Validation) strict.Value {
	return strict.Object(&v.Pos,
		strict.Req("population", strict.Line(&v.Population), "the people it was tried on, or none"),
		strict.Opt("counts", strict.Line(&v.Counts), "the published result as counts"),
		strict.Opt("note", strict.Line(&v.Note), "what a reader must know"),
	)
}

func appliesFields(i *Instrument) strict.Value {
	type age = string
	return strict.Object(nil,
		strict.Req("age", strict.Enum((*age)(&i.Age), "adult", "child"), "adult sets run at every age, child sets for a child or unsure"),
		strict.Opt("forms", strict.IDs(&i.Forms), "a label; it switches nothing off"),
	)
}

func dimensionFields(d *Dimension) strict.Value {
	return strict.Object(&d.Pos,
		strict.Req("id", strict.ID(&d.ID), "the id of the dimension"),
		strict.Req("element", strict.Enum(&d.Element, ElementAct, ElementMeans, ElementPurpose, ElementOther), "act, means, purpose or other"),
		strict.Req("weights", strict.Map(&d.Weights, strict.ID, weightValue), "the indicators and their weights"),
		strict.Opt("positive-when", strict.List(&d.PositiveWhen, clauseFields), "alternatives; without any the dimension is shown and never positive"),
	)
}

type weightWord string

var weightWords = []weightWord{"item", "weak", "medium", "strong"}

func weightValue(w *Weight) strict.Value {
	var one weightWord
	var pair []weightWord
	read := func(dst *weightWord) strict.Value { return strict.Enum(dst, weightWords...) }
	level := func(word weightWord) Level { return Level(slices.Index(weightWords, word)) }
	return strict.Checked(strict.Either(read(&one), strict.List(&pair, read), nil), func(n strict.Node) {
		switch {
		case one != "":
			*w = Weight{level(one), level(one)}
		case len(pair) != 2 || level(pair[0]) >= level(pair[1]):
			n.Fail("a doubtful weight is not a pair from low to high", "write for example [weak, medium]")
		default:
			*w = Weight{level(pair[0]), level(pair[1])}
		}
	})
}

func clauseFields(c *Clause) strict.Value {
	count := func(dst *int) strict.Value { return strict.Int(dst, 1, 99) }
	return strict.Checked(strict.Object(&c.Pos,
		strict.Opt("strong", count(&c.Strong), "at least so many strong"),
		strict.Opt("medium", count(&c.Medium), "at least so many medium or strong"),
		strict.Opt("weak", count(&c.Weak), "at least so many weak, medium or strong"),
		strict.Opt("items", count(&c.Items), "at least so many of any weight"),
	), func(n strict.Node) {
		if c.Strong+c.Medium+c.Weak+c.Items == 0 {
			n.Fail("the clause counts nothing and would always hold", "write for example {strong: 1, items: 2}")
		}
	})
}

func resultFields(r *Result) strict.Value {
	return strict.Object(&r.Pos,
		strict.Req("id", strict.ID(&r.ID), "the id of the result"),
		strict.Req("when", namedExpr(&r.When), "the rule"),
		strict.Opt("reaches", strict.Enum(&r.Reaches, Levels...), "the level it reaches; project instruments only"),
		strict.Opt("marks", strict.List(&r.Marks, func(m *string) strict.Value { return strict.Enum(m, Marks...) }), "the marks it sets; project instruments only"),
	)
}

func namedExpr(e *Expr) strict.Value {
	return strict.Named("rule", func() strict.Value { return exprFields(e) })
}

func exprFields(e *Expr) strict.Value {
	possible, distinct := &Expr{}, &Distinct{}
	return strict.Checked(strict.Either(strict.ID(&e.Dimension), nil, strict.OneOf(&e.Pos,
		strict.Opt("present", strict.ID(&e.Present), "at least one item of this dimension is yes"),
		strict.Opt("all", strict.List(&e.All, namedExpr), "every one of these"),
		strict.Opt("any", strict.List(&e.Any, namedExpr), "at least one of these"),
		strict.Opt("possible", namedExpr(possible), "holds when everything open is taken as yes"),
		strict.Opt("open", strict.IDs(&e.Open), "a core question for one of these dimensions is open"),
		strict.Opt("distinct", distinctFields(distinct), "present items that rest on different facts"),
		strict.Opt("age", strict.Enum(&e.Age, "child"), "the person is or may be a child"),
		strict.Opt("doubt", strict.Bool(&e.Doubt), "the officer has given a coded reason of doubt"),
	)), func(n strict.Node) {
		e.Pos = n.Pos()
		if possible.Pos.Line > 0 {
			e.Possible = possible
		}
		if distinct.Facts > 0 {
			e.Distinct = distinct
		}
	})
}

func distinctFields(d *Distinct) strict.Value {
	return strict.Object(nil,
		strict.Req("facts", strict.Int(&d.Facts, 2, 9), "at least so many different facts"),
		strict.Req("of", strict.IDs(&d.Of), "one present item of each of these dimensions"),
	)
}

func itemFields(i *Item) strict.Value {
	return strict.Object(&i.Pos,
		strict.Req("ref", strict.Line(&i.Ref), "the published number"),
		strict.Req("class", strict.Enum(&i.Class, "control", "condition", "context"), "this project's class of the item"),
		strict.Opt("indicators", strict.IDs(&i.Indicators), "the indicators that carry it"),
		strict.Opt("note", strict.Line(&i.Note), "why it is read so"),
	)
}

func interviewFields(iv *Interview) strict.Value {
	return strict.Object(&iv.Pos,
		strict.Req("id", strict.ID(&iv.ID), "the id of the interview"),
		strict.Req("mode", strict.Enum(&iv.Mode, Ask, Observe), "ask the person, or observe only"),
		strict.Req("minutes", strict.Int(&iv.Minutes, 1, 600), "the time it takes, in minutes"),
		strict.Req("reassures", strict.Bool(&iv.Reassures), "whether nothing-reported can be reached"),
		strict.Req("sections", strict.List(&iv.Sections, sectionFields), "the sections in order"),
		strict.Opt("core", strict.At(&iv.CorePos, strict.IDs(&iv.Core)), "questions without which nothing can be said"),
		strict.Opt("episodes", strict.Bool(&iv.Episodes), "whether further places of work are asked about, one by one"),
		strict.Opt("leads-to", strict.ID(&iv.LeadsTo), "the interview that goes on where this one settles nothing"),
		strict.Opt("situation", strict.IDs(&iv.Situation), "facts for duties that hold whenever this interview is held"),
		strict.Opt("next-person", strict.Bool(&iv.NextPerson), "another person usually follows at once"),
		strict.Opt("second-talk", strict.Int(&iv.SecondTalk, 1, 60), "after how many days a second talk is due at the latest"),
		strict.Opt("reads", strict.IDs(&iv.Reads), "instruments that the interview reads out item by item; only those of mode ask"),
	)
}

func sectionFields(s *Section) strict.Value {
	return strict.Object(&s.Pos,
		strict.Req("id", strict.ID(&s.ID), "the id of the section"),
		strict.Req("stage", strict.Enum(&s.Stage, Stages...), "ready, triage, questions or observations"),
		strict.Req("questions", strict.IDs(&s.Questions), "the questions in order"),
	)
}
