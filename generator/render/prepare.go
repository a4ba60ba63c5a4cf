package render

import (
	"runtime"
	"sync"
	"sync/atomic"

	"profilegen/generator/review"
)

// Prepare makes ready for a call of RenderUnless for every path. It must not
// run beside any other call.
func (s *Site) Prepare() {
	if s.prints.profiles != nil {
		return
	}
	articles := make(map[*review.Article]articlePrints, len(s.pub.Articles))
	for _, a := range s.pub.Articles {
		articles[a] = articlePrints{own: printOf(s, a, (*hasher).article)}
	}
	s.prints.articles = articles
	claims := make([]print, len(s.claims.under.list))
	s.onAllCores(len(s.pub.Articles), func(h *hasher, i int) {
		list := s.pub.Articles[i].Claims
		for k := range list {
			c := &list[k]
			if n := s.claims.numberNear(&h.nextClaim, c.ID(), c); n >= 0 {
				h.reset()
				h.wholeClaim(c)
				claims[n] = h.print()
			}
		}
	})
	s.prints.claims = claims
	for _, a := range s.pub.Articles {
		articles[a] = articlePrints{articles[a].own, printOf(s, a, (*hasher).eachClaim)}
	}
	facts := make([]print, len(s.facts.under.list))
	s.eachProfile(func(h *hasher, i int, p *review.Profile) {
		for _, f := range p.Facts {
			if n := s.facts.numberNear(&h.nextFact, f.ID, f); n >= 0 {
				h.reset()
				h.fact(f)
				facts[n] = h.print()
			}
		}
	})
	s.prints.facts = facts
	whole := make([]print, len(s.pub.Profiles))
	s.eachProfile(func(h *hasher, i int, p *review.Profile) {
		h.reset()
		h.profile(p)
		whole[i] = h.print()
	})
	profiles := make(map[*review.Profile]print, len(s.pub.Profiles))
	for i, p := range s.pub.Profiles {
		profiles[p] = whole[i]
	}
	s.prints.profiles, s.prints.claims = profiles, nil
}

// eachProfile calls do for every profile, on all cores.
func (s *Site) eachProfile(do func(h *hasher, i int, p *review.Profile)) {
	s.onAllCores(len(s.pub.Profiles), func(h *hasher, i int) { do(h, i, s.pub.Profiles[i]) })
}

// onAllCores calls do for 0 to n-1.
func (s *Site) onAllCores(n int, do func(h *hasher, i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			h := s.hasher()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(h, i)
			}
		})
	}
	group.Wait()
}
