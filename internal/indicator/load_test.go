package indicator_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cesta/indicators"
	"cesta/internal/indicator"
)

func shipped(t *testing.T) *indicator.Set {
	t.Helper()
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// cannotBeAsked lists the published items of the adult labour list that no
// question can establish, with the reason. It is empty: every one of the 67
// can be known to the person or seen by the officer.
var cannotBeAsked = map[string]string{}

func TestQuestionsEstablishEveryPublishedLabourIndicator(t *testing.T) {
	set := shipped(t)
	shown := map[string]bool{}
	for _, q := range set.Questions {
		for _, o := range q.Options {
			for _, id := range o.Shows {
				shown[id] = true
			}
		}
	}
	items := 0
	for _, d := range set.Instrument("labour-adult").Dimensions {
		for _, w := range d.Weights {
			items++
			if _, excused := cannotBeAsked[w.Key]; shown[w.Key] == excused {
				t.Errorf("%s: shown by a question %v, excused %v", w.Key, shown[w.Key], excused)
			}
		}
	}
	if items != 67 {
		t.Errorf("the adult labour list has %d items, want the published 67", items)
	}
}

func TestPublishedCountsPerDimension(t *testing.T) {
	set := shipped(t)
	for id, want := range map[string][]int{"labour-adult": {10, 10, 16, 9, 15, 7}, "labour-child": {10, 10, 15, 8, 15, 7}} {
		var got []int
		for _, d := range set.Instrument(id).Dimensions {
			got = append(got, len(d.Weights))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v items a dimension, want %v", id, got, want)
		}
	}
}

func TestOneAnswerNeverFillsTwoItemsOfADimension(t *testing.T) {
	set := shipped(t)
	for _, ins := range set.Instruments {
		if ins.ID == "reasonable-grounds" {
			continue // its any-means dimension spans phases on purpose
		}
		for _, d := range ins.Dimensions {
			for _, q := range set.Questions {
				for _, o := range q.Options {
					if n := overlap(o.Shows, d); n > 1 && d.ID != "control-signs" {
						t.Errorf("%s: option %s of %s shows %d items of %s", ins.ID, o.ID, q.ID, n, d.ID)
					}
				}
			}
		}
	}
}

func overlap(shows []string, d indicator.Dimension) int {
	n := 0
	for _, w := range d.Weights {
		if slices.Contains(shows, w.Key) {
			n++
		}
	}
	return n
}

// Never 8: ids carry no owner.
func TestIDsCarryNoOwner(t *testing.T) {
	set := shipped(t)
	for _, ins := range set.Instruments {
		for _, owner := range []string{"ilo", "unodc", "raft", "qyit", "polaris", "iom"} {
			if slices.Contains(strings.Split(ins.ID, "-"), owner) {
				t.Errorf("the instrument %s carries the owner %s", ins.ID, owner)
			}
		}
	}
}

// Never 8: nothing shipped claims to be its owner's checked text.
func TestNoShippedInstrumentMayBeNamedAfterItsOwner(t *testing.T) {
	for _, ins := range shipped(t).Instruments {
		if ins.MayBeNamed() {
			t.Errorf("%s would be printed under its owner's name", ins.ID)
		}
	}
}

func TestQuickAsksAtMostTwelveScreensOnAnyPath(t *testing.T) {
	set := shipped(t)
	always, began, notBegan := 0, 0, 0
	for _, sec := range set.Interview("quick").Sections {
		if sec.Stage != indicator.StageQuestions {
			continue
		}
		for _, id := range sec.Questions {
			switch c := set.Question(id).AskWhen; {
			case c == nil:
				always++
			case c.Not != nil:
				notBegan++
			default:
				began++
			}
		}
	}
	if worst := always + max(began, notBegan); worst > 12 {
		t.Errorf("quick asks up to %d screens after consent, want at most 12", worst)
	}
}

// Never 2: what a person is can reach duties only, by no way round.
func TestNoRuleOrConditionCanReadASituation(t *testing.T) {
	question := "- id: pay.kept\n  kind: yes-no\n  audience: person\n  sensitivity: low\n  source: project\n  shows: [exploitation.pay]\n"
	list := "- id: known\n  kind: list\n  audience: officer\n  sensitivity: low\n  source: project\n  items:\n    - {id: eu-citizen, situation: eu-citizen%s}\n    - {id: detained, situation: detained}\n"
	waits := "- {id: later, kind: yes-no, audience: person, sensitivity: low, source: project, ask-when: {answer: {known: [eu-citizen]}}}\n"
	for name, c := range map[string]struct{ text, want string }{
		"a situation that shows":              {question + strings.Replace(list, "%s", ", shows: [exploitation.pay]", 1), "the option eu-citizen of known sets a situation and something that rules read"},
		"a condition on a situation":          {question + strings.Replace(list, "%s", "", 1) + waits, "the question later waits for known, which states a situation"},
		"an option named after a nationality": {question + strings.ReplaceAll(strings.Replace(list, "%s", "", 1), "id: detained,", "id: vietnamese,"), "refers to what a person is (vietnamese)"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := good()
			fsys["questions/a.yaml"] = &fstest.MapFile{Data: []byte(c.text)}
			if _, err := indicator.Load(fsys); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestHashChangesWithEveryByte(t *testing.T) {
	fsys := good()
	before, err := indicator.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	changed := maps.Clone(fsys)
	changed["set.yaml"] = &fstest.MapFile{Data: []byte("id: small\nversion: 0.1.1\n")}
	after, err := indicator.Load(changed)
	if err != nil {
		t.Fatal(err)
	}
	if before.Hash == after.Hash {
		t.Error("another version has the same hash")
	}
}

func FuzzLoadQuestions(f *testing.F) {
	for _, c := range badFiles {
		if strings.HasPrefix(c.file, "questions/") {
			f.Add([]byte(c.text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := good()
		fsys["questions/a.yaml"] = &fstest.MapFile{Data: data}
		set, err := indicator.Load(fsys)
		if err == nil && len(set.Questions) == 0 {
			t.Error("a set without questions loaded")
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := indicator.Load(indicators.Files); err != nil {
			b.Fatal(err)
		}
	}
}
