package extract

import "profilegen/generator/claim"

// panelRules read who sits on a body that the sentence lists.
var panelRules = []Rule{
	{
		Name:  "on-the-panel",
		Doc:   "the people of whom a body is made up: “The panel consists of Ana Roe and Tom Pell”",
		Types: []claim.Type{claim.Membership},
		needs: on(Consists, Include, Be),
		Find:  panels,
	},
}

// panels reads "The panel is made up of NAME, NAME and NAME", "The other members
// of the committee are NAME and NAME".
func panels(s *Sentence) {
	if s.s.mentions.last-s.s.mentions.first < 2 {
		return
	}
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.subject < 0 || vb.negated || vb.may || vb.conditional || vb.frame >= 0 || vb.subordinate {
			continue
		}
		body := ""
		switch {
		case vb.is(Consists):
			body = s.panelOf(vb.subject)
		case (vb.is(Include) || vb.is(Be)) && !vb.passive && s.ofMembers(vb.subject):
			body = s.panelOf(vb.subject)
		}
		if body == "" {
			continue
		}
		if s.person(s.phrases[vb.subject].who) {
			continue
		}
		list := s.peopleIn(vb.last, s.s.last)
		if len(list) < 2 {
			continue
		}
		for _, who := range list {
			s.addTold(claim.Membership, who, v, func(d *draft) { d.Org = body })
		}
	}
}

// panelOf gives the body that a phrase in subject place names, or of which it
// names the members; "" for anything else.
func (s *Sentence) panelOf(i int32) string {
	p := &s.phrases[i]
	last := p.last
	if j := int(i) + 1; j < len(s.phrases) && s.phrases[j].prep >= p.last && s.phrases[j].prep <= p.last+1 && s.words[s.phrases[j].prep].is(Of) {
		last = s.phrases[j].last
	}
	for k := p.first; k < last; k++ {
		w := &s.words[k]
		if w.name >= 0 {
			m := &s.mentions[w.name]
			if s.names[m.name].kind == Org {
				if who := s.resolve(w.name); who >= 0 && !s.party(who) && !s.parliament(who) {
					return s.who[who].name
				}
			}
			k = m.last - 1
			continue
		}
		if w.is(OrgPublic) && !w.is(OrgGovernment) && !w.capital() {
			if id, ok := s.definiteOrg(k); ok && !s.party(id) {
				return s.who[id].name
			}
			return s.text(span{s.nounStart(k), k + 1})
		}
	}
	return ""
}

// ofMembers tells that a phrase speaks of members.
func (s *Sentence) ofMembers(i int32) bool {
	p := &s.phrases[i]
	for k := p.first; k < p.last; k++ {
		if s.words[k].is(RoleMember) && s.words[k].name < 0 {
			return true
		}
	}
	return false
}
