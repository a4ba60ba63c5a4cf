package cache

import (
	"io/fs"
	"syscall"
)

func (s *Stamp) fill(info fs.FileInfo) {
	if sys, ok := info.Sys().(*syscall.Stat_t); ok {
		s.Changed, s.Number = sys.Ctim.Nano(), sys.Ino
	}
}
