package country

import (
	"slices"
	"testing"
	"time"
)

func names(contacts []Contact) []string {
	var all []string
	for _, c := range contacts {
		all = append(all, c.ID)
	}
	return all
}

func TestContactsAreTheSameInAnyOrder(t *testing.T) {
	p := shipped(t)
	all := names(p.ContactsFor("", ""))
	slices.Sort(all)
	for _, language := range []string{"", "cs", "uk", "vi", "xx"} {
		for _, need := range append(Needs, "", "unknown") {
			got := names(p.ContactsFor(language, need))
			slices.Sort(got)
			if !slices.Equal(got, all) {
				t.Errorf("language %q and need %q change who is shown", language, need)
			}
		}
	}
}

func TestContactsForThePersonAreNotForOfficers(t *testing.T) {
	p := shipped(t)
	person, officers := p.ContactsFor("", ""), p.ForOfficers()
	if len(person)+len(officers) != len(p.Contacts) {
		t.Errorf("%d and %d of %d", len(person), len(officers), len(p.Contacts))
	}
	for _, c := range officers {
		if slices.Contains(names(person), c.ID) {
			t.Errorf("%s is shown to the person", c.ID)
		}
	}
}

func TestTheOrderOfContacts(t *testing.T) {
	p := shipped(t)
	for _, tt := range []struct {
		sentence, language, need string
		first                    []string
	}{
		{"a specialised organisation and the emergency number come first", "", "", []string{"cz-lastrada", "eu-112"}},
		{"who needs a bed sees shelters first", "vi", "shelter", []string{"cz-lastrada", "cz-magdala", "cz-rosa"}},
		{"who is in danger sees the emergency numbers first", "uk", "danger", []string{"eu-112", "cz-155", "cz-police-158"}},
		{"who needs a lawyer sees those that speak the language first", "uk", "legal", []string{"cz-lastrada", "cz-opu"}},
		{"the State's own return is not the first offer", "cs", "return", []string{"cz-iom", "cz-return-mv"}},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			if got := names(p.ContactsFor(tt.language, tt.need)); !slices.Equal(got[:len(tt.first)], tt.first) {
				t.Errorf("got %v", got[:len(tt.first)])
			}
		})
	}
}

func TestOfficesOfOtherStatesAreLast(t *testing.T) {
	contacts := shipped(t).ContactsFor("uk", "")
	first := slices.IndexFunc(contacts, func(c Contact) bool { return c.HomeAuthority })
	for _, c := range contacts[first:] {
		if !c.HomeAuthority {
			t.Errorf("%s comes after %s", c.ID, contacts[first].ID)
		}
	}
}

func TestHours(t *testing.T) {
	prague, err := time.LoadLocation("Europe/Prague")
	if err != nil {
		t.Skip("this machine knows no time zones:", err)
	}
	p := shipped(t)
	at := func(text string) time.Time {
		when, err := time.ParseInLocation("2006-01-02 15:04", text, prague)
		if err != nil {
			t.Fatal(err)
		}
		return when
	}
	for _, tt := range []struct {
		sentence, contact, at string
		open, known           bool
		next                  string
	}{
		{"open on a Monday", "cz-lastrada", "2026-11-23 10:00", true, true, ""},
		{"closed a minute before", "cz-lastrada", "2026-11-23 09:59", false, true, "2026-11-23 10:00"},
		{"closed at the closing", "cz-lastrada", "2026-11-23 16:00", false, true, "2026-11-24 10:00"},
		{"Wednesday opens later", "cz-lastrada", "2026-11-25 11:00", false, true, "2026-11-25 12:00"},
		{"nothing is known of Friday", "cz-lastrada", "2026-11-27 11:00", false, false, "2026-11-30 10:00"},
		{"closed on Sunday", "cz-lastrada", "2026-11-29 11:00", false, true, "2026-11-30 10:00"},
		{"Thursday to the next Tuesday", "cz-opu", "2026-11-26 17:00", false, true, "2026-12-01 09:00"},
		{"over the end of the year", "de-bavaria", "2026-12-31 15:00", false, true, "2027-01-01 09:00"},
		{"the clock goes forward on the way", "de-bavaria", "2027-03-26 16:00", false, true, "2027-03-29 09:00"},
		{"day and night", "cz-116006", "2026-11-29 03:00", true, true, ""},
		{"hours that are a text", "cz-ombudsman", "2026-11-23 10:00", false, false, ""},
		{"no hours at all", "cz-simi", "2026-11-23 10:00", false, false, ""},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			c, ok := p.Contact(tt.contact)
			if !ok {
				t.Fatal("no such contact")
			}
			open, next, known := c.Hours.Open(at(tt.at))
			var want time.Time
			if tt.next != "" {
				want = at(tt.next)
			}
			if open != tt.open || known != tt.known || !next.Equal(want) {
				t.Errorf("open %v, next %v, known %v", open, next, known)
			}
		})
	}
}

func TestTheKeyOfHours(t *testing.T) {
	for _, tt := range []struct {
		hours Hours
		want  string
	}{
		{Hours{Always: true}, "hours.always"},
		{Hours{Text: "working-days"}, "hours.working-days"},
		{Hours{Week: []Span{{From: 1, To: 2}}}, ""},
		{Hours{}, "hours.unknown"},
	} {
		if got := tt.hours.Key(); got != tt.want {
			t.Errorf("%+v has %q, want %q", tt.hours, got, tt.want)
		}
	}
	if got := DayKey(time.Wednesday); got != "day.wed" {
		t.Errorf("Wednesday is %s", got)
	}
}
