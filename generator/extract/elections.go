package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// electionRules read who won, stands or lost.
var electionRules = []Rule{
	{
		Name:  "elected",
		Doc:   "somebody was elected or re-elected, entered a parliament, won or kept a seat",
		Types: []claim.Type{claim.Election, claim.Position},
		needs: on(Elect, Return, Win, Come, Enter, Capture, Retain, Winner, Chooses),
		Find:  elected,
	},
	{
		Name:  "stands",
		Doc:   "somebody stands, contests a seat, seeks an office, enters or leaves a race",
		Types: []claim.Type{claim.Candidacy, claim.Defeat},
		needs: on(Contest, Stand, Run, Seek, InterestNoun, TicketNoun, Nominate, Appoint, RaceNoun, BidNoun, PrimaryNoun, PapersNoun, OfficeNoun, RoleCandidate, Elect, Disqualify),
		Find:  stands,
	},
	{
		Name:  "candidate",
		Doc:   "somebody called a candidate: “the Reform candidate, Ana Roe”",
		Types: []claim.Type{claim.Candidacy},
		needs: on(RoleCandidate),
		Find:  candidates,
	},
	{
		Name:  "lost",
		Doc:   "somebody lost an election or a seat, or was defeated in one",
		Types: []claim.Type{claim.Defeat, claim.Election},
		needs: on(Lose, Defeat, Concede, BidNoun),
		Find:  defeated,
	},
}

func elected(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		switch {
		case (vb.is(Elect) || vb.is(Return)) && vb.passive, vb.is(Elect) && i > 0 && s.verbs[i-1].passive && s.verbs[i-1].last == vb.first:
			g := s.goalOf(v)
			if o := vb.object; !g.named() && !g.vote && o >= 0 && s.phrases[o].prep < 0 && s.phrases[o].role < 0 {
				continue // "elected Miss NAME"
			}
			if h, ok := s.heirGoal(v); ok && !g.named() {
				g = h
			} else if !g.named() {
				g.org, g.member = s.electedBody(v)
			}
			if vb.is(Return) && !g.named() && !g.vote && !s.stoodBefore(s.subject(v)) {
				continue
			}
			k, list := s.roleBehind(v), s.doers(v)
			if posts := s.respective(k, len(list)); posts != nil {
				for i, who := range list {
					s.electedTo([]int32{who}, v, s.postGoal(posts[i]), "")
				}
				continue
			}
			s.electedTo(list, v, g, "")
			if k >= 0 {
				s.gapped(k, func(who, role int32) {
					post := s.postGoal(role)
					post.org = orElse(post.org, g.org)
					s.electedTo([]int32{who}, v, post, "")
				})
			}
		case (vb.is(Elect) || vb.is(Return)) && s.person(s.object(v)):
			g := s.goalBehindObject(v)
			if g.role != "" && (vb.is(Elect) || g.vote) || vb.is(Return) && g.org != "" {
				s.electedTo(s.objects(v), v, g, "")
			}
		case vb.is(Return) && !vb.gerund:
			if g := s.goalOf(v); (g.org != "" || g.house) && (g.vote || s.inYear(v) && (s.stoodBefore(s.subject(v)) || s.s.classes.has(Lose))) {
				s.electedTo(s.doers(v), v, g, "")
			}
		case vb.is(Chooses):
			if k := s.choosesLeader(v); k >= 0 {
				s.leadership(v, k)
			}
		case vb.is(Say) && vb.is(Proclaim):
			s.declaresWinner(v)
		case vb.is(Become) && !vb.passive:
			s.emerges(v)
		case vb.is(Win) && vb.passive:
			s.wonBy(v)
		case vb.is(Win) && !vb.passive, vb.is(Capture) && !vb.passive, vb.is(Retain) && !vb.passive:
			s.wins(v)
		case vb.is(Come) && !vb.passive && vb.last < s.s.last && s.words[vb.last].is(Prep) && !s.words[vb.last].is(From):
			if g := s.goalOf(v); g.org != "" && g.member != "" && (g.vote || s.inYear(v)) { // "came into parliament in the 1997 landslide"
				s.electedTo(s.doers(v), v, g, "")
			}
		case vb.is(Enter) && !vb.gerund && !vb.passive:
			if g := s.goalOf(v); g.org != "" && !s.party(s.subject(v)) {
				s.electedTo(s.doers(v), v, g, "")
			}
		}
	}
}

