package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"cesta/internal/vault"
)

// checkEncryption looks whether the disk under the store is encrypted. Linux
// shows it; elsewhere it cannot be seen without rights that we do not want.
func (p *program) checkEncryption() (health, []string) {
	dir, err := p.env.DataDir()
	if err != nil || runtime.GOOS != "linux" {
		return healthUnknown, nil
	}
	mounts, err := p.readFile("/proc/self/mountinfo")
	if err != nil {
		return healthUnknown, nil
	}
	device := deviceUnder(string(mounts), dir)
	switch encrypted, known := p.encrypted(device, 0); {
	case !known:
		return healthUnknown, nil
	case encrypted:
		return healthGood, nil
	}
	return healthBad, nil
}

// deviceUnder is the major:minor of the file system that holds a folder. Source
// of the fields: proc(5), /proc/pid/mountinfo.
func deviceUnder(mounts, dir string) string {
	device, longest := "", -1
	for line := range strings.Lines(mounts) {
		f := strings.Fields(line)
		if len(f) < 5 || len(f[4]) <= longest {
			continue
		}
		if at := strings.TrimSuffix(f[4], "/"); dir == at || strings.HasPrefix(dir, at+"/") {
			device, longest = f[2], len(f[4])
		}
	}
	return device
}

// maxLayers is how deep volumes on volumes are followed.
const maxLayers = 6

// encrypted reports whether a block device is a dm-crypt volume or lies on one.
// Devices that are no block devices (major 0) tell nothing.
func (p *program) encrypted(device string, depth int) (encrypted, known bool) {
	if device == "" || strings.HasPrefix(device, "0:") || depth > maxLayers {
		return false, false
	}
	sys := "/sys/dev/block/" + device
	uuid, err := p.readFile(sys + "/dm/uuid")
	if err == nil && strings.HasPrefix(string(uuid), "CRYPT-") {
		return true, true
	}
	dir, err := p.env.Dir(sys + "/slaves")
	if err != nil {
		_, err := p.readFile(sys + "/dev")
		return false, err == nil
	}
	for _, name := range namesIn(dir) {
		number, err := p.readFile(path.Join(sys, "slaves", name, "dev"))
		if err != nil {
			continue
		}
		if encrypted, known := p.encrypted(strings.TrimSpace(string(number)), depth+1); encrypted {
			return true, known
		}
	}
	return false, true
}

// syncing are parts of the names of folders that programs copy to other machines.
var syncing = []string{"onedrive", "dropbox", "icloud", "mobile documents", "google drive", "googledrive", "nextcloud", "owncloud", "syncthing", "pcloud", "mega"}

func (p *program) checkSynced() (health, []string) {
	at, err := p.places()
	if err != nil {
		return healthUnknown, nil
	}
	root := strings.ToLower(at.Root)
	for _, name := range syncing {
		if strings.Contains(root, name) {
			return healthBad, []string{"folder", quote(at.Root)}
		}
	}
	if strings.HasPrefix(root, `\\`) {
		return healthBad, []string{"folder", quote(at.Root)}
	}
	return healthGood, []string{"folder", quote(at.Root)}
}

// checkSwap looks whether memory can be written to a disk that is not encrypted.
func (p *program) checkSwap() (health, []string) {
	if runtime.GOOS != "linux" {
		return healthUnknown, nil
	}
	data, err := p.readFile("/proc/swaps")
	if err != nil {
		return healthUnknown, nil
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, line := range lines[min(1, len(lines)):] {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "/dev/zram") {
			continue
		}
		name := filepath.Base(f[0])
		uuid, err := p.readFile("/sys/block/" + name + "/dm/uuid")
		if err != nil || !strings.HasPrefix(string(uuid), "CRYPT-") {
			return healthBad, []string{"swap", quote(f[0])}
		}
	}
	return healthGood, nil
}

