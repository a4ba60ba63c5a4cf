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
func (s *Site) state(c *review.Claim) stated {
	a := s.articles.at(c.Article)
	words := c.Quote
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
	for _, told := range f.Told {
		if c := m.s.claims.at(told.ID); c != nil {
			m.stated = append(m.stated, m.s.state(c))
		}
	}
	return m.stated
}

// statedBy gives the claims of one side.
func (m *maker) statedBy(side profile.Side) []stated {
	out := make([]stated, 0, len(side.Claims))
	for _, id := range side.Claims {
		if c := m.s.claims.at(id); c != nil {
			out = append(out, m.s.state(c))
		}
	}
	return out
}
