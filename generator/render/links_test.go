package render

import (
	"strings"
	"testing"
)

func TestFoldedHasOneSpaceBetweenWords(t *testing.T) {
	for _, text := range []string{"", " ", "a", " a", "a ", "one word and another", "one  space too many", "just 8 b", "12345678 ", " 12345678",
		"1234567  9", "seven b\tand a tab", "a line\nand another", "the “quoted” words — all of them", "a\u00a0hard space stands here", "control\x01bytes stay there"} {
		if got, want := folded(text), strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q is folded into %q, want %q", text, got, want)
		}
	}
}
