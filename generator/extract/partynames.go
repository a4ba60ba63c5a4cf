package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// ofPartisans are the words of which partisan and partyAsides need one, brackets
// aside.
var ofPartisans = setOf(RoleParty, RoleSeat, RoleMember, RoleCandidate, PartisanNoun, PartyNoun, PartyMod, OfParty, OrgParty, LeaderNoun,
	SeatsNoun, Slogan, Platform, VotesFor, Stand, Run, Defect, Switch, Expel, Belong, Join, Leave)

// partisan notes what the words around a name say of its being a party: what
// only parties have, and posts that people hold in them.
func (r *reading) partisan(s *sentence, m *mention, n *name) {
	at := func(k int32) *word {
		if k < s.first || k >= s.last {
			return &nothing
		}
		return &r.words[k]
	}
	k := m.last
	for k < m.last+3 && (at(k).is(Field) || at(k).is(RoleMod)) && !at(k).is(Role) {
		k++
	}
	w := at(k)
	switch {
	case w.is(RoleParty) && k > m.last && (w.is(Portfolio) || at(k-1).is(RoleMod)), w.is(PartisanNoun) && !w.capital():
		n.parting += 2
		n.partisan += 2 // "NAME health spokesman", "NAME manifesto"
	case w.is(RoleParty) && w.is(LeaderNoun) && strings.IndexByte(w.e.lemma, ' ') < 0:
		n.partisan++
		if !r.acronymName(n) {
			n.partisan++
		}
	case w.is(RoleSeat) && k > m.last:
		n.parting += 2
	case w.is(RoleSeat) && m.last-m.first == 1 && r.partyEnding(n.text): // "Constitutionalist MP"
		n.parting += 2
		n.partisan += 2
	case k == m.last && at(k).kind == prose.Genitive && at(k+1).is(PartisanNoun):
		n.partisan++
	}
	if at(m.last).kind == prose.Genitive && at(m.last+1).is(RoleSeat) { // "NAME's MP for"
		n.parting += 2
		n.partisan++
	}
	if w.is(RoleParty) || w.is(RolePublic) && k == m.last {
		for i := k + 1; i < s.last; i++ { // "NAME secretary Ana Roe said the party was united"
			if at(i).is(PartyNoun) && at(i-1).is(The) {
				n.partisan += 2
				break
			}
		}
	}
	if w := at(m.last); (w.is(PartyNoun) || w.is(OfParty)) && !w.capital() {
		n.partisan += 2
		n.score[Org] += 5
	}
	if r.words[m.last-1].is(Slogan) && m.last-m.first > 1 { // "Marl Forward"
		n.partisan++
		n.score[Org] += 4
	}
	if f := &r.words[m.first]; f.is(OrgParty) && m.last-m.first > 1 && !r.words[m.last-1].capital() { // "the Coalition riveraine"
		n.partisan += 2
	}
	r.partyAsides(s, m, n)
	b := m.full - 1
	if at(b).is(The) {
		if v := at(b - 2); at(b-1).is(For) && (v.is(Stand) || v.is(Run) || v.is(VotesFor) || v.is(RoleCandidate)) { // "is standing for the NAME"
			n.partisan += 2
		}
		b--
	}
	if h := at(m.last - 1); at(b).is(Of) && at(b-1).is(LeaderNoun) && h.is(Rank) && h.is(OrgParty) && !h.is(OrgUnion) {
		n.partisan += 2 // "leader of the Harbour Alliance"
	}
	switch w := at(b); {
	case w.is(RelWhose) && at(m.last-1).is(OrgParty):
		n.partisan += 2
	case w.is(PartyMod):
		n.parting += 2
		n.partisan += 2
	case w.is(Of) && at(b-1).is(Platform), w.is(To) && (at(b-1).is(Defect) || at(b-1).is(Switch)):
		n.parting += 2
		n.partisan += 2
	}
}

// partyAsides notes what else tells a party whose name has no word for one: "the
// party of the mayor, NAME,", "NAME, the governing party,", seats that it wins, people
// whom it expels or who belong to it.
func (r *reading) partyAsides(s *sentence, m *mention, n *name) {
	if n.given || n.titled || r.words[m.first].is(Given) && !r.words[m.first].is(Weak) {
		return
	}
	at := func(k int32) *word {
		if k < s.first || k >= s.last {
			return &nothing
		}
		return &r.words[k]
	}
	note := func(partisan, org int16) {
		n.partisan += partisan
		n.parting += partisan
		n.score[Org] += org
		n.score[Person] -= org
	}
	end := m.last
	if at(end).mark == '(' && at(end+2).mark == ')' { // "NAME (ABC)"
		end += 3
	}
	b := m.full - 1
	switch {
	case at(end).comma() && (at(end+1).is(The) || at(end+1).is(A)) && r.partyNounSoon(s, end+2):
		note(2, 5)
	case at(b).comma() && (at(end).comma() || at(end).kind == prose.Stop) && r.partyNounBefore(s, b):
		note(2, 5)
	case at(end).e.forms&(past|third) != 0 && (at(end).is(Win) || at(end).is(Lose) || at(end).is(Take) || at(end).is(Hold)) && r.seatsSoon(s, end+1):
		note(2, 5)
	case at(end).e.forms&past != 0 && at(end).is(Expel) && at(end+1).kind == prose.Word && (at(end+1).capital() || at(end+1).is(Pron)):
		if note(1, 3); end > m.last {
			n.partisan++
		}
	}
	if at(b).is(The) {
		b--
	}
	switch v := at(b - 1); {
	case at(b).is(From) && v.is(Expel):
		note(2, 5)
	case at(b).is(To) && v.is(Belong):
		note(1, 4)
	case at(b).is(Of) && (v.is(RoleMember) || v.is(LeaderNoun)) && n.score[Place] < 3 && (at(end).comma() || at(end).kind == prose.Stop || at(end).any(&closed)):
		note(1, 3)
	case (at(b).is(Join) || at(b).is(Leave)) && at(b).e.forms != 0:
		n.parting++
		if r.words[m.last-1].is(Slogan) {
			n.partisan++
		}
	case at(b).mark == '(' && at(m.last).mark == ')' && m.last-m.first > 1 && at(b-1).name >= 0:
		note(1, 3)
	}
}

