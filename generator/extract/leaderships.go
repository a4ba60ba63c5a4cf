package extract

// choosesLeader gives the post of a party's leader for which verb v says that
// somebody was chosen: "was picked as leader of the PARTY", "selected NAME as their
// leader"; -1.
func (s *Sentence) choosesLeader(v int32) int32 {
	k := s.roleDirectly(v)
	if !s.verbs[v].passive {
		k = s.roleFor(v)
	}
	if k < 0 || s.roles[k].plural || !s.roleIs(k, LeaderNoun) || !s.roleIs(k, RoleParty) {
		return -1
	}
	return k
}

// leadership makes the election of the leader whom verb v says a party chose.
func (s *Sentence) leadership(v, k int32) {
	list := s.doers(v)
	if !s.verbs[v].passive {
		list = []int32{s.objectPerson(v)}
	}
	ro := &s.roles[k]
	s.electedTo(list, v, goal{party: -1, role: s.roleText(ro), org: s.roleOrg(ro), place: ro.place, fired: ro.span}, "")
}
