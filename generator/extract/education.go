package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// schoolPreps stand between a verb of study or a degree and the school.
var schoolPreps = setOf(At, From, In, To)

// studied reads verbs: “studied at”, “graduated from”, “holds a degree from”.
func studied(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !s.person(who) || s.words[vb.head].is(Role) && s.words[vb.head].e.forms == 0 {
			continue
		}
		for _, org := range s.schoolsOf(v) {
			s.addTold(claim.Education, who, v, func(d *draft) {
				if d.ahead {
					d.Type = claim.None
				}
				d.Org = org
				s.studyYears(d, v, vb.is(Graduate))
			})
		}
	}
}

// studyYears puts the dates of a verb of study in their places.
func (s *Sentence) studyYears(d *draft, v int32, graduated bool) {
	on := d.On
	s.term(d, v)
	if !on.IsZero() {
		d.Start = edtf.Date{}
		if graduated {
			d.End = on
		}
	}
}

// schoolsOf gives the schools at which verb v says that somebody studied.
func (s *Sentence) schoolsOf(v int32) []string {
	vb := &s.verbs[v]
	end := s.sharedEnd(v)
	switch {
	case vb.is(Study), vb.is(Graduate), vb.is(Educate) && !s.educates(v):
		return s.pastWhere(s.schools(vb.last, end, false), end)
	case vb.is(Attend) && !vb.passive:
		k := vb.last
		for k < end && (s.words[k].is(The) || s.words[k].is(Adv) || s.words[k].is(A) || s.words[k].is(Det)) {
			k++
		}
		list, next := s.schoolRun(nil, k, end, true)
		if len(list) == 0 {
			return s.schools(vb.last, end, true) // "attended school at"
		}
		return append(list, s.schools(next, end, true)...)
	case vb.is(Earn), vb.is(Receive), vb.is(Hold), vb.is(Take), vb.is(Make), vb.is(Get), vb.is(Win), vb.is(Do), vb.is(Complete), vb.is(Have):
		for k := vb.last; k < end; k++ {
			if s.words[k].is(DegreeNoun) {
				if n := k + 2; n < end && s.words[k+1].is(To) && !vb.is(Complete) { // "won a scholarship to Hesk Hall"
					if s.words[n].is(The) && n+1 < end {
						n++
					}
					list, _ := s.schoolRun(nil, n, end, false)
					return list
				}
				return s.schools(k+1, end, false)
			}
		}
	case vb.is(Read) && !vb.passive:
		return s.schools(vb.last, end, true)
	}
	return nil
}

// educates tells that the subject is the one who teaches.
func (s *Sentence) educates(v int32) bool {
	vb := &s.verbs[v]
	return !vb.passive && !(vb.last < s.s.last && s.words[vb.last].any(&schoolPreps))
}

// schools gives the schools that prepositions govern between k and end, with
// those coordinated; strict takes only names with a word that says so.
func (s *Sentence) schools(k, end int32, strict bool) []string {
	var list []string
	for k+1 < end {
		if !s.words[k].any(&schoolPreps) || s.inDate(k) {
			k++
			continue
		}
		j := k + 1
		if s.words[j].is(The) && j+1 < end {
			j++
		}
		var next int32
		list, next = s.schoolRun(list, j, end, strict || s.words[k].is(In) || s.words[k].is(To))
		k = max(next, k+1)
	}
	return list
}

// schoolRun appends the school named at k and those listed behind it; it gives
// the word after them.
func (s *Sentence) schoolRun(list []string, k, end int32, strict bool) ([]string, int32) {
	behind := k
	for n := 0; n < 6 && k < end && s.words[k].name >= 0; n++ {
		m := &s.mentions[s.words[k].name]
		if m.first != k || !s.school(m, strict || n > 0) || n > 0 && s.words[k-1].comma() && s.townOnly(m) { // "Hesk College, Oxford": its place
			break
		}
		list = append(list, s.text(m.span))
		k = m.last
		behind = k
		j := k
		if j < end && s.words[j].mark == '(' {
			if c := s.closing(j); c > 0 {
				j = c + 1
			}
		}
		j = s.pastTown(j, end)
		for j < end && (s.words[j].comma() || s.words[j].is(And) || s.words[j].is(Then) || s.words[j].is(Later) || s.words[j].is(Also)) {
			j++
		}
		if j < end && j > k && (s.words[j].is(The) || s.words[j].is(At)) {
			j++
		}
		if j == k {
			break
		}
		k = j
	}
	return list, behind
}

// townOnly tells of a name that is a town's and stands for its school at most.
func (s *Sentence) townOnly(m *mention) bool {
	return m.last-m.first == 1 && s.words[m.first].is(SchoolTown) && !s.words[m.first].is(OrgSchool)
}

