package check

import "testing"

// refusedEurope are sentences that must be refused, by language, in the order of
// reasonsA.
var reasonsA = []reason{blames, legalWord, label, sexualDetail, ownOffence, leading, pressure, status, willingness}

var refusedEurope = map[string][9][]string{
	"ru": {
		{"Почему Вы не ушли?", "Почему ты никому не сказала?", "Неужели нельзя было отказаться?", "Зачем Вы согласились?"},
		{"Это торговля людьми.", "Вас держали в рабстве?", "принудительный труд"}, {"Вы жертва?", "Работали ли Вы проституткой?", "потерпевшая"},
		{"Был ли половой акт?", "Он Вас изнасиловал?", "Вы были голой?"}, {"Вы что-нибудь украли?", "Нарушали ли Вы закон?", "Совершили ли Вы преступление?"},
		{"Вас били, не так ли?", "Вас били, правда?", "Конечно, Вы хотели уйти.", "Вы же хотели уйти?"}, {"Вы уверены?", "Уверены ли Вы?", "Скажите нам правду.", "Признайтесь."},
		{"Вы здесь нелегально?", "Вы здесь незаконно находитесь?"}, {"Вы работали добровольно?", "Вы согласились?", "по своей воле"},
	},
	"bg": {
		{"Защо не избягахте?", "Защо не си тръгнахте?", "Защо останахте?", "Не можехте ли да откажете?"}, {"Това е трафик на хора.", "Държаха ли Ви в робство?"}, {"Вие жертва ли сте?", "проституция"},
		{"Имаше ли полов акт?", "Изнасили ли Ви?", "Бяхте ли гола?"}, {"Крали ли сте?", "Откраднахте ли нещо?", "Извършили ли сте престъпление?"},
		{"Биха Ви, нали?", "Разбира се, искахте да си тръгнете.", "Не е ли така?"}, {"Сигурна ли сте?", "Сигурен ли сте?", "Кажете истината.", "Признайте си."}, {"Нелегално ли сте тук?", "Незаконно ли пребивавате? Незаконно пребиваване"}, {"Доброволно ли работихте?", "по Ваша воля"},
	},
	"sk": {
		{"Prečo ste neodišli?", "Prečo ste sa nebránili?", "Nemohli ste utiecť?", "Je to vaša vina."}, {"Ide o obchodovanie s ľuďmi.", "otroctvo", "nútená práca"}, {"Ste obeť?", "Obete majú právo", "prostitúcia"},
		{"Mali ste pohlavný styk?", "Znásilnil vás?"}, {"Kradli ste?", "Spáchali ste niečo?"}, {"Nútili vás, však?", "Určite ste chceli odísť.", "Bolo to tak, pravda?"}, {"Ste si istá?", "Povedzte pravdu.", "Priznajte sa."}, {"Ste tu nelegálne?"}, {"Išli ste tam dobrovoľne?", "Súhlasili ste?"},
	},
	"pl": {
		{"Dlaczego Państwo nie uciekli?", "Dlaczego nie uciekła Pani?", "Nie mogli Państwo odejść?", "To Pani wina."}, {"To handel ludźmi.", "niewolnictwo", "praca przymusowa"}, {"Czy jest Pani ofiarą?", "Ofiary mają prawa", "prostytucja"},
		{"Czy był stosunek płciowy?", "Czy Panią zgwałcił?", "Czy była Pani naga?"}, {"Czy Państwo kradli?", "Czy ukradła Pani coś?", "Państwa przestępstwa"}, {"Bili Państwa, prawda?", "Oczywiście chcieli Państwo odejść.", "Na pewno Państwo chcieli odejść."},
		{"Czy jest Pani pewna?", "Czy są Państwo pewni?", "Proszę powiedzieć prawdę.", "Proszę się przyznać."}, {"Czy są tu Państwo nielegalnie?"}, {"Czy pracowali Państwo dobrowolnie?", "Czy zgodzili się Państwo na to?"},
	},
	"ro": {
		{"De ce nu ați plecat?", "De ce n-ați fugit?", "De ce ați rămas?", "Este vina dumneavoastră."}, {"Este trafic de persoane.", "sclavie", "muncă forțată"}, {"Sunteți victimă?", "Victimele au drepturi", "prostituție"},
		{"Ați avut raporturi sexuale?", "V-a violat?", "Erați dezbrăcată?"}, {"Ați furat?", "Ați comis ceva?", "infracțiunea dumneavoastră"}, {"V-au bătut, nu-i așa?", "V-au bătut, nu?", "Desigur, voiați să plecați."}, {"Sunteți sigură?", "Spuneți adevărul.", "Trebuie să răspundeți.", "Recunoașteți că"}, {"Sunteți aici ilegal?"}, {"Ați lucrat voluntar?", "Ați fost de acord să lucrați?"},
	},
	"hu": {
		{"Miért nem ment el?", "Miért maradt ott?", "Nem tudott volna elmenni?", "Az Ön hibája."}, {"Ez emberkereskedelem.", "rabszolgaság", "kényszermunka"}, {"Ön áldozat?", "Az áldozatok", "prostitúció"}, {"Volt nemi aktus?", "Megerőszakolta?", "Meztelen volt?"}, {"Lopott valamit?", "Követett el bűncselekményt?", "Ön lopott?"},
		{"Bántották, ugye?", "Természetesen el akart menni.", "Bántották, igaz?"}, {"Biztos benne?", "Mondja el az igazat.", "Vallja be."}, {"Illegálisan van itt?"}, {"Önként dolgozott?", "Beleegyezett?"},
	},
	"es": {
		{"¿Por qué no se fue?", "¿Por qué aceptó?", "¿No pudo usted irse?", "Es su culpa."}, {"Es trata de personas.", "esclavitud", "trabajo forzado"}, {"¿Es usted víctima?", "Las víctimas", "prostitución"}, {"¿Hubo relaciones sexuales?", "¿La violaron?", "¿Estaba desnuda?"}, {"¿Ha robado usted? ¿Usted ha robado?", "¿Alguna vez ha robado?", "sus delitos"},
		{"Le pegaron, ¿verdad?", "Le pegaron, ¿no?", "Por supuesto, quería irse."}, {"¿Está segura?", "¿Está seguro/a?", "Diga la verdad.", "Debe responder."}, {"¿Está aquí ilegalmente?"}, {"¿Lo hizo voluntariamente?", "¿Aceptó usted?"},
	},
	"fr": {
		{"Pourquoi n’êtes-vous pas parti ?", "Pourquoi vous n'avez pas fui ?", "Pourquoi êtes-vous restée ?", "C’est votre faute."}, {"C’est la traite des êtres humains.", "l’esclavage", "travail forcé"}, {"Êtes-vous une victime ?", "prostitution"}, {"Y a-t-il eu un rapport sexuel ?", "Vous a-t-il violée ?", "Étiez-vous nue ?"}, {"Avez-vous volé ?", "Avez-vous déjà commis un délit ?"},
		{"Ils vous ont battu, n’est-ce pas ?", "Ils vous ont battu, non ?", "Bien sûr, vous vouliez partir.", "Vous avez été forcée de travailler."}, {"Êtes-vous sûre ?", "Dites la vérité.", "Vous devez répondre."}, {"Êtes-vous ici illégalement ?", "Vous êtes clandestin"}, {"L’avez-vous fait volontairement ?", "Avez-vous accepté de partir ?", "de votre plein gré"},
	},
	"de": {
		{"Warum sind Sie nicht gegangen?", "Warum haben Sie nichts gesagt?", "Wieso blieben Sie?", "Konnten Sie nicht fliehen?", "Das ist Ihre Schuld."}, {"Das ist Menschenhandel.", "Sklaverei", "Zwangsarbeit"}, {"Sind Sie ein Opfer?", "Prostitution"}, {"Gab es Geschlechtsverkehr?", "Hat er Sie vergewaltigt?", "Waren Sie nackt?"}, {"Haben Sie gestohlen?", "Haben Sie jemals etwas gestohlen?", "Ihre Straftaten"},
		{"Man hat Sie geschlagen, nicht wahr?", "Man hat Sie geschlagen, oder?", "Sicher wollten Sie gehen. Sicher haben Sie Angst."}, {"Sind Sie sich sicher?", "Sagen Sie die Wahrheit.", "Geben Sie es zu.", "Sie müssen antworten."}, {"Sind Sie illegal hier?"}, {"Haben Sie freiwillig gearbeitet?", "Haben Sie dem zugestimmt?"},
	},
	"tr": {
		{"Neden kaçmadınız?", "Niye polise gitmediniz?", "Neden orada kaldınız?", "Kaçamaz mıydınız?"}, {"İnsan ticareti", "insan ticareti", "kölelik", "zorla çalıştırma"}, {"Mağdur musunuz?", "Kurban mısınız?"}, {"Cinsel ilişki oldu mu?", "Tecavüz etti mi?", "Çıplak mıydınız?"}, {"Bir şey çaldınız mı?", "Suç işlediniz mi?"},
		{"Sizi dövdüler, değil mi?", "Elbette gitmek istediniz."}, {"Emin misiniz?", "Doğruyu söyleyin.", "İtiraf edin.", "Cevap vermek zorundasınız."}, {"Illegal misiniz? İllegal", "Kaçak mısınız?"}, {"Gönüllü mü çalıştınız?", "Kendi isteğinizle mi?", "İsteyerek mi yaptınız?"},
	},
	"fil": {
		{"Bakit hindi kayo umalis?", "Bakit hindi po kayo tumakas?", "Bakit kayo pumayag?", "Kasalanan ninyo iyon."}, {"human trafficking", "Ginawa ba kayong alipin?", "sapilitang pagtatrabaho"}, {"Biktima ba kayo?", "prostitusyon"}, {"May pakikipagtalik ba?", "Ginahasa ba kayo?", "Nakahubad ba kayo?"}, {"Nagnakaw ba kayo?", "Nagnakaw ka ba?", "Gumawa po ba kayo ng krimen?"},
		{"Sinaktan nila kayo, hindi ba?", "Siyempre, gusto ninyong umalis.", "Pinilit kayo nila."}, {"Sigurado ba kayo?", "Magsabi kayo ng totoo.", "Umamin na kayo.", "Kailangan ninyong sumagot."}, {"Ilegal ba kayo rito?", "illegal"}, {"Kusang-loob ba ninyong ginawa?", "Pumayag ba kayo?"},
	},
	"uz-Latn": {
		{"Nega qochmadingiz?", "Nega politsiyaga bormadingiz?", "Nima uchun rozi boʻldingiz?", "Keta olmasmidingiz?"}, {"Bu odam savdosi.", "qullik", "majburiy mehnat"}, {"Siz jabrlanuvchimisiz?", "Siz qurbonmisiz?", "fohishalik"}, {"Jinsiy aloqa boʻlganmi?", "Sizni zoʻrlashganmi?", "Yalangʻoch edingizmi?"}, {"Oʻgʻirlik qildingizmi?", "O'g'irlaganmisiz?", "Jinoyat qildingizmi?"},
		{"Sizni urishgan, shunday emasmi?", "Sizni urishgan, toʻgʻrimi?", "Albatta, ketmoqchi edingiz."}, {"Ishonchingiz komilmi?", "Rostini ayting.", "Javob berishingiz shart."}, {"Bu yerda noqonuniy yashayapsizmi?"}, {"Ixtiyoriy ishladingizmi?", "Oʻz xohishingiz bilanmi?"},
	},
}

