package review

import (
	"os"
	"strings"
	"sync"
	"testing"
)

// english is made once for all tests.
var english = sync.OnceValue(func() *language { return (&languages{made: map[string]*language{}}).of("en") })

// told finds what a sentence says of a person that is held; in an event, words
// count that say nothing elsewhere.
func told(l *language, sentence string, event bool) []string {
	f := &finder{words: l.words}
	var lists []string
	for _, h := range f.find(sentence) {
		if h.list != listLaw && (event || !h.event) {
			lists = append(lists, h.list+" ("+sentence[h.start:h.end]+")")
		}
	}
	return lists
}

func sentences(t *testing.T, file string) []string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

func TestHeldSentences(t *testing.T) {
	for folder, l := range folders() {
		for _, line := range sentences(t, folder+"held.txt") {
			list, sentence, _ := strings.Cut(line, ": ")
			if found := told(l, sentence, true); len(found) == 0 {
				t.Errorf("nothing on %s in: %s", list, sentence)
			}
		}
	}
}

func TestPlainSentences(t *testing.T) {
	for folder, l := range folders() {
		for _, line := range sentences(t, folder+"plain.txt") {
			sentence, event := strings.CutPrefix(line, "event: ")
			if found := told(l, sentence, event); len(found) > 0 {
				t.Errorf("%s in: %s", strings.Join(found, ", "), sentence)
			}
		}
	}
}

// folders gives where the sentences of each language are.
func folders() map[string]*language {
	spanish := (&languages{made: map[string]*language{}}).of("es-MX")
	return map[string]*language{"testdata/": english(), "testdata/es/": spanish}
}
