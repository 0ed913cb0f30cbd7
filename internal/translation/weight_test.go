package translation

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cesta/internal/locale"
)

func marks(all ...string) []locale.Pair {
	var pairs []locale.Pair
	for i := 0; i+1 < len(all); i += 2 {
		pairs = append(pairs, locale.Pair{Source: all[i], Is: all[i+1]})
	}
	return pairs
}

func TestEverySentenceThatCarriesSomethingNeedsAPair(t *testing.T) {
	for name, tc := range map[string]struct {
		text  string
		pairs []locale.Pair
		want  []string
	}{
		"nothing carried":                        {"You may ask. The police must tell you.", nil, nil},
		"a negation":                             {"You may ask. They do not decide.", nil, []string{"They do not decide."}},
		"a limit":                                {"You have one month to think. Then you may ask.", nil, []string{"You have one month to think."}},
		"an age":                                 {"If you are under 18, call.", nil, []string{"If you are under 18, call."}},
		"a pair":                                 {"They do not decide.", marks("do not", "x"), nil},
		"one pair for two sentences":             {"It is not so. It is not that.", marks("not", "x"), []string{"It is not that."}},
		"a pair for each of two sentences":       {"It is not so. It is not that.", marks("not", "x", "not", "y"), nil},
		"pairs in the wrong order":               {"Nobody may. It is not that.", marks("not", "y", "Nobody", "x"), nil},
		"an abbreviation":                        {"Act No. 326/1999 Sb. holds.", nil, nil},
		"a word that only begins like a mark":    {"It is another note. Nothing.", marks("Nothing", "x"), nil},
		"the end in quotes":                      {`Say "I do not want to." Then go.`, nil, []string{`Say "I do not want to."`}},
		"a pair of a word that is within a word": {"It is a note, not a test.", marks("no", "x"), []string{"It is a note, not a test."}},
	} {
		if diff := cmp.Diff(tc.want, unpaired(tc.text, tc.pairs)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAPairMustBeInBothTexts(t *testing.T) {
	const source, translation = "You must not. You do not have to.", "Nesmíte. Nemusíte, ne\u200bmusíte."
	for name, tc := range map[string]struct {
		pair []locale.Pair
		lost int
	}{
		"both":                          {marks("must not", "Nesmíte", "do not have to", "nemusíte"), 0},
		"a piece the source lacks":      {marks("never", "Nesmíte"), 1},
		"a piece the translation lacks": {marks("must not", "nikdy"), 1},
		"the same piece as often":       {marks("must not", "nemusíte", "do not have to", "nemusíte"), 0},
		"the same piece too often":      {marks("must not", "nesmíte", "do not have to", "nesmíte"), 1},
	} {
		if got := lost(source, translation, tc.pair); len(got) != tc.lost {
			t.Errorf("%s: lost %+v", name, got)
		}
	}
}

func TestNumbersAreTheSame(t *testing.T) {
	if diff := cmp.Diff([]string{"+420 222 71 71 71", "116 111", "18"}, numbers("Under 18: {count} times 116 111 {day-2}, +420 222 71 71 71")); diff != "" {
		t.Error(diff)
	}
}
