package plain

import (
	"errors"

	"cesta/internal/interview"
	"cesta/internal/screen"
)

// help prints the help of a screen; the screen follows again.
func (c *conductor) help(s screen.Screen) error {
	c.out.page(c.maker.Help(s))
	return c.note(interview.Help)
}

// blank takes everything off the screen and waits for Enter. Whatever is on
// that line is dropped: it was typed blind.
func (c *conductor) blank() error {
	c.clear(true)
	if err := c.note(interview.Blank); err != nil {
		return err
	}
	for {
		switch _, err := c.read(); {
		case errors.Is(err, errInterrupt): // stays empty
		case err != nil:
			return err
		default:
			return c.note(interview.Unblank)
		}
	}
}

// interrupted is Ctrl+C: clear the screen at once, then ask in a pause. A
// second one ends the interview.
func (c *conductor) interrupted() (done bool, err error) {
	c.clear(true)
	c.out.pair("", c.maker.Say("interrupted"))
	return c.rest()
}

// pause takes the question off the screen and shows the break.
func (c *conductor) pause() (stopped bool, err error) {
	c.clear(c.opts.Terminal)
	return c.rest()
}

// rest shows the break until somebody goes on or stops. Going on brings the
// same screen again: a break answers nothing.
func (c *conductor) rest() (stopped bool, err error) {
	if err := c.note(interview.Pause); err != nil {
		return false, err
	}
	p := c.maker.Pause()
	for {
		c.out.page(p)
		switch id, err := c.choice(p); {
		case err != nil:
			return false, err
		case id == screen.PauseGoOn:
			return false, c.note(interview.Resume)
		case id == screen.PauseStop:
			return c.stop()
		}
	}
}

// stop ends the questions, if there are any to end. Rights and contacts follow.
func (c *conductor) stop() (stopped bool, err error) {
	if err := c.note(interview.Resume); err != nil {
		return false, err
	}
	if c.note(interview.Stop) == nil {
		return true, nil
	}
	c.out.pair("", c.maker.Say("no-stop"))
	return false, nil
}

// choice reads one line in a pause; empty if the page must be shown again.
func (c *conductor) choice(p screen.Page) (string, error) {
	line, err := c.read()
	if errors.Is(err, errInterrupt) {
		return "", errAbort
	}
	if err != nil {
		return "", err
	}
	key := typedKey(line)
	for _, o := range p.Options {
		if o.Key == key {
			return o.ID, nil
		}
	}
	switch key {
	case screen.KeyNext:
		return screen.PauseGoOn, nil
	case screen.KeyBlank:
		return "", c.blank()
	}
	c.out.pair("", c.maker.Say("wrong-key"))
	return "", nil
}
