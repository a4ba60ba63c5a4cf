package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// belongs reads verbs that tell of a membership.
func belongs(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !s.person(who) {
			continue
		}
		if org := s.memberOf(v); org >= 0 && s.who[org].kind == Org && !s.governing(org) && !(vb.is(Be) && s.parliament(org)) {
			s.addTold(claim.Membership, who, v, func(d *draft) {
				d.Org = s.who[org].name
				s.term(d, v)
				d.Former = pastPost(vb, d)
			})
		} else if org := s.standsWith(v); s.party(org) {
			s.addTold(claim.Membership, who, v, func(d *draft) { // the date is that of what was done
				d.Org, d.On, d.When = s.who[org].name, edtf.Date{}, ""
				if d.Status == claim.Asserted && !vb.negated {
					s.who[who].org = org
				}
			})
		} else if name := s.seatOn(v); name != "" {
			s.addTold(claim.Membership, who, v, func(d *draft) {
				d.Org = name
				s.term(d, v)
				d.Former = pastPost(vb, d)
			})
		}
	}
}

// memberOf gives the body that a verb says somebody belongs to; -1.
func (s *Sentence) memberOf(v int32) int32 {
	vb := &s.verbs[v]
	switch {
	case vb.is(Belong):
		if p := s.after(v, To); p >= 0 {
			return s.phrases[p].who
		}
	case vb.is(Be):
		if k := s.roleDirectly(v); k >= 0 && (s.roleIs(k, RoleMember) || s.roleIs(k, RoleMemberOf)) && !s.roles[k].plural {
			return s.roles[k].org
		}
		if k := vb.last; k+1 < s.s.last && (s.words[k].is(A) || s.words[k].is(Adv) && s.words[k+1].is(A)) { // "is a Liberal"
			if s.words[k].is(Adv) {
				k++
			}
			return s.creedAt(k + 1)
		}
	}
	return -1
}

// standsWith gives the party for which a verb says that somebody stood, spoke,
// sat or was elected; -1.
func (s *Sentence) standsWith(v int32) int32 {
	vb := &s.verbs[v]
	switch {
	case vb.is(Speak), vb.is(Represent), vb.is(Sit):
		for i := range s.phrases {
			p := &s.phrases[i]
			if p.prep >= vb.last && p.prep < vb.end && s.words[p.prep].is(For) && s.party(p.who) {
				return p.who
			}
		}
	case vb.is(Found) && !vb.passive:
		return s.object(v)
	case vb.is(Elect) || vb.is(Return) || vb.is(Win) || vb.is(Enter) || vb.is(Become):
		if k := s.roleBehind(v); k >= 0 && s.roles[k].org >= 0 && !s.roles[k].plural && !s.roles[k].negated && s.roles[k].owner == -1 {
			if b := s.roles[k].first; b > vb.last && s.words[b-1].is(As) {
				return s.roles[k].org
			}
		}
	}
	for i := range s.phrases { // "on the ticket of the Greens", "on the Greens' ticket"
		if !s.s.classes.has(Platform) {
			break
		}
		p := &s.phrases[i]
		if p.first < vb.last || p.last > vb.end || p.who < 0 || !s.party(p.who) {
			continue
		}
		if p.prep > vb.last && s.words[p.prep].is(Of) && s.words[p.prep-1].is(Platform) {
			return p.who
		}
	}
	return -1
}

// seatOn gives the name of the committee, board or panel on which a verb says
// that somebody sits; "" where it says nothing of that.
func (s *Sentence) seatOn(v int32) string {
	vb := &s.verbs[v]
	if !vb.is(Sit) && !vb.is(Serve) {
		return ""
	}
	k := vb.last
	if k+2 >= s.s.last || !s.words[k].is(On) {
		return ""
	}
	k++
	if s.words[k].is(The) || s.words[k].is(A) {
		k++
	}
	end := k
	head := int32(-1)
	for end < s.s.last && (s.words[end].kind == prose.Word || s.words[end].kind == prose.Genitive && end > k && s.words[end-1].name >= 0) && (!s.words[end].any(&closed) || s.words[end].is(Of)) && !s.verbHere(s.s, end) && end < k+9 {
		if (s.words[end].is(OrgPublic) || s.words[end].is(OrgLegislature) && vb.is(Sit)) && s.words[end].e.forms == 0 {
			head = end
		}
		if id := s.words[end].name; id >= 0 {
			end = s.mentions[id].last
			if s.names[s.mentions[id].name].kind == Org {
				if first := s.mentions[id].first; first > k && s.words[first-1].is(Of) { // "the faculty of NAME"
					k = first
				}
				head = end - 1
			}
			continue
		}
		end++
	}
	if head < 0 {
		return ""
	}
	end = head + 1
	if j := end + 2; j < s.s.last && s.words[end].is(Of) && s.words[end+1].is(The) && s.words[j].name >= 0 { // "the board of the NAME"
		if m := &s.mentions[s.words[j].name]; s.names[m.name].kind == Org {
			return s.text(m.span)
		}
	}
	if end+2 < s.s.last && (s.words[end].is(On) || s.words[end].is(Of) || s.words[end].is(For)) && s.words[end+1].is(The) && s.words[end+2].kind == prose.Word && s.words[end+2].name < 0 {
		end += 3 // "the select committee on the coast"
	} else if end+1 < s.s.last && (s.words[end].is(On) || s.words[end].is(Of)) && s.words[end+1].is(Field) {
		end += 2
	}
	return s.text(span{k, end})
}

// deputyOf makes "her deputy" that of the post that the article has called her by.
func (p *parser) deputyOf(ro *role, who int32) {
	for i := range p.roles { // "NAME, the minister, and her deputy"
		of := &p.roles[i]
		if of.last > ro.first || of.holder < 0 || of.former || p.resolve(of.holder) != who || !p.words[of.head].is(RoleParty) && !p.words[of.head].is(RolePublic) || p.words[of.head].is(Spokes) {
			continue
		}
		ro.owner, ro.org, ro.place = -1, of.org, of.place
		ro.whole = lowerText(p.text(ro.text)) + " " + p.roleText(of)
		return
	}
	posts := p.who[who].posts
	for i := len(posts) - 1; i >= 0; i-- {
		e := posts[i].e
		if posts[i].former || e.set.has(RoleSeat) || !e.set.has(RoleParty) && !e.set.has(RolePublic) || e.set.has(Spokes) {
			continue
		}
		ro.owner, ro.org, ro.place = -1, posts[i].org, posts[i].place
		ro.whole = lowerText(p.text(ro.text)) + " " + posts[i].text
		return
	}
}

// mainOrg gives the organisation that is the first verb's subject; -1.
func (p *parser) mainOrg() int32 {
	if v := p.verbs[0].subject; v >= 0 {
		return p.phrases[v].who
	}
	return -1
}

// onlyOrg gives the one organisation that the sentence before names; -1.
func (p *parser) onlyOrg() int32 {
	if p.index == 0 {
		return -1
	}
	b := &p.sentences[p.index-1]
	found := int32(-1)
	for id := b.mentions.first; id < b.mentions.last; id++ {
		if p.names[p.mentions[id].name].kind != Org {
			continue
		}
		who := p.resolve(id)
		if found >= 0 && who != found {
			return -1
		}
		found = who
	}
	if found >= 0 && p.who[found].party {
		return -1 // whose party it is, other rules tell
	}
	return found
}
