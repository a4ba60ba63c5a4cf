package extract

import (
	"encoding/binary"
	"strings"

	"profilegen/generator/prose"
)

// table finds the entries of words in lower case: hash tables that do not change
// once the lexicon is made, probed with the hash of a word.
type table struct {
	// brief has the words of eight letters or fewer, each of which has a hash of
	// its own. Both are a power of two, at least half of it empty.
	brief []briefSlot
	long  []longSlot
	// briefs and longs are how many words are there.
	briefs, longs int
}

type briefSlot struct {
	hash uint64
	e    *entry
}

// at gives the hash by which a slot's place is found, and tells that it is taken.
func (s briefSlot) at() (hash uint64, taken bool) { return s.hash, s.e != nil }

type longSlot struct {
	briefSlot
	word string
}

// newTable makes a table for about so many words, most of which are brief.
func newTable(words int) table {
	return table{brief: make([]briefSlot, slotsFor(words*2/3)), long: make([]longSlot, slotsFor(words/3))}
}

// slotsFor gives how many slots so many words take.
func slotsFor(words int) int {
	size := 16
	for size < 2*words {
		size *= 2
	}
	return size
}

// put adds a word that is not there.
func (t *table) put(f *folded, word string, e *entry) {
	s := briefSlot{f.hash, e}
	if f.n > 8 {
		t.longs++
		t.long = withRoom(t.long, t.longs)
		place(t.long, longSlot{s, word})
		return
	}
	t.briefs++
	t.brief = withRoom(t.brief, t.briefs)
	place(t.brief, s)
}

// slot is one of either kind.
type slot interface {
	at() (hash uint64, taken bool)
}

// withRoom gives the slots, or twice as many, so that at least half stay empty of
// so many words.
func withRoom[S slot](slots []S, words int) []S {
	if 2*words <= len(slots) {
		return slots
	}
	more := make([]S, 2*len(slots))
	for _, s := range slots {
		if _, taken := s.at(); taken {
			place(more, s)
		}
	}
	return more
}

// place puts a slot where it is looked for.
func place[S slot](slots []S, s S) {
	mask := uint64(len(slots) - 1)
	hash, _ := s.at()
	for i := hash & mask; ; i = (i + 1) & mask {
		if _, taken := slots[i].at(); !taken {
			slots[i] = s
			return
		}
	}
}

// find gives the entry of a folded word, nil where there is none.
func (t *table) find(f *folded) *entry {
	if f.n <= 8 {
		return t.short(f.hash)
	}
	mask := uint64(len(t.long) - 1)
	for i := f.hash & mask; ; i = (i + 1) & mask {
		if s := &t.long[i]; s.e == nil || s.hash == f.hash && s.word == string(f.letters[:f.n]) {
			return s.e
		}
	}
}

// short is find for a word of eight letters or fewer, which has a hash of its own.
func (t *table) short(hash uint64) *entry {
	mask := uint64(len(t.brief) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &t.brief[i]; s.e == nil || s.hash == hash {
			return s.e
		}
	}
}

// longer is find for a word of more letters, all of ASCII, behind which a full stop
// may stand.
func (t *table) longer(hash uint64, word string) *entry {
	word = strings.TrimSuffix(word, ".")
	if len(word) <= 8 {
		return t.short(hash)
	}
	mask := uint64(len(t.long) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &t.long[i]; s.e == nil || s.hash == hash && sameLetters(s.word, word) {
			return s.e
		}
	}
}

// sameLetters tells that a word of more than eight letters, all of ASCII, is
// another one in lower case.
func sameLetters(lower, word string) bool {
	if len(lower) != len(word) {
		return false
	}
	for len(word) > 8 {
		if eight(word)|smalls != eight(lower) {
			return false
		}
		n := min(8, len(word)-8) // the last eight may overlap
		lower, word = lower[n:], word[n:]
	}
	return eight(word)|smalls == eight(lower)
}

// folded is a word in lower case with a hash of it.
type folded struct {
	letters [48]byte // of a word of more than eight letters
	n       int
	hash    uint64
	capital bool // it has one, as it is written
}

const (
	ones   = 0x0101010101010101
	highs  = 0x80 * ones
	smalls = 0x20 * ones // what makes a small letter of a capital
)

// lowered gives eight letters at once in lower case: those from A to Z get the bit
// of small letters.
func lowered(x uint64) uint64 {
	low := x & (0x7f * ones)
	capital := (low + (0x80-'A')*ones) &^ (low + (0x80-'Z'-1)*ones) &^ x & highs
	return x | capital>>2
}

// fold takes a word up and tells that it is short and of ASCII alone. Of
// any other word there is the hash alone, ASCII letters in lower case.
func (f *folded) fold(word string) bool {
	n := len(word)
	f.n, f.hash = n, uint64(n)
	kept := n > 8 && n <= len(f.letters)
	high, capitals, at := uint64(0), uint64(0), 0
	for ; at+8 <= n; at += 8 {
		x := eight(word[at : at+8])
		low := lowered(x)
		high, capitals = high|x, capitals|x^low
		f.hash = prose.Mix(f.hash, low)
		if kept {
			binary.LittleEndian.PutUint64(f.letters[at:], low)
		}
	}
	if at < n {
		x := under(word[at:])
		low := lowered(x)
		high, capitals = high|x, capitals|x^low
		f.hash = prose.Mix(f.hash, low)
		if kept {
			binary.LittleEndian.PutUint64(f.letters[at:], low)
		}
	}
	f.capital = capitals != 0
	return high&highs == 0 && n <= len(f.letters)
}

// eight gives the first eight bytes of a word as one number.
func eight(w string) uint64 {
	_ = w[7]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
		uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
}

// under gives a word of fewer than eight bytes as one number: its ends are read,
// which overlap.
func under(w string) uint64 {
	n := len(w)
	switch {
	case n >= 4:
		return four(w) | four(w[n-4:])<<(8*(n-4))
	case n == 0:
		return 0
	}
	return uint64(w[0]) | uint64(w[n/2])<<(8*(n/2)) | uint64(w[n-1])<<(8*(n-1))
}

func four(w string) uint64 {
	_ = w[3]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24
}
