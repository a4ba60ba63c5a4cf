package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// chosenToStand reads "was selected as the candidate for", "was fielded in", "was
// disqualified".
func (s *Sentence) chosenToStand(v int32) {
	vb := &s.verbs[v]
	g := s.goalOf(v)
	st := claim.Nominated
	switch {
	case vb.is(Disqualify):
		if !g.seat && !g.vote && !s.race.named() && !s.s.classes.has(SeatNoun) {
			return
		}
		st = claim.Disqualified
	case vb.is(Nominate) || vb.is(Appoint) || vb.is(Elect):
		k := s.roleBehind(v)
		candidate := k >= 0 && s.words[s.roles[k].head].is(RoleCandidate) && !s.clauseBetween(vb.last, s.roles[k].first)
		seat := vb.is(Nominate) && k < 0 && (g.seat || g.place != "") && (g.role == "" || g.seat)
		if !candidate && !seat {
			return
		}
	default:
		return
	}
	list := s.doers(v)
	if !vb.passive {
		list = []int32{s.objectPerson(v)}
	}
	for _, who := range list {
		if !s.person(who) {
			continue
		}
		s.addTold(claim.Candidacy, who, v, func(d *draft) {
			d.Stage = st
			s.fillCandidacy(d, &g)
			if d.Role == "" && d.Place == "" && d.Org == "" {
				d.Place = s.openingPlace()
			}
		})
	}
}

// clauseBetween tells that another clause begins from..to.
func (s *Sentence) clauseBetween(from, to int32) bool {
	for k := from; k < to; k++ {
		if w := &s.words[k]; w.is(Sub) && !w.is(Prep) && !w.is(As) || w.is(Rel) || w.mark == ';' {
			return true
		}
	}
	return false
}

// openingPlace gives the seat with which a sentence opens: "In Ash North, …".
func (s *Sentence) openingPlace() string {
	k := s.s.first
	if k+2 >= s.s.last || !s.words[k].is(In) {
		return ""
	}
	for k++; k < s.s.last && s.words[k].is(The); k++ {
	}
	id := s.words[k].name
	if id < 0 && s.words[k].is(SeatNoun) && s.words[k+1].kind == prose.Number { // "In the District 3 race"
		return s.text(span{k, k + 2})
	}
	if id < 0 || s.names[s.mentions[id].name].kind == Person || s.party(s.resolve(id)) {
		return ""
	}
	if last := s.mentions[id].last; s.words[last-1].is(SeatNoun) && last < s.s.last && s.words[last].kind == prose.Number {
		return s.text(span{k, last + 1})
	}
	return s.text(s.mentions[id].span)
}

// bids reads "NAME's bid for the leadership", "her candidacy for mayor".
func (s *Sentence) bids() {
	if !s.s.classes.has(BidNoun) {
		return
	}
	for k := s.s.first + 1; k < s.s.last; k++ {
		if !s.words[k].is(BidNoun) || k+1 >= s.s.last || !s.words[k+1].is(For) || s.verbHere(s.s, k) {
			continue
		}
		who := s.ownerBefore(k)
		g := s.goal(k+1, min(k+10, s.s.last), true)
		if !s.person(who) || g.role == "" && !g.seat || s.toldHere(claim.Candidacy, who) {
			continue
		}
		s.add(claim.Candidacy, who, func(d *draft) {
			s.fillCandidacy(d, &g)
			for i := range s.dates {
				if dt := &s.dates[i]; dt.first > k && dt.first < k+6 && dt.is == atTime {
					s.setDate(d, dt, false)
					break
				}
			}
			d.fired = append(d.fired, used{"noun", span{k, k + 1}})
		})
	}
}

// candidates reads titles and appositions.
func candidates(s *Sentence) {
	for i := range s.roles {
		ro := &s.roles[i]
		if ro.holder < 0 || ro.plural || !s.words[ro.head].is(RoleCandidate) {
			continue
		}
		who := s.resolve(ro.holder)
		if !s.person(who) {
			continue
		}
		g := goal{party: -1}
		from := ro.first
		for from > s.s.first && from > ro.first-3 && (s.words[from-1].is(OfficeNoun) || s.words[from-1].name >= 0) {
			from-- // "Ash Bay mayoral candidate"
		}
		before := s.goal(from, ro.last, true)
		g.role, g.place, g.party = before.role, before.place, before.party
		if g.place == "" && from < ro.first && s.words[from].name >= 0 && s.words[s.mentions[s.words[from].name].last].is(OfficeNoun) {
			g.place = s.text(s.mentions[s.words[from].name].span)
		}
		s.candidateGoal(&g, ro)
		if !ro.title || ro.last < s.s.last && s.words[ro.last].is(For) {
			more := s.goal(ro.last, min(ro.last+8, s.s.last), true)
			g.role, g.place = orElse(g.role, more.role), orElse(g.place, more.place)
		}
		s.add(claim.Candidacy, who, func(d *draft) {
			s.fillCandidacy(d, &g)
			d.fired = append(d.fired, used{"role", ro.span})
			if !ro.former && !s.over() {
				d.Status = claim.Planned
			}
		})
	}
}

// over tells that the sentence tells what came of a candidacy.
func (s *Sentence) over() bool {
	c := &s.s.classes
	return c.has(VotesNoun) || c.has(Lose) || c.has(Defeat) || c.has(Win)
}
