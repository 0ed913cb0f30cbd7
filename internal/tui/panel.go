package tui

import (
	"slices"

	"cesta/internal/answers"
	"cesta/internal/interview"
	"cesta/internal/locale"
	"cesta/internal/screen"
)

// readyID is the row of a list that sends what is ticked.
const readyID = "ready"

// panel is one page: a step of the interview, or a page beside the steps.
type panel struct {
	scr     screen.Screen
	say     func(id string) screen.Pair
	person  locale.Language // the zero Language while it is not known
	officer locale.Language
	look    *look
	ticked  map[string]bool // items of a list
	touched string          // the item that was ticked last, or of which the tick was taken back
	long    *long           // nil unless there are more options than keys
	note    screen.Pair     // what was wrong with the last key

	swapped bool // the officer's language first, or instead
	scroll  int  // first line of the text that is shown

	width, height int
	page          page  // what is drawn, for this size
	menu          *menu // nil if there is nothing to choose
	menuTop       int   // first line of the menu that is shown
	seen          int   // lines of the menu that have been shown, from the first on
	read          bool  // all have been, once
}

// ticks are the items of a list that were already given. They stand ticked,
// so that adding one does not lose the others; nothing sends them by itself.
func ticks(s screen.Screen) map[string]bool {
	ticked := map[string]bool{}
	if !s.List {
		return ticked
	}
	for id, value := range latest(s).Items {
		if value == answers.Yes && id != answers.None {
			ticked[id] = true
		}
	}
	return ticked
}

// latest is the last answer given to the question on the screen.
func latest(s screen.Screen) answers.Value {
	if n := len(s.Step.Given); n > 0 && s.Step.Kind == interview.KindQuestion {
		return s.Step.Given[n-1].Value
	}
	return answers.Value{}
}

// marked reports whether a question shows the answer it was given before.
func marked(s screen.Screen) bool {
	given := latest(s)
	return given.Option != "" || len(given.Items) > 0
}

// options are what can be chosen now, in order, under the keys that are shown.
func (p *panel) options() []screen.Option {
	switch {
	case p.long != nil:
		return append(p.long.part(), p.long.fixed...)
	case p.scr.List && len(p.ticked) > 0:
		return p.ticking()
	}
	return p.scr.Options
}

// ticking are the options of a list while something is ticked.
func (p *panel) ticking() []screen.Option {
	options := slices.Clone(p.scr.Options)
	for i, o := range options {
		if o.ID == answers.None {
			options[i].Pair = p.say("none-of-the-others")
		}
	}
	at := slices.IndexFunc(options, func(o screen.Option) bool { return o.Special })
	if at < 0 {
		at = len(options)
	}
	return slices.Insert(options, at, screen.Option{ID: readyID, Key: screen.KeyNext, Pair: p.say("ready"), Special: true})
}

// next is the option that goes on without an answer.
func (p *panel) next() (screen.Option, bool) {
	i := slices.IndexFunc(p.scr.Options, func(o screen.Option) bool { return o.Key == screen.KeyNext })
	if i < 0 {
		return screen.Option{}, false
	}
	return p.scr.Options[i], true
}

// reading reports whether there is nothing to choose but to go on, so that the
// arrows can move the text.
func (p *panel) reading() bool {
	return !slices.ContainsFunc(p.scr.Options, func(o screen.Option) bool { return o.Key != screen.KeyNext })
}

// press handles a key that belongs to the page and gives the id of what was
// chosen with it, or nothing.
func (p *panel) press(name string) (choice string) {
	p.note = screen.Pair{}
	switch name {
	case keyUp, keyDown, keyHome, keyEnd:
		p.move(name)
	case keyPageUp, keyPageDown:
		p.turn(name)
	case screen.KeyNext, keySpace:
		return p.enter(name)
	case keySwap:
		p.swapped, p.scroll = !p.swapped, 0
		p.arrangeAt(p.cursor())
	default:
		return p.choose(p.under(name), readyID)
	}
	return nothing
}

// under is the id of the option that is shown under a key.
func (p *panel) under(key string) string {
	options := p.options()
	i := slices.IndexFunc(options, func(o screen.Option) bool { return o.Key == key })
	switch {
	case i >= 0:
		return options[i].ID
	case p.reading():
		p.note = p.say("press-enter")
	default:
		p.note = p.say("wrong-key")
	}
	return nothing
}

// enter is Enter or the space bar. With the cursor on nothing it never
// answers: it reads on, and at the end of the text goes on where there is
// nothing to answer.
func (p *panel) enter(name string) string {
	if at := p.cursor(); at != nothing && (name == screen.KeyNext || p.item(at)) {
		id, _ := p.menu.submit()
		p.arrangeAt(at) // a form that has been completed takes no more keys
		return p.choose(id, at)
	}
	next, found := p.next()
	switch {
	case p.below() > 0 && (found || name == keySpace):
		p.turn(keyPageDown)
	case found && name == screen.KeyNext:
		return next.ID
	case name == screen.KeyNext && len(p.ticked) > 0: // they were given before, and Ready is shown
		return readyID
	case name == screen.KeyNext && marked(p.scr):
		p.note = p.say("wrong-key")
	case name == screen.KeyNext:
		p.note = p.say("nothing-chosen")
	}
	return nothing
}

// choose ticks an item of a list and puts the cursor on the row at; any other
// choice is the page's answer.
func (p *panel) choose(id, at string) string {
	if id == nothing || !p.item(id) {
		return id
	}
	if p.ticked[id] {
		delete(p.ticked, id)
	} else {
		p.ticked[id] = true
	}
	p.touched = id
	p.arrangeAt(at)
	return nothing
}

// item reports whether the id is an item of a list, which can be ticked.
func (p *panel) item(id string) bool {
	return p.scr.List && slices.ContainsFunc(p.scr.Options, func(o screen.Option) bool {
		return o.ID == id && !o.Special && o.Key != screen.KeyNext
	})
}

// keys are what a list sends for a choice: the ticked items and, for "none of
// the others", its key too. That it was given before stays true until it is
// taken back. False if the choice cannot stand beside ticks.
func (p *panel) keys(choice string) ([]string, bool) {
	none := choice == answers.None || choice == readyID && latest(p.scr).Items[answers.None] == answers.Yes
	var keys []string
	for _, o := range p.scr.Options {
		if p.ticked[o.ID] || o.ID == choice || o.ID == answers.None && none {
			keys = append(keys, o.Key)
		}
	}
	return keys, choice == readyID || choice == answers.None || len(keys) == 1
}

// cursor is the id under the cursor, or nothing.
func (p *panel) cursor() string {
	if p.menu == nil {
		return nothing
	}
	return p.menu.at()
}
