//go:build !linux

package cache

import (
	"io/fs"
	"os"
	"path/filepath"
)

func (s *Stamp) fill(fs.FileInfo) {}

// StampAt takes the stamp of the plain file at name, a path with slashes, under
// an open folder; false where there is none.
func StampAt(folder *os.File, name string) (s Stamp, ok bool) {
	info, err := os.Lstat(filepath.Join(folder.Name(), filepath.FromSlash(name)))
	if err != nil || !info.Mode().IsRegular() {
		return s, false
	}
	return StampOf(info), true
}
