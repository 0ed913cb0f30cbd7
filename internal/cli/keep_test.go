package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cesta/internal/answers"
	"cesta/internal/indicator"
	"cesta/internal/interview"
	"cesta/internal/vault"
)

// frail is the real disk until it is full.
type frail struct {
	vault.Disk
	full  bool
	syncs int
}

func (f *frail) Create(name string) (vault.File, error) {
	if f.full {
		return nil, syscall.ENOSPC
	}
	return f.wrap(f.Disk.Create(name))
}

func (f *frail) Append(name string) (vault.File, error) { return f.wrap(f.Disk.Append(name)) }

func (f *frail) wrap(file vault.File, err error) (vault.File, error) {
	if err != nil {
		return nil, err
	}
	return frailFile{file, f}, nil
}

type frailFile struct {
	vault.File
	disk *frail
}

func (f frailFile) Write(p []byte) (int, error) {
	if f.disk.full {
		n, _ := f.File.Write(p[:len(p)/2])
		return n, syscall.ENOSPC
	}
	return f.File.Write(p)
}

func (f frailFile) Sync() error {
	f.disk.syncs++
	return f.File.Sync()
}

const testPassphrase = "a long passphrase"

// keptProgram is a program on a disk of its own, with records set up.
func keptProgram(t *testing.T) (*program, *frail, *bytes.Buffer) {
	t.Helper()
	return keptIn(t, t.TempDir(), nil, testPassphrase, "")
}

// keptIn sets records up in a folder, by the test's clock if none is given, and
// with the key of an organisation if one is given.
func keptIn(t *testing.T, dir string, now func() time.Time, passphrase, ngo string) (*program, *frail, *bytes.Buffer) {
	t.Helper()
	env, _, errs := testEnv("")
	if now != nil {
		env.Now = now
	}
	disk := &frail{}
	env.Files, env.Work = disk, 4
	env.DataDir = func() (string, error) { return filepath.Join(dir, "data"), nil }
	p := &program{env: env}
	if err := p.start(nil); err != nil {
		t.Fatal(err)
	}
	at, err := p.places()
	if err != nil {
		t.Fatal(err)
	}
	all := map[vault.Role]string{vault.RoleDraft: passphrase, vault.RoleStation: passphrase, vault.RoleRecovery: passphrase}
	if _, err := vault.SetUp(disk, at, env.Now, vault.Setup{Kind: vault.X25519, Keys: filepath.Join(dir, "stick"), Recovery: filepath.Join(dir, "safe"), NGO: ngo, Passphrases: all, Work: 4}); err != nil {
		t.Fatal(err)
	}
	return p, disk, errs
}

// keptTalk is a talk that is being kept.
func keptTalk(t *testing.T, p *program) *talk {
	t.Helper()
	return keptTalkOf(t, p, "full")
}

