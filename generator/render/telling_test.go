package render

import (
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
	"profilegen/layouts"
)

func TestWhatAFactSays(t *testing.T) {
	w, _ := loadWords(layouts.BuiltIn(), "en")
	for want, c := range map[string]telling{
		"Mayor of Brindle":                      {kind: claim.Position, role: "Mayor", place: "Brindle"},
		"Brindle mayor":                         {kind: claim.Position, role: "Brindle mayor", place: "Brindle"},
		"Minister, Ostmark government":          {kind: claim.Position, role: "Minister", place: "Ostmark", org: Part{Text: "Ostmark government"}},
		"former Senator":                        {kind: claim.Position, role: "Senator", former: true},
		"tendered the resignation as Senator":   {kind: claim.Resignation, role: "Senator", stage: claim.Tendered},
		"tendered the resignation from Senate":  {kind: claim.Resignation, org: Part{Text: "Senate"}, stage: claim.Tendered},
		"resigned":                              {kind: claim.Resignation},
		"is to become Senator":                  {kind: claim.Appointment, role: "Senator", status: claim.Planned, stage: claim.Named},
		"elected to Assembly":                   {kind: claim.Election, org: Part{Text: "Assembly"}},
		"left a party":                          {kind: claim.Left},
		"arrested in Brindle":                   {kind: claim.Legal, action: claim.Arrested, caseRole: claim.Accused, place: "Brindle"},
		"named as a victim in a case (charged)": {kind: claim.Legal, action: claim.Charged, caseRole: claim.Victim},
		"child of Ida":                          {kind: claim.Family, action: claim.Child, object: Part{Text: "Ida"}},
		"“went to Marle”":                       {kind: claim.Event, quote: "went to Marle"},
		"Went to Marle.":                        {kind: claim.Event, quote: "Went to Marle.", editor: true},
		"denied, to Ida":                        {kind: claim.Statement, quote: "He denied it", object: Part{Text: "Ida"}},
		"said":                                  {kind: claim.Statement, quote: "He said “I never denied it”"},
	} {
		if got := (&voice{wording: w}).what(c).String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestSides(t *testing.T) {
	m := build(t, sample()).maker("people/x/index.html")
	for want, side := range map[string]profile.Side{
		"Denied by Ida":                                             {Status: claim.Denied, By: "Ida", Via: []string{"Ida"}},
		"According to a channel, Ida denied it":                     {Status: claim.Denied, By: "Ida", Via: []string{"a channel"}},
		"According to a blog, which cites a channel, Ida denied it": {Status: claim.Denied, By: "Ida", Via: []string{"a blog", "a channel"}},
		"Stated by the editors of this site":                        {Status: claim.Asserted},
	} {
		if got := m.side(side).upper().String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
