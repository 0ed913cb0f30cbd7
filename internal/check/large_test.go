package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"cesta/internal/check"
	"cesta/internal/indicator"
)

// large is a set of n questions in files of a thousand, made by question and
// fact, with a text for each and a test case.
func large(n int, question func(i int) string) fstest.MapFS {
	built := map[string]*strings.Builder{}
	write := func(name, text string) {
		if built[name] == nil {
			built[name] = &strings.Builder{}
		}
		built[name].WriteString(text)
	}
	write("set.yaml", "id: large\nversion: 0.1.0\n")
	var ids, weights, texts strings.Builder
	for i := range n {
		file := fmt.Sprintf("%d.yaml", i/1000)
		write("vocabulary/"+file, fmt.Sprintf("- {id: exploitation.f%d, fact: f%d}\n", i, i))
		write("questions/"+file, question(i))
		fmt.Fprintf(&ids, "q%d, ", i)
		fmt.Fprintf(&weights, "      exploitation.f%d: medium\n", i)
		fmt.Fprintf(&texts, "  question.q%d.ask: What about %d?\n  officer.question.q%d.why: because\n  officer.question.q%d.how: kindly\n  officer.indicator.exploitation.f%d: fact %d\n", i, i, i, i, i, i)
	}
	list := strings.TrimSuffix(ids.String(), ", ")
	write("instruments/i.yaml", "id: many\nsource: {title: Many, publisher: project, checked: never}\nstate: draft\nfidelity: project\nvalidated: {population: none, note: made for a test}\nmode: integrate\napplies: {age: adult}\n"+
		"dimensions:\n  - id: all\n    element: purpose\n    weights:\n"+weights.String()+"    positive-when: [{medium: 3}]\nresults:\n  - {id: found, when: all, reaches: indications}\n")
	write("interviews/full.yaml", "id: full\nmode: ask\nminutes: 600\nreassures: true\nsections:\n  - {id: all, stage: questions, questions: ["+list+"]}\ncore: ["+list+"]\n")
	write("locales/en.yaml", "language: en\nbundle: set large\nstate: draft\nreview-by: nobody yet\nwords:\n  officer.instrument.many.title: Many\n  officer.instrument.many.dimension.all: All\n  officer.instrument.many.result.found: Found\n  officer.interview.full.title: Full\n  officer.interview.full.about: All of it\n  officer.section.all: All\n"+texts.String())
	write("cases/one.yaml", "schema: cesta.answers/1\nage: adult\ninterview: full\nanswers: {q0: \"yes\", q1: \"yes\", q2: \"yes\"}\nwant: {level: indications, marks: none}\n")
	files := fstest.MapFS{}
	for name, text := range built {
		files[name] = &fstest.MapFile{Data: []byte(text.String())}
	}
	return files
}

// chained is a sound question: each waits for the one before.
func chained(i int) string {
	when := ""
	if i > 0 {
		when = fmt.Sprintf("ask-when: {answer: {q%d: [\"yes\"]}}, ", i-1)
	}
	return fmt.Sprintf("- {id: q%d, kind: yes-no, audience: person, sensitivity: low, source: project, %sshows: [exploitation.f%d], no-leaves: unknown}\n", i, when, i)
}

const many = 10_000

func TestTenThousandQuestionsAreCheckedToTheEnd(t *testing.T) {
	for _, p := range checked(t, large(many, chained)) {
		t.Fatal(p)
	}
}

func BenchmarkTenThousandQuestions(b *testing.B) {
	files := large(many, chained)
	for b.Loop() {
		if ps := checked(b, files); len(ps) > 0 {
			b.Fatal(ps[0])
		}
	}
}

