package extract

import (
	"hash/maphash"
	"unicode"
	"unicode/utf8"
)

// nameTable finds the names of an article by their words in lower case. Its room
// is used again for the next article.
type nameTable struct {
	seed maphash.Seed
	// slots are a power of two, half of them empty (0): the place of a name among
	// the names, counted from 1.
	slots []int32
	// keys has the words of one name after the other, ends where each one's end.
	keys []byte
	ends []int32
	// hashes are those of the names, for growing.
	hashes []uint64
}

// empty makes the table ready for the next article.
func (t *nameTable) empty() {
	if t.slots == nil {
		t.seed, t.slots = maphash.MakeSeed(), make([]int32, 64)
	}
	t.slots = t.slots[:64]
	clear(t.slots)
	t.keys, t.ends, t.hashes = t.keys[:0], t.ends[:0], t.hashes[:0]
}

// slot gives the slot of the name with these words, an empty one where there is no
// such name, and their hash.
func (t *nameTable) slot(key []byte) (slot, hash uint64) {
	hash = maphash.Bytes(t.seed, key)
	mask := uint64(len(t.slots) - 1)
	i := hash & mask
	for ; t.slots[i] != 0; i = (i + 1) & mask {
		if id := t.slots[i] - 1; t.hashes[id] == hash && string(t.key(id)) == string(key) {
			break
		}
	}
	return i, hash
}

// place gives the place of the name with these words, and whether it is a new one.
func (t *nameTable) place(key []byte) (id int32, isNew bool) {
	i, hash := t.slot(key)
	if t.slots[i] != 0 {
		return t.slots[i] - 1, false
	}
	id = int32(len(t.ends))
	t.keys = append(t.keys, key...)
	t.ends, t.hashes = append(t.ends, int32(len(t.keys))), append(t.hashes, hash)
	t.slots[i] = id + 1
	if 2*len(t.ends) > len(t.slots) {
		t.grow()
	}
	return id, true
}

func (t *nameTable) key(id int32) []byte {
	from := int32(0)
	if id > 0 {
		from = t.ends[id-1]
	}
	return t.keys[from:t.ends[id]]
}

// grow doubles the slots.
func (t *nameTable) grow() {
	size := 2 * len(t.slots)
	if cap(t.slots) < size {
		t.slots = make([]int32, size)
	} else {
		t.slots = t.slots[:size]
		clear(t.slots)
	}
	mask := uint64(size - 1)
	for id, hash := range t.hashes {
		i := hash & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = int32(id) + 1
	}
}

// orgTable finds the organisations of an article by their keys.
type orgTable struct {
	keys nameTable
	who  []int32 // of each key
}

func (t *orgTable) empty() {
	t.keys.empty()
	t.who = t.who[:0]
}

// find gives the organisation of a key; false for none.
func (t *orgTable) find(key []byte) (id int32, ok bool) {
	i, _ := t.keys.slot(key)
	if at := t.keys.slots[i]; at != 0 {
		return t.who[at-1], true
	}
	return 0, false
}

// put gives a key to an organisation, also where another one has it.
func (t *orgTable) put(key []byte, id int32) {
	at, isNew := t.keys.place(key)
	if isNew {
		t.who = append(t.who, id)
	}
	t.who[at] = id
}

// offer gives a key to an organisation where none has it.
func (t *orgTable) offer(key []byte, id int32) {
	if _, isNew := t.keys.place(key); isNew {
		t.who = append(t.who, id)
	}
}

// nextWord cuts the first word off a text; "" where there is none.
func nextWord(text string) (word, rest string) {
	for i := 0; i < len(text); {
		if c := text[i]; c > ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		n := spaceAt(text, i)
		if n == 0 {
			i++
			continue
		}
		if i > 0 {
			return text[:i], text[i+n:]
		}
		text = text[n:] // and i stays 0
	}
	return text, ""
}

// spaceAt gives the width of the white space at i; 0 where there is none.
func spaceAt(text string, i int) int {
	if r, n := utf8.DecodeRuneInString(text[i:]); unicode.IsSpace(r) {
		return n
	}
	return 0
}
