package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// electionRules read who won, stands or lost.
var electionRules = []Rule{
	{
		Name:  "elected",
		Doc:   "somebody was elected or re-elected, entered a parliament, won or kept a seat",
		Types: []claim.Type{claim.Election},
		needs: on(Elect, Return, Win, Enter, Capture, Retain),
		Find:  elected,
	},
	{
		Name:  "stands",
		Doc:   "somebody stands, contests a seat, seeks an office, enters or leaves a race",
		Types: []claim.Type{claim.Candidacy},
		needs: on(Contest, Stand, Run, Seek, Nominate, Appoint, RaceNoun, BidNoun, PrimaryNoun, PapersNoun, OfficeNoun, RoleCandidate, Elect, Disqualify),
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
			if vb.is(Return) && !g.named() && !g.vote && !s.stoodBefore(s.subject(v)) {
				continue
			}
			s.electedTo(s.doers(v), v, g, "")
		case (vb.is(Elect) || vb.is(Return)) && s.person(s.object(v)):
			g := s.goalBehindObject(v)
			if g.role != "" && (vb.is(Elect) || g.vote) || vb.is(Return) && g.org != "" {
				s.electedTo(s.objects(v), v, g, "")
			}
		case vb.is(Return) && !vb.gerund:
			if g := s.goalOf(v); g.org != "" && g.vote {
				s.electedTo(s.doers(v), v, g, "")
			}
		case vb.is(Win) && !vb.passive, vb.is(Capture) && !vb.passive, vb.is(Retain) && !vb.passive:
			s.wins(v)
		case vb.is(Enter) && !vb.gerund && !vb.passive:
			if g := s.goalOf(v); g.org != "" && !s.party(s.subject(v)) {
				s.electedTo(s.doers(v), v, g, "")
			}
		}
	}
}

// goalBehindObject reads the goal behind the person who is elected or chosen.
func (s *Sentence) goalBehindObject(v int32) goal {
	from := s.verbs[v].last
	if o := s.verbs[v].object; o >= 0 {
		from = max(from, s.phrases[o].last)
	}
	return s.goal(from, s.verbs[v].end, true)
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
	case vb.is(Retain) && !g.seat && !(g.vote && g.place != ""):
		return
	case vb.is(Retain) && !g.vote && (!s.dated(v) || s.lasting(v)):
		return
	case vb.is(Capture) && (!g.seat || g.role != "" && !g.vote || g.seats):
		return
	case vb.is(Win) && g.primary && !g.vote: // a nomination is no election
		return
	case vb.is(Win) && !g.seat && !g.vote && !(g.place != "" && g.direct) && !g.term:
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
	if !g.seats && !(g.vote && s.verbs[v].is(Win) && !s.first(v, VotesNoun)) {
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
	s.electedTo([]int32{who}, v, goal{party: -1, place: g.place}, "")
}

// lasting tells that the words behind a verb tell of a time that lasts.
func (s *Sentence) lasting(v int32) bool {
	for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
		if w := &s.words[k]; w.is(Until) || w.is(Since) || w.is(Unit) {
			return true
		}
	}
	return false
}

// stoodBefore tells that the article told of an election, a candidacy or a
// defeat of the person.
func (s *Sentence) stoodBefore(who int32) bool {
	for i := range s.drafts {
		if o := &s.drafts[i]; o.who == who && (o.Type == claim.Election || o.Type == claim.Candidacy || o.Type == claim.Defeat) {
			return true
		}
	}
	return false
}

// first tells that the first noun behind a verb has the class.
func (s *Sentence) first(v int32, c Class) bool {
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
			if !ok || how.status == claim.Planned && !s.verbs[v].is(Elect) {
				return // "is expected to win"
			}
			s.addTold(claim.Election, who, v, func(d *draft) {
				d.Stage = "declared"
				if dt != nil {
					s.setDate(d, dt, d.Status == claim.Planned)
				}
				if s.party(who) {
					d.Place = g.place
					return
				}
				g.put(d)
				if d.Role == "" && (d.Org != "" || d.Place != "") {
					d.Role = g.member
				}
				if !g.named() { // "was re-elected in": the seat told before
					s.sameSeat(d)
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

// sameSeat gives an election or a candidacy the seat of the one that the article
// told last of the person.
func (s *Sentence) sameSeat(d *draft) {
	for i := len(s.drafts) - 1; i >= 0; i-- {
		o := &s.drafts[i]
		if o.who == d.who && (o.Type == claim.Election || o.Type == claim.Candidacy) {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return
		}
	}
}

func (s *Sentence) legislature(id int32) bool {
	if id < 0 || s.who[id].kind != Org {
		return false
	}
	for _, w := range nameWords(s.who[id].name) {
		if e := s.lex.words[w]; e != nil && (e.set.has(OrgLegislature) || e.set.has(OrgPublic)) {
			return true
		}
	}
	return false
}

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
		case vb.is(Defeat) && vb.passive:
			if g := s.goalOf(v); s.aboutElection(v, &g) && !(vb.is(Dismiss) && !g.vote && s.roleDirectly(v) >= 0) {
				s.defeatOf(s.doers(v), v, g)
			}
		case vb.is(Defeat):
			g := s.goalBehindObject(v)
			if vb.is(Dismiss) && !g.vote { // "ousted NAME as leader"
				continue
			}
			if who := s.objectPerson(v); s.aboutElection(v, &g) && (s.person(s.subject(v)) || s.party(s.subject(v))) {
				s.defeatOf([]int32{who}, v, g)
			}
		}
	}
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
			d.Stage = "declared"
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
		if how, ok := s.told(v); !s.person(who) || !ok || how.status == claim.Planned {
			continue
		}
		dates := s.datesOf(v)
		n := 0
		make := func(dt *date) {
			n++
			s.addTold(claim.Defeat, who, v, func(d *draft) {
				if dt != nil {
					s.setDate(d, dt, d.Status == claim.Planned)
				}
				g.put(d)
				if g.primary && g.party >= 0 && !g.named() {
					d.Org = s.who[g.party].name
				}
				s.sameContest(d, v)
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
	for j := s.fired - 1; j >= 0; j-- {
		if o := &s.drafts[j]; o.who == d.who && (o.Type == claim.Election || o.Type == claim.Candidacy) {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return
		}
	}
	if p, ok := s.knownPost(d.who); ok {
		if e := s.lex.words[p.head]; e != nil && (e.set.has(RoleSeat) || e.set.has(RoleElected)) {
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
