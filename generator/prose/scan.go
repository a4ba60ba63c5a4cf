package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner reads the bytes once and makes the tokens.
type scanner struct {
	src      string
	lang     *Language
	markdown bool
	quoted   bool // the paragraph at hand is a quotation of Markdown
	pos      int
	tokens   []Token
	// breaks holds the index of the first token of each paragraph, headings
	// whether that paragraph is marked as a heading.
	breaks   []int32
	headings []bool
	// marks holds the indexes of the quotation marks, stops those of the stops.
	marks, stops []int32
	// spaced is Spaced where white space stands before the position.
	spaced Flags
}

// class of a byte; those beyond ASCII are other.
const (
	other = iota
	letter
	digit
	space
)

var ascii = func() (t [256]uint8) {
	for c := range utf8.RuneSelf {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			t[c] = letter
		case c >= '0' && c <= '9':
			t[c] = digit
		case c == ' ' || c >= '\t' && c <= '\r':
			t[c] = space
		}
	}
	return t
}()

func (s *scanner) scan() {
	s.paragraph()
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		if ascii[c] == letter {
			s.word()
			continue
		}
		if c < utf8.RuneSelf {
			switch ascii[c] {
			case space:
				if next := s.pos + 1; c == ' ' && next < len(s.src) && ascii[s.src[next]] != space {
					s.pos, s.spaced = next, Spaced
					continue
				}
				s.white()
			case digit:
				s.number()
			default:
				s.mark(c)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s.src[s.pos:])
		switch {
		case r == utf8.RuneError && size <= 1:
			s.emit(Symbol, 0, s.pos+1)
		case unicode.IsLetter(r):
			s.word()
		case unicode.IsSpace(r):
			if r == 0x2029 { // U+2028 parts lines, not paragraphs
				s.pos += size
				s.paragraph()
				continue
			}
			s.pos += size
			s.spaced = Spaced
		case unicode.IsDigit(r):
			s.number()
		default:
			s.foreignMark(r, size)
		}
	}
}

// white passes over white space; an empty line, or a line that begins a list,
// begins a paragraph.
func (s *scanner) white() {
	lines := 0
	for s.pos < len(s.src) && ascii[s.src[s.pos]] == space {
		if s.src[s.pos] == '\n' {
			lines++
		}
		s.pos++
	}
	s.spaced = Spaced
	if lines == 1 && s.quotedOn() {
		return
	}
	if lines > 1 || lines == 1 && (s.listAhead() || s.titleBefore()) {
		s.paragraph()
	}
}

// quotedOn passes over the mark of a quotation's next line ("> ") where the
// paragraph at hand is one too and goes on.
func (s *scanner) quotedOn() bool {
	if !s.markdown || !s.quoted || s.pos >= len(s.src) || s.src[s.pos] != '>' {
		return false
	}
	at := s.pos + 1
	for at < len(s.src) && s.src[at] == ' ' {
		at++
	}
	if at >= len(s.src) || s.src[at] == '\n' || s.src[at] == '>' || s.src[at] == '#' {
		return false
	}
	s.pos = at
	return !s.listAhead()
}

// titleBefore tells that the text so far is one short line without a full
// stop and that a capital follows: a title on the first line, and not a
// sentence whose lines are wrapped.
func (s *scanner) titleBefore() bool {
	if len(s.breaks) != 1 || len(s.tokens) == 0 || len(s.stops) > 0 || s.pos > 122 || s.pos >= len(s.src) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.src[s.pos:])
	return (unicode.IsUpper(r) || r == '"' || r == '“') && !s.wrapped()
}

// wrapped tells that the first line was broken because its next word would not
// have fitted into the width of the lines below it. Plain text has three such
// lines at least; in Markdown a lone line end is never more than a space.
func (s *scanner) wrapped() bool {
	first := strings.TrimSpace(s.src[:s.pos])
	rest, _, _ := strings.Cut(s.src[s.pos:], "\n\n")
	width, lines := utf8.RuneCountInString(first), 1
	for line := range strings.Lines(rest) {
		if line = strings.TrimSpace(line); line == "" {
			break
		}
		width = max(width, utf8.RuneCountInString(line))
		lines++
	}
	word := rest
	if at := strings.IndexFunc(rest, unicode.IsSpace); at >= 0 {
		word = rest[:at]
	}
	return (s.markdown || lines > 2) && utf8.RuneCountInString(first)+1+utf8.RuneCountInString(word) > width
}

// listAhead tells that a list's mark stands at the position.
func (s *scanner) listAhead() bool {
	rest := s.src[s.pos:]
	for _, mark := range [...]string{"- ", "* ", "• ", "– "} {
		if len(rest) > len(mark) && rest[:len(mark)] == mark {
			return true
		}
	}
	return s.markdown && len(rest) > 0 && (rest[0] == '#' || rest[0] == '>')
}

// paragraph begins a paragraph and passes over its leading marks.
func (s *scanner) paragraph() {
	n := int32(len(s.tokens))
	s.quoted = false
	heading := s.leading()
	if k := len(s.breaks); k > 0 && s.breaks[k-1] == n {
		s.headings[k-1] = heading
	} else {
		s.breaks = append(s.breaks, n)
		s.headings = append(s.headings, heading)
	}
	s.spaced = Spaced
}

// emit appends a token from the position to end and moves there.
func (s *scanner) emit(kind Kind, mark byte, end int) *Token {
	if len(s.tokens) == cap(s.tokens) {
		s.grow()
	}
	t := s.next()
	t.Start, t.End, t.Kind, t.Mark, t.Depth, t.Flags, t.Hash = int32(s.pos), int32(end), kind, mark, 0, s.spaced, 0
	s.spaced, s.pos = 0, end
	return t
}

// next takes one more token, of which all is to be set; there must be room for it.
func (s *scanner) next() *Token {
	n := len(s.tokens)
	s.tokens = s.tokens[:n+1]
	return &s.tokens[n]
}

// grow makes room for more tokens. It stays a call of its own, so that nothing is
// kept for it on the way of a word.
//
//go:noinline
func (s *scanner) grow() { s.tokens = slices.Grow(s.tokens, len(s.tokens)+8) }

// stop appends what ends sentences.
func (s *scanner) stop(mark byte, end int) {
	s.stops = append(s.stops, int32(len(s.tokens)))
	s.emit(Stop, mark, end)
}

// quote appends a quotation mark; what it is is settled with the quotations.
func (s *scanner) quote(kind Kind, mark byte, end int) {
	s.marks = append(s.marks, int32(len(s.tokens)))
	s.emit(kind, mark, end)
}
