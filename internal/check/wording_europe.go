package check

// wordingsEurope are the lists of more languages. Two ways of writing recur in them:
// a form that begins with a space finds the word only behind a mark or a second
// space (", правда?", not "это правда?"), and one that begins with "(^| )" finds
// it so or at the beginning of the text ("Trebuie să", not "Nu trebuie să").
// What asks in a fair way must not be caught: "they did not pay you", "you need
// not answer", "are you safe here", "did someone make you lie".
var wordingsEurope = map[string][]forbiddenForms{
	"ru": {
		{blames, []string{
			`(почему|зачем|отчего) (же )?(вы|ты) (\p{L}+ ){0,2}(не (\p{L}+ )?\p{L}*(л|ла|ли|лся|лась|лись)(\P{L}|$)|не (ухо|уйд|убега|отказыва)|остал|соглас|повери|довери|доверя)`,
			`(почему|отчего) (же )?не (уш|сбеж|убеж|уехал|отказ|обрат|сказал|позвон|сообщ|попрос)`,
			`(разве|неужели) (вы |ты )?(не|нельзя)(\P{L}|$)`, `(ваша|твоя|собственн\p{L}+) (собственная |же )?вин(а|ы|е|у|ой)(\P{L}|$)`, `(вы|ты) (же )?(сам|сама|сами) виноват`, `по (своей|вашей|твоей) (собственной |же )?вине`,
		}},
		{legalWord, []string{`торговл\p{L}+ людьми`, `торгов(ец|ц\p{L}+) людьми`, `работоргов`, `рабств|рабск|рабын|раб(а|у|ом|ы|ов|ам|ами)?(\P{L}|$)`, `принудительн\p{L}+ (труд|работ)`, `подневольн`}},
		{label, []string{`жертв`, `потерпевш`, `пострадавш`, `проститу`, `шлюх|путан(а|у|ы|ой)(\P{L}|$)`}},
		{sexualDetail, []string{
			`полов\p{L}+ (акт|контакт|сношен|связ)`, `(из)?насилова|изнасил`, `оральн|анальн`, `гол(ый|ая|ой|ую|ые|ым|ого|ых|ыми)(\P{L}|$)|обнаж[её]н`, `презерватив`, `сексуальн\p{L}+ (контакт|акт|услуг|отношен)|как часто \p{L}+ (\p{L}+ )?секс`,
		}},
		{ownOffence, []string{
			`(вы|ты) (когда-нибудь |что-нибудь |что-то |раньше |уже |сам |сама |сами )*(у?крал|воровал|нарушал|нарушил|совершал|совершил|продавал\p{L}* наркот|подделал|подделывал|лгал|обманывал)`,
			`(у?крал|воровал|нарушал|нарушил|совершал|совершил|лгал|обманывал)(и|а)? ли (вы|ты)`, `(ваш|тво)\p{L}* (\p{L}+ )?(преступлен|правонарушен)`, `правонарушен`, `(вы|ты) (когда-нибудь )?(пересекли|пересекал\p{L}*) границ`,
		}},
		{leading, []string{
			`не так ли`, `(правда|верно|так) ведь`, ` (правда|верно|так|да)\?`, `(конечно|разумеется|наверняка|очевидно|безусловно|естественно)(\P{L}|$)`, `ведь (вы|вас|вам|ты|тебя|тебе)(\P{L}|$)|(вы|вас|вам) же(\P{L}|$)`, `вас (заставили|принудили),|(разве|неужели)(\P{L}|$)`,
		}},
		{pressure, []string{
			`(вы |ты )?(действительно |точно |совсем )?уверен(ы|а)?(\?| что| в (этом|том)| ли (вы|ты))`, `(скажи|говори|расскажи)(те)? (мне |нам |же )?(\p{L}+ )?правду`, `докаж|доказать`, `призна(йся|йтесь|ться|[её]тесь|лись)`, `(вы|ты) (должны|обязаны|должен|должна) (\p{L}+ )?отве`, `(вы|ты) (лж[её]те|вр[её]те|вр[её]шь)|не (лгите|врите|обманывайте)|честно (скажите|ответьте)|(скажите|ответьте) честно`,
		}},
		{status, []string{`нелегал`, `незаконн\p{L}+ (пребыван|въезд|мигра|нахожд)`, `незаконно (наход|въех|прожива|жив[её]т|пребыва|здесь)`}},
		{willingness, []string{`добровольн`, `согласил(ись|ась|ся) (ли )?(вы|ты)|(вы|ты) (сам |сама |сами |на это )*согласил`, `по (своей|собственной|доброй|вашей) (собственной |доброй )?воле`, `по (своему|собственному|вашему) (собственному )?желанию`}},
	},
	"bg": {
		{blames, []string{
			`защо (\p{L}+ ){0,2}не (\p{L}+ ){0,2}\p{L}*хте(\P{L}|$)`, `защо (вие |ти )?не (сте|си) `, `защо (\p{L}+ ){0,2}(останахте|се съгласихте|повярвахте|се доверихте|сте останал|сте се (съглас|довер)|сте повярвал)`,
			`не можехте ли|нима не`, `(ваша|вашата|твоя|твоята|собствена) (собствена )?вина`, `(сам|сама|сами) (сте|си) (си )?винов`,
		}},
		{legalWord, []string{`трафик\p{L}* (на|с) (хора|жени|деца|човеш)`, `трафикант`, `търгов\p{L}+ (с|на) хора`, `робств|робск|роб(и|ът|ът|иня|ини|ите)?(\P{L}|$)`, `принудител\p{L}+ труд`}},
		{label, []string{`жертв`, `пострадал\p{L}* лиц`, `проститу`, `курв`}},
		{sexualDetail, []string{`полов\p{L}* (акт|контакт|сношен)`, `изнасил`, `(орал|анал)(ен|на|но|ния)(\P{L}|$)`, `гол(а|и|ата|ите)?(\P{L}|$)`, `презерватив|кондом|проникван`, `сексуал\p{L}+ (акт|контакт|услуг|сношен)|колко често \p{L}+ (\p{L}+ )?секс`}},
		{ownOffence, []string{
			`(вие |ти |някога )?(крали|откраднали|нарушавали|нарушили|извършили|лъгали|излъгали|фалшифицирали) (ли )?(сте|си)`, `(вие|ли|нещо|някога) (сте |си )?(някога |нещо )?(крали|откраднали|нарушили|извършили|продавали наркот|преминавали границ)`,
			`(крадете|крадяхте|откраднахте|нарушихте|излъгахте|извършихте) ли`, `(ваш|тво)\p{L}+ (\p{L}+ )?(престъплен|нарушени)`, `правонарушен`,
		}},
		{leading, []string{`нали(\P{L}|$)`, `не е ли (така|вярно|истина)`, `нима(\P{L}|$)`, ` (така|вярно|да)\?`, `(разбира се|естествено|очевидно|безспорно|сигурно (сте|ви|са|е))(\P{L}|$)`, `принудили са ви,|принудиха ви,`}},
		{pressure, []string{`(напълно |наистина )?сигурн?(а|и|ен) ли (сте|си)`, `(кажете|казвайте|говорете|кажи) (ми |ни )?(\p{L}+ )?истината`, `докаж`, `призна(йте|й|вате|ете|ете си)(\P{L}|$)`, `трябва да отговор|длъжн(и|а|ен) сте да отговор`, `лъжете (ли|ме|ни)(\P{L}|$)|не (ме |ни )?лъжете|бъдете честн`}},
		{status, []string{`нелегал`, `незаконн?(о|ен|ния|ното|на) (пребивав|престо|влизан|влез|сте|живе|мигра)`, `неправомер\p{L}+ (пребив|прест)`}},
		{willingness, []string{`доброволн`, `съгласихте (ли )?се|(вие |ти )?(сте|си) се съгласил|съгласни ли бяхте`, `по (ваша|своя|собствена|твоя) (собствена |свободна )?воля`, `по (ваше|свое|собствено|твое) (собствено )?желание`}},
	},
	"sk": {
		{blames, []string{
			`prečo (ste|si) (to |od nich |odtiaľ |odtiaľto |tam |sa |im |vtedy |hneď ){0,2}(ne|zosta|súhlas|uveri|verili|dôverova)`, `prečo (odtiaľ |od nich )?(ne)?(odídete|utečiete|odídeš|utečieš)`,
			`(nemohol|nemohla|nemohli) (ste|si)`, `vaša (vlastná )?vina|vlastn(á|ej|ou) vin`, `(sám|sama|sami) (ste|si) (si )?(vin|na vine)|(ste|si) si (za to )?(sám|sama|sami)(\P{L}|$)`,
		}},
		{legalWord, []string{`obchod\p{L}* s ľuďmi`, `otroct`, `otrok`, `núten\p{L}+ prác`}},
		{label, []string{`obeť`, `obet(e|i|í|iam|iach|ou|ami)(\P{L}|$)`, `prostit[uú]`, `šľapk|kurv`, `poškoden\p{L}+ osob`}},
		{sexualDetail, []string{`pohlavn\p{L}+ styk`, `súlož`, `oráln|análn`, `znásiln`, `nah(á|ý|ú|ej|ého|é|í|ých)(\P{L}|$)|kondóm|prezervatív`, `sexuáln\p{L}+ (praktik|styk)|ako často ste mal\p{L}* sex`}},
		{ownOffence, []string{`(u)?krad(ol|la|li) (ste|si)`, `(ste|si) (niečo |niekedy |už )*(u)?krad(ol|la|li)`, `spácha`, `poruši\p{L}* (ste|si)|(ste|si) (niekedy )?(poruši|predával\p{L}* drog|prekročil\p{L}* hranic)`, `vaš\p{L}+ trestn`, `priestup(ok|k)`}},
		{leading, []string{`však (áno|nie)?\?`, `že (áno|nie|hej)\?`, `však\?`, `nie je to tak`, `(určite|iste|samozrejme|predsa|zaiste) (ste|si|vás|ťa|vám|ti|to) `, ` pravda\?|nútili vás, že|alebo (snad|azda|hádam) nie`}},
		{pressure, []string{`(ste|si) si (tým )?(naozaj |celkom |úplne )?ist`, `(povedzte|hovorte|povedz) (mi |nám )?(\p{L}+ )?pravdu`, `dokážte|(viete|môžete) to dokázať`, `prizna(jte|j|ť|te|nie)`, `musíte odpov`, `neklamte|klamete|klameš|klamali ste`}},
		{status, []string{`nelegál`, `ilegál`, `načierno`, `neoprávnen\p{L}+ pobyt`}},
		{willingness, []string{`dobrovoľn`, `súhlasil\p{L}* (ste|si)`, `(ste|si) (s tým )?súhlasil`, `(zo svojej|z vlastnej|z vašej) (slobodnej |vlastnej )?vôle`}},
	},
	"pl": {
		{blames, []string{
			`dlaczego (pan|pani|państwo|ty) (\p{L}+ ){0,2}nie (\p{L}+ )?(\p{L}*(li|ł|ła)(\P{L}|$)|odchod|uciek|odmawia)`, `dlaczego (\p{L}+ ){0,2}nie (odesz|odej|uciek|odmówi|powiedzia|zgłosi|zadzwoni|wyjecha|poprosi)`, `dlaczego (się )?(pan|pani|państwo) (\p{L}+ ){0,2}(zosta|zgodzi|uwierzy|zaufa)`,
			`(czy )?nie (mógł|mogła|mogli) (pan|pani|państwo)(\P{L}|$)`, `(pana|pani|państwa|twoja|własna) (własna )?wina(\P{L}|$)`, `z (pana|pani|państwa|własnej|twojej) (własnej )?winy`,
		}},
		{legalWord, []string{`hand(el|lu|lem|lować|luje) (ludźmi|żywym)|handlarz\p{L}* ludźmi`, `niewoln(i|ic)`, `prac\p{L}+ (przymusow|niewolnicz)`, `przymusow\p{L}+ prac`}},
		{label, []string{`ofiar(a|y|ą|ę|om|ami|ach|ze)?(\P{L}|$)`, `pokrzywdzon`, `prostytu`, `dziwk|kurw|nierządn`}},
		{sexualDetail, []string{`stosun(ek|k\p{L}*) (płciow|seksualn)|współży`, `zgwałc|gwałt(u|em|y)?(\P{L}|$)|gwałci`, `oraln|analn|penetrac`, `nag(a|i|iego|ą|o|iej)(\P{L}|$)|rozebran`, `prezerwatyw|kondom`, `jak często (\p{L}+ ){0,2}seks`}},
		{ownOffence, []string{
			`(pan|pani|państwo|ty) (kiedyś |coś |kiedykolwiek |sam |sama |sami )*(u?krad|popełni|złama|naruszy|sprzedawa\p{L}* narkot|przekroczy\p{L}* granic|s?fałszowa|oszuk|oszuki)`, `(u?krad|popełnia|popełni|złama|naruszy|oszuk)\p{L}* (coś |kiedyś )?(pan|pani|państwo)(\P{L}|$)`,
			`(pana|pani|państwa|twoje) (własne )?(przestępstw|wykrocze)`, `wykrocze`,
		}},
		{leading, []string{` (prawda|tak|zgadza się)\?`, `nieprawdaż|czyż|czy nie jest tak|nie jest tak`, `(oczywiście|z pewnością|przecież)(\P{L}|$)`, `na pewno (pan|pani|państwo|to)(\P{L}|$)`, `zmuszono (pana|panią|państwa),|zmusili (pana|panią|państwa),`}},
		{pressure, []string{
			`(jest |są )(pan |pani |państwo )(tego )?(na pewno |naprawdę |całkiem )?pew(ien|na|ni)(\P{L}|$)`, `(proszę )?(mówić|powiedzieć|mów|powiedz) (mi |nam )?(całą )?prawdę`, `udowodni|proszę dowie`, `przyzna(j|ć|je|ni|ł)\p{L}* się|się przyzna`, `(pan|pani|państwo) (musi|muszą|ma obowiązek) odpow`, `(pan|pani|państwo) kłami|proszę nie kłamać|niech (pan|pani) nie kłami`,
		}},
		{status, []string{`nielegal`, `bezprawn\p{L}+ (pobyt|przeby|wjazd)`, `na czarno`}},
		{willingness, []string{`dobrowoln`, `(pan|pani|państwo) (się )?(na to )?(się )?zgodzi`, `zgodzi(ł|ła|li) się (na to )?(pan|pani|państwo)`, `z własnej (i )?(nieprzymuszonej |wolnej )?woli`, `z własnej chęci`}},
	},
	"ro": {
		{blames, []string{
			`de ce (n-|nu )(v-)?(a[țţ]i|ai)(\P{L}|$)`, `de ce nu (pleca[țţ]i|fugi[țţ]i|refuza[țţ]i|spune[țţ]i|pleci|fugi)`, `de ce (v-)?(a[țţ]i|ai) (\p{L}+ )?(rămas|acceptat|crezut|avut încredere|fost de acord|lăsat)`,
			`(n-|nu )(a[țţ]i|ai) fi putut`, `vina (dumneavoastră|dvs|ta|proprie)`, `(sunte[țţ]i|e[șş]ti) (singur\p{L}* |chiar )?vinovat`,
		}},
		{legalWord, []string{`trafic\p{L}* de (persoane|fiin|oameni|carne)`, `trafica(nt|t)`, `sclav`, `munc\p{L}+ for[țţ]at`}},
		{label, []string{`victim`, `prostitu`, `curv(ă|e|a|ele|elor)?(\P{L}|$)|târf`, `persoan\p{L}+ vătămat`}},
		{sexualDetail, []string{`(raport|act|contact|rela[țţ]i)\p{L}* (sexual|intim)`, `penetr`, `viol(at|ată|a[țţ]i|ul|uri|ului|a|ează|ând)?(\P{L}|$)`, `sex (oral|anal)`, `nud(ă|e)?(\P{L}|$)|dezbrăca|în pielea goală`, `prezervativ|cât de des a[țţ]i (făcut|avut)( \p{L}+)? sex`}},
		{ownOffence, []string{`(a[țţ]i|ai) (mai |vreodată |[șş]i |dumneavoastră )*(furat|comis|săvâr[șş]it|încălcat|vândut droguri|falsificat|min[țţ]it|în[șş]elat)`, `(a[țţ]i|ai) trecut (\p{L}+ )?(grani[țţ]a|frontiera)`, `(infrac[țţ]iun|delict|crim)\p{L}* (dumneavoastră|dvs|ta|tale|voastr)`, `vinovă[țţ]i`, `contraven[țţ]i`}},
		{leading, []string{`nu-i a[șş]a`, `nu (este|e) (a[șş]a|adevărat că)`, ` (a[șş]a|corect|adevărat|da|nu)\?`, `(desigur|bineîn[țţ]eles|evident|sigur că|cu siguran[țţ]ă (a[țţ]i|v-|vre))(\P{L}|$)`, `oare nu(\P{L}|$)`, `v-au (for[țţ]at|obligat),`}},
		{pressure, []string{
			`(sunte[țţ]i|e[șş]ti) (chiar |absolut )?(sigur|sigură|convins\p{L}*)( că| de (asta|acest)|\?)`, `(spune[țţ]i|spune|zi)(-mi|-ne)? (tot )?adevărul`, `dovedi[țţ]i|(pute[țţ]i|po[țţ]i) (dovedi|demonstra)`, `mărturisi|recunoa[șş]te[țţ]i (că|ce)`, `(^| )(trebuie|sunte[țţ]i obligat\p{L}*) să răspunde|dumneavoastră trebuie să răspunde`, `nu (mai |mă |ne |ne mai )?min[țţ]i(\P{L}|[țţ]i)|(^| )min[țţ]i[țţ]i|fi[țţ]i sincer`,
		}},
		{status, []string{`ilegal`, `clandestin`, `([șş]edere|intrare|trecere) neregul|fără drept de [șş]edere`}},
		{willingness, []string{`voluntar`, `de bun(ă|ă-)( )?voie|benevol`, `(a[țţ]i|ai) (fost de acord|acceptat|consim[țţ]it) (să|cu|la)`, `din proprie (ini[țţ]iativă|voin[țţ]ă)|propria voin[țţ]ă`, `liber consim`}},
	},
	"hu": {
		{blames, []string{
			`miért nem (ment|szökö|menekült|hagyta|utasít|szólt|kért|mondta|mondott|jelent|tagad|távoz|fordult|hívta|hívott|állt)`, `miért (nem )?(maradt|egyezett|ment bele|hitt|bízott|fogadta el)`,
			`nem (tudott|tudta|mehetett|szökhetett|mondhatott|lehetett) volna`, `(az )?ön hib(ája|ás)|ön a hibás`, `(a )?saját hib(ája|ájából)|(ön|maga) tehet róla`,
		}},
		{legalWord, []string{`emberkeresked`, `rabszolg`, `kényszermunk`, `embercsempész`}},
		{label, []string{`áldozat`, `sértett(je|ként|nek|ek)(\P{L}|$)`, `prostit[uú]`, `kurv|örömlány`}},
		{sexualDetail, []string{`nemi (aktus|közösül|érintkez|együttlét)|közösül`, `behatol`, `(meg)?erőszakol`, `(orális|anális)(\P{L}|$)`, `meztelen`, `óvszer|kondom|(milyen gyakran|hányszor) (\p{L}+ ){0,2}szex`}},
		{ownOffence, []string{`lopott(-e(\P{L}|$)| (ön|már|valaha|valamit|valahol))`, `(ön|valaha|már) (lopott|csalt|hazudott|rabolt|hamisított)`, `(bűncselekményt|bűnt|szabálysértést) (\p{L}+ )?(követett|elkövet)|(követett|elkövetett) (\p{L}+ ){0,3}(bűncselekményt|bűnt|szabálysértést)`, `(megszegte|megsértette|szegte meg) (ön )?(a )?(\p{L}+ )?(törvény|jogszabály)`, `(az )?ön bűn|bűnei(\P{L}|t)`, `árult (ön |már |valaha )?(kábítószer|drog)`}},
		{leading, []string{`ugye(\P{L}|$)`, `nem (igaz|így van)\?|nemde`, ` (igaz|így van|igen)\?`, `(természetesen|nyilván\p{L}*|persze)(\P{L}|$)`, `(biztosan|bizonyára) (ön|önt|önnek)(\P{L}|$)`, `kényszerítették önt,|önt kényszerítették|csak nem`}},
		{pressure, []string{`biztos (ön )?(ebben|benne)|biztos(-e)? abban`, `(mondja|mondjon|mondd) (el |meg )?(nekem |nekünk )?(az )?iga`, `bizonyítsa|(be )?(tudja|tudná) bizonyít|bizonyítani tudja`, `vallja be|ismerje (be|el)|beismer|bevall`, `ön (köteles|kénytelen) válaszol|(^| )köteles válaszol|válaszolnia kell`, `ön hazudik|ne hazudj|hazudik(-e)?\?|legyen őszinte`}},
		{status, []string{`illegális`, `(törvénytelen|jogellenes|jogszerűtlen)\p{L}* (tartózkod|van|itt|él|lép|belép|jött|határ)`, `feketén`}},
		{willingness, []string{`önként`, `önszánt`, `(beleegyezett|belement)(\P{L}|$)`, `(saját|szabad) akarat(ából|a szerint)`, `jószántá|szívesen (csinált|tett|végezt)`}},
	},
	"es": {
		{blames, []string{
			`por qué (usted )?no (se |lo )?(fue|fuiste|marchó|escapó|huyó|denunció|negó|pidió|llamó|dijo|salió|avisó|ha ido|va|marcha|escapa|huye|denuncia)(\P{L}|$)`, `por qué (usted )?(se )?(quedó|quedaste|aceptó|aceptaste|confió|creyó|dejó)(\P{L}|$)`,
			`acaso no|no (pudo|podía|podría) usted|no (podría|pudo) haber`, `(su|tu) (propia )?culpa(\P{L}|$)`, `(usted )?(es|fue) (usted )?culpable`,
		}},
		{legalWord, []string{`trata (de|con) (personas|blancas|seres|mujeres|menores)|tráfico (de|con) (personas|seres|mujeres)`, `tratante|traficante`, `esclav`, `trabajos? forzado`}},
		{label, []string{`víctima`, `prostitu`, `(puta|ramera)s?(\P{L}|$)`, `persona traficada`}},
		{sexualDetail, []string{`(acto|relación|relaciones|contacto)s? (sexual|carnal|íntim)|coito`, `penetra`, `viola(ron|do|da|dos|das|ción|ciones|r|ba)(\P{L}|$)|le violó|la violó`, `sexo (oral|anal)`, `desnud`, `cond[óo]n|preservativo|(cuántas veces|con qué frecuencia) (\p{L}+ )?sexo`}},
		{ownOffence, []string{`(ha usted|usted ha|usted|has|ha alguna vez|alguna vez ha|alguna vez) (alguna vez )?(robad|robó|cometi|infringi|vendido drogas|vendió drogas|falsific|mentid|mintió|engañad|estafad)`, `(robó|cometió|infringió|falsificó|mintió) usted`, `(cruzó|ha cruzado) usted|usted (cruzó|ha cruzado)`, `(su|tu|sus|tus) (propios? )?(delito|crimen|crímenes|infracci|culpabilidad)`}},
		{leading, []string{`¿(verdad|no|cierto|correcto|no es así|a que sí|no es cierto)\?`, `no es (cierto|verdad) que`, `(por supuesto|claro que|obviamente|evidentemente|desde luego|seguro que|sin duda|seguramente)(\P{L}|$)`, `acaso(\P{L}|$)`, `(le|lo|la|a usted) (obligaron|forzaron),|usted fue (obligad|forzad)|fue usted (obligad|forzad)`}},
		{pressure, []string{
			`(está|estás) (usted )?(muy |realmente |completamente )?segur[oa](/a)?( de (eso|ello|que|lo)|\?)`, `(diga|dime|dígame|díganos|dinos|cuente|cuénteme) (toda )?la verdad|(debe|tiene que) decir la verdad`, `demuestre|demuéstr|(puede|podría) (demostrar|probar)|pruebe que|pruébe`, `confies[ae]|admita|admite|reconozca que`, `(^| )(debe|tiene que|está obligad[oa] a) (responder|contestar)|usted (debe|tiene que) (responder|contestar)`, `(está|estás) mintiendo|usted miente|no (me |nos )?mienta|sea sincer|sea honest`,
		}},
		{status, []string{`ilegal`, `clandestin`, `indocumentad`, `(situación|estancia|entrada|inmigra\p{L}+) irregular|irregularmente`}},
		{willingness, []string{`voluntari`, `(aceptó|accedió|consintió|quiso) usted|usted (aceptó|accedió|consintió|estuvo de acuerdo|quiso)`, `(por|de) (su|tu) (propia|libre) voluntad|por voluntad propia|libre voluntad`, `de buen grado|por (su|tu) (propio )?gusto|por gusto`}},
	},
	"fr": {
		{blames, []string{
			`pourquoi (vous |tu )?(n['’]avez|n['’]êtes|n['’]as|n['’]es|ne (vous êtes|partez|fuyez|refusez|dites|quittez))(\P{L}|$)`, `pourquoi (vous )?(êtes-vous|vous êtes|avez-vous|avez|êtes|es-tu|as-tu|tu es|tu as) (\p{L}+ )?(rest|accept|cru|fait confiance|consenti|suivi)`,
			`(n['’]auriez|ne pouviez|ne pourriez|n['’]aviez|n['’]avez)-vous pas`, `(votre|ta) (propre )?faute`, `(êtes-vous|vous êtes) (vous-même )?(coupable|fautif|fautive|responsable de ce)`,
		}},
		{legalWord, []string{`traite (des (êtres|personnes|femmes|blanches|humains)|d['’]êtres)`, `trafic (d['’]êtres|d['’]humains|de personnes|humain)|trafiquant`, `esclav`, `(travail|travaux) forcé`}},
		{label, []string{`victime`, `prostitu`, `putes?(\P{L}|$)|putain`, `personne (trafiquée|lésée)`}},
		{sexualDetail, []string{`(rapport|relation|acte)s? (sexuel|intime)`, `pénétr`, `viol(e|é|ée|és|ées|er|s|eur|eurs)?(\P{L}|$)`, `(sexe|rapport|fellation)s? (oral|anal)|fellation|sodomi`, `nue?s?(\P{L}|$)`, `préservatif|capote|combien de fois (avez-vous|vous avez) (fait l['’]amour|couché|eu)`}},
		{ownOffence, []string{`(avez-vous|vous avez|as-tu|tu as) (déjà |aussi |vous-même |parfois )*(volé|commis|enfreint|vendu (de la |des )?drogue|falsifié|menti|fraudé|triché|escroqué)`, `(avez-vous|vous avez) (\p{L}+ )?(franchi|passé|traversé) (\p{L}+ )?frontière`, `(vos|votre|ton|tes) (propres? )?(crime|délit|infraction|culpabilité)`, `(avez-vous|vous avez) (\p{L}+ )?utilisé (de |des )?faux`}},
		{leading, []string{`n['’]est-ce pas`, ` (pas vrai|non|oui|correct|hein|d['’]accord|c['’]est ça|exact|vrai)[\s\p{Z}]*\?`, `(bien sûr|évidemment|sûrement|certainement|sans doute|naturellement|bien entendu)(\P{L}|$)`, `vous (avez|aviez) été (forcé|contraint|obligé)|vous étiez (forcé|contraint)`, `(ils|on) vous (ont|a) (forcé|obligé|contraint)\p{L}*,`, `ne serait-ce pas`}},
		{pressure, []string{`(êtes-vous|vous êtes|es-tu) (vraiment |bien |tout à fait |absolument )?(sûr|sûre|sûr\(e\)|certain|certaine)(\P{L}|$)`, `(dites|dis)(-moi|-nous)? (toute )?la vérité|devez dire la vérité`, `prouve`, `avoue|admettez|reconnaissez (que|les|votre|vos)`, `vous (devez|êtes obligée?s? de) (me |nous |y )?répondre`, `vous mentez|mentez-vous|ne (me |nous )?mentez|soyez (honnête|franc|sincère)`}},
		{status, []string{`illégal`, `clandestin`, `sans-papier`, `(situation|séjour|entrée) irréguli|irrégulièrement`}},
		{willingness, []string{`volontaire`, `(avez-vous|vous avez|as-tu) (accepté|consenti|donné votre accord)`, `de (votre|ton|son) (propre |plein )?gré|de plein gré|plein gré`, `de votre (propre|libre) volonté|librement consenti|consentant`, `(étiez-vous|vous étiez) d['’]accord`}},
	},
	"de": {
		{blames, []string{
			`(warum|wieso|weshalb) (sind|haben|bist|hast|wollten|konnten|gingen|gehen|liefen|laufen|flohen|fliehen|riefen|sagten|verließen|wehrten) ((?-i:Sie)|du) (\p{L}+ ){0,3}(nicht|nie|nichts gesagt|niemandem|geblieben|zugestimmt|vertraut|geglaubt|eingelassen)(\P{L}|$)`, `(warum|wieso|weshalb) (bleiben|blieben|glaubten|vertrauten|glauben|vertrauen) (?-i:Sie)`, `(hätten|konnten|könnten|hättest|konntest) ((?-i:Sie)|du) (\p{L}+ )?nicht(\P{L}|$)`,
			`(ihre|deine) (eigene )?schuld(\P{L}|$)`, `selbst schuld`, `(sind|bist) ((?-i:Sie)|du) (selbst |selber )?(daran )?schuld`,
		}},
		{legalWord, []string{`menschenh(andel|ändler)`, `sklav|versklav`, `zwangsarbeit`, `menschenschmugg`}},
		{label, []string{`opfer`, `geschädigt`, `prostitu|zwangsprostitu`, `(hure|nutte)n?(\P{L}|$)`, `geschleust\p{L}* person`}},
		{sexualDetail, []string{`geschlechtsverkehr|beischlaf|geschlechtsakt|sexuelle handlung`, `(anal|oral|vaginal)(verkehr|sex|en|er|e)?(\P{L}|$)`, `penetr|in (?-i:Sie) eingedrungen`, `vergewaltig`, `nackt`, `kondom|wie oft (\p{L}+ ){0,3}sex`}},
		{ownOffence, []string{`haben ((?-i:Sie)|du) (\p{L}+ ){0,3}(gestohlen|geklaut|begangen|straftat\p{L}*|drogen verkauft|gelogen|gefälscht|betrogen)(\P{L}|$)`, `(stahlen|klauten|begingen|fälschten) (?-i:Sie)`, `(ihre|deine|ihrer) (eigenen? )?(straftat|tat(\P{L}|$)|taten(\P{L}|$)|verbrechen|vergehen)`, `haben (?-i:Sie) (\p{L}+ ){0,3}(gegen (das|ein|die) gesetz|(das|ein) gesetz gebrochen)`, `(sind|haben) (?-i:Sie) (\p{L}+ ){0,2}(über die grenze|die grenze)|ordnungswidrig`}},
		{leading, []string{`nicht wahr`, ` (oder|oder nicht|oder doch|stimmt['’]?s|richtig|korrekt|ja|gell)\?`, `(natürlich|selbstverständlich|offensichtlich|zweifellos)(\P{L}|$)`, `((?-i:Sie)|du) (\p{L}+ )?(doch|sicherlich|gewiss) `, `(sicher|sicherlich|bestimmt|gewiss) (haben|sind|wurden|waren|wollten) ((?-i:Sie)|du)`, `etwa nicht|(?-i:Sie) wurden (doch )?gezwungen|man hat (?-i:Sie) gezwungen,`}},
		{pressure, []string{`(sind (?-i:Sie) sich|bist du dir) (\p{L}+ ){0,2}sicher`, `(sagen|erzählen|sag) ((?-i:Sie) )?(mir |uns )?(doch |endlich |jetzt )?die (ganze )?wahrheit`, `(beweisen|belegen) (?-i:Sie)|(können|könnten) (?-i:Sie) (\p{L}+ ){0,2}(beweisen|belegen)`, `geben (?-i:Sie) (\p{L}+ ){0,2}zu(\P{L}|$)|gestehen|geständ|zugeben`, `(?-i:Sie) müssen (mir |uns |jetzt |alle fragen )?(be)?antworten|müssen (?-i:Sie) (mir |uns |jetzt )?antworten`, `lügen (?-i:Sie)|(^| )(?-i:Sie) lügen|seien (?-i:Sie) (\p{L}+ )?ehrlich`}},
		{status, []string{`illegal`, `schwarz(arbeit| gearbeitet| beschäftigt)`, `(unerlaubt|unrechtmäßig|rechtswidrig)\p{L}* (aufenthalt|einreis|eingereist|hier|in)`}},
		{willingness, []string{`freiwillig`, `haben (?-i:Sie) (\p{L}+ ){0,2}(zugestimmt|eingewilligt)`, `(waren (?-i:Sie)|warst du) (\p{L}+ ){0,2}einverstanden`, `aus (freien stücken|freiem willen|eigenem willen|eigenem antrieb)`, `wollten (?-i:Sie) das`}},
	},
	"tr": {
		{blames, []string{
			`(neden|niye|niçin) (\p{L}+ ){0,3}\p{L}*(madın|medin)|(neden|niye|niçin) (\p{L}+ ){0,3}(kaçmıyor|gitmiyor|ayrılmıyor|bırakmıyor|söylemiyor)sun`, `(neden|niye|niçin) (\p{L}+ ){0,3}(kaldın|kabul ett|inandın|güvendin|razı old)`,
			`(kaçamaz|gidemez|ayrılamaz|reddedemez|söyleyemez|hayır diyemez) mıyd`, `(sizin|senin|kendi) (kendi )?(suçun|hatan|kabahatin)`, `suçlusu? siz|siz suçlusunuz`,
		}},
		{legalWord, []string{`[iİ]nsan (ticaret|kaçakç|tacir)`, `köle`, `zorla çalıştır(ma|ılma)(\P{L}|$)|cebri çalıştır`, `angarya`}},
		{label, []string{`mağdur`, `kurban`, `fahişe|orospu`, `hayat kadın|seks işçi`}},
		{sexualDetail, []string{`cinsel (ilişki|birleşme|temas)`, `tecavüz|ırzın`, `(oral|anal)(\P{L}|$)`, `çıplak`, `prezervatif|kondom|penetrasyon`, `(kaç kez|kaç defa|ne sıklıkla|ne kadar sık) (\p{L}+ )?seks`}},
		{ownOffence, []string{`(hiç |bir şey |bir şeyler )?(çaldın|çalıyor musun|hırsızlık yaptın)`, `suç işledi(n|ğin)|suçunuz|suçun(\P{L}|$)`, `(yasayı|yasaları|kanunu|kanunları) (ihlal ettin|çiğnedin)`, `uyuşturucu sattın`, `sahte (belge|evrak|pasaport|kimlik) kullandın`, `yalan söyledin|(birini|onları|kimseyi) dolandırdın`}},
		{leading, []string{`(öyle )?değil mi(\P{L}|$)`, ` (doğru mu|öyle mi|tamam mı)\?`, `(elbette|tabii|tabi ki|kesinlikle|şüphesiz|muhakkak|herhalde)(\P{L}|$)`, `sizi zorladılar,|zorlandınız,|mecbur bırakıldınız,`, `yoksa siz(\P{L}|$)`}},
		{pressure, []string{`emin m[iİ]s[iİ]n`, `(doğruyu|gerçeği|gerçekleri) (söyle|söyleyin|söyleyiniz|anlat|anlatın|anlatınız)(\P{L}|$)`, `kanıtla(yın|yın[ıi]z|yabil|r mı)|[iİ]spat`, `[iİ]tiraf|kabul edin(\P{L}|$)`, `(cevap ver|cevapla|yanıtla|yanıt ver)\p{L}* zorundas|(cevap ver|cevapla|yanıtla)m[ae]l[ıi]s[ıi]n`, `yalan (mı )?söylüyors|yalan söylemeyin|dürüst olun`}},
		{status, []string{`[iİ]llegal`, `kaçak (göçmen|çalış|olarak|yaşa|giri|yolcu|mı)`, `(yasa( )?dışı|kanunsuz) (göçmen|olarak|giri|kal|ikamet|bulun|çalış)`, `kaçak mısın`}},
		{willingness, []string{`gönüllü|gönül rızası`, `kendi (isteğin|rızan|iraden|arzun)`, `(razı ol|rıza göster)(dun|din|muş|miş)|rızanız|rızan(\P{L}|la)`, `kabul ettiniz mi|kabul ettin mi`, `[iİ]steyerek`}},
	},
	"fil": {
		{blames, []string{
			`bakit (po |naman |nga |ka |kayo )*(hindi|di|'di) (po |naman |na |pa |ka |kayo |mo |ninyo |niyo )*(umalis|tumakas|humindi|tumanggi|nagsumbong|nagsabi|sinabi|humingi|lumaban|tumawag|lumayas|umuwi|iniwan)`, `bakit (po |naman )*(ka|kayo|mo|ninyo|niyo) (po |naman )*(pumayag|nanatili|naniwala|nagtiwala|sumama|nagpaiwan)`, `bakit (po |naman )*(pumayag|nanatili|naniwala|nagtiwala|sumama|nagpaiwan|pinagkatiwalaan)`,
			`hindi (po )?(ba )?(mo |ninyo |niyo |ka |kayo )(po )?(ba )?(puwede|pwede|maaari|kaya|nakatakas|tumakas)`, `hindi ba (po )?(ka|kayo) (po )?(puwede|pwede|maaari|makaka|nakatakas)`, `(kasalanan|sala) (po )?(ba )?(mo|ninyo|niyo)(\P{L}|$)|(inyong|iyong) (sariling )?kasalanan`,
		}},
		{legalWord, []string{`(human )?traffick`, `(pangangalakal|pagbebenta|kalakalan|bentahan) (ng|sa) (mga )?tao(\P{L}|$)`, `(pang-?aalipin|alipin|inalipin|inaalipin)`, `sapilitang (pagtatrabaho|trabaho|paggawa|pagpapatrabaho)`}},
		{label, []string{`biktima`, `prostitu|prosti(\P{L}|$)`, `(puta|pokpok)(\P{L}|$)`, `(babaeng|taong) bayaran`}},
		{sexualDetail, []string{`(pakikipag|nakipag|nakikipag)talik|nagtalik|magkatalik`, `ginahasa|panggagahasa|(ni-|na-)?rape`, `oral sex|anal(\P{L}|$)|penetra`, `hubad|hubo|nakahubad|naghubad`, `condom|kondom`, `(ilang beses|gaano kadalas) (\p{L}+ ){0,3}(sex|seks|talik|nakipagtalik)`}},
		{ownOffence, []string{`(nagnakaw|nanloko|nandaya|lumabag|nagbenta|nagkasala|nagsinungaling|namemeke) (po |ba |na )*(ka|kayo)(\P{L}|$)`, `(ninakaw|nilabag|pineke|niloko) (po |ba |na )*(mo|ninyo|niyo)(\P{L}|$)`, `(gumawa|nakagawa) (po |ba |na )*(ka|kayo) (po |ba |na )*ng (krimen|kasalanan|paglabag|labag)`, `(krimen|pagkakasala|paglabag) (mo|ninyo|niyo)(\P{L}|$)|(inyong|iyong) (krimen|pagkakasala|paglabag)`, `gumamit (po |ba |na )*(ka|kayo) (po |ba |na )*ng peke`}},
		{leading, []string{` (hindi|di|'di) (po )?ba( po)?\?`, ` (tama|totoo) (po )?ba( po)?\?`, `(siyempre|syempre|tiyak na|walang duda|natural na)(\P{L}|$)`, `(siguradong|tiyak na) (ka|kayo|gusto|ayaw)`, `pinilit (po )?(ka|kayo) (po )?(nila|na)(\P{L}|$)`, `hindi ba totoo|diba`}},
		{pressure, []string{`sigurado (po |ba |na |talaga )*(ka|kayo)(\P{L}|$)`, `(magsabi|sabihin|magsalita) (po |ka |kayo |mo |ninyo |niyo |lang |na |sa akin )*(ng|nang|ang) (totoo|katotohanan)`, `patunayan|mapatutunayan|mapapatunayan`, `umamin|aminin|nagtatapat`, `(^| )(kailangan|dapat) (po )?(kayong|kang|mong|ninyong|niyong) (po )?(sumagot|sagutin)|(kayo|ka) (po )?ay dapat sumagot`, `nagsisinungaling (po |ba |lang )*(ka|kayo)|huwag (po )?(kayong |kang )?magsinungaling|maging (ma)?tapat`}},
		{status, []string{`il+egal`, `(tnt|tago nang tago|undocumented)(\P{L}|$)`, `labag sa batas (\p{L}+ )?(pananatili|pagpasok|nandito|narito)|(pananatili|pagpasok) (\p{L}+ )?(nang )?labag sa batas`}},
		{willingness, []string{`kusang(-| )loob|kusa(ng)?(\P{L}|$)`, `(v|b)oluntar`, `pumayag (po |ba |na )*(ka|kayo)(\P{L}|$)`, `sariling (kagustuhan|kalooban|pasya)(\P{L}|$)|(inyong|iyong) (sariling )?(kagustuhan|kalooban)`, `(ginusto|gusto) (po |ba )*(mo|ninyo|niyo) (po |ba )*(iyon|iyan|ito)\?`}},
	},
	"uz-Latn": {
		{blames, []string{
			`(nega|nimaga|nima uchun) ([\p{L}'‘’]+ ){0,3}[\p{L}'‘’]*(madingiz|magansiz)`, `(nega|nimaga|nima uchun) ([\p{L}'‘’]+ ){0,3}(qoldingiz|rozi|ishondingiz|kelishdingiz|ketaver)`,
			`(olmasmidingiz|olmadingizmi|bo.?lmasmidi)`, `aybingiz`, `aybdor(mi)?siz|(siz|o.?zingiz) aybdor`,
		}},
		{legalWord, []string{`odam (savdosi|savdogar|sotish)`, `odam(lar)? bilan savdo`, `qullik|quldor|qul(lar)?(\P{L}|$)`, `majburiy mehnat`}},
		{label, []string{`jabrlan`, `jabrdiyda`, `qurbon`, `fohisha`}},
		{sexualDetail, []string{`jinsiy (aloqa|akt|yaqinlik|olat)`, `zo.?rlan(gan|di)|zo.?rlash|nomusiga`, `(oral|anal)(\P{L}|$)`, `yalang.?och`, `prezervativ|kondom`, `(necha marta|qanchalik tez-tez) ([\p{L}'‘’]+ )?(seks|jinsiy)`}},
		{ownOffence, []string{`o.?g.?ir(la|lik qil)(dingiz|gansiz|ganmisiz)`, `jinoyat (sodir )?(qil|et)(dingiz|gansiz|ganmisiz)|jinoyatingiz`, `qonunni buz(dingiz|gansiz|ganmisiz)|qonunbuzar`, `giyohvand\p{L}* ([\p{L}'‘’]+ )?sot(dingiz|gansiz|ganmisiz)`, `soxta (hujjat|pasport)\p{L}* (foydalandingiz|ishlatdingiz|foydalanganmisiz)`, `(aldadingiz|aldaganmisiz|yolg.?on gapirdingiz)`}},
		{leading, []string{`(shunday )?emasmi(\P{L}|$)`, ` (to.?g.?rimi|shundaymi|rostmi)\?`, `(albatta|shubhasiz|axir|aniqki|tabiiyki)(\P{L}|$)`, `sizni majburlash(di|gan),|siz majburlan(dingiz|gansiz)`, `nahotki`}},
		{pressure, []string{`ishonchingiz komil|aminmisiz| rostdanmi\?`, `(rostini|haqiqatni|to.?g.?risini) (ayting|gapiring|so.?zlang|aytib bering)`, `isbotla`, `iqror|tan oling|bo.?yningizga oling`, `javob ber(ishga majbursiz|ishingiz (shart|kerak|lozim)([.!?,]|$))`, `yolg.?on gapir(yapsiz|ayapsiz|mang)|aldayapsiz|(bizni |meni )?aldamang`}},
		{status, []string{`noqonuniy`, `(nelegal|illegal)`, `qonunsiz (yuri|yasha|kir|keld|ishla|bo.?l)`}},
		{willingness, []string{`ixtiyoriy|ixtiyoran`, `o.?z (xohishingiz|ixtiyoringiz|istagingiz|roziligingiz)`, `rozi (bo.?l(dingiz|ganmisiz|gansiz|ganmidingiz)|edingiz|midingiz)`, `roziligingiz`, `xohlab qil(dingiz|ganmisiz)|o.?zingiz xohla(dingiz|ganmisiz)`}},
	},
}
