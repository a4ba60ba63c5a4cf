package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// deaths reads the noun: "until her death in 2007", "the death of Ana Roe on 3
// May 1901".
func deaths(s *Sentence) {
	for k := s.s.first + 1; k+1 < s.s.last; k++ {
		if !s.words[k].is(DeathNoun) || s.words[k].name >= 0 {
			continue
		}
		who := s.kinOwner(k)
		next := k + 1
		between := -1
		for i := range s.dates { // "the death in June of NAME"
			if who < 0 && s.dates[i].first == next && s.dates[i].is == atTime {
				between, next = i, s.dates[i].last
			}
		}
		if between >= 0 && who < 0 && next+1 < s.s.last && s.words[next].is(Of) {
			if id, _ := s.personFrom(next + 1); id >= 0 {
				s.add(claim.Death, id, func(d *draft) { s.setDate(d, &s.dates[between], false) })
			} else if j := s.nounsBefore(s.s, next+1); j >= 0 || s.roleFrom(next+1) >= 0 {
				if i := s.roleFrom(next + 1); i < 0 && j >= 0 {
					who = s.personAt(s.words[j].name)
				} else if i >= 0 && s.roles[i].holder >= 0 {
					who = s.resolve(s.roles[i].holder)
				}
				if s.person(who) {
					s.add(claim.Death, who, func(d *draft) { s.setDate(d, &s.dates[between], false) })
				}
			}
			continue
		}
		if who < 0 && s.words[next].is(Of) {
			next++
			for next < s.s.last && next < k+12 && (s.words[next].kind == prose.Word || s.words[next].kind == prose.Genitive) && (!s.words[next].is(Verb) || s.words[next].is(RoleMod)) {
				if id := s.words[next].name; id >= 0 && s.names[s.mentions[id].name].kind == Person {
					break
				}
				next++
			}
			if next < s.s.last && s.words[next].name >= 0 {
				who = s.personAt(s.words[next].name)
				next = s.mentions[s.words[next].name].last
			}
		}
		if !s.person(who) {
			continue
		}
		if j := s.kinLeft(k); j >= s.s.first && s.words[j].is(Poss) && !s.soleOwner(j, who) {
			continue
		}
		if b := k - 2; b >= s.s.first && s.words[k-1].is(The) && s.words[k+1].is(Of) && (s.words[b].is(By) || s.words[b].is(After) || s.words[b].is(Since)) && !s.conditionalAt(k) {
			if !s.datedDeath(next) {
				s.add(claim.Death, who, nil) // "caused by the death of Ana Roe"
			}
		}
		for i := range s.dates {
			dt := &s.dates[i]
			if !s.dates[i].follows(s, s.pastTitle(next)) {
				continue
			}
			s.add(claim.Death, who, func(d *draft) { s.setDate(d, dt, false) })
			break
		}
	}
}

// pastTitle gives the place behind a title in commas at k: "the death of NAME, Count
// of Marl, in June".
func (s *Sentence) pastTitle(k int32) int32 {
	if k+2 >= s.s.last || !s.words[k].comma() || s.roleFrom(k+1) < 0 && !s.words[k+1].is(Role) {
		return k
	}
	for j := k + 1; j < min(k+7, s.s.last); j++ {
		if s.words[j].comma() {
			return j + 1
		}
	}
	return k
}

// datedDeath tells that a date follows what ends at k.
func (s *Sentence) datedDeath(k int32) bool {
	for i := range s.dates {
		if s.dates[i].follows(s, k) {
			return true
		}
	}
	return false
}

// conditionalAt tells that the last verb before k states nothing.
func (s *Sentence) conditionalAt(k int32) bool {
	for i := len(s.verbs) - 1; i >= 0; i-- {
		if v := &s.verbs[i]; v.last <= k {
			return v.conditional || v.may || v.would || v.negated
		}
	}
	return false
}

// soleOwner tells that the pronoun at k can mean nobody but who: that no other
// person is named before it whom it fits, or, in "led it until his death", none
// behind the verb. "X succeeded Y on his death" says of nobody for certain that
// he is dead.
func (s *Sentence) soleOwner(k, who int32) bool {
	from := s.s.first
	if k > s.s.first && s.words[k-1].is(Until) {
		for i := range s.verbs {
			if v := &s.verbs[i]; v.last <= k {
				from = v.last
			}
		}
	}
	for i := range s.phrases {
		p := &s.phrases[i]
		switch {
		case p.first < from || p.last > k || p.who < 0 || !s.fitsGender(&s.words[k], p.who):
		case p.who != who, p.prep >= 0 && s.words[p.prep].is(By):
			return false
		}
	}
	return true
}
