package prose

import (
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
