package vault

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestOnTheRealDisk goes once through everything with the disk of the machine.
func TestOnTheRealDisk(t *testing.T) {
	t.Parallel()
	s := diskStore(t)
	j, err := s.Begin([]byte("the set"))
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Append(answer(0)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Resume(j.ID, nil); !errors.Is(err, ErrLocked) {
		t.Errorf("the second window got %v", err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	id := mustSeal(t, s, sealing("said", j.ID))
	again, err := Open(Disk{}, s.places, clock)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := again.List(); err != nil || len(all) != 1 || all[0].ID != id {
		t.Errorf("%v, %+v", err, all)
	}
	if drafts, err := again.Drafts(); err != nil || len(drafts) != 0 {
		t.Errorf("the draft is still there: %v, %+v", err, drafts)
	}
	if problems, err := Examine(Disk{}, s.places, clock, again.Head().String()); err != nil || len(problems) != 0 {
		t.Errorf("%v, %+v", err, problems)
	}
	private(t, s.places.Root)
}

// private checks that nobody else can read what is stored, and that the times of
// files tell the month only.
func private(t *testing.T, root string) {
	t.Helper()
	err := filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s can be used by others: %v", name, info.Mode())
		}
		if at := info.ModTime().UTC(); !d.IsDir() && filepath.Ext(name) != lockEnding && d.Name() != lockFile && !at.Equal(month(testTime)) {
			t.Errorf("%s tells its time: %v", name, at)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestADiskThatCannotBeWrittenIsToldAndNotLooped(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("the rights of folders do not bind this user")
	}
	s := diskStore(t)
	if err := os.Chmod(s.places.Root, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(s.places.Root, 0o700)
	if _, err := s.Begin([]byte("the set")); err == nil {
		t.Error("a draft was begun where nothing can be written")
	}
	if _, err := s.List(); err != nil {
		t.Errorf("what is there cannot be listed: %v", err)
	}
}

func TestALockIsHeldByOneAndEndsWithIt(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "lock")
	unlock, err := Disk{}.Lock(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (Disk{}).Lock(name); !errors.Is(err, ErrLocked) {
		t.Errorf("two have it: %v", err)
	}
	unlock()
	began := time.Now()
	again, err := Disk{}.Lock(name)
	if err != nil || time.Since(began) > time.Second {
		t.Fatalf("it is not free: %v", err)
	}
	again()
}
