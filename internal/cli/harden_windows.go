package cli

// harden does nothing: on Windows new files have the rights of their folder,
// which is the user's own, and crash dumps are a setting of the machine.
func harden() {}

// coreDumps cannot be seen here.
func coreDumps() bool { return false }
