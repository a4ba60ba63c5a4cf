package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestAppendJSON holds texts against encoding/json: each kind of character at
// each place of the eight bytes that are looked at at once.
func TestAppendJSON(t *testing.T) {
	for _, odd := range []string{"", "\"", "\\", "\n", "\x00", "\x1f", " ", "!", "\x7f", "\x80", "\xff", "é", "“", "\u2028", "\u2029", "😀", "\xe2\x80", "\"\\", "é\n"} {
		for before := range 18 {
			for after := range 18 {
				text := strings.Repeat("a", before) + odd + strings.Repeat("#", after)
				var want bytes.Buffer
				e := json.NewEncoder(&want)
				e.SetEscapeHTML(false)
				if err := e.Encode(text); err != nil {
					t.Fatal(err)
				}
				if got := string(appendJSON(nil, text)) + "\n"; got != want.String() {
					t.Fatalf("%q became %s, not %s", text, got, want.String())
				}
			}
		}
	}
}
