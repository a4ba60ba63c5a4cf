package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdownMark are the bytes without which a text has no marks of Markdown.
var markdownMark = [256]bool{'*': true, '_': true, '`': true, '[': true, ']': true, '#': true, '<': true, '>': true, '\\': true, '!': true}

// unmarked leaves out the marks of Markdown: emphasis, code, links, headings,
// quotation and list marks, backslashes. The words stay as they are.
func unmarked(text string) string {
	at := 0
	for at < len(text) && !markdownMark[text[at]] {
		at++
	}
	if at == len(text) {
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
		case '[':
			if label, end := linkAt(text, i); end > 0 {
				b.WriteString(unmarked(label))
				i = end
				continue
			}
			if strings.IndexByte(text[i:], ']') < 0 { // the rest of the link was cut away
				i++
				continue
			}
		case ']':
			if n := linkEnd(text[i:]); n > 0 {
				i += n
				continue
			}
		case '<':
			if n := tagAt(text[i:]); n > 0 {
				i += n
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

// linkEnd gives the length of "](address)", the end of a link of which the
// beginning was cut away; 0 where there is none.
func linkEnd(text string) int {
	if !strings.HasPrefix(text, "](") {
		return 0
	}
	window := text[:min(len(text), 2000)]
	return strings.IndexByte(window, ')') + 1
}

// tagAt gives the length of a tag or a comment of HTML; 0 where there is none.
func tagAt(text string) int {
	if len(text) < 3 || text[1] != '/' && text[1] != '!' && (text[1]|0x20 < 'a' || text[1]|0x20 > 'z') {
		return 0
	}
	window := text[:min(len(text), 2000)]
	end := strings.IndexByte(window, '>')
	if strings.HasPrefix(text, "<!--") {
		if end = strings.Index(window, "-->"); end >= 0 {
			end += len("-->") - 1
		}
	} else if end >= 0 && (strings.Contains(window[:end], "://") && !strings.ContainsAny(window[:end], " =") || strings.Contains(window[:end], "\n\n")) {
		return 0 // an address in angle brackets; no tag at all
	}
	return end + 1
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
