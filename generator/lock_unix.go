//go:build unix

package generator

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockDir waits until no other process of ours has the folder.
func lockDir(dir string) (func(), error) {
	file, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		err = unix.Flock(int(file.Fd()), unix.LOCK_EX)
		if err != unix.EINTR {
			break
		}
	}
	if err != nil {
		file.Close()
		return nil, &os.PathError{Op: "lock", Path: dir, Err: err}
	}
	return func() { file.Close() }, nil
}
