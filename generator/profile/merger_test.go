package profile

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
)

// newsroom is a site that changes at random.
type newsroom struct {
	rng     *rand.Rand
	in      Input
	serial  int
	phrases []uint64
}

var (
	someNames = strings.Split("Ann Lee|Lee|Bo Dahl|Mr Bo Dahl|Cy Falk|Dee Holm|Ann Leigh|Sir Cy Falk|Ed Moser", "|")
	someOrgs  = strings.Split("Civic Union|CU|Harbour Party|Karden council|the Harbour Party||", "|")
	someRoles = strings.Split("Mayor of Karden|mayor|MP|Minister of Rail|", "|")
	someTypes = []claim.Type{claim.Position, claim.Membership, claim.Resignation, claim.Joined, claim.Left, claim.Legal,
		claim.Family, claim.Statement, claim.Event, claim.Election, claim.Birth}
	someStates = []claim.Status{claim.Asserted, claim.Asserted, claim.Asserted, claim.Denied, claim.Alleged, claim.Planned}
)

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func newNewsroom(seed uint64) *newsroom {
	n := &newsroom{rng: rand.New(rand.NewPCG(seed, 7))}
	for i := range 40 {
		n.phrases = append(n.phrases, uint64(i))
	}
	n.in.Site = &content.Site{
		People: []*content.Person{
			{ID: "ann-lee", File: "content/people/ann-lee.md", Name: "Ann Lee", Party: "civic-union"},
			{ID: "bo-dahl", File: "content/people/bo-dahl.md", Name: "Bo Dahl", Aliases: []string{"Robert Dahl"}},
		},
		Parties: []*content.Party{{ID: "civic-union", File: "content/parties/civic-union.md", Name: "Civic Union", Abbreviation: "CU"}},
	}
	for range 25 {
		n.add()
	}
	return n
}

func (n *newsroom) date() edtf.Date {
	r := n.rng
	d, err := edtf.Parse(pick(r, []string{"", "2004", "2004-01", "2004-01-01", fmt.Sprintf("20%02d-%02d", r.IntN(20), 1+r.IntN(12)), fmt.Sprintf("20%02d-03-%02d", r.IntN(20), 1+r.IntN(28))}))
	if err != nil {
		panic(err)
	}
	return d
}

func (n *newsroom) claims(id string) []claim.Claim {
	r := n.rng
	list := make([]claim.Claim, r.IntN(6))
	for i := range list {
		c := claim.Flat{Article: id, Type: pick(r, someTypes), Subject: pick(r, someNames), Org: pick(r, someOrgs), Role: pick(r, someRoles),
			Status: pick(r, someStates), By: pick(r, []string{"", "", "Ed Moser", "sources"}), Quote: fmt.Sprintf("words %d", r.IntN(12)), StartByte: 10 * i}
		switch c.Type {
		case claim.Family:
			c.Object, c.Action, c.Role, c.Org = pick(r, someNames), claim.Child, "", ""
		case claim.Legal:
			c.Action, c.Role = claim.Charged, ""
		case claim.Position, claim.Membership:
			c.Start, c.End = n.date(), edtf.Date{}
		default:
			c.On = n.date()
		}
		c.ID = fmt.Sprintf("%s-%d-%d", id, i, r.IntN(1000))
		list[i] = c.Claim()
	}
	return list
}

func (n *newsroom) sentences() []uint64 {
	var list []uint64
	for range 2 + n.rng.IntN(5) {
		list = append(list, pick(n.rng, n.phrases))
	}
	return list
}

func (n *newsroom) article(id string) Article {
	a := &content.Article{ID: id, Outlet: pick(n.rng, []string{"Courier", "Gazette", ""}), Date: n.date(), URL: "https://press.example/" + id}
	if n.rng.IntN(8) == 0 {
		a.Names = map[string]string{"Lee": pick(n.rng, []string{"ann-lee", "none"})}
	}
	return Article{Article: a, Claims: n.claims(id), Sentences: n.sentences()}
}

func (n *newsroom) add() {
	n.serial++
	n.in.Articles = append(n.in.Articles, n.article(fmt.Sprintf("%c-%d", 'a'+n.rng.IntN(26), n.serial)))
	slices.SortFunc(n.in.Articles, func(a, b Article) int { return strings.Compare(a.ID, b.ID) })
}

