package claim

import (
	"strings"
	"testing"
)

// FuzzFolded holds the white space of quotes against what the standard library
// says of it.
func FuzzFolded(f *testing.F) {
	for _, text := range []string{"", " ", "a", " a  b\n", "a\u00a0\u2003b ", "\x85a\xff b", "é \t è"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, want := string(appendFolded([]byte("x "), text)), "x "+strings.Join(strings.Fields(text), " ")
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	})
}

func TestMakeID(t *testing.T) {
	c := Flat{Article: "quay", Type: Resignation, Subject: "Ana Roe", Role: "mayor", Quote: "Ana Roe  resigned\non Monday"}
	id := MakeID(&c)
	if len(id) != 12 {
		t.Errorf("id %q", id)
	}
	same := c
	same.Quote, same.StartByte, same.When = "Ana Roe resigned on Monday", 7, "on Monday"
	if MakeID(&same) != id {
		t.Error("white space, offsets or dates play a part")
	}
	for _, change := range []func(c *Flat){
		func(c *Flat) { c.Article = "pier" }, func(c *Flat) { c.Subject = "Ana" }, func(c *Flat) { c.Role, c.Org = c.Org, c.Role },
		func(c *Flat) { c.Status = Denied }, func(c *Flat) { c.By = "Tom Pell" }, func(c *Flat) { c.Quote = "Ana Roe resigned" },
	} {
		other := c
		change(&other)
		if MakeID(&other) == id {
			t.Errorf("the same id for %+v", other)
		}
	}
}
