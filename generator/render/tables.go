package render

import (
	"maps"
	"sync"

	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// lookup is a table that is mostly that of the site before: what differs lies
// over it, so that a large site need not be indexed anew for every save.
type lookup[K comparable, V any] struct {
	under map[K]V
	over  map[K]V // the zero value hides what lies under it
}

// at gives a value; the zero one where there is none.
func (l *lookup[K, V]) at(key K) V {
	if value, ok := l.over[key]; ok {
		return value
	}
	return l.under[key]
}

// put notes a value of a table that is made anew.
func (l *lookup[K, V]) put(key K, value V) { l.under[key] = value }

// newLookup begins a table.
func newLookup[K comparable, V any](size int) lookup[K, V] {
	return lookup[K, V]{under: make(map[K]V, size)}
}

// again gives the same table to be laid over with changes.
func (l *lookup[K, V]) again() lookup[K, V] {
	over := maps.Clone(l.over)
	if over == nil {
		over = map[K]V{}
	}
	return lookup[K, V]{under: l.under, over: over}
}

// tables are what pages look things up in.
type tables struct {
	articles lookup[string, *review.Article]
	urls     lookup[*review.Article, string] // its address, where a page may link to it
	claims   register[review.Claim]
	from     []*review.Article // the articles of the claims, by their number
	facts    register[profile.Fact]
}

// makeTables indexes the whole site.
func (s *Site) makeTables() {
	claims, facts := 0, 0
	for _, a := range s.pub.Articles {
		claims += len(a.Claims)
	}
	for _, p := range s.pub.Profiles {
		facts += len(p.Facts)
	}
	s.tables = tables{
		articles: newLookup[string, *review.Article](len(s.pub.Articles)), urls: newLookup[*review.Article, string](len(s.pub.Articles)),
		claims: register[review.Claim]{under: newIDs[review.Claim](claims)}, facts: register[profile.Fact]{under: newIDs[profile.Fact](facts)},
		from: make([]*review.Article, 0, claims),
	}
	var group sync.WaitGroup
	group.Go(func() {
		for _, p := range s.pub.Profiles {
			for _, f := range p.Facts {
				s.facts.under.put(f.ID, f)
			}
		}
	})
	for _, a := range s.pub.Articles {
		s.articles.put(a.ID, a)
		s.urls.put(a, safeURL(a.URL))
		for i := range a.Claims {
			s.claims.under.put(a.Claims[i].ID, &a.Claims[i])
			s.from = append(s.from, a)
		}
	}
	group.Wait()
}

// takeTables lays what changed since the site before over its tables; false
// where profiles or articles came or went, or so much changed that it is no gain.
func (s *Site) takeTables(before *Site) bool {
	if before == nil || len(before.pub.Profiles) != len(s.pub.Profiles) || len(before.pub.Articles) != len(s.pub.Articles) ||
		before.claims.heavy() || before.facts.heavy() {
		return false
	}
	s.tables = tables{before.articles.again(), before.urls.again(), before.claims.again(), before.from, before.facts.again()}
	for i, a := range s.pub.Articles {
		old := before.pub.Articles[i]
		if old.ID != a.ID {
			return false
		}
		if old != a {
			s.swapArticle(old, a)
		}
	}
	for i, p := range s.pub.Profiles {
		old := before.pub.Profiles[i]
		if old.Ref != p.Ref {
			return false
		}
		if old != p {
			s.swapProfile(old, p)
		}
	}
	return true
}

func (s *Site) swapArticle(old, now *review.Article) {
	s.articles.over[now.ID] = now
	s.urls.over[now] = safeURL(now.URL)
	for _, c := range old.Claims {
		s.claims.over[c.ID] = nil
	}
	for i := range now.Claims {
		s.claims.over[now.Claims[i].ID] = &now.Claims[i]
	}
}

func (s *Site) swapProfile(old, now *review.Profile) {
	for _, f := range old.Facts {
		s.facts.over[f.ID] = nil
	}
	for _, f := range now.Facts {
		s.facts.over[f.ID] = f
	}
}
