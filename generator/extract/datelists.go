package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// listedDate tells that the last date of the sentence goes on with a list of dates:
// nothing but commas, "and", "again", "then" stands between it and the one before.
func (r *reading) listedDate(s *sentence) bool {
	i := len(r.dates) - 1
	if i < 1 {
		return false
	}
	a, b := &r.dates[i-1], &r.dates[i]
	if a.from.kind != absolute || b.from.kind != absolute || b.first-a.last > 4 || a.last == b.first {
		return false
	}
	if a.is != b.is && !r.termDate(b) || a.is != atTime && !r.termDate(a) || a.is == atTime && r.words[a.first].is(From) && !r.termDate(b) {
		return false
	}
	for k := a.last; k < b.first; k++ {
		if w := &r.words[k]; !w.comma() && !w.is(And) && !w.is(Again) && !w.is(Then) && !w.is(Also) {
			return false
		}
	}
	if r.words[b.first].kind == prose.Number && b.last-b.first == 1 && r.words[a.last].comma() && b.last < s.last { // not "in 2012, 1400 people"
		n := &r.words[b.last]
		return n.comma() || n.is(And) || n.kind == prose.Stop || r.words[b.first-1].is(And)
	}
	return true
}

// termDate tells of the time in which somebody held a post: "from 1988 to 1998",
// "since 2010", "from 2010".
func (r *reading) termDate(d *date) bool {
	return d.is == ranging || d.is == since || d.is == atTime && r.words[d.first].is(From)
}

// again makes the last draft once more for each further date of a list: "was jailed
// in 2012 and again in 2016", "mayor from 1988 to 1998 and again from 2001".
func (s *Sentence) again() {
	first := len(s.drafts) - 1
	d := &s.drafts[first]
	term := false
	switch d.Type {
	case claim.Election, claim.Defeat, claim.Candidacy, claim.Appointment, claim.Resignation, claim.Dismissal, claim.Joined, claim.Left, claim.Legal:
	case claim.Position, claim.Membership:
		term = true
	default:
		return
	}
	same := false // the list's first date is the draft's
	for i := range s.dates {
		dt := &s.dates[i]
		if !dt.again {
			same = s.datedBy(d, dt)
			continue
		}
		if !same || term != s.termDate(dt) {
			continue
		}
		other := s.drafts[first]
		other.fired = append(s.room.fewUsed(), other.fired...)
		other.On, other.Start, other.End, other.When = edtf.Date{}, edtf.Date{}, edtf.Date{}, ""
		s.setDate(&other, dt, other.ahead)
		if term {
			if !other.On.IsZero() {
				other.Start, other.On = other.On, edtf.Date{}
			}
			other.Former = other.Former && !other.End.IsZero()
		}
		s.drafts = append(s.drafts, other)
	}
}

// datedBy tells that a draft has the very date.
func (s *Sentence) datedBy(d *draft, dt *date) bool {
	got := s.settleDate(dt, d.ahead)
	if d.Type == claim.Position || d.Type == claim.Membership {
		return (!d.Start.IsZero() || !d.End.IsZero()) && d.Start == got.start && d.End == got.end
	}
	return !d.On.IsZero() && d.On == got.on
}
