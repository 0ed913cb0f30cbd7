package cli

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
	_ "time/tzdata" // opening hours are Prague's, also on machines without a zone file

	"golang.org/x/term"

	"cesta/internal/vault"
)

// System is the Env of a real process.
func System() Env {
	return Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv:     os.Getenv,
		Now:        time.Now,
		Random:     rand.Reader,
		IsTerminal: isTerminal,
		Size:       size,
		ConfigDir:  os.UserConfigDir,
		DataDir:    dataDir,
		Files:      vault.Disk{},
		Harden:     harden,
		Abs:        filepath.Abs,
		Open:       func(name string) (fs.File, error) { return os.Open(name) },
		Dir:        openDir,
		MakeDir:    func(name string) error { return os.MkdirAll(name, 0o755) },
		WriteFile:  writeFile,
		Signals:    signals,
		Echo:       echo,
	}
}

// dataDir is where programs of a user keep data on this machine: on Windows not
// the roaming folder, which a domain copies to its servers. Source for the
// others: XDG Base Directory Specification; Apple, File System Programming Guide.
func dataDir() (string, error) {
	if dir := os.Getenv("LOCALAPPDATA"); runtime.GOOS == "windows" && dir != "" {
		return dir, nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support"), nil
	}
	return filepath.Join(home, ".local", "share"), nil
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func size() (width, height int) {
	for _, f := range []*os.File{os.Stdout, os.Stderr, os.Stdin} {
		if w, h, err := term.GetSize(int(f.Fd())); err == nil {
			return w, h
		}
	}
	return 0, 0
}

func openDir(name string) (fs.FS, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// signals tells Ctrl+C, which an interview answers with a question, from the
// signals that leave no time for one.
func signals(ctx context.Context) (context.Context, <-chan struct{}, func()) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGHUP)
	caught, interrupt := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(caught, os.Interrupt)
	go func() {
		for range caught {
			select {
			case interrupt <- struct{}{}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ctx, interrupt, func() {
		signal.Stop(caught)
		stop()
	}
}

// writeFile writes a new file beside the old one and renames it. What is not a
// regular file (a device, a pipe) is written to as it is: a rename would
// replace it.
func writeFile(name string, data []byte) error {
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		target = name
	}
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: name, Err: errIsDir}
	case err == nil && !info.Mode().IsRegular():
		return os.WriteFile(target, data, 0o666)
	}
	return replace(target, data)
}

var errIsDir = errors.New("is a directory")

func replace(name string, data []byte) error {
	var unique [8]byte
	_, _ = rand.Read(unique[:]) // never fails
	temp := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+"."+hex.EncodeToString(unique[:]))
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(temp, name)
	}
	if err != nil {
		_ = os.Remove(temp)
	}
	return err
}
