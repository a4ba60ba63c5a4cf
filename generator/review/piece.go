package review

import (
	"strings"

	"profilegen/generator/claim"
)

// marks are what may not be shown of a claim's words.
type marks struct {
	flags []bool // segments
	named []span // posts and memberships that can be left out by themselves
	spans []span // sensitive phrases
	held  bool   // flags are of held claims too
	// beside are the words of what else is shown of the subject there.
	beside []string
}

// piece gives the words that carry a claim and nothing that is marked; none
// where the two cannot be cut apart.
func (j *judge) piece(q *parsed, c *claim.Claim, m marks) span {
	bad, embedded := q.spread(m.flags)
	if isTold(c) {
		if !embedded {
			return span{}
		}
		sp, ok := q.run(c.Type, bad)
		if !ok {
			return span{}
		}
		return q.without(sp, m.named)
	}
	e := evidenceOf(c)
	e.beside = m.beside
	post := c.Type == claim.Position || c.Type == claim.Membership
	undated := c.Start.IsZero() && c.End.IsZero()
	if post && undated {
		if sp, ok := q.named(e); ok && !meets(sp, m.spans) {
			return sp
		}
	}
	if seg, ok := q.clause(e, bad); ok {
		if sp := q.without(q.bytes(seg, q.on(seg, bad)), m.named); sp != (span{}) {
			return sp
		}
	}
	if post {
		if sp, ok := q.named(e); ok && !meets(sp, m.spans) {
			return sp
		}
		return span{}
	}
	return q.predicate(e, m)
}

func meets(sp span, list []span) bool {
	for _, o := range list {
		if o.start < sp.end && sp.start < o.end {
			return true
		}
	}
	return false
}

// without takes spans off the ends of another; where one stands in the middle,
// nothing remains.
func (q *parsed) without(sp span, list []span) span {
	for _, o := range list {
		switch {
		case o.end <= sp.start || sp.end <= o.start:
		case q.onlyEmpty(sp.start, o.start):
			sp.start = q.skip(o.end, sp.end)
		case q.onlyEmpty(o.end, sp.end):
			sp.end = o.start
		default:
			return span{}
		}
	}
	words := strings.TrimRight(q.text[sp.start:max(sp.start, sp.end)], " ,;:\n\t")
	if strings.TrimSpace(words) == "" {
		return span{}
	}
	return span{sp.start, sp.start + len(words)}
}

// onlyEmpty tells that nothing but words without a meaning stands between two
// places.
func (q *parsed) onlyEmpty(start, end int) bool {
	for i, t := range q.tokens {
		if t.start >= start && t.end <= end && !function[q.lower[i]] {
			return false
		}
	}
	return true
}

// skip goes on to the next word after a place.
func (q *parsed) skip(pos, end int) int {
	for _, t := range q.tokens {
		if t.start >= pos && t.start < end {
			for t.start > pos && strings.HasSuffix(q.text[:t.start], "\"") {
				t.start--
			}
			return t.start
		}
	}
	return end
}

// predicate gives a clause from its verb on, where only what stands before it
// (the subject) has a sensitive phrase: "The ailing senator | resigned on Monday".
func (q *parsed) predicate(e evidence, m marks) span {
	if len(m.spans) == 0 || m.held {
		return span{} // how far a held claim reaches is not known as well
	}
	for i, s := range q.segs {
		if !m.flags[i] || s.region > 0 && !s.finite {
			continue
		}
		for k := s.first; k < s.last; k++ {
			next := ""
			if k+1 < s.last {
				next = q.lower[k+1]
			}
			if !q.l.sign(e.c.Type, bareWord(q.lower[k]), next) || !q.l.verbs[q.lower[k]].finite && !q.l.verbs[q.lower[k]].participle {
				continue
			}
			sp := span{q.tokens[k].start, q.tokens[s.last-1].end}
			if q.marksEnd(i, sp.start, m.spans) {
				return q.without(sp, m.named)
			}
			break
		}
	}
	return span{}
}

// marksEnd tells that every sensitive phrase of a segment ends before a place.
func (q *parsed) marksEnd(seg, pos int, spans []span) bool {
	s := q.segs[seg]
	from, to := q.tokens[s.first].start, q.tokens[s.last-1].end
	for _, sp := range spans {
		if sp.start < to && from < sp.end && sp.end > pos {
			return false
		}
	}
	return true
}
