package profile

import (
	"maps"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// Merger merges one site again and again as it changes. What it gives is what
// Merge gives of the same input; a profile whose lines, claims and sources are
// those of the last time is not made again, and its Profile is the same one.
//
// A result's Uses hold until the next call: claims of articles that stay are
// told anew which facts they became. It is for one goroutine at a time.
type Merger struct {
	// Stopped, where set, tells that nobody wants the result any more: Merge then
	// ends soon, and gives nothing.
	Stopped func() bool

	m        *merge
	problems map[Ref][]diag.Problem
	told     []diag.Problem // all of them, sorted; nil where they are to be put together anew
	last     *Result

	unresolved []Unresolved // nil where it is to be made anew
}

// mostChanged is how many articles may differ before all is merged anew.
const mostChanged = 200

// Merge puts the claims and the front matter of a site together.
func (g *Merger) Merge(in Input) *Result {
	if g.last != nil {
		if which, ok := g.changedArticles(in); ok && g.sameNames(in) {
			g.m.stopped = g.Stopped
			if res := g.again(in, which); !g.m.ended() {
				return res
			}
		}
	}
	m, profiles := mergeAll(in, g.Stopped)
	if m.ended() {
		g.last = nil
		return &Result{}
	}
	g.m, g.problems, g.told, g.unresolved = m, make(map[Ref][]diag.Problem), nil, nil
	for _, p := range profiles {
		g.note(p)
	}
	return g.result(in, profiles)
}

// note takes down what is to be told of a profile.
func (g *Merger) note(p *Profile) {
	list := check(p)
	if slices.EqualFunc(list, g.problems[p.Ref], sameProblem) {
		return
	}
	g.told = nil
	if list != nil {
		g.problems[p.Ref] = list
	} else {
		delete(g.problems, p.Ref)
	}
}

func sameProblem(a, b diag.Problem) bool {
	return a.String() == b.String() && slices.Equal(a.Notes, b.Notes)
}

// result puts the profiles and all that belongs to them together.
func (g *Merger) result(in Input, profiles []*Profile) *Result {
	res := &Result{Profiles: profiles, Uses: make([][]Use, len(in.Articles)), merge: g.m}
	for i := range in.Articles {
		res.Uses[i] = g.m.uses[g.m.byID[in.Articles[i].ID]]
	}
	if g.told == nil {
		for _, ref := range slices.Sorted(maps.Keys(g.problems)) {
			g.told = append(g.told, g.problems[ref]...)
		}
		g.told = slices.Clip(diag.Sort(g.told))
	}
	res.Problems = g.told
	if res.Unresolved = g.unresolved; g.unresolved == nil {
		g.unresolved = unresolved(g.m.arts, g.m.lost)
		res.Unresolved = g.unresolved
	}
	g.last = res
	return res
}

// changedArticles gives the articles that are not those of the last merge, by
// their place in the input; false where some are gone, too many are others, or
// two have one id.
func (g *Merger) changedArticles(in Input) ([]int, bool) {
	var which []int
	stayed := 0
	for i := range in.Articles {
		now := &in.Articles[i]
		art, known := g.m.byID[now.ID]
		if known {
			stayed++
		}
		if !known || !sameArticle(now, &g.m.in.Articles[art]) {
			which = append(which, i)
		}
	}
	return which, stayed == len(g.m.in.Articles) && len(g.m.byID) == stayed && len(which) <= mostChanged
}

// sameArticle tells that two articles are one and the same in memory: they are
// made anew whenever their file changes.
func sameArticle(a, b *Article) bool {
	return a.Article == b.Article && sameSlice(a.Claims, b.Claims) && sameSlice(a.Sentences, b.Sentences)
}

func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// sameNames tells that whom a name means cannot have changed: the profiles
// that editors wrote are the same, but for the lines of people.
func (g *Merger) sameNames(in Input) bool {
	was := g.m.in
	files, before := in.Site.Files, was.Site.Files
	return in.Drafts == was.Drafts && slices.EqualFunc(in.RoleNames, was.RoleNames, slices.Equal) &&
		slices.Equal(in.Site.Parties, was.Site.Parties) &&
		slices.Equal(files.People, before.People) && slices.Equal(files.Parties, before.Parties) &&
		slices.EqualFunc(in.Site.People, was.Site.People, func(a, b *content.Person) bool {
			return a == b || a.ID == b.ID && a.Name == b.Name && a.Draft == b.Draft && slices.Equal(a.Aliases, b.Aliases) &&
				slices.Equal(a.Not, b.Not) && slices.Equal(a.Redirects, b.Redirects)
		})
}

// again merges what changed: which has the places of the changed articles in
// the input.
func (g *Merger) again(in Input, which []int) *Result {
	m := g.m
	touched := map[Ref]bool{}
	arts, saidMore := g.replace(in, which, touched)
	m.copies.change(m.in.Articles, m.arts, arts)
	regrouped := false
	for i, group := range m.copies.groups() {
		if m.arts[i].copies != group {
			m.arts[i].copies, regrouped = group, true
			g.touch(int32(i), touched)
			g.touchCiting(m.in.Articles[i].ID, touched)
		}
	}
	otherStubs := false
	if saidMore || regrouped {
		otherStubs = g.stubsAgain(touched)
	}
	for _, art := range arts {
		g.leave(art, touched)
		tellStubs(m.uses[art], &m.said[art], m.lost)
		g.enter(art, touched)
	}
	if in.Site != m.in.Site {
		g.linesAgain(in.Site, touched)
	}
	profiles := slices.Clone(g.last.Profiles)
	if otherStubs {
		profiles = m.profiles()
	}
	return g.result(in, g.fill(profiles, touched))
}

// replace puts the changed articles in the place of the old ones, and resolves
// their names. It gives their numbers, and whether they say anything else of
// names without a profile.
func (g *Merger) replace(in Input, which []int, touched map[Ref]bool) (arts []int32, saidMore bool) {
	m := g.m
	added := false
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
		g.leave(art, touched)
		m.in.Articles[art] = *now
		was := m.arts[art]
		m.arts[art] = readArticle(now.Article)
		m.arts[art].rank, m.arts[art].copies = was.rank, was.copies
		if m.arts[art] != was {
			g.touchCiting(now.ID, touched)
		}
		uses, said := m.resolveArticle(&m.in.Articles[art])
		saidMore = saidMore || !said.same(&m.said[art])
		m.uses[art], m.said[art] = uses, said
		arts = append(arts, art)
	}
	if added {
		slices.SortFunc(m.order, func(a, b int32) int { return strings.Compare(m.in.Articles[a].ID, m.in.Articles[b].ID) })
		for rank, art := range m.order {
			m.arts[art].rank = int32(rank)
		}
	}
	return arts, saidMore
}

