package render

import (
	"fmt"
	"math/rand"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// town makes a publication of n articles with ten claims each, about n/10
// people, some of them in most of the news.
func town(n int) *review.Publication {
	rng := rand.New(rand.NewSource(1))
	b := &sampleBuilder{pub: &review.Publication{Settings: content.Settings{Title: "Town", BaseURL: "https://town.example/",
		Language: "en", Timezone: "UTC"}}}
	party := b.profile("parties/hill-league", "Hill League")
	people := make([]*review.Profile, max(n/10, 5))
	for i := range people {
		people[i] = b.profile(profile.PersonRef(fmt.Sprintf("person-%d", i)), fmt.Sprintf("Ada Mo%crris %d", 'a'+i%26, i))
		id := people[i].Ref.ID()
		people[i].Person = &content.Person{ID: id, File: "content/people/" + id + ".md", Name: people[i].Name, Party: "hill-league",
			Body: "A *politician* of the [League](/parties/hill-league/).\n\n## Career\n\n- one\n- two\n"}
	}
	types := []claim.Flat{{Type: claim.Position, Role: "Mayor", Place: "Northport", Start: day("2001"), End: day("2004")},
		{Type: claim.Statement}, {Type: claim.Statement}, {Type: claim.Event}, {Type: claim.Resignation, Role: "Whip", On: day("2006-05-04")},
		{Type: claim.Membership, Org: "Hill League"}, {Type: claim.Election, Role: "Senator", On: day("2008-05-04")}}
	for i := range n {
		a := &review.Article{Article: &content.Article{ID: fmt.Sprintf("article-%d", i), Title: fmt.Sprintf("News of day %d on the port", i),
			Date: day(fmt.Sprintf("%d-%02d-%02d", 2005+i%18, 1+i%12, 1+i%28)), Outlet: "The Ledger", URL: fmt.Sprintf("https://ledger.example/%d", i), Language: "en"}, Claims: make([]review.Claim, 0, 10)}
		b.pub.Articles = append(b.pub.Articles, a)
		for k := range 10 {
			p := people[int(float64(len(people))*rng.Float64()*rng.Float64()*rng.Float64())]
			c := types[rng.Intn(len(types))]
			c.Quote = fmt.Sprintf("%s told reporters on day %d that line %d of the plan - and the rest - would come before the end of the month.", p.Name, i, k)
			made := b.claim(a, p, c)
			if made.Type == claim.Membership && len(p.Facts) > 2 || made.Type == claim.Position && len(p.Facts) > 40 {
				continue
			}
			b.n++
			f := &profile.Fact{ID: fmt.Sprintf("fac7%08x", b.n), Subject: p.Ref, Origin: profile.Extracted, Review: profile.Published, Voices: 1,
				Status: claim.Asserted, Type: c.Type, Role: c.Role, Place: c.Place, Start: c.Start, End: c.End, On: c.On}
			f.SetTold([]*claim.Claim{made.Claim})
			f.SetSources([]*profile.Source{{Article: a.ID, Outlet: a.Outlet, Date: a.Date, URL: a.URL}})
			if c.Org != "" {
				f.Org = string(party.Ref)
			}
			standsFor(made, f)
			p.Facts = append(p.Facts, f)
		}
	}
	return b.pub
}

func benchKind(b *testing.B, k kind) {
	s := build(b, town(2000))
	var list []string
	facts := 0
	for _, p := range s.Paths() {
		if s.routes[p].kind == k {
			list = append(list, p)
			if k == personPage {
				facts += min(len(s.profiles[profile.Ref(s.routes[p].id)].Facts), maxFacts)
			}
		}
	}
	b.ReportAllocs()
	size, i := 0, 0
	for b.Loop() {
		out, err := s.Render(list[i%len(list)])
		if err != nil {
			b.Fatal(err)
		}
		size += len(out)
		i++
	}
	b.ReportMetric(float64(size)/float64(i), "bytes/page")
	if facts > 0 {
		b.ReportMetric(float64(facts)/float64(len(list)), "facts/page")
	}
}

func BenchmarkArticlePage(b *testing.B) { benchKind(b, articlePage) }
func BenchmarkPersonPage(b *testing.B)  { benchKind(b, personPage) }
func BenchmarkAllPage(b *testing.B)     { benchKind(b, allPage) }

func BenchmarkKey(b *testing.B) {
	s := build(b, town(2000))
	paths := s.Paths()
	i := 0
	for b.Loop() {
		s.Key(paths[i%len(paths)])
		i++
	}
}

func BenchmarkNew(b *testing.B) {
	pub := town(2000)
	b.ReportAllocs()
	for b.Loop() {
		build(b, pub)
	}
}

// BenchmarkSite makes every page of a site of 2,000 articles once.
func BenchmarkSite(b *testing.B) {
	pub := town(2000)
	b.ReportAllocs()
	for b.Loop() {
		s := build(b, pub)
		for _, p := range s.Paths() {
			if _, err := s.Render(p); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkPopolo writes popolo.json of a site of 20,000 articles.
func BenchmarkPopolo(b *testing.B) {
	s := build(b, town(20000))
	b.ReportAllocs()
	for b.Loop() {
		size := 0
		s.eachPopolo(func(piece []byte) { size += len(piece) })
		b.SetBytes(int64(size))
	}
}
