package cache

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
)

// MakeDir makes the cache's folder, with a .gitignore that keeps all of it out
// of an editor's commits.
func MakeDir(dir string) error {
	if _, err := os.Lstat(filepath.Join(dir, ".gitignore")); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the cache's folder: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte("*\n"), 0o644); err != nil {
		return fmt.Errorf("making the cache's folder: %w", err)
	}
	return nil
}

// ReadState gives what WriteState wrote last under a name, or nil where there
// is nothing or where there is any doubt about it.
func ReadState(dir, name string) []byte {
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil || len(raw) < 4 {
		return nil
	}
	value, sum := raw[:len(raw)-4], raw[len(raw)-4:]
	if binary.LittleEndian.Uint32(sum) != crc32.Checksum(value, castagnoli) {
		return nil
	}
	return value
}

// WriteState remembers one value under a name, a plain file name. It stands in
// a file of its own that is replaced as a whole.
func WriteState(dir, name string, value []byte) error {
	if err := MakeDir(dir); err != nil {
		return err
	}
	raw := binary.LittleEndian.AppendUint32(value[:len(value):len(value)], crc32.Checksum(value, castagnoli))
	return Replace(filepath.Join(dir, name), raw)
}

// Replace puts a file in the place of what stands at path, as a whole. It does
// not wait for the disk: it is for what can be made again.
func Replace(path string, raw []byte) error {
	next, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+"-*.new")
	if err != nil {
		return fmt.Errorf("writing the cache: %w", err)
	}
	_, err = next.Write(raw)
	if closed := next.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(next.Name(), path)
	}
	if err != nil {
		os.Remove(next.Name())
		return fmt.Errorf("writing the cache: %w", err)
	}
	return nil
}
