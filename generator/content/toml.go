package content

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// parseTOML reads one TOML document; line is that of the file on which text
// begins.
func parseTOML(r *reader, text string, line int) (*value, bool) {
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		r.tomlError(err, text, line)
		return nil, false
	}
	t := tomlReader{reader: r, places: locateTOML(text, line)}
	v := t.value("", tree, Place{line, 1}, 0)
	return v, v != nil
}

// tomlReader turns the library's tree, which has no places, into values.
type tomlReader struct {
	*reader
	places map[string]tomlPlace
}

func (t *tomlReader) value(path string, in any, at Place, depth int) *value {
	found := t.places[path]
	if found.value.Line > 0 {
		at = found.value
	}
	if depth > maxDepth {
		t.tooDeep(at)
		return nil
	}
	switch in := in.(type) {
	case map[string]any:
		return t.table(path, in, at, depth)
	case []map[string]any:
		items := make([]any, len(in))
		for i := range in {
			items[i] = in[i]
		}
		return t.list(path, items, at, depth)
	case []any:
		return t.list(path, in, at, depth)
	case string:
		return &value{kind: quoted, text: in, at: at}
	case bool:
		return &value{kind: flag, text: strconv.FormatBool(in), at: at}
	case time.Time:
		// the words as they are written; the library's value has a zone
		text := found.raw
		if text == "" {
			text = in.Format(time.DateOnly)
		}
		return &value{kind: number, text: text, at: at}
	}
	text := found.raw
	if text == "" {
		text = fmt.Sprint(in)
	}
	return &value{kind: number, text: text, at: at}
}

func (t *tomlReader) list(path string, in []any, at Place, depth int) *value {
	v := &value{kind: list, at: at}
	for i, item := range in {
		child := t.value(path+"["+strconv.Itoa(i)+"]", item, at, depth+1)
		if child == nil {
			return nil
		}
		v.items = append(v.items, child)
	}
	return v
}

func (t *tomlReader) table(path string, in map[string]any, at Place, depth int) *value {
	v := &value{kind: table, at: at}
	for key, item := range in {
		childPath := tomlPath(path, key)
		keyAt := at
		if found := t.places[childPath].key; found.Line > 0 {
			keyAt = found
		}
		child := t.value(childPath, item, keyAt, depth+1)
		if child == nil {
			return nil
		}
		v.entries = append(v.entries, entry{key: key, at: keyAt, value: child})
	}
	slices.SortFunc(v.entries, func(a, b entry) int {
		if a.at != b.at {
			return comparePlaces(a.at, b.at)
		}
		return strings.Compare(a.key, b.key)
	})
	if !t.checkKeys(v) {
		return nil
	}
	return v
}

func comparePlaces(a, b Place) int {
	if a.Line != b.Line {
		return a.Line - b.Line
	}
	return a.Column - b.Column
}

// tomlPath joins a key to the path of its table; a key of any characters
// stands between quotes, so that no two paths are one.
func tomlPath(table, key string) string { return table + "." + strconv.Quote(key) }

// tomlError tells the library's error at its place in the file.
func (r *reader) tomlError(err error, text string, line int) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		r.wrong(Place{Line: line}, "toml", "not TOML: "+err.Error(), "")
		return
	}
	at := Place{parse.Position.Line + line - 1, 1}
	// the library counts bytes
	if on := lineAt(text, parse.Position.Line); parse.Position.Col > 1 {
		at.Column = 1 + utf8.RuneCountInString(on[:min(parse.Position.Col-1, len(on))])
	}
	message := parse.Message
	if message == "" {
		message = err.Error()
	}
	if strings.Contains(message, "already been defined") {
		if key, first := tomlTwice(text, parse.Position.Line); first > 0 {
			r.wrong(Place{at.Line, 1}, "duplicate-key", fmt.Sprintf("%q stands twice, first on line %d", key, first+line-1), "keep one of them")
			return
		}
	}
	r.wrong(at, "toml", "not TOML: "+strings.TrimSuffix(message, "."), "")
}

// tomlTwice gives the key that a line sets and the earlier line of its table
// that sets it too; 0 where there is none.
func tomlTwice(text string, line int) (key string, first int) {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) {
		return "", 0
	}
	keyOf := func(line string) string {
		key, _, ok := strings.Cut(line, "=")
		if !ok {
			return ""
		}
		return strings.Trim(strings.TrimSpace(key), `"'`)
	}
	if key = keyOf(lines[line-1]); key == "" {
		return "", 0
	}
	for i := line - 2; i >= 0 && !strings.HasPrefix(strings.TrimSpace(lines[i]), "["); i-- {
		if keyOf(lines[i]) == key {
			return key, i + 1
		}
	}
	return key, 0
}