// partyNounSoon tells that "party" stands at k behind what describes one, and ends
// the description: "the governing party,".
func (r *reading) partyNounSoon(s *sentence, k int32) bool {
	for i := k; i < min(s.last, k+5); i++ {
		w := &r.words[i]
		if w.is(PartyNoun) && !w.capital() {
			return i+1 >= s.last || !r.words[i+1].is(Role) && r.words[i+1].kind != prose.Genitive
		}
		if w.kind != prose.Word || w.any(&closed) || w.name >= 0 && !w.is(Demonym) {
			return false
		}
	}
	return false
}

// partyNounBefore tells that the comma at k ends a description of a party at the
// start of its clause: "the party of the mayor,", "his party,".
func (r *reading) partyNounBefore(s *sentence, k int32) bool {
	for i := k - 1; i >= max(s.first, k-8); i-- {
		w := &r.words[i]
		if w.is(PartyNoun) && !w.capital() {
			return i == k-1 || r.words[i+1].is(Of)
		}
		if w.kind != prose.Word || w.name >= 0 && i == k-1 || w.e.forms&(past|third) != 0 && r.verbHere(s, i) {
			return false
		}
	}
	return false
}

// seatsSoon tells that seats are counted at k: "nine of the 14 seats".
func (r *reading) seatsSoon(s *sentence, k int32) bool {
	number := false
	for i := k; i < min(s.last, k+8); i++ {
		w := &r.words[i]
		number = number || w.kind == prose.Number || w.is(NumberWord)
		if w.is(SeatsNoun) {
			return number
		}
		if w.kind != prose.Number && (w.kind != prose.Word || w.name >= 0 || w.is(Verb)) {
			return false
		}
	}
	return false
}

// settleParty decides whether an organisation's name is that of a party.
func (r *reading) settleParty(n *name) {
	if (n.kind == NoKind || n.kind == Person && n.count > 1 && !n.given && !n.titled) && n.partisan > 1 && n.score[Person] < 4 && n.score[Place] < 4 && (n.middle || n.count > 1 || r.partyEnding(n.text)) {
		n.kind = Org
	}
	if n.kind != Org {
		return
	}
	if r.official(n) || r.unionWord && n.partisan < 2 && r.ofWorkers(n) {
		n.party = false
		return
	}
	if n.party {
		return
	}
	if h := &r.words[r.mentions[n.first].last-1]; n.partisan > 0 && h.is(OrgParty) && h.is(Rank) && !h.is(OrgUnion) || n.parting > 1 && n.count == 1 && r.partyEnding(n.text) {
		n.party = true
		return
	}
	if n.partisan > 1 || n.parting > 1 && r.partyWord && (n.parting > 2 || n.score[Org] > 8 || r.acronymName(n)) {
		n.party = true
	}
}

// partyEnding tells that a name ends as those of parties do: "Progressist".
func (r *reading) partyEnding(text string) bool {
	return r.lex.grammar.ends("party endings", text)
}

// official tells of an organisation whose name says that it is none of parties:
// "Local Government", "Congress of Labour Unions".
func (r *reading) official(n *name) bool {
	m := &r.mentions[n.first]
	found := false
	for k := m.first; k < m.last; k++ {
		w := &r.words[k]
		if w.is(OrgParty) && !(w.is(Rank) && w.is(OrgUnion)) && !w.is(OrgLegislature) {
			return false
		}
		found = found || w.any(&offices) && !(w.is(OrgParty) && w.is(Rank) && m.last-m.first > 1)
	}
	return found
}

// ofWorkers tells of a name with the word for a union, in an article that speaks
// of one.
func (r *reading) ofWorkers(n *name) bool {
	m := &r.mentions[n.first]
	for k := m.first; k < m.last; k++ {
		if w := &r.words[k]; w.is(OrgUnion) && w.is(OrgParty) {
			return true
		}
	}
	return false
}

// offices are the heads of organisations that are never parties.
var offices = setOf(OrgPublic, OrgLegislature, OrgGovernment, OrgCourt, OrgUnion, OrgCompany, OrgMedia, OrgSchool)

// possessed tells that the genitive at g stands inside an organisation's name
// that goes on behind it: "Workers' Alternative", "St Mary's College".
func (r *reading) possessed(s *sentence, first, g int32) bool {
	if g+1 >= s.last || g == first || r.words[g].kind != prose.Genitive || !r.words[g+1].capital() {
		return false
	}
	mark := r.t.Source[r.words[g].start:r.words[g].end]
	plural := mark == "'" || mark == "’"
	owner := r.words[g-1].is(Owner) || r.words[first].is(Owner) || r.lex.grammar.ends("owner endings", r.t.Source[r.words[g-1].start:r.words[g-1].end])
	if !plural && !owner {
		return false
	}
	for k := g + 1; k < min(s.last, g+5) && (r.words[k].capital() || r.words[k].is(Of) || r.words[k].is(And)); k++ {
		if r.words[k].is(OrgHead) && r.words[k].capital() {
			return true
		}
	}
	return false
}
