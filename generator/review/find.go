package review

import (
	"slices"
	"strings"
)

// hit is a phrase found in a text: where it stands, in bytes, and which list
// has it.
type hit struct {
	start, end int
	list       string
	sure       bool // it tells of a person whatever stands beside it
	event      bool // it counts only in an event
	first      int  // its first token
}

// token is a word of a text, in bytes.
type token struct{ start, end int }

// FNV-1a over the bytes of a word in lower case.
const (
	hashBasis = 2166136261
	hashPrime = 16777619
)

// bits is a set of hashes, which can hold one too many and none too few.
type bits [1 << 11]uint64

func setBit(b *bits, h uint32) {
	h ^= h >> 15
	b[h>>6&(1<<11-1)] |= 1 << (h & 63)
}

func hasBit(b *bits, h uint32) bool {
	h ^= h >> 15
	return b[h>>6&(1<<11-1)]&(1<<(h&63)) != 0
}

// finder looks for phrases; it keeps its buffers and is for one goroutine.
type finder struct {
	*words
	tokens []token
	maybe  []int // tokens that may be in a phrase
	lower  []byte
	hits   []hit
}

// find gives the phrases of a text that tell something of a person. The slice
// is the finder's own until the next call.
func (f *finder) find(text string) []hit {
	f.hits, f.tokens, f.maybe = f.hits[:0], f.tokens[:0], f.maybe[:0]
	for i := 0; i < len(text); {
		if text[i] == ' ' || wordByte(text, i) == 0 {
			i++
			continue
		}
		start := i
		if i = f.read(text, i); text[start] <= '9' {
			f.aged(text, i)
		}
	}
	f.reached(text)
	for _, at := range f.maybe {
		f.look(text, at)
	}
	if len(f.hits) == 0 {
		return nil
	}
	f.hits = slices.DeleteFunc(f.hits, func(h hit) bool { return h.list != listExcept && f.excepted(text, h) })
	f.hits = slices.DeleteFunc(f.hits, func(h hit) bool { return h.list == listExcept })
	return f.hits
}

// read takes in the word that begins at i, notes whether it may be in a phrase,
// and gives its end.
func (f *finder) read(text string, i int) int {
	start := i
	h, last := uint32(hashBasis), uint32(0)
	before, part := uint32(0), uint32(0) // the hashes of what stands before an apostrophe or a hyphen
	for {
		c := text[i]
		n := 1
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == ' ':
			return f.end(text, start, i, h, before, part, last)
		default:
			if n = wordByte(text, i); n == 0 {
				return f.end(text, start, i, h, before, part, last)
			}
			if c == '\'' || n == 3 && strings.HasPrefix(text[i:], "’") {
				before, c = h, '\''
			} else if c == '-' && part == 0 {
				part = h
			} else {
				for _, b := range []byte(text[i+1 : i+n]) {
					h, last = (h^uint32(c))*hashPrime, last<<8|uint32(c)
					c = b
				}
			}
		}
		h, last = (h^uint32(c))*hashPrime, last<<8|uint32(c)
		if i += n; i >= len(text) {
			return f.end(text, start, i, h, before, part, last)
		}
	}
}

func (f *finder) end(text string, start, end int, h, before, part, last uint32) int {
	f.tokens = append(f.tokens, token{start, end})
	digit := '0' <= text[start] && text[start] <= '9'
	if hasBit(&f.marked, h) || before != 0 && hasBit(&f.marked, before) || part != 0 && (digit || hasBit(&f.marked, part)) ||
		len(f.endings) > 0 && hasBit(&f.ends, last*hashPrime) {
		f.maybe = append(f.maybe, len(f.tokens)-1)
	}
	return end
}

// look tries the phrases and endings of a token.
func (f *finder) look(text string, at int) {
	t := f.tokens[at]
	f.lower = appendLower(f.lower[:0], text[t.start:t.end])
	for _, s := range f.endings {
		if len(f.lower) > len(s.text) && strings.HasSuffix(string(f.lower), s.text) {
			f.hits = append(f.hits, hit{start: t.start, end: t.end, list: s.pattern.list, event: s.pattern.event, first: at})
		}
	}
	list := f.byWord[string(f.lower)]
	if len(list) == 0 && genitive(f.lower) {
		list = f.byWord[string(f.lower[:len(f.lower)-2])]
	}
	if len(list) == 0 && slices.Contains(f.lower, '-') {
		list = f.minors
	}
	for _, p := range list {
		if first, last, ok := f.match(text, p, at); ok {
			f.hits = append(f.hits, hit{start: f.tokens[first].start, end: f.tokens[last].end, list: p.list,
				sure: p.sure, event: p.event, first: first})
		}
	}
}

// appendLower writes a word in lower case and with plain apostrophes.
func appendLower(out []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		case c == 0xe2 && strings.HasPrefix(word[i:], "’"):
			out = append(out, '\'')
			i += 2
		default:
			out = append(out, c)
		}
	}
	return out
}

func genitive(word []byte) bool {
	return len(word) > 3 && word[len(word)-2] == '\'' && word[len(word)-1] == 's'
}

func isCapital(word string) bool {
	c := word[0]
	return 'A' <= c && c <= 'Z' || c >= 0xc3 && strings.ToLower(word) != word
}

// tokens parts a text into words: letters and digits, with the hyphens and
// apostrophes inside them.
func tokens(text string, out []token) []token {
	for i := 0; i < len(text); {
		n := wordByte(text, i)
		if n == 0 {
			i++
			continue
		}
		start := i
		for n > 0 {
			i += n
			n = wordByte(text, i)
		}
		out = append(out, token{start, i})
	}
	return out
}

// wordByte gives the length of the character at i where it belongs to a word,
// else 0. Hyphens and apostrophes do between letters.
func wordByte(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch c := text[i]; {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return 1
	case c == '-', c == '\'':
		if i > 0 && i+1 < len(text) && isLetter(text[i-1]) && isLetter(text[i+1]) {
			return 1
		}
		return 0
	case c < 0xc3: // signs, no-break space, the middle of a character
		return 0
	case c < 0xe0:
		return min(2, len(text)-i)
	case c == 0xe2 && strings.HasPrefix(text[i:], "’"):
		if i > 0 && i+3 < len(text) && isLetter(text[i-1]) && isLetter(text[i+3]) {
			return 3
		}
		return 0
	case c == 0xe2 && i+1 < len(text) && (text[i+1] == 0x80 || text[i+1] == 0x81):
		return 0 // dashes, quotation marks, invisible characters
	case c < 0xf0:
		return min(3, len(text)-i)
	}
	return min(4, len(text)-i)
}

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80
}
