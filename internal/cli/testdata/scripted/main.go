// Command scripted is cesta with the clock that a script sets and quick
// passphrases, linked as the real one is. The real one takes neither from outside.
package main

import (
	"os"
	"time"

	"cesta/internal/cli"
)

func main() {
	env := cli.System()
	env.Work = 4
	if at, err := time.Parse(time.RFC3339, os.Getenv("CESTA_TEST_NOW")); err == nil {
		env.Now = func() time.Time { return at }
	}
	os.Exit(cli.Main(os.Args[1:], env))
}
