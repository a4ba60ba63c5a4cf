package profile

import "slices"

// learnNames takes up whom people's names mean now, and gives the articles, but
// for some, with a name that means somebody else than before.
func (g *Merger) learnNames(but []int32) []int32 {
	m := g.m
	was := m.resolver
	m.names, m.ids = indexNames(m.in), collectIDs(m.in.Site)
	m.resolver = newResolver(m.names)
	other := map[string]bool{}
	hold := func(known map[string]found, look func(string) found) {
		for name, f := range known {
			now := look(name)
			if now.ref != f.ref || now.key != f.key || !slices.Equal(now.many, f.many) || was.hidden[f.ref] != m.names.hidden[f.ref] {
				other[name] = true
			}
		}
	}
	hold(was.subjects, m.resolver.subject)
	hold(was.orgs, m.resolver.org)
	hold(was.people, m.resolver.person)
	var arts []int32
	for _, art := range m.order {
		a := &m.in.Articles[art]
		if slices.Contains(but, art) {
			continue
		}
		names := len(a.Names) > 0
		for i := range a.Claims {
			c := &a.Claims[i]
			names = names || other[c.Subject()] || other[c.Org()] || other[c.Object()]
		}
		if names {
			arts = append(arts, art)
		}
	}
	return arts
}

// touch notes the profiles that an article's claims are about.
func (g *Merger) touch(art int32, touched map[Ref]bool) {
	for i := range g.m.uses[art] {
		aboutWhom(&g.m.uses[art][i], func(ref Ref, _ bool) { touched[ref] = true })
	}
}

// leave takes an article from the profiles that its claims are about.
func (g *Merger) leave(art int32) {
	for i := range g.m.uses[art] {
		aboutWhom(&g.m.uses[art][i], func(ref Ref, _ bool) {
			g.m.about[ref] = slices.DeleteFunc(g.m.about[ref], func(a int32) bool { return a == art })
		})
	}
}

// touchCiting notes the profiles whose lines name an article as their source.
func (g *Merger) touchCiting(id string, touched map[Ref]bool) {
	for ref, lines := range g.m.lines {
		for _, l := range lines {
			if slices.Contains(l.sources, id) {
				touched[ref] = true
			}
		}
	}
}
