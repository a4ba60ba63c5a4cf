package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// labels reads a party's name in brackets, as an apposition, or as the one for
// which somebody speaks.
func labels(s *Sentence) {
	s.people(func(who int32, m *mention, end int32) {
		if org := s.labelBehind(end); org != "" {
			s.add(claim.Membership, who, func(d *draft) {
				d.Org = org
				d.fired = append(d.fired, used{"name", span{m.full, end + 2}})
			})
			if s.words[end].mark == '(' {
				return
			}
		}
		if end+2 < s.s.last && s.words[end].comma() {
			if k := s.creedStart(end + 1); k > 0 {
				if org := s.creedAt(k); org >= 0 {
					s.joinsBody(who, org, span{m.full, k + 1})
				}
			}
		}
		if s.s.first+3 <= m.full && s.words[s.s.first].is(For) && m.full < s.s.first+12 {
			s.speaksFor(who, m)
		}
	})
}

// labelBehind gives the party of a label at j behind a name, written out:
// "NAME (Lab)", "NAME, R-Ga.,"; "" where there is none.
func (s *Sentence) labelBehind(j int32) string {
	if j+2 >= s.s.last {
		return ""
	}
	if s.words[j].mark == '(' {
		return s.bracketed(j + 1)
	}
	w := &s.words[j+1]
	if !s.words[j].comma() || !s.words[j+2].comma() || w.end-w.start <= 3 {
		return ""
	}
	if seat := s.t.Source[w.start+2]; s.t.Source[w.start+1] != '-' || seat < 'A' || seat > 'Z' {
		return ""
	}
	return s.label(w)
}

// creedStart gives the place of what may name one of a party behind "a", or behind
// words of rank before a body: "NAME, a Liberal from Marl,", "NAME, the top Liberal on
// the panel,"; 0 for neither.
func (s *Sentence) creedStart(k int32) int32 {
	if s.words[k].is(A) {
		return k + 1
	}
	from := k
	if s.words[k].is(The) {
		from++
	}
	k = from
	for k < s.s.last && k < from+3 && s.words[k].name < 0 && (s.words[k].is(RoleMod) || s.words[k].is(Filler) || s.words[k].is(Ordinal)) {
		k++
	}
	if k == from || k+1 >= s.s.last || !s.words[k+1].is(On) && !s.words[k+1].is(In) {
		return 0
	}
	return k
}

// creedAt gives the party of "Liberal" at k, where it stands as a noun: -1.
func (s *Sentence) creedAt(k int32) int32 {
	if k < s.s.last && s.words[k].is(Former) {
		k++
	}
	if k >= s.s.last || s.words[k].name < 0 {
		return -1
	}
	id := s.words[k].name
	m := &s.mentions[id]
	n := &s.names[m.name]
	end := m.last
	if n.kind != Org || !n.party || end < s.s.last && s.words[end].kind == prose.Word && !s.words[end].is(Prep) && !s.words[end].is(Rel) && !s.words[end].is(And) {
		return -1
	}
	if org := s.resolve(id); s.party(org) {
		return org
	}
	return -1
}

// bracketed gives the party that a label in brackets at k names, written out:
// "(Lab)", "(Con, North Marl)", "(D-Ohio)"; "" where it names none.
func (s *Sentence) bracketed(k int32) string {
	w := &s.words[k]
	if w.name >= 0 {
		m := &s.mentions[w.name]
		if m.last < s.s.last && (s.words[m.last].mark == ')' || s.words[m.last].comma()) && s.names[m.name].kind == Org {
			if id := s.resolve(w.name); s.party(id) {
				return s.who[id].name
			}
		}
	}
	next := &s.words[k+1]
	if next.mark != ')' && !next.comma() && next.kind != prose.Dash && next.mark != '-' && next.mark != '/' {
		return ""
	}
	return s.label(w)
}

// label gives the party that a short label names, written out: "Lab", "D-Ohio".
func (s *Sentence) label(w *word) string {
	text := s.t.Source[w.start:w.end]
	for i := range len(text) {
		if text[i] == '-' || text[i] == '.' && i+1 == len(text) {
			text = text[:i]
			break
		}
	}
	if e := s.lex.find("(" + lowerText(text)); e != nil && e.set.has(PartyLabel) && text[0] >= 'A' && text[0] <= 'Z' {
		return e.lemma
	}
	return ""
}

// speaksFor reads "For the Greens, transport spokeswoman NAME said".
func (s *Sentence) speaksFor(who int32, m *mention) {
	k := s.s.first + 1
	if s.words[k].is(The) {
		k++
	}
	id := s.words[k].name
	if id < 0 || s.names[s.mentions[id].name].kind != Org || s.afterName(id) >= m.full || !s.words[s.afterName(id)].comma() {
		return
	}
	for i := s.afterName(id) + 1; i < m.full; i++ { // nothing but a title between
		if w := &s.words[i]; w.comma() || w.name >= 0 || w.is(Verb) && !w.is(Role) && !w.is(RoleMod) && !w.is(Field) {
			return
		}
	}
	if org := s.resolve(id); s.party(org) {
		s.joinsBody(who, org, span{s.s.first, m.last})
	}
}
