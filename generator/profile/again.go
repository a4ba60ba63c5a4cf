package profile

import (
	"reflect"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// again merges what changed, and leaves the rest as it is.
func (g *Merger) again(in Input, c change) *Result {
	m := g.m
	touched := map[Ref]bool{}
	was := m.in.Site
	m.in.Site = in.Site
	saidMore := g.remove(c.gone, touched)
	arts, other := g.replace(in, c.which)
	if c.names {
		arts, saidMore = append(arts, g.learnNames(arts)...), true
	}
	before := make(map[int32][]Use, len(arts))
	for _, art := range arts {
		before[art] = m.uses[art]
		g.leave(art)
		uses, said := m.resolveArticle(&m.in.Articles[art])
		saidMore = saidMore || !said.same(&m.said[art])
		carry(before[art], uses)
		m.uses[art], m.said[art] = uses, said
	}
	m.copies.change(m.in.Articles, m.arts, append(slices.Clone(arts), c.gone...))
	for i, group := range m.copies.groups() {
		if art := int32(i); m.arts[i].copies != group {
			m.arts[i].copies, saidMore = group, true
			other[art] = true
			if _, read := before[art]; !read {
				g.touch(art, touched)
				g.touchCiting(m.in.Articles[i].ID, touched)
			}
		}
	}
	otherStubs := saidMore && g.stubsAgain(touched)
	for _, art := range arts {
		g.leave(art)
		tellStubs(m.uses[art], &m.said[art], m.lost)
		m.noteAbout(art)
		g.compare(art, before[art], other[art], touched)
	}
	g.linesAgain(was, touched)
	profiles := slices.Clone(g.last.Profiles)
	if otherStubs || c.names {
		profiles = m.profiles()
	}
	return g.result(in, g.fill(profiles, touched))
}

// remove takes out the articles that are gone, and tells whether they said
// anything of names without a profile.
func (g *Merger) remove(gone []int32, touched map[Ref]bool) (saidMore bool) {
	m := g.m
	for _, art := range gone {
		id := m.in.Articles[art].ID
		g.touch(art, touched)
		g.touchCiting(id, touched)
		g.leave(art)
		saidMore = saidMore || !m.said[art].same(&heard{})
		m.in.Articles[art] = Article{Article: &content.Article{}}
		m.uses[art], m.said[art] = nil, heard{}
		m.arts[art].copies = art // its rank stays: it tells where it stood
		delete(m.byID, id)
	}
	if len(gone) > 0 {
		m.order = slices.DeleteFunc(m.order, func(art int32) bool { return slices.Contains(gone, art) })
	}
	return saidMore
}

// replace puts the changed articles in the place of the old ones. It gives
// their numbers, and those that are another source than before.
func (g *Merger) replace(in Input, which []int) (arts []int32, other map[int32]bool) {
	m := g.m
	other = map[int32]bool{}
	added, outlets := false, map[string]string{}
	for _, i := range which {
		now := &in.Articles[i]
		art, known := m.byID[now.ID]
		if !known {
			art, added = int32(len(m.arts)), true
			m.byID[now.ID] = art
			m.in.Articles = append(m.in.Articles, Article{})
			m.arts = append(m.arts, article{copies: art})
			m.uses, m.said = append(m.uses, nil), append(m.said, heard{})
			m.order = append(m.order, art)
		}
		m.in.Articles[art] = *now
		was := m.arts[art]
		m.arts[art] = readArticle(now.Article, outlets)
		m.arts[art].rank, m.arts[art].copies = was.rank, was.copies
		other[art] = !m.arts[art].same(&was)
		arts = append(arts, art)
	}
	if added {
		slices.SortFunc(m.order, func(a, b int32) int { return strings.Compare(m.in.Articles[a].ID, m.in.Articles[b].ID) })
		for rank, art := range m.order {
			m.arts[art].rank = int32(rank)
		}
	}
	return arts, other
}

// stubsAgain finds the stubs anew, and tells whether they are others.
func (g *Merger) stubsAgain(touched map[Ref]bool) bool {
	m := g.m
	before := m.lost
	g.unresolved = nil
	m.lost = gather(m.order, m.said)
	stubs := m.makeStubs(m.lost)
	if slices.EqualFunc(stubs, m.stubs, func(a, b *Profile) bool { return a.Ref == b.Ref && a.Name == b.Name }) &&
		sameStubs(before, m.lost) && sameStubs(m.lost, before) {
		return false
	}
	other := func(n *note) bool {
		old, now := before[n.key], m.lost[n.key]
		return old == nil || now == nil || old.stub != now.stub || old.stubName != now.stubName
	}
	for _, art := range m.order {
		if !slices.ContainsFunc(m.said[art].notes, func(n note) bool { return other(&n) }) {
			continue
		}
		g.touch(art, touched)
		g.leave(art)
		tellStubs(m.uses[art], &m.said[art], m.lost)
		m.noteAbout(art)
		g.touch(art, touched)
	}
	m.stubs = stubs
	for _, s := range stubs {
		if old := g.find(s.Ref); old == nil || !old.Stub() || old.Name != s.Name {
			touched[s.Ref] = true
		}
	}
	m.partyWords = partyWordsOf(m.profiles())
	return true
}

// find gives a profile of the last merge; nil where there was none.
func (g *Merger) find(ref Ref) *Profile {
	list := g.last.Profiles
	at, ok := slices.BinarySearchFunc(list, ref, func(p *Profile, ref Ref) int { return CompareRefs(p.Ref, ref) })
	if !ok {
		return nil
	}
	return list[at]
}

// sameStubs tells that each stub of a stands under the same key in b.
func sameStubs(a, b lostNames) bool {
	for key, l := range a {
		if l.stub != "" && (b[key] == nil || b[key].stub != l.stub || b[key].stubName != l.stubName) {
			return false
		}
	}
	return true
}

// linesAgain reads the front matter of people and parties, where any person's
// file is another, and notes the profiles with other lines.
func (g *Merger) linesAgain(was *content.Site, touched map[Ref]bool) {
	m := g.m
	if slices.Equal(was.People, m.in.Site.People) {
		return
	}
	before := make(map[string]*content.Person, len(was.People))
	for _, p := range was.People {
		before[p.ID] = p
	}
	for _, p := range m.in.Site.People {
		if before[p.ID] != p {
			touched[PersonRef(p.ID)] = true
		}
		delete(before, p.ID)
	}
	for id := range before {
		touched[PersonRef(id)] = true
	}
	lines := m.editorLines()
	for ref, old := range m.lines {
		if reflect.DeepEqual(lines[ref], old) {
			lines[ref] = old
		} else {
			touched[ref] = true
		}
	}
	for ref := range lines {
		if m.lines[ref] == nil {
			touched[ref] = true
		}
	}
	m.lines = lines
}

// fill makes the touched profiles anew, in a list that may hold others' already.
func (g *Merger) fill(profiles []*Profile, touched map[Ref]bool) []*Profile {
	m := g.m
	people := make(map[Ref]*content.Person)
	for _, p := range m.in.Site.People {
		if ref := PersonRef(p.ID); touched[ref] {
			people[ref] = p
		}
	}
	var fresh []*Profile
	var places []int
	there := make(map[Ref]bool, len(profiles))
	for i, p := range profiles {
		there[p.Ref] = true
		old := g.find(p.Ref)
		if old != nil && !touched[p.Ref] {
			profiles[i] = old
			continue
		}
		again := &Profile{Ref: p.Ref, Name: p.Name, Person: p.Person, Party: p.Party}
		if person := people[p.Ref]; person != nil {
			again.Person, again.Name = person, person.Name
		}
		fresh, places = append(fresh, again), append(places, i)
	}
	var problems [][]diag.Problem
	if len(fresh) > 0 {
		m.sortAbout(fresh)
		problems = m.fill(fresh)
	}
	for i, p := range fresh {
		g.note(p.Ref, problems[i])
		profiles[places[i]] = m.keepFacts(p, g.find(p.Ref))
	}
	for ref := range touched {
		if !there[ref] {
			if g.problems[ref] != nil {
				delete(g.problems, ref)
				g.told = nil
			}
			m.forget(ref)
		}
	}
	return profiles
}

// forget tells the claims of a profile that is gone that they are no fact's.
func (m *merge) forget(ref Ref) {
	for _, uses := range m.uses {
		for i := range uses {
			if u := &uses[i]; u.Fact != nil && u.Fact.Subject == ref {
				u.Fact = nil
			} else if u.Other != nil && u.Other.Subject == ref {
				u.Other = nil
			}
		}
	}
}
