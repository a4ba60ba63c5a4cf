package profile

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
)

func TestOneFactFromManyClaims(t *testing.T) {
	d := harbour(t)
	d.article("b-day", "The Mail", "2014-02-03", "resignation; subject=Ada Quill; role=mayor; on=2014-01-31; stage=effective")
	d.article("a-month", "The Post", "2014-02-20", "resignation; subject=A. M. Quill; role=Mayor; place=Brenna; on=2014-01; stage=effective")
	d.article("c-undated", "The Echo", "", "resignation; subject=Ada Quill; role=mayor; stage=effective")
	f := d.one(d.merge(), "people/ada-quill", claim.Resignation)
	if f.On.String() != "2014-01-31" || f.Place != "Brenna" || f.Status != claim.Asserted || f.Voices != 3 || f.Origin != Extracted {
		t.Errorf("%s", dump([]*Fact{f}))
	}
	if got := articlesOf(f); got != "b-day a-month c-undated" {
		t.Errorf("sources %q: oldest first, undated last", got)
	}
	if len(f.Differs()) > 0 || len(f.Sides()) > 0 {
		t.Errorf("%s", dump([]*Fact{f}))
	}
}

func TestStatusPutTogether(t *testing.T) {
	tests := []struct {
		statuses string // parted by spaces, "/" and the speaker
		want     claim.Status
	}{
		{"asserted", claim.Asserted},
		{"asserted denied/Oren_Tabb", claim.Disputed},
		{"asserted denied/sources", claim.Asserted},
		{"asserted alleged", claim.Asserted},
		{"planned asserted", claim.Asserted},
		{"planned denied/Oren_Tabb", claim.Disputed},
		{"planned", claim.Planned},
		{"planned alleged", claim.Planned},
		{"alleged", claim.Alleged},
		{"alleged denied/Oren_Tabb", claim.Alleged},
		{"denied/Oren_Tabb", claim.Denied},
		{"denied/Oren_Tabb denied/Ilse_Marrow", claim.Denied},
	}
	for _, test := range tests {
		d := harbour(t)
		for i, s := range strings.Fields(test.statuses) {
			status, by, _ := strings.Cut(s, "/")
			d.article(string(rune('a'+i)), "The Mail", "2014-02-03",
				"joined; subject=Ada Quill; org=Inland League; status="+status+"; by="+strings.ReplaceAll(by, "_", " "))
		}
		f := d.one(d.merge(), "people/ada-quill", claim.Joined)
		if f.Status != test.want {
			t.Errorf("%s: %s, want %s", test.statuses, f.Status, test.want)
		}
		needs := test.want == claim.Disputed || test.want == claim.Alleged || test.want == claim.Denied
		if needs != (len(f.Sides()) > 0) {
			t.Errorf("%s: sides %v", test.statuses, f.Sides())
		}
		if strings.Contains(test.statuses, "denied/Oren") && needs &&
			!slices.ContainsFunc(f.Sides(), func(s Side) bool { return s.Status == claim.Denied && s.By == "Oren Tabb" }) {
			t.Errorf("%s: the denial is not told by name: %v", test.statuses, f.Sides())
		}
	}
}

func TestReasonsThatDiffer(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "resignation; subject=Ada Quill; role=mayor; reason=the port contract; by=Oren Tabb")
	d.article("b", "The Post", "2014-02-04", "resignation; subject=Ada Quill; role=mayor; reason=personal reasons; by=City Hall")
	f := d.one(d.merge(), "people/ada-quill", claim.Resignation)
	if f.Reason() != "" || len(f.Sides()) != 2 || f.Sides()[0].Reason != "the port contract" || f.Sides()[1].By != "City Hall" {
		t.Errorf("%s", dump([]*Fact{f}))
	}
}

func TestThirdHandIsTold(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "statement; subject=Oren Tabb; by=a private channel; status=alleged; quote=A private channel reported that Oren Tabb had denied it.",
		"joined; subject=Ada Quill; org=Inland League; by=Oren Tabb; via=a private channel")
	res := d.merge()
	if f := d.one(res, "people/oren-tabb", claim.Statement); !f.Anonymous || len(f.Sides()) != 1 || f.Sides()[0].By != "a private channel" {
		t.Errorf("%s", dump([]*Fact{f}))
	}
	if f := d.one(res, "people/ada-quill", claim.Joined); len(f.Sides()) != 1 || !slices.Equal(f.Sides()[0].Via, []string{"a private channel"}) {
		t.Errorf("%s", dump([]*Fact{f}))
	}
}

func TestAnonymous(t *testing.T) {
	for by, want := range map[string]bool{
		"": false, "sources": true, "a source close to Ada Quill": true, "two party officials": true, "Senate Secretariat": false,
		"police": false, "a spokesman for the ministry": false, "Oren Tabb": false, "a former minister": true, "newspaper reports": true,
		"senior official Oren Tabb": false,
	} {
		if got := isAnonymous(by); got != want {
			t.Errorf("%q: %v", by, got)
		}
	}
}

