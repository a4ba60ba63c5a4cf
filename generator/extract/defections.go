package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// defections reads "NAME's defection to the PARTY", "the defection to the PARTY of
// NAME".
func (s *Sentence) defections() {
	if !s.s.classes.has(DefectionNoun) {
		return
	}
	for k := s.s.first; k < s.s.last; k++ {
		if !s.words[k].is(DefectionNoun) {
			continue
		}
		who, first, end := s.whose(k)
		to, from := int32(-1), int32(-1)
		for j := end; j < min(end+10, s.s.last); j++ { // "from the PARTY to the PARTY", in any order
			if w := &s.words[j]; w.is(To) && to < 0 {
				to = s.partyIn(j+1, min(j+6, s.s.last), true)
			} else if w.is(From) && from < 0 {
				from = s.partyIn(j+1, min(j+6, s.s.last), true)
			} else if w.comma() || w.e.forms != 0 && s.verbHere(s.s, j) {
				break
			}
		}
		if who < 0 && to >= 0 { // "to the PARTY of NAME"
			for j := end + 1; j+1 < min(end+8, s.s.last); j++ {
				if s.words[j].is(Of) && s.words[j+1].name >= 0 {
					who = s.resolve(s.words[j+1].name)
				}
			}
		}
		own := int32(-1)
		if who < 0 {
			if own = s.announcesOwn(k); own >= 0 {
				who, first = s.subject(own), k
			}
		}
		if to < 0 && from < 0 || !s.person(who) || s.s.classes.has(Rumour) || s.s.classes.has(Cond) {
			continue
		}
		if _, ok := s.happened(first, k, claim.Effective); !ok && own < 0 && s.words[max(first-1, s.s.first)].kind == prose.Word && first > s.s.first {
			continue // "feared the defection of NAME"
		}
		if from >= 0 {
			s.add(claim.Left, who, func(d *draft) {
				d.Org = s.who[from].name
				d.fired = append(d.fired, used{"noun", span{k, k + 1}})
			})
		}
		if to < 0 {
			continue
		}
		s.add(claim.Joined, who, func(d *draft) {
			d.Org = s.who[to].name
			d.fired = append(d.fired, used{"noun", span{k, k + 1}})
		})
	}
}

// announcesOwn gives the verb by which somebody announces a defection at k that
// is their own: "announced her defection to"; -1.
func (s *Sentence) announcesOwn(k int32) int32 {
	if k-1 <= s.s.first || !s.words[k-1].is(Poss) {
		return -1
	}
	for i := range s.verbs {
		v := &s.verbs[i]
		if v.last != k-1 || v.passive || !(v.is(Say) && v.is(Launch) || v.is(Confirm) || v.is(Complete)) {
			continue
		}
		how, ok := s.told(int32(i))
		if who := s.subject(int32(i)); ok && how.status == claim.Asserted && s.fitsGender(&s.words[k-1], who) {
			return int32(i)
		}
	}
	return -1
}
