package render

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// partsOf gives the links to the parts of a list, of which the addresses begin
// with some pieces: those that stand open, among them the one to this page, and
// the rest.
func (m *maker) partsOf(l listing, here string, base ...string) (open, rest []NavLink) {
	all := len(l.groups) <= maxParts+1
	open, rest = m.views.links.list(len(l.groups)), m.views.links.list(len(l.groups))
	for i, group := range l.groups {
		var space [256]byte
		href := space[:0]
		for _, piece := range base {
			href = append(href, piece...)
		}
		link := NavLink{m.s.groupName(group), m.text(append(append(href, group...), '/'))}
		if all || i < maxParts || link.Text == here {
			open = append(open, link)
		} else {
			rest = append(rest, link)
		}
	}
	return open, rest
}

// firstLines gives what an index that is cut shows before a letter or year is
// chosen: the newest sources, the offices and profiles of which most is told.
func (m *maker) firstLines(k kind, line func(i int) Line) Group {
	const most = 60
	s := m.s
	g := Group{Name: m.w.say("list.prominent")}
	profiles := func(list []*review.Profile) {
		for _, p := range s.prominent(list, most) {
			g.Lines = append(g.Lines, m.personLine(p))
		}
	}
	switch k {
	case peopleIndex:
		profiles(s.lists.peopleOf)
	case partiesIndex:
		profiles(s.lists.partiesOf)
	case articlesIndex:
		g.Name = m.w.say("list.newest")
		for i := range min(most, len(s.lists.articlesOf)) {
			g.Lines = append(g.Lines, line(i))
		}
	case officesIndex:
		for _, i := range s.prominentOffices(most) {
			g.Lines = append(g.Lines, line(i))
		}
	}
	return g
}

// prominentOffices gives the n offices with most terms, in the list's order.
func (s *Site) prominentOffices(n int) []int {
	places := make([]int, len(s.offices))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return len(s.offices[b].terms) - len(s.offices[a].terms) })
	places = places[:min(n, len(places))]
	slices.Sort(places)
	return places
}

func (m *maker) profileLine(p *review.Profile) Line {
	l := Line{Name: Part{Text: p.Name, Href: m.named(string(p.Ref)).Href, Name: true}, Note: shorten(m.noteOf(p), 160)}
	if p.Person != nil {
		if party, ok := m.s.profiles[profile.PartyRef(p.Person.Party)]; ok {
			l.Data = party.Name
		} else {
			l.Data = p.Person.Party
		}
	}
	return l
}

// noteOf gives what stands below a profile's name in a list.
func (m *maker) noteOf(p *review.Profile) string {
	note := ""
	switch {
	case p.Person != nil:
		note = p.Person.Summary
	case p.Party != nil:
		note = cmp.Or(p.Party.Summary, p.Party.Abbreviation)
	}
	if note == "" {
		note = m.inShort(p)
	}
	return note
}

// personLine adds what the index of people is filtered by.
func (m *maker) personLine(p *review.Profile) Line {
	l := m.profileLine(p)
	var posts []string
	for _, f := range p.Facts {
		if o := m.s.later.posts()[f]; o != nil && f.Status == claim.Asserted && !slices.Contains(posts, o.title) {
			posts = append(posts, o.title)
		}
	}
	slices.Sort(posts)
	l.Posts = strings.Join(posts, "|")
	return l
}

func (m *maker) officeLine(o *office) Line {
	names := make([]string, 0, 3)
	for _, f := range slices.Backward(o.terms) {
		if name := m.named(string(f.Subject)).Text; len(names) < 3 && f.Status == claim.Asserted && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return Line{Name: Part{Text: o.title, Href: m.concat(m.root, "offices/", o.id, "/")}, Note: strings.Join(names, m.w.say("list.and"))}
}

func (m *maker) articleLine(a *review.Article) Line {
	return Line{Name: Part{Text: m.s.titleOf(a), Href: m.toArticle(a.ID)}, Note: a.Outlet, Date: m.stamp(a.Date)}
}
