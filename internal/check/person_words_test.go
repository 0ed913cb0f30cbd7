package check_test

import (
	"slices"
	"strings"
	"testing"

	"cesta/indicators"
	"cesta/internal/country"
	"cesta/internal/indicator"
	"cesta/internal/locale"
	"cesta/locales"
)

// neverSaid are words that no text a person reads may hold: promises, labels,
// and the legal term outside its one explanation (Nevers 9 and 10). Each is a
// stem that none of the shipped texts needs for anything else.
var neverSaid = map[string][]string{
	"en": {"we guarantee", "we promise", "you will not be punished", "you can stay", "you will be safe", "victim", "trafficking", "smuggl", "prostitut", "why did", "why didn't", "are you not", "isn't it"},
	"cs": {"zaruču", "slibuj", "nebudete potrest", "můžete zůstat v", "budete v bezpečí", "oběť", "oběti", "obchodov", "převaděč", "prostitu", "proč jste", "že ano"},
	"uk": {"гаранту", "обіцяємо", "вас не покарають", "ви можете залишитися", "ви будете в безпеці", "жертв", "торгівл", "контрабанд", "проститу", "чому ви не", "чи не так"},
	"vi": {"đảm bảo", "chúng tôi hứa", "bạn sẽ không bị phạt", "bạn được ở lại", "bạn sẽ an toàn", "nạn nhân", "mua bán người", "buôn người", "buôn lậu", "mại dâm", "vì sao bạn không", "tại sao bạn không", "phải không"},
}

// legalTerm is the one text that names the crime, to explain it.
const legalTerm = "rights.term"

func TestNoTextForThePersonPromisesLabelsOrLeads(t *testing.T) {
	set, err := indicator.Load(indicators.Files)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := country.Load(locales.FS, "cz")
	if err != nil {
		t.Fatal(err)
	}
	library, err := locale.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	keys := slices.DeleteFunc(slices.Concat(set.Keys(), pack.Keys()), func(key string) bool { return strings.HasPrefix(key, "officer.") })
	for _, l := range library.Languages() {
		stems := neverSaid[l.Tag]
		if len(stems) == 0 {
			t.Errorf("no list of words for %s: add one before the language is shipped", l.Tag)
		}
		words, err := library.Words(l.Tag, "set "+set.ID, "country cz")
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			text := strings.ToLower(words.Text(key))
			for _, stem := range stems {
				if key != legalTerm && strings.Contains(text, stem) {
					t.Errorf("%s: %s says %q: %s", l.Tag, key, stem, text)
				}
			}
		}
	}
}

func TestTheWordListFindsWhatItIsFor(t *testing.T) {
	for tag, bad := range map[string]string{
		"en": "You are a victim of human trafficking, are you not?", "cs": "Zaručujeme, že nebudete potrestáni.",
		"uk": "Вас не покарають. Ми гарантуємо це.", "vi": "Chúng tôi hứa bạn sẽ an toàn.",
	} {
		if !slices.ContainsFunc(neverSaid[tag], func(stem string) bool { return strings.Contains(strings.ToLower(bad), stem) }) {
			t.Errorf("%s: %q passes", tag, bad)
		}
	}
}
