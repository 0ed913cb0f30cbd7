package report

import (
	"fmt"
	"html/template"
	"strings"

	"rsc.io/qr"
)

// quiet is the white edge of a QR code in modules (ISO/IEC 18004, 9.1).
const quiet = 4

// code makes a block of a QR code. shown is what is printed below it and told
// to a screen reader: whoever cannot scan must be able to read the same.
func code(encoded, shown string) block { return block{Kind: qrCode, Value: encoded, Main: shown} }

// drawing is a QR code as the size of a square and the outline of its dark
// modules, for an inline SVG.
type drawing struct {
	Size int
	Path template.HTMLAttr
}

// draw encodes text at level M, which still reads with 15 % of the code worn
// off, as by a fold.
func draw(text string) (drawing, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return drawing{}, fmt.Errorf("the QR code of %q: %w", text, err)
	}
	var path strings.Builder
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for x < c.Size && c.Black(x, y) {
				x++
			}
			if n := x - from; n > 0 {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+quiet, y+quiet, n, n)
			}
		}
	}
	// Letters and digits made here: nothing of it comes from content.
	return drawing{c.Size + 2*quiet, template.HTMLAttr(`d="` + path.String() + `"`)}, nil
}
