package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step.
func exchange(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	switch err {
	case nil:
		return nil
	case unix.EINVAL, unix.ENOTSUP, unix.EXDEV, unix.EBUSY:
		return errNoSwap
	}
	return &os.LinkError{Op: "swapping", Old: a, New: b, Err: err}
}

// syncFolder waits until all that was written is on the disk.
func syncFolder(string) error { return unix.Sync() }

// separateMount tells whether a folder is a mount of its own.
func separateMount(dir string) bool {
	var own, above unix.Stat_t
	return unix.Stat(dir, &own) == nil && unix.Stat(filepath.Dir(dir), &above) == nil && own.Dev != above.Dev
}

// linkAt makes the file at name under one folder the one at name under another.
func linkAt(from, to *os.File, name string) error {
	return unix.Linkat(int(from.Fd()), name, int(to.Fd()), name, 0)
}

// spreadFolders has nothing to ask for here.
func spreadFolders(*os.File) error { return errors.ErrUnsupported }

// createAt is left to the slower way here.
func createAt(*os.File, string, fs.FileMode) (*os.File, error) { return nil, errSlow }

// openFolderAt is left to the slower way here.
func openFolderAt(*os.File, string) (*os.File, error) { return nil, errSlow }
