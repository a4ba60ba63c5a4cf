package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// kinOf reads a word of kin with its owner behind it ("Ana Roe, daughter of
// Carl and Ines Roe", "is the son of") or its bearer elsewhere ("his wife is Ana
// Roe", "Ana Roe, his wife,").
func (s *Sentence) kinOf(k, first int32, owners []int32, plural bool) (bearers, whose []int32) {
	end := k + 1
	if k+2 < s.s.last && (s.words[k+1].is(Of) || s.words[k+1].is(To)) && len(owners) == 0 {
		if id, next := s.personFrom(k + 2); id >= 0 && next < s.s.last+1 {
			owners, end = append(owners, id), next
			if list := s.personList(k + 2); s.words[k].is(Parent) && len(list) > 1 { // "mother of NAME, NAME and NAME"
				owners = list
			} else {
				owners, end = s.secondParent(owners, end)
			}
		}
		first = k
		for first > s.s.first && (s.words[first-1].kind == prose.Word || s.words[first-1].kind == prose.Number) && !s.words[first-1].is(A) && !s.words[first-1].is(The) && (!s.words[first-1].any(&closed) || s.words[first-1].is(NumberWord)) && !s.verbHere(s.s, first-1) && s.words[first-1].name < 0 {
			first--
		}
	}
	if plural { // "one of three daughters of"
		j := s.kinLeft(k)
		if end == k+1 || j <= s.s.first || !s.words[j].is(Of) || !s.words[j-1].is(NumberWord) && !s.words[j-1].is(Filler) && !s.words[j-1].is(RoleMod) {
			return nil, nil
		}
		first = j - 1
	}
	if len(owners) == 0 {
		return nil, nil
	}
	if end == k+1 && end < s.s.last && (s.words[end].is(IsForm) || s.words[end].is(WasForm) || s.words[end].is(Be)) { // "his wife is Ana Roe"
		if id, next := s.personFrom(end + 1); id >= 0 && (next >= s.s.last || s.closes(s.s, next)) {
			return []int32{id}, owners
		}
		return nil, nil
	}
	who := s.bornBefore(first)
	if who < 0 {
		who = s.bearer(first, end)
	}
	if who < 0 && end > k+1 && s.s.first == first || who < 0 && s.opens(first) {
		who = s.fronted(end)
	}
	if who < 0 {
		return nil, nil
	}
	return []int32{who}, owners
}

// bornBefore gives who was born, where that verb is the last before k: "was born
// in Hesk, Marl, the son of".
func (s *Sentence) bornBefore(k int32) int32 {
	for i := len(s.verbs) - 1; i >= 0; i-- {
		if v := &s.verbs[i]; v.last <= k {
			for j := v.last; j < k; j++ {
				if s.words[j].is(Kin) { // "was born in May, the son of NAME, a brother of NAME": of that one
					return -1
				}
			}
			if v.is(Born) && v.frame < 0 {
				return s.subject(int32(i))
			}
			return -1
		}
	}
	return -1
}

// secondParent takes the second of "of Carl Roe and his wife Ines" too.
func (s *Sentence) secondParent(owners []int32, k int32) ([]int32, int32) {
	j := k
	for j < s.s.last && j < k+8 && !s.words[j].is(And) && (s.words[j].comma() || s.words[j].mark == '(' || s.words[j].mark == ')' || s.words[j].kind == prose.Number || s.words[j].kind == prose.Dash || s.words[j].is(Of) && s.words[j-1].name < 0 || s.words[j].name >= 0 || s.words[j].is(Honorific) || s.words[j].capital() && s.words[j].is(Role) || s.words[j].is(Of) && s.words[j-1].is(Role)) {
		j++
	}
	if j+1 >= s.s.last || !s.words[j].is(And) {
		return owners, k
	}
	n := j + 1
	for n < s.s.last && (s.words[n].is(Poss) || s.words[n].is(Spouse) || s.words[n].comma() && s.words[n-1].is(Spouse) || s.words[n].is(NumberWord) || s.words[n].is(Of)) {
		n++
	}
	if n < s.s.last && s.words[n].any(&closed) && !s.words[n].is(The) {
		return owners, k
	}
	id, next := s.personFrom(n)
	if id < 0 {
		return owners, k
	}
	return append(owners, id), next
}

