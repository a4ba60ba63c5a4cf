package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdownOf writes plain text, its blocks parted by blank lines, as Markdown
// that reads as those words: marks that would mean something get a backslash.
func markdownOf(text string) string {
	entity := regexp.MustCompile(`^&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)
	brackets := strings.Contains(text, "](") || strings.Contains(text, "][") || strings.Contains(text, "]:")
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(line, " \t")
		if at := blockMark(line); at >= 0 {
			b.WriteString(line[:at])
			b.WriteByte('\\')
			b.WriteByte(line[at])
			line = line[at+1:]
		}
		for i, c := range line {
			if mustEscape(line, i, c, brackets) || c == '&' && entity.MatchString(line[i:]) {
				b.WriteByte('\\')
			}
			b.WriteRune(c)
		}
	}
	return b.String()
}

// blockMark gives where a line's first mark stands that would make it a
// heading, a list, a quotation, a rule or code; -1 where there is none.
func blockMark(line string) int {
	bare := strings.TrimRight(line, " \t\n")
	switch {
	case bare == "":
		return -1
	case strings.ContainsRune("#>|=~", rune(bare[0])):
		return 0
	case strings.ContainsRune("-+", rune(bare[0])):
		if len(bare) == 1 || bare[1] == ' ' || bare[1] == '\t' || strings.Trim(bare, "- \t") == "" {
			return 0
		}
	case bare[0] >= '0' && bare[0] <= '9':
		digits := len(bare) - len(strings.TrimLeft(bare, "0123456789"))
		if digits < len(bare) && (bare[digits] == '.' || bare[digits] == ')') && (digits+1 == len(bare) || bare[digits+1] == ' ' || bare[digits+1] == '\t') {
			return digits
		}
	}
	return -1
}

// mustEscape tells of a mark inside a line that Markdown would read as one.
func mustEscape(line string, at int, c rune, brackets bool) bool {
	switch c {
	case '\\', '*', '`', '<':
		return true
	case '[', ']':
		return brackets
	case '~':
		return strings.HasPrefix(line[at:], "~~") || at > 0 && line[at-1] == '~'
	case '_': // between letters it is one of them
		before, _ := utf8.DecodeLastRuneInString(line[:at])
		after, _ := utf8.DecodeRuneInString(line[at+1:])
		return !isWordRune(before) || !isWordRune(after)
	}
	return false
}

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
