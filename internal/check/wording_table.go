package check

// reason says why something may not be said, and what to say instead.
type reason struct{ reason, instead string }

// The reasons. Source: the design of this program, section 2, Never 10; WHO
// ethical and safety recommendations 2003; the research-based rules of
// non-suggestive interviewing (Méndez Principles 2021, NICHD protocol).
var (
	blames = reason{
		"it puts the blame on the person, who may have had no way out",
		"ask what happened when the person tried, or what would have happened",
	}
	legalWord = reason{
		"it is the legal word, which many know from films or take for an accusation",
		"ask what was done: papers kept, work forced, money owed",
	}
	label = reason{
		"it says what the person is, and many do not see themselves so",
		"ask what others did",
	}
	sexualDetail = reason{
		"details of sexual acts are never asked here",
		"ask only whether somebody made the person do something, and leave the rest to trained people",
	}
	ownOffence = reason{
		"it asks for an offence of the person's own",
		"ask only whether somebody made the person do it, after the right to silence has been read",
	}
	leading = reason{
		"it is a leading question: it asks to agree",
		"ask openly, with a yes and a no that are equally easy",
	}
	pressure = reason{
		"it presses or doubts the person",
		"ask once, and take the answer as it is",
	}
	status = reason{
		"it names a person or a stay unlawful, and sounds like an accusation",
		"ask about papers, and who has them",
	}
	willingness = reason{
		"consent to being exploited counts for nothing, so willingness is not asked",
		"ask what others did, and what happened when the person said no",
	}
)

// forbiddenForms are forms that are forbidden for one reason: regular
// expressions in small letters that begin at the beginning of a word. An ending
// stays open where words are inflected.
type forbiddenForms struct {
	why   reason
	forms []string
}

