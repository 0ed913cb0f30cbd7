package vault

import (
	"io"
	"path/filepath"
	"time"
)

// Files is what the vault needs of a disk. [Disk] is the real one; tests break
// another at every single call. Names are paths of the system.
//
// What is written may be lost until Sync, and a new, renamed or removed name
// may be lost until SyncDir of its folder: nothing here relies on more.
type Files interface {
	// Read returns a whole file; the error of a missing one is fs.ErrNotExist.
	Read(name string) ([]byte, error)
	// List gives the names in a folder, sorted; a missing folder is empty.
	List(dir string) ([]string, error)
	// MakeDir makes a folder that only this user can enter, with all above it.
	MakeDir(name string) error
	// Create makes a file that only this user can read; one that is there is an
	// error.
	Create(name string) (File, error)
	// Append opens a file to write behind its end.
	Append(name string) (File, error)
	// Truncate cuts a file to size and syncs it.
	Truncate(name string, size int64) error
	Rename(from, to string) error
	Remove(name string) error
	SyncDir(name string) error
	// Coarsen sets the times of a file, so that they tell no more than at does.
	Coarsen(name string, at time.Time) error
	// Lock keeps other processes off until unlock; [ErrLocked] if one has it. It
	// ends with the process, however that ends.
	Lock(name string) (unlock func(), err error)
}

// File is an open file that is written to.
type File interface {
	io.WriteCloser
	Sync() error
}

// month is the first moment of a month in UTC: all that the times of files tell.
func month(t time.Time) time.Time {
	t = t.UTC()
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// temporary is the ending of a file that is not in its place yet.
const temporary = ".new"

// put writes a new file so that it is whole and synced before it has the name.
// The name itself is synced too. With times coarsened to at.
func put(files Files, name string, data []byte, at time.Time) error {
	if err := stage(files, name, data, at); err != nil {
		return err
	}
	return settle(files, name)
}

// stage writes and syncs the file under its temporary name.
func stage(files Files, name string, data []byte, at time.Time) error {
	f, err := files.Create(name + temporary)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = files.Coarsen(name+temporary, month(at))
	}
	if err != nil {
		_ = files.Remove(name + temporary) // best effort: half a file is worth nothing
	}
	return err
}

// settle gives a staged file its name, for good.
func settle(files Files, name string) error {
	if err := files.Rename(name+temporary, name); err != nil {
		return err
	}
	return files.SyncDir(filepath.Dir(name))
}

// replace is put over a file that may be there.
func replace(files Files, name string, data []byte, at time.Time) error {
	_ = files.Remove(name + temporary) // left by a run that was cut off
	return put(files, name, data, at)
}

// erase removes a file, for good as far as the folder goes. One that is not
// there is no error.
func erase(files Files, name string) error {
	if err := files.Remove(name); err != nil && !missing(err) {
		return err
	}
	return files.SyncDir(filepath.Dir(name))
}
