package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// defeated reads who lost.
func defeated(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		switch {
		case vb.is(Lose) && !vb.passive:
			s.loses(v)
		case vb.is(Concede):
			s.concedes(v)
		case vb.is(Refuse) && !vb.passive && s.first(v, BidNoun), vb.is(Refuse) && vb.last < s.s.last && s.words[vb.last].is(In) && s.bidBehind(v):
			s.defeatOf(s.doers(v), v, s.goal(vb.last, s.s.last, true))
		case vb.is(Defeat) && vb.passive && s.outOfOffice(v):
		case vb.is(Defeat) && vb.passive:
			if g := s.goalOf(v); s.aboutElection(v, &g) && !(vb.is(Dismiss) && !g.vote && s.roleDirectly(v) >= 0) {
				s.defeatOf(s.doers(v), v, g)
			}
		case vb.is(Defeat):
			g := s.goalBehindObject(v)
			if vb.is(Dismiss) && !g.vote { // "ousted NAME as leader"
				continue
			}
			if list := s.beaten(v); len(list) > 0 && s.aboutElection(v, &g) && (s.person(s.subject(v)) || s.party(s.subject(v))) {
				s.defeatOf(list, v, g)
				if winner := s.subject(v); (g.seat || g.vote || s.pollsBefore(v) || s.votes() && s.openingPlace() != "") && !g.primary && !s.s.classes.has(PrimaryNoun) && s.person(winner) && !s.toldHere(claim.Election, winner) {
					s.winsFrom(winner, v, g)
				}
			}
		}
	}
}

// pollsBefore tells of "polled 400 votes to beat NAME".
func (s *Sentence) pollsBefore(v int32) bool {
	g := s.verbs[v].gov
	return g >= 0 && s.verbs[g].is(Polls)
}

// bidBehind tells of "in his bid" behind a verb.
func (s *Sentence) bidBehind(v int32) bool {
	for k := s.verbs[v].last; k < min(s.verbs[v].last+5, s.s.last); k++ {
		if s.words[k].is(BidNoun) {
			return true
		}
	}
	return false
}

// concedes reads "conceded defeat", "conceded the race to NAME".
func (s *Sentence) concedes(v int32) {
	k := s.verbs[v].last
	for k < s.s.last && (s.words[k].is(The) || s.words[k].is(Adv)) {
		k++
	}
	if vb := &s.verbs[v]; !vb.passive && (k >= s.s.last || s.inDate(k) || s.words[k].kind == prose.Stop || s.words[k].comma() || s.words[k].is(After) || s.words[k].is(Sub) || s.words[k].is(To) && s.after(v, To) >= 0 && s.person(s.phrases[s.after(v, To)].who)) && (s.contest != "" || s.race.named()) {
		g := goal{party: -1, role: s.race.role, org: s.race.org, place: s.race.place, vote: true}
		s.defeatOf(s.doers(v), v, g)
		return
	}
	if k >= s.s.last || !s.words[k].is(Defeat) && !s.words[k].is(RaceNoun) && !s.words[k].is(ElectionWord) {
		return
	}
	g := s.goal(k, s.s.last, true)
	if !g.named() {
		g.role, g.org, g.place = s.race.role, s.race.org, s.race.place
	}
	s.defeatOf(s.doers(v), v, g)
}

// loses reads "lost the seat", "lost to NAME by 40 votes", "contested the ward
// and lost".
func (s *Sentence) loses(v int32) {
	vb := &s.verbs[v]
	g := s.goalOf(v)
	deposit := s.first(v, DepositNoun)
	bare := vb.last >= s.s.last || s.words[vb.last].kind == prose.Stop || s.words[vb.last].comma() || s.words[vb.last].kind == prose.Dash || s.words[vb.last].is(Adv) || s.words[vb.last].is(There)
	to := s.after(v, To)
	loser := s.doers(v)
	rival := int32(-1)
	if to >= 0 && s.person(s.phrases[to].who) {
		rival = s.phrases[to].who
	}
	switch {
	case g.seat, g.vote && !g.seats && !s.first(v, VotesNoun), deposit, g.primary:
	case g.seats && vb.last+1 < s.s.last && s.words[vb.last].is(Poss) && s.words[vb.last].is(Plural) && s.words[vb.last+1].is(SeatsNoun) && len(loser) > 1: // "both lost their seats"
	case g.place != "" && g.direct && s.dated(v):
	case rival >= 0 && (g.vote || s.aboutElection(v, &g)) && s.words[vb.last].is(To):
	case bare && s.contested(v):
	default:
		return
	}
	if len(loser) == 1 && s.party(loser[0]) {
		return
	}
	if g.term || g.party >= 0 && !g.seat && !g.vote && !deposit && !bare && rival < 0 {
		return
	}
	s.defeatOf(loser, v, g)
	if rival >= 0 && g.seat && s.seatIn(vb.last, vb.end) && len(loser) > 0 && s.person(loser[0]) {
		lost := len(s.drafts) - 1
		s.addTold(claim.Election, rival, v, func(d *draft) {
			d.Stage = claim.Declared
			if lost >= s.fired && s.drafts[lost].Type == claim.Defeat {
				o := &s.drafts[lost]
				d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			}
		})
	}
}

// seatIn tells that the words name a seat, not an office.
func (s *Sentence) seatIn(from, to int32) bool {
	for k := from; k < to; k++ {
		if s.words[k].is(SeatNoun) {
			return true
		}
	}
	return false
}

