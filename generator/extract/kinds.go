package extract

import "profilegen/generator/prose"

var kinTitle = setOf(Kin)

// add counts what speaks for a kind, up to a bound.
func (n *name) add(k Kind, points int16) { n.score[k] = min(n.score[k]+points, 1000) }

// weigh adds what the words around a mention say of the name's kind.
func (r *reading) weigh(s *sentence, m *mention, n *name) {
	first := &r.words[m.first]
	words := m.last - m.first
	at := func(k int32) *word {
		if k < s.first || k >= s.last {
			return &nothing
		}
		return &r.words[k]
	}
	if m.titled {
		n.add(Person, 8)
	}
	if first.is(Given) && words > 1 {
		if first.is(Weak) {
			n.add(Person, 2)
		} else {
			n.add(Person, 5)
		}
		n.given = true
		if !m.male && !m.female && !n.male && !n.female {
			n.male, n.female = first.is(Male), first.is(Female)
		}
	} else if first.is(Given) && !first.is(Weak) {
		n.add(Person, 2)
		n.given = true
		n.male, n.female = n.male || first.is(Male), n.female || first.is(Female)
	}
	for k := m.first; k < m.last; k++ {
		w := &r.words[k]
		switch {
		case w.is(OrgHead) && (words > 1 || !w.is(Weak)):
			n.add(Org, 9)
			n.party = n.party || w.is(OrgParty) && !w.is(Rank)
			if w.is(Rank) && w.is(OrgParty) && n.parting == 0 {
				n.parting = 1
			}
		case w.is(PartyName) && !(words == 2 && k > m.first && first.is(Given) && !first.is(Weak) && !at(m.full-1).is(The) && !r.lex.grammar.many(r.t.Source[w.start:w.end])): // not "Ned Green"
			n.add(Org, 6)
			n.party = true
		case w.is(Country):
			n.add(Place, 6)
		case w.is(PlaceWord) && words > 1 && !first.is(Given) && !m.titled && !at(m.full-1).is(RolePublic):
			n.add(Place, 4)
			n.add(Person, -2)
		case words == 1 && w.end-w.start > 1 && r.t.Source[w.start+1] >= '0' && r.t.Source[w.start+1] <= '9': // "P200"
			n.add(Person, -9)
		case k == m.first && r.initialed(m): // "JP Dale"
			n.add(Person, 2)
		case r.acronym(k) && !(k > m.first && m.titled):
			if words == 1 || !r.shouted(s, m) {
				n.add(Org, 4)
			} else {
				n.add(Person, 2)
			}
		case w.is(Particle) && k > m.first && !w.capital():
			n.add(Person, 2)
		case k > m.first && k < m.last-1 && w.end-w.start <= 2 && w.capital():
			n.add(Person, 3)
		case k == m.first && words > 1 && (w.end-w.start == 2 || w.is(ShortName) || r.t.Source[w.start+2] == '-') && r.t.Source[w.end-1] == '.':
			n.add(Person, 3)
		}
	}
	if words > 1 && words < 4 && n.score[Org] == 0 && n.score[Place] == 0 {
		n.add(Person, 1)
	}
	if r.ordinary(m) {
		n.add(Person, -6)
	}
	if n.score[Org] < 4 {
		n.add(Person, r.doing(s, m))
	}
	if s.brackets || s.partisan {
		r.partisan(s, m, n)
	}
	before, after, after2 := at(m.full-1), at(m.last), at(m.last+1)
	switch {
	case before.comma():
		r.behindComma(s, m, n)
	case before.e == none:
	case before.is(Crown) && words > 1 && r.words[m.last-1].is(PlaceWord): // "King Charles Street"
		n.add(Place, 6)
		n.add(Person, -9)
	case before.is(Role) && !before.is(OrgHead) && !before.capitals():
		n.add(Person, 3)
	case (before.is(For) || before.is(Of)) && (at(m.full-2).is(RoleSeat) || at(m.full-2).is(Portfolio)):
		n.add(Place, 5)
		n.add(Person, -3)
	case before.is(For) && at(m.full-2).is(Sit), before.is(Represent) && before.e.forms != 0 && !m.titled:
		n.add(Place, 4)
		n.add(Person, -2)
	case before.is(PrepPlace) && !before.is(From):
		n.add(Place, 3)
		n.add(Person, -2)
	case before.is(From), before.is(To):
		n.add(Place, 1)
	case before.is(NumberWord) && words == 1 && !m.titled && r.lex.grammar.many(r.t.Source[first.start:first.end]): // "five Roes"
		n.add(Person, -6)
	case before.is(OrgParty) && !before.capital() && m.full > s.first:
		n.add(Org, 5)
		n.party = true
	case before.is(The):
		if b := at(m.full - 2); b.is(Join) || b.is(Leave) || b.is(Defect) {
			n.parting += 2
		}
		n.add(Org, 3)
		n.add(Person, -4)
	case before.is(A) && words > 1 && !first.is(Given) && m.full > s.first+1: // "a Free Trader"
		n.add(Person, -4)
	case before.is(Join) && before.e.forms != 0 && !first.is(Given):
		n.add(Org, 3)
		n.add(Person, -3)
	case before.any(&kinTitle):
		n.add(Person, 3)
		r.kinGender(n, before)
	case before.is(Of) && at(m.full-2).any(&kinTitle) && !at(m.full-2).is(OrgHead), before.is(Marry) && before.e.forms != 0, before.is(To) && at(m.full-2).is(Marry):
		n.add(Person, 3)
	}
	if after.is(RoleSeat) || after.is(RolePublic) && !after.is(OrgHead) && !after.is(Portfolio) && !after.is(Appointed) || after.is(RoleCandidate) || after.is(Win) || after.mark == ')' && (after2.is(RoleSeat) || after2.is(RolePublic)) {
		n.parting += 2
	}
	if after.comma() && r.bodyAside(s, m.last+1) { // "NAME, the government's think tank,"
		n.add(Org, 6)
		n.add(Person, -6)
	}
	if (after.is(RoleSeat) || after.is(RolePublic)) && after.capital() && !after.is(OrgHead) && !after.is(Given) && !m.titled && after2.capital() && !after2.any(&closed) && !after2.is(Role) {
		n.add(Person, -6) // "Elk Bend Mayor NAME"
	}
	if after.is(RoleSeat) && after2.is(For) && at(m.last+2).capital() && !m.titled && !n.given && words < 3 { // "Reform MP for Ash": what stands before is no place
		n.add(Org, 6)
		n.party = true
	}
	switch {
	case after.is(Suffix) && after.capitals():
		n.add(Person, 5)
	case after.comma() && after2.kind == prose.Number && after2.end-after2.start <= 3:
		n.add(Person, 4)
	case after.comma() && after2.is(RelWho):
		n.add(Person, 3)
	case after.is(RelWho):
		n.add(Person, 2)
	case after.is(Say) && after.e.forms&(past|third) != 0 && !after.is(Role):
		n.add(Person, 2)
		n.add(Org, 1)
	case after.comma() && after2.is(Country):
		n.add(Place, 4)
	case after.mark == '(' && r.acronym(min(m.last+1, s.last-1)) && at(m.last+2).mark == ')':
		if r.initialsMatch(m, m.last+1) {
			n.add(Org, 8)
			n.parting++
			n.short = r.text(span{m.last + 1, m.last + 2})
		}
	case after.kind == prose.Genitive && (after2.is(Role) || after2.is(OrgHead)):
		n.add(Org, 1)
	}
}

