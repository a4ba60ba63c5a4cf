package render

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// How many people of one kind a party's page tells, with their sources: the
// first stand open, the others are folded away. Up to maxList more are named,
// each a link to the line on the person's own page.
const (
	openMembers = 16
	maxMembers  = 80
)

// Cast is people of one kind, the newest first.
type Cast struct {
	Facts []FactView
	Rest  []FactView // those that there is no room for, folded away
	More  string     // how many these are
	Names []Part     // those of whom the page has the name alone
	Named string     // how many these are
}

// partyPage makes /parties/ID/.
func (s *Site) partyPage(path string, p *review.Profile) (PartyPage, error) {
	m := s.maker(path)
	defer m.release()
	m.here = p.Ref
	page := PartyPage{}
	var leaders, officials, now, then, moves []*profile.Fact
	for _, f := range s.later.told()[p.Ref] {
		switch {
		case f.Org != string(p.Ref):
		case f.Type == claim.Joined || f.Type == claim.Left:
			moves = append(moves, f)
		case f.Type == claim.Position && leads(f.Role):
			leaders = append(leaders, f)
		case f.Type == claim.Position:
			officials = append(officials, f)
		case f.Type == claim.Membership && open(f):
			now = append(now, f)
		case f.Type == claim.Membership:
			then = append(then, f)
		}
	}
	var err error
	if page.ProfileParts, err = s.profileParts(m, path, p); err != nil {
		return page, err
	}
	page.Bare = page.Bare && len(leaders)+len(officials)+len(now)+len(then)+len(moves) == 0
	page.Leaders = m.members(leaders)
	page.Officials = m.members(officials)
	page.Now = m.members(now)
	page.Then = m.members(then)
	page.Moves = m.moves(moves)
	page.People = m.partyPeople(slices.Concat(leaders, now, then))
	if page.People != nil && page.Career != nil { // one page has each paint once
		page.People.Paints = slices.DeleteFunc(page.People.Paints, func(p Paint) bool { return slices.Contains(page.Career.Paints, p) })
	}
	if p.Party != nil {
		page.Color = p.Party.Color
	}
	return page, nil
}

// partyPeople draws who led the party and who was its member when.
func (m *maker) partyPeople(facts []*profile.Fact) *Career {
	var bars []*profile.Fact
	for _, f := range facts {
		if f.Status != claim.Denied && f.Status != claim.Alleged && dated(f) {
			bars = append(bars, f)
		}
	}
	if len(bars) < 2 {
		return nil
	}
	return m.draw(m.latest(bars, maxBars), nil, len(bars), func(f *profile.Fact) string {
		name := m.named(string(f.Subject)).Text
		if f.Type == claim.Position {
			return m.w.notes(name, m.w.flat(m.w.post(m.of(f))))
		}
		return name
	})
}

// leads tells whether a role is that of a party's leader.
func leads(role string) bool {
	switch strings.ToLower(role) {
	case "leader", "party leader", "co-leader", "chairman", "chairwoman", "chair", "chairperson", "president",
		"party president", "party chairman", "convener", "party convener":
		return true
	}
	return false
}

// members makes a line for each; nil where there is nobody.
func (m *maker) members(facts []*profile.Fact) *Cast {
	if len(facts) == 0 {
		return nil
	}
	facts = m.byDate(facts, when)
	told := facts[:min(len(facts), maxMembers)]
	c := &Cast{Facts: m.views.facts.list(len(told))}
	for _, f := range told {
		c.Facts = append(c.Facts, m.factOf(f, brief))
	}
	if len(told) > openMembers+4 {
		c.Facts, c.Rest = c.Facts[:openMembers], c.Facts[openMembers:]
		c.More = m.w.count("fact.more", len(c.Rest))
	}
	c.Names = m.w.parts.list(min(len(facts)-len(told), maxList))
	for _, f := range facts[len(told):] {
		if len(c.Names) < maxList && !contested(f) {
			name := m.named(string(f.Subject))
			name.Href = m.concat(name.Href, "#", f.ID)
			c.Names = append(c.Names, name)
		}
	}
	if len(c.Names) > 0 {
		keys := make(map[string]string, len(c.Names))
		for _, name := range c.Names {
			keys[name.Text] = sortKey(name.Text)
		}
		slices.SortStableFunc(c.Names, func(a, b Part) int { return strings.Compare(keys[a.Text], keys[b.Text]) })
		c.Named = m.w.count("cast.named", len(facts)-len(told))
	}
	return c
}
