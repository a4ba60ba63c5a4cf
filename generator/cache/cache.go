// Package cache remembers results on disk, so that what was worked out once
// need not be worked out again.
//
// In go a kind, a key (a hash over everything that the result was made from)
// and the result's bytes; out come the same bytes, or nothing. It promises no
// more: a file that is missing, cut short or damaged, in whole or in part,
// yields fewer results and never wrong ones, so that the folder may be deleted
// at any time. Several builds may use one folder at once. The package knows
// nothing of what the bytes mean, and it is never needed for a right result.
package cache

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Key is a hash over everything that a result was made from.
type Key = [32]byte

// A pack file is a sequence of blocks: the header below, then the value.
//
//	0  4  length of the value in bytes
//	4  4  CRC-32C over the rest of the header and the value
//	8  8  kind, padded with zero bytes
//	16 32 key
const (
	headerSize = 48
	kindSize   = 8
	maxValue   = 1 << 30
	packSuffix = ".pack"
)

// Cache is one pack file, opened, and what this run added to it. It is safe
// for concurrent use. The nil Cache remembers nothing.
type Cache struct {
	dir, path string

	mu    sync.Mutex
	file  *os.File // nil where there is no pack yet
	index map[name]place
	end   int64         // of the last whole block
	added map[name]spot // not on the disk yet
	// chunks are the blocks of what was put and is not on the disk, size their
	// length in bytes; spare are chunks to be filled again.
	chunks, spare [][]byte
	size          int
}

// flushSize is how many bytes of results are held in memory before they are
// written.
const flushSize = 4 << 20

// chunkSize is how much of it is in one piece, in bytes.
const chunkSize = 256 << 10

// Open reads the index of the pack for a version in dir. A version stands for
// everything that may change what any result looks like (the program itself);
// packs of other versions are removed by Save. Where nothing can be read, the
// cache begins empty.
func Open(dir, version string) *Cache {
	c := &Cache{
		dir:   dir,
		path:  filepath.Join(dir, "results-"+version+packSuffix),
		index: map[name]place{},
		added: map[name]spot{},
	}
	file, err := os.Open(c.path)
	if err != nil {
		return c
	}
	c.file = file
	c.end = readIndex(file, 0, c.index)
	return c
}

// Empty tells that nothing is remembered yet.
func (c *Cache) Empty() bool {
	if c == nil {
		return true
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.index) == 0 && len(c.added) == 0
}

// Get gives what was put under kind and key, or false. The caller may keep the
// bytes but not change them.
func (c *Cache) Get(kind string, key Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	n := makeName(kind, key)
	c.mu.Lock()
	if in, fresh := c.added[n]; fresh {
		start := in.start + headerSize
		value := bytes.Clone(c.chunks[in.chunk][start : start+in.size])
		c.mu.Unlock()
		return value, true
	}
	at, known := c.index[n]
	if known {
		at.used = true
		c.index[n] = at
	}
	file := c.file
	c.mu.Unlock()
	if !known {
		return nil, false
	}
	value, ok := readBlock(file, n, at)
	c.mu.Lock()
	defer c.mu.Unlock()
	if !ok {
		delete(c.index, n)
		return nil, false
	}
	return value, true
}

// Put remembers a result; it is on the disk with the next Save at the latest.
// kind has at most eight bytes. Nothing of the value is kept but a copy.
func (c *Cache) Put(kind string, key Key, value []byte) {
	if c == nil || len(value) > maxValue {
		return
	}
	n := makeName(kind, key)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(n, value)
	if c.size > flushSize {
		_ = c.flush() // Save tells, if it still goes wrong then
	}
}

// Save writes what was put to the end of the pack. With trim, which is for a
// run that asked for everything that is still of use, the pack is written anew
// once more than half of it was not asked for.
func (c *Cache) Save(trim bool) error {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.flush(); err != nil {
		return err
	}
	c.spare = nil
	if wasted := c.end - c.usedSize(); trim && wasted > c.end/2 && wasted > 1<<20 {
		if err := c.rewrite(); err != nil {
			return fmt.Errorf("writing the cache anew: %w", err)
		}
	}
	return nil
}

