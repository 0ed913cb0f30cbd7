package tui

import (
	"strings"
	"unicode/utf8"

	"cesta/internal/locale"
	"cesta/internal/screen"
)

// side is one of the two languages of a page.
type side int

const (
	person side = iota
	officer
)

func (s side) of(p screen.Pair) string {
	if s == person {
		return p.Person
	}
	return p.Officer
}

func (s side) other() side { return 1 - s }

// page is what a panel draws, wrapped for one size of the window.
type page struct {
	way
	head   string // practice and progress; may be empty
	text   []string
	first  int // lines of the question, in the first language
	rows   []row
	height int // lines of all rows
	// ticking is how many lines the rows of a list take once something is ticked.
	ticking int
	foot    []string
}

// widest is the longest line that is easy to read.
const widest = 76

// columns is how many cells of a line are written on. A tenth stays free,
// because some terminals draw some scripts wider than they say.
func columns(width int) int { return max(1, min(width-width/10, widest)) }

// arrange lays the page out for a window, with the cursor where it is.
func (p *panel) arrange(width, height int) {
	p.width, p.height, p.page, p.seen, p.read = width, height, page{}, 0, false
	p.arrangeAt(p.cursor())
}

// arrangeAt lays the page out anew with the cursor on a row. In the same window
// as many languages are shown as before: a tick must not make the page jump.
func (p *panel) arrangeAt(at string) {
	p.best()
	p.menu = nil
	if len(p.page.rows) > 0 {
		p.menu = newMenu(p.look, p.page.rows, at, p.width)
	}
	p.scroll = min(p.scroll, p.lastScroll())
}

// best finds the first way to lay the page out that fits, or takes the last. A
// long menu shows fewer options before it gives up a language.
func (p *panel) best() {
	for _, w := range p.ways() {
		for _, most := range p.parts() {
			if p.long != nil {
				p.long.most = most
			}
			if p.page = p.lay(w); p.fits() {
				return
			}
		}
	}
}

// parts are the numbers of options that a long menu may show, best first.
func (p *panel) parts() []int {
	if p.long == nil {
		return []int{0}
	}
	return []int{mostKeys, 5, 4, 3, 2, 1}
}

// way is a way to lay out a page: in which languages, whether all of the text
// must be seen at once, with or without empty lines, with or without how to
// choose in a list, and with or without words for the keys at the foot.
type way struct {
	sides                         []side
	whole, dense, terse, unworded bool
}

// ways are all ways, best first. In a small window the words at the foot go
// first, then the air, then how to choose in a list, and at last the second
// language, which is then one key away. A text that is only read keeps its air,
// for it can be scrolled.
func (p *panel) ways() []way {
	sides := p.speaking()
	if p.swapped && len(sides) > 1 {
		sides = []side{sides[1], sides[0]}
	}
	most, least := len(sides), 1
	if shown := len(p.page.sides); shown > 0 {
		most, least = shown, shown
	}
	var ways []way
	for n := most; n >= least; n-- {
		for _, w := range []way{{whole: true}, {whole: true, dense: true}, {whole: true, dense: true, terse: true}, {}, {dense: true}} {
			if w.sides = sides[:n]; w.dense && p.reading() || w.terse && !p.scr.List {
				continue
			}
			ways = append(ways, w)
			w.unworded = true
			ways = append(ways, w)
		}
	}
	return ways
}

// speaking are the sides that have something to say, the person's first. Where
// both say the same words, as with a person who reads the officer's language,
// one is enough.
func (p *panel) speaking() []side {
	if p.scr.OfficerOnly {
		return []side{officer}
	}
	var says [2]bool
	same := true
	for _, t := range p.pairs() {
		says[person] = says[person] || t.Person != ""
		says[officer] = says[officer] || t.Officer != ""
		same = same && t.Person == t.Officer
	}
	switch {
	case says[person] && says[officer] && !same:
		return []side{person, officer}
	case says[person]:
		return []side{person}
	}
	return []side{officer}
}

func (p *panel) pairs() []screen.Pair {
	pairs := append([]screen.Pair{p.scr.Title, p.scr.Choosing}, p.scr.Body...)
	for _, o := range p.scr.Options {
		pairs = append(pairs, o.Pair)
	}
	return pairs
}

// fits reports whether all rows can be seen beside enough of the text, and
// whether the foot takes no line that the text needs more.
func (p *panel) fits() bool {
	g := p.page
	if len(g.sides) > 1 && p.width < 30 {
		return false
	}
	left, least, foot := p.room()-max(g.height, g.ticking), p.least(), p.height/7
	if g.whole {
		least, foot = len(g.text), p.height/4
	}
	return left >= least && len(g.foot) <= max(1, foot)
}

// least is how much of the text must be seen where not all can be. Beside
// options in two languages it is the question in the first; whoever only reads
// must not have to read one language before the other.
func (p *panel) least() int {
	switch {
	case len(p.page.sides) < 2:
		return max(2, p.height/3)
	case p.reading():
		return len(p.page.text)
	}
	return max(2, p.page.first)
}

func (p *panel) lay(w way) page {
	g := page{way: w, head: p.head(w.sides), foot: p.foot(w)}
	g.text, g.first = p.text(w)
	g.rows = p.rows(p.options(), w.sides)
	g.height = height(g.rows)
	if p.scr.List && len(p.ticked) == 0 {
		g.ticking = height(p.rows(p.ticking(), w.sides))
	}
	return g
}

// offEdge keeps a mark that turns text away from the edge of the window, where
// some terminals lose it.
func offEdge(line string) string {
	if r, _ := utf8.DecodeRuneInString(line); line != "" && locale.Width(string(r)) == 0 {
		return " " + line
	}
	return line
}

func height(rows []row) (n int) {
	for _, r := range rows {
		n += len(r.lines)
	}
	return n
}

// head is one line: how far the talk is, and whether it is practice. Practice
// is said in the smallest window too, where its first sentence must do.
func (p *panel) head(sides []side) string {
	if p.height < 10 && !p.scr.Mock {
		return ""
	}
	last := sides[len(sides)-1]
	var lines []string
	for _, banner := range []screen.Pair{p.scr.Banner, {Person: locale.Sentence(p.scr.Banner.Person), Officer: locale.Sentence(p.scr.Banner.Officer)}} {
		text := offEdge(strings.TrimSpace(p.scr.Progress + "  " + p.spoken(banner, last)))
		if lines = locale.Wrap(text, columns(p.width)); len(lines) == 1 {
			break
		}
	}
	return lines[0]
}
