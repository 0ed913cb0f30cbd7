package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/report"
)

type assessOptions struct{ file, format string }

func newAssessCommand(p *program) *cobra.Command {
	var o assessOptions
	c := p.command("assess", "assess FILE", exitProblems, exitInterrupted)
	p.formatFlag(c.Flags(), &o.format, report.Text, report.JSON, report.HTML)
	c.Args = p.exactlyOne("FILE")
	c.RunE = p.run(func(ctx context.Context, args []string) error {
		o.file = args[0]
		return p.assess(ctx, o)
	})
	return c
}

// assess reads answer sheets and writes assessments, in order. A bad sheet is
// answered in its place and does not lose the others.
func (p *program) assess(ctx context.Context, o assessOptions) error {
	a, err := p.newAssessing(o)
	if err != nil {
		return err
	}
	// Reading may wait for a terminal or a pipe for ever, and Ctrl+C must end it.
	ended := make(chan error, 1)
	go func() { ended <- a.read(ctx) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (a *assessing) read(ctx context.Context) error {
	in, done, err := a.openSheets(a.file)
	if err != nil {
		return err
	}
	defer done()
	if a.format == report.HTML {
		return a.one(in)
	}
	if a.format == report.Text {
		in.lookAhead()
	}
	run := pool{work: a.sheet, out: a.env.Out}
	if err := run.run(ctx, in); err != nil {
		return a.readFailure(a.file, err)
	}
	return a.summary(a.file, run)
}

// openSheets opens a file, or standard input for "-".
func (p *program) openSheets(name string) (*sheetReader, func(), error) {
	if name == stdStream {
		r, err := newSheetReader("", p.env.In)
		return r, func() {}, p.readFailure(name, err)
	}
	f, err := p.env.Open(name)
	if err != nil {
		return nil, nil, p.fileFailure(name, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, nil, p.fileFailure(name, errIsDir)
	}
	r, err := newSheetReader(name, f)
	if err != nil {
		f.Close()
	}
	return r, func() { f.Close() }, p.readFailure(name, err)
}

func (p *program) readFailure(name string, err error) error {
	switch {
	case err == nil || errors.Is(err, context.Canceled) || errors.Is(err, errOutput):
		return err
	case errors.Is(err, errNotSheets):
		return p.because(err, exitError, "not-sheets", "file", p.inputName(name))
	case errors.Is(err, errUTF16):
		return p.because(err, exitError, "utf-16", "file", p.inputName(name))
	}
	return p.fileFailure(name, err)
}

func (p *program) inputName(name string) string {
	if name == stdStream {
		return p.text("stdin")
	}
	return quote(name)
}

// summary says how many sheets were bad, which decides the exit status.
func (p *program) summary(name string, run pool) error {
	switch {
	case run.good == 0 && len(run.bad) == 0:
		return p.fail(exitError, "empty-input", "file", p.inputName(name))
	case len(run.bad) == 0:
		return nil
	}
	return p.fail(exitProblems, "bad-sheets", "sheets", p.words.Count("officer.cli.sheets", run.good),
		"bad", p.words.Count("officer.cli.bad-sheets", len(run.bad)), "line", strconv.Itoa(run.bad[0]))
}

// assessing is everything that turns one sheet into output. It does not change
// and serves all workers.
type assessing struct {
	*program
	content
	assessor *assess.Assessor
	format   report.Format
	file     string // as it was named
	source   string // the same in messages to authors
	width    int
	now      time.Time
}

func (p *program) newAssessing(o assessOptions) (*assessing, error) {
	a := &assessing{program: p, format: report.Format(o.format), file: o.file, source: o.file, width: p.outWidth(), now: p.env.Now()}
	if o.file == stdStream {
		a.source = "stdin"
	}
	var err error
	if a.format == report.JSON { // needs no words
		a.set, err = p.loadSet()
	} else {
		a.content, err = p.load()
	}
	if err == nil {
		a.assessor, err = assess.Compile(a.set)
	}
	return a, err
}

// tooLong is the code of a sheet that has more than maxSheet bytes.
const tooLong = "too-long"

// sheet writes the assessment of one sheet, or why there is none.
func (a *assessing) sheet(raw rawSheet, out *bytes.Buffer) bool {
	err := a.try(raw, out)
	if err != nil {
		a.refuse(raw, err, out)
	}
	return err == nil
}

// try writes nothing if it fails.
func (a *assessing) try(raw rawSheet, out *bytes.Buffer) error {
	if raw.tooLong {
		return &answers.Refusal{Code: tooLong, Message: fmt.Sprintf("%s:%d:1: the sheet is larger than %d MiB; give every talk a sheet of its own", a.source, raw.line, maxSheet>>20)}
	}
	sheet, err := answers.Decode(a.source, raw.line, raw.data)
	if err != nil {
		return err
	}
	assessment, err := a.assessor.Assess(sheet)
	if err != nil {
		return err
	}
	situation, err := a.assessor.Situation(sheet)
	if err != nil {
		return err
	}
	c := report.Case{Assessment: assessment, Sheet: sheet, Situation: situation, Set: a.set, Pack: a.pack, Station: a.station, Words: a.officer, Now: a.now}
	if a.format == report.Text {
		a.heading(raw, sheet.Case, out)
	}
	return c.Write(out, a.format, a.width)
}

// heading tells the reports of several sheets apart. The only sheet has no need
// of its line.
func (a *assessing) heading(raw rawSheet, name string, out *bytes.Buffer) {
	id := "assess.line"
	switch {
	case raw.only && name == "":
		return
	case raw.only:
		id = "assess.only-case"
	case name != "":
		id = "assess.case"
	}
	a.part(raw, out)
	fmt.Fprintln(out, a.text(id, "line", strconv.Itoa(raw.line), "case", name)+"\n")
}

// part sets a sheet apart from the one before it.
func (a *assessing) part(raw rawSheet, out *bytes.Buffer) {
	if raw.number > 1 {
		out.WriteString("\n")
	}
}

// refuse writes why a sheet was not assessed, in its place.
func (a *assessing) refuse(raw rawSheet, err error, out *bytes.Buffer) {
	var r *answers.Refusal
	if !errors.As(err, &r) {
		r = &answers.Refusal{Code: answers.Malformed, Message: err.Error()}
	}
	if a.format != report.JSON {
		id := "assess.refused"
		if raw.only {
			id = "assess.only-refused"
		}
		a.part(raw, out)
		fmt.Fprintln(out, a.text(id, "line", strconv.Itoa(raw.line), "message", r.Error()))
		return
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(struct { // a Buffer never fails
		Line  int              `json:"line"`
		Error *answers.Refusal `json:"error"`
	}{raw.line, r})
}

// one writes the report of the only sheet: a page of HTML holds one.
func (a *assessing) one(in *sheetReader) error {
	raw, err := in.next()
	if errors.Is(err, io.EOF) {
		return a.fail(exitError, "empty-input", "file", a.inputName(a.file))
	}
	var out bytes.Buffer
	if err == nil {
		err = a.try(raw, &out)
	}
	var r *answers.Refusal
	if errors.As(err, &r) {
		return a.because(err, exitProblems, "bad-sheet", "message", r.Error())
	}
	if err != nil {
		return a.readFailure(a.file, err)
	}
	if _, err := in.next(); !errors.Is(err, io.EOF) {
		return a.fail(exitUsage, "one-sheet")
	}
	_, err = a.env.Out.Write(out.Bytes())
	return err
}
