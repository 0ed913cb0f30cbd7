package report

import (
	"embed"
	"html/template"
	"io"
)

//go:embed page.tmpl.html page.css
var files embed.FS

// policy forbids a browser everything but the page's own styles: no script, no
// reference to anywhere, no form that is sent.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

// writeHTML sets a page as one file that fetches nothing.
func writeHTML(w io.Writer, p page) error {
	css, err := files.ReadFile("page.css")
	if err != nil {
		return err
	}
	t, err := template.New("page.tmpl.html").Funcs(template.FuncMap{"on": on, "tel": tel, "pieces": pieces, "draw": draw}).ParseFS(files, "page.tmpl.html")
	if err != nil {
		return err
	}
	return t.Execute(w, struct {
		Page   page
		CSS    template.CSS
		Policy string
	}{p, template.CSS(p.Paper.rule(p.Style) + "\n" + string(css)), policy})
}

// placed is a block together with the page whose languages it needs.
type placed struct {
	block
	Page page
}

func on(p page, b block) placed { return placed{b, p} }

// tel makes a number dialable on a phone. html/template trusts no tel: link by
// itself; one of digits and a plus sign cannot be anything else.
func tel(number string) template.URL {
	return template.URL("tel:" + digits(number))
}
