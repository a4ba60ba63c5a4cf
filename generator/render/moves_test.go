package render

import (
	"fmt"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// moving is a party that people join and leave in the years given.
func moving(language string, joined, left []int) *review.Publication {
	b := &sampleBuilder{pub: &review.Publication{Settings: content.Settings{Title: "Register", Language: language, Timezone: "UTC"}}}
	a := b.article("register", "Register", "The register", "2015-01-10")
	b.profile("parties/tide", "Tide")
	add := func(kind claim.Type, year int) {
		p := b.profile(profile.Ref(fmt.Sprintf("people/p%d", b.n)), fmt.Sprintf("Person %d", b.n))
		b.fact(p, b.claim(a, p, claim.Flat{Type: kind, Org: "Tide", On: day(itoa(year)), Quote: "moved", StartByte: b.n}))
	}
	for _, year := range joined {
		add(claim.Joined, year)
	}
	for _, year := range left {
		add(claim.Left, year)
	}
	return b.pub
}

func TestMoves(t *testing.T) {
	page := func(pub *review.Publication) *Moves {
		s := build(t, pub)
		p, err := s.partyPage("parties/tide/index.html", s.profiles["parties/tide"])
		if err != nil {
			t.Fatal(err)
		}
		if page := string(render(t, s, "parties/tide/index.html")); !strings.Contains(page, "Person 0") {
			t.Error("the list lacks somebody")
		}
		return p.Moves
	}
	m := page(moving("en", []int{2001, 2001, 2003}, []int{2003, 2004}))
	if len(m.Years) != 4 || m.Years[0].Joined != "2" || m.Years[0].JoinedH != columnHeight || m.Years[1].JoinedH != 0 ||
		m.Years[2].Left != "1" || m.Years[2].LeftH != columnHeight/2 || len(m.List.Facts) != 5 {
		t.Errorf("%+v", m)
	}
	if m.Years[0].X >= m.Years[1].X {
		t.Errorf("years run from %s to %s", m.Years[0].X, m.Years[1].X)
	}
	if r := page(moving("ur", []int{2001, 2001, 2003}, []int{2003, 2004})); r.Years[0].X <= r.Years[1].X {
		t.Errorf("from the right, years run from %s to %s", r.Years[0].X, r.Years[1].X)
	}
	if only := page(moving("en", []int{2001, 2002, 2003, 2004}, nil)); only.Height >= m.Height {
		t.Error("where nobody left there is room for those who did")
	}
	if few := page(moving("en", []int{2001, 2002}, nil)); few.Years != nil || len(few.List.Facts) != 2 {
		t.Errorf("two people make a picture: %+v", few)
	}
}
