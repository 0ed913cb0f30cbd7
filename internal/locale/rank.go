package locale

import (
	"slices"
	"strings"
)

// ranked lists languages by how often they are needed in the Czech Republic:
// irregular stay and identified victims before transit. Source: ranking of
// languages for the tool, 2026-11-23, after the Foreign Police's figures for
// 2024 and 2025 and those of the State Programme, 2014 to 2021; from the
// twelfth down it is judgement.
var ranked = []string{
	"cs", "en",
	"uk", "ru", "vi", "ro", "mn", "fil", "bg", "sk", "ka", "uz", "uz-Latn", "uz-Cyrl", "ar", "tr",
	"pl", "hu", "prs", "fa-AF", "ps", "fa", "hi", "ne", "bn", "ur", "zh", "zh-Hans", "rom", "rmc", "rmy",
	"es", "fr", "sr", "sr-Latn", "sr-Cyrl", "sq", "kmr",
	"kk", "ky", "tg", "hy", "az", "am", "ti", "so", "id", "th", "de",
}

// rank is the place of a tag in the ranked list, or that of the tag it narrows
// (ro for ro-MD). Unknown tags come last.
func rank(tag string) int {
	for {
		if i := slices.Index(ranked, tag); i >= 0 {
			return i
		}
		cut := strings.LastIndexByte(tag, '-')
		if cut < 0 {
			return len(ranked)
		}
		tag = tag[:cut]
	}
}

func byTagRank(a, b string) int {
	if d := rank(a) - rank(b); d != 0 {
		return d
	}
	return strings.Compare(a, b)
}

func byRank(a, b Language) int { return byTagRank(a.Tag, b.Tag) }
