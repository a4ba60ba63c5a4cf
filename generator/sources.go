package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// What an editor owns is often the only copy. Every file of the editors' that
// this program writes is on the disk before it takes its name, and its name is
// on the disk before the writing is called done. The names of files not yet
// whole begin with a dot, so that no build reads them.

// WriteNew writes a file that must not be there yet; it never overwrites, also
// where another program makes the file at the same moment. The error is
// fs.ErrExist where it is there.
func WriteNew(path string, raw []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	next, err := writeBeside(path, raw)
	if err != nil {
		return err
	}
	defer os.Remove(next)
	if err := os.Link(next, path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
		}
		// A disk without links: look first, and be content with that.
		if _, found := os.Lstat(path); found == nil {
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
		}
		if err := os.Rename(next, path); err != nil {
			return err
		}
	}
	return syncDir(filepath.Dir(path))
}

// writeBeside writes a file beside path, waits until it is on the disk, and
// gives its name.
func writeBeside(path string, raw []byte) (name string, err error) {
	next, err := os.CreateTemp(filepath.Dir(path), ".new-*-"+filepath.Base(path))
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			os.Remove(next.Name())
		}
	}()
	_, err = next.Write(raw)
	if err == nil {
		err = next.Chmod(0o644)
	}
	if err == nil {
		err = next.Sync()
	}
	if closed := next.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", fmt.Errorf("writing %s: %w", path, err)
	}
	return next.Name(), nil
}

// syncDir waits until the names in a folder are on the disk.
func syncDir(dir string) error {
	file, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := file.Sync(); err != nil && !errors.Is(err, os.ErrInvalid) {
		return err
	}
	return nil
}