// opens tells that nothing but an article stands before k in the sentence.
func (s *Sentence) opens(k int32) bool {
	return k == s.s.first || k == s.s.first+1 && (s.words[s.s.first].is(The) || s.words[s.s.first].is(A))
}

// fronted gives the person named behind the comma at k: "Son of Carl Roe, Tom
// Roe was …".
func (s *Sentence) fronted(k int32) int32 {
	if k+1 < s.s.last && s.words[k].comma() {
		if k++; s.words[k].is(Honorific) && k+1 < s.s.last && s.words[k].name < 0 {
			k++
		}
		if s.words[k].name >= 0 {
			return s.personAt(s.words[k].name)
		}
	}
	return -1
}

// toldTurned tells that the article has told the kinship of two from the other
// one's side, where it is the same from both.
func (s *Sentence) toldTurned(action claim.Action, a, b int32) bool {
	if action == claim.Child {
		return false
	}
	for i := max(0, len(s.drafts)-200); i < len(s.drafts); i++ {
		if d := &s.drafts[i]; d.Type == claim.Family && d.Action == action && d.who == b && d.other == a {
			return true
		}
	}
	return false
}

// deceased gives the one of whose death the article told first; -1.
func (s *Sentence) deceased() int32 {
	for i := range min(len(s.drafts), 200) {
		if d := &s.drafts[i]; d.Type == claim.Death {
			return d.who
		}
	}
	return -1
}

// kinNamed tells that a phrase is the name of somebody's kin: "his father, NAME,".
func (r *reading) kinNamed(i int32) bool {
	if i < 1 || !r.s.classes.has(Kin) || r.phrases[i].kind != personPhrase {
		return false
	}
	of, ph := &r.phrases[i-1], &r.phrases[i]
	return of.prep < 0 && of.last == ph.first-1 && r.words[of.last].comma() && r.words[of.head].is(Kin) && (r.words[of.first].is(Poss) || r.ownerOf(of) >= 0)
}

// ownerOf gives the person whose kin a phrase is: "Roe's wife"; -1.
func (r *reading) ownerOf(p *phrase) int32 {
	id := r.words[p.first].name
	if id < 0 || !r.words[p.head].is(Kin) || r.names[r.mentions[id].name].kind != Person {
		return -1
	}
	if k := r.mentions[id].last; k >= p.last || r.words[k].kind != prose.Genitive {
		return -1
	}
	return r.resolve(id)
}

// kinBefore tells that the name of a phrase follows the word of kin that it bears:
// "his late uncle NAME".
func (r *reading) kinBefore(s *sentence, p *phrase) bool {
	if !s.classes.has(Kin) {
		return false
	}
	k := p.first
	for k < p.last && r.words[k].name < 0 {
		k++
	}
	if b := p.first - 1; b > s.first && r.words[b].is(And) { // "their children NAME and NAME"
		for i := range r.phrases {
			if q := &r.phrases[i]; q.last == b {
				return r.kinBefore(s, q)
			}
		}
	}
	k--
	for k > s.first+1 && r.words[k].is(And) && r.words[k-1].name >= 0 && p.kind == personPhrase { // "their children NAME and NAME"
		k = r.mentions[r.words[k-1].name].full - 1
	}
	if p.kind != personPhrase || k <= s.first || !r.words[k].is(Kin) {
		return false
	}
	for n := 0; n < 3 && k > s.first; n++ {
		if k--; r.words[k].is(Poss) {
			return true
		}
	}
	return false
}