// forbiddenWordings are the lists, by language. They find what is usual, not
// what is possible: a native reviewer must read every text all the same.
var forbiddenWordings = map[string][]forbiddenForms{
	"en": {
		{blames, []string{
			`why (didn't|did not|didn’t|haven't|have not) you`, `why did you (stay|go|agree|trust|believe|not|never)`,
			`why (don't|do not|don’t) you (leave|go|run|stop|refuse)`, `couldn't you (have )?`, `could you not have`, `your (own )?fault`,
		}},
		{legalWord, []string{`traffick`, `slaver`, `modern slave`, `forced labou?r`}},
		{label, []string{`victim`, `prostitut`, `whore`, `smuggled person`}},
		{sexualDetail, []string{
			`(sexual )?intercourse`, `penetrat`, `oral sex`, `anal(\P{L}|$)`, `orgasm`, `naked`, `rap(e|ed|ing)(\P{L}|$)`, `condom`, `what (kind of )?sex`, `how (often|many times) did you have sex`,
		}},
		{ownOffence, []string{
			`(did|have|do) you (ever |also )?(steal|stolen|rob|robbed|sell drugs|sold drugs|commit|committed|break the law|broken the law|cross(ed)? the border|lie to|lied to|forge|forged)`,
			`your (crimes?|offen[cs]es?|guilt)`, `(did|have) you (use|used) (a )?(false|forged|fake)`,
		}},
		{leading, []string{
			`(isn't|aren't|wasn't|weren't|don't|didn't|doesn't|haven't|hasn't|won't|wouldn't) (it|you|they|he|she|that)\?`, `right\?`, `correct\?`,
			`(surely|obviously|of course|clearly),? `, `(don't|do not|wouldn't|isn't it true|is it not true) (you )?(that|think|agree)`, `(so )?they forced you,`, `you were forced`,
		}},
		{pressure, []string{`are you (really |quite )?sure`, `tell (me )?the truth`, `prove (it|that|this|your)`, `admit (it|to|that|what)`, `confess`, `be honest`, `you must answer`, `you have to answer`, `are you lying`}},
		{status, []string{`illegal`, `unlawful(ly)? (in|here|stay)`}},
		{willingness, []string{`did you (agree|consent|want) to be`, `of your own free will`, `voluntar(y|ily)`, `willing(ly)?`}},
	},
	"cs": {
		{blames, []string{
			`proč (jste|jsi) (to |od nich |odtud |odtamtud |tam |se |jim )?(ne|zůsta|souhlas|věřil|důvěřova)`, `proč (ne)?(odejdete|utečete|odejdeš|utečeš)`, `(nemohl|nemohla|nemohli) (jste|jsi)`, `vaše vina|vlastní vin`,
		}},
		{legalWord, []string{`obchodování s lidmi`, `obchodu s lidmi`, `obchod s lidmi`, `obchodník\p{L}* s lidmi`, `otroct`, `otrok`, `nucen\p{L}+ prac`}},
		{label, []string{`oběť`, `oběti`, `obětí`, `prostitu`, `šlap(ka|ky|ku|kou)`, `poškozen\p{L}+ osob`}},
		{sexualDetail, []string{`pohlavní(ho|mu|m)? styk`, `soulož`, `orální`, `anální`, `znásiln`, `nah(á|ý|ou|ého|é)(\P{L}|$)`, `kondom`, `sexuální(ch|ho)? (praktik|styk)`, `jak často jste měl\p{L}* sex`}},
		{ownOffence, []string{`(u)?kradl\p{L}* (jste|jsi)`, `(jste|jsi) (něco |někdy |už )?(u)?kradl`, `spáchal`, `porušil\p{L}* (jste|jsi)`, `(jste|jsi) (někdy )?(porušil|prodával\p{L}* drog|překročil\p{L}* hranic)`, `vaš\p{L}+ trestn`, `přestupk`}},
		{leading, []string{`že (ano|ne|jo)\?`, `viďte`, `viď\?`, `není to tak`, `nebo (snad )?ne\?`, `(určitě|jistě|samozřejmě|přece) (jste|jsi|vás|tě|vám|ti|to) `, `nutili vás, že`}},
		{pressure, []string{`jste si (tím )?(opravdu |zcela )?jist`, `řekněte (mi )?pravdu`, `mluvte pravdu`, `dokaž`, `přizn`, `musíte odpov`, `nelžete`, `lžete`}},
		{status, []string{`nelegál`, `ilegál`, `načerno`, `neoprávněn\p{L}+ pobyt`}},
		{willingness, []string{`dobrovoln`, `souhlasil\p{L}* (jste|jsi)`, `(jste|jsi) (s tím )?souhlasil`, `ze své (svobodné )?vůle`}},
	},
	"uk": {
		{blames, []string{`чому (ж )?(ви|ти) (звідти |тоді |від них )?не`, `чому (ж )?не (пішли|втекли|поїхали|покинули|звернулися|сказали)`, `чому (ви|ти) (залиши|погоди|повіри|довіри)`, `(ваша|власна) вина`, `хіба (ви )?не могли`}},
		{legalWord, []string{`торгівл\p{L}+ людьми`, `торгівц\p{L}+ людьми`, `рабств`, `примусов\p{L}+ прац`}},
		{label, []string{`жертв`, `потерпіл`, `проститу`, `повія|повії|повій`}},
		{sexualDetail, []string{`статев\p{L}+ (акт|контакт|зноси)`, `зґвалт`, `згвалт`, `оральн`, `анальн`, `голі|голою|голим|оголен`, `презерватив`, `сексуальн\p{L}+ (контакт|стосун|послуг)`}},
		{ownOffence, []string{`(ви|ти) (колись |щось )?(в|у)?крали`, `(ви|ти) (колись )?(порушували|порушили|скоїли|продавали наркотик|перетнули кордон|перетинали кордон)`, `ваш\p{L}* злочин`, `правопорушен`}},
		{leading, []string{`чи не так`, `правда ж`, `так\?$`, `хіба ні`, `(звичайно|звісно|безперечно|напевно ж)(\P{L}|$)`, `адже вас`}},
		{pressure, []string{`(ви |ти )?(справді )?впевнен`, `кажіть правду`, `скажіть правду`, `доведіть`, `зізна`, `ви мусите відпові`, `ви повинні відпові`, `ви брешете`}},
		{status, []string{`нелегал`, `незаконн\p{L}* (перебува|переби|в'їзд|в’їзд)`}},
		{willingness, []string{`добровільн`, `(ви|ти) погодилися`, `з власної волі`, `за власним бажанням`}},
	},
	"vi": {
		{blames, []string{`(tại sao|vì sao|sao) ((bạn|anh|chị|anh/chị|anh chị|quý vị|em|ông|bà) )?(lại )?(không|chẳng)`, `(tại sao|vì sao|sao) ((bạn|anh|chị|anh/chị|quý vị|em) )?(lại )?(ở lại|đồng ý|tin)`, `lỗi của (bạn|anh|chị|quý vị|chính)`}},
		{legalWord, []string{`mua bán người`, `buôn bán người`, `buôn người`, `nô lệ`, `lao động cưỡng bức`, `cưỡng bức lao động`}},
		{label, []string{`nạn nhân`, `mại dâm`, `gái điếm`, `gái mại`, `bán dâm`}},
		{sexualDetail, []string{`hiếp dâm`, `cưỡng hiếp`, `giao cấu`, `quan hệ tình dục`, `khỏa thân|khoả thân`, `bao cao su`, `làm tình`}},
		{ownOffence, []string{`(bạn|anh|chị|anh/chị|quý vị|em) (có |đã |từng )+(ăn cắp|ăn trộm|trộm cắp|phạm tội|phạm pháp|bán ma túy|vượt biên|làm giả)`, `tội của (bạn|anh|chị|quý vị)`}},
		{leading, []string{`phải không\?`, `đúng không\?`, `chứ gì`, `chắc chắn (là )?(bạn|anh|chị|quý vị)`, `đương nhiên`, `tất nhiên`, `rõ ràng là`}},
		{pressure, []string{`(có )?chắc không\?`, `nói thật`, `sự thật đi`, `chứng minh`, `thú nhận`, `khai ra`, `phải trả lời`, `(bạn|anh|chị|anh/chị|quý vị) (có |đang |đã )?nói dối`}},
		{status, []string{`bất hợp pháp`, `nhập cư trái phép`, `cư trú trái phép`, `lậu`}},
		{willingness, []string{`tự nguyện`, `tự ý`, `(bạn|anh|chị|quý vị) (có |đã )?đồng ý (làm|bán|cho)`}},
	},
}
