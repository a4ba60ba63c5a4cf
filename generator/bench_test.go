package generator

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// town writes a site of so many articles, with a tenth as many people.
func town(b *testing.B, dir string, articles int) {
	b.Helper()
	people := max(1, articles/10)
	name := func(i int) string {
		i %= people
		return fmt.Sprintf("Vera %s%s", string(rune('A'+i%26)), strings.Repeat("o", 2+i/26)+"r")
	}
	put(b, dir, "content/parties/harbour.md", "---\nname: Harbour League\nabbreviation: HL\n---\n")
	for i := range people {
		put(b, dir, fmt.Sprintf("content/people/p%d.md", i), fmt.Sprintf("---\nname: %s\nparty: harbour\n---\nThe biography.\n", name(i)))
	}
	for i := range articles {
		a, c, year := name(i), name(i*7+1), 1990+i%30
		put(b, dir, fmt.Sprintf("content/articles/a%d.md", i), fmt.Sprintf("---\ntitle: Council notes %d\ndate: %d-03-%02d\noutlet: The Ledger\nurl: https://ledger.example/%d\n---\n\n"+
			"%s was appointed mayor of Brindle in %d. %s resigned as treasurer of the Harbour League on 4 May %d, citing ill luck.\n\n"+
			"“We shall mend the bridge,” %s said. The hall was half empty, and the debate went on until late.\n",
			i, year, 1+i%28, i, a, year-1, c, year-2, a))
	}
}

// BenchmarkBuild builds a site of 1,000 articles: from nothing, with nothing
// changed, after an edit that says nothing new, and after one that does.
func BenchmarkBuild(b *testing.B) {
	build := func(b *testing.B, dir string) Report {
		p, err := New(Options{Source: dir})
		if err != nil {
			b.Fatal(err)
		}
		defer p.Close()
		report, err := p.Build(b.Context(), false)
		if err != nil || !report.Published {
			b.Fatal(err, report.Problems)
		}
		return report
	}
	const article = "content/articles/a500.md"
	for _, c := range []struct {
		name string
		edit func(b *testing.B, dir string, round int)
	}{
		{"cold", func(b *testing.B, dir string, _ int) {
			for _, made := range []string{"public", CacheFolder} {
				if err := os.RemoveAll(filepath.Join(dir, made)); err != nil {
					b.Fatal(err)
				}
			}
		}},
		{"again", func(*testing.B, string, int) {}},
		{"note", func(b *testing.B, dir string, round int) {
			add(b, dir, article, fmt.Sprintf("\nA note was added, the %dth.\n", round))
		}},
		{"claim", func(b *testing.B, dir string, round int) {
			add(b, dir, article, fmt.Sprintf("\nVera Aoor resigned as harbour master in %d.\n", 1900+round))
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			dir := b.TempDir()
			town(b, dir, 1000)
			build(b, dir)
			b.ReportAllocs()
			for round := 0; b.Loop(); round++ {
				b.StopTimer()
				c.edit(b, dir, round)
				b.StartTimer()
				build(b, dir)
			}
		})
	}
}

// add puts a text at the end of a file.
func add(b *testing.B, dir, file, text string) {
	b.Helper()
	full := filepath.Join(dir, filepath.FromSlash(file))
	raw, err := os.ReadFile(full)
	if err != nil {
		b.Fatal(err)
	}
	put(b, dir, file, string(raw)+text)
}
