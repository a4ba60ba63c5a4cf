package extract

import "strings"

// creed tells that the run of capitals from first to last is the name of a
// party that a word such as "Liberals" at i ends or opens.
func (r *reading) creed(s *sentence, first, i, last int32) bool {
	if !r.words[i].is(Creed) || last-first > 3 {
		return false
	}
	if i == last-1 && i > first { // "Reform Liberals"
		for k := first; k < i; k++ {
			if w := &r.words[k]; w.is(Given) && !w.is(Weak) || r.acronym(k) || w.is(PartyName) && !w.is(Creed) {
				return false
			}
		}
		return i-first < 3
	}
	if i != first || last-first > 2 || r.words[i+1].is(Given) || last >= s.last {
		return false
	}
	w := &r.words[last] // "Progressive Gael councillor"
	return w.is(Role) || w.is(Field) && !w.capital() || w.is(OrgHead)
}

// saysCreed tells that a word which is a post too names a party at k, before a post
// of it: "Unionist health spokesman".
func (r *reading) saysCreed(s *sentence, k int32) bool {
	if k+1 >= s.last || !r.words[k].capital() {
		return false
	}
	n := &r.words[k+1]
	return n.is(Role) || n.is(PartyNoun) || n.is(Field) && !n.capital()
}

// adherent tells that the word at k is what one of a party is called, of whom
// there can be several: "Liberal", but not "Liberals" and not "Labour".
func (r *reading) adherent(k int32) bool {
	w := &r.words[k]
	if !w.is(Creed) || !w.capital() {
		return false
	}
	e := r.lex.find(strings.ToLower(r.t.Source[w.start:w.end]) + r.lex.grammar.plural)
	return r.lex.grammar.plural != "" && e != nil && e.set.has(Creed)
}
