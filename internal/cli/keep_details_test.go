package cli

import (
	"bytes"
	"strings"
	"testing"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/vault"
)

// allowing drives a talk to its end in which the person allows the items to be told.
func allowing(t *testing.T, talk *talk, items ...string) {
	t.Helper()
	engine := talk.talker()
	for engine.Outcome() == interview.Running {
		step := engine.Step()
		a := interview.Action{Verb: interview.Next}
		switch {
		case step.Kind == interview.KindQuestion:
			a = interview.Action{Verb: interview.Skip}
		case step.ID == interview.StepReferral:
			a = interview.Action{Verb: interview.Choose, Option: answers.Yes}
		case strings.HasPrefix(step.ID, interview.StepReferral+"."):
			a = interview.Action{Verb: interview.Choose, Option: answers.No}
			for _, item := range items {
				if step.ID == interview.StepReferral+"."+item {
					a.Option = answers.Yes
				}
			}
		case step.ID == interview.StepHidden:
			a = interview.Action{Verb: interview.Choose, Option: interview.OptFinish}
		case step.ID == interview.StepMore || step.ID == interview.StepAnother || step.ID == interview.StepCheck:
			a = interview.Action{Verb: interview.Choose, Option: answers.No}
		case len(step.Options) > 0:
			a = interview.Action{Verb: interview.Choose, Option: step.Options[0]}
		}
		if err := engine.Do(a); err != nil {
			t.Fatalf("%s at %s: %v", a.Verb, step.ID, err)
		}
	}
}

// What a person wants the organisation to have is in its part alone.
func TestDetailsForTheOrganisationAreInNoOtherPart(t *testing.T) {
	p, _, _ := keptProgram(t)
	talk := keptTalk(t, p)
	talk.keeping.store.Station.Periods[0].NGO = "age1organisation"
	errs := &bytes.Buffer{}
	talk.env.In, talk.env.Err = strings.NewReader("Maria\n\nevenings\n"), errs
	talk.env.IsTerminal = func(s any) bool { return s == talk.env.In }
	allowing(t, talk, "nickname", "safe-call")
	talk.details = talk.askDetails()
	sealed := talk.sealing("")
	if got := string(sealed.NGO.Parts[vault.PartContact]); !strings.Contains(got, "Maria") || !strings.Contains(got, "evenings") {
		t.Errorf("the organisation gets %s", got)
	}
	for name, part := range sealed.Station.Parts {
		if strings.Contains(string(part), "Maria") {
			t.Errorf("the part %s of the station holds the name", name)
		}
	}
	if strings.Contains(errs.String(), "Maria") {
		t.Error("the name was printed")
	}
}

func TestNothingIsAskedForThatMayNotBeTold(t *testing.T) {
	for name, change := range map[string]func(*talk){
		"no key of an organisation": func(t *talk) { t.keeping.store.Station.Periods[0].NGO = "" },
		"no terminal":               func(t *talk) { t.env.IsTerminal = func(any) bool { return false } },
	} {
		p, _, _ := keptProgram(t)
		talk := keptTalk(t, p)
		talk.keeping.store.Station.Periods[0].NGO = "age1organisation"
		talk.env.In = strings.NewReader("Maria\n")
		talk.env.IsTerminal = func(s any) bool { return s == talk.env.In }
		change(talk)
		allowing(t, talk, "nickname")
		if got := talk.askDetails(); got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
	p, _, _ := keptProgram(t)
	talk := keptTalk(t, p)
	talk.keeping.store.Station.Periods[0].NGO = "age1organisation"
	talk.env.In = strings.NewReader("Maria\n")
	talk.env.IsTerminal = func(s any) bool { return s == talk.env.In }
	allowing(t, talk, "need-help")
	if got := talk.askDetails(); got != nil {
		t.Errorf("no item that has lines: %v", got)
	}
}
