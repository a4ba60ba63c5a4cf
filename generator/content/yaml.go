package content

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// parseYAML reads one YAML document; line is that of the file on which text
// begins. It is false where the text is no YAML, or uses what is refused:
// aliases, anchors, tags, merge keys, two documents, nesting without end.
//
// Values stay the words that were written: no number, date or flag is made
// here, so that `NO`, `010` and `12:30` remain what they are.
func parseYAML(r *reader, text string, line int) (*value, bool) {
	if at := controlIn(text); at >= 0 {
		place := placeOf(text, at)
		place.Line += line - 1
		c, _ := utf8.DecodeRuneInString(text[at:])
		r.wrong(place, "control-character", fmt.Sprintf("the control character U+%04X stands here", c), "remove it")
		return nil, false
	}
	shield := shieldBreaks(&text)
	var root yaml.Node
	if err := yaml.Load([]byte(text), &root); err != nil {
		if isEmptyYAML(err) {
			return &value{kind: null, at: Place{line, 1}}, true
		}
		r.yamlError(err, text, line)
		return nil, false
	}
	if len(root.Content) == 0 {
		return &value{kind: null, at: Place{line, 1}}, true
	}
	y := yamlReader{reader: r, line: line, shield: shield}
	v := y.value(root.Content[0], 0)
	return v, v != nil
}

// yamlReader turns the library's nodes into values.
type yamlReader struct {
	*reader
	line   int
	shield *strings.Replacer
}

func (y *yamlReader) place(n *yaml.Node) Place {
	return Place{n.Line + y.line - 1, n.Column}
}

// value gives nil where something refused stands in the node.
func (y *yamlReader) value(n *yaml.Node, depth int) *value {
	at := y.place(n)
	switch {
	case depth > maxDepth:
		y.tooDeep(at)
		return nil
	case n.Kind == yaml.AliasNode:
		y.wrong(at, "yaml", fmt.Sprintf("aliases (*%s) are not read", n.Value), "write the value itself, or put it between quotes")
		return nil
	case n.Anchor != "":
		y.wrong(at, "yaml", fmt.Sprintf("anchors (&%s) are not read", n.Anchor), "remove it, or put the value between quotes")
		return nil
	case n.Style&yaml.TaggedStyle != 0:
		y.wrong(at, "yaml", fmt.Sprintf("tags (%s) are not read", n.Tag), "remove it, or put the value between quotes")
		return nil
	}
	switch n.Kind {
	case yaml.SequenceNode:
		return y.list(n, depth)
	case yaml.MappingNode:
		return y.table(n, depth)
	}
	v := &value{kind: plain, text: n.Value, at: at}
	if y.shield != nil {
		v.text = y.shield.Replace(v.text)
	}
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		v.kind = quoted
	case n.Tag == "!!null":
		v.kind = null
	}
	return v
}

func (y *yamlReader) list(n *yaml.Node, depth int) *value {
	v := &value{kind: list, at: y.place(n), items: make([]*value, 0, len(n.Content))}
	for _, child := range n.Content {
		item := y.value(child, depth+1)
		if item == nil {
			return nil
		}
		v.items = append(v.items, item)
	}
	return v
}

func (y *yamlReader) table(n *yaml.Node, depth int) *value {
	v := &value{kind: table, at: y.place(n), entries: make([]entry, 0, len(n.Content)/2)}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Tag == "!!merge" {
			y.wrong(y.place(key), "yaml", "merge keys (<<) are not read", "write the keys themselves")
			return nil
		}
		name := y.value(key, depth+1)
		if name == nil {
			return nil
		}
		if name.kind == list || name.kind == table {
			y.wrong(name.at, "yaml", "a key must be a word, not "+name.kind.String(), `put quotes around a value that begins with [ or {`)
			return nil
		}
		item := y.value(n.Content[i+1], depth+1)
		if item == nil {
			return nil
		}
		v.entries = append(v.entries, entry{key: name.text, at: name.at, value: item})
	}
	if !y.checkKeys(v) {
		return nil
	}
	return v
}

// isEmptyYAML tells of a text without any document: nothing, or comments.
func isEmptyYAML(err error) bool {
	return strings.Contains(err.Error(), "no documents in stream")
}

