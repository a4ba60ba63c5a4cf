package extract

import "profilegen/generator/claim"

// moveRules read how people come to posts and parties, and how they go.
var moveRules = []Rule{
	{
		Name:  "resigned",
		Doc:   "somebody resigned, quit, stepped down, tendered a resignation",
		Types: []claim.Type{claim.Resignation, claim.Left},
		needs: on(Resign, Tender, Vacate, Leave),
		Find:  resigned,
	},
	{
		Name:  "appointed",
		Doc:   "somebody was appointed, named, promoted, sworn in",
		Types: []claim.Type{claim.Appointment},
		needs: on(Appoint, Nominate, Inaugurate, SwornIn),
		Find:  appointed,
	},
	{
		Name:  "dismissed",
		Doc:   "somebody was sacked, removed, expelled, suspended",
		Types: []claim.Type{claim.Dismissal},
		needs: on(Dismiss),
		Find:  dismissed,
	},
	{
		Name:  "joined-left",
		Doc:   "somebody joined or left a party",
		Types: []claim.Type{claim.Joined, claim.Left, claim.Membership},
		needs: on(Join, Leave, Defect, Left, Resign, Switch),
		Find:  joinedLeft,
	},
}

func resigned(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !s.person(who) || vb.passive && !vb.is(Made) {
			continue
		}
		st := claim.Stage("effective")
		switch {
		case vb.is(Resign) && !vb.is(Leave):
		case vb.e.lemma == "quit":
			if o := s.object(v); o >= 0 && s.party(o) {
				continue // leaves a party
			}
		case vb.is(Tender) && s.resignationBehind(v):
			st = "tendered"
		case vb.is(Vacate) && s.roleBehind(v) >= 0:
		default:
			continue
		}
		s.addTold(claim.Resignation, who, v, func(d *draft) {
			d.Stage = st
			if d.Status == claim.Planned && st == "effective" {
				d.Stage = "announced"
			}
			if d.Status == claim.Denied {
				d.Stage = ""
			}
			if !s.eventRole(d, v) {
				if o := s.orgBehind(v); o >= 0 {
					d.Org = s.who[o].name
				}
			}
			d.Reason = s.reason(v)
		})
	}
}

// resignationBehind tells that "resignation" or "papers" is what verb v tenders.
func (s *Sentence) resignationBehind(v int32) bool {
	for k := s.verbs[v].last; k < min(s.verbs[v].last+4, s.s.last); k++ {
		if s.words[k].is(ResignationNoun) {
			return true
		}
	}
	return false
}

func appointed(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		var st claim.Stage
		switch {
		case vb.is(SwornIn) || vb.is(Inaugurate):
			st = "sworn-in"
		case vb.is(Nominate):
			st = "nominated"
		case vb.is(Appoint):
			st = "named"
		default:
			continue
		}
		who := s.subject(v)
		if !vb.passive {
			who = s.object(v)
		}
		k := s.roleBehind(v)
		if !vb.passive && k < 0 {
			continue
		}
		if !s.person(who) || vb.is(Name) && (k < 0 || s.roleDirectly(v) < 0 && vb.passive) || vb.is(Nominate) && k < 0 {
			continue
		}
		if k >= 0 && (s.roles[k].plural || s.words[s.roles[k].head].is(RoleCandidate)) {
			continue
		}
		s.addTold(claim.Appointment, who, v, func(d *draft) {
			d.Stage = st
			if k >= 0 {
				s.setRole(d, k)
			} else {
				s.eventRole(d, v)
			}
			if d.Org == "" && d.Place == "" && s.who[who].org >= 0 && k >= 0 && s.words[s.roles[k].head].is(RoleParty) {
				d.Org = s.who[s.who[who].org].name
			}
		})
	}
}

func dismissed(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Dismiss) {
			continue
		}
		who := s.subject(v)
		if !vb.passive {
			who = s.object(v)
		}
		if !s.person(who) {
			continue
		}
		if vb.e.lemma == "dismiss" && !vb.passive && !s.heldPost(who) {
			continue // dismissed what somebody said
		}
		s.addTold(claim.Dismissal, who, v, func(d *draft) {
			if vb.e.lemma == "expel" || vb.e.lemma == "suspend" {
				if o := s.orgBehind(v); o >= 0 {
					d.Org = s.who[o].name
					return
				}
			}
			s.eventRole(d, v)
			d.Reason = s.reason(v)
		})
	}
}

// heldPost tells that the article called the person by a post.
func (s *Sentence) heldPost(who int32) bool { return len(s.who[who].posts) > 0 }

func joinedLeft(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !s.person(who) || vb.passive {
			continue
		}
		org := s.object(v)
		switch {
		case vb.is(Join) && s.party(org):
			s.addTold(claim.Joined, who, v, func(d *draft) { d.Org = s.who[org].name })
		case (vb.is(Leave) || vb.e.lemma == "quit") && s.party(org):
			s.addTold(claim.Left, who, v, func(d *draft) { d.Org = s.who[org].name })
		case vb.is(Left):
			if p := s.after(v, With); p >= 0 && s.party(s.phrases[p].who) {
				s.addTold(claim.Left, who, v, func(d *draft) { d.Org = s.who[s.phrases[p].who].name })
			}
		case vb.is(Defect) || vb.is(Switch):
			if p := s.after(v, To); p >= 0 && s.party(s.phrases[p].who) {
				s.addTold(claim.Joined, who, v, func(d *draft) { d.Org = s.who[s.phrases[p].who].name })
			}
			if p := s.after(v, From); p >= 0 && s.party(s.phrases[p].who) {
				s.addTold(claim.Left, who, v, func(d *draft) { d.Org = s.who[s.phrases[p].who].name })
			}
		}
	}
}
