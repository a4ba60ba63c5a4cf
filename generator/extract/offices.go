package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// takesOver reads "took over as chair", "takes over as chair next month".
func (s *Sentence) takesOver(v int32) {
	vb := &s.verbs[v]
	k := s.roleDirectly(v)
	if p := s.after(v, At); k < 0 && p >= 0 && s.words[s.phrases[p].first].is(Field) && s.person(s.subject(v)) { // "takes over at health"
		s.portfolio(s.subject(v), v, s.phrases[p].first)
		return
	}
	if k < 0 || s.roles[k].plural || !s.person(s.subject(v)) {
		return
	}
	if vb.tense == present && vb.finite && !vb.perfect && !vb.may && !vb.should {
		dt := s.dateOf(v)
		if dt == nil || dt.from.rel != 1 && !(dt.from.kind == unitOffset && dt.from.count > 0) {
			return
		}
	}
	s.appoint(s.subject(v), v, claim.Named, &move{role: k, org: -1})
	if n := len(s.drafts) - 1; n >= s.fired && vb.tense == present && vb.finite && s.drafts[n].Type == claim.Appointment {
		s.drafts[n].Status = claim.Planned
	}
}

// postOfBehind gives the post of "took the post of clerk"; -1.
func (s *Sentence) postOfBehind(v int32) int32 {
	for k := s.verbs[v].last; k+1 < min(s.verbs[v].last+4, s.s.last); k++ {
		if s.words[k].is(PostNoun) && (s.words[k+1].is(Of) || s.words[k+1].is(As)) {
			if i := s.roleFrom(k + 2); i >= 0 && !s.roles[i].plural && s.roles[i].holder < 0 {
				return i
			}
		}
	}
	return -1
}

// portfolio makes an appointment to the field at k: "to Agriculture", "the
// rural affairs brief".
func (s *Sentence) portfolio(who, v, k int32) {
	last := k
	for last < s.s.last && (s.words[last].is(Field) || s.words[last].is(And) && last > k && last+1 < s.s.last && s.words[last+1].is(Field)) {
		last++
	}
	if last == k || !s.person(who) {
		return
	}
	s.addTold(claim.Appointment, who, v, func(d *draft) {
		d.Stage, d.Role = claim.Named, s.text(span{k, last})
		d.fired = append(d.fired, used{"role", span{k, last}})
	})
}

// given reads "was given the job of clerk", "was handed the finance portfolio".
func (s *Sentence) given(v int32) {
	vb := &s.verbs[v]
	who := s.subject(v)
	if !s.person(who) {
		return
	}
	first := int32(-1)
	for k := vb.last; k < vb.end; k++ {
		w := &s.words[k]
		if w.is(PostNoun) {
			if k+1 < vb.end && s.words[k+1].is(Of) {
				m := s.moveOf(v, Of)
				if m.role >= 0 {
					s.appoint(who, v, claim.Named, &m)
				}
				return
			}
			if first >= 0 {
				s.addTold(claim.Appointment, who, v, func(d *draft) {
					d.Stage, d.Role = claim.Named, s.text(span{first, k})
					s.partyBefore(d, vb.last, first)
				})
			}
			return
		}
		switch {
		case w.is(Field) || first >= 0 && w.is(And):
			if first < 0 {
				first = k
			}
		case w.name >= 0, w.is(The), w.is(Poss), w.kind == prose.Genitive, w.is(RoleMod), w.kind == prose.Word && !w.any(&closed):
			if w.kind == prose.Word && w.name < 0 && !w.any(&closed) && !w.is(RoleMod) && first < 0 {
				first = k
			} else if first >= 0 && w.name >= 0 {
				return
			}
		default:
			return
		}
	}
}

// partyBefore puts the party that "the PARTY's rural brief" names into a draft.
func (s *Sentence) partyBefore(d *draft, from, to int32) {
	for k := from; k < to; k++ {
		if id := s.words[k].name; id >= 0 {
			if who := s.resolve(id); s.party(who) {
				d.Org = s.who[who].name
			}
		}
	}
}

