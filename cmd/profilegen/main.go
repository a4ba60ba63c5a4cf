// Profilegen builds political profile pages from articles and from what
// editors write.
//
// One file has each command; report.go has every word that a user sees.
package main

import (
	"os"
	"runtime/debug"
)

// gcPercent is how much memory may come to what is in use before it is looked
// for what is not. With half of what is usual a large site takes a quarter less
// memory, and 4 % more of the processor. GOGC, where it is set, goes before it.
const gcPercent = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
