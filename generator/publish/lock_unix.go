//go:build unix

package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockFolder locks a folder until the file is closed or its process dies;
// errLocked where another has it.
func lockFolder(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|unix.O_NOFOLLOW|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == nil {
		return file, nil
	}
	file.Close()
	if err == unix.EWOULDBLOCK || err == unix.EINTR {
		return nil, errLocked
	}
	return nil, &os.PathError{Op: "lock", Path: path, Err: err}
}
