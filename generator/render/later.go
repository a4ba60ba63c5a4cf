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
	search   func() map[string][]byte // the files of the search index, by their path
	paths    func() []string
}

// timeline is the facts of the timeline, newest first, and how they are cut.
type timeline struct {
	listing
	facts []*profile.Fact
}

func (s *Site) newLater() later {
	return later{
		newest:   sync.OnceValue(func() []*profile.Fact { return newFacts(s.pub.Profiles, maxFeed) }),
		timeline: sync.OnceValue(s.makeTimeline),
		search:   sync.OnceValue(s.indexSearch),
		paths: sync.OnceValue(func() []string {
			paths := slices.AppendSeq(slices.Collect(maps.Keys(s.routes)), maps.Keys(s.later.search()))
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
		_, ok = s.later.search()[path]
		r = route{kind: searchShard, id: path}
	}
	return r, ok
}

// searchTaken adds the files of the search index to the table where something
// else stands in their folder, so that a clash is told.
func (s *Site) searchTaken(t *table) {
	for p, r := range t.routes {
		if strings.HasPrefix(p, searchFolder) && r.kind != searchPage {
			for _, name := range slices.Sorted(maps.Keys(s.later.search())) {
				t.add(name, route{kind: searchShard, id: name})
			}
			return
		}
	}
}

// makeTimeline puts the facts of the timeline in order.
func (s *Site) makeTimeline() timeline {
	var facts []*profile.Fact
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
func (s *Site) timelineShape() listing {
	years := map[int]int{}
	undated, total := 0, 0
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			if !inTimeline(f) {
				continue
			}
			total++
			if d := when(f); d.IsZero() {
				undated++
			} else {
				years[d.Year()]++
			}
		}
	}
	l := listing{sizes: map[string]int{}, total: total, cut: total > maxList}
	for year, n := range years {
		l.sizes[itoa(year)] = n
	}
	if undated > 0 {
		l.sizes["undated"] = undated
	}
	l.groups = slices.Sorted(maps.Keys(l.sizes))
	slices.Reverse(l.groups)
	return l
}
