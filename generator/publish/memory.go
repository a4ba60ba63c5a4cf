package publish

import (
	"bufio"
	"encoding/binary"
	"os"
	"path/filepath"
	"sync/atomic"

	"profilegen/generator/cache"
)

// seen is a file as an earlier run left it, and what it was made from.
type seen struct {
	key, sum [32]byte
	cache.Stamp
}

type memory map[string]seen

const memoryHead = "published 1\n"

// stampedAtOnce is how many files are looked at before what was seen is written.
const stampedAtOnce = 1024

// writeMemory writes what stands there now, for the next run.
func (r *run) writeMemory(w *bufio.Writer) error {
	w.WriteString(memoryHead)
	if info, err := os.Lstat(filepath.Join(r.target, recordName)); err == nil {
		writeSeen(w, recordName, seen{Stamp: cache.StampOf(info)})
	}
	stamps := make([]cache.Stamp, min(stampedAtOnce, len(r.files)))
	for at := 0; at < len(r.files); at += len(stamps) {
		stamps = stamps[:min(len(stamps), len(r.files)-at)]
		clear(stamps) // the zero one is of no file
		each(len(stamps), r.Jobs, func(i int) {
			if info, err := os.Lstat(filepath.Join(r.target, filepath.FromSlash(r.files[at+i].Path))); err == nil {
				stamps[i] = cache.StampOf(info)
			}
		})
		for i, stamp := range stamps {
			if stamp != (cache.Stamp{}) {
				writeSeen(w, r.files[at+i].Path, seen{r.done[at+i].key, r.done[at+i].sum, stamp})
			}
		}
	}
	return nil // the writer keeps its first error
}

func writeSeen(w *bufio.Writer, path string, s seen) {
	w.Write(binary.AppendUvarint(w.AvailableBuffer(), uint64(len(path))))
	w.WriteString(path)
	w.Write(s.key[:])
	w.Write(s.sum[:])
	for _, n := range [...]uint64{uint64(s.Size), uint64(s.Modified), uint64(s.Changed), s.Number} {
		w.Write(binary.LittleEndian.AppendUint64(w.AvailableBuffer(), n))
	}
}

// decodeMemory reads what writeMemory wrote; anything else is an empty memory.
func decodeMemory(raw []byte) memory {
	if len(raw) < len(memoryHead) || string(raw[:len(memoryHead)]) != memoryHead {
		return nil
	}
	m := memory{}
	const fixed = 32 + 32 + 4*8
	for raw = raw[len(memoryHead):]; len(raw) > 0; raw = raw[fixed:] {
		size, n := binary.Uvarint(raw)
		if n <= 0 || size > uint64(len(raw)-n) || uint64(len(raw)-n)-size < fixed {
			return nil
		}
		path := string(raw[n : n+int(size)])
		raw = raw[n+int(size):]
		number := func(i int) uint64 { return binary.LittleEndian.Uint64(raw[64+8*i:]) }
		m[path] = seen{
			key: [32]byte(raw), sum: [32]byte(raw[32:]),
			Stamp: cache.Stamp{Size: int64(number(0)), Modified: int64(number(1)), Changed: int64(number(2)), Number: number(3)},
		}
	}
	return m
}

// stands tells whether the file at path is the one that was seen.
func (r *run) stands(path string, s seen) bool {
	info, err := os.Lstat(filepath.Join(r.target, filepath.FromSlash(path)))
	return err == nil && info.Mode().IsRegular() && cache.StampOf(info) == s.Stamp
}

// Stands tells whether a folder is as the run left it that gave the memory:
// each of its files, untouched, and no others of ours.
func Stands(dir string, memory []byte, jobs int) bool {
	known := decodeMemory(memory)
	target, err := resolve(dir)
	if err != nil || len(known) == 0 {
		return false
	}
	r := &run{Options: Options{Jobs: max(jobs, 1)}, target: target, known: known}
	for path := range known {
		r.files = append(r.files, File{Path: path})
	}
	if r.leftover() {
		return false
	}
	var changed atomic.Bool
	r.eachFile(func(i int) {
		path := r.files[i].Path
		if !changed.Load() && !r.stands(path, known[path]) {
			changed.Store(true)
		}
	})
	return !changed.Load()
}