// flush writes what was put and is not on the disk.
func (c *Cache) flush() error {
	if len(c.added) == 0 {
		return nil
	}
	if err := MakeDir(c.dir); err != nil {
		return err
	}
	if c.file == nil {
		c.removeOthers()
	}
	file, err := lockPack(c.path)
	if err != nil {
		return fmt.Errorf("opening the cache: %w", err)
	}
	var before map[name]place
	// Another build may have added to the pack, or written it anew, meanwhile.
	if !c.sameFile(file) {
		if c.file != nil {
			c.file.Close()
		}
		c.file, c.end = file, 0
		before = c.index
		c.index = map[name]place{}
	} else {
		defer file.Close()
	}
	defer unlockPack(file)
	c.end = readIndex(file, c.end, c.index)
	for n, at := range before {
		if now, still := c.index[n]; still {
			now.used = at.used
			c.index[n] = now
		}
	}
	if err := file.Truncate(c.end); err != nil { // drops a block that was cut short
		return fmt.Errorf("writing the cache: %w", err)
	}
	end, starts := c.end, make([]int64, len(c.chunks))
	for i, chunk := range c.chunks {
		if _, err := file.WriteAt(chunk, end); err != nil {
			return fmt.Errorf("writing the cache: %w", err)
		}
		starts[i] = end
		end += int64(len(chunk))
	}
	for n, in := range c.added {
		c.index[n] = place{starts[in.chunk] + int64(in.start), int32(in.size), true}
	}
	c.end, c.size = end, 0
	c.spare, c.chunks = append(c.spare, c.chunks...), nil
	clear(c.added)
	return nil
}

// add puts a block behind what else was put.
func (c *Cache) add(n name, value []byte) {
	size := headerSize + len(value)
	last := len(c.chunks) - 1
	if last < 0 || len(c.chunks[last])+size > cap(c.chunks[last]) {
		c.chunks = append(c.chunks, c.newChunk(size))
		last++
	}
	chunk := c.chunks[last]
	c.added[n] = spot{last, len(chunk), len(value)}
	c.chunks[last] = appendBlock(chunk, n, value)
	c.size += size
}

// newChunk gives an empty chunk with room for so many bytes.
func (c *Cache) newChunk(size int) []byte {
	if n := len(c.spare) - 1; n >= 0 && size <= cap(c.spare[n]) {
		chunk := c.spare[n]
		c.spare = c.spare[:n]
		return chunk[:0]
	}
	return make([]byte, 0, max(size, chunkSize))
}

func (c *Cache) usedSize() int64 {
	var size int64
	for _, at := range c.index {
		if at.used {
			size += headerSize + int64(at.size)
		}
	}
	return size
}

// sameFile tells whether file is the pack that this run reads from.
func (c *Cache) sameFile(file *os.File) bool {
	if c.file == nil {
		return false
	}
	mine, err1 := c.file.Stat()
	theirs, err2 := file.Stat()
	return err1 == nil && err2 == nil && os.SameFile(mine, theirs)
}

// rewrite puts a new pack in the place of the old one: what this run used.
// Blocks that another build adds at this moment are lost, and made again.
func (c *Cache) rewrite() error {
	next, err := os.CreateTemp(c.dir, "results-*.new")
	if err != nil {
		return err
	}
	defer os.Remove(next.Name()) // gone already where all went well
	defer next.Close()
	var used []name
	for n, at := range c.index {
		if at.used {
			used = append(used, n)
		}
	}
	slices.SortFunc(used, compareNames)
	for _, n := range used {
		at := c.index[n]
		if _, err := io.Copy(next, io.NewSectionReader(c.file, at.offset, headerSize+int64(at.size))); err != nil {
			return err
		}
	}
	return os.Rename(next.Name(), c.path)
}

// removeOthers deletes the packs of other versions and what a killed run left.
func (c *Cache) removeOthers() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(c.dir, e.Name())
		if strings.HasPrefix(e.Name(), "results-") && strings.HasSuffix(e.Name(), packSuffix) && path != c.path {
			os.Remove(path)
		}
	}
}

// Close lets go of the pack; what was put and not saved is lost.
func (c *Cache) Close() error {
	if c == nil || c.file == nil {
		return nil
	}
	return c.file.Close()
}
