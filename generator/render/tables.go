package render

import (
	"maps"
	"sync"

	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// lookup finds articles in a table that is mostly that of the site before: what differs lies
// over it, so that a large site need not be indexed anew for every save.
type lookup struct {
	under map[string]*review.Article
	over  map[string]*review.Article
}

// at gives an article by its id; nil where there is none.
func (l *lookup) at(id string) *review.Article {
	if a, ok := l.over[id]; ok {
		return a
	}
	return l.under[id]
}

// again gives the same table to be laid over with changes.
func (l *lookup) again() lookup {
	over := maps.Clone(l.over)
	if over == nil {
		over = map[string]*review.Article{}
	}
	return lookup{under: l.under, over: over}
}

// tables are what pages look things up in.
type tables struct {
	articles lookup
	urls     map[*review.Article]string // the addresses that pages give in another form, or not at all
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
		articles: lookup{under: make(map[string]*review.Article, len(s.pub.Articles))}, urls: map[*review.Article]string{},
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
		s.articles.under[a.ID] = a
		s.noteURL(a)
		for i := range a.Claims {
			s.claims.under.put(a.Claims[i].ID(), &a.Claims[i])
			s.from = append(s.from, a)
		}
	}
	group.Wait()
}

// noteURL notes an address that pages do not give as it is.
func (s *Site) noteURL(a *review.Article) {
	if url := safeURL(a.URL); url != a.URL {
		s.urls[a] = url
	}
}

// urlOf gives an article's address, where a page may link to it.
func (s *Site) urlOf(a *review.Article) string {
	if url, other := s.urls[a]; other {
		return url
	}
	return a.URL
}

// takeTables lays what changed since the site before over its tables; false
// where profiles or articles came or went, or so much changed that it is no gain.
func (s *Site) takeTables(before *Site) bool {
	if before == nil || len(before.pub.Profiles) != len(s.pub.Profiles) || len(before.pub.Articles) != len(s.pub.Articles) ||
		before.claims.heavy() || before.facts.heavy() {
		return false
	}
	s.tables = tables{before.articles.again(), maps.Clone(before.urls), before.claims.again(), before.from, before.facts.again()}
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
	delete(s.urls, old)
	s.noteURL(now)
	for _, c := range old.Claims {
		s.claims.over[c.ID()] = nil
	}
	for i := range now.Claims {
		s.claims.over[now.Claims[i].ID()] = &now.Claims[i]
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
