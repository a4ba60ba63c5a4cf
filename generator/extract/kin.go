package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// kin reads each word of kin of the sentence: whose kin, and who it is.
func kin(s *Sentence) {
	var before kinTold
	for k := s.s.first; k < s.s.last; k++ {
		w := &s.words[k]
		action := kinship(w)
		if action == claim.None || w.name >= 0 || w.is(OrgHead) || w.e.forms != 0 && s.verbHere(s.s, k) {
			continue
		}
		owners, first := s.kinOwners(k)
		bearers, end := s.kinBearers(k, w.is(Plural))
		b := s.kinLeft(k)
		if before.end > 0 && len(owners) == 0 && b > before.end && s.words[b].is(Poss) && s.fitsGender(&s.words[b], before.owners[0]) {
			owners, first = before.owners, b // "Ana's father … and her uncle"
		}
		if before.end > 0 && (b == before.end || b == before.end+1 && s.words[before.end].comma()) && (s.words[b].comma() || s.words[b].is(And)) && !(k+1 < s.s.last && (s.words[k+1].is(Of) || s.words[k+1].is(To))) {
			owners = before.owners // "his wife Ana and son Tom"
			if before.spouse && action == claim.Child {
				owners = append(owners[:len(owners):len(owners)], before.bearer)
			}
		}
		if len(bearers) == 0 {
			bearers, owners = s.kinOf(k, first, owners, w.is(Plural))
		} else if len(owners) > 0 {
			before = kinTold{owners: owners[:1], bearer: bearers[0], spouse: action == claim.Spouse, end: end}
		}
		if len(owners) == 0 && w.is(Plural) && (action == claim.Sibling || action == claim.Relative) && len(bearers) > 1 && (b < s.s.first || s.words[b].is(The)) {
			owners, bearers = bearers[:1], bearers[1:] // "the sisters Ana and Sara Roe"
		}
		for _, id := range bearers {
			for n, o := range owners {
				if n > 0 && action == claim.Spouse {
					break
				}
				s.addKin(action, id, o, span{k, k + 1})
			}
		}
	}
}

// kinTold is what a word of kin told, for the one that follows it.
type kinTold struct {
	owners []int32
	bearer int32
	spouse bool
	end    int32 // the word behind the bearer's name
}

// addKin adds that a is the action of b; a parent is told as the child's.
func (s *Sentence) addKin(action claim.Action, a, b int32, words span) {
	if action == claim.Parent {
		action, a, b = claim.Child, b, a
	}
	if !s.person(a) || !s.person(b) || a == b || s.sameName(a, b) {
		return
	}
	if s.toldTurned(action, a, b) {
		a, b = b, a
	}
	s.add(claim.Family, a, func(d *draft) {
		d.Action, d.other = action, b
		d.fired = append(d.fired, used{"kin", words})
	})
}

// sameName tells that two people have one name: rather a name read wrongly.
func (s *Sentence) sameName(a, b int32) bool {
	return s.who[a].name == s.who[b].name
}

