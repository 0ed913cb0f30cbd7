package report

import (
	"io"
	"strconv"
	"strings"

	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
)

// Questionnaire is a whole interview on paper, blank, to be filled in by hand:
// every question and answer in both languages. What only the officer answers is
// on sheets of its own, which the person does not see.
type Questionnaire struct {
	Set             *indicator.Set
	Pack            *country.Pack
	Interview       *indicator.Interview
	Person, Officer *locale.Words
}

// Keys are the words the paper needs in the language of the person.
func (n Questionnaire) Keys() []string {
	keys := []string{"rights.title", "rights.draft", helpLineKey()}
	for _, q := range asked(n.Set, n.Interview, indicator.Person) {
		keys = append(keys, questionKeys(q)...)
	}
	return keys
}

// Write writes the paper as text in two columns or as HTML.
func (n Questionnaire) Write(w io.Writer, f Format, width int) error {
	return n.page().writeBoth(w, f, width)
}

func (n Questionnaire) page() page {
	b := both{n.Person, n.Officer}
	title := n.Officer.Text("officer.interview." + n.Interview.ID + ".title")
	p := b.page("rights.title", "form")
	p.Title, p.Paper = title, A4
	p.add(inLanguage(n.Officer, head(1, title)))
	p.add(drafted(b, n.Pack.Draft(), n.Keys()...)...)
	p.add(inLanguage(n.Officer, para(n.Officer.Text("officer.paper.questionnaire.about"))))
	numbers := n.numbers()
	p.add(n.part(b, indicator.Person, numbers)...)
	p.add(helpLine(b, n.Pack)...)
	own := both{person: n.Officer, officer: n.Officer}
	sheet := forOfficer(b, head(2, n.Officer.Text("officer.paper.questionnaire.officer")))
	sheet.Blocks = append(sheet.Blocks, n.part(own, indicator.Officer, numbers)...)
	p.add(sheet, filledIn(b))
	return p
}

// inLanguage puts a block into a section of its own language.
func inLanguage(w *locale.Words, blocks ...block) block {
	s := group("", blocks...)
	s.Lang = sideOf(w)
	return s
}

// numbers gives every question its number: first those of the person, then the
// officer's, so that a condition can name either.
func (n Questionnaire) numbers() map[string]string {
	numbers := map[string]string{}
	for _, audience := range []indicator.Audience{indicator.Person, indicator.Officer} {
		for _, q := range asked(n.Set, n.Interview, audience) {
			numbers[q.ID] = strconv.Itoa(len(numbers) + 1)
		}
	}
	return numbers
}

// part is the sections of the interview as far as they ask the audience.
func (n Questionnaire) part(b both, audience indicator.Audience, numbers map[string]string) []block {
	var blocks []block
	for _, sec := range n.Interview.Sections {
		one := *n.Interview
		one.Sections = []indicator.Section{sec}
		questions := asked(n.Set, &one, audience)
		if len(questions) == 0 {
			continue
		}
		level := 2
		if audience == indicator.Officer {
			level = 3
		}
		blocks = append(blocks, inLanguage(n.Officer, head(level, n.Officer.Text("officer.section."+sec.ID))))
		for _, q := range questions {
			blocks = append(blocks, n.question(b, q, level+1, numbers))
		}
	}
	return blocks
}

func (n Questionnaire) question(b both, q *indicator.Question, level int, numbers map[string]string) block {
	title := b.head(level, q.Key()+".ask")
	title.Main = numbers[q.ID] + ". " + title.Main
	if title.Beside != "" {
		title.Beside = numbers[q.ID] + ". " + title.Beside
	}
	blocks := []block{title}
	if q.AskWhen != nil {
		blocks = append(blocks, inLanguage(n.Officer, note(n.Officer.Text("officer.paper.only-if", "value", n.condition(q.AskWhen, numbers)))))
	}
	if q.Caution != "" {
		blocks = append(blocks, b.of(paragraph, cautionKey(q)))
	}
	if q.Kind == indicator.List {
		how := b.of(paragraph, "person.list.how")
		how.Style = "note"
		blocks = append(blocks, how)
	}
	return group("question", append(blocks, answerList(b, q))...)
}

// condition says when a question is asked, by the numbers of questions and
// answers on the paper.
func (n Questionnaire) condition(c *indicator.Condition, numbers map[string]string) string {
	text := func(key string, args ...string) string { return n.Officer.Text("officer.paper."+key, args...) }
	switch {
	case c.Answer != nil:
		return text("only-if.answer", "question", n.named(c.Answer.Question, numbers), "answers", n.numbered(*c.Answer))
	case c.Answered != "":
		return text("only-if.answered", "question", n.named(c.Answered, numbers))
	case c.Shown != "":
		return text("only-if.shown", "fact", n.fact(c.Shown))
	case c.Not != nil:
		return text("only-if.not", "value", n.condition(c.Not, numbers))
	case len(c.All) > 0:
		return n.joined(c.All, text("only-if.and"), numbers)
	}
	return n.joined(c.Any, text("only-if.or"), numbers)
}

func (n Questionnaire) joined(list []indicator.Condition, word string, numbers map[string]string) string {
	parts := make([]string, len(list))
	for i := range list {
		parts[i] = n.condition(&list[i], numbers)
		if inner := &list[i]; len(inner.All)+len(inner.Any) > 1 {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, " "+word+" ")
}

// named is the number of a question, or its text where this interview does not
// ask it.
func (n Questionnaire) named(id string, numbers map[string]string) string {
	if number, ok := numbers[id]; ok {
		return number
	}
	return strconv.Quote(n.Officer.Text(n.Set.Question(id).Key() + ".ask"))
}

// numbered are the numbers of the answers that a condition names.
func (n Questionnaire) numbered(test indicator.AnswerTest) string {
	q := n.Set.Question(test.Question)
	var list []string
	for i, o := range q.Options {
		for _, id := range test.Options {
			if o.ID == id {
				list = append(list, strconv.Itoa(i+1))
			}
		}
	}
	return strings.Join(list, " / ")
}

// fact names a fact, or the first one of a family.
func (n Questionnaire) fact(id string) string {
	var names []string
	for _, one := range n.Set.Expand(id) {
		names = append(names, n.Officer.Text("officer.indicator."+one))
	}
	return strings.Join(names, "; ")
}
