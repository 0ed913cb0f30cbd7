package plain

import (
	"io"
	"strings"

	"cesta/internal/locale"
	"cesta/internal/screen"
)

const (
	widest = 78
	// emptyLines push everything off a terminal that cannot be cleared.
	emptyLines = 40
	// clearAll empties the screen and what was scrolled off it, and goes home.
	clearAll = "\x1b[2J\x1b[3J\x1b[H"
)

// printer writes lines. The first error stays and ends the writing.
type printer struct {
	out   io.Writer
	width int
	// person is the language of the person's side, whose lines may run from
	// right to left.
	person locale.Language
	err    error
}

func newPrinter(out io.Writer, width int) *printer {
	if width <= 0 || width > widest {
		width = widest
	}
	return &printer{out: out, width: width}
}

func (p *printer) write(text string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, text)
	}
}

// lines prints one text, wrapped, behind a lead: a key on the first line, as
// many spaces on the others.
func (p *printer) lines(lead, text string, lang locale.Language) {
	for _, line := range locale.Wrap(text, max(p.width-len(lead), 10)) {
		if line != "" {
			line = lang.Isolate(line)
		}
		p.write(strings.TrimRight(lead+line, " ") + "\n")
		lead = strings.Repeat(" ", len(lead))
	}
}

// pair prints a text in both languages, each on lines of its own behind the lead.
func (p *printer) pair(lead string, pair screen.Pair) {
	for _, text := range pair.Lines() {
		lang := locale.Language{}
		if text == pair.Person {
			lang = p.person
		}
		p.lines(lead, text, lang)
		lead = strings.Repeat(" ", len(lead))
	}
}

// pairs prints paragraphs. An empty one parts what stands before and after it.
func (p *printer) pairs(pairs []screen.Pair) {
	for _, pair := range pairs {
		if pair == (screen.Pair{}) {
			p.write("\n")
		}
		p.pair("", pair)
	}
}

// screen prints a step.
func (p *printer) screen(s screen.Screen) {
	p.write("\n")
	p.pair("", s.Banner)
	if s.Progress != "" {
		p.write(s.Progress + "\n")
	}
	p.pair("", s.Title)
	p.pairs(s.Body)
	p.pair("", s.Choosing)
	p.pair("", s.Given)
	p.options(s.Options)
	p.keys(s.Keys)
}

// page prints a page down to the prompt, if there is something to choose.
func (p *printer) page(page screen.Page) {
	p.write("\n")
	p.pair("", page.Title)
	p.pairs(page.Body)
	if len(page.Options) > 0 {
		p.options(page.Options)
		p.write("> ")
	}
}

func (p *printer) options(options []screen.Option) {
	for _, o := range options {
		p.option(o)
	}
}

// option prints a key and both texts, on one line where they fit: so both
// people find the answer by the same key on the same line. Two directions on
// one line would tear it apart, so those never share one.
func (p *printer) option(o screen.Option) {
	lead := name(o.Key) + "  "
	if len(o.Names) > 0 { // a language's own name, which may run the other way
		o.Person = locale.IsolateName(o.Person)
	}
	one := lead + strings.Join(o.Lines(), " / ")
	if !p.person.RTL() && locale.Width(one) <= p.width {
		p.write(one + "\n")
		return
	}
	p.pair(lead, o.Pair)
}

// keys prints the hints in the order they come in, first in the person's
// language. The order is the discreet sign; it must not be changed here.
func (p *printer) keys(keys []screen.Option) {
	var person, officer []string
	for _, k := range keys {
		person = append(person, hint(k.Key, k.Person)...)
		officer = append(officer, hint(k.Key, k.Officer)...)
	}
	p.pair("", screen.Pair{Person: strings.Join(person, ", "), Officer: strings.Join(officer, ", ")})
}

func hint(key, text string) []string {
	if text == "" {
		return nil
	}
	return []string{name(key) + " " + text}
}

// name is how a key is written.
func name(key string) string {
	if key == screen.KeyNext {
		return "Enter"
	}
	return key
}

// clear empties the screen where somebody sees it; where it cannot be emptied
// it is pushed away.
func (c *conductor) clear(wanted bool) {
	switch {
	case !wanted:
	case c.opts.Terminal && !c.opts.Dumb:
		c.out.write(clearAll)
	default:
		c.out.write(strings.Repeat("\n", emptyLines))
	}
}
