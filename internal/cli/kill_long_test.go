//go:build long && unix

package cli

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cesta/internal/vault"
)

// kills is how often the talk is killed.
const kills = 200

// TestATalkThatIsKilledLosesNoConfirmedAnswer runs the program itself, types a
// talk into it, kills it at a random moment, looks for what was typed in every
// file, in its arguments and its environment, and reads the draft back. What was
// confirmed, because the next question was drawn, must be there.
func TestATalkThatIsKilledLosesNoConfirmedAnswer(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "cesta")
	if out, err := exec.Command("go", "build", "-o", binary, "cesta/cmd/cesta").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	typed, err := typeTalk("full", map[string]string{
		"ready.needs-met": "yes", "ready.alone": "yes", "ready.restraint": "yes", "ready.interpreter": "none-needed",
		"age.said": "adult", "age.looks": "adult", "work.began": "yes", "documents.kept-at-work": canary,
	})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(strings.TrimSuffix(typed, "\n"), "\n")
	r := rand.New(rand.NewPCG(200, 1))
	p, _, _ := keptProgram(t)
	data, err := p.env.DataDir()
	if err != nil {
		t.Fatal(err)
	}
	drafts := 0
	for i := range kills {
		k := killed{t: t, binary: binary, home: filepath.Dir(data), data: data}
		confirmed := k.run(lines, 1+r.IntN(len(lines)-2), time.Duration(r.IntN(3000))*time.Microsecond)
		k.looks(i)
		drafts += k.read(p, confirmed)
	}
	if drafts < kills*3/4 {
		t.Errorf("only %d of %d kills left a draft to compare", drafts, kills)
	}
	t.Logf("%d kills, %d drafts compared", kills, drafts)
}

// killed is one run of the program.
type killed struct {
	t                  *testing.T
	binary, home, data string
}

// run types lines and kills the program a moment after the last one was written.
// It returns how many of them were confirmed by then: a line is, once the prompt
// behind it was drawn.
func (k killed) run(lines []string, n int, moment time.Duration) (confirmed int) {
	cmd := exec.Command(k.binary, "screen", "--interview", "full", "--language", "en", "--plain")
	cmd.Env = []string{"HOME=" + k.home, "XDG_DATA_HOME=" + k.data, "XDG_CONFIG_HOME=" + filepath.Join(k.home, "config"), "LANG=en", "TERM=dumb", "TMPDIR=" + k.home}
	in, err := cmd.StdinPipe()
	if err != nil {
		k.t.Fatal(err)
	}
	out, err := cmd.StderrPipe()
	if err != nil {
		k.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	prompts := make(chan struct{}, len(lines)+1)
	go watch(out, prompts)
	<-prompts
	for _, line := range lines[:n] {
		if _, err := io.WriteString(in, line); err != nil {
			k.t.Fatal(err)
		}
		if confirmed == n-1 {
			break // the last one is killed in the middle of it
		}
		<-prompts
		confirmed++
	}
	time.Sleep(moment)
	args, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", cmd.Process.Pid))
	env, _ := os.ReadFile(fmt.Sprintf("/proc/%d/environ", cmd.Process.Pid))
	if bytes.Contains(append(args, env...), []byte(canary)) {
		k.t.Error("an answer is in the arguments or the environment")
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return confirmed
}

// watch tells each prompt. A prompt is "> " at the start of a line.
func watch(out io.Reader, prompts chan<- struct{}) {
	before := byte('\n')
	for b := make([]byte, 1); ; {
		if _, err := out.Read(b); err != nil {
			close(prompts)
			return
		}
		if before == '\n' && b[0] == '>' {
			prompts <- struct{}{}
		}
		before = b[0]
	}
}

// canary is an answer that must be nowhere in plain text.
const canary = "kept-from-me"

func (k killed) looks(i int) {
	err := filepath.WalkDir(k.home, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if bytes.Contains(text, []byte(canary)) || bytes.Contains(text, []byte(`"verb":"answer"`)) {
			k.t.Errorf("kill %d: %s holds an answer in plain text", i, name)
		}
		return err
	})
	if err != nil {
		k.t.Error(err)
	}
}

// read opens what the kill has left, compares it and deletes it. It returns how
// many drafts there were.
func (k killed) read(p *program, confirmed int) int {
	store, err := p.openStore()
	if err != nil {
		k.t.Fatal(err)
	}
	drafts, err := store.Drafts()
	if err != nil || len(drafts) > 1 {
		k.t.Fatalf("%v, %d drafts", err, len(drafts))
	}
	if len(drafts) == 0 {
		if confirmed > 0 {
			k.t.Errorf("%d answers were confirmed and there is no draft", confirmed)
		}
		return 0
	}
	again := resumed(k.t, p)
	if n := len(again.keeping.actions); n < confirmed || n > confirmed+1 {
		k.t.Errorf("%d answers are in the draft, %d were confirmed", n, confirmed)
	}
	if err := again.keeping.journal.Discard(); err != nil {
		k.t.Fatal(err)
	}
	if problems, err := vault.Examine(p.env.Files, mustPlaces(k.t, p), p.env.Now, ""); err != nil || len(problems) > 0 {
		k.t.Fatalf("%v, %+v", err, problems)
	}
	return 1
}

func mustPlaces(t *testing.T, p *program) vault.Places {
	t.Helper()
	at, err := p.places()
	if err != nil {
		t.Fatal(err)
	}
	return at
}
