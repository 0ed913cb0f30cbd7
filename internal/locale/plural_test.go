package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestPluralFormsOfWholeNumbers(t *testing.T) {
	for tag, want := range map[string]map[int]string{
		"en": {0: "other", 1: "one", 2: "other", 21: "other", -1: "one"},
		"cs": {0: "other", 1: "one", 2: "few", 4: "few", 5: "other", 21: "other", 22: "other"},
		"uk": {0: "many", 1: "one", 2: "few", 4: "few", 5: "many", 11: "many", 12: "many", 21: "one", 22: "few", 111: "many", 1_000_000: "many"},
		"vi": {0: "other", 1: "other", 2: "other"},
		"ar": {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 103: "few", 1_000: "other"},
		"ro": {0: "few", 1: "one", 2: "few", 19: "few", 20: "other", 101: "few"},
	} {
		for n, form := range want {
			if got := formOf(language.MustParse(tag), n); got != form {
				t.Errorf("%s %d is %s, want %s", tag, n, got, form)
			}
		}
	}
}

func TestEachLanguageHasTheFormsThatSomeWholeNumberTakesAndOther(t *testing.T) {
	for tag, want := range map[string][]string{
		"en":  {"one", "other"},
		"cs":  {"one", "few", "other"},
		"uk":  {"one", "few", "many", "other"},
		"vi":  {"other"},
		"ar":  {"zero", "one", "two", "few", "many", "other"},
		"pl":  {"one", "few", "many", "other"},
		"fil": {"one", "other"},
		"br":  {"one", "two", "few", "many", "other"}, // many: the millions
	} {
		if diff := cmp.Diff(want, formsOf(language.MustParse(tag)).names); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tag, diff)
		}
	}
}

func TestOnlyAFormOfOneNumberMayLeaveTheNumberOut(t *testing.T) {
	for tag, want := range map[string]map[string]bool{
		"en": {"one": true, "other": false},
		"uk": {"one": false, "few": false, "other": false},
		"hi": {"one": false}, // 0 and 1
		"ar": {"zero": true, "one": true, "two": true, "few": false},
	} {
		for form, single := range want {
			if got := formsOf(language.MustParse(tag)).single(form); got != single {
				t.Errorf("%s %s: single is %v", tag, form, got)
			}
		}
	}
}
