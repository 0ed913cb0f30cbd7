package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
)

// Kind is the kind of a key.
type Kind string

// The kinds of keys. Records must stay secret for decades, so the hybrid kind is
// the standard; X25519 is for partners whose tools are older than age 1.3.
const (
	Hybrid Kind = "hybrid" // ML-KEM-768 and X25519
	X25519 Kind = "x25519"
)

// Work is the standard work factor for passphrases, the base-two logarithm of
// scrypt's N; opening a key takes about a second and 256 MiB with it. Source:
// the standard of age.
const Work = 18

// maxWork refuses key files that would keep the machine busy for minutes.
const maxWork = 20

// identity is a private half as text, beside its public one.
type identity struct{ secret, recipient string }

func generate(kind Kind) (identity, error) {
	switch kind {
	case Hybrid:
		i, err := age.GenerateHybridIdentity()
		if err != nil {
			return identity{}, err
		}
		return identity{i.String(), i.Recipient().String()}, nil
	case X25519:
		i, err := age.GenerateX25519Identity()
		if err != nil {
			return identity{}, err
		}
		return identity{i.String(), i.Recipient().String()}, nil
	}
	return identity{}, fmt.Errorf("unknown kind of key %q", kind)
}

// KindOf tells the kind of a recipient, or that it is none that we take. Keys of
// plugins and of SSH are refused: the first run programs that a file names, the
// second can be linked to their owner.
func KindOf(recipient string) (Kind, error) {
	if _, err := age.ParseHybridRecipient(recipient); err == nil {
		return Hybrid, nil
	}
	if _, err := age.ParseX25519Recipient(recipient); err == nil {
		return X25519, nil
	}
	return "", errors.New("not a public key of age (age1pq1... or age1...)")
}

func parseRecipient(text string) (age.Recipient, error) {
	if r, err := age.ParseHybridRecipient(text); err == nil {
		return r, nil
	}
	return age.ParseX25519Recipient(text)
}

// ReadRecipient finds the one public key in a file of a partner; lines that
// begin with # are remarks.
func ReadRecipient(data []byte) (string, error) {
	found := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case found != "":
			return "", errors.New("the file holds more than one key")
		default:
			found = line
		}
	}
	if _, err := KindOf(found); err != nil {
		return "", err
	}
	return found, nil
}

// Identity is a private half that was opened with its passphrase.
type Identity struct{ age age.Identity }

// lockIdentity encrypts a private half with a passphrase, as a file that the age
// command takes as an identity too.
func lockIdentity(id identity, passphrase string, work int) ([]byte, error) {
	r, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	r.SetWorkFactor(work)
	return encrypt([]byte("# public key: "+id.recipient+"\n"+id.secret+"\n"), r)
}

// Unlock opens a key file with its passphrase.
func Unlock(file []byte, passphrase string) (*Identity, error) {
	s, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, ErrPassphrase
	}
	s.SetMaxWorkFactor(maxWork)
	text, err := decrypt(file, s)
	switch {
	case errors.Is(err, ErrWrongKey):
		return nil, ErrPassphrase
	case err != nil:
		return nil, err
	}
	ids, err := age.ParseIdentities(bytes.NewReader(text))
	if err != nil || len(ids) != 1 {
		return nil, damaged("the key file holds no key")
	}
	return &Identity{ids[0]}, nil
}

func encrypt(data []byte, to ...age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to...)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func decrypt(data []byte, id age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(data), id)
	var noMatch *age.NoIdentityMatchError
	switch {
	case errors.As(err, &noMatch):
		return nil, ErrWrongKey
	case err != nil:
		return nil, damaged("%v", err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, damaged("%v", err)
	}
	return plain, nil
}

// Fingerprint makes a key comparable by voice: six groups of five digits, which
// sound the same to an officer and a partner of another language. It holds about
// 99 bits of the SHA-256 of the text, so two keys do not share one by design.
func Fingerprint(text string) string { return digits(sha256.Sum256([]byte(text))) }

// digits writes a hash as six groups of five digits. The bias of the remainder
// is below one in ten million.
func digits(sum [sha256.Size]byte) string {
	groups := make([]string, 6)
	for i := range groups {
		var wide [8]byte
		copy(wide[3:], sum[5*i:5*i+5])
		groups[i] = fmt.Sprintf("%05d", binary.BigEndian.Uint64(wide[:])%100000)
	}
	return strings.Join(groups, " ")
}
