package indicator

import (
	"fmt"
	"strings"
)

// emptyCondition is how a condition without any test is written.
const emptyCondition = "{any: []}"

// Text writes the condition as it may stand in a file; empty for nil.
func (c *Condition) Text() string {
	switch {
	case c == nil:
		return ""
	case c.Answer != nil:
		return "{answer: {" + c.Answer.Question + ": [" + strings.Join(c.Answer.Options, ", ") + "]}}"
	case c.Answered != "":
		return "{answered: " + c.Answered + "}"
	case c.Shown != "":
		return "{shown: " + c.Shown + "}"
	case c.Not != nil:
		return "{not: " + c.Not.Text() + "}"
	}
	name, parts := "any", c.Any
	if len(c.All) > 0 {
		name, parts = "all", c.All
	}
	texts := make([]string, len(parts))
	for i := range parts {
		texts[i] = parts[i].Text()
	}
	return "{" + name + ": [" + strings.Join(texts, ", ") + "]}"
}

// Text writes the rule as it may stand in a file.
func (e Expr) Text() string {
	switch {
	case e.Dimension != "":
		return e.Dimension
	case e.Present != "":
		return "{present: " + e.Present + "}"
	case e.Possible != nil:
		return "{possible: " + e.Possible.Text() + "}"
	case len(e.Open) > 0:
		return "{open: [" + strings.Join(e.Open, ", ") + "]}"
	case e.Distinct != nil:
		return fmt.Sprintf("{distinct: {facts: %d, of: [%s]}}", e.Distinct.Facts, strings.Join(e.Distinct.Of, ", "))
	case e.Age != "":
		return "{age: " + e.Age + "}"
	case e.Doubt:
		return "{doubt: true}"
	}
	name, parts := "any", e.Any
	if len(e.All) > 0 {
		name, parts = "all", e.All
	}
	texts := make([]string, len(parts))
	for i := range parts {
		texts[i] = parts[i].Text()
	}
	return "{" + name + ": [" + strings.Join(texts, ", ") + "]}"
}

// Text writes the clause as it may stand in a file.
func (c Clause) Text() string {
	var parts []string
	for _, p := range []struct {
		name  string
		count int
	}{{"strong", c.Strong}, {"medium", c.Medium}, {"weak", c.Weak}, {"items", c.Items}} {
		if p.count > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", p.name, p.count))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// Text writes the weight: one word, or two joined for a cell in doubt.
func (w Weight) Text() string {
	if w.Low == w.High {
		return w.Low.String()
	}
	return w.Low.String() + "-" + w.High.String()
}
