package extract

import "profilegen/generator/prose"

// nickname passes over a nickname inside a name, in quotation marks or in
// brackets ("Ana “Nell” Roe", "Ana (Nell) Roe"), and gives the capital behind
// it; last itself where there is none.
func (r *reading) nickname(s *sentence, first, last int32) int32 {
	open := &r.words[last]
	if open.kind != prose.Open && open.mark != '(' || !r.words[last-1].capital() || r.words[first].is(OrgHead) || r.words[first].is(PartyName) {
		return last
	}
	k := last + 1
	for k < s.last && k < last+4 && (r.words[k].capital() && (!r.words[k].any(&closed) || r.words[k].is(Given)) || r.words[k].is(The) && open.mark != '(') {
		if r.words[k].is(PartyName) || r.acronym(k) || r.words[k].is(OrgHead) {
			return last
		}
		k++
	}
	if k == last+1 || k+1 >= s.last || r.words[k].kind != prose.Close && r.words[k].mark != ')' {
		return last
	}
	k++
	w := &r.words[k]
	if !w.capital() || w.any(&closed) || w.is(Role) || w.is(Honorific) || w.any(&timeWords) || w.is(OrgHead) {
		return last
	}
	if open.mark == '(' && (k-last != 3 || !r.words[first].is(Given) && !r.words[last+1].is(Given)) {
		return last
	}
	return k
}

// letter tells that k is the initial of a name: "Ana A. Roe".
func (r *reading) letter(s *sentence, k int32) bool {
	w := &r.words[k]
	if w.kind != prose.Word || w.end-w.start != 2 || r.t.Source[w.start+1] != '.' || !w.capital() || k == s.first || k+1 >= s.last {
		return false
	}
	b, n := &r.words[k-1], &r.words[k+1]
	return b.capital() && !b.any(&closed) && !b.is(Role) && n.capital()
}

// doing weighs what speaks for a person behind a name: deeds, kin and qualities
// that only people have.
func (r *reading) doing(s *sentence, m *mention) int16 {
	k := r.afterAside(s, m.last)
	for i := m.last; i+1 < min(k, m.last+12); i++ { // "Roe (1901; died"
		if w := &r.words[i]; (w.is(BornMark) || w.is(DiedMark)) && (r.words[i+1].kind == prose.Number || r.words[i+1].is(In) || r.words[i+1].is(On) || r.words[i+1].is(Circa) || r.words[i+1].is(Month) || r.words[i+1].mark == ':') {
			return 5
		}
	}
	at := func(i int32) *word {
		if i < s.last {
			return &r.words[i]
		}
		return &nothing
	}
	w := at(k)
	switch {
	case w.kind == prose.Genitive && at(k+1).is(Kin) && !at(k+1).is(OrgHead), w.kind == prose.Genitive && at(k+2).is(Kin) && !at(k+2).is(OrgHead) && at(k+1).kind == prose.Word:
		return 3
	case w.kind == prose.Genitive && (at(k+1).is(DeathNoun) || at(k+1).is(Native)):
		return 3
	case w.is(And) && at(k+1).is(Poss) && (at(k+1).is(Male) || at(k+1).is(Female)):
		return 4
	case w.comma() && (at(k+1).is(A) || at(k+1).is(The)) && (at(k+2).is(Kin) || at(k+2).is(Native)):
		return 3
	case w.comma() && at(k+1).is(Kin) && at(k+2).is(Of):
		return 3
	case w.comma() && m.last-m.first == 1 && r.words[m.first].e == none && r.postAside(s, k+1):
		return 3
	}
	for i := 0; i < 2 && w.is(Adv); i++ {
		k++
		w = at(k)
	}
	if f := &r.words[s.first]; m.first > s.first+2 && f.any(&humanState) && f.e.forms&participle != 0 && r.words[m.first-1].comma() && w.e.forms&(past|third) != 0 {
		return 3 // "Born in Hesk, Roe won"
	}
	if w.aux() {
		for w.aux() || w.is(Adv) {
			k++
			w = at(k)
		}
		if w.any(&humanState) {
			return 4
		}
		if (w.is(Elect) || w.is(Appoint) || w.is(SwornIn) || w.is(Dismiss)) && w.e.forms&participle != 0 && r.postSoon(s, k+1) {
			return 4
		}
		if w.is(The) || w.is(A) {
			for i := k + 1; i < k+6; i++ {
				switch n := at(i); {
				case n.is(Kin) && !n.is(OrgHead), n.is(Role) && !n.is(Plural) && !n.is(OrgHead) && n.e.forms == 0, n.is(Native), n.is(Alumnus):
					return 3
				case n.kind != prose.Word || n.capital() && !n.is(Demonym) || n.is(Of):
					return r.gendered(s, m)
				}
			}
		}
		if w.is(Role) && !w.is(Plural) && at(k+1).is(Of) {
			return 3
		}
		return r.gendered(s, m)
	}
	if w.e.forms&(past|third) == 0 || w.capital() {
		return 0
	}
	switch {
	case w.any(&humanDeed), (w.is(Resign) || w.is(Serve)) && at(k+1).is(As) && r.postSoon(s, k+2):
		return 4
	case w.is(Attend), w.is(Earn), w.is(Receive), w.is(Hold):
		for i := k + 1; i < k+5; i++ {
			if n := at(i); n.is(DegreeNoun) || n.is(OrgSchool) {
				return 4
			}
		}
	case at(k + 1).is(As):
		return 2
	}
	return r.gendered(s, m)
}

