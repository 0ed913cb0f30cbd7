package report

// kind says what a block is on paper and on the screen.
type kind string

// The kinds of blocks. Names in the HTML template are these words.
const (
	heading   kind = "heading"   // level 1 to 4
	paragraph kind = "paragraph" //
	itemList  kind = "list"      // its blocks are items
	item      kind = "item"      // text, with more below it if it has blocks
	section   kind = "section"   // blocks that belong together
	name      kind = "name"      // a proper name, never translated: a heading
	number    kind = "number"    // a telephone number
	address   kind = "address"   // e-mail, web page: text from left to right, never a link
	field     kind = "field"     // a label with a value, or a line to write on
	choice    kind = "choice"    // a box to tick, with its text
	answer    kind = "answer"    // one of several answers, under its number
	qrCode    kind = "code"      // a QR code, with what it holds in readable form
)

// A block is one piece of a page. Main is in the page's language, Beside the
// same in the second language or empty.
type block struct {
	Kind         kind
	Level        int
	Main, Beside string
	// Value is what stands in a field, the digits of a number, an address, the
	// number of an answer, or what a code holds.
	Value string
	// Style is a class of the style sheet.
	Style string
	// Both says that Beside is printed in text too, where the second language
	// otherwise has no room.
	Both bool
	// Lang is the language of a section that is not in the page's.
	Lang   side
	Blocks []block
}

// page is a document before it is set.
type page struct {
	// Title is what a browser shows; it repeats the first heading.
	Title string
	// Main and Beside are the languages; Beside is empty on a page of one language.
	Main, Beside side
	// Style is a class of the style sheet for the whole page.
	Style string
	// Paper is A4 if it is empty.
	Paper  Paper
	Blocks []block
}

// add appends blocks.
func (p *page) add(blocks ...block) { p.Blocks = append(p.Blocks, blocks...) }

func head(level int, main string) block { return block{Kind: heading, Level: level, Main: main} }
func para(main string) block            { return block{Kind: paragraph, Main: main} }
func note(main string) block            { return block{Kind: paragraph, Main: main, Style: "note"} }
func point(main string, below ...block) block {
	return block{Kind: item, Main: main, Blocks: below}
}
func points(items ...block) block { return block{Kind: itemList, Blocks: items} }
func group(style string, blocks ...block) block {
	return block{Kind: section, Style: style, Blocks: blocks}
}

// paragraphs flattens a page into what a screen shows one below the other.
func (p page) paragraphs() []Pair {
	f := flat{rtl: p.Main.Dir == "rtl"}
	f.blocks(p.Blocks, "")
	return f.pairs
}

// flat is a page while it is flattened.
type flat struct {
	pairs []Pair
	rtl   bool
}

func (f *flat) blocks(blocks []block, indent string) {
	for _, b := range blocks {
		below := indent
		switch b.Kind {
		case qrCode: // only a camera reads it
		case number, address:
			f.contact(b)
		case heading:
			f.space()
			f.add(b.line(), b.Beside)
		case name:
			f.space()
			f.add(b.Main, b.Main)
		case item:
			f.add(indent+"- "+b.Main, b.Beside)
			below += "  "
		default:
			f.add(b.line(), b.Beside)
		}
		f.blocks(b.Blocks, below)
	}
}

func (f *flat) add(main, beside string) {
	if main != "" {
		if f.rtl {
			main = isolated(main)
		}
		f.pairs = append(f.pairs, Pair{main, beside})
	}
}

// contact puts a number or an address in a paragraph of its own, and what is to
// be said about it in the next.
func (f *flat) contact(b block) {
	value := b.Value
	if f.rtl {
		value = ltr(value)
	}
	f.pairs = append(f.pairs, Pair{value, value})
	f.add(b.Main, b.Beside)
}

// space sets apart what begins here, so that a screen has paragraphs.
func (f *flat) space() {
	if len(f.pairs) > 0 {
		f.pairs = append(f.pairs, Pair{})
	}
}

// line is the block in one line of plain text.
func (b block) line() string {
	switch b.Kind {
	case field:
		return b.labelled(b.shown())
	case choice:
		return "[ ] " + b.Main
	case answer:
		return b.Value + "  " + b.Main
	}
	return b.Main
}

// labelled puts a label before a value.
func (b block) labelled(value string) string {
	if b.Main == "" {
		return value
	}
	return b.Main + ": " + value
}

// blank is the line to write on in a text.
const blank = "______________________________"

// shown is what stands in a field: its value or a line to write on.
func (b block) shown() string {
	if b.Value == "" {
		return blank
	}
	return b.Value
}
