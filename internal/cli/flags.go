package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"cesta/internal/report"
)

// globals are the flags that every command takes.
type globals struct {
	officer, country    string
	indicators, locales string
	plain, debug, help  bool
}

// register adds the flags. text gives the help of each.
func (g *globals) register(fs *pflag.FlagSet, text func(name string) string) {
	fs.StringVar(&g.officer, "officer-language", "", text("officer-language"))
	fs.StringVar(&g.country, "country", "", text("country"))
	fs.StringVar(&g.indicators, "indicators", "", text("indicators"))
	fs.StringVar(&g.locales, "locales", "", text("locales"))
	fs.BoolVar(&g.plain, "plain", false, text("plain"))
	fs.BoolVar(&g.debug, "debug", false, text("debug"))
	fs.BoolVarP(&g.help, "help", "h", false, text("help"))
}

// wordValue is a flag that takes one of a few words.
type wordValue struct {
	dst     *string
	allowed []string
	list    *[]string // where several may be given
}

var errNotAllowed = errors.New("not one of the words")

// Set takes one word, or where several may be given also a list with commas.
func (w *wordValue) Set(text string) error {
	given := []string{text}
	if w.list != nil {
		given = strings.Split(text, ",")
	}
	for _, word := range given {
		if !slices.Contains(w.allowed, word) {
			return errNotAllowed
		}
	}
	if w.list != nil {
		*w.list = append(*w.list, given...)
		return nil
	}
	*w.dst = text
	return nil
}

// String gives the word that holds without the flag.
func (w *wordValue) String() string {
	if w.dst == nil {
		return ""
	}
	return *w.dst
}

// Type is what stands behind the flag in help.
func (w *wordValue) Type() string { return "WORD" }

// words adds a flag that takes one of the allowed words; dst holds the default.
func words(fs *pflag.FlagSet, dst *string, name, text string, allowed ...string) {
	fs.Var(&wordValue{dst: dst, allowed: allowed}, name, text)
}

// formatFlag adds --format, with text when it is not given.
func (p *program) formatFlag(fs *pflag.FlagSet, dst *string, allowed ...report.Format) {
	*dst = string(report.Text)
	names := make([]string, len(allowed))
	for i, f := range allowed {
		names[i] = string(f)
	}
	words(fs, dst, "format", p.text("flag.format"), names...)
}
