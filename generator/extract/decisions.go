package extract

import "profilegen/generator/claim"

// decisionRules read what somebody's decision was.
var decisionRules = []Rule{
	{
		Name:  "decision",
		Doc:   "what somebody has decided to do: “Ana Roe's decision to stand down as mayor is a blow”",
		Types: []claim.Type{claim.Resignation, claim.Appointment, claim.Dismissal},
		needs: on(DecisionNoun),
		Find:  decisions,
	},
}

// decisions reads "her decision to resign as mayor", "NAME's decision to appoint NAME
// as envoy": what is spoken of as decided was done, unless the sentence takes it back.
func decisions(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		k := vb.first - 1
		if !vb.infinitive || vb.negated || vb.passive || k <= s.s.first || !s.words[k].is(DecisionNoun) || s.takenBack(v) {
			continue
		}
		owner := s.ownerBefore(k)
		if !s.person(owner) {
			continue
		}
		switch {
		case vb.is(Resign), vb.is(Leave):
			m := s.moveOf(v, From, As, Of)
			if !s.leavesPost(v, &m) || s.toldOf(claim.Resignation, owner) {
				continue
			}
			s.add(claim.Resignation, owner, func(d *draft) {
				d.Stage = claim.Effective
				s.fill(d, &m, true)
				d.fired = append(d.fired, used{"verb", vb.span})
			})
		case vb.is(Appoint) || vb.is(Make):
			k, who := s.roleFor(v), s.objectPerson(v)
			if k < 0 || !s.person(who) || !s.office(k) || s.toldOf(claim.Appointment, who) {
				continue
			}
			s.add(claim.Appointment, who, func(d *draft) {
				d.Stage = claim.Named
				s.setRole(d, k)
			})
		case vb.is(Dismiss) && !vb.is(Weak):
			who := s.objectPerson(v)
			if !s.person(who) || s.toldOf(claim.Dismissal, who) {
				continue
			}
			m := s.moveOf(v, From, As, Of)
			s.add(claim.Dismissal, who, func(d *draft) { s.fill(d, &m, true) })
		}
	}
}

// takenBack tells that the sentence makes the decision at verb v's front one that is
// not to be counted on: "is considering his decision to", "reversed her decision to".
func (s *Sentence) takenBack(v int32) bool {
	for i := range s.verbs {
		vb := &s.verbs[i]
		if int32(i) == v {
			continue
		}
		if vb.conditional || vb.may && vb.last <= s.verbs[v].first {
			return true
		}
		if vb.last <= s.verbs[v].first && vb.last+6 > s.verbs[v].first && !s.prepIn(vb.last, s.verbs[v].first) && (vb.negated || vb.is(Deny) || !vb.is(Say) && !vb.is(Judge) && !vb.is(Be)) { // its object
			return true
		}
	}
	return false
}

// prepIn tells that a preposition stands from..to.
func (s *Sentence) prepIn(from, to int32) bool {
	for k := from; k < to; k++ {
		if s.words[k].is(Prep) {
			return true
		}
	}
	return false
}

// toldOf tells that the article told such an event of the person before.
func (s *Sentence) toldOf(t claim.Type, who int32) bool {
	for i := s.lately(); who >= 0 && i < len(s.drafts); i++ {
		if s.drafts[i].Type == t && s.drafts[i].who == who {
			return true
		}
	}
	return false
}
