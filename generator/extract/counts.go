package extract

// counts tells that a description is a post in the sense of a position.
func (s *Sentence) counts(ro *role) bool {
	h := &s.words[ro.head]
	switch {
	case ro.whole != "":
		return true
	case ro.plural || ro.negated || h.is(RoleOcc) || h.is(RoleMemberOf) || h.is(RoleCandidate):
		return false
	case h.is(RoleMember):
		return ro.place != "" || ro.org >= 0 && !s.who[ro.org].party && s.parliament(ro.org)
	case h.is(RoleParty) && ro.holder >= 0 && s.sole(ro):
		return true
	case h.is(RoleJob) && s.saysPost(ro):
		return true
	case h.is(RoleJob) && (s.saysBody(ro) || ro.title && h.capital() && h.is(SeatTitle)):
		return true
	case h.is(RolePublic) && !h.is(Vague):
		return ro.owner == -1
	case h.is(RoleJob), h.is(RoleParty):
		return ro.org >= 0 || ro.orgName != "" || ro.place != "" && h.is(RoleParty) || h.is(RoleParty) && (ro.text.last-ro.text.first > 1 || h.is(OfParty))
	case h.is(Vague):
		return ro.org >= 0 || ro.place != ""
	}
	return ro.owner == -1
}

// sole tells of a post in a body that the sentence need not name: "Chief executive
// NAME", "The treasurer, NAME,".
func (s *Sentence) sole(ro *role) bool {
	if ro.owner != -1 || s.words[ro.head].is(Vague) {
		return false
	}
	return ro.definite && !ro.title || ro.title && !ro.indefinite && !s.words[ro.head].is(Spokes)
}

// saysPost tells of another post behind a job's noun: "aide to the chancellor".
func (s *Sentence) saysPost(ro *role) bool {
	for k := ro.head + 1; k < ro.text.last; k++ {
		if s.words[k].is(RolePublic) {
			return true
		}
	}
	return false
}

// saysBody tells of a body in a post's own words: "council planning officer".
func (s *Sentence) saysBody(ro *role) bool {
	for k := ro.text.first; k < ro.head; k++ {
		if s.words[k].is(OrgPublic) || s.words[k].is(OrgGovernment) || s.words[k].is(OrgCourt) || s.words[k].is(OrgUnion) || s.words[k].is(OrgParty) {
			return true
		}
	}
	return false
}
