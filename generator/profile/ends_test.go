package profile

import (
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
)

func TestEnds(t *testing.T) {
	post := "position; subject=Ada Quill; role=senator; org=Senate; start=2011"
	tests := []struct {
		name  string
		lines []string
		ended bool
		on    string
	}{
		{"tendered", []string{"resignation; subject=Ada Quill; role=senator; org=Senate; stage=tendered; on=2014-03-03"}, false, ""},
		{"tendered, then accepted", []string{"resignation; subject=Ada Quill; role=senator; stage=tendered; on=2014-03-03",
			"resignation; subject=Ada Quill; role=senator; stage=accepted; on=2014-04-01"}, true, "2014-04-01"},
		{"in effect", []string{"resignation; subject=Ada Quill; role=senator; stage=effective; on=2014-03-03"}, true, "2014-03-03"},
		{"refused", []string{"resignation; subject=Ada Quill; role=senator; stage=tendered; on=2014-03-03",
			"resignation; subject=Ada Quill; role=senator; stage=refused; on=2014-03-05"}, false, ""},
		{"announced", []string{"resignation; subject=Ada Quill; role=senator; stage=announced; status=planned; on=2014-06"}, false, ""},
		{"disputed", []string{"resignation; subject=Ada Quill; role=senator; stage=effective; on=2014-03-03",
			"resignation; subject=Ada Quill; role=senator; status=denied; by=Oren Tabb"}, false, ""},
		{"alleged", []string{"dismissal; subject=Ada Quill; role=senator; status=alleged; by=sources"}, false, ""},
		{"dismissed", []string{"dismissal; subject=Ada Quill; role=senator; on=2014-03"}, true, "2014-03"},
		{"dismissed from another post", []string{"dismissal; subject=Ada Quill; role=deputy senator; on=2014-03"}, false, ""},
		{"before the term", []string{"dismissal; subject=Ada Quill; role=senator; on=2009"}, false, ""},
		{"lost another seat", []string{"defeat; subject=Ada Quill; place=Brenna; on=2014"}, false, ""},
		{"lost that seat", []string{"defeat; subject=Ada Quill; org=Senate; on=2014"}, true, "2014"},
		{"died", []string{"death; subject=Ada Quill; on=2014-05-01"}, true, "2014-05-01"},
		{"resigned, then died", []string{"resignation; subject=Ada Quill; role=senator; stage=effective; on=2013", "death; subject=Ada Quill; on=2014-05-01"}, true, "2013"},
		{"still called so years later", []string{"dismissal; subject=Ada Quill; role=senator; on=2012-03", "position; subject=Ada Quill; role=senator"}, false, ""},
	}
	for _, test := range tests {
		d := harbour(t)
		d.article("a", "The Mail", "2011-05-05", post)
		d.article("b", "The Post", "2014-06-01", test.lines...)
		res := d.merge()
		f := d.facts(res, "people/ada-quill", claim.Position)[0]
		if ended := f.EndedBy() != ""; ended != test.ended || f.EndShown().String() != test.on || !f.End.IsZero() {
			t.Errorf("%s: ended by %q on %q, end %q", test.name, f.EndedBy(), f.EndShown(), f.End)
		}
		if test.ended && !slices.ContainsFunc(res.Profiles[0].Facts, func(o *Fact) bool { return o.ID == f.EndedBy() }) {
			t.Errorf("%s: there is no fact %s", test.name, f.EndedBy())
		}
		if f.AsOf.String() != "2011-05-05" && !strings.HasPrefix(test.name, "still") {
			t.Errorf("%s: as of %s", test.name, f.AsOf)
		}
	}
}

func TestStagesOfOneResignation(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-03-04", "resignation; subject=Ada Quill; role=senator; stage=tendered; on=2014-03-03")
	d.article("b", "The Post", "2014-04-02", "resignation; subject=Ada Quill; role=senator; stage=accepted; on=2014-04-01")
	d.article("c", "The Echo", "2014-03-20", "resignation; subject=Ada Quill; role=senator; stage=refused; on=2014-03-19")
	f := d.one(d.merge(), "people/ada-quill", claim.Resignation)
	if f.Stage != claim.Accepted || f.On.String() != "2014-03-03" || articlesOf(f) != "a c b" || len(f.Differs()) > 0 {
		t.Errorf("%s", dump([]*Fact{f}))
	}
}

func TestMembershipEndsByLeaving(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-03-04", "left; subject=Ada Quill; org=HP; on=2014-03-03")
	res := d.merge()
	f := d.one(res, "people/ada-quill", claim.Membership)
	if f.EndedBy() != d.one(res, "people/ada-quill", claim.Left).ID || f.EndShown().String() != "2014-03-03" {
		t.Errorf("%s", dump([]*Fact{f}))
	}
}