// pastTown passes over the place of a school where another school follows: "at Hesk
// School, in Marl, Port Ellis College and".
func (s *Sentence) pastTown(k, end int32) int32 {
	j := k
	if j < end && s.words[j].comma() {
		j++
	}
	in := j < end && s.words[j].is(In)
	if in {
		j++
	}
	if j == k || j >= end || s.words[j].name < 0 {
		return k
	}
	m := &s.mentions[s.words[j].name]
	if s.school(m, true) && !s.townOnly(m) || s.names[m.name].kind == Person && s.names[m.name].given || m.last >= end {
		return k
	}
	n := m.last
	if !s.words[n].comma() && !s.words[n].is(And) {
		return k
	}
	for n < end && (s.words[n].comma() || s.words[n].is(And) || s.words[n].is(Then) || s.words[n].is(Later) || s.words[n].is(The) || s.words[n].is(At)) {
		n++
	}
	if n < end && s.words[n].name >= 0 && s.school(&s.mentions[s.words[n].name], true) {
		return m.last
	}
	return k
}

// pastWhere goes on behind a clause with "where": “at Hesk School, where he was
// captain, and at the Naval Academy”.
func (s *Sentence) pastWhere(list []string, end int32) []string {
	if len(list) == 0 || end >= s.s.last {
		return list
	}
	where := false
	for k := end - 2; k < s.s.last-2; k++ {
		if k < s.s.first {
			continue
		}
		where = where || s.words[k].is(RelWhere)
		if where && s.words[k].comma() && s.words[k+1].is(And) && (s.words[k+2].is(At) || s.words[k+2].is(Then)) {
			return append(list, s.schools(k+2, s.s.last, true)...)
		}
	}
	return list
}

// school tells that a name is that of a school; without strict also one that
// does not say what it is, but no person and no party.
func (s *Sentence) school(m *mention, strict bool) bool {
	n := &s.names[m.name]
	for k := m.first; k < m.last; k++ {
		if s.words[k].is(OrgSchool) || s.words[k].is(SchoolTown) && m.last-m.first == 1 {
			return true
		}
	}
	if strict || n.party || m.titled {
		return false
	}
	switch n.kind {
	case Person:
		return !n.given && !n.titled && n.count < 3
	case Place:
		return s.words[m.first].e == none
	}
	return true
}

// alumni reads nouns: “an alumnus of Hesk University”, “a student at”, “a Hesk
// University graduate”.
func alumni(s *Sentence) {
	for k := s.s.first; k+1 < s.s.last; k++ {
		w := &s.words[k]
		if !w.is(Alumnus) || w.name >= 0 || s.verbHere(s.s, k) && w.e.forms != 0 && !s.words[k+1].is(Of) {
			continue
		}
		first, end := k, k+1
		var list []string
		for j := k + 1; j < min(s.s.last-1, k+6); j++ { // "a student of law at"
			if c := &s.words[j]; c.is(Of) || c.any(&schoolPreps) {
				n := j + 1
				if s.words[n].is(The) && n+1 < s.s.last {
					n++
				}
				if list, end = s.schoolRun(list, n, s.s.last, c.is(In) || c.is(To) || c.is(Of) && w.is(Weak)); len(list) > 0 {
					break
				}
			} else if c.kind != prose.Word || s.verbHere(s.s, j) && c.e.forms&ing == 0 && !c.is(Study) {
				break
			}
		}
		if b := k - 1; len(list) == 0 && b >= s.s.first && s.words[b].name >= 0 {
			if m := &s.mentions[s.words[b].name]; s.school(m, true) {
				first, end = m.first, k+1
				list = append(list, s.text(m.span))
			}
		}
		if len(list) == 0 {
			continue
		}
		if w.is(Plural) {
			s.includes(end, list)
			continue
		}
		who := s.bearer(first, end)
		if who < 0 && s.opens(first) { // "A graduate of Hesk College, Marl, NAME was"
			if who = s.fronted(end); who < 0 && end+2 < s.s.last && s.words[end].comma() && s.words[end+1].name >= 0 {
				who = s.fronted(s.mentions[s.words[end+1].name].last)
			}
		}
		if who < 0 && end == k+1 && s.words[end].name >= 0 {
			who = s.personAt(s.words[end].name)
		}
		if !s.person(who) {
			continue
		}
		for _, org := range list {
			s.add(claim.Education, who, func(d *draft) { d.Org = org })
		}
	}
}

// includes reads “Alumni of Hesk School include Ana Roe and Tom Pell”.
func (s *Sentence) includes(k int32, list []string) {
	for i := range s.verbs {
		v := &s.verbs[i]
		if v.first != k || !v.is(Include) || v.passive || v.negated {
			continue
		}
		for _, who := range s.personList(v.last) {
			for _, org := range list {
				s.add(claim.Education, who, func(d *draft) { d.Org = org })
			}
		}
	}
}
