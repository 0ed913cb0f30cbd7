// Package vault keeps what was said in a talk: the draft of a running talk, the
// sealed records of finished ones, and a log of what was done with them. It
// stores bytes and knows no interview.
//
// The contract:
//
//   - Without [SetUp] nothing is ever written.
//   - No byte of a talk reaches a file in plain text, drafts included. The
//     machine that writes a draft or a record holds only public keys and cannot
//     read it back; the private halves are never written beside the records.
//   - [Journal.Append] returns when the record is on the disk, or says that it
//     is not. It never waits for a key and never asks.
//   - Whatever is cut off loses at most the record that was being written;
//     whatever else is damaged is reported, and what is undamaged is still read.
//   - One unreadable file never keeps the others from being used.
//   - The log holds no name, no answer and no level.
//
// All cryptography is that of filippo.io/age and the standard library: age
// encrypts to keys, AES-256-GCM seals the frames of a draft under a key that age
// wraps, Ed25519 signs, SHA-256 chains the log. There must be none of our own.
//
// It must never promise that something deleted is gone: file systems, flash
// memory and backups keep copies. What can be destroyed is the key of a period.
package vault

import (
	"errors"
	"fmt"
)

// Errors that a caller can do something about.
var (
	// ErrNotSetUp means that this machine keeps nothing.
	ErrNotSetUp = errors.New("records are not set up on this machine")
	// ErrSetUp means that there is a set-up for this period already.
	ErrSetUp = errors.New("records are set up for this period already")
	// ErrLocked means that another window of this program uses the draft or the store.
	ErrLocked = errors.New("another window is using it")
	// ErrPassphrase means that the passphrase does not open the key file.
	ErrPassphrase = errors.New("the passphrase does not open this key")
	// ErrWrongKey means that the file was not written for this key.
	ErrWrongKey = errors.New("this key does not open it")
	// ErrDamaged means that a file is not as it was written.
	ErrDamaged = errors.New("the file is damaged")
	// ErrNoRecord means that there is no record of that id.
	ErrNoRecord = errors.New("there is no such record")
	// ErrAmbiguous means that several records begin with the id.
	ErrAmbiguous = errors.New("several records begin like this")
	// ErrClosed means that the journal was closed or has failed before.
	ErrClosed = errors.New("the draft is closed")
	// ErrID means that an id is misspelt: its check character does not fit.
	ErrID = errors.New("the id is misspelt")
)

// damaged says what is wrong with a file that is not as it was written.
func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}
