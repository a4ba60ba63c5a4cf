package extract

import "profilegen/generator/prose"

// roleAhead tells of words before a post's name that belong to it: "Shadow
// Home" before "Secretary".
func (r *reading) roleAhead(s *sentence, k int32) bool {
	if r.words[k].is(OrgHead) && k > s.first && r.words[k-1].capital() { // "Reform Party senator"
		return false
	}
	for i := k; i < min(s.last, k+5); i++ {
		w := &r.words[i]
		if w.is(Role) && i > k {
			return true
		}
		if w.is(OrgHead) && w.capital() && i > k && i+1 < s.last && !r.words[i+1].capital() { // "National Union health spokesman"
			return false
		}
		if !w.is(RoleMod) && !w.is(Field) && !(w.is(OfficeNoun) && i+1 < s.last && r.words[i+1].is(ElectionWord)) && !(w.is(ElectionWord) && i > k) && !(w.is(And) && i > k) && !(w.comma() && i > k) || w.is(OrgHead) && !w.is(RoleMod) {
			return false
		}
	}
	return false
}

// headAhead tells that an organisation's head noun follows in the run.
func (r *reading) headAhead(s *sentence, k int32) bool {
	for i := k; i < min(s.last, k+6); i++ {
		w := &r.words[i]
		if w.is(OrgHead) && w.capital() {
			return true
		}
		if !w.capital() && !w.is(And) && !w.is(Of) && !w.is(For) && w.kind != prose.Genitive {
			return false
		}
	}
	return false
}

// bridge passes over small words inside a name ("of the", "bin", "and" before
// an organisation's head) and gives the next capital; last itself where the
// name ends.
func (r *reading) bridge(s *sentence, first, last int32) int32 {
	if last+1 >= s.last {
		return last
	}
	w := &r.words[last]
	capital := func(k int32) bool {
		return k < s.last && r.words[k].capital() && !r.words[k].any(&closed) && !r.words[k].is(Role) && !r.words[k].is(Honorific)
	}
	switch {
	case w.is(Particle) && w.kind == prose.Word && !w.capital():
		k := last + 1
		for k < s.last && r.words[k].is(Particle) && !r.words[k].capital() {
			k++
		}
		if capital(k) {
			return k
		}
	case w.mark == '&' && capital(last+1), r.possessed(s, first, last):
		return last + 1
	case w.is(On) && r.words[last-1].is(OrgPublic) && r.words[last-1].capital() && capital(last+1) && !r.words[last+1].any(&timeWords): // "Committee on Finance"
		return last + 1
	case w.kind == prose.Open, w.mark == '(':
		return r.nickname(s, first, last)
	case w.kind == prose.Genitive:
		return r.ownedSchool(s, first, last)
	case w.is(Of) || w.is(For):
		head := r.words[last-1].is(OrgHead) || r.words[first].is(OrgHead)
		if w.is(For) && r.words[last-1].is(PartyNoun) && r.words[last+1].is(The) { // "left the PARTY for the PARTY"
			return last
		}
		if !head && w.is(Of) && (last-first == 1 || last-first == 2 && r.words[first].is(PartyName)) && r.words[last-1].is(PlaceWord) && capital(last+1) && r.words[last+1].name < 0 && !r.words[last+1].is(Given) { // "the East of Hesk"
			return last + 1
		}
		if !head || w.is(For) && (!r.words[last-1].is(OrgHead) || r.words[last-1].is(OrgLegislature)) {
			return last
		}
		k := last + 1
		if k < s.last && r.words[k].is(The) {
			k++
		}
		if w.is(For) && r.words[last-1].is(OrgParty) && k < s.last && (r.words[k].is(PartyName) && !capital(k+1) || r.headAhead(s, k)) {
			return last // "left the Reform Party for the Greens"
		}
		if capital(k) {
			return k
		}
		if k+1 < s.last && r.words[k].capital() && r.words[k].is(Role) && w.is(Of) && r.words[last-1].any(&ofPosts) { // "House of Representatives", "Association of Chief Police Officers"
			end := k
			for end < s.last && r.words[end].capital() && !r.words[end].any(&closed) && r.words[end].name < 0 {
				end++
			}
			if w := &r.words[end-1]; r.lex.grammar.many(r.t.Source[w.start:w.end]) {
				return end - 1
			}
		}
	case w.is(And) && !w.is(But) && !w.is(Or):
		if !capital(last + 1) {
			return last
		}
		// "Ministry of Food and Fisheries"; "Public and Commercial Union"
		for k := first; k < last; k++ {
			if r.words[k].is(Of) || r.words[k].is(For) {
				if r.words[last-1].is(Field) && r.words[last+1].is(Field) {
					return last + 1
				}
				if r.words[k].is(For) && k == first+1 && r.words[first].is(OrgParty) && !r.words[last+1].is(Given) && !capital(last+2) { // "Alliance for Unity and Change"
					return last + 1
				}
				return last
			}
		}
		if last-first == 1 && !r.words[first].is(PartyName) && !r.words[first].is(Given) && !r.words[first].is(Country) &&
			!r.words[first].capitals() && !r.words[last+1].is(PartyName) && !r.words[last+1].is(Given) && !r.words[last+1].capitals() && r.headAhead(s, last+1) {
			return last + 1
		}
	}
	return last
}

// ofPosts are the heads of bodies that are named after posts.
var ofPosts = setOf(OrgUnion, OrgLegislature, OrgPublic, OrgSchool)

// fieldOf tells that the word at k belongs to a post's own words: "Minister of
// National Security NAME".
func (r *reading) fieldOf(s *sentence, k int32) bool {
	j := k - 1
	for j > s.first && k-j < 7 && (r.words[j].is(Field) || r.words[j].is(RoleMod) || r.words[j].is(And) && !r.words[j].is(But) || r.words[j].comma()) {
		j--
	}
	if j <= s.first || !r.words[j].is(Of) && !r.words[j].is(For) {
		return false
	}
	if h := &r.words[j-1]; !h.is(Portfolio) && !h.is(StatePost) {
		return false
	}
	for i := k; i < s.last && r.words[i].capital(); i++ { // up to the name: no organisation's head
		if r.words[i].is(OrgHead) && !r.words[i].is(Field) && !r.words[i].is(RoleMod) {
			return false
		}
	}
	return true
}

// givenHere tells that a word that can be a post is a given name: "councillor
// Dean Roe".
func (r *reading) givenHere(s *sentence, k int32) bool {
	if k > s.first && r.words[k-1].is(Given) && !r.words[k-1].is(Weak) && r.words[k-1].capital() && !r.words[k].capitals() { // "Tim Reeve"
		return k+1 >= s.last || !r.words[k+1].capital()
	}
	if !r.words[k].is(Given) || k == s.first || k+1 >= s.last || r.words[k-1].is(The) {
		return false
	}
	n := &r.words[k+1]
	return n.capital() && !n.any(&closed) && !n.is(Role) && !n.is(Honorific) && (r.words[k-1].is(Role) || n.e == none)
}
