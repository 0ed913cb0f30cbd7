package report

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// scan reads the QR code in a picture with a decoder that is not ours.
func scan(t *testing.T, picture image.Image) string {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Fatalf("no code can be read: %v", err)
	}
	return result.GetText()
}

// painted paints a drawing as a browser does, 4 pixels a module.
func painted(t *testing.T, d drawing) image.Image {
	t.Helper()
	const scale = 4
	picture := image.NewGray(image.Rect(0, 0, d.Size*scale, d.Size*scale))
	for i := range picture.Pix {
		picture.Pix[i] = 255
	}
	path := strings.TrimSuffix(strings.TrimPrefix(string(d.Path), `d="`), `"`)
	for _, run := range strings.SplitAfter(path, "z") {
		var x, y, n, back int
		if run == "" {
			continue
		}
		if _, err := fmt.Sscanf(run, "M%d %dh%dv1h%dz", &x, &y, &n, &back); err != nil || back != -n {
			t.Fatalf("the path has %q", run)
		}
		for px := x * scale; px < (x+n)*scale; px++ {
			for py := y * scale; py < (y+1)*scale; py++ {
				picture.SetGray(px, py, color.Gray{})
			}
		}
	}
	return picture
}

// TestCodesHoldThePrintedNumber decodes the codes of every hotline of every
// language, and compares them with the number or address that stands below.
func TestCodesHoldThePrintedNumber(t *testing.T) {
	s := load(t)
	seen := map[string]bool{}
	for _, l := range s.library.Languages() {
		c, ok := hotline(s.pack, s.pack.ContactsFor(l.Tag, ""))
		if !ok {
			t.Fatal("there is no hotline")
		}
		for _, b := range codes(c).Blocks {
			if seen[b.Value] {
				continue
			}
			seen[b.Value] = true
			d, err := draw(b.Value)
			if err != nil {
				t.Fatal(err)
			}
			got := scan(t, painted(t, d))
			if got != "tel:"+digits(b.Main) && got != "https://"+b.Main {
				t.Errorf("below the code of %q stands %q", got, b.Main)
			}
		}
	}
	if len(seen) < 2 {
		t.Errorf("only %v were read", seen)
	}
}

func TestCodesHaveTheirWhiteEdge(t *testing.T) {
	d, err := draw("tel:112")
	if err != nil {
		t.Fatal(err)
	}
	if d.Size != 21+2*quiet { // version 1 has 21 modules
		t.Errorf("the code is %d wide", d.Size)
	}
	if !strings.HasPrefix(string(d.Path), fmt.Sprintf(`d="M%d %dh7v1`, quiet, quiet)) {
		t.Errorf("the first finder begins at %.20s", d.Path)
	}
}

func TestTooMuchForACodeIsAnError(t *testing.T) {
	if _, err := draw(strings.Repeat("x", 5000)); err == nil {
		t.Error("5000 letters fit into a code")
	}
}

func TestNumbersOfSeveralGroupsAreIsolated(t *testing.T) {
	for text, want := range map[string][]string{
		"call 116 111 now":            {"116 111"},
		"from 18 to 64":               nil,
		"+420 222 71 71 71":           {"+420 222 71 71 71"},
		"of 23.\u00a011.\u00a02026.":  {"23.\u00a011.\u00a02026"},
		"45/2013 and 10:00–16:00, ok": {"45/2013", "10:00–16:00"},
		"+112":                        {"+112"},
		"":                            nil,
	} {
		var got []string
		whole := ""
		for _, p := range pieces(text) {
			whole += p.Text
			if p.Number {
				got = append(got, p.Text)
			}
		}
		if whole != text || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q has the numbers %q, want %q; together %q", text, got, want, whole)
		}
	}
}
