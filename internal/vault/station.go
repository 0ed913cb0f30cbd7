package vault

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

const stationFormat = "cesta.station/1"

// Station is what this machine knows of its station: public keys only, pinned.
// Records and drafts go to these keys and to no others.
type Station struct {
	Format string `json:"format"`
	// Device is the public key that checks what this machine has signed.
	Device []byte `json:"device"`
	// Periods are the keys, the newest last.
	Periods []Period `json:"periods"`
	// Keys is the folder in which the private halves were put, if it is there.
	Keys string `json:"keys,omitempty"`
}

// Period is the set of keys of one period. To destroy every private half of a
// period, wherever it is, is the one deletion that reaches all copies.
type Period struct {
	Period   string `json:"period"` // 2026-Q4
	Station  string `json:"station"`
	Draft    string `json:"draft"`
	Recovery string `json:"recovery"`
	NGO      string `json:"ngo,omitempty"`
}

// Current gives the keys that are used now.
func (s Station) Current() Period { return s.Periods[len(s.Periods)-1] }

// Over reports whether the keys are those of an earlier period than now's.
func (s Station) Over(now time.Time) bool { return s.Current().Period < PeriodOf(now) }

// PeriodOf names the quarter of a time.
func PeriodOf(t time.Time) string {
	t = t.UTC()
	return fmt.Sprintf("%04d-Q%d", t.Year(), (int(t.Month())-1)/3+1)
}

// Pins are the keys of a period by the role that holds the private half, in the
// order in which they are compared by voice.
func (p Period) Pins() []Pin {
	pins := []Pin{{RoleStation, p.Station}, {RoleDraft, p.Draft}, {RoleRecovery, p.Recovery}}
	if p.NGO != "" {
		pins = append(pins, Pin{RoleNGO, p.NGO})
	}
	return pins
}

// Role says who holds a private half.
type Role string

// The roles. Every private half but the NGO's is made by [SetUp].
const (
	RoleStation  Role = "station"  // opens records, at the station
	RoleDraft    Role = "draft"    // opens drafts, with the officers
	RoleRecovery Role = "recovery" // opens records when the station's key is lost, in a safe
	RoleNGO      Role = "ngo"      // opens what is for the organisation, with the organisation
)

// Pin is one pinned public key.
type Pin struct {
	Role      Role
	Recipient string
}

// Setup says which keys to make.
type Setup struct {
	Kind Kind
	// NGO is the public key of the organisation, or empty.
	NGO string
	// Keys is the folder for the private halves of station and drafts, Recovery
	// that for the recovery key. Neither may be in or above the store.
	Keys, Recovery string
	// Passphrases protect the private halves, by role.
	Passphrases map[Role]string
	// Work is the work factor of passphrases; 0 is [Work].
	Work int
}

// ErrBesideRecords means that a private half would lie where the records are.
var ErrBesideRecords = errors.New("the keys must not lie beside the records")

// SetUp makes the keys of the current period and pins them. What was there of
// earlier periods stays readable. Until its last step nothing counts.
func SetUp(files Files, p Places, now func() time.Time, c Setup) (*Store, error) {
	s := &Store{files: files, places: p, now: now}
	err := s.loadStation()
	if err != nil && !errors.Is(err, ErrNotSetUp) {
		return nil, err
	}
	period := PeriodOf(now())
	if err == nil && s.Station.Current().Period >= period {
		return nil, ErrSetUp
	}
	if err := apart(p.Root, c.Keys, c.Recovery); err != nil {
		return nil, err
	}
	if err := files.MakeDir(p.Root); err != nil {
		return nil, err
	}
	if p.Head != "" {
		_ = files.MakeDir(filepath.Dir(p.Head)) // see remember
	}
	unlock, err := s.lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	return s, s.setUp(period, c)
}

// apart refuses folders that are, hold or are inside the store.
func apart(root string, folders ...string) error {
	for _, folder := range folders {
		for _, pair := range [][2]string{{root, folder}, {folder, root}} {
			rel, err := filepath.Rel(pair[0], pair[1])
			if err != nil {
				continue // on another drive
			}
			if rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
				return ErrBesideRecords
			}
		}
	}
	return nil
}

