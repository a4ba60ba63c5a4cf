package content

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// longestTitle is how long a first line may be and still be a title, in runes.
	longestTitle = 120
	// shortTitle is how long the short form of a lead is at most, in runes.
	shortTitle = 80
)

// titleOf makes an article's title of its first line: the line itself, or a
// short form of it where it is a sentence or too long to be a title.
func titleOf(text string, format Format) string {
	for line := range strings.Lines(text) {
		if format == Markdown {
			line = plainHeading(line)
		}
		if line = oneLine(line); !isBlank(line) {
			return shortForm(line)
		}
	}
	return ""
}

// plainHeading takes off the marks that make a line a heading or emphatic.
func plainHeading(line string) string {
	line = strings.TrimLeft(strings.TrimSpace(line), "#> ")
	line = strings.TrimRight(line, "# ")
	if strings.Trim(line, "-=*_ ") == "" {
		return ""
	}
	return strings.Trim(line, "*_ ")
}

// shortForm gives a title as it is; of a lead as many words as fit.
func shortForm(line string) string {
	sentence := endsSentence(line)
	n := utf8.RuneCountInString(line)
	switch {
	case !sentence && n <= longestTitle:
		return line
	case n <= shortTitle:
		return strings.TrimRight(line, ".。।۔ ")
	}
	limit := len(string([]rune(line)[:shortTitle]))
	end := strings.LastIndexFunc(line[:limit], unicode.IsSpace)
	if end <= 0 {
		end = limit // one endless word
	}
	return strings.TrimRightFunc(line[:end], func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(",;:.–—-", c) }) + "…"
}

// endsSentence tells of a line that ends with a full stop, also before a
// closing quotation mark; questions and exclamations are titles.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)] ")
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".。।۔", last) && !strings.HasSuffix(line, "...")
}

// oneLine makes white space and control characters single spaces.
func oneLine(text string) string {
	if isOneLine(text) {
		return text
	}
	clean := strings.Map(func(c rune) rune {
		if c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == utf8.RuneError {
			return ' '
		}
		if c == 0xfffe || c == 0xffff {
			return -1
		}
		return c
	}, text)
	if !strings.Contains(clean, "  ") && strings.TrimSpace(clean) == clean {
		return clean
	}
	return strings.Join(strings.FieldsFunc(clean, func(c rune) bool { return c == ' ' }), " ")
}

// isOneLine tells of ASCII without controls, and with one space between words:
// there is nothing to do.
func isOneLine(text string) bool {
	space := true
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || text == ""
}
