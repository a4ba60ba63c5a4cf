package extract

import "profilegen/generator/prose"

// spokenFor tells for whom a spokesman without a name speaks: "a party
// spokesman", "Roe's spokeswoman", "a spokesman for Roe".
func (s *Sentence) spokenFor(i int32) (who int32, by string) {
	p := &s.phrases[i]
	head := p.head
	for k := p.first; k < p.last && !s.words[head].is(Spokes); k++ {
		if s.words[k].is(Spokes) {
			head = k
		}
	}
	h := &s.words[head]
	if !h.is(Spokes) {
		return -1, ""
	}
	by = s.text(span{head, head + 1})
	for k := p.first; k < head; k++ {
		if id := s.words[k].name; id >= 0 {
			if who := s.resolve(id); s.person(who) || s.party(who) {
				return who, by
			}
			return -1, ""
		}
		if s.words[k].is(OrgParty) && s.lastParty >= 0 {
			return s.lastParty, by
		}
		if w := &s.words[k]; w.is(Role) && k+1 < head && s.words[k+1].kind == prose.Genitive && (w.is(RolePublic) || w.is(RoleParty) || w.is(RoleSeat)) { // "the prime minister's spokesman"
			b := &s.words[max(k-1, p.first)]
			if id, ok := s.titles[w.e.lemma]; ok && s.person(id) && (b.is(The) || k == p.first || b.is(Field) && b.e.lemma == s.fields[w.e.lemma]) {
				return id, by
			}
			return -1, ""
		}
		if w := &s.words[k]; w.is(Poss) && (w.is(Male) || w.is(Female)) {
			if s.fitsGender(w, s.subjectBefore()) {
				return s.subjectBefore(), by
			}
			if s.index-s.focusSince <= 2 && s.fitsGender(w, s.focus) && s.sure(w, s.focus, s.reading.subject) {
				return s.focus, by
			}
			if s.index-s.spoke == 1 && !s.anonymous && s.fitsGender(w, s.speaker) {
				return s.speaker, by
			}
		}
	}
	if p.last == p.first+2 && s.words[p.first].is(The) && p.last < s.s.last && !s.words[p.last].is(For) && !s.words[p.last].is(Of) && s.mouth.who >= 0 && s.index-s.mouth.end <= 8 {
		return s.mouth.who, by // "the spokesman added"
	}
	for k := head + 2; k < min(s.s.last, head+5) && s.words[head+1].is(For); k++ { // "a spokeswoman for the party"
		if s.words[k].is(PartyNoun) && s.words[k-1].is(The) && s.lastParty >= 0 && s.index-s.partySince <= 3 {
			return s.lastParty, by
		}
	}
	for k := head + 1; k+1 < p.last; k++ {
		if id := s.words[k].name; id >= 0 && (s.words[head+1].is(For) || s.words[head+1].is(Of)) {
			if who := s.resolve(id); s.person(who) || s.party(who) {
				return who, by
			}
		}
	}
	for j := range s.phrases {
		if q := &s.phrases[j]; q.prep == head+1 && (s.words[q.prep].is(For) || s.words[q.prep].is(Of)) && (s.person(q.who) || s.party(q.who)) {
			return q.who, by
		}
	}
	return -1, ""
}

// ownSpokesman reads "his spokesman said NAME had gone": what is said begins with the
// one for whom he speaks.
func (s *Sentence) ownSpokesman(v int32) (who int32, by string) {
	p := &s.phrases[s.verbs[v].subject]
	if !s.words[p.first].is(Poss) || !s.words[p.head].is(Spokes) || s.words[p.first].is(FirstPerson) || s.words[p.first].is(Plural) {
		return -1, ""
	}
	for i := range s.verbs {
		w := &s.verbs[i]
		if w.frame != v || w.subject < 0 {
			continue
		}
		if q := &s.phrases[w.subject]; q.kind == personPhrase && s.fitsGender(&s.words[p.first], q.who) {
			return q.who, s.text(span{p.head, p.head + 1})
		}
		break
	}
	return -1, ""
}

// wroteStatement gives the one whose statement the phrase i is: "a statement from
// NAME", "a statement issued by the PARTY"; -1.
func (s *Sentence) wroteStatement(i int32) (who int32, by string) {
	p := &s.phrases[i]
	if p.kind != otherPhrase || !s.words[p.head].is(Bulletin) {
		return -1, ""
	}
	for j := int(i) + 1; j < len(s.phrases) && j < int(i)+3; j++ {
		q := &s.phrases[j]
		if q.prep < p.last || q.prep > p.last+2 || !s.words[q.prep].is(From) && !s.words[q.prep].is(By) {
			continue
		}
		if s.person(q.who) || s.party(q.who) {
			return q.who, ""
		}
		return s.spokenFor(int32(j))
	}
	return -1, ""
}

// subjectBefore gives the one of whom the sentences before told.
func (s *Sentence) subjectBefore() int32 {
	if s.index-s.subjectSince > 2 {
		return -1
	}
	return s.reading.subject
}
