package report

// Paper is the sheet that a document is set for.
type Paper string

// The papers. An office has sheets of A4 and no others, so what is smaller is
// set on A4 too and folded or cut out.
const (
	// A4 is 210 x 297 mm (ISO 216), the person's language large and the
	// officer's small beside it.
	A4 Paper = "a4"
	// A6 is an A4 sheet of four panels of 105 x 148.5 mm, one after the other,
	// that is folded twice to fit into a pocket.
	A6 Paper = "a6"
	// Card is a card of 85.6 x 54 mm, the size of a bank card (ISO/IEC 7810,
	// ID-1), to be cut out of an A4 sheet.
	Card Paper = "card"
	// A3 is 297 x 420 mm, for a wall.
	A3 Paper = "a3"
)

// rule is the paper for the browser. The margins are what office printers leave
// white anyway (about 5 mm) and room to hold the sheet; those of A6 are half of
// what is left between two panels, so that both folds run through white.
func (p Paper) rule(style string) string {
	if style == "board" { // large type, for a hand that holds it by the edge
		return "@page { size: A4; margin: 10mm; }"
	}
	switch p {
	case A6, Card:
		return "@page { size: A4; margin: 8mm; }"
	case A3:
		return "@page { size: A3; margin: 8mm; }"
	}
	return "@page { size: A4; margin: 14mm; }"
}

// headingsOnly takes the second language out of everything but headings and
// what must be seen in both: a paper for the pocket has no room for it, and
// whoever handed it out has it on A4.
func headingsOnly(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != heading && !b.Both {
			b.Beside = ""
		}
		headingsOnly(b.Blocks)
	}
}