func keptTalkOf(t *testing.T, p *program, id string) *talk {
	t.Helper()
	talk, err := p.prepare(screenOptions{interview: id, language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if err := talk.keep(false); err != nil {
		t.Fatal(err)
	}
	return talk
}

// resumed opens the one draft, as after a new start of the program.
func resumed(t *testing.T, p *program) *talk {
	t.Helper()
	return resumedWith(t, p, testPassphrase)
}

func resumedWith(t *testing.T, p *program, passphrase string) *talk {
	t.Helper()
	p.env.In = strings.NewReader(passphrase + "\n")
	store, err := p.openStore()
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.openDraft(t.Context(), store, "")
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// anything does something that a person might do here, by chance.
func anything(r *rand.Rand, s interview.Step) interview.Action {
	switch n := r.IntN(20); {
	case n == 0 && s.CanBack:
		return interview.Action{Verb: interview.Back}
	case n == 1 && s.CanSkip:
		return interview.Action{Verb: interview.Skip}
	case n == 2:
		return interview.Action{Verb: interview.Pause}
	}
	if s.Kind == interview.KindReview || len(s.Options) == 0 {
		return interview.Action{Verb: interview.Next}
	}
	option := s.Options[r.IntN(len(s.Options))]
	switch {
	case s.ID == interview.StepLanguageConfirm, s.ID == interview.PartInterview, s.Kind == interview.KindCard:
		option = answers.Yes
	case option == interview.OptStop, s.ID == interview.StepSeparate:
		option = interview.OptGoOn
	}
	if s.Kind != interview.KindQuestion {
		return interview.Action{Verb: interview.Choose, Option: option}
	}
	if s.Question.Kind == indicator.List {
		return interview.Action{Verb: interview.Answer, Value: answers.Value{Items: map[string]string{option: answers.Yes}}}
	}
	return interview.Action{Verb: interview.Answer, Value: answers.Value{Option: option}}
}

// onward are the answers that keep a talk going.
var onward = map[string]string{
	"ready.needs-met": "yes", "ready.alone": "yes", "ready.restraint": "yes", "ready.interpreter": "none-needed", "ready.reason": "first-talk",
	"age.said": "adult", "age.looks": "adult", "work.began": "yes", interview.StepMore: interview.OptGoOn, interview.StepOffer: interview.OptGoOn,
}

// tells does something that leads further: by chance where the person is asked,
// through several places of work, and from the short talk into the longer one,
// which is offered where the short one has found nothing.
func (t *talk) tells(r *rand.Rand) interview.Action {
	step := t.engine.Step()
	asked := step.Question != nil && step.Audience == indicator.Person
	settled := t.plan.Interview == "quick" && t.engine.Choices()[interview.StepMore] == ""
	word, ok := onward[step.ID]
	switch {
	case step.ID == interview.StepAnother:
		word, ok = []string{answers.Yes, answers.Yes, answers.No}[r.IntN(3)], true
	case !ok && asked && !settled:
		return anything(r, step)
	}
	key := harmless(step)
	s := t.maker.Screen(step)
	for _, o := range s.Options {
		if ok && o.ID == word {
			key = o.Key
		}
	}
	a, _ := s.Act(enter(key))
	return a
}

// TestATalkThatIsCutOffGoesOnExactlyThere cuts talks off at every length and
// compares the whole engine: step, answers, choices and the way to them.
func TestATalkThatIsCutOffGoesOnExactlyThere(t *testing.T) {
	p, _, _ := keptProgram(t)
	for i, length := range []int{3, 5, 9, 15, 24, 40, 70, 110} {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		cutOff(t, p, "full", length, func(talk *talk) interview.Action { return anything(r, talk.engine.Step()) })
	}
	if testing.Short() {
		return
	}
	for _, id := range []string{"full", "quick", "detention"} {
		places, more := 0, false
		for i, length := range []int{100, 160} {
			r := rand.New(rand.NewPCG(uint64(i), 8))
			cut := cutOff(t, p, id, length, func(talk *talk) interview.Action { return talk.tells(r) })
			places = max(places, cut.engine.Sheet().Places())
			more = more || cut.engine.Choices()[interview.StepMore] == interview.OptGoOn
		}
		if places < 2 {
			t.Errorf("%s: no talk was cut off that told of a second place of work", id)
		}
		if id == "quick" && !more {
			t.Error("no short talk was cut off that had led into the longer one")
		}
	}
}

// cutOff holds a talk for some steps, and another that goes on with its draft.
func cutOff(t *testing.T, p *program, id string, length int, next func(*talk) interview.Action) *talk {
	t.Helper()
	talk := keptTalkOf(t, p, id)
	engine := talk.talker()
	for n := 0; n < length && engine.Outcome() == interview.Running && engine.Step().Kind != interview.KindEnd; {
		if engine.Do(next(talk)) == nil {
			n++
		}
	}
	was := stateOf(talk)
	if talk.keeping.journal == nil || talk.keeping.trouble != nil {
		t.Fatalf("%s, %d steps: nothing is kept: %v", id, length, talk.keeping.trouble)
	}
	_ = talk.keeping.journal.Close() // all that a killed process does
	again := resumed(t, p)
	if diff := cmp.Diff(was, stateOf(again)); diff != "" {
		t.Errorf("%s, after %d steps (-was +is):\n%s", id, length, diff)
	}
	if !again.papers.began.Equal(talk.papers.began) {
		t.Errorf("the talk began %v, now %v", talk.papers.began, again.papers.began)
	}
	if err := again.keeping.journal.Discard(); err != nil {
		t.Fatal(err)
	}
	return again
}

// stateOf is everything that can be seen of a talk, but for what passes.
func stateOf(t *talk) map[string]any {
	var way []string
	for _, e := range t.engine.Trace() {
		if !passing[e.Verb] {
			way = append(way, e.String())
		}
	}
	return map[string]any{
		"step": t.engine.Step().ID, "sheet": t.engine.Sheet(), "choices": t.engine.Choices(), "way": way,
		"shown": t.keeping.shown, "asked": t.keeping.asked,
	}
}

// TestATalkThatWasOnlyNotSealedIsSealedByResume: killed after the last page, it
// has no page left to show.
func TestATalkThatWasOnlyNotSealedIsSealedByResume(t *testing.T) {
	p, _, _ := keptProgram(t)
	talk := keptTalk(t, p)
	allowing(t, talk)
	_ = talk.keeping.journal.Close()
	again := resumed(t, p)
	if err := again.goOn(t.Context()); err != nil {
		t.Fatal(err)
	}
	store, err := p.openStore()
	if err != nil {
		t.Fatal(err)
	}
	records, errList := store.List()
	drafts, errDrafts := store.Drafts()
	if errList != nil || errDrafts != nil || len(records) != 1 || len(drafts) > 0 {
		t.Errorf("%v, %v, %d records, %d drafts", errList, errDrafts, len(records), len(drafts))
	}
}

// TestTheMenuLeadsToTheDraft that is there, and says nothing of drafts else.
func TestTheMenuLeadsToTheDraft(t *testing.T) {
	p, _, errs := keptProgram(t)
	p.env.In = strings.NewReader("0\n")
	if err := p.menu(t.Context()); err != nil || strings.Contains(errs.String(), "unfinished talk") {
		t.Fatalf("%v\n%s", err, errs)
	}
	talk := keptTalk(t, p)
	allowing(t, talk)
	_ = talk.keeping.journal.Close()
	p.env.In = strings.NewReader("2\nnot the passphrase\n2\n" + testPassphrase + "\n")
	if err := p.menu(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"2  Go on with an unfinished talk", "does not open the key", "sealed as the record"} {
		if !strings.Contains(errs.String(), text) {
			t.Errorf("%q is not in\n%s", text, errs)
		}
	}
}

// TestEveryAnswerIsOnTheDiskBeforeTheNextQuestion: when Do returns, a second
// process reads it.
func TestEveryAnswerIsOnTheDiskBeforeTheNextQuestion(t *testing.T) {
	p, disk, _ := keptProgram(t)
	talk := keptTalk(t, p)
	engine := talk.talker()
	r := rand.New(rand.NewPCG(1, 1))
	for range 30 {
		before := disk.syncs
		a := anything(r, engine.Step())
		if err := engine.Do(a); err != nil {
			continue
		}
		if !passing[a.Verb] && disk.syncs == before {
			t.Fatalf("%v was not synced", a)
		}
		if talk.keeping.saved != len(talk.keeping.actions) {
			t.Fatal("something is not saved")
		}
	}
}

// TestAFullDiskIsShownAndTheTalkGoesOn: and when there is room again, all is saved.
func TestAFullDiskIsShownAndTheTalkGoesOn(t *testing.T) {
	p, disk, errs := keptProgram(t)
	talk := keptTalk(t, p)
	engine := talk.talker()
	r := rand.New(rand.NewPCG(2, 2))
	hold := func(n int) {
		for done := 0; done < n; {
			if a := anything(r, engine.Step()); engine.Do(a) == nil && !passing[a.Verb] {
				done++
			}
		}
	}
	hold(10)
	disk.full = true
	hold(1)
	s := talk.maker.Screen(engine.Step())
	if !s.Silent && !strings.Contains(s.Banner.Officer, "NOT SAVED") {
		t.Errorf("the failed save is not on the screen: %+v", s.Banner)
	}
	hold(5)
	if talk.keeping.trouble == nil {
		t.Error("the trouble is forgotten while the disk is full")
	}
	disk.full = false
	hold(1)
	if talk.keeping.trouble != nil || talk.keeping.notice() != "" {
		t.Errorf("there is room again: %v", talk.keeping.trouble)
	}
	want := stateOf(talk)
	_ = talk.keeping.journal.Close()
	store, _ := p.openStore()
	if drafts, err := store.Drafts(); err != nil || len(drafts) != 1 {
		t.Fatalf("%v, %+v", err, drafts)
	}
	if diff := cmp.Diff(want, stateOf(resumed(t, p))); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(errs.String(), "panic") {
		t.Error(errs.String())
	}
}

// TestATalkThatCannotBeSavedAtItsEndSaysSo: the officer must know before they leave.
func TestATalkThatCannotBeSavedAtItsEndSaysSo(t *testing.T) {
	p, disk, _ := keptProgram(t)
	talk := keptTalk(t, p)
	engine := talk.talker()
	r := rand.New(rand.NewPCG(3, 3))
	for range 12 {
		_ = engine.Do(anything(r, engine.Step()))
	}
	disk.full = true
	_ = engine.Do(interview.Action{Verb: interview.Next})
	for range 6 {
		_ = engine.Do(anything(r, engine.Step()))
	}
	_ = engine.Do(interview.Action{Verb: interview.Abort})
	var f *failure
	if err := talk.keeping.end(); !errors.As(err, &f) || !strings.Contains(f.text, "could not be saved") {
		t.Errorf("got %v", err)
	}
}

// TestASetThatHasChangedSinceIsTakenFromTheDraft: the talk goes on with the
// questions it began with.
func TestASetThatHasChangedSinceIsTakenFromTheDraft(t *testing.T) {
	p, _, _ := keptProgram(t)
	talk := keptTalk(t, p)
	h, err := readHead(talk.keeping.first)
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.prepareDraft(h)
	if err != nil || again.set == talk.set || again.set.Hash != talk.set.Hash {
		t.Fatalf("%v", err)
	}
	h.Hash = "000000000000"
	if _, err := p.prepareDraft(h); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("another set was taken: %v", err)
	}
	t.Logf("a draft begins with %d bytes, %d of them the set", len(talk.keeping.first), len(h.Set))
}

// TestWhatARecordHoldsGivesTheSameAnswers: taken apart and put together again.
func TestWhatARecordHoldsGivesTheSameAnswers(t *testing.T) {
	p, _, _ := keptProgram(t)
	for i := range 5 {
		r := rand.New(rand.NewPCG(uint64(i), 9))
		talk := keptTalk(t, p)
		for range 120 {
			_ = talk.engine.Do(anything(r, talk.engine.Step()))
		}
		sameAgain(t, talk)
	}
	for _, id := range []string{"full", "quick", "detention"} {
		places := 0
		for i := range 3 {
			r := rand.New(rand.NewPCG(uint64(i), 10))
			talk := keptTalkOf(t, p, id)
			for range 120 {
				_ = talk.engine.Do(talk.tells(r))
			}
			sameAgain(t, talk)
			places = max(places, talk.engine.Sheet().Places())
		}
		if places < 2 {
			t.Errorf("%s: no record with a second place of work was compared", id)
		}
	}
}

// sameAgain takes the answers of a talk apart, as a record holds them, and
// together again: the sheet, and all that follows from it. The values of the
// indicators tell of each place too.
func sameAgain(t *testing.T, talk *talk) {
	t.Helper()
	want := talk.engine.Sheet()
	r := vault.Record{Parts: talk.parts()}
	got, err := sheetOf(&r)
	if err != nil {
		t.Fatal(err)
	}
	got.Set, got.Case, got.Indicators = want.Set, want.Case, want.Indicators
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-talk +record)\n%s", diff)
	}
	wantA, errWant := talk.assessor.Assess(want)
	gotA, errGot := talk.assessor.Assess(got)
	if errWant != nil || errGot != nil {
		t.Fatal(errWant, errGot)
	}
	if diff := cmp.Diff(fmt.Sprintf("%+v", wantA), fmt.Sprintf("%+v", gotA)); diff != "" {
		t.Error(diff)
	}
	var values map[string]string
	if err := json.Unmarshal(r.Parts[vault.PartIndicators], &values); err != nil {
		t.Fatal(err)
	}
	for place := answers.First + 1; place <= want.Places(); place++ {
		of := 0
		for ref := range values {
			if _, n := answers.SplitRef(ref); n == place {
				of++
			}
		}
		if given := len(want.At(place)); given > 2 && of == 0 {
			t.Errorf("%d answers about place %d and no value", given, place)
		}
	}
}

func TestTheDayOfReviewIsHalfAYearOn(t *testing.T) {
	p, _, _ := keptProgram(t)
	if got := keptTalk(t, p).review().Format(time.DateOnly); got != "2027-05-23" {
		t.Errorf("got %s", got)
	}
}
