package cli

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/check"
	"cesta/internal/report"
)

type explainOptions struct{ file, format string }

func newIndicatorsExplainCommand(p *program) *cobra.Command {
	var o explainOptions
	c := p.command("indicators-explain", "explain FILE", exitProblems)
	p.formatFlag(c.Flags(), &o.format, report.Text, report.HTML)
	c.Args = p.exactlyOne("FILE")
	c.RunE = p.run(func(_ context.Context, args []string) error {
		o.file = args[0]
		return p.explainIndicators(o)
	})
	return c
}

// explainIndicators explains every sheet of a file, or the only one as a page.
func (p *program) explainIndicators(o explainOptions) error {
	a, err := p.anatomy()
	if err != nil {
		return err
	}
	assessor, err := assess.Compile(a.Set)
	if err != nil {
		return err
	}
	sheets, err := p.readSheets(o.file)
	if err != nil {
		return err
	}
	if report.Format(o.format) == report.HTML && len(sheets) > 1 {
		return p.fail(exitUsage, "one-sheet")
	}
	return p.output(stdStream, func(w io.Writer) error {
		for i, raw := range sheets {
			if i > 0 {
				io.WriteString(w, "\n\n") // a Buffer never fails
			}
			if err := p.explain(w, a, assessor, o, raw); err != nil {
				return err
			}
		}
		return nil
	})
}

// readSheets reads all sheets of a file.
func (p *program) readSheets(name string) ([]rawSheet, error) {
	in, done, err := p.openSheets(name)
	if err != nil {
		return nil, err
	}
	defer done()
	var sheets []rawSheet
	for {
		raw, err := in.next()
		switch {
		case errors.Is(err, io.EOF) && len(sheets) == 0:
			return nil, p.fail(exitError, "empty-input", "file", p.inputName(name))
		case errors.Is(err, io.EOF):
			return sheets, nil
		case err != nil:
			return nil, p.readFailure(name, err)
		}
		sheets = append(sheets, raw)
	}
}

func (p *program) explain(w io.Writer, a report.Anatomy, assessor *assess.Assessor, o explainOptions, raw rawSheet) error {
	sheet, err := sheetOrCase(o.file, raw)
	if err != nil {
		return p.because(err, exitProblems, "bad-sheet", "message", err.Error())
	}
	assessment, err := assessor.Assess(sheet)
	if err != nil {
		return p.because(err, exitProblems, "bad-sheet", "message", err.Error())
	}
	accounts, err := assessor.Account(sheet)
	if err != nil {
		return err
	}
	return report.Account{Anatomy: a, Sheet: sheet, Assessment: assessment, Accounts: accounts}.Write(w, report.Format(o.format), p.outWidth())
}

// sheetOrCase reads a sheet, or the sheet of a test case.
func sheetOrCase(name string, raw rawSheet) (answers.Sheet, error) {
	if raw.tooLong || !bytes.Contains(raw.data, []byte("\nwant:")) {
		return answers.Decode(name, raw.line, raw.data)
	}
	before := bytes.Repeat([]byte("\n"), raw.line-1) // keeps the places right
	c, err := check.DecodeCase(name, append(before, raw.data...))
	return c.Sheet, err
}