var (
	// humanDeed are deeds of people alone, humanState what only people are.
	humanDeed  = setOf(Born, Marry, Study, Graduate, Die, Grow, Live, Divorce)
	humanState = setOf(Born, Marry, Educate, Grow, Raise, Study)
)

// postSoon tells that a post stands at k, behind "as", "the" and its modifiers.
func (r *reading) postSoon(s *sentence, k int32) bool {
	for i := k; i < min(s.last, k+4); i++ {
		switch w := &r.words[i]; {
		case w.is(Role) && !w.is(OrgHead) && !w.is(Plural):
			return true
		case !w.is(As) && !w.is(The) && !w.is(A) && !w.is(RoleMod) && !w.is(Field) && !w.is(Filler) && !w.is(Former):
			return false
		}
	}
	return false
}

// postAside tells of a post between commas at k, which says who somebody is: ", the
// mayor of Hesk since 2020,"; not ", the mayor said,".
func (r *reading) postAside(s *sentence, k int32) bool {
	if !r.postSoon(s, k) || !r.words[k].is(The) && !r.words[k].is(A) && !r.words[k].is(Role) && !r.words[k].is(Former) {
		return false
	}
	for i := k + 1; i < min(s.last, k+16); i++ {
		switch w := &r.words[i]; {
		case w.comma():
			return i+1 < s.last && r.verbHere(s, i+1)
		case w.kind == prose.Stop || w.kind == prose.Open || w.e.forms&(past|third) != 0 && !w.capital() && r.verbHere(s, i):
			return false
		}
	}
	return false
}

// gendered tells that an unknown word that is the sentence's first name is
// taken up by "he" or "her" later.
func (r *reading) gendered(s *sentence, m *mention) int16 {
	if !s.classes.has(Male) && !s.classes.has(Female) || m.last-m.first > 1 || r.words[m.first].e != none || r.acronym(m.first) {
		return 0
	}
	for k := s.first; k < m.first; k++ {
		if r.words[k].name >= 0 {
			return 0
		}
	}
	for k := m.last; k < s.last; k++ {
		w := &r.words[k]
		if (w.is(Pron) || w.is(Poss)) && (w.is(Male) || w.is(Female)) && !w.is(Kin) {
			return 3
		}
	}
	return 0
}

// afterAside gives the place behind letters after a name and behind brackets.
func (r *reading) afterAside(s *sentence, k int32) int32 {
	for k < s.last && r.words[k].is(Suffix) && r.words[k].capital() {
		k++
	}
	if k < s.last && r.words[k].mark == '(' {
		for i := k + 1; i < min(s.last, k+40); i++ {
			if r.words[i].mark == ')' {
				return i + 1
			}
		}
	}
	return k
}

// ownedSchool passes over a genitive inside the name of a school: "King's
// College"; last itself where there is none.
func (r *reading) ownedSchool(s *sentence, first, last int32) int32 {
	if w := &r.words[first]; w.is(Country) || w.is(PartyName) || w.is(Honorific) || w.is(OrgHead) {
		return last
	}
	for k := last + 1; k < min(s.last, last+4) && r.words[k].capital() && !r.words[k].any(&closed); k++ {
		if r.words[k].is(OrgSchool) && !r.words[k].is(Weak) {
			return last + 1
		}
	}
	return last
}
