package locale

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const enRest = "  person.yes: \"Yes\"\n"

func TestBrokenLocaleFilesAreRefusedWithPlaceAndHint(t *testing.T) {
	uk := func(old, new string) []string {
		return []string{"languages/uk.yaml", strings.Replace(ukHead, old, new, 1) + "  person.yes: Так\n"}
	}
	ukWords := func(words string) []string { return []string{"languages/uk.yaml", ukHead + words} }
	for name, tc := range map[string]struct {
		files []string
		want  []string
	}{
		"a key that English lacks": {ukWords("  person.yess: Так\n"), []string{
			`locales/languages/uk.yaml:13:3: the key "person.yess" is not in locales/languages/en.yaml; remove it, or write it there first`}},
		"a key that stands twice": {ukWords("  person.yes: Так\n  person.yes: Ні\n"), []string{
			`locales/languages/uk.yaml:14:3: the key "person.yes" stands twice (first in line 13); keep one of them`}},
		"a key that is no key": {ukWords("  person yes: Так\n"), []string{
			`locales/languages/uk.yaml:13:3: "person yes" is not a key; use letters, digits, dots and hyphens`}},
		"a word without text": {ukWords("  person.yes:\n"), []string{
			`locales/languages/uk.yaml:13:14: a value is missing; write one or remove the key`}},
		"a text that YAML reads as a number": {ukWords("  person.yes: 112\n"), []string{
			`locales/languages/uk.yaml:13:15: "112" is read as a number; write text, in quotes`}},
		"plural forms of another language": {ukWords("  officer.asked: {one: \"{count} питання\", other: \"{count} питань\"}\n"), []string{
			`locales/languages/uk.yaml:13:3: the plural forms here are one, other; uk has one, few, many, other: write exactly these`}},
		"a mapping without plural forms": {ukWords("  officer.asked: {}\n"), []string{
			`locales/languages/uk.yaml:13:18: there are no plural forms; write a text, or a text for each form`}},
		"a plural form that CLDR does not know": {ukWords("  officer.asked: {some: \"{count} питання\"}\n"), []string{
			`locales/languages/uk.yaml:13:19: "some" is not known here; write one of zero, one, two, few, many, other`}},
		"a form without the number that is not for one number only": {
			ukWords("  officer.asked: {one: одне питання, few: \"{count} питання\", many: \"{count} питань\", other: \"{count} питання\"}\n"), []string{
				`locales/languages/uk.yaml:13:19: the placeholders here are none, those of the form other are {count}; use the same; only a form of one single number may leave {count} out`}},
		"one text where English has plural forms": {ukWords("  officer.asked: \"{count} питань\"\n"), []string{
			`locales/languages/uk.yaml:13:3: the text has no plural forms, English has; write a text for each of one, few, many, other`}},
		"plural forms where English has one text": {ukWords("  person.yes: {one: Так, few: Так, many: Так, other: Так}\n"), []string{
			`locales/languages/uk.yaml:13:3: the text has plural forms, English has none; write one text`}},
		"a placeholder that English lacks": {ukWords("  person.hello: \"{hello}, чим допомогти?\"\n"), []string{
			`locales/languages/uk.yaml:13:3: the placeholders are {hello}, in English {greeting}; use exactly those of English`}},
		"a placeholder left out": {ukWords("  person.hello: Чим допомогти?\n"), []string{
			`locales/languages/uk.yaml:13:3: the placeholders are none, in English {greeting}; use exactly those of English`}},
		"a broken placeholder": {ukWords("  person.yes: \"Так {count\"\n"), []string{
			`locales/languages/uk.yaml:13:3: a placeholder is broken; write it as {name}: both brackets, lower-case letters, no spaces`}},
		"a translated placeholder": {ukWords("  person.yes: \"Так {ім'я}\"\n"), []string{
			`locales/languages/uk.yaml:13:3: a placeholder is broken; write it as {name}: both brackets, lower-case letters, no spaces`}},
		"a bidi override": {ukWords("  person.yes: \"Так\\u202E\"\n"), []string{
			`locales/languages/uk.yaml:13:15: the text holds a direction override (U+202E); remove it; the program sets direction and layout itself`}},
		"a bidi isolate": {ukWords("  person.yes: \"\\u2067Так\"\n"), []string{
			`locales/languages/uk.yaml:13:15: the text holds a direction isolate (U+2067); remove it; the program sets direction and layout itself`}},
		"a terminal escape": {ukWords("  person.yes: \"Так\\e[2J\"\n"), []string{
			`locales/languages/uk.yaml:13:15: the text holds a control character (U+001B); remove it; the program sets direction and layout itself`}},
		"a tab": {ukWords("  person.yes: \"Так\\tні\"\n"), []string{
			`locales/languages/uk.yaml:13:3: the text holds a tab; use spaces; a tab has no width that is known`}},
		"NFD among NFC": {ukWords("  person.yes: Так, \u0438\u0306\n"), []string{
			`locales/languages/uk.yaml:13:3: the text is not in Unicode form NFC (an accent stands apart from its letter); convert the file to NFC`}},
		"a name in NFD": {uk("ukrajinština", "ukrajins\u030ctina"), []string{
			`locales/languages/uk.yaml:5:13: the text is not in Unicode form NFC (an accent stands apart from its letter); convert the file to NFC`}},
		"letters of another script": {ukWords("  person.yes: კი\n"), []string{
			`locales/languages/uk.yaml:13:3: the letter 'კ' is Georgian; uk is written in Cyrillic; write the text in the language's own letters`}},
		"a Latin letter inside a Cyrillic word": {ukWords("  person.yes: Нi, дякую\n"), []string{
			`locales/languages/uk.yaml:13:3: "Нi" mixes Cyrillic and Latin letters that look alike (i); retype the word, or part it with a hyphen`}},
		"a text left in English": {ukWords("  person.yes: I do not want to say\n"), []string{
			`locales/languages/uk.yaml:13:3: the text has no Cyrillic letter; translate it`}},
		"a script the language is not written in": {uk("Cyrl", "Grek"), []string{
			`locales/languages/uk.yaml:3:7: the name "Українська" is not written in Grek; write the language's own name for itself`,
			`locales/languages/uk.yaml:6:9: uk is written in Cyrl, not Grek; write script: Cyrl, or name the language uk-Grek`}},
		"a direction that does not fit the script": {uk("ltr", "rtl"), []string{
			`locales/languages/uk.yaml:7:12: the script Cyrl does not run rtl; write direction: ltr`}},
		"a head with the plurals of English": {uk("[one, few, many, other]", "[one, other]"), []string{
			`locales/languages/uk.yaml:8:10: one, other are not the plural forms of uk; write plurals: [one, few, many, other]; forms for fractions are not needed`}},
		"a self-name in another script": {uk("Українська", "Ukrainian"), []string{
			`locales/languages/uk.yaml:3:7: the name "Ukrainian" is not written in Cyrl; write the language's own name for itself`}},
		"a role nobody has": {uk("[person]", "[translator]"), []string{
			`locales/languages/uk.yaml:9:9: "translator" is not known here; write one of person, officer`}},
		"a state that does not exist": {uk("reviewed", "final"), []string{
			`locales/languages/uk.yaml:10:8: "final" is not known here; write one of draft, reviewed, approved`}},
		"an offer of a language that is not there": {uk("state:", "offers: [ru]\nstate:"), []string{
			`locales/languages/uk.yaml:10:9: the language "ru" cannot be offered instead; name another language that has a file here`}},
		"a head without a state": {uk("state: reviewed\n", ""), []string{
			`locales/languages/uk.yaml:1:1: the key "state" is missing; add it: draft, reviewed or approved`}},
		"a misspelt key in the head": {uk("script:", "skript:"), []string{
			`locales/languages/uk.yaml:6:1: the key "skript" is not known here; did you mean script?`}},
		"something after the words": {ukWords("  person.yes: Так\nczech-names: ukrajinština\n"), []string{
			`locales/languages/uk.yaml:14:1: the key "czech-names" is not known here; did you mean czech-name?`}},
		"a head behind the words": {[]string{"languages/uk.yaml", strings.Replace(ukHead, "state: reviewed\n", "", 1) + "  person.yes: Так\nstate: draft\n"}, []string{
			`locales/languages/uk.yaml: something follows the words; move "words:" and all words to the end of the file`}},
		"a tag nobody has registered": {[]string{"languages/xx.yaml", strings.Replace(enHead, ": en\n", ": xx\n", 1) + enRest}, []string{
			`locales/languages/xx.yaml:1:11: the language "xx" is not known; write its BCP 47 tag, such as uk, zh-Hans or sr-Latn`}},
		"a tag that is no longer used": {[]string{"languages/tl.yaml", strings.Replace(enHead, ": en\n", ": tl\n", 1) + enRest}, []string{
			`locales/languages/tl.yaml:1:11: the language "tl" has another name today; write fil, here and in the file's name`}},
		"a tag that is not the file's": {[]string{"languages/de.yaml", enHead + enRest}, []string{
			`locales/languages/de.yaml:1:11: the language is "en", the file is named for "de"; make both the same`}},
		"words of a set in a language without a file": {[]string{"sets/cesta/de.yaml", "language: de\n" + setHead + "  question.a.ask: Ja?\n"}, []string{
			`locales/sets/cesta/de.yaml: there is no language "de"; write languages/de.yaml first, or mend the file's name`}},
		"words of a set in the folder of another": {[]string{"sets/other/en.yaml", "language: en\n" + setHead + "  question.a.ask: Yes?\n"}, []string{
			`locales/sets/other/en.yaml:2:9: the bundle is "set cesta"; write bundle: set other, or move the file`}},
		"a set with the fields of a language": {[]string{"sets/cesta/en.yaml", "language: en\nscript: Latn\n" + setHead + "  question.a.ask: Yes?\n"}, []string{
			`locales/sets/cesta/en.yaml:2:1: the key "script" is not known here; known keys: language, bundle, state, review-by, words`}},
		"a key of the interface in a set": {[]string{"sets/cesta/en.yaml", "language: en\n" + setHead + "  person.yes: Yes\n"}, []string{
			`locales/sets/cesta/en.yaml:6:3: the key "person.yes" is also in locales/languages/en.yaml; rename it here; the bundles share one space of keys`}},
		"a file nobody would read": {[]string{"languages/uk.yml", ukHead + "  person.yes: Так\n"}, []string{
			`locales/languages/uk.yml: the file's name does not end in .yaml; rename it to <tag>.yaml; otherwise nobody reads it`}},
		"Thai without places to break": {thai("ไม่ยอมให้หนังสือเดินทางคืน"), []string{
			`locales/languages/th.yaml:13:3: more than 20 letters from "ไม่ยอมให้หนังสือเดิน" on give no place to break the line; put a ZERO WIDTH SPACE (U+200B) between words`}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, lines(loadAll(folder(tc.files...)))); diff != "" {
				t.Errorf("messages (-want +got):\n%s", diff)
			}
		})
	}
}

