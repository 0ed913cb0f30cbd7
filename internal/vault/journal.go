package vault

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"path/filepath"
	"time"
)

// magic begins every draft and names its version.
const magic = "cesta draft 1\n"

// header is what of a draft anybody can read. It tells when the draft is to be
// deleted, in whole [coarse] steps, and nothing about the talk.
type header struct {
	Expires time.Time `json:"expires"`
	Period  string    `json:"period"`
	// Key is the draft's own key, wrapped by age to the draft key of the period.
	Key []byte `json:"key"`
}

// encode pads the header to whole blocks; everything in it is hashed.
func (h header) encode() ([]byte, error) {
	text, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	text = append([]byte(magic), text...)
	text = append(text, '\n')
	return append(text, make([]byte, (block-len(text)%block)%block)...), nil
}

// maxHeader bounds what is read as a header: a hybrid key takes about 3 KiB.
const maxHeader = 8 * block

// readHeader finds the header and how long it is.
func readHeader(data []byte) (h header, size int, err error) {
	rest, ok := bytes.CutPrefix(data[:min(len(data), maxHeader)], []byte(magic))
	end := bytes.IndexByte(rest, '\n')
	if !ok || end < 0 {
		return h, 0, damaged("this is no draft")
	}
	dec := json.NewDecoder(bytes.NewReader(rest[:end]))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&h); err != nil {
		return h, 0, damaged("the head of the draft cannot be read")
	}
	size = (len(magic) + end + 1 + block - 1) / block * block
	if len(data) < size {
		return h, 0, damaged("the head of the draft is cut off")
	}
	return h, size, nil
}

// keySize is the size of an AES-256 key in bytes.
const keySize = 32

// Journal is a draft that is being written. It is not safe for concurrent use.
type Journal struct {
	files  Files
	name   string
	file   File
	seal   sealer
	blocks int
	unlock func()
	failed error
	// Expires is when the draft is to be deleted.
	Expires time.Time
	// ID is the draft's random name.
	ID string
}

// Begin starts a draft with what the talk is made of. It is on the disk, under
// its name, when Begin returns.
func (s *Store) Begin(first []byte) (*Journal, error) {
	j := &Journal{files: s.files, ID: newID(), Expires: expiry(s.now())}
	if err := s.files.MakeDir(s.drafts()); err != nil {
		return nil, err
	}
	var err error
	for try := 0; ; try++ {
		if j.unlock, err = s.lockDraft(j.ID); err == nil {
			break
		}
		if try == 3 || !errors.Is(err, ErrLocked) { // somebody may be sweeping the new lock away
			return nil, err
		}
		j.ID = newID()
	}
	j.name = s.draft(j.ID)
	if err := j.begin(s, first); err != nil {
		j.abandon(s)
		return nil, err
	}
	return j, nil
}

// begin makes the key, which is in memory and, wrapped, in the header only.
func (j *Journal) begin(s *Store, first []byte) error {
	period := s.Station.Current()
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // never fails
	to, err := parseRecipient(period.Draft)
	if err != nil {
		return err
	}
	wrapped, err := encrypt(key, to)
	if err != nil {
		return err
	}
	head, err := header{j.Expires, period.Period, wrapped}.encode()
	if err != nil {
		return err
	}
	sum := sha256.Sum256(head)
	if j.seal, err = newSealer(key, sum[:]); err != nil {
		return err
	}
	blocks := j.seal.seal(first, 0)
	if err := put(j.files, j.name, append(head, blocks...), s.now()); err != nil {
		return err
	}
	j.blocks = len(blocks) / block
	j.file, err = j.files.Append(j.name)
	return err
}

// abandon takes away what a failed beginning left.
func (j *Journal) abandon(s *Store) {
	_ = j.files.Remove(j.name + temporary)
	_ = j.files.Remove(j.name)
	j.unlock()
	_ = j.files.Remove(s.draftLock(j.ID))
}

// Append seals a record and returns when it is on the disk. After a failure the
// journal takes no more: what a disk does with half a write nobody knows, so the
// caller begins another draft with everything that it holds in memory.
func (j *Journal) Append(record []byte) error {
	if j.failed != nil {
		return j.failed
	}
	sealed := j.seal.seal(record, j.blocks)
	_, err := j.file.Write(sealed)
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil {
		j.failed = errors.Join(ErrClosed, err)
		return err
	}
	j.blocks += len(sealed) / block
	return nil
}

// Close leaves the draft where it is, for [Store.Resume].
func (j *Journal) Close() error {
	if j.file == nil {
		return nil
	}
	err := errors.Join(j.files.Coarsen(j.name, month(j.Expires)), j.file.Close())
	j.unlock()
	j.file, j.failed = nil, ErrClosed
	return err
}

// Discard closes the draft and deletes it. What deletion can promise, the
// package comment says.
func (j *Journal) Discard() error {
	if err := j.Close(); err != nil && !errors.Is(err, ErrClosed) {
		return errors.Join(err, removeDraft(j.files, j.name))
	}
	return removeDraft(j.files, j.name)
}

func removeDraft(files Files, name string) error {
	err := erase(files, name)
	for _, beside := range []string{doubtEnding, lockEnding} {
		_ = files.Remove(name[:len(name)-len(filepath.Ext(name))] + beside) // without the draft they mean nothing
	}
	return err
}

// Resumed is a draft that was opened with its key.
type Resumed struct {
	// First is what [Store.Begin] was given, Records what was appended.
	First   []byte
	Records [][]byte
	// Torn says that the last record was cut off while it was written.
	Torn bool
	// Damage says what else is wrong; the records before it are good. Then
	// Journal is nil: nothing is written into a damaged draft.
	Damage  error
	Journal *Journal
	Expires time.Time
}

// Resume opens a draft with the draft key, to go on writing behind its last good
// record.
func (s *Store) Resume(id string, key *Identity) (*Resumed, error) {
	unlock, err := s.lockDraft(id)
	if err != nil {
		return nil, err
	}
	r, err := s.resume(id, key, unlock)
	if err != nil || r.Journal == nil {
		unlock()
	}
	return r, err
}

func (s *Store) resume(id string, key *Identity, unlock func()) (*Resumed, error) {
	j := &Journal{files: s.files, ID: id, name: s.draft(id), unlock: unlock}
	f, head, size, err := j.open(key)
	if err != nil {
		return nil, err
	}
	j.Expires, j.blocks = head.Expires, f.blocks
	r := &Resumed{Torn: f.torn, Damage: f.damage, Expires: head.Expires}
	if len(f.records) == 0 {
		return nil, damaged("nothing of the draft can be read")
	}
	r.First, r.Records = f.records[0], f.records[1:]
	if f.damage != nil {
		return r, nil
	}
	if f.torn {
		if err := s.files.Truncate(j.name, int64(size+f.blocks*block)); err != nil {
			return nil, err
		}
	}
	if j.file, err = s.files.Append(j.name); err != nil {
		return nil, err
	}
	r.Journal = j
	return r, nil
}

// open reads a draft and makes its sealer.
func (j *Journal) open(key *Identity) (f frames, h header, size int, err error) {
	data, err := j.files.Read(j.name)
	if err != nil {
		return f, h, 0, err
	}
	if h, size, err = readHeader(data); err != nil {
		return f, h, 0, err
	}
	secret, err := decrypt(h.Key, key.age)
	if err != nil {
		return f, h, 0, err
	}
	sum := sha256.Sum256(data[:size])
	if j.seal, err = newSealer(secret, sum[:]); err != nil {
		return f, h, 0, damaged("the key of the draft is none")
	}
	return j.seal.read(data[size:]), h, size, nil
}