// behindComma adds what the words before a comma say of the name behind it.
func (r *reading) behindComma(s *sentence, m *mention, n *name) {
	k := m.full - 2
	if k < s.first {
		return
	}
	words := m.last - m.first
	w := &r.words[k]
	switch {
	case w.any(&kinTitle) && !r.titleAhead(s, m.last):
		n.add(Person, 3)
		r.kinGender(n, w)
	case m.last < s.last && r.words[m.last].comma() && words == 1 && r.words[m.first].e == none && w.is(Role) && !w.is(OrgHead) && r.definitePost(s, k):
		n.add(Person, 3) // "The mayor, NAME, said"
	case w.name >= 0 && n.score[Org] == 0 && k > s.first && r.words[k-1].is(PrepPlace):
		if words == 1 {
			n.add(Place, 2)
		} else {
			n.add(Place, 1)
		}
	}
}

// bodyAside tells that the words at k say that the name before is that of a body:
// "the government's think tank,".
func (r *reading) bodyAside(s *sentence, k int32) bool {
	if k+2 >= s.last || !r.words[k].is(The) && !r.words[k].is(A) {
		return false
	}
	for i := k + 1; i < min(s.last, k+8); i++ {
		w := &r.words[i]
		if w.comma() {
			h := &r.words[i-1]
			return h.any(&bodyHeads) && !h.is(Role) && !h.is(Weak) && h.e.forms == 0
		}
		if w.kind != prose.Word && w.kind != prose.Genitive || w.is(Role) || w.is(Of) || w.is(Prep) || w.is(Rel) || w.any(&kinTitle) && !w.is(OrgHead) {
			return false
		}
	}
	return false
}

