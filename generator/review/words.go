package review

import (
	"slices"
	"strconv"
	"strings"
)

// The lists of sensitive words hold a phrase a line. Besides plain words, which
// match in any case, and words with a capital, which match as they are, a
// phrase may have
//
//	<his>     his, her, their, my … or a name with 's
//	<be>      is, was, were, being …
//	<have>    has, had, have …
//	<name>    a word with a capital
//	<number>  a number
//	<minor>   a number below 18; also <minor>-year-old
//	..        up to two words
//	a|b       one of several words
//
//	*itis     a word with this ending
//
// A phrase that begins with "!" tells of a person whatever stands beside it;
// one that begins with "~" does so only in an event of a person's life, where a
// word is enough to ask an editor first.

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

// pattern is one phrase.
type pattern struct {
	list   string
	elems  []elem
	anchor int // the element by which it is found
	sure   bool
	event  bool
}

type elem struct {
	word  string   // as it must stand: in lower case, or with its capital
	words []string // or one of these
	kinds []class  // or a word of one of these classes
	class class
}

type class uint8

const (
	literal class = iota
	cased
	his
	be
	have
	name
	number
	minor
	gap
	oneOf
)

var classes = map[string]class{"<his>": his, "<be>": be, "<have>": have, "<name>": name, "<number>": number, "<minor>": minor, "..": gap}

// maxGap is how many words ".." can stand for.
const maxGap = 2

// words finds the phrases of several lists in one pass over a text.
type words struct {
	byWord  map[string][]pattern
	minors  []pattern // found by their number
	endings []suffix
	// marked and ends have the words by which phrases are found, and the ends
	// of words in endings.
	marked, ends bits

	bodies, posts, groups map[string]bool
	manys                 map[string]bool // what has something and is no person: a country, a council
}

// suffix is the ending of words that tell something by it alone.
type suffix struct {
	text    string
	pattern pattern
}

// plain are the lists that are no phrases to find, but nouns that say of what
// kind a phrase is.
const (
	listBodies = "bodies"
	listPosts  = "posts"
	listGroups = "groups"
	listExcept = "except"
	listMany   = "many"
)

// newWords reads lists by their names ("health"), each a phrase a line.
func newWords(lists map[string][]string) *words {
	w := &words{byWord: map[string][]pattern{}}
	names := make([]string, 0, len(lists))
	for name := range lists {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch name {
		case listBodies:
			w.bodies = setOf(lists[name])
		case listPosts:
			w.posts = setOf(lists[name])
		case listGroups:
			w.groups = setOf(lists[name])
		case listMany:
			w.manys = setOf(lists[name])
		default:
			for _, line := range lists[name] {
				w.add(name, line)
			}
		}
	}
	return w
}

func setOf(lines []string) map[string]bool {
	set := make(map[string]bool, len(lines))
	for _, line := range lines {
		set[line] = true
	}
	return set
}

func (w *words) add(list, line string) {
	p := pattern{list: list, anchor: -1}
	line, p.sure = strings.CutPrefix(line, "!")
	line, p.event = strings.CutPrefix(line, "~")
	if ending, ok := strings.CutPrefix(line, "*"); ok {
		w.endings = append(w.endings, suffix{strings.TrimSpace(ending), p})
		w.markEnd(ending)
		return
	}
	for text := range strings.FieldsSeq(strings.ReplaceAll(line, "’", "'")) {
		e := elem{word: text}
		if c, ok := classes[text]; ok {
			e.class = c
		} else if suffix, ok := strings.CutPrefix(text, "<minor>"); ok {
			e.class, e.word = minor, suffix
		} else if strings.Contains(text, "|") {
			e.class = oneOf
			for word := range strings.SplitSeq(text, "|") {
				if c, ok := classes[word]; ok {
					e.kinds = append(e.kinds, c)
				} else {
					e.words = append(e.words, word)
				}
			}
		} else if strings.ToLower(text) != text {
			e.class = cased
		}
		if e.class == minor && e.word == "<minor>" {
			e.word = ""
		}
		p.elems = append(p.elems, e)
	}
	if len(p.elems) == 0 {
		return
	}
	p.sure = p.sure || p.elems[0].class == his
	p.anchor = rarest(p.elems)
	if p.anchor < 0 {
		p.anchor = 0
		if p.elems[0].class == minor {
			w.minors = append(w.minors, p)
			for word := range numerals {
				w.mark(word)
			}
		}
		return
	}
	words := p.elems[p.anchor].words
	if words == nil {
		words = []string{strings.ToLower(p.elems[p.anchor].word)}
	}
	for _, word := range words {
		w.byWord[word] = append(w.byWord[word], p)
		w.mark(word)
	}
}

