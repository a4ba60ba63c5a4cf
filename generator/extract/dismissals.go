package extract

import "profilegen/generator/claim"

// dismissed reads who was sacked, dropped, expelled.
func dismissed(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		switch {
		case vb.is(Dismiss), vb.is(Drop) && vb.passive:
			s.dismisses(v)
		case vb.is(Strip):
			s.strips(v)
		case vb.is(Lose) && !vb.passive && s.whipBehind(v):
			s.losesWhip(s.subject(v), v)
		case vb.is(Lose) && !vb.passive && s.first(v, PostNoun):
			s.losesPost(v)
		}
	}
	s.nominal(DismissNoun, claim.Dismissal, claim.None)
}

// whipBehind tells that the next noun behind a verb is the whip of a party.
func (s *Sentence) whipBehind(v int32) bool {
	for k := s.verbs[v].last; k < min(s.verbs[v].last+4, s.s.last); k++ {
		if s.words[k].is(PartyWhip) {
			return true
		}
	}
	return false
}

// losesPost reads "lost her job as clerk".
func (s *Sentence) losesPost(v int32) {
	k := s.verbs[v].last
	for k < s.s.last && !s.words[k].is(PostNoun) {
		k++
	}
	m := s.moveAt(min(k+1, s.s.last), false)
	if m.role < 0 || s.words[s.roles[m.role].head].is(RoleOcc) {
		return
	}
	for _, who := range s.doers(v) {
		if s.person(who) {
			s.addTold(claim.Dismissal, who, v, func(d *draft) { s.fill(d, &m, true) })
		}
	}
}

// losesWhip makes the dismissal of somebody whom a party puts out of its group.
func (s *Sentence) losesWhip(who, v int32) {
	if !s.person(who) || s.who[who].org < 0 || !s.party(s.who[who].org) {
		return
	}
	s.addTold(claim.Dismissal, who, v, func(d *draft) {
		d.Org = s.who[s.who[who].org].name
		d.Reason = s.reason(v)
	})
}

func (s *Sentence) dismisses(v int32) {
	vb := &s.verbs[v]
	list := s.doers(v)
	by := s.agent(v)
	if !vb.passive {
		list, by = []int32{s.object(v)}, s.subject(v)
		if more := s.listedObjects(v); len(more) > 0 {
			list = more
		}
	}
	m := s.moveOf(v, From, As, Of)
	if vb.passive && vb.is(Defeat) { // "ousted by NAME in the election"
		if g := s.goalOf(v); !s.outOfOffice(v) && m.role < 0 && (g.seat || g.vote || s.person(by)) {
			return
		}
	}
	for _, who := range list {
		if !s.person(who) {
			continue
		}
		named := m.role >= 0 || m.org >= 0 || m.orgName != "" || m.post
		switch {
		case m.from && !named:
			continue // removed from a list, a stage
		case vb.is(Judge) && !vb.passive && !s.heldPost(who), vb.is(Judge) && !vb.passive && vb.last < s.s.last && s.objectRest(v):
			continue // dismissed what somebody said
		case vb.is(Weak) && m.role < 0 && m.orgName != "" && !s.bodyBehind(v):
			continue // removed from hospital
		case (vb.is(Weak) || vb.is(Drop) || vb.is(Abandon)) && !named && !s.titleOf(v, who):
			if !vb.passive || !s.heldHere(who) {
				continue
			}
		}
		expel := vb.is(Expel)
		s.addTold(claim.Dismissal, who, v, func(d *draft) {
			switch {
			case expel && m.role < 0:
				if m.org >= 0 || m.orgName != "" {
					s.fill(d, &m, false)
				} else if s.party(by) || by >= 0 && s.who[by].kind == Org && !vb.passive {
					d.Org = s.who[by].name
				} else if p, ok := s.knownPost(who); ok && p.former { // "Roe, a one-time mayor, was suspended by the party"
					if org := s.who[who].org; s.party(org) {
						d.Org = s.who[org].name
					}
				} else {
					s.fill(d, &m, true)
				}
			default:
				s.fill(d, &m, true)
			}
			d.Reason = s.reason(v)
		})
	}
}

// objectRest tells that the object's name is followed by "'s": "dismissed NAME's
// claims".
func (s *Sentence) objectRest(v int32) bool {
	o := s.verbs[v].object
	return o >= 0 && s.phrases[o].kind == otherPhrase
}

// heldHere tells that the sentence told of a post of the person: "was minister until
// she was dropped".
func (s *Sentence) heldHere(who int32) bool {
	for i := s.fired; i < len(s.drafts); i++ {
		if o := &s.drafts[i]; o.Type == claim.Position && o.who == who && o.Rule == "is-a" {
			return true
		}
	}
	return false
}

// titleOf tells that the person is called by a post in this sentence.
func (s *Sentence) titleOf(v, who int32) bool {
	for i := range s.roles {
		if ro := &s.roles[i]; ro.holder >= 0 && s.resolve(ro.holder) == who && s.counts(ro) {
			return true
		}
	}
	return false
}

// strips reads "was stripped of the finance portfolio", "relieved of his post".
func (s *Sentence) strips(v int32) {
	vb := &s.verbs[v]
	who := s.subject(v)
	if !vb.passive {
		who = s.objectPerson(v)
	}
	if s.whipBehind(v) {
		s.losesWhip(who, v)
		return
	}
	m := s.moveOf(v, Of, As)
	if !s.person(who) || m.role < 0 && !m.post {
		return
	}
	s.addTold(claim.Dismissal, who, v, func(d *draft) {
		s.fill(d, &m, true)
		d.Reason = s.reason(v)
	})
}

// outOfOffice tells of "voted out of office", which an assembly does as well.
func (s *Sentence) outOfOffice(v int32) bool {
	vb := &s.verbs[v]
	return vb.is(Dismiss) && vb.last+1 < s.s.last && s.words[vb.last].is(Of) && s.words[vb.last+1].is(PostNoun)
}
