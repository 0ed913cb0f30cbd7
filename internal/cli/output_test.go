package cli

import (
	"strings"
	"testing"
)

// Whoever calls the program must be able to trust that status 0 means that all
// of the output is there.
func TestAFullDeviceIsAnError(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"version", "version --format json", "languages list", "languages list --format json",
		"--help", "screen --help", "help", "help rights", "languages", "rights en", "rights en --paper card", "print board en", "print consent en", "contacts",
		"completion bash",
	} {
		env, _, err := testEnv("")
		env.Out = full{}
		wantStatus(t, exitError, Main(strings.Fields(line), env), err)
		if !strings.HasPrefix(err.String(), "cesta: no space left") {
			t.Errorf("%s says %q", line, err)
		}
	}
}
