package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"cesta/internal/report"
)

type doctorOptions struct{ format string }

func newDoctorCommand(p *program) *cobra.Command {
	var o doctorOptions
	c := p.command("doctor", "doctor", exitProblems)
	p.formatFlag(c.Flags(), &o.format, report.Text, report.JSON)
	c.RunE = p.run(func(context.Context, []string) error { return p.doctor(o) })
	return c
}

// health is how a check came out.
type health string

// The outcomes. What cannot be seen is said to be unknown, and never to be good.
const (
	healthGood    health = "good"
	healthBad     health = "bad"
	healthUnknown health = "unknown"
)

// finding is the outcome of one check: its words are
// officer.cli.doctor.<check>.<health>.
type finding struct {
	Check  string `json:"check"`
	Health health `json:"health"`
	Text   string `json:"text"`
}

// examination is one thing that doctor looks at.
type examination struct {
	id  string
	run func(*program) (health, []string)
}

// examinations are in the order in which they matter.
var examinations = []examination{
	{"encryption", (*program).checkEncryption},
	{"synced", (*program).checkSynced},
	{"swap", (*program).checkSwap},
	{"dumps", (*program).checkDumps},
	{"logging", (*program).checkLogging},
	{"clock", (*program).checkClock},
	{"records", (*program).checkStore},
	{"keys", (*program).checkKeys},
	{"contacts", (*program).checkContacts},
	{"languages", (*program).checkLanguages},
	{"script", (*program).checkScript},
}

// doctor says whether this machine is fit for real work, and what it cannot know.
func (p *program) doctor(o doctorOptions) error {
	var all []finding
	bad := false
	for _, c := range examinations {
		h, args := c.run(p)
		bad = bad || h == healthBad
		all = append(all, finding{c.id, h, p.text("doctor."+c.id+"."+string(h), args...)})
	}
	err := p.output("", func(w io.Writer) error {
		if o.format == string(report.JSON) {
			return json.NewEncoder(w).Encode(all)
		}
		p.printDoctor(all, w)
		return nil
	})
	if err == nil && bad {
		return &failure{status: exitProblems}
	}
	return err
}

func (p *program) printDoctor(all []finding, w io.Writer) {
	h := helpPage{program: p, w: w, width: helpWidth}
	var rows []row
	for _, f := range all {
		rows = append(rows, row{p.text("doctor." + string(f.Health)), visible(f.Text)})
	}
	h.rows(rows)
	fmt.Fprintln(w)
	h.paragraphs(p.text("doctor.cannot-know"))
}