// goesTo reads "the foreign ministry goes to NAME", "the job of secretary, which
// went to NAME".
func (s *Sentence) goesTo(v int32) {
	vb := &s.verbs[v]
	receiver := s.after(v, To)
	if receiver < 0 || vb.subject < 0 || !s.person(s.appositive(&s.phrases[receiver])) {
		return
	}
	comer := s.appositive(&s.phrases[receiver])
	sub := &s.phrases[vb.subject]
	post := sub.role
	last := sub.last
	first := sub.first
	for first < last && (s.words[first].is(The) || s.words[first].is(Poss) || s.words[first].is(A)) {
		first++
	}
	if post < 0 && sub.prep >= s.s.first && s.words[sub.prep].is(Of) { // "the job of NAME"
		post = s.roleFrom(sub.first)
	}
	for i := range s.roles { // "the job of secretary, which went to"
		if ro := &s.roles[i]; post < 0 && ro.first >= sub.first && ro.last <= vb.first && s.words[ro.first-1].is(Of) && s.words[max(ro.first-2, s.s.first)].is(PostNoun) && ro.holder < 0 {
			post = int32(i)
		}
	}
	if post >= 0 && !s.roles[post].plural && s.roles[post].holder < 0 {
		s.appoint(comer, v, claim.Named, &move{role: post, org: -1})
		return
	}
	h := &s.words[sub.head]
	fields := last > first
	for k := first; k < last; k++ {
		w := &s.words[k]
		fields = fields && (w.is(Field) || w.is(And))
	}
	if w := &s.words[sub.first]; h.is(PostNoun) && sub.last-sub.first == 2 && w.is(Poss) && !w.is(Thing) { // "Her job goes to NAME"
		if p, ok := s.knownPost(s.possessor(sub.first)); ok && p.public {
			s.addTold(claim.Appointment, comer, v, func(d *draft) {
				d.Stage, d.Role, d.Org, d.Place = claim.Named, p.text, s.orgName(p.org), p.place
			})
		}
		return
	}
	if h.is(PostNoun) && last-first > 1 || h.is(OrgGovernment) && last-first > 1 && !h.is(Weak) || fields {
		if h.is(PostNoun) {
			last--
		}
		s.addTold(claim.Appointment, comer, v, func(d *draft) {
			d.Stage, d.Role = claim.Named, s.text(span{first, last})
			d.fired = append(d.fired, used{"role", span{first, last}})
		})
	}
}

// becomes reads "is to become leader", "will become her deputy": what is to come
// is an appointment, what was is a post.
func (s *Sentence) becomes(v int32) {
	k := s.roleDirectly(v)
	who := s.subject(v)
	if next := v + 1; k < 0 && int(next) < len(s.verbs) && s.verbs[next].infinitive && s.verbs[next].is(Serve) && s.person(who) { // "will become the first woman to serve as mayor"
		if how, ok := s.told(v); ok && how.ahead {
			if k = s.roleAs(next); k >= 0 && !s.roles[k].plural {
				s.appoint(who, v, claim.Named, &move{role: k, org: -1})
			}
		}
		return
	}
	if k < 0 || s.roles[k].plural || s.among(&s.roles[k]) || !s.person(who) || s.words[s.roles[k].head].is(RoleCandidate) || s.words[s.roles[k].head].is(RoleOcc) {
		return
	}
	how, ok := s.told(v)
	if !ok || !how.ahead && !(how.status == claim.Alleged && s.verbs[v].due) {
		return
	}
	s.appoint(who, v, claim.Named, &move{role: k, org: -1})
	if n := len(s.drafts) - 1; n >= s.fired && s.drafts[n].Type == claim.Appointment && s.drafts[n].Org == "" && s.roles[k].owner <= -2 {
		if o := s.who[who].org; o >= 0 {
			s.drafts[n].Org = s.who[o].name
		}
	}
}

// replaces gives somebody who is sworn in "to replace NAME" the post of that one; it
// tells whether verb v has these words.
func (s *Sentence) replaces(d *draft, v int32) bool {
	next, goer := s.heirOf(v)
	if next < 0 {
		return false
	}
	if p, ok := s.knownPost(goer); ok && p.public {
		d.Role, d.Org, d.Place = p.text, s.orgName(p.org), p.place
	}
	return true
}

// bareBehind tells that nothing follows verb v but a date, an agent, the end.
func (s *Sentence) bareBehind(v int32) bool {
	k := s.verbs[v].last
	return k >= s.s.last || s.inDate(k) || s.words[k].is(By) || s.words[k].comma() || s.words[k].kind == prose.Stop
}

// appointedThen makes the appointment of one of whom the words tell only when it
// was: to the office that the article has called him by.
func (s *Sentence) appointedThen(who, v int32) {
	p, ok := s.knownPost(who)
	if !ok || p.former || !p.public || p.e.set.has(RoleSeat) {
		return
	}
	s.addTold(claim.Appointment, who, v, func(d *draft) {
		d.Stage, d.Role, d.Org, d.Place = claim.Named, p.text, s.orgName(p.org), p.place
	})
}

// appointedTo gives somebody who is sworn in the post to which the article said that
// he was appointed or elected; it tells whether there is one.
func (s *Sentence) appointedTo(d *draft) bool {
	for i := len(s.drafts) - 1; i >= s.lately(); i-- {
		o := &s.drafts[i]
		if o.who == d.who && (o.Type == claim.Appointment || o.Type == claim.Election) && o.Role != "" && o.Status != claim.Denied {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return true
		}
	}
	return false
}
