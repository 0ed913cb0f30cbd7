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
	"en":      {"we guarantee", "we promise", "you will not be punished", "you can stay", "you will be safe", "victim", "trafficking", "smuggl", "prostitut", "why did", "why didn't", "are you not", "isn't it"},
	"cs":      {"zaruču", "slibuj", "nebudete potrest", "můžete zůstat v", "budete v bezpečí", "oběť", "oběti", "obchodov", "převaděč", "prostitu", "proč jste", "že ano"},
	"uk":      {"гаранту", "обіцяємо", "вас не покарають", "ви можете залишитися", "ви будете в безпеці", "жертв", "торгівл", "контрабанд", "проститу", "чому ви не", "чи не так"},
	"vi":      {"đảm bảo", "chúng tôi hứa", "bạn sẽ không bị phạt", "bạn được ở lại", "bạn sẽ an toàn", "nạn nhân", "mua bán người", "buôn người", "buôn lậu", "mại dâm", "vì sao bạn không", "tại sao bạn không", "phải không"},
	"ar":      {"نضمن", "مضمون", "نعدك", "لن تعاقب", "لن تُعاقب", "يمكنك البقاء", "ستكون في أمان", "ضحية", "ضحايا", "الاتجار", "تهريب", "دعارة", "لماذا لم", "أليس كذلك"},
	"bg":      {"гарант", "обещаваме", "няма да ви накажат", "няма да бъдете наказ", "можете да останете", "ще бъдете в безопасност", "жертв", "трафик", "контрабанд", "каналджи", "проститу", "защо не", "нали така", "не е ли така"},
	"bn":      {"গ্যারান্টি", "নিশ্চয়তা দি", "আমরা কথা দিচ্ছি", "আপনার শাস্তি হবে না", "আপনি থাকতে পারবেন", "আপনি নিরাপদ থাকবেন", "ভুক্তভোগী", "ভিকটিম", "পাচার", "চোরাচালান", "পতিতা", "যৌনকর্মী", "কেন করেননি", "তাই না?"},
	"de":      {"garanti", "wir versprechen", "ich verspreche", "sie werden nicht bestraft", "sie dürfen bleiben", "sie können bleiben", "sie werden in sicherheit sein", "sie werden sicher sein", "opfer", "menschenhandel", "schleus", "prostitu", "warum haben sie nicht", "nicht wahr"},
	"es":      {"garantiz", "le prometemos", "no le castigar", "no será castig", "puede quedarse en", "estará a salvo", "víctima", "trata de", "tráfico", "traficante", "contraband", "prostitu", "por qué no", "¿verdad?"},
	"fa":      {"تضمین", "قول می‌ده", "مجازات نمی‌شوید", "مجازات نخواهید", "می‌توانید بمانید", "در امان خواهید", "قربانی", "بزه‌دیده", "قاچاق", "فحشا", "روسپی", "چرا فرار", "چرا نرفت", "مگر نه"},
	"fil":     {"garanti", "ipinapangako", "hindi kayo paparusahan", "hindi kayo mapaparusahan", "puwede kayong manatili", "magiging ligtas", "biktima", "trafficking", "pangangalakal ng tao", "smuggl", "prostitu", "bakit hindi", "hindi ba totoo"},
	"fr":      {"garanti", "nous promettons", "vous ne serez pas puni", "on ne vous punira pas", "vous pouvez rester", "vous serez en sécurité", "victime", "traite des", "trafi", "passeur", "contreband", "prostitu", "pourquoi n", "n’est-ce pas"},
	"hi":      {"गारंटी", "हम वादा", "आपको सज़ा नहीं", "आप यहाँ रह सकते", "आप सुरक्षित रहेंगे", "पीड़ित", "शिकार", "दुर्व्यापार", "तस्कर", "वेश्या", "क्यों नहीं", "है न?", "है ना"},
	"hu":      {"garant", "megígér", "ígérjük", "nem fogják megbüntetni", "önt nem büntetik", "itt maradhat", "biztonságban lesz", "áldozat", "kereskedel", "csempész", "prostitu", "miért nem", "ugye", "nem igaz?"},
	"ka":      {"გარანტი", "პირობას გაძლევ", "არ დაგსჯიან", "არ დაისჯებით", "შეგიძლიათ დარჩეთ", "უსაფრთხოდ იქნებით", "მსხვერპლ", "ვაჭრობ", "ტრეფიკინგ", "კონტრაბანდ", "პროსტიტუ", "რატომ არ", "ასე არ არის"},
	"mn":      {"баталгаа", "амлаж байна", "шийтгэгдэхгүй", "шийтгүүлэхгүй", "та энд үлдэж болно", "аюулгүй байх болно", "хохирогч", "хүн худалда", "хүний наймаа", "биеэ үнэл", "янхан", "яагаад зугта", "биз дээ"},
	"ne":      {"ग्यारेन्टी", "ग्यारेण्टी", "हामी वाचा", "तपाईंलाई सजाय हुँदैन", "तपाईं यहाँ बस्न सक्नुहुन्छ", "तपाईं सुरक्षित हुनुहुनेछ", "पीडित", "बेचबिखन", "तस्कर", "वेश्या", "देह व्यापार", "किन गर्नुभएन", "होइन र?", "हैन र"},
	"pl":      {"gwarant", "obiecuj", "państwo ukaran", "nikt państwa nie ukarze", "mogą państwo zostać", "będą państwo bezpieczn", "nic się państwu nie stanie", "ofiar", "handel", "handl", "przemyt", "prostytu", "dlaczego nie", "nieprawdaż"},
	"prs":     {"تضمین", "وعده می‌ده", "مجازات نمی‌شوید", "جزا داده نمی‌ش", "می‌توانید بمانید", "در امان خواهید", "قربانی", "قاچاق", "فحشا", "فاحشه", "چرا فرار", "چرا نرفت", "مگر نه"},
	"ps":      {"تضمین", "ژمنه کوو", "ژمنه درکو", "سزا نه درکول", "پاتې کېدای شئ", "خوندي به اوس", "خوندي به یاست", "قرباني", "قاچاق", "فحشا", "فاحشه", "ولې ونه", "ولې مو نه", "داسې نه ده"},
	"ro":      {"garant", "vă promitem", "nu veți fi pedeps", "puteți rămâne", "veți fi în siguranță", "victim", "trafic", "contraband", "călăuz", "prostitu", "de ce nu ați", "de ce n-ați", "nu-i așa", "nu este așa"},
	"ru":      {"гарант", "мы обещаем", "вас не накажут", "вас не будут наказывать", "вы можете остаться", "вам разрешат остаться", "вы будете в безопасности", "жертв", "торговл", "контрабанд", "перевозчик", "проститу", "почему вы не", "не так ли"},
	"sk":      {"garant", "zaruč", "sľubujem", "nebudete potrestan", "môžete zostať", "budete v bezpečí", "obeť", "obet", "obchodovan", "pašer", "prevádzač", "prostit", "prečo ste ne", "nie je to tak"},
	"tr":      {"garanti", "söz veriyor", "söz veririz", "cezalandırılmayacak", "kalabilirsiniz", "güvende olacaksınız", "kurban", "mağdur", "insan ticareti", "kaçakçı", "fuhuş", "fahişe", "neden kaçma", "değil mi"},
	"ur":      {"ضمانت", "گارنٹی", "وعدہ کرتے ہیں", "سزا نہیں ملے گی", "سزا نہیں دی جائے", "یہاں رہ سکتے", "محفوظ رہیں گے", "متاثرہ", "اسمگلنگ", "ٹریفکنگ", "جسم فروشی", "طوائف", "کیوں نہیں", "ہے نا؟"},
	"uz-Latn": {"kafolat", "vaʼda beram", "jazolanmaysiz", "qolishingiz mumkin", "xavfsiz boʻlasiz", "qurbon", "jabrlanuvchi", "odam savdosi", "kontrabanda", "fohisha", "fahsh", "nega qochma", "shunday emasmi"},
	"zh-Hans": {"我们保证", "我们承诺", "您不会受罚", "您不会被处罚", "您可以留下", "您会很安全", "受害", "被害", "贩", "拐卖", "偷渡", "卖淫", "为什么不", "对不对"},
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
