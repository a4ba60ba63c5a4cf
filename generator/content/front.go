package content

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/adrg/frontmatter"
)

// front is a text cut into its front matter and what follows.
type front struct {
	// values is a table; nil where the text has no front matter.
	values *value
	body   string
	// line is that on which body begins, opening that of the front matter's
	// first delimiter (0 where there is none).
	line, opening int
}

// block is what lies between two delimiters, as the splitter found it.
type block struct {
	text  []byte
	parse func(r *reader, text string, line int) (*value, bool)
}

// maxFront is the size of the largest front matter that is read, in bytes.
const maxFront = 1 << 20

// formats are the delimiters that open front matter and what reads it.
func formats() []*frontmatter.Format {
	take := func(parse func(*reader, string, int) (*value, bool)) frontmatter.UnmarshalFunc {
		return func(text []byte, into any) error {
			*into.(*block) = block{text, parse}
			return nil
		}
	}
	return []*frontmatter.Format{
		frontmatter.NewFormat("---", "---", take(parseYAML)),
		frontmatter.NewFormat("---yaml", "---", take(parseYAML)),
		frontmatter.NewFormat("+++", "+++", take(parseTOML)),
		frontmatter.NewFormat("---toml", "---", take(parseTOML)),
		frontmatter.NewFormat(";;;", ";;;", take(parseJSON)),
		frontmatter.NewFormat("---json", "---", take(parseJSON)),
	}
}

// cut parts a decoded text (LF, no byte-order mark) at its front matter and
// reads that. It is false where the front matter cannot be read.
//
// The splitter compares trimmed lines, is content with a block that is never
// closed and knows no line numbers; so the opening line is looked for here
// first, and what the splitter gives is held against the text.
func cut(r *reader, text string) (front, bool) {
	if f, ok := cutPlain(text, r.room); ok {
		return f, true
	}
	return cutAny(r, text)
}

// cutAny is cut for front matter of every form.
func cutAny(r *reader, text string) (front, bool) {
	opening, line, format := openingOf(text)
	switch {
	case strings.HasPrefix(line, "{") && looksLikeJSON(line):
		return cutJSON(r, text, opening)
	case format == nil:
		return front{body: text, line: 1}, true
	}
	at := placeOf(text, opening)
	at.Column = 1
	var found block
	rest, err := frontmatter.MustParse(strings.NewReader(text), &found, format)
	switch {
	case errors.Is(err, frontmatter.ErrNotFound):
		r.wrong(at, "unclosed", fmt.Sprintf("the front matter that opens with %s is not closed", format.Start), closingHint(format))
		return front{}, false
	case err != nil:
		r.wrong(at, "unclosed", "the front matter cannot be read: "+err.Error(), "")
		return front{}, false
	}
	bodyAt := len(text) - len(rest)
	f := front{body: text[bodyAt:], line: placeOf(text, bodyAt).Line, opening: at.Line}
	if closing := closingLine(text[:bodyAt], format); closing > 0 {
		r.wrong(at, "unclosed", fmt.Sprintf("the front matter is cut short by the indented %s on line %d", format.End, closing),
			fmt.Sprintf("close it with %s in the first column, and write the text above another way", format.End))
		return front{}, false
	}
	if len(found.text) > maxFront {
		r.wrong(at, "too-large", fmt.Sprintf("the front matter has %d bytes", len(found.text)), fmt.Sprintf("the limit is %d", maxFront))
		return front{}, false
	}
	var ok bool
	f.values, ok = found.parse(r, string(found.text), at.Line+1)
	return f, ok
}

// openingOf gives the offset of the first line that is not blank, that line,
// and the format that it opens, if it does.
func openingOf(text string) (int, string, *frontmatter.Format) {
	at := len(text) - len(strings.TrimLeft(text, " \t\n\v\f"))
	line, _, _ := strings.Cut(text[at:], "\n")
	// most articles' first line begins with a letter
	if line == "" || strings.IndexByte("-+;{", line[0]) < 0 {
		return at, line, nil
	}
	trimmed := string(bytes.TrimSpace([]byte(line)))
	for _, f := range formats() {
		if f.Start == trimmed {
			return at, line, f
		}
	}
	return at, line, nil
}

// closingLine gives the line of a closing delimiter that is indented; 0 where
// it begins in the first column.
func closingLine(head string, format *frontmatter.Format) int {
	lines := strings.Split(strings.TrimRight(head, " \t\n\v\f"), "\n")
	if strings.HasPrefix(lines[len(lines)-1], format.End) {
		return 0
	}
	return len(lines)
}

func closingHint(format *frontmatter.Format) string {
	if format.Start == "---" {
		return "close it with a line ---; a rule is written ***"
	}
	return "close it with a line " + format.End
}

// looksLikeJSON tells that a line that begins with { opens front matter: it is
// alone, or a key follows.
func looksLikeJSON(line string) bool {
	rest := strings.TrimSpace(line[1:])
	return rest == "" || rest[0] == '"' || rest[0] == '}'
}
