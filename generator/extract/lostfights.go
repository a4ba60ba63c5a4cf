package extract

import (
	"profilegen/generator/claim"
)

// lostRules read defeats that no verb of losing tells.
var lostRules = []Rule{
	{
		Name:  "failed-to-win",
		Doc:   "somebody failed to win or to keep a seat: “Roe failed to hold Ash East”",
		Types: []claim.Type{claim.Defeat},
		needs: on(Refuse),
		Find:  failsToWin,
	},
	{
		Name:  "won-over",
		Doc:   "the one over whom somebody won: “Roe held the seat by 40 votes over Tom Pell”",
		Types: []claim.Type{claim.Defeat},
		needs: on(Over, Against),
		Find:  wonOver,
	},
	{
		Name:  "defeat-of",
		Doc:   "the defeat of somebody, told by its noun: “her defeat in the 2017 election”",
		Types: []claim.Type{claim.Defeat},
		needs: on(DefeatNoun),
		Find:  defeatNouns,
	},
}

// failsToWin reads "failed to win the seat", "failed to be re-elected", "failing to
// hold Ash East in 2019".
func failsToWin(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.infinitive || vb.gov < 0 || s.verbs[vb.gov].last != vb.first || vb.negated {
			continue
		}
		gov := &s.verbs[vb.gov]
		if !gov.is(Refuse) || gov.passive || gov.negated || !vb.is(Win) && !vb.is(Retain) && !vb.is(Capture) && !(vb.is(Elect) && vb.passive) && !vb.is(Return) {
			continue
		}
		if n := v + 1; int(n) < len(s.verbs) && s.verbs[n].should { // ", should the poll be right"
			continue
		}
		g := s.goalOf(v)
		if g.seats || s.first(v, VotesNoun) || !(g.seat || g.term || g.primary || g.vote || vb.is(Elect) && g.named() || g.place != "" && g.direct) || vb.is(Return) && !g.named() {
			continue
		}
		s.defeatTold(s.doers(vb.gov), vb.gov, v, g)
	}
}

// defeatTold makes the defeats of people of which verb teller tells, with the dates
// of verb v.
func (s *Sentence) defeatTold(list []int32, teller, v int32, g goal) {
	for _, who := range list {
		if how, ok := s.told(teller); !s.person(who) || !ok || how.ahead {
			continue
		}
		s.addTold(claim.Defeat, who, teller, func(d *draft) {
			if dt := s.dateOf(v); dt != nil {
				s.setDate(d, dt, false)
			}
			g.put(d)
			if g.primary && !g.named() {
				if s.race.role != "" {
					d.Role, d.Org, d.Place = s.race.role, s.race.org, s.race.place
				} else if g.party >= 0 {
					d.Org = s.who[g.party].name
				}
			}
			s.sameContest(d, v)
			if g.seat || g.vote {
				s.atStake(d)
			}
		})
	}
}

// wonOver reads "won the primary over NAME", "held the seat with a majority of 40 over
// NAME", "won against NAME".
func wonOver(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive || !vb.is(Win) && !vb.is(Retain) || !s.person(s.subject(v)) {
			continue
		}
		for j := range s.phrases {
			p := &s.phrases[j]
			if p.prep < vb.last || p.prep >= vb.end || !s.words[p.prep].is(Over) && !s.words[p.prep].is(Against) {
				continue
			}
			who := s.appositive(p)
			g := s.goal(vb.last, p.prep, false)
			if !s.person(who) || who == s.subject(v) || s.toldHere(claim.Defeat, who) || !g.seat && !g.vote && !g.primary && !(g.place != "" && g.direct) {
				break
			}
			s.defeatTold([]int32{who}, v, v, g)
			break
		}
	}
}

// defeatNouns reads "her defeat in the 2017 election", "NAME's loss to NAME in Ash
// East", "his defeat as an MP".
func defeatNouns(s *Sentence) {
	for k := s.s.first + 1; k+2 < s.s.last; k++ {
		if !s.words[k].is(DefeatNoun) || s.verbHere(s.s, k) {
			continue
		}
		who := s.ownerBefore(k)
		if !s.person(who) || s.toldHere(claim.Defeat, who) {
			continue
		}
		next := &s.words[k+1]
		if !next.is(In) && !next.is(At) && !next.is(As) && !next.is(To) && !next.is(By) && !s.inDate(k+1) {
			continue
		}
		end := k + 1
		for end < min(s.s.last, k+14) && !s.words[end].comma() && !s.verbHere(s.s, end) {
			end++
		}
		g := s.goal(k+1, end, true)
		if !g.vote && !g.seat && !g.primary && !(g.place != "" && s.yearIn(k, end)) {
			continue
		}
		if v := s.verbBefore(k); v >= 0 && (s.verbs[v].conditional || s.verbs[v].may || s.verbs[v].tense == futureTense || s.verbs[v].is(Expects)) {
			continue
		}
		s.add(claim.Defeat, who, func(d *draft) {
			for i := range s.dates {
				if dt := &s.dates[i]; dt.first > k && dt.last <= end && dt.is == atTime {
					s.setDate(d, dt, false)
					break
				}
			}
			g.put(d)
			if s.words[k+1].is(As) {
				if i := s.roleFrom(k + 2); i >= 0 {
					s.setRole(d, i)
				}
			}
			s.atStake(d)
			d.fired = append(d.fired, used{"noun", span{k, k + 1}})
		})
	}
}

// yearIn tells that a year alone stands from..to.
func (s *Sentence) yearIn(from, to int32) bool {
	for i := range s.dates {
		if dt := &s.dates[i]; dt.first >= from && dt.last <= to && dt.is == atTime && len(s.settleDate(dt, false).on.String()) == 4 {
			return true
		}
	}
	return false
}

// nearly makes the defeat of one who "came within 40 votes of winning Ash East"; it
// tells whether verb v has these words.
func (s *Sentence) nearly(v int32) bool {
	next := v + 1
	if int(next)+1 < len(s.verbs) && s.words[s.verbs[next].head].is(VotesNoun) {
		next++
	}
	if int(next) >= len(s.verbs) || !s.verbs[next].gerund || !s.verbs[next].is(Win) && !s.verbs[next].is(Defeat) && !s.verbs[next].is(Capture) || !s.words[s.verbs[next].first-1].is(Of) {
		return false
	}
	votes := false
	for k := s.verbs[v].last; k < s.verbs[next].first; k++ {
		votes = votes || s.words[k].is(VotesNoun)
	}
	g := s.goalOf(next)
	if !votes || !g.named() && !g.seat && !g.vote {
		return false
	}
	s.defeatTold(s.doers(v), v, next, g)
	return true
}
