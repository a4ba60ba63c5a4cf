package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// runRules read candidacies that the words tell beside the verbs of standing.
var runRules = []Rule{
	{
		Name:  "rivals",
		Doc:   "two who stand against each other: “Roe faces Tom Pell in the run-off”",
		Types: []claim.Type{claim.Candidacy},
		needs: on(FacesRival),
		Find:  rivals,
	},
	{
		Name:  "campaign-of",
		Doc:   "somebody's campaign for an office: “her presidential campaign in 2016”",
		Types: []claim.Type{claim.Candidacy},
		needs: on(BidNoun),
		Find:  campaigns,
	},
}

// successor gives the office for which somebody stands who stands to succeed another:
// "vying to succeed NAME as mayor", "running to lead the PARTY"; false for none.
func (s *Sentence) successor(v int32) (goal, bool) {
	next := v + 1
	g := goal{party: -1, seat: true}
	if int(next) >= len(s.verbs) || !s.verbs[next].infinitive || s.verbs[next].first != s.verbs[v].last {
		return g, false
	}
	return s.soughtBy(next)
}

// soughtBy gives the office of which infinitive v tells: "to succeed NAME as mayor",
// "to lead the PARTY", "to be clerk".
func (s *Sentence) soughtBy(v int32) (goal, bool) {
	g := goal{party: -1, seat: true}
	vb := &s.verbs[v]
	switch {
	case vb.is(Succeed) || vb.is(Replace) || vb.is(Follows) || vb.is(TakeOver):
		if k := s.postAs(vb.last); k >= 0 {
			s.goalRole(&g, k)
			return g, g.role != ""
		}
		p, ok := s.knownPost(s.objectPerson(v))
		if !ok || !p.public && !p.e.set.has(LeaderNoun) {
			return g, false
		}
		g.role, g.org, g.place = p.text, s.orgName(p.org), p.place
		return g, true
	case vb.is(Lead):
		o := s.partyIn(vb.last, min(vb.last+5, s.s.last), false)
		if o < 0 {
			return g, false
		}
		g.role, g.org = s.lex.grammar.word("leader"), s.who[o].name
		return g, true
	case vb.is(Be) || vb.is(Become):
		k := s.roleDirectly(v)
		if k < 0 || s.roles[k].plural || s.words[s.roles[k].head].is(RoleCandidate) || s.words[s.roles[k].head].is(RoleOcc) {
			return g, false
		}
		s.goalRole(&g, k)
		return g, g.role != ""
	}
	return g, false
}

// inRace tells that "in the race" follows verb v, and what the race is for: "is in the
// race for mayor", "was in the contest to succeed NAME as leader".
func (s *Sentence) inRace(v int32) (goal, bool) {
	vb := &s.verbs[v]
	k := vb.last
	for k < s.s.last && (s.words[k].is(Adv) || s.words[k].is(Also)) {
		k++
	}
	if k+2 >= s.s.last || !s.words[k].is(In) {
		return goal{}, false
	}
	for j := k + 1; j < min(k+6, s.s.last); j++ {
		if !s.words[j].is(RaceNoun) {
			continue
		}
		g := s.goal(k+1, min(j+9, s.s.last), true)
		for i := range s.verbs {
			if n := &s.verbs[i]; n.infinitive && n.first == j+1 {
				if to, ok := s.soughtBy(int32(i)); ok {
					return to, true
				}
			}
		}
		return g, g.role != "" || g.place != "" && g.seat
	}
	return goal{}, false
}

// rivals reads "faces NAME in the run-off", "will square off against NAME for the
// seat": both stand.
func rivals(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive || !vb.is(FacesRival) {
			continue
		}
		who, other := s.subject(v), s.objectPerson(v)
		if p := s.after(v, Against); p >= 0 {
			other = s.phrases[p].who
		}
		g := s.goalBehindObject(v)
		if !s.person(who) || !s.person(other) || who == other || !g.seat && !g.vote && !g.primary || s.toldHere(claim.Candidacy, who) {
			continue
		}
		for _, one := range []int32{who, other} {
			s.addTold(claim.Candidacy, one, v, func(d *draft) {
				s.fillCandidacy(d, &g)
				if vb.tense != pastTense && d.Status == claim.Asserted {
					d.Status = claim.Planned
				}
				if d.Status == claim.Planned {
					d.Stage = claim.Declared
				}
			})
		}
	}
}