// bodyHeads are the nouns that say what a body is.
var bodyHeads = setOf(OrgPublic, OrgUnion, OrgCompany, OrgMedia)

// definitePost tells that a post ends at k with nothing but its own words behind
// "the" at the start of the sentence.
func (r *reading) definitePost(s *sentence, k int32) bool {
	for k > s.first && (r.words[k].is(Role) || r.words[k].is(RoleMod) || r.words[k].is(Field)) {
		k--
	}
	return k == s.first && (r.words[k].is(The) || r.words[k].is(Poss))
}

// titleAhead tells that capitals at k end a place's name and tell the post of the
// name behind them: "City Mayor NAME".
func (r *reading) titleAhead(s *sentence, k int32) bool {
	for i := k; i+1 < min(s.last, k+4) && r.words[i].capital(); i++ {
		if r.words[i].is(Role) {
			return r.words[i+1].capital()
		}
	}
	return false
}

// kinGender learns from "his wife, NAME" what no given name tells.
func (r *reading) kinGender(n *name, kin *word) {
	if !n.male && !n.female && !kin.is(Plural) {
		n.male, n.female = kin.is(Male), kin.is(Female)
	}
}

var everyday = setOf(RoleMod, Field, Common, Adv, Filler, Unit, ElectionWord, SeatNoun, OrgHead)

// ordinary tells that all the words of a name are everyday ones: "National
// Executive".
func (r *reading) ordinary(m *mention) bool {
	for k := m.first; k < m.last; k++ {
		if w := &r.words[k]; w.is(Given) || !w.any(&everyday) && w.e.forms == 0 {
			return false
		}
	}
	return true
}

// nothing stands where a sentence has no word.
var nothing = word{e: none, name: -1}

// shouted tells that all the words of a mention are in capitals: a person's
// name at the start of a report.
func (r *reading) shouted(s *sentence, m *mention) bool {
	for k := m.first; k < m.last; k++ {
		if !r.words[k].capitals() {
			return false
		}
	}
	return m.last-m.first > 1
}

// initialsMatch tells that the acronym at k can stand for the mention: its
// first letter begins one of the first two words, or its letters are initials.
func (r *reading) initialsMatch(m *mention, k int32) bool {
	acr := r.t.Source[r.words[k].start:r.words[k].end]
	hits := 0
	for i := m.first; i < m.last && hits < len(acr); i++ {
		if r.t.Source[r.words[i].start]&^0x20 == acr[hits]&^0x20 {
			hits++
		}
	}
	return hits*2 > len(acr) || hits >= 2
}

func lastWord(text string) string {
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == ' ' {
			return text[i+1:]
		}
	}
	return text
}
