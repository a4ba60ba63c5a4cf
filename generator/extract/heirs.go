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
// appointed to replace NAME as minister"; -1.
func (s *Sentence) heirPost(v int32) int32 {
	next, goer := s.heirOf(v)
	if next < 0 || !s.person(goer) {
		return -1
	}
	k := s.postAs(s.verbs[next].last)
	if k >= 0 && s.words[s.roles[k].head].is(RoleCandidate) {
		return -1
	}
	return k
}

// hadPost makes the post of the one whom verb v says somebody was chosen to replace
// in it, as far as the words tell that it was done.
func (s *Sentence) hadPost(v, k int32) {
	if how, ok := s.told(v); ok && how.status == claim.Asserted {
		_, goer := s.heirOf(v)
		s.before(goer, k, false)
	}
}

// heirGoal gives what somebody was elected to in another's place: the post that
// is told, or the one by which the article has called the other.
func (s *Sentence) heirGoal(v int32) (g goal, ok bool) {
	if k := s.heirPost(v); k >= 0 {
		s.hadPost(v, k)
		return s.postGoal(k), true
	}
	_, goer := s.heirOf(v)
	p, ok := s.knownPost(goer)
	if !ok || !p.public || p.former {
		return goal{}, false
	}
	return goal{party: -1, role: p.text, org: s.orgName(p.org), place: p.place}, true
}
