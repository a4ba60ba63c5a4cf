package profile

import (
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
)

func TestOnePost(t *testing.T) {
	type post struct{ role, place, org string }
	tests := []struct {
		a, b post
		want bool
	}{
		{post{"Karsa mayor", "", ""}, post{"mayor", "Karsa", ""}, true},
		{post{"Karsa mayor", "Karsa", ""}, post{"mayor", "", ""}, true},
		{post{"Karsa mayor", "", ""}, post{"mayor", "", ""}, false},
		{post{"mayor", "", ""}, post{"deputy mayor", "", ""}, false},
		{post{"mayor", "", ""}, post{"acting mayor", "", ""}, false},
		{post{"shadow home secretary", "", ""}, post{"home secretary", "", ""}, false},
		{post{"former mayor", "", ""}, post{"mayor", "", ""}, true},
		{post{"mayor", "Karsa", ""}, post{"mayor", "Orme", ""}, false},
		{post{"mayor", "Karsa", ""}, post{"mayor", "City of Karsa", ""}, true},
		{post{"MP", "Orme", ""}, post{"Member of Parliament", "Orme", ""}, true},
		{post{"MP", "Orme", ""}, post{"MP", "Orme West", ""}, false},
		{post{"minister for local government", "", ""}, post{"local government minister", "", ""}, true},
		{post{"Minister for Local Government", "", "Orme government"}, post{"local government minister", "", ""}, true},
		{post{"finance minister", "", "Orme government"}, post{"finance minister", "", "Karsa government"}, false},
		{post{"leader", "", "parties/harbour"}, post{"party leader", "", "HP"}, true},
		{post{"leader", "", "parties/harbour"}, post{"leader", "", "parties/inland"}, false},
		{post{"leader", "", "Orme Council"}, post{"leader", "", "the council"}, true},
		{post{"leader", "", ""}, post{"leader of the opposition", "", ""}, false},
		{post{"chairman", "", ""}, post{"chairwoman", "", ""}, true},
		{post{"deputy chairman", "", ""}, post{"chairman", "", "Deputy Board"}, false},
		{post{"", "Orme", ""}, post{"MP", "Orme", ""}, true},
		{post{"", "", ""}, post{"MP", "Orme", ""}, false},
		{post{"prisons minister", "", ""}, post{"health minister", "", ""}, false},
		{post{"keeper of the seal", "", ""}, post{"seal keeper", "", ""}, true},
		{post{"Privy Lamplighter", "", ""}, post{"lamplighter general", "", ""}, true},
	}
	d := newDesk(t)
	d.party(content.Party{ID: "harbour", Name: "Harbour Party", Abbreviation: "HP"})
	d.in.RoleNames = [][]string{{"Privy Lamplighter", "Lamplighter General"}}
	res := d.merge()
	k := newKeys(res.merge)
	for _, test := range tests {
		a := k.make(claim.Position, keyText{role: test.a.role, place: test.a.place, org: test.a.org})
		b := k.make(claim.Position, keyText{role: test.b.role, place: test.b.place, org: test.b.org})
		if got := sameKey(claim.Position, a, b); got != test.want {
			t.Errorf("%v and %v: %v", test.a, test.b, got)
		}
		if sameKey(claim.Position, a, b) != sameKey(claim.Position, b, a) {
			t.Errorf("%v and %v: one way only", test.a, test.b)
		}
	}
}

func TestOneOrganisation(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"University of Orme", "Orme University", true},
		{"University of Orme", "Orme College", false},
		{"Orme Technical University", "University of Orme", false},
		{"parties/harbour", "parties/harbour", true},
		{"parties/harbour", "Inland League", false},
		{"National Union of Bakers", "the National Union of Bakers", true},
		{"National Bakers Guild", "NBG", true},
		{"Guild", "Bakers Guild", false},
	}
	k := newKeys(newDesk(t).merge().merge)
	for _, test := range tests {
		a, b := k.make(claim.Membership, keyText{org: test.a}), k.make(claim.Membership, keyText{org: test.b})
		if got := sameKey(claim.Membership, a, b); got != test.want {
			t.Errorf("%s and %s: %v", test.a, test.b, got)
		}
	}
}
