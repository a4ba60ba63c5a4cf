//go:build !linux && !darwin

package publish

import (
	"errors"
	"io/fs"
	"os"
)

// exchange is what these systems cannot do.
func exchange(a, b string) error { return errNoSwap }

// syncFolder leaves it to the system when to write.
func syncFolder(string) error { return nil }

func separateMount(string) bool { return false }

// linkAt is left to the slower way here.
func linkAt(from, to *os.File, name string) error { return os.ErrInvalid }

// spreadFolders has nothing to ask for here.
func spreadFolders(*os.File) error { return errors.ErrUnsupported }

// createAt is left to the slower way here.
func createAt(*os.File, string, fs.FileMode) (*os.File, error) { return nil, errSlow }

// openFolderAt is left to the slower way here.
func openFolderAt(*os.File, string) (*os.File, error) { return nil, errSlow }
