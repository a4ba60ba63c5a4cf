package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// successionRules read who came after whom.
var successionRules = []Rule{
	{
		Name:  "succeeded",
		Doc:   "somebody followed another one in a post: “Ana Roe succeeded Tom Pell as mayor”",
		Types: []claim.Type{claim.Position, claim.Appointment, claim.Membership},
		needs: on(Succeed, Replace, TakeOver, Follows, Take),
		Find:  succeeded,
	},
	{
		Name:  "predecessor",
		Doc:   "the one before or after in a post that the words name: “her predecessor as mayor, Tom Pell”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Heir),
		Find:  heirs,
	},
}

// succeeded reads "succeeded NAME as clerk", "was replaced as clerk by NAME",
// "took over from NAME as clerk".
func succeeded(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.is(Take) && !vb.passive && s.person(s.subject(v)) {
			goer := s.placeOf(v)
			if goer == s.subject(v) && goer >= 0 { // "NAME takes his place": of the one told of before
				goer = s.subjectBefore()
			}
			if s.person(goer) && goer != s.subject(v) {
				s.inPlaceOf(s.subject(v), goer, v)
			}
			continue
		}
		if !vb.is(Succeed) && !vb.is(Replace) && !vb.is(TakeOver) && !vb.is(Follows) || vb.gerund && vb.subject < 0 {
			continue
		}
		comer, goer := s.subject(v), s.object(v)
		switch {
		case vb.passive:
			comer, goer = s.agent(v), s.subject(v)
		case vb.is(TakeOver):
			goer = -1
			if p := s.after(v, From); p >= 0 {
				goer = s.phrases[p].who
			}
		}
		if w := s.after(v, With); vb.is(Replace) && w >= 0 && (vb.passive && comer < 0 || !vb.passive && s.person(s.phrases[w].who) && s.person(goer)) {
			comer = s.phrases[w].who // "was replaced with NAME", "replaced NAME as mayor with NAME"
		}
		if vb.is(TakeOver) && !vb.passive && s.person(comer) && s.first(v, OfficeNoun) {
			s.takesOffice(comer, goer, v)
			continue
		}
		k := s.postAs(vb.last)
		if k < 0 && vb.is(Succeed) && s.person(comer) && s.person(goer) && comer != goer {
			s.sameAs(comer, goer, v)
		}
		if k < 0 && s.person(comer) && s.person(goer) && comer != goer && !vb.is(Follows) {
			s.inPlaceOf(comer, goer, v)
		}
		if k < 0 || comer == goer || vb.is(TakeOver) && !s.person(goer) || vb.is(Follows) && (!s.person(goer) || !s.person(comer)) {
			continue
		}
		if how, ok := s.told(v); ok && s.person(goer) && (how.status == claim.Asserted || how.ahead) {
			s.before(goer, k, how.ahead)
		}
		if s.person(comer) {
			s.comes(comer, v, k)
		}
	}
}

// comes makes what a succession tells of the one who comes: an appointment while
// it is new or to come, a post where it is told of the past.
func (s *Sentence) comes(who, v, k int32) {
	vb := &s.verbs[v]
	if s.toldHere(claim.Appointment, who) {
		return
	}
	how, ok := s.told(v)
	if !ok || how.status == claim.Denied {
		return
	}
	now := vb.tense == present && vb.finite && !vb.perfect
	if !now && how.status == claim.Asserted && !vb.is(Replace) {
		ro := s.roles[k]
		s.holds(who, &ro, func(d *draft) {
			s.term(d, v)
			d.Status, d.By, d.Via = how.status, how.by, how.via
		})
		return
	}
	s.appoint(who, v, claim.Named, &move{role: k, org: -1})
}

// sameAs makes the post of the one whom somebody succeeded in the post that the
// article has called him by: "Ana Roe, the leader, succeeded Tom Pell".
func (s *Sentence) sameAs(comer, goer, v int32) {
	how, ok := s.told(v)
	if !ok || how.status != claim.Asserted {
		return
	}
	for i := s.fired; i < len(s.drafts); i++ { // "was elected mayor, succeeding NAME"
		if o := &s.drafts[i]; o.who == comer && (o.Type == claim.Election || o.Type == claim.Appointment) && o.Role != "" {
			role, org, place := o.Role, o.Org, o.Place
			s.add(claim.Position, goer, func(d *draft) { d.Role, d.Org, d.Place, d.Former = role, org, place, true })
			return
		}
	}
	p, ok := s.knownPost(comer)
	if !ok || p.former || p.e.set.has(RoleSeat) || !p.e.set.has(RolePublic) && !p.e.set.has(LeaderNoun) {
		return
	}
	s.add(claim.Position, goer, func(d *draft) {
		d.Role, d.Org, d.Place, d.Former = p.text, s.orgName(p.org), p.place, true
	})
}

