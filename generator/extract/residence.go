package extract

import "profilegen/generator/claim"

// residenceRules read where somebody lives or lived.
var residenceRules = []Rule{
	{
		Name:  "lives",
		Doc:   "somebody lives, grew up, settled in a place, moved to one",
		Types: []claim.Type{claim.Residence},
		needs: on(Live, Grow, Raise, Settle, Move, Based),
		Find:  lives,
	},
	{
		Name:  "resident",
		Doc:   "somebody is a resident of a place: “Ana Roe, a resident of Hesk”",
		Types: []claim.Type{claim.Residence},
		needs: on(Resident),
		Find:  residents,
	},
}

var toPlace = setOf(To)

func lives(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		preps := &inPlace
		switch {
		case vb.is(Live) && !vb.passive, vb.is(Grow), vb.is(Settle) && !vb.passive:
		case vb.is(Raise) && (vb.passive || vb.last < s.s.last && s.words[vb.last].any(&inPlace)), vb.is(Based) && vb.passive:
		case vb.is(Move) && !vb.passive:
			preps = &toPlace
		default:
			continue
		}
		list := s.residences(vb.last, s.sharedEnd(v), preps)
		if len(list) == 0 {
			place := s.placeWhere(v)
			if place == "" {
				continue
			}
			list = append(list, place)
		}
		if vb.is(Move) && s.officeNamed(list[0]) {
			continue // "moves to the Environment Office"
		}
		for _, who := range s.dwellers(v) {
			if !s.person(who) {
				continue
			}
			for _, place := range list {
				s.addTold(claim.Residence, who, v, func(d *draft) {
					if d.Status == claim.Planned {
						d.Type = claim.None
					}
					d.Place = place
					s.term(d, v)
				})
			}
		}
	}
}

// dwellers gives the subjects of verb v; for "they" and "the couple" the two
// whose marriage was told.
func (s *Sentence) dwellers(v int32) []int32 {
	list := s.subjects(v)
	if len(list) > 0 || s.verbs[v].subject < 0 {
		return list
	}
	p := &s.phrases[s.verbs[v].subject]
	if p.kind == pronounPhrase && s.words[p.head].is(Plural) && !s.words[p.head].is(FirstPerson) || s.words[p.head].is(Couple) {
		return s.couple(p.first)
	}
	return nil
}

// residences gives the places that the first fitting preposition governs.
func (s *Sentence) residences(from, end int32, preps *set) []string {
	for k := from; k+1 < end; k++ {
		w := &s.words[k]
		if w.comma() || !w.any(preps) && !(w.is(On) && preps.has(In) && s.island(k+1, end)) || s.inDate(k) {
			if w.comma() {
				return nil
			}
			continue
		}
		if s.words[k+1].name >= 0 && w.is(To) {
			if n := &s.names[s.mentions[s.words[k+1].name].name]; n.kind == Person && (n.given || n.titled || n.score[Person] > 2) || n.kind == Org {
				continue
			}
		}
		if list := s.places(k+1, end); len(list) > 0 {
			return list
		}
	}
	return nil
}

func residents(s *Sentence) {
	for k := s.s.first; k+2 < s.s.last; k++ {
		w := &s.words[k]
		if !w.is(Resident) || w.is(Plural) || !s.words[k+1].is(Of) {
			continue
		}
		at, next := s.placeFrom(k+2, s.s.last)
		if at.empty() {
			continue
		}
		if who := s.bearer(k, next); s.person(who) {
			s.add(claim.Residence, who, func(d *draft) { d.Place = s.text(at) })
		}
	}
}

// officeNamed tells that a name is that of a government's body.
func (s *Sentence) officeNamed(name string) bool {
	e := s.lex.words[lowerText(lastWord(name))]
	return e != nil && e.set.has(OrgGovernment)
}
