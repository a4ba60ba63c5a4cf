package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// ID is the digits of a claim's id.
type ID [12]byte

// MakeID gives the claim's id, as IDOf makes it.
func MakeID(c *Flat) string {
	id := IDOf(c)
	return string(id[:])
}

// IDOf makes the claim's id: twelve hexadecimal digits of a hash of its
// article, type, key, status, speaker and words. Offsets are not part of it, so
// a paragraph put in above changes nothing; nor are dates, which a better rule
// may read differently from the same words. One sentence can state a thing in
// one voice and deny it in another: hence the status and the speaker.
func IDOf(c *Flat) (id ID) {
	var room [1024]byte // enough for nearly all, so that nothing is allocated but the id
	b := room[:0]
	for _, part := range [...]string{c.Article, c.Type.String(), c.Subject, c.Role, c.Org, c.Object, c.Place,
		c.Action.String(), c.Status.String(), c.By} {
		b = append(b, part...)
		b = append(b, 0)
	}
	b = append(appendFolded(b, c.Quote), 0)
	sum := sha256.Sum256(b)
	hex.Encode(id[:], sum[:len(id)/2])
	return id
}

// appendFolded appends the text with one space for each run of white space,
// none at its ends.
func appendFolded(dst []byte, text string) []byte {
	begin := len(dst)
	n := folded(text)
	dst = append(dst, text[:n]...)
	for i := n; i < len(text); {
		from, size := i, 0 // of the word, of the white space behind it
		for i < len(text) {
			if text[i] > ' ' && text[i] < utf8.RuneSelf {
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				size = n
				break
			}
			i += n
		}
		if i > from {
			if len(dst) > begin {
				dst = append(dst, ' ')
			}
			dst = append(dst, text[from:i]...)
		}
		i += size
	}
	return dst
}

// folded tells how far a text is ASCII words with one space between each two, up
// to the end of a word: nearly always all of it.
func folded(text string) int {
	i, end := evenly(text)
	for ; i < len(text); i++ {
		if c := text[i]; c > ' ' && c < utf8.RuneSelf {
			continue
		} else if c != ' ' || i == end+1 {
			return max(end, 0)
		}
		end = i
	}
	if end == len(text)-1 {
		return max(end, 0)
	}
	return len(text)
}

// evenly passes over eight bytes at once while there is nothing to fold in them;
// end is the last space before i, -1 for none.
func evenly(text string) (i, end int) {
	const (
		ones  = 0x0101010101010101
		lows  = 0x7f * ones
		highs = 0x80 * ones
	)
	end = -1
	for ; i+8 <= len(text); i += 8 {
		w := text[i : i+8]
		x := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		odd := (^(x&lows + (0x80-' ')*ones) | x) & highs // below a space, beyond ASCII
		spaces := ^(x&lows ^ ' '*ones + lows) & highs
		if odd != 0 || spaces&(spaces<<8) != 0 || spaces&0x80 != 0 && i == end+1 {
			break
		}
		if spaces != 0 {
			end = i + 7 - bits.LeadingZeros64(spaces)/8
		}
	}
	return i, end
}