// placeOf gives the one whose place verb v says that somebody takes; -1.
func (s *Sentence) placeOf(v int32) int32 {
	k := s.verbs[v].last
	for j := k; j < min(k+5, s.s.last); j++ {
		if s.words[j].is(StepShoes) {
			if j == k {
				return -1
			}
			return s.ownerBefore(j)
		}
	}
	return -1
}

// takesOffice reads "took over the chairmanship from NAME".
func (s *Sentence) takesOffice(comer, goer, v int32) {
	g := s.goalOf(v)
	if g.role == "" {
		return
	}
	s.addTold(claim.Appointment, comer, v, func(d *draft) {
		d.Stage = claim.Named
		g.put(d)
		if org := s.who[comer].org; d.Org == "" && s.party(org) {
			d.Org = s.who[org].name
		}
	})
	if how, ok := s.told(v); ok && how.status == claim.Asserted && s.person(goer) {
		s.add(claim.Position, goer, func(d *draft) {
			g.put(d)
			d.Former = true
		})
	}
}

// inPlaceOf makes the appointment of one who replaces another of whose departure
// the article has just told.
func (s *Sentence) inPlaceOf(who, goer, v int32) {
	for i := len(s.drafts) - 1; i >= s.lately(); i-- {
		o := &s.drafts[i]
		if o.who != goer || o.Type != claim.Resignation && o.Type != claim.Dismissal || o.Role == "" {
			continue
		}
		if s.toldHere(claim.Appointment, who) {
			return
		}
		s.addTold(claim.Appointment, who, v, func(d *draft) {
			d.Stage, d.Role, d.Org, d.Place = claim.Named, s.drafts[i].Role, s.drafts[i].Org, s.drafts[i].Place
		})
		return
	}
}

// before makes the post of the one who held it before somebody else.
func (s *Sentence) before(who, k int32, still bool) {
	ro := s.roles[k]
	ro.former = ro.former || !still
	s.holds(who, &ro, nil)
}

// postAs gives the post behind "as" from k on, without a holder of its own; -1.
func (s *Sentence) postAs(k int32) int32 {
	for ; k+1 < s.s.last; k++ {
		w := &s.words[k]
		if w.kind == prose.Stop || w.mark == ';' || w.mark == ':' {
			return -1
		}
		if !w.is(As) {
			continue
		}
		i := s.roleFrom(k + 1)
		if i < 0 || s.roles[i].plural || s.roles[i].negated || s.roles[i].title && s.roles[i].holder >= 0 || s.words[s.roles[i].head].is(RoleOcc) || s.words[s.roles[i].head].is(RoleCandidate) {
			return -1
		}
		return i
	}
	return -1
}

// heirs reads "NAME's predecessor as clerk, NAME,", "the mayor's predecessor,
// NAME,".
func heirs(s *Sentence) {
	for k := s.s.first + 1; k+2 < s.s.last; k++ {
		if !s.words[k].is(Heir) {
			continue
		}
		next := k + 1
		i := int32(-1)
		if s.words[next].is(As) {
			if i = s.roleFrom(next + 1); i < 0 {
				continue
			}
			next = s.roles[i].last
		} else {
			for j := range s.roles {
				if ro := &s.roles[j]; ro.last == k-1 && ro.definite && s.words[k-1].kind == prose.Genitive {
					i = int32(j)
				}
			}
		}
		if i < 0 || s.roles[i].plural || s.roles[i].owner != -1 {
			continue
		}
		who := s.namedAt(next)
		if !s.person(who) {
			continue
		}
		ro := s.roles[i]
		ro.holder, ro.former = -1, ro.former || s.words[k].e.value != ""
		s.holds(who, &ro, nil)
	}
}

// namedAt gives the person in the apposition that begins at k: ", NAME,",
// ", the former mayor NAME,"; -1.
func (s *Sentence) namedAt(k int32) int32 {
	if k < s.s.last && s.words[k].comma() {
		k++
	}
	for i := range s.phrases {
		if p := &s.phrases[i]; p.first == k && (p.kind == personPhrase || p.kind == rolePhrase) {
			return p.who
		}
	}
	return -1
}
