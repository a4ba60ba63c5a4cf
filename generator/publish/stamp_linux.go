package publish

import (
	"io/fs"
	"strconv"
	"syscall"
)

func stampOf(info fs.FileInfo) stamp {
	s := stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
	if sys, ok := info.Sys().(*syscall.Stat_t); ok {
		s.changed, s.number = sys.Ctim.Nano(), sys.Ino
	}
	return s
}

// inodeOf gives a file's number as /proc writes it.
func inodeOf(info fs.FileInfo) string {
	if sys, ok := info.Sys().(*syscall.Stat_t); ok {
		return strconv.FormatUint(sys.Ino, 10)
	}
	return ""
}
