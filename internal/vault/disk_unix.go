//go:build unix

package vault

import (
	"errors"
	"os"
	"syscall"
)

// SyncDir makes the names in a folder lasting. Source of the need: fsync(2),
// "does not necessarily ensure that the entry in the directory ... has also
// reached disk".
func (Disk) SyncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) { // a file system that syncs no folders, such as some on USB sticks
		err = nil
	}
	return errors.Join(err, d.Close())
}

// Lock takes the lock on a file; the system gives it back when the process ends.
func (Disk) Lock(name string) (unlock func(), err error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, ErrLocked
		}
		return nil, &os.PathError{Op: "lock", Path: name, Err: err}
	}
	return func() { _ = f.Close() }, nil
}