// electedBody gives the body in common nouns that verb v says somebody was
// elected to, and what its members are called: "elected to the town council".
func (s *Sentence) electedBody(v int32) (name, member string) {
	k := s.verbs[v].last
	for k < s.verbs[v].end && s.words[k].is(Adv) {
		k++
	}
	if k >= s.verbs[v].end || !s.words[k].is(To) {
		return "", ""
	}
	for i := k + 1; i < min(s.verbs[v].end, k+6); i++ {
		w := &s.words[i]
		if w.is(OrgPublic) && !s.followed(i+1) {
			return s.commonBody(k+1, i+1), w.e.value
		}
		if w.any(&closed) && !w.is(The) && !w.is(Poss) {
			break
		}
	}
	return "", ""
}

// wins reads "won the seat", "retained her seat", "took 12 seats".
func (s *Sentence) wins(v int32) {
	vb := &s.verbs[v]
	who := s.subject(v)
	g := s.goalOf(v)
	switch {
	case s.party(who):
		s.partyWins(who, v, &g)
		return
	case !s.person(who) && s.list(v) == nil:
		return
	case vb.is(Tops) && !s.dated(v) && g.place == "":
		return // a round of many
	case vb.is(Retain) && !g.seat && !(g.vote && g.place != "") && !(g.place != "" && g.direct && g.party >= 0):
		return
	case vb.is(Retain) && !g.vote && (!s.dated(v) || s.lasting(v)):
		return
	case vb.is(Capture) && g.place != "" && g.direct && (s.partyAfter(v, From) >= 0 || s.partyAfter(v, For) >= 0): // "gained Ash East from the PARTY"
	case vb.is(Capture) && s.nominationBehind(v): // a party's ticket
		return
	case vb.is(Capture) && (g.term && s.first(v, TermNoun) || g.role != "" && s.first(v, PostNoun) && s.votes()): // "secured a second term", "the post of speaker after a vote"
	case vb.is(Capture) && !g.vote && !g.named():
		return // "took the seat next to"
	case vb.is(Capture) && (!g.seat || g.role != "" && !g.vote || g.seats):
		return
	case vb.is(Win) && g.primary && (!g.vote || s.first(v, PrimaryNoun)): // a nomination is no election
		return
	case vb.is(Win) && s.share(v) && !g.seat:
		return
	case vb.is(Win) && vb.is(Victory) && (g.place != "" || g.named()):
	case vb.is(Win) && g.place != "" && g.direct && !g.primary && (s.partyAfter(v, From) >= 0 || s.partyAfter(v, For) >= 0):
	case vb.is(Win) && !g.seat && !g.vote && !(g.place != "" && (g.direct || s.words[vb.last].is(From) && s.dated(v))) && !g.term:
		return
	case vb.is(Win) && g.seats, vb.is(Win) && g.vote && !g.seat && g.place == "" && s.first(v, VotesNoun):
		return
	case vb.is(Win) && g.place != "" && g.direct && !g.seat && !g.vote && !s.dated(v):
		return
	}
	s.electedTo(s.doers(v), v, g, "")
}

