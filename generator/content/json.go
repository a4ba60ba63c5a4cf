package content

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parseJSON reads one JSON object; line is that of the file on which text
// begins. Keys that stand twice, also in another case, are refused.
func parseJSON(r *reader, text string, line int) (*value, bool) {
	if strings.TrimSpace(text) == "" {
		return &value{kind: null, at: Place{line, 1}}, true
	}
	j := jsonReader{reader: r, text: text, line: line, decoder: json.NewDecoder(strings.NewReader(text))}
	j.decoder.UseNumber()
	v := j.value(0)
	if v == nil {
		return nil, false
	}
	if _, err := j.decoder.Token(); !errors.Is(err, io.EOF) {
		r.wrong(j.place(), "json", "something stands after the object", "close the front matter after its last }")
		return nil, false
	}
	return v, true
}

// jsonReader turns the decoder's tokens into values with places.
type jsonReader struct {
	*reader
	text    string
	line    int
	decoder *json.Decoder
	last    int   // the offset that at was made for
	at      Place // of last, so that places are counted on and not from the start
}

// place gives where the next token begins.
func (j *jsonReader) place() Place {
	offset := int(j.decoder.InputOffset())
	for offset < len(j.text) && strings.IndexByte(" \t\n\r,:", j.text[offset]) >= 0 {
		offset++
	}
	return j.placeAt(offset)
}

func (j *jsonReader) placeAt(offset int) Place {
	offset = min(max(offset, 0), len(j.text))
	if j.at.Line == 0 || offset < j.last {
		j.at, j.last = Place{j.line, 1}, 0
	}
	for _, c := range j.text[j.last:offset] {
		if j.at.Column++; c == '\n' {
			j.at = Place{j.at.Line + 1, 1}
		}
	}
	j.last = offset
	return j.at
}

// value gives nil where the text is no JSON, which it has told.
func (j *jsonReader) value(depth int) *value {
	at := j.place()
	token, err := j.decoder.Token()
	if err != nil {
		j.fail(err)
		return nil
	}
	if depth > maxDepth {
		j.tooDeep(at)
		return nil
	}
	switch token := token.(type) {
	case json.Delim:
		if token == '[' {
			return j.list(at, depth)
		}
		return j.table(at, depth)
	case string:
		return &value{kind: quoted, text: token, at: at}
	case json.Number:
		return &value{kind: number, text: token.String(), at: at}
	case bool:
		return &value{kind: flag, text: fmt.Sprint(token), at: at}
	}
	return &value{kind: null, at: at}
}

func (j *jsonReader) list(at Place, depth int) *value {
	v := &value{kind: list, at: at}
	for j.decoder.More() {
		item := j.value(depth + 1)
		if item == nil {
			return nil
		}
		v.items = append(v.items, item)
	}
	if _, err := j.decoder.Token(); err != nil {
		j.fail(err)
		return nil
	}
	return v
}

func (j *jsonReader) table(at Place, depth int) *value {
	v := &value{kind: table, at: at}
	for j.decoder.More() {
		keyAt := j.place()
		token, err := j.decoder.Token()
		if err != nil {
			j.fail(err)
			return nil
		}
		key, _ := token.(string)
		item := j.value(depth + 1)
		if item == nil {
			return nil
		}
		v.entries = append(v.entries, entry{key: key, at: keyAt, value: item})
	}
	if _, err := j.decoder.Token(); err != nil {
		j.fail(err)
		return nil
	}
	if !j.checkKeys(v) {
		return nil
	}
	return v
}

// fail tells an error of the decoder at its place.
func (j *jsonReader) fail(err error) {
	at := j.place()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Offset > j.decoder.InputOffset() {
		at = j.placeAt(int(syntax.Offset) - 1)
	}
	text := strings.TrimPrefix(err.Error(), "json: ")
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		text = "unexpected end of JSON input"
	}
	j.wrong(at, "json", "not JSON: "+text, "")
}
