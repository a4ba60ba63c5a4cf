package extract

import (
	"profilegen/generator/claim"
)

// stands reads who stands for what.
func stands(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive {
			s.chosenToStand(v)
			continue
		}
		g := s.goalOf(v)
		next := &nothing
		if vb.last < s.s.last {
			next = &s.words[vb.last]
		}
		switch {
		case vb.is(Contest):
			if !g.seat && !g.vote && !g.primary && g.party < 0 && !(g.place != "" && g.direct && (s.dated(v) || g.party >= 0)) {
				continue
			}
			s.standsFor(v, g, "")
		case vb.is(Stand) || vb.is(Run):
			if s.first(v, TermNoun) || !s.standing(v, &g, next) {
				continue
			}
			s.standsFor(v, g, "")
		case vb.is(Seek):
			if !g.seat && !g.vote && !g.primary && !g.term {
				continue
			}
			s.standsFor(v, g, "")
		case vb.is(Withdraw) && s.leavesRace(v, &g):
			s.standsFor(v, g, "withdrawn")
		case vb.is(Join) && s.first(v, RaceNoun), vb.is(Enter) && s.first(v, RaceNoun),
			vb.is(Launch) && (s.first(v, BidNoun) || s.first(v, PapersNoun) && (g.seat || g.vote || g.primary || g.role != "")):
			s.standsFor(v, g, "declared")
		}
	}
}

// standing tells that "stand" and "run" are about an election.
func (s *Sentence) standing(v int32, g *goal, next *word) bool {
	if g.seats && !g.seat {
		return false
	}
	switch {
	case next.is(For):
		return g.role != "" || g.org != "" || g.place != "" || g.seat || g.vote || g.party >= 0
	case next.is(In), next.is(At), next.is(As), next.is(Against), next.is(On):
		return g.seat || g.vote || g.primary || g.party >= 0 && !next.is(Against) || next.is(Against) && s.s.classes.has(ElectionWord)
	case next.is(Adv):
		return g.seat || g.vote || g.party >= 0 || next.is(Also) || g.role != "" && s.after(v, For) >= 0
	}
	return false
}

// leavesRace tells that what somebody withdraws from, or gives up, is a race.
func (s *Sentence) leavesRace(v int32, g *goal) bool {
	vb := &s.verbs[v]
	for k := vb.last; k < vb.end; k++ {
		if w := &s.words[k]; w.is(RaceNoun) || w.is(BidNoun) || w.is(PrimaryNoun) {
			return true
		}
	}
	return false
}

// standsFor makes the candidacies of verb v.
func (s *Sentence) standsFor(v int32, g goal, st claim.Stage) {
	for _, who := range s.doers(v) {
		if !s.person(who) {
			continue
		}
		s.addTold(claim.Candidacy, who, v, func(d *draft) {
			s.fillCandidacy(d, &g)
			d.Stage = st
			vb := &s.verbs[v]
			if st != "withdrawn" && d.Status == claim.Asserted && (vb.tense == present || vb.progressive || vb.gerund && st != "") && !vb.perfect {
				d.Status = claim.Planned // is to come
			}
			if d.Status == claim.Planned && st == "" {
				d.Stage = "declared"
			}
		})
	}
}

// fillCandidacy fills in what is sought; where the words do not tell, it is what
// the article told last of a race.
func (s *Sentence) fillCandidacy(d *draft, g *goal) {
	g.put(d)
	if d.Org == "" && g.party >= 0 {
		d.Org = s.who[g.party].name
	}
	if d.Role == "" && d.Place == "" && d.Org == "" {
		s.sameRace(d)
	}
}

// sameRace gives a candidacy the race that the article spoke of last.
func (s *Sentence) sameRace(d *draft) {
	for i := len(s.drafts) - 1; i >= 0; i-- {
		if o := &s.drafts[i]; o.Type == claim.Candidacy || o.Type == claim.Election && o.who == d.who {
			d.Role, d.Place = o.Role, o.Place
			if o.Role != "" {
				d.Org = o.Org
			}
			return
		}
	}
}

// chosenToStand reads "was selected as the candidate for", "was disqualified".
func (s *Sentence) chosenToStand(v int32) {
	vb := &s.verbs[v]
	if !vb.is(Nominate) && !vb.is(Appoint) && !vb.is(Elect) {
		return
	}
	k := s.roleBehind(v)
	g := s.goalOf(v)
	if (k < 0 || !s.words[s.roles[k].head].is(RoleCandidate)) && !(vb.is(Nominate) && k < 0 && (g.seat || g.place != "" && s.after(v, For) >= 0)) {
		return
	}
	for _, who := range s.doers(v) {
		if !s.person(who) {
			continue
		}
		s.addTold(claim.Candidacy, who, v, func(d *draft) {
			d.Stage = "nominated"
			s.fillCandidacy(d, &g)
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
		s.candidateGoal(&g, ro)
		if !ro.title {
			more := s.goal(ro.last, min(ro.last+8, s.s.last), true)
			g.role, g.place = orElse(g.role, more.role), orElse(g.place, more.place)
		}
		s.add(claim.Candidacy, who, func(d *draft) {
			s.fillCandidacy(d, &g)
			d.fired = append(d.fired, used{"role", ro.span})
			if !ro.former && !s.over(ro) {
				d.Status = claim.Planned
			}
		})
	}
}

// over tells that the sentence tells what came of a candidacy.
func (s *Sentence) over(ro *role) bool {
	c := &s.s.classes
	return c.has(VotesNoun) || c.has(Lose) || c.has(Defeat) || c.has(Win)
}