var fairEurope = map[string][]string{
	"ru":      {"Что было, когда Вы хотели уйти?", "Почему Вам не платят?", "Почему Вы не можете выходить?", "Заставлял ли Вас кто-то красть или лгать?", "Вы не обязаны отвечать.", "Это правда?", "Вы сейчас в безопасности?", "Это была работа, и работы было много", "У меня нет признаков болезни", "Это была рабочая одежда"},
	"bg":      {"Какво стана, когда искахте да си тръгнете?", "Защо не Ви плащат?", "Накара ли Ви някой да крадете или да лъжете?", "Не сте длъжни да отговаряте.", "Това вярно ли е?", "На сигурно място ли сте?", "Имаше ли много трафик по пътя?", "Пострадали ли сте?", "Те работят и аз работя"},
	"sk":      {"Čo sa stalo, keď ste chceli odísť?", "Prečo ste išli?", "Nútil vás niekto kradnúť alebo klamať?", "Nemusíte odpovedať.", "Je to pravda?", "Ste teraz v bezpečí?", "Neviem to iste", "Dokážete čítať?"},
	"pl":      {"Co się stało, gdy chcieli Państwo odejść?", "Dlaczego Państwu nie zapłacono?", "Dlaczego nie mogą Państwo wychodzić? Dlaczego Państwo nie mogą wychodzić?", "Czy ktoś zmuszał Państwa do kradzieży albo kłamania?", "Nie muszą Państwo odpowiadać. Nie musi Pani odpowiadać.", "Czy to prawda?", "Czy są Państwo teraz bezpieczni?", "Nagle zadzwonił"},
	"ro":      {"Ce s-a întâmplat când ați vrut să plecați?", "De ce nu v-au plătit?", "V-a obligat cineva să furați sau să mințiți?", "Nu trebuie să răspundeți. Nu sunteți obligat să răspundeți.", "Este adevărat?", "Sunteți în siguranță aici?", "Violență în familie", "contract oral"},
	"hu":      {"Mi történt, amikor el akart menni?", "Miért nem fizettek?", "Kényszerítette Önt valaki lopásra vagy hazugságra?", "Nem kell válaszolnia. Nem köteles válaszolni.", "Ez igaz?", "Biztonságban van most?", "Nem tudom biztosan"},
	"es":      {"¿Qué pasó cuando quiso irse?", "¿Por qué no le pagaron?", "¿Alguien le obligó a robar o mentir?", "No tiene que responder. Usted no tiene que responder.", "¿Es verdad?", "¿Está segura aquí?", "Se trata de mi familia", "¿Alguien le ha robado?", "No podía decir que no"},
	"fr":      {"Que s’est-il passé quand vous avez voulu partir ?", "Pourquoi ne vous ont-ils pas payé ?", "Quelqu’un vous a-t-il forcé à voler ou à mentir ?", "Vous n’êtes pas obligé de répondre. Vous ne devez pas répondre.", "Est-ce vrai ?", "Êtes-vous en sécurité ?", "Il y avait de la violence, un homme violent", "Ils me traitent mal"},
	"de":      {"Was ist passiert, als Sie gehen wollten?", "Warum haben sie Ihnen den Lohn nicht gezahlt? Warum haben sie nicht gezahlt?", "Hat jemand verlangt, dass Sie stehlen oder dass Sie lügen?", "Sie müssen nicht antworten.", "Stimmt das?", "Warum dürfen Sie nicht hinausgehen?", "Wer hat über Sie bestimmt und entschieden?", "Sind Sie hier sicher?", "Haben Sie Schulden? Ihre Schulden"},
	"tr":      {"Gitmek istediğinizde ne oldu?", "Size neden para vermediler?", "Neden dışarı çıkamıyorsunuz?", "Birisi sizi çalmaya veya yalan söylemeye zorladı mı?", "Cevap vermek zorunda değilsiniz.", "Bu doğru mu?", "Şu anda güvende misiniz?", "Kendi isteğimdi"},
	"fil":     {"Ano ang nangyari noong gusto ninyong umalis?", "Bakit hindi nila kayo binayaran?", "Bakit hindi kayo makalabas?", "May pumilit ba sa inyo na magnakaw o magsinungaling?", "Hindi ninyo kailangang sumagot.", "Totoo ba ito?", "Ligtas ba kayo ngayon?", "Sarili kong kagustuhan"},
	"uz-Latn": {"Ketmoqchi boʻlganingizda nima boʻldi?", "Nega Sizga pul toʻlashmadi?", "Nega chiqa olmaysiz?", "Kimdir Sizni oʻgʻirlik qilishga yoki yolgʻon gapirishga majburladimi?", "Javob berishingiz shart emas. Javob berishga majbur emassiz.", "Bu toʻgʻrimi?", "Hozir xavfsizmisiz?", "Qulogʻim ogʻriyapti, qulay joy"},
}