// rarest gives the element by which a phrase is found: words that are rare; -1
// where it has only classes of words.
func rarest(elems []elem) int {
	best, least := -1, 0
	for i, e := range elems {
		cost := 0
		switch {
		case e.class == literal || e.class == cased:
			cost = commonness(strings.ToLower(e.word))
		case e.class == oneOf && e.kinds == nil:
			for _, word := range e.words {
				cost += commonness(word)
			}
		default:
			continue
		}
		if best < 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
}

func commonness(word string) int {
	if function[word] || beForms[word] || haveForms[word] || possessive[word] || between[word] || pronouns[word] || person[word] {
		return 100
	}
	return 1
}

// mark notes that a word can be in a phrase.
func (w *words) mark(word string) {
	h := uint32(hashBasis)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	setBit(&w.marked, h)
}

// markEnd notes an ending by its last four letters.
func (w *words) markEnd(ending string) {
	var key uint32
	for _, c := range []byte(ending[max(0, len(ending)-4):]) {
		key = key<<8 | uint32(c)
	}
	setBit(&w.ends, key*hashPrime)
}

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
		if n := wordByte(text, i); n == 0 {
			i++
			continue
		}
		i = f.read(text, i)
	}
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

// match tries a phrase whose anchor is the token at.
func (f *finder) match(text string, p pattern, at int) (first, last int, ok bool) {
	if slices.ContainsFunc(p.elems[:p.anchor], func(e elem) bool { return e.class == gap }) {
		return f.matchAround(text, p, at)
	}
	first = at
	for i := p.anchor - 1; i >= 0; i-- {
		first--
		if first < 0 || !f.is(text, first, p.elems[i]) || !f.joined(text, first) {
			return 0, 0, false
		}
	}
	if e := p.elems[p.anchor]; e.class != literal && e.class != oneOf && !f.is(text, at, e) {
		return 0, 0, false
	}
	last, ok = f.matchRest(text, p.elems[p.anchor+1:], at)
	return first, last, ok
}

// matchAround tries a phrase with a gap before its anchor, from its beginning.
func (f *finder) matchAround(text string, p pattern, at int) (first, last int, ok bool) {
	for first = at - p.anchor + 1; first >= 0 && first >= at-p.anchor-maxGap; first-- {
		if f.is(text, first, p.elems[0]) {
			if last, ok = f.matchRest(text, p.elems[1:], first); ok && last >= at {
				return first, last, true
			}
		}
	}
	return 0, 0, false
}

func (f *finder) matchRest(text string, rest []elem, at int) (last int, ok bool) {
	if len(rest) == 0 {
		return at, true
	}
	if rest[0].class == gap {
		for skip := range maxGap + 1 {
			if at+skip >= len(f.tokens) || skip > 0 && !f.joined(text, at+skip-1) {
				return 0, false
			}
			if last, ok := f.matchRest(text, rest[1:], at+skip); ok {
				return last, true
			}
		}
		return 0, false
	}
	if at+1 >= len(f.tokens) || !f.joined(text, at) || !f.is(text, at+1, rest[0]) {
		return 0, false
	}
	return f.matchRest(text, rest[1:], at+1)
}

// joined tells that nothing but space stands between a token and the next.
func (f *finder) joined(text string, i int) bool {
	if i+1 >= len(f.tokens) {
		return false
	}
	for _, r := range text[f.tokens[i].end:f.tokens[i+1].start] {
		if r != ' ' && r != '\n' && r != '\t' && r != 0xa0 {
			return false
		}
	}
	return true
}

// is tells that a token fits an element of a phrase.
func (f *finder) is(text string, i int, e elem) bool {
	word := text[f.tokens[i].start:f.tokens[i].end]
	switch e.class {
	case cased:
		return word == e.word
	case name:
		return isCapital(word) && !function[strings.ToLower(word)]
	case number:
		return '0' <= word[0] && word[0] <= '9'
	case minor:
		return isMinor(strings.ToLower(word), e.word)
	}
	low := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	switch e.class {
	case literal:
		return low == e.word
	case oneOf:
		return slices.Contains(e.words, low) ||
			slices.ContainsFunc(e.kinds, func(c class) bool { return f.is(text, i, elem{class: c}) })
	case his:
		return possessive[low] || len(low) > 3 && strings.HasSuffix(low, "'s") && !contracted[low] && !f.manys[low[:len(low)-2]] ||
			strings.HasSuffix(low, "s'") && isCapital(word)
	case be:
		return beForms[low]
	case have:
		return haveForms[low]
	}
	return false
}

var (
	possessive = setOf([]string{"his", "her", "their", "my", "your", "whose"})
	contracted = setOf([]string{"it's", "he's", "she's", "that's", "there's", "what's", "who's", "let's", "here's", "where's"})
	beForms    = setOf([]string{"is", "are", "am", "was", "were", "be", "been", "being", "he's", "she's", "i'm"})
	haveForms  = setOf([]string{"has", "have", "had", "having", "he'd", "she'd", "i've"})
	numerals   = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
		"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
		"seventeen": 17}
)

// isMinor tells that a word is an age below 18, with a suffix ("-year-old").
func isMinor(word, suffix string) bool {
	age, ok := strings.CutSuffix(word, suffix)
	if !ok {
		return false
	}
	n, err := strconv.Atoi(age)
	if err != nil {
		n = numerals[age]
	}
	return n > 0 && n < 18
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
