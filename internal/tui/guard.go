package tui

import "time"

// guard refuses keys that nobody can have meant: a doubled or held key would
// answer pages that nobody has read.
type guard struct {
	now    func() time.Time
	settle time.Duration // nothing is refused where this is not positive

	opened  time.Time // when this page came
	opener  string    // the key that brought it
	last    string
	pressed time.Time // when the last key came
}

// open notes that a new page stands on the screen.
func (g *guard) open(by string) { g.opened, g.opener = g.now(), by }

// refuses notes a key and reports whether it must do nothing: it comes too
// soon after the page, or is one of a row that a held key gives. The key that
// brought the page must be let go for longer, since a held key waits before
// its second time.
func (g *guard) refuses(name string) bool {
	if g.settle <= 0 {
		return false
	}
	now := g.now()
	held := name == g.last && now.Sub(g.pressed) < g.settle/3
	g.last, g.pressed = name, now
	wait := g.settle
	if name == g.opener {
		wait *= 2
	}
	return held || now.Sub(g.opened) < wait
}
