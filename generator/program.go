package generator

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"sync"
)

// programHash gives a hash of the running program: of the build ID that Go's
// linker wrote into it, which is a hash of all that it was built from; of its
// bytes where there is none.
var programHash = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("finding the program: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("reading the program: %w", err)
	}
	defer file.Close()
	h := sha256.New()
	if id := buildID(file); id != nil {
		h.Write(id)
	} else if _, err := io.Copy(h, io.NewSectionReader(file, 0, 1<<62)); err != nil {
		return "", fmt.Errorf("reading the program: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
})

const (
	// headOfProgram is how far into an ELF file the linker's notes stand.
	headOfProgram = 16 << 10
	// A build ID has four parts, parted by slashes: the last is a hash of the
	// program itself. A shorter one was given by hand, and may be that of another.
	partsOfID, leastID, mostID = 4, 40, 256
)

// buildID gives the Go build ID of an ELF program, or nil where there is any
// doubt about it.
func buildID(program io.ReaderAt) []byte {
	head := make([]byte, headOfProgram)
	n, _ := program.ReadAt(head, 0)
	head = head[:n]
	if !bytes.HasPrefix(head, []byte("\x7fELF")) {
		return nil
	}
	// A note: the length of its name and of its text, its kind, its name, its text.
	at := bytes.Index(head, []byte("\x04\x00\x00\x00Go\x00\x00"))
	if at < 8 || binary.LittleEndian.Uint32(head[at-8:]) != 4 {
		return nil
	}
	size := int(binary.LittleEndian.Uint32(head[at-4:]))
	id := head[at+8:]
	if size < leastID || size > mostID || size > len(id) {
		return nil
	}
	if id = id[:size]; bytes.Count(id, []byte("/")) != partsOfID-1 {
		return nil
	}
	return id
}
