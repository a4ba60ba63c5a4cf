package diag

import "testing"

func TestString(t *testing.T) {
	tests := []struct {
		name string
		give Problem
		want string
	}{
		{"place, text and hint", Problem{File: "content/people/ada.md", Line: 3, Column: 7, Text: "born: 1971-02-29 is not a date", Hint: "1971 had no 29 February"},
			"content/people/ada.md:3:7: born: 1971-02-29 is not a date; 1971 had no 29 February"},
		{"no column", Problem{File: "a.md", Line: 3, Text: "x"}, "a.md:3: x"},
		{"no line", Problem{File: "a.md", Column: 3, Text: "x"}, "a.md: x"},
		{"no file", Problem{Text: "x"}, "x"},
		{"set aside", Problem{File: "a.txt", Line: 1, Column: 3, Severity: SetAside, Text: "byte 0xEB is not UTF-8"},
			"a.txt:1:3: set aside: byte 0xEB is not UTF-8"},
		{"a hostile name", Problem{File: "a\x1b[31m\nb\u202e.md", Text: "x\u2028y"}, `a\x1b[31m\x0ab\u202e.md: x\u2028y`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.give.String(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestSort(t *testing.T) {
	twice := Problem{File: "b.md", Line: 2, Text: "second"}
	list := Sort([]Problem{
		twice, {File: "b.md", Line: 10, Text: "third"}, twice,
		{File: "b.md", Line: 2, Severity: Warning, Text: "doubt"}, {File: "a.md", Text: "first"},
	})
	var got []string
	for _, p := range list {
		got = append(got, p.String())
	}
	want := []string{"a.md: first", "b.md:2: second", "b.md:2: warning: doubt", "b.md:10: third"}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: got %s, want %s", i, got[i], want[i])
		}
	}
}
