package vault

import (
	"archive/tar"
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"io"
	"time"

	"filippo.io/age"
)

const recordFormat = "cesta.record/1"

// Words for what was changed or handed over.
const (
	WhatWithdrawn = "consent-withdrawn"
	WhatReferral  = "referral"
	WhatOverride  = "referral-override"
	WhatExport    = "export"
)

// Shown is a text that the person was shown before anything was kept.
type Shown struct {
	Text string `json:"text"`
	// Hash begins the SHA-256 of the text as it was shown.
	Hash     string    `json:"hash"`
	Language string    `json:"language"`
	At       time.Time `json:"at"`
}

// Consent is what the person said to one question about consent.
type Consent struct {
	To       string    `json:"to"`
	Given    string    `json:"given"` // the answer: yes, no, later, myself
	Language string    `json:"language"`
	At       time.Time `json:"at"`
}

// SetPin names the indicator set that the record was made with.
type SetPin struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

// Envelope is what a record says about itself. It identifies nobody.
type Envelope struct {
	// Category is that of the person in the sense of Directive (EU) 2016/680
	// art. 6, and never "suspect".
	Category string   `json:"category"`
	Basis    []string `json:"basis"`
	// Review is the day by which it must be decided whether to keep it longer.
	Review   string    `json:"review"`
	Sealed   time.Time `json:"sealed"`
	Set      SetPin    `json:"set"`
	Language string    `json:"language"`
	Shown    []Shown   `json:"shown"`
	Consents []Consent `json:"consents"`
}

// The parts of a record. Facts and assessments are kept apart. Source: Directive
// (EU) 2016/680 art. 7(1).
const (
	PartFacts        = "facts"        // what the person said or a document shows
	PartObservations = "observations" // what the officer saw
	PartView         = "view"         // what the officer thinks
	PartIndicators   = "indicators"   // the values of facts, for a later assessment by another set
	PartContact      = "contact"      // for the organisation alone
)

// Record is a record as it is signed. Where it is for the organisation, its id
// is another and nothing in it leads to the first.
type Record struct {
	Format string `json:"format"`
	ID     string `json:"id"`
	// NGO is the id by which the organisation knows the record. Only the
	// station's copy tells.
	NGO        string                     `json:"ngo,omitempty"`
	For        Role                       `json:"for"`
	Device     string                     `json:"device"` // fingerprint of the key that signed
	Recipients []string                   `json:"recipients"`
	Envelope   Envelope                   `json:"envelope"`
	Parts      map[string]json.RawMessage `json:"parts"`
}

// Copy is what one side gets.
type Copy struct {
	Envelope Envelope
	Parts    map[string]json.RawMessage
}

// Sealing is what is to be sealed.
type Sealing struct {
	// Station is for the station and the recovery key.
	Station Copy
	// NGO is for the organisation alone, nil without that consent.
	NGO *Copy
	// Draft is the draft that this comes from; it is deleted. The caller has
	// closed it.
	Draft string
}

// ErrNoNGO means that the station has pinned no key of an organisation.
var ErrNoNGO = errors.New("no key of an organisation is set up")

// Seal signs and encrypts a record; this machine cannot open it again. When it
// returns the record is on the disk and the draft is gone.
func (s *Store) Seal(x Sealing) (id string, err error) {
	p := s.Station.Current()
	if x.NGO != nil && p.NGO == "" {
		return "", ErrNoNGO
	}
	id = newID()
	var contents []content
	if contents, err = s.contents(id, p, x); err != nil {
		return "", err
	}
	return id, s.locked(func() error { return s.store(id, p.Period, x.Draft, contents) })
}

// content is a file of a record.
type content struct {
	FileSum
	data []byte
}

func (s *Store) contents(id string, p Period, x Sealing) ([]content, error) {
	ngo := newID()
	r := Record{ID: id, For: RoleStation, Envelope: x.Station.Envelope, Parts: x.Station.Parts}
	if x.NGO != nil {
		r.NGO = ngo
	}
	data, err := s.sealFor(r, p.Station, p.Recovery)
	if err != nil {
		return nil, err
	}
	all := []content{newContent(id+stationEnd, data)}
	if p.NGO == "" {
		return all, nil
	}
	if data, err = s.sealNGO(ngo, p.NGO, x); err != nil {
		return nil, err
	}
	return append(all, newContent(id+ngoEnd, data)), nil
}

// sealNGO makes the organisation's file. Without consent it is made all the
// same, empty and for a key that nobody has: which person talks with an
// organisation must not be told by a folder.
func (s *Store) sealNGO(id, to string, x Sealing) ([]byte, error) {
	r := Record{ID: id, For: RoleNGO}
	if x.NGO != nil {
		r.Envelope, r.Parts = x.NGO.Envelope, x.NGO.Parts
	} else {
		kind, err := KindOf(to)
		if err != nil {
			return nil, err
		}
		nobody, err := generate(kind)
		if err != nil {
			return nil, err
		}
		to = nobody.recipient
	}
	return s.sealFor(r, to)
}

func newContent(name string, data []byte) content {
	return content{FileSum{name, len(data), sum(data)}, data}
}

// store writes the files beside their places, logs them, and puts them there.
func (s *Store) store(id, period, draft string, contents []content) error {
	if err := s.files.MakeDir(s.path(sealedDir)); err != nil {
		return err
	}
	e := Entry{Verb: Collected, Record: id, Period: period, Draft: draft}
	for _, c := range contents {
		if err := stage(s.files, s.path(sealedDir, c.Name), c.data, s.now()); err != nil {
			s.unstage(contents)
			return err
		}
		e.Files = append(e.Files, c.FileSum)
	}
	err := s.files.SyncDir(s.path(sealedDir))
	if err == nil {
		err = s.write(e)
	}
	if err != nil {
		s.unstage(contents)
		return err
	}
	return s.finishSeal(e)
}

