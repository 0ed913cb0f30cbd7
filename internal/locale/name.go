package locale

import (
	"cmp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// NameIn names the language for somebody who reads another, such as "gruzínčina"
// for one who reads Slovak: as its file says in Czech and English, elsewhere as
// the Unicode CLDR does, and by its English name where that knows none.
func (l Language) NameIn(reader Language) string {
	switch reader.Tag {
	case "cs":
		return l.CzechName
	case English:
		return l.EnglishName
	}
	names := display.Languages(language.Make(reader.Tag))
	if names == nil {
		return l.EnglishName
	}
	return cmp.Or(names.Name(language.Make(l.Tag)), l.EnglishName)
}
