package translation

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"cesta/internal/locale"
	"cesta/internal/strict"
)

// edit is a file of words while texts are put into it. Everything else in the
// file stays as its author wrote it: comments, order, and how other texts are
// broken into lines.
type edit struct {
	lines []string
	// from and to are the lines of each key, without what follows it.
	from, to map[string]int
}

// Edit puts texts into a file of words. data is the file and words what was
// read from it; order are all keys in the order of the source, by which a new
// key finds its place. It fails rather than lose a text.
func Edit(s Survey, data []byte, words locale.Bundle, order []string, texts []locale.Entry) ([]byte, error) {
	edited := put(data, words, order, texts)
	after, err := locale.ReadBundle(s.Bundle, s.Language.Tag, s.File, edited)
	if err != nil {
		return nil, err
	}
	want, got := map[string]string{}, map[string]string{}
	for _, e := range slices.Concat(words.Entries, texts) {
		want[e.Key] = e.Digest()
	}
	for _, e := range after.Entries {
		got[e.Key] = e.Digest()
	}
	if !maps.Equal(want, got) {
		return nil, strict.Problems{{Pos: strict.Pos{File: s.File}, Wrong: "the file is written in a way that texts cannot be put into", Hint: "put each key on a line of its own, two spaces deep"}}
	}
	return edited, nil
}

func put(data []byte, words locale.Bundle, order []string, texts []locale.Entry) []byte {
	e := edit{lines: strings.Split(strings.TrimRight(string(data), "\n"), "\n"), from: map[string]int{}, to: map[string]int{}}
	e.find(slices.Concat(words.Entries, words.Blank))
	at := map[int][]string{} // new lines, behind a line
	drop := map[int]bool{}
	for _, t := range texts {
		from, there := e.from[t.Key]
		if !there {
			behind := e.behind(t.Key, order)
			at[behind] = append(at[behind], lineOf(t))
			continue
		}
		for i := from; i < e.to[t.Key]; i++ {
			drop[i] = true
		}
		at[e.to[t.Key]-1] = slices.Insert(at[e.to[t.Key]-1], 0, lineOf(t))
	}
	return e.write(at, drop)
}

func (e *edit) find(entries []locale.Entry) {
	slices.SortFunc(entries, func(a, b locale.Entry) int { return a.Pos.Line - b.Pos.Line })
	for i, entry := range entries {
		to := len(e.lines)
		if i+1 < len(entries) {
			to = entries[i+1].Pos.Line - 1
		}
		e.from[entry.Key] = entry.Pos.Line - 1
		e.to[entry.Key] = e.end(entry.Pos.Line-1, to)
	}
}

// end takes comments and empty lines that stand before the next key from what
// belongs to this one. Inside a text they are indented deeper than a key.
func (e *edit) end(from, to int) int {
	for to > from+1 {
		line := e.lines[to-1]
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if strings.TrimSpace(line) != "" && (indent > 2 || line[indent] != '#') {
			break
		}
		to--
	}
	return to
}

// behind is the line behind which a new key goes: that of the nearest key
// before it in the source, or the line "words:".
func (e *edit) behind(key string, order []string) int {
	for i := slices.Index(order, key) - 1; i >= 0; i-- {
		if to, ok := e.to[order[i]]; ok {
			return to - 1
		}
	}
	return slices.IndexFunc(e.lines, func(line string) bool { return strings.HasPrefix(line, "words:") })
}

func (e *edit) write(at map[int][]string, drop map[int]bool) []byte {
	var b strings.Builder
	for i, line := range e.lines {
		if !drop[i] {
			b.WriteString(cmp.Or(emptyWords(line), line) + "\n")
		}
		for _, more := range at[i] {
			b.WriteString(more + "\n")
		}
	}
	return []byte(b.String())
}

// emptyWords mends "words: {}", which takes no lines below it.
func emptyWords(line string) string {
	if strings.HasPrefix(line, "words:") {
		return "words:"
	}
	return ""
}

// lineOf writes a text as a line of a file of words.
func lineOf(e locale.Entry) string {
	if !e.Plural() {
		return "  " + e.Key + ": " + locale.Quoted(e.Text())
	}
	forms := make([]string, len(e.Forms))
	for i, form := range e.Forms {
		forms[i] = form + ": " + locale.Quoted(e.Texts[i])
	}
	return "  " + e.Key + ": {" + strings.Join(forms, ", ") + "}"
}

// WithState sets what a file of words says of itself.
func WithState(data []byte, state locale.Standing) []byte {
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "words:") {
			break
		}
		if strings.HasPrefix(line, "state:") {
			lines[i] = "state: " + string(state)
		}
	}
	return []byte(strings.Join(lines, "\n"))
}
