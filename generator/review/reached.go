package review

import "strings"

// Lengths in digits of numbers to call: with a leading 0, where a date could
// have eight, and with a +.
const (
	minCall  = 9
	minPlus  = 7
	maxDigit = 15
)

// reached notes where somebody can be reached: an e-mail address, a telephone
// number written as it is dialled ("0301 555 0142", "+44 20 7946 0000").
func (f *finder) reached(text string) {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '@')
		if i < 0 {
			break
		}
		at += i + 1
		f.mailed(text, at-1)
	}
	for i := 0; i < len(f.tokens); i++ {
		if c := text[f.tokens[i].start]; c < '0' || c > '9' {
			continue
		}
		i = f.called(text, i)
	}
}

// mailed notes the e-mail address around an @.
func (f *finder) mailed(text string, sign int) {
	start, end := sign, sign+1
	for start > 0 && isMail(text[start-1]) {
		start--
	}
	for end < len(text) && isMail(text[end]) {
		end++
	}
	end = len(strings.TrimRight(text[:end], ".-"))
	if start == sign || end <= sign+1 || !strings.Contains(text[sign+1:end], ".") {
		return
	}
	f.hits = append(f.hits, hit{start: start, end: end, list: "address", sure: true, first: f.tokenAt(start)})
}

func isMail(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(".-_+%", c) >= 0
}

// tokenAt gives the token that begins at or after a place.
func (f *finder) tokenAt(start int) int {
	for i, t := range f.tokens {
		if t.end > start {
			return i
		}
	}
	return max(0, len(f.tokens)-1)
}

// called notes a telephone number that begins with a token, and gives its last
// token.
func (f *finder) called(text string, first int) int {
	t := f.tokens[first]
	digits, last := 0, first-1
	for i := first; i < len(f.tokens); i++ {
		n := allDigits(text[f.tokens[i].start:f.tokens[i].end])
		if n == 0 || i > first && !dialled(text[f.tokens[i-1].end:f.tokens[i].start]) {
			break
		}
		digits, last = digits+n, i
	}
	if last < first {
		return first
	}
	plus := t.start > 0 && text[t.start-1] == '+' && digits >= minPlus
	if (plus || text[t.start] == '0' && digits >= minCall) && digits <= maxDigit {
		f.hits = append(f.hits, hit{start: t.start, end: f.tokens[last].end, list: "address", sure: true, first: first})
	}
	return last
}

// allDigits gives the length of a word that has digits and hyphens alone; else 0.
func allDigits(word string) int {
	n := 0
	for i := range len(word) {
		switch c := word[i]; {
		case '0' <= c && c <= '9':
			n++
		case c != '-':
			return 0
		}
	}
	return n
}

// dialled tells of what stands between the parts of a telephone number.
func dialled(between string) bool {
	return len(between) <= 3 && strings.Trim(between, " \u00a0()-") == ""
}