// campaigns reads "her leadership campaign", "NAME's presidential bid in 2016", "his
// first run for governor".
func campaigns(s *Sentence) {
	for k := s.s.first + 1; k < s.s.last; k++ {
		if !s.words[k].is(BidNoun) || s.words[k].is(PapersNoun) || s.words[k].depth > 0 && s.words[s.s.first].depth == 0 {
			continue
		}
		first := k
		if s.words[k-1].is(OfficeNoun) {
			first--
		}
		run := k+1 < s.s.last && s.words[k+1].is(For) && s.words[k].e.forms != 0
		if first == k && !run {
			continue
		}
		who := s.ownerBefore(first)
		if b := first - 1; who < 0 && b > s.s.first && s.words[b].is(Ordinal) { // "his third run for"
			who = s.ownerBefore(b)
		}
		if !s.person(who) || s.toldHere(claim.Candidacy, who) || s.stoodAlready(who) {
			continue
		}
		from, to := first, k+1
		if run {
			from, to = k+1, min(k+10, s.s.last)
		}
		g := s.goal(from, to, true)
		if g.role == "" {
			continue
		}
		if v := s.verbBefore(k); v >= 0 && (s.verbs[v].conditional || s.verbs[v].may || s.verbs[v].negated) {
			continue
		}
		s.add(claim.Candidacy, who, func(d *draft) {
			g.put(d)
			for i := range s.dates {
				if dt := &s.dates[i]; dt.first > k && dt.first < k+7 && dt.is == atTime {
					s.setDate(d, dt, false)
					break
				}
			}
			d.fired = append(d.fired, used{"noun", span{first, k + 1}})
		})
	}
}

// stoodAlready tells that the article told of a candidacy of the person before.
func (s *Sentence) stoodAlready(who int32) bool {
	for i := s.lately(); i < len(s.drafts); i++ {
		if o := &s.drafts[i]; o.who == who && o.Type == claim.Candidacy {
			return true
		}
	}
	return false
}

// nominationBehind tells that what verb v wins is a party's ticket or nomination.
func (s *Sentence) nominationBehind(v int32) bool {
	vb := &s.verbs[v]
	for k := vb.last; k < min(vb.end, vb.last+7); k++ {
		w := &s.words[k]
		if w.is(TicketNoun) || w.is(PrimaryNoun) && !w.is(RaceNoun) {
			return true
		}
		if w.is(Prep) || w.is(Of) || w.comma() || w.is(SeatNoun) || w.is(ElectionWord) {
			return false
		}
	}
	return false
}

// interestIn tells of "interest in the governorship" behind verb v.
func (s *Sentence) interestIn(v int32) bool {
	for k := s.verbs[v].last; k+2 < min(s.s.last, s.verbs[v].last+4); k++ {
		if !s.words[k].is(InterestNoun) || !s.words[k+1].is(In) {
			continue
		}
		for j := k + 2; j < min(s.s.last, k+7); j++ {
			w := &s.words[j]
			if w.is(OfficeNoun) || w.is(SeatNoun) || w.is(RaceNoun) {
				return true
			}
			if w.name < 0 && !w.is(The) && !w.is(RoleMod) && w.kind != prose.Genitive {
				return false
			}
		}
	}
	return false
}

// toBe gives the post that verb v says somebody stands to be; -1.
func (s *Sentence) toBe(v int32) int32 {
	next := v + 1
	if int(next) >= len(s.verbs) || !s.verbs[next].infinitive || s.verbs[next].first != s.verbs[v].last || !s.verbs[next].is(Be) && !s.verbs[next].is(Become) {
		return -1
	}
	k := s.roleDirectly(next)
	if k < 0 || s.roles[k].plural || s.words[s.roles[k].head].is(RoleCandidate) || s.words[s.roles[k].head].is(RoleOcc) {
		return -1
	}
	return k
}

// seatWords tells of an office or a race behind a verb.
func (s *Sentence) seatWords(v int32) bool {
	for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
		if w := &s.words[k]; w.is(OfficeNoun) || w.is(RaceNoun) || w.is(SeatNoun) {
			return true
		}
	}
	return false
}
