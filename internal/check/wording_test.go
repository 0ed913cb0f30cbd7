package check

import (
	"testing"

	"cesta/internal/translation"
)

// refused lists the reasons for which a text may not be said.
func refused(tag, text string) map[string]bool {
	reasons := map[string]bool{}
	w := wordingOf(tag)
	for _, f := range w.each {
		if f.form.MatchString(text) {
			reasons[f.why.reason] = true
		}
	}
	if len(reasons) > 0 != w.any.MatchString(text) {
		reasons["the two searches differ"] = true
	}
	return reasons
}

// Every list must know every reason: a text that is refused in one language is
// no better in another.
func TestEveryLanguageHasEveryReason(t *testing.T) {
	for _, tag := range []string{"en", "cs", "uk", "vi"} {
		have := map[string]bool{}
		for _, list := range forbiddenWordings[tag] {
			have[list.why.reason] = true
		}
		for _, why := range []reason{blames, legalWord, label, sexualDetail, ownOffence, leading, pressure, status, willingness} {
			if !have[why.reason] {
				t.Errorf("%s has no list of what is refused because %s", tag, why.reason)
			}
		}
	}
}

func TestForbiddenWordings(t *testing.T) {
	for _, c := range []struct {
		tag  string
		why  reason
		text []string
	}{
		{"en", blames, []string{"Why didn't you leave?", "Why did you not run away?", "Why don’t you go to the police?", "Could you not have said no?"}},
		{"en", legalWord, []string{"Have you been trafficked?", "human trafficking", "Were you kept in slavery?"}},
		{"en", label, []string{"Victims get help.", "Did you work as a prostitute?"}},
		{"en", sexualDetail, []string{"Was there penetration?", "Did he rape you?", "Were you naked?"}},
		{"en", ownOffence, []string{"Did you steal?", "Have you ever stolen anything?", "Did you use false papers?"}},
		{"en", leading, []string{"They took it, didn't they?", "You were forced to work.", "That is so, right?", "Surely you wanted to leave."}},
		{"en", pressure, []string{"Are you sure?", "Tell me the truth.", "Can you prove it?"}},
		{"en", status, []string{"Are you here illegally?"}},
		{"en", willingness, []string{"Did you do it voluntarily?", "Did you agree to be sold?"}},
		{"cs", blames, []string{"Proč jste neodešla?", "Proč jste to nenahlásil?", "Nemohla jste utéct?"}},
		{"cs", legalWord, []string{"Jde o obchodování s lidmi.", "otroctví"}},
		{"cs", label, []string{"Jste obětí?", "Oběť má právo", "prostituce"}},
		{"cs", sexualDetail, []string{"Měla jste pohlavní styk?", "Znásilnil vás?"}},
		{"cs", ownOffence, []string{"Kradl jste?", "Spáchala jste něco?"}},
		{"cs", leading, []string{"Nutili vás, že ano?", "Určitě jste chtěla odejít."}},
		{"cs", pressure, []string{"Jste si jistá?", "Řekněte pravdu.", "Přiznejte se."}},
		{"cs", status, []string{"Jste tu nelegálně?"}},
		{"cs", willingness, []string{"Šla jste tam dobrovolně?"}},
		{"uk", blames, []string{"Чому ви не пішли?", "Чому не втекли?"}},
		{"uk", legalWord, []string{"Це торгівля людьми.", "рабство"}},
		{"uk", label, []string{"Ви жертва?", "проституція"}},
		{"uk", sexualDetail, []string{"Чи був статевий акт?", "Вас зґвалтували?"}},
		{"uk", ownOffence, []string{"Ви крали?", "Ви скоїли щось?"}},
		{"uk", leading, []string{"Вас били, чи не так?", "Адже вас тримали."}},
		{"uk", pressure, []string{"Ви впевнені?", "Кажіть правду."}},
		{"uk", status, []string{"Ви тут нелегально?"}},
		{"uk", willingness, []string{"Ви працювали добровільно?"}},
		{"vi", blames, []string{"Tại sao bạn không bỏ trốn?", "Sao không báo công an?"}},
		{"vi", legalWord, []string{"Đây là mua bán người."}},
		{"vi", label, []string{"Bạn là nạn nhân à?"}},
		{"vi", sexualDetail, []string{"Có quan hệ tình dục không?"}},
		{"vi", ownOffence, []string{"Bạn đã ăn cắp gì?"}},
		{"vi", leading, []string{"Họ nhốt bạn, phải không?"}},
		{"vi", pressure, []string{"Bạn có chắc không?", "Hãy nói thật."}},
		{"vi", status, []string{"Bạn nhập cư trái phép?"}},
		{"vi", willingness, []string{"Bạn tự nguyện làm?"}},
	} {
		for _, text := range c.text {
			if !refused(c.tag, text)[c.why.reason] {
				t.Errorf("%s: %q is not refused because %s", c.tag, text, c.why.reason)
			}
		}
	}
}

// What is near to a forbidden wording and fair must stay possible.
func TestFairWordingsAreNotRefused(t *testing.T) {
	for tag, texts := range map[string][]string{
		"en": {"What happened when you wanted to leave?", "Did someone make you steal?", "Does anyone keep your papers?", "Was the analysis of your blood explained?",
			"Is the right to rest kept?", "They sometimes do unlawful things.", "Did someone make you lie?", "Who bought the therapeutic cream?"},
		"cs": {"Co se stalo, když jste chtěla odejít?", "Nutil vás někdo krást?", "Nevím to jistě", "Museli jste lhát?", "Proč jste jela?"},
		"uk": {"Що сталося, коли ви хотіли піти?", "Хтось змушував вас красти?", "Інтимні чи сексуальні дії", "Голова болить"},
		"vi": {"Điều gì xảy ra khi bạn muốn đi?", "Có ai bắt bạn ăn cắp không?", "Nói dối người khác vì bị ép", "Bạn có đi được không?"},
	} {
		for _, text := range texts {
			if why := refused(tag, text); len(why) > 0 {
				t.Errorf("%s: %q is refused: %v", tag, text, why)
			}
		}
	}
}

func TestAWordIsFoundAtItsBeginningOnly(t *testing.T) {
	for text, want := range map[string]bool{"(Victim": true, "convictim": false, "«жертва»": false, "VICTIMS": true, "e\u0301victim": false} {
		if got := len(refused("en", text)) > 0; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestLimitsBelongToKinds(t *testing.T) {
	for key, want := range map[string]int{
		"question.work.pay.option.late": 120, "officer.question.observe.control.option.watches": 120, "question.work.pay.ask": 160,
		"officer.question.work.pay.why": 300, "officer.interview.full.about": 300, "officer.section.work": 120, "person.caution.return": 0,
	} {
		if got, _ := translation.Limit("set cesta", key); got != want {
			t.Errorf("%s: %d, want %d", key, got, want)
		}
	}
}
