package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// memberRules read who belongs to which party or body.
var memberRules = []Rule{
	{
		Name:  "of-the-body",
		Doc:   "a name with its party or body: “Labour's Ana Roe”, “Ana Roe, of the Harbour Trust,”",
		Types: []claim.Type{claim.Membership},
		Find:  ofBody,
	},
	{
		Name:  "belongs",
		Doc:   "somebody is a member of, belongs to, or sits for a body",
		Types: []claim.Type{claim.Membership},
		Find:  belongs,
	},
}

func ofBody(s *Sentence) {
	for k := s.s.first; k < s.s.last; k++ {
		id := s.words[k].name
		if id < 0 || s.mentions[id].first != k {
			continue
		}
		m := &s.mentions[id]
		if s.names[m.name].kind != Person {
			continue
		}
		org := int32(-1)
		from := m.full
		if f := m.full; f-2 >= s.s.first && s.words[f-1].kind == prose.Genitive && s.words[f-2].name >= 0 { // "Labour's NAME"
			o := &s.names[s.mentions[s.words[f-2].name].name]
			if o.kind == Org && s.roleFrom(m.last) < 0 {
				org, from = s.resolve(s.words[f-2].name), s.mentions[s.words[f-2].name].first
			}
		}
		j := m.last
		if j < s.s.last && s.words[j].comma() {
			j++
		}
		also := j < s.s.last && s.words[j].is(Also)
		if also {
			j++
		}
		if org < 0 && j+1 < s.s.last && (s.words[j].is(Of) || j > m.last && (s.words[j].is(From) || s.words[j].is(For))) {
			o := j + 1
			if s.words[o].is(The) {
				o++
			}
			if o < s.s.last {
				if oid := s.words[o].name; oid >= 0 && s.names[s.mentions[oid].name].kind == Org && s.closes(s.s, s.afterName(oid)) {
					org = s.resolve(oid)
				} else if o < s.s.last && s.words[o].is(OrgHead) && j > m.last && s.words[o-1].is(The) && o+1 < s.s.last && s.words[o+1].comma() {
					if d, ok := s.definiteOrg(o); ok {
						org = d
					}
				}
			}
		}
		who := s.resolve(id)
		if org < 0 || !s.person(who) {
			continue
		}
		if s.party(org) {
			s.who[who].org = org
		}
		s.add(claim.Membership, who, func(d *draft) {
			d.Org = s.who[org].name
			d.fired = append(d.fired, used{"name", span{from, m.last}})
		})
	}
}

// afterName gives the place after a name and the brackets behind it.
func (s *Sentence) afterName(id int32) int32 {
	k := s.mentions[id].last
	if k+2 < s.s.last && s.words[k].mark == '(' && s.words[k+2].mark == ')' {
		k += 3
	}
	return k
}

func belongs(s *Sentence) {
	for i := range s.verbs {
		v := &s.verbs[i]
		who := s.subject(int32(i))
		if !s.person(who) {
			continue
		}
		org := int32(-1)
		switch {
		case v.e.lemma == "belong":
			if p := s.after(int32(i), To); p >= 0 {
				org = s.phrases[p].who
			}
		case v.e.lemma == "be":
			if k := s.roleDirectly(int32(i)); k >= 0 && (s.roleIs(k, RoleMember) || s.roleIs(k, RoleMemberOf)) && !s.roles[k].plural {
				org = s.roles[k].org
			}
		}
		if org < 0 || s.who[org].kind != Org {
			continue
		}
		s.addTold(claim.Membership, who, int32(i), func(d *draft) {
			d.Org = s.who[org].name
			s.term(d, int32(i))
			d.Former = pastPost(v, d)
		})
	}
}
