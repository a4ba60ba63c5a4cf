package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// goal is what an election, a candidacy or a move is about, as the words behind
// its verb tell it: a post, a body, a seat's place, the party whose ticket it is.
type goal struct {
	role, org, place string
	// party is the party stood for, -1 where none is told.
	party int32
	// member is what a member of the body is called, where its name tells.
	member string
	// seat: the words speak of a seat, an office or a race; vote: of an
	// election or of votes; seats: of several seats or of the control of a
	// body; primary: of a nomination; term: of a term of office.
	seat, vote, seats, primary, term bool
	// house: the words speak of "the house".
	house bool
	// direct: the place is the verb's own object.
	direct bool
	// fired are the words of the post.
	fired span
}

// named tells that the goal names a post, a body or a place.
func (g *goal) named() bool { return g.role != "" || g.org != "" || g.place != "" }

// put fills a draft with what it does not know yet.
func (g *goal) put(d *draft) {
	d.Role, d.Org, d.Place = orElse(d.Role, g.role), orElse(d.Org, g.org), orElse(d.Place, g.place)
	if !g.fired.empty() {
		d.fired = append(d.fired, used{"role", g.fired})
	}
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// goalOf reads what stands behind verb v in its clause.
func (s *Sentence) goalOf(v int32) goal { return s.goal(s.verbs[v].last, s.verbs[v].end, false) }

// goal reads the words from..to. Of several posts, bodies and places the first
// one counts; it stops at a semicolon, a colon, and at a comma once it has
// found something. whole: a name alone, without a preposition, is no place.
func (s *Sentence) goal(from, to int32, whole bool) goal {
	g := goal{party: -1}
	prep, di, person := &nothing, 0, int32(-1)
	if whole {
		prep = &none0
	}
	for k := from; k < to; {
		w := &s.words[k]
		for di < len(s.dates) && s.dates[di].last <= k {
			di++
		}
		switch {
		case di < len(s.dates) && s.dates[di].first <= k && s.dates[di].last > k && !s.words[s.dates[di].first].is(After):
			k = s.dates[di].last
			prep = &none0
			continue
		case w.kind == prose.Stop, w.mark == ':', w.mark == ';', w.kind == prose.Open && g.named():
			return g
		case w.comma() || w.kind == prose.Dash:
			if g.named() || g.seat || g.vote {
				return g
			}
		case s.roleFrom(k) >= 0:
			k = s.goalRole(&g, s.roleFrom(k))
			prep = &none0
			continue
		case w.name >= 0:
			id := w.name
			k = s.goalName(&g, id, prep, k == from || s.plainBefore(from, k))
			if s.names[s.mentions[id].name].kind == Person {
				person = k
			}
			prep = &none0
			continue
		case (w.is(Of) || w.is(From)) && k > from && k == person: // "to NAME of the PARTY"
			if end := s.ofParty(k); end > k && s.words[k-1].name >= 0 {
				k = end
				continue
			}
			prep = &none0
		case w.is(Prep) || w.is(To) || w.is(Of):
			prep = w
		case w.is(OfficeNoun):
			s.goalOffice(&g, k, to)
			prep = &none0
		default:
			s.goalNoun(&g, k, prep)
		}
		k++
	}
	return g
}

// none0 stands for a preposition that has been used up.
var none0 = word{e: none, name: -1, kind: prose.Punct}

// plainBefore tells that nothing but determiners and adverbs stands between.
func (s *Sentence) plainBefore(from, to int32) bool {
	for k := from; k < to; k++ {
		if w := &s.words[k]; !w.is(The) && !w.is(Adv) && !w.is(Poss) && !w.is(A) {
			return false
		}
	}
	return true
}

// goalNoun reads a common noun.
func (s *Sentence) goalNoun(g *goal, k int32, prep *word) {
	w := &s.words[k]
	g.seat = g.seat || w.is(SeatNoun) || w.is(RaceNoun)
	g.vote = g.vote || w.is(ElectionWord) || w.is(VotesNoun)
	g.seats = g.seats || w.is(SeatsNoun)
	g.primary = g.primary || w.is(PrimaryNoun)
	g.term = g.term || w.is(TermNoun)
	if w.is(OrgPublic) && w.e.value != "" && g.org == "" && !w.capital() && k+1 < s.s.last && s.words[k+1].is(SeatNoun) { // "her council seat"
		g.org, g.member = s.text(span{s.nounStart(k), k + 1}), w.e.value
	}
	if w.is(OrgPublic) && w.e.value != "" && g.org == "" && prep.is(To) && !s.followed(k+1) { // "elected to the council"
		g.org, g.member = s.text(span{s.nounStart(k), k + 1}), w.e.value
	}
	if w.is(OrgPublic) && prep.is(On) && g.seat && g.org == "" && !s.followed(k+1) { // "a seat on the council"
		if id, ok := s.definiteOrg(k); ok {
			g.org = s.who[id].name
		} else {
			g.org = s.text(span{k, k + 1})
		}
	}
	if w.is(OrgLegislature) && s.followed(k+1) { // "the parliament building"
		return
	}
	if w.is(OrgLegislature) && !w.is(Weak) && !w.capital() && g.org == "" && prep.kind == prose.Word && !prep.is(With) && !prep.is(By) || w.is(OrgLegislature) && g.org == "" && prep == &nothing {
		if id, ok := s.definiteOrg(k); ok {
			g.org = s.who[id].name
		} else {
			g.org = s.text(span{k, k + 1})
		}
		g.member = w.e.value
	}
	if w.is(OrgLegislature) && w.is(Weak) && g.org == "" && (prep.is(To) || prep.is(In)) && s.words[k-1].is(The) { // "to the House"
		if id, ok := s.definiteOrg(k); ok {
			g.org = s.who[id].name
		}
		g.house = true
	}
	if w.is(OrgParty) && !w.is(Rank) && g.party < 0 && s.lastParty >= 0 {
		g.party = s.lastParty
	}
}

// goalOffice reads "presidency", "mayoral" before a race.
func (s *Sentence) goalOffice(g *goal, k, to int32) {
	w := &s.words[k]
	if w.is(Weak) {
		n := &nothing
		if k+1 < to {
			n = &s.words[k+1]
		}
		if !n.is(RaceNoun) && !n.is(SeatNoun) && !n.is(ElectionWord) && !n.is(BidNoun) && !n.is(PrimaryNoun) && !n.is(RoleCandidate) && !n.is(TicketNoun) && !n.is(PostNoun) {
			return
		}
	}
	g.seat = true
	if g.role == "" {
		g.role = strings.ReplaceAll(w.e.value, "_", " ")
		g.fired = span{k, k + 1}
		if k > 0 && s.words[k-1].is(RoleMod) && !s.words[k-1].is(OrgHead) && !s.words[k-1].capital() {
			g.role = s.text(span{k - 1, k}) + " " + g.role
		}
	}
}

// goalRole reads a post without a holder of its own and gives the place after it.
func (s *Sentence) goalRole(g *goal, i int32) int32 {
	ro := &s.roles[i]
	if ro.title && ro.holder >= 0 {
		return s.mentions[ro.holder].last
	}
	h := &s.words[ro.head]
	if ro.plural || ro.negated {
		return ro.last
	}
	if h.is(RoleCandidate) {
		g.seat = true
		s.candidateGoal(g, ro)
		return ro.last
	}
	if h.is(RoleOcc) || h.is(RoleMemberOf) || g.role != "" || h.is(RoleJob) && ro.org < 0 && ro.orgName == "" {
		if ro.org >= 0 && s.who[ro.org].party && g.party < 0 {
			g.party = ro.org
		}
		return ro.last
	}
	g.role = s.roleText(ro)
	g.fired = ro.span
	if g.org == "" {
		g.org = s.roleOrg(ro)
	}
	if g.place == "" {
		g.place = ro.place
	}
	if ro.org >= 0 && s.who[ro.org].party {
		g.party = ro.org
	}
	return ro.last
}

// candidateGoal reads what a candidate's description says of what is sought:
// "mayoral candidate", "the Reform candidate for governor", "candidate in Ash".
func (s *Sentence) candidateGoal(g *goal, ro *role) {
	if ro.org >= 0 && s.who[ro.org].party && g.party < 0 {
		g.party = ro.org
	}
	for k := ro.first; k < ro.last; k++ {
		if s.words[k].is(OfficeNoun) && g.role == "" {
			g.role = strings.ReplaceAll(s.words[k].e.value, "_", " ")
			g.fired = span{k, k + 1}
		}
	}
	if g.place == "" {
		g.place = ro.place
	}
}

// goalName reads a name: a body, a party, a place.
func (s *Sentence) goalName(g *goal, id int32, prep *word, direct bool) int32 {
	m := &s.mentions[id]
	nm := &s.names[m.name]
	next := &nothing
	if m.last < s.s.last {
		next = &s.words[m.last]
	}
	end := m.last
	if next.is(OrgLegislature) && !next.capital() && !next.is(Weak) && g.org == "" { // "the Ash assembly"
		g.org = s.text(span{m.first, m.last + 1})
		g.member = next.e.value
		return end + 1
	}
	kind := nm.kind
	if next.is(SeatNoun) && !(kind == Org && nm.party) || next.kind == prose.Number && s.words[m.last-1].is(SeatNoun) { // "the Ash seat", "Ward 9"
		kind = Place
	}
	switch kind {
	case Person:
		if !(nm.count == 1 && !nm.titled && !nm.given && (next.is(SeatNoun) || prep.is(For) || direct) && s.who[max(0, nm.who)].name != nm.text) {
			return end
		}
	case Org:
		who := s.resolve(id)
		switch {
		case who < 0:
		case s.who[who].party:
			if g.party < 0 && !prep.is(By) && !prep.is(Of) {
				g.party = who
			} else if prep.is(Of) && g.party < 0 && g.role != "" {
				g.party = who
			}
		case g.org == "" && (s.legislature(who) || prep.is(Of)) && !prep.is(By) && !prep.is(With):
			g.org = s.who[who].name
			if e := s.lex.find(strings.ToLower(lastWord(s.who[who].name))); e != nil && e.set.has(OrgLegislature) {
				g.member = e.value
			} else if e := s.lex.find(strings.ToLower(s.who[who].name)); e != nil {
				g.member = e.value
			}
		}
		return end
	}
	// a place, or what can be one
	seat := next.is(SeatNoun) || next.is(OfficeNoun) || next.is(RaceNoun)
	if next.kind == prose.Number && s.words[m.last-1].is(SeatNoun) { // "Ward 9"
		end++
		seat = true
	}
	ok := seat || direct && prep == &nothing || prep.is(For) || prep.is(In) || prep.is(At) || prep.is(From) || prep.is(Of) && (g.role != "" || g.seat) || prep.is(With) && false
	if !ok || g.place != "" {
		return end
	}
	if end+1 < s.s.last && s.words[end].kind == prose.Genitive && s.words[end+1].name >= 0 && s.placeLike(end+1) { // "from Hesk's Marl"
		return s.goalName(g, s.words[end+1].name, prep, direct)
	}
	if (prep.is(For) || seat) && end+1 < s.s.last && s.words[end].is(And) && s.words[end+1].name >= 0 && s.placeLike(end+1) {
		end = s.mentions[s.words[end+1].name].last
	}
	g.place = s.text(span{m.first, end})
	g.seat = g.seat || seat
	g.direct = direct && prep == &nothing
	return end
}
