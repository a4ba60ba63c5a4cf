package main

import (
	"fmt"
	"os/exec"
	"runtime"
)

// openBrowser asks the system to show an address, because the user said so; it
// is the one place where another program is started.
func openBrowser(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	// LookPath refuses a program that stands in the current folder.
	path, err := exec.LookPath(name)
	if err != nil {
		return fmt.Errorf("looking for %s: %w", name, err)
	}
	c := exec.Command(path, args...)
	if err := c.Start(); err != nil {
		return fmt.Errorf("starting %s: %w", name, err)
	}
	go func() { _ = c.Wait() }()
	return nil
}
