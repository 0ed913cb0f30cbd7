//go:build long && linux

package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/screen"
	"cesta/internal/vault"
)

// typists are how many talks are typed beside each other, killsEach how often
// each of them is killed at least, and most how many pages may lie between two
// kills; where tests are to be short one talk is killed a few times.
const typists, killsEach, most = 5, 40, 7

// TestWhatIsTypedInATerminalIsNeitherLostNorFound types talks in full screen on
// a terminal, with unique words wherever free text can be typed, kills the
// program at random moments, a page just answered or a word half typed, and goes
// on with cesta resume until the record is sealed and referred. No typed word and
// no answer may ever be in a file, an argument or the environment, and whatever
// was confirmed, because the next page was drawn, must be there.
func TestWhatIsTypedInATerminalIsNeitherLostNorFound(t *testing.T) {
	binary := buildFor(t, "linux", "", "cesta/cmd/cesta")
	kills, n, pages := killsEach, typists, most
	if testing.Short() {
		kills, n, pages = 5, 1, 30
	}
	for i := range n {
		t.Run(fmt.Sprintf("typist %d", i+1), func(t *testing.T) {
			t.Parallel()
			newTypist(t, binary, uint64(i)).work(kills, pages)
		})
	}
}

// typist is somebody who types, and what they know of it.
type typist struct {
	t            *testing.T
	r            *rand.Rand
	p            *program // reads what was written, in this process
	binary, home string
	ngo          *age.X25519Identity // of the organisation

	pass, name, phone, search string // the unique words
	secrets                   []string

	talk      *talk            // the same talk in this process: what ought to be on the screen
	done      []map[string]any // what was typed at it, as it stands in a draft
	confirmed int              // how much of that, because the next page was drawn

	opener string // the key that brought the page

	kills, resumes, compared, records int
}

func newTypist(t *testing.T, binary string, seed uint64) *typist {
	y := &typist{t: t, r: rand.New(rand.NewPCG(seed, 11)), binary: binary, home: t.TempDir()}
	y.pass = "pass" + y.word() + " and some more"
	y.name, y.phone, y.search = "Name"+y.word(), "77"+strings.Repeat(fmt.Sprint(1+seed%9), 8), "q"+y.word()
	y.secrets = []string{y.pass, y.pass[:12], y.name, y.phone, y.search, `"verb":"answer"`, `"verb":"choose"`}
	var err error
	if y.ngo, err = age.GenerateX25519Identity(); err != nil {
		t.Fatal(err)
	}
	y.p, _, _ = keptIn(t, y.home, time.Now, y.pass, y.ngo.Recipient().String())
	return y
}

// word is one that nobody else types. It has no digits: those choose.
func (y *typist) word() string {
	var b strings.Builder
	for range 10 {
		b.WriteByte("bcdfghjklmnpqrstvwxz"[y.r.IntN(20)])
	}
	return b.String()
}

func (y *typist) start(args ...string) *terminal {
	cmd := exec.Command(y.binary, args...)
	cmd.Dir = y.home
	cmd.Env = []string{
		"HOME=" + y.home, "XDG_DATA_HOME=" + filepath.Join(y.home, "data"), "XDG_CONFIG_HOME=" + filepath.Join(y.home, "config"),
		"TMPDIR=" + y.home, "LANG=en_GB.UTF-8", "TERM=xterm-256color", "PATH=/usr/bin:/bin",
	}
	return onTerminal(y.t, cmd)
}

// work holds talks until the program was killed often enough and a record is sealed.
func (y *typist) work(kills, pages int) {
	for y.records == 0 || y.kills < kills {
		y.leg(1 + y.r.IntN(pages))
	}
	y.t.Logf("killed %d times, gone on %d times, %d drafts compared, %d records", y.kills, y.resumes, y.compared, y.records)
}

