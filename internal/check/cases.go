package check

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"
	"cesta/internal/strict"
)

// CaseFolder is the folder beside a set's own that holds its test cases. It is
// no part of the set: its hash does not count it.
const CaseFolder = "cases"

// Case is one answer sheet with what must come out of it.
type Case struct {
	File  string
	Sheet answers.Sheet
	Want  Want

	places answers.Places
}

// Want is what must come out. What is left open is not tested.
type Want struct {
	Pos      strict.Pos
	Level    string
	LevelPos strict.Pos
	// Marks are exactly those that must be set, unless MarksPos is zero.
	Marks    []string
	MarksPos strict.Pos
	// Findings are those of dimensions and results, as instrument.dimension or
	// instrument.result.
	Findings []strict.Entry[assess.Finding]
}

func (c *Case) table() strict.Value {
	return strict.Object(nil, append(answers.Table(&c.Sheet, c.places),
		strict.Req("want", c.Want.table(), "what must come out of the sheet"))...)
}

// noMarks is the word for no mark at all.
const noMarks = "none"

func (w *Want) table() strict.Value {
	var none string
	marks := strict.Either(strict.Enum(&none, noMarks), strict.List(&w.Marks, func(m *string) strict.Value { return strict.Enum(m, indicator.Marks...) }), nil)
	return strict.Object(&w.Pos,
		strict.Opt("level", strict.At(&w.LevelPos, strict.Enum(&w.Level, indicator.Levels...)), "the level"),
		strict.Opt("marks", strict.At(&w.MarksPos, marks), "exactly these marks, or none"),
		strict.Opt("findings", strict.Map(&w.Findings, strict.ID, func(f *assess.Finding) strict.Value {
			return strict.Enum(f, assess.Positive, assess.CannotBeExcluded, assess.NotShown)
		}), "findings of dimensions and results, as instrument.dimension"),
	)
}

// CaseSchema describes a test case for editors.
func CaseSchema() strict.Schema {
	return strict.JSONSchema("a test case, cases/*.yaml: an answer sheet and what must come out of it", new(Case).table())
}

// DecodeCase reads one test case. The error is of type [strict.Problems].
func DecodeCase(file string, data []byte) (Case, error) {
	c := Case{File: file, places: answers.Places{}}
	err := strict.YAML(file, data, c.table())
	return c, err
}

// LoadCases reads the test cases in fsys, the folder of a set. A set without
// any has no folder of them. The error is of type [strict.Problems].
func LoadCases(fsys fs.FS) ([]Case, error) {
	entries, err := fs.ReadDir(fsys, CaseFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var ps strict.Problems
	ps.Merge(CaseFolder, err)
	var cases []Case
	for _, e := range entries {
		name := path.Join(CaseFolder, e.Name())
		switch ext := path.Ext(name); {
		case e.IsDir():
		case ext == ".yaml":
			c, err := loadCase(fsys, name)
			ps.Merge(name, err)
			cases = append(cases, c)
		case strings.EqualFold(ext, ".yaml"), strings.EqualFold(ext, ".yml"):
			ps.Add(strict.Pos{File: name}, "the file's name does not end in .yaml", "rename it; otherwise nobody reads it")
		}
	}
	return cases, ps.Err()
}

func loadCase(fsys fs.FS, name string) (Case, error) {
	info, err := fs.Stat(fsys, name)
	if err == nil && info.Size() > strict.MaxFile {
		err = errors.New("the file is larger than 4 MiB")
	}
	if err != nil {
		return Case{}, err
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Case{}, err
	}
	return DecodeCase(name, data)
}

// cases assesses every test case and compares.
func (c *checker) cases() {
	if len(c.Cases) == 0 {
		return
	}
	a, err := assess.Compile(c.Set)
	if err != nil {
		c.fail(strict.Pos{File: "set.yaml"}, "mend the set", "the set cannot be used: %v", err)
		return
	}
	known := c.findings()
	for i := range c.Cases {
		c.oneCase(a, &c.Cases[i], known)
	}
}

// findings lists what a case may name, by instrument.dimension and
// instrument.result.
func (c *checker) findings() map[string]bool {
	known := map[string]bool{}
	for _, ins := range c.Set.Instruments {
		for _, d := range ins.Dimensions {
			known[ins.ID+"."+d.ID] = true
		}
		for _, r := range ins.Results {
			known[ins.ID+"."+r.ID] = true
		}
	}
	return known
}

func (c *checker) oneCase(a *assess.Assessor, tc *Case, known map[string]bool) {
	got, err := a.Outcome(tc.Sheet)
	var refused *answers.Refusal
	switch {
	case errors.As(err, &refused):
		at := tc.places.Of(refused.Field)
		at.File = tc.File
		c.fail(at, "mend the case or the set", "the sheet is refused: %v", refused)
		return
	case err != nil:
		c.fail(strict.Pos{File: tc.File}, "mend the case or the set", "the sheet is refused: %v", err)
		return
	}
	if w := tc.Want; w.Level != "" && got.Level != w.Level {
		c.fail(w.LevelPos, "mend the rules, or what is wanted", "the level is %s%s", got.Level, because(got))
	}
	c.marks(tc.Want, got)
	for _, f := range tc.Want.Findings {
		c.finding(f, found(got), known)
	}
}

// because names the rules that reach something.
func because(got assess.Assessment) string {
	var rules []string
	for _, r := range got.Reasons {
		rules = append(rules, r.Rule+" "+r.Result)
	}
	if len(rules) == 0 {
		return ""
	}
	return " (by " + join(rules) + ")"
}

func (c *checker) marks(w Want, got assess.Assessment) {
	if w.MarksPos.Line == 0 {
		return
	}
	want := slices.Sorted(slices.Values(w.Marks))
	marks := slices.Sorted(slices.Values(got.Marks))
	if slices.Equal(slices.Compact(want), marks) {
		return
	}
	text := noMarks
	if len(marks) > 0 {
		text = join(marks)
	}
	c.fail(w.MarksPos, "mend the rules, or what is wanted", "the marks are %s", text)
}

// found gives the findings by instrument.dimension and instrument.result. Where
// both have one name the dimension comes first; of several places of work the
// one that shows most.
func found(got assess.Assessment) map[string]assess.Finding {
	all := map[string]assess.Finding{}
	for _, ins := range got.Instruments {
		for _, r := range ins.Results {
			all[ins.ID+"."+r.ID] = r.Finding
		}
		for _, d := range ins.Dimensions {
			key := ins.ID + "." + d.ID
			if d.Episode <= answers.First || slices.Index(findings, d.Finding) > slices.Index(findings, all[key]) {
				all[key] = d.Finding
			}
		}
	}
	return all
}

// findings are ordered by how much they show.
var findings = []assess.Finding{assess.NotShown, assess.CannotBeExcluded, assess.Positive}

func (c *checker) finding(want strict.Entry[assess.Finding], got map[string]assess.Finding, known map[string]bool) {
	switch f, ok := got[want.Key]; {
	case !known[want.Key]:
		c.fail(want.Pos, "write it as instrument.dimension or instrument.result", "no instrument finds %s", want.Key)
	case !ok:
		c.fail(want.Pos, "remove it, or give the case the age it needs", "%s is not read for this age", want.Key)
	case f != want.Val:
		c.fail(want.Pos, "mend the rules, or what is wanted", "%s is %s", want.Key, f)
	}
}
