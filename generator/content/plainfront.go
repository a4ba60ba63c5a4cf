package content

import (
	"strings"
	"unicode/utf8"
)

// Nearly all front matter is lines "key: value" between two lines "---", and keys
// with a list of such tables, or of words, below them or between brackets. These
// are read here, in one pass; whatever is written in any other way, or is
// doubtful, is left to the splitter and to the YAML library, which would give the
// very same of these lines.

// cutPlain is cut for such a text; false for any other.
func cutPlain(text string, room *roomToParse) (front, bool) {
	const delimiter = "---\n"
	if !strings.HasPrefix(text, delimiter) {
		return front{}, false
	}
	size := strings.Index(text[len(delimiter):], "\n"+delimiter) + 1
	if size <= 0 || size > maxFront {
		return front{}, false
	}
	// What is remembered of an article shall not hold on to its text.
	p := plainReader{rest: strings.Clone(text[len(delimiter) : len(delimiter)+size]), line: 2, room: room.emptied()}
	t, ok := p.table("", "")
	if !ok || p.rest != "" {
		return front{}, false
	}
	return front{values: t, body: text[size+2*len(delimiter):], line: p.line + 1, opening: 1}, true
}

// plainTable reads a file of nothing but such lines; false for any other.
func plainTable(text string) (*value, bool) {
	if len(text) > maxFront || !strings.HasSuffix(text, "\n") {
		return nil, false
	}
	p := plainReader{rest: text, line: 1, room: &roomToParse{}}
	t, ok := p.table("", "")
	return t, ok && p.rest == ""
}

// plainReader reads the lines of rest, the first of which is line of the file.
type plainReader struct {
	rest string
	line int
	room *roomToParse
}

// roomToParse is memory that one file after the other is parsed in: nothing of
// what is made there outlives the parsing.
type roomToParse struct {
	values  []value
	entries []entry
}

// emptied gives room for another file; of nil, room of its own.
func (r *roomToParse) emptied() *roomToParse {
	if r == nil {
		return &roomToParse{}
	}
	clear(r.values)
	clear(r.entries)
	r.values, r.entries = r.values[:0], r.entries[:0]
	return r
}

// valuesAtOnce is for how many values, and as many entries, room is made at once.
const valuesAtOnce = 64

func (p *plainReader) value(k kind, column int) *value {
	r := p.room
	if len(r.values) == cap(r.values) { // those that were made stay where they are
		r.values = make([]value, 0, valuesAtOnce)
	}
	r.values = append(r.values, value{kind: k, at: Place{p.line, column}})
	return &r.values[len(r.values)-1]
}

// entries gives room for those of a table.
func (p *plainReader) entries() []entry {
	r := p.room
	if cap(r.entries)-len(r.entries) < usualKeys {
		r.entries = make([]entry, 0, valuesAtOnce)
	}
	n := len(r.entries)
	r.entries = r.entries[:n+usualKeys]
	return r.entries[n : n : n+usualKeys]
}

// written gives the first line from a byte on.
func (p *plainReader) written(from int) string {
	line, _, _ := strings.Cut(p.rest[from:], "\n")
	return line
}

// next passes over the first line.
func (p *plainReader) next() {
	_, p.rest, _ = strings.Cut(p.rest, "\n")
	p.line++
}

// What stands before the items of a list, and before the other lines of an item.
const (
	itemBegins = "  - "
	itemGoesOn = "    "
)

// usualKeys is how many keys most tables have at most.
const usualKeys = 8

// table reads a table whose first line begins with first, each of the others with
// indent.
func (p *plainReader) table(first, indent string) (*value, bool) {
	t := p.value(table, len(first)+1)
	t.entries = p.entries()
	for lead := first; p.rest != "" && strings.HasPrefix(p.rest, lead); lead = indent {
		e, ok := p.entry(len(lead))
		if !ok {
			return nil, false
		}
		for i := range t.entries {
			if t.entries[i].key == e.key {
				return nil, false
			}
		}
		t.entries = append(t.entries, e)
	}
	return t, true
}

// entry reads a key of small letters at a byte of the first line, and its value:
// what follows on the line, or at the line's begin a list below it.
func (p *plainReader) entry(from int) (e entry, ok bool) {
	line := p.written(from)
	size := keySize(line)
	e = entry{key: line[:size], at: Place{p.line, from + 1}}
	switch behind := line[size:]; {
	case size == 0:
		return e, false
	case strings.HasPrefix(behind, ": "):
		size += len(": ")
		e.value, ok = p.inline(line[size:], from+size+1)
		p.next()
	case behind == ":" && from == 0:
		p.next()
		e.value, ok = p.list()
	}
	return e, ok
}

// keySize gives the length of the key that a line begins with; 0 for none.
func keySize(line string) int {
	const longestKey = 64
	size := 0
	for size < len(line) && (line[size] >= 'a' && line[size] <= 'z' || line[size] == '_') {
		size++
	}
	if size > longestKey {
		return 0
	}
	return size
}

// list reads the items below a key: tables, or values of one line.
func (p *plainReader) list() (*value, bool) {
	l := p.value(list, len(itemBegins)-1)
	for strings.HasPrefix(p.rest, itemBegins) {
		line := p.written(len(itemBegins))
		var item *value
		var ok bool
		if size := keySize(line); size > 0 && strings.HasPrefix(line[size:], ": ") {
			item, ok = p.table(itemBegins, itemGoesOn)
		} else {
			item, ok = p.inline(line, len(itemBegins)+1)
			p.next()
		}
		if !ok {
			return nil, false
		}
		l.items = append(l.items, item)
	}
	return l, len(l.items) > 0
}

// inline reads a value of one line: a scalar, or scalars between brackets.
func (p *plainReader) inline(text string, column int) (*value, bool) {
	if strings.HasPrefix(text, "[") {
		return p.bracketed(text, column)
	}
	v := p.value(plain, column)
	var ok bool
	v.kind, v.text, ok = plainScalar(text)
	return v, ok
}

// bracketed reads scalars between brackets, with a comma and a space between each
// two.
func (p *plainReader) bracketed(text string, column int) (*value, bool) {
	l := p.value(list, column)
	end := len(text) - 1
	if end < 1 || text[end] != ']' || !plainRunes(text) {
		return nil, false
	}
	for at := 1; ; at += len(", ") {
		item, _, _ := strings.Cut(text[at:end], ", ")
		if first := text[at]; first == '"' || first == '\'' {
			item = text[at : at+2+max(0, strings.IndexByte(text[at+1:], first))]
		} else if strings.ContainsAny(item, ",[]{}") {
			return nil, false
		}
		v := p.value(plain, column+utf8.RuneCountInString(text[:at]))
		var ok bool
		if v.kind, v.text, ok = plainScalar(item); !ok {
			return nil, false
		}
		l.items = append(l.items, v)
		if at += len(item); at == end {
			return l, true
		}
		if !strings.HasPrefix(text[at:end], ", ") {
			return nil, false
		}
	}
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