// leg is one run of the program, from its start or from a draft over some pages
// to a kill, or to the end of the talk.
func (y *typist) leg(pages int) {
	var x *terminal
	if y.talk == nil {
		x = y.start("screen", "--interview", "full")
		y.begin()
	} else {
		x = y.start("resume")
		x.waitFor("Passphrase of the")
		if y.r.IntN(6) == 0 {
			x.write(y.pass[:12+y.r.IntN(len(y.pass)-12)])
			y.kill(x)
			return
		}
		x.line(y.pass)
		y.resumes++
	}
	if y.talk.engine.Outcome() != interview.Running { // killed when all but the details was done
		y.finish(x)
		return
	}
	y.drawn(x, "")
	y.opener = ""
	for range pages {
		before := y.answer(x)
		if y.talk.engine.Outcome() != interview.Running {
			y.finish(x)
			return
		}
		if y.r.IntN(4) == 0 { // in the middle of it
			time.Sleep(time.Duration(y.r.IntN(20000)) * time.Microsecond)
			break
		}
		y.drawn(x, before)
		y.confirmed = len(y.done)
	}
	y.kill(x)
}

func (y *typist) begin() {
	t, err := y.p.prepare(screenOptions{interview: "full"})
	if err != nil {
		y.t.Fatal(err)
	}
	y.talk, y.done, y.confirmed = t, nil, 0
}

// drawn waits for the page of the step that the talk is at.
func (y *typist) drawn(x *terminal, before string) {
	y.t.Helper()
	s := y.talk.maker.Screen(y.talk.engine.Step())
	title := plainWords(s.Title.Officer)
	if s.Title.Officer == "" {
		title = plainWords(s.Title.Person)
	}
	x.wait("the page of "+s.Step.ID+", "+title, func(screen string) bool { return screen != before && strings.Contains(screen, title) })
}

// settled is longer than a page takes no answer; the key that brought it must
// wait for twice as long.
const settled = 400 * time.Millisecond

// answer types an answer to the page, and gives what the screen was before the
// last key of it.
func (y *typist) answer(x *terminal) (before string) {
	y.t.Helper()
	s := y.talk.maker.Screen(y.talk.engine.Step())
	a, keys := y.choose(s)
	if time.Sleep(settled); slices.Contains(keys, y.opener) {
		time.Sleep(settled)
	}
	if s.Step.ID == interview.StepLanguage {
		for _, letter := range y.search {
			x.press(string(letter))
		}
		x.waitFor(y.search)
		for range y.search {
			x.press("\x7f")
			time.Sleep(150 * time.Millisecond) // a held key does nothing
		}
		for _, letter := range "english" {
			x.press(string(letter))
		}
		keys = []string{"1"}
	}
	for _, key := range keys[:len(keys)-1] {
		x.press(key)
	}
	before = x.screen()
	y.opener = keys[len(keys)-1]
	x.write(y.opener)
	if err := y.talk.engine.Do(a); err != nil {
		y.t.Fatalf("%v at %s", err, s.Step.ID)
	}
	if !passing[a.Verb] {
		y.done = append(y.done, comparable(y.t, action{string(a.Verb), a.Value, a.Option, a.Target, time.Time{}}))
	}
	return before
}

// comparable is an action as a draft holds it, without its time.
func comparable(t *testing.T, a any) map[string]any {
	t.Helper()
	text, isText := a.([]byte)
	if !isText {
		text = raw(a)
	}
	var all map[string]any
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	delete(all, "at")
	return all
}

