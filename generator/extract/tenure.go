package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// tenureRules read posts that a noun of the time in them tells.
var tenureRules = []Rule{
	{
		Name:  "tenure",
		Doc:   "the time in a post, whose it was: “her tenure as mayor of Brint from 1998 to 2004”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(TenureNoun),
		Find:  tenures,
	},
}

// tenures reads "his tenure as mayor", "NAME's second term as chair". Without
// dates the noun tells a post all the same: nobody has a term as what he never was.
func tenures(s *Sentence) {
	if !s.s.classes.has(As) {
		return
	}
	for k := s.s.first; k+2 < s.s.last; k++ {
		if !s.words[k].is(TenureNoun) || !s.words[k+1].is(As) {
			continue
		}
		who := s.ownerBefore(k)
		i := s.roleFrom(k + 2)
		if i < 0 && s.words[k+2].is(The) {
			i = s.roleFrom(k + 3)
		}
		if !s.person(who) || i < 0 || s.roles[i].plural || s.roles[i].holder >= 0 && s.resolve(s.roles[i].holder) != who {
			continue
		}
		if v := s.verbBefore(k); v >= 0 && (s.verbs[v].conditional || s.verbs[v].tense == futureTense) {
			continue
		}
		ro := s.roles[i]
		s.holds(who, &ro, func(d *draft) {
			s.datesBehind(d, ro.last)
			for j := range s.verbs { // "spent ten years as mayor"; "whose years as mayor ended"
				vb := &s.verbs[j]
				d.Former = d.Former || vb.tense == pastTense && (vb.is(Spends) && vb.last < k && vb.last+3 >= k || vb.is(End) && vb.first == ro.last)
			}
		})
	}
}

// ownerBefore gives the person whose noun stands at k: "his tenure", "NAME's
// short tenure"; -1.
func (s *Sentence) ownerBefore(k int32) int32 {
	for j := k - 1; j >= max(s.s.first, k-3); j-- {
		w := &s.words[j]
		switch {
		case w.kind == prose.Genitive && j > s.s.first:
			if id := s.words[j-1].name; id >= 0 {
				return s.resolve(id)
			}
			return -1
		case w.is(Poss):
			return s.possessor(j)
		case w.is(RelWhose):
			for b := j - 1; b >= max(s.s.first, j-2); b-- {
				if id := s.words[b].name; id >= 0 {
					return s.resolve(id)
				}
			}
			return -1
		case (w.is(After) || w.is(In) || w.is(During) || w.is(Spends)) && j < k-1 && s.words[k].is(Unit):
			if v := s.verbBefore(k); w.is(Spends) && v >= 0 && s.verbs[v].last == j+1 {
				return s.subject(v)
			} else if w.is(Spends) {
				return -1
			}
			return s.mainSubject()
		case w.kind == prose.Number:
		case w.kind != prose.Word || w.name >= 0 || w.is(Prep) || w.is(Verb) && !w.is(NounToo):
			return -1
		}
	}
	return -1
}

// verbBefore gives the last verb before k; -1.
func (s *Sentence) verbBefore(k int32) int32 {
	found := int32(-1)
	for i := range s.verbs {
		if s.verbs[i].last <= k {
			found = int32(i)
		}
	}
	return found
}

// datesBehind sets the dates that follow a post at once as its term.
func (s *Sentence) datesBehind(d *draft, last int32) {
	for i := range s.dates {
		dt := &s.dates[i]
		if dt.first < last || dt.first > last+1 || dt.first > last && s.verbHere(s.s, last) {
			continue
		}
		s.setDate(d, dt, false)
		if !d.On.IsZero() && d.Start.IsZero() {
			d.Start = d.On
		}
		d.On = edtf.Date{}
		d.Former = d.Former || !d.End.IsZero()
	}
}