// step changes something.
func (n *newsroom) step() string {
	r := n.rng
	n.in.Articles = slices.Clone(n.in.Articles)
	site := *n.in.Site
	site.People, site.Parties = slices.Clone(site.People), slices.Clone(site.Parties)
	n.in.Site = &site
	at := &n.in.Articles[r.IntN(len(n.in.Articles))]
	switch r.IntN(15) {
	case 12:
		p := *site.People[r.IntN(len(site.People))]
		p.Draft = !p.Draft
		site.People[slices.IndexFunc(site.People, func(o *content.Person) bool { return o.ID == p.ID })] = &p
		return "a draft or not"
	case 13:
		id := pick(r, []string{"cy-falk", "dee-holm", "ed-moser"})
		if at := slices.IndexFunc(site.People, func(p *content.Person) bool { return p.ID == id }); at >= 0 {
			site.People = slices.Delete(site.People, at, at+1)
			return "a person less"
		}
		site.People = append(site.People, &content.Person{ID: id, File: "content/people/" + id + ".md", Name: pick(r, someNames), Aliases: []string{pick(r, someNames)}})
		slices.SortFunc(site.People, func(a, b *content.Person) int { return strings.Compare(a.ID, b.ID) })
		return "a person more"
	case 14:
		for range 3 {
			n.in.Articles = slices.Delete(n.in.Articles, 0, 1)
			n.add()
		}
		return "articles come and go"
	case 0:
		n.add()
		return "an article more"
	case 1:
		n.in.Articles = slices.DeleteFunc(n.in.Articles, func(a Article) bool { return a.Article == at.Article })
		return "an article less"
	case 2:
		p := *site.People[r.IntN(len(site.People))]
		p.Positions = []content.Position{{Role: pick(r, someRoles), Place: "Karden", Start: n.date(), Sources: []string{at.ID}}}
		site.People[slices.IndexFunc(site.People, func(o *content.Person) bool { return o.ID == p.ID })] = &p
		return "a line of front matter"
	case 3:
		at := r.IntN(len(site.People))
		p := *site.People[at]
		p.Aliases = []string{pick(r, someNames)}
		site.People[at] = &p
		return "an alias"
	case 4:
		p := *site.Parties[0]
		p.Abbreviation = pick(r, []string{"CU", "HP"})
		site.Parties[0] = &p
		return "a party"
	case 5:
		copied := n.in.Articles[r.IntN(len(n.in.Articles))]
		at.Sentences = slices.Clone(copied.Sentences)
		return "a copy of another text"
	case 6:
		for i := range 1 + r.IntN(4) {
			a := &n.in.Articles[(r.IntN(len(n.in.Articles))+i)%len(n.in.Articles)]
			*a = n.article(a.ID)
		}
		return "several articles"
	case 7:
		meta := *at.Article
		meta.Outlet = pick(r, []string{"Courier", "Observer"})
		at.Article = &meta
		return "an outlet"
	case 8:
		at.Sentences = n.sentences()
		return "sentences"
	default:
		*at = n.article(at.ID)
		return "an article"
	}
}

// told writes down all that a result says.
func told(t *testing.T, res *Result) string {
	t.Helper()
	var b strings.Builder
	put := func(v any) {
		raw, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(raw, '\n'))
	}
	for _, p := range res.Profiles {
		fmt.Fprintln(&b, p.Ref, p.Name, p.Person != nil, p.Party != nil)
		for _, f := range p.Facts {
			put(f)
			fmt.Fprintln(&b, f.Words(), f.AsOf, f.EndShown(), f.Lines(), f.Finer(), len(res.IDs(f)))
			half := res.Restrict(f, func(c *claim.Claim) bool { return len(c.ID())%2 == 0 })
			put(half)
		}
	}
	for _, uses := range res.Uses {
		for _, u := range uses {
			fmt.Fprint(&b, u.Claim.ID(), " ", u.Subject, " ", u.Org, " ", u.Object)
			for _, f := range []*Fact{u.Fact, u.Other} {
				if f != nil {
					fmt.Fprint(&b, " ", f.Subject, " ", f.ID)
				}
			}
			fmt.Fprintln(&b)
		}
	}
	put(res.Unresolved)
	put(res.Problems)
	return b.String()
}

func TestMergerGivesWhatMergeGives(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	for seed := range rounds {
		n := newNewsroom(uint64(seed))
		g := new(Merger)
		var did []string
		for range 30 {
			if want, got := told(t, Merge(n.in)), told(t, g.Merge(n.in)); got != want {
				t.Fatalf("seed %d after %q: -merged anew +merged again\n%s", seed, did, cmp.Diff(want, got))
			}
			did = append(did, n.step())
		}
	}
}

func TestMergerKeepsFactsThatDidNotChange(t *testing.T) {
	said := func(id, quote string) claim.Claim {
		return claim.Flat{ID: id, Article: "a", Type: claim.Statement, Subject: "Bo Dahl", Status: claim.Asserted, Quote: quote}.Claim()
	}
	n := newNewsroom(1)
	meta := &content.Article{ID: "a"}
	n.in.Articles = []Article{{Article: meta, Claims: []claim.Claim{said("one", "first words"), said("two", "second words")}}}
	g := new(Merger)
	before := g.Merge(n.in)
	n.in.Articles = []Article{{Article: meta, Claims: []claim.Claim{said("one", "first words"), said("three", "other words")}}}
	after := g.Merge(n.in)
	facts := func(res *Result) map[string]*Fact {
		byWords := map[string]*Fact{}
		for _, p := range res.Profiles {
			for _, f := range p.Facts {
				byWords[f.Quote()] = f
			}
		}
		return byWords
	}
	was, now := facts(before), facts(after)
	if was["first words"] == nil || was["first words"] != now["first words"] || now["other words"] == nil || now["second words"] != nil {
		t.Errorf("facts %v, then %v", was, now)
	}
	if use := after.Uses[0][0]; use.Fact != now["first words"] {
		t.Errorf("the claim that stayed is told that it became %+v", use.Fact)
	}
}

func TestMergerKeepsWhatDidNotChange(t *testing.T) {
	n := newNewsroom(1)
	g := new(Merger)
	before := g.Merge(n.in)
	n.in.Articles = append(slices.Clone(n.in.Articles), Article{
		Article: &content.Article{ID: "zz"},
		Claims:  []claim.Claim{claim.Flat{ID: "new", Article: "zz", Type: claim.Birth, Subject: "Bo Dahl", Status: claim.Asserted, Quote: "was born"}.Claim()},
	})
	after := g.Merge(n.in)
	for i, p := range after.Profiles {
		if same := p == before.Profiles[i]; same == (p.Ref == "people/bo-dahl") {
			t.Errorf("%s is the same as before: %v", p.Ref, same)
		}
	}
}
