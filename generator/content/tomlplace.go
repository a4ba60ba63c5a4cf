package content

import (
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// tomlPlace is where a key and its value stand; raw is a number's or a date's
// own text.
type tomlPlace struct {
	key, value Place
	raw        string
}

// tomlScan walks a text that is known to be TOML and notes the places, which
// the library keeps to itself.
type tomlScan struct {
	text   string
	pos    int
	line   int // of the file, at the text's start
	places map[string]tomlPlace
	arrays map[string]int // of tables: how many have begun
	// known is a place that was counted before, to count on from
	known struct {
		offset int
		at     Place
	}
}

// locateTOML gives the place of each key and value by path, as ."positions"[0]."role".
func locateTOML(text string, line int) map[string]tomlPlace {
	s := &tomlScan{text: text, line: line, places: make(map[string]tomlPlace), arrays: make(map[string]int)}
	prefix := ""
	for s.space("\n"); s.pos < len(s.text); s.space("\n") {
		if s.text[s.pos] != '[' {
			s.pair(prefix)
			continue
		}
		at := s.place(s.pos)
		array := strings.HasPrefix(s.text[s.pos:], "[[")
		s.skip("[")
		s.space("")
		prefix = s.header(at, array)
		s.space("")
		s.skip("]")
	}
	return s.places
}

// header reads the name of a table and gives its path.
func (s *tomlScan) header(at Place, array bool) string {
	path := ""
	keys := s.keys()
	for i, key := range keys {
		path = tomlPath(path, key)
		s.note(path, tomlPlace{key: at, value: at})
		if array && i == len(keys)-1 {
			s.arrays[path]++
		}
		if n := s.arrays[path]; n > 0 {
			path += "[" + strconv.Itoa(n-1) + "]"
			s.note(path, tomlPlace{key: at, value: at})
		}
	}
	return path
}

// pair reads one key and its value.
func (s *tomlScan) pair(prefix string) {
	start := s.pos
	at := s.place(start)
	path := prefix
	for _, key := range s.keys() {
		path = tomlPath(path, key)
		s.note(path, tomlPlace{key: at, value: at})
	}
	s.skip(" \t=")
	s.value(path, at)
	if s.pos == start {
		s.pos++ // cannot be in TOML; go on all the same
	}
}

// value reads one value of any kind.
func (s *tomlScan) value(path string, key Place) {
	if s.pos >= len(s.text) {
		return
	}
	place := tomlPlace{key: key, value: s.place(s.pos)}
	switch c := s.text[s.pos]; c {
	case '"', '\'':
		s.quoted(c)
	case '[':
		s.pos++
		for i := 0; s.more(']'); i++ {
			item := path + "[" + strconv.Itoa(i) + "]"
			s.value(item, s.place(s.pos))
		}
	case '{':
		s.pos++
		for s.more('}') {
			s.pair(path)
		}
	default:
		end := strings.IndexAny(s.text[s.pos:], ",]}#\n")
		if end < 0 {
			end = len(s.text) - s.pos
		}
		place.raw = strings.TrimSpace(s.text[s.pos : s.pos+end])
		s.pos += max(end, 1)
	}
	s.places[path] = place
}

// more passes white space, comments and commas; it passes the closing mark
// too, and is false then.
func (s *tomlScan) more(closing byte) bool {
	s.space(",\n")
	if s.pos < len(s.text) && s.text[s.pos] == closing {
		s.pos++
		return false
	}
	return s.pos < len(s.text)
}

// keys reads a dotted key.
func (s *tomlScan) keys() []string {
	var keys []string
	for s.pos < len(s.text) {
		start := s.pos
		if c := s.text[s.pos]; c == '"' || c == '\'' {
			s.quoted(c)
			keys = append(keys, unquoteTOML(s.text[start:s.pos]))
		} else {
			for s.pos < len(s.text) && strings.IndexByte(" \t.=]\n", s.text[s.pos]) < 0 {
				s.pos++
			}
			keys = append(keys, s.text[start:s.pos])
		}
		s.skip(" \t")
		if s.pos >= len(s.text) || s.text[s.pos] != '.' {
			break
		}
		s.skip(". \t")
	}
	return keys
}

// quoted passes a string of any of the four kinds.
func (s *tomlScan) quoted(mark byte) {
	fence := string(mark)
	if triple := strings.Repeat(fence, 3); strings.HasPrefix(s.text[s.pos:], triple) {
		fence = triple
	}
	s.pos += len(fence)
	for s.pos < len(s.text) && !strings.HasPrefix(s.text[s.pos:], fence) {
		if s.text[s.pos] == '\\' && mark == '"' {
			s.pos++
		}
		s.pos++
	}
	s.pos = min(s.pos+len(fence), len(s.text))
	// """" closes after one or two quotation marks more
	for len(fence) == 3 && s.pos < len(s.text) && s.text[s.pos] == mark {
		s.pos++
	}
}

// unquoteTOML gives the key that stands between quotation marks.
func unquoteTOML(text string) string {
	var into map[string]any
	if _, err := toml.Decode(text+" = 0", &into); err == nil {
		for key := range into {
			return key
		}
	}
	return text
}

// space passes white space, comments and the further characters.
func (s *tomlScan) space(further string) {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == '#':
			for s.pos < len(s.text) && s.text[s.pos] != '\n' {
				s.pos++
			}
		case c == ' ' || c == '\t' || c == '\r' || strings.IndexByte(further, c) >= 0:
			s.pos++
		default:
			return
		}
	}
}

func (s *tomlScan) skip(set string) {
	for s.pos < len(s.text) && strings.IndexByte(set, s.text[s.pos]) >= 0 {
		s.pos++
	}
}

// note keeps the first place of a path.
func (s *tomlScan) note(path string, place tomlPlace) {
	if _, known := s.places[path]; !known {
		s.places[path] = place
	}
}

// place gives the line and column of an offset; offsets only grow.
func (s *tomlScan) place(offset int) Place {
	if s.known.at.Line == 0 || offset < s.known.offset {
		s.known.offset, s.known.at = 0, Place{s.line, 1}
	}
	for _, c := range s.text[s.known.offset:offset] {
		if s.known.at.Column++; c == '\n' {
			s.known.at = Place{s.known.at.Line + 1, 1}
		}
	}
	s.known.offset = offset
	return s.known.at
}
