package content

import (
	"fmt"
	"strings"
)

// cutJSON parts a text at the JSON object that it begins with at an offset:
// front matter ends with the brace that closes it, wherever its lines end.
func cutJSON(r *reader, text string, opening int) (front, bool) {
	at := placeOf(text, opening)
	at.Column = 1
	size := objectEnd(text[opening:])
	if size == 0 {
		r.wrong(at, "unclosed", "the front matter that opens with { is not closed", "close it with a }")
		return front{}, false
	}
	if size > maxFront {
		r.wrong(at, "too-large", fmt.Sprintf("the front matter has %d bytes", size), fmt.Sprintf("the limit is %d", maxFront))
		return front{}, false
	}
	end := opening + size
	rest, more, _ := strings.Cut(text[end:], "\n")
	if strings.TrimSpace(rest) != "" {
		r.wrong(placeOf(text, end), "json", "something stands behind the front matter's last }", "begin the text on the next line")
		return front{}, false
	}
	bodyAt := len(text) - len(more)
	if blank, after, ok := strings.Cut(more, "\n"); ok && strings.TrimSpace(blank) == "" {
		bodyAt = len(text) - len(after)
	}
	f := front{body: text[bodyAt:], line: placeOf(text, bodyAt).Line, opening: at.Line}
	var ok bool
	f.values, ok = parseJSON(r, text[opening:end], at.Line)
	return f, ok
}

// objectEnd gives the length of the object that a text begins with, by its
// braces outside of strings; 0 where it is not closed.
func objectEnd(text string) int {
	depth, inString := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
			if c == '\n' { // no string goes on over lines: its fault is told by the parser
				inString = false
			}
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
