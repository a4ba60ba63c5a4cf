package profile

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
)

// BenchmarkMerge merges sites of several sizes, a tenth as many people as
// articles, and tells what the result takes beyond the claims, in bytes an
// article.
func BenchmarkMerge(b *testing.B) {
	for _, articles := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("articles=%d", articles), func(b *testing.B) {
			in := largeSite(b, articles, articles/10)
			b.ReportAllocs()
			for b.Loop() {
				before := heap()
				result := Merge(in)
				b.ReportMetric(float64(heap()-before)/float64(articles), "kept-B/article")
				runtime.KeepAlive(result)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(articles), "µs/article")
		})
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// largeSite makes articles of five claims each about two of the people.
func largeSite(b *testing.B, articles, people int) Input {
	b.Helper()
	in := Input{Site: &content.Site{}}
	names := make([]string, people)
	for i := range people {
		names[i] = fmt.Sprintf("%s %s", word(i%97+7), word(i+1009))
		id := Slug(names[i])
		in.Site.People = append(in.Site.People, &content.Person{ID: id, Name: names[i], File: "content/people/" + id + ".md"})
	}
	in.Site.People = slices.CompactFunc(in.Site.People, func(a, b *content.Person) bool { return a.ID == b.ID })
	for i := range articles {
		id := fmt.Sprintf("article-%06d", i)
		date, err := edtf.New(2000+i%25, 1+i%12, 1+i%28)
		if err != nil {
			b.Fatal(err)
		}
		a := &content.Article{ID: id, File: "content/articles/" + id + ".md", Outlet: word(i%40 + 3), Date: date}
		art := Article{Article: a}
		for k, c := range []claim.Flat{
			{Type: claim.Position, Subject: names[i%people], Role: "mayor", Place: word(i % 300)},
			{Type: claim.Statement, Subject: names[i%people]},
			{Type: claim.Membership, Subject: names[(i*7)%people], Org: word(i%30) + " Party"},
			{Type: claim.Statement, Subject: names[(i*7)%people]},
			{Type: claim.Resignation, Subject: names[i%people], Role: "mayor", Place: word(i % 300), Stage: claim.Effective, On: date},
		} {
			c.Article, c.Status, c.StartByte = id, claim.Asserted, 200*k
			c.Quote = fmt.Sprintf("%s said or did thing %d of %s.", c.Subject, k, id)
			c.ID = claim.MakeID(&c)
			art.Claims = append(art.Claims, c.Claim())
		}
		in.Articles = append(in.Articles, art)
		in.Site.Articles = append(in.Site.Articles, a)
	}
	return in
}

// word makes a name of syllables out of a number.
func word(n int) string {
	const syllables = "ba ke lo mi nu ra se ti vo za"
	all := strings.Fields(syllables)
	var out strings.Builder
	for n += 10; n > 0; n /= 10 {
		out.WriteString(all[n%10])
	}
	text := out.String()
	return strings.ToUpper(text[:1]) + text[1:]
}
