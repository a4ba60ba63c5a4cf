package publish

import (
	"bufio"
	"encoding/binary"
	"os"
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
	if stamp, ok := r.stage.stamp(recordName); ok {
		writeSeen(w, recordName, seen{Stamp: stamp})
	}
	stamps := make([]cache.Stamp, min(stampedAtOnce, len(r.files)))
	for at := 0; at < len(r.files); at += len(stamps) {
		stamps = stamps[:min(len(stamps), len(r.files)-at)]
		each(len(stamps), r.Jobs, func(i int) { stamps[i], _ = r.stage.stamp(r.files[at+i].Path) })
		for i, stamp := range stamps {
			if stamp != (cache.Stamp{}) { // that is no file's
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
	m := memory{}
	if !readMemory(raw, func(path string, s seen) { m[path] = s }) {
		return nil
	}
	return m
}

// readMemory gives the files of a memory, one after the other, as they were
// written; false where it is none.
func readMemory(raw []byte, take func(path string, s seen)) bool {
	if len(raw) < len(memoryHead) || string(raw[:len(memoryHead)]) != memoryHead {
		return false
	}
	const fixed = 32 + 32 + 4*8
	for raw = raw[len(memoryHead):]; len(raw) > 0; raw = raw[fixed:] {
		size, n := binary.Uvarint(raw)
		if n <= 0 || size > uint64(len(raw)-n) || uint64(len(raw)-n)-size < fixed {
			return false
		}
		path := string(raw[n : n+int(size)])
		raw = raw[n+int(size):]
		number := func(i int) uint64 { return binary.LittleEndian.Uint64(raw[64+8*i:]) }
		take(path, seen{
			key: [32]byte(raw), sum: [32]byte(raw[32:]),
			Stamp: cache.Stamp{Size: int64(number(0)), Modified: int64(number(1)), Changed: int64(number(2)), Number: number(3)},
		})
	}
	return true
}

// Stands tells whether a folder is as the run left it that gave the memory:
// each of its files, untouched, and no others of ours.
func Stands(dir string, memory []byte, jobs int) bool {
	var paths []string
	var stamps []cache.Stamp
	known := readMemory(memory, func(path string, s seen) {
		paths, stamps = append(paths, path), append(stamps, s.Stamp)
	})
	target, err := resolve(dir)
	if err != nil || !known || len(paths) == 0 {
		return false
	}
	r := &run{Options: Options{Jobs: max(jobs, 1)}, target: target}
	if r.leftover() {
		return false
	}
	root, err := os.OpenRoot(target)
	if err != nil {
		return false
	}
	r.stage = &stage{root: root, into: "."}
	defer root.Close()
	defer r.stage.letGo()
	var changed atomic.Bool
	each(len(paths), r.Jobs, func(i int) {
		if !changed.Load() && !r.stands(paths[i], stamps[i]) {
			changed.Store(true)
		}
	})
	return !changed.Load()
}

// stands tells whether the file at path is the one that had the stamp.
func (r *run) stands(path string, stamp cache.Stamp) bool {
	now, ok := r.stage.stamp(path)
	return ok && now == stamp
}
