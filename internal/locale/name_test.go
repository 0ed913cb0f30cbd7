package locale

import "testing"

func TestLanguagesAreNamedInTheReadersLanguage(t *testing.T) {
	georgian := Language{Tag: "ka", Name: "ქართული", EnglishName: "Georgian", CzechName: "gruzínština"}
	dari := Language{Tag: "prs", Name: "دری", EnglishName: "Dari", CzechName: "darí"}
	for _, tt := range []struct {
		language Language
		reader   string
		want     string
	}{
		{georgian, "cs", "gruzínština"},
		{georgian, "en", "Georgian"},
		{georgian, "sk", "gruzínčina"},
		{georgian, "de", "Georgisch"},
		{georgian, "pl", "gruziński"},
		{dari, "cs", "darí"},
		{dari, "sk", "Dari"},
		{georgian, "xx-private", "Georgian"},
		{Language{Tag: "cs-x-local", EnglishName: "Czech of a station"}, "xx-private", "Czech of a station"},
	} {
		if got := tt.language.NameIn(Language{Tag: tt.reader}); got != tt.want {
			t.Errorf("%s for %s: got %q, want %q", tt.language.Tag, tt.reader, got, tt.want)
		}
	}
}
