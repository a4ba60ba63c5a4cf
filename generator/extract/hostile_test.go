package extract

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// hostile are texts that no newspaper prints: what is only noise in an article
// is all there is. Each makes n bytes or a little more.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"names", every(func(i int) string { return "Ana " + made(i) + " " })},
	{"one name", over("Ana Roe ")},
	{"one surname", every(func(i int) string { return made(i) + " Roe said he had resigned. " })},
	{"one man", over("Roe said he was the mayor. ")},
	{"and names", every(func(i int) string { return "and Ana " + made(i) + " " })},
	{"men of some posts", every(func(i int) string {
		return "Ana " + made(i/20) + " was " + strings.ToLower(made(i%20)) + " minister. "
	})},
	{"ages", every(func(i int) string { return made(i) + ", 45, the. " })},
	{"parties", every(func(i int) string {
		return "the " + made(i) + " Workers' Party (" + strings.ToUpper(made(i)) + ") won. "
	})},
	{"families", every(func(i int) string { return "Ana Roe's brother, Tom " + made(i) + ", was born in " + made(i*7) + ". " })},
	{"elections", every(func(i int) string { return "Ana Roe beat Tom " + made(i) + " in " + made(i*7) + " in 1997. " })},
	{"speakers", every(func(i int) string { return "\"We go,\" said Ana " + made(i) + ". " })},
	{"charges", every(func(i int) string { return "Ana " + made(i) + " was charged with fraud. She was cleared. " })},
	{"roles", over("mayor and ")},
	{"appositions", over("the mayor of Marlow, ")},
	{"quotes", over("\"a ")},
	{"open quotes", over("“a ‘b ")},
	{"paragraphs of quotes", over("“a b c\n\n")},
	{"commas", over(", ")},
	{"brackets", func(n int) string { return strings.Repeat("[(", n/4) + strings.Repeat(")]", n/4) }},
	{"open brackets", over("(")},
	{"closing brackets", func(n int) string { return "a." + strings.Repeat(")", n) }},
	{"links", over("[a](")},
	{"numbers", over("12 ")},
	{"dates", over("on 3 May 2004, ")},
	{"weekdays", over("Monday, ")},
	{"that", over("said that ")},
	{"titles", over("Mr ")},
	{"headlines before text", func(n int) string {
		return strings.Repeat("Roe\n\n", n/10) + strings.Repeat("A former mayor left. ", n/42)
	}},
	{"words of one line", over("a\n")},
	{"one word", over("a")},
	{"hyphens", over("ex-")},
	{"initials", over("A.")},
	{"marks on a letter", over("e\u0301")},
	{"bytes that are no text", over("\xff")},
}

// made gives a name of five letters for each number.
func made(i int) string {
	name := []byte("Baaaa")
	for k := len(name) - 1; k > 0; k-- {
		name[k] = byte('a' + i%26)
		i /= 26
	}
	return string(name)
}

func over(text string) func(n int) string {
	return func(n int) string { return strings.Repeat(text, n/len(text)+1) }
}

func every(text func(i int) string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(text(i))
		}
		return b.String()
	}
}

// TestHostile holds what comes out of hostile texts against the promises, and
// the room that they take: four times the text, no more than four times and a
// bit as many allocations.
func TestHostile(t *testing.T) {
	x := newTestExtractor(t)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			for _, markdown := range []bool{false, true} {
				holds(t, x, Article{ID: "a", Text: h.text(4 << 10), Markdown: markdown})
			}
			count := func(n int) float64 {
				a := Article{ID: "a", Text: h.text(n)}
				return testing.AllocsPerRun(1, func() {
					// Two collections empty the pools, so that what a run finds in
					// them, which is a matter of chance, does not count.
					runtime.GC()
					runtime.GC()
					x.Extract(a)
				})
			}
			if small, large := count(16<<10), count(64<<10); large > 4.5*small+200 {
				t.Errorf("%.0f allocations for 16 kB, %.0f for 64 kB", small, large)
			}
		})
	}
}

// BenchmarkHostile tells the speed in bytes of text: it must stay where it is
// while the text grows.
func BenchmarkHostile(b *testing.B) {
	x := newTestExtractor(b)
	for _, h := range hostile {
		for _, mb := range []int{1, 2, 4} {
			a := Article{ID: "a", Text: h.text(mb << 20)}
			b.Run(fmt.Sprintf("%s/%dMB", strings.ReplaceAll(h.name, " ", "-"), mb), func(b *testing.B) {
				b.SetBytes(int64(len(a.Text)))
				b.ReportAllocs()
				for b.Loop() {
					x.Extract(a)
				}
			})
		}
	}
}
