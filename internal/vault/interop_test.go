//go:build interop

package vault

import (
	"archive/tar"
	"bytes"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// These tests open what this package has written with tools that are not ours:
// the age command of the pinned version and the one of the system, which is years
// older on Debian, tar, and openssl for the signature.

// ageCommand builds the age command of the version in go.mod, outside this
// module: what the command needs is no dependency of ours.
func ageCommand(t *testing.T) string {
	t.Helper()
	version, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", "filippo.io/age").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cmd := exec.Command("go", "install", "filippo.io/age/cmd/age@"+strings.TrimSpace(string(version)))
	cmd.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "age")
}

// eachTool runs a test with each age command and the kinds of keys that it must
// know: that of the system those that have always been there.
func eachTool(t *testing.T, test func(t *testing.T, tool string, kind Kind)) {
	pinned := ageCommand(t)
	for _, kind := range []Kind{Hybrid, X25519} {
		t.Run("pinned/"+string(kind), func(t *testing.T) { test(t, pinned, kind) })
	}
	t.Run("system/"+string(X25519), func(t *testing.T) {
		tool, err := exec.LookPath("age")
		if err != nil {
			t.Skip("no age command here (Debian: age)")
		}
		version, _ := exec.Command(tool, "--version").Output()
		t.Logf("%s %s", tool, version)
		test(t, tool, X25519)
	})
}

// holder is somebody with a private half in a file of their own.
func holder(t *testing.T, kind Kind) (recipient, file string) {
	t.Helper()
	id, err := generate(kind)
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, []byte(id.secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return id.recipient, file
}

// opensWith gives what age makes of a file with a key.
func opensWith(tool, key, file string) ([]byte, error) {
	return exec.Command(tool, "--decrypt", "-i", key, file).Output()
}

func TestStoredFilesOpenWithTheAgeCommandForTheListedKeysOnly(t *testing.T) {
	eachTool(t, func(t *testing.T, tool string, kind Kind) {
		s := diskStore(t)
		p, keys := &s.Station.Periods[0], map[Role]string{}
		p.Station, keys[RoleStation] = holder(t, kind)
		p.Recovery, keys[RoleRecovery] = holder(t, kind)
		p.Draft, keys[RoleDraft] = holder(t, kind)
		p.NGO, keys[RoleNGO] = holder(t, kind)
		id := mustSeal(t, s, forNGO("said"))
		alone := mustSeal(t, s, sealing("said", ""))
		for file, may := range map[string][]Role{
			id + stationEnd: {RoleStation, RoleRecovery}, id + ngoEnd: {RoleNGO},
			alone + stationEnd: {RoleStation, RoleRecovery}, alone + ngoEnd: {},
		} {
			for role, key := range keys {
				packed, err := opensWith(tool, key, s.path(sealedDir, file))
				if want := contains(may, role); (err == nil) != want {
					t.Errorf("%s opens with the key of %s: %v", file, role, err)
				} else if want {
					verify(t, packed, s.Station.Device)
				}
			}
		}
	})
}

func contains(roles []Role, role Role) bool {
	for _, r := range roles {
		if r == role {
			return true
		}
	}
	return false
}

// verify takes a record apart and checks its signature with openssl.
func verify(t *testing.T, packed []byte, device ed25519.PublicKey) {
	t.Helper()
	dir := t.TempDir()
	for r := tar.NewReader(bytes.NewReader(packed)); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		data, errRead := io.ReadAll(r)
		if err != nil || errRead != nil || os.WriteFile(filepath.Join(dir, h.Name), data, 0o600) != nil {
			t.Fatal(err, errRead)
		}
	}
	der, err := x509.MarshalPKIXPublicKey(device)
	if err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(dir, "device.pem")
	if err := os.WriteFile(public, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	check := func() (string, error) {
		out, err := exec.Command("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", public, "-rawin", "-in", filepath.Join(dir, textName), "-sigfile", filepath.Join(dir, sigName)).CombinedOutput()
		return string(out), err
	}
	if out, err := check(); err != nil || !strings.Contains(out, "Signature Verified Successfully") {
		t.Fatalf("openssl: %v\n%s", err, out)
	}
	text, _ := os.ReadFile(filepath.Join(dir, textName))
	if err := os.WriteFile(filepath.Join(dir, textName), append(text, ' '), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := check(); err == nil {
		t.Fatalf("openssl takes a changed record\n%s", out)
	}
}

// TestWhatThePartnerSealsWithTheAgeCommandOpensHere is the other way round: what
// was sealed by the command opens with a key file of ours.
func TestWhatThePartnerSealsWithTheAgeCommandOpensHere(t *testing.T) {
	eachTool(t, func(t *testing.T, tool string, kind Kind) {
		id, err := generate(kind)
		if err != nil {
			t.Fatal(err)
		}
		locked, err := lockIdentity(id, "a long passphrase", 4)
		if err != nil {
			t.Fatal(err)
		}
		key, err := Unlock(locked, "a long passphrase")
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(tool, "--encrypt", "-r", id.recipient)
		cmd.Stdin = strings.NewReader("from the partner")
		sealed, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if plain, err := decrypt(sealed, key.age); err != nil || string(plain) != "from the partner" {
			t.Errorf("%v %q", err, plain)
		}
	})
}

// TestAPartnersOwnKeyOpensWhatIsSealedForThemWithTheAgeCommand: a key that age-keygen of the system
// has made is taken as that of an organisation, and opens what it is handed.
func TestAPartnersOwnKeyOpensWhatIsSealedForThemWithTheAgeCommand(t *testing.T) {
	tool, err := exec.LookPath("age")
	if err != nil {
		t.Skip("no age command here (Debian: age)")
	}
	key := filepath.Join(t.TempDir(), "theirs")
	if out, err := exec.Command("age-keygen", "-o", key).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	public, err := exec.Command("age-keygen", "-y", key).Output()
	if err != nil {
		t.Fatal(err)
	}
	recipient, err := ReadRecipient(public)
	if err != nil {
		t.Fatal(err)
	}
	s := diskStore(t)
	data, _, err := s.SealFor(recipient, sealing("said", "").Station)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "handed.age")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	packed, err := opensWith(tool, key, file)
	if err != nil {
		t.Fatal(err)
	}
	verify(t, packed, s.Station.Device)
}