// touch notes the profiles that an article's claims are about.
func (g *Merger) touch(art int32, touched map[Ref]bool) {
	for i := range g.m.uses[art] {
		aboutWhom(&g.m.uses[art][i], func(ref Ref, _ bool) { touched[ref] = true })
	}
}

// leave takes an article from the profiles that its claims are about, and
// notes these.
func (g *Merger) leave(art int32, touched map[Ref]bool) {
	g.touch(art, touched)
	for i := range g.m.uses[art] {
		aboutWhom(&g.m.uses[art][i], func(ref Ref, _ bool) {
			g.m.about[ref] = slices.DeleteFunc(g.m.about[ref], func(a int32) bool { return a == art })
		})
	}
}

// enter gives an article to the profiles that its claims are about, and notes
// these.
func (g *Merger) enter(art int32, touched map[Ref]bool) {
	g.touch(art, touched)
	g.m.noteAbout(art)
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
		g.leave(art, touched)
		tellStubs(m.uses[art], &m.said[art], m.lost)
		g.enter(art, touched)
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

// linesAgain reads the front matter of the people whose files changed.
func (g *Merger) linesAgain(site *content.Site, touched map[Ref]bool) {
	m := g.m
	was := m.in.Site
	m.in.Site = site
	changed := false
	for i, p := range site.People {
		if p != was.People[i] {
			touched[PersonRef(p.ID)], changed = true, true
		}
	}
	if changed {
		m.lines = m.editorLines()
	}
}

// fill makes the touched profiles anew, in a list that may hold others' already.
func (g *Merger) fill(profiles []*Profile, touched map[Ref]bool) []*Profile {
	m := g.m
	var fresh []*Profile
	people := make(map[Ref]*content.Person)
	for _, p := range m.in.Site.People {
		if ref := PersonRef(p.ID); touched[ref] {
			people[ref] = p
		}
	}
	there := make(map[Ref]bool, len(profiles))
	for i, p := range profiles {
		there[p.Ref] = true
		if touched[p.Ref] {
			again := &Profile{Ref: p.Ref, Name: p.Name, Person: p.Person, Party: p.Party}
			if person := people[p.Ref]; person != nil {
				again.Person, again.Name = person, person.Name
			}
			profiles[i] = again
			fresh = append(fresh, again)
		} else if p.Facts == nil {
			profiles[i] = g.find(p.Ref)
		}
	}
	if len(fresh) > 0 {
		m.fill(fresh, m.byProfile(fresh))
	}
	for _, p := range fresh {
		g.note(p)
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
