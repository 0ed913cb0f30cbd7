package country

import (
	"slices"
	"testing"
)

// phases lists the ids of duties by phase.
func phases(duties []Duty) map[string][]string {
	all := map[string][]string{}
	for _, d := range duties {
		all[d.Phase] = append(all[d.Phase], d.ID)
	}
	return all
}

func TestDuties(t *testing.T) {
	p := shipped(t)
	yes := func(situations ...string) map[string]string {
		m := map[string]string{}
		for _, s := range situations {
			m[s] = "yes"
		}
		return m
	}
	for _, tt := range []struct {
		sentence  string
		level     string
		marks     []string
		situation map[string]string
		phase     string
		has, not  []string
	}{
		{"strong indications start the clock", "strong-indications", nil, nil, Now, []string{"refer", "pause", "reflection", "leaflet"}, nil},
		{"what is not known about citizenship leaves the clock", "strong-indications", nil, map[string]string{"eu-citizen": "unknown"}, Now, []string{"reflection"}, nil},
		{"a citizen of the EU has no such clock", "strong-indications", nil, yes("eu-citizen"), Now, []string{"refer", "pause"}, []string{"reflection"}},
		{"a citizen of the EU has no such permit", "strong-indications", nil, yes("eu-citizen"), Then, []string{"eu-citizen", "programme"}, []string{"permit"}},
		{"indications remind of the clock", "indications", nil, nil, Then, []string{"reflection-reminder"}, []string{"programme"}},
		{"indications ask for a second talk", "indications", nil, nil, Now, []string{"rest", "second-talk", "ask-specialist", "leaflet"}, []string{"refer"}},
		{"nothing reported still gives the leaflet", "nothing-reported", nil, nil, Now, []string{"nothing-reported", "leaflet"}, []string{"refer"}},
		{"nothing reported is never written as the end of it", "nothing-reported", nil, nil, Never, []string{"never-close"}, nil},
		{"not assessed says what is missing", "not-assessed", nil, nil, Now, []string{"say-missing", "leaflet"}, []string{"nothing-reported"}},
		{"not assessed offers again", "not-assessed", nil, nil, Then, []string{"offer-again"}, nil},
		{"a child is not asked again", "not-assessed", []string{"child"}, nil, Then, []string{"child-specialist"}, []string{"offer-again"}},
		{"a child goes to child protection", "not-assessed", []string{"child"}, nil, Now, []string{"child-stop", "child-ospod", "say-missing"}, nil},
		{"a child is never asked again and again", "not-assessed", []string{"child"}, nil, Never, []string{"never-child-repeat", "never-child-programme", "never-child-detention"}, nil},
		{"danger comes before questions", "not-assessed", []string{"danger"}, nil, Never, []string{"never-questions-first", "never-hand-over"}, nil},
		{"an embassy is never called without consent", "nothing-reported", nil, nil, Never, []string{"never-embassy", "never-employer", "never-promise"}, nil},
		{"the household of a diplomat goes through the specialist", "indications", nil, yes("diplomat-employer"), Now, []string{"diplomat"}, nil},
		{"a suspected person hears of silence first", "indications", nil, yes("suspected"), Now, []string{"suspected-silence"}, nil},
		{"asylum is registered at once", "nothing-reported", nil, yes("asked-for-asylum"), Now, []string{"asylum-register"}, nil},
		{"wages do not wait for a level", "nothing-reported", []string{"labour-rights"}, nil, Now, []string{"labour-wages"}, nil},
		{"detention is reviewed", "strong-indications", nil, yes("detained"), Then, []string{"detained-review", "detained-again"}, nil},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			got := phases(p.DutiesFor(tt.level, tt.marks, tt.situation))[tt.phase]
			for _, id := range tt.has {
				if !slices.Contains(got, id) {
					t.Errorf("%s is not among %v", id, got)
				}
			}
			for _, id := range tt.not {
				if slices.Contains(got, id) {
					t.Errorf("%s is among %v", id, got)
				}
			}
		})
	}
}

func TestDangerIsFirst(t *testing.T) {
	duties := shipped(t).DutiesFor("strong-indications", Marks, nil)
	if duties[0].ID != "danger-separate" {
		t.Errorf("%s is first", duties[0].ID)
	}
	if !slices.IsSortedFunc(duties, func(a, b Duty) int { return slices.Index(Phases, a.Phase) - slices.Index(Phases, b.Phase) }) {
		t.Error("the duties are not in the order of phases")
	}
}

// Marks stand beside the level and hide nothing of it. The only exception is
// in the law of children: what offers another talk.
func TestMarksAddDuties(t *testing.T) {
	p := shipped(t)
	talks := []string{"offer-again", "second-talk", "detained-again"}
	situation := map[string]string{"detained": "yes"}
	for _, level := range Levels {
		for _, mark := range Marks {
			with := p.DutiesFor(level, []string{mark}, situation)
			for _, d := range p.DutiesFor(level, nil, situation) {
				kept := slices.ContainsFunc(with, func(e Duty) bool { return e.ID == d.ID })
				if !kept && !(mark == "child" && slices.Contains(talks, d.ID)) {
					t.Errorf("%s at %s hides %s", mark, level, d.ID)
				}
			}
		}
	}
}

func TestEveryDutyIsSomebodys(t *testing.T) {
	p := shipped(t)
	seen := map[string]bool{}
	for _, level := range Levels {
		for _, mark := range append(Marks, "") {
			for _, situation := range append(Situations, "") {
				for _, d := range p.DutiesFor(level, []string{mark}, map[string]string{situation: "yes"}) {
					seen[d.ID] = true
				}
			}
		}
	}
	for _, d := range p.Duties {
		if !seen[d.ID] {
			t.Errorf("%s never applies", d.ID)
		}
	}
}
