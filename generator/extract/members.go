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
		Name:  "party-label",
		Doc:   "a party behind a name: “Ana Roe (Lab)”, “Ana Roe, a Liberal,”, or before it: “For the Greens, Ana Roe said”",
		Types: []claim.Type{claim.Membership},
		Find:  labels,
	},
	{
		Name:  "belongs",
		Doc:   "somebody is a member of, belongs to, sits on, stands or speaks for a body",
		Types: []claim.Type{claim.Membership, claim.Position},
		Find:  belongs,
	},
}

// people visits the names of people in the sentence: whom, and where the name
// begins (honorifics included) and ends (letters, an age in commas included).
func (s *Sentence) people(visit func(who int32, m *mention, end int32)) {
	if s.room.calledIn != s.index {
		s.room.calledIn = s.index
		s.findPeople()
	}
	for _, c := range s.room.called {
		visit(c.who, &s.mentions[c.mention], c.end)
	}
}

// called is a name of a person in the sentence: whose, which, and where it ends.
type called struct{ who, mention, end int32 }

// findPeople finds what people visits: several rules look at it.
func (s *Sentence) findPeople() {
	s.room.called = s.room.called[:0]
	for id := s.s.mentions.first; id < s.s.mentions.last; id++ {
		m := &s.mentions[id]
		if s.names[m.name].kind != Person {
			continue
		}
		if who := s.resolve(id); s.person(who) {
			s.room.called = append(s.room.called, called{who, id, s.pastAge(m.last)})
		}
	}
}

// pastAge gives the place behind letters and an age after a name: "NAME MP, 49".
func (s *Sentence) pastAge(k int32) int32 {
	k = s.afterLetters(s.s, k)
	if k+1 < s.s.last && s.words[k].comma() && s.words[k+1].kind == prose.Number && s.words[k+1].end-s.words[k+1].start <= 3 {
		return k + 2
	}
	return k
}

// joinsBody adds a membership that a description tells.
func (s *Sentence) joinsBody(who, org int32, from span) {
	if s.party(org) {
		s.who[who].org = org
	}
	s.add(claim.Membership, who, func(d *draft) {
		d.Org = s.who[org].name
		d.fired = append(d.fired, used{"name", from})
	})
}

func ofBody(s *Sentence) {
	s.people(func(who int32, m *mention, end int32) {
		if org, from := s.genitiveBody(m); org >= 0 {
			s.joinsBody(who, org, span{from, m.last})
			return
		}
		j := end
		comma := j < s.s.last && s.words[j].comma()
		if comma {
			j++
		}
		if j < s.s.last && s.words[j].is(Also) {
			j++
		}
		if j+1 >= s.s.last || !s.words[j].is(Of) && !s.words[j].is(From) && !(comma && s.words[j].is(For)) {
			return
		}
		if s.words[j].is(From) && m.full-2 >= s.s.first && s.words[m.full-1].is(Of) && s.words[m.full-2].any(&goings) { // "the exit of NAME from the PARTY"
			return
		}
		if org := s.bodyAt(j+1, comma, s.words[j].is(Of)); org >= 0 {
			s.joinsBody(who, org, span{m.full, j + 1})
		}
	})
}

// goings are the nouns of leaving and joining.
var goings = setOf(ResignationNoun, DefectionNoun, DismissNoun)

// genitiveBody gives the body of "Labour's NAME".
func (s *Sentence) genitiveBody(m *mention) (org, from int32) {
	f := m.full
	if f-2 < s.s.first || s.words[f-1].kind != prose.Genitive || s.words[f-2].name < 0 || s.roleFrom(m.last) >= 0 {
		return -1, 0
	}
	om := &s.mentions[s.words[f-2].name]
	if s.names[om.name].kind != Org {
		return -1, 0
	}
	id := s.resolve(s.words[f-2].name)
	if who := s.resolve(s.words[m.first].name); who >= 0 && !s.party(id) { // of whom it told the post there
		for i := range s.who[who].posts {
			if p := &s.who[who].posts[i]; p.org == id || p.org < 0 && p.e.set.has(RoleJob) {
				return -1, 0
			}
		}
	}
	if !s.party(id) && (s.names[m.name].score[Person] < 4 && (!s.ranked(om) || s.media(om))) {
		return -1, 0
	}
	return id, om.first
}

// ranked tells of a name whose head is often that of a party: a league.
func (s *Sentence) ranked(m *mention) bool {
	h := &s.words[m.last-1]
	return h.is(OrgParty) && h.is(Rank)
}

// media tells that a name is that of a paper or a station.
func (s *Sentence) media(m *mention) bool {
	for k := m.first; k < m.last; k++ {
		if s.words[k].is(OrgMedia) {
			return true
		}
	}
	return false
}

// bodyAt gives the organisation that is named at k behind "of" or "from"; -1.
func (s *Sentence) bodyAt(k int32, comma, of bool) int32 {
	the := s.words[k].is(The)
	if the {
		k++
	}
	o := k
	for o < s.s.last && s.words[o].name < 0 && s.modified(o, o+1) {
		o++
	}
	if o >= s.s.last {
		return -1
	}
	id := s.words[o].name
	if id < 0 {
		if s.words[o].is(OrgHead) && comma && the && o+1 < s.s.last && s.words[o+1].comma() {
			if d, ok := s.definiteOrg(o); ok {
				return d
			}
		}
		return -1
	}
	m := &s.mentions[id]
	if s.names[m.name].kind != Org {
		return -1
	}
	end := s.afterName(id)
	if end+1 < s.s.last && s.words[end].comma() && s.words[end+1].name >= 0 && s.part(m) { // "of the Department of Law, NAME University"
		n := &s.mentions[s.words[end+1].name]
		if s.names[n.name].kind == Org {
			return s.resolve(s.words[end+1].name)
		}
	}
	org := s.resolve(id)
	if !s.closes(s.s, end) && !(s.party(org) && of && !s.words[end].is(OrgHead)) && !(end < s.s.last && (s.words[end].is(Prep) || s.words[end].is(Rel)) && comma) {
		return -1
	}
	return org
}

// part tells of a name that is only a part of a body: a department.
func (s *Sentence) part(m *mention) bool {
	for k := m.first; k < m.last; k++ {
		if w := &s.words[k]; w.is(OrgGovernment) || w.is(OrgSchool) && !w.is(University) {
			return true
		}
	}
	return false
}

// afterName gives the place after a name and the brackets behind it.
func (s *Sentence) afterName(id int32) int32 {
	k := s.mentions[id].last
	if k+2 < s.s.last && s.words[k].mark == '(' && s.words[k+2].mark == ')' {
		k += 3
	}
	return k
}