// kinOwners gives those of "his", "NAME's", "their", "NAME and" before the word
// of kin at k, and where that begins.
func (s *Sentence) kinOwners(k int32) ([]int32, int32) {
	one := func(id, first int32) ([]int32, int32) {
		if id < 0 {
			return nil, k
		}
		return []int32{id}, first
	}
	j := s.kinLeft(k)
	if j < s.s.first {
		return nil, k
	}
	w := &s.words[j]
	switch {
	case w.kind == prose.Genitive && j > s.s.first && s.words[j-1].name >= 0:
		if f := s.mentions[s.words[j-1].name].full; s.words[k].is(Child) && f-2 >= s.s.first && s.words[f-1].is(And) && s.words[f-2].name >= 0 { // "Ana and Tom Roe's son"
			if a, b := s.personAt(s.words[f-2].name), s.personAt(s.words[j-1].name); a >= 0 && b >= 0 && !s.kinBehind(s.mentions[s.words[f-2].name].full-1) {
				return []int32{a, b}, s.mentions[s.words[f-2].name].full
			}
		}
		return one(s.personAt(s.words[j-1].name), s.mentions[s.words[j-1].name].full)
	case w.kind == prose.Genitive && j > s.s.first:
		for i := range s.roles { // "the mayor's wife"
			if ro := &s.roles[i]; ro.head == j-1 && ro.definite && !ro.plural && ro.owner == -1 {
				who, _ := (&parser{reading: s.reading, s: s.s, other: -1}).byPost(ro)
				return one(who, ro.first)
			}
		}
	case w.is(RelWhose):
		for b := j - 1; b >= max(s.s.first, j-2); b-- {
			if id := s.words[b].name; id >= 0 && s.names[s.mentions[id].name].kind == Person {
				return one(s.personAt(id), j)
			}
		}
		for i := len(s.verbs) - 1; i >= 0; i-- { // "NAME, who lives in Hesk and whose mother"
			if v := &s.verbs[i]; v.last <= j && v.subject >= 0 && s.words[j-1].is(And) {
				if who := s.phrases[v.subject].who; v.subordinate && s.person(who) {
					return one(who, j)
				}
				break
			}
		}
	case w.is(Poss) && w.is(Plural) && !w.is(FirstPerson):
		return s.both(j, kinship(&s.words[k])), j
	case w.is(Poss) && (w.is(Male) || w.is(Female)) && w.depth > 0 && !s.namedInQuote(j):
		return nil, k // "“My thoughts are with his wife NAME,” she said"
	case w.is(Poss) && (w.is(Male) || w.is(Female)):
		if b := j - 2; b >= s.s.first && (s.words[j-1].is(And) || s.words[j-1].is(By)) && s.words[b].name >= 0 { // "Tom Roe and his wife"
			if m := s.nameBefore(j - 1); m >= 0 {
				if id := s.personAt(m); s.fitsGender(w, id) {
					return one(id, j)
				}
			}
		}
		return one(s.possessor(j), j)
	case w.is(And) && j > s.s.first && s.words[j-1].name >= 0 && k-j == 1: // "Ana Roe and husband Tom"
		return one(s.personAt(s.words[j-1].name), j)
	case w.is(Have): // "had two sons, Tom and Ben"
		return s.parents(j), k
	case w.is(A) && j > s.s.first && s.words[j-1].is(Have):
		return s.parents(j - 1), k
	case w.is(A) && j > s.s.first && (s.words[j-1].is(With) || s.words[j-1].is(By)): // "lives with a niece, Ana Roe"
		for i := len(s.verbs) - 1; i >= 0; i-- {
			if v := &s.verbs[i]; v.last < j && !v.conditional && !v.negated {
				if dead := s.deceased(); v.is(Survive) && v.passive && dead >= 0 && v.subject >= 0 && s.phrases[v.subject].kind == pronounPhrase {
					return one(dead, j)
				}
				return one(s.subject(int32(i)), j)
			}
		}
	}
	if dead := s.survivedBy(j); dead >= 0 {
		return []int32{dead}, j
	}
	return nil, k
}

// kinBehind tells that the word at k is one of kin: what follows is its bearer.
func (s *Sentence) kinBehind(k int32) bool {
	return k >= s.s.first && s.words[k].is(Kin)
}

// survivedBy gives the one whom the kin listed behind k survive: "is survived by
// wife NAME, two daughters, NAME and NAME"; -1.
func (s *Sentence) survivedBy(k int32) int32 {
	if k < s.s.first || !s.s.classes.has(Survive) || !s.words[k].is(By) && !s.words[k].comma() && !s.words[k].is(And) {
		return -1
	}
	for i := range s.verbs {
		v := &s.verbs[i]
		if !v.is(Survive) || !v.passive || v.negated || v.last > k || v.subject < 0 {
			continue
		}
		for j := i + 1; j < len(s.verbs); j++ {
			if s.verbs[j].finite && s.verbs[j].first < k {
				return -1
			}
		}
		if dead := s.deceased(); dead >= 0 && s.phrases[v.subject].kind == pronounPhrase {
			return dead
		}
		if who := s.phrases[v.subject].who; s.person(who) {
			return who
		}
	}
	return -1
}

// namedInQuote tells that the quotation around k names a person before it.
func (s *Sentence) namedInQuote(k int32) bool {
	for j := k - 1; j >= s.s.first && s.words[j].depth > 0; j-- {
		if id := s.words[j].name; id >= 0 && s.names[s.mentions[id].name].kind == Person {
			return true
		}
	}
	return false
}

// kinLeft passes over the words between an owner and the word of kin: "his late
// second", "her friend and".
func (s *Sentence) kinLeft(k int32) int32 {
	j := k - 1
	for n := 0; n < 5 && j >= s.s.first; n++ {
		w := &s.words[j]
		switch {
		case w.is(And) && n == 0 && j > s.s.first && !s.words[j-1].any(&closed) && s.words[j-1].name < 0 && s.words[j-1].kind == prose.Word:
			j--
		case w.is(And) && n > 0 && (s.words[j+1].is(Adv) || s.words[j+1].is(RoleMod)):
			j--
		case w.kind == prose.Number, w.kind == prose.Word && (w.is(NumberWord) || w.is(Then) || w.is(Adv) && !w.is(Poss) || !w.any(&closed)) && w.name < 0 && !w.aux() && !s.verbHere(s.s, j), w.comma() && n > 0 && s.words[j-1].is(RoleMod):
			j--
		default:
			return j
		}
	}
	return j
}

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
