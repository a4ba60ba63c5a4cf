package cache

import (
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

func (s *Stamp) fill(info fs.FileInfo) {
	if sys, ok := info.Sys().(*syscall.Stat_t); ok {
		s.Changed, s.Number = sys.Ctim.Nano(), sys.Ino
	}
}

// StampAt takes the stamp of the plain file at name, a path with slashes, under
// an open folder; false where there is none. For one of many files of a folder it
// is less work than to go there from the top.
func StampAt(folder *os.File, name string) (s Stamp, ok bool) {
	var info unix.Stat_t
	err := error(unix.EINTR)
	for err == unix.EINTR {
		err = unix.Fstatat(int(folder.Fd()), name, &info, unix.AT_SYMLINK_NOFOLLOW)
	}
	if err != nil || info.Mode&unix.S_IFMT != unix.S_IFREG {
		return s, false
	}
	return Stamp{Size: info.Size, Modified: info.Mtim.Nano(), Changed: info.Ctim.Nano(), Number: info.Ino}, true
}
