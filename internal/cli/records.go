package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"cesta/internal/vault"
)

// places says where the store is. The noted head of its log lies with the
// settings, so that putting the store back to an earlier day is found.
func (p *program) places() (vault.Places, error) {
	data, err := p.env.DataDir()
	if err != nil {
		return vault.Places{}, vault.ErrNotSetUp // without a home nothing can have been set up
	}
	at := vault.Places{Root: filepath.Join(data, "cesta", "records")}
	if config, err := p.env.ConfigDir(); err == nil {
		at.Head = filepath.Join(config, "cesta", "records-head")
	}
	return at, nil
}

func (p *program) openStore() (*vault.Store, error) {
	at, err := p.places()
	if err != nil {
		return nil, err
	}
	return vault.Open(p.env.Files, at, p.env.Now)
}

// openRecords opens the store for a command that is about it, and deletes the
// drafts whose time is over.
func (p *program) openRecords() (*vault.Store, error) {
	store, err := p.openStore()
	if err != nil {
		return nil, p.vaultFailure(err)
	}
	p.purge(store)
	return store, nil
}

// purge deletes the drafts whose time is over and says so.
func (p *program) purge(store *vault.Store) {
	deleted, err := store.Purge()
	if len(deleted) > 0 {
		p.tell("records.purged", "drafts", p.words.Count("officer.cli.drafts", len(deleted)))
	}
	if err != nil {
		p.report(p.vaultFailure(err))
	}
}

// tell says something on the way to the officer.
func (p *program) tell(id string, args ...string) {
	fmt.Fprintln(p.env.Err, "cesta: "+visible(p.text(id, args...)))
}

func (p *program) tellSealed(id string) { p.tell("records.sealed", "record", vault.Short(id)) }

// vaultFailures are the texts for what the vault can say.
var vaultFailures = []struct {
	err error
	id  string
}{
	{vault.ErrNotSetUp, "records-not-set-up"}, {vault.ErrSetUp, "records-set-up"}, {vault.ErrLocked, "records-locked"},
	{vault.ErrPassphrase, "records-passphrase"}, {vault.ErrWrongKey, "records-wrong-key"}, {vault.ErrNoRecord, "records-none"},
	{vault.ErrAmbiguous, "records-ambiguous"}, {vault.ErrID, "records-id"}, {vault.ErrBesideRecords, "records-beside"},
	{vault.ErrNoNGO, "records-no-ngo"}, {vault.ErrDamaged, "records-damaged"},
}

// vaultFailure says in the officer's language what the vault says.
func (p *program) vaultFailure(err error) error {
	for _, f := range vaultFailures {
		if errors.Is(err, f.err) {
			return p.because(err, exitError, f.id, "reason", err.Error())
		}
	}
	return p.because(err, exitError, "records-disk", "reason", err.Error())
}

// sealFailure says that a finished talk did not become a record.
func (p *program) sealFailure(err error, draft bool) error {
	if draft {
		return p.because(err, exitError, "not-sealed-draft", "reason", err.Error())
	}
	return p.because(err, exitError, "not-sealed", "reason", err.Error())
}

// asker asks the officer on the terminal, or takes lines of standard input.
type asker struct {
	*program
	in *lineInput
}

// maxSecret is how long a line with a passphrase or a note may be, in bytes.
const maxSecret = 2000

func (p *program) asker() asker {
	return asker{p, &lineInput{in: p.env.In, interrupt: p.interrupt, most: maxSecret}}
}

// line asks for a line. The end of the input is no answer.
func (a asker) line(ctx context.Context, id string, args ...string) (string, error) {
	fmt.Fprint(a.env.Err, a.text("ask."+id, args...)+" ")
	text, err := a.in.read(ctx)
	if errors.Is(err, io.EOF) {
		fmt.Fprintln(a.env.Err)
		return "", a.fail(exitError, "no-answer")
	}
	return text, err
}

// secret asks for a line that nobody sees.
func (a asker) secret(ctx context.Context, id string, args ...string) (string, error) {
	if a.env.IsTerminal(a.env.In) {
		a.env.Echo(false)
		defer func() {
			a.env.Echo(true)
			fmt.Fprintln(a.env.Err)
		}()
	}
	return a.line(ctx, id, args...)
}

// yes asks something that must be confirmed with a word. Everything else is no.
func (a asker) yes(ctx context.Context, id string, args ...string) (bool, error) {
	word := a.text("ask.yes")
	text, err := a.line(ctx, id, append(args, "yes", word)...)
	return strings.EqualFold(text, word), err
}

// minPassphrase is the least length in letters. Source: NIST SP 800-63B-4, 3.1.1.2,
// 15 for a secret that stands alone.
const minPassphrase = 15

// newPassphrase asks for a passphrase twice.
func (a asker) newPassphrase(ctx context.Context, role vault.Role) (string, error) {
	name := a.text("role." + string(role))
	first, err := a.secret(ctx, "new-passphrase", "role", name)
	if err != nil {
		return "", err
	}
	if utf8.RuneCountInString(first) < minPassphrase {
		return "", a.fail(exitError, "short-passphrase", "least", fmt.Sprint(minPassphrase))
	}
	again, err := a.secret(ctx, "again", "role", name)
	if err == nil && again != first {
		err = a.fail(exitError, "other-passphrase")
	}
	return first, err
}

// key opens the private half of a role for a period. Keys are where the set-up
// put them, or in the folder that is named.
func (a asker) key(ctx context.Context, store *vault.Store, role vault.Role, period, folder string) (*vault.Identity, error) {
	name := filepath.Join(cmp.Or(folder, store.Station.Keys), vault.KeyFile(role, period))
	data, err := a.env.Files.Read(name)
	if err != nil {
		return nil, a.because(err, exitError, "no-key", "file", quote(name))
	}
	passphrase, err := a.secret(ctx, "passphrase", "role", a.text("role."+string(role)), "period", period)
	if err != nil {
		return nil, err
	}
	id, err := vault.Unlock(data, passphrase)
	if err != nil {
		return nil, a.vaultFailure(err)
	}
	return id, nil
}

// record asks which record is meant. An id is never an argument: it would stay
// in the history of the shell.
func (a asker) record(ctx context.Context, store *vault.Store) (vault.Info, error) {
	typed, err := a.line(ctx, "record")
	if err != nil {
		return vault.Info{}, err
	}
	info, err := store.Find(typed)
	if err != nil {
		return info, a.vaultFailure(err)
	}
	return info, nil
}

// folderOf makes a folder's name absolute as far as it can, so that it means the
// same from everywhere.
func (p *program) folderOf(name string) (string, error) {
	abs, err := p.env.Abs(name)
	if err != nil {
		return "", p.folderFailure(name, err)
	}
	return abs, nil
}
