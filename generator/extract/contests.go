package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// contestRules read elections that the text tells in parts: the place in one
// sentence, the outcome in another.
var contestRules = []Rule{
	{
		Name:  "contest",
		Doc:   "notes the seat that an article is about, for the sentences to come",
		Types: nil,
		needs: on(SeatNoun, ElectionWord),
		Find:  (*Sentence).noteContest,
	},
	{
		Name:  "race",
		Doc:   "notes the office that is run for, for the sentences to come",
		Types: nil,
		needs: on(RaceNoun, BidNoun, OfficeNoun, RoleCandidate),
		Find:  (*Sentence).noteRace,
	},
}

// outcomeRules read the rest of what an election brought, behind electionRules.
var outcomeRules = []Rule{
	{
		Name:  "placed",
		Doc:   "somebody came second or third, or lost all: “Roe finished third”",
		Types: []claim.Type{claim.Defeat},
		needs: on(Placed),
		Find:  placed,
	},
	{
		Name:  "between",
		Doc:   "those between whom a race is: “a straight fight between Ana Roe and Tom Pell”",
		Types: []claim.Type{claim.Candidacy},
		needs: on(Between),
		Find:  between,
	},
}

// noteContest remembers the place whose seat is at stake: "the Marl by-election",
// "the seat of Marl", "a by-election in Marl".
func (s *Sentence) noteContest() {
	for k := s.s.first; k < s.s.last; k++ {
		w := &s.words[k]
		if s.inRole(k) {
			continue
		}
		if !w.is(SeatNoun) && !(w.is(ElectionWord) && w.is(RaceNoun)) || w.name >= 0 {
			continue
		}
		if b := k - 1; b > s.s.first && s.words[b].is(OrgLegislature) && s.words[b].name >= 0 { // "the Marl Senate seat"
			if m := &s.mentions[s.words[b].name]; m.last-m.first > 1 {
				s.contest, s.contestSince, s.contestRole = s.text(span{m.first, m.last - 1}), s.index, s.words[b].e.value
				return
			}
		}
		b := k - 1
		if b > s.s.first && s.words[b].is(OrgLegislature) && s.words[b].name < 0 { // "the Marl Senate seat"
			b--
		}
		if b > s.s.first && s.words[b].name >= 0 && s.placeLike(b) {
			m := &s.mentions[s.words[b].name]
			s.contest, s.contestSince, s.contestRole = s.text(m.span), s.index, ""
			return
		}
		if k+2 < s.s.last && (s.words[k+1].is(Of) || s.words[k+1].any(&inPlace)) && s.words[k+2].name >= 0 && s.placeLike(k+2) {
			m := &s.mentions[s.words[k+2].name]
			s.contest, s.contestSince, s.contestRole = s.text(m.span), s.index, ""
			return
		}
	}
}

// inRole tells that k stands inside a description, of whoever.
func (s *Sentence) inRole(k int32) bool {
	for i := range s.roles {
		if s.roles[i].first <= k && k <= s.roles[i].last {
			return true
		}
	}
	return false
}

// atStake gives a draft that names no place the one that the article is about.
func (s *Sentence) atStake(d *draft) {
	if d.Role == "" && d.Org == "" && d.Place == "" {
		d.Place = s.openingPlace()
	}
	if d.Role == "" && d.Org == "" && d.Place == "" && s.race.role != "" && s.index-s.raceSince < 5 && s.raceSince >= s.contestSince && (s.raceSince == s.index || !s.s.classes.has(SeatNoun)) {
		d.Role, d.Org, d.Place = s.race.role, s.race.org, s.race.place
		return
	}
	if d.Role == "" && d.Org == "" && d.Place == "" && s.contest != "" && s.index-s.contestSince < 12 {
		d.Place, d.Role = s.contest, s.contestRole
	}
}

// placed reads "came a poor third", "finished last", behind an election that the
// sentence tells of.
func placed(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.is(Come) && !vb.passive && s.nearly(v) {
			continue
		}
		if vb.passive || !vb.is(Come) && !vb.is(Complete) && !(vb.is(Be) && vb.last < s.s.last && s.words[vb.last].is(Placed) && s.words[vb.last].is(NounToo)) {
			continue
		}
		k := vb.last
		for k < min(vb.last+4, s.s.last) && !s.words[k].is(Placed) && s.words[k].kind == prose.Word && s.words[k].name < 0 {
			k++
		}
		if k >= s.s.last || !s.words[k].is(Placed) || k+1 < s.s.last && (s.words[k+1].is(Unit) || s.words[k+1].name >= 0) {
			continue
		}
		end := k + 1
		for end < s.s.last && !s.words[end].comma() && !s.verbHere(s.s, end) {
			end++
		}
		g := s.goal(k+1, end, true)
		if !s.contested(v) && !g.seat && !g.vote && !g.primary && !s.s.classes.has(ElectionWord) {
			continue
		}
		s.defeatOf(s.doers(v), v, g)
	}
}

// between reads "a straight fight between NAME and NAME" of a race for an office.
func between(s *Sentence) {
	for k := s.s.first + 1; k+3 < s.s.last; k++ {
		if !s.words[k].is(Between) {
			continue
		}
		b := &s.words[k-1]
		if !b.is(RaceNoun) && !b.is(BidNoun) && !b.is(Contest) {
			continue
		}
		list := s.namesFrom(k + 1)
		if len(list) != 2 && len(list) != 3 || !s.race.named() || s.s.classes.has(Cond) {
			continue
		}
		for _, who := range list {
			s.add(claim.Candidacy, who, func(d *draft) {
				d.Status, d.Stage = claim.Planned, claim.Declared
				d.Role, d.Org, d.Place = s.race.role, s.race.org, s.race.place
				if d.Org == "" && s.race.party >= 0 {
					d.Org = s.who[s.race.party].name
				}
				d.fired = append(d.fired, used{"noun", span{k - 1, k + 1}})
			})
		}
	}
}
