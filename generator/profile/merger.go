package profile

import (
	"maps"
	"slices"

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
	// Once tells it that this site is not merged again: it keeps nothing but what
	// its result needs.
	Once bool
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
		if c, ok := g.changedSince(in); ok {
			g.m.stopped = g.Stopped
			if res := g.again(in, c); !g.m.ended() {
				return res
			}
		}
	}
	m, profiles, problems := mergeAll(in, g.Stopped, g.Once)
	if m.ended() {
		g.last = nil
		return &Result{}
	}
	g.m, g.problems, g.told, g.unresolved = m, make(map[Ref][]diag.Problem), nil, nil
	for i, p := range profiles {
		g.note(p.Ref, problems[i])
	}
	return g.result(in, profiles)
}

// note takes down what is to be told of a profile.
func (g *Merger) note(ref Ref, list []diag.Problem) {
	if slices.EqualFunc(list, g.problems[ref], sameProblem) {
		return
	}
	g.told = nil
	if list != nil {
		g.problems[ref] = list
	} else {
		delete(g.problems, ref)
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
	if g.last = res; g.Once {
		*g = Merger{Once: true, Stopped: g.Stopped}
	}
	return res
}

// change is what differs from the last merge.
type change struct {
	// which are the places in the input of the articles that are new or others.
	which []int
	gone  []int32 // the numbers of the articles that are gone
	names bool    // whom a person's name means may be another
}

// changedSince gives what is not as it was at the last merge; false where that
// is too much, or too hard to tell.
func (g *Merger) changedSince(in Input) (c change, ok bool) {
	m := g.m
	if len(m.byID) != len(m.order) { // two of one id
		return c, false
	}
	stayed := make([]bool, len(m.arts))
	known := 0
	for i := range in.Articles {
		now := &in.Articles[i]
		art, is := m.byID[now.ID]
		switch {
		case is && stayed[art], !is && i > 0 && in.Articles[i-1].ID == now.ID:
			return c, false
		case is:
			known++
			stayed[art] = true
		}
		if !is || !sameArticle(now, &m.in.Articles[art]) {
			c.which = append(c.which, i)
		}
	}
	if known < len(m.order) {
		for _, art := range m.order {
			if !stayed[art] {
				c.gone = append(c.gone, art)
			}
		}
	}
	if len(c.which)+len(c.gone) > mostChanged || len(m.arts)+len(c.which) > 2*len(in.Articles)+mostChanged || !g.sameParties(in) {
		return c, false
	}
	c.names = !g.sameNames(in)
	return c, true
}

// sameArticle tells that two articles are one and the same in memory: they are
// made anew whenever their file changes.
func sameArticle(a, b *Article) bool {
	return a.Article == b.Article && sameSlice(a.Claims, b.Claims) && sameSlice(a.Sentences, b.Sentences)
}

func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// sameParties tells that parties, and what else every profile is made with,
// are as they were.
func (g *Merger) sameParties(in Input) bool {
	was := g.m.in
	return in.Drafts == was.Drafts && slices.EqualFunc(in.RoleNames, was.RoleNames, slices.Equal) &&
		slices.Equal(in.Site.Parties, was.Site.Parties) && slices.Equal(in.Site.Files.Parties, was.Site.Files.Parties)
}

// sameNames tells that whom a name means cannot have changed: the people whom
// editors wrote of are the same, but for their lines.
func (g *Merger) sameNames(in Input) bool {
	was := g.m.in
	return slices.Equal(in.Site.Files.People, was.Site.Files.People) &&
		slices.EqualFunc(in.Site.People, was.Site.People, func(a, b *content.Person) bool {
			return a == b || a.ID == b.ID && a.Name == b.Name && a.Draft == b.Draft && slices.Equal(a.Aliases, b.Aliases) &&
				slices.Equal(a.Not, b.Not) && slices.Equal(a.Redirects, b.Redirects)
		})
}
