package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark reads an ASCII mark at the position.
func (s *scanner) mark(c byte) {
	if s.markdown && ofMarkdown[c] && s.passOver(c) {
		return
	}
	switch c {
	case ',', ';', ':', '(', ')', '[', ']':
		s.emit(Punct, c, s.pos+1)
	case '.', '!', '?':
		end := s.pos + 1
		for end < len(s.src) && (s.src[end] == '.' || s.src[end] == '!' || s.src[end] == '?') {
			end++
		}
		s.stop(c, end)
	case '"', '\'':
		s.quote(Open, c, s.pos+1) // settled with the quotations
	case '-':
		end := s.pos + 1
		for end < len(s.src) && s.src[end] == '-' {
			end++
		}
		s.emit(Dash, '-', end)
	default:
		s.emit(Symbol, c, s.pos+1)
	}
}

// foreignMark reads a mark beyond ASCII.
func (s *scanner) foreignMark(r rune, size int) {
	end := s.pos + size
	switch r {
	case '“', '«', '„', '‟':
		s.quote(Open, '"', end)
	case '”', '»':
		s.quote(Close, '"', end)
	case '‘', '‚', '‹', '‛':
		s.quote(Open, '\'', end)
	case '’', '›':
		s.quote(Close, '\'', end)
	case '–', '—', '―', '−', '‒':
		s.emit(Dash, '-', end)
	case '…', '。', '؟', '۔', '।':
		s.stop('.', end)
	case '،', '、':
		s.emit(Punct, ',', end)
	default:
		if unicode.Is(unicode.Cf, r) || unicode.IsMark(r) || r == 0xfeff {
			s.pos = end // shows nothing
			return
		}
		s.emit(Symbol, 0, end)
	}
}

// leading passes over what marks a paragraph's kind at its start: the marks of
// lists, and of Markdown those of headings and quotations. It tells of headings.
func (s *scanner) leading() (heading bool) {
	for s.pos < len(s.src) {
		rest := s.src[s.pos:]
		c := rest[0]
		switch {
		case c < utf8.RuneSelf && ascii[c] == space && c != '\n':
			s.pos++
		case strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "* "):
			s.pos += 2
		case strings.HasPrefix(rest, "• "):
			s.pos += len("• ")
		case s.markdown && c == '>':
			s.pos++
			s.quoted = true
		case s.markdown && c == '#':
			s.pos++
			heading = true
		default:
			return heading
		}
	}
	return heading
}

// ofMarkdown are the bytes that may be marks of Markdown.
var ofMarkdown = [256]bool{'*': true, '_': true, '`': true, '~': true, '|': true, '=': true, '\\': true, '!': true, '[': true, ']': true, '<': true, '-': true}

// passOver moves over a mark of Markdown and tells that it did.
func (s *scanner) passOver(c byte) bool {
	rest := s.src[s.pos:]
	switch c {
	case '*', '_', '`', '~', '|', '=':
		s.pos++
		return true
	case '\\':
		s.pos++
		return true
	case '!':
		if strings.HasPrefix(rest, "![") {
			s.pos++
			return true
		}
	case '[':
		if end := near(rest, ']'); end > 0 && end+1 < len(rest) && (rest[end+1] == '(' || rest[end+1] == '[') {
			s.pos++
			return true
		}
	case ']':
		if len(rest) > 1 && rest[1] == '(' {
			if end := near(rest, ')'); end > 0 {
				s.pos += end + 1
				return true
			}
		}
		if len(rest) > 1 && rest[1] == '[' {
			if end := near(rest[1:], ']'); end > 0 {
				s.pos += end + 2
				return true
			}
		}
	case '<':
		if end := near(rest, '>'); end > 0 {
			s.pos += end + 1
			s.spaced = Spaced
			return true
		}
	case '-':
		if strings.HasPrefix(rest, "---") && (s.pos == 0 || s.src[s.pos-1] == '\n') {
			for s.pos < len(s.src) && s.src[s.pos] == '-' {
				s.pos++
			}
			return true
		}
	}
	return false
}

// near finds a byte within the next few hundred, on the same paragraph: far
// enough for an address, near enough to keep the time linear.
func near(text string, c byte) int {
	text = text[:min(len(text), 400)]
	if end := strings.Index(text, "\n\n"); end >= 0 {
		text = text[:end]
	}
	return strings.IndexByte(text, c)
}

// abbreviation tells that the full stop at end belongs to the word before it:
// a known abbreviation, an initial, an acronym with full stops.
func (s *scanner) abbreviation(start, end, letters, uppers int) bool {
	word := s.src[start:end]
	initial := letters == 1 && uppers == 1
	acronym := uppers == letters && strings.IndexByte(word, '.') > 0
	if !initial && !acronym {
		return s.shortened(start, end, uppers)
	}
	// "C. J. Cole" goes on, "plan B. The …" does not
	next := end + 1
	for next < len(s.src) && s.src[next] == ' ' {
		next++
	}
	last := next
	for last < len(s.src) {
		w, _, _ := s.letterAt(last)
		if w == 0 {
			break
		}
		last += w
		if last-next > 16 {
			break
		}
	}
	if last == next {
		return acronym && next < len(s.src) && s.src[next] != '\n'
	}
	r, _ := utf8.DecodeRuneInString(s.src[next:])
	if !unicode.IsUpper(r) {
		return true
	}
	if last < len(s.src) && s.src[last] == '.' && utf8.RuneCountInString(s.src[next:last]) == 1 {
		return true // "B. A. Cole": A is no article
	}
	return !s.known(s.src[next:last], s.lang.Starters)
}

// shortened tells that a word is one that is known to end with a full stop.
func (s *scanner) shortened(start, end, uppers int) bool {
	word := s.src[start:end]
	if len(word) > 11 || end+1 >= len(s.src) {
		return false
	}
	return s.known(word, s.lang.Abbreviations) || uppers == 1 && s.known(word, s.lang.ShortNames) && s.nameAt(end+2)
}

// nameAt tells that a word with a capital stands at i that can be a name.
func (s *scanner) nameAt(i int) bool {
	_, upper, _ := s.letterAt(i)
	end := i
	for w := 1; w > 0 && end-i < 24; end += w {
		w, _, _ = s.letterAt(end)
	}
	return upper && !s.known(s.src[i:end], s.lang.Starters)
}

// known looks a word up in lower case.
func (s *scanner) known(word string, list map[string]bool) bool {
	var buf [24]byte
	if len(word) > len(buf) {
		return false
	}
	n := copy(buf[:], word)
	for i := range n {
		if buf[i] >= 'A' && buf[i] <= 'Z' {
			buf[i] += 'a' - 'A'
		}
	}
	return list[string(buf[:n])]
}
