package cache

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

type name struct {
	kind [kindSize]byte
	key  Key
}

type place struct {
	offset int64 // of the block's header
	size   int32 // of the value
	used   bool  // by this run
}

// spot is where a block stands that is not on the disk.
type spot struct {
	chunk, start int // of the block's header
	size         int // of the value
}

// readIndex adds the blocks from offset on to index and gives the end of the
// last whole one; what is known to be used stays so. Values are not read: Get
// checks them.
func readIndex(file *os.File, offset int64, index map[name]place) int64 {
	info, err := file.Stat()
	if err != nil {
		return offset
	}
	var header [headerSize]byte
	known := len(index) > 0
	for {
		if _, err := file.ReadAt(header[:], offset); err != nil {
			return offset
		}
		size := int64(binary.LittleEndian.Uint32(header[:]))
		if size > maxValue || offset+headerSize+size > info.Size() {
			return offset
		}
		n := headerName(header)
		index[n] = place{offset, int32(size), known && index[n].used}
		offset += headerSize + size
	}
}

func headerName(header [headerSize]byte) name {
	return name{[kindSize]byte(header[8:16]), Key(header[16:48])}
}

func makeName(kind string, key Key) name {
	if len(kind) > kindSize {
		panic("cache: the kind " + kind + " is too long")
	}
	n := name{key: key}
	copy(n.kind[:], kind)
	return n
}

// readBlock reads one value and holds it against its header.
func readBlock(file *os.File, n name, at place) ([]byte, bool) {
	block := make([]byte, headerSize+int(at.size))
	if _, err := file.ReadAt(block, at.offset); err != nil {
		return nil, false
	}
	header := [headerSize]byte(block)
	sum := crc32.Checksum(block[8:], castagnoli)
	if headerName(header) != n || binary.LittleEndian.Uint32(header[4:]) != sum {
		return nil, false
	}
	return block[headerSize:], true
}

func compareNames(a, b name) int {
	if order := bytes.Compare(a.kind[:], b.kind[:]); order != 0 {
		return order
	}
	return bytes.Compare(a.key[:], b.key[:])
}

func appendBlock(blocks []byte, n name, value []byte) []byte {
	start := len(blocks)
	blocks = binary.LittleEndian.AppendUint32(blocks, uint32(len(value)))
	blocks = append(blocks, 0, 0, 0, 0)
	blocks = append(blocks, n.kind[:]...)
	blocks = append(blocks, n.key[:]...)
	blocks = append(blocks, value...)
	binary.LittleEndian.PutUint32(blocks[start+4:], crc32.Checksum(blocks[start+8:], castagnoli))
	return blocks
}
