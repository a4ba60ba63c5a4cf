package review

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// match tries a phrase whose anchor is the token at.
func (f *finder) match(text string, p *pattern, at int) (first, last int, ok bool) {
	if slices.ContainsFunc(p.elems[:p.anchor], func(e elem) bool { return e.class == gap }) {
		return f.matchAround(text, p, at)
	}
	first = at
	for i := p.anchor - 1; i >= 0; i-- {
		first--
		if first < 0 || !f.is(text, first, &p.elems[i]) || !f.joined(text, first) {
			return 0, 0, false
		}
	}
	if e := &p.elems[p.anchor]; e.class != literal && e.class != oneOf && !f.is(text, at, e) {
		return 0, 0, false
	}
	last, ok = f.matchRest(text, p.elems[p.anchor+1:], at)
	return first, last, ok
}

// matchAround tries a phrase with a gap before its anchor, from its beginning.
func (f *finder) matchAround(text string, p *pattern, at int) (first, last int, ok bool) {
	for first = at - p.anchor + 1; first >= 0 && first >= at-p.anchor-maxGap; first-- {
		if f.is(text, first, &p.elems[0]) {
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
	if at+1 >= len(f.tokens) || !f.joined(text, at) || !f.is(text, at+1, &rest[0]) {
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
func (f *finder) is(text string, i int, e *elem) bool {
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
	case literal:
		return isWord(word, e.word)
	}
	low := lowered(word)
	switch e.class {
	case oneOf:
		return slices.Contains(e.among.words, low) ||
			slices.ContainsFunc(e.among.kinds, func(c class) bool { return f.is(text, i, &elem{class: c}) })
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

// lowered gives a word in lower case, with plain apostrophes.
func lowered(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return strings.ToLower(strings.ReplaceAll(word, "’", "'"))
		}
	}
	return strings.ToLower(word)
}

// isWord tells that a word is low but for its case and apostrophes.
func isWord(word, low string) bool {
	for i := range len(word) {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return lowered(word) == low
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		if i >= len(low) || low[i] != c {
			return false
		}
	}
	return len(word) == len(low)
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
	n := numerals[age]
	if age != "" && age[0] <= '9' { // of any other word, the error alone would take its room
		if told, err := strconv.Atoi(age); err == nil {
			n = told
		}
	}
	return n > 0 && n < 18
}
