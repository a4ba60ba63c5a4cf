package publish

import (
	"encoding/binary"
	"maps"
	"os"
	"path/filepath"
	"slices"
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

// encode gives the memory as bytes, sorted by path.
func (m memory) encode() []byte {
	b := append(make([]byte, 0, len(m)*160), memoryHead...)
	for _, path := range slices.Sorted(maps.Keys(m)) {
		s := m[path]
		b = binary.AppendUvarint(b, uint64(len(path)))
		b = append(b, path...)
		b = append(b, s.key[:]...)
		b = append(b, s.sum[:]...)
		for _, n := range []uint64{uint64(s.Size), uint64(s.Modified), uint64(s.Changed), s.Number} {
			b = binary.LittleEndian.AppendUint64(b, n)
		}
	}
	return b
}

// decodeMemory reads what encode wrote; anything else is an empty memory.
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
