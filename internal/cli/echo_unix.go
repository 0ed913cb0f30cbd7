//go:build linux || darwin || dragonfly || freebsd || netbsd || openbsd

package cli

import (
	"os"

	"golang.org/x/sys/unix"
)

// echo switches the display of typed keys. Where standard input is no terminal
// there is nothing to switch.
func echo(on bool) {
	fd := int(os.Stdin.Fd())
	t, err := unix.IoctlGetTermios(fd, getTermios)
	if err != nil {
		return
	}
	if t.Lflag &^= unix.ECHO; on {
		t.Lflag |= unix.ECHO
	}
	_ = unix.IoctlSetTermios(fd, setTermios, t) // a terminal that is gone shows nothing
}
