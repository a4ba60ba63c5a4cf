package render

import (
	"fmt"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
	"profilegen/layouts"
)

// day reads a date that is known to be right.
func day(text string) edtf.Date {
	d, err := edtf.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// sampleBuilder makes a publication by hand, with claims and facts that fit together.
type sampleBuilder struct {
	pub *review.Publication
	n   int
}

func (b *sampleBuilder) article(id, outlet, title, date string) *review.Article {
	a := &review.Article{Article: &content.Article{ID: id, File: "content/articles/" + id + ".md", Format: content.Markdown,
		Title: title, Date: day(date), Outlet: outlet, URL: "https://" + strings.ToLower(strings.ReplaceAll(outlet, " ", "-")) + ".example/" + id,
		ArchiveURL: "https://archive.example/" + id, Language: "en"}, Claims: make([]review.Claim, 0, maxSampleClaims)}
	b.pub.Articles = append(b.pub.Articles, a)
	return a
}

func (b *sampleBuilder) profile(ref profile.Ref, name string) *review.Profile {
	p := &review.Profile{Ref: ref, Name: name}
	b.pub.Profiles = append(b.pub.Profiles, p)
	return p
}

// claim adds a claim to an article; fact is filled in by fact().
func (b *sampleBuilder) claim(a *review.Article, p *review.Profile, c claim.Flat) *review.Claim {
	c.Article = a.ID
	if c.Status == claim.None {
		c.Status = claim.Asserted
	}
	named := &review.Named{}
	if p != nil {
		c.Subject, named.Subject = p.Name, p.Ref
	}
	for _, q := range b.pub.Profiles {
		if q.Name == c.Org {
			named.Org = q.Ref
		}
	}
	c.ID = claim.MakeID(&c)
	made := c.Claim()
	a.Claims = append(a.Claims, review.Claim{Claim: &made, Named: named})
	return &a.Claims[len(a.Claims)-1]
}

// reword makes a claim say something else, wherever it is told of.
func reword(c *claim.Claim, change func(f *claim.Flat)) {
	f := c.Flat()
	change(&f)
	*c = f.Claim()
}

// maxSampleClaims is how many claims an article may have: they stay where they are.
const maxSampleClaims = 50

// standsFor notes a fact that a claim stands for.
func standsFor(c *review.Claim, f *profile.Fact) {
	if c.Fact == "" {
		c.Fact = f.ID
	} else {
		c.Named.Other = f.ID
	}
}

// fact adds a fact that stands on claims; what it says is the first claim's.
func (b *sampleBuilder) fact(p *review.Profile, claims ...*review.Claim) *profile.Fact {
	b.n++
	f := &profile.Fact{ID: fmt.Sprintf("fac7%08x", b.n), Subject: p.Ref, Origin: profile.Extracted, Review: profile.Published,
		Voices: int32(len(claims)), Status: claim.Asserted}
	for _, c := range claims {
		f.SetTold(append(f.Told(), c.Claim))
		standsFor(c, f)
		for _, a := range b.pub.Articles {
			if a.ID == c.Article() {
				f.SetSources(append(f.Sources(), &profile.Source{Article: a.ID, Outlet: a.Outlet, Date: a.Date, URL: a.URL}))
				p.Updated = a.Date
			}
		}
	}
	if len(claims) > 0 {
		c := claims[0]
		f.Type, f.Role, f.Org, f.Place, f.Detail = c.Type, c.Role(), c.Claim.Org(), c.Place(), c.Detail
		if c.Named.Org != "" {
			f.Org = string(c.Named.Org)
		}
		f.Start, f.End, f.On, f.Former = c.Start, c.End, c.On, c.Former
		f.Stage, f.Action, f.CaseRole, f.Status = c.Stage, c.Action, c.CaseRole, c.Status
	}
	p.Facts = append(p.Facts, f)
	return f
}

// sample is a small invented site with every kind of fact.
func sample() *review.Publication {
	b := &sampleBuilder{pub: &review.Publication{Settings: content.Settings{Title: "Public Record", BaseURL: "https://record.example/",
		Language: "en", Description: "Who held which post in Ostmark, by the words of the press.", Timezone: "Europe/Vienna",
		Publish: content.PublishAll, Contact: "desk@record.example"}}}
	courier := b.article("vale-steps-back", "The Courier", "Vale steps back, or does she?", "2021-03-04")
	herald := b.article("no-resignation", "Morning Herald", "“No resignation”, says harbour deputy", "2021-03-05")
	gazette := b.article("new-mayor-elected", "City Gazette", "New mayor for Brindle", "2012-06-11")
	radio := b.article("radio-notes", "Radio Ost", "Notes from the council", "2021-03-20")
	radio.FullText = true

	vale := b.profile("people/amara-vale", "Amara Vale")
	orlo := b.profile("people/orlo-finch", "Orlo Finch")
	stub := b.profile("people/عمران-شاہ", "عمران شاہ")
	party := b.profile("parties/harbour-alliance", "Harbour Alliance")
	guild := b.profile("parties/guild", "Guild of the Free Ports")
	vale.Person = &content.Person{ID: "amara-vale", File: "content/people/amara-vale.md", Name: "Amara Vale",
		Aliases: []string{"A. Vale", "Amara Vale-Reyes"}, Party: "harbour-alliance", Born: day("1968-02"), Birthplace: "Brindle",
		Redirects: []string{"/people/vale/"},
		Summary:   "Former mayor of Brindle and member of the Ostmark assembly for the Harbour Alliance.",
		Links:     []content.Link{{Name: "website", URL: "https://vale.example/"}, {Name: "wikidata", URL: "https://www.wikidata.org/wiki/Q1"}},
		Body: "Amara Vale came to politics through the *dockers' co-operative*.\n\n## Early years\n\nShe kept the harbour's books, as " +
			"[the party](/parties/harbour-alliance/) tells.\n\n![a picture](https://elsewhere.example/x.png)\n\n<script>alert(1)</script>\n"}
	party.Party = &content.Party{ID: "harbour-alliance", File: "content/parties/harbour-alliance.md", Name: "Harbour Alliance",
		Abbreviation: "HA", Founded: day("1984~"), Color: "#2a6f7f", Ideology: []string{"municipalism", "free trade"},
		Summary: "A party of the Ostmark ports.", Body: "Founded by dockers."}
	b.pub.Pages = append(b.pub.Pages, &content.Page{ID: "about", File: "content/pages/about.md", Title: "How this is made",
		Summary: "Where each line comes from.", Body: "# Method\n\nEach line is *somebody's* words.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"})

	mayor := b.fact(vale, b.claim(gazette, vale, claim.Flat{Type: claim.Position, Role: "Mayor", Place: "Brindle", Start: day("2012"),
		End: day("2018"), Quote: "Amara Vale, who will be mayor of **Brindle** until 2018, took the chain."}))
	mayor.Origin = profile.Both
	mayor.SetSources(append(mayor.Sources(), &profile.Source{URL: "https://elections.example/2012?a=1&b=2"}))
	b.fact(orlo, b.claim(gazette, orlo, claim.Flat{Type: claim.Position, Role: "mayor of Brindle", Start: day("2006"), End: day("2012"),
		Quote: "Orlo Finch held the office for six years."}))
	b.fact(vale, b.claim(gazette, vale, claim.Flat{Type: claim.Election, Role: "Mayor", Place: "Brindle", On: day("2012-06-10"),
		Quote: "Ms Vale was elected on Sunday."}))
	seat := b.fact(vale, b.claim(courier, vale, claim.Flat{Type: claim.Position, Role: "Assembly member", Org: "Ostmark Assembly",
		Start: day("2018-09"), Quote: "Vale, an assembly member since September 2018,"}))
	seat.AsOf = day("2021-03-05")
	member := b.fact(vale)
	member.Type, member.Org, member.Start, member.Origin, member.Status = claim.Membership, "parties/harbour-alliance", day("1999~"), profile.Editor, claim.Asserted
	stated := b.claim(courier, vale, claim.Flat{Type: claim.Resignation, Role: "Assembly member", Stage: claim.Tendered, By: "the assembly's registrar",
		On: day("2021-03-03"), Reason: "family reasons", Quote: "The assembly's registrar said that Ms Vale had handed in her resignation on Wednesday over family reasons."})
	denial := b.claim(herald, vale, claim.Flat{Type: claim.Resignation, Role: "Assembly member", Status: claim.Denied,
		By: "Orlo Finch", Via: []string{"a private broadcaster"}, Quote: "A private broadcaster reported that Orlo Finch had denied that she had resigned - \"not at all\", he said."})
	row := b.fact(vale, stated, denial)
	row.Status, row.On, row.Stage = claim.Disputed, day("2021-03-03"), claim.Tendered
	row.SetDispute([]profile.Side{{Status: claim.Asserted, By: "the assembly's registrar", Reason: "family reasons", Claims: []string{stated.ID()}},
		{Status: claim.Denied, By: "Orlo Finch", Via: []string{"a private broadcaster"}, Claims: []string{denial.ID()}}}, nil)
	said := b.claim(herald, orlo, claim.Flat{Type: claim.Statement, By: "a private broadcaster",
		Quote: "A private broadcaster reported that Orlo Finch had denied that she had resigned."})
	b.fact(orlo, said).SetDispute([]profile.Side{{Status: claim.Asserted, By: "a private broadcaster", Claims: []string{said.ID()}}}, nil)
	b.fact(vale, b.claim(radio, vale, claim.Flat{Type: claim.Statement, Quote: "“The port belongs to those who work in it,” Ms Vale said, & <b>smiled</b>.\n\nShe left by the side door, past the reporters who had been waiting since early in the morning for a word."}))
	one := b.fact(vale, b.claim(gazette, vale, claim.Flat{Type: claim.Birth, On: day("1968-02"), Place: "Brindle", Quote: "born in Brindle in February 1968"}))
	two := b.fact(vale, b.claim(radio, vale, claim.Flat{Type: claim.Birth, On: day("1969"), Quote: "Ms Vale, born in 1969,"}))
	one.SetDispute(nil, []string{two.ID})
	two.SetDispute(nil, []string{one.ID})
	b.fact(vale, b.claim(radio, vale, claim.Flat{Type: claim.Event, When: "in June this year", Quote: "Vale was in Marle in June this year to see the new docks"}))
	gone := b.fact(orlo, b.claim(radio, orlo, claim.Flat{Type: claim.Legal, Action: claim.Investigated, CaseRole: claim.Accused, Status: claim.Alleged,
		By: "sources", Quote: "sources said that Mr Finch was being investigated"}))
	gone.Review, gone.Anonymous = profile.Accepted, true
	gone.SetDispute([]profile.Side{{Status: claim.Alleged, By: "sources", Claims: gone.Claims()}}, nil)
	b.fact(orlo, b.claim(radio, orlo, claim.Flat{Type: claim.Joined, Org: "Guild of the Free Ports", On: day("2019-05"), Quote: "Finch joined the Guild in May 2019."}))
	b.fact(orlo, b.claim(radio, orlo, claim.Flat{Type: claim.Left, Org: "Harbour Alliance", On: day("2019-04"), Quote: "he had left the Harbour Alliance in April"}))
	b.fact(orlo, b.claim(radio, orlo, claim.Flat{Type: claim.Candidacy, Role: "Senator", Status: claim.Planned, On: day("2022"), Quote: "Finch is to stand for the senate in 2022."}))
	b.fact(stub, b.claim(radio, stub, claim.Flat{Type: claim.Position, Role: "Deputy leader", Org: "Harbour Alliance", Former: true, Quote: "former deputy leader عمران شاہ"}))
	b.fact(party, b.claim(radio, party, claim.Flat{Type: claim.Statement, Quote: "The Alliance said it would wait."}))
	mention := b.claim(radio, nil, claim.Flat{Type: claim.Membership, Subject: "Petra Holm", Org: "Harbour Alliance", Quote: "Petra Holm, of the Harbour Alliance"})
	party.Mentions = append(party.Mentions, mention)
	_ = guild
	radio.Spans = []review.Span{{Text: "Notes from the *council*.", Break: true}, {Text: "Finch joined the Guild in May 2019.", Claims: []string{radio.Claims[0].ID()}},
		{Omitted: true}, {Text: " It rained.", Break: true}}
	b.pub.Changes = []review.Change{{Date: day("2021-04-01"), Subject: vale.Ref, Name: vale.Name, Text: "An earlier version gave a wrong year for her first post."},
		{Date: day("2021-03-30"), Subject: orlo.Ref, Name: orlo.Name, Withdrawn: true, Fact: "0123456789ab"}}
	return b.pub
}

// build makes a site of a publication with the built-in layouts.
func build(tb testing.TB, pub *review.Publication) *Site {
	tb.Helper()
	s, problems := New(Inputs{Pub: pub, Layouts: layouts.BuiltIn()})
	if diag.Has(problems, diag.Error) {
		tb.Fatalf("problems: %v", problems)
	}
	return s
}
