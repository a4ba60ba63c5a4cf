package publish

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The record stands in the output folder and lists what is ours: a heading,
// then for each file by path its SHA-256, its size in bytes and its path. Paths
// with a control character or a quotation mark are quoted as in Go.
const (
	recordName = ".profilegen-record"
	recordHead = "profilegen wrote these files: SHA-256, bytes, path\n"
)

// entry is what the record says of a file.
type entry struct {
	size int64
	sum  [32]byte
}

type record map[string]entry

var errRecord = errors.New("it is damaged")

// readRecord reads the record of an output folder.
func readRecord(root *os.Root) (record, error) {
	if info, err := root.Lstat(recordName); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errRecord
	}
	raw, err := root.ReadFile(recordName)
	if err != nil {
		return nil, err
	}
	return parseRecord(raw)
}

func parseRecord(raw []byte) (record, error) {
	body, ok := bytes.CutPrefix(raw, []byte(recordHead))
	if !ok {
		return nil, errRecord
	}
	r := make(record, bytes.Count(body, []byte("\n")))
	text := string(body)
	for line := range strings.Lines(text) {
		line, ended := strings.CutSuffix(line, "\n")
		sum, rest, ok1 := strings.Cut(line, " ")
		size, path, ok2 := strings.Cut(rest, " ")
		var e entry
		n, err1 := hex.Decode(e.sum[:], []byte(sum[:min(len(sum), 64)]))
		var err2, err3 error
		e.size, err2 = strconv.ParseInt(size, 10, 64)
		if strings.HasPrefix(path, `"`) {
			path, err3 = strconv.Unquote(path)
		}
		if !ended || !ok1 || !ok2 || n != 32 || len(sum) != 64 || err1 != nil || err2 != nil || err3 != nil ||
			!fs.ValidPath(path) || !filepath.IsLocal(filepath.FromSlash(path)) {
			return nil, errRecord
		}
		r[path] = e
	}
	return r, nil
}

// writeRecord writes a record; its entries come by path.
func writeRecord(to io.Writer, entries iter.Seq2[string, entry]) error {
	w := bufio.NewWriterSize(to, 32<<10)
	w.WriteString(recordHead)
	for path, e := range entries {
		b := hex.AppendEncode(w.AvailableBuffer(), e.sum[:])
		b = append(b, ' ')
		b = strconv.AppendInt(b, e.size, 10)
		b = append(b, ' ')
		if strings.ContainsFunc(path, func(c rune) bool { return c < ' ' || c == 0x7f || c == '"' || c == '�' }) {
			b = strconv.AppendQuote(b, path)
		} else {
			b = append(b, path...)
		}
		w.Write(append(b, '\n'))
	}
	return w.Flush()
}

// folders gives the folders that hold a file of the record, at any depth.
func (r record) folders() map[string]bool {
	found := map[string]bool{}
	for path := range r {
		for at := strings.LastIndexByte(path, '/'); at > 0; at = strings.LastIndexByte(path[:at], '/') {
			if found[path[:at]] {
				break
			}
			found[path[:at]] = true
		}
	}
	return found
}
