package render

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"profilegen/generator/profile"
)

// later is what only some paths need, and takes long to make where a site is
// large: each is made when it is first asked for.
type later struct {
	newest   func() []*profile.Fact // the facts of the home page and the feed
	timeline func() timeline
	search   func() *searchIndex
	paths    func() []string
	// told has, for each party or person, the facts of others that name it.
	told   func() map[profile.Ref][]*profile.Fact
	posts  func() map[*profile.Fact]*office
	groups func() map[profile.Ref][]*group
}

// timeline is the facts of the timeline, newest first, and how they are cut.
type timeline struct {
	listing
	facts []*profile.Fact
}

func (s *Site) newLater() later {
	return later{
		newest: sync.OnceValue(func() []*profile.Fact {
			var list []ranked
			for _, p := range s.pub.Profiles {
				list = newFacts(list, p.Facts, maxFeed)
			}
			return factsOf(list)
		}),
		timeline: sync.OnceValue(s.makeTimeline),
		search:   sync.OnceValue(s.indexSearch),
		told:     sync.OnceValue(s.findTold),
		posts:    sync.OnceValue(s.findPosts),
		groups:   sync.OnceValue(s.findGroups),
		paths: sync.OnceValue(func() []string {
			search := s.later.search()
			paths := make([]string, 0, len(s.routes)+len(search.entries)+len(search.ready))
			paths = slices.AppendSeq(slices.AppendSeq(paths, maps.Keys(s.routes)), search.paths())
			slices.Sort(paths)
			return slices.Compact(paths)
		}),
	}
}

// searchFolder has the files of the search index, and its page.
const searchFolder = "search/"

// route gives what stands at a path.
func (s *Site) route(path string) (route, bool) {
	r, ok := s.routes[path]
	if !ok && strings.HasPrefix(path, searchFolder) {
		ok = s.later.search().has(path)
		r = route{kind: searchShard, id: path}
	}
	return r, ok
}

// searchTaken adds the files of the search index to the table where something
// else stands in their folder, so that a clash is told.
func (s *Site) searchTaken(t *table) {
	for p, r := range t.routes {
		if strings.HasPrefix(p, searchFolder) && r.kind != searchPage {
			for _, name := range slices.Sorted(s.later.search().paths()) {
				t.add(name, route{kind: searchShard, id: name}, asker{})
			}
			return
		}
	}
}

// findTold finds the facts that name other profiles than their own.
func (s *Site) findTold() map[profile.Ref][]*profile.Fact {
	told := make(map[profile.Ref][]*profile.Fact, len(s.pub.Profiles))
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			for _, ref := range []profile.Ref{profile.Ref(f.Org), profile.Ref(f.Object())} {
				if ref == "" || ref == p.Ref {
					continue
				}
				if _, ok := s.profiles[ref]; ok {
					told[ref] = append(told[ref], f)
				}
			}
		}
	}
	return told
}

// findPosts finds the office of each fact that tells a post.
func (s *Site) findPosts() map[*profile.Fact]*office {
	posts := map[*profile.Fact]*office{}
	for _, o := range s.offices {
		for _, f := range o.terms {
			posts[f] = o
		}
	}
	return posts
}

// makeTimeline puts the facts of the timeline in order.
func (s *Site) makeTimeline() timeline {
	facts := make([]*profile.Fact, 0, s.shape.total)
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			if inTimeline(f) {
				facts = append(facts, f)
			}
		}
	}
	facts = byDate(facts, when)
	return timeline{facts: facts, listing: newListing(len(facts), func(i int) string { return yearOf(when(facts[i])) }, true)}
}

// timelineShape says how the timeline is cut, without its facts.
func (s *Site) timelineShape(before *Site) listing {
	l := listing{sizes: map[string]int{}}
	if before != nil && len(before.pub.Profiles) == len(s.pub.Profiles) {
		l.sizes, l.total = maps.Clone(before.shape.sizes), before.shape.total
	} else {
		before = nil
	}
	for i, p := range s.pub.Profiles {
		if before == nil {
			l.count(p.Facts, 1)
		} else if old := before.pub.Profiles[i]; old != p {
			l.count(old.Facts, -1)
			l.count(p.Facts, 1)
		}
	}
	maps.DeleteFunc(l.sizes, func(_ string, n int) bool { return n == 0 })
	l.cut = l.total > maxList
	l.groups = slices.Sorted(maps.Keys(l.sizes))
	slices.Reverse(l.groups)
	return l
}

// count adds facts of the timeline to the sizes of their years, or takes them away.
func (l *listing) count(facts []*profile.Fact, n int) {
	for _, f := range facts {
		if inTimeline(f) {
			l.sizes[yearOf(when(f))] += n
			l.total += n
		}
	}
}
