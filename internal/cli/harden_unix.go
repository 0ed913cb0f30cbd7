//go:build linux || darwin || dragonfly || freebsd || netbsd || openbsd

package cli

import "golang.org/x/sys/unix"

// harden keeps answers out of files that nobody meant to write: no core dump,
// and nothing made for others to read. What fails, doctor reports.
func harden() {
	unix.Umask(0o077)
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
	undumpable()
}

// coreDumps reports whether a crash could write the memory into a file.
func coreDumps() bool {
	var limit unix.Rlimit
	return unix.Getrlimit(unix.RLIMIT_CORE, &limit) != nil || limit.Cur > 0
}
