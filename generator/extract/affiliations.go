package extract

import "profilegen/generator/claim"

// affiliationRules read parties that the words beside a name tell.
var affiliationRules = []Rule{
	{
		Name:  "whose-party",
		Doc:   "the party of somebody behind “whose”: “Ana Roe, whose Reform Party governs,”",
		Types: []claim.Type{claim.Membership},
		needs: on(RelWhose),
		Find:  whoseParty,
	},
	{
		Name:  "party-and-name",
		Doc:   "a party's name right before a person's: “the Liberal Ana Roe”",
		Types: []claim.Type{claim.Membership},
		Find:  partyAndName,
	},
	{
		Name:  "party-fellow",
		Doc:   "a party's name before a word for one of many and a name: “her Liberal predecessors Ana Roe and Tom Pell”",
		Types: []claim.Type{claim.Membership},
		needs: on(Fellow),
		Find:  fellows,
	},
	{
		Name:  "both-of",
		Doc:   "the body of several people at once: “Ana Roe and Tom Pell, both of the Reform Party”",
		Types: []claim.Type{claim.Membership},
		needs: on(BothOf),
		Find:  bothOf,
	},
}

// whoseParty reads "NAME, whose ruling PARTY holds", but not "whose PARTY rival".
func whoseParty(s *Sentence) {
	for k := s.s.first + 1; k+2 < s.s.last; k++ {
		if !s.words[k].is(RelWhose) {
			continue
		}
		j := s.pastModifiers(k + 1)
		if j < 0 {
			continue
		}
		org := s.resolve(s.words[j].name)
		end := s.afterName(s.words[j].name)
		if !s.party(org) || end >= s.s.last || !s.verbHere(s.s, end) && !s.words[end].is(Adv) && !s.words[end].comma() && (s.words[end].e.forms&third == 0 || s.words[end].is(Role)) {
			continue
		}
		if id := s.nameBefore(k); id >= 0 {
			if who := s.resolve(id); s.person(who) {
				s.joinsBody(who, org, span{k, end})
			}
		}
	}
}

// pastModifiers gives the place of the name behind "the", "ruling", "centre-left"
// at k; -1 where something else stands there.
func (s *Sentence) pastModifiers(k int32) int32 {
	for n := 0; n < 4 && k < s.s.last; n++ {
		w := &s.words[k]
		switch {
		case w.name >= 0:
			return k
		case w.is(The), w.is(RoleMod), w.is(Filler), w.is(Demonym), w.is(Former), w.name0() && !w.any(&closed) && w.e == none:
			k++
		default:
			return -1
		}
	}
	return -1
}

// partyAndName reads "beat the Liberal NAME".
func partyAndName(s *Sentence) {
	s.people(func(who int32, m *mention, end int32) {
		if m.full == s.s.first || s.words[m.full-1].name < 0 {
			return
		}
		om := &s.mentions[s.words[m.full-1].name]
		n := &s.names[om.name]
		if om.last != m.full || n.kind != Org || !n.party || s.names[m.name].count < 2 && !m.titled {
			return
		}
		if org := s.resolve(s.words[m.full-1].name); s.party(org) {
			s.joinsBody(who, org, span{om.first, m.last})
		}
	})
}

// bothOf reads "NAME and NAME, both of the PARTY".
func bothOf(s *Sentence) {
	for k := s.s.first + 3; k+2 < s.s.last; k++ {
		if !s.words[k].is(BothOf) || !s.words[k+1].is(Of) && !s.words[k+1].is(From) || !s.words[k-1].comma() {
			continue
		}
		j := s.pastModifiers(k + 2)
		if j < 0 {
			continue
		}
		org := s.resolve(s.words[j].name)
		if org < 0 || s.who[org].kind != Org || s.parliament(org) {
			continue
		}
		n := 0
		for id := s.s.mentions.last - 1; id >= s.s.mentions.first && n < 2; id-- {
			m := &s.mentions[id]
			if m.last > k || s.names[m.name].kind != Person {
				continue
			}
			if who := s.resolve(id); s.person(who) {
				s.joinsBody(who, org, span{k, k + 2})
				n++
			}
		}
	}
}

// membershipBehind tells of "from the primary membership" behind a verb.
func (s *Sentence) membershipBehind(v int32) bool {
	for k := s.verbs[v].last; k < min(s.verbs[v].last+5, s.s.last); k++ {
		if s.words[k].is(Membership) {
			return true
		}
	}
	return false
}

// fellows reads "her Liberal predecessors NAME and NAME", "his Liberal opposite number,
// NAME,".
func fellows(s *Sentence) {
	for k := s.s.first + 1; k+1 < s.s.last; k++ {
		if !s.words[k].is(Fellow) || s.words[k].name >= 0 || s.words[k-1].name < 0 || s.mentions[s.words[k-1].name].last != k {
			continue
		}
		org := s.resolve(s.words[k-1].name)
		if !s.party(org) {
			continue
		}
		from := k + 1
		comma := s.words[from].comma()
		if comma {
			from++
		}
		list := s.namesFrom(from)
		if len(list) == 0 || comma && (len(list) > 1 || !s.words[k].is(Fellow)) {
			continue
		}
		if f := s.mentions[s.words[k-1].name].first - 1; comma && (f < s.s.first || !s.words[f].is(Poss) && !s.words[f].is(The) && !s.words[f].is(ObjectForm)) {
			continue
		}
		for _, who := range list {
			if s.person(who) {
				s.joinsBody(who, org, span{k - 1, k + 1})
			}
		}
	}
}
