// Package plain conducts an interview line by line: for screen readers, pipes
// and terminals that can do nothing else.
//
// It shows what package screen says and hands what is typed to the engine. It
// must never know the order of the steps, never take the end of the input, an
// empty line or a half-typed one for an answer, and never colour, frame or
// move anything: each line says what it says when it is heard alone.
package plain

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"cesta/internal/interview"
	"cesta/internal/screen"
)

// ErrUnfinished says that the interview ended before its end: the input
// ended, the connection broke or the program was told to stop. What stood on
// the screen then was not answered.
var ErrUnfinished = errors.New("the interview ended unfinished")

// How reading a line can end other than with a line.
var (
	errAbort     = errors.New("the input has ended")
	errInterrupt = errors.New("interrupted")
)

// Options say where the lines go.
type Options struct {
	// Width is how many cells a line may take; 0, or more than is easy to read,
	// is 78.
	Width int
	// Terminal says that somebody sees the output, Dumb that this terminal
	// understands no control sequences.
	Terminal, Dumb bool
	// Interrupt delivers Ctrl+C. The first clears the screen and asks, a second
	// ends the interview unfinished. May be nil.
	Interrupt <-chan struct{}
	// Echo switches the display of typed keys, so that the answer on the silent
	// card is not seen. May be nil.
	Echo func(on bool)
}

// Engine is what plain needs of *interview.Engine.
type Engine interface {
	Step() interview.Step
	Do(interview.Action) error
	Outcome() interview.Outcome
}

type conductor struct {
	ctx    context.Context
	engine Engine
	maker  *screen.Maker
	in     *lines
	out    *printer
	opts   Options
}

// Run conducts the interview to its end. It reads whole lines from in, none that
// the talk has no need of, and returns ErrUnfinished if they end too early.
func Run(ctx context.Context, engine Engine, maker *screen.Maker, in io.Reader, out io.Writer, opts Options) error {
	reading, stop := context.WithCancel(ctx)
	defer stop()
	c := &conductor{
		ctx: ctx, engine: engine, maker: maker, opts: opts,
		in: readLines(reading, in), out: newPrinter(out, opts.Width),
	}
	err := c.steps()
	if err != nil {
		err = c.abort(err)
	}
	return errors.Join(err, c.out.err)
}

// steps goes from step to step until the engine is through.
func (c *conductor) steps() error {
	var before screen.Screen
	for c.engine.Outcome() == interview.Running {
		s := c.maker.Screen(c.engine.Step())
		if c.guarded(before, s) {
			c.clear(c.opts.Terminal)
		}
		if err := c.step(s); err != nil {
			return err
		}
		before = s
	}
	c.clear(c.opts.Terminal)
	return nil
}

// guarded reports whether what stands on the screen must go before s is
// shown: at the silent card always, so that nothing tells a yes from a no, and
// where the screen changes hands.
func (c *conductor) guarded(before, s screen.Screen) bool {
	return before.Silent || s.Silent || before.OfficerOnly != s.OfficerOnly
}

// step shows a screen until something typed moves the engine.
func (c *conductor) step(s screen.Screen) error {
	c.echo(!s.Silent)
	defer c.echo(true)
	for {
		c.show(s)
		done, err := c.turn(s, s)
		if done || err != nil {
			return err
		}
	}
}

// show prints a screen. The language may have been chosen since the last one.
func (c *conductor) show(s screen.Screen) {
	c.out.person, _ = c.maker.PersonLanguage()
	c.out.screen(s)
	if s.List {
		c.out.pair("", c.maker.SayOn(s, "type-list"))
	}
	if s.Step.ID == interview.StepLanguage {
		c.out.pair("", c.maker.Say("search"))
	}
	c.out.write("> ")
}

// turn reads one line and does what it says; done if the engine took it. shown
// is what of the screen was shown last: all of it, or what a search has found.
func (c *conductor) turn(s, shown screen.Screen) (done bool, err error) {
	line, err := c.read()
	if errors.Is(err, errInterrupt) {
		return c.interrupted()
	}
	if err != nil {
		return false, err
	}
	switch key := typedKey(line); key {
	case screen.KeyHelp:
		return false, c.help(s)
	case screen.KeyBlank:
		return false, c.blank()
	case screen.KeyPause:
		return c.pause()
	default:
		if _, understood := shown.Act(key); !understood {
			if found := s.Search(line); len(found) > 0 {
				return c.turn(s, c.among(s, found))
			}
		}
		return c.act(shown, line, key), nil
	}
}

// among shows the languages that a typed piece of a name has found, and gives a
// screen that takes no other: 1 is somebody's first line, and not the first of a
// list that has gone by.
func (c *conductor) among(s screen.Screen, found []screen.Option) screen.Screen {
	c.out.options(found)
	c.out.write("> ")
	other := slices.DeleteFunc(slices.Clone(s.Options), func(o screen.Option) bool { return o.ID != interview.OtherLanguage })
	s.Options = slices.Concat(found, other)
	return s
}

// typedKey gives the key on a line; an empty line is Enter.
func typedKey(line string) string {
	if strings.TrimSpace(line) == "" {
		return screen.KeyNext
	}
	return screen.Key(line)
}

// act hands a line to the engine. What the screen or the engine does not take
// is answered by one sentence, and the screen is shown again.
func (c *conductor) act(s screen.Screen, line, key string) bool {
	action, understood := s.Act(key)
	if s.List && !understood {
		action, understood = s.ActList(typedKeys(line))
	}
	if understood && c.engine.Do(action) == nil {
		return true
	}
	c.out.pair("", c.maker.SayOn(s, complaint(s, key)))
	return false
}

// typedKeys gives the keys on a line of several.
func typedKeys(line string) []string {
	fields := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t,;.،、", r) })
	for i, f := range fields {
		fields[i] = screen.Key(f)
	}
	return fields
}

// complaint is the id of what to say about a key that did nothing.
func complaint(s screen.Screen, key string) string {
	switch {
	case key == screen.KeyBack:
		return "no-back"
	case key == screen.KeySkip:
		return "no-skip"
	case s.List:
		return "wrong-list"
	}
	return "wrong-key"
}

// abort tells the engine that nothing more will come, for whatever cause. It is
// no answer to the step on the screen. On the last page nothing is left undone.
func (c *conductor) abort(cause error) error {
	c.clear(c.opts.Terminal)
	err := c.note(interview.Abort)
	if errors.Is(cause, errAbort) {
		cause = nil
	}
	if c.engine.Outcome() != interview.Unfinished {
		return errors.Join(cause, err)
	}
	c.out.write("\n")
	c.out.pair("", c.maker.Say("unfinished"))
	return errors.Join(ErrUnfinished, cause, err)
}

func (c *conductor) note(v interview.Verb) error { return c.engine.Do(interview.Action{Verb: v}) }

func (c *conductor) echo(on bool) {
	if c.opts.Echo != nil {
		c.opts.Echo(on)
	}
}
