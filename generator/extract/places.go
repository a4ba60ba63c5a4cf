package extract

import "profilegen/generator/prose"

// placeFrom reads the place named at k, with what tells it more exactly ("Port
// Ellis, Marl", "the village of Hesk in Marl"), up to end; the span is empty
// where no place stands there. The second value is the word after it.
func (s *Sentence) placeFrom(k, end int32) (span, int32) {
	k = s.placeHead(k, end)
	if k >= end || s.words[k].name < 0 || !s.placeName(k) {
		return span{}, k
	}
	out := span{s.mentions[s.words[k].name].first, s.mentions[s.words[k].name].last}
	if out.first != k {
		return span{}, k
	}
	if j := out.last; j+1 < end && s.words[j].is(Of) && s.words[j-1].is(PlaceWord) && s.words[j+1].name >= 0 && s.placeName(j+1) { // "Isle of Hesk"
		out.last = s.mentions[s.words[j+1].name].last
	}
	for n := 0; n < 5 && out.last+1 < end; n++ {
		j := out.last
		w := &s.words[j]
		next := j + 1
		if w.is(In) && s.words[next].is(The) {
			next++
		}
		if !w.comma() && !w.is(In) || next >= end || s.words[next].name < 0 || !s.placeName(next) || s.listGoesOn(j, end) {
			break
		}
		m := &s.mentions[s.words[next].name]
		if w.comma() && m.last < s.s.last && s.verbHere(s.s, m.last) && !s.words[m.last].is(Born) { // "…, Roe was"
			break
		}
		out.last = m.last
	}
	return out, out.last
}

// placeHead passes over "the small town of" before a place's name.
func (s *Sentence) placeHead(k, end int32) int32 {
	if k >= end || s.words[k].name >= 0 {
		return k
	}
	j := k
	for j < end && j < k+6 && s.words[j].kind == prose.Word && s.words[j].name < 0 && !s.words[j].is(Verb) {
		w := &s.words[j]
		if w.is(Of) {
			if s.words[j-1].is(PlaceWord) && j+1 < end {
				j++
				if s.words[j].is(The) && j+1 < end {
					j++
				}
				return j
			}
			return k
		}
		if j > k && w.any(&closed) {
			return k
		}
		if w.is(The) && j+1 < end && s.words[j+1].name >= 0 {
			return j + 1
		}
		j++
	}
	if j < end && j > k && s.words[j].name >= 0 && s.words[j-1].any(&aroundPlace) { // "nearby Hesk", "southern Marl"
		return j
	}
	return k
}

var aroundPlace = setOf(PlaceWord, RoleMod)

// placeName tells that the name at k can be that of a place.
func (s *Sentence) placeName(k int32) bool {
	m := &s.mentions[s.words[k].name]
	n := &s.names[m.name]
	if m.first != m.full || n.party {
		return false
	}
	switch n.kind {
	case Person:
		return !n.titled && !(n.given && n.count > 1) && n.count < 4
	case Org:
		return n.count == 1 && s.acronym(m.first) && m.last-m.first == 1 || n.score[Place] > 2
	}
	return true
}

// listGoesOn tells that the comma at j parts the places of a list: "in Hesk,
// Marl and Port Ellis".
func (s *Sentence) listGoesOn(j, end int32) bool {
	if !s.words[j].comma() {
		return false
	}
	for n := 0; n < 8 && j < end; n++ {
		w := &s.words[j]
		switch {
		case w.comma():
			j++
		case w.is(And) && j+1 < end && s.words[j+1].name >= 0:
			after := s.mentions[s.words[j+1].name].last
			return after >= s.s.last || !s.verbHere(s.s, after)
		case w.name >= 0:
			j = s.mentions[w.name].last
		default:
			return false
		}
	}
	return false
}

// places reads a list of places from k on: each with its own region, parted by
// commas and "and".
func (s *Sentence) places(k, end int32) []string {
	var list []string
	for n := 0; n < 8 && k < end; n++ {
		at, next := s.placeFrom(k, end)
		if at.empty() {
			break
		}
		list = append(list, s.text(at))
		k = next
		if k < end && s.words[k].comma() {
			k++
		}
		if k < end && s.words[k].is(And) && !s.words[k].is(But) {
			k++
		} else if k == next || !s.listGoesOn(next, end) && n == 0 {
			break
		}
		if k < end && (s.words[k].is(In) || s.words[k].is(To)) {
			k++
		}
	}
	return list
}

// placeBehind gives the place that one of the prepositions governs between from
// and end; "" where there is none.
func (s *Sentence) placeBehind(from, end int32, preps *set) string {
	for k := from; k+1 < end; k++ {
		w := &s.words[k]
		if !w.any(preps) && !(w.is(On) && preps.has(In) && s.island(k+1, end)) || s.inDate(k) {
			continue
		}
		if at, _ := s.placeFrom(k+1, end); !at.empty() {
			return s.text(at)
		}
	}
	return ""
}

// placeWhere gives the place that "where" before verb v takes up: "Hesk, Marl,
// where she died"; "" where there is none.
func (s *Sentence) placeWhere(v int32) string {
	k := s.verbs[v].first - 1
	for n := 0; n < 5 && k > s.s.first && !s.words[k].is(RelWhere); n++ {
		if w := &s.words[k]; w.comma() || w.is(And) || s.verbHere(s.s, k) {
			return ""
		}
		k--
	}
	if k <= s.s.first || !s.words[k].is(RelWhere) {
		return ""
	}
	if k--; s.words[k].comma() {
		k--
	}
	if k < s.s.first || s.words[k].name < 0 {
		return ""
	}
	first := s.mentions[s.words[k].name].first
	for first-2 >= s.s.first && s.words[first-1].comma() && s.words[first-2].name >= 0 && s.placeName(s.mentions[s.words[first-2].name].first) {
		first = s.mentions[s.words[first-2].name].first
	}
	if n := &s.names[s.mentions[s.words[first].name].name]; n.kind == Person || n.kind == Org || first > s.s.first && !s.words[first-1].is(Of) && !s.words[first-1].any(&inPlace) && !s.words[first-1].is(To) {
		return ""
	}
	return s.text(span{first, k + 1})
}

// island tells that the name at k has a word for a place, as after "on": "on
// Hesk Island", "on the Isle of Hesk".
func (s *Sentence) island(k, end int32) bool {
	if k < end && s.words[k].is(The) {
		k++
	}
	if k >= end || s.words[k].name < 0 {
		return false
	}
	m := &s.mentions[s.words[k].name]
	for j := m.first; j < m.last; j++ {
		if s.words[j].is(PlaceWord) {
			return true
		}
	}
	return false
}

// inDate tells that the word at k belongs to an expression of time.
func (s *Sentence) inDate(k int32) bool {
	for i := range s.dates {
		if s.dates[i].first <= k && k < s.dates[i].last {
			return true
		}
	}
	return false
}

// within tells where somebody is or was.
var inPlace = setOf(In, At, PrepPlace)
