package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unmarked leaves out the marks of Markdown: emphasis, code, links, headings,
// quotation and list marks, backslashes. The words stay as they are.
func unmarked(text string) string {
	if !strings.ContainsAny(text, "*_`[#>\\!") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	lineStart := true
	for i := 0; i < len(text); {
		c := text[i]
		if lineStart {
			if n := blockMark(text[i:]); n > 0 {
				i += n
				lineStart = false
				continue
			}
		}
		lineStart = c == '\n'
		switch c {
		case '\\':
			if i+1 < len(text) && strings.IndexByte("\\`*_{}[]()#+-.!>~|", text[i+1]) >= 0 {
				b.WriteByte(text[i+1])
				i += 2
				continue
			}
		case '*', '`':
			if !between(text, i) {
				i++
				continue
			}
		case '_':
			if !insideWord(text, i) {
				i++
				continue
			}
		case '!':
			if i+1 < len(text) && text[i+1] == '[' {
				i++
				continue
			}
		case '[', ']':
			if label, end := linkAt(text, i); end > 0 {
				b.WriteString(unmarked(label))
				i = end
				continue
			}
		}
		b.WriteByte(c)
		i++
	}
	return b.String()
}

// blockMark gives the length of a heading's or quotation's mark at the start of
// a line; list marks need the text before them and stay.
func blockMark(line string) int {
	n := 0
	for n < len(line) && (line[n] == '#' || line[n] == '>') {
		n++
	}
	if n == 0 || n < len(line) && line[n] != ' ' && line[0] == '#' {
		return 0
	}
	if n < len(line) && line[n] == ' ' {
		n++
	}
	return n
}

// linkAt reads "[label](address)" at i: the label and where the link ends; 0
// where there is none. At most 2,000 bytes are looked at.
func linkAt(text string, i int) (string, int) {
	if text[i] != '[' {
		return "", 0
	}
	window := text[i:min(len(text), i+2000)]
	middle := strings.Index(window, "](")
	if middle < 0 || strings.Contains(window[1:middle], "[") {
		return "", 0
	}
	end := strings.IndexByte(window[middle:], ')')
	if end < 0 {
		return "", 0
	}
	return window[1:middle], i + middle + end + 1
}

// insideWord tells whether letters or digits stand on both sides of i.
func insideWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }
	return word(before) && word(after)
}

// between tells whether white space stands on both sides of i: "5 * 3".
func between(text string, i int) bool {
	return i > 0 && i+1 < len(text) && text[i-1] == ' ' && text[i+1] == ' '
}
