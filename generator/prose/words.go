package prose

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// letterAt gives the width of the letter (or combining mark, or joiner) at i; 0
// where there is none.
func (s *scanner) letterAt(i int) (width int, upper, lower bool) {
	if i >= len(s.src) {
		return 0, false, false
	}
	c := s.src[i]
	if c < utf8.RuneSelf {
		if ascii[c] == letter {
			return 1, c <= 'Z', c >= 'a'
		}
		return 0, false, false
	}
	r, size := utf8.DecodeRuneInString(s.src[i:])
	switch {
	case r == utf8.RuneError && size <= 1:
		return 0, false, false
	case unicode.IsLetter(r):
		return size, unicode.IsUpper(r), unicode.IsLower(r)
	case unicode.IsMark(r) || r == 0x200c || r == 0x200d || r == 0xad:
		return size, false, false
	}
	return 0, false, false
}

// apostropheAt gives the width of an apostrophe (straight or curly) at i.
func (s *scanner) apostropheAt(i int) int {
	switch {
	case i < len(s.src) && s.src[i] == '\'':
		return 1
	case i+2 < len(s.src) && s.src[i:i+3] == "’":
		return 3
	}
	return 0
}

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

// prefixed tells that the word at i is a name with a small prefix: kaRoe, al-Roe,
// d'Roe.
func (s *scanner) prefixed(i int) bool {
	end := i
	for end < len(s.src) && end-i < 5 && s.src[end] >= 'a' && s.src[end] <= 'z' {
		end++
	}
	next := end
	if next < len(s.src) && s.src[next] == '-' {
		next++
	} else {
		next += s.apostropheAt(next)
	}
	_, upper, _ := s.letterAt(next)
	return upper && s.known(s.src[i:end], s.lang.NamePrefixes)
}

// anyWord reads a word from the position: letters, and between letters hyphens,
// apostrophes, digits and full stops (U.S., bbc.co.uk).
func (s *scanner) anyWord() {
	i := s.pos
	letters, uppers, lowers := 0, 0, 0
	first := false
	plain := true
	for i < len(s.src) {
		from := i
		for i < len(s.src) && ascii[s.src[i]] == letter {
			if s.src[i] <= 'Z' {
				uppers++
				lowers--
			}
			i++
		}
		if i > from {
			first = first || letters == 0 && s.src[from] <= 'Z'
			letters += i - from
			lowers += i - from
			if i == len(s.src) || s.src[i] == ' ' {
				break
			}
		}
		if s.src[i] >= utf8.RuneSelf {
			if w, up, low := s.letterAt(i); w > 0 {
				if letters == 0 {
					first = up
				}
				letters++
				if up {
					uppers++
				}
				if low {
					lowers++
				}
				plain = false
				i += w
				continue
			}
		}
		c := s.src[i]
		switch {
		case ascii[c] == digit:
			i++
		case c == '-' || c == '&':
			if !s.partAt(i + 1) {
				goto done
			}
			i++
		case c == '.':
			if s.hyphened(s.pos, i, letters) { // "J.-F."
				i += 2
				continue
			}
			// between letters: an address or an acronym, not a sentence's end
			if w, up, _ := s.letterAt(i + 1); w == 0 || up && lowers > 0 {
				goto done
			}
			i++
		default:
			w := s.apostropheAt(i)
			if w == 0 || s.genitiveAt(i) > 0 {
				goto done
			}
			if lw, _, _ := s.letterAt(i + w); lw == 0 {
				goto done
			}
			if w > 1 {
				plain = false
			}
			i += w
		}
	}
done:
	start := s.pos
	t := s.emit(Word, 0, i)
	if first || uppers > 0 && lowers > 0 && s.prefixed(start) {
		t.Flags |= Capital
	}
	if uppers > 1 && lowers == 0 {
		t.Flags |= Capitals
	}
	if !plain {
		t.Flags |= NonASCII
	} else if letters == i-start {
		t.Hash = hash(s.src[start:i])
	}
	if i < len(s.src) && s.src[i] == '.' && s.abbreviation(start, i, letters, uppers) {
		s.abbreviate(t)
		return
	}
	if g := s.genitiveAt(i); g > 0 {
		s.emit(Genitive, '\'', i+g)
	}
}

// abbreviate takes the full stop at the position into the word before it.
func (s *scanner) abbreviate(t *Token) {
	t.End++
	s.pos++
	if g := s.genitiveAt(s.pos); g > 0 {
		s.emit(Genitive, '\'', s.pos+g)
	}
}

// hyphened tells of two initials that a hyphen joins: the stop at i stands behind
// the one capital that began at from.
func (s *scanner) hyphened(from, i, letters int) bool {
	if letters != 1 || i+3 >= len(s.src) || s.src[i+1] != '-' {
		return false
	}
	_, upper, _ := s.letterAt(from)
	w, next, _ := s.letterAt(i + 2)
	return upper && next && i+2+w < len(s.src) && s.src[i+2+w] == '.'
}

// partAt tells that a letter or a digit stands at i.
func (s *scanner) partAt(i int) bool {
	if i < len(s.src) && s.src[i] < utf8.RuneSelf {
		return ascii[s.src[i]] == letter || ascii[s.src[i]] == digit
	}
	w, _, _ := s.letterAt(i)
	return w > 0
}

// genitiveAt gives the width of a genitive at i: an apostrophe and the language's
// letters that end the word. The ' alone after an s is settled with the quotations.
func (s *scanner) genitiveAt(i int) int {
	w, n := s.apostropheAt(i), len(s.lang.Genitive)
	if w == 0 || n == 0 || i+w+n > len(s.src) || !strings.EqualFold(s.src[i+w:i+w+n], s.lang.Genitive) {
		return 0
	}
	if lw, _, _ := s.letterAt(i + w + n); lw > 0 {
		return 0
	}
	return w + n
}

// number reads digits with the marks between digits and the letters after
// them: 12,500, 16.1, 1980s, 3rd, 19-strong.
func (s *scanner) number() {
	i := s.pos
	for i < len(s.src) {
		c := s.src[i]
		if ascii[c] == digit {
			i++
			continue
		}
		if w, _, _ := s.letterAt(i); w > 0 {
			i += w
			continue
		}
		if c >= utf8.RuneSelf {
			if r, size := utf8.DecodeRuneInString(s.src[i:]); unicode.IsDigit(r) {
				i += size
				continue
			}
			break
		}
		next := i+1 < len(s.src) && s.src[i+1] < utf8.RuneSelf && ascii[s.src[i+1]] == digit
		if (c == ',' || c == '.' || c == '/' || c == ':') && next || c == '-' && s.partAt(i+1) {
			i++
			continue
		}
		break
	}
	s.emit(Number, 0, i)
	if g := s.genitiveAt(i); g > 0 {
		s.emit(Genitive, '\'', i+g)
	}
}
