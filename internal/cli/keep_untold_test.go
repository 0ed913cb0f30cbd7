package cli

import (
	"math/rand/v2"
	"strings"
	"testing"

	"cesta/internal/interview"
)

// In a language that lacks the words about keeping nothing is kept, and the
// officer is told: what the person is told must be true.
func TestInALanguageWithoutTheWordsNothingIsKept(t *testing.T) {
	p, disk, _ := keptProgram(t)
	talk := keptTalk(t, p)
	var err error
	if talk.person["en"], err = talk.library.Words("en", "set cesta"); err != nil { // the country's words are left out
		t.Fatal(err)
	}
	before, engine, r := disk.syncs, talk.talker(), rand.New(rand.NewPCG(4, 4))
	for done := 0; done < 12 && engine.Outcome() == interview.Running; {
		if engine.Do(anything(r, engine.Step())) == nil {
			done++
		}
	}
	if disk.syncs != before || talk.keeping.journal != nil {
		t.Error("something was written")
	}
	if notice := talk.keeping.notice(); !strings.Contains(notice, "lacks the text about keeping") {
		t.Errorf("the officer reads %q", notice)
	}
}
