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
