package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

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
		Name:  "home",
		Doc:   "where somebody has made a home: “Roe makes her home in Hesk”, “Roe made Hesk her home”",
		Types: []claim.Type{claim.Residence},
		needs: on(HomeNoun),
		Find:  homes,
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
					if d.ahead {
						d.Type = claim.None
					}
					d.Place = place
					s.term(d, v)
					if s.untilDeath(v) {
						d.End, d.Start = d.Start, edtf.Date{}
					}
				})
			}
			if from := s.movedFrom(v); from != "" {
				s.addTold(claim.Residence, who, v, func(d *draft) {
					if d.Status != claim.Asserted {
						d.Type = claim.None
					}
					d.Place, d.On, d.Start, d.End, d.When = from, edtf.Date{}, edtf.Date{}, edtf.Date{}, ""
				})
			}
		}
	}
}

// movedFrom gives the place that somebody left for another: "moved from Hesk to
// Marl"; "" where none is told.
func (s *Sentence) movedFrom(v int32) string {
	vb := &s.verbs[v]
	if !vb.is(Move) || vb.last >= s.s.last || vb.object >= 0 && s.phrases[vb.object].prep < 0 {
		return ""
	}
	for k := vb.last; k+1 < vb.end; k++ {
		if w := &s.words[k]; w.is(From) && s.words[k+1].name >= 0 && !s.inDate(k) {
			at, _ := s.placeFrom(k+1, vb.end)
			if at.empty() || s.names[s.mentions[s.words[k+1].name].name].kind == Person || s.names[s.mentions[s.words[k+1].name].name].kind == Org {
				return ""
			}
			return s.text(at)
		} else if w.comma() {
			return ""
		}
	}
	return ""
}

// untilDeath tells that the date behind verb v is that of an end: "lived in Hesk
// until his death in 1962".
func (s *Sentence) untilDeath(v int32) bool {
	vb := &s.verbs[v]
	for k := vb.last; k+2 < vb.end; k++ {
		if s.words[k].is(Until) && (s.words[k+1].is(Poss) || s.words[k+1].is(The)) {
			return true
		}
	}
	return false
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
			if at, next = s.namedPlace(k + 2); at.empty() {
				continue
			}
		}
		first := k
		for first > s.s.first && s.words[first-1].name0() && !s.words[first-1].any(&closed) && !s.verbHere(s.s, first-1) && !s.words[first-1].is(Role) { // "a lifelong resident"
			first--
		}
		if who := s.bearer(first, next); s.person(who) {
			s.add(claim.Residence, who, func(d *draft) { d.Place = s.text(at) })
		}
	}
}

// namedPlace gives a name behind "a resident of" that looks like a person's: "Victor
// Harbour".
func (s *Sentence) namedPlace(k int32) (span, int32) {
	if k >= s.s.last || s.words[k].name < 0 {
		return span{}, k
	}
	m := &s.mentions[s.words[k].name]
	n := &s.names[m.name]
	if n.kind != Person || m.full != m.first || n.titled || m.last < s.s.last && s.words[m.last].kind == prose.Genitive {
		return span{}, k
	}
	return m.span, m.last
}

// homes reads "makes her home in Hesk", "made Hesk his home".
func homes(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Make) && !vb.is(Have) || vb.passive || vb.object < 0 {
			continue
		}
		who := s.subject(v)
		if !s.person(who) {
			continue
		}
		list := s.homeIn(v)
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

// homeIn gives the places that a verb says somebody has made a home.
func (s *Sentence) homeIn(v int32) []string {
	vb := &s.verbs[v]
	for k := vb.last; k < min(vb.end, vb.last+8); k++ {
		if !s.words[k].is(HomeNoun) || !s.words[k-1].is(Poss) && !s.words[k-1].is(A) && !s.words[k-1].is(RoleMod) {
			continue
		}
		if list := s.residences(k+1, vb.end, &inPlace); len(list) > 0 && s.words[k+1].any(&inPlace) {
			return list
		}
		if at, next := s.placeFrom(vb.last, k); !at.empty() && next == k-1 && vb.is(Make) { // "made Hesk his home"
			return []string{s.text(at)}
		}
		return nil
	}
	return nil
}

// officeNamed tells that a name is that of a government's body.
func (s *Sentence) officeNamed(name string) bool {
	e := s.lex.find(lowerText(lastWord(name)))
	return e != nil && e.set.has(OrgGovernment)
}
