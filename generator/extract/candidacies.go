package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// standings are the verbs that can be about standing for something, of whoever does.
var standings = setOf(Contest, Stand, Run, Seek, Win, Challenge, End, Drop, Expel, Abandon, Withdraw, Resign, Leave,
	Join, Enter, Launch, Tender, Put, Throw, Capture, Claims, Express, Take, Chooses, Be, Become)

// stands reads who stands for what.
func stands(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive || vb.is(Disqualify) {
			s.chosenToStand(v)
			continue
		}
		if !vb.any(&standings) {
			continue
		}
		g := s.goalOf(v)
		switch {
		case vb.is(Contest):
			if s.contests(v, &g) {
				s.standsFor(v, g, claim.None)
			}
		case vb.is(Stand) || vb.is(Run):
			if k := s.toBe(v); k >= 0 { // "ran to be leader"
				g = goal{party: -1, seat: true}
				s.goalRole(&g, k)
				s.standsFor(v, g, claim.None)
			} else if to, ok := s.successor(v); ok { // "is running to succeed NAME as mayor"
				s.standsFor(v, to, claim.None)
			} else if !s.first(v, TermNoun) && s.standing(v, &g) {
				s.standsFor(v, g, claim.None)
			}
		case vb.is(Seek):
			if (g.seat || g.vote || g.primary || g.term) && !s.first(v, VotesNoun) {
				s.standsFor(v, g, claim.None)
			}
		case vb.is(Win) && g.primary && (!g.vote || s.first(v, PrimaryNoun)) && (g.party >= 0 || g.named() || s.race.named()):
			s.standsFor(v, g, claim.Nominated)
		case vb.is(Challenge) && s.after(v, For) >= 0 && g.role != "" && s.seatWords(v):
			s.standsFor(v, g, claim.None)
		case (vb.is(End) || vb.is(Drop) || vb.is(Expel) || vb.is(Abandon)) && s.first(v, BidNoun) && s.ownBid(v):
			s.standsFor(v, g, claim.Withdrawn)
		case (vb.is(Withdraw) || vb.is(Resign) || vb.is(Leave)) && (s.leavesRace(v) || vb.is(Withdraw) && s.candidate(s.subject(v), v)):
			s.standsFor(v, g, claim.Withdrawn)
		case vb.is(Join) && s.first(v, RaceNoun), vb.is(Enter) && s.first(v, RaceNoun), s.declares(v, &g):
			s.standsFor(v, g, claim.Declared)
		case (vb.is(Win) || vb.is(Capture) || vb.is(Claims)) && s.nominationBehind(v) && (g.party >= 0 || g.named() || s.race.named()): // "clinched the PARTY ticket for"
			s.standsFor(v, g, claim.Nominated)
		case vb.is(Express) && s.interestIn(v) && (g.role != "" || g.seat):
			s.standsFor(v, g, claim.Declared)
		case (vb.is(Take) || vb.is(Chooses)) && s.first(v, BidNoun) && s.first(v, PapersNoun):
			s.standsFor(v, g, claim.Declared)
		case vb.is(Be) || vb.is(Become):
			if to, ok := s.inRace(v); ok && vb.is(Be) {
				s.standsFor(v, to, claim.None)
				continue
			}
			if k := s.roleDirectly(v); k >= 0 && s.words[s.roles[k].head].is(RoleCandidate) && s.roles[k].holder < 0 && !s.roles[k].plural && !s.roles[k].negated {
				g := s.goal(vb.last, s.s.last, true)
				s.standsFor(v, g, claim.None)
			}
		}
	}
	s.bids()
}

// contests tells that "contest" and "fight" are about an election.
func (s *Sentence) contests(v int32, g *goal) bool {
	vb := &s.verbs[v]
	if g.seat || g.vote || g.primary || g.party >= 0 && !s.plainObject(v) {
		return true
	}
	if vb.last >= s.s.last {
		return false
	}
	if n := &s.words[vb.last]; n.is(As) && s.independent(vb.last+1) {
		return true
	}
	return g.place != "" && g.direct && s.dated(v)
}