func TestDiffers(t *testing.T) {
	tests := []struct {
		name string
		a, b string
		want bool // two facts that differ; else they do not
	}{
		{"births", "birth; subject=Ada Quill; on=1950", "birth; subject=Ada Quill; on=1951-02-01", true},
		{"resignations", "resignation; subject=Ada Quill; role=mayor; on=2014-03-03", "resignation; subject=Ada Quill; role=mayor; on=2014-03-05", true},
		{"resignations years apart", "resignation; subject=Ada Quill; role=mayor; on=2010", "resignation; subject=Ada Quill; role=mayor; on=2014", false},
		{"dismissals from two posts", "dismissal; subject=Ada Quill; role=mayor; on=2014-03-03", "dismissal; subject=Ada Quill; role=clerk; on=2014-03-05", false},
		{"elections", "election; subject=Ada Quill; role=mayor; on=2014-03", "election; subject=Ada Quill; role=mayor; on=2014-09", false},
		{"candidacies", "candidacy; subject=Ada Quill; role=mayor; on=2014", "candidacy; subject=Ada Quill; role=mayor; on=2015", false},
		{"starts", "position; subject=Ada Quill; role=mayor; start=2010; end=2014", "position; subject=Ada Quill; role=mayor; start=2011; end=2014", true},
		{"terms that follow", "position; subject=Ada Quill; role=mayor; start=2010; end=2014", "position; subject=Ada Quill; role=mayor; start=2014; end=2018", false},
		{"open terms", "position; subject=Ada Quill; role=mayor; start=2010", "position; subject=Ada Quill; role=mayor; start=2011", true},
		{"memberships", "membership; subject=Ada Quill; org=Inland League; start=1990", "membership; subject=Ada Quill; org=Inland League; start=1994", true},
		{"about the same year", "birth; subject=Ada Quill; on=1950~", "birth; subject=Ada Quill; on=1951", false},
		{"named and sworn in", "appointment; subject=Ada Quill; role=mayor; on=2014-03-03; stage=named", "appointment; subject=Ada Quill; role=mayor; on=2014-03-09; stage=sworn-in", false},
	}
	for _, test := range tests {
		d := harbour(t)
		d.article("a", "The Mail", "2015-03-04", test.a)
		d.article("b", "The Post", "2015-03-04", test.b)
		res := d.merge()
		list := d.facts(res, "people/ada-quill", claimOf(t, test.a).Type)
		list = slices.DeleteFunc(list, func(f *Fact) bool { return f.Origin == Editor })
		got := len(list) == 2 && slices.Equal(list[0].Differs(), []string{list[1].ID}) && slices.Equal(list[1].Differs(), []string{list[0].ID})
		if none := !slices.ContainsFunc(list, func(f *Fact) bool { return len(f.Differs()) > 0 }); got != test.want || none == test.want {
			t.Errorf("%s:\n%s", test.name, dump(list))
		}
	}
}

func TestTheEditorsWord(t *testing.T) {
	d := newDesk(t)
	d.person(content.Person{Name: "Ada Quill", Party: "harbour", Born: day(t, "1950"), Birthplace: "Karsa",
		Memberships: []content.Membership{{Party: "harbour", Start: day(t, "1980"), Sources: []string{"b", "https://rolls.example/1980"}}},
		Positions:   []content.Position{{Role: "Mayor", Place: "Karsa", Start: day(t, "2005"), End: day(t, "2010")}},
		Events:      []content.Event{{Date: day(t, "2012-02-02"), Text: "Opened the dam."}},
		Places:      map[string]content.Place{"born": {Line: 4, Column: 7}, "positions[0]": {Line: 9, Column: 5}}})
	d.party(content.Party{ID: "harbour", Name: "Harbour Party", Leaders: []content.Leader{{Person: "ada-quill", Start: day(t, "2011")}}})
	d.article("a", "The Mail", "2014-03-04", "birth; subject=Ada Quill; on=1950-06-01", "membership; subject=Ada Quill; org=Harbour Party",
		"position; subject=Ada Quill; role=mayor; start=2005-05-05; end=2010", "position; subject=Ada Quill; role=party leader; org=Harbour Party")
	d.article("b", "The Post", "2013-03-04", "birth; subject=Ada Quill; on=1951", "position; subject=Ada Quill; role=mayor; start=2006; end=2010")
	res := d.merge()

	member := d.one(res, "people/ada-quill", claim.Membership)
	if member.Origin != Both || articlesOf(member) != "b https://rolls.example/1980 a" || member.Start.String() != "1980" || member.Voices != 2 {
		t.Errorf("%s", dump([]*Fact{member}))
	}
	births := d.facts(res, "people/ada-quill", claim.Birth)
	if len(births) != 2 || births[0].On.String() != "1950" || births[0].Place != "Karsa" || births[0].Origin != Both || len(births[0].Differs()) != 1 {
		t.Errorf("%s", dump(births))
	}
	if f := births[0].Finer(); len(f) != 1 || f[0].Date.String() != "1950-06-01" || f[0].Source.Article != "a" {
		t.Errorf("finer %+v", f)
	}
	leader := slices.IndexFunc(res.Profiles[0].Facts, func(f *Fact) bool { return f.Role == "leader" })
	if leader < 0 || res.Profiles[0].Facts[leader].Origin != Both {
		t.Errorf("%s", dump(res.Profiles[0].Facts))
	}
	if f := d.one(res, "people/ada-quill", claim.Event); f.Quote() != "Opened the dam." || f.Origin != Editor || f.Voices != 0 {
		t.Errorf("%s", dump([]*Fact{f}))
	}
	var told []string
	for _, p := range res.Problems {
		told = append(told, p.String())
	}
	want := []string{
		"content/people/ada-quill.md:4:7: warning: Ada Quill: birth Karsa 1950 here, 1951 in b; both are shown as a disagreement; correct the line, or reject the other with `profilegen review`",
		"content/people/ada-quill.md:9:5: warning: Ada Quill: position Mayor Karsa 2005 to 2010 here, 2006 to 2010 in b; both are shown as a disagreement; correct the line, or reject the other with `profilegen review`",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told %q", told)
	}
}

