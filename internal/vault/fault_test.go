package vault

import (
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// faulty is a disk in memory that knows what is synced. It stops at a chosen
// call, as a machine that loses its power does, or fails at it, as a full disk.
type faulty struct {
	names, synced map[string]*node // as seen, and as they survive
	locks         map[string]bool
	calls         int
	stopAt        int // the call at which the power goes, 0 for never
	failFrom      int // the call from which the disk is full, 0 for never
	failSync      bool
	dead          bool
}

// node is the content of a file, and how much of it survives.
type node struct{ data, synced []byte }

var (
	errDead = errors.New("the machine is off")
	errFull = &fs.PathError{Op: "write", Path: "disk", Err: syscall.ENOSPC}
)

func newFaulty() *faulty {
	return &faulty{names: map[string]*node{}, synced: map[string]*node{}, locks: map[string]bool{}}
}

// clone copies the disk; what is not synced stays so.
func (d *faulty) clone() *faulty {
	c, nodes := newFaulty(), map[*node]*node{}
	copied := func(n *node) *node {
		if nodes[n] == nil {
			nodes[n] = &node{slices.Clone(n.data), slices.Clone(n.synced)}
		}
		return nodes[n]
	}
	for name, n := range d.names {
		c.names[name] = copied(n)
	}
	for name, n := range d.synced {
		c.synced[name] = copied(n)
	}
	return c
}

// survivals are what different disks may show after the power came back. All of
// them keep what was synced.
var survivals = map[string]func(*faulty) map[string][]byte{
	"all is lost that was not synced": func(d *faulty) map[string][]byte {
		return contentsOf(d.synced, func(n *node) []byte { return n.synced })
	},
	"everything arrived": func(d *faulty) map[string][]byte {
		return contentsOf(d.names, func(n *node) []byte { return n.data })
	},
	"names arrived and contents did not": func(d *faulty) map[string][]byte {
		return contentsOf(d.names, func(n *node) []byte { return n.synced })
	},
	"lengths arrived and contents read as zeros": func(d *faulty) map[string][]byte {
		return contentsOf(d.names, func(n *node) []byte {
			if len(n.data) <= len(n.synced) {
				return n.data
			}
			return append(slices.Clone(n.synced), make([]byte, len(n.data)-len(n.synced))...)
		})
	},
	"half of what was not synced arrived": func(d *faulty) map[string][]byte {
		return contentsOf(d.names, func(n *node) []byte {
			if len(n.data) <= len(n.synced) {
				return n.data
			}
			return n.data[:(len(n.synced)+len(n.data))/2]
		})
	},
}

func contentsOf(names map[string]*node, of func(*node) []byte) map[string][]byte {
	all := map[string][]byte{}
	for name, n := range names {
		all[name] = slices.Clone(of(n))
	}
	return all
}

// restarted is a sound disk with the files; no lock outlives its process.
func restarted(files map[string][]byte) *faulty {
	d := newFaulty()
	for name, data := range files {
		n := &node{data, slices.Clone(data)}
		d.names[name], d.synced[name] = n, n
	}
	return d
}

// call counts a call that changes the disk. At the stop nothing more happens.
func (d *faulty) call() error {
	if d.dead {
		return errDead
	}
	d.calls++
	if d.calls == d.stopAt {
		d.dead = true
		return errDead
	}
	return nil
}

func (d *faulty) full() bool { return d.failFrom > 0 && d.calls >= d.failFrom }

func (d *faulty) Read(name string) ([]byte, error) {
	if d.dead {
		return nil, errDead
	}
	if n := d.names[name]; n != nil {
		return slices.Clone(n.data), nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (d *faulty) List(dir string) ([]string, error) {
	if d.dead {
		return nil, errDead
	}
	in := map[string]bool{}
	for name := range d.names {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			first, _, _ := strings.Cut(rest, "/")
			in[first] = true
		}
	}
	return slices.Sorted(maps.Keys(in)), nil
}

func (d *faulty) MakeDir(string) error { return d.call() }

func (d *faulty) Create(name string) (File, error) {
	if err := d.call(); err != nil {
		return nil, err
	}
	if d.names[name] != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrExist}
	}
	if d.full() {
		return nil, errFull
	}
	d.names[name] = &node{}
	return &opened{d, d.names[name]}, nil
}

func (d *faulty) Append(name string) (File, error) {
	if d.dead {
		return nil, errDead
	}
	n := d.names[name]
	if n == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &opened{d, n}, nil
}

func (d *faulty) Truncate(name string, size int64) error {
	if err := d.call(); err != nil {
		return err
	}
	n := d.names[name]
	if n == nil {
		return fs.ErrNotExist
	}
	n.data = n.data[:size]
	n.synced = slices.Clone(n.data)
	return nil
}

func (d *faulty) Rename(from, to string) error {
	if err := d.call(); err != nil {
		return err
	}
	n := d.names[from]
	if n == nil {
		return &fs.PathError{Op: "rename", Path: from, Err: fs.ErrNotExist}
	}
	delete(d.names, from)
	d.names[to] = n
	return nil
}

func (d *faulty) Remove(name string) error {
	if err := d.call(); err != nil {
		return err
	}
	if d.names[name] == nil {
		return &fs.PathError{Op: "remove", Path: name, Err: fs.ErrNotExist}
	}
	delete(d.names, name)
	return nil
}

func (d *faulty) SyncDir(dir string) error {
	if err := d.call(); err != nil {
		return err
	}
	for name := range d.synced {
		if filepath.Dir(name) == dir && d.names[name] == nil {
			delete(d.synced, name)
		}
	}
	for name, n := range d.names {
		if filepath.Dir(name) == dir {
			d.synced[name] = n
		}
	}
	return nil
}

func (d *faulty) Coarsen(string, time.Time) error { return d.call() }

func (d *faulty) Lock(name string) (func(), error) {
	if d.dead {
		return nil, errDead
	}
	if d.locks[name] {
		return nil, ErrLocked
	}
	d.locks[name] = true
	return func() { delete(d.locks, name) }, nil
}

// opened is an open file of a faulty disk.
type opened struct {
	d *faulty
	n *node
}

// Write writes half when the power goes or the disk is full.
func (o *opened) Write(p []byte) (int, error) {
	dead := o.d.dead
	err := o.d.call()
	if err == nil && o.d.full() {
		err = errFull
	}
	if err != nil && !dead {
		o.n.data = append(o.n.data, p[:len(p)/2]...)
		return len(p) / 2, err
	}
	if err != nil {
		return 0, err
	}
	o.n.data = append(o.n.data, p...)
	return len(p), nil
}

func (o *opened) Sync() error {
	if err := o.d.call(); err != nil {
		return err
	}
	if o.d.full() && o.d.failSync {
		return errFull
	}
	o.n.synced = slices.Clone(o.n.data)
	return nil
}

func (o *opened) Close() error {
	if o.d.dead {
		return errDead
	}
	return nil
}