// plainObject tells that a verb's object is a common noun: "contested the claim".
func (s *Sentence) plainObject(v int32) bool {
	o := s.verbs[v].object
	return o >= 0 && s.phrases[o].kind == otherPhrase && s.words[s.phrases[o].head].name < 0
}

// independent tells that the words at k are "an independent".
func (s *Sentence) independent(k int32) bool {
	if k < s.s.last && s.words[k].is(A) {
		k++
	}
	return k < s.s.last && (s.words[k].is(NoParty) || s.words[k].is(RoleCandidate))
}

// standing tells that "stand" and "run" are about an election.
func (s *Sentence) standing(v int32, g *goal) bool {
	vb := &s.verbs[v]
	if g.seats && !g.seat {
		return false
	}
	next := &nothing
	if vb.last < s.s.last {
		next = &s.words[vb.last]
	}
	asked := g.seat || g.vote || g.primary
	switch {
	case next.is(For):
		return asked || g.named() || g.party >= 0
	case next.is(As):
		return asked || g.party >= 0 || s.independent(vb.last+1)
	case next.is(In), next.is(At), next.is(On):
		return asked || g.party >= 0
	case next.is(Against):
		return asked || s.votes()
	case next.is(Again):
		return asked || g.named() && s.after(v, For) >= 0 || s.partyWord && (s.dated(v) || vb.tense == futureTense)
	case next.is(Adv):
		return asked || g.party >= 0 || g.named() && s.after(v, For) >= 0
	}
	if vb.is(Run) && vb.progressive && vb.frame >= 0 && (s.verbs[vb.frame].is(Proclaim) || s.verbs[vb.frame].is(Confirm)) && s.race.named() && (next.kind == prose.Stop || next.comma() || next == &nothing) {
		return true // "declared that she was running"
	}
	// "said that he was standing", "who is also standing": in the race told before
	return vb.is(Stand) && vb.progressive && s.race.named() && (next.kind == prose.Stop || next.comma() || next.is(Sub) || next == &nothing)
}

// raceNouns are what a race is called.
var raceNouns = setOf(RaceNoun, BidNoun)

// leavesRace tells that what somebody withdraws from is a race.
func (s *Sentence) leavesRace(v int32) bool {
	if !s.s.classes.meets(&raceNouns) {
		return false
	}
	vb := &s.verbs[v]
	for k := vb.last; k < vb.end; k++ {
		if w := &s.words[k]; w.is(RaceNoun) && !(w.is(PrimaryNoun) && s.followed(k+1)) || w.is(BidNoun) {
			return true
		}
	}
	return false
}

// candidate tells that the sentence calls the person a candidate before verb v: "A
// third candidate, NAME, withdrew".
func (s *Sentence) candidate(who, v int32) bool {
	for i := range s.roles {
		ro := &s.roles[i]
		if !s.words[ro.head].is(RoleCandidate) || ro.plural || ro.last > s.verbs[v].first {
			continue
		}
		if ro.holder >= 0 && s.resolve(ro.holder) == who || ro.holder < 0 && ro.first == s.s.first && s.words[ro.last].comma() && s.person(who) {
			return true
		}
	}
	return false
}

// ownBid tells that the bid behind a verb is the subject's: "ended her campaign".
func (s *Sentence) ownBid(v int32) bool {
	k := s.verbs[v].last
	return k < s.s.last && s.words[k].is(Poss) && !s.words[k].is(Thing) && !s.words[k].is(FirstPerson)
}

// declares tells of "announced her candidacy", "launched a bid for", "filed his
// papers for", "put her name forward", "threw his hat into the ring".
func (s *Sentence) declares(v int32, g *goal) bool {
	vb := &s.verbs[v]
	if vb.is(Launch) || vb.is(Tender) {
		return s.first(v, BidNoun) && (g.role != "" || g.seat || g.vote || !s.first(v, Campaign) && (g.named() || s.race.named()))
	}
	if !vb.is(Put) && !vb.is(Throw) {
		return false
	}
	if k := vb.last; k+1 < s.s.last && s.words[k].is(Reflexive) && s.words[k+1].is(Forward) { // "put himself forward for"
		return g.seat || g.vote || g.named() || s.race.named()
	}
	for k := vb.last; k < min(vb.last+5, s.s.last); k++ {
		if s.words[k].is(PapersNoun) {
			for j := k + 1; j < min(k+4, s.s.last); j++ {
				if s.words[j].is(Forward) || s.words[j].is(RaceNoun) {
					return true
				}
			}
		}
	}
	return false
}