func (s *Store) setUp(period string, c Setup) error {
	if err := s.makeDevice(); err != nil {
		return err
	}
	keys, err := s.makeKeys(period, c)
	if err != nil {
		return err
	}
	next := s.Station
	next.Format, next.Device, next.Keys = stationFormat, s.device.Public().(ed25519.PublicKey), c.Keys
	next.Periods = append(next.Periods[:len(next.Periods):len(next.Periods)], keys)
	text, err := json.MarshalIndent(next, "", "  ")
	if err != nil {
		return err
	}
	s.Station = next
	if err := s.recoverLog(); err != nil {
		return err
	}
	// The log first: it must not happen that keys are used which it does not know.
	if err := s.write(Entry{Verb: Changed, What: WhatKeys, Sum: sum(text)}); err != nil {
		return err
	}
	return replace(s.files, s.path(stationFile), text, s.now())
}

// makeDevice makes the key with which this machine signs. It is not protected
// by a passphrase: sealing must ask for none. Who has the machine can sign in
// its name; who has only the folder of a partner or a backup cannot.
func (s *Store) makeDevice() error {
	err := s.loadDevice()
	if err == nil || !missing(err) {
		return err
	}
	_, s.device, err = ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	text := base64.StdEncoding.EncodeToString(s.device.Seed()) + "\n"
	return replace(s.files, s.path(deviceFile), []byte(text), s.now())
}

func (s *Store) loadDevice() error {
	text, err := s.files.Read(s.path(deviceFile))
	if err != nil {
		return err
	}
	seed, err := base64.StdEncoding.Strict().DecodeString(strings.TrimSuffix(string(text), "\n"))
	if err != nil || len(seed) != ed25519.SeedSize {
		return damaged("the signing key of this machine cannot be read")
	}
	s.device = ed25519.NewKeyFromSeed(seed)
	return nil
}

// KeyFile is the name of a private half's file.
func KeyFile(role Role, period string) string { return "cesta-" + string(role) + "-" + period + ".key" }

// makeKeys writes the private halves, each under its passphrase.
func (s *Store) makeKeys(period string, c Setup) (Period, error) {
	keys := Period{Period: period, NGO: c.NGO}
	if c.Work == 0 {
		c.Work = Work
	}
	var made []string
	for _, k := range []struct {
		role   Role
		folder string
		public *string
	}{{RoleStation, c.Keys, &keys.Station}, {RoleDraft, c.Keys, &keys.Draft}, {RoleRecovery, c.Recovery, &keys.Recovery}} {
		name := filepath.Join(k.folder, KeyFile(k.role, period))
		recipient, err := s.makeKey(name, c.Kind, c.Passphrases[k.role], c.Work)
		if err != nil {
			for _, name := range made {
				_ = s.files.Remove(name) // keys that nothing was sealed to
			}
			return Period{}, err
		}
		*k.public, made = recipient, append(made, name)
	}
	return keys, nil
}

func (s *Store) makeKey(name string, kind Kind, passphrase string, work int) (string, error) {
	id, err := generate(kind)
	if err != nil {
		return "", err
	}
	locked, err := lockIdentity(id, passphrase, work)
	if err != nil {
		return "", err
	}
	if err := s.files.MakeDir(filepath.Dir(name)); err != nil {
		return "", err
	}
	if _, err := s.files.Read(name); err == nil {
		return "", fmt.Errorf("%s: %w", name, errExists)
	}
	return id.recipient, replace(s.files, name, locked, s.now())
}

// loadStation reads the pinned keys.
func (s *Store) loadStation() error {
	text, err := s.files.Read(s.path(stationFile))
	if missing(err) {
		return ErrNotSetUp
	}
	if err != nil {
		return err
	}
	var st Station
	if err := json.Unmarshal(text, &st); err != nil || !st.sound() {
		return damaged("the pinned keys of the station cannot be read")
	}
	s.Station, s.pinned = st, sum(text)
	return nil
}

func (s Station) sound() bool {
	if s.Format != stationFormat || len(s.Device) != ed25519.PublicKeySize || len(s.Periods) == 0 {
		return false
	}
	for _, p := range s.Periods {
		for _, pin := range p.Pins() {
			if _, err := KindOf(pin.Recipient); err != nil {
				return false
			}
		}
	}
	return true
}
