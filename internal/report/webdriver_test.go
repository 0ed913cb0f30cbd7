//go:build browser

package report

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/png"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browser is a headless Chromium, driven by the W3C WebDriver protocol and what
// chromedriver adds to it under goog/.
type browser struct {
	t       *testing.T
	session string // the address of the session
	client  http.Client
}

// arguments keep Chromium from everything but the page it is given.
var arguments = []string{
	"--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
	"--disable-sync", "--no-first-run", "--force-device-scale-factor=1", "--hide-scrollbars",
}

var startedOn = regexp.MustCompile(`started successfully on port (\d+)`)

// openBrowser starts a browser with an empty profile, and ends it with the test.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	driver := exec.Command("chromedriver", "--port=0")
	out, err := driver.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := driver.Start(); err != nil {
		t.Fatalf("chromedriver: %v; install chromium and chromium-driver", err)
	}
	t.Cleanup(func() {
		_ = driver.Process.Kill()
		_ = driver.Wait()
	})
	b := &browser{t: t, client: http.Client{Timeout: 2 * time.Minute}}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := startedOn.FindStringSubmatch(lines.Text()); m != nil {
			b.session = "http://localhost:" + m[1] + "/session"
			break
		}
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	var opened struct{ SessionID string }
	b.call(http.MethodPost, "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"goog:chromeOptions": map[string]any{"args": append(arguments, "--user-data-dir="+t.TempDir()), "perfLoggingPrefs": map[string]bool{"enablePage": false}},
		"goog:loggingPrefs":  map[string]string{"performance": "ALL"},
	}}}, &opened)
	b.session += "/" + opened.SessionID
	t.Cleanup(func() { b.call(http.MethodDelete, "", nil, nil) })
	b.call(http.MethodPost, "/url", map[string]string{"url": "about:blank"}, nil) // away from the browser's own first page
	return b
}

// call sends one command and reads its value into out, which may be nil.
func (b *browser) call(method, path string, body, out any) {
	b.t.Helper()
	var send io.Reader
	if method == http.MethodPost {
		if body == nil {
			body = map[string]any{}
		}
		data, err := json.Marshal(body)
		if err != nil {
			b.t.Fatal(err)
		}
		send = bytes.NewReader(data)
	}
	request, err := http.NewRequest(method, b.session+path, send)
	if err != nil {
		b.t.Fatal(err)
	}
	answer, err := b.client.Do(request)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		b.t.Fatalf("%s %s: %.600s", method, path, data)
	}
	if out == nil {
		return
	}
	if err := json.Unmarshal(data, &struct{ Value any }{out}); err != nil {
		b.t.Fatalf("%s: %v in %.300s", path, err, data)
	}
}

// open goes to a file.
func (b *browser) open(file string) {
	b.t.Helper()
	b.call(http.MethodPost, "/url", map[string]string{"url": "file://" + file}, nil)
}

// run runs a script in the page and reads what it returns.
func (b *browser) run(script string, out any, args ...any) {
	b.t.Helper()
	if args == nil {
		args = []any{}
	}
	b.call(http.MethodPost, "/execute/sync", map[string]any{"script": script, "args": args}, out)
}

// devtools sends a command of the DevTools protocol.
func (b *browser) devtools(command string, params map[string]any, out any) {
	b.t.Helper()
	if params == nil {
		params = map[string]any{}
	}
	b.call(http.MethodPost, "/goog/cdp/execute", map[string]any{"cmd": command, "params": params}, out)
}

// requests lists what the browser has asked for since the last time.
func (b *browser) requests() []string {
	b.t.Helper()
	var entries []struct{ Message string }
	b.call(http.MethodPost, "/se/log", map[string]string{"type": "performance"}, &entries)
	var asked []string
	for _, e := range entries {
		var m struct {
			Message struct {
				Method string
				Params struct{ Request struct{ URL string } }
			}
		}
		if err := json.Unmarshal([]byte(e.Message), &m); err != nil {
			b.t.Fatal(err)
		}
		// chrome:// is the browser's own first page, out of the binary.
		if url := m.Message.Params.Request.URL; m.Message.Method == "Network.requestWillBeSent" && !strings.HasPrefix(url, "chrome://") {
			asked = append(asked, url)
		}
	}
	return asked
}

// pictures takes a picture of each element that the selector finds, at twice its
// size, also where the window does not reach.
func (b *browser) pictures(selector string) []image.Image {
	b.t.Helper()
	var boxes []map[string]float64
	b.run(`return [...document.querySelectorAll(arguments[0])].map(e => e.getBoundingClientRect())
		.map(r => ({x: r.x + scrollX, y: r.y + scrollY, width: r.width, height: r.height, scale: 2}))`, &boxes, selector)
	var all []image.Image
	for _, box := range boxes {
		var shot struct{ Data string }
		b.devtools("Page.captureScreenshot", map[string]any{"clip": box, "captureBeyondViewport": true}, &shot)
		all = append(all, decoded(b.t, shot.Data))
	}
	return all
}

func decoded(t *testing.T, encoded string) image.Image {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// sheet is a page of a PDF: Skia writes one such object for each.
var sheet = regexp.MustCompile(`/Type */Page[^s]`)

// sheets prints the page and counts its sheets.
func (b *browser) sheets() int {
	b.t.Helper()
	var printed struct{ Data string }
	b.devtools("Page.printToPDF", map[string]any{"preferCSSPageSize": true, "printBackground": true}, &printed)
	data, err := base64.StdEncoding.DecodeString(printed.Data)
	if err != nil {
		b.t.Fatal(err)
	}
	return len(sheet.FindAll(data, -1))
}

// asPrinted sets the page for print on a sheet of that width.
func (b *browser) asPrinted(millimetres float64) {
	b.t.Helper()
	b.devtools("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
	b.devtools("Emulation.setDeviceMetricsOverride", map[string]any{
		"width": int(millimetres * pixels), "height": 1000, "deviceScaleFactor": 1, "mobile": false,
	}, nil)
}

// pixels are the pixels of CSS in a millimetre: 96 to an inch of 25.4 mm.
const pixels = 96 / 25.4