// yamlError tells the library's error at its place in the file.
func (r *reader) yamlError(err error, text string, line int) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		var several *yaml.LoadErrors
		if errors.As(err, &several) && len(several.Errors) > 0 {
			load = several.Errors[0]
		}
	}
	switch {
	case load == nil:
		r.wrong(Place{Line: line}, "yaml", err.Error(), "")
		return
	case strings.Contains(load.Message, "expected single document"):
		r.wrong(Place{secondDocument(text) + line - 1, 1}, "yaml", "a second YAML document begins here", "keep one; a line --- or ... parts them")
		return
	}
	at := Place{load.Mark.Line, load.Mark.Column}
	// what is not closed is better told where it opens than where the text ends
	if from := load.ContextMark; from.Line > 0 && from.Line < at.Line && !strings.Contains(load.Message, "tab") &&
		!strings.Contains(load.ContextMsg, "block") {
		at = Place{from.Line, from.Column}
	}
	last := strings.Count(strings.TrimRight(text, "\n"), "\n") + 1
	if at.Line > last {
		at = Place{last, 1}
	}
	message, hint := explainYAML(load.Message, lineAt(text, at.Line))
	if at.Line > 0 {
		at.Line += line - 1
	} else {
		at.Line = line
	}
	r.wrong(at, "yaml", message, hint)
}

// explainYAML puts the library's words into an editor's.
func explainYAML(message, line string) (text, hint string) {
	has := func(part string) bool { return strings.Contains(message, part) }
	switch {
	case has("tab character"), has("cannot start any token") && strings.HasPrefix(strings.TrimLeft(line, " "), "\t"):
		return "a tab stands where spaces are wanted", "indent with spaces"
	case has("mapping values are not allowed"):
		return "a second colon, or a line indented too far", `put quotes around a text with ": " in it`
	case has("could not find expected ':'"):
		return "a line without a colon", "write key: value"
	case has("unexpected end of stream"), has("found unexpected document indicator"):
		return "a quotation mark is not closed", "close it at the end of the value"
	case has("expected ',' or ']'"):
		return "a list that opens with [ is not closed", "close it with ], and put a comma between its values"
	case has("expected ',' or '}'"):
		return "a table that opens with { is not closed", "close it with }, and put a comma between its keys"
	case has("expected node content"):
		return "a list or table is not closed", "close [ with ] and { with }"
	case has("did not find expected key"), has("expected '-' indicator"):
		return "a line is indented differently from those above it", "keys of one table begin in the same column"
	case has("cannot start any token"):
		return "a value begins with a mark that YAML keeps for itself", "put quotes around the value"
	case has("max depth"):
		return "lists and tables nest too deep", "remove the inner brackets"
	}
	return "not YAML: " + message, ""
}

// secondDocument gives the line of the text on which a second document begins.
func secondDocument(text string) int {
	seen := false
	for i, line := range strings.Split(text, "\n") {
		marker := line == "---" || strings.HasPrefix(line, "--- ") || line == "..."
		switch {
		case marker && seen:
			return i + 1
		case !marker && strings.TrimSpace(line) != "" && !strings.HasPrefix(strings.TrimSpace(line), "#"),
			strings.HasPrefix(line, "--- "):
			seen = true
		}
	}
	return 1
}

func lineAt(text string, line int) string {
	for ; line > 1; line-- {
		_, text, _ = strings.Cut(text, "\n")
	}
	text, _, _ = strings.Cut(text, "\n")
	return text
}

// controlIn gives the offset of the first rune that YAML does not allow, or -1.
func controlIn(text string) int {
	return strings.IndexFunc(text, func(c rune) bool {
		return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 && c != 0x85 || c == 0xfffe || c == 0xffff || c == 0xfeff
	})
}

// shieldBreaks hides U+0085, U+2028 and U+2029 from the library, which takes
// them for line ends, so that a title with one of them cannot begin a key. It
// gives what brings them back, or nil where there are none.
func shieldBreaks(text *string) *strings.Replacer {
	breaks := []string{"\u0085", "\u2028", "\u2029"}
	if !strings.ContainsAny(*text, strings.Join(breaks, "")) {
		return nil
	}
	// private characters that the text does not use itself
	stand, next := make([]string, 0, len(breaks)), rune(0xe000)
	for range breaks {
		for ; strings.ContainsRune(*text, next); next++ {
		}
		stand = append(stand, string(next))
		next++
	}
	*text = strings.NewReplacer(breaks[0], stand[0], breaks[1], stand[1], breaks[2], stand[2]).Replace(*text)
	return strings.NewReplacer(stand[0], breaks[0], stand[1], breaks[1], stand[2], breaks[2])
}
