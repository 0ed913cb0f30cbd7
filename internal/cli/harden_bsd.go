//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package cli

// undumpable does nothing: these systems have no such switch for one program.
func undumpable() {}
