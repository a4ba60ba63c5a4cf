package profile

import (
	"testing"

	"profilegen/generator/claim"
)

func TestCases(t *testing.T) {
	tests := []struct {
		name    string
		lines   []string // of one article
		heading string
	}{
		{"a ladder", []string{"legal; subject=Ada Quill; case=accused; action=arrested; on=2010", "legal; subject=Ada Quill; case=accused; action=charged; on=2011"}, "arrested"},
		{"nothing is inferred", []string{"legal; subject=Ada Quill; case=accused; action=detained", "legal; subject=Ada Quill; case=accused; action=convicted; status=alleged; by=sources"}, "detained"},
		{"disputed", []string{"legal; subject=Ada Quill; case=accused; action=questioned", "legal; subject=Ada Quill; case=accused; action=arrested",
			"legal; subject=Ada Quill; case=accused; action=arrested; status=denied; by=Oren Tabb"}, "questioned"},
		{"acquitted", []string{"legal; subject=Ada Quill; case=accused; action=acquitted; on=2012", "legal; subject=Ada Quill; case=accused; action=convicted; on=2011"}, "acquitted"},
		{"a witness", []string{"legal; subject=Ada Quill; action=on-trial; case=witness"}, ""},
		{"nothing proven", []string{"legal; subject=Ada Quill; case=accused; action=wanted; status=alleged"}, "-"},
		{"charged anew", []string{"legal; subject=Ada Quill; case=accused; action=acquitted; on=2012", "legal; subject=Ada Quill; case=accused; action=charged; on=2013-04", "legal; subject=Ada Quill; case=accused; action=indicted; on=2011"}, "charged"},
		{"of no known role", []string{"legal; subject=Ada Quill; action=arrested", "legal; subject=Ada Quill; action=charged; case=accused"}, "charged"},
		{"nobody is accused", []string{"legal; subject=Ada Quill; action=arrested", "legal; subject=Ada Quill; action=released"}, ""},
		{"acquitted twice", []string{"legal; subject=Ada Quill; case=accused; action=acquitted; on=2012", "legal; subject=Ada Quill; case=accused; action=quashed; on=2014", "legal; subject=Ada Quill; case=accused; action=charged; on=2010"}, "quashed"},
	}
	for _, test := range tests {
		d := harbour(t)
		d.article("a", "The Mail", "2014-02-03", test.lines...)
		cases := Cases(d.merge().Profiles[0].Facts)
		got := ""
		if len(cases) == 1 {
			if got = "-"; cases[0].Heading != nil {
				got = cases[0].Heading.Action.String()
			}
		}
		if got != test.heading || len(cases) > 1 {
			t.Errorf("%s: %q heads %d cases, want %q", test.name, got, len(cases), test.heading)
		}
	}
}

func TestLadder(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "legal; subject=Ada Quill; case=accused; action=convicted; on=2012", "legal; subject=Ada Quill; case=accused; action=charged; on=2011",
		"legal; subject=Ada Quill; case=accused; action=arrested; status=denied; by=Oren Tabb", "legal; subject=Ada Quill; case=accused; action=detained; on=2013", "legal; subject=Ada Quill; case=accused; action=cleared; on=2013")
	cases := Cases(d.merge().Profiles[0].Facts)
	if len(cases) != 1 {
		t.Fatalf("%d cases", len(cases))
	}
	c, got := cases[0], ""
	for _, f := range c.Facts {
		got += " " + f.Action.String()
	}
	if got != " detained arrested charged convicted cleared" || c.Furthest == nil || c.Furthest.Action != claim.Convicted || !c.Cleared {
		t.Errorf("%s, furthest %v, cleared %v", got, c.Furthest, c.Cleared)
	}
}

func TestTwoCases(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "legal; subject=Ada Quill; case=accused; action=arrested; reason=the port contract", "legal; subject=Ada Quill; case=accused; action=acquitted; reason=the bridge")
	d.article("b", "The Mail", "2015-02-03", "legal; subject=Ada Quill; case=accused; action=charged; reason=the port contract")
	cases := Cases(d.merge().Profiles[0].Facts)
	if len(cases) != 2 || len(cases[0].Facts)+len(cases[1].Facts) != 3 {
		t.Errorf("%d cases", len(cases))
	}
}
