package generator

import (
	"bytes"
	"strings"
	"testing"
)

func note(name, id string) string {
	return string([]byte{4, 0, 0, 0, byte(len(id)), 0, 0, 0, 4, 0, 0, 0}) + name + "\x00\x00" + id
}

func TestBuildID(t *testing.T) {
	id := strings.Repeat("a", 20) + "/" + strings.Repeat("b", 20) + "/" + strings.Repeat("c", 20) + "/" + strings.Repeat("d", 20)
	tests := map[string]struct{ program, want string }{
		"an ELF file":               {"\x7fELF" + strings.Repeat("\x00", 60) + note("Go", id) + "code", id},
		"another format":            {"MZ" + strings.Repeat("\x00", 60) + note("Go", id), ""},
		"no note":                   {"\x7fELF" + strings.Repeat("\x00", 600), ""},
		"another program's note":    {"\x7fELF" + note("GN", id), ""},
		"an id that was given":      {"\x7fELF" + note("Go", strings.Repeat("x", 60)), ""},
		"an id too short to tell":   {"\x7fELF" + note("Go", "a/b/c/d"), ""},
		"a note that is cut short":  {"\x7fELF" + note("Go", id)[:60], ""},
		"no program":                {"", ""},
		"a note right at the start": {"\x7fELF" + note("Go", id)[8:], ""},
	}
	for name, test := range tests {
		if got := buildID(bytes.NewReader([]byte(test.program))); string(got) != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}
