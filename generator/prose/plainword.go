package prose

import (
	"math/bits"
	"unicode/utf8"
)

// Most words are of a few letters of ASCII: eight bytes are looked at at once.

const (
	ones   = 0x0101010101010101
	highs  = 0x80 * ones
	smalls = 0x20 * ones // what makes a small letter of a capital
)

// eight gives the first eight bytes of a text as one number.
func eight(w string) uint64 {
	_ = w[7]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
		uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
}

// lettersOf tells with how many letters of ASCII eight bytes begin; mask has all bits
// of them, capitals the bit of small letters of each that is a letter without it.
func lettersOf(x uint64) (n int, mask, capitals uint64) {
	small := x&^highs | smalls
	are := (small + (0x80-'a')*ones) &^ (small + (0x80-'z'-1)*ones) &^ x & highs
	others := are ^ highs
	mask = (others&-others)>>7 - 1 // below the first of the others
	return bits.TrailingZeros64(others) / 8, mask, are >> 2 &^ x & mask
}

// letters gives the end of the run of ASCII letters at i, and how many of them are
// capitals.
func (s *scanner) letters(i int) (end, capitals int) {
	for i+8 <= len(s.src) {
		n, _, big := lettersOf(eight(s.src[i:]))
		capitals += bits.OnesCount64(big)
		i += n
		if n < 8 {
			return i, capitals
		}
	}
	for i < len(s.src) && ascii[s.src[i]] == letter {
		if s.src[i] <= 'Z' {
			capitals++
		}
		i++
	}
	return i, capitals
}

// bare are the bytes that end a word and say nothing of it.
var bare = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = ascii[c] != letter && ascii[c] != digit && c != '-' && c != '&' && c != '.' && c != '\''
	}
	return t
}()

// word reads a word from the position: nearly always eight letters of ASCII or
// fewer, small ones behind the first, which are looked at together.
func (s *scanner) word() {
	if len(s.tokens) == cap(s.tokens) {
		s.grow()
	}
	src, from := s.src, s.pos
	if from+10 > len(src) {
		s.longWord()
		return
	}
	x := eight(src[from : from+8])
	n, mask, capitals := lettersOf(x)
	end := from + n
	if n == 0 || !bare[src[end]] || capitals > 0x20 && capitals != smalls&mask {
		s.longWord()
		return
	}
	flags := s.spaced
	if capitals == 0x20 {
		flags |= Capital
	} else if capitals != 0 {
		flags |= Capital | Capitals
	}
	t := s.next()
	t.Start, t.End, t.Kind, t.Mark, t.Depth, t.Flags = int32(from), int32(end), Word, 0, 0, flags
	t.Hash = Mix(uint64(n), (x|smalls)&mask)
	s.spaced, s.pos = 0, end
	if src[end] == ' ' && ascii[src[end+1]] != space {
		s.spaced, s.pos = Spaced, end+1
	}
}

// longWord reads a word of any number of letters of ASCII alone, behind which a full
// stop may stand.
func (s *scanner) longWord() {
	from := s.pos
	end, capitals := s.letters(from)
	small := s.src[from] > 'Z'
	stopped := end-from > 1 && end+1 < len(s.src) && s.src[end] == '.' && bare[s.src[end+1]] && !(small && capitals > 0)
	if end == from || end < len(s.src) && !bare[s.src[end]] && !stopped {
		s.anyWord()
		return
	}
	t := s.emit(Word, 0, end)
	t.Hash = hash(s.src[from:end])
	if !small {
		t.Flags |= Capital
		if capitals > 1 && capitals == end-from {
			t.Flags |= Capitals
		}
	} else if capitals == 1 && s.prefixed(from) {
		t.Flags |= Capital
	}
	if stopped && s.shortened(from, end, capitals) {
		s.abbreviate(t)
	}
}

// hash gives the hash of a word of ASCII letters alone.
func hash(word string) uint64 {
	h := uint64(len(word))
	for ; len(word) >= 8; word = word[8:] {
		h = Mix(h, eight(word)|smalls)
	}
	if len(word) == 0 {
		return h
	}
	x := uint64(0)
	for i := range len(word) {
		x |= uint64(word[i]|0x20) << (8 * i)
	}
	return Mix(h, x)
}
