package content

import (
	"strings"
	"unicode/utf8"
)

// Nearly all front matter of articles is a few lines "key: value" between two
// lines "---". These are read here, in one pass; whatever is written in any
// other way, or is doubtful, is left to the splitter and to the YAML library,
// which would give the very same of these lines.

// cutPlain is cut for such a text; false for any other.
func cutPlain(text string) (front, bool) {
	const delimiter = "---\n"
	if !strings.HasPrefix(text, delimiter) {
		return front{}, false
	}
	size := strings.Index(text[len(delimiter):], "\n"+delimiter) + 1
	if size <= 0 || size > maxFront {
		return front{}, false
	}
	// What is remembered of an article shall not hold on to its text.
	rest := strings.Clone(text[len(delimiter) : len(delimiter)+size])
	table := &value{kind: table, at: Place{2, 1}}
	for line := 2; ; line++ {
		if rest == "" {
			return front{values: table, body: text[size+2*len(delimiter):], line: line + 1, opening: 1}, true
		}
		written, after, _ := strings.Cut(rest, "\n")
		e, ok := plainEntry(written, line)
		if !ok {
			return front{}, false
		}
		for i := range table.entries {
			if table.entries[i].key == e.key {
				return front{}, false
			}
		}
		table.entries = append(table.entries, e)
		rest = after
	}
}

// plainEntry reads one line: a key of small letters, and a value of one line.
func plainEntry(line string, at int) (entry, bool) {
	size := 0
	for size < len(line) && (line[size] >= 'a' && line[size] <= 'z' || line[size] == '_') {
		size++
	}
	const longestKey = 64
	if size == 0 || size > longestKey || !strings.HasPrefix(line[size:], ": ") {
		return entry{}, false
	}
	v := &value{at: Place{at, size + len(": ") + 1}}
	var ok bool
	v.kind, v.text, ok = plainScalar(line[size+len(": "):])
	return entry{key: line[:size], at: Place{at, 1}, value: v}, ok
}

// plainScalar reads a value that YAML takes as it is written, or text between
// two quotation marks of which none, and no escape, stands inside.
func plainScalar(text string) (kind, string, bool) {
	if text == "" || !plainRunes(text) {
		return null, "", false
	}
	switch first := text[0]; {
	case first == '"' || first == '\'':
		if len(text) < 2 || text[len(text)-1] != first {
			return null, "", false
		}
		inner := text[1 : len(text)-1]
		if strings.IndexByte(inner, first) >= 0 || strings.IndexByte(inner, '\\') >= 0 {
			return null, "", false
		}
		return quoted, inner, true
	case first >= 'a' && first <= 'z', first >= 'A' && first <= 'Z', first >= '0' && first <= '9', first >= utf8.RuneSelf:
	default:
		return null, "", false // it may begin something that is no word
	}
	if last := text[len(text)-1]; last == ' ' || last == ':' || strings.Contains(text, ": ") || strings.Contains(text, " #") {
		return null, "", false
	}
	return plain, text, !strings.EqualFold(text, "null")
}

// plainRunes tells of text without controls, and without what YAML might take
// for the end of a line or of the text.
func plainRunes(text string) bool {
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			if c, size = utf8.DecodeRuneInString(text[i:]); c < 0xa0 || c == 0x2028 || c == 0x2029 || c >= 0xfe00 && c <= 0xffff {
				return false
			}
		} else if c < ' ' || c == 0x7f {
			return false
		}
		i += size
	}
	return true
}
