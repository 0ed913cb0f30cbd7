package report

import (
	"cesta/internal/country"
	"cesta/internal/locale"
)

// duties are what an officer must do in one case, with whom to call for it.
type duties struct {
	words   *locale.Words
	pack    *country.Pack
	station country.Station
	list    []country.Duty
}

// blocks lists them by phase.
func (d duties) blocks() []block {
	blocks := []block{head(2, d.words.Text("officer.duties.title"))}
	for _, phase := range country.Phases {
		var items []block
		for _, duty := range d.list {
			if duty.Phase == phase {
				items = append(items, point(d.words.Text(duty.Key()), d.whom(duty)...))
			}
		}
		if len(items) > 0 {
			blocks = append(blocks, head(3, d.words.Text("officer.duties."+phase)), points(items...))
		}
	}
	return blocks
}

// whom lists the numbers for a duty: first the one that only the station knows.
func (d duties) whom(duty country.Duty) []block {
	blocks := stationBlocks(d.words, d.station, duty.Station)
	for _, id := range duty.Contacts {
		c, ok := d.pack.Contact(id)
		if !ok || len(c.Phones) == 0 {
			continue
		}
		n := block{Kind: number, Main: c.Name, Value: written(c.Phones[0])}
		if digits(c.Name) == c.Phones[0].Number {
			n.Main = "" // a name such as 112
		}
		blocks = append(blocks, n)
	}
	if len(blocks) == 0 {
		return nil
	}
	return []block{group("contact", blocks...)}
}

// bases lists on what law each duty rests, and how sure that is.
func (d duties) bases() []block {
	var items []block
	for _, duty := range d.list {
		var below []block
		for _, b := range duty.Basis {
			below = append(below, point(b.Text+": "+d.words.Text(b.Key())))
		}
		if len(below) > 0 {
			items = append(items, point(d.words.Text(duty.Key()), points(below...)))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []block{group("small", head(2, d.words.Text("officer.report.bases")), points(items...))}
}

// stationBlocks is one line of the station file, shown as what it is.
func stationBlocks(w *locale.Words, station country.Station, name string) []block {
	l := station.Line(name)
	if l.Empty() {
		return nil
	}
	label := w.Text("officer.station." + name)
	if l.Name != "" {
		label += ": " + l.Name
	}
	blocks := []block{{Kind: number, Main: label, Value: l.Phone}}
	if l.Note != "" {
		blocks = append(blocks, note(l.Note))
	}
	return append(blocks, note(w.Text("officer.station.local")))
}
