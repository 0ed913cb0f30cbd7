package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// pages gives every golden HTML file, by name.
func pages(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/golden/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden pages: %v", err)
	}
	all := map[string]string{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(f)] = string(data)
	}
	return all
}

// eachElement calls f for each element of a page, with the elements it is in.
func eachElement(t *testing.T, page string, f func(e xml.StartElement, in []string)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	var in []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			f(e, in)
			in = append(in, e.Name.Local)
		case xml.EndElement:
			in = in[:len(in)-1]
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// allowed are the elements and attributes of our pages. No other can come in:
// nothing that fetches, runs or sends.
var allowed = map[string]string{
	"html": "lang dir class", "head": "", "meta": "charset http-equiv content name", "title": "", "style": "", "body": "class", "main": "",
	"section": "class lang dir", "h1": "", "h2": "class translate", "h3": "class translate", "h4": "class translate", "p": "class", "ul": "class", "li": "class", "span": "class lang dir aria-hidden",
	"a": "href", "bdi": "dir translate", "figure": "class", "figcaption": "", "svg": "viewBox role aria-label", "path": "d",
}

func TestPagesAreWellFormedAndFetchNothing(t *testing.T) {
	for name, page := range pages(t) {
		t.Run(name, func(t *testing.T) {
			policies := 0
			eachElement(t, page, func(e xml.StartElement, in []string) {
				attributes, ok := allowed[e.Name.Local]
				if !ok {
					t.Errorf("the element %s is not one of ours", e.Name.Local)
				}
				for _, a := range e.Attr {
					if !strings.Contains(" "+attributes+" ", " "+a.Name.Local+" ") {
						t.Errorf("%s has the attribute %s", e.Name.Local, a.Name.Local)
					}
				}
				if e.Name.Local == "a" && !regexp.MustCompile(`^tel:\+?[0-9]+$`).MatchString(attribute(e, "href")) {
					t.Errorf("a link leads to %q", attribute(e, "href"))
				}
				if e.Name.Local == "meta" && attribute(e, "http-equiv") == "Content-Security-Policy" {
					policies++
					if attribute(e, "content") != policy {
						t.Errorf("the policy is %q", attribute(e, "content"))
					}
				}
			})
			if policies != 1 {
				t.Errorf("the page has %d policies", policies)
			}
			for _, word := range []string{"http:", "https:", "//", "url(", "@import", "src=", "<script", "javascript"} {
				if strings.Contains(page, word) {
					t.Errorf("the page holds %q", word)
				}
			}
		})
	}
}

func TestPolicyForbidsEverythingButStyles(t *testing.T) {
	for _, part := range []string{"default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy lacks %s", part)
		}
	}
}

func TestPagesNameTheirLanguagesAndDirections(t *testing.T) {
	for name, want := range map[string][2]string{
		"leaflet.html": {"ar rtl", "en ltr"}, "form.html": {"ar rtl", "en ltr"}, "leaflet-one-language.html": {"en ltr", ""},
		"report-indications.html": {"en ltr", ""}, "card.html": {"zxx ltr", ""}, "board.html": {"ar rtl", "en ltr"},
		"consent.html": {"ar rtl", "en ltr"}, "questionnaire.html": {"ar rtl", "en ltr"}, "silent-card.html": {"ar rtl", "en ltr"},
	} {
		beside := map[string]bool{}
		eachElement(t, pages(t)[name], func(e xml.StartElement, in []string) {
			l := attribute(e, "lang") + " " + attribute(e, "dir")
			switch {
			case e.Name.Local == "html" && l != want[0]:
				t.Errorf("%s is %q, want %q", name, l, want[0])
			case e.Name.Local != "html" && attribute(e, "lang") != "":
				beside[l] = true
			}
		})
		if want[1] == "" && len(beside) > 0 || want[1] != "" && (len(beside) != 1 || !beside[want[1]]) {
			t.Errorf("%s has beside it %v, want %q", name, beside, want[1])
		}
	}
}

func TestPagesHaveRealHeadingsInOrder(t *testing.T) {
	for name, page := range pages(t) {
		last, first := 0, 0
		eachElement(t, page, func(e xml.StartElement, in []string) {
			if !regexp.MustCompile(`^h[1-4]$`).MatchString(e.Name.Local) {
				return
			}
			level := int(e.Name.Local[1] - '0')
			if level == 1 {
				first++
			}
			if level > last+1 {
				t.Errorf("%s jumps from heading %d to %d", name, last, level)
			}
			last = level
		})
		if name != "card.html" && first != 1 {
			t.Errorf("%s has %d first headings", name, first)
		}
	}
}

func TestListItemsAreInLists(t *testing.T) {
	for name, page := range pages(t) {
		eachElement(t, page, func(e xml.StartElement, in []string) {
			parent := ""
			if len(in) > 0 {
				parent = in[len(in)-1]
			}
			if (e.Name.Local == "li") != (parent == "ul") {
				t.Errorf("%s has %s in %s", name, e.Name.Local, parent)
			}
		})
	}
}

// TestTypeIsLargeAndDark reads the style sheet: no type below 12 pt, every
// colour of type at least 7:1 on white (WCAG 2.2, 1.4.6).
func TestTypeIsLargeAndDark(t *testing.T) {
	css, err := files.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`font(?:-size)?: *(?:calc\()?([0-9.]+)(pt|em|px|%)`).FindAllStringSubmatch(string(css), -1) {
		size, err := strconv.ParseFloat(m[1], 64)
		if err != nil || (m[2] == "pt" && size < 12) || (m[2] == "em" && size < 1) || m[2] == "px" || m[2] == "%" {
			t.Errorf("type of %s%s", m[1], m[2])
		}
	}
	for _, m := range regexp.MustCompile(`[^-]color: *#([0-9a-f]{3})\b`).FindAllStringSubmatch(string(css), -1) {
		if c := contrast(m[1]); c < 7 {
			t.Errorf("#%s has a contrast of only %.1f", m[1], c)
		}
	}
}

// contrast of a grey or colour of three digits on white.
func contrast(hex string) float64 {
	light := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[i:i+1], 16, 8)
		v := float64(n) * 17 / 255
		if v > 0.04045 {
			v = math.Pow((v+0.055)/1.055, 2.4)
		} else {
			v /= 12.92
		}
		light += weight * v
	}
	return 1.05 / (light + 0.05)
}

func TestTextFromContentCannotBecomeMarkup(t *testing.T) {
	p := page{Title: "<b>", Main: side{"en", "ltr", "Latn"}, Blocks: []block{
		head(1, `<script>alert(1)</script>`), para("a & b"),
		{Kind: address, Value: `"><img src=x>`}, {Kind: number, Value: `112"><img>`}, {Kind: field, Main: "x", Value: "<i>"},
	}}
	var b bytes.Buffer
	if err := writeHTML(&b, p); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script>", "<img", "<i>", "<b>"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("%s came through:\n%s", bad, b.String())
		}
	}
}

func TestUnknownFormatIsRefused(t *testing.T) {
	err := page{}.write(io.Discard, "pdf", 80)
	if err == nil || !strings.Contains(err.Error(), "pdf") {
		t.Errorf("error is %v", err)
	}
}

// broken fails every write.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, fmt.Errorf("full") }

func TestWriteErrorsAreReturned(t *testing.T) {
	s := small(t)
	c := s.assessed(t, sheets["indications"])
	for _, f := range []Format{Text, HTML, JSON} {
		if err := c.Write(broken{}, f, 80); err == nil {
			t.Errorf("%s: the error is lost", f)
		}
	}
}
