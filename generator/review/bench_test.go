package review

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// bigSite makes a site as large as it is asked for: a few people are in most of
// the news, and each article makes twenty claims in ten sentences.
func bigSite(articles, people int) profile.Input {
	r := rand.New(rand.NewPCG(1, 2))
	first := []string{"Ada", "Oren", "Ilse", "Mira", "Rurik", "Nils", "Uma", "Jon", "Lena", "Imre"}
	last := []string{"Quill", "Tabb", "Marrow", "Holt", "Moss", "Penn", "Berg", "Rask", "Fisk", "Vass"}
	roles := []string{"mayor", "senator", "finance minister", "chief whip", "deputy mayor", "governor", "speaker", "party chairman"}
	places := []string{"Brenna", "Karsa", "Orme", "Vess", "Pell", "Linden"}
	site := &content.Site{}
	for i := range 20 {
		site.Parties = append(site.Parties, &content.Party{ID: fmt.Sprintf("party-%d", i), Name: fmt.Sprintf("Party Number%d", i)})
	}
	names := make([]string, people)
	for i := range names {
		names[i] = fmt.Sprintf("%s N%d %s", first[i%10], i, last[i/10%10])
		site.People = append(site.People, &content.Person{ID: fmt.Sprintf("p%d", i), Name: names[i], Party: fmt.Sprintf("party-%d", i%20),
			Positions: []content.Position{{Role: roles[i%8], Place: places[i%6], Start: day("2005"), End: day("2010")}}})
	}
	in := profile.Input{Site: site}
	for a := range articles {
		date, _ := edtf.New(2005+r.IntN(20), 1+r.IntN(12), 1+r.IntN(28))
		art := profile.Article{Article: &content.Article{ID: fmt.Sprintf("a%06d", a), Outlet: fmt.Sprintf("Outlet %d", r.IntN(6)), Date: date, Language: "en", Title: "A title of some words about nothing at all"}}
		at := 0
		for s := range 10 {
			art.Sentences = append(art.Sentences, r.Uint64())
			who := names[int(float64(people)*r.Float64()*r.Float64()*r.Float64())]
			role, place, party := roles[r.IntN(8)], places[r.IntN(6)], fmt.Sprintf("Party Number%d", r.IntN(20))
			var quote string
			var list []claim.Flat
			switch s {
			case 0:
				quote = fmt.Sprintf("%s, the %s of %s and a member of the %s, opened a new bridge over the river on Friday in front of a large crowd.", who, role, place, party)
				list = []claim.Flat{{Type: claim.Position, Role: role, Place: place}, {Type: claim.Membership, Org: party}, {Type: claim.Event, On: date}}
			case 1:
				quote = fmt.Sprintf("%s resigned as %s on Friday, citing personal reasons, and joined the %s a little later in the same week.", who, role, party)
				list = []claim.Flat{{Type: claim.Resignation, Role: role, On: date, Stage: claim.Effective}, {Type: claim.Joined, Org: party, On: date}}
			case 2:
				quote = fmt.Sprintf("%s was arrested in %s in March %d and released on bail two days later, the police said.", who, place, date.Year())
				list = []claim.Flat{{Type: claim.Legal, Action: claim.Arrested, On: date.Cut(edtf.Month)}, {Type: claim.Legal, Action: claim.Released}}
			case 3:
				quote = fmt.Sprintf("%s was elected %s of %s in %d with a majority of %d votes after a long count.", who, role, place, date.Year(), r.IntN(9999))
				list = []claim.Flat{{Type: claim.Election, Role: role, Place: place, On: date.Cut(edtf.Year)}, {Type: claim.Position, Role: role, Place: place, Start: date.Cut(edtf.Year)}}
			default:
				quote = fmt.Sprintf("The %s %s said the government would publish its plan number %d for the port before the end of the month.", role, who, r.IntN(1<<30))
				list = []claim.Flat{{Type: claim.Statement}, {Type: claim.Position, Role: role}}
			}
			for _, c := range list {
				c.Article, c.Subject, c.Status, c.Quote = art.ID, who, claim.Asserted, quote
				c.StartByte = at
				c.ID = claim.MakeID(&c)
				art.Claims = append(art.Claims, c.Claim())
			}
			at += len(quote) + 1
		}
		in.Articles = append(in.Articles, art)
		site.Articles = append(site.Articles, art.Article)
	}
	return in
}

func live() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkMergeAndReview: 10,000 articles, 1,000 people, 210,000 claims. It
// tells the memory that a merge holds for each article beyond its claims.
func BenchmarkMergeAndReview(b *testing.B) {
	in := bigSite(10_000, 1_000)
	before := live()
	res := profile.Merge(in)
	b.ReportMetric(float64(live()-before)/float64(len(in.Articles)), "merge-B/article")
	pub, held, _ := testReviewer().Apply(res, in, Options{})
	b.ReportMetric(float64(live()-before)/float64(len(in.Articles)), "all-B/article")
	b.Logf("%d profiles, %d held", len(pub.Profiles), len(held))
	b.Run("merge", func(b *testing.B) {
		for b.Loop() {
			profile.Merge(in)
		}
	})
	b.Run("review", func(b *testing.B) {
		for b.Loop() {
			testReviewer().Apply(res, in, Options{})
		}
	})
	runtime.KeepAlive(pub)
}