func TestWordingsOfMoreLanguagesA(t *testing.T) {
	if len(refusedEurope) != len(wordingsEurope) || len(fairEurope) != len(wordingsEurope) {
		t.Errorf("%d lists, %d and %d tested", len(wordingsEurope), len(refusedEurope), len(fairEurope))
	}
	for tag, by := range refusedEurope {
		for i, why := range reasonsA {
			for _, text := range by[i] {
				if !refused(tag, text)[why.reason] {
					t.Errorf("%s: %q is not refused because %s", tag, text, why.reason)
				}
			}
		}
	}
}

func TestFairWordingsOfMoreLanguagesA(t *testing.T) {
	for tag, texts := range fairEurope {
		for _, text := range texts {
			if why := refused(tag, text); len(why) > 0 {
				t.Errorf("%s: %q is refused: %v", tag, text, why)
			}
		}
	}
}

func TestEveryListOfMoreLanguagesAHasEveryReason(t *testing.T) {
	for tag, lists := range wordingsEurope {
		if len(lists) != len(reasonsA) {
			t.Errorf("%s has %d lists", tag, len(lists))
			continue
		}
		for i, list := range lists {
			if list.why != reasonsA[i] || len(list.forms) < 2 || len(list.forms) > 6 {
				t.Errorf("%s: list %d: %s, %d forms", tag, i, list.why.reason, len(list.forms))
			}
		}
	}
}