// choose takes an answer by chance where the person is asked, and else the way
// on. What it chooses is looked for in the files from now on.
func (y *typist) choose(s screen.Screen) (interview.Action, []string) {
	y.t.Helper()
	word := ""
	asked := s.Step.Kind == interview.KindQuestion && s.Step.Audience == indicator.Person
	switch {
	case s.Step.ID == interview.StepLanguage:
		word = "en"
	case s.Step.ID == "work.began", strings.HasPrefix(s.Step.ID, interview.StepReferral):
		word = answers.Yes
	case s.Step.ID == interview.StepAnother && y.r.IntN(2) == 0:
		word = answers.No
	case asked && s.Step.ID != "age.said":
		word = s.Options[y.r.IntN(len(s.Options))].ID
		y.secrets = append(y.secrets, `"`+s.Step.ID+`"`, `"`+word+`"`)
	}
	keys := keysFor(y.t, s, word)
	a, ok := s.Act(keys[0])
	if !ok {
		y.t.Fatalf("%v does nothing at %s", keys, s.Step.ID)
	}
	switch {
	case keys[0] == screen.KeyNext:
		keys = []string{"\x1b[F", "\r"} // a long page is left at its end
	case s.List && !slices.Contains([]string{screen.KeyNone, screen.KeyUnknown, screen.KeyRefused}, keys[0]):
		keys = append(keys, "\r")
	case s.Step.Kind == interview.KindConsent:
		keys = append([]string{"\x1b[F"}, keys...)
	}
	return a, keys
}

// kill looks at the program from outside, kills it, looks for what was typed and
// compares what is in the draft.
func (y *typist) kill(x *terminal) {
	y.t.Helper()
	var outside []byte
	for _, name := range []string{"cmdline", "environ"} {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", x.cmd.Process.Pid, name))
		if err != nil {
			y.t.Error(err)
		}
		outside = append(outside, text...)
	}
	if strings.Contains(x.screen(), y.pass[:12]) {
		y.t.Errorf("the passphrase can be read:\n%s", x.screen())
	}
	x.kill()
	y.kills++
	y.looks("the arguments or the environment", outside)
	y.lookInFiles()
	if y.talk != nil {
		y.compare()
	}
}

func (y *typist) looks(where string, text []byte) {
	y.t.Helper()
	for _, secret := range y.secrets {
		if bytes.Contains(text, []byte(secret)) {
			y.t.Errorf("%q is in %s", secret, where)
		}
	}
}

// lookInFiles looks into every file that the program could have written, and at
// its name.
func (y *typist) lookInFiles() {
	y.t.Helper()
	err := filepath.WalkDir(y.home, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			y.looks("the name of a folder", []byte(name))
			return err
		}
		text, err := os.ReadFile(name)
		y.looks(name, append([]byte(name+"\n"), text...))
		return err
	})
	if err != nil {
		y.t.Error(err)
	}
}

// compare reads the draft. Everything that was confirmed is in it, in order, and
// nothing that was not typed; then the talk goes on where the draft stands.
func (y *typist) compare() {
	y.t.Helper()
	store, err := y.p.openStore()
	if err != nil {
		y.t.Fatal(err)
	}
	drafts, err := store.Drafts()
	if err != nil || len(drafts) > 1 {
		y.t.Fatalf("%v, %d drafts", err, len(drafts))
	}
	if len(drafts) == 0 {
		if y.confirmed > 0 { // the language is the first that is kept, with all before it
			y.t.Errorf("%d answers were confirmed and there is no draft", y.confirmed)
		}
		y.talk = nil
		return
	}
	again := resumedWith(y.t, y.p, y.pass)
	if err := again.keeping.journal.Close(); err != nil {
		y.t.Fatal(err)
	}
	var held []map[string]any
	for _, record := range again.keeping.actions {
		held = append(held, comparable(y.t, record))
	}
	if n := len(held); n < y.confirmed || n > len(y.done) {
		y.t.Fatalf("%d answers are in the draft, %d were typed, %d of them confirmed", n, len(y.done), y.confirmed)
	}
	if diff := cmp.Diff(y.done[:len(held)], held); diff != "" {
		y.t.Fatalf("(-typed +in the draft)\n%s", diff)
	}
	y.talk, y.done, y.confirmed = again, held, len(held)
	y.compared++
}

