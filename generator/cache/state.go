package cache

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
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

// WriteState remembers one value under a name, a plain file name: what fill
// writes. It stands in a file of its own that is replaced as a whole, or not at
// all where fill gives an error.
func WriteState(dir, name string, fill func(*bufio.Writer) error) error {
	if err := MakeDir(dir); err != nil {
		return err
	}
	return replace(filepath.Join(dir, name), func(file io.Writer) error {
		sum := crc32.New(castagnoli)
		if err := buffered(io.MultiWriter(file, sum), fill); err != nil {
			return err
		}
		_, err := file.Write(binary.LittleEndian.AppendUint32(nil, sum.Sum32()))
		return err
	})
}

// Replace puts a file, the bytes that fill writes, in the place of what stands
// at path, as a whole. It does not wait for the disk: it is for what can be made
// again.
func Replace(path string, fill func(*bufio.Writer) error) error {
	return replace(path, func(file io.Writer) error { return buffered(file, fill) })
}

// pieceSize is how many bytes go to the disk at once.
const pieceSize = 32 << 10

func buffered(to io.Writer, fill func(*bufio.Writer) error) error {
	w := bufio.NewWriterSize(to, pieceSize)
	if err := fill(w); err != nil {
		return err
	}
	return w.Flush()
}

func replace(path string, fill func(io.Writer) error) error {
	next, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+"-*.new")
	if err != nil {
		return fmt.Errorf("writing the cache: %w", err)
	}
	err = fill(next)
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