// standsFor makes the candidacies of verb v.
func (s *Sentence) standsFor(v int32, g goal, st claim.Stage) {
	vb := &s.verbs[v]
	if s.vain(v) {
		defer s.defeatOf(s.doers(v), v, g)
	}
	for _, who := range s.doers(v) {
		if !s.person(who) {
			continue
		}
		s.addTold(claim.Candidacy, who, v, func(d *draft) {
			s.fillCandidacy(d, &g)
			d.Stage = st
			coming := vb.tense == present && vb.finite && !vb.perfect || vb.progressive && vb.frame >= 0 || st == claim.Declared
			if st != claim.Withdrawn && d.Status == claim.Asserted && coming {
				d.Status = claim.Planned
			}
			if d.Status == claim.Planned && st == claim.None {
				d.Stage = claim.Declared
			}
			if k := v + 1; d.On.IsZero() && d.When == "" && s.toBe(v) >= 0 && s.dateOf(k) != nil {
				s.setDate(d, s.dateOf(k), d.Status == claim.Planned)
			}
			if dt := s.dateOf(v); dt != nil && st == claim.Declared { // the day of the declaration
				d.On, d.When = edtf.Date{}, ""
			}
		})
	}
}

// vain tells of "stood unsuccessfully", "unsuccessfully contested".
func (s *Sentence) vain(v int32) bool {
	vb := &s.verbs[v]
	if vb.tense != pastTense && !vb.perfect && !vb.gerund {
		return false
	}
	for k := max(s.s.first, vb.first-1); k < min(s.s.last, vb.last+2); k++ {
		if s.words[k].is(Vain) {
			return true
		}
	}
	return false
}

// fillCandidacy fills in what is sought; where the words do not tell, it is what
// the article told last of a race.
func (s *Sentence) fillCandidacy(d *draft, g *goal) {
	g.put(d)
	if d.Org == "" && g.party >= 0 {
		d.Org = s.who[g.party].name
	}
	if d.Role == "" && d.Place == "" && !g.vote {
		r := &s.race
		if !r.named() {
			return
		}
		d.Role, d.Place = r.role, r.place
		if d.Org == "" {
			d.Org = r.org
		}
		if d.Org == "" && r.party >= 0 {
			d.Org = s.who[r.party].name
		}
	}
}

// noteRace remembers the race that a sentence speaks of: "the battle to lead the
// party", "the mayoral race", "her bid for the leadership".
func (s *Sentence) noteRace() {
	for k := s.s.first; k < s.s.last; k++ {
		w := &s.words[k]
		if !w.is(RaceNoun) && !w.is(BidNoun) && !w.is(OfficeNoun) && !w.is(RoleCandidate) {
			continue
		}
		from := k
		for from > s.s.first && from > k-4 && (s.words[from-1].name >= 0 || s.words[from-1].is(OfficeNoun) || s.words[from-1].is(OrgParty)) {
			from--
		}
		g := s.goal(from, min(k+9, s.s.last), true)
		if g.role == "" {
			s.leadGoal(&g, k)
		}
		if g.role != "" {
			s.race, s.raceSince = g, s.index
			return
		}
	}
}

// leadGoal reads "to lead the PARTY" behind a noun of a race.
func (s *Sentence) leadGoal(g *goal, k int32) {
	for i := range s.verbs {
		vb := &s.verbs[i]
		if vb.infinitive && vb.is(Lead) && vb.first >= k && vb.first < k+3 {
			if o := s.partyIn(vb.last, min(vb.last+5, s.s.last), false); o >= 0 {
				g.role, g.org = s.lex.grammar.word("leader"), s.who[o].name
			}
		}
	}
}