// TestHardSetsEnd holds sets made to take long. Each must end, in an error or in
// a report; this test has no clock but that of the go command.
func TestHardSetsEnd(t *testing.T) {
	const n = 1100
	yesNo := func(i int, more string) string {
		return fmt.Sprintf("- {id: q%d, kind: yes-no, audience: person, sensitivity: low, source: project, shows: [exploitation.f%d]%s}\n", i, i, more)
	}
	for _, c := range []struct {
		name     string
		question func(i int) string
		want     string
	}{
		{"every question waits for every fact", func(i int) string {
			if i == 0 {
				return yesNo(i, "")
			}
			return yesNo(i, ", ask-when: {shown: exploitation.*}")
		}, "stand for"},
		{"every question denies every fact", func(i int) string { return yesNo(i, ", no-denies: [exploitation.*]") }, "stand for"},
		{"one cycle of all", func(i int) string {
			return yesNo(i, fmt.Sprintf(", ask-when: {answered: q%d}", (i+1)%n))
		}, "wait for each other"},
		{"a ladder in which every way leads on", func(i int) string {
			if i < 2 {
				return yesNo(i, "")
			}
			at := i - i%2
			return yesNo(i, fmt.Sprintf(", ask-when: {any: [{answer: {q%d: [\"yes\"]}}, {answer: {q%d: [\"yes\"]}}]}", at-2, at-1))
		}, ""},
		{"a hundred tests in every condition", func(i int) string {
			if i < 100 {
				return yesNo(i, "")
			}
			var parts []string
			for j := range 100 {
				parts = append(parts, fmt.Sprintf("{answer: {q%d: [\"yes\"]}}", i-1-j))
			}
			return yesNo(i, ", ask-when: {all: [{any: ["+strings.Join(parts, ", ")+"]}, {not: {answered: q0}}]}")
		}, ""},
		{"every answer closes all that follow", func(i int) string {
			if i == 0 {
				return yesNo(i, "")
			}
			return yesNo(i, fmt.Sprintf(", ask-when: {answer: {q%d: [\"yes\"]}}", i-1))
		}, "closes"},
		{"every question names what is not there", func(i int) string {
			return fmt.Sprintf("- {id: q%d, kind: yes-no, audience: person, sensitivity: low, source: project, shows: [form.x.f%d]}\n", i, i)
		}, "is not known"},
		{"every question has one id", func(i int) string { return strings.Replace(yesNo(i, ""), fmt.Sprintf("q%d,", i), "q0,", 1) }, "stands twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := large(n, c.question)
			delete(files, "locales/en.yaml")
			found := checked(t, files)
			if c.want != "" && !strings.Contains(found.Error(), c.want) {
				t.Errorf("%d problems, none says %q; first:\n%s", len(found), c.want, first(found))
			}
		})
	}
}

func TestTooManyQuestionsAreRefused(t *testing.T) {
	files := large(1, chained)
	files["questions/0.yaml"] = &fstest.MapFile{Data: []byte(strings.Repeat(chained(0), 20_001))}
	if _, err := indicator.Load(files); err == nil || !strings.Contains(err.Error(), "more than 20000 questions") {
		t.Errorf("got %.200v", err)
	}
}

func TestAnAliasBombIsRefused(t *testing.T) {
	var b strings.Builder
	b.WriteString("- &a0 {id: exploitation.f0, fact: f0}\n")
	for i := range 60 {
		fmt.Fprintf(&b, "- &a%d [*a%d, *a%d, *a%d]\n", i+1, i, i, i)
	}
	for _, folder := range []string{"vocabulary", "cases"} {
		files := large(1, chained)
		delete(files, "locales/en.yaml")
		files[folder+"/bomb.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
		if found := checked(t, files); !strings.Contains(found.Error(), "aliases are not allowed") {
			t.Errorf("%s: %s", folder, first(found))
		}
	}
}

// FuzzCondition plants any condition into a small set: it loads or is refused
// with its place, and is then checked, compiled and used without harm.
func FuzzCondition(f *testing.F) {
	for _, seed := range []string{
		`{answer: {q0: ["yes"]}}`, `{answered: q1}`, `{shown: exploitation.f0}`, `{shown: exploitation.*}`, `{not: {answer: {list: [a, none]}}}`,
		`{all: [{answer: {q0: ["yes"]}}, {answer: {q0: ["no"]}}]}`, `{any: [{not: {not: {answered: q0}}}, {shown: exploitation.f1}]}`, `{answer: {}}`, `{}`, `[]`, `{not: }`,
	} {
		f.Add(seed)
	}
	base := func(i int) string {
		switch i {
		case 2:
			return "- {id: list, kind: list, audience: person, sensitivity: low, source: project, items: [{id: a, shows: [exploitation.f2]}, {id: b}]}\n- {id: q2, kind: yes-no, audience: person, sensitivity: low, source: project}\n"
		default:
			return fmt.Sprintf("- {id: q%d, kind: yes-no, audience: person, sensitivity: low, source: project, shows: [exploitation.f%d]}\n", i, i)
		}
	}
	f.Fuzz(func(t *testing.T, condition string) {
		files := large(4, base)
		delete(files, "locales/en.yaml")
		files["interviews/full.yaml"] = &fstest.MapFile{Data: []byte("id: full\nmode: ask\nminutes: 1\nreassures: true\nsections:\n  - {id: all, stage: questions, questions: [q0, q1, list, q2, q3]}\n")}
		bare := string(files["questions/0.yaml"].Data)
		plant := func(condition string) (*indicator.Set, error) {
			files["questions/0.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(bare, "id: q3, ", "id: q3, ask-when: "+condition+", ", 1))}
			return indicator.Load(files)
		}
		set, err := plant(condition)
		if err != nil {
			problems(t, err)
			return
		}
		cases, err := check.LoadCases(files)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range check.Run(check.Input{Set: set, Cases: cases, Today: today}).Problems {
			if p.File == "" || p.Hint == "" {
				t.Errorf("a problem without a place or a hint: %+v", p)
			}
		}
		written := set.Question("q3").AskWhen.Text()
		if again, err := plant(written); err != nil || again.Question("q3").AskWhen.Text() != written {
			t.Errorf("%q is written as %q, which is read as something else: %v", condition, written, err)
		}
	})
}