// finish is the end of a talk: a record with everything that was typed, which is
// then referred, with words typed that no record holds.
func (y *typist) finish(x *terminal) {
	y.t.Helper()
	if y.r.IntN(3) > 0 {
		x.waitFor(referLines[0])
		x.write(y.name[:8])
		x.waitFor(y.name[:8])
		y.kill(x)
		return
	}
	y.details(x)
	if status := x.end(); status != 0 {
		y.t.Fatalf("exit status %d:\n%s", status, x.screen())
	}
	y.lookInFiles()
	want := y.talk.engine.Sheet()
	y.talk = nil
	if !strings.Contains(x.screen(), "sealed as the record") {
		return // a talk that may not be kept
	}
	y.records++
	store, err := y.p.openStore()
	if err != nil {
		y.t.Fatal(err)
	}
	infos, err := store.List()
	if err != nil || len(infos) != y.records {
		y.t.Fatalf("%v, %d records, want %d", err, len(infos), y.records)
	}
	id := sealedAs.FindStringSubmatch(x.screen())[1]
	info, err := store.Find(id)
	if err != nil {
		y.t.Fatal(err)
	}
	r, err := store.Show(info.ID, y.stationKey(store, info.Period))
	if err != nil {
		y.t.Fatal(err)
	}
	got, err := sheetOf(r)
	if err != nil {
		y.t.Fatal(err)
	}
	got.Set, got.Case = want.Set, want.Case
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		y.t.Errorf("(-typed +in the record)\n%s", diff)
	}
	y.organisation(filepath.Join(y.home, "data", "cesta", "records", "sealed", info.ID+".ngo.age"))
	for step := range 4 {
		y.refer(id, step)
	}
	if problems, err := vault.Examine(y.p.env.Files, mustPlaces(y.t, y.p), y.p.env.Now, ""); err != nil || len(problems) > 0 {
		y.t.Errorf("%v, %+v", err, problems)
	}
}

// details types what the person wants the organisation to have.
func (y *typist) details(x *terminal) {
	y.t.Helper()
	for i, word := range []string{y.name, y.phone, "evening", "a doctor"} {
		x.waitFor(referLines[i])
		x.write(word + "\n")
	}
}

// organisation opens its part, and finds there what was typed for it.
func (y *typist) organisation(file string) {
	y.t.Helper()
	f, err := os.Open(file)
	if err != nil {
		y.t.Fatal(err)
	}
	defer f.Close()
	plain, err := age.Decrypt(f, y.ngo)
	if err != nil {
		y.t.Fatal(err)
	}
	text, err := io.ReadAll(plain)
	if err != nil || !bytes.Contains(text, []byte(y.name)) || !bytes.Contains(text, []byte(y.phone)) {
		y.t.Errorf("%v, the organisation gets\n%s", err, text)
	}
}

func (y *typist) stationKey(store *vault.Store, period string) *vault.Identity {
	y.t.Helper()
	file, err := os.ReadFile(filepath.Join(store.Station.Keys, vault.KeyFile(vault.RoleStation, period)))
	if err != nil {
		y.t.Fatal(err)
	}
	key, err := vault.Unlock(file, y.pass)
	if err != nil {
		y.t.Fatal(err)
	}
	return key
}

// refer types a referral, and is killed at a word of it, or not at all.
func (y *typist) refer(id string, killedAt int) {
	y.t.Helper()
	x := y.start("refer")
	x.waitFor("record")
	x.line(id)
	x.waitFor("Passphrase of the")
	if killedAt == 0 {
		x.write(y.pass)
		y.kill(x)
		return
	}
	x.line(y.pass)
	x.waitFor("Number of the organisation")
	x.line("1")
	for i, word := range []string{y.name, y.phone, "evening", "a doctor"} {
		x.waitFor(referLines[i])
		x.write(word)
		if killedAt == i+1 && i < 2 {
			x.waitFor(word)
			y.kill(x)
			return
		}
		x.write("\n")
	}
	if status := x.end(); status != 0 || !strings.Contains(x.screen(), y.name) || !strings.Contains(x.screen(), y.phone) {
		y.t.Errorf("exit status %d:\n%s", status, x.screen())
	}
	y.lookInFiles()
}

// referLines are the words before what is typed in a referral.
var referLines = []string{"First name", "A safe way to call", "When a call is safe", "What the person needs now"}
