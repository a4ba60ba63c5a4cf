package profile

import (
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
)

// whose merges one claim about a name and tells whose it is.
func whose(t *testing.T, name string, people ...content.Person) Ref {
	t.Helper()
	d := newDesk(t)
	for _, p := range people {
		d.person(p)
	}
	d.party(content.Party{ID: "harbour", Name: "Harbour Party", Aliases: []string{"Dockers"}})
	d.party(content.Party{ID: "gruene", Name: "Grüne Liste Karsa"})
	d.article("a", "The Mail", "2014-02-03", "position; subject="+name+"; role=mayor")
	return d.merge().Uses[0][0].Subject
}

func TestWhoIsMeant(t *testing.T) {
	people := []content.Person{
		{ID: "quill", Name: "Ada Mary Quill", Aliases: []string{"A. M. Quill", "Ada Quill", "", "  "}},
		{ID: "zdzislaw", Name: "Zdzisław Łoś-Próba"},
		{ID: "oren", Name: "Sir Oren Tabb"},
		{ID: "obrien", Name: "Siân O’Brien"},
		{ID: "sato", Name: "Sato Kenji"},
		{ID: "aslam-1", Name: "Imre Vass"},
		{ID: "aslam-2", Name: "Imre Vass", Aliases: []string{"Imre Vass Jr"}},
		{ID: "dot", Name: "Regex Person", Aliases: []string{".*", "[a-z]+"}},
		{ID: "graham", Name: "Graham James", Not: []string{"james-graham"}},
	}
	for name, want := range map[string]Ref{
		"Ada Mary Quill":            "people/quill",
		"ADA QUILL":                 "people/quill",
		"Dr A.M. Quill":             "people/quill",
		"Mr A M Quill MP":           "people/quill",
		"Ada\u200bMary Quill":       "", // glued words are another name
		"Ada Mary\u00a0Qui\u00adll": "people/quill",
		"Quill, Ada":                "people/quill",
		"Quill":                     "",
		"Ada":                       "",
		"Ada Jane Quill":            "",
		"Adam Quill":                "",
		"Zdzislaw Los-Proba":        "people/zdzislaw",
		"Oren Tabb":                 "people/oren",
		"Sir Oren Tabb":             "people/oren",
		"Engineer Oren Tabb":        "people/oren",
		"Lord Tabb":                 "",
		"Sian O'Brien":              "people/obrien",
		"Kenji Sato":                "people/sato",
		"Imre Vass":                 "",
		"Imre Vass Jr":              "people/aslam-2",
		"anything":                  "",
		"James Graham":              "",
		"Harbour Party":             "parties/harbour",
		"the Harbour Party":         "parties/harbour",
		"Harbour":                   "parties/harbour",
		"Dockers":                   "parties/harbour",
		"GLK":                       "parties/gruene",
		"Harbour Partygoers":        "",
	} {
		if got := whose(t, name, people...); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestTheArticleSaysWho(t *testing.T) {
	d := newDesk(t)
	d.person(content.Person{ID: "vass-1", Name: "Imre Vass"})
	d.person(content.Person{ID: "vass-2", Name: "Imre Vass"})
	d.person(content.Person{ID: "holt", Name: "Mira Holt", Aliases: []string{"Holt"}})
	lines := []string{"position; subject=Imre Vass; role=mayor", "resignation; subject=Vass; role=mayor"}
	d.article("a", "The Mail", "2014-02-03", lines...)
	d.article("b", "The Mail", "2014-02-03", lines...).Names = map[string]string{"Imre Vass": "vass-2", "Mira Holt": none}
	d.article("c", "The Mail", "2014-02-03", "position; subject=Mira Holt; role=senator").Names = map[string]string{"Mira Holt": none}
	// A surname is the fuller form of its article, whatever alias it is elsewhere.
	d.article("d", "The Mail", "2014-02-03", "position; subject=Rurik Holt; role=clerk", "resignation; subject=Holt; role=clerk")
	d.article("e", "The Mail", "2014-02-03", "position; subject=Rurik Holt; role=clerk", "position; subject=Mira Holt; role=senator",
		"resignation; subject=Mr Holt; role=clerk")
	d.article("f", "The Mail", "2014-02-03", "resignation; subject=Holt; role=clerk")
	res := d.merge()
	want := [][]Ref{{"", ""}, {"people/vass-2", "people/vass-2"}, {""}, {"people/rurik-holt", "people/rurik-holt"},
		{"people/rurik-holt", "people/holt", "people/holt"}, {"people/holt"}}
	for i, uses := range res.Uses {
		var got []Ref
		for _, u := range uses {
			got = append(got, u.Subject)
		}
		if !slices.Equal(got, want[i]) {
			t.Errorf("%s: %q, want %q", d.in.Articles[i].ID, got, want[i])
		}
	}
	both := slices.ContainsFunc(res.Unresolved, func(u Unresolved) bool {
		return u.Name == "Imre Vass" && slices.Equal(u.Candidates, []Ref{"people/vass-1", "people/vass-2"}) && slices.Equal(u.Articles, []string{"a"})
	})
	if !both {
		t.Errorf("the namesakes are not told: %+v", res.Unresolved)
	}
}

func TestRenamedParty(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "1990-02-03", "membership; subject=Oren Tabb; org=Dockers' Union", "election; subject=Dockers' Union; on=1990")
	d.article("b", "The Post", "2014-02-03", "membership; subject=Oren Tabb; org=HP", "election; subject=Harbour Party; on=2014")
	res := d.merge()
	if f := d.one(res, "people/oren-tabb", claim.Membership); f.Org != "parties/harbour" || articlesOf(f) != "a b" {
		t.Errorf("%s", dump([]*Fact{f}))
	}
	if list := d.facts(res, "parties/harbour", claim.Election); len(list) != 2 || len(list[0].Differs()) > 0 {
		t.Errorf("%s", dump(list))
	}
}

func TestStubs(t *testing.T) {
	d := harbour(t)
	d.in.Site.Files.People = []string{"content/people/lena-fisk.md"} // a draft: known, not built
	d.person(content.Person{ID: "rurik-moss", Name: "Another Name"})
	d.article("a", "The Mail", "2014-02-03",
		"position; subject=Dr Mira Hólt; role=senator", "membership; subject=Mira Hólt; org=Tide Movement",
		"family; subject=Mira Hólt; action=spouse; object=Jon Holt", "statement; subject=Nils Penn",
		"position; subject=Rurik Moss; role=clerk", "position; subject=Lena Fisk; role=clerk", "position; subject=Copy Person; role=clerk",
		"legal; subject=Victim Person; action=charged; case=victim", "membership; subject=Union Person; org=Dockers Guild",
		"position; subject=Surname; role=clerk")
	d.article("b", "The Mail", "2014-02-04",
		"position; subject=MIRA HOLT; role=senator", "left; subject=Pat Ebb; org=Tide Movement", "statement; subject=Nils Penn",
		"family; subject=Jon Holt; action=sibling; object=Mira Holt", "family; subject=Jon Holt; action=child; object=Ida Holt",
		"position; subject=Rurik Moss; role=clerk", "position; subject=Lena Fisk; role=clerk",
		"legal; subject=Victim Person; action=charged; case=victim", "membership; subject=Union Person; org=Dockers Guild",
		"position; subject=Surname; role=clerk")
	d.article("c", "The Post", "2014-02-04", "position; subject=Copy Person; role=clerk")
	for i := range d.in.Articles {
		if id := d.in.Articles[i].ID; id != "b" {
			d.in.Articles[i].Article.Text = "One text in two papers. It has two sentences."
		}
	}
	res := d.merge()
	var stubs []string
	for _, p := range res.Profiles {
		if p.Stub() {
			stubs = append(stubs, string(p.Ref)+" "+p.Name)
		}
	}
	want := []string{"people/mira-holt Mira Hólt", "people/rurik-moss-2 Rurik Moss", "parties/tide-movement Tide Movement"}
	if !slices.Equal(stubs, want) {
		t.Errorf("stubs %q, want %q", stubs, want)
	}
	var lost []string
	for _, u := range res.Unresolved {
		lost = append(lost, u.Name)
	}
	want = []string{"Copy Person", "Jon Holt", "Nils Penn", "Pat Ebb", "Surname", "Union Person", "Victim Person"}
	if got := slices.DeleteFunc(lost, func(n string) bool { return n == "Lena Fisk" }); !slices.Equal(got, want) {
		t.Errorf("unresolved %q, want %q", got, want)
	}
	if f := d.one(res, "people/mira-holt", claim.Membership); f.Org != "parties/tide-movement" {
		t.Errorf("%s", dump([]*Fact{f}))
	}
	for _, f := range d.facts(res, "people/mira-holt", claim.Family) {
		if isRef(f.Object()) {
			t.Errorf("a relative has a page: %s", dump([]*Fact{f}))
		}
	}
}

// A body without a word for parties in its name is known by what is told of it:
// people belong to it or are thrown out of it, and it wins elections. Never is
// it taken for somebody.
func TestBodiesAreNobody(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "membership; subject=Mira Holt; org=Tern Wide", "statement; subject=Tern Wide",
		"membership; subject=Jo Penn; org=Quay Club", "statement; subject=Quay Club", "election; subject=Eva Roth; role=mayor; place=Brenna")
	d.article("b", "The Post", "2014-02-04", "dismissal; subject=Mira Holt; org=Tern Wide",
		"election; subject=Tern Wide; place=Brenna", "membership; subject=Jo Penn; org=Quay Club", "statement; subject=Quay Club",
		"dismissal; subject=Jo Penn; role=clerk; org=Quay Club", "election; subject=Quay Person; place=Brenna", "membership; subject=Pat Ebb; org=Eva Roth")
	d.article("c", "The Echo", "2014-02-05", "candidacy; subject=Quay Club; place=Brenna", "election; subject=Quay Person; place=Brenna",
		"position; subject=Eva Roth; role=mayor", "election; subject=Eva Roth; role=mayor; place=Brenna")
	res := d.merge()
	var stubs []string
	for _, p := range res.Profiles {
		if p.Stub() {
			stubs = append(stubs, string(p.Ref))
		}
	}
	want := []string{"people/eva-roth", "people/jo-penn", "people/mira-holt", "people/quay-person", "parties/tern-wide"}
	if !slices.Equal(stubs, want) {
		t.Errorf("stubs %q, want %q", stubs, want)
	}
	if f := d.one(res, "people/mira-holt", claim.Dismissal); f.Org != "parties/tern-wide" {
		t.Errorf("%s", dump([]*Fact{f}))
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Mira Hólt": "mira-holt", "Siân O’Brien": "sian-obrien", "Łukasz Żur": "lukasz-zur", "Ж. Иванов": "zh-ivanov",
		"Jean-Luc  Pé": "jean-luc-pe", "李强": "li-qiang",
	} {
		if got := Slug(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if got := Slug("\u200b"); !strings.HasPrefix(got, "x-") {
		t.Errorf("nothing visible: %s", got)
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Dr A. M. Quill, MP")
	f.Add("’’ ʼa\u0301\u200d ß Ǆ ﷺ")
	f.Add("\xf2Î")
	f.Fuzz(func(t *testing.T, name string) {
		words := fold(name)
		again := fold(strings.Join(words, " "))
		if !slices.Equal(words, again) {
			t.Errorf("%q folds to %q and then to %q", name, words, again)
		}
		if slug := Slug(name); slug == "" || strings.ToLower(slug) != slug || strings.ContainsAny(slug, " /.") {
			t.Errorf("%q has the id %q", name, slug)
		}
	})
}