func (s *Store) unstage(contents []content) {
	for _, c := range contents {
		_ = s.files.Remove(s.path(sealedDir, c.Name+temporary)) // nothing counts on it
	}
}

// sealFor signs a record and encrypts it to the keys.
func (s *Store) sealFor(r Record, keys ...string) ([]byte, error) {
	r.Format, r.Device = recordFormat, Fingerprint(string(s.Station.Device))
	var to []age.Recipient
	for _, key := range keys {
		recipient, err := parseRecipient(key)
		if err != nil {
			return nil, err
		}
		to, r.Recipients = append(to, recipient), append(r.Recipients, Fingerprint(key))
	}
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	packed, err := pack(text, ed25519.Sign(s.device, text))
	if err != nil {
		return nil, err
	}
	return encrypt(packed, to...)
}

// Names inside a record. It is a tar archive, so that it can be taken apart, and
// its signature checked, with tools that are not ours.
const (
	textName    = "record.json"
	sigName     = "record.sig"
	paddingName = "padding"
)

// packedStep is the step of a packed record's size in bytes. Encryption keeps
// the length; most talks fit into one step, so lengths tell little.
const packedStep = 16 << 10

// pack puts text, signature and padding into an archive of whole steps.
func pack(text, sig []byte) ([]byte, error) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range []struct {
		name string
		data []byte
	}{{textName, text}, {sigName, sig}} {
		if err := addFile(w, f.name, f.data); err != nil {
			return nil, err
		}
	}
	const head, end = 512, 1024
	if err := w.Flush(); err != nil {
		return nil, err
	}
	used := b.Len() + head + end
	padding := make([]byte, (packedStep-used%packedStep)%packedStep)
	err := errors.Join(addFile(w, paddingName, padding), w.Close())
	return b.Bytes(), err
}

func addFile(w *tar.Writer, name string, data []byte) error {
	if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(data)), Format: tar.FormatUSTAR}); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

// unpack takes an archive apart.
func unpack(packed []byte) (text, sig []byte, err error) {
	r := tar.NewReader(bytes.NewReader(packed))
	for _, f := range []struct {
		name string
		dst  *[]byte
	}{{textName, &text}, {sigName, &sig}} {
		h, err := r.Next()
		if err != nil || h.Name != f.name {
			return nil, nil, damaged("the record is not packed as records are")
		}
		if *f.dst, err = io.ReadAll(r); err != nil {
			return nil, nil, damaged("%v", err)
		}
	}
	return text, sig, nil
}

// openSealed decrypts a record and checks who signed it.
func openSealed(data []byte, key *Identity, device ed25519.PublicKey) (*Record, error) {
	packed, err := decrypt(data, key.age)
	if err != nil {
		return nil, err
	}
	text, sig, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	if !ed25519.Verify(device, text, sig) {
		return nil, damaged("the record was not signed by this machine")
	}
	var r Record
	if err := json.Unmarshal(text, &r); err != nil || r.Format != recordFormat {
		return nil, damaged("the record is of another version")
	}
	return &r, nil
}

// Show logs that a record is consulted and opens it with the station's key or
// the recovery key.
func (s *Store) Show(id string, key *Identity) (*Record, error) {
	data, err := s.sealed(id)
	if err != nil {
		return nil, err
	}
	r, err := s.openAs(id, data, key)
	if err != nil {
		return nil, err
	}
	return r, s.locked(func() error { return s.write(Entry{Verb: Consulted, Record: id}) })
}

func (s *Store) openAs(id string, data []byte, key *Identity) (*Record, error) {
	r, err := openSealed(data, key, s.Station.Device)
	if err == nil && (r.ID != id || r.For != RoleStation) {
		return nil, damaged("the file holds another record")
	}
	return r, err
}

// sealed reads the station's file of a record and compares it with the log.
func (s *Store) sealed(id string) ([]byte, error) {
	name := id + stationEnd
	data, err := s.files.Read(s.path(sealedDir, name))
	if missing(err) {
		return nil, ErrNoRecord
	}
	if err != nil {
		return nil, err
	}
	for _, l := range s.log.lines {
		for _, f := range l.Files {
			if f.Name == name && f.Sum != sum(data) {
				return nil, damaged("the file is not the one that the log tells of")
			}
		}
	}
	return data, nil
}

// Remove logs that a record is erased and removes its files.
func (s *Store) Remove(id string) error {
	return s.locked(func() error {
		if err := s.write(Entry{Verb: Erased, Record: id}); err != nil {
			return err
		}
		return s.finish()
	})
}

// Withdraw logs that consent was withdrawn and removes what was for the
// organisation. What it has already, it must be asked for.
func (s *Store) Withdraw(id string) error {
	return s.locked(func() error {
		if err := s.write(Entry{Verb: Changed, What: WhatWithdrawn, Record: id}); err != nil {
			return err
		}
		return s.finish()
	})
}

// Disclose logs that something of a record is handed over. It must be called
// before anything is.
func (s *Store) Disclose(id, what string) error {
	return s.locked(func() error { return s.write(Entry{Verb: Disclosed, What: what, Record: id}) })
}

// SealFor signs parts of a record for a recipient outside the store and
// encrypts them to that key alone. The caller has logged it.
func (s *Store) SealFor(recipient string, c Copy) (data []byte, id string, err error) {
	if _, err := KindOf(recipient); err != nil {
		return nil, "", err
	}
	id = newID()
	data, err = s.sealFor(Record{ID: id, For: RoleNGO, Envelope: c.Envelope, Parts: c.Parts}, recipient)
	return data, id, err
}
