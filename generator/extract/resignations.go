package extract

import "profilegen/generator/claim"

// leavings are the verbs that can be about leaving a post.
var leavings = setOf(Resign, Vacate, Leave, WalkOut, Tender, Withdraw, Launch, Confirm)

// resigned reads the verbs of resigning.
func resigned(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.any(&leavings) || vb.passive && !vb.is(Made) {
			continue
		}
		st := claim.Effective
		m := s.moveOf(v, From, As, Of)
		switch {
		case vb.is(Tender) && s.resignationBehind(v):
			st = claim.Tendered
			m = s.moveAt(s.resignationEnd(v), false)
		case vb.is(Withdraw) && !vb.passive && s.resignationBehind(v):
			st = claim.Withdrawn
			m = s.moveAt(s.resignationEnd(v), false)
		case (vb.is(Launch) || vb.is(Confirm)) && s.resignationBehind(v) && s.words[s.resignationEnd(v)-2].is(Poss):
			st = claim.Announced
			m = s.moveAt(s.resignationEnd(v), false)
		case vb.is(Leave) && !m.from && !vb.passive && s.toBecome(v) >= 0 && s.heldPost(s.subject(v)):
			m = move{role: -1, org: -1}
		case !s.leavesPost(v, &m):
			continue
		}
		list := s.doers(v)
		posts := s.respective(m.role, len(list))
		for i, who := range list {
			if !s.person(who) {
				continue
			}
			if posts != nil {
				m.role = posts[i]
			}
			known := !m.from || m.post || m.org >= 0 && !s.who[m.org].party || m.orgName != "" || st != claim.Effective
			s.addTold(claim.Resignation, who, v, func(d *draft) {
				d.Stage = st
				if d.ahead && st == claim.Effective {
					d.Stage = claim.Announced
				}
				if d.Status == claim.Denied {
					d.Stage = claim.None
				}
				if vb.progressive && vb.tense == present && vb.frame < 0 && d.Status == claim.Asserted && st == claim.Effective { // "is stepping down"
					d.Status, d.Stage = claim.Planned, claim.Announced
				}
				if !s.sameAppointment(d, &m) {
					s.fill(d, &m, known)
				}
				if g := s.goalOf(v); d.Role == "" && vb.is(Vacate) && s.first(v, OfficeNoun) {
					g.put(d)
				}
				d.Reason = s.reason(v)
			})
			if n := len(s.drafts) - 1; m.role >= 0 && n >= s.fired && s.drafts[n].Type == claim.Resignation && s.drafts[n].who == who && (s.drafts[n].Status == claim.Planned || s.drafts[n].Stage == claim.Tendered) && s.drafts[n].Status != claim.Alleged {
				ro := s.roles[m.role] // who is to leave a post has it still
				ro.holder = -1
				s.holds(who, &ro, nil)
			}
		}
	}
}

// leavesPost tells that verb v is about leaving a post.
func (s *Sentence) leavesPost(v int32, m *move) bool {
	vb := &s.verbs[v]
	party := m.role < 0 && s.party(m.org)
	if s.first(v, PartyWhip) || s.leavesRace(v) {
		return false
	}
	switch {
	case vb.is(Resign) && vb.is(Leave): // "quit"
		if vb.gerund && !m.from {
			return false
		}
		if !m.from && s.leftParty() {
			return false
		}
		return !party && (m.role >= 0 || m.org >= 0 || m.orgName != "" || m.post || !m.from && (s.subject(v) < 0 || s.heldPost(s.subject(v))))
	case vb.is(Resign) && vb.is(Weak): // "retired"
		return m.role >= 0
	case vb.is(Resign):
		return !party && (!m.from || m.role >= 0 || m.org >= 0 || m.orgName != "" || m.post)
	case vb.is(Vacate):
		return m.role >= 0 || m.post || s.first(v, OfficeNoun)
	case vb.is(Leave):
		if m.role >= 0 && vb.last < s.s.last && s.words[vb.last].is(As) || m.post {
			return true
		}
		if m.role < 0 && (m.org >= 0 && s.governing(m.org) || m.orgName != "" && s.bodyBehind(v)) {
			return s.subject(v) >= 0 && s.heldPost(s.subject(v))
		}
		return !m.from && s.thenPost(v)
	case vb.is(WalkOut):
		return m.orgName != "" && s.bodyBehind(v) || !m.from && s.appointedHere(s.subject(v))
	}
	return false
}