// partyWins reads of a party that it won seats, a majority, an election, or the
// control of a body.
func (s *Sentence) partyWins(who, v int32, g *goal) {
	if s.share(v) && !g.seats {
		return
	}
	if !(g.place != "" && g.direct && (g.vote || g.seat || s.dated(v) || s.partyAfter(v, From) >= 0)) && !g.seats && !(g.vote && s.verbs[v].is(Win) && !s.first(v, VotesNoun)) && !(g.seat && (g.place != "" || g.org != "" && s.contest != "")) {
		return
	}
	for i := s.fired; i < len(s.drafts); i++ {
		d := &s.drafts[i]
		if d.Type == claim.Election && d.who == who { // one election, told by two verbs
			if dt := s.dateOf(v); dt != nil && d.On.IsZero() {
				s.setDate(d, dt, false)
			}
			d.Place = orElse(d.Place, g.place)
			return
		}
	}
	if g.seat && (g.place == "" && g.org != "" || s.contest != "" && strings.HasPrefix(g.place, s.contest)) {
		g.place = s.contest
	}
	s.electedTo([]int32{who}, v, goal{party: -1, place: g.place}, "")
}

// share tells that a number follows verb v: "won 38% of the vote".
func (s *Sentence) share(v int32) bool {
	k := s.verbs[v].last
	return k < s.s.last && (s.words[k].kind == prose.Number && !s.words[k].dated || s.words[k].is(NumberWord))
}

// lasting tells that the words behind a verb tell of a time that lasts.
func (s *Sentence) lasting(v int32) bool {
	for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
		if w := &s.words[k]; w.is(Until) || w.is(Since) || w.is(Unit) && !s.inDate(k) {
			return true
		}
	}
	return false
}

// stoodBefore tells that the article told of an election, a candidacy or a
// defeat of the person.
func (s *Sentence) stoodBefore(who int32) bool {
	for i := s.lately(); i < len(s.drafts); i++ {
		if o := &s.drafts[i]; o.who == who && (o.Type == claim.Election || o.Type == claim.Candidacy || o.Type == claim.Defeat) {
			return true
		}
	}
	return false
}

// first tells that the first noun behind a verb has the class.
func (s *Sentence) first(v int32, c Class) bool {
	if !s.s.classes.has(c) {
		return false
	}
	for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
		w := &s.words[k]
		if w.is(Prep) || w.name >= 0 {
			return false
		}
		if w.is(c) {
			return true
		}
	}
	return false
}

// dated tells that a date which is a point in time belongs to the verb.
func (s *Sentence) dated(v int32) bool { return s.dateOf(v) != nil }

// electedTo makes the elections that verb v tells of, one for each date.
func (s *Sentence) electedTo(list []int32, v int32, g goal, by string) {
	var dates []*date
	for _, dt := range s.datesOf(v) {
		if dt.is == atTime || dt.is == afterTime && dt.from.kind == absolute {
			dates = append(dates, dt)
		}
	}
	for _, who := range list {
		if !s.person(who) && !s.party(who) {
			continue
		}
		make := func(dt *date) {
			how, ok := s.told(v)
			if !ok || how.ahead && !s.verbs[v].is(Elect) {
				return // "is expected to win"
			}
			s.addTold(claim.Election, who, v, func(d *draft) {
				d.Stage = claim.Declared
				if dt != nil {
					s.setDate(d, dt, d.ahead)
				}
				if s.party(who) {
					d.Place = g.place
					return
				}
				g.put(d)
				if d.Role == "" && (d.Org != "" && strings.IndexByte(d.Org, ' ') < 0 || d.Place != "") {
					d.Role = g.member
				}
				if !g.named() && s.titleOf(v, who) { // "Deputy leader NAME was re-elected"
					if p, ok := s.knownPost(who); ok && !p.former && (p.e.set.has(LeaderNoun) || p.e.set.has(RoleElected) || g.seat && p.public) {
						d.Role, d.Org, d.Place = p.text, s.orgName(p.org), p.place
						return
					}
				}
				if !g.named() { // "was re-elected in": the seat told before
					s.sameSeat(d)
					if g.seat || g.vote {
						s.atStake(d)
					}
					if p, ok := s.knownPost(d.who); ok && g.term && d.Role == "" && s.publicPost(p) {
						d.Role, d.Org, d.Place = p.text, s.orgName(p.org), p.place
					}
				}
			})
		}
		if len(dates) == 0 {
			make(nil)
		}
		for _, dt := range dates {
			make(dt)
		}
	}
}