// contested tells that the sentence told before verb v of a candidacy of the
// same person.
func (s *Sentence) contested(v int32) bool {
	who := s.subject(v)
	for i := s.fired; i < len(s.drafts); i++ {
		if o := &s.drafts[i]; o.Type == claim.Candidacy && o.who == who {
			return true
		}
	}
	return false
}

// objectPerson gives the person who is verb v's object, or the one in apposition
// to it: "defeating the incumbent, NAME".
func (s *Sentence) objectPerson(v int32) int32 {
	if o := s.object(v); s.person(o) {
		return o
	}
	vb := &s.verbs[v]
	for k := vb.last; k < min(vb.end, vb.last+8); k++ {
		w := &s.words[k]
		if id := w.name; id >= 0 {
			if who := s.resolve(id); s.person(who) {
				return who
			}
			k = s.mentions[id].last - 1
			continue
		}
		if w.is(Prep) && !w.is(Of) || w.kind == prose.Stop {
			break
		}
	}
	return -1
}

// aboutElection tells that the sentence speaks of an election.
func (s *Sentence) aboutElection(v int32, g *goal) bool {
	c := &s.s.classes
	return g.seat || g.vote || g.primary || c.has(Elect) || c.has(SeatNoun) || c.has(ElectionWord) || c.has(OfficeNoun) || c.has(RaceNoun) || c.has(PrimaryNoun) || c.has(VotesNoun) || g.named() && s.dated(v)
}

// defeatOf makes the defeats that verb v tells of.
func (s *Sentence) defeatOf(list []int32, v int32, g goal) {
	for _, who := range list {
		if how, ok := s.told(v); !s.person(who) || !ok || how.ahead {
			continue
		}
		dates := s.datesOf(v)
		n := 0
		make := func(dt *date) {
			n++
			s.addTold(claim.Defeat, who, v, func(d *draft) {
				if dt != nil {
					s.setDate(d, dt, d.ahead)
				}
				g.put(d)
				if d.Role == "" && g.member != "" {
					d.Role = g.member
				}
				if g.primary && g.party >= 0 && !g.named() {
					d.Org = s.who[g.party].name
				}
				s.sameContest(d, v)
				if g.seat || g.vote || s.votes() {
					s.atStake(d)
				}
			})
		}
		for _, dt := range dates {
			if dt.is == atTime {
				make(dt)
			}
		}
		if n == 0 {
			make(nil)
		}
	}
}

// sameContest gives a defeat what the sentence told of the contest before: the
// loser's own candidacy, the winner's election; a seat told earlier in the
// article is the one that is lost.
func (s *Sentence) sameContest(d *draft, v int32) {
	for j := len(s.drafts) - 1; j >= s.fired; j-- {
		o := &s.drafts[j]
		if o.Type != claim.Election && o.Type != claim.Candidacy || o.Type == claim.Election && o.who == d.who && (d.Role != "" || d.Org != "" || d.Place != "") {
			continue
		}
		if o.Type == claim.Candidacy && o.who != d.who {
			continue
		}
		if d.Role == "" && d.Org == "" && d.Place == "" {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
		}
		if d.On.IsZero() && d.When == "" && o.who != d.who || o.Type == claim.Candidacy && d.On.IsZero() {
			d.On, d.When = o.On, o.When
		}
		return
	}
	if d.Role != "" || d.Org != "" || d.Place != "" {
		return
	}
	for j := s.fired - 1; j >= s.lately(); j-- {
		if o := &s.drafts[j]; o.who == d.who && (o.Type == claim.Election || o.Type == claim.Candidacy) {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return
		}
	}
	for i := range s.roles { // "defeated then congressman NAME, now governor"
		if ro := &s.roles[i]; ro.title && ro.holder >= 0 && s.resolve(ro.holder) == d.who && (s.roleIs(int32(i), RoleSeat) || s.roleIs(int32(i), RoleElected)) {
			s.setRole(d, int32(i))
			return
		}
	}
	if p, ok := s.knownPost(d.who); ok {
		if p.e.set.has(RoleSeat) || p.e.set.has(RoleElected) {
			d.Role, d.Org, d.Place = p.text, s.orgName(p.org), p.place
			return
		}
	}
	for i := range s.phrases { // "after ten years in the Senate she lost her seat"
		if p := &s.phrases[i]; p.first < s.verbs[v].first && p.prep >= 0 && s.words[p.prep].is(In) && s.legislature(p.who) {
			d.Org = s.who[p.who].name
		}
	}
	for i := v - 1; i >= 0; i-- { // "became leader in 2009, defeating NAME"
		if k := s.roleDirectly(i); k >= 0 && s.verbs[i].is(Become) && !s.roles[k].plural {
			s.setRole(d, k)
			if dt := s.dateOf(i); dt != nil && d.On.IsZero() {
				s.setDate(d, dt, false)
			}
		}
	}
}

// winsFrom makes the election of the one who defeated another, to the office that
// the other lost.
func (s *Sentence) winsFrom(who, v int32, g goal) {
	if n := len(s.drafts) - 1; n >= s.fired && !g.named() && s.drafts[n].Type == claim.Defeat {
		d := &s.drafts[n]
		g.role, g.org, g.place = d.Role, d.Org, d.Place
	}
	s.electedTo([]int32{who}, v, g, "")
}
