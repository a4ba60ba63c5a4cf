package generator

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/fxamacker/cbor/v2"

	"profilegen/generator/cache"
	"profilegen/generator/content"
	"profilegen/generator/extract"
)

// openCache opens the cache for the first run.
func (p *Pipeline) openCache() {
	if p.NoCache || p.cache != nil {
		return
	}
	p.cache = cache.Open(p.cacheFolder(), p.program[:16])
}

// storedFile is a parsed file as the cache holds it.
type storedFile struct {
	Document content.Document
	Text     [32]byte
}

// codec writes dates as text; everything else is plain data.
var codec = sync.OnceValues(func() (cbor.EncMode, cbor.DecMode) {
	write, err1 := cbor.EncOptions{TextMarshaler: cbor.TextMarshalerTextString}.EncMode()
	read, err2 := cbor.DecOptions{TextUnmarshaler: cbor.TextUnmarshalerTextString, MaxArrayElements: 1 << 24, MaxMapPairs: 1 << 24}.DecMode()
	if err1 != nil || err2 != nil {
		panic(fmt.Sprint("setting up the cache's form: ", err1, err2))
	}
	return write, read
})

func (s *articles) fileKey(file string, hash [32]byte) cache.Key {
	c := s.coder()
	defer s.coders.Put(c)
	c.room = append(appendTexts(c.room[:0], file), hash[:]...)
	return sha256.Sum256(c.room)
}

// loadFile reads a parsed file from the cache.
func (s *articles) loadFile(file string, hash [32]byte) (fileMemory, bool) {
	raw, ok := s.p.cache.Get("file", s.fileKey(file, hash))
	if !ok {
		return fileMemory{}, false
	}
	stored, ok := decodeFile(raw)
	if !ok {
		return fileMemory{}, false
	}
	return fileMemory{hash: hash, document: stored.Document, text: stored.Text}, true
}

// saveFile writes a parsed file to the cache.
func (s *articles) saveFile(file string, f fileMemory) {
	if s.p.cache == nil {
		return
	}
	key := s.fileKey(file, f.hash)
	c := s.coder()
	defer s.coders.Put(c)
	if raw := c.encodeFile(storedFile{f.document, f.text}); raw != nil {
		s.p.cache.Put("file", key, raw)
	}
}

// loadResult reads from the cache what was extracted under a key.
func (s *articles) loadResult(key cache.Key) (*extract.Result, bool) {
	raw, ok := s.p.cache.Get("claims", key)
	if !ok {
		return nil, false
	}
	return s.decode(raw)
}

// letGo forgets what was read and extracted: the next run reads it from the cache.
// The hashes go to the inputs, which are sorted by path; only files that are not
// among them, because they came meanwhile, stay.
func (s *articles) letGo(inputs []input) {
	s.inputs = inputs
	files := map[string]fileMemory{}
	for file, f := range s.now.files {
		if in := s.inputOf(file); in != nil {
			in.Hash, in.read = f.hash, true
			in.Path = file // articles name it in the same memory
		} else {
			files[file] = f
		}
	}
	s.now, s.before, s.extractor = memory{files: files}, memory{}, nil
}

// inputOf gives the input that has the hash of a file, if one has.
func (s *articles) inputOf(file string) *input {
	i, found := slices.BinarySearchFunc(s.inputs, file, func(in input, file string) int { return strings.Compare(in.Path, file) })
	if !found {
		return nil
	}
	return &s.inputs[i]
}

// text reads an article's text again; it is empty where the file changed since
// it was read, or is gone.
func (s *articles) text(file string) (text string) {
	raw, err := s.p.root.ReadFile(file)
	if !s.isStill(file, raw, err) {
		return ""
	}
	if a, _ := content.ParseArticle(file, raw); a != nil {
		text = a.Text
	}
	return text
}

// isStill tells whether a file that is read again has the bytes that it was read
// as, and notes it where it has not.
func (s *articles) isStill(file string, raw []byte, err error) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	sum := sha256.Sum256(raw)
	if in := s.inputOf(file); in != nil {
		if err != nil || in.Hash != sum {
			in.Hash = [32]byte{} // no bytes have it
		}
		return in.Hash == sum
	}
	f := s.now.files[file]
	f.textless = err != nil || f.hash != sum
	s.now.files[file] = f
	return !f.textless
}

// used gives the hash of the bytes that a file was read as: the zero hash, which
// no bytes have, where its text was looked for in vain.
func (s *articles) used(file string) (hash [32]byte, ok bool) {
	f, ok := s.now.files[file]
	if f.textless {
		return hash, ok
	}
	return f.hash, ok
}
