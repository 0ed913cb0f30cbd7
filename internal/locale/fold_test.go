package locale

import "testing"

func TestFoldForgetsWhatAnotherKeyboardCannotType(t *testing.T) {
	for _, pair := range [][2]string{
		{"Čeština", "cestina"}, {"Tiếng Việt", "tieng viet"}, {"Đorđe", "dorde"}, {"Kızılırmak", "kizilirmak"}, {"TÜRKÇE", "turkce"},
		{"Українська", "украінська"}, {"Oʻzbekcha", "o'zbekcha"}, {"O‘zbekcha", "ozbekcha"}, {"فارسي", "فارسی"}, {"كردی", "کردي"},
		{"Azərbaycanca", "azerbaycanca"}, {"zh-Hans", "zh hans"}, {"  Serbian   (Latin) ", "serbian latin"}, {"हिन्दी", "हिन्दी"},
	} {
		if got, want := Fold(pair[0]), Fold(pair[1]); got != want || got == "" {
			t.Errorf("Fold(%q) is %q, Fold(%q) %q", pair[0], got, pair[1], want)
		}
	}
	if Fold("Dari") == Fold("Farsi") || Fold("?!") != "" {
		t.Error("too much is the same")
	}
}
