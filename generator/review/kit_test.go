package review

import (
	"encoding"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// testReviewer reads the lists of words once.
var testReviewer = sync.OnceValue(func() *Reviewer { return new(Reviewer) })

// desk sets up a small site for a test.
type desk struct {
	t  *testing.T
	in profile.Input
}

// newDesk makes a site of two people and a party.
func newDesk(t *testing.T) *desk {
	d := &desk{t: t, in: profile.Input{Site: &content.Site{}}}
	d.in.Site.People = []*content.Person{
		{ID: "ada-quill", File: "content/people/ada-quill.md", Name: "Ada Quill"},
		{ID: "oren-tabb", File: "content/people/oren-tabb.md", Name: "Oren Tabb"},
	}
	d.in.Site.Parties = []*content.Party{{ID: "harbour", File: "content/parties/harbour.md", Name: "Harbour Party"}}
	return d
}

func day(text string) edtf.Date {
	d, err := edtf.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// article adds an article whose claims are lines of "key=value" pairs parted by
// "; ". A claim's words are those of its "quote", or the whole text.
func (d *desk) article(id, outlet, date, text string, lines ...string) *content.Article {
	d.t.Helper()
	a := &content.Article{ID: id, File: "content/articles/" + id + ".md", Outlet: outlet, Date: day(date), Text: text, Language: "en-GB"}
	art := profile.Article{Article: a}
	for _, line := range lines {
		art.Claims = append(art.Claims, d.claim(a, line))
	}
	d.in.Articles = append(d.in.Articles, art)
	d.in.Site.Articles = append(d.in.Site.Articles, a)
	return a
}

func (d *desk) claim(a *content.Article, line string) claim.Claim {
	d.t.Helper()
	flat := claim.Flat{Article: a.ID, Status: claim.Asserted, Quote: a.Text}
	text := map[string]*string{"subject": &flat.Subject, "role": &flat.Role, "org": &flat.Org, "object": &flat.Object, "place": &flat.Place,
		"reason": &flat.Reason, "by": &flat.By, "quote": &flat.Quote}
	words := map[string]encoding.TextUnmarshaler{"stage": &flat.Stage, "action": &flat.Action, "status": &flat.Status,
		"start": &flat.Start, "end": &flat.End, "on": &flat.On}
	for i, part := range strings.Split(line, "; ") {
		key, value, _ := strings.Cut(part, "=")
		switch {
		case i == 0:
			flat.Type = claim.TypeOf(part)
		case text[key] != nil:
			*text[key] = value
		case words[key] != nil:
			if err := words[key].UnmarshalText([]byte(value)); err != nil {
				d.t.Fatal(err)
			}
		default:
			d.t.Fatalf("there is no field %q", key)
		}
	}
	flat.StartByte = strings.Index(a.Text, flat.Quote)
	flat.ID = claim.MakeID(&flat)
	if err := flat.Validate(); err != nil {
		d.t.Fatalf("%s: %v", line, err)
	}
	return flat.Claim()
}

func (d *desk) apply() (*Publication, []HeldFact, []diag.Problem) {
	slices.SortFunc(d.in.Articles, func(a, b profile.Article) int { return strings.Compare(a.ID, b.ID) })
	return testReviewer().Apply(profile.Merge(d.in), d.in, Options{})
}

// decide adds a decision on the held or shown fact of a type of a profile.
func (d *desk) decide(verdict content.Verdict, ref string, typ claim.Type, date string) *content.Decision {
	d.t.Helper()
	for _, p := range profile.Merge(d.in).Profiles {
		for _, f := range p.Facts {
			if p.Ref == profile.Ref(ref) && f.Type == typ {
				d.in.Site.Decisions = append(d.in.Site.Decisions, content.Decision{ID: f.ID, Verdict: verdict,
					Words: slices.Clone(f.Words()), By: "E. Editor", Date: day(date)})
				return &d.in.Site.Decisions[len(d.in.Site.Decisions)-1]
			}
		}
	}
	d.t.Fatalf("%s has no %s", ref, typ)
	return nil
}

// everything writes all that a publication says.
func everything(pub *Publication) string {
	var b strings.Builder
	for _, p := range pub.Profiles {
		fmt.Fprintf(&b, "%s %s %s\n", p.Ref, p.Name, p.Updated)
		for _, f := range p.Facts {
			line, _ := json.Marshal(f)
			fmt.Fprintf(&b, "%s %q %s %s %v\n", line, f.Words(), f.AsOf, f.EndShown(), f.Finer())
		}
		for _, c := range p.Mentions {
			line, _ := json.Marshal(c)
			fmt.Fprintf(&b, "mention %s\n", line)
		}
	}
	for _, a := range pub.Articles {
		fmt.Fprintf(&b, "%s %q %q %q\n", a.ID, a.Title, a.Label, a.Text)
		for _, c := range a.Claims {
			line, _ := json.Marshal(c)
			fmt.Fprintf(&b, "%s\n", line)
		}
		for _, s := range a.Spans {
			fmt.Fprintf(&b, "%+v\n", s)
		}
	}
	for _, c := range pub.Changes {
		fmt.Fprintf(&b, "%+v\n", c)
	}
	return b.String()
}

// shown gives the published facts of a profile, each as "type status review".
func shown(pub *Publication, ref string) []string {
	var list []string
	for _, p := range pub.Profiles {
		if p.Ref == profile.Ref(ref) {
			for _, f := range p.Facts {
				list = append(list, fmt.Sprintf("%s %s %s", f.Type, f.Status, f.Review))
			}
		}
	}
	slices.Sort(list)
	return list
}

// heldOf gives what is held of a profile, each as "type: why".
func heldOf(held []HeldFact, ref string) []string {
	var list []string
	for _, h := range held {
		if h.Subject == profile.Ref(ref) {
			list = append(list, h.Fact.Type.String()+": "+strings.Join(h.Why, ", "))
		}
	}
	slices.Sort(list)
	return list
}
