package review

import (
	"maps"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// decideOn takes in the facts with some ids.
func (g *region) decideOn(ids map[string]bool) {
	if len(ids) == 0 {
		return
	}
	for _, p := range g.res.Profiles {
		for _, f := range p.Facts {
			if ids[f.ID] {
				g.add(f)
			}
		}
	}
}

// enter takes in the profiles that were merged anew and the articles that are
// not those of the last time.
func (g *region) enter() {
	was := g.before.r
	for i, p := range g.res.Profiles {
		old := was.res.Profiles[i]
		if p == old {
			continue
		}
		g.dirty[p.Ref] = true
		g.others(old.Facts, p.Facts)
	}
	for i := range g.in.Articles {
		at, there := g.before.places[g.in.Articles[i].ID]
		g.moved = g.moved || !there || at != i
		if there && sameArticle(&g.in.Articles[i], &was.in.Articles[at]) && sameUses(g.res.Uses[i], was.res.Uses[at]) {
			g.states[i], g.texts[i] = was.states[at], was.texts[at]
			continue
		}
		g.arts[i] = true
		if there {
			g.old[i] = statesOf(g.res.Uses[i], was.res.Uses[at], was.states[at])
		}
		for _, u := range g.res.Uses[i] {
			g.addFallen(u.Fact)
			g.addFallen(u.Other)
		}
	}
}

// others takes in the facts of a profile that are not those that it had.
func (g *region) others(before, now []*profile.Fact) {
	stayed := make(map[*profile.Fact]bool, len(now))
	for _, f := range now {
		stayed[f] = true
	}
	for _, f := range before {
		if stayed[f] {
			stayed[f] = false
		} else {
			g.drop(f)
		}
	}
	for _, f := range now {
		if stayed[f] {
			g.add(f)
		}
	}
}

// statesOf gives, for the claims of a changed article, what they were before;
// nil for those that are new.
func statesOf(now, before []profile.Use, states []state) []*state {
	was := make(map[*claim.Claim]*state, len(before))
	for i := range before {
		was[before[i].Claim] = &states[i]
	}
	list := make([]*state, len(now))
	for i := range now {
		list[i] = was[now[i].Claim]
	}
	return list
}

// sameArticle tells that two articles are one and the same in memory.
func sameArticle(a, b *profile.Article) bool {
	return a.Article == b.Article && len(a.Claims) == len(b.Claims) && (len(a.Claims) == 0 || &a.Claims[0] == &b.Claims[0])
}

func sameUses(a, b []profile.Use) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// drop forgets what was decided and found out about a fact.
func (g *region) drop(f *profile.Fact) {
	delete(g.rulings, f)
	delete(g.decided, f)
	delete(g.hiddenIDs, f.ID)
	g.gone[f.ID] = true
}

// add takes a fact in: it is ruled on from the beginning.
func (g *region) add(f *profile.Fact) {
	if f == nil || g.facts[f] {
		return
	}
	g.facts[f] = true
	g.drop(f)
	g.queue = append(g.queue, f)
	if d := g.before.byID[f.ID]; d != nil {
		g.decided[f] = d
	} else if g.before.open && f.Origin != profile.Editor {
		assignOld(g.res, g.before.byID, g.decided, f)
	}
}

// expand takes in the articles of new facts, and of their claims' other facts
// those that are told from the other side and those that fell.
func (g *region) expand() {
	for len(g.queue) > 0 {
		f := g.queue[0]
		g.queue = g.queue[1:]
		for _, s := range f.Sources() {
			at, ok := g.placeOf(s.Article)
			if !ok {
				continue
			}
			fresh := !g.arts[at]
			g.arts[at] = true
			for i := range g.res.Uses[at] {
				u := &g.res.Uses[at][i]
				if u.Fact == f || u.Other == f {
					g.add(u.Fact)
					g.add(u.Other)
				}
				if fresh {
					g.addFallen(u.Fact)
					g.addFallen(u.Other)
				}
			}
		}
	}
}

// placeOf gives an article's place by its id.
func (g *region) placeOf(id string) (int, bool) {
	if id == "" {
		return 0, false
	}
	if len(g.in.Articles) == len(g.before.places) {
		if at, ok := g.before.places[id]; ok && g.in.Articles[at].ID == id {
			return at, true
		}
	}
	return slices.BinarySearchFunc(g.in.Articles, id, func(a profile.Article, id string) int { return strings.Compare(a.ID, id) })
}

// addFallen takes a fact in that is not what it was ruled to be at first.
func (g *region) addFallen(f *profile.Fact) {
	if f == nil || g.facts[f] || g.rulings[f] == nil {
		return
	}
	at := profile.Published
	if first := g.reviewer.rule(f, g.decided[f]); first != nil {
		at = first.review
	}
	if g.rulings[f].review != at {
		g.add(f)
	}
}

// rule rules on the facts of the region from the beginning.
func (g *region) rule() {
	for at := range g.arts {
		g.mirror(g.res.Uses[at])
	}
	for f := range g.facts {
		delete(g.rulings, f)
		if ruled := g.reviewer.rule(f, g.decided[f]); ruled != nil {
			g.rulings[f] = ruled
		}
	}
}

// judgeRegion judges the region's articles until nothing more falls; false
// where others come to be known for what is held of them.
func (g *region) judgeRegion() bool {
	for at := range g.arts {
		if g.states[at] != nil && g.old[at] == nil {
			g.old[at] = make([]*state, len(g.states[at]))
			for i := range g.states[at] {
				g.old[at][i] = &g.states[at][i]
			}
		}
		g.states[at] = make([]state, len(g.res.Uses[at]))
	}
	all := slices.Sorted(maps.Keys(g.arts))
	for todo := all; len(todo) > 0; {
		if !g.knowsTheSame() {
			return false
		}
		g.judge(todo)
		fell := map[*profile.Fact]bool{}
		for _, f := range g.settleIn(all, g.facts) {
			fell[f] = true
		}
		todo = slices.DeleteFunc(slices.Clone(all), func(at int) bool {
			return !slices.ContainsFunc(g.res.Uses[at], func(u profile.Use) bool { return fell[u.Fact] || fell[u.Other] })
		})
	}
	return true
}

// knowsTheSame tells that a legal fact is held of the same people as before.
func (g *region) knowsTheSame() bool {
	refs := maps.Clone(g.dirty)
	for f := range g.facts {
		refs[f.Subject] = true
	}
	for ref := range refs {
		at, ok := slices.BinarySearchFunc(g.res.Profiles, ref, func(p *profile.Profile, ref profile.Ref) int { return profile.CompareRefs(p.Ref, ref) })
		if !ok {
			continue
		}
		now, was := g.res.Profiles[at], g.before.r.res.Profiles[at]
		held := g.isKnown(now)
		if held != g.knownRefs[ref] || held && !slices.Equal(namesOf(now), namesOf(was)) {
			return false
		}
	}
	return true
}

// reachesOn takes in the facts outside the region whose claims became others in
// its articles, and tells whether there are any.
func (g *region) reachesOn() bool {
	for at, old := range g.old {
		for i := range old {
			if old[i] == nil || sameState(old[i], &g.states[at][i]) {
				continue
			}
			g.add(g.res.Uses[at][i].Fact)
			g.add(g.res.Uses[at][i].Other)
		}
	}
	return len(g.queue) > 0
}

func sameState(a, b *state) bool {
	if a.edited != b.edited && (a.edited == nil || b.edited == nil || a.edited.ID != b.edited.ID) {
		return false
	}
	return a.review == b.review && a.why == b.why && a.words == b.words && a.clean == b.clean && a.object == b.object
}
