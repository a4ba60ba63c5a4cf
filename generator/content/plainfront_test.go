package content

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

var plainFronts = []string{
	"---\ntitle: The vote\ndate: 2024-05-01\noutlet: \"The Ledger: daily\"\nurl: https://ledger.example/a#b\n---\n\nText.\n",
	"---\ntitle: 'A vote, {or} [two] & \"more\"'\nauthor: “Zoë” Ő 東京 𝔸\ndraft: true\n---\n---\nText.\n",
	"---\ntitle: x y:z a#b -c\nlanguage: en\n---\n",
	"---\ntitle: null\n---\n", "---\ntitle: NULL\n---\n", "---\ntitle: ~\n---\n", "---\ntitle:\n---\n", "---\ntitle: a: b\n---\n",
	"---\ntitle: a #b\n---\n", "---\ntitle: a:\n---\n", "---\ntitle: \"a\\nb\"\n---\n", "---\ntitle: a\ntitle: b\n---\n", "---\n---\n",
	"---\ntitle: a\n  b\n---\n", "---\ntitle: a \n---\n", "---\ntitle: \"\n---\n", "---\ntitle: a\n ---\nb\n", "---\ntitle: a\n---", "---\ntitle: *a\n---\n",
	"---\ntitle: a\u2028b\n---\n", "---\ntitle: a\u00a0\n---\n", "---\ntitle: 0x1F\nnull: 12:30\ntrue: .5\n---\n", "---\ntitle: a\n\n---\n", "---\ntitle: [a]\n---\n",
	"---\nname: A\nnames: [\"A. B\", c d, https://a.example/x?y=1, '東, 京', 東]\nposts:\n  - role: Mayor\n    sources: [a, b]\n    start: 1992\n  - role: Clerk\nborn: 1955\n---\n",
	"---\naliases:\n  - A. B\n  - 'C: D'\n  - [e]\n---\nText.\n",
	"---\na: []\n---\n", "---\na: [b,c]\n---\n", "---\na: [b, c,]\n---\n", "---\na: [b: c]\n---\n", "---\na: [b, {c: d}]\n---\n", "---\na: [null]\n---\n",
	"---\na: [b\n  , c]\n---\n", "---\na: [b] # c\n---\n", "---\na: [b]]\n---\n", "---\na: [\"b]\n---\n", "---\na: ['']\n---\n", "---\na: [b:]\n---\n", "---\na: [b:c]\n---\n",
	"---\na:\n- b\n---\n", "---\na:\n  - b\n    c\n---\n", "---\na:\n  - b: c\n     d\n---\n", "---\na:\n  - b: c\n    b: d\n---\n", "---\na:\n  - b:\n    - c\n---\n",
	"---\na:\n  - - b\n---\n", "---\na:\nb: c\n---\n", "---\na: b\n  - c\n---\n", "---\na:\n  - b\n   - c\n---\n", "---\na:\n  - b\n\n  - c\n---\n", "---\na:\n  - B: c\n---\n",
}

// sameFront holds the plain way against the library's.
func sameFront(t *testing.T, text string) (read bool) {
	t.Helper()
	got, ok := cutPlain(text, nil)
	if !ok {
		return false
	}
	r := &reader{file: "content/articles/a.md"}
	want, usable := cutAny(r, text)
	if !usable || len(r.problems) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%q: got %+v\nwant %+v %v %v", text, got, want, usable, r.problems)
	}
	return true
}

func TestPlainFrontIsWhatTheLibraryReads(t *testing.T) {
	read := 0
	for _, text := range plainFronts {
		if sameFront(t, text) {
			read++
		}
	}
	if read != 9 {
		t.Errorf("%d texts are read the plain way", read)
	}
}

func FuzzPlainFront(f *testing.F) {
	for _, text := range plainFronts {
		_, lines, _ := strings.Cut(text, "---\n")
		f.Add(lines)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		if !utf8.ValidString(lines) || strings.ContainsAny(lines, "\r\x00") {
			return // no decoded text has these
		}
		sameFront(t, "---\n"+lines)
		sameFront(t, "---\ntitle: "+lines+"\n---\n")
	})
}
