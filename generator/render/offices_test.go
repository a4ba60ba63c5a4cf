package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// An address is the same whatever language the site speaks, and so are the
// offices themselves.
func TestOfficeAddressesInEveryLanguage(t *testing.T) {
	var want []string
	for _, language := range []string{"en", "fr", "ur", "fi"} {
		pub := sample()
		pub.Settings.Language = language
		s := build(t, pub)
		got := slices.Sorted(maps.Keys(s.officeByID))
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %s the offices are %v, in English %v", language, got, want)
		}
		o := s.officeByID["mayor-of-brindle"]
		if o == nil || len(o.terms) != 2 {
			t.Errorf("in %s a place in the role and one beside it are two offices", language)
		}
	}
}

// A post that many held is told by decades, in order; those whom no source dates
// come last.
func TestTermsByDecade(t *testing.T) {
	b := &sampleBuilder{pub: &review.Publication{Settings: content.Settings{Title: "Register", Language: "en", Timezone: "UTC"}}}
	a := b.article("register", "Register", "The register", "2015-01-10")
	for i := range manyTerms + 5 {
		p := b.profile(profile.Ref(fmt.Sprintf("people/p%d", i)), fmt.Sprintf("Person %d", i))
		c := claim.Flat{Type: claim.Position, Role: "Warden", Quote: "a warden", StartByte: i}
		switch {
		case i == 3: // known by its end alone
			c.End = day("1975")
		case i > 4:
			c.Start, c.End = day(itoa(1990-i)), day(itoa(1991-i))
		}
		b.fact(p, b.claim(a, p, c))
	}
	s := build(t, b.pub)
	page, err := s.officePage("offices/warden/index.html", s.officeByID["warden"])
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	terms := 0
	for _, g := range page.Groups {
		names = append(names, g.Name)
		terms += len(g.Terms)
	}
	if want := []string{"1950s", "1960s", "1970s", "1980s", "No source tells when"}; !slices.Equal(names, want) || len(page.Parts) != len(want) {
		t.Errorf("the terms stand under %q, want %q", names, want)
	}
	if terms != manyTerms+5 {
		t.Errorf("%d terms", terms)
	}
	if page.Career == nil || len(page.Career.Rows) != maxBars || page.Career.Cut == "" {
		t.Errorf("the picture is %+v", page.Career)
	}
}

// Members whom a party's page has no room for are named, each with the way to
// the line and its sources.
func TestManyMembers(t *testing.T) {
	b := &sampleBuilder{pub: &review.Publication{Settings: content.Settings{Title: "Register", Language: "en", Timezone: "UTC"}}}
	a := b.article("register", "Register", "The register", "2015-01-10")
	b.profile("parties/tide", "Tide")
	const n = maxMembers + 12
	for i := range n {
		p := b.profile(profile.Ref(fmt.Sprintf("people/p%d", i)), fmt.Sprintf("Person %d", i))
		b.fact(p, b.claim(a, p, claim.Flat{Type: claim.Membership, Org: "Tide", Quote: "of Tide", StartByte: i}))
	}
	s := build(t, b.pub)
	page, err := s.partyPage("parties/tide/index.html", s.profiles["parties/tide"])
	if err != nil {
		t.Fatal(err)
	}
	now := page.Now
	if len(now.Facts) != openMembers || len(now.Rest) != maxMembers-openMembers || len(now.Names) != n-maxMembers {
		t.Fatalf("%d stand open, %d are folded, %d named", len(now.Facts), len(now.Rest), len(now.Names))
	}
	for _, name := range now.Names {
		ref, id, _ := strings.Cut(strings.TrimPrefix(name.Href, "../../"), "/#")
		if p := s.profiles[profile.Ref(ref)]; p == nil || p.Facts[0].ID != id {
			t.Errorf("%s leads to %s", name.Text, name.Href)
		}
	}
	if now.Named != "12 more, by name" {
		t.Error(now.Named)
	}
}

// Where nobody is known to have been there with another, there is a list and no
// picture of meetings.
func TestNoPictureOfWhatIsNotKnown(t *testing.T) {
	b := council()
	people := b.pub.Profiles[:3]
	b.profile("parties/ebb", "Ebb")
	for i, p := range people {
		b.fact(p, b.claim(b.pub.Articles[0], p, claim.Flat{Type: claim.Membership, Org: "Ebb", Quote: "of Ebb", StartByte: 90 + i}))
		for _, f := range p.Facts {
			f.Start, f.End = edtf.Date{}, edtf.Date{}
			f.Sources()[0].Date = day(fmt.Sprintf("2015-01-1%d", i))
		}
	}
	shared := build(t, b.pub).maker("people/ada/index.html").relation("people/ada", "Ada Brook")
	if shared == nil || len(shared.Rows) > 0 || len(shared.List) != 2 {
		t.Errorf("%+v", shared)
	}
}
