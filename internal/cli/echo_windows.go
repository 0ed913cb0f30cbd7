package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// echo switches the display of typed keys. Where standard input is no console
// there is nothing to switch.
func echo(on bool) {
	console := windows.Handle(os.Stdin.Fd())
	var mode uint32
	if windows.GetConsoleMode(console, &mode) != nil {
		return
	}
	if mode &^= windows.ENABLE_ECHO_INPUT; on {
		mode |= windows.ENABLE_ECHO_INPUT
	}
	_ = windows.SetConsoleMode(console, mode) // a console that is gone shows nothing
}
