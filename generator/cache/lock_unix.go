//go:build unix

package cache

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockPack opens the pack for writing once no other process writes to it. The
// system lets go of the lock when a process dies.
func lockPack(path string) (*os.File, error) {
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
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
			return nil, err
		}
		// The pack may have been written anew while this process waited.
		mine, err1 := file.Stat()
		now, err2 := os.Stat(path)
		if err1 == nil && err2 == nil && os.SameFile(mine, now) {
			return file, nil
		}
		file.Close()
	}
}

// unlockPack lets the next process in; the pack stays open for reading.
func unlockPack(file *os.File) { _ = unix.Flock(int(file.Fd()), unix.LOCK_UN) }
