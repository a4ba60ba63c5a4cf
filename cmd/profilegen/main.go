// Profilegen builds political profile pages from articles and from what
// editors write.
//
// One file has each command; report.go has every word that a user sees.
package main

import (
	"os"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