func TestVoices(t *testing.T) {
	d := harbour(t)
	line := "joined; subject=Ada Quill; org=Inland League"
	d.article("a", "The Mail", "2014-02-03", line)
	d.article("b", "The Mail", "2014-02-04", line)
	d.article("c", "The Post", "2014-02-04", line)
	d.article("d", "The Echo", "2014-02-04", line+"; status=denied; by=Oren Tabb")
	d.article("e", "", "", line)
	if f := d.one(d.merge(), "people/ada-quill", claim.Joined); f.Voices != 3 {
		t.Errorf("%d voices: one outlet is one, a denial none, an article without outlet its own", f.Voices)
	}
	// One text in two outlets: the dateline and the end differ.
	wire := "KARSA - %s The vote was close. It rained all day. Nobody stayed to the end."
	for i := range d.in.Articles {
		if id := d.in.Articles[i].ID; id == "a" || id == "c" {
			d.in.Articles[i].Article.Text = strings.Replace(wire, "%s", strings.Repeat("More of "+id+". ", i/2), 1)
		}
	}
	if f := d.one(d.merge(), "people/ada-quill", claim.Joined); f.Voices != 2 {
		t.Errorf("%d voices: a copy is no voice of its own", f.Voices)
	}
}

func TestPlannedGivesWay(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "appointment; subject=Ada Quill; role=mayor; on=2014-02-10; status=planned",
		"candidacy; subject=Ada Quill; place=Brenna North; on=2015; status=planned")
	d.article("b", "The Post", "2014-02-20", "appointment; subject=Ada Quill; role=mayor; on=2014-02-12")
	res := d.merge()
	f := d.one(res, "people/ada-quill", claim.Appointment)
	if f.Status != claim.Asserted || f.On.String() != "2014-02-12" || articlesOf(f) != "a b" || f.Voices != 2 {
		t.Errorf("%s", dump([]*Fact{f}))
	}
	if f := d.one(res, "people/ada-quill", claim.Candidacy); f.Status != claim.Planned {
		t.Errorf("%s", dump([]*Fact{f}))
	}
}

// A post bears the name that some source writes out; the editor's is as written.
func TestPostsAreWrittenOut(t *testing.T) {
	for _, c := range []struct{ roles, want string }{
		{"Gov.|Gov.|Governor", "Governor"}, {"Gov.|governor", "governor"}, {"U.S. Rep.|U.S. Representative", "U.S. Representative"}, {"Gov.", "Gov."},
	} {
		d := harbour(t)
		for i, role := range strings.Split(c.roles, "|") {
			d.article(string(rune('a'+i)), "The Mail", "2014-02-03", "position; subject=Ada Quill; role="+role)
		}
		d.in.RoleNames = [][]string{{"governor", "gov"}, {"us representative", "us rep"}, {"u.s. representative", "u.s. rep."}}
		for _, f := range d.facts(d.merge(), "people/ada-quill", claim.Position) {
			if f.Role != c.want {
				t.Errorf("%s: %s", c.roles, dump([]*Fact{f}))
			}
		}
	}
}

// What was only said to be coming keeps its article as a source when it comes;
// a denial of it says nothing against what happened later.
func TestAllegedCameTrue(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "appointment; subject=Ada Quill; role=mayor; status=alleged; by=sources")
	d.article("b", "The Post", "2014-03-20", "appointment; subject=Ada Quill; role=mayor; on=2014-03-18")
	d.article("c", "The Post", "2010-02-04", "appointment; subject=Ada Quill; role=mayor; status=alleged; by=sources")
	d.article("d", "The Post", "2014-02-04", "appointment; subject=Ada Quill; role=mayor; status=denied; by=Oren Tabb")
	var got []string
	for _, f := range d.facts(d.merge(), "people/ada-quill", claim.Appointment) {
		got = append(got, f.Status.String()+" "+f.On.String()+": "+articlesOf(f))
	}
	slices.Sort(got)
	want := []string{"alleged : c d", "asserted 2014-03-18: a b"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTermsAndTheLatestThatFits(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2020-01-01", "position; subject=Ada Quill; role=mayor; place=Brenna; start=2005; end=2009",
		"position; subject=Ada Quill; role=mayor; place=Brenna; start=2015")
	d.article("b", "The Post", "2019-01-01", "position; subject=Ada Quill; role=mayor")
	d.article("c", "The Post", "2012-01-01", "position; subject=Ada Quill; role=mayor; former")
	d.article("d", "The Echo", "", "position; subject=Ada Quill; role=deputy mayor; place=Brenna")
	var got []string
	for _, f := range d.facts(d.merge(), "people/ada-quill", claim.Position) {
		got = append(got, f.Role+" "+f.Start.String()+": "+articlesOf(f))
		if len(f.Differs()) > 0 {
			t.Errorf("%s differs", f.Role)
		}
	}
	want := []string{"deputy mayor : d", "mayor 2005: c a", "mayor 2015: b a"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFamilyFromBothSides(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "family; subject=Ada Quill; action=child; object=Oren Tabb")
	d.article("b", "The Post", "2014-02-04", "family; subject=Oren Tabb; action=parent; object=Ada Quill",
		"family; subject=Rurik Moss; action=spouse; object=Ada Quill")
	res := d.merge()
	child, spouse := d.facts(res, "people/ada-quill", claim.Family)[0], d.facts(res, "people/ada-quill", claim.Family)[1]
	if spouse.Action != claim.Spouse {
		child, spouse = spouse, child
	}
	if child.Action != claim.Child || child.Object() != "people/oren-tabb" || articlesOf(child) != "a b" {
		t.Errorf("%s", dump([]*Fact{child}))
	}
	if spouse.Action != claim.Spouse || spouse.Object() != "Rurik Moss" {
		t.Errorf("%s", dump([]*Fact{spouse}))
	}
	parent := d.one(res, "people/oren-tabb", claim.Family)
	if parent.Action != claim.Parent || parent.Object() != "people/ada-quill" || articlesOf(parent) != "a b" {
		t.Errorf("%s", dump([]*Fact{parent}))
	}
}

func TestLegalRolesStayApart(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "legal; subject=Ada Quill; action=charged; case=accused; on=2014-02-01")
	d.article("b", "The Mail", "2014-02-03", "legal; subject=Ada Quill; action=charged; case=victim")
	if list := d.facts(d.merge(), "people/ada-quill", claim.Legal); len(list) != 2 {
		t.Errorf("the accused and the victim are one:\n%s", dump(list))
	}
}

