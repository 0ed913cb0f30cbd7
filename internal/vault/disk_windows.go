package vault

import (
	"errors"
	"os"
	"syscall"
)

// SyncDir does nothing: Windows writes the names of a folder with its journal,
// and a folder cannot be synced.
func (Disk) SyncDir(string) error { return nil }

// errSharing is ERROR_SHARING_VIOLATION: somebody has the file open alone.
const errSharing = syscall.Errno(32)

// deleteOnClose is FILE_FLAG_DELETE_ON_CLOSE.
const deleteOnClose = 0x04000000

// windowsDelete is the right DELETE, which removing on close needs.
const windowsDelete = 0x00010000

// Lock opens a file that nobody else may open; the system closes and removes it
// when the process ends.
func (Disk) Lock(name string) (unlock func(), err error) {
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(path, syscall.GENERIC_READ|syscall.GENERIC_WRITE|windowsDelete, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, errSharing) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, &os.PathError{Op: "lock", Path: name, Err: err}
	}
	return func() { _ = syscall.CloseHandle(h) }, nil
}
