package extract

import "encoding/binary"

// table finds the entries of words in lower case: a hash table that is made
// once and never changes, probed with the hash that folding a word gives.
type table struct {
	slots []slot // a power of two, half of them empty
}

type slot struct {
	hash uint64
	word string
	e    *entry
}

func newTable(words map[string]*entry) table {
	size := 16
	for size < 2*len(words) {
		size *= 2
	}
	t := table{make([]slot, size)}
	var f folded
	for word, e := range words {
		if !f.fold(word) {
			continue // found by the map
		}
		i := f.hash
		for t.slots[i&uint64(size-1)].e != nil {
			i++
		}
		t.slots[i&uint64(size-1)] = slot{f.hash, word, e}
	}
	return t
}

// find gives the entry of a folded word, nil where there is none.
func (t *table) find(f *folded) *entry {
	mask := uint64(len(t.slots) - 1)
	for i := f.hash; ; i++ {
		s := &t.slots[i&mask]
		if s.e == nil {
			return nil
		}
		if s.hash == f.hash && s.word == string(f.letters[:f.n]) {
			return s.e
		}
	}
}

// folded is a word in lower case with a hash of it.
type folded struct {
	letters [48]byte
	n       int
	hash    uint64
}

// fold takes a word up and tells that it is short and of ASCII alone. Of
// any other word there is the hash alone, ASCII letters in lower case.
func (f *folded) fold(word string) bool {
	const ones = 0x0101010101010101
	plain := len(word) <= len(f.letters)
	f.n = len(word)
	h := uint64(len(word))
	var high uint64
	for len(word) > 0 {
		var x uint64
		if len(word) >= 8 {
			x = uint64(word[0]) | uint64(word[1])<<8 | uint64(word[2])<<16 | uint64(word[3])<<24 |
				uint64(word[4])<<32 | uint64(word[5])<<40 | uint64(word[6])<<48 | uint64(word[7])<<56
		} else {
			for i := len(word) - 1; i >= 0; i-- {
				x = x<<8 | uint64(word[i])
			}
		}
		// eight letters at once: those from A to Z get the bit of small letters
		low := x & (0x7f * ones)
		capital := (low + (0x80-'A')*ones) &^ (low + (0x80-'Z'-1)*ones) &^ x & (0x80 * ones)
		high |= x & (0x80 * ones)
		x |= capital >> 2
		if plain {
			binary.LittleEndian.PutUint64(f.letters[f.n-len(word):], x)
		}
		h = (h ^ x) * 0x9e3779b97f4a7c15
		h ^= h >> 29
		word = word[min(8, len(word)):]
	}
	f.hash = h
	return plain && high == 0
}
