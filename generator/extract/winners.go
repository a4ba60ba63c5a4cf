package extract

// wonBy reads "The by-election was won by NAME", "in Hesk, where the seat was won
// by NAME".
func (s *Sentence) wonBy(v int32) {
	vb := &s.verbs[v]
	who := s.agent(v)
	if vb.subject < 0 || !s.person(who) && !s.party(who) {
		return
	}
	p := &s.phrases[vb.subject]
	h := &s.words[p.head]
	if !h.is(RaceNoun) && !h.is(SeatNoun) && !h.is(ElectionWord) && !h.is(Vacancy) {
		return
	}
	g := s.goal(p.first, vb.first, true)
	if g.place == "" && g.org == "" {
		g.place = s.placeWhere(v)
	}
	if !g.named() {
		g.role, g.org, g.place = s.race.role, s.race.org, s.race.place
	}
	s.electedTo([]int32{who}, v, g, "")
}
