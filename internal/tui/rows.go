package tui

import (
	"slices"
	"strings"

	"cesta/internal/answers"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

// rows are the options, each behind its key and, where it can be ticked or was
// given before, its mark.
func (p *panel) rows(options []screen.Option, sides []side) []row {
	if p.rowless() {
		return nil
	}
	prefixes, width := make([]string, len(options)), 0
	for i, o := range options {
		prefixes[i] = keyLabel(o.Key) + "  " + p.mark(o)
		width = max(width, locale.Width(prefixes[i]))
	}
	texts := p.labels(options, sides, max(1, columns(p.width)-cursorWidth-width))
	rows := make([]row, len(options))
	for i, o := range options {
		rows[i] = row{o.ID, hang(pad(prefixes[i], width), texts[i])}
	}
	return rows
}

// mark is what stands before an option: a box that can be ticked in a list,
// and wherever an answer was given before, which one.
func (p *panel) mark(o screen.Option) string {
	given := latest(p.scr)
	switch {
	case p.item(o.ID) && p.ticked[o.ID]:
		return "[x] "
	case p.item(o.ID):
		return "[ ] "
	case o.ID != "" && (given.Option == o.ID || given.Items[o.ID] == answers.Yes):
		return "(x) "
	case given.Option != "" && !p.scr.List:
		return "( ) "
	}
	return ""
}

// rowless reports whether Enter stands at the foot, to leave room for a text.
func (p *panel) rowless() bool { return p.reading() && p.height < 10 }

// labels are the words of all options. Two languages stand in two columns
// where that takes no more lines than one below the other.
func (p *panel) labels(options []screen.Option, sides []side, width int) [][]string {
	said := make([][]string, len(options))
	for i, o := range options {
		said[i] = p.said(o, sides)
	}
	below, beside := p.stacked(said, width), p.beside(said, width)
	if len(beside) > 0 && count(beside) <= count(below) {
		return beside
	}
	return below
}

func count(texts [][]string) (n int) {
	for _, lines := range texts {
		n += len(lines)
	}
	return n
}

// stacked puts one language below the other, or on one line where both fit.
func (p *panel) stacked(said [][]string, width int) [][]string {
	texts := make([][]string, len(said))
	for i, words := range said {
		one := strings.Join(words, " / ")
		if len(words) == 2 && (p.person.RTL() || locale.Width(one) > width) {
			one = strings.Join(words, "\n")
		}
		texts[i] = locale.Wrap(one, width)
	}
	return texts
}

// beside puts the languages in two columns, or gives nothing where there is
// one language only or no room. Two directions on one line would tear it apart.
func (p *panel) beside(said [][]string, width int) [][]string {
	const gap, narrow = 3, 20
	widest, second := widths(said)
	room := width - gap
	first := min(widest, max(room/2, room-second))
	if second == 0 || p.person.RTL() || first < widest && first < narrow || room-first < min(second, narrow) {
		return nil
	}
	texts := make([][]string, len(said))
	for i, words := range said {
		if len(words) < 2 {
			texts[i] = locale.Wrap(strings.Join(words, ""), width)
			continue
		}
		texts[i] = zip(locale.Wrap(words[0], first), locale.Wrap(words[1], room-first), first+gap)
	}
	return texts
}

// widths are the widest words of each of two languages.
func widths(said [][]string) (first, second int) {
	for _, words := range said {
		if len(words) == 2 {
			first, second = max(first, locale.Width(words[0])), max(second, locale.Width(words[1]))
		}
	}
	return first, second
}

// zip sets two columns, the second from a cell on.
func zip(left, right []string, from int) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		if i < len(left) {
			lines[i] = left[i]
		}
		if i < len(right) {
			lines[i] = pad(lines[i], from) + right[i]
		}
	}
	return lines
}

// said are the words of an option on the sides that are shown, once where they
// are the same. An option that says nothing on these sides speaks on the other.
func (p *panel) said(o screen.Option, sides []side) []string {
	var said []string
	for _, s := range append(slices.Clone(sides), officer, person) {
		text := s.of(o.Pair)
		if text == "" || len(said) == len(sides) || slices.Contains(said, text) {
			continue
		}
		if s == person {
			text = p.language(o.ID).Isolate(text)
		}
		said = append(said, text)
	}
	return said
}

// language is that of an option on the person's side: every language in the
// list of languages names itself.
func (p *panel) language(id string) locale.Language {
	if p.typing() {
		return p.long.languages[id]
	}
	return p.person
}

// keyLabel is how a key is written before its option.
func keyLabel(key string) string {
	if key == screen.KeyNext {
		return "Enter"
	}
	return key
}

// hang puts a prefix before the first line and its width before the others.
func hang(prefix string, lines []string) []string {
	hung := make([]string, len(lines))
	for i, line := range lines {
		hung[i] = prefix + line
		prefix = strings.Repeat(" ", locale.Width(prefix))
	}
	return hung
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-locale.Width(s)))
}
