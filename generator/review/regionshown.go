package review

import (
	"maps"
	"reflect"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// publish puts the region's profiles and articles in the place of the old ones.
func (g *region) publish() (*kept, bool) {
	for f := range g.facts {
		if ruled := g.rulings[f]; ruled != nil && ruled.shown == nil {
			g.hiddenIDs[f.ID] = true
		}
		g.dirty[f.Subject] = true
	}
	if !g.samePages() {
		return nil, false
	}
	was := g.before.pub
	pub := &Publication{Settings: g.in.Site.Settings, Pages: g.in.Site.Pages, Profiles: slices.Clone(was.Profiles)}
	byRef := make(map[profile.Ref]*Profile, len(pub.Profiles))
	touched := g.touchedIn()
	next := 0
	for _, p := range g.res.Profiles {
		if next == len(pub.Profiles) || pub.Profiles[next].Ref != p.Ref {
			continue // without a page
		}
		if g.dirty[p.Ref] {
			again := g.shownProfile(p, touched)
			again.Mentions = pub.Profiles[next].Mentions
			pub.Profiles[next] = again
		}
		byRef[p.Ref] = pub.Profiles[next]
		next++
	}
	if !g.articlesAgain(pub, was) {
		return nil, false
	}
	pub.Changes = g.changes(byRef)
	return g.after(pub), true
}

// samePages tells that the same stubs have no page.
func (g *region) samePages() bool {
	was := g.pageless
	if len(was) == 0 {
		for _, p := range g.res.Profiles {
			if g.dirty[p.Ref] && p.Stub() && !slices.ContainsFunc(p.Facts, g.isShown) {
				return false
			}
		}
		return true
	}
	g.findPages()
	return maps.Equal(g.pageless, was)
}

// touchedIn is touched for the profiles that are shown anew.
func (g *region) touchedIn() map[*profile.Fact][]*claim.Claim {
	arts := maps.Clone(g.arts)
	for _, p := range g.res.Profiles {
		if !g.dirty[p.Ref] {
			continue
		}
		for _, f := range p.Facts {
			for _, s := range f.Sources() {
				if at, ok := g.placeOf(s.Article); ok {
					arts[at] = true
				}
			}
		}
	}
	return g.touchedOf(slices.Sorted(maps.Keys(arts)))
}

// articlesAgain shows the region's articles; false where the claims of people
// without a profile that a profile shows became others.
func (g *region) articlesAgain(pub, was *Publication) bool {
	pub.Articles = make([]*Article, len(g.in.Articles))
	stayed, named := 0, naming{}
	for i := range g.in.Articles {
		var old *Article
		if at, ok := g.before.places[g.in.Articles[i].ID]; ok {
			old = was.Articles[at]
			stayed++
		}
		if !g.arts[i] && old != nil {
			pub.Articles[i] = old
			continue
		}
		now := g.shownArticle(i, named)
		if old != nil && reflect.DeepEqual(now, old) {
			now = old
		}
		if pub.Articles[i] = now; !sameMentions(now, old) {
			return false
		}
	}
	if stayed == len(was.Articles) {
		return true
	}
	return !slices.ContainsFunc(was.Articles, func(a *Article) bool {
		_, there := g.placeOf(a.ID)
		return !there && len(mentionsOf(a)) > 0
	})
}

// sameMentions tells that an article says the same of people without a profile.
func sameMentions(a, b *Article) bool {
	x, y := mentionsOf(a), mentionsOf(b)
	return len(x)+len(y) == 0 || a != nil && b != nil && a.Date == b.Date && reflect.DeepEqual(x, y)
}

func mentionsOf(a *Article) []*Claim {
	if a == nil {
		return nil
	}
	var list []*Claim
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Named.Subject == "" && (c.Named.Org != "" || c.Named.Object != "") {
			list = append(list, c)
		}
	}
	return list
}

// after puts together what the next review builds upon.
func (g *region) after(pub *Publication) *kept {
	held := slices.DeleteFunc(slices.Clone(g.before.held), func(h HeldFact) bool { return g.gone[h.ID] })
	var fresh []HeldFact
	for f := range g.facts {
		if h, ok := g.heldFact(f); ok {
			fresh = append(fresh, h)
		}
	}
	slices.SortFunc(fresh, compareHeld)
	held = merged(held, fresh)
	for _, d := range g.before.byID {
		d.used = false
	}
	for _, d := range g.decided {
		g.before.byID[d.ID].used = true
	}
	next := *g.before
	next.r, next.pub, next.held = g.reviewer, pub, held
	next.problems = checkDecisions(g.before.byID, g.decided)
	if g.moved || len(g.in.Articles) != len(next.places) {
		next.places = make(map[string]int, len(g.in.Articles))
		for i := range g.in.Articles {
			next.places[g.in.Articles[i].ID] = i
		}
	}
	return &next
}

// merged puts two sorted lists together.
func merged(a, b []HeldFact) []HeldFact {
	out := make([]HeldFact, 0, len(a)+len(b))
	for _, h := range b {
		at, _ := slices.BinarySearchFunc(a, h, compareHeld)
		out = append(append(out, a[:at]...), h)
		a = a[at:]
	}
	return append(out, a...)
}
