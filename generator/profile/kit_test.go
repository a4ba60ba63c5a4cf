package profile

import (
	"encoding"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
)

// desk sets up a small site for a test.
type desk struct {
	t  *testing.T
	in Input
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{t: t, in: Input{Site: &content.Site{}}}
}

func day(t *testing.T, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// person adds a profile: its id is made from the name where the person has none.
func (d *desk) person(p content.Person) {
	if p.ID == "" {
		p.ID = Slug(p.Name)
	}
	p.File = "content/people/" + p.ID + ".md"
	d.in.Site.People = append(d.in.Site.People, &p)
}

func (d *desk) party(p content.Party) {
	if p.ID == "" {
		p.ID = Slug(p.Name)
	}
	p.File = "content/parties/" + p.ID + ".md"
	d.in.Site.Parties = append(d.in.Site.Parties, &p)
}

// article adds an article with claims, each a line of "key=value" pairs parted
// by "; ": "position; subject=Ada Quill; role=mayor; start=2010". The words are
// made up where none are given.
func (d *desk) article(id, outlet, date string, lines ...string) *content.Article {
	d.t.Helper()
	a := &content.Article{ID: id, File: "content/articles/" + id + ".md", Outlet: outlet, Date: day(d.t, date)}
	art := Article{Article: a}
	for i, line := range lines {
		c := claimOf(d.t, line)
		c.Article, c.StartByte = id, 1000*i
		if c.Quote == "" {
			c.Quote = fmt.Sprintf("Words %d of %s.", i, id)
		}
		c.ID = claim.MakeID(&c)
		if err := c.Validate(); err != nil {
			d.t.Fatal(err)
		}
		art.Claims = append(art.Claims, c.Claim())
	}
	d.in.Articles = append(d.in.Articles, art)
	d.in.Site.Articles = append(d.in.Site.Articles, a)
	return a
}

func claimOf(t *testing.T, line string) claim.Flat {
	t.Helper()
	c := claim.Flat{Status: claim.Asserted}
	text := map[string]*string{"subject": &c.Subject, "role": &c.Role, "org": &c.Org, "object": &c.Object, "place": &c.Place,
		"when": &c.When, "reason": &c.Reason, "by": &c.By, "quote": &c.Quote}
	words := map[string]encoding.TextUnmarshaler{"stage": &c.Stage, "action": &c.Action, "case": &c.CaseRole, "status": &c.Status,
		"start": &c.Start, "end": &c.End, "on": &c.On}
	for i, part := range strings.Split(line, "; ") {
		key, value, _ := strings.Cut(part, "=")
		switch {
		case i == 0:
			c.Type = claim.TypeOf(part)
		case text[key] != nil:
			*text[key] = value
		case words[key] != nil:
			if err := words[key].UnmarshalText([]byte(value)); err != nil {
				t.Fatal(err)
			}
		case key == "former":
			c.Former = true
		case key == "via":
			c.Via = strings.Split(value, "|")
		default:
			t.Fatalf("there is no field %q", key)
		}
	}
	return c
}

// merge merges the site, whose articles are put in order as the pipeline does.
func (d *desk) merge() *Result {
	slices.SortFunc(d.in.Articles, func(a, b Article) int { return strings.Compare(a.ID, b.ID) })
	return Merge(d.in)
}

// facts gives the facts of one type of one profile.
func (d *desk) facts(res *Result, ref string, typ claim.Type) []*Fact {
	d.t.Helper()
	var list []*Fact
	for _, p := range res.Profiles {
		for _, f := range p.Facts {
			if p.Ref == Ref(ref) && f.Type == typ {
				list = append(list, f)
			}
		}
	}
	return list
}

// one gives the only fact of one type of one profile.
func (d *desk) one(res *Result, ref string, typ claim.Type) *Fact {
	d.t.Helper()
	list := d.facts(res, ref, typ)
	if len(list) != 1 {
		d.t.Fatalf("%s has %d facts of type %s:\n%s", ref, len(list), typ, dump(list))
	}
	return list[0]
}

func dump(facts []*Fact) string {
	var b strings.Builder
	for _, f := range facts {
		line, _ := json.Marshal(f)
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// dumpAll writes all that a merge gives.
func dumpAll(res *Result) string {
	var b strings.Builder
	for _, p := range res.Profiles {
		fmt.Fprintf(&b, "%s %s\n%s", p.Ref, p.Name, dump(p.Facts))
		for _, f := range p.Facts {
			fmt.Fprintf(&b, "%s %v %s %s %v\n", f.ID, f.Words(), f.AsOf, f.EndShown(), f.Finer())
		}
	}
	for _, u := range res.Unresolved {
		fmt.Fprintf(&b, "%+v\n", u)
	}
	for _, p := range res.Problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

func articlesOf(f *Fact) string {
	var ids []string
	for _, s := range f.Sources() {
		if s.Article != "" {
			ids = append(ids, s.Article)
		} else {
			ids = append(ids, s.URL)
		}
	}
	return strings.Join(ids, " ")
}

// harbour is a site of three people and two parties that most tests begin with.
func harbour(t *testing.T) *desk {
	d := newDesk(t)
	d.person(content.Person{Name: "Ada Quill", Aliases: []string{"A. M. Quill"}, Party: "harbour"})
	d.person(content.Person{Name: "Oren Tabb"})
	d.person(content.Person{Name: "Sir Ilse Marrow"})
	d.party(content.Party{ID: "harbour", Name: "Harbour Party", Abbreviation: "HP", Aliases: []string{"Dockers' Union"}})
	d.party(content.Party{ID: "inland", Name: "Inland League"})
	return d
}
