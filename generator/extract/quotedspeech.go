package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// quotedSpeech reads what somebody says in quotation marks that another one said:
// “Tom Pell told me that it was safe,” said Ana Roe. It is told by the one who
// speaks.
func quotedSpeech(s *Sentence) {
	by := int32(-1)
	for id := s.s.mentions.first; id < s.s.mentions.last; id++ {
		m := &s.mentions[id]
		if s.words[m.first].depth == 0 || s.names[m.name].kind != Person || !s.saysInside(m) {
			continue
		}
		if by < 0 {
			if by = s.quoter(); by < 0 {
				return
			}
		}
		who := s.resolve(id)
		if who == by || !s.person(who) {
			continue
		}
		s.add(claim.Statement, who, func(d *draft) {
			d.By = s.who[by].name
			d.fired = append(d.fired, used{"name", m.span}, used{"verb", span{m.last, m.last + 1}})
		})
	}
}

// quoter gives the one whose words the quotation of the sentence is: the one
// speaker whom the sentence has, or, where all of it is quoted, the one who
// spoke in the sentence before; -1 where that is not clear.
func (s *Sentence) quoter() int32 {
	by := int32(-1)
	for i := s.fired; i < len(s.drafts); i++ {
		d := &s.drafts[i]
		if d.Type != claim.Statement {
			continue
		}
		if by >= 0 && d.who != by || d.Status != claim.Asserted || d.By != "" {
			return -1
		}
		by = d.who
	}
	if by >= 0 {
		return by
	}
	for k := s.s.first; k < s.s.last; k++ {
		if s.words[k].depth == 0 {
			return -1
		}
	}
	if s.anonymous || s.index-s.spoke > 1 {
		return -1
	}
	return s.speaker
}

// saysInside tells that a name inside a quotation is the subject of a verb of
// speech that brings what is said: "NAME has said that", "as NAME said,".
func (s *Sentence) saysInside(m *mention) bool {
	last := s.words[s.s.last-1]
	if s.s.classes.has(Cond) || last.mark == '?' || s.s.last-2 > m.last && s.words[s.s.last-2].mark == '?' {
		return false
	}
	b := &nothing
	if m.full > s.s.first {
		b = &s.words[m.full-1]
	}
	if b != &nothing && b.kind != prose.Open && b.kind != prose.Stop && !b.comma() && !b.is(As) && !(b.is(And) && !b.is(But)) {
		return false
	}
	k, has := m.last, false
	for k < s.s.last && (s.words[k].is(Adv) && !s.words[k].is(Neg) || s.words[k].is(Have) || s.words[k].is(HasForm) && !s.words[k].is(Neg)) {
		has = has || !s.words[k].is(Adv)
		k++
	}
	if k+1 >= s.s.last || !s.words[k].is(Say) || s.words[k].is(Role) || s.words[k].depth == 0 {
		return false
	}
	if f := s.words[k].e.forms; f&past == 0 && !(has && f&participle != 0) {
		return false
	}
	n := k + 1
	if b.is(As) {
		return s.words[n].comma() || s.words[n].kind == prose.Stop || s.words[n].kind == prose.Close
	}
	if s.words[k].is(Tell) && (s.words[n].is(Pron) || s.words[n].name >= 0) {
		if id := s.words[n].name; id >= 0 {
			n = s.mentions[id].last - 1
		}
		n++
	}
	return n < s.s.last && s.words[n].is(That) && s.words[n].depth > 0
}
