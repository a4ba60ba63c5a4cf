package render

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// group is a party or an office with its people.
type group struct {
	key    string // "parties/x", "offices/y"
	kind   string // "party", "office"
	terms  []term // by person
	people int
	print  print
}

// term is one person's time in a group, as days (YYYYMMDD): the time that the
// sources tell for certain, and the longest that they leave possible.
type term struct {
	who                *review.Profile
	fact               *profile.Fact
	from, to           int32 // zero where nothing is certain
	earliest, furthest int32
	told               []int32 // the days on which sources say "is", where no beginning is known
}

func termOf(p *review.Profile, f *profile.Fact) term {
	t := term{who: p, fact: f, furthest: 99991231}
	end := f.End
	if end.IsZero() {
		end = f.EndShown()
	}
	last := newest(f)
	if !f.Start.IsZero() {
		t.earliest, t.from = int32(f.Start.Lo()), int32(f.Start.Hi())
	} else if open(f) && !last.IsZero() {
		t.from = int32(last.Hi())
		for _, src := range f.Sources() {
			if day := int32(src.Date.Lo()); src.Date.Precision() == edtf.Day && !slices.Contains(t.told, day) {
				t.told = append(t.told, day)
			}
		}
	}
	if !end.IsZero() {
		t.furthest, t.to = int32(end.Hi()), int32(end.Lo())
	} else if open(f) && !last.IsZero() {
		t.to = max(int32(last.Hi()), t.from)
	}
	if t.from == 0 || t.to == 0 || t.to < t.from {
		t.from, t.to = 0, 0
	}
	return t
}

// meeting tells whether two people were in a group at the same time.
type meeting uint8

func (t *term) meets(other *term) meeting {
	switch {
	case t.from != 0 && other.from != 0 && max(t.from, other.from) <= min(t.to, other.to):
		return together
	case t.toldIn(other) || other.toldIn(t):
		return together
	case max(t.earliest, other.earliest) >= min(t.furthest, other.furthest):
		return apart
	}
	return maybe
}

// toldIn tells whether some source tells of the one on a day on which the other
// is known to be there.
func (t *term) toldIn(other *term) bool {
	return slices.ContainsFunc(t.told, func(day int32) bool {
		return other.from != 0 && other.from <= day && day <= other.to || slices.Contains(other.told, day)
	})
}

// findGroups gathers the parties and offices that are small enough for a
// picture, by what is undisputed.
func (s *Site) findGroups() map[profile.Ref][]*group {
	parties, offices, posts := map[string]*group{}, map[*office]*group{}, s.later.posts()
	var all []*group
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			if !p.Ref.IsPerson() || f.Status != claim.Asserted || len(f.Differs()) > 0 {
				continue
			}
			var g *group
			switch o := posts[f]; {
			case f.Type == claim.Membership && s.profiles[profile.Ref(f.Org)] != nil:
				if g = parties[f.Org]; g == nil {
					g = &group{key: f.Org, kind: "party"}
					parties[f.Org], all = g, append(all, g)
				}
			case f.Type == claim.Position && o != nil:
				if g = offices[o]; g == nil {
					g = &group{key: "offices/" + o.id, kind: "office"}
					offices[o], all = g, append(all, g)
				}
			default:
				continue
			}
			g.add(p, f)
		}
	}
	slices.SortFunc(all, func(a, b *group) int { return strings.Compare(a.key, b.key) })
	groups := map[profile.Ref][]*group{}
	for _, g := range all {
		if g.people < 2 || g.people > maxGroup {
			continue
		}
		g.print = printOf(s, g, (*hasher).group)
		for i := range g.terms {
			if ref := g.terms[i].who.Ref; i == 0 || ref != g.terms[i-1].who.Ref {
				groups[ref] = append(groups[ref], g)
			}
		}
	}
	return groups
}

// add adds a person's time to a group; those of one person follow each other.
func (g *group) add(p *review.Profile, f *profile.Fact) {
	if n := len(g.terms); n == 0 || g.terms[n-1].who != p {
		g.people++
	}
	if g.people > maxGroup { // it is not shown
		g.terms = append(g.terms[:0], term{who: p})
		return
	}
	g.terms = append(g.terms, termOf(p, f))
}

// group adds what a picture shows of a group.
func (h *hasher) group(g *group) {
	h.add(h.s.groupTitle(g))
	for i := range g.terms {
		t := &g.terms[i]
		h.add(string(t.who.Ref), t.who.Name, t.fact.ID)
		for _, n := range [...]int32{t.from, t.to, t.earliest, t.furthest, int32(len(t.told))} {
			h.number("", int(n))
		}
		for _, n := range t.told {
			h.number("", int(n))
		}
	}
}

func (s *Site) groupTitle(g *group) string {
	if g.kind == "party" {
		return s.profiles[profile.Ref(g.key)].Name
	}
	return s.officeByID[strings.TrimPrefix(g.key, "offices/")].title
}
