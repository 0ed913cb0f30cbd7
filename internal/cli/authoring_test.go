package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// authored are the files that the README's page for authors shows, by name.
func authored(t *testing.T) map[string]string {
	t.Helper()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, m := range regexp.MustCompile("(?s)```yaml\n# (mine/[a-z./]+)\n(.*?)```").FindAllStringSubmatch(string(readme), -1) {
		files[m[1]] = m[2]
	}
	if len(files) != 7 {
		t.Fatalf("the README shows %d files of a set, want 7", len(files))
	}
	return files
}

// run runs the program in folder dir.
func runIn(t *testing.T, dir, input string, args ...string) (out, errs string, status int) {
	t.Helper()
	t.Chdir(dir)
	var stdout, stderr bytes.Buffer
	env := System()
	env.In, env.Out, env.Err = strings.NewReader(input), &stdout, &stderr
	env.IsTerminal = func(any) bool { return false }
	env.ConfigDir = func() (string, error) { return dir, nil }
	status = Main(args, env)
	return stdout.String(), stderr.String(), status
}

func TestASetMadeByTheREADMEWorks(t *testing.T) {
	files, dir := authored(t), t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	en := []string{"--officer-language", "en", "--indicators", "mine"}
	for _, c := range []struct {
		name, input string
		args        []string
		want        string
	}{
		{"it checks", "", []string{"indicators", "check"}, "no problems; 1 test case holds"},
		{"a question shows itself", "", []string{"indicators", "show", "papers"}, "destination.coerced.documents"},
		{"it prints", "", []string{"indicators", "print", "--language", "en"}, "Who has your passport?"},
		{"a case explains itself", "", []string{"indicators", "explain", "mine/cases/held.yaml"}, "held: positive"},
		{"it is held", held, []string{"screen", "--language", "en", "--practice"}, "Strong indications"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, errs, status := runIn(t, dir, c.input, append(c.args, en...)...)
			if status != 0 || !strings.Contains(out+errs, c.want) {
				t.Errorf("status %d, without %q:\n%s%s", status, c.want, out, errs)
			}
		})
	}
}

// held are the keys of a talk by the set of the README, line by line: the
// person's language, the officer's pages, the silent card, consent, three
// answers, the close and the result.
var held = strings.Join([]string{
	"1", "", "1", "", "", "", "", "1", "1", "", "", "", "", "", "1",
	"1", "3", "2 0", "2", "", "", "", "1", "2", "2", "", "0", "1", "", "", "",
}, "\n") + "\n"