func thai(text string) []string {
	head := strings.NewReplacer(": en\n", ": th\n", "name: English\nenglish", "name: ไทย\nenglish", "Latn", "Thai", "[one, other]", "[other]").Replace(enHead)
	return []string{"languages/th.yaml", head + "  person.yes: \"" + text + "\"\n"}
}

func TestSoundLocaleFilesAreTaken(t *testing.T) {
	for name, files := range map[string][]string{
		"English alone":                    nil,
		"all words of Ukrainian":           {"languages/uk.yaml", ukHead + "  person.yes: Так\n  person.hello: \"{greeting}, чим я можу допомогти?\"\n"},
		"plural forms in another order":    {"languages/uk.yaml", ukHead + "  officer.asked: {other: \"{count} питання\", many: \"{count} питань\", few: \"{count} питання\", one: \"{count} питання\"}\n"},
		"Latin names among Cyrillic":       {"languages/uk.yaml", ukHead + "  person.yes: Зателефонуйте до La Strada через WhatsApp, SMS-код\n"},
		"a placeholder that stands twice":  {"languages/uk.yaml", ukHead + "  person.hello: \"{greeting}, {greeting}!\"\n"},
		"an own tag of a known language":   {"languages/uk-x-local.yaml", strings.Replace(ukHead, ": uk\n", ": uk-x-local\n", 1) + "  person.yes: Так\n"},
		"Arabic forms without the number":  {"languages/ar.yaml", arHead + "  officer.asked: {zero: لا أسئلة, one: سؤال واحد, two: سؤالان, few: \"{count} أسئلة\", many: \"{count} سؤالا\", other: \"{count} سؤال\"}\n"},
		"Thai with zero width spaces":      thai("ไม่\u200bยอม\u200bให้\u200bหนังสือ\u200bเดินทาง\u200bคืน"),
		"a set and a country":              {"sets/cesta/en.yaml", "language: en\n" + setHead + "  question.a.ask: Yes?\n", "countries/cz/languages/en.yaml", "language: en\nbundle: country cz\nstate: draft\nreview-by: a lawyer\nwords:\n  right.ALL-01: A right.\n"},
		"hidden files and notes of others": {"languages/.uk.yml", "", "languages/README.md", "# notes", "countries/cz/rights.yaml", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := loadAll(folder(files...)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestSchemasKnowTheKeysOfBothKindsOfFiles(t *testing.T) {
	for name, key := range map[string]string{"language": "plurals", "words": "review-by"} {
		properties, _ := Schemas()[name]["properties"].(map[string]any)
		if _, ok := properties[key]; !ok {
			t.Errorf("schema %q lacks %q", name, key)
		}
	}
}

func TestWithoutEnglishNothingLoads(t *testing.T) {
	fsys := folder("languages/uk.yaml", ukHead+"  person.yes: Так\n")
	delete(fsys, "languages/en.yaml")
	want := []string{"locales/languages/en.yaml: the English words of the interface are missing; write this file; every language is compared with it"}
	if diff := cmp.Diff(want, lines(loadAll(fsys))); diff != "" {
		t.Error(diff)
	}
}

func TestAMissingWordIsNamedWithItsFileAndItsEnglish(t *testing.T) {
	l := mustLoad(t,
		"languages/uk.yaml", ukHead+"  person.yes: Так\n",
		"sets/cesta/en.yaml", "language: en\n"+setHead+"  question.a.ask: Is that so?\n  officer.question.a.why: Because.\n")
	w := mustWords(t, l, "uk", "set cesta")
	keys := []string{"question.a.ask", "officer.question.a.why", "question.b.ask"}
	if diff := cmp.Diff([]string{"person.hello", "question.a.ask", "question.b.ask"}, w.Missing(keys)); diff != "" {
		t.Errorf("Missing (-want +got):\n%s", diff)
	}
	want := []string{
		`locales/languages/uk.yaml: the word "person.hello" is missing; translate "{greeting}, may I help you?"`,
		`locales/sets/cesta/uk.yaml: the word "question.a.ask" is missing; translate "Is that so?"`,
		`uk.yaml: the word "question.b.ask" is missing; write it in the file of its bundle; no language has it yet`,
	}
	if diff := cmp.Diff(want, lines(w.Complete(keys))); diff != "" {
		t.Errorf("Complete (-want +got):\n%s", diff)
	}
}

func TestAnOfficersLanguageNeedsTheOfficersWordsToo(t *testing.T) {
	head := strings.Replace(ukHead, "[person]", "[person, officer]", 1)
	l := mustLoad(t, "languages/uk.yaml", head+"  person.yes: Так\n  person.hello: \"{greeting}!\"\n")
	if diff := cmp.Diff([]string{"officer.asked"}, mustWords(t, l, "uk").Missing(nil)); diff != "" {
		t.Error(diff)
	}
	if err := mustWords(t, l, "en").Complete(nil); err != nil {
		t.Error(err)
	}
}
