//go:build browser

package report

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"cesta/internal/locale"
)

// These tests print every paper in every language that has the words for it,
// as a browser sets it. They need chromium, chromium-driver, fontconfig, the
// Noto fonts, and axe-core in testdata/browser (npm ci). With SCREENSHOTS=DIR
// they leave a picture of each sheet for eyes.

// printed is one paper that the tests look at.
type printed struct {
	name string
	document
	// width is what the sheet leaves for text, in millimetres.
	width float64
	// size is the smallest type in points.
	size float64
	// sheets is how many sheets it must take, or 0 for any number.
	sheets int
	// again says that its words and markup are also on another paper, where
	// axe-core has been over them: it takes seconds a page.
	again bool
}

const (
	a4Text  = 210 - 2*14
	a4Board = 210 - 2*10
	a4Fold  = 210 - 2*8
	a3Text  = 297 - 2*8
	paperPt = 12 // the smallest type on paper
	boardPt = 18 // and on what is read at arm's length
)

// ofLanguage are the papers in one language; words that are missing leave a
// paper out only if it says so itself.
func ofLanguage(t *testing.T, s shipped, tag string) []printed {
	t.Helper()
	w, en := s.in(t, tag), s.in(t, "en")
	if tag == "en" {
		en = s.in(t, "cs")
	}
	leaflet := Leaflet{Pack: s.pack, Person: w, Officer: en, Languages: s.library.Languages()}
	folded := leaflet
	folded.Paper = A6
	full, quick := s.set.Interview("full"), s.set.Interview("quick")
	all := []printed{
		{"leaflet", leaflet, a4Text, paperPt, 0, false},
		{"leaflet-a6", folded, a4Fold, paperPt, 0, true},
		{"card", cards{leaflet}, a4Fold, paperPt, 1, false},
		{"contacts", Contacts{Pack: s.pack, Person: w, Officer: en, Languages: s.library.Languages()}, a4Text, paperPt, 0, true},
		{"board", Board{Set: s.set, Pack: s.pack, Interview: full, Person: w, Officer: en}, a4Board, boardPt, 0, false},
		{"silent-card", SilentCard{Person: w, Officer: en, Draft: true}, a4Text, paperPt, 2, false},
		{"consent", Consents{Pack: s.pack, Person: w, Officer: en}, a4Text, paperPt, 0, false},
		{"questionnaire", Questionnaire{Set: s.set, Pack: s.pack, Interview: quick, Person: w, Officer: en}, a4Text, paperPt, 0, false},
		{"form", Form{Pack: s.pack, Person: w, Officer: en}, a4Text, paperPt, 0, false},
	}
	return slices.DeleteFunc(all, func(p printed) bool { return lacks(p.document, w) })
}

// lacks reports whether a language has not all the words of a paper.
func lacks(d document, w *locale.Words) bool {
	keyed, ok := d.(interface{ Keys() []string })
	return ok && slices.ContainsFunc(keyed.Keys(), func(key string) bool { return !w.Has(key) })
}

// forLeaflets are the languages with all words of the country.
func forLeaflets(t *testing.T, s shipped) []string {
	t.Helper()
	var tags []string
	for _, l := range s.library.Languages() {
		w := s.in(t, l.Tag)
		if !slices.ContainsFunc(s.pack.Keys(), func(key string) bool { return !strings.HasPrefix(key, "officer.") && !w.Has(key) }) {
			tags = append(tags, l.Tag)
		}
	}
	return tags
}

func TestPapersInABrowser(t *testing.T) {
	s := load(t)
	tags := forLeaflets(t, s)
	if len(tags) < 4 {
		t.Fatalf("only %v have a leaflet", tags)
	}
	look := newLook(t)
	for _, tag := range tags {
		t.Run(tag, func(t *testing.T) {
			t.Parallel()
			look.all(t, ofLanguage(t, s, tag), tag)
		})
	}
	t.Run("posters", func(t *testing.T) {
		t.Parallel()
		look.all(t, posters(t, s, tags), "en")
	})
}

// all looks at papers in a browser of their own.
func (l look) all(t *testing.T, papers []printed, tag string) {
	b := openBrowser(t)
	for _, p := range papers {
		t.Run(p.name, func(t *testing.T) {
			b.t = t
			l.at(t, b, p, tag)
		})
		b.t = t
	}
}