// TestOrderDecidesNothing shuffles everything that comes in.
func TestOrderDecidesNothing(t *testing.T) {
	make := func(seed uint64) *desk {
		d := harbour(t)
		d.person(content.Person{ID: "oren-tabb-2", Name: "Oren Tabb", Aliases: []string{"Oren K. Tabb"}})
		d.article("a", "The Mail", "2014-02-03", "position; subject=Ada Quill; role=mayor; start=2005", "joined; subject=Ada Quill; org=HP; on=2001",
			"position; subject=Mira Holt; role=senator", "statement; subject=Oren Tabb; quote=It is late.", "position; subject=Ada Quill; role=mayor; place=Brenna")
		d.article("b", "The Post", "2014-02-04", "position; subject=Ada Quill; role=Brenna mayor; start=2005-06; end=2010", "position; subject=Mira HOLT; role=senator; start=2011",
			"joined; subject=Ada Quill; org=Harbour Party; on=2001-04", "joined; subject=Ada Quill; org=Dockers' Union; on=2001-05")
		d.article("c", "The Post", "2014-02-04", "position; subject=Ada Quill; role=mayor; start=2006", "resignation; subject=Ada Quill; role=mayor; on=2010-05",
			"legal; subject=Oren K. Tabb; action=arrested; on=2009", "legal; subject=Oren K. Tabb; action=arrested; on=2012", "legal; subject=Oren K. Tabb; action=arrested; status=denied; by=Ada Quill")
		if seed > 0 {
			r := rand.New(rand.NewPCG(seed, 1))
			site := d.in.Site
			r.Shuffle(len(d.in.Articles), func(i, j int) { d.in.Articles[i], d.in.Articles[j] = d.in.Articles[j], d.in.Articles[i] })
			r.Shuffle(len(site.People), func(i, j int) { site.People[i], site.People[j] = site.People[j], site.People[i] })
			r.Shuffle(len(site.Parties), func(i, j int) { site.Parties[i], site.Parties[j] = site.Parties[j], site.Parties[i] })
			for _, a := range d.in.Articles {
				r.Shuffle(len(a.Claims), func(i, j int) { a.Claims[i], a.Claims[j] = a.Claims[j], a.Claims[i] })
			}
		}
		return d
	}
	want := dumpAll(Merge(make(0).in))
	for seed := range uint64(40) {
		if got := dumpAll(Merge(make(seed + 1).in)); got != want {
			t.Fatalf("order %d gives\n%s\nwant\n%s", seed, got, want)
		}
	}
	for _, word := range []string{"people/mira-holt", "fits several profiles", `"differs"`, "2005-06"} {
		if !strings.Contains(want, word) {
			t.Errorf("the site does not show %s:\n%s", word, want)
		}
	}
}

func TestRestrict(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "joined; subject=Ada Quill; org=HP; on=2001-04-05")
	d.article("b", "The Post", "2014-02-04", "joined; subject=Ada Quill; org=HP; on=2001; status=alleged; by=sources")
	res := d.merge()
	f := d.one(res, "people/ada-quill", claim.Joined)
	if f.On.String() != "2001-04-05" || f.Status != claim.Asserted {
		t.Fatalf("%s", dump([]*Fact{f}))
	}
	less := res.Restrict(f, func(c *claim.Claim) bool { return c.Article() == "b" })
	if less.On.String() != "2001" || less.Status != claim.Alleged || less.Voices != 1 || !less.Anonymous || less.ID != f.ID || articlesOf(less) != "b" {
		t.Errorf("%s", dump([]*Fact{less}))
	}
	if res.Restrict(f, func(*claim.Claim) bool { return false }) != nil {
		t.Error("a fact without claims")
	}
}
