package assess_test

import (
	"testing"

	"cesta/indicators"
	"cesta/internal/answers"
	"cesta/internal/assess"
	"cesta/internal/indicator"

	"github.com/google/go-cmp/cmp"
)

func shippedAssessor(t *testing.T) *assess.Assessor {
	t.Helper()
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	a, err := assess.Compile(set)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestSituationJoinsSheetAndAnswersAndYesWins(t *testing.T) {
	sheet := answers.Sheet{
		Situation: map[string]string{"detained": "no", "suspected": "yes"},
		Answers: map[string][]answers.Entry{"ready.situation": {{Value: answers.Value{Items: map[string]string{
			"detained": "yes", "suspected": "no", "eu-citizen": "yes",
		}}}}},
	}
	got, err := shippedAssessor(t).Situation(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"detained": "yes", "suspected": "yes", "eu-citizen": "yes"}, got); diff != "" {
		t.Error(diff)
	}
}

// Somebody waits and has not said for what: that is no answer to what waits.
func TestAnUnknownDestinationLeavesItsCoreQuestionOpen(t *testing.T) {
	a := shippedAssessor(t)
	sheet := answers.Sheet{Interview: "full", Answers: map[string][]answers.Entry{
		"work.began": {{Value: answers.Value{Option: "no"}}}, "work.waiting": {{Value: answers.Value{Option: "not-told"}}},
	}}
	got, err := a.Assess(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range got.Core.Open {
		if id == "work.waiting" {
			return
		}
	}
	t.Errorf("open are %v, want work.waiting among them", got.Core.Open)
}
