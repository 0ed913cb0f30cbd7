package country

import (
	"testing"
	"time"
)

func TestReflectionEnd(t *testing.T) {
	for _, tt := range []struct {
		sentence, day string
		months        int
		want          string
	}{
		{"the day of the same number", "2026-11-23", 1, "2026-12-23"},
		{"over the end of the year", "2026-12-15", 1, "2027-01-15"},
		{"31 January ends on the last of February", "2027-01-31", 1, "2027-02-28"},
		{"29 January too", "2027-01-29", 1, "2027-02-28"},
		{"in a leap year on the 29th", "2028-01-31", 1, "2028-02-29"},
		{"28 February ends on 28 March, not on the last", "2027-02-28", 1, "2027-03-28"},
		{"31 March ends on 30 April", "2027-03-31", 1, "2027-04-30"},
		{"31 December ends on 31 January", "2026-12-31", 1, "2027-01-31"},
		{"three months", "2026-11-30", 3, "2027-02-28"},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			day, err := time.Parse(time.DateOnly, tt.day)
			if err != nil {
				t.Fatal(err)
			}
			// The hour of the instruction changes nothing.
			for _, hour := range []time.Duration{0, 23*time.Hour + 59*time.Minute} {
				if got := ReflectionEnd(day.Add(hour), tt.months).Format(time.DateTime); got != tt.want+" 00:00:00" {
					t.Errorf("got %s, want %s", got, tt.want)
				}
			}
		})
	}
}

func TestThePeriodIsOneMonthAndNotForEUCitizens(t *testing.T) {
	r := shipped(t).Reflection
	day := time.Date(2027, time.January, 31, 15, 0, 0, 0, time.UTC)
	if got := r.End(day).Format(time.DateOnly); got != "2027-02-28" {
		t.Errorf("it ends on %s", got)
	}
	for answer, want := range map[string]bool{"yes": false, "no": true, "unknown": true, "refused": true, "": true} {
		if got := r.Applies(map[string]string{"eu-citizen": answer}); got != want {
			t.Errorf("eu-citizen %q: applies %v", answer, got)
		}
	}
	if !r.Applies(nil) {
		t.Error("nothing known excludes the person")
	}
}
