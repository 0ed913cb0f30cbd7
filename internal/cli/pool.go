package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
)

// errOutput tells a failure to write from one to read.
var errOutput = errors.New("the output cannot be written")

// A batch is as many sheets as are worth handing to a worker at once, with
// what came of them.
type batch struct {
	sheets []rawSheet
	size   int
	out    bytes.Buffer
	bad    []int // lines that were no good
	done   chan struct{}
}

const (
	batchSheets = 64
	batchBytes  = 1 << 18
)

func (b *batch) full() bool { return len(b.sheets) >= batchSheets || b.size >= batchBytes }

// pool turns sheets into output with several workers and keeps their order.
// At most a few batches are in memory, however long the input is.
type pool struct {
	// work writes what comes of a sheet, and reports whether the sheet was good.
	work func(rawSheet, *bytes.Buffer) bool
	out  io.Writer
	good int
	bad  []int
}

// run reads to the end of the input or of ctx.
func (p *pool) run(ctx context.Context, in *sheetReader) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	todo, order := make(chan *batch), make(chan *batch, 2*workers)
	for range workers {
		go p.worker(todo)
	}
	read := make(chan error, 1)
	go func() {
		read <- feed(ctx, in, todo, order)
		close(todo)
		close(order)
	}()
	if err := p.write(ctx, order); err != nil {
		return err
	}
	return <-read
}

func (p *pool) worker(todo <-chan *batch) {
	for b := range todo {
		for _, s := range b.sheets {
			if !p.work(s, &b.out) {
				b.bad = append(b.bad, s.line)
			}
		}
		close(b.done)
	}
}

// feed hands out batches. One that is not full goes out before the input is
// waited for, so that whoever writes a line gets an answer.
func feed(ctx context.Context, in *sheetReader, todo, order chan<- *batch) error {
	b := &batch{done: make(chan struct{})}
	for {
		s, err := in.next()
		if err == nil {
			b.sheets, b.size = append(b.sheets, s), b.size+len(s.data)
		}
		if len(b.sheets) > 0 && (err != nil || b.full() || !in.pending()) {
			if !send(ctx, order, b) || !send(ctx, todo, b) {
				return ctx.Err()
			}
			b = &batch{done: make(chan struct{})}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func send(ctx context.Context, to chan<- *batch, b *batch) bool {
	select {
	case to <- b:
		return true
	case <-ctx.Done():
		return false
	}
}

// write writes the batches in the order in which they were read.
func (p *pool) write(ctx context.Context, order <-chan *batch) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b, open := <-order:
			if !open {
				return nil
			}
			if err := p.writeBatch(ctx, b); err != nil {
				return err
			}
		}
	}
}

func (p *pool) writeBatch(ctx context.Context, b *batch) error {
	select {
	case <-b.done:
	case <-ctx.Done():
		return ctx.Err()
	}
	p.good += len(b.sheets) - len(b.bad)
	p.bad = append(p.bad, b.bad...)
	if _, err := p.out.Write(b.out.Bytes()); err != nil {
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	return nil
}
