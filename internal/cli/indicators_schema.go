package cli

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cesta/internal/check"
)

func newIndicatorsSchemaCommand(p *program) *cobra.Command {
	c := p.command("indicators-schema", "schema [KIND]")
	kinds := slices.Sorted(maps.Keys(check.Schemas()))
	c.Long += "\n\n" + p.text("indicators.kinds", "kinds", strings.Join(kinds, ", "))
	c.Args = p.atMostOne
	c.ValidArgs = kinds
	c.RunE = p.run(func(_ context.Context, args []string) error {
		if len(args) == 0 {
			return p.schemaKinds()
		}
		return p.schemaOf(args[0])
	})
	return c
}

// schemaKinds writes the kinds of files, one a line.
func (p *program) schemaKinds() error {
	return p.output(stdStream, func(w io.Writer) error {
		for _, kind := range slices.Sorted(maps.Keys(check.Schemas())) {
			if _, err := io.WriteString(w, kind+"\n"); err != nil {
				return err
			}
		}
		return nil
	})
}

// schemaOf writes the JSON Schema of one kind of file.
func (p *program) schemaOf(kind string) error {
	schemas := check.Schemas()
	schema, ok := schemas[kind]
	if !ok {
		return p.fail(exitUsage, "unknown-kind", "kind", quote(kind), "kinds", strings.Join(slices.Sorted(maps.Keys(schemas)), ", "))
	}
	return p.output(stdStream, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(schema)
	})
}
