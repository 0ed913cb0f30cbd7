// Command cesta helps an officer to talk with a person who may have been
// exploited, and leaves the person with rights and contacts.
package main

import (
	"os"

	"cesta/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], cli.System())) }
