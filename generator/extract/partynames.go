package extract

import (
	"strings"

	"profilegen/generator/prose"
)

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
	if w := at(m.last); w.is(PartyNoun) && !w.capital() {
		n.partisan += 2
		n.score[Org] += 5
	}
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

// settleParty decides whether an organisation's name is that of a party.
func (r *reading) settleParty(n *name) {
	if (n.kind == NoKind || n.kind == Person && n.count > 1 && !n.given && !n.titled) && n.partisan > 1 && n.score[Person] < 4 && n.score[Place] < 4 && n.middle {
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

// creed tells that the run of capitals from first to last is the name of a
// party that a word such as "Liberals" at i ends or opens.
func (r *reading) creed(s *sentence, first, i, last int32) bool {
	if !r.words[i].is(Creed) || last-first > 3 {
		return false
	}
	if i == last-1 && i > first { // "Reform Liberals"
		for k := first; k < i; k++ {
			if w := &r.words[k]; w.is(Given) && !w.is(Weak) || r.acronym(k) || w.is(PartyName) && !w.is(Creed) {
				return false
			}
		}
		return i-first < 3
	}
	if i != first || last-first > 2 || r.words[i+1].is(Given) || last >= s.last {
		return false
	}
	w := &r.words[last] // "Progressive Gael councillor"
	return w.is(Role) || w.is(Field) && !w.capital() || w.is(OrgHead)
}
