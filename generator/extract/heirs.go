package extract

import "profilegen/generator/claim"

// heirOf gives the infinitive behind verb v that tells whom somebody is chosen to
// replace, and the one who goes: "was appointed to replace NAME"; -1.
func (s *Sentence) heirOf(v int32) (next, goer int32) {
	next = v + 1
	if int(next) >= len(s.verbs) || !s.verbs[next].infinitive || s.verbs[next].gov != v || !s.verbs[next].is(Replace) && !s.verbs[next].is(Succeed) {
		return -1, -1
	}
	return next, s.objectPerson(next)
}

// heirPost gives the post that somebody is chosen for in another's place: "was
// appointed to replace NAME as minister"; -1. The other one had it, as far as the
// words tell that it was done.
func (s *Sentence) heirPost(v int32) int32 {
	next, goer := s.heirOf(v)
	if next < 0 || !s.person(goer) {
		return -1
	}
	k := s.postAs(s.verbs[next].last)
	if k < 0 || s.words[s.roles[k].head].is(RoleCandidate) {
		return -1
	}
	if how, ok := s.told(v); ok && how.status == claim.Asserted {
		s.before(goer, k, false)
	}
	return k
}

// heirGoal gives what somebody was elected to in another's place: the post that
// is told, or the one by which the article has called the other.
func (s *Sentence) heirGoal(v int32) (g goal, ok bool) {
	g.party = -1
	if k := s.heirPost(v); k >= 0 {
		ro := &s.roles[k]
		g.role, g.org, g.place, g.fired = s.roleText(ro), s.roleOrg(ro), ro.place, ro.span
		return g, true
	}
	_, goer := s.heirOf(v)
	p, ok := s.knownPost(goer)
	if !ok || !p.public || p.former {
		return g, false
	}
	g.role, g.org, g.place = p.text, s.orgName(p.org), p.place
	return g, true
}