// leftParty tells that the article told before that somebody left or joined a
// party: "had quit" alone may be about that.
func (s *Sentence) leftParty() bool {
	for i := s.lately(); i < len(s.drafts); i++ {
		if t := s.drafts[i].Type; t == claim.Left || t == claim.Joined {
			return true
		}
	}
	return false
}

// governing tells that an organisation is a government, a cabinet, a ministry.
func (s *Sentence) governing(id int32) bool {
	for _, w := range s.who[id].words {
		if e := s.lex.find(w); e != nil && e.set.has(OrgGovernment) {
			return true
		}
	}
	return false
}

// bodyBehind tells that the first body behind verb v is a government or a board.
func (s *Sentence) bodyBehind(v int32) bool {
	for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
		if w := &s.words[k]; w.is(OrgHead) {
			return w.is(OrgGovernment) || w.is(OrgPublic) || w.is(OrgLegislature)
		}
	}
	return false
}

// thenPost tells that the subject of v is described by a post that is over:
// "its then director, NAME, left".
func (s *Sentence) thenPost(v int32) bool {
	who := s.subject(v)
	for i := range s.roles {
		ro := &s.roles[i]
		if ro.last > s.verbs[v].first || ro.holder < 0 || s.resolve(ro.holder) != who {
			continue
		}
		for k := ro.first; k < ro.head; k++ {
			if s.words[k].is(Then) {
				return true
			}
		}
	}
	return false
}

// appointedHere tells that the sentence told of an appointment of the person.
func (s *Sentence) appointedHere(who int32) bool {
	for i := s.fired; i < len(s.drafts); i++ {
		if s.drafts[i].Type == claim.Appointment && s.drafts[i].who == who {
			return true
		}
	}
	return false
}

// sameAppointment gives a resignation that names no post the one to which the
// sentence said that the person had been appointed.
func (s *Sentence) sameAppointment(d *draft, m *move) bool {
	if m.from {
		return false
	}
	for i := len(s.drafts) - 1; i >= s.fired; i-- {
		if o := &s.drafts[i]; o.Type == claim.Appointment && o.who == d.who {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return true
		}
	}
	return false
}

// resignationBehind tells that "resignation" or "papers" is what verb v tenders.
func (s *Sentence) resignationBehind(v int32) bool {
	for k := s.verbs[v].last; k < min(s.verbs[v].last+4, s.s.last); k++ {
		if s.words[k].is(ResignationNoun) && (!s.words[k].is(Weak) || s.words[k-1].is(Poss) && s.verbs[v].is(Tender)) {
			return k == s.verbs[v].last || !s.words[k-1].is(Of)
		}
	}
	return false
}

// resignationEnd gives the place behind the noun of a resignation.
func (s *Sentence) resignationEnd(v int32) int32 {
	k := s.verbs[v].last
	for k < s.s.last && !s.words[k].is(ResignationNoun) {
		k++
	}
	return min(k+1, s.s.last)
}

// heldPost tells that the article called the person by a post.
func (s *Sentence) heldPost(who int32) bool { return who >= 0 && len(s.who[who].posts) > 0 }

// toBecome gives the post of "left to become ambassador"; -1.
func (s *Sentence) toBecome(v int32) int32 {
	next := v + 1
	if int(next) >= len(s.verbs) || !s.verbs[next].infinitive || s.verbs[next].gov != v || !s.verbs[next].is(Become) && !s.verbs[next].is(Lead) {
		return -1
	}
	if k := s.roleDirectly(next); k >= 0 || !s.verbs[next].is(Lead) {
		return k
	}
	if _, name := s.ledBody(next); name != "" { // "left to head the trust"
		return 0
	}
	return -1
}
