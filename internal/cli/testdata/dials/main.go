// Command dials is what cesta must never be: it opens a connection, starts
// another program, and so shows that the tests would see it.
package main

import (
	"net"
	"os/exec"
)

func main() {
	if c, err := net.Dial("unix", "nobody-listens"); err == nil {
		_ = c.Close()
	}
	_ = exec.Command("true").Run()
}