// posters are posters of as many languages as fit on one, until all are on one.
func posters(t *testing.T, s shipped, tags []string) []printed {
	t.Helper()
	var all []printed
	for len(tags) > 0 {
		n := min(MostOnPoster, len(tags))
		for !FitsPoster(tags[:n]) {
			n--
		}
		group := tags[:n]
		tags = tags[n:]
		poster := Poster{Pack: s.pack, Officer: s.in(t, "en")}
		for _, tag := range group {
			poster.Persons = append(poster.Persons, s.in(t, tag))
		}
		all = append(all, printed{"poster-" + strings.Join(group, "-"), poster, a3Text, paperPt, 1, false})
	}
	return all
}

// look is what the tests look with.
type look struct {
	page, axe string
	fonts     fonts
	pictures  string
	// checked are the texts whose glyphs were looked up, by language: the same
	// text on another paper is set alike.
	checked *sync.Map
}

func newLook(t *testing.T) look {
	t.Helper()
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join("testdata", "browser", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	return look{
		page: read("page.js"), axe: read("node_modules/axe-core/axe.min.js") + ";\n" + read("axe.js"),
		fonts: installed(t), pictures: os.Getenv("SCREENSHOTS"), checked: new(sync.Map),
	}
}

// seen is what page.js tells of a page.
type seen struct {
	Lang, Dir, Direction    string
	Problems, Texts, Labels []string
	Card                    []float64
}

func (l look) at(t *testing.T, b *browser, p printed, tag string) {
	file := filepath.Join(t.TempDir(), "paper.html")
	var text bytes.Buffer
	if err := p.Write(&text, HTML, 80); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	b.requests() // what came before
	b.asPrinted(p.width)
	b.open(file)
	var page seen
	b.run(l.page, &page, p.size)
	for _, problem := range page.Problems {
		t.Error(problem)
	}
	if asked := b.requests(); len(asked) != 1 || asked[0] != "file://"+file {
		t.Errorf("the page asked for %q", asked)
	}
	l.language(t, page, p, tag)
	l.glyphs(t, b, page)
	l.scanned(t, b, page)
	if !p.again {
		l.accessible(t, b, p)
	}
	if p.name == "card" {
		checkCard(t, page.Card)
	}
	if p.sheets > 0 {
		if got := b.sheets(); got != p.sheets {
			t.Errorf("it takes %d sheets, want %d", got, p.sheets)
		}
	}
	l.picture(t, b, p, tag)
}

// language compares the page with its language; a card is in none.
func (l look) language(t *testing.T, page seen, p printed, tag string) {
	t.Helper()
	want, direction := tag, "ltr"
	if language, ok := load(t).library.Language(tag); ok {
		direction = language.Direction
	}
	if p.name == "card" {
		want, direction = "zxx", "ltr"
	}
	if page.Lang != want || page.Dir != direction || page.Direction != direction {
		t.Errorf("the page is %s, %s, set %s", page.Lang, page.Dir, page.Direction)
	}
}

// checkCard measures the card: 85.6 x 54 mm, and nothing beyond it.
func checkCard(t *testing.T, card []float64) {
	t.Helper()
	if len(card) != 4 {
		t.Fatal("there is no card")
	}
	for i, want := range []float64{85.6 * pixels, 54 * pixels} {
		if card[i] < want-1 || card[i] > want+1 || card[i+2] > card[i] {
			t.Errorf("the card has %v pixels, want %.0f", card, want)
		}
	}
}

// glyphs looks up which fonts the browser set each element in, and whether they
// have all its characters: one that none has shows as an empty box.
func (l look) glyphs(t *testing.T, b *browser, page seen) {
	t.Helper()
	var root struct{ Root struct{ NodeID int } }
	b.devtools("DOM.enable", nil, nil)
	b.devtools("CSS.enable", nil, nil)
	b.devtools("DOM.getDocument", map[string]any{"depth": 0}, &root)
	var nodes struct{ NodeIDs []int }
	b.devtools("DOM.querySelectorAll", map[string]any{"nodeId": root.Root.NodeID, "selector": "main *:not(svg, svg *)"}, &nodes)
	if len(nodes.NodeIDs) != len(page.Texts) {
		t.Fatalf("%d elements, %d texts", len(nodes.NodeIDs), len(page.Texts))
	}
	if len(nodes.NodeIDs) == 0 {
		t.Error("there is no text")
	}
	for i, id := range nodes.NodeIDs {
		text := strings.TrimSpace(page.Texts[i])
		if _, before := l.checked.LoadOrStore(page.Lang+text, true); text == "" || before {
			continue
		}
		var set struct{ Fonts []struct{ FamilyName string } }
		b.devtools("CSS.getPlatformFontsForNode", map[string]any{"nodeId": id}, &set)
		var families []string
		for _, f := range set.Fonts {
			families = append(families, f.FamilyName)
		}
		if missing := l.fonts.missing(families, text); len(missing) > 0 {
			t.Errorf("set in %v, %q lacks %+q", families, text, string(missing))
		}
	}
}

// scanned reads every code on the page with a decoder.
func (l look) scanned(t *testing.T, b *browser, page seen) {
	t.Helper()
	pictures := b.pictures("svg")
	if len(pictures) != len(page.Labels) {
		t.Fatalf("%d codes, %d labels", len(pictures), len(page.Labels))
	}
	for i, picture := range pictures {
		if got, shown := scan(t, picture), page.Labels[i]; got != "tel:"+digits(shown) && got != "https://"+shown {
			t.Errorf("beside the code of %q stands %q", got, shown)
		}
	}
}

// notForCards are rules of axe-core that a card of bare digits cannot keep: it
// has no heading, because a heading is a word.
var notForCards = []string{"page-has-heading-one"}

func (l look) accessible(t *testing.T, b *browser, p printed) {
	t.Helper()
	except := []string{}
	if p.name == "card" {
		except = notForCards
	}
	var found struct{ Lines, Passed []string }
	b.call("POST", "/execute/async", map[string]any{"script": l.axe, "args": []any{except}}, &found)
	for _, line := range found.Lines {
		t.Error(line)
	}
	if !slices.Contains(found.Passed, "color-contrast-enhanced") {
		t.Errorf("the contrast was not measured; these rules passed: %v", found.Passed)
	}
}

func (l look) picture(t *testing.T, b *browser, p printed, tag string) {
	t.Helper()
	if l.pictures == "" {
		return
	}
	name := p.name
	if !strings.HasPrefix(name, "poster") {
		name = tag + "-" + name
	}
	var buf bytes.Buffer
	if err := p.Write(&buf, HTML, 80); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(l.pictures, name+".html"), buf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// fonts are the characters of each family, as fontconfig tells.
type fonts map[string][][2]rune

func installed(t *testing.T) fonts {
	t.Helper()
	out, err := exec.Command("fc-list", "--format", "%{family}|%{charset}\n").Output()
	if err != nil {
		t.Fatalf("fc-list: %v", err)
	}
	all := fonts{}
	for line := range strings.Lines(string(out)) {
		families, charset, _ := strings.Cut(strings.TrimSpace(line), "|")
		ranges := ranges(t, charset)
		for family := range strings.SplitSeq(families, ",") {
			all[family] = append(all[family], ranges...)
		}
	}
	return all
}

// ranges reads a set of characters such as "20-7e a0".
func ranges(t *testing.T, charset string) [][2]rune {
	t.Helper()
	var all [][2]rune
	for field := range strings.FieldsSeq(charset) {
		from, to, two := strings.Cut(field, "-")
		if !two {
			to = from
		}
		low, err1 := strconv.ParseInt(from, 16, 32)
		high, err2 := strconv.ParseInt(to, 16, 32)
		if err1 != nil || err2 != nil {
			t.Fatalf("fc-list says %q", field)
		}
		all = append(all, [2]rune{rune(low), rune(high)})
	}
	return all
}

// missing are the characters of a text that none of the families has. Spaces
// and marks that only steer the setting need no glyph.
func (f fonts) missing(families []string, text string) []rune {
	return slices.DeleteFunc([]rune(text), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || slices.ContainsFunc(families, func(family string) bool {
			return slices.ContainsFunc(f[family], func(span [2]rune) bool { return span[0] <= r && r <= span[1] })
		})
	})
}

// TestMissingGlyphsAreFound holds the search for empty boxes to characters that
// no font has.
func TestMissingGlyphsAreFound(t *testing.T) {
	f := installed(t)
	if got := f.missing([]string{"Noto Sans"}, "a ბ\u200b"); fmt.Sprint(got) != fmt.Sprint([]rune{'ბ'}) {
		t.Errorf("missing is %q", got)
	}
	if got := f.missing(nil, "a"); len(got) != 1 {
		t.Errorf("no font, yet missing is %q", got)
	}
}