// TestIDsStay: a further source, a more precise date or another spelling
// leaves a fact's id as it is.
func TestIDsStay(t *testing.T) {
	first := "resignation; subject=Ada Quill; role=mayor; on=2014"
	more := [][]string{
		{"resignation; subject=Ada Quill; role=mayor; on=2014"},
		{"resignation; subject=A. M. Quill; role=Mayor of Brenna; place=Brenna; on=2014-05-01; stage=effective"},
		{"resignation; subject=Ada Quill; role=Brenna mayor; place=Brenna; on=2014-05"},
		{"resignation; subject=Ada Quill; role=mayor; status=denied; by=Oren Tabb"},
		{"position; subject=Ada Quill; role=mayor; start=2012", "statement; subject=Ada Quill"},
	}
	d := harbour(t)
	d.article("m", "The Mail", "2014-06-01", first)
	want := d.one(d.merge(), "people/ada-quill", claim.Resignation).ID
	for i, lines := range more {
		d := harbour(t)
		d.article("m", "The Mail", "2014-06-01", first)
		d.article([]string{"a", "z"}[i%2], "The Post", "2014-06-02", lines...)
		if f := d.one(d.merge(), "people/ada-quill", claim.Resignation); f.ID != want {
			t.Errorf("%q: another id", lines)
		}
	}
	// Another resignation parts them by the year, and the old id is remembered.
	d.article("z", "The Post", "2020-06-02", "resignation; subject=Ada Quill; role=mayor; on=2020-05-01")
	res := d.merge()
	list := d.facts(res, "people/ada-quill", claim.Resignation)
	if len(list) != 2 || list[0].ID == list[1].ID || list[0].ID == want || list[1].ID == want {
		t.Errorf("%s", dump(list))
	}
	for _, f := range list {
		if !slices.Contains(res.IDs(f), want) {
			t.Errorf("%s can have been %v, not %s", f.ID, res.IDs(f), want)
		}
	}
	res = harbourWith(t, first)
	if stays := d.one(res, "people/ada-quill", claim.Resignation); !slices.Contains(res.IDs(stays), list[0].ID) {
		t.Errorf("alone, the fact does not know the id %s that it had beside another", list[0].ID)
	}
}

func harbourWith(t *testing.T, line string) *Result {
	d := harbour(t)
	d.article("m", "The Mail", "2014-06-01", line)
	return d.merge()
}

func TestManyFactsOfOneYearHaveIDs(t *testing.T) {
	d := harbour(t)
	d.article("m", "The Mail", "2014-06-01", "position; subject=Ada Quill; role=councillor; place=Elm Ward", "position; subject=Ada Quill; role=councillor; place=Oak Ward",
		"legal; subject=Ada Quill; action=arrested; on=2013-01-01", "legal; subject=Ada Quill; action=arrested; on=2013-04-01",
		"legal; subject=Ada Quill; action=arrested; on=2013-04-02")
	seen := map[string]bool{}
	for _, f := range d.merge().Profiles[0].Facts {
		if seen[f.ID] || len(f.ID) != 12 {
			t.Errorf("id %q", f.ID)
		}
		seen[f.ID] = true
	}
}
