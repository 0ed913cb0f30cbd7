package screen_test

import (
	"slices"
	"strings"
	"testing"

	"cesta/internal/interview"
	"cesta/internal/screen"
	"cesta/locales"
)

// texts are everything that is to be read on a screen and in its help.
func texts(m *screen.Maker, s screen.Screen) []string {
	help := m.Help(s)
	all := []string{s.Why, s.How, s.FollowUp, s.Progress}
	pairs := slices.Concat(s.Body, help.Body, []screen.Pair{s.Title, s.Choosing, s.Given, s.Banner, help.Title})
	for _, o := range slices.Concat(s.Options, s.Keys) {
		pairs = append(pairs, o.Pair)
	}
	for _, p := range pairs {
		all = append(all, p.Person, p.Officer)
	}
	return all
}

// every step of the engine, each reached by one of the talks below.
var everyStep = []string{
	"language", "language.confirm", "language.other",
	"info.ready", "info.needs", "info.separate", "info.promises", "info.numbers", "info.sign",
	"card.hand-over", "card.interpreter", "card.go-on", "card.thanks", "card.pause", "card.hand-back",
	"info.danger", "info.yours", "info.child", "who", "police-duty", "kept", "interview",
	"caution.silence-and-lawyer", "caution.return", "offer.stop", "correction", "check.offer", "check.review",
	"close.thanks", "close.next", "close.leaflet", "close.carry", "close.second-talk", "close.referral",
	"close.referral.need-help", "close.referral.nickname", "close.referral.language", "close.referral.safe-call", "close.referral.needs",
	"info.told", "offer.more", "place.another", "info.alone", "info.after-no", "result.hidden", "result", "note", "script", "end",
}

// everything walks talks that together show every step.
func everything(t *testing.T, officer screen.Words) (map[string]bool, []string) {
	set := shippedSet(t)
	seen, read := map[string]bool{}, []string{}
	walk := func(p interview.Plan, keys map[string]string, after ...func(talk) []screen.Screen) {
		k := begin(t, p, officer, func(c *screen.Config) { c.Mock = true })
		screens := k.to("never", keys)
		if len(after) > 0 {
			k = begin(t, p, officer)
			screens = append(screens, after[0](k)...)
		}
		for _, s := range screens {
			seen[s.Step.ID] = true
			read = append(read, texts(k.Maker, s)...)
		}
	}
	full, preset := plan(set, "full"), plan(set, "full")
	preset.Language, preset.Judge = "vi", settled{}
	walk(full, map[string]string{"ready.interpreter": "2", "danger.now": "2", "interview": "1", "result.hidden": "1", "close.referral": "1"})
	walk(full, map[string]string{"language": "0", "card.go-on": "2"})
	walk(full, map[string]string{"age.said": "2", "ready.needs-met": "2", "ready.alone": "2"})
	walk(full, map[string]string{"age.said": "1", "check.offer": "1"}, corrected)
	walk(preset, map[string]string{"language.confirm": "2"})
	walk(plan(set, "observe"), nil)
	walk(plan(set, "child"), map[string]string{"child.told": "2"})
	walk(plan(set, "quick"), map[string]string{"age.said": "1"})
	walk(plan(set, "detention"), map[string]string{"age.said": "1", "work.began": "1", "place.another": "1"})
	return seen, read
}

// corrected goes back from the review to an answer and changes it.
func corrected(k talk) []screen.Screen {
	screens := k.to(interview.StepReview, map[string]string{"check.offer": "1"})
	k.press("3")
	screens = append(screens, k.here())
	k.press("8")
	return append(screens, k.here())
}

func TestEveryStepHasEnglishWords(t *testing.T) {
	seen, read := everything(t, english(t))
	for _, id := range everyStep {
		if !seen[id] {
			t.Errorf("no talk of this test comes to %s", id)
		}
	}
	for _, text := range read {
		if strings.Contains(text, "⟦") {
			t.Errorf("no words: %s", text)
		}
	}
}

func TestEveryTitleSaysSomething(t *testing.T) {
	set := shippedSet(t)
	for _, s := range begin(t, plan(set, "full"), english(t)).to("never", nil) {
		if s.Title.Person == "" && s.Title.Officer == "" {
			t.Errorf("%s has no title", s.Step.ID)
		}
		for _, o := range s.Options {
			if o.Key == "" || o.Person == "" && o.Officer == "" {
				t.Errorf("%s: the option %q has no key or no words", s.Step.ID, o.ID)
			}
		}
	}
}

// Words that the person must never meet: results, weights, legal labels, and
// promises (law: what may not be promised; design: nevers 1, 5, 9, 10).
var never = []string{
	"victim", "traffick", "exploit", "offender", "suspect", "illegal", "criminal", "indicat", "score", "risk", "level",
	"evidence", "assess", "positive", "strong", "probab", "believe you", "guarantee", "we promise", "will be safe", "keep secret", "why didn't", "why did you not",
}

func TestNoPersonTextOfTheInterfaceLabelsOrPromises(t *testing.T) {
	words := english(t)
	_, read := everything(t, pseudo{words, "en"})
	checked := 0
	for _, key := range interfaceKeys(read) {
		text := strings.ToLower(words.Text(key))
		checked++
		for _, word := range never {
			if strings.Contains(text, word) {
				t.Errorf("%s: %q stands in %q", key, word, text)
			}
		}
	}
	if checked < 60 {
		t.Errorf("only %d texts were checked", checked)
	}
}

// interfaceKeys finds the keys that the pseudo-language says, those of the
// interface that the person can see.
func interfaceKeys(read []string) []string {
	var keys []string
	for _, text := range read {
		for _, part := range strings.Split(text, "<")[1:] {
			key, _, _ := strings.Cut(part, ">")
			key, _, _ = strings.Cut(key, " ")
			if strings.HasPrefix(key, "person.") && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// A word that no step shows is work for thirteen translators and for nobody.
func TestEveryWordOfAStepIsShownSomewhere(t *testing.T) {
	_, read := everything(t, pseudo{english(t), "en"})
	all := strings.Join(read, " ")
	file, err := locales.FS.ReadFile("languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(file), "\n") {
		key, _, _ := strings.Cut(strings.TrimPrefix(line, "  "), ":")
		ours := slices.ContainsFunc([]string{"person.step.", "officer.step.", "person.option.", "officer.option.", "officer.sign.", "person.caution."},
			func(prefix string) bool { return strings.HasPrefix(key, prefix) })
		common := strings.Count(key, ".") == 2 || strings.HasPrefix(key, "person.option.pause.") // of any step, or of none
		if ours && !common && !strings.Contains(all, "<"+key+">") {
			t.Errorf("%s is never shown", key)
		}
	}
}
