package review

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
)

// A site that is watched is reviewed again after every save. What a change
// reaches is a region: the facts of the profiles that were merged anew, those
// that share an article with them and fell, or fall, by that, and the articles
// of all these. Outside of it everything stays as it was; where that cannot be
// known, the whole site is reviewed.

// kept is what one review leaves for the next.
type kept struct {
	r        *reviewer
	byID     map[string]*decision
	open     bool           // a decision's fact was not found by its id
	places   map[string]int // of articles, by id
	pub      *Publication
	held     []HeldFact
	problems []diag.Problem
}

// keep notes a review that others can build upon.
func (r *reviewer) keep(byID map[string]*decision, pub *Publication, held []HeldFact, problems []diag.Problem) *kept {
	k := &kept{r: r, byID: byID, pub: pub, held: held, problems: problems, places: make(map[string]int, len(r.in.Articles))}
	for i := range r.in.Articles {
		k.places[r.in.Articles[i].ID] = i
	}
	k.open = isOpen(byID, r.decided)
	r.hidden()
	if len(k.places) < len(r.in.Articles) || r.unsteady {
		return nil
	}
	return k
}

// isOpen tells that a decision's fact was not found by the decision's id.
func isOpen(byID map[string]*decision, on map[*profile.Fact]*decision) bool {
	direct := 0
	for f, d := range on {
		if f.ID == d.ID {
			direct++
		}
	}
	return direct < len(byID)
}

// Limits beyond which a change is reviewed with the whole site.
const (
	mostFacts  = 20_000
	mostRounds = 12
)

// region is what a change reaches.
type region struct {
	*reviewer
	before *kept
	facts  map[*profile.Fact]bool
	queue  []*profile.Fact // facts whose articles are to be looked at
	arts   map[int]bool
	old    map[int][]*state // what the articles' claims were; nil for new ones
	moved  bool             // articles stand at other places than before
	dirty  map[profile.Ref]bool
	gone   map[string]bool // the ids of facts that are ruled on again
}

// again reviews what changed since the last time; false where that reaches too
// far, or cannot be told.
func (k *kept) again(res *profile.Result, in profile.Input, o Options) (*kept, bool) {
	if !k.sameSite(res, in) {
		return nil, false
	}
	k, redecided, ok := k.decideAgain(in.Site)
	if !ok {
		return nil, false
	}
	was := k.r
	r := &reviewer{res: res, in: in, o: o, setting: was.setting, langs: was.langs, decided: was.decided, rulings: was.rulings,
		known: was.known, knownRefs: was.knownRefs, pageless: was.pageless, hiddenIDs: was.hiddenIDs,
		states: make([][]state, len(in.Articles)), texts: make([]shownText, len(in.Articles))}
	g := &region{reviewer: r, before: k, facts: map[*profile.Fact]bool{}, arts: map[int]bool{},
		old: map[int][]*state{}, dirty: map[profile.Ref]bool{}, gone: map[string]bool{}}
	g.enter()
	g.decideOn(redecided)
	for range mostRounds {
		g.expand()
		if len(g.facts) > mostFacts || isOpen(k.byID, r.decided) != k.open {
			return nil, false
		}
		g.rule()
		if !g.judgeRegion() {
			return nil, false
		}
		if !g.reachesOn() {
			return g.publish()
		}
	}
	return nil, false
}

// sameSite tells that what concerns all facts is as it was.
func (k *kept) sameSite(res *profile.Result, in profile.Input) bool {
	was := k.r
	setting := cmp.Or(in.Site.Settings.Publish, content.PublishAll)
	if setting != was.setting || in.Site.Settings.Language != k.pub.Settings.Language || twoOfOneID(in.Articles) {
		return false
	}
	return slices.EqualFunc(res.Profiles, was.res.Profiles, func(a, b *profile.Profile) bool { return a.Ref == b.Ref && a.Name == b.Name })
}

// decideAgain reads the decisions where they are others, and gives the ids of
// the facts on which another one holds; false where a decision's fact was, or
// is, not to be found by its id.
func (k *kept) decideAgain(site *content.Site) (*kept, map[string]bool, bool) {
	was := k.r.in.Site
	if site.DecisionsHash == was.DecisionsHash && len(site.Decisions) == len(was.Decisions) {
		return k, nil, true
	}
	if k.open {
		return nil, nil, false
	}
	next := *k
	next.byID = readDecisions(site.Decisions)
	other := map[string]bool{}
	for id, d := range next.byID {
		if old := k.byID[id]; old != nil && reflect.DeepEqual(old.Decision, d.Decision) && slices.Equal(old.words, d.words) && old.shown == d.shown {
			next.byID[id] = old
		} else {
			other[id] = true
		}
	}
	for id := range k.byID {
		if next.byID[id] == nil {
			other[id] = true
		}
	}
	return &next, other, true
}

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

// twoOfOneID tells that articles, which stand in the order of their ids, cannot
// be told apart by them.
func twoOfOneID(list []profile.Article) bool {
	for i := 1; i < len(list); i++ {
		if list[i].ID == list[i-1].ID {
			return true
		}
	}
	return false
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
		for _, s := range f.Sources {
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
func (g *region) touchedIn() map[*profile.Fact][]*Claim {
	arts := maps.Clone(g.arts)
	for _, p := range g.res.Profiles {
		if !g.dirty[p.Ref] {
			continue
		}
		for _, f := range p.Facts {
			for _, s := range f.Sources {
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
	stayed := 0
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
		now := g.shownArticle(i)
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
	for _, c := range a.Claims {
		if c.Subject == "" && (c.Org != "" || c.Object != "") {
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

// settleIn is settle for some facts, whose claims are all in some articles.
func (r *reviewer) settleIn(arts []int, facts map[*profile.Fact]bool) (fell []*profile.Fact) {
	withheld := map[*profile.Fact]map[*claim.Claim]string{}
	note := func(f *profile.Fact, c *claim.Claim, s *state) {
		if f == nil || facts != nil && !facts[f] || r.rulings[f].isHeld() && f.Origin == profile.Extracted {
			return
		}
		if withheld[f] == nil {
			withheld[f] = map[*claim.Claim]string{}
		}
		withheld[f][c] = s.why
	}
	for _, art := range arts {
		uses := r.res.Uses[art]
		for i := range uses {
			if s := &r.states[art][i]; !s.shown() {
				note(uses[i].Fact, uses[i].Claim, s)
				note(uses[i].Other, uses[i].Claim, s)
			}
		}
	}
	for f, claims := range withheld {
		if r.restrict(f, claims) {
			fell = append(fell, f)
		}
	}
	return fell
}
