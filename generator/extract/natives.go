package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// natives reads where people come from: “a native of Hesk”, “a Hesk native”,
// “originally from Hesk”, “hails from Hesk”, “the Hesk-born painter Ana Roe”.
func natives(s *Sentence) {
	for k := s.s.first; k < s.s.last; k++ {
		w := &s.words[k]
		switch {
		case w.is(Native) && w.name < 0 && !w.is(Plural) && k+1 < s.s.last:
			s.nativeOf(k)
		case w.is(Originally) && k+2 < s.s.last && s.words[k+1].is(From):
			s.cameFrom(k)
		case w.is(BornEnd):
			s.bornIn(k)
		}
	}
	for i := range s.verbs {
		v := &s.verbs[i]
		if who := s.subject(int32(i)); v.is(Hail) && s.person(who) && v.last+1 < s.s.last && s.words[v.last].is(From) {
			if at, _ := s.placeFrom(v.last+1, s.s.last); !at.empty() {
				s.addTold(claim.Birth, who, int32(i), func(d *draft) { s.originOnly(d, s.text(at)) })
			}
		}
	}
}

// originOnly makes a birth of which no more is told than the place.
func (s *Sentence) originOnly(d *draft, place string) {
	d.On, d.Start, d.End = edtf.Date{}, edtf.Date{}, edtf.Date{}
	d.When, d.Place = "", place
}

// nativeOf reads "native" at k with its place and its bearer.
func (s *Sentence) nativeOf(k int32) {
	place := ""
	end := k + 1
	first := k
	switch {
	case k+2 < s.s.last && (s.words[k+1].is(Of) || s.words[k+1].is(From)):
		at, next := s.placeFrom(k+2, s.s.last)
		if at.empty() {
			return
		}
		place, end = s.text(at), next
	case k > s.s.first && s.words[k-1].name >= 0 && s.placeName(s.mentions[s.words[k-1].name].first):
		first = s.mentions[s.words[k-1].name].first
		place = s.text(span{first, k})
	case s.words[k+1].name >= 0: // "her native Hesk"
		if at, _ := s.placeFrom(k+1, s.s.last); !at.empty() {
			if who := s.kinOwner(k); s.person(who) {
				s.add(claim.Birth, who, func(d *draft) { d.Place = s.text(at) })
			}
		}
		return
	default:
		return
	}
	if who := s.bearer(first, end); s.person(who) {
		s.add(claim.Birth, who, func(d *draft) { d.Place = place })
	}
}

// cameFrom reads "originally from Hesk, Ana Roe …" and "Roe is originally from
// Hesk".
func (s *Sentence) cameFrom(k int32) {
	at, next := s.placeFrom(k+2, s.s.last)
	if at.empty() {
		return
	}
	if who := s.bearer(k, next); s.person(who) {
		s.add(claim.Birth, who, func(d *draft) { d.Place = s.text(at) })
	}
}

// bornIn reads "the Hesk-born painter Ana Roe", "Ana Roe, a Hesk-born painter".
func (s *Sentence) bornIn(k int32) {
	w := &s.words[k]
	text := s.t.Source[w.start:w.end]
	place := text[:strings.LastIndexByte(text, '-')]
	if e := s.lower(place); e != nil && e.set.has(Demonym) {
		return
	}
	end := k + 1
	for end < s.s.last && end < k+5 && s.words[end].name < 0 && s.words[end].kind == prose.Word && !s.words[end].any(&closed) && !s.verbHere(s.s, end) {
		end++
	}
	who := int32(-1)
	if end < s.s.last && s.words[end].name >= 0 {
		who = s.personAt(s.words[end].name)
	} else {
		who = s.bearer(k, end)
	}
	for i := range s.phrases { // "The Hesk-born peer said"
		if p := &s.phrases[i]; who < 0 && p.first == k-1 && s.words[p.first].is(The) && p.kind != orgPhrase {
			if who = p.who; who < 0 && p.first == s.s.first && s.words[p.head].is(Role) && !s.words[p.head].is(Plural) && s.index-s.subjectSince == 1 {
				who = s.reading.subject
			}
		}
	}
	if s.person(who) {
		s.add(claim.Birth, who, func(d *draft) { d.Place = place })
	}
}

// bearer gives the person whom a description from first to end belongs to: by
// apposition ("Ana Roe, a …,", "A …, Ana Roe"), or by a verb of being; -1.
func (s *Sentence) bearer(first, end int32) int32 {
	b := first - 1
	for b >= s.s.first && (s.words[b].is(A) || s.words[b].is(The) || s.words[b].is(Adv) || s.words[b].is(RoleMod) || s.words[b].is(Filler) || s.words[b].is(Demonym) || s.words[b].kind == prose.Number && !(b > s.s.first && s.words[b-1].comma())) {
		b--
	}
	for i := range s.verbs { // "Roe is a native of Hesk"
		if v := &s.verbs[i]; v.is(Be) && v.last <= first && b < v.last && !v.negated && !v.conditional {
			return s.subject(int32(i))
		}
	}
	if b < s.s.first { // "A native of Hesk, Ana Roe"
		for end < s.s.last && s.inDate(end) {
			end++
		}
		if end+1 < s.s.last && s.words[end].comma() {
			for i := range s.phrases {
				if p := &s.phrases[i]; p.first >= end && p.first <= end+1 && p.who >= 0 {
					return p.who
				}
			}
		}
		return -1
	}
	if s.words[b].mark == '(' { // "Ana Roe (a native of Hesk)"
		if id := s.nameBefore(b); id >= 0 {
			return s.personAt(id)
		}
		return -1
	}
	if s.words[b].is(And) && b > s.s.first && s.words[b-1].comma() && !s.words[b].is(But) { // "was a poet, and the wife of"
		return s.predicated(b-1, true)
	}
	if (s.words[b].comma() || s.words[b].is(And)) && b > s.s.first && s.words[b-1].name < 0 && s.words[b-1].mark != ')' && s.words[b-1].kind == prose.Word { // "Roe is a painter, a native of Hesk"
		return s.predicated(b, false)
	}
	if s.words[b].comma() { // "Ana Roe, a native of Hesk"
		j := b - 1
		if j > s.s.first && s.words[j].kind == prose.Number && s.words[j-1].comma() {
			j -= 2
		}
		if id := s.nameBefore(j + 1); id >= 0 {
			return s.personAt(id)
		}
	}
	return -1
}

// predicated gives the subject of a verb of being whose complement a comma or
// "and" at k continues: "Roe was a poet, the son of"; again tells of ", and", past
// which other people may stand; -1.
func (s *Sentence) predicated(k int32, again bool) int32 {
	for i := len(s.verbs) - 1; i >= 0; i-- {
		v := &s.verbs[i]
		if v.last > k {
			continue
		}
		if !v.is(Be) || v.negated || v.conditional || v.frame >= 0 {
			return -1
		}
		for j := v.last; j < k && !again; j++ {
			if id := s.words[j].name; id >= 0 && s.names[s.mentions[id].name].kind == Person && s.names[s.mentions[id].name].given {
				return -1
			}
		}
		return s.subject(int32(i))
	}
	return -1
}
