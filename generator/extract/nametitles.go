package extract

import "profilegen/generator/prose"

// titled reads a name after honorifics.
func (r *reading) titled(si int32, s *sentence, k int32) (int32, bool) {
	m := mention{full: k, sentence: si, titled: true, who: -1}
	first := k
	keep := int32(-1)
	for first < s.last && r.words[first].is(Honorific) {
		w := &r.words[first]
		marked := r.bracketed(s, first+1) // "Hon. (Mrs)"
		if w.is(Weak) && !marked && (!w.capital() || first+1 >= s.last || !r.words[first+1].capital() || r.words[first+1].is(Role)) {
			break
		}
		if w.is(Keep) && keep < 0 {
			keep = first
		}
		m.male = m.male || w.is(Male)
		m.female = m.female || w.is(Female)
		first++
		if r.bracketed(s, first) { // "Hon. (Mrs)"
			m.male = m.male || r.words[first+1].is(Male)
			m.female = m.female || r.words[first+1].is(Female)
			first += 3
		}
	}
	if first == k {
		return k, false
	}
	last := first
	for last < s.last {
		w := &r.words[last]
		if last > first && last+1 < s.last && r.words[last+1].is(Role) && (r.acronym(last) || w.is(PartyName)) { // "with Mr Hale ABC leader NAME"
			break
		}
		ok := last == first && w.is(Month) && w.capital() && last > k && !r.words[last-1].is(Weak) || // "Mrs May"
			w.capital() && (!w.any(&closed) || w.is(Given)) && !(w.is(Role) && !w.is(Given)) && (!w.any(&timeWords) || last == first && last+1 < s.last && r.words[last+1].capital() && !r.words[last+1].any(&closed)) && !(w.is(Suffix) && w.capitals())
		if ok || last > first && r.letter(s, last) {
			last++
			continue
		}
		if next := r.nickname(s, first, last); last > first && next > last {
			last = next
			continue
		}
		if next := r.bridge(s, first, last); w.is(Particle) && next > last { // "Mr van der Berg"
			last = next + 1
			continue
		}
		if keep >= 0 && w.is(Of) && last+1 < s.last && last > first && r.words[last+1].capital() {
			last += 2
			continue
		}
		break
	}
	if last == first {
		return k + 1, false
	}
	// "General Election", "Chief Executive Officer" are no people
	if r.words[k].is(Weak) {
		for i := first; i < last; i++ {
			if r.words[i].is(OrgHead) || r.words[i].is(Common) || r.words[i].is(ElectionWord) {
				return k, false
			}
		}
	}
	m.span = span{first, last}
	if keep >= 0 {
		m.first = keep
	}
	r.addMention(s, m)
	return last, true
}

// monthNamed tells that the month at k is the family name of somebody whom the
// article has named: "May said"; not "in May".
func (r *reading) monthNamed(s *sentence, k int32) bool {
	w := &r.words[k]
	if r.t.Source[w.start:w.end] != r.monthName || k+1 >= s.last {
		return false
	}
	if k > s.first {
		if b := &r.words[k-1]; b.any(&timely) || b.kind == prose.Number {
			return false
		}
	}
	n := &r.words[k+1]
	return n.kind == prose.Genitive || n.e.forms&(past|third) != 0 && !n.any(&closed) || n.is(IsForm) || n.is(HasForm) || n.is(WasForm)
}

// timely are the words before a month.
var timely = setOf(Prep, Last, Next, This, Sub, The, Season, PartOf, And, Or, To, Of)

// bracketed tells of a word of respect in brackets at k: "Hon. (Mrs)", "Justice
// (retired)".
func (r *reading) bracketed(s *sentence, k int32) bool {
	return k+2 < s.last && r.words[k].mark == '(' && r.words[k+2].mark == ')' && (r.words[k+1].is(Honorific) || r.words[k+1].is(Former) || r.words[k+1].is(Suffix) || r.words[k+1].is(Role) && k > s.first && r.words[k-1].is(Role))
}
