package vault

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// Disk is the file system of the machine.
type Disk struct{}

var _ Files = Disk{}

// Read reads a whole file.
func (Disk) Read(name string) ([]byte, error) { return os.ReadFile(name) }

// List gives the names in a folder.
func (Disk) List(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if missing(err) {
		return nil, nil
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, err
}

// MakeDir makes a folder that only this user can enter.
func (Disk) MakeDir(name string) error { return os.MkdirAll(name, 0o700) }

// Create makes a file that only this user can read.
func (Disk) Create(name string) (File, error) {
	return open(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
}

// Append opens a file to write behind its end.
func (Disk) Append(name string) (File, error) { return open(name, os.O_WRONLY|os.O_APPEND) }

// open keeps a nil *os.File from becoming a File that is not nil.
func open(name string, flag int) (File, error) {
	f, err := os.OpenFile(name, flag, 0o600)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Truncate cuts a file to size.
func (Disk) Truncate(name string, size int64) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Truncate(size), f.Sync(), f.Close())
}

// Rename renames a file over another.
func (Disk) Rename(from, to string) error { return os.Rename(from, to) }

// Remove removes a file.
func (Disk) Remove(name string) error { return os.Remove(name) }

// Coarsen sets the times of a file.
func (Disk) Coarsen(name string, at time.Time) error { return os.Chtimes(name, at, at) }

func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
