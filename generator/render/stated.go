package render

import (
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// stated is a claim with its source and its words as a page shows them.
type stated struct {
	*review.Claim
	source *review.Article // nil where it is not there
	words  string
}

// state looks up what belongs to a claim.
func (s *Site) state(c *review.Claim) stated { return stateIn(c, s.articles.at(c.Article())) }

// stateOf finds a claim by its id; without a claim where there is none.
func (s *Site) stateOf(id string) stated {
	if _, other := s.claims.over[id]; !other {
		n := s.claims.under.number(id)
		if n < 0 {
			return stated{}
		}
		return stateIn(s.claims.under.list[n], s.from[n])
	}
	c := s.claims.at(id)
	if c == nil {
		return stated{}
	}
	return s.state(c)
}

func stateIn(c *review.Claim, a *review.Article) stated {
	words := c.Quote()
	if a != nil && a.Format == content.Markdown {
		words = unmarked(words)
	}
	return stated{c, a, words}
}

// statedOf gives the claims of a fact. Several parts of its view ask for them,
// one after the other: they are good until those of another fact are asked for.
func (m *maker) statedOf(f *profile.Fact) []stated {
	if m.last == f {
		return m.stated
	}
	m.last, m.stated = f, m.stated[:0]
	for _, told := range f.Told() {
		if c := m.s.stateOf(told.ID()); c.Claim != nil {
			m.stated = append(m.stated, c)
		}
	}
	return m.stated
}

// statedBy gives the claims of one side.
func (m *maker) statedBy(side profile.Side) []stated {
	out := make([]stated, 0, len(side.Claims))
	for _, id := range side.Claims {
		if c := m.s.stateOf(id); c.Claim != nil {
			out = append(out, c)
		}
	}
	return out
}
