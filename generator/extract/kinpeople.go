package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// parents gives those who "had two sons": the subjects of the verb at k, or the
// two of the marriage told last for "they" and "the couple".
func (s *Sentence) parents(k int32) []int32 {
	for i := range s.verbs {
		v := &s.verbs[i]
		if v.first > k || k >= v.last || v.negated || v.conditional || v.subject < 0 {
			continue
		}
		p := &s.phrases[v.subject]
		if p.kind == pronounPhrase && s.words[p.head].is(Plural) || s.words[p.head].is(Couple) {
			return s.couple(p.first)
		}
		return s.subjects(int32(i))
	}
	return nil
}

// both gives the two whose kin stands behind "their" at k: of a parent two whom
// the article called brother and sister, of a child a couple; failing that the two
// of whom the last sentence told.
func (s *Sentence) both(k int32, action claim.Action) []int32 {
	if action == claim.Parent || action == claim.Relative || action == claim.Sibling {
		for i := len(s.drafts) - 1; i >= 0 && i >= len(s.drafts)-12; i-- {
			if d := &s.drafts[i]; d.Type == claim.Family && d.Action == claim.Sibling && d.other >= 0 && d.words.first >= s.sentences[max(0, s.index-2)].first {
				return []int32{d.other, d.who}
			}
		}
	}
	if list := s.couple(k); list != nil {
		return list
	}
	if s.index-s.pairSince == 1 && k == s.s.first {
		return s.pair[:]
	}
	return nil
}

// couple gives the two whom "their" at k means: two of one place in the
// sentence, or the last two whose marriage was told.
func (s *Sentence) couple(k int32) []int32 {
	for i := len(s.drafts) - 1; i >= 0 && i >= s.fired; i-- {
		if d := &s.drafts[i]; d.Type == claim.Family && d.Action == claim.Spouse && d.other >= 0 && d.words.first <= k {
			return []int32{d.other, d.who}
		}
	}
	for i := len(s.phrases) - 1; i >= 0; i-- {
		p := &s.phrases[i]
		if p.last > k || p.also < 0 || !s.person(p.who) {
			continue
		}
		if q := &s.phrases[p.also]; s.person(q.who) && q.last <= k && (q.also < 0 || s.phrases[q.also].last > k || !s.person(s.phrases[q.also].who)) {
			return []int32{p.who, q.who}
		}
	}
	for i := len(s.drafts) - 1; i >= 0 && i >= len(s.drafts)-6; i-- {
		if d := &s.drafts[i]; d.Type == claim.Family && d.Action == claim.Spouse && d.other >= 0 && d.words.first >= s.sentences[max(0, s.index-1)].first {
			return []int32{d.other, d.who}
		}
	}
	return nil
}

// kinBearers gives who is named behind the word of kin at k: "wife Ana Roe",
// "wife, the painter Ana Roe,", "sons, Tom and Ben Roe", "son and heir, Tom".
func (s *Sentence) kinBearers(k int32, plural bool) ([]int32, int32) {
	j := k + 1
	if j+1 < s.s.last && s.words[j].is(And) && !s.words[j+1].any(&closed) && s.words[j+1].name < 0 { // "son and chief of staff"
		for j < s.s.last && j < k+6 && s.words[j].kind == prose.Word && s.words[j].name < 0 && !s.verbHere(s.s, j) {
			j++
		}
	}
	apart := false
	if j < s.s.last && (s.words[j].comma() || s.words[j].mark == ':' || s.words[j].mark == '(' || s.words[j].kind == prose.Dash) {
		apart = true
		j++
	}
	id, next := s.personFrom(j)
	if id < 0 {
		return nil, 0
	}
	if plural {
		return s.personList(j), 0
	}
	if apart && !s.closes(s.s, next) && s.words[next].mark != '(' {
		return nil, 0
	}
	return []int32{id}, next
}

// personFrom gives the person named at k, a description before the name passed
// over ("the late senator Ana Roe"), and the word after the name; -1.
func (s *Sentence) personFrom(k int32) (int32, int32) {
	for n := 0; n < 9 && k < s.s.last; n++ {
		w := &s.words[k]
		switch {
		case w.name >= 0:
			m := &s.mentions[w.name]
			if s.names[m.name].kind == Person && !s.qualifies(m.last) {
				return s.resolve(w.name), m.last
			}
			if n := m.last; n >= s.s.last || !s.words[n].is(Role) && s.words[n].kind != prose.Word || s.words[n].any(&closed) || s.verbHere(s.s, n) {
				return -1, k
			}
			k = m.last
			continue
		case w.is(And) && !w.is(But) && n > 0 && k+1 < s.s.last && (s.words[k-1].is(Role) || s.words[k-1].e.forms == 0) && (s.words[k+1].is(Former) || s.words[k+1].is(Role) || s.words[k+1].is(RoleMod)) && s.words[k+1].name < 0: // "the late writer and former mayor NAME"
		case w.comma() && n > 0 && (s.words[k-1].is(Role) || s.words[k-1].is(Heir)) && k+1 < s.s.last && (s.words[k+1].name >= 0 || s.words[k+1].is(Honorific) || s.words[k+1].is(Role)): // "its founder, Ana Roe"
		case w.is(Poss) && n == 0 && k+1 < s.s.last && s.words[k+1].is(Role):
		case w.kind == prose.Genitive && n > 0, w.is(The), w.is(A), w.is(Honorific), w.is(NumberWord), w.is(Then):
		case w.kind == prose.Word && !w.any(&closed) && !s.verbHere(s.s, k):
		default:
			return -1, k
		}
		k++
	}
	return -1, k
}

// qualifies tells that what ends at k is part of a description: "Harbour
// Prize-winning author Ana Roe".
func (s *Sentence) qualifies(k int32) bool {
	n := 0
	for k < s.s.last && n < 3 && s.words[k].name < 0 && s.words[k].kind == prose.Word && !s.words[k].any(&closed) && !s.verbHere(s.s, k) && s.words[k].e.forms == 0 && !s.words[k].is(Suffix) {
		k++
		n++
	}
	return n > 0 && k < s.s.last && s.words[k].name >= 0 && s.names[s.mentions[s.words[k].name].name].kind == Person
}

// personList gives the people listed from k on: "Tom, Ben and Ana".
func (s *Sentence) personList(k int32) []int32 {
	var list []int32
	for n := 0; n < 10 && k < s.s.last; n++ {
		id, next := s.personFrom(k)
		if id < 0 {
			break
		}
		list = append(list, id)
		k = next
		if k < s.s.last && s.words[k].mark == '(' {
			if c := s.closing(k); c > 0 {
				k = c + 1
			}
		}
		if k < s.s.last && s.words[k].kind == prose.Number && s.words[k-1].comma() {
			k++
		}
		from := k
		for k < s.s.last && (s.words[k].comma() || s.words[k].is(And) && !s.words[k].is(But)) {
			k++
		}
		if k == from || k >= s.s.last || s.words[k].name < 0 && !s.words[k].is(Honorific) {
			break
		}
	}
	return list
}