func (p *program) checkDumps() (health, []string) {
	switch {
	case runtime.GOOS == "windows":
		return healthUnknown, nil
	case coreDumps():
		return healthBad, nil
	}
	return healthGood, nil
}

// recorders are variables that programs set which may keep what a terminal shows.
var recorders = []string{"TMUX", "STY", "SSH_CONNECTION", "ASCIINEMA_REC", "SCRIPT", "TYPESCRIPT", "ZELLIJ", "VSCODE_PID"}

func (p *program) checkLogging() (health, []string) {
	for _, name := range recorders {
		if p.env.Getenv(name) != "" {
			return healthBad, []string{"variable", name}
		}
	}
	return healthUnknown, nil
}

// checkClock compares the clock with the day on which the shipped law was
// looked at: it cannot be earlier.
func (p *program) checkClock() (health, []string) {
	pack, err := p.loadPack()
	if err != nil {
		return healthUnknown, []string{"now", p.moment(p.env.Now())}
	}
	checked, err := time.Parse(time.DateOnly, pack.Checked)
	now := p.env.Now()
	if err != nil || now.Before(checked) || now.After(checked.AddDate(10, 0, 0)) {
		return healthBad, []string{"now", p.moment(now)}
	}
	return healthGood, []string{"now", p.moment(now)}
}

func (p *program) checkStore() (health, []string) {
	at, err := p.places()
	if err != nil {
		return healthUnknown, nil
	}
	problems, err := vault.Examine(p.env.Files, at, p.env.Now, "")
	switch {
	case errors.Is(err, vault.ErrNotSetUp):
		return healthUnknown, nil
	case err != nil || len(problems) > 0:
		return healthBad, []string{"problems", p.words.Count("officer.cli.problems", len(problems))}
	}
	return healthGood, nil
}

// checkKeys looks whether the keys are of this quarter and lie elsewhere.
func (p *program) checkKeys() (health, []string) {
	store, err := p.openStore()
	switch {
	case err != nil:
		return healthUnknown, nil
	case store.Station.Over(p.env.Now()):
		return healthBad, []string{"period", store.Station.Current().Period}
	}
	return healthGood, []string{"period", store.Station.Current().Period}
}

// staleDays is after how many days a contact should be looked at again.
const staleDays = 180

func (p *program) checkContacts() (health, []string) {
	pack, err := p.loadPack()
	if err != nil {
		return healthUnknown, nil
	}
	stale := 0
	for _, c := range pack.Contacts {
		checked, err := time.Parse(time.DateOnly, c.Checked)
		if err != nil || p.env.Now().Sub(checked) > staleDays*24*time.Hour {
			stale++
		}
	}
	args := []string{"stale", fmt.Sprint(stale), "all", fmt.Sprint(len(pack.Contacts)), "days", strconv.Itoa(staleDays)}
	if stale > 0 {
		return healthBad, args
	}
	return healthGood, args
}

func (p *program) checkLanguages() (health, []string) {
	lines, err := p.languageLines()
	if err != nil {
		return healthUnknown, nil
	}
	complete, approved := 0, 0
	for _, l := range lines {
		if l.Interview {
			complete++
		}
		if l.Interview && l.State == "approved" {
			approved++
		}
	}
	args := []string{"complete", strconv.Itoa(complete), "approved", strconv.Itoa(approved)}
	if approved < complete {
		return healthBad, args
	}
	return healthGood, args
}

// notTurning are variables of terminals that show Arabic and Hebrew backwards.
// Source: libraries notes, D4 (microsoft/terminal 538; xtermjs 701).
var notTurning = map[string]string{"WT_SESSION": "", "TERM_PROGRAM": "vscode"}

func (p *program) checkScript() (health, []string) {
	for name, want := range notTurning {
		if got := p.env.Getenv(name); got != "" && (want == "" || got == want) {
			return healthBad, []string{"terminal", name}
		}
	}
	return healthUnknown, nil
}

// namesIn lists a folder; one that cannot be read is empty.
func namesIn(dir fs.FS) []string {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
